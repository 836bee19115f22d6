"""Whether a line break inside a paragraph only wraps a long line, or starts the next row of a list."""

from __future__ import annotations

import re
from itertools import pairwise

# Lines looked at on either side of a break, and characters of them.
MOST_LINES, REACH = 3, 400
# Two values without a space before them, in a row of values ("ORF,Orvane Foods,PE").
_VALUES = re.compile(r"[,;|][^\s,;|][^,;|\n]*[,;|][^\s,;|]|[\t|]|::")
# "Orvane Foods Ltd., Chile": a name with its form, and where it sits.
_NAME_AND_PLACE = re.compile(r"(?![^\n]*(?:^|[\s,])[a-z]{4})[^\n,;]+(?:, [^\n,;]+){1,2}$")
# Words in small letters, or items with marks between.
_SPOKEN = re.compile(r"[,;] |(?<!\S)[a-z]{2,}(?!\S)")


def is_wrapped(text: str, end: int, start: int) -> bool:
    """Whether the line that ends at `end` goes on at `start`: a sentence or an enumeration, or one without room for the next word.

    Rows of values and of names with their places never do.
    """
    ahead = text[max(0, end - REACH) : end].rpartition("\n\n")[2].split("\n")[-1 - MOST_LINES :]
    behind = text[start : start + REACH].partition("\n\n")[0].split("\n")[: 1 + MOST_LINES]
    line, following = ahead[-1], behind[0]
    if _VALUES.search(line) or (_NAME_AND_PLACE.fullmatch(line) and _NAME_AND_PLACE.fullmatch(following)):
        return False
    if _SPOKEN.search(line):
        return True
    lines = [*ahead, *behind]
    width = max(map(len, lines))
    full = [len(one) + 1 + len(next_one.split(" ", 1)[0]) > width for one, next_one in pairwise(lines)]
    return full[len(ahead) - 1] and 2 * sum(full) > len(full)
