"""Rates in a row: each has the name in front of it, and together they may be the parts of a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from extractor import late
from extractor.annotating.mention import Rate

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement

Kind = Literal["CAGR", "YoY", "share", "other"]
# "China at 6% CAGR, followed by Japan at 5% and the UK at 4%": a rate said of the next name of a list.
NEXT_OF_LIST = late.regex(
    r"(?: cagr)?,? ?(?:(?:and|while|with|then|as well as|followed (?:closely )?by|ahead of|trailed by"
    r"|next) )*(?:the )?(?P<who>(?:<g>|[a-z][\w&’'/-]*)(?: [a-z&][\w&’'/-]*){0,3}?) (?:at|with|on|by"
    r"|of) (?:an? )?(?:about |around |nearly |over |approximately )?"
)
# "hold 44% by value, huts 21%, sheds 17%": names and shares in turn
NEXT_SHARE = late.regex(
    r"(?: (?:of [a-z ]{2,30}|by [a-z]+|in <y>|(?:last|this) year)){0,2}(?:[,;](?: and| while| with| but)?|,? and) (?:the )?(?!(?:up|down|from"
    r"|or|at|growing|rising|falling|compared|a|an|about|nearly|which|against|followed|grew|rose|fell|will|is|are|was|were"
    r"|should|has|have|had|by|with|another|expects?|it|they|its|their)\b)"
    r"(?P<who>(?:<g>|<c>|[a-z][\w&’'/-]*)(?: (?!(?:growing|growth|grew|grow|rose|rising|fell|up|down|cagr|rate"
    r"|gained|increased|declined|from|to|by|than|margin|margins|at|with|for|about|around|some|nearly|just|only"
    r"|another)\b)[\w&’'/-]+){0,3}),? (?:at |with |for |about |around |some |nearly |just |only |another )*"
)
# "Japan (CAGR 8.1%), Chile (7.4%) and Norway (6.0%)"
NEXT_IN_BRACKETS = late.regex(
    r" ?(?:cagr|share)?\)[,;]?(?: and| while| followed by| then)? (?:the )?(?P<who>(?:<g>|<c>"
    r"|[a-z][\w&’'/-]*)(?: [\w&’'/-]+){0,3}) \((?:about |around |~)?"
)
NAMED_GAPS = (NEXT_SHARE, NEXT_OF_LIST, NEXT_IN_BRACKETS)
ROUNDING = Decimal("0.3")  # points by which the shares of a whole may miss 100


def named_next(statement: Statement, before: Item, item: Item) -> tuple[int, int] | None:
    """Where the name stands that a rate gets in a list of names and rates in turn: "huts hold 44%, [sheds] 21%"."""
    for gap in NAMED_GAPS:
        match = gap.fullmatch(statement.shape, before.end, item.start)
        if match is not None:
            return match.span("who")
    return None


def is_whole(rates: list[Item]) -> bool:
    """Whether several rates are the parts of a whole."""
    amounts = [
        item.mention.amount for item in rates if isinstance(item.mention, Rate) and item.mention.amount is not None
    ]
    return 1 < len(amounts) == len(rates) and abs(sum(amounts, Decimal(-100))) <= ROUNDING
