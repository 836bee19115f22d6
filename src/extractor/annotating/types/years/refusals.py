"""Four digits that are no year: quantities, standards, addresses, phone numbers, model names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# What is counted or measured by the number before it.
_COUNTED = frozenset(
    "companies firms people persons employees workers patients participants respondents vendors players suppliers "
    "manufacturers units pieces pages words days weeks months years beds rooms seats stores outlets shops branches locations "
    "sites hospitals clinics schools students teachers vehicles cars trucks buses aircraft ships vessels homes houses "
    "households families subscribers users customers clients members visitors passengers attendees delegates exhibitors jobs "
    "cases deaths infections samples records documents files articles papers patents products items tests trials devices "
    "machines robots stations chargers turbines panels countries cities bottles boxes points metric euros dollars pounds "
    "copies startups start-ups organizations organisations institutions professionals experts engineers scientists "
    "researchers doctors physicians nurses farmers children adults women men".split()
)
_MEASURED = frozenset(
    "tons tonnes kilograms kg km kilometers kilometres miles meters metres feet ft acres hectares mg g ml mw gw kw mwh gwh twh kwh hz mhz "
    "ghz khz rpm psi volts watts mah dpi ppm ppb hours hrs minutes seconds barrels liters litres gallons kilotons kilotonnes megawatts "
    "gigawatts calories bytes mb tb pixels sq sq. m² m2 km² km2 m³ m3 mm cm sqft lbs ounces kcal".split()
)
# Words that lead to a year even before something countable: "In 2024 patients had to wait".
_OPENS_YEAR = frozenset({"in", "by", "since", "until", "during", "from", "through", "of", "and", "to", "–", "-"})
_MORE_THAN = frozenset({"over", "than", "nearly", "about", "approximately", "some", "least", "around", "almost", "roughly", "exceeding"})
# Plurals that follow a year as what it is compared with.
_COMPARED = frozenset(
    "levels figures sales estimates values numbers results prices earnings revenues dollars forecasts projections shipments "
    "totals volumes terms rates standards goals targets elections plans models editions editions winners olympics games is was as "
    "has yes its this us plus guidelines regulations exports imports analysis basis status previous".split()
)
_STANDARDS = frozenset(
    "iso iec en din astm ieee ansi bs iso/iec nfpa ul asme csa jis no no. nos. # page pages p. pp. suite extension ext ext. box ver ver. v "
    "zip pin sku ref ref. bldg apt apt. din-en iso-iec saej sae asce aisi icd clause cas postcode postal model section article room version item "
    "code channel flight route highway building door unit api gb pub".split()
)
# Words that number things, but stand before years as well ("by type 2024-2032").
_NUMBERED = frozenset("type class grade series part".split())
# Years that a market text speaks of.
_LIKELY = range(2005, 2061)
_STREETS = frozenset(
    "street st. st avenue ave ave. road rd rd. boulevard blvd blvd. drive lane ln way plaza parkway pkwy court square highway suite".split()
)
_BEFORE_YEAR = frozenset({"in", "by", "to", "from", "since", "until", "through", "of", "-", "–", "and", "between"})
# Indices and lists named for how many they hold.
_INDICES = frozenset({"russell", "global", "fortune", "forbes", "csi", "nikkei", "rfc", "form", "rule", "flight"})
# What a number is joined to by a hyphen when it counts: "a 2000-page report".
_MEASURES = frozenset(
    "page mile foot feet mg square seat bed year years acre kg ton tonne hp watt person unit km meter metre room hour day week member kva "
    "volt mah ml liter litre gallon strong odd store employee dollar calorie piece kilometer kilometre".split()
)
# Between these words four digits are a year without more ado.
_SURE_BEFORE = frozenset({"in", "by", "from", "since", "until", "during", "through", "of", "and", "year"})
_SURE_AFTER = frozenset({",", ".", ")", ";", "and", "to", "with", "is", "was", "from", "at", "the", "a", "while", "will"})
_LONGEST_URL = 20  # tokens
_ERAS = frozenset({"bc", "bce", "b.c."})
_GLUE = frozenset(":._+#@=\\*&")
_DASHES = frozenset("-–‑‐")
_PREFIXES = frozenset("mid early late pre post end since vision fy cy year agenda horizon start-of ye q1 q2 q3 q4 h1 h2 jan feb mar apr may jun jul aug sep sept oct nov dec".split())


def is_refused(annotation: Annotation, at: int) -> bool:
    """Whether the four digits at token `at` are a number of something and no year."""
    words = annotation.words
    count = len(words)
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < count else None
    if before is not None and before.lower in _SURE_BEFORE and (after is None or after.lower in _SURE_AFTER):
        return False
    if before is not None and not annotation.has_space_before(at) and _is_glued_before(annotation, at):
        return True
    year = int(words[at].text)
    if before is not None and before.lower in _NUMBERED and not (at > 1 and words[at - 2].lower == "by"):
        return after is None or (after.text not in _DASHES and after.lower != "to")
    if before is not None and (before.lower in _STANDARDS or before.norm in ("<code>", "<sign>")):
        return before.norm not in ("<code>", "<sign>") or before.text in ("$", "€", "£", "¥", "₹", "#")
    if before is not None and before.lower in _INDICES and before.is_capitalized and (before.lower != "global" or (at > 1 and words[at - 2].lower == "forbes")):
        return True
    if after is not None and after.lower in _ERAS:
        return True
    if _is_phone(annotation, at):
        return True
    if after is None:
        return False
    glued = not annotation.has_space_before(at + 1)
    if glued:
        return _is_glued_behind(annotation, at)
    if after.lower in _MEASURED:
        return True
    lead = before.lower if before is not None else ""
    if after.lower in _COUNTED and (not after.is_capitalized or lead not in _BEFORE_YEAR):
        return lead not in _OPENS_YEAR or year not in _LIKELY
    if lead in _MORE_THAN and after.is_alpha and after.lower.endswith("s") and after.lower not in _COMPARED and not after.is_capitalized:
        return year % 50 == 0 or year not in _LIKELY
    if after.is_capitalized and after.is_alpha:
        return any(words[place].lower in _STREETS for place in range(at + 1, min(count, at + 5)))
    return False


def _is_in_url(annotation: Annotation, at: int) -> bool:
    """Whether the unbroken run that leads to token `at` is an address on the web."""
    words = annotation.words
    for place in range(at - 1, max(-1, at - _LONGEST_URL), -1):
        lower = words[place].lower
        if lower.startswith(("http", "www")) or lower.endswith((".com", ".org", ".net", ".gov", ".eu", ".io")):
            return True
        if annotation.has_space_before(place):
            return False
    return False


def _is_glued_before(annotation: Annotation, at: int) -> bool:
    words = annotation.words
    if words[at - 1].text in ("/", "-", "_", "=", "?", "&") and _is_in_url(annotation, at):
        return True
    mark = words[at - 1].text
    if at < 2 or annotation.has_space_before(at - 1):
        return mark in ("#", "@", "+", "v", "=")
    left = words[at - 2]
    if mark in _GLUE:
        return left.text[-1].isalnum() and not (mark == "." and left.is_alpha and len(left.text) > 2)
    if mark == "/":
        return left.is_digit and len(left.text) in (3, 4, 5) and (left.norm != "<year>" or (at > 2 and words[at - 3].lower in _STANDARDS))
    if mark in _DASHES:
        if left.norm == "<year>" and at > 2 and words[at - 3].lower in _STANDARDS:
            return True  # IEEE 1901-2020
        if left.is_digit:
            return len(left.text) == 3 or len(left.text) > 4 or (len(left.text) == 4 and left.norm != "<year>")
        if left.lower in _PREFIXES or left.norm == "<marked_year>":
            return False
        return left.has_digit or (left.is_upper and len(left.text) <= 5)
    return False


def _is_glued_behind(annotation: Annotation, at: int) -> bool:
    words = annotation.words
    mark = words[at + 1].text
    if mark in ("to", "and", "by", "with"):
        return False  # "2024to 2030": flattened
    if at + 2 >= len(words) or annotation.has_space_before(at + 2):
        return mark == "+" or mark[0].isalpha()
    right = words[at + 2]
    if mark in _DASHES and (right.is_digit or right.lower in _MEASURES):
        return right.lower in _MEASURES or len(right.text) in (3, 5, 6, 7)
    if mark == "/" and right.is_digit:
        return len(right.text) in (3, 5) or (len(right.text) == 4 and right.norm != "<year>")  # (EU) 2017/745
    if mark in ("×", "x", "X", "*"):
        return True
    return (mark in (":", "_", "+") and right.text[0].isalnum()) or mark[0].isalpha()


def _is_phone(annotation: Annotation, at: int) -> bool:
    """Whether groups of digits stand around: "+1 800 555 2034", "1800 123 4567", "+44 20 1946 0958"."""
    words = annotation.words
    following = words[at + 1 : at + 3]
    if len(following) == 2 and all(word.is_digit and 3 <= len(word.text) <= 4 and word.norm != "<year>" for word in following):
        return True
    if at < 2 or not words[at - 1].is_digit or words[at - 1].norm == "<year>":
        return False
    is_group = words[at - 2].is_digit or words[at - 2].text in ("+", ")", "-", "–")
    if len(words[at - 1].text) == 3:
        return is_group
    return is_group and bool(following) and following[0].is_digit and following[0].norm != "<year>"
