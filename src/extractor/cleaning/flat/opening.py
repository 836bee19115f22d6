"""The heading over the first paragraph of a text: it stands where furniture ends, and reads like it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from extractor import late
from extractor.cleaning.facts import LONG
from extractor.cleaning.firm_names import looks_like_firm
from extractor.cleaning.flat.likeness import is_credit

PARAGRAPH: Final = 100  # characters of a line that is the first paragraph
MOST_WORDS: Final = 9  # of its heading
_SAYS_HEADING: Final = late.regex(
    r"\b(?:market|overview|introduction|insights?|summary|highlights|takeaways|snapshot|analysis|background|outlook|at a glance"
    r"|(?:key )?findings)\b",
    re.IGNORECASE,
)
_ENDS: Final = frozenset(".!?,;")


def opening_heading(texts: Sequence[str], keep: Sequence[bool], named: Collection[int], title_at: int) -> int | None:
    """The place of the heading right above the first paragraph that is kept, where it was not kept with it.

    >>> texts = ["Tin Lamps on the Rise", "Home", "Tin Lamp Market Overview", "Tin lamps sell in the harbour towns. " * 4]
    >>> opening_heading(texts, [False, False, False, True], (), 0)
    2
    >>> opening_heading(["Tin Lamps", "Quayside Market Research", texts[3]], [False, False, True], (), 0) is None
    True
    """
    first = next(
        (at for at in range(title_at + 1, len(texts)) if keep[at] and len(texts[at]) > PARAGRAPH), title_at + 1
    )
    head = first - 1
    if head <= title_at or keep[head] or head in named:
        return None
    text = texts[head]
    is_short = len(text) <= LONG and text.count(" ") < MOST_WORDS and text[-1] not in _ENDS and "|" not in text
    if not is_short or _SAYS_HEADING.search(text) is None or is_credit(text) or looks_like_firm(text):
        return None
    return head
