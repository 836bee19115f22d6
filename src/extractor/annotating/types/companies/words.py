"""Words that say what a capitalised name is: organisations, headings, people, and words that only start sentences."""

from __future__ import annotations

# A name with one of these as its last word, or before "of" / "for", is an organisation but no company.
ORGANISATION_HEADS = frozenset(
    "ministry agency administration commission committee council university college institute institution academy school hospital clinic "
    "association federation confederation society union authority bureau department office parliament congress senate court tribunal "
    "organisation organization foundation board directorate secretariat laboratory observatory museum church party army navy police force "
    "nations chamber consortium alliance league forum centre center initiative programme program fund treasury cabinet".split()
)
# Heads that firms use too: no refusal when a legal form follows or a list says so.
SHARED_HEADS = frozenset("union centre center alliance fund office laboratory school clinic hospital forum program programme initiative board consortium society force".split())
EXCHANGES = frozenset(
    "nyse nasdaq lse tse twse hkex hkse nse bse asx tsx tsxv krx kosdaq kospi sse szse euronext xetra fwb six sgx tyo otc otcqb otcqx otcmkts amex aim jse bmv b3 "
    "sehk hk tadawul adx dfm cse epa ams lon fra etr bit sto hel cph osl wse ise moex idx set pse bursa klse nyseamerican nysearca oslo vie swx ebr bme".split()
)
TITLES = frozenset("officer president director chairman chairwoman chief executive ceo cfo cto coo manager head founder partner spokesman spokeswoman spokesperson analyst minister secretary".split())
MONTHS = frozenset("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split())
# Words that are capitalised because a sentence starts, or that no company name consists of.
FUNCTION_WORDS = frozenset(
    "the a an this that these those in on at by for with from to as of and but or nor so yet if when while where whereas although though however meanwhile moreover "
    "furthermore additionally also according after before during since until unless because despite unlike like within across among between under over into through "
    "it its they their he his she her we our you your who which what why how both each every all some many most several such other others another any no not only "
    "there here then thus hence today now later recently currently overall finally first second third last next new key major leading top global other players "
    "companies company market markets vendors players report study reports participants competitors manufacturers suppliers providers firms brands names "
    "is are was were be been has have had do does did will would can could may might should must say says said among others etc include includes including "
    "base year cagr size share growth forecast historical data value usd eur gbp introduction conclusion overview summary table figure chapter source note "
    "meet ask buy get read see view download request contact about visit click learn shares stock".split()
)
