"""What the lines around an article say of it: date, author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from extractor import late
from extractor.cleaning.block import KEPT, Block
from extractor.cleaning.dates import FULL, dates_in

NEAR: Final = 12  # blocks before and behind the title in which a bare date is the article's
SHOWN: Final = 2.6  # certainty from which a date is one that readers see beside the title
DATELINE_WITHIN: Final = 3  # blocks of the body; a dateline stands in the first paragraph
LONG_LINE: Final = 160  # characters; a longer block is a paragraph
LABELLED: Final = 4.2  # certainty from which the line says what date it is
SAID: Final = 5.0  # certainty of a labelled date beside the title
UPDATED: Final = 2.0
BARE: Final = "line near the title"
LABEL: Final = "labelled line"
UPDATE: Final = "update line"
DATELINE: Final = "dateline"
STAMPED: Final = 3.0  # certainty of a date in the first paragraphs, as wires and clocks set it there
GLUED: Final = 0.4  # what a labelled date loses that stands in a paragraph
LATE: Final = 1.2  # what a bare date behind the first paragraph loses: a dateline goes before it
BESIDE_AUTHOR: Final = 0.3  # what a bare date gains in or below a byline: that of a masthead is today's
AT_THE_FOOT: Final = 1.0  # what a labelled date loses that stands so near behind the end of the body
VAGUE: Final = 0.8  # what a date without a day loses
REMEMBERED: Final = 4096  # short lines: they recur over the documents of a site
_LEAST: Final = 6  # characters of a date
_SHORT_YEARS_TO: Final = 40  # characters; in a longer line "4/5/24" may be anything
_OVERLAP: Final = 4  # characters by which a label may begin behind the date it stands for
# What the word before a date says it is. "Modified date" and "date updated" are updates.
_CUE: Final = late.regex(
    r"(?P<start>\bstart(?:ing)? date\b)"
    r"|(?P<update>\b(?:(?:last |date )?(?:updated|modified|reviewed|revised|edited|refreshed|actualizado"
    r"|aktualisiert|mis à jour)(?: date| on)?)\b)"
    r"|(?P<label>\b(?:(?:first |originally )?published|posted|publication|release|released|date"
    r"|pub(?:lished)? date|issued|added|created|written|publicado|veröffentlicht|erschienen|publié|fecha|data"
    r"|post time)\b)",
    re.IGNORECASE,
)
_NOT_OURS: Final = late.regex(
    r"©|\bcopyright\b|\breply\b|\b(?:joined|registered|founded|member since)\b|\bcookie|\bevent\b|\bwebinar\b"
    r"|\bexpires?\b|\bforecast\b|\bdeadline\b|\bapply by\b|\bvalid (?:until|till|from)\b|\bdate of birth\b"
    r"|\b(?:closing|opening|due|end|effective|expiry|delivery|shipping|cut-?off|filing) date\b"
    r"|\b(?:web)?site (?:was )?(?:last )?(?:updated|modified|reviewed)\b",
    re.IGNORECASE,
)
# A part of every wording of `_CUE` and of `_NOT_OURS`, in small letters: to look for these costs far less than the patterns do.
_CUE_PARTS: Final = (
    "update", "modified", "review", "revised", "edited", "refreshed", "actualiz", "aktualis", "mis à", "publi", "posted", "release", "date",
    "issued", "added", "created", "written", "veröff", "erschienen", "fecha", "data", "post time",
)  # fmt: skip
_NOT_OURS_PARTS: Final = (
    "©", "copyright", "reply", "joined", "registered", "founded", "member since", "cookie", "event", "webinar", "expire", "forecast",
    "deadline", "apply by", "valid ", " date", "date of birth", "site ",
)  # fmt: skip
_THREAD: Final = late.regex(r"\b(?:thread|topic) starter\b|\bstarted by\b", re.IGNORECASE)
_LABEL_ALONE: Final = late.regex(
    r"^(?:date )?(?:published|posted|released|date|publication date)(?: date| on)?\W*$", re.IGNORECASE
)
_MONTH_ALONE: Final = late.regex(r"(?:^|[|·•/,] ?)[A-Za-zÀ-ÿ]{3,10}\.?,? (?:19|20)\d\d(?:$| ?[|·•/])")
# Lines of the sheet of a report that is for sale. A month in it is the report's: the page that sells it is of another day.
_SHEET: Final = late.regex(
    r"\b(?:(?:no\.? of |number of )?(?:pages|tables|slides)\b|\d+ ?pp\b|(?:report|product|study|document) (?:id|code|format|no)\b"
    r"|sku\b|(?:format|code|id|base year(?: for estimate)?|historical (?:data|range)|industry|edition|category|author)s? ?:)",
    re.IGNORECASE,
)
_DATELINE: Final = late.regex(
    r"(?<=\d{4})\s?[:\])]\s|\s(?:--|—|–|-|:)\s|\)\s*(?:--|—|–|-)|/\s*(?:--|—|–|-)|newswire|wire\)|pr newswire",
    re.IGNORECASE,
)
# What stands before the date in the head of an article that was glued to its first paragraph, or behind it. In a sentence a label
# is a small letter, or has no colon: "a study published on 3 May 2024".
_HEAD_LABEL: Final = late.regex(
    r"\b(?:(?:Published|Posted|Date|Publication [Dd]ate|Release [Dd]ate|Published [Dd]ate|PUBLISHED|DATE)(?: [Oo]n)?\s?:"
    r"|(?:Published|Posted)(?: [Oo]n)?(?=(?:\s\w{3,9},?){0,2}\s\d)|\d [Mm]in(?:ute)?s?[ -]read\b\W{0,3})\s?"
)
_CLOCK: Final = late.regex(r"(?<=\d{4}),?\s?(?:[-–—|,]|at)?\s?\d{1,2}[:h]\d\d\b")
_HEAD_LABEL_PARTS: Final = ("Publi", "Posted", "Date", "Release", "PUBLISHED", "DATE", "read")  # one is in each
_HEAD: Final = 300  # characters in which that is looked for
_DATE_ROOM: Final = 28  # characters of a date and of the name of its day
_BY: Final = late.regex(
    r"^(?i:by|written by|posted by|author\s?:|words by|reported by|story by"
    r"|published by)\s*:?\s*((?:[A-ZÀ-Þ][\w.’'-]*|de|van|von|der|la|bin"
    r"|al)(?:[ ,&]{1,3}(?:and )?(?:[A-ZÀ-Þ][\w.’'-]*|de|van|von|der|la|bin|al)){0,7})",
)
_BY_ANY: Final = late.regex(
    r"\b(?:posted|published|written) by:? ((?:[A-ZÀ-Þ][\w.’'-]*)(?: (?:[A-ZÀ-Þ][\w.’'-]*)){0,4})", re.IGNORECASE
)
_AFTER_NAME: Final = late.regex(
    r"(?:,? (?:on|in|at|Published|Posted|Updated|Last|Senior|Staff)\b.*|\s?[|•·–—].*|,? (?:Jan|Feb|Mar|Apr|May"
    r"|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,? \d.*|,.*\d.*)$"
)


def find_published(
    blocks: Sequence[Block], title_at: int | None, *, day_first: bool = False
) -> tuple[str, str, float] | None:
    """The date of the article as its lines state it, where it was read, and how sure that is: `SHOWN` and more beside the title.

    A labelled date goes before a bare one near the title, that before the dateline of the first paragraph, and
    that before the date of an update. Bare dates behind the article are those of other articles.
    """
    best: tuple[float, str, str] | None = None
    middle = title_at if title_at is not None else 0
    ends = next((place for place in range(len(blocks) - 1, -1, -1) if blocks[place].is_body), len(blocks))
    bodies = paragraphs = 0
    for place, block in enumerate(blocks):
        text = block.text
        size = len(text)
        if block.role in KEPT:
            bodies += 1
            paragraphs += size > LONG_LINE
        if size > LONG_LINE:
            dated = None
            if bodies <= DATELINE_WITHIN and block.role in KEPT:
                dated = _dateline(text, day_first=day_first) or _glued(text, day_first=day_first)
        else:
            dates = _dates_of(text, day_first)
            if dates is None:
                continue
            above = blocks[place - 1].text if place else ""
            below = blocks[place + 1].text if place + 1 < len(blocks) else ""
            sheet = any(map(_SHEET.search, (above[:LONG_LINE], text, below[:LONG_LINE])))
            dated = _line_date(
                block, dates, above, near=-NEAR <= place - middle <= NEAR and place <= ends + 1, sheet=sheet
            )
            if dated is None and bodies <= DATELINE_WITHIN and block.role in KEPT:
                dated = _dateline(text, day_first=day_first)
            elif (
                dated is not None
                and dated[2] == BARE
                and (_author_in(text) or (len(above) <= LONG_LINE and _author_in(above)))
            ):
                dated = (dated[0] + BESIDE_AUTHOR, *dated[1:])
        if dated is None:
            continue
        score, iso, where = dated
        score -= min(abs(place - middle), 60) / 100.0
        if where == BARE and paragraphs:
            score -= LATE
        elif where != DATELINE and not -NEAR <= place - middle <= NEAR:
            score -= AT_THE_FOOT if where == LABEL and 0 <= place - ends <= NEAR else 2.0
        if best is None or score > best[0]:
            best = (score, iso, where)
    return (best[1], best[2], best[0]) if best is not None else None


class _Dates(NamedTuple):
    """What a short line says of dates: their places and values, and the places and kinds of the words that tell what they date."""

    found: Sequence[tuple[int, str]]
    cues: Sequence[tuple[int, str | None]]


@lru_cache(REMEMBERED)
def _dates_of(text: str, day_first: bool) -> _Dates | None:
    """The dates of a short line, or None when it has none that may be the article's."""
    size = len(text)
    if size < _LEAST:
        return None
    if size > _SHORT_YEARS_TO and "20" not in text and "19" not in text:
        return None
    found = dates_in(text, day_first=day_first)
    if not found:
        return None
    low = text.lower()
    if any(map(low.__contains__, _NOT_OURS_PARTS)) and _NOT_OURS.search(text):
        return None
    if not any(map(low.__contains__, _CUE_PARTS)):
        return _Dates(found, ())
    return _Dates(found, [(match.start(), match.lastgroup) for match in _CUE.finditer(text)])


