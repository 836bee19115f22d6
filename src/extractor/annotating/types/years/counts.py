"""Numbers that count, measure or number something, told by the words beside them: four digits that are no year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import MONTH_NAMES
from extractor.annotating.tokens.words import word_at

if TYPE_CHECKING:
    from extractor.annotating.tokens.words import Word

# What is counted or measured by the number before it.
_COUNTED = frozenset(
    "companies firms people persons employees workers patients participants respondents vendors players suppliers "
    "manufacturers units pieces pages words days weeks months years beds rooms seats stores outlets shops branches "
    "locations sites hospitals clinics schools students teachers vehicles cars trucks buses aircraft ships vessels "
    "homes houses households families subscribers users customers clients members visitors passengers attendees "
    "delegates exhibitors jobs cases deaths infections samples records documents files articles papers patents "
    "products items tests trials devices machines robots stations chargers turbines panels countries cities bottles "
    "boxes points metric euros dollars pounds copies startups start-ups organizations organisations institutions "
    "professionals experts engineers scientists staff troops soldiers refugees voters villages species sheep trees "
    "pupils guests fans meals lives babies acres researchers doctors physicians nurses farmers children adults women "
    "men votes ballots signatures complaints calls emails letters tickets runners riders entries entrants volunteers "
    "recruits prisoners migrants protesters spectators bridges lamps poems songs paintings coins stamps photographs "
    "pictures birds cattle cows pigs goats hens chickens horses bees mice".split()
)
# Behind "of" these are what is counted: "2024 of them left".
_THEM = frozenset("them us these those whom which".split())
_MEASURED = frozenset(
    "tons tonnes kilograms kg km kilometers kilometres miles meters metres feet ft acres hectares mg g ml mw gw kw mwh "
    "gwh twh kwh hz mhz ghz khz rpm psi volts watts mah dpi ppm ppb hours hrs minutes seconds barrels liters litres "
    "gallons kilotons kilotonnes megawatts gigawatts bits cores characters lumens mcg cc gb kj kpa hpa °c °f ° gmt utc "
    "calories steps degrees hp bar m ha bytes mb tb pixels sq sq. m² m2 km² km2 m³ m3 mm cm sqft lbs ounces kcal".split()
)
# Words that lead to a year.
_YEAR_LEADS = frozenset("spring summer autumn fall winter in by since until from through of and to – -".split())
# Words that lead to a year even before something countable: "In 2024 patients had to wait".
_OPENS_YEAR = _YEAR_LEADS | {"during"}
_MORE_THAN = frozenset(
    {"over", "than", "nearly", "about", "approximately", "some", "least", "around", "almost", "roughly", "exceeding"}
)
# Verbs whose object a number counts: "owns 1987 maps".
_HAVING = frozenset(
    "owns own owned has had holds held contains contained sold sells bought buys planted delivered counted recorded "
    "received opened operates operated runs hosted drew attracted killed injured affected trained surveyed interviewed "
    "tested built made collected printed".split()
)
_COUNTING_LEADS = frozenset("are were took takes needs need requires carries carried there lists".split())
# Past verbs and participles that figures of a year follow: "compared 1998 exports", "adjusted 1999 incomes".
_OF_FIGURES = ("estimated", "based", "projected", "expected", "compared", "reported", "adjusted", "ceeded", "passed")
# Years that what follows is more likely dated by than counted.
_CURRENT = range(2015, 2036)
# Plurals that follow a year as what it is compared with.
_COMPARED = frozenset(
    "levels figures sales estimates values numbers results prices earnings revenues dollars forecasts projections "
    "shipments totals volumes terms rates standards goals targets elections plans models editions editions winners "
    "olympics games is was as has yes its this us plus guidelines regulations exports imports analysis basis status "
    "previous profits losses margins budgets dividends deliveries orders bonuses accounts receipts reports awards "
    "contracts campaigns seasons sees marks brings shows looks offers promises remains begins starts ends".split()
)
_STANDARDS = frozenset(
    "iso iec en din astm ieee ansi bs iso/iec nfpa ul asme csa jis u.s.c. usc c.f.r. cfr no no. nos. # page pages p. "
    "pp. suite extension ext ext. box ver ver. v zip pin sku ref ref. bldg apt apt. din-en iso-iec saej sae asce aisi "
    "icd clause cas postcode postal model section article room version item number numbers pantone stanag tel tel. "
    "phone kilometre block question bus tram bill hb docket ticket sector terminal isbn issn doi iban dial box route "
    "port error account id sample kernel locker apartment hangar pier junction exit squadron § lot lots gate platform "
    "invoice batch serial asteroid code channel flight route highway building door unit api gb pub badge booking "
    "reservation berth bay desk pump crate container parcel locomotive carriage seat warrant claim permit voucher "
    "coupon reference chapter verse psalm hymn opus op. episode employee user passenger patient participant incident "
    "bug task sensor node agent rider marker customer member eta etd departs arrives dep. arr. paragraph para. "
    "footnote exhibit appendix annex fig. figure table ngc elo rated".split()
)
# Words that number things, but stand before years as well ("by type 2024-2032").
_NUMBERED = frozenset("type class grade series part".split())
# Years that a market text speaks of.
_LIKELY = range(2005, 2061)
_STREETS = frozenset(
    "street st. st avenue ave ave. road rd rd. boulevard blvd blvd. drive lane ln way plaza parkway pkwy court square "
    "highway suite".split()
)
_BEFORE_YEAR = _YEAR_LEADS | {"between"}
# Indices and lists named for how many they hold.
_INDICES = frozenset({"russell", "global", "fortune", "forbes", "csi", "nikkei", "rfc", "form", "rule", "flight"})
# Programs and machines that carry a year or a number of four digits as their name.
_PRODUCTS = frozenset({"Windows", "Office", "AutoCAD", "LaserJet", "OfficeJet", "DeskJet"})
# Capitals that are units or time zones behind a number: "2000 W", "2015 EST".
_UNIT_SIGNS = frozenset("W V K EST EDT CST CDT PST PDT CET CEST BST IST JST AEST SGT Z".split())
# Numbers that are multiples of this are more often a count than a year, where nothing says which.
_ROUND = 50
# Words that set a bound: a year is rarely "fewer than".
_BOUNDS = frozenset({"over", "than", "nearly", "some", "least", "almost", "exceeding"})
_DETERMINERS = frozenset({"the", "its", "their", "our", "his", "her", "a", "this"})
# What comes out year by year.
_EDITIONS = frozenset(
    "report survey guide guidelines meeting index data list figures conference show awards study plan budget season "
    "target forecast edition election census summit review outlook handbook championship festival campaign programme "
    "program".split()
)
_COUNTING_VERBS = ("employ", "hire", "hiring")
_TOTALS = frozenset(
    "total number crowd workforce population group team staff score rating tally elo height altitude depth weight "
    "speed distance length capacity maximum minimum average mean count audience attendance circulation amount salary "
    "sum elevation".split()
)
_VESSELS = frozenset(
    "crate box case sack bag bundle batch stack pile heap load basket barrel fleet herd flock crowd swarm set lot pack "
    "shipment consignment convoy army force collection library archive".split()
)
_ERAS = frozenset({"bc", "bce", "b.c."})
_DASHES = frozenset("-–‑‐")
_LONGEST_STREET = 5  # tokens of a street's name


def counts_what_follows(words: list[Word], at: int) -> bool:
    """Whether the number at token `at` counts, measures or names what stands behind it: "2000 tonnes", "2012 DA14"."""
    after = words[at + 1]
    if after.lower in _MEASURED or after.text in _UNIT_SIGNS or after.text in ("x", "×") or _is_designation(after):
        return True
    if after.lower == "of" and word_at(words, at + 2).lower in _THEM:
        return True
    if _names_edition(words, at):
        return False
    lead = word_at(words, at - 1).lower
    year = int(words[at].text)
    if after.lower in _COUNTED and (not after.is_capitalized or lead not in _BEFORE_YEAR):
        return lead not in _OPENS_YEAR or year not in _LIKELY
    if _is_plural(after) and (lead in _HAVING or _goes_on_counting(words, at, lead)):
        return True
    if _is_plural(after) and year not in _LIKELY and _is_measured_out(words, at, lead):
        return True
    if _is_plural(after) and year not in _CURRENT and (lead in _COUNTING_LEADS or _is_past_verb(lead)):
        return True
    if lead in _MORE_THAN and _is_plural(after):
        return year % _ROUND == 0 or year not in _LIKELY
    if after.is_capitalized and after.is_alpha:
        return any(word.lower in _STREETS for word in words[at + 1 : at + _LONGEST_STREET])
    return _is_round_count(words, at, lead, after)


def _is_past_verb(lower: str) -> bool:
    """Whether the word is a verb whose object could be counted: "shipped 1998 crates"."""
    return len(lower) > len("eded") and lower.endswith("ed") and not lower.endswith(_OF_FIGURES)


def _is_measured_out(words: list[Word], at: int, lead: str) -> bool:
    """Whether the number counts what is measured out, or what a vessel holds: "1987 sacks of flour", "a crate of 1990 lemons"."""
    if lead == "of":
        return word_at(words, at - 2).lower in _VESSELS
    return not at and word_at(words, 2).lower == "of"


def _goes_on_counting(words: list[Word], at: int, lead: str) -> bool:
    """Whether the number goes on with a list of counts: "1987 maps and 2010 atlases"."""
    return lead == "and" and word_at(words, at - 3).norm == "<year>" and _is_plural(words[at - 2])


def is_of_what_precedes(words: list[Word], at: int) -> bool | None:
    """Whether the words before token `at` make its number a count, a measure or a thing's own; None when they do not say."""
    if is_counted_before(words, at) or ends_numbered(words, at):
        return True
    before, lead = words[at - 1], words[at - 2].lower if at > 1 else ""
    if before.lower in _NUMBERED and lead != "by":
        after = word_at(words, at + 1)
        return after.text not in _DASHES and after.lower != "to"
    if before.norm in ("<code>", "<sign>"):
        return before.text in ("$", "€", "£", "¥", "₹", "#")
    if before.lower in _STANDARDS or before.text in _PRODUCTS:
        return True
    is_index = before.lower in _INDICES and before.is_capitalized
    if is_index and (before.lower != "global" or lead == "forbes"):
        return True
    return True if at + 1 == len(words) and before.lower in _BOUNDS and int(words[at].text) % _ROUND == 0 else None


