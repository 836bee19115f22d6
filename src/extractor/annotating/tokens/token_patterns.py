"""Where a text is cut into tokens: the patterns of marks before, behind and inside a chunk, and what stays whole."""

from __future__ import annotations

import re

from extractor import late
from extractor.annotating.lexicon.glue import (
    GLUED_BEHIND,
    SIGN_CHARACTERS,
    compound_signs,
    glue_places,
    signs_behind,
    whole_signs,
)

CURRENCY_SIGNS = f"[{SIGN_CHARACTERS}]"
OPENING = r"""[(\[{<«‹"'“‘„‚`]"""
CLOSING = r"""[)\]}>»›"'”’`]"""
DASHES = "-‐‑‒–—―−~～〜→"
_PERCENTS = "%％﹪٪‰"
_RAISED = "⁰¹²³⁴-⁹"
_PREFIX = rf"\+/-|[-=]>|{compound_signs()}|{CURRENCY_SIGNS}|{OPENING}|[#©*•·▪●◦‣■□–—―−~～〜≈≃≅<>≤≥±+=/&|:;,!?…→@§†‡_%％‐‑-]|\.\.+|\.(?!\d)|’(?=\d)"
# The number of a note behind a word, a scale, a percent sign or a number; "m²" and "km³" are units, "10⁶" is a power.
_NOTE = (
    r"(?:(?<=[a-z]{4})|(?<=[A-Z]{3})|(?<=%)|(?<=[bBmMtT]n)|(?<=\d[kKMBT])|(?<=\dm)(?=¹)|(?<=[1-9])|(?<=\d\d0)|(?<=[.,]\d0))"
    rf"[{_RAISED}]+"
)
_SUFFIX = rf"{_NOTE}|(?<=\d)(?:{signs_behind()})|['’][sS](?![\w])|[{_PERCENTS}]|{CLOSING}|{CURRENCY_SIGNS}|\.\.+|[.,;:!?…*®™©°+=/|→†‡_&–—―−~‐‑-]"
# Scale words and letters that are told from the number they are glued to.
_SCALES = (
    "[mb]i{1,2}l{1,3}i{0,2}ons?|tri{0,2}l{1,3}i{0,2}ons?|thousands?|hundred|crores?|lakhs?|lacs?|milliards?|"
    "bln|mln|mill|tr|trn|tln|trln|bil|mio|mrd|mia|bn|mn|tn|mm|md|mil|cr|lakh|k|m|b|t|L"
)
_ENDS_NUMBER = "[0-9½⅓⅔¼¾⅛⅜⅝⅞]"
_AMOUNT = rf"\d|[A-Z]{{0,3}}{CURRENCY_SIGNS}"
_INFIX = "|".join(
    (
        rf"(?<=[\w{_PERCENTS})\].'’&])(?:[-=]>|[{DASHES}]+)(?=[\w{SIGN_CHARACTERS}(.~]|['’]\d)",  # any dash between two parts
        rf"(?<=[\w{_PERCENTS})\]'’.{SIGN_CHARACTERS}])(?!(?<=\bS)/\d\d)[/|…](?=[\w{SIGN_CHARACTERS}(]|['’]\d)|(?<=\d)\.\.+(?=\d)",
        rf"(?<={_ENDS_NUMBER})(?!(?<=[369])M['’]?(?:FY)?\d\d)(?=(?i:{_SCALES})(?![a-z]))",  # 12.3Bn, but 9M24
        r"(?<=[0-9])(?=(?i:million|billion|trillion|crore|lakh)[a-z])",  # "billionby"
        rf"(?<={_ENDS_NUMBER})(?=(?i:bps?|ppts?|pps?|p\.p\.|p\.c\.|pct|percent|per)(?![a-z]))|(?<={_ENDS_NUMBER})(?=pc(?![\w]))",
        rf"(?<={_ENDS_NUMBER})(?=[{_PERCENTS}])|(?<=[0-9])(?<!(?:18|19|20|21)\d\d)(?=p(?!\w))",
        rf"(?:(?<=[a-z])|(?<=ILLION))(?={CURRENCY_SIGNS})|(?:(?<=illion)|(?<=crore)|(?<=[0-9][bmtBMT]n))(?=(?:USD|EUR|GBP|INR|CNY|RMB|JPY)\b)",
        r"(?i:(?<=illion)|(?<=illions))(?=\d)|(?<=[0-9][bmtBMT]n)(?=\d{1,2}(?!\w))",  # the number of a note
        r"(?i:(?<=[mbr]illion)(?=(?:by|in|during|from|to|at|for|with|and|over)(?:\b|\d)))",
        rf"(?<={CURRENCY_SIGNS})(?=[\d.])|(?<=CAGR)(?=\d)|(?<=\d)(?={CURRENCY_SIGNS}(?:[{DASHES}/]\d|[-‑/][a-zA-Z]))|(?<=[.,]\d\d)(?={CURRENCY_SIGNS}\d)|(?<=\d)(?=(?:{'|'.join(GLUED_BEHIND)})\b)",
        r"(?<=\bin|\bby|\bto|\bof)(?=(?:19|20|21)\d\d)|(?<=\bfrom)(?=(?:19|20)\d\d)|(?<=\d20[0-4]\d)(?=(?:to|and"
        r"|by|with)\b)|(?<=\b20\d\d)(?=(?:to|and|by|with)(?:\b|\d))",
        r"(?<=to)(?=20\d\d\b)|(?<=[yY]ear)(?=(?:19|20)\d\d)|(?<=[pP]eriod)(?=(?:19|20)\d\d)",
        rf"(?<={CURRENCY_SIGNS})[{DASHES}](?=[\w.])|(?<=[.,]\d\d)(?=[A-Z][a-z]{{2}})",  # "$12.99Add to cart"
        rf"(?<=\bNo\.)(?=\d)|(?<=\b[cCbB]\.)(?={_AMOUNT})|(?<=\bca\.|\bCa\.)(?={_AMOUNT})",
        r"(?<=[%％])(?=[\w(])|(?<=[%％])[,;:±](?=[\d+-])|(?<=\bof|\bby|\bup)(?=\d[\d.,]*$)",
        r"(?<=[a-z)\]%])[.!?](?=[A-Z][a-z])",  # a sentence glued to the next
        r"(?<=(?:19|20)\d\d)[.!?](?=[A-Z][a-z]|\[\d)",  # the same behind a year, or a footnote's mark
        rf"(?<=[a-z0-9)\]%\"”»])[,;:!?]{{1,2}}(?=[A-Za-z(\"“{SIGN_CHARACTERS}])",
        r"(?<=[a-zA-Z])[,;:](?=\d)",
        r"(?<=[A-Z.])[,;](?=[A-Z][A-Za-z.])|(?<=[A-Za-z]\.)[,;](?=\d)",  # a row of values: "ORV,Orvane S.A.,ORX,7"
        rf"(?<=[\w.%,'’®™{SIGN_CHARACTERS}=:])[()\[\]{{}}\"“”«»](?=[{DASHES}\w{SIGN_CHARACTERS}%.,;:<=>?@|_])",
        rf"(?<=[{DASHES}/])['’](?=\d)|(?<=[A-Z]{{3}})(?=['’]000)",
        r"(?<=[\w.)])[®™©†‡*•](?=\w)",
        r"(?<=\w)&(?=\w{3})",
        r"(?<=\d)[xX×](?=\d)|(?<=[\w])[=<>≈≤≥→](?=[\w$€£(/\"“])|(?<=\w)\+(?=[$€£])|(?<=[\d%])\+(?=[a-z]{3})",
    )
)
# Abbreviations that keep their full stop. A sentence may end on them: see sentences.py.
_ABBREVIATION = late.regex(
    r"(?:[A-Za-z]\.){2,}[A-Za-z]?$"  # U.S. e.g. S.p.A. N.V. U.S.A
    r"|(?:Inc|Corp|Co|Ltd|Cos|Bros|Mfg|Intl|Pty|Pvt|Plc|Cie|Gmbh|Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|Mt|Ft|vs|No|Nos|Vol"
    r"|Fig|Rs|Fr|Re|Rp|"
    r"approx|est|ca|cf|al|etc|p\.c|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Dept|Assn|Gen|Sen|Rep|Gov"
    r"|Univ|INC|CORP|CO|LTD|PVT|PTY|DR|ST|"
    r"inc|ltd|Ltda|Lda|Bhd|Sdn|Tbk|Kft|Zrt|Nyrt|Oyj|Hldgs|Techs|Labs|Pharm|Sp|st|z\.o\.o|o\.o|d\.o\.o|a\.s"
    r"|s\.r\.o|S\.p\.A|S\.r\.l|p\.a|Spol|Kabushiki|"
    r"e\.V|mbH|m\.b\.H|Ges|B\.S\.C|S\.A\.B|C\.V)\.$"
    rf"|(?:{whole_signs()})$"
    r"|A/S$|ApS$|[A-Z]/[A-Z]$|a/s$|I/S$|K/S$|c/o$|[A-Z]&[A-Z]$"
)


