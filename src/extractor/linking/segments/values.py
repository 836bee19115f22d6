"""Values of segments: written-out lists taken apart, single values cleaned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from collections.abc import Collection

LISTED = re.compile(r",|;|•|·|\||\band\b| - | – | / ")
COUNTED = late.regex(
    r"(?:^|[,;]? (?:and )?)\((?:\d{1,2}|[a-h]|[ivx]{1,4})\) "
)  # "(1) steel (2) glass", "(a) steel, and (b) glass"
LONGEST_VALUE = 70  # characters; longer "values" are sentences
NOT_VALUE = late.regex(
    r"^(?:is|are|was|were|will|would|has|have|had|can|could|may|although|while|whereas|because|since|but) |^(?:pdf|excel|xlsx?|pptx?|powerpoint|word)\b|^(?:people who|what|how|why)\b|^in addition\b|^(?:details|descriptions?|particulars|information|values?|remarks|n/?a)$|^(?:the|it|this|these"
    r"|which|while|with|where|other than|our|and|are|is)\b.{25,}|\b(?:19|20)\d\d\b|[$€£¥₹%]|https?:|\b(?:is|are"
    r"|was|were|will) (?:\w+ )?(?:segmented|divided|expected|projected)\b",
)
CONTINUATION = late.regex(
    r",? (?:with|which|where|each|of which|the latter|the former|although|while|whereas|as|thanks|among which"
    r"|wherein|out of which|whose|and (?:its|it|they|there)) "
    r"|, and (?=(?:[\w’'-]+ ){1,6}?(?:is|are|was|were|has|have|will|can|must|should|leads?|grows?|holds?|accounts?)\b)"
)
TAIL = late.regex(
    r",? (?:among others|and so on|etc\.?|and more|to name a few|segments?|categories|sub-?segments?)$", re.IGNORECASE
)
LEAD = late.regex(
    r"^(?:(?:(?:and|the|by|both|a|an|namely)(?: (?:main |key |major |broad )?(?:segments|categories|types|groups"
    r"|parts))?[:,]?|(?:two|three|four|five|six|seven|eight)(?: (?:main |key |major |broad )?(?:segments|categories"
    r"|types|groups|parts)[:,]?|[:,])) )+(?=\S)",
    re.IGNORECASE,
)
# A heading of the report that stands behind the last value of a list, on its line.
GLUED_HEADING = late.regex(
    r" (?:Market |Regional |Region |Competitive |Geographic(?:al)? |Industry |Vendor |Key )+(?:Outlook|Landscape|Analysis"
    r"|Overview|Insights?|Segmentation|Players|Scope|Dynamics|Trends?|Developments?)$"
)
HEADING_ENDS = tuple(
    "Outlook Landscape Analysis Overview Insight Insights Segmentation Players Scope Dynamics Trend Trends Development Developments".split()
)
MEASURE = late.regex(r" ?\([^()]*(?:USD|US\$|Revenue|Volume|%|20\d\d)[^()]*\)$")
PERCENT = r"\d{1,2}(?:\.\d+)? ?(?:%|per ?cent)"
PERCENT_ENDS = ("%", "cent")  # of what PERCENT matches
# "wood at 30%": the share is not part of the name, and only a short name that is no claim has one.
SHARED = late.regex(
    r"^(?P<name>(?!(?:CAGR|cagr|[Aa]|[Ww]ith|[Hh]olding|[Aa]t|[Yy]et)\b)[\w&’'/-]+(?: (?!(?:of|to|by|from|is|are|was|rate|share"
    r"|growth|CAGR|hold|holding|expected|set)\b)[\w&’'/-]+){0,2}?),?(?: (?:at|with|for|about|around|nearly))* "
    rf"{PERCENT}(?: of \w+)?$"
)
# "45 and above" is one value, "below 5 kW and above 5 kW" are two.
OPEN_END = late.regex(r" and (?:above|below|over|under|older|up|more)(?=$|[ ,]*\()", re.IGNORECASE)
# Nouns that the last of several adjectives brings along: "residential and commercial buyers".
SHARED_NOUNS = frozenset(
    "type system device product model version grade buyer user customer segment format variant machine".split()
)
# Nouns that prose puts behind the name of any part: "Relocatable modules grow fastest", "hub motors are cheaper".
PART_NOUNS = re.compile(
    r"(?<=[\w)]) (?:models|units|designs|modules|ones|types|versions|variants|applications|grades|devices|systems|formats|dealers|sales)$"
)
LAST_WORDS = ("and ", "& ", "or ")
MARKS = {separator: late.regex(rf"[][(){separator}]") for separator in ";|/,•·"}
DASHED = late.regex(r" [-–—] ")


def split_values(text: str) -> list[str]:
    """The values of a written-out list; brackets keep their commas.

    >>> split_values("Steel, Glass (float, tempered) and Others")
    ['Steel', 'Glass (float, tempered)', 'Others']
    >>> split_values("Food & Beverage, Oil and Gas, and Pharma")
    ['Food & Beverage', 'Oil and Gas', 'Pharma']
    """
    text = text.strip(" .;")
    if text.startswith("("):
        text = COUNTED.sub("; ", text).strip("; ")
    end = CONTINUATION.search(text)
    if (
        end is not None
        and "," in text[end.start() : end.start() + 1]
        and text.count("(", 0, end.start()) == text.count(")", 0, end.start())
    ):
        text = text[: end.start()]
    text = TAIL.sub("", text.strip(" .;,"))
    pieces = _pieces(text, separator := _separator(text))
    last = pieces[-1]
    if last.startswith(LAST_WORDS):
        pieces[-1] = last.partition(" ")[2]
    elif separator in ",;" and (cut := _last_and(last)) is not None:
        pieces[-1:] = [last[:cut], last[cut + len(" and ") :]]
    return [value for piece in pieces if (value := value_of(piece)) is not None]


def without_shared_noun(values: list[str], nouns: Collection[str]) -> list[str]:
    """The values of a list, without the noun that all have in common and only the last one shows.

    Args:
        values: the values.
        nouns: what the market sells, in small letters; some general nouns are known.

    >>> without_shared_noun(["Active", "passive", "special purpose buoys"], {"buoy"})
    ['Active', 'passive', 'special purpose']
    >>> without_shared_noun(["Gloves", "masks", "protective suits"], {"suit"}), without_shared_noun(["Tin", "tin lamps"], {"lamp"})
    (['Gloves', 'masks', 'protective suits'], ['Tin', 'tin lamps'])
    """
    bare, _, noun = values[-1].rpartition(" ")
    others = values[:-1]
    known = {value.lower() for value in others}
    shared = noun.islower() and (
        noun in nouns or noun.removesuffix("s") in nouns or noun.removesuffix("s") in SHARED_NOUNS
    )
    if not others or not bare or not shared or bare.lower() in known:
        return values
    return values if any(value.endswith("s") for value in others) else [*others, bare]


def _separator(text: str) -> str:
    if ";" in text:
        return ";"
    if " • " in text:
        return "•"
    if " · " in text:
        return "·"
    if " | " in text:
        return "|"
    if "," not in text and (
        len(DASHED.findall(text)) > 1 or (" / " not in text and DASHED.search(text) and " and " not in text)
    ):
        return "-"
    if "," not in text and " / " in text:
        return "/"
    return ","


def _pieces(text: str, separator: str) -> list[str]:
    if separator == "-":
        return [piece.strip() for piece in DASHED.split(text)]
    if "(" not in text and "[" not in text:
        return [piece.strip() for piece in text.split(separator)]
    pieces: list[str] = []
    depth = start = 0
    for mark in MARKS[separator].finditer(text):
        char = mark[0]
        if char == separator:
            if depth == 0:
                pieces.append(text[start : mark.start()].strip())
                start = mark.end()
        else:
            depth = max(0, depth + (1 if char in "([" else -1))
    return [*pieces, text[start:].strip()]


def _last_and(text: str) -> int | None:
    """Where the last " and " outside brackets stands."""
    at = len(text)
    while (at := text.rfind(" and ", 0, at)) >= 0:
        if text.count("(", 0, at) <= text.count(")", 0, at) and OPEN_END.match(text, at) is None:
            return at
    return None


def value_of(text: str) -> str | None:
    """The value without bullets, articles and units; None for what is a sentence, a figure or nothing."""
    value = LEAD.sub("", text.strip(" .,;:–-•*▪").strip())
    if value.endswith(")"):
        value = MEASURE.sub("", value)
    if value.endswith(HEADING_ENDS):
        value = GLUED_HEADING.sub("", value)
    if any(map(value.__contains__, PERCENT_ENDS)) and (shared := SHARED.match(value)) is not None:
        value = shared["name"]
    if not value or len(value) > LONGEST_VALUE or NOT_VALUE.search(value.lower()):
        return None
    return value