def is_era(word: Word) -> bool:
    """Whether the word dates a year before our era."""
    return word.lower in _ERAS


def _is_plural(word: Word) -> bool:
    """Whether the word is a plural in small letters, and no word that follows a year as well."""
    return word.is_alpha and not word.is_capitalized and word.lower.endswith("s") and word.lower not in _COMPARED


def _names_edition(words: list[Word], at: int) -> bool:
    """Whether what follows is a thing of that year: "the 2024 jobs report", "the 2024 members' meeting"."""
    if not words[at + 1].is_alpha or word_at(words, at - 1).lower not in _DETERMINERS:
        return False
    following = word_at(words, at + 2)
    return following.lower in _EDITIONS or following.text in ("'", "’")


def _is_round_count(words: list[Word], at: int, lead: str, after: Word) -> bool:
    """Whether a round number counts what follows, or what was named before: "2000 votes", "fewer than 2000", "2000 or so"."""
    behind = word_at(words, at + 2).lower
    if after.lower == "local" and behind == "time":
        return True
    if (after.lower == "or" and behind == "so") or (after.lower == "plus" and behind.isalpha()):
        return True
    if int(words[at].text) % _ROUND:
        return False
    if lead in _BOUNDS:
        return not (after.lower.endswith("s") and after.is_alpha)
    if (
        lead in ("to", "and")
        and word_at(words, at - 3).lower in ("between", "from")
        and words[at - 2].norm == "<number>"
    ):
        return True
    return _is_plural(after) and lead not in _BEFORE_YEAR and int(words[at].text) not in _LIKELY


