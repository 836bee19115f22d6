"""Lists of companies: when the lead-in says so, or two items are sure, the others of the same shape are taken."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of
from extractor.annotating.spelling import lowers_of, small_words
from extractor.annotating.types.companies.acts import FIRM_VERBS
from extractor.annotating.types.companies.chunk import Chunk
from extractor.annotating.types.companies.cues import (
    BEHIND,
    BEHIND_STARTS,
    CALLED_FIRMS,
    COMPANY_NOUN,
    HEADING,
    LEAD_ENDS,
    LEAD_FILLERS,
    LEAD_IN,
    LEAD_WORDS,
    OTHER_HEADING,
    SEGMENTS,
    VERBS,
)
from extractor.annotating.types.companies.evidence import PLATFORMS
from extractor.annotating.types.companies.line_lists import PARDONED, mark_lines
from extractor.annotating.types.companies.plain import is_word
from extractor.annotating.types.companies.roles import list_role
from extractor.annotating.types.companies.words import COMMON_FIRST, company_words, is_common, known_companies

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

_SEPARATORS = frozenset([",", ";", "and", "or", "&", "/", "|", "the", "as", "well", "also", "both", "–", "—", "-", "•", "·", "vs.", "vs", "versus"])
# Characters before a list in which its lead-in is looked for.
LEAD_IN_REACH = 200
# ... and tokens: one of LEAD_WORDS must be among them.
LEAD_TOKENS = 80
# A line above of so many characters was wrapped, and its sentence goes on.
LEAST_WRAPPED = 60
# Tokens between two items of one series at most.
LONGEST_SEPARATOR = 5
# A series of so many items, half of them sure, is a list of firms throughout.
LEAST_TRUSTED = 4
_SENTENCE_ENDS = (". ", "! ", "? ", "; ")
_NEVER = frozenset(["share button", "place", "no name", "exchange", "organisation", "part of a word"])


def find_series(annotation: Annotation, chunks: list[Chunk]) -> list[list[Chunk]]:
    """The chunks in groups that are separated by list marks alone."""
    found: list[list[Chunk]] = []
    for chunk in chunks:
        if found and chunk.start - found[-1][-1].tail <= LONGEST_SEPARATOR and _adjoins(annotation, found[-1][-1], chunk):
            found[-1].append(chunk)
        else:
            found.append([chunk])
    return found


def _adjoins(annotation: Annotation, left: Chunk, right: Chunk) -> bool:
    words = annotation.words[left.tail : right.start]
    if not words:
        return False
    if words[0].text == ";" and right.tail < len(annotation.words):
        behind = annotation.words[right.tail]
        if not (behind.text in (";", ".", ",") or behind.is_space or behind.lower == "and"):
            return False  # the next clause, not the next item
    return all(word.lower in _SEPARATORS or _is_numbering(word, words) for word in words)


def _is_numbering(word: Word, words: list[Word]) -> bool:
    """Whether the word is a number, bracket or space between two items ("A, 2) B")."""
    if word.is_space:
        return "\n" not in word.text
    if len(words) < 2:
        return False
    if word.text == "(" or (len(word.text) == 1 and word.is_alpha and any(other.text == ")" for other in words)):
        return True  # "b)", "(2)"
    return (word.is_digit and len(word.text) < 4) or (word.text in ".)" and words[0].text != ".")


def mark_lists(annotation: Annotation, series: list[list[Chunk]], chunks: list[Chunk], places: dict[int, int]) -> None:
    """Sets evidence and role of the chunks that stand in a list of companies."""
    for group in series:
        if len(group) > 1:
            if _is_share_line(annotation, group):
                for chunk in group:
                    chunk.evidence, chunk.refusal = "", "share button"
            _mark_countries(group, places)
    small, lowers = small_words(annotation), lowers_of(annotation)
    for group in series:
        _mark(annotation, group, small)
        if group[0].start and lowers[group[0].start - 1] in _BEFORE_LAST and any(chunk.is_company for chunk in group):
            _mark_small_items(annotation, group, chunks)
    mark_lines(annotation, chunks, small)


# Items in small letters stand before one of these.
_BEFORE_LAST = frozenset([",", "and", "or", "&"])


def _mark_small_items(annotation: Annotation, group: list[Chunk], chunks: list[Chunk]) -> None:
    """Adds the items in small letters that belong to the list."""
    items = _small_items(annotation, group)
    for item in items:
        item.evidence, item.role = "list", "key_player"
        group.insert(0, item)
        chunks.append(item)
    if group[0].evidence == "list" and group[0].role == "key_player":
        for chunk in group:
            chunk.role = chunk.role or "key_player"


def _mark(annotation: Annotation, series: list[Chunk], small: set[str]) -> None:
    """Takes the items of one series whose lead-in, surroundings or sure members make it a list of companies."""
    if len(series) == 1 and ((not series[0].evidence and series[0].refusal in _NEVER) or _stands_bare(annotation, series[0])):
        return
    sure = [chunk for chunk in series if chunk.is_company]
    if not sure and all(chunk.refusal in _NEVER for chunk in series):
        return
    frame = _Frame(annotation, series)
    if not frame.may_lead and not frame.may_follow and len(series) < 2:
        return
    before, introduced = frame.lead_in()
    behind = frame.goes_on()
    pardoned = PARDONED if introduced and sure else PARDONED[:3] if len(sure) > 1 else PARDONED[:2]
    open_items = [chunk for chunk in series if not chunk.evidence and chunk.refusal in pardoned]
    has_places = any(chunk.refusal == "place" for chunk in series)
    is_announced = introduced and (sure or not has_places) and _list_like(annotation, before, open_items, sure)
    are_called_firms = not sure and not has_places and len(series) > 2 and frame.are_called_firms()
    if is_announced or are_called_firms:
        for chunk in open_items:
            chunk.evidence, chunk.refusal = "list", ""
    elif sure and (behind or len(sure) > 1 or len(series) > 2):
        trusted = len(series) >= LEAST_TRUSTED and 2 * len(sure) >= len(series)
        _take_like(annotation, open_items, small, trusted=trusted)
    elif sure and len(series) == 2 and open_items and not open_items[0].refusal:
        _take_pair(annotation, series, open_items[0], small)
    many = len(sure) > 2 or (len(sure) > 1 and annotation.article is None)
    if introduced or behind or many:
        role = list_role(before, len(series)) if introduced else "key_player"
        for chunk in series:
            chunk.role = chunk.role or role


def _stands_bare(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether nothing that could lead in a list or go on behind one is next to the chunk: a cheap look, true for most."""
    words, lowers = annotation.words, lowers_of(annotation)
    if chunk.start and (lowers[chunk.start - 1] in LEAD_ENDS or lowers[chunk.start - 1] in LEAD_FILLERS):
        return False
    return chunk.tail < len(words) and not words[chunk.tail].is_punct and lowers[chunk.tail] not in BEHIND_STARTS


