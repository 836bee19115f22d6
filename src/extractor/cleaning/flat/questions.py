"""Questions on a market that a text lists and does not answer: those that a report promises to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from extractor import late

LEAST: Final = 3  # questions in a row; two may stand in prose
LONGEST: Final = 200  # characters of a question
ANSWER: Final = 40  # characters from which a line behind the last question answers it
GAP: Final = 3  # lines behind an answer within which the next question stands, where questions are answered
PARAGRAPH: Final = 90  # characters from which a line behind a question under such a heading answers it
HEAD: Final = 70  # characters of the heading over them
_HEAD: Final = late.regex(r"\bquestions?\b|\bfaqs?\b", re.IGNORECASE)
REASON: Final = "questions without answers"


def unanswered(lines: Sequence[str]) -> list[int]:
    """The places of the questions in lists of them; lists of other questions are an author's own.

    >>> unanswered(["How big is the lamp market?", "Who leads it?", "1. Where do lamps sell best?", "Menu"])
    [0, 1, 2]
    >>> unanswered(["FAQ:", "Who leads the market?", "Who follows?", "Who sells?", "Contact Kvist Ltd., 12 Quay, Varna, and ask for Ana."])
    [0, 1, 2, 3]
    >>> unanswered(["Key questions answered", "What hinders growth?", "Who wins?", "Author of this text:"])
    [0, 1, 2]
    >>> unanswered(["Who leads it?", "Kvist does, with two mills and a yard.", "How big is it?", "Where is it?"])
    []
    """
    found: list[int] = []
    asked = [place for place, line in enumerate(lines) if line[-1:] == "?" and len(line) <= LONGEST]
    for _, places in groupby(
        enumerate(asked), key=lambda entry: entry[1] - entry[0]
    ):  # those in a row have one difference
        run = [place for _, place in places]
        found += _dropped(lines, run, run[-1] + 1)
    return sorted(found)


def _dropped(lines: Sequence[str], run: Sequence[int], behind: int) -> list[int]:
    """Of the questions in a row those that nothing answers, with the heading over them; `behind` is the place of what follows."""
    head = run[0] - 1
    headed = head >= 0 and len(lines[head]) <= HEAD and _HEAD.search(lines[head]) is not None
    following = lines[behind] if behind < len(lines) else ""
    if len(run) < LEAST:
        return [head, *run] if headed and not (following.endswith(".") or len(following) >= PARAGRAPH) else []
    if not any("market" in lines[at].lower() for at in run):
        return []
    goes_on = len(following) >= ANSWER and any(other.endswith("?") for other in lines[behind + 1 : behind + 1 + GAP])
    answered = 1 if goes_on else 0
    return [*([head] if headed else []), *run[: len(run) - answered]]