def is_counted_before(words: list[Word], at: int) -> bool:
    """Whether what stands before says that the digits count: "a total of 2019", "employs 1900", "no. 2031", "2 x 2000"."""
    before = words[at - 1].lower
    if before.startswith(_COUNTING_VERBS) or before in ("x", "×"):
        return True
    lead = word_at(words, at - 2).lower
    if before == ".":
        return lead in _STANDARDS or lead in ("nr", "p", "pp")
    if before == "to" and lead.isdigit() and lead.startswith("0"):
        return True  # hours: "from 0900 to 1900"
    return before == "of" and (lead in _TOTALS or (lead.isdigit() and word_at(words, at - 3).lower in _STANDARDS))


def is_numbered(words: list[Word], at: int) -> bool:
    """Whether what stands before the digits numbers things: "batch 2019-44"."""
    return word_at(words, at - 1).lower in _STANDARDS


def is_ratio(words: list[Word], at: int) -> bool:
    """Whether another number makes the digits a measure: "2000 to 1", "1920 by 1080"."""
    joint = word_at(words, at + 1).lower
    if joint not in ("by", "to"):
        return False
    other = word_at(words, at + 2)
    is_size = joint == "by" and other.is_digit and other.width in (3, 4) and other.norm != "<year>"
    behind = word_at(words, at + 3).lower
    is_odds = joint == "to" and other.text == "1" and behind not in MONTH_NAMES and behind != "/"
    return is_size or is_odds


def ends_measured(words: list[Word], at: int) -> bool:
    """Whether the digits start a range of a measure: "from 1900 to 2030 hours"."""
    if at + 3 >= len(words) or words[at + 2].norm != "<year>":
        return False
    unit = words[at + 3].lower
    if unit not in _MEASURED and (unit not in _COUNTED or int(words[at].text) in _LIKELY):
        return False
    return _links_range(words[at + 1])


def ends_numbered(words: list[Word], at: int) -> bool:
    """Whether the digits end a range of numbered things: "lots 1995 to 1999"."""
    if at < 3 or words[at - 2].norm != "<year>":
        return False
    numbered = word_at(words, at - 3).lower
    is_list = numbered in _STANDARDS or (numbered == "." and word_at(words, at - 4).lower in ("p", "pp", "nos"))
    return is_list and _links_range(words[at - 1])


def _links_range(word: Word) -> bool:
    """Whether the word stands between the two numbers of a range, or of a pair."""
    return word.text in _DASHES or word.lower in ("to", "and", "or")


def _is_designation(word: Word) -> bool:
    """Whether a word of capitals and digits goes on with what the number began: "2012 DA14"."""
    return word.has_digit and word.is_upper and word.text[0].isalpha() and word.norm not in ("<marked_year>", "<year>")
