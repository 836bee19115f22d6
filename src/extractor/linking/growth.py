"""Rates with the periods that are stated beside them; what the document lets one infer is filled in later (inference.py)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Rate, Years
from extractor.linking import moves
from extractor.linking.estimates import SERIES_GAP
from extractor.linking.matching import best_pairs
from extractor.linking.paces import (
    Pace,
    dated_by_heading,
    dated_by_publication,
    dated_by_sentence_before,
    dated_like_share_before,
)
from extractor.linking.rate_kinds import ANNUAL, RateKinds
from extractor.linking.rate_runs import NEXT_MOVE, Kind, inherit, named_next
from extractor.linking.statement import STATED_YEAR, is_single
from extractor.linking.topics import Topic

if TYPE_CHECKING:
    from extractor.linking.statement import Item, Statement
    from extractor.linking.topic import TopicReader

CLOSE, NEAR, FAR = 6, 4, 2  # weights of rate-period edges
LONGEST_GAP = 120
END_YEAR = late.regex(
    r"\b(?:through|by|to|until|till|até|hasta|bis|d[’']ici|jusqu[’'](?:en|à)|up to|thru|toward|towards"
    r"|ending)(?: the)?(?: end of| year| fiscal year| close of|-end)* ?\(?$"
)
SINCE = late.regex(r"\b(?:since|from|starting in|beginning in|starting from)(?: the)?(?: year| start of| end of)* ?$")
IN_YEAR = late.regex(
    r"\b(?:in|em|en|for|during|as of|of|at|over|on|throughout)(?: the)?(?: year| fiscal year| fiscal| base year"
    r"| calendar year| end of)* ?\(?$"
)
END_OR_START = late.regex(r"\b(?:by|through|to|until|since|from) $")
CLAUSE_BREAK = late.regex(r";|\. |, (?:while|whereas|but|although|though|and)\b| while | whereas ")


class GrowthReader:
    """Reads the rates of one document's statements."""

    def __init__(self, topics: TopicReader, published: int | None = None) -> None:
        self.topics = topics
        self.published = published
        self.kinds = RateKinds()
        self._last: Pace | None = None  # of the statements read before

    def paces(self, statement: Statement, number: int) -> list[Pace]:
        """The rates that the statement gives, with the periods stated beside them."""
        rates = statement.of(Rate)
        if not rates:
            return []
        years = statement.of(Years)
        levels = {item.start for item in rates if moves.is_level(statement, item)}
        kinds: dict[int, Kind] = {
            item.start: "YoY" if item.start in levels else self.kinds.kind(statement, item) for item in rates
        }
        runs = [run for run in _runs(statement, rates) if len(run) > 1]
        for run in runs:
            told: list[Kind] = [kinds[item.start] for item in run if kinds[item.start] != "other"]
            named: Kind = told[0] if told else "other"
            for item in run:
                if kinds[item.start] == "other":
                    kinds[item.start] = named
        inherit(statement, rates, kinds)
        links = self._matched(statement, rates, years, kinds)
        links.update({item.start: year for item in rates if (year := statement.columns.get(item.start)) is not None})
        if statement.head:
            self._yearly_columns(statement, rates, kinds, links)
        topics: dict[int, Topic] = {}
        for run in runs:
            names = self.topics.series(statement, run)
            topics |= {rate.start: topic for rate, topic in zip(run, names or [], strict=False)}
            if (year := links.get(run[-1].start)) is not None and year.start > run[-1].start:
                links.update({item.start: year for item in run})
        for before, item in pairwise(rates):
            span = named_next(statement, before, item) if kinds[before.start] == kinds[item.start] != "other" else None
            if span is not None and (own := self.topics.phrases.classify(statement, *span)) is not None:
                topics.setdefault(item.start, own)
        found: list[Pace] = []
        for item in rates:
            mention = item.mention
            assert isinstance(mention, Rate)
            if mention.amount is None and mention.low is None:
                continue
            topic = topics.get(item.start) or self.topics.topic(statement, item.start)
            if kinds[item.start] in ("CAGR", "other") and topic.scope is None and moves.is_of_volume(statement, item):
                topic = Topic(scope="volume", cue="segment")
            pace = Pace(
                mention, statement, item.start, topic, kinds[item.start], chain=number, rule=mention.rule, is_level=item.start in levels,
                is_less=moves.LESS.match(statement.shape, item.end) is not None,
                is_fallen=kinds[item.start] == "other" and moves.is_fallen(statement, item),
            )  # fmt: skip
            self._dated(pace, statement, item, links.get(item.start))
            if item.start not in links:
                dated_by_heading(pace)
                dated_by_sentence_before(pace)
                dated_by_publication(pace, item, self.published)
                dated_like_share_before(pace, self._last)
            if pace.kind == "other" and pace.rule == "period_stated" and found and found[-1].kind == "CAGR":
                pace.kind = "CAGR"  # "the CAGR for 2024-2029 is 4.4 percent; for 2019-2024 it was 6.1 percent"
            former = found[-1] if found else None
            undated = pace.kind == "other" and pace.end_year is None
            if (
                undated
                and former is not None
                and former.kind == "YoY"
                and NEXT_MOVE.fullmatch(statement.shape, former.position + len("<r>"), item.start)
            ):
                pace.kind, pace.start_year, pace.end_year, pace.rule = (
                    "YoY",
                    former.start_year,
                    former.end_year,
                    "next_move",
                )
            pace.past = moves.PAST_PERIOD.match(statement.shape, item.end) is not None
            if (
                pace.kind == "CAGR"
                and pace.end_year is None
                and found
                and moves.SAME_PERIOD.match(statement.shape, item.end)
            ):
                pace.start_year, pace.end_year, pace.rule = found[-1].start_year, found[-1].end_year, "same_period"
            found.append(pace)
        self._last = found[-1] if found else None
        return found

    def _yearly_columns(
        self, statement: Statement, rates: list[Item], kinds: dict[int, Kind], links: dict[int, Item]
    ) -> None:
        """The growth of a row without a year in its head is that of the row's own year, or of its last column with one."""
        own = [item for item in statement.of(Years) if is_single(item.mention)]  # type: ignore[arg-type]
        columns = list(statement.columns.values())
        years = own if len(own) == 1 and statement.column(own[0]) == 0 else columns if not own else []
        for item in rates if years else ():
            if kinds[item.start] == "YoY" and item.start not in links:
                links[item.start] = max(years, key=lambda year: year.mention.end_year)  # type: ignore[attr-defined]

    def _dated(self, pace: Pace, statement: Statement, item: Item, year: Item | None) -> None:
        if year is None:
            return
        years = year.mention
        assert isinstance(years, Years)
        start, end = years.start_year, years.end_year
        pace.year_item = year
        pace.inferred = years.relative
        if pace.kind == "share":
            pace.start_year, pace.end_year = (start, end)
            pace.rule = "share_year"
        elif start != end:
            pace.start_year, pace.end_year = start, end
            pace.rule = "period_stated"
            if (
                pace.kind == "other"
                and end - start == 1
                and moves.MOVED.search(statement.shape, max(0, item.start - moves.MOVED_REACH), item.start)
            ):
                pace.kind = "YoY"  # "rose 61 percent between 2022 and 2023"
            yearly = pace.kind == "other" and (
                ANNUAL.search(statement.shape[max(0, item.start - 40) : item.end + 25])
                or (
                    end - start > 1
                    and moves.RATE_OF.search(statement.shape, max(0, item.start - moves.RATE_REACH), item.start)
                )
            )
            if (pace.kind == "YoY" and end - start > 1) or yearly:
                pace.kind = "CAGR"  # a yearly rate over several years
        else:
            ahead = _ahead(statement, item, year)
            in_year = pace.kind == "other" and IN_YEAR.search(ahead) is not None
            moved = in_year and _moved_in_year(statement, item, year)
            if moved and not moves.PRICES.match(pace.topic.scope or ""):
                pace.kind = "YoY"
            if pace.kind == "YoY":
                after = (
                    1 if moves.AGAINST.search(ahead) or moves.FROM_AMOUNT_IN.search(ahead) else 0
                )  # "up 6% on 2023" speaks of 2024
                pace.start_year, pace.end_year = start - 1 + after, start + after
                pace.rule = "year_of_growth"
            elif SINCE.search(ahead):
                pace.start_year, pace.rule = start, "since_year"
            elif END_YEAR.search(ahead):
                pace.end_year, pace.rule = start, "through_year"
            elif in_year:
                pace.start_year, pace.end_year = (None if moved else start), start
                pace.rule = "year_of_rate"
            else:
                pace.year_item = None

    def _matched(
        self, statement: Statement, rates: list[Item], years: list[Item], kinds: dict[int, Kind]
    ) -> dict[int, Item]:
        """The year or period of each rate: the best matching along the sentence; amounts keep their own years."""
        shape = statement.shape
        nodes = sorted((*rates, *years), key=lambda item: item.start)
        links: dict[int, Item] = {}
        for left, right in best_pairs(nodes, lambda left, right: self._edge(statement, left, right, kinds)):
            rate, year = (left, right) if isinstance(left.mention, Rate) else (right, left)
            links[rate.start] = year
        for item in rates:
            if item.start not in links:
                shared = self._shared(shape, item, rates, years, kinds)
                if shared is not None:
                    links[item.start] = shared
        return links

    def _edge(self, statement: Statement, left: Item, right: Item, kinds: dict[int, Kind]) -> int:
        if isinstance(left.mention, Rate) == isinstance(right.mention, Rate):
            return 0
        gap = statement.shape[left.end : right.start]
        rate, year = (left, right) if isinstance(left.mention, Rate) else (right, left)
        kind, when = kinds[rate.start], year.mention
        assert isinstance(when, Years)
        period = when.start_year != when.end_year
        if len(gap) > LONGEST_GAP or ";" in gap:
            return 0
        crosses_money = "<m>" in gap
        after = left is rate
        if kind == "share":
            if period or crosses_money:
                return 0
            if CLAUSE_BREAK.search(gap):
                return 0
            return CLOSE if len(gap) < 25 else NEAR if after else FAR
        if period:
            if crosses_money:
                return FAR if after else 1
            if CLAUSE_BREAK.search(gap) and not after:
                return FAR
            return CLOSE if len(gap) < 40 else NEAR
        ahead = gap if after else statement.shape[max(0, year.start - 40) : year.start]
        if kind == "YoY" and after and (moves.TO_AMOUNT_IN.fullmatch(gap) or moves.FROM_AMOUNT_IN.fullmatch(gap)):
            return CLOSE
        if kind == "YoY" and not after and moves.LEVEL_THEN.fullmatch(gap):
            return NEAR
        if crosses_money or (CLAUSE_BREAK.search(gap) and kind != "YoY"):
            return 0
        if kind == "YoY":
            return CLOSE if after and moves.AGAINST.fullmatch(gap.strip() + " ") else NEAR
        if SINCE.search(ahead) or END_YEAR.search(ahead):
            return NEAR if after else FAR
        if kind == "other" and IN_YEAR.search(ahead):
            return FAR
        return 0

    def _shared(
        self, shape: str, item: Item, rates: list[Item], years: list[Item], kinds: dict[int, Kind]
    ) -> Item | None:
        """One year or period serves several rates of one kind: "from 2024 to 2030 at 5% and 6%, respectively"."""
        kind = kinds[item.start]
        if kind == "share":
            single = [year for year in years if year.mention.start_year == year.mention.end_year]  # type: ignore[attr-defined]
            if len(single) == 1 and not END_OR_START.search(shape, max(0, single[0].start - 9), single[0].start):
                between = shape[min(single[0].end, item.end) : max(single[0].start, item.start)]
                if ";" not in between and "<m>" not in between:
                    return single[0]
            return None
        spans = [year for year in years if year.mention.start_year != year.mention.end_year]  # type: ignore[attr-defined]
        same = [other for other in rates if kinds[other.start] == kind]
        if (
            kind == "YoY"
            and len(same) > 1
            and len(years) == 1
            and years[0].end <= item.start
            and "<m>" not in shape[years[0].end : item.start]
            and ";" not in shape[years[0].end : item.start]
        ):
            return years[0]
        told = kind == "YoY" and len(years) == 1 and not spans and years[0].end <= item.start
        if told and ";" not in shape[years[0].end : item.start] and moves.THAN_YEAR_BEFORE.match(shape, item.end):
            return years[0]
        if kind == "CAGR" and len(spans) == 1 and len(same) > 1 and spans[0].start > item.end:
            return spans[0]
        return None


