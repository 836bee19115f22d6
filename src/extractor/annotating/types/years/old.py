"""Years from 1000 to 1799: four digits that are a year only where the words around leave nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_OLD = late.regex(r"1[0-7]\d\d(?!\w|,\d|\.\d(?!\d\.\d))")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
# "4 July 1776", "July 4, 1776", "4th of July, 1776": a year whatever follows.
_DATE = late.regex(
    rf"\b(?:{_DAY} (?:of )?(?:{_MONTH}|[A-Z]{{3,9}}),? |{_MONTH} {_DAY},? |{_DAY}-{_MONTH}-"
    r"|(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1|(?:0?[1-9]|1[0-2])([/.-])(?:0?[1-9]|[12]\d|3[01])\2)\Z"
)
_DATE_BEHIND = late.regex(r"([/.-])[01]\d\1[0-3]\d(?![\w/-])")  # 1776-07-04
# A month alone, or a word of time, before a number that could still count what follows it.
_LED = late.regex(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Yy]ear|[Cc]irca|AD|anno|[Ii]n (?:early|late|about|around)"
    r"|[Dd]at(?:es|ed|ing)(?: (?:from|back to|to))?|[Ff]rom (?:about|around)"
    r"|[Bb]uilt|[Ff]ounded|[Ee]stablished|[Bb]orn|[Dd]ied|[Pp]ublished|[Ee]st\.|[Bb]\.|[Dd]\.|[Cc]a\."
    r"|[Nn]ot|1[0-7]\d\d(?: but|,? and|, not)"
    rf"|{_MONTH})|\b[Cc]\.) ?\Z"
)
# What happened or was made in a year, "of" it: nothing is counted there.
_EVENT_OF = late.regex(
    r"\b(?:Bill|Peace|Code|Laws?|Acts?|(?i:treaty|battle|statute|edict|charter|constitution|revolution|war|union"
    r"|ordinance|convention|armada|fire|siege|plague|earthquake|uprising|rebellion|flood|storm|revolt|riots|famine"
    r"|eclipse|winter|summer|spring|autumn|coronation|shipwreck|outbreak|frost|drought|massacre|raid|comet)) of \Z"
)
# An entry of a table of times: "1492: Columbus sails."
_ENTRY = late.regex(r":(?:\s|\Z)")
# Before a round number these count: "before 1500", "until 1200" is a time of day.
_BOUND = late.regex(
    r"\b(?:[Bb]efore|[Aa]fter|[Uu]ntil|[Tt]ill|[Bb]y|[Ee]arly|[Ll]ate|(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|quarter|half) of"
    r"|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter) \Z"
)
_NO_TIME = late.regex(r"\b(?:result|pull|rak|bring|brought|end|rop)\w* in ?\Z")  # "resulting in 1500"
_BEHIND = late.regex(
    r"\s*(?:\Z|\n|[.,;:!?)\]\"”’»*|]|(?:AD|CE|A\.D\.)|(?:and|when|by|as|with|at|on|he|she|it|they|his|her|after|before"
    r"|for|was|had|were|that|from|under|the|until|to|but)\b)"
)
_ERA = late.regex(r" ?(?:AD|CE|A\.D\.|C\.E\.)(?!\w)")
# A life or a reign in brackets: "(1452–1519)", "(Beethoven, 1770-1827)".
_LIFE = late.regex(r"(1[0-7]\d\d) ?[-–—] ?(1\d\d\d)(?=\))")
_OPENS_LIFE = ("(", ", ")
# Any other span of years, and what numbers things or parts of a telephone number before one.
_SPAN = late.regex(r"(1[0-7]\d\d)(?: ?[-–—] ?| (to|and|till|until|through) )(1[0-9]\d\d|20[0-4]\d)(?![\w-]|[.,]\d)")
_SHORT_SPAN = late.regex(r"(1[0-7]\d\d)[-–—/](\d\d)(?![\w/-]|[.,]\d)")
_LEADS_SHORT_SPAN = late.regex(
    r"\b(?:[Ii]n|[Tt]he|[Oo]f|[Dd]uring|[Ff]rom|[Ss]ince|[Bb]y|[Uu]ntil|[Ss]eason|[Ww]inter|[Yy]ears?|[Ff]or|AY|\() ?\Z"
)
_LEADS_SPAN = late.regex(r"\b(?:[Ff]rom|[Bb]etween) \Z")
_NUMBERS = late.regex(
    r"(?:\d|[$€£¥#+(]|\b(?:pp?\.?|pages?|rooms?|lots?|nos?\.?|numbers?|items?|lines?|see|flights?|units?|at|pin|tel\.?)) ?\Z"
)
_LONGEST_SPAN = 300
_LONGEST_LEAD = 24
_GLUE = frozenset("$€£¥₹.,/-–:#+")
_ROUND = 50
_LONGEST_LIFE = 120


def old_years(text: str) -> Iterator[tuple[int, int, int, int]]:
    """First and last (excluded) character, first and last year of each: "in 1776", "1066 AD", "July 4, 1776", "(1452–1519)"."""
    done = 0
    for match in _OLD.finditer(text):
        start, end = match.span()
        lead = text[max(0, start - _LONGEST_LEAD) : start]
        if start < done or lead[-1:].isalnum():
            continue
        year = int(match[0])
        life = _LIFE.match(text, start) if lead.endswith(_OPENS_LIFE) else None
        if life is not None and year < int(life[2]) <= year + _LONGEST_LIFE:
            done = life.end()
            yield start, done, year, int(life[2])
        elif (span := _SPAN.match(text, start)) is not None and _is_span(text, lead, span):
            done = span.end()
            yield start, done, year, int(span[3])
        elif (short := _SHORT_SPAN.match(text, start)) is not None and _is_short_span(lead, short):
            done = short.end()
            yield start, done, year, year - year % 100 + int(short[2])
        elif _is_year(text, lead, end, year):
            yield start, end, year, year


def _is_span(text: str, lead: str, span: re.Match[str]) -> bool:
    """Whether two numbers joined by a dash are years: neither counts what follows, nor numbers anything."""
    one, other = int(span[1]), int(span[3])
    if not one < other <= one + _LONGEST_SPAN or not (one % _ROUND or other % _ROUND):
        return False
    if span[2] and _LEADS_SPAN.search(lead) is None:
        return False
    return (
        lead[-1:] not in _GLUE and _NUMBERS.search(lead.lower()) is None and _BEHIND.match(text, span.end()) is not None
    )


def _is_short_span(lead: str, span: re.Match[str]) -> bool:
    """Whether "1776-77" is two years that follow each other."""
    is_next = int(span[1]) % 100 + 1 == int(span[2])
    return is_next and (not lead or _LEADS_SHORT_SPAN.search(lead) is not None)


def _is_year(text: str, lead: str, end: int, year: int) -> bool:
    if _DATE.search(lead) is not None or _EVENT_OF.search(lead) is not None:
        return True
    if (not lead or lead[-1] == "\n") and year % _ROUND and _ENTRY.match(text, end) is not None:
        return True
    if lead[-1:] in _GLUE:
        return lead[-2:].lower() == "c."
    if _ERA.match(text, end) is not None or _DATE_BEHIND.match(text, end) is not None:
        return True
    is_led = (_LED.search(lead) is not None and _NO_TIME.search(lead) is None) or (
        year % _ROUND != 0 and _BOUND.search(lead) is not None
    )
    return is_led and _BEHIND.match(text, end) is not None
