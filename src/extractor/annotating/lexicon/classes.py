"""The lexical class of a distinct word that can be part of a quantity ("9.2" -> "<number>", "Mn" -> "<scale>")."""

from __future__ import annotations

import re

from extractor.annotating.lexicon.currencies import single_word
from extractor.annotating.lexicon.terms import LETTER, MINUSES, YEAR, is_number, is_unread_scale, scale_of

NUMBER, YEAR_NUMBER, SCALE, LETTER_SCALE = "<number>", "<year>", "<scale>", "<letter>"
CURRENCY_CLASSES = {"code": "<code>", "sign": "<sign>", "unit": "<unit>", "minor": "<minor>"}
# Classes that are asked for together.
NUMBER_NORMS = frozenset({NUMBER, YEAR_NUMBER})
SCALE_NORMS = frozenset({SCALE, LETTER_SCALE})
CURRENCY_NORMS = frozenset(CURRENCY_CLASSES.values())
PERCENT, BASIS = "<percent>", "<basis>"
MARKED_YEAR = "<marked_year>"
FISCAL, DATE, QUOTE = "<fiscal>", "<date>", "<quote>"
PLACEHOLDER = "<placeholder>"
# Words that a year or decade in words starts with or ends on: see types/years/spoken.py.
SPOKEN = "<spoken>"
_SPOKEN_WORDS = frozenset(
    "twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenties thirties fifties sixties "
    "seventies eighties nineties noughties naughties aughts".split()
)
_SPOKEN_DECADE = re.compile(r"[1-9]0s")
_FISCAL_WORDS = frozenset({"fy", "cy", "fye", "fiscal", "financial"})
# All classes a token of a quantity or a year can have.
CLASSES = NUMBER_NORMS | SCALE_NORMS | CURRENCY_NORMS | {PERCENT, BASIS, MARKED_YEAR, FISCAL, DATE, QUOTE, SPOKEN}

PERCENT_WORDS = frozenset(
    "% ％ ٪ ﹪ centum precent perecent pecent persent percet percent percents percentage percentages pct pct. bps bp "
    "bps. b.p. pp pps ppt ppts pps. percentage-point percentage-points p.p. pp. % ‰ basis-point basis-points".split()
)
# British newspapers' percent, in small letters only; they stand for "piece" as well.
SHORT_PERCENT_WORDS = frozenset({"pc", "p.c", "p.c."})
# Parts of patterns: short names of months, and what marks a year of accounts.
SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
FISCAL_MARK = r"(?:FY|CY|FYE|AY|MY|YE|HY|Fy|Cy|fy|cy)['’]?"
# FY24, FY2024, 2025E, 1990s, Q3, 4Q23, H1 ...: see types/years.
_MARKED = re.compile(
    rf"{FISCAL_MARK}(?:\d\d|(?:19|20|21)\d\d)[AEFPaefp]?"
    r"|(?:1[89]|20|21)\d\d(?:[AEFPBaefpb]|est|Est)"
    r"|(?:1\d|20|21)\d0'?[sS]"
    r"|(?:[QH][1-4]|[1-4][QH]|1HY|[369]M)['’]?(?:[FC]Y)?(?:(?:\d\d|(?:19|20)\d\d)[AEFPaefp]?)?|c(?:1[4-9]|20)\d\d"
    rf"|(?:19|20)\d\d[QH][1-4]|{SHORT_MONTH}(?:['’]\d\d|(?:19|20)\d\d)"
)

_DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|[12]\d|3[01])\.(?:1[89]|20|21)\d\d|(?:1[89]|20"
    r"|21)\d\d\.[01]\d\.[0-3]\d|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d"
)
_PLACEHOLDER = re.compile(
    r"[xX#*]{1,4}(?:[.,][xX#*]{1,4})*|[xX]{2,}[a-zA-Z]{0,2}|[0-9][xX]{2,}(?:\.[xX]+)?|_{2,}|n/a|XX\.?"
)

# Words and classes that may go on with the number before them.
_EXTENDING = frozenset({"and", "of", "/", "+", "odd", "plus", "(", ".", ",", *MINUSES, "‐"})
_EXTENDING_CLASSES = NUMBER_NORMS | SCALE_NORMS


def extends_number(lower: str, norm: str) -> bool:
    """Whether a word, given in small letters and with its class, may go on with the number before it.

    >>> extends_number("billion", "<scale>"), extends_number("and", "and"), extends_number("zillion", "zillion"), extends_number("in", "in")
    (True, True, True, False)
    """
    return (
        norm in _EXTENDING_CLASSES
        or lower in _EXTENDING
        or (len(lower) == 1 and not lower.isascii())
        or is_unread_scale(lower)
    )


def classify(text: str) -> str | None:
    """The class of a word of a quantity, or None.

    >>> [classify(text) for text in ("9.2", "2025", "Mn", "USD", "$", "dollars", "%", "FY24", "k", "market")]
    ['<number>', '<year>', '<scale>', '<code>', '<sign>', '<unit>', '<percent>', '<marked_year>', '<letter>', None]
    """
    if len(text) > 40:
        return None
    if text.isalpha():
        return _class_of_letters(text)
    if is_number(text):
        if YEAR.fullmatch(text):
            return YEAR_NUMBER
        return DATE if text.count(".") == 2 and _DATE.fullmatch(text) else NUMBER
    if (found := _class_of_name(text)) is not None:
        return found
    if _MARKED.fullmatch(text):
        return MARKED_YEAR
    if text in ("'", "’", "‘"):
        return QUOTE
    if _SPOKEN_DECADE.fullmatch(text):
        return SPOKEN
    return PLACEHOLDER if _PLACEHOLDER.fullmatch(text) else None


def _class_of_letters(text: str) -> str | None:
    """The class of a word of letters alone: most words are, and most of them have none."""
    if (found := _class_of_name(text)) is not None:
        return found
    lower = text.lower()
    if lower in _FISCAL_WORDS:
        return FISCAL
    if lower in _SPOKEN_WORDS:
        return SPOKEN
    return PLACEHOLDER if lower[0] == "x" and _PLACEHOLDER.fullmatch(text) else None


def _class_of_name(text: str) -> str | None:
    """The class of a word that the tables of percents, currencies and scales have."""
    lower = text.lower()
    if lower in PERCENT_WORDS or text in SHORT_PERCENT_WORDS:
        return PERCENT
    if lower == "basis":
        return BASIS
    currency = single_word(text)
    if currency is not None:
        return CURRENCY_CLASSES[currency.kind]
    scale = scale_of(text)
    if scale is not None:
        return LETTER_SCALE if scale.kind == LETTER else SCALE
    return None
