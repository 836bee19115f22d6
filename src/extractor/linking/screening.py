"""Which amounts are market figures: what a cue refuses, what looks like a price, what no word calls a market."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, Years
from extractor.linking.cues import cue_groups
from extractor.linking.points import amount_of
from extractor.linking.statement import heading_year
from extractor.linking.verbs import first_verb

if TYPE_CHECKING:
    from extractor.linking.statement import Item, Statement
    from extractor.linking.topics import Topic

# Amounts below this are prices, not markets, unless the subject is a market.
SMALLEST_MARKET = Decimal(1_000_000)
LONGEST_LABEL = 60  # characters beside an amount that has its label with it
MARKET = late.regex(r"\b(?:market|industry)\b")
VALUED = late.regex(r"\b(?:markets?|industry|sector|segments?|category|revenues?|sales|spending|demand)\b")
SEGMENT_WORD = late.regex(r"\b(?:segments?|category|market|sub-?segment)\b")
# Heads of tables: what is counted there is a market, is none, or belongs to firms.
MEASURE_HEAD = late.regex(
    r"\b(?:market|sales|revenues?|value|size|spending|turnover|premiums|exports|imports|demand|consumption|trade)\b"
)
OTHER_HEAD = late.regex(
    r"\b(?:prices?|costs?|fees?|salar(?:y|ies)|wages?|licen[cs]e|funding|raised|deal|investments?|profits?"
    r"|ebitda?|income|per)\b"
)
# Headings over what firms did: deals, plants, launches.
NEWS_HEADING = late.regex(
    r"\b(?:developments?|news|recent (?:moves|activit(?:y|ies)|deals|launches)|milestones|competitive landscape"
    r"|(?:mergers|partnerships|acquisitions) (?:and|&)|what (?:companies|firms|makers|vendors) (?:are|did))\b"
)
# "dominated with 41%, which equals USD 1.7 billion": the share in money.
SHARE_WORTH = late.regex(
    r"<r>[^<;.]{0,40}\b(?:equals?|equal to|equivalent to|or|worth|amounting to|representing|holding|generating"
    r"|reaching|i\.e\.,?) (?:an? )?(?:about |around |nearly |over |roughly |approximately |estimated )?$"
)
QUARTER = late.regex(
    r"\b(?:first|second|third|fourth|last|previous|this|the)[ -]quarter\b(?! of a\b)|\bquarterly\b|\bq[1-4]\b"
)


class Screen:
    """Tells market figures from other money."""

    def __init__(self) -> None:
        self.groups = cue_groups()

    def refused(self, statement: Statement) -> dict[int, str]:
        """The amounts that a cue says are no market figures, by position, with the cue."""
        group = self.groups["refuse"]
        found: dict[int, str] = {}
        for identifier, match in group.every(statement.shape, seen=statement.seen):
            at = match.start()
            while (at := statement.shape.find("<m>", at, match.end())) >= 0:
                found.setdefault(at, identifier)
                at += 3
        return found

    def unlike_market(self, statement: Statement, item: Item, links: dict[int, Item]) -> str | None:
        """Why the amount is no market figure although no cue refuses it; None when it may be one."""
        mention = item.mention
        assert isinstance(mention, Money)
        is_yearly = mention.per == "year" and (amount_of(item) or 0) >= SMALLEST_MARKET  # "spend 14 billion a year on"
        if mention.per is not None and not is_yearly:
            return "unit_price"
        shape = statement.shape
        amount = amount_of(item) or Decimal(0)
        year = links.get(item.start)
        quarter = year is not None and isinstance(year.mention, Years) and year.mention.kind == "quarter"
        quarter = quarter or (year is None and statement.holds(QUARTER))
        if quarter and not statement.holds(MARKET):
            return "quarter"
        is_row = statement.kind == "table_row"
        noun = (is_row or len(shape) - item.end + item.start < LONGEST_LABEL) and self.groups["market_noun"].search(
            shape, seen=statement.seen
        )
        if is_row or noun:
            if statement.head and (reason := _other_table(statement, item)) is not None:
                return reason
            dated = item.start in links or bool(statement.of(Years))
            labelled = (
                noun
                or dated
                or (heading_year(statement) is not None and MEASURE_HEAD.search(" ".join(statement.head)) is not None)
            )
            return None if labelled or not is_row else "no_market_cue"
        if NEWS_HEADING.search(statement.heading) and not statement.holds(VALUED):
            return "news_of_firms"
        if amount < SMALLEST_MARKET and mention.unread_magnitude is None and not statement.holds(MARKET):
            return "small_amount"
        return None

    def weak(self, statement: Statement, item: Item, topic: Topic, *, dated: bool) -> str | None:
        """Why subject and verb together do not say that the amount is a market figure; None when they do."""
        if statement.kind == "table_row":
            return None
        undated = not dated and not topic.gapped
        if topic.cue == "region" and undated:
            told = SHARE_WORTH.search(statement.shape, 0, item.start) or self._has_market_word(statement, item)
            return None if told else "no_market_cue"
        if topic.cue not in ("segment", "named_segment", "default"):
            return None
        if dated and first_verb(statement.shape) is None:
            return None  # a fragment: "2023: USD 0.5 bn"
        if not self._has_market_word(statement, item):
            return "no_market_cue"
        if topic.cue != "default" and undated and not statement.holds(SEGMENT_WORD) and "<p>" not in statement.shape:
            return "no_year_segment"
        return None

    def _has_market_word(self, statement: Statement, item: Item) -> bool:
        """Whether the sentence has a noun that markets are called by, or a verb of valuing before the amount."""
        if self.groups["market_noun"].search(statement.shape, seen=statement.seen) is not None:
            return True
        return self.groups["estimate_verb"].search(statement.shape[: item.start], seen=statement.seen) is not None


def _other_table(statement: Statement, item: Item) -> str | None:
    """Why a table with a head holds no market figures in the column of `item`; None when it may."""
    return "other_column" if OTHER_HEAD.search(statement.head[statement.column(item)]) is not None else None
