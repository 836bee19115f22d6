"""Wordings of moves: a rise, a fall, a level against the year before, as patterns on placeholder text (statement.py)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from extractor.linking.statement import Item, Statement

# "114.8% of the previous year's size", "98.2% on a year-on-year basis": last year is 100.
LEVEL = late.regex(
    r",? (?:of|on|against|compared (?:to|with)) (?:a |the )?(?:size of the )?(?:year[- ](?:on|over)[- ]year basis"
    r"|(?:previous|prior|preceding) (?:fiscal )?year|year before|year earlier|same period)"
)
LESS = late.regex(
    r" (?:(?:less|lower|below|smaller|fewer)(?: [a-z]+){0,3}(?: in <y>)? than|(?:[a-z]+ )?(?:drop|fall|decline"
    r"|decrease|dip|slump|contraction|slide|downturn))\b"
)
# "6% below the average", "40% less power", "lighter by 25%"
LOWER = late.regex(r" (?:below|lower|less|fewer|cheaper|lighter|smaller|shorter)\b")
LOWER_BY = late.regex(
    r"\b(?:(?:lower|lighter|cheaper|smaller|shorter|less|down) by|"
    # "cut their use of water by 40%", "had shipments cut by 30%"
    r"(?:cut|reduce|lower|shorten|trim|slash|shave|narrow|diminish|halve|shrink|curb|slim|drop|fall|decline|decrease)(?:s|d|ed|ting|ing|ming)?"
    r"(?: (?!to\b|and\b|by\b|but\b|while\b|rais|increas|lift)(?:[\w’'-]+|<[gc]>)){0,7} by)"
    r" (?:about |around |some |nearly |over |roughly |almost |up to |as much as |a further |another |at least |more than |between )*$"
)
# What these do is said of no market: "PVC prices", "the rents of halls".
PRICES = late.regex(r"(?:[\w-]+ ){0,2}(?:prices?|costs?|wages|rents|fees|salaries|numbers? of)\b", re.IGNORECASE)
# "European producers saw costs rise by <r>", "the price of a pack declined by <r>", "the maker raised prices by <r>"
PRICE_MOVED = late.regex(
    r"\b(?:prices?|costs?|wages?|rents?|fees?|salar(?:y|ies)|premiums?|tariffs?|commissions?|pay|freight rates?|bills?)\b"
    r"(?! (?:pressure|segment|category|market|insurance market))[^<;,.]{0,60}?(?: in <g>[^<;,.]{0,20})?,? "
    r"(?:(?:have |has |had )?(?:rose|rises?|risen|fell|falls?|fallen|grew|dropp?(?:ed)?|declined?|increased?|decreased?|jumped|surged"
    r"|climbed|soared|slipped|went (?:up|down)|gone (?:up|down)|(?:was |were |is |are |be )?(?:up|down)|lifted|raised|cut))"
    r"(?: (?:by|an?|another|about|around|nearly|almost|over|roughly|some|just|only|average|of|further))* $"
    r"|\b(?:rais(?:ed?|es|ing)|lift(?:s|ed|ing)?|put up|increas(?:ed?|es|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?)\b[^<;,.]{0,40}"
    r"\b(?:prices?|costs?|wages?|rents?|fees?|salaries|premiums?|tariffs?|commissions?|pay)\b[^<;,.]{0,30} by"
    r"(?: (?:about|around|nearly|over|some|another|a further|an average))* $"
)
PRICE_REACH = 120  # characters before a rate
SMALLEST_LEVEL = 50
MOVED = late.regex(
    r"\b(?:rose|fell|grew|dropped|declined|increased|decreased|jumped|surged|climbed|shrank|slipped|expanded"
    r"|growth|up|down|rise|fall|drop|decline|increase|advanced)\b[^<;,]*$"
)
# A fall that is said of the rate itself: "fell 9%", "to fall by up to 10%", and neither "fell to 9%" nor "cut costs by 9%".
FALLEN = late.regex(
    r"\b(?:fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|shr[aiu]nk(?:s|ing)?|sl[ai]d"
    r"|slipp?(?:ed|s)?|contract(?:ed|s|ion)|decreas(?:ed?|es|ing)|slump(?:ed)?|plunged?|plummet(?:ed|s)?|tumbled?"
    r"|dipp?(?:ed)?|sank|down)(?: (?:by|of|an?|another|about|around|nearly|almost|over|roughly|some|just|only"
    r"|up to|as much as|more than|at least|sharp|further|modest|mere))* $"
)
# A move that is said of the rate itself, in a sentence that dates it: "In 2023 sales increased 4%".
MOVED_BESIDE = late.regex(
    r"\b(?:rose|fell|grew|dropped|declined|increased|decreased|jumped|surged|climbed|shrank|slipped|expanded"
    r"|contracted|advanced|slid|slumped|dipped|sank|sunk|(?:went|gone|going) (?:up|down)|plunged|plummeted|tumbled|soared|gained|recovered|(?:was|were) (?:up"
    r"|down))(?: (?:by|an?|another|about|around|nearly|almost|over|roughly|some|just|only|modest|mere"
    r"|further))* $"
)
IN_PART_OF_YEAR = late.regex(
    r" (?:in|during|over|for) (?:the )?(?:(?:first|second|third|fourth|last|final|opening|early|late|whole) )*(?:(?:two"
    r"|three|six|nine|\d+) months|quarter|half|spring|summer|autumn|fall|winter|season|months|part)?(?: of)?(?: the year)? ?"
)
# A rate and no rise as a whole: "a growth rate of 6%", "Growth rate (2025-2033): 6%", "growing at 6%".
RATE_OF = late.regex(
    r"\b(?:growth rate|rate of growth|rate of expansion|(?:grow|expand|ris|increas|climb|advanc)(?:e|s|es"
    r"|ing)? at)(?: \(?<p>\)?)?(?: ?:| of| at| is| was| will be| stands at)?(?: (?:about|around|nearly|some|just"
    r"|over|roughly|approximately|an?|estimated))* $"
)
RATE_REACH = 60  # characters before a rate
THAT_YEAR = late.regex(r" (?:in|during|over) (?:that|the same) year\b")
THAT_YEAR_REACH = 400  # characters back to the year that "the same year" means
MOVED_REACH = 30  # characters before a rate
FALLEN_REACH = 80
# "jumped 66% to 11.8 billion in 2025": the year behind the amount is that of the rate too.
TO_AMOUNT_IN = late.regex(
    r"(?: year[- ](?:on|over)[- ]year)?,? (?:to|reaching|and reached) [^<;]{0,20}<m> (?:in|for|during"
    r"|by)(?: the)?(?: end of| year| fiscal year)? "
)
# "a fall of 9.2% from 7.6 billion in 2022": the growth of the year after.
# or "dropped by 7% to 1.4 billion from 1.6 billion in 2023".
FROM_AMOUNT_IN = late.regex(
    r"(?:,? to [^<;]{0,20}<m>(?:,? (?:or )?\(?[^<;]{0,20}<m>\)?)?)?,? from [^<;]{0,20}<m> (?:in|for) (?:the )?(?:year )?$"
)
# "In 2024 buyers spent 1.1 billion on sets, 18% more than in the previous year"
THAN_YEAR_BEFORE = late.regex(
    r"[^<;.]{0,30}\b(?:than|from|over|on|against|to|with)(?: in)?(?: that of)? (?:the )?(?:(?:previous|prior|preceding) year|year (?:before|earlier)|a year (?:earlier|before))\b"
    r"| year[- ](?:on|over)[- ]year\b"
)
AGAINST = late.regex(
    r"\b(?:on|over|versus|vs\.?|against|than|compared with|compared to|from)(?: in| that of)?(?: the)?(?: year"
    r"| level of)* ?$"
)
# "in 2023 was worth 4 billion, up 5%": between the year and the rate stands the level that was reached.
LEVEL_THEN = late.regex(
    r" [^<;.]{0,60}<m>(?: [a-z]+){0,3},? (?:or |a |an |(?:which is |which was )?(?:up|down|rising|falling"
    r"|increasing|declining|growing) (?:by )?|(?:up|down) by |(?:an? )?(?:rise|increase|gain|jump|drop|fall"
    r"|decline|decrease|growth) of )?(?:about |around |nearly |over |some )?"
)
# What lies behind: "over the past five years".
PAST_PERIOD = late.regex(
    r"[^,;.<]{0,30}\b(?:over|during|in|for|across|through|throughout) (?:the |its |their )?(?:histor(?:ic"
    r"|ical) (?:period|years|data)|(?:previous|past|last|preceding) (?:[a-z]+ )?(?:years|decade|period))\b"
)


def is_level(statement: Statement, item: Item) -> bool:
    """Whether the rate is a level against last year's 100: "114.8% of the previous year"."""
    amount = item.mention.amount  # type: ignore[attr-defined]
    return (amount or 0) > SMALLEST_LEVEL and LEVEL.match(statement.shape, item.end) is not None


