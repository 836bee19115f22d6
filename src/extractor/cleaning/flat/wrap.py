"""Texts whose paragraphs were broken at a column: told from others, and made whole."""

from __future__ import annotations

from typing import Final

from extractor import late
from extractor.cleaning.flat.items import starts_item

WRAP_MIN, WRAP_MAX = 55, 90  # a hard wrap stands between these columns
LEAST_LINES: Final = 6  # of a text that may be broken at a column
LEAST_INSIDE: Final = 5  # of them that others follow without a blank line
FULL_SHARE: Final = 0.9  # of the long lines of such a text that have no room for the next word
TITLE_CASE: Final = 0.75  # share of the longer words of a headline that begin with a capital
_HYPHENATED: Final = late.regex(r"([a-z])-\n(?=[a-z])")


def wrap_width(lines: list[str], blanks: list[bool]) -> int | None:
    """The column at which paragraphs were broken, 0 when none is sharp, None when they were not.

    Most lines inside paragraphs end near it, or where the next word had no room, and not as sentences do.
    """
    width = max(map(len, lines), default=0)
    if len(lines) < LEAST_LINES or width > WRAP_MAX + 10:
        return None
    following = zip(lines, [*lines[1:], ""], [*blanks[1:], True], strict=True)
    inside = [(line, behind) for line, behind, following_blank in following if not following_blank]
    near = [(line, behind) for line, behind in inside if WRAP_MIN <= len(line) <= WRAP_MAX]
    if len(inside) < LEAST_INSIDE or 2 * sum(line[-1] not in ".!?:" for line, _ in near) < len(near):
        return None
    full = sum(not _has_room(line, behind, width) for line, behind in near)
    if full >= max(LEAST_INSIDE, FULL_SHARE * len(near)):
        return width
    return 0 if len(near) >= 0.6 * len(inside) else None


def _has_room(line: str, behind: str, width: int) -> bool:
    """Whether the first word of the next line had room on this one."""
    return len(line) + 1 + len(behind.split(" ", 1)[0]) <= width


def _is_headline_above(line: str, behind: str) -> bool:
    """Whether a line in title case stands on a sentence, which it does not begin.

    >>> _is_headline_above("Tin Lamp Market: New Study Sees Brass in the Lead", "Quayside has looked at lamps for harbours")
    True
    >>> _is_headline_above("The field is led by Lamp Road Ltd., Tin Works AG", "Brass and Sons and the foundries of the north")
    False
    """
    return (
        behind[0].isupper()
        and line[-1].isalnum()
        and line.count(",") < 2
        and _capitals(line) >= TITLE_CASE
        and _capitals(behind) <= 1.0 - TITLE_CASE
    )


def _capitals(line: str) -> float:
    """The share of the longer words that begin with a capital."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.5


def unwrap(
    lines: list[str], numbers: list[int], blanks: list[bool], width: int
) -> tuple[list[str], list[int], list[bool]]:
    """Lines of one paragraph joined again; a word broken by a hyphen at the end of its line is made whole.

    `width` is the column at which they were broken, 0 when that is not known.
    """
    parts: list[list[str]] = []
    at: list[int] = []
    gaps: list[bool] = []
    last = ""
    for line, number, blank in zip(lines, numbers, blanks, strict=True):
        goes_on = parts and not blank and len(last) >= WRAP_MIN and not _has_room(last, line, width)
        goes_on = goes_on and not _is_headline_above(last, line)
        if goes_on and not starts_item(line):
            parts[-1].append(line)
        else:
            parts.append([line])
            at.append(number)
            gaps.append(blank)
        last = line
    return [_HYPHENATED.sub(r"\1", "\n".join(part)).replace("\n", " ") for part in parts], at, gaps