def _line_date(block: Block, dates: _Dates, above: str, *, near: bool, sheet: bool) -> tuple[float, str, str] | None:
    """The date of a short line, how sure it is the article's, and what it is. The word before a date tells what it dates."""
    text = block.text
    found, cues = dates
    if not cues and above and _LABEL_ALONE.match(above):
        cues = ((0, "label"),)
    bare: str | None = None
    updated: str | None = None
    for at, iso in found:
        said = [kind for start, kind in cues if start < at + _OVERLAP]
        if said and said[-1] == "start" and not (_THREAD.search(text) or _THREAD.search(above)):
            return None  # of a project, a course
        if said and said[-1] in ("label", "start"):
            if sheet and len(iso) < FULL:
                return None
            return SAID - (0.0 if len(iso) == FULL else VAGUE), iso, LABEL
        if said:
            updated = updated or iso
        else:
            bare = bare or iso
    if bare is not None and near and not (block.is_body and len(text) > 60):
        exact = len(bare) == FULL
        if len(text.split()) <= 22 and (exact or (_MONTH_ALONE.search(text) and not _SHEET.search(text))):
            return 4.0 - (0.5 if block.is_body else 0.0) - (0.0 if exact else 2 * VAGUE), bare, BARE
    if updated is not None:
        return UPDATED - (0.0 if len(updated) == FULL else VAGUE), updated, UPDATE
    return None


