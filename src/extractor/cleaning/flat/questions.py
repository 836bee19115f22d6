"""Questions on a market that a text lists and does not answer: those that a report promises to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LEAST: Final = 3  # questions in a row; two may stand in prose
LONGEST: Final = 200  # characters of a question
ANSWER: Final = 40  # characters from which a line behind the last question answers it
REASON: Final = "questions without answers"


def unanswered(lines: Sequence[str]) -> list[int]:
    """The places of the questions in lists of them; lists of other questions are an author's own.

    >>> unanswered(["How big is the lamp market?", "Who leads it?", "1. Where do lamps sell best?", "Menu"])
    [0, 1, 2]
    >>> unanswered(["Who leads it?", "Kvist does, with two mills and a yard.", "How big is it?", "Where is it?"])
    []
    """
    found: list[int] = []
    run: list[int] = []
    for place, line in enumerate([*lines, ""]):
        if line.endswith("?") and len(line) <= LONGEST:
            run.append(place)
            continue
        if len(run) >= LEAST and any("market" in lines[at].lower() for at in run):
            found += run[:-1] if len(line) >= ANSWER else run
        run = []
    return found
