"""Sentences that a scraper cut at their links and bold words: which lines go on in the next, and which stand by themselves."""

from __future__ import annotations

from typing import Final

from extractor import late
from extractor.cleaning.flat.items import starts_item

_LONGEST_NAME: Final = 40
_LONGEST_JOIN: Final = 3000  # characters; a paragraph longer than this is not cut at its links
_DOOR_WORDS: Final = 3  # of an entry of a menu that ends as if it went on: "Sign in", "Share this on"
_GOES_ON: Final = frozenset(",.;:!?)’%")
_CLOSED: Final = frozenset(".!?:|")
_OPEN_WORDS: Final = frozenset(
    "the a an of to in on at by for from with and or as is are was were that which this these their its our your "
    "his her"
    " be been has have had will would can could may into about than between under per not more like such".split()
)
# Names of pictures that a scraper read out: no sentence goes on in one.
_PICTURES: Final = frozenset(("avatar", "logo", "icon", "image", "photo", "thumbnail", "banner", "collect"))
# What stands below a title and may begin with a small letter: "by Ana Petrova | 4 May", "by Ana Petrova, senior editor",
# "updated 4 May", "via Lampwire".
_BESIDE_TITLE: Final = late.regex(
    r"(?:[Ww]ritten |[Pp]osted |[Pp]ublished |[Ww]ords )?[Bb]y:?(?: (?:[A-ZÀ-Þ][\w.’'-]*|de|van|von|der|and|&|the)){1,6}(?:$|,? ?[,|·•/(–—\d-]| on \w+ \d| in [A-Z][\w &]+$)"
    r"|(?:(?:last |first )?(?:updated|published|posted|released)|via|filed under)\b.{0,60}(?<![.,;])$"
)


def join_fragments(lines: list[str], numbers: list[int], blanks: list[bool]) -> tuple[list[str], list[int], list[bool]]:
    """Sentences that were cut at their links and bold words, whole again.

    A line goes on in the next when that begins in the middle of a sentence, or when this ends there.

    >>> join_fragments(["The price of", "Tin", ", which rose, may fall.", "Home", "News"], [1, 2, 3, 4, 5], [False] * 5)[0]
    ['The price of Tin, which rose, may fall.', 'Home', 'News']
    >>> join_fragments(["Tin Market Size To Exceed USD 386.5 Million By 2033 |", "CAGR of 6.9%"], [1, 2], [False] * 2)[0]
    ['Tin Market Size To Exceed USD 386.5 Million By 2033 | CAGR of 6.9%']
    >>> join_fragments(["• Novo AG,", "• Lark Inc.,", "Tarn KG"], [1, 2, 3], [False] * 3)[0]
    ['• Novo AG,', '• Lark Inc.,', 'Tarn KG']
    >>> join_fragments(["Sign in", "Where lamps may go", "by Ana Petrova, senior editor"], [1, 2, 3], [False] * 3)[0]
    ['Sign in', 'Where lamps may go', 'by Ana Petrova, senior editor']
    """
    out: list[str] = []
    at: list[int] = []  # of each line that is left its place among all
    before = ""  # the line before, as it stood
    last_place = len(lines) - 1
    for place, line in enumerate(lines):
        if before and not blanks[place]:
            first, last = line[0], out[-1]
            goes_on = first in _GOES_ON or (first.islower() and last[-1] not in _CLOSED)
            if not goes_on and _is_open(before):
                following = lines[place + 1] if place < last_place and not blanks[place + 1] else ""
                is_door = last.count(" ") < _DOOR_WORDS and last[-1].isalpha() and first.isupper()
                goes_on = not is_door or _is_inside(following)
            if goes_on and len(last) < _LONGEST_JOIN and not (starts_item(line) or _stands_below_title(line)):
                out[-1] = last + line if first in ",.;:!?)’%" or last[-1] in "(“$€£" else last + " " + line
                before = line
                continue
        out.append(line)
        at.append(place)
        before = line
    return out, [numbers[place] for place in at], [blanks[place] for place in at]


def _is_inside(line: str) -> bool:
    """Whether a line begins in the middle of a sentence."""
    return (line[:1].islower() or line[:1] in _GOES_ON) and not _stands_below_title(line)


def _stands_below_title(line: str) -> bool:
    """Whether a line is one of those that stand below a title, by whom and when, and may begin with a small letter."""
    return line in _PICTURES or (line[:1] in "BbwWPpulfrv" and _BESIDE_TITLE.match(line) is not None)


def _is_open(line: str) -> bool:
    """Whether a line ends in the middle of a sentence. A short one that ends on a comma may be an item ("Acme AG,")."""
    last = line[-1]
    if last in ",|" and len(line) > _LONGEST_NAME:
        return last == "," or line.count("|") == 1  # a headline cut at its mark; a menu has several
    return last in "(“$" or line.rsplit(" ", 1)[-1] in _OPEN_WORDS