def _dateline(text: str, *, day_first: bool) -> tuple[float, str, str] | None:
    """The date that opens a paragraph of a wire: "VARNA, May 6, 2024 /Example Newswire/ --"."""
    head = text[:220]
    found = dates_in(head, day_first=day_first)
    if not found or len(found[0][1]) < FULL or not _DATELINE.search(head, max(0, found[0][0] - 5)) or found[0][0] > 110:
        return None
    return STAMPED, found[0][1], DATELINE


def _glued(text: str, *, day_first: bool) -> tuple[float, str, str] | None:
    """The date in a head that was glued to the paragraph below, with its label before it or the hour behind it.

    "Published: 2025-10-30 Pages: 195 The market ...", "Business Lamps sell June 17, 2025 - 09:05 GMT The market ..."
    """
    head = text[:_HEAD]
    label = _HEAD_LABEL.search(head) if any(map(head.__contains__, _HEAD_LABEL_PARTS)) else None
    if label is not None:
        found = dates_in(text[label.end() : label.end() + _DATE_ROOM], day_first=day_first)
        if found and len(found[0][1]) == FULL and found[0][0] <= len("Wednesday, "):
            return SAID - GLUED, found[0][1], LABEL
    clock = _CLOCK.search(head) if ":" in head else None
    if clock is not None:
        found = dates_in(text[max(0, clock.start() - _DATE_ROOM) : clock.start()], day_first=day_first)
        if found and len(found[-1][1]) == FULL:
            return STAMPED, found[-1][1], DATELINE
    return None


def find_author(blocks: Sequence[Block], title_at: int | None) -> str | None:
    """The name of a byline near the title."""
    middle = title_at if title_at is not None else 0
    for block in blocks[max(0, middle - 8) : middle + NEAR + 4]:
        text = block.text
        if len(text) <= (60 if block.is_body else 120):
            name = _author_in(text)
            if name is not None:
                return name
    return None


@lru_cache(REMEMBERED)
def _author_in(text: str) -> str | None:
    """The name in a short line that is a byline."""
    low = text.lower()
    if "by" not in low and "author" not in low:
        return None
    match = _BY.match(text) or _BY_ANY.search(text)
    if match is None:
        return None
    name = _AFTER_NAME.sub("", match[1]).strip(" ,|")
    return name if 1 <= len(name.split()) <= 6 else None
