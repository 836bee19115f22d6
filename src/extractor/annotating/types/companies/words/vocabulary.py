"""Words that say what a capitalised name is: organisations, headings, people, and words that only start sentences."""

from __future__ import annotations

from functools import lru_cache

from extractor.annotating.gazetteer import Gazetteer
from extractor.data.tables import read_table


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name with one of these as its last word, or before "of" / "for", is an organisation but no company.
ORGANISATION_HEADS = _set(
    "ministry agency administration commission committee council university college institute institution "
    "academy school hospital clinic "
    "association federation confederation society union authority bureau department office parliament congress "
    "senate court tribunal "
    "organisation organization foundation board directorate secretariat laboratory observatory museum church "
    "party army navy police "
    "nations chamber consortium league forum centre center treasury cabinet government republic archive archives "
    "library assembly embassy "
    "ombudsman regulator inspectorate guild institutes universities ministries corps guard battalion brigade coalition"
)
# Heads that firms use too: no refusal when a legal form follows or a list says so.
SHARED_HEADS = _set(
    "union centre center alliance fund office laboratory school clinic hospital forum program programme "
    "initiative board consortium society force library league guard archive institute academy"
)
# Titles of laws and deals, events, works: capitalised, no company.
THING_HEADS = _set(
    "act acts law regulation directive treaty agreement accord protocol plan scheme mission index report reports "
    "review survey study journal magazine times post "
    "daily tribune herald gazette news conference summit expo exhibition fair award awards prize cup "
    "championship war day week month year street road avenue "
    "park tower bridge airport station stadium disease syndrome lymphoma leukemia leukaemia myeloma cancer "
    "diabetes virus vaccine therapy analysis landscape overview outlook "
    "summary introduction methodology conclusion segmentation dynamics drivers restraints opportunities "
    "challenges trends insights highlights players market markets industry "
    "sector segment scope coverage attribute details chapter contents sample analyst standard standards code "
    "rule rules initiative programme program project fund challenge policy "
    "forecast size share growth rate cagr value volume revenue period data estimates estimate intelligence-of "
    "things sequencing learning vehicle vehicles monthly weekly quarterly bulletin newsletter"
)
# Of these, the ones that swallow the place in their name ("EU Battery Regulation").
LAWS = _set("act law regulation directive treaty protocol accord")
# Last words of those who read a report or take part in a market, none of them by name ("Research Firms", "Investors").
AUDIENCES = _set(
    "investors authorities resellers distributors manufacturers suppliers vendors providers firms consultants agencies "
    "institutions associations regulators policymakers startups retailers wholesalers traders dealers buyers "
    "customers clients users companies players operators producers developers integrators stakeholders competitors "
    "participants importers exporters analysts researchers universities"
)
EXCHANGES = _set(
    "nyse nasdaq lse tse twse hkex hkse nse bse asx tsx tsxv krx kosdaq kospi sse szse euronext xetra fwb six "
    "sgx tyo otc otcqb otcqx otcmkts amex aim jse bmv b3 "
    "sehk hk tadawul adx dfm cse epa ams lon fra etr bit sto hel cph osl wse ise moex idx set pse bursa klse "
    "nyseamerican nysearca oslo vie swx ebr bme nasdaqgs nasdaqgm"
)
# Titles that stand directly behind a firm's name ("Orvane CEO").
OFFICES = _set("ceo cfo coo cto chief chairman chairwoman president spokesman spokeswoman spokesperson")
# Firms whose names stand on buttons of pages.
PLATFORMS = _set(
    "facebook twitter linkedin instagram youtube pinterest whatsapp telegram reddit tiktok tumblr x email rss "
    "google+ medium"
)
# Jobs in capitals before or behind a person's name.
JOBS = _set(
    "curator officer director chairman chairwoman ceo cfo cto coo manager spokesman spokeswoman spokesperson analyst "
    "minister secretary planner editor producer engineer designer coordinator supervisor superintendent "
    "professor attorney coach partner"
)
TITLES = _set(
    "officer president director chairman chairwoman chief executive ceo cfo cto coo manager head founder partner "
    "spokesman spokeswoman spokesperson analyst minister secretary"
)
OF_PEOPLE = JOBS | TITLES
HONORIFICS = _set(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. sir lord lady president senator sen. rep. gov. governor minister "
    "justice judge king queen prince pope captain general capt. gen. col. lt. sgt. chancellor premier mayor"
)
# Words that never belong to a name, with or without a legal form.
CLOSED_CLASS = _set(
    "the a an this that these those in on at by for with from to as of and but or nor so yet if when while where "
    "whereas although though however meanwhile moreover furthermore additionally also according after before during "
    "since until unless because despite unlike like within across among between under over into through it its they "
    "their he his she her we our you your who which what why how both each every all some many most several such "
    "there here then thus hence is are was were be been has have had do does did will would can could may might "
    "should must mentioned profiled profiles covered vendors players companies manufacturers suppliers competitors "
    "participants include includes including yes no not about contact source see read visit download view request "
    "buy get ask meet note try compare discover explore choose join follow watch use find check let's don't don’t "
    "no. around outside inside amid alongside throughout toward towards besides neighbouring neighboring nearby "
    "anyone anybody nobody nothing none anything something someone"
)
# Words that are capitalised because a sentence starts, or that no company name consists of.
FUNCTION_WORDS = CLOSED_CLASS | _set(
    "other others another any only today now later recently currently overall finally first second third last next "
    "new key major leading top global company market markets cagrs report study reports providers firms brands "
    "names say says said etc base year cagr size share growth forecast historical data value usd eur gbp "
    "introduction conclusion overview summary table figure chapter click learn shares stock prominent notable main "
    "i my me us him them themselves itself ok well even just still already once again more less very too quite "
    "rather part player competition vendor competitive landscape list selected industry sector segment by-type "
    "former ex private-equity others' regional country countries regions top-10"
)
# First words that make a description of a name with a soft last word ("Consumer Electronics").
COMMON_FIRST = _set(
    "consumer industrial medical digital smart electric electronic automotive commercial residential renewable "
    "solar wind oil gas food personal home health "
    "clean advanced natural organic synthetic specialty fine heavy light high low big small large mobile "
    "wireless cloud cyber enterprise business public private "
    "artificial machine deep internet autonomous connected hybrid raw basic building construction power energy "
    "water waste air marine military defense defence "
    "animal human life biological chemical physical financial social urban rural agricultural retail wholesale "
    "online offline e-commerce travel real "
    "information operating embedded integrated intelligent virtual augmented quantum additive green blue white "
    "black red upstream downstream midstream "
    "asset wealth risk supply value life property non bio nano micro macro polymer carbon hydrogen lithium "
    "battery drug cell gene"
)


@lru_cache(maxsize=1)
def company_words() -> dict[str, str]:
    """Last words of company names, lower case, each hard or soft."""
    return {row[0]: row[1] for row in read_table("own/company_words.tsv")}


@lru_cache(maxsize=1)
def organisations() -> frozenset[str]:
    """Agencies, leagues, indices and the like that the last word does not tell ("UNESCO", "Red Cross"), as written."""
    return frozenset(row[0] for row in read_table("own/organisations.tsv"))


@lru_cache(maxsize=1)
def known_companies() -> Gazetteer[str]:
    """Large firms that texts name without more ado: "name", "word" when it is an English word as well, "research" for a research firm."""
    gazetteer: Gazetteer[str] = Gazetteer()
    for name, kind, *_ in read_table("own/known_companies.tsv"):
        gazetteer.add(name, kind)
    for name, *_ in read_table("own/research_firms.tsv"):
        gazetteer.add(name, "research")
    return gazetteer