def _ahead(statement: Statement, item: Item, year: Item) -> str:
    """The words before a year, which stands in the head of the rate's column or in its sentence."""
    if statement.columns.get(item.start) is not year:
        return statement.shape[max(0, year.start - 40) : year.start]
    head = statement.head[statement.column(item)]
    stated = STATED_YEAR.search(head)
    return head[: stated.start()] if stated is not None else ""


def _moved_in_year(statement: Statement, item: Item, year: Item) -> bool:
    """Whether the rate is a move in a year or a part of one: "In 2023 reed sales increased 4%", "grew by 6% in the autumn of 2024"."""
    is_year = isinstance(year.mention, Years) and (year.start > item.start or year.mention.kind != "quarter")
    return (
        is_year
        and (
            year.start < item.start
            or moves.IN_PART_OF_YEAR.fullmatch(statement.shape, item.end, year.start) is not None
        )
        and moves.MOVED_BESIDE.search(statement.shape, max(0, item.start - moves.FALLEN_REACH), item.start) is not None
    )


def _runs(statement: Statement, rates: list[Item]) -> Iterator[list[Item]]:
    """Rates that stand in one list: "5%, 6% and 7%"."""
    run: list[Item] = []
    for item in rates:
        if run and not SERIES_GAP.fullmatch(statement.shape, run[-1].end, item.start):
            yield run
            run = []
        run.append(item)
    if run:
        yield run