def is_whole(text: str) -> bool:
    """Whether `text` is a token as it stands, whatever marks it ends on."""
    return not text.isalnum() and _ABBREVIATION.match(text) is not None


_FIRST = late.regex(rf"^(?:{_PREFIX})")
_LAST = late.regex(rf"(?:{_SUFFIX})$")
_INSIDE = late.regex(_INFIX)
_LAST_DASH = late.regex(r"\d[-–—](?=[A-Z][A-Za-z]{1,3}\.$)")
_has_digit = re.compile(r"\d").search


def find_prefix(text: str) -> re.Match[str] | None:
    """The mark that a chunk starts with."""
    return _FIRST.search(text)


def find_suffix(text: str) -> re.Match[str] | None:
    """The suffix to split off; none from an abbreviation (prefix and suffix are stripped at once, as in "(vs.")."""
    if (text.isascii() and text.isalnum()) or is_whole(text):
        return None
    if text[-1:] == "." and (dash := _LAST_DASH.search(text)) is not None and is_whole(text[dash.end() :]):
        return None  # "1,200–Rs."
    return _LAST.search(text)


# Words, figures and ranges of them with the marks around that are always tokens of their own.
_LETTERS = r"[A-Za-z]+"
_FIGURE = r"[0-9]+(?:[.,][0-9]+)*"
_CERTAIN = re.compile(
    rf"([(\"“]?)({_LETTERS}|{_FIGURE})(?:(-)({_LETTERS}|{_FIGURE}))?(['’]s)?(%)?([)\"”]?)([.,;:!?]?)"
).fullmatch
_IS_MIXED = re.compile(r"[a-z]-?[0-9]|[0-9]-?[a-z]", re.IGNORECASE).search  # "Q3-24", "of-2024"


