"""What stands around a monetary value and may tell whose it is: marks by family, which `data/own/amount_weights.tsv`
weighs (see amount_judge.py)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from itertools import permutations
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import CompanyName, Money, Rate, RegionName
from extractor.linking.growth.implied import is_of_size
from extractor.linking.markets.names import core
from extractor.linking.statements.mark_weights import load_classes
from extractor.linking.statements.verbs import first_verb
from extractor.linking.statements.words_around import (
    LONGEST_LINE,
    LONGEST_SENTENCE,
    WORD,
    Reach,
    in_clause,
    words_around,
    words_of,
)
from extractor.linking.topics.clauses import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.mention import Mention
    from extractor.linking.estimates.amounts import Amount
    from extractor.linking.growth.paces import Pace
    from extractor.linking.statements.mark_weights import Marks
    from extractor.linking.statements.statement import Statement

CLASS_FILE = "estimates/amount_classes.toml"
REACH = Reach(before=130, words_before=18, behind=90, words_behind=12)
FRONT_REACH, FRONT = 80, 6  # the words a sentence opens with
POWERS = range(3, 12)
DECADES = [10**power for power in POWERS]  # sizes, by powers of ten
SIZES = [str(power) for power in POWERS]
SMALLER = (0.001, 0.01, 0.03, 0.1, 0.25, 0.5, 0.8)  # of the largest dated amount of the document
LARGER = (1, 2, 5, 20)
UNDER, OVER = [f"under {part}" for part in SMALLER], [f"over {part}" for part in LARGER]
ORDER_LIMITS = (1, 2, 3, 6, 12)  # statements with money before this one's
ORDERS = ("0", "1", "2", "3-5", "6-11", "far")
NAMED: tuple[tuple[str, type[Mention]], ...] = (("firm", CompanyName), ("rate", Rate), ("place", RegionName))
MOST_TIMES, MOST_OF_STATEMENT = 4, 4
MOST_ALONE = 3  # statements with money of a text that is no article but a few sentences on their own
MOST_COMPARED = 30  # amounts, and rates, each held against each: what has more is a table or a dump
SHORTEST = 2  # years between two amounts that a rate leads over
SHARE_REACH = 1  # statements between a share and the amount it makes of another
SHARE_MISS = 0.02  # of the amount by which a rounded share may miss it
TRADED = late.regex(r"\b(?:ex|im)port|\bshipments?\b|\bcustoms\b|\bborder\b")


class AmountMarks:
    """The marks of the amounts of one document.

    `words` are those that tell its market from others, none where it has no market; `own_places` are the lower-cased
    names of the region the market is limited to.
    """

    def __init__(
        self,
        amounts: list[Amount],
        paces: list[Pace],
        words: Iterable[str],
        own_places: frozenset[str],
        published: int | None,
    ) -> None:
        self.amounts = amounts
        self.body = [amount for amount in amounts if amount.statement.field == "text"]
        self.paces = paces
        self.words = frozenset(words)
        self.own_places = own_places
        self.published = published
        self.classes = load_classes(CLASS_FILE)
        title = amounts[0].statement.annotation.title if amounts else None
        self.trade_in_title = title is not None and TRADED.search(title.lower) is not None
        self.titled = {amount.figure for amount in amounts if amount.statement.field == "title"}
        self.times = Counter(amount.figure for amount in self.body)
        self.order: dict[int, int] = {}
        for amount in self.body:
            self.order.setdefault(amount.number, len(self.order))
        self.is_alone = title is None and len(self.order) <= MOST_ALONE
        currencies = Counter(amount.money.currency for amount in self.body).most_common(1)
        self.currency = currencies[0][0] if currencies else None
        self.largest = float(
            max((amount.low for amount in self.body if amount.year is not None), default=0)
            or max((amount.low for amount in self.body), default=0)
        )
        self.by_year: defaultdict[tuple[int, str | None], list[Amount]] = defaultdict(list)
        for amount in self.body:
            if (year := amount.told_year) is not None:
                self.by_year[year, amount.money.currency].append(amount)

    def of_statement(self, statement: Statement) -> Marks:
        """The marks that all amounts of a statement share, by family; of a family an amount may have marks of its own, too."""
        marks: Marks = {
            "line": (statement.kind, statement.field),
            "sentence": words_of(statement.shape[:LONGEST_SENTENCE]),
            "heading": words_of(statement.heading),
            "core": self._core_of_statement(statement),
        }
        if statement.kind != "paragraph" and len(statement.lead) <= LONGEST_LINE:
            marks["lead"] = words_of(statement.lead)
        if statement.head:
            marks["rows"] = words_of(statement.head[0])
        trade = not self.trade_in_title and TRADED.search(statement.shape) is not None
        if self.is_alone:
            named = "named" if self.words else "unnamed"
            marks["alone"] = (named, f"{named} trade") if trade else (named,)
        elif trade:
            marks["aside"] = ("trade",)  # of exports, in an article that is not about them
        return marks

    def of(self, amount: Amount) -> Marks:
        """The marks of an amount by family, without those of its statement."""
        statement, item, topic = amount.statement, amount.item, amount.topic
        shape = statement.shape
        ahead, behind, first, second = words_around(shape, item, REACH)
        clause = 0
        for cut in BREAK.finditer(shape, 0, item.start):
            clause = cut.end()
        verb = first_verb(shape, clause, item.start)
        whose = (
            "actor" if topic.actor else "other" if topic.market and self.words else "part" if topic.scope else "total"
        )
        low, year = float(amount.low), amount.told_year
        dated = "dated" if year is not None else "undated"
        marks: Marks = {
            "found": self._found(amount),
            "next": (first,),
            "second": (second,),
            "pair": (f"{self.classes.get(second, second)} {self.classes.get(first, first)}",),
            "after": behind[:1] or ("END",),
            "before": in_clause(ahead),
            "behind": in_clause(behind),
            "front": set(WORD.findall(shape, 0, min(item.start, FRONT_REACH))[:FRONT]),
            "verb": (verb[0] if verb is not None else "NONE",),
            "topic": (topic.cue, whose, f"{whose} {dated}", f"{topic.cue} {dated}"),
            "dated": (dated, f"{amount.tense} {dated}", self._when(year)),
            "core": self._core(amount, clause),
            "holds": self._held(amount, clause),
            "order": self._order(amount),
            "size": self._size(low),
            "titled": (
                "no title" if not self.titled else "titled" if amount.figure in self.titled else "other in title",
            ),
            "times": (str(min(self.times[amount.figure], MOST_TIMES)),),
            "led": ("led" if amount.figure in self._led else "others led" if self._led else "none led",),
            "share": self._share(amount, low),
            "rival": self._rival(amount, year),
        }
        if statement.head:
            marks["column"] = words_of(statement.head[statement.column(item)])
        if topic.scope is not None:
            last = topic.scope.lower().split()[-1:]
            marks["part"] = (*last, f"-{last[0][-3:]}") if last else ()
        return marks

    def _found(self, amount: Amount) -> list[str]:
        money = amount.money
        found = [
            f"per {money.per}",
            "one" if money.amount is not None else "range",
            "usual currency" if money.currency == self.currency else "other currency",
        ]
        if amount.starts:
            found.append("start")
        if amount.year is not None:
            found.append(amount.year.mention.kind)  # type: ignore[attr-defined]
        return found

    def _when(self, year: int | None) -> str:
        if year is None or self.published is None:
            return "at no known time"
        return "ahead" if year > self.published else "now" if year == self.published else "before"

    def _core_of_statement(self, statement: Statement) -> Iterable[str]:
        """Whether its sentence and the heading above hold the words that name the market."""
        if not self.words:
            return ()
        sentence = statement.annotation.text[statement.start : statement.end]
        return f"sentence {self._share_of_words(sentence)}", f"heading {self._share_of_words(statement.heading)}"

    def _core(self, amount: Amount, clause: int) -> Iterable[str]:
        """Whether its clause and what it is of hold the words that name the market."""
        if not self.words:
            return ("no market",)
        statement, topic = amount.statement, amount.topic
        front = statement.surface(clause, amount.item.start) if amount.item.start > clause else ""
        named = topic.scope or topic.market
        return (
            f"clause {self._share_of_words(front)}",
            f"topic {self._share_of_words(named)}" if named else "topic unnamed",
        )

    def _share_of_words(self, text: str) -> str:
        held = self.words.intersection(core(text))
        return "none" if not held else "all" if len(held) == len(self.words) else "some"

    def _held(self, amount: Amount, clause: int) -> list[str]:
        """What else the sentence names: firms, rates and places, in it, before the amount, in its clause."""
        statement, at = amount.statement, amount.item.start
        found: list[str] = []
        for name, kind in NAMED:
            first = last = -1
            for item in statement.of(kind):
                if kind is RegionName and item.mention.text.lower() in self.own_places:
                    continue
                first = item.start if first < 0 else first
                last = item.start if item.start < at else last
            if first >= 0:
                found.append(name)
            if 0 <= first < at:
                found.append(f"{name} before")
            if last >= clause:
                found.append(f"{name} in clause")
        return found

    def _order(self, amount: Amount) -> tuple[str, str]:
        money = amount.statement.of(Money)
        place = f"{min(money.index(amount.item), MOST_OF_STATEMENT)} of {min(len(money), MOST_OF_STATEMENT)}"
        if amount.statement.field == "title":
            return place, "title"
        return place, ORDERS[bisect_right(ORDER_LIMITS, self.order[amount.number])]

    def _size(self, low: float) -> tuple[str, ...]:
        ratio = low / self.largest if self.largest else 1.0
        return (
            *SIZES[: bisect_right(DECADES, low)],
            *UNDER[bisect_right(SMALLER, ratio) :],
            *OVER[: bisect_left(LARGER, ratio)],
        )

    def _share(self, amount: Amount, low: float) -> tuple[str, ...]:
        """Whether a share beside it makes the amount of another one."""
        for pace in self._shares if low > 0 else ():
            if abs(pace.chain - amount.number) > SHARE_REACH:
                continue
            part = float(pace.low) / 100 / low
            for other in self.body[:MOST_COMPARED]:
                if abs(part * float(other.low) - 1) < SHARE_MISS:
                    return ("made by share",)
        return ()

    def _rival(self, amount: Amount, year: int | None) -> tuple[str, ...]:
        """Whether other amounts are of the same year, and where and how large they are."""
        low = amount.low
        larger = smaller = earlier = False
        for other in self.by_year.get((year, amount.money.currency), ()) if year is not None else ():
            if other.low != low:
                larger |= other.low > low
                smaller |= other.low < low
                earlier |= other.number < amount.number
        if not larger and not smaller:
            return ("none",)
        return (
            "between" if larger and smaller else "larger" if larger else "smaller",
            "later" if earlier else "first",
        )

    @cached_property
    def _shares(self) -> list[Pace]:
        return [pace for pace in self.paces if pace.kind == "share" and pace.low > 0][:MOST_COMPARED]

    @cached_property
    def _led(self) -> frozenset[object]:
        """The amounts that a yearly rate leads from or to."""
        rates = [pace for pace in self.paces if pace.kind == "CAGR" and pace.high is None][:MOST_COMPARED]
        dated = [amount for amount in self.body if amount.told_year is not None and amount.low > 0]
        few = list({(amount.figure, amount.told_year): amount for amount in dated}.values())[:MOST_COMPARED]
        found: set[object] = set()
        for start, end in permutations(few, 2) if rates else ():
            years = (end.told_year or 0) - (start.told_year or 0)
            if years < SHORTEST or start.money.currency != end.money.currency or start.low == end.low:
                continue
            falls = end.low < start.low
            for pace in rates:
                is_down = pace.low < 0 or pace.rate.direction == "down"
                if is_down == falls and is_of_size(pace.low, start.low, end.low, (years, years - 1)):
                    found.update((start.figure, end.figure))
        return frozenset(found)
