"""Tense: whether an amount has been reached or lies ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Years
from extractor.linking.estimates.cues import cue_groups

if TYPE_CHECKING:
    from extractor.linking.estimates.points import Point, Tense
    from extractor.linking.statements.statement import Item, Statement

BY_YEAR = late.regex(r"\b(?:by|until|till|come)(?: the| year| end of| fiscal| close of|-end)* ?$")
# "to be worth": the past cue belongs to a verb that lies ahead.
AHEAD_OF_PAST = late.regex(
    r"\b(?:will|would|should|could|may|might|can expect|hope for|to|expected|projected|forecast)(?: [a-z]+| <r>){0,7}$"
)
# "will expand at 6.7% a year and hit 1.2 billion": the verb shares its modal.
HIT_AHEAD = late.regex(
    r"\b(?:will|would|should|could|may|might|set to|expected to|likely to)\b[^.;]* and (?:[a-z]+ly )?$"
)
BY_END = late.regex(r"\b(?:by|until|through)\b")
IS_PRESENT = late.regex(r"is |are |worth|stands|valued at|estimated at|currently|pegged at|calculated at")
# "to be 5 billion in 2025, growing to 7 billion in 2030 and 9 billion in 2035"
GOING_ON = late.regex(
    r"\b(?:growing|rising|climbing|increasing|expanding|going|moving|up|and|then|before)(?: further"
    r"| on)? (?:to )?(?:about |around |nearly |over )?$"
)
LIST_OF_YEARS = late.regex(r" ?(?:\(<y>\)|in <y>)[,;]? (?:and |then )*")
SHORTEST_OUTLOOK = 3  # years between two values of a list of which the later lies ahead
# "A value of 1.9 billion is forecast for 2031"
EXPECTED_BEHIND = late.regex(
    r" (?:is|are|can be|should be)(?: [a-z]+ly| now)? (?:forecast(?:ed)?|projected|expected|predicted|anticipated|foreseen"
    r"|pencill?ed in)\b"
)
EARLY = 6  # an amount at this position or before opens its sentence
FUTURE_WORD = late.regex(
    r"\b(?:will|expected|projected|forecast(?:s|ed)?|anticipated|predicted|likely|set to|poised|should|could|may"
    r"|might|estimated to|expects?)\b"
)


class TenseReader:
    """Reads the tense of a statement's amounts."""

    def __init__(self) -> None:
        self.cues = cue_groups()["tense"]

    def tense(
        self, statement: Statement, item: Item, year: Item | None, gap_start: int, found: list[Point]
    ) -> Tense | None:
        """Whether the amount was reached or lies ahead, as far as the words around it tell."""
        suffix = year.mention.suffix if year is not None and isinstance(year.mention, Years) else None
        if suffix in ("actual", "forecast"):  # "2025E" may be last year's size or a forecast
            return "past" if suffix == "actual" else "future"
        group = self.cues
        hit = group.last(statement.shape, gap_start, item.start, seen=statement.seen)
        if (
            hit is None
            and gap_start == 0
            and year is not None
            and year.end <= item.start
            and BY_YEAR.search(statement.shape, max(0, year.start - 30), year.start)
        ):
            return "future"
        if hit is None and item.start < EARLY and not found:  # "USD 5 billion is what the market will be worth in 2031"
            hit = group.last(
                statement.shape,
                item.end,
                year.start if year is not None and year.start > item.end else len(statement.shape),
                seen=statement.seen,
            )
        if hit is None and EXPECTED_BEHIND.match(statement.shape, item.end):
            return "future"
        if hit is not None:
            match = hit.match
            if hit.id == "tense.future":
                return "future"
            if (
                year is not None
                and IS_PRESENT.match(match[0])
                and BY_YEAR.search(statement.shape, max(0, year.start - 30), year.start)
            ):
                return "future"  # "by 2030 the opportunity is worth"
            if match[0] == "hit" and HIT_AHEAD.search(statement.shape, gap_start, match.start()):
                return "future"
            passive = AHEAD_OF_PAST.search(statement.shape[max(0, match.start() - 40) : match.start()].rstrip())
            return "future" if passive else "past"
        if year is not None and year.start > item.start and BY_END.search(statement.shape, item.end, year.start):
            return "future"
        gap_years = (
            year.mention.start_year - (found[-1].year or year.mention.start_year)
            if found and year is not None and isinstance(year.mention, Years)
            else 0
        )
        listed = (
            LIST_OF_YEARS.fullmatch(statement.shape, found[-1].position + len("<m>"), item.start) if found else None
        )
        if listed is not None and found[-1].tense == "future" and gap_years >= SHORTEST_OUTLOOK:
            return "future"  # "will go from strength to strength: 0.9 billion (2024), 1.3 billion (2031)"
        if (
            found
            and found[-1].tense is None
            and gap_years >= SHORTEST_OUTLOOK
            and GOING_ON.search(statement.shape, gap_start, item.start)
        ):
            return "future"
        if found and found[-1].tense == "future" and GOING_ON.search(statement.shape, gap_start, item.start):
            return "future"
        if found and found[-1].tense != "future" and gap_years >= SHORTEST_OUTLOOK:
            return None  # "is estimated at 3 billion in 2024 and 5 billion in 2030"
        if found and found[-1].role != "start":
            return (
                found[-1].tense
                if "," not in statement.shape[found[-1].position : item.start] or found[-1].tense == "past"
                else None
            )
        return None
