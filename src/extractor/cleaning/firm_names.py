"""Names of research firms: what makes a run of capitalised words one, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from extractor import late
from extractor.data.common_words import is_common
from extractor.data.firm_words import firm_words
from extractor.data.given_names import given_names
from extractor.data.tables import read_table

LONG_WORD: Final = 10  # characters from which a single word may be made of two ("TinInsights")
NAMES_KEPT: Final = 4096  # names looked up that are remembered: documents of one site repeat them
_FIRM_WORD: Final = late.regex(
    rf"\b(?:{firm_words('name')})\b|(?:[Ii]nsights?|[Rr]esearch|[Aa]nalytics|[Rr]eports)$"
    rf"|(?<=\w )(?:{firm_words('last')})$"
)
_FIRM_TAIL: Final = late.regex(rf"\w (?:{firm_words('said')}|{firm_words('sentence')})$")
# Names of sites that carry what others send them.
_CARRIER: Final = late.regex(r"(?:wire|portal|presse?|news)\w{0,2}$|^(?:press|news)", re.IGNORECASE)
# Bodies that give figures and publish no reports, and sites that spread them.
_PUBLIC_BODY_PATTERN: Final = (
    r"\b(?:University|Ministry|Association|Agency|Federation|Council|Organi[sz]ation|Commission|Department|Bank"
    r"|Government|Hospital|College|Authority|Bureau|Administration|Foundation|Society|Newswire|Presswire|Wire|PRWeb"
    r"|LinkedIn|Medium|Reuters|Bloomberg)\b|\b(?:Newspaper|Times|Post|Herald|Tribune|Gazette)$"
)
_PUBLIC_BODY: Final = late.regex(_PUBLIC_BODY_PATTERN)
_OTHER_BODY: Final = late.regex(
    rf"{_PUBLIC_BODY_PATTERN}|\b(?<!Research )(?:Institute|Cent(?:er|re))\b",
)
# Words of the names of newspapers, letters, and sites that anyone writes on: their owners quote figures.
_PERIODICAL: Final = late.regex(
    r"\b(?:News|Daily|Weekly|Monthly|Magazine|Journal|Chronicle|Review|Times|Post|Herald|Tribune|Gazette|Observer"
    r"|Express|Today|Press|Blog|Letters?|Newsletter|Digest|Bulletin|Wire|Diario|Correo|Zeitung"
    r"|Substack|openPR|Yahoo|Benzinga|Medium|LinkedIn|Pulse|Reddit|Facebook|YouTube|Twitter|WordPress|Blogger|Google)\b",
    re.IGNORECASE,
)
# Headings and doors of pages.
_NO_NAME: Final = late.regex(
    r"\b(?:Forecast Period|CAGR|Overview|Size|Share|Trends?|Growth|Outlook|Segment\w*|Regional|Table|Contents?|Sample"
    r"|PDF|Request|Download|Buy|Privacy|Policy|Cookies?|Login|Sign|Click|Blog|Methodology|Customi[sz]\w+|Enquiry"
    r"|Inquiry|Press Releases?|Whitepapers?|Webinars?|Careers?|FAQs?|Report ID|Report Code|Report Scope"
    r"|Report Coverage)\b|\b(?:Market|Industry|Report|Forecast)$|^(?:Research|Market) Reports?\b"
    r"|^(?:Explore|Browse|Discover|Read|View|Get|See|Find|Download|Latest|Recommended|Trending|Popular|Top|\d+\+?) ",
)
# Words that say what such firms do, or what their sites call their shelves: a name of these alone is no name, unless it is known.
_COMMON: Final = frozenset(
    "market markets marketing research report reports industry industries insight insights business consulting "
    "consultancy service services syndicated full latest new"
    " press our all global regional healthcare data free company companies analysis analyst analysts "
    "intelligence strategy strategies analytics custom premium"
    " related similar top key more the and & of for in by on to your you we an a about us contact advisory "
    "advisors solutions news study studies statistics economics"
    " forecast forecasts country world technology competitive consumer primary secondary quantitative "
    "qualitative product products trending published release releases"
    " chemicals energy food beverages automotive electronics semiconductor pharma medical devices packaging "
    "materials ict aerospace defense economic investment"
    " year selling top-selling specific requirements requirement talk speak ask trending popular featured "
    "recommended bestselling overview custom tailored your"
    " author authors editor editors website site team writer publisher blog"
    " pricing log login cart account my sign menu careers support resources platform events webinars library partners"
    " newsletter subscribe topics shop"
    " equity takeaways monday tuesday wednesday thursday friday saturday sunday"
    " executive strategic growth expert experts thought leadership case browse view read download get access "
    "explore search home".split()
)
_LEADS: Final = late.regex(
    r"^(?:(?:On |Last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|[\w.&’'-]+-based"
    r"|The|A|An|In|As|By|And|But|For|Our|This|That|While|According|About|Its|Meanwhile|However"
    r"|Analysts?(?: at)?|Consultancy|Consultants?|Researchers?|Report|"
    r"Research Firm|Firm|Study|Source|SOURCE|Copyright|Contact|CONTACT|Follow|Published|Powered|Visit|Welcome|Why"
    r"|Choose|Home|Provided|Media|Company|Name|Firm|NEWS|News|Provided|PROVIDED|BY|By)\s"
)
# Legal forms: those that begin no name, and others.
CLEAR_FORMS: Final = "Inc|Ltd|LLC|LLP|Corp|GmbH|PLC|plc"
LEGAL_FORMS: Final = (
    rf"{CLEAR_FORMS}|FZ-LLC|Pvt|Private|Limited|AG|Pte|B\.?V|N\.?V|Oyj?|AB|ASA?|A/S|ApS|OÜ|UAB|SIA|SAS|S\.A|S\.L|S\.[rR]\.[lL]|S\.p\.A"
    r"|Ltda|Lda|KK|K\.K|Kft|d\.o\.o|s\.r\.o"
)
_TAILS: Final = late.regex(
    rf"(?:,? (?:{LEGAL_FORMS}|Co|Sdn|Bhd|SARL|All Rights Reserved|All Rights|All|The|Home"
    r"|Logo|Post|Reports? [A-Z]\w*|Team|Privacy|Terms|Contact|Imprint|Impressum"
    r"|Phone|Tel|Telephone|Email|E-mail|Mail|Website|Web|Media Contact|Twitter|LinkedIn|Facebook|Follow|Corporate Office"
    r"|Head Office|Sales|Address|Suite|Read|Visit|View|Explore|Browse|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)+$"
    r"|(?:’s|'s)(?: Post)?$|[.,’']+s?$"
)
_ABBREVIATED: Final = late.regex(r"\.(?:com|io|net|org|co\.\w\w|biz)$", re.IGNORECASE)
_APART: Final = late.regex(r"[^a-z0-9]+")
# A menu written onto a name without a space: "Lamp Market ReportsHomeOur Reports".
_GLUED_MENU: Final = late.regex(
    r"(?<=[a-z])(?:Home|About|Contact|Our|Blogs?|Log[ Ii]n|Sign|Menu|Industries|Services|Products|Solutions|Reports)"
    r"(?=[A-Z ]|$).*"
)
# A heading glued to a name behind it: "Fence Post Market Tin Road Research".
_GLUED_HEADING: Final = late.regex(r"^.* Market (?=\S+ \S)")
_DANGLING: Final = late.regex(r"\s+(?:and|&)$|^(?:and|&)\s+")
_KEPT_ARTICLE: Final = late.regex(r"^The (?=(?:Business|Insight|Brainy|Freedonia|NPD|Market) )")


@cache
def known_firms() -> dict[str, str]:
    """The firms of the package's lists: their names and other names squeezed (`squeezed`) -> as they are shown."""
    shown = {squeezed(row[0]): row[0] for row in read_table("own/research_firms.tsv")}
    for line in (files("extractor.cleaning") / "publishers.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, others = line.partition(" = ")
            shown.update({squeezed(other): name for other in (name, *others.split("; ")) if other})
    return shown


@cache
def known_heads() -> frozenset[str]:
    """The first words of the known firms' names."""
    lines = [*known_firms().values()]
    return frozenset(name.split()[0] for name in lines)


@lru_cache(maxsize=NAMES_KEPT)
def squeezed(name: str) -> str:
    """A name without spaces, case, "and" and the ending of a domain: what its spellings have in common.

    >>> squeezed("Research and Markets"), squeezed("ResearchAndMarkets.com"), squeezed("Facts & Factors")
    ('researchmarkets', 'researchmarkets', 'factsfactors')
    """
    low = _ABBREVIATED.sub("", name.strip()).casefold()
    low = low.replace("&", " and ").removeprefix("the ")
    parts = [part for part in _APART.split(low) if part and part != "and"]
    joined = "".join(parts)
    return joined.replace("and", "") if len(parts) == 1 and joined in _JOINED_WITH_AND else joined


_JOINED_WITH_AND: Final = frozenset(("researchandmarkets", "marketsandmarkets", "reportsanddata", "factsandfactors"))


@lru_cache(maxsize=NAMES_KEPT)
def bare(name: str) -> str:
    """A name without what clings to it: lead words, legal forms, marks.

    >>> bare("According to Tin Road Research, Inc."), bare("Fathom Bio Research’s Post"), bare("On Friday London-based Lamp Research")
    ('to Tin Road Research', 'Fathom Bio Research', 'Lamp Research')
    >>> bare("Tin Road Metrics OÜ"), bare("Lamp Analyse A/S"), bare("Meticulous Market Research Pvt. Ltd.")
    ('Tin Road Metrics', 'Lamp Analyse', 'Meticulous Research')
    """
    name = _GLUED_MENU.sub("", name.strip())
    for _ in range(3):
        before = name
        name = _TAILS.sub("", name).strip(" ,.-–|")
        if not _KEPT_ARTICLE.match(name):
            name = _LEADS.sub("", name)
        if name == before:
            break
    name = _DANGLING.sub("", name)
    known = known_firms()
    shown = known.get(squeezed(name))
    if shown is not None:
        return shown
    behind = _GLUED_HEADING.sub("", name)
    if behind != name and looks_like_firm(behind) and behind.partition(" ")[0].casefold() not in _COMMON:
        return behind
    head, _, rest = name.partition(" ")
    if rest and all(word.casefold() in _COMMON for word in rest.split()):
        return known.get(squeezed(head), name)  # "Technavio Research" is known by its first word
    return name


@lru_cache(maxsize=NAMES_KEPT)
def _says_firm(name: str) -> bool:
    return _FIRM_WORD.search(name) is not None


def may_be_firm(name: str) -> bool:
    """A first look at a run of capitalised words: whether it holds a word of firms' names, or begins like a known one."""
    return _says_firm(name) or name.partition(" ")[0] in known_heads()


@lru_cache(maxsize=NAMES_KEPT)
def is_known(name: str) -> bool:
    """Whether a name is one of the package's lists, however it is spelled."""
    return squeezed(name) in known_firms()


@lru_cache(maxsize=NAMES_KEPT)
def is_heading(name: str) -> bool:
    """Whether capitalised words are a heading or a label of reports and their pages, and no name.

    >>> is_heading("Trends and Forecast"), is_heading("Forecast Year"), is_heading("Tin Road Research")
    (True, True, False)
    """
    return _NO_NAME.search(name) is not None or all(word.casefold() in _COMMON for word in name.split())


@lru_cache(maxsize=NAMES_KEPT)
def is_other_body(name: str) -> bool:
    """Whether a name is that of a body that gives figures and sells no reports, or of a newspaper or a wire.

    >>> is_other_body("Federation of Lamp Makers"), is_other_body("Lamp Research Institute")
    (True, False)
    """
    return _OTHER_BODY.search(name) is not None


@lru_cache(maxsize=NAMES_KEPT)
def is_public_body(name: str) -> bool:
    """As `is_other_body`, but for institutes, of which some sell reports.

    >>> is_public_body("Federation of Lamp Makers"), is_public_body("Lamp Economic Institute")
    (True, False)
    """
    return _PUBLIC_BODY.search(name) is not None


@lru_cache(maxsize=NAMES_KEPT)
def is_periodical(name: str) -> bool:
    """Whether a name is that of a newspaper, a letter or a platform.

    >>> is_periodical("The Daily Lamp"), is_periodical("Lampeter & Lowe")
    (True, False)
    """
    return _PERIODICAL.search(name) is not None


def is_topic(name: str, title_words: Collection[str]) -> bool:
    """Whether a name is a heading on the market of the title: "Tin Lamp Market Insights".

    >>> is_topic("Tin Lamp Market Insights", {"tin", "lamp", "market", "to", "grow"}), is_topic("Tin Market Insights", {"lamp"})
    (True, False)
    """
    words = name.split()
    own = [word.casefold() for word in words if word.casefold() not in _COMMON]
    return "Market" in words and all(word in title_words for word in own)


@lru_cache(maxsize=NAMES_KEPT)
def is_carrier(name: str) -> bool:
    """Whether a name is that of a wire or a site that carries what others send.

    >>> is_carrier("PRLog Newswire"), is_carrier("Lampeter & Lowe")
    (True, False)
    """
    return _CARRIER.search(name) is not None


@lru_cache(maxsize=NAMES_KEPT)
def looks_like_firm(name: str) -> bool:
    """Whether a name says that its bearer does research.

    >>> looks_like_firm("Tin Road Research"), looks_like_firm("Tin Road Analysis"), looks_like_firm("Tin Road Foundry")
    (True, True, False)
    """
    return (_says_firm(name) and (" " in name or len(name) > LONG_WORD)) or _FIRM_TAIL.search(name) is not None


@lru_cache(maxsize=NAMES_KEPT)
def all_common(name: str) -> bool:
    """Whether a name is of words of the language alone.

    >>> all_common("User Agreement"), all_common("Lampeter Agreement")
    (True, False)
    """
    return all(is_common(word.casefold()) for word in name.replace("-", " ").split())


@lru_cache(maxsize=NAMES_KEPT)
def is_person(name: str) -> bool:
    """Whether a name begins with a given name.

    >>> is_person("Anna Lind"), is_person("Lampeter & Lowe")
    (True, False)
    """
    return name.partition(" ")[0].casefold() in given_names()
