"""Schemes of segments: "By Material" over short lines, or labels with their values, that say how a report splits its market."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final, Literal

from extractor import late
from extractor.cleaning.memory import REMEMBERED

LEAST_MARKS: Final = 2  # dimensions of a scheme
LONGEST_VALUE: Final = 60  # characters of a value, or of a heading
LONGEST_LABEL: Final = 240
MOST_BEHIND: Final = 8  # values below the last dimension
Kind = Literal["head", "by", "label", "value"]
# "Tin Lamp Market Segmentation", "Segments Covered in the Report"
_HEAD: Final = late.regex(
    r"^(?:[\w&’'() -]{0,60} )?(?:segmentation|segments?(?: (?:covered|analy[sz]ed|analysis|overview|insights))?)(?: [\w ]{0,30})?:?$",
    re.IGNORECASE,
)
# "By Material", "Tin Lamp Market, By End Use:"; no numbered line, that is of a table of contents
_BY: Final = late.regex(r"^(?:[•*▪-] ?)?(?:[^\W\d][\w&’'(), -]{0,70} )?[Bb]y [^\W\d][\w/& -]{2,36}:?$")
# "Material: Tin, Zinc, Others", "By End Use - Homes, Ships"
_LABEL: Final = late.regex(r"^(?:[•*▪-] ?)?(?:[Bb]y )?[^\W\d][\w/& -]{2,36}(?::| [-–|]) ?[A-Z0-9][^.:!?]*, ?[^.:!?]*$")
# One such line must stand in a scheme: "By Ana Petrova" over "Photo by Lark" is none.
_SURE: Final = late.regex(
    r"\bsegment|\b(?:type|products?|applications?|use|users?|channel|region|geography|components?|materials?"
    r"|technology|industry|verticals?|form|grade|source|services?|mode|distribution|capacity)s?:?$|\b(?:type|product"
    r"|application|use|user|channel|component|material|technology|industry|form)s?\s?[:–|-] ",
    re.IGNORECASE,
)


def scheme_rows(lines: Sequence[str], keep: Sequence[bool], named: Collection[int], start: int = 0) -> set[int]:
    """The places of the lines of schemes that stand in an article, or beside it.

    Args:
        lines: the lines.
        keep: whether each is kept so far.
        named: the lines that rules name: they end a scheme.
        start: the first line that is looked at: menus of shelves stand above the title.

    >>> lines = ["Lamps sell.", "Lamp Market Segmentation", "Material: Tin, Zinc", "Use: Homes, Ships", "Buy now"]
    >>> sorted(scheme_rows(lines, [True, False, False, True, False], {4}))
    [1, 2, 3]
    >>> sorted(scheme_rows(["Lamps sell.", "By Ana Petrova", "Photo by Lark", "By Jo Tin"], [True, False, False, False], ()))
    []
    >>> sorted(scheme_rows(["Browse reports", "By Industry", "Energy", "By Region", "Asia"], [False] * 5, ()))
    []
    """
    if all(keep):
        return set()
    found: set[int] = set()
    place = start
    while place < len(lines):
        kind = _kind(lines[place])
        if kind is None or kind == "value" or place in named:
            place += 1
            continue
        group = _group(lines, place, named)
        marks = [at for at in group if _kind(lines[at]) in ("by", "label")]
        beside = [at for at in (group[0] - 1, *group, group[-1] + 1) if 0 <= at < len(lines)]
        stands_by = len(marks) >= LEAST_MARKS and any(keep[at] for at in beside)
        if stands_by and any(_SURE.search(lines[at]) for at in group):
            last = marks[-1] + (MOST_BEHIND if _kind(lines[marks[-1]]) == "by" else 0)
            found.update(at for at in group if at <= last)
        place = group[-1] + 1
    return found


def _group(lines: Sequence[str], start: int, named: Collection[int]) -> range:
    """The run of lines from `start` that may be of one scheme."""
    stop = start + 1
    while stop < len(lines) and stop not in named and _kind(lines[stop]) is not None:
        stop += 1
    return range(start, stop)


@lru_cache(REMEMBERED)
def _kind(line: str) -> Kind | None:
    """What a line may be in a scheme."""
    if len(line) > LONGEST_LABEL or "://" in line or "@" in line:
        return None
    low = line.lower()
    if "by " in low and len(line) <= 2 * LONGEST_VALUE and _BY.match(line):
        return "by"
    if "," in line and _LABEL.match(line):
        return "label"
    if "segment" in low and len(line) <= 2 * LONGEST_VALUE and _HEAD.match(line):
        return "head"
    return "value" if len(line) <= LONGEST_VALUE and line[-1] not in ".!?" else None
