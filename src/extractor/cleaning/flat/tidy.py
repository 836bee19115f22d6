"""A title without what flattening glued to it: the site's name, the trail of shelves, buttons, the date."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from extractor import late
from extractor.cleaning.dates import FULL, dates_in
from extractor.cleaning.firm_names import is_carrier, is_known, is_periodical, is_person, looks_like_firm
from extractor.cleaning.flat.likeness import is_credit

LEAST_WORDS: Final = 3  # of what stays
MARKS: Final = " |·•–—"
SITE_WORDS: Final = 5  # a site's name has no more
PROSE: Final = 160  # characters from which a line is a paragraph
DOUBLED_SHARE: Final = 0.5  # of the words of a title that a line of its own repeats
_BUTTONS: Final = late.regex(
    r"^(?:(?:Sign in|Log ?in|Sign up|Join now|Open in app|Subscribe|Skip to (?:main )?content|Menu|Search|Print|Share|(?:Title"
    r"|Headline|Subject|(?:Press |News )?Release|(?:PRESS |NEWS )?RELEASE)\s?:)\s+)+(?=[A-Z0-9“\"‘])"
)
_TRAIL_MARK: Final = late.regex(r" (?:›|»|>|→) | / ")
_SITE_MARK: Final = late.regex(r"( (?:\||–|—|-|·|•|::|»|›) )")
_ISSUE: Final = late.regex(r"^(?:No|Vol|Issue|Nr)\.? ?\d")
_FIGURE: Final = late.regex(r"\d|%|\b(?:cagr|markets?)\b", re.IGNORECASE)
# Behind a comma the date is part of the title: "Minutes of the meeting, 11 March 2024".
_DATE_AT_END: Final = late.regex(
    r"(?<!,)(?<!,\s\d)(?<!,\s\d\d)[\s|–—-]+(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?: \d{1,2},)? (?:19|20)\d\d$"
)
# "... by 2030By Ana PetrovaMay 4, 2024", "... by 2030 by Ana Petrova | 4 min read", "... by 2030 | Last updated: May 4, 2024"
_GLUED_BYLINE: Final = late.regex(
    r" (?:By|BY): [A-Z].*$|(?<=[a-z0-9?!%)])By [A-Z][\w.’-]+ [A-Z][\w.’-]+.*$|(?<!e[dn]) [Bb]y (?:[A-Z][\w.’-]+,? ){2,3}(?:[|·•]|\d{1,2} [A-Z]).*$"
    r"|\W{1,3}(?:(?:[Ll]ast )?[Uu]pdated|Published|Posted)(?: [Oo]n)?\s?:.*$|\W{1,3}\d+ min(?:ute)?s?\.? read.*$"
)
_AUTHOR: Final = late.regex(r" [Bb]y ([A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,2})")
# What goes before a date that is part of the title; the label of one that is not, and the name of its day.
_DATED: Final = late.regex(
    r"(?:,|\b(?:on|of|at|to|from|since|until|till|by|for|in|and|the|dated|week|before|after))\s?$", re.IGNORECASE
)
_LABELLED: Final = late.regex(
    r"(?:(?:Last )?(?:Updated|Published|Posted|Released|Date)(?: [Oo]n| [Dd]ate)?\s?:?\s?)?"
    r"(?:\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s?)?$"
)
# "... earn moreAug 19, 2025Lamp Research4 min read": no word begins where this date does
_GLUED_DATE: Final = late.regex(
    r"(?<=[a-z?!%)])(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, (?:19|20)\d\d.*$"
)
# "... in five minutes Lamp Forum staff"
_STAFF: Final = late.regex(r" (?:[Ss]taff|[Nn]ews ?desk|[Ee]ditors|[Ee]ditorial (?:[Tt]eam|[Ss]taff|[Dd]esk))$")
_SAYING: Final = frozenset(("report", "study", "survey", "experts", "analysts"))
_SECTION: Final = frozenset("blog news newsroom press medium linkedin substack home release releases".split())
_SHELF: Final = frozenset(
    "report reports insights articles".split()
)  # behind a bar; behind a dash they end the title itself
# "... in five minutes Print 3 comments"
_TOOLS: Final = late.regex(
    r"(?: (?:Print|Tweet|Listen|Copy link|Leave a [Cc]omment|Add [Cc]omment|\d+ [Cc]omments?))+$"
)


def tidy_title(title: str, lines: Collection[str]) -> str:
    """The title as a reader would give it.

    Args:
        title: the line taken for the title.
        lines: all lines of the text: a site's name and the bare title stand among them too.

    >>> tidy_title("Sign in Two numbers for one lamp", ()), tidy_title("Tin lamps are back again | Lamp Daily", ["Lamp Daily"])
    ('Two numbers for one lamp', 'Tin lamps are back again')
    >>> tidy_title("Tin lamps are back again by Ana Petrova | 4 min read", ()), tidy_title("RELEASE: Tin lamps are back again", ())
    ('Tin lamps are back again', 'Tin lamps are back again')
    >>> tidy_title("Five tin lamps in one table by Ana Petrova, 4 June 2024", ())
    'Five tin lamps in one table'
    >>> tidy_title("Tin lamps earn moreAug 19, 2025Lamp Research4 min read", ()), tidy_title("Tin lamps are back Lamp Forum staff", ["Lamp Forum"])
    ('Tin lamps earn more', 'Tin lamps are back')
    >>> tidy_title("Tin lamps earn more03-14-2025 08:12 AM CET | Lamps", ()), tidy_title("Tin lamps, driven by Harbour Demand | Tin Road", ())
    ('Tin lamps earn more', 'Tin lamps, driven by Harbour Demand | Tin Road')
    >>> tidy_title("Tin lamps earn more, Tin Road finds By: Tin Road", ())
    'Tin lamps earn more, Tin Road finds'
    >>> tidy_title("Tin lamps now cost more – Report", ()), tidy_title("Tin lamps now cost more | Reports", ())
    ('Tin lamps now cost more – Report', 'Tin lamps now cost more')
    >>> tidy_title("Home › Trade › Tin lamps are back again", ()), tidy_title("Tin lamps to earn USD 4 million | With a 5% CAGR", ())
    ('Tin lamps are back again', 'Tin lamps to earn USD 4 million | With a 5% CAGR')
    >>> tidy_title("lamps.org - Tin lamps are back again", ["Tin lamps are back again"])
    'Tin lamps are back again'
    """
    bare = _GLUED_DATE.sub("", _GLUED_BYLINE.sub("", _TOOLS.sub("", _BUTTONS.sub("", title))))
    bare = _without_stamp(_without_author(bare))
    if bare != title:
        bare = bare.rstrip(MARKS)  # what stood before the part that went
    bare = _without_trail(_without_staff(bare, lines))
    bare = _without_site(bare, lines)
    dated = _DATE_AT_END.sub("", bare)
    return dated if len(dated.split()) > LEAST_WORDS else bare


def _without_stamp(title: str) -> str:
    """The title without the day of publication and what stands behind that.

    >>> _without_stamp("Tin lamps are back again Tuesday, 6 May 2024 11:20 CET"), _without_stamp("Minutes of the meeting on 6 May 2024")
    ('Tin lamps are back again', 'Minutes of the meeting on 6 May 2024')
    >>> _without_stamp("Tin lamps to earn more by 2030Published on May 6, 2024"), _without_stamp("Minutes of the tin guild, 6 May 2024")
    ('Tin lamps to earn more by 2030', 'Minutes of the tin guild, 6 May 2024')
    """
    for at, iso in dates_in(title):
        before = _LABELLED.sub("", title[:at])
        if len(iso) == FULL and before.count(" ") >= LEAST_WORDS and not _DATED.search(before):
            return before.rstrip(MARKS)
    return title


def _without_author(title: str) -> str:
    """The title without the person who wrote it, and what stands behind that name.

    >>> _without_author("Tin lamps are back again by Anna Lind"), _without_author("Tin Lamp Market by Wick Type")
    ('Tin lamps are back again', 'Tin Lamp Market by Wick Type')
    >>> _without_author("Tin lamps are back again by Zdravka Ost on 6 May 2024")
    'Tin lamps are back again'
    """
    byline = _AUTHOR.search(title)
    if byline is None or title.count(" ", 0, byline.start()) < LEAST_WORDS:
        return title
    is_author = is_person(byline[1]) or any(len(iso) == FULL for _, iso in dates_in(title[byline.end() :]))
    return title[: byline.start()] if is_author else title


def _without_staff(title: str, lines: Collection[str]) -> str:
    """The title without the staff of a site as its author, where a line of its own gives the site's name."""
    byline = _STAFF.search(title)
    if byline is None:
        return title
    words = title[: byline.start()].split()
    for size in range(1, min(SITE_WORDS, len(words) - LEAST_WORDS) + 1):
        if " ".join(words[-size:]) in lines:
            return " ".join(words[:-size])
    return title


