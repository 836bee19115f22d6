"""Where a chunk of text between spaces is cut into tokens: prefixes, suffixes and infixes, and what stays whole.

The rules are spaCy's kind of rules, without its special cases (they switch its cache off): abbreviations are kept
whole by a pattern. `splitter.py` applies them to chunks, `tokenizer.py` gives them to spaCy's own tokenizer.
"""

from __future__ import annotations

import re

from extractor.annotating.lexicon_glue import SIGN_CHARACTERS, compound_signs, glue_places, whole_signs

CURRENCY_SIGNS = f"[{SIGN_CHARACTERS}]"
OPENING = r"""[(\[{<«‹"'“‘„‚`]"""
CLOSING = r"""[)\]}>»›"'”’`]"""
DASHES = "-‐‑‒–—―−~～→"
_PREFIX = rf"\+/-|{compound_signs()}|{CURRENCY_SIGNS}|{OPENING}|[#*•·▪●◦‣■□–—―−~～≈≃≅<>≤≥±+=/&|:;,!?…→@§†‡_%％-]|\.\.+|\.(?!\d)"
_SUFFIX = (
    rf"['’][sS](?![\w])|[%％﹪٪‰]|{CLOSING}|{CURRENCY_SIGNS}|\.\.+|[.,;:!?…*®™©°+=/|→†‡_&–—―−~-]"
)
# Scale words and letters that are told from the number they are glued to.
_SCALES = (
    "trillions?|billions?|millions?|thousands?|crores?|lakhs?|milliards?|billon|millon|"
    "bln|mln|trn|tln|trln|bil|mio|mrd|mia|bn|mn|tn|mm|md|mil|cr|lakh|k|m|b|t|L"
)
_INFIX = "|".join(
    (
        rf"(?<=[\w%)\].'’&])[{DASHES}]+(?=[\w$€£¥₹₩(.~]|['’]\d)",  # any dash between two parts
        r"(?<=[\w%)\]'’.])[/|…](?=[\w$€£¥₹₩(])",
        rf"(?<=[0-9])(?=(?i:{_SCALES})(?![a-z]))",  # 12.3Bn
        r"(?<=[0-9])(?=(?i:million|billion|trillion|crore|lakh)[a-z])",  # "billionby"
        r"(?<=[0-9])(?=(?i:bps?|ppts?|pps?|p\.p\.|pct|percent|per)(?![a-z]))",
        r"(?<=[0-9])(?=[%％﹪٪‰])|(?<=[0-9])(?<!(?:18|19|20|21)\d\d)(?=p(?!\w))",
        r"(?<=[a-z])(?=[$€£¥₹₩₫฿])",
        r"(?<=[mbrMBR]illion)(?=(?:by|in|during|from|to|at|for|with|and|over)(?:\b|\d))",
        rf"(?<={CURRENCY_SIGNS})(?=[\d.])|(?<=CAGR)(?=\d)",
        r"(?<=\bin|\bby|\bto|\bof)(?=(?:19|20|21)\d\d)|(?<=\bfrom)(?=(?:19|20)\d\d)|(?<=\d20[0-4]\d)(?=(?:to|and|by|with)\b)|(?<=\b20\d\d)(?=(?:to|and|by|with)(?:\b|\d))",
        r"(?<=to)(?=20\d\d\b)|(?<=[yY]ear)(?=(?:19|20)\d\d)|(?<=[pP]eriod)(?=(?:19|20)\d\d)",
        r"(?<=[$€£¥₹₩₫฿])[-–~](?=[\d.])",
        r"(?<=\bNo\.)(?=\d)|(?<=\b[cCbB]\.)(?=\d)|(?<=\bca\.)(?=\d)",
        r"(?<=[%％])(?=[\w(])",
        r"(?<=[a-z)\]%])[.!?](?=[A-Z][a-z])",  # a sentence glued to the next
        r"(?<=(?:19|20)\d\d)[.!?](?=[A-Z][a-z]|\[\d)",  # the same behind a year, or a footnote's mark
        r"(?<=[a-z0-9)\]%])[,;:!?](?=[A-Za-z(\"“$€£¥₹₩])",
        r"(?<=[a-zA-Z])[,;:](?=\d)",
        r"(?<=[A-Z.])[,;](?=[A-Z][a-z.])",  # a row of values: "ORV,Orvane Ltd"
        rf"(?<=[\w.%,'’®™])[()\[\]{{}}\"“”«»](?=[\w$€£¥₹₩%.,;:{DASHES}])",
        rf"(?<=[{DASHES}])['’](?=\d)",
        r"(?<=[\w.)])[®™©†‡*•](?=\w)",
        r"(?<=\w)&(?=\w{3})",
        r"(?<=\d)[xX×](?=\d)|(?<=[\w])[=<>≈≤≥→](?=[\w$€£])",
    )
)
# Abbreviations that keep their full stop. A sentence may end on them: see sentences.py.
_ABBREVIATION = re.compile(
    r"(?:[A-Za-z]\.){2,}[A-Za-z]?$"  # U.S. e.g. S.p.A. N.V. U.S.A
    r"|(?:Inc|Corp|Co|Ltd|Cos|Bros|Mfg|Intl|Pty|Pvt|Plc|Cie|Gmbh|Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|Mt|Ft|vs|No|Nos|Vol|Fig|Rs|Fr|Re|Rp|"
    r"approx|est|ca|cf|al|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Dept|Assn|Gen|Sen|Rep|Gov|Univ|INC|CORP|CO|LTD|PVT|PTY|DR|ST|"
    r"inc|ltd|Ltda|Lda|Bhd|Sdn|Tbk|Kft|Zrt|Nyrt|Oyj|Hldgs|Techs|Labs|Pharm|Sp|st|z\.o\.o|o\.o|d\.o\.o|a\.s|s\.r\.o|S\.p\.A|S\.r\.l|p\.a|Spol|Kabushiki|"
    r"e\.V|mbH|m\.b\.H|Ges|B\.S\.C|S\.A\.B|C\.V)\.$"
    rf"|(?:{whole_signs()})$"
    r"|A/S$|ApS$|[A-Z]/[A-Z]$|a/s$|I/S$|K/S$|c/o$|[A-Z]&[A-Z]$"
)


def is_whole(text: str) -> bool:
    """Whether `text` is a token as it stands, whatever marks it ends on."""
    return not text.isalnum() and _ABBREVIATION.match(text) is not None


find_prefix = re.compile(rf"(?:{_PREFIX})").match
_find_suffix = re.compile(rf"(?:{_SUFFIX})$").search


def find_suffix(text: str) -> re.Match[str] | None:
    """The suffix to split off; none from an abbreviation (spaCy strips prefix and suffix at once, as in "(vs.")."""
    return None if (text.isascii() and text.isalnum()) or is_whole(text) else _find_suffix(text)


_find_infixes = re.compile(_INFIX).finditer
_has_digit = re.compile(r"\d").search


def find_infixes(text: str) -> list[re.Match[str]]:
    """The places inside a chunk at which it is split."""
    if text.isalpha() and text.isascii() and "illion" not in text:
        return []
    found = list(_find_infixes(text))
    if _has_digit(text):
        known = {match.start() for match in found}
        found += [match for match in glue_places(text) if match.start() not in known]
        found.sort(key=lambda match: match.span())
    return found
