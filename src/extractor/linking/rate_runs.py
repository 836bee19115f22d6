"""Rates in a row: what goes on from one rate to the next is of its kind, and each has the name in front of it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from extractor import late
from extractor.annotating.mention import Rate

if TYPE_CHECKING:
    import re

    from extractor.linking.statement import Item, Statement

Kind = Literal["CAGR", "YoY", "share", "other"]
# "held 46% in 2031, up from 44% in 2024": the second is a share like the first.
FROM_SHARE = late.regex(
    r"(?:\b(?:up|down|rising|falling|increase|compared|rise|fall|grow|expected|projected|forecast|set|likely|will"
    r"|against|versus)\b[^<;]*(?:<y>)?[^<;]*)?\b(?:from|to|with|be|reach|against|versus) (?:about |around "
    r"|nearly |over )?$"
)
# "China at 6% CAGR, followed by Japan at 5% and the UK at 4%": a rate said of the next name of a list.
NEXT_OF_LIST = late.regex(
    r"(?: cagr)?,? ?(?:(?:and|while|with|then|as well as|followed (?:closely )?by|ahead of|trailed by"
    r"|next) )*(?:the )?(?P<who>(?:<g>|[a-z][\w&’'/-]*)(?: [a-z&][\w&’'/-]*){0,3}?) (?:at|with|on|by"
    r"|of) (?:an? )?(?:about |around |nearly |over |approximately )?"
)
# "5.4% for China, 4.9% for India"
NEXT_BEHIND = late.regex(
    r"(?: cagr)? (?:for|in) (?:the )?(?:<g>|[a-z][\w -]{1,30})(?:, and|,| and) (?:about |around )?"
)
# "up 22% and buses up 9%", "rose 61 percent, and those to Japan 38 percent"
NEXT_MOVE = late.regex(
    r"[^<;.]{0,30}(?:<[yp]>)?(?:,|;)?(?: and| while| but| whereas)? (?:the )?(?:<g>|<c>"
    r"|[a-z][\w&’'/-]*(?: [\w&’'/-]+){0,2})(?: (?:to|in|from|of) (?:the )?<g>)?(?: (?:was |were )?(?:up|down|rose"
    r"|fell|gained|lost|grew|declined|dropped)(?: by)?)? (?:about |around )?"
)
# "hold 44% by value, huts 21%, sheds 17%": names and shares in turn
NEXT_SHARE = late.regex(
    r"(?: (?:of [a-z ]{2,30}|by [a-z]+|in <y>)){0,2}(?:[,;](?: and| while| with| but)?|,? and) (?:the )?(?!(?:up|down|from"
    r"|or|at|growing|rising|falling|compared|a|an|about|nearly|which|against|followed|grew|rose|fell|will|is|are|was|were"
    r"|should|has|have|had|by|with|another|expects?|it|they|its|their)\b)"
    r"(?P<who>(?:<g>|<c>|[a-z][\w&’'/-]*)(?: (?!(?:growing|growth|grew|grow|rose|rising|fell|up|down|cagr|rate"
    r"|gained|increased|declined|from|to|by|than|margin|margins|at|with|for|about|around|some|nearly|just|only"
    r"|another)\b)[\w&’'/-]+){0,3}),? (?:at |with |for |about |around |some |nearly |just |only |another )*"
)
AND_SHARE = late.regex(r" (?:[a-z-]+ ){1,3}and (?:about |around |some )?")
# "Japan (CAGR 8.1%), Chile (7.4%) and Norway (6.0%)"
NEXT_IN_BRACKETS = late.regex(
    r" ?(?:cagr|share)?\)[,;]?(?: and| while| followed by| then)? (?:the )?(?P<who>(?:<g>|<c>"
    r"|[a-z][\w&’'/-]*)(?: [\w&’'/-]+){0,3}) \((?:about |around |~)?"
)
# What may stand between a rate of a kind and one that is of it, too.
GOES_ON: dict[Kind, tuple[re.Pattern[str], ...]] = {
    "share": (AND_SHARE, NEXT_SHARE, NEXT_IN_BRACKETS),
    "CAGR": (NEXT_OF_LIST, NEXT_BEHIND, NEXT_IN_BRACKETS),
    "YoY": (NEXT_MOVE, NEXT_IN_BRACKETS),
}
NAMED_GAPS = (NEXT_SHARE, NEXT_OF_LIST, NEXT_IN_BRACKETS)
ROUNDING = Decimal("0.3")  # points by which the shares of a whole may miss 100


def inherit(statement: Statement, rates: list[Item], kinds: dict[int, Kind]) -> None:
    """A rate that goes on from the one before is of its kind: "46% in 2031, up from 44%", "from 12% to 7%"."""
    shape = statement.shape
    if len(rates) > 1 and set(kinds.values()) == {"other"} and _sums_to_whole(rates):
        kinds.update(dict.fromkeys(kinds, "share"))  # "Solar: 38%, gas: 31%, electric: 31%"
    for before, item in pairwise(rates):
        kind, own = kinds[before.start], kinds[item.start]
        if own == "other" and any(gap.fullmatch(shape, before.end, item.start) for gap in GOES_ON.get(kind, ())):
            kinds[item.start] = kind
        elif kind == "share" and own != "share" and FROM_SHARE.search(shape, before.end, item.start):
            kinds[item.start] = "share"


def named_next(statement: Statement, before: Item, item: Item) -> tuple[int, int] | None:
    """Where the name stands that a rate gets in a list of names and rates in turn: "huts hold 44%, [sheds] 21%"."""
    for gap in NAMED_GAPS:
        match = gap.fullmatch(statement.shape, before.end, item.start)
        if match is not None:
            return match.span("who")
    return None


def _sums_to_whole(rates: list[Item]) -> bool:
    """Whether the rates are the parts of a whole."""
    amounts = [
        item.mention.amount for item in rates if isinstance(item.mention, Rate) and item.mention.amount is not None
    ]
    return len(amounts) == len(rates) and abs(sum(amounts, Decimal(-100))) <= ROUNDING