def _take_like(annotation: Annotation, items: list[Chunk], small: set[str], *, trusted: bool) -> None:
    """Takes the items of a series with sure firms that are written like them; in a `trusted` one words of the language too."""
    for chunk in items:
        if chunk.refusal in ("", "person") and not _is_product(annotation, chunk) and not is_word(annotation, chunk, small) and (trusted or not _is_common(annotation, chunk)):
            chunk.evidence, chunk.refusal = "series", ""


def _take_pair(annotation: Annotation, series: list[Chunk], other: Chunk, small: set[str]) -> None:
    """Takes the second of two where one is a firm ("Google and Orvane now order", "Orvane Foods and Tessel Oils acquired")."""
    if known_companies().get(annotation.span_text(other.first, other.last)) == "word":
        other.evidence = "series"
        return
    if _is_product(annotation, other) or _is_common(annotation, other) or is_word(annotation, other, small):
        return
    words = annotation.words
    tail = series[-1].tail
    follows = words[tail].lower if tail < len(words) else ""
    is_subject = other.last - other.first > 1 and (follows in VERBS or follows in FIRM_VERBS)
    beside = (*words[max(0, other.first - 1) : other.first], *words[other.tail : other.tail + 1])
    if is_subject or any(word.lower in ("and", "&", "or") for word in beside):
        other.evidence = "series"


class _Frame:
    """What stands directly before and behind a series."""

    def __init__(self, annotation: Annotation, series: list[Chunk]) -> None:
        self.annotation = annotation
        self.first, self.tail = series[0].start, series[-1].tail
        words, lowers = annotation.words, lowers_of(annotation)
        at = self.first - 1
        while at > 0 and lowers[at] in LEAD_FILLERS and at > self.first - 6:
            at -= 1
        self.ahead = at
        beyond = next((word.lower for word in words[self.tail : self.tail + 3] if not word.is_punct), "")
        self.may_lead = at >= 0 and lowers[at] in LEAD_ENDS
        self.may_follow = beyond in BEHIND_STARTS

    def goes_on(self) -> bool:
        """Whether what follows says that these were companies ("are the key players")."""
        if not self.may_follow:
            return False
        tail = self.annotation.end(self.tail - 1)
        return bool(BEHIND.match(self.annotation.text[tail : tail + 80]))

    def are_called_firms(self) -> bool:
        """Whether what follows calls them what only firms are called ("are the four big names")."""
        tail = self.annotation.end(self.tail - 1)
        return self.may_follow and CALLED_FIRMS.match(self.annotation.text[tail : tail + 80]) is not None

    def lead_in(self) -> tuple[str, bool]:
        """The text before the series in its sentence, and whether it announces companies."""
        if not self.may_lead:
            return "", False
        near = lowers_of(self.annotation)[max(0, self.ahead - LEAD_TOKENS) : self.first]
        if LEAD_WORDS.isdisjoint(near):
            return "", False
        before, is_whole = self._text_before()
        if self._leads_in(before, is_whole=is_whole):
            return before, True
        ends_open = before.rstrip()[-1:] in ":–—-|"
        if not ends_open or OTHER_HEADING.search(before.split(":")[0][-60:]):
            return before, False
        return before, bool(HEADING.search(before)) or (COMPANY_NOUN.search(before) is not None and not SEGMENTS.search(before))

    def _leads_in(self, before: str, *, is_whole: bool) -> bool:
        """Whether the text before, which is `is_whole` as it stands in the document, ends on a lead-in."""
        if not is_whole:
            return LEAD_IN.search(before) is not None
        annotation = self.annotation
        first = bisect_left(annotation.starts, annotation.starts[self.first] - len(before))
        # the end of the window must be the start of the list, spaces and all
        text, offsets, stop = annotation.text, annotation.starts, annotation.starts[self.first]
        lowers = lowers_of(annotation)
        return any(lowers[token] in LEAD_WORDS and LEAD_IN.match(text, offsets[token], stop) for token in range(first, self.first))

    def _text_before(self) -> tuple[str, bool]:
        """The sentence so far, with the line above where the series starts its own; and whether it is all one piece."""
        text = self.annotation.text
        start = self.annotation.starts[self.first]
        line = text.rfind("\n", 0, start) + 1
        before = text[max(line, start - LEAD_IN_REACH) : start]
        is_whole = True
        if line and not before.strip(" -*•|0123456789.)"):
            previous = text.rfind("\n", 0, line - 1) + 1
            above = text[previous : line - 1]
            is_wrapped = line > 1 and text[line - 2] != "\n" and line - previous > LEAST_WRAPPED
            if above.rstrip().endswith(":") or is_wrapped:
                before = f"{above} {before}"
                is_whole = False
        for mark in _SENTENCE_ENDS:
            before = before[before.rfind(mark) + len(mark) :] if mark in before else before
        return before, is_whole


