"""What the lines around an article say of it: date, author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extractor.cleaning.article import Block
from extractor.cleaning.dates import dates_in

NEAR: Final = 12  # blocks before and behind the title in which a bare date is the article's
SHOWN: Final = 2.6  # certainty from which a date is one that readers see beside the title
LABELLED: Final = 4.2  # certainty from which the line says what date it is
_LABEL: Final = re.compile(
    r"\b(?:published|posted|publication date|release date|released|date|pub(?:lished)? date|published on|posted on|first published|issued|added|created|publicado|veröffentlicht|publié|fecha|post time)\b",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(r"\b(?:updated|modified|reviewed|revised|edited|actualizado)\b", re.IGNORECASE)
_NOT_OURS: Final = re.compile(r"©|\bcopyright\b|\breply\b|\bjoined\b|\bcookie|\bevent\b|\bwebinar\b|\bexpires?\b|\bforecast\b", re.IGNORECASE)
_LABEL_ALONE: Final = re.compile(r"^(?:date )?(?:published|posted|released|date|publication date)(?: date| on)?\W*$", re.IGNORECASE)
_MONTH_ALONE: Final = re.compile(r"^[A-Za-zÀ-ÿ]{3,10}\.?,? (?:19|20)\d\d$")
_START: Final = re.compile("")
_has_digit: Final = re.compile(r"\d").search
_DATELINE: Final = re.compile(r"\s(?:--|—|–|-|:)\s|\)\s*(?:--|—|–|-)|/\s*(?:--|—|–|-)|newswire|wire\)|pr newswire", re.IGNORECASE)
_BY: Final = re.compile(
    r"^(?i:by|written by|posted by|author\s?:|words by|reported by|story by|published by)\s*:?\s*((?:[A-ZÀ-Þ][\w.’'-]*|de|van|von|der|la|bin|al)(?:[ ,&]{1,3}(?:and )?(?:[A-ZÀ-Þ][\w.’'-]*|de|van|von|der|la|bin|al)){0,7})",
)
_BY_ANY: Final = re.compile(r"\b(?:posted|published|written) by:? ((?:[A-ZÀ-Þ][\w.’'-]*)(?: (?:[A-ZÀ-Þ][\w.’'-]*)){0,4})", re.IGNORECASE)
_AFTER_NAME: Final = re.compile(r"(?:,? (?:on|in|at|Published|Posted|Updated|Last|Senior|Staff)\b.*|\s?[|•·–—].*|,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b.*|,.*\d.*)$")


def find_published(blocks: Sequence[Block], title_at: int | None, *, day_first: bool = False) -> tuple[str, str, float] | None:
    """The date of the article as its lines state it, where it was read, and how sure that is: `SHOWN` and more beside the title.

    A labelled date goes before a bare one near the title, that before the dateline of the first paragraph, and
    that before the date of an update.
    """
    best: tuple[float, str, str] | None = None
    middle = title_at if title_at is not None else 0
    bodies = 0
    for place, block in enumerate(blocks):
        text = block.text
        size = len(text)
        if block.is_body:
            bodies += 1
        if size < 6 or (size > 160 and bodies > 3):
            continue
        if not ("20" in text or "19" in text) if size > 40 else not _has_digit(text):
            continue
        offset = place - middle
        if size <= 160:
            found = dates_in(text, day_first=day_first)
            if not found or _NOT_OURS.search(text):
                continue
            updated = _UPDATED.search(text)
            label = _LABEL.search(text)
            at, iso = found[0]
            if label is None and place and _LABEL_ALONE.match(blocks[place - 1].text):
                label = _START.match(text)
            if label is not None and label.start() < at + 4:
                after = [date for start, date in found if start >= label.start()]
                score, where, iso = 5.0, "labelled line", (after or [iso])[0]
                if updated is not None and updated.start() < label.start() and len(found) == 1:
                    score = 2.0
            elif updated is not None:
                score, where = 2.0, "update line"
            elif block.is_body and size > 60:
                continue
            elif -NEAR <= offset <= NEAR and len(text.split()) <= 22 and (len(iso) == 10 or _MONTH_ALONE.match(text)):
                score, where = 4.0 - (0.5 if block.is_body else 0.0), "line near the title"
            else:
                continue
            if len(iso) < 10:
                score -= 1.5
        elif bodies <= 3 and block.is_body:
            head = text[:220]
            found = dates_in(head, day_first=day_first)
            if not found or len(found[0][1]) < 10 or not _DATELINE.search(head, max(0, found[0][0] - 5)) or found[0][0] > 110:
                continue
            score, where, iso = 3.0, "dateline", found[0][1]
        else:
            continue
        score -= min(abs(offset), 60) / 100.0
        if where != "dateline" and not -NEAR <= offset <= NEAR:
            score -= 2.0
        if best is None or score > best[0]:
            best = (score, iso, where)
    return (best[1], best[2], best[0]) if best is not None else None


def find_author(blocks: Sequence[Block], title_at: int | None) -> str | None:
    """The name of a byline near the title."""
    middle = title_at if title_at is not None else 0
    for block in blocks[max(0, middle - 8) : middle + NEAR + 4]:
        text = block.text
        if len(text) > 120 or (block.is_body and len(text) > 60):
            continue
        match = _BY.match(text) or _BY_ANY.search(text)
        if match:
            name = _AFTER_NAME.sub("", match[1]).strip(" ,|")
            if 1 <= len(name.split()) <= 6:
                return name
    return None