def _without_trail(title: str) -> str:
    parts = _TRAIL_MARK.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    shelves = parts[:-1]
    is_trail = len(parts) > 2 or shelves[0].casefold() in ("home", "news", "reports")
    return (
        last
        if is_trail and len(last.split()) > LEAST_WORDS and all(len(shelf.split()) <= SITE_WORDS for shelf in shelves)
        else title
    )


def _without_site(title: str, lines: Collection[str]) -> str:
    """The title without the parts beside it that the rest of the text shows to be of the site, the author or the day.

    >>> _without_site("Lamp Weekly | No. 7 | Tin lamps are back again | 4 May 2024", ["Lamp Weekly: write to us"])
    'Tin lamps are back again'
    """
    pieces = _SITE_MARK.split(title)  # parts, with their marks between them
    if len(pieces) == 1:
        return title
    size = len(title.split())
    first, last = 0, len(pieces) - 1
    for start in range(0, len(pieces), 2):
        for end in range(len(pieces) - 1, start - 1, -2):
            run = "".join(pieces[start : end + 1])
            if LEAST_WORDS < len(run.split()) < size and len(run.split()) >= DOUBLED_SHARE * size and run in lines:
                return run
    while last > first and _stands_beside(pieces[last], pieces[last - 1], lines) and _is_enough(pieces[first:last]):
        last -= 2
    while first < last and _stands_beside(pieces[first], pieces[first + 1], lines) and _is_enough(pieces[first + 2 :]):
        first += 2
    return "".join(pieces[first : last + 1])


def _is_enough(pieces: Collection[str]) -> bool:
    return len("".join(pieces).split()) >= LEAST_WORDS


def _stands_beside(part: str, mark: str, lines: Collection[str]) -> bool:
    """Whether a part of the line of a title is the name of the site, the section, the author or the day, by all that tells.

    A firm that sends its release ends the title on its name, which its sentences give again.
    """
    if is_credit(part) or _ISSUE.match(part):
        return True
    words = part.split()
    if not words or len(words) > SITE_WORDS or _FIGURE.search(part):
        return False
    if words[-1].casefold() in _SAYING and len(words) == 1 and "|" not in mark:
        return False  # "Lamps now cost more - Report": who says it
    weight = 0
    for line in lines:
        if len(line) >= PROSE:
            if part in line:
                return False
        elif line.startswith(part):
            weight = 1
    ends = words[-1].casefold()
    if ends in _SECTION or (ends in _SHELF and "|" in mark) or is_carrier(part) or is_periodical(part):
        weight += 1
    elif looks_like_firm(part) or is_known(part):
        weight -= 1
    return weight > 0