def _is_share_line(annotation: Annotation, series: list[Chunk]) -> bool:
    """Whether the line is nothing but buttons: "Facebook | Twitter | LinkedIn"."""
    if len(series) < 2 or not all(annotation.span_text(chunk.first, chunk.last).lower() in PLATFORMS for chunk in series):
        return False
    first, last = lines_of(annotation).span(series[0].first)
    return not any(word.is_alpha and word.text.islower() for word in (*annotation.words[first : series[0].start], *annotation.words[series[-1].tail : last]))


def _mark_countries(series: list[Chunk], places: dict[int, int]) -> None:
    """ "Orvane (Peru), Tessel (Chile)": in a series a country in brackets says that the name is a firm's."""
    named = [chunk for chunk in series if any(places.get(start) == stop for start, stop in chunk.brackets)]
    if len(named) > 1:
        for chunk in named:
            if not chunk.refusal or chunk.refusal in ("shared", "thing"):
                chunk.evidence, chunk.refusal = chunk.evidence or "series", ""


def _small_items(annotation: Annotation, series: list[Chunk]) -> list[Chunk]:
    """Items in small letters before or between the chunks of a list ("from vivo, realme and iRobot")."""
    words = annotation.words
    found: list[Chunk] = []
    at = series[0].start - 1
    while at > 0 and words[at].lower in (",", "and", "or", "&"):
        item = at - 1
        if words[item].lower in (",",):
            at = item
            continue
        if not (words[item].is_alpha and words[item].text.islower() and not is_common(words[item].text) and words[item - 1].lower in (",", "from", "include", "includes", "including", "as", "like", "are", "by", ":")):
            break
        found.append(Chunk(item, item + 1, item + 1, item + 1))
        if words[item - 1].lower != ",":
            break
        at = item - 1
    if not found:
        return []
    start = annotation.starts[found[-1].first]
    text = annotation.text[max(0, start - LEAD_IN_REACH) : start]
    return found if LEAD_IN.search(text.rsplit("\n", 1)[-1]) else []


def _list_like(annotation: Annotation, before: str, open_items: list[Chunk], sure: list[Chunk]) -> bool:
    """Whether a lead-in without a sure company behind it is about firms and not about regions, products or diseases."""
    if sure or HEADING.search(before):
        return True
    return bool(COMPANY_NOUN.search(before)) and not SEGMENTS.search(before) and 2 * sum(_is_common(annotation, chunk) for chunk in open_items) <= len(open_items)


def _is_product(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the name is a known firm's with a word behind it ("Adobe Commerce"), or a family's."""
    if chunk.end < len(annotation.words) and annotation.words[chunk.end].lower in ("family", "families", "brothers", "administration"):
        return True
    if chunk.last - chunk.first < 2:
        return False
    if not annotation.has_space_before(chunk.first + 1):
        return False  # "Sanofi-Aventis" is one word
    first = annotation.words[chunk.first].text
    last = annotation.words[chunk.last - 1].lower
    return known_companies().get(first) == "name" and last not in company_words()


def _is_common(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the name may be a description in capitals ("Consumer Electronics")."""
    words = annotation.words
    names = [word.lower for word in words[chunk.first : chunk.last] if word.is_alpha]
    return all(name in COMMON_FIRST or name in company_words() or is_common(name) for name in names)
