"""Which year an amount is of: amounts and years of a sentence matched so that the most and the closest pairs stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, Years
from extractor.linking.estimates.cues import cue_groups
from extractor.linking.statements.neighbours import CLAUSE_END, best_pairs
from extractor.linking.statements.statement import is_single
from extractor.linking.statements.verbs import first_verb

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement

STRONG, COMMA, LONG = 5, 4, 2  # weights of amount-year edges: a short connector beats a long gap
BRACKETED = late.regex(r" ?[(\[][^()\[\]]*[)\]]")
ANOTHER = late.regex(r",? (?:and|while) (?:another|others?|a (?:second|third|rival)|the (?:other|second))\b")
SAME_YEAR = late.regex(r" (?:in|by|for|during) (?:the|that) same year\b|,? the same year\b")
CLAUSE_BREAK = late.regex(rf"{CLAUSE_END}|, (?:while|whereas|but|although|though|followed by|ahead of|trailed by)\b")
LONGEST_GAP = 160  # characters between an amount and a year that still belong together
DAY_BEFORE = late.regex(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? $|\b\d{1,2} (?:jan"
    r"|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? $"
)
DATE_END = late.regex(r" ?(?:[-–—/:]|\(\w[^)]*\) ?[-–—])")
# Between a year and the amount behind it these say that the amount belongs elsewhere.
AWAY = late.regex(r"\bto (?:about |nearly |over )?$|\bfrom ")
# "grew 8% in 2024 to 4.2 billion": the year of the move is that of the level it led to.
TO_AMOUNT = late.regex(r",? to (?:about |around |nearly |almost |over |some |roughly |just |a )*")
MOVED_IN = late.regex(
    r"\b(?:rose|ris(?:e[ns]?|ing)|gr[eo]w(?:n|s|th|ing)?|increas(?:e[ds]?|ing)|expan(?:d(?:s|ed|ing)?|sion)"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surged?|soared|f[ae]ll(?:s|en|ing)?|drop(?:s|ped)?|declin(?:e[ds]?"
    r"|ing)|shrank|slipped|slid|contracted|decreased?|advanced|up|down|gain(?:s|ed)?|recover(?:s|ed"
    r"|y)?)\b[^<;.]{0,30}(?:<r>)?[^<;.]{0,15}\b(?:in|during|for) (?:fiscal |the year )?$"
)
# "Kelp Industry Report 2025: A $5.7 Billion Market in 2024": the year of the report, not of the amount.
EDITION = late.regex(r"\b(?:report|outlook|analysis|review|study|survey|edition|briefing|insights?|trends),? $")
SINCE = late.regex(r"\b(?:from|since) $")
TO = late.regex(r"\bto\b")
OBJECT = late.regex(r" (?:on|into|for|of|in|at|from|with|by|worth of) [a-z<]")
LISTED = late.regex(r"\b(?:and|while|whereas|followed by)\b|,")


def _is_dateline(shape: str, year: Item) -> bool:
    """Whether a year belongs to the date in front of a news story: "SEOUL, Nov. 14, 2024 - "."""
    return DAY_BEFORE.search(shape, 0, year.start) is not None and DATE_END.match(shape, year.end) is not None


def _goes_on(gap: str) -> bool:
    """Whether something else begins in the words behind an amount: "<m> and will be worth more in", not "<m> on pots and pans in"."""
    joined = gap.find(" and ")
    return joined >= 0 and (OBJECT.match(gap) is None or first_verb(gap, joined) is not None)


class YearMatcher:
    """Finds the years of a statement's amounts."""

    def __init__(self) -> None:
        groups = cue_groups()
        self.after, self.before, self.start = groups["year_after"], groups["year_before"], groups["start"]

    def years(self, statement: Statement, money: list[Item]) -> dict[int, Item]:
        """The year of each amount, by the amount's position; amounts that two readings stand for are left out."""
        if not money:
            return {}
        if statement.columns:
            return {item.start: year for item in money if (year := statement.columns.get(item.start)) is not None}
        years = [item for item in statement.of(Years) if is_single(item.mention)]  # type: ignore[arg-type]
        if len(years) > 1 and statement.field == "title":
            years = [item for item in years if not EDITION.search(statement.shape, 0, item.start)] or years
        if years and years[0].start < money[0].start and _is_dateline(statement.shape, years[0]):
            years = years[1:]
        if len(years) > 1:
            years = [item for item in years if not self._starts_growth(statement, item, money)] or years
        if not years:
            return self._asked(statement, money)
        listed = self._respectively(statement, money, years)
        if listed:
            return listed
        nodes = sorted((*money, *years), key=lambda item: item.start)
        links = {}
        for left, right in best_pairs(nodes, lambda left, right: self._weight(statement.shape, left, right)):
            amount, year = (left, right) if isinstance(left.mention, Money) else (right, left)
            links[amount.start] = year
        self._share(statement, money, years, links)
        return links

    def _starts_growth(self, statement: Statement, year: Item, money: list[Item]) -> bool:
        """Whether growth is counted from a year, beside which no amount stands: "will grow by 7% a year from 2024, to 9 billion"."""
        shape = statement.shape
        if SINCE.search(shape, 0, year.start) is None:
            return False
        ahead = next((item for item in reversed(money) if item.end <= year.start), None)
        behind = next((item for item in money if item.start >= year.end), None)
        if ahead is not None and self.after.full(shape[ahead.end : year.start]) is not None:
            return False
        return (
            behind is None
            or shape.startswith(("'", "’"), year.end)
            or self.before.full(shape[year.end : behind.start]) is None
        )

    def _weight(self, shape: str, left: Item, right: Item) -> int:
        """How well a neighbouring amount and year go together."""
        amount_first = isinstance(left.mention, Money)
        if amount_first == isinstance(right.mention, Money):
            return 0
        gap = shape[left.end : right.start]
        if "(" in gap or "[" in gap:
            gap = BRACKETED.sub("", gap)
        if "<m>" in gap:  # an amount restated in another currency stands between
            gap = gap.rpartition("<m>")[2]
        if (self.after if amount_first else self.before).full(gap) is not None:
            return COMMA if "," in gap else STRONG
        if len(gap) > LONGEST_GAP or CLAUSE_BREAK.search(gap):
            return 0
        if amount_first:
            return 0 if "<r>" in gap or TO.search(gap) or SINCE.search(gap) or _goes_on(gap) else LONG - 1
        if " and " in gap:
            return LONG - 1
        if TO_AMOUNT.fullmatch(gap) and MOVED_IN.search(shape, 0, left.start):
            return STRONG
        return 0 if len(gap) < 20 and AWAY.search(gap) else LONG

    def starts(self, statement: Statement, item: Item) -> bool:
        """Whether the words before an amount make it the start of a way."""
        return self.start.search(statement.shape[max(0, item.start - 60) : item.start], seen=statement.seen) is not None

    def _share(self, statement: Statement, money: list[Item], years: list[Item], links: dict[int, Item]) -> None:
        """Years that serve two amounts: one that opens a list, and "in the same year"."""
        shape = statement.shape
        for before, item in pairwise(money):
            year = links.get(before.start)
            if year is None or item.start in links:
                continue
            opens = year.start < before.start and not any(before.end <= other.start < item.start for other in years)
            listed = opens and LISTED.search(shape, before.end, item.start) and not self.starts(statement, item)
            other = not any(before.end <= held.start for held in years if held is not year) and ANOTHER.search(
                shape, before.end, item.start
            )
            if listed or other or SAME_YEAR.match(shape, item.end):
                links[item.start] = year

    def _asked(self, statement: Statement, money: list[Item]) -> dict[int, Item]:
        """The year of the question that a lone amount answers."""
        if statement.question is None or len(money) != 1:
            return {}
        asked = [item for item in statement.question.of(Years) if is_single(item.mention)]  # type: ignore[arg-type]
        return {money[0].start: asked[0]} if len(asked) == 1 else {}

    def _respectively(self, statement: Statement, money: list[Item], years: list[Item]) -> dict[int, Item] | None:
        if len(money) < 2 or len(money) != len(years) or "respectively" not in statement.shape:
            return None
        inside = [item for item in years if money[0].start < item.start < money[-1].start]
        return None if inside else {amount.start: year for amount, year in zip(money, years, strict=True)}
