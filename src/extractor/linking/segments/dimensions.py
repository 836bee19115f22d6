"""Which phrases name a dimension by which a market is split."""

from __future__ import annotations

import re

from extractor import late
from extractor.anchors import Anchored

# Last words of phrases that name a dimension by themselves, singular.
HEADS = frozenset(
    "type kind product application use end-use usage user end-user customer consumer buyer component offering "
    "technology material "
    "form grade channel distribution industry vertical source service solution deployment model mode size "
    "capacity power voltage "
    "fuel propulsion vehicle drive flavor flavour packaging resin fiber fibre age gender sex price indication "
    "disease route "
    "administration modality platform function functionality operation process method design category class "
    "ingredient nature "
    "format range system equipment device procedure therapy treatment crop animal species structure installation "
    "finish style "
    "shape color colour weight speed phase connectivity interface chemistry purity origin generation frequency "
    "wavelength "
    "segment substrate feedstock raw-material configuration mechanism specialty payload bandwidth tier occasion".split()
)
OF_HEADS = frozenset(
    ("type", "kind", "mode", "method", "route", "form", "level", "class", "place", "means")
)  # "Type of fitting"
# Phrases that say who or where or how much, not which part; and what stands in scope tables beside the dimensions.
NOT_DIMENSION = late.regex(
    r"\b(?:regions?|regional|geograph\w*|country|countries|compan\w+|players|(?:key|major|top|leading|market) player|vendors?|leaders?|participants"
    r"|suppliers|brands?|manufacturers?|competit\w*|states?|"
    r"year|volume|revenue|value|units?|currency|attributes?|metrics?|pages?|customi[sz]ation|delivery (?:format|mode|time|date)"
    r"|licen[cs]e|market size|\d{4}|author|date|table of|contents?|summary|faqs?)\b|"
    r"^(?:the|about|this|it|size(?!$)|market)\b",
)
SEGMENT_HEADING = Anchored(
    r"\bsegment|\bbreak-?(?:up|down)\b|\bscope\b|\bcategor|\btaxonomy|\bcovered\b|\bcoverage\b", re.IGNORECASE
)
# Plurals that are labels more often than values.
PLURAL_LABELS = frozenset(
    (
        "applications",
        "types",
        "product types",
        "end users",
        "end-users",
        "end uses",
        "end-uses",
        "segments",
        "technologies",
        "materials",
    )
)
_TAIL = " \t\n:–-"
_BRACKET = late.regex(r" ?\([^()]*\)$")


def has_head(phrase: str) -> bool:
    """Whether the last word of a phrase names a kind of dimension, or its first one does: "Type of fitting".

    >>> has_head("End-use Industries"), has_head("Sales channel (2024)"), has_head("Conclusion"), has_head("Mode of entry")
    (True, True, False, True)
    """
    lower = phrase.lower()
    if " of " in lower and lower.partition(" ")[0] in OF_HEADS:
        return True
    words = (_BRACKET.sub("", lower) if ")" in lower else lower).rstrip(_TAIL).rsplit(None, 1)
    if not words:
        return False
    last = words[-1]
    if last in HEADS or last.removesuffix("s") in HEADS or (last.endswith("ies") and f"{last[:-3]}y" in HEADS):
        return True
    return last in ("classes", "processes", "use(s)") or last.rpartition("-")[2] in HEADS


def is_label(phrase: str) -> bool:
    """Whether a phrase that stands alone is the name of a dimension and no value: "Sales channel", but not "Tracking devices".

    >>> is_label("Applications"), is_label("Sales Channel"), is_label("Tracking devices")
    (True, True, False)
    """
    words = phrase.lower().rstrip(_TAIL).split()
    return bool(words) and has_head(phrase) and (words[-1] in HEADS or " ".join(words) in PLURAL_LABELS)


def is_dimension(phrase: str) -> bool:
    """Whether a phrase may name a dimension at all: not a place, a firm, a year, a measure."""
    return NOT_DIMENSION.search(phrase.lower()) is None
