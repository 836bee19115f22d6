"""Markets named by who pays and what earns: "households paid $3bn for kelp flour", "kelp flour brought in $3bn"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import late
from extractor.anchors import Anchored
from extractor.annotating.mention import Money, RegionName
from extractor.linking.markets.adjectives import PLACE_OF
from extractor.linking.markets.candidates import HEADS, Candidate
from extractor.linking.markets.names import clean_name, is_generic, of_one
from extractor.linking.markets.places import place_after

if TYPE_CHECKING:
    from extractor.linking.statements.statement import Statement

_ABOUT = r"(?:about |around |nearly |almost |roughly |some |over |just |only |more than |no more than |an? |estimated |up to )*"
_WHAT = r"(?P<what>[a-z][^<,;.:()–—|]{2,60}?)"
_BEHIND = r"(?= in (?:<y>|<g>|the )| last | this | during | worldwide| globally| a year| each| every| per| by <y>|[,;.:(–—]| and (?=<|(?:the|its|their|it|they|an?) |[a-z]+ (?:is|are|was|were|will|should|could|has|have|had)\b)| but | than | to |$)"
_WHO = r"(?:(?P<who><g>(?:[’']s)?(?: [a-z]+)?|(?:the )?[a-z]+(?: (?!will |may |could |are )[a-z]+)?) )?"
# "Poles spent 1.6 billion on pellet stoves", "Owners paid $4.9 billion for marine paint"
PAID_FOR = Anchored(
    rf"{_WHO}(?:(?:will|may|could|are likely to|are to) )?(?:paid|pays?|spent|spends?|parted with|laid out|shelled out) "
    rf"{_ABOUT}<m>(?: (?:a|per|each|every) year| annually| last year| in <y>|,? <m> in <y>|,)* (?:for|on) (?:the |their )?{_WHAT}{_BEHIND}"
)
# "Shops sold £14 million's worth of energy bars", "Towns get through C$620 million of road salt"
WORTH_OF = Anchored(
    rf"{_WHO}(?:sold|sells?|bought|buy|ordered|orders?|consumed?|get through|got through|drank|drink|ate|eat|used?|shipped|ship"
    rf"|put|made|took) {_ABOUT}<m>(?:[’']s?)?(?: worth)? of {_WHAT}{_BEHIND}"
)
# "Shops in Peru sold energy bars for £14 million", "Growers sold hops worth $619 million"; what has an article is one deal
TRADED_FOR = Anchored(
    rf"\b(?:[a-z]{{3,}}s|people|the world)(?: (?:in|across) <g>)? (?:sold|sells?|bought|buys?|ordered|orders?) "
    rf"(?!an? |the |its? |their |his |her |one ){_WHAT} (?:for|worth) {_ABOUT}<m>"
)
# "Sleep apps took in $1.1 billion", "Whey permeate is worth €310 million"
_EARNING = (
    r"(?:(?:took|take|takes|brought|bring|brings|pulled|pull|raked) in|generated?|generates|turned over|turns? over|earned|earns?"
    r"|grossed|billed|netted|rang up|(?:had|have|with) (?:\w+ )?(?:revenues?|sales|turnover|takings|billings"
    r"|receipts) of|(?:is|are|was|were) (?:now |already |currently |still )?(?:worth|valued at))"
)
EARNED = Anchored(
    rf"(?:^|[.;:–—,] |\b(?:and|but|that|while) )(?:(?:in|for|by|during|as of) <y>,? )?(?:the |globally,? |worldwide,? |global |world )*"
    rf"{_WHAT}(?: (?:worldwide|globally|together|collectively|alone|there|still|already|now))*"
    rf" (?:will |may |could |should |would |to )?{_EARNING} (?:their |its )?(?:makers|manufacturers|suppliers|producers|owners|operators)?"
    rf" ?{_ABOUT}<m>"
)
# Who makes or sells a thing is not what is sold.
MAKERS = late.regex(
    r"^(?:(?:makers?|producers?|suppliers?|providers?|manufacturers?|operators?|sellers?|vendors?|builders?) of (?:the )?)"
    r"|(?<=[a-z]) (?:makers?|producers?|suppliers?|providers?|manufacturers?|operators?|sellers?|vendors?|growers?|brands?"
    r"|companies|firms|plants|labs|laboratories)$",
    re.IGNORECASE,
)
# What earns and is no market.
NO_GOODS = late.regex(
    r"\b(?:company|companies|firms?|group|division|segments?|unit|it|they|this|that|these|those|we|he|she|who|which|sales|exports|imports"
    r"|revenues?|figure|total|amount|value|sum|region|country|rest|half|quarter|share|each|all|others?|project|deal|investments?|funding"
    r"|prices?|premium|tonne|units|acquisition|factory|plant|line|study|report|research|category|trade|business|bulk|majority"
    r"|will|may|could|should|would|can|must|is|are|was|were|has|have|had|do|does|did|not|latter|former|most|remainder|production|output|contract|jobs?|workers|shares?|stake|stock)\b"
)
# "Among materials, bamboo generated", "Of all drinks, kvass took in": a part of what is named ahead.
PART_AHEAD = late.regex(r"(?:^|[.;:] )(?:among|amongst|of|within|out of) [^,.;:<]{2,40}$")
# One buyer is no market: "the city will spend 45 million on benches".
ONE_PAYER = late.regex(
    r"^(?:he|she|it|(?:.* )?(?:city|town|county|council|municipality|government|ministry|state|agency|army|navy|police|parliament"
    r"|port|airport|university|college|school|hospital|museum|club|church|bank|company|firm|group|start-?up|chain|utility))$"
)
LONGEST_NAME = 7  # words


def named_by_trade(statement: Statement) -> list[Candidate]:
    """The markets that a statement with amounts names by what is paid for, or by what earns."""
    found = []
    for pattern in (PAID_FOR, WORTH_OF, TRADED_FOR, EARNED):
        match = pattern.search(statement.seen, statement.shape)
        if match is not None and (named := _named(statement, match)) is not None:
            found.append(named)
    return found


def _named(statement: Statement, match: re.Match[str]) -> Candidate | None:
    who = (match.groupdict().get("who") or "").strip()
    if NO_GOODS.search(match["what"]) or ONE_PAYER.match(who) or PART_AHEAD.search(statement.shape, 0, match.start()):
        return None
    text = statement.annotation.text
    start, end = map(statement.char, match.span("what"))
    words = MAKERS.sub("", clean_name(text[start:end]))
    if (
        not words
        or len(words.split()) > LONGEST_NAME
        or is_generic(words.split())
        or HEADS & set(words.lower().split())
    ):
        return None
    place = place_after(statement.annotation, end)
    if place is None and who.startswith("<g>"):
        found = next((item.mention for item in statement.of(RegionName) if item.start == match.start("who")), None)
        place = found if isinstance(found, RegionName) else None
    if place is None and (people := _people(who)) is not None:
        words = f"{people} {words}"
    return Candidate(of_one(words), place, start, end, "text", "flow", len(statement.of(Money)))


def _people(who: str) -> str | None:
    """The adjective of "Canadians", "the French" and "American campers", as it stands before a name."""
    words = who.removeprefix("the ").split()
    return next(
        (word.capitalize() for name in words[:1] for word in (name, name.removesuffix("s")) if word in PLACE_OF), None
    )