def is_of_price(statement: Statement, item: Item) -> bool:
    """Whether a rate is the move of a price, wage or cost, which is no market's growth."""
    return PRICE_MOVED.search(statement.shape, max(0, item.start - PRICE_REACH), item.start) is not None


def is_fallen(statement: Statement, item: Item) -> bool:
    """Whether words beside a rate call it a fall or say by how much something is less."""
    shape, start = statement.shape, max(0, item.start - FALLEN_REACH)
    return (
        FALLEN.search(shape, start, item.start) is not None
        or LOWER.match(shape, item.end) is not None
        or LOWER_BY.search(shape, start, item.start) is not None
    )


# "in volume terms just 4% a year", "Volume CAGR: 3%", "2% a year by volume"
_MEASURES = r"(?:volumes?(?: terms)?|tonn(?:es|age)|tons|units|litres|liters|pieces|kilograms|square met(?:re|er)s)"
VOLUME_BEFORE = late.regex(
    rf"(?:^[-•*\s]*(?:in )?{_MEASURES}|\b(?:in|by|in terms of) {_MEASURES})(?: |, |: )(?:[^<;.:,]|<[yp]>){{0,40}}$"
)
VOLUME_BEHIND = late.regex(
    rf"(?: cagr)?(?: a year| per year| annually| p\.a\.| per annum| yearly)?,? (?:\()?(?:in|by) (?:terms of )?{_MEASURES}\b"
)
VOLUME_REACH = 90  # characters before a rate


def is_of_volume(statement: Statement, item: Item) -> bool:
    """Whether a rate is one of goods and not of their value."""
    if VOLUME_BEHIND.match(statement.shape, item.end) is not None:
        return True
    return VOLUME_BEFORE.search(statement.shape, max(0, item.start - VOLUME_REACH), item.start) is not None