def is_one_token(text: str) -> bool:
    """Whether a chunk is a token for certain: plain letters, which no pattern cuts but that of a glued scale word."""
    return text.isalpha() and text.isascii() and not _has_scale(text)


def _has_scale(text: str) -> bool:
    """Whether a scale word stands in a chunk, to which others may be glued: "billionby"."""
    return "illion" in text or "ILLION" in text


def certain_tokens(text: str) -> tuple[str, ...]:
    """The tokens of a chunk of plain letters or figures with common marks; none where the tokenizer has to look.

    >>> certain_tokens("(well-known),"), certain_tokens("7.5%."), certain_tokens("Inc."), certain_tokens("USD5")
    (('(', 'well', '-', 'known', ')', ','), ('7.5', '%', '.'), (), ())
    """
    if is_one_token(text):
        return (text,)
    match = _CERTAIN(text)
    if match is None or _has_scale(text) or _IS_MIXED(text) is not None:
        return ()
    if text[-1] == "." and is_whole(text.lstrip('("“')):
        return ()
    return tuple(filter(None, match.groups()))


def find_infixes(text: str) -> list[re.Match[str]]:
    """The places inside a chunk at which it is split."""
    if is_one_token(text):
        return []
    found = list(_INSIDE.finditer(text))
    if _has_digit(text):
        known = {match.start() for match in found}
        found += [match for match in glue_places(text) if match.start() not in known]
        found.sort(key=lambda match: match.span())
    return found
