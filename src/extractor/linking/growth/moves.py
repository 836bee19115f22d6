"""Wordings of moves: a rise, a fall, a level against the year before, as patterns on placeholder text (statement.py)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Item, Statement

# "114.8% of the previous year's size", "98.2% on a year-on-year basis": last year is 100.
LEVEL = late.regex(
    r",? (?:of|on|against|compared (?:to|with)) (?:a |the )?(?:size of the )?(?:year[- ](?:on|over)[- ]year basis"
    r"|(?:previous|prior|preceding) (?:fiscal )?year|year before|year earlier|same period)"
)
LESS = late.regex(
    r" (?:(?:less|lower|below|smaller|fewer)(?: [a-z]+){0,3}(?: in <y>)? than|(?:[a-z]+ )?(?:drop|fall|decline"
    r"|decrease|dip|slump|contraction|slide|downturn))\b"
)
# What these do is said of no market: "PVC prices", "the rents of halls".
PRICES = late.regex(r"(?:[\w-]+ ){0,2}(?:prices?|costs?|wages|rents|fees|salaries|numbers? of)\b", re.IGNORECASE)
SMALLEST_LEVEL = 50
# A fall that is said of the rate itself: "fell 9%", "to fall by up to 10%", and neither "fell to 9%" nor "cut costs by 9%".
FALLEN = late.regex(
    r"\b(?:fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|shr[aiu]nk(?:s|ing)?|sl[ai]d"
    r"|slipp?(?:ed|s)?|contract(?:ed|s|ion)|decreas(?:ed?|es|ing)|slump(?:ed)?|plunged?|plummet(?:ed|s)?|tumbled?"
    r"|dipp?(?:ed)?|sank|down)(?: (?:by|of|an?|another|about|around|nearly|almost|over|roughly|some|just|only"
    r"|up to|as much as|more than|at least|sharp|further|modest|mere))* $"
)
THAT_YEAR = late.regex(r" (?:in|during|over) (?:that|the same) year\b")
THAT_YEAR_REACH = 400  # characters back to the year that "the same year" means
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


def is_fallen(statement: Statement, item: Item) -> bool:
    """Whether words before a rate call it a fall.

    What one thing has less than another ("40% less power") or is cut by ("cuts costs by 9%") is no fall: it is given as written.
    """
    shape, start = statement.shape, max(0, item.start - FALLEN_REACH)
    return FALLEN.search(shape, start, item.start) is not None


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
