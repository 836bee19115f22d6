"""A flat text to drafts: broken lines made whole, endless lines cut, glued headings split."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extractor import late
from extractor.cleaning.block import BlockKind
from extractor.cleaning.flat.items import BULLET
from extractor.cleaning.flat.joins import join_fragments
from extractor.cleaning.flat.seams import BEGINNINGS, cut_endless
from extractor.cleaning.flat.wrap import unwrap, wrap_width
from extractor.cleaning.memory import REMEMBERED
from extractor.cleaning.normalise import fold_characters

REMEMBERED_CHARS: Final = 200  # longer lines seldom recur
LEAST_GLUED: Final = 40  # characters of a heading and what it ran into
# A heading that lost its line break: title-case words run into a sentence, "RegionWhile the", "OverviewThe global".
_GLUED: Final = late.regex(
    rf"(?<=[a-z0-9)?:])(?=(?:{'|'.join(sorted(BEGINNINGS))}|Asia|North|Europe|Key|Market|One|Governments?|Demand|Consumers)\s[a-zA-Z])"
)
# ... or run into any word behind a noun that ends headings: "Application InsightsMetalworking is", "MaterialsGlass leads".
_GLUED_HEAD: Final = late.regex(
    r"(?:Insights|Outlook|Analysis|Overview|Segmentation|Landscape|Dynamics|Trends|Drivers|Restraints|Challenges"
    r"|Opportunities|Scope|Players|Takeaways|Geography|Regions?|Applications?|Materials?|Products?|Technology|Types?|Users?"
    r"|Channels?|Developments)(?=[A-Z][a-z]*[ ,][\w(])"
)
_HUMP: Final = late.regex(r"[a-z0-9)?:][A-Z]")
_GLUED_STOP: Final = late.regex(r"(?<=[a-z)%]{2}[.!?])(?=[A-Z][a-z]+[\s,])")
_DASHED: Final = late.regex(r"^[–—*-]\s{0,4}(?=[\w(\"“'$€£])")
_HASH: Final = late.regex(r"^(#{1,6})\s{1,3}(?=\S)")


_CUT_SHORT: Final = late.regex(
    r"(?:…|\.{3})? ?\[\+\d+ chars\]"
)  # how an interface for news marks where it cut the text


def split_lines(text: str, rows: frozenset[int] = frozenset()) -> tuple[list[str], list[int], list[bool]]:
    """The lines of a text that hold something, their line numbers, and whether a blank line stood before each.

    Lines whose number is in `rows` stand apart, as do those behind them: no sentence goes on in them.
    """
    if "chars]" in text:
        text = _CUT_SHORT.sub("", text)
    plain = text.isascii()
    every = ["", *map(_straight, (text if plain else fold_characters(text)).split("\n"))]  # line 1 stands at 1
    numbers = [number for number, line in enumerate(every) if line]
    blanks = [not every[number - 1] or number in rows or number - 1 in rows for number in numbers]
    return [line for line in every if line], numbers, blanks


def _straight(raw: str) -> str:
    """A line with single spaces, and with marks between the cells of a row."""
    if raw.isprintable() and "  " not in raw:
        return raw.strip()
    return _row(raw) if "\t" in raw else " ".join(raw.split())


def _row(raw: str) -> str:
    """A line with tabs: cells of a row, unless the tab only stands behind a bullet or a number.

    >>> _row("Product\\tShare\\n"), _row("\\t1.\\tTin lamps")
    ('Product | Share', '1. Tin lamps')
    >>> _row("THG\\t88.6\\t-4.8%")
    'THG | 88.6 | -4.8%'
    """
    cells = [cell for part in raw.split("\t") if (cell := " ".join(part.split()))]
    if len(cells) < 2 or len(raw) > _LONGEST_ROW or _MARK.fullmatch(cells[0]):
        return " ".join(cells)
    return " | ".join(cells)


_MARK: Final = late.regex(r"[^\w\s]{1,3}|\(?\w{1,3}[.)]|o")  # a bullet or a number
_LONGEST_ROW: Final = 400  # characters; a longer line with a tab in it is a paragraph


def split_glued(line: str) -> list[str]:
    """A heading that lost its line break, and the paragraph it ran into; paragraphs that lost theirs.

    >>> split_glued("Fastest-Growing RegionWhile the established hubs keep most of the revenue, the corridor gains ground.")
    ['Fastest-Growing Region', 'While the established hubs keep most of the revenue, the corridor gains ground.']
    >>> split_glued("Application InsightsMetalworking is the largest application of all.")
    ['Application Insights', 'Metalworking is the largest application of all.']
    >>> split_glued("The iPhone and the eBay auction")
    ['The iPhone and the eBay auction']
    """
    if len(line) < LEAST_GLUED:
        return [line]
    out: list[str] = []
    match = (_GLUED.search(line, 3, 130) or _GLUED_HEAD.search(line, 0, 130)) if _HUMP.search(line, 3, 130) else None
    if match is not None:
        head, rest = line[: match.end()], line[match.end() :]
        words = head.split()
        capitals = sum(1 for word in words if word[0].isupper() or word[0].isdigit())
        if (
            len(words) <= 14
            and head[-1] not in ".!"
            and 2 * capitals >= len(words)
            and len(rest) >= 30
            and len(head) > 5
        ):
            out.append(head)
            line = rest
    start = 0
    for stop in (
        _GLUED_STOP.finditer(line) if line.count(". ") + 1 < line.count(".") or "?" in line or "!" in line else ()
    ):
        if stop.start() - start >= 60 and len(line) - stop.start() >= 40:
            out.append(line[start : stop.start()].strip())
            start = stop.start()
    out.append(line[start:].strip())
    return out


def kind_of(line: str) -> tuple[BlockKind, int, str]:
    """The kind of a line by its first characters, its level, and its text without them.

    >>> kind_of("• Acme Ltd."), kind_of("## Outlook"), kind_of("- 4% of sales")
    (('list_item', 1, 'Acme Ltd.'), ('heading', 2, 'Outlook'), ('list_item', 1, '4% of sales'))
    """
    first = line[0]
    if first.isalnum() and first != "o":
        return "paragraph", 0, line
    if first == "#":
        match = _HASH.match(line)
        if match is not None:
            return "heading", len(match[1]), line[match.end() :].rstrip("# ")
    elif first in "-–—*":
        match = _DASHED.match(line)
        if match is not None and line[match.end() - 1 : match.end()] != line[match.end() : match.end() + 1]:
            return "list_item", 1, line[match.end() :]
    else:
        match = BULLET.match(line)
        if match is not None and len(line) > match.end():
            return "list_item", 1, line[match.end() :]
    return "paragraph", 0, line


_BULLETS: Final = frozenset("•‣▪●◦✓✔➤◆■🔹👉")


class Lines:
    """The lines of a flat text after they were made whole: parallel lists.

    Args:
        text: the flat text.
        rows: numbers of the lines, from 1, that are known to be rows of a table.
    """

    __slots__ = ("blanks", "kinds", "levels", "numbers", "texts")

    def __init__(self, text: str, rows: frozenset[int] = frozenset()) -> None:
        lines, numbers, blanks = split_lines(text, rows)
        width = wrap_width(lines, blanks)
        if width is not None:
            lines, numbers, blanks = unwrap(lines, numbers, blanks, width)
        else:
            lines, numbers, blanks = join_fragments(lines, numbers, blanks)
        alone = len(lines) == 1
        found: list[tuple[str, int, bool, BlockKind, int]] = []
        for line, number, blank in zip(lines, numbers, blanks, strict=True):
            if number in rows:
                found.append((line, number, blank, "table_row", 0))
                continue
            for kind, level, part in (
                _known_parts(line) if len(line) <= REMEMBERED_CHARS and not alone else _parts(line, alone=alone)
            ):
                found.append((part, number, blank, kind, level))
                blank = True
        self.texts = [row[0] for row in found]
        self.numbers = [row[1] for row in found]
        self.blanks = [row[2] for row in found]
        self.kinds = [row[3] for row in found]
        self.levels = [row[4] for row in found]


def _parts(line: str, *, alone: bool = False) -> list[tuple[BlockKind, int, str]]:
    """The kinds, levels and texts of what stands on one line; `alone` when that is all of the text.

    >>> _parts("Fastest-Growing RegionWhile the established hubs keep most of the revenue, the corridor gains ground.")[0]
    ('paragraph', 0, 'Fastest-Growing Region')
    """
    kind, level, bare = kind_of(line)
    if len(bare) < LEAST_GLUED:
        return [(kind, level, bare)]
    parts = [piece for part in split_glued(bare) for piece in cut_endless(part, alone=alone)]
    if len(parts) == 1:
        return [(kind, level, parts[0])]
    found: list[tuple[BlockKind, int, str]] = []
    for part in parts:
        if part[0] in _BULLETS:
            kind, level, part = kind_of(part)
        found.append((kind, level, part))
        kind = "paragraph"
    return found


_known_parts = lru_cache(REMEMBERED)(_parts)
