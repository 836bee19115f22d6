"""Where a forecast starts: which of the values that lie behind is the base."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.linking.document.periods import Periods
    from extractor.linking.estimates.points import Point

Span = tuple[int | None, int]  # start and end of a stated growth period
PAIR = 2  # values of a sentence that leads from one to the other


def first_base(
    points: list[Point], behind: list[int], ahead: set[int], forecast: set[int], periods: Periods, cagr: Span | None
) -> int | None:
    """The year of the base among the points that lie behind, before the steps of single sentences are looked at."""
    years = {index: year for index in behind if (year := points[index].year) is not None}
    if not years:
        return None
    leading = {points[index].chain for index in forecast}
    if cagr is not None and cagr[0] in {year for index, year in years.items() if points[index].chain in leading}:
        return cagr[0]  # the sentence with the forecast tells where the growth starts
    if periods.base_year is not None and periods.base_year in years.values():
        return periods.base_year
    if cagr is not None and cagr[0] in {
        year for index, year in years.items() if points[index].statement.kind != "table_row"
    }:
        return cagr[0]
    prose = [
        year for index, year in years.items() if index not in ahead and points[index].statement.kind != "table_row"
    ]
    unsure = [year for index, year in years.items() if index not in ahead]
    return max(prose or unsure or years.values())


def opening_year(
    points: list[Point], members: list[int], forecast: set[int], cagr: Span | None, paced: frozenset[int]
) -> int | None:
    """The year in which a forecast starts that follows the last year of record.

    It is where the stated growth period starts, or the first of the two steps of one sentence: "was 31 billion in
    2023; it should be 33 billion in 2024 and reach 63 billion by 2032, a CAGR of 8%".
    """
    final = {points[index].year for index in forecast}
    told = [index for index in members if points[index].statement.kind != "table_row"]
    if (
        cagr is not None
        and cagr[0] is not None
        and cagr[0] in {points[index].year for index in told} - {max(final, key=lambda year: year or 0, default=None)}
    ):
        return cagr[0]
    if cagr is None or cagr[0] is None:
        for index in told:
            point = points[index]
            steps = {
                points[other].year
                for other in told
                if points[other].chain == point.chain and points[other].tense == "future"
            }
            earlier = any(
                points[other].year == (point.year or 0) - 1 and points[other].tense == "past" for other in told
            )
            if (
                point.tense == "future"
                and point.chain in paced
                and len(steps) == 2
                and earlier
                and point.year not in final
            ):
                return point.year
    return None


def led_from(points: list[Point], members: list[int], forecast: set[int], paced: frozenset[int]) -> int | None:
    """The year of the one value from which a sentence leads to the forecast at a CAGR, where another gives three.

    "It is 512 in 2024 and should reach 842 in 2034, a CAGR of 5%. ... It was 512 in 2024, is 538 in 2025 and should
    surpass 842 by 2034": what lies between is a step.
    """
    chains: dict[int, set[int]] = defaultdict(set)
    for index in members:
        point = points[index]
        if point.year is not None and point.statement.kind != "table_row" and point.statement.field == "text":
            chains[point.chain].add(point.year)
    final = {points[index].year for index in forecast}
    if not any(len(years) > PAIR for years in chains.values()):
        return None
    pairs = [
        years - final for chain, years in chains.items() if chain in paced and len(years) == PAIR and years & final
    ]
    return next((min(years) for years in pairs if years), None)


def first_step(points: list[Point], members: list[int], base_year: int | None, final_year: int | None) -> int | None:
    """The end of a first step of one year, where a longer forecast goes on from it.

    "It will grow from 4.1 billion in 2024 to 4.5 billion in 2025. It will grow to 6.2 billion in 2029."
    """
    for index in members:
        start = points[index]
        if start.role != "start" or start.year is None or start.year != base_year:
            continue
        for other in members:
            end = points[other]
            if (
                end.role == "end"
                and end.chain == start.chain
                and end.year == start.year + 1
                and (final_year or 0) > end.year
            ):
                return end.year
    return None
