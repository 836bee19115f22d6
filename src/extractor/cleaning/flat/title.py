"""The title of a flat text: the line before the article that reads like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

LOOK: Final = 40  # lines from the start among which the title is sought
_TITLE_WORDS: Final = frozenset(
    "market markets size share growth forecast outlook industry trends analysis report demand global revenue cagr billion million"
    " sales".split()
)


def find_title(lines: Sequence[str], kinds: Sequence[str]) -> int | None:
    """The place of the title among the lines, or None when none reads like one.

    >>> find_title(["Home", "Tin Lamps Market to Shine Brighter by 2031", "Tin lamps are back. " * 9], ["paragraph"] * 3)
    1
    """
    repeats = Counter(lines[: LOOK * 2])
    best: int | None = None
    best_score = 3.0
    for place, line in enumerate(lines[:LOOK]):
        size = len(line)
        count = line.count(" ") + 1
        if size > 160 and line[-1] in ".”\"" and count > 25:
            break  # the article has begun
        if not 12 <= size <= 260 or count < 3 or count > 38 or kinds[place] == "list_item":
            continue
        if line[-1] in ".,;:" or "@" in line or "://" in line:
            continue
        words = line.split()
        capitals = sum(1 for word in words if word[0].isupper() or word[0].isdigit())
        score = min(count, 12) * 0.5 + 2.0 * (capitals / count)
        score += 2.5 if repeats[line] > 1 else 0.0
        score += 1.0 * min(2, len(_TITLE_WORDS.intersection(line.lower().replace(",", " ").split())))
        score -= 2.0 * min(3, line.count("|") + line.count(" / ") + line.count(" > ") + line.count(" · "))
        if kinds[place] == "heading":
            score += 2.0
        if score > best_score:
            best, best_score = place, score
    return best
