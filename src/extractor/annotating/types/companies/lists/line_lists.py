"""Lists with an item a line, under headings that say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor import late
from extractor.annotating.anchored import matches_from
from extractor.annotating.lines import lines_of
from extractor.annotating.types.companies.lists.lead_ins import list_role
from extractor.annotating.types.companies.lists.odd_items import odd_item
from extractor.annotating.types.companies.lists.ranks import Ranks
from extractor.annotating.types.companies.lists.runs import Run, reads_as_heading
from extractor.annotating.types.companies.lists.sections import is_section_heading, sections_of
from extractor.annotating.types.companies.lists.separators import cells_of, mark_of
from extractor.annotating.types.companies.lists.tables import Table
from extractor.annotating.types.companies.names.chunk import OF_NAMES, PARDONED, Chunk
from extractor.annotating.types.companies.words.bullets import is_bullet, may_be_bullet
from extractor.annotating.types.companies.words.cues import (
    BUYERS_HEADING,
    HEADING,
    HEADING_STARTS,
    HEADING_WORDS,
    MANY,
    OTHER_HEADING,
    PROFILE_LINE,
)

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# A line of a list of companies may go on after the name with a remark.
_REMARK = frozenset("–—-:|(,")
LONGEST_HEADING = 120
# A weight or price behind a name is no remark ("Orvane 4.3%", "Tessel 61 3/8"); other numbers may be the points of teams.
_FIGURE = re.compile(r" [-+]?(?:[$€£¥]\d[\d.,]*|\d[\d.,]* ?%|\d+ \d+/\d+)\W*$")
# A paragraph that says so stands above a list, whatever it ends on.
_LISTED_BELOW = late.regex(
    rf"\b(?:the following are|(?:is|are) (?:as follows|(?:listed|given|profiled) below)|below are)\b[^.]{{0,60}}\b(?:{MANY})\b"
    rf"|\b(?:{MANY}) (?:collectively|together) hold\b|\b(?:{MANY})\b[^.]{{0,60}} are (?:as follows|listed below)\b",
)
# ... and has one of these words.
_BELOW_WORDS = frozenset("following below follows collectively together".split())
_BELOW_WORDINGS = ("the following are", "as follows", "below", "collectively hold", "together hold")


def mark_lines(annotation: Annotation, chunks: list[Chunk]) -> None:
    """Lists with an item a line, under a heading or lead-in that names companies."""
    if "\n" in annotation.text:
        _LineReader(annotation, chunks).read_all()


class _Line(NamedTuple):
    """One line that is not blank."""

    text: str
    stripped: str  # without marks of headings and bullets
    first: int  # its first token
    last: int  # its last token (excluded)


def _announces(line: _Line) -> bool:
    """Whether a paragraph ends on a sentence that announces a list of companies ("... The key makers covered are:")."""
    lower = line.stripped.lower()
    if any(map(lower.__contains__, _BELOW_WORDINGS)) and _LISTED_BELOW.search(lower):
        return True
    if not _ends_open(line.text):
        return False
    last = line.stripped.rsplit(". ", 1)[-1]
    return len(last) < LONGEST_HEADING and HEADING.search(last) is not None and OTHER_HEADING.search(last) is None


def _ends_open(text: str) -> bool:
    return text.rstrip(" *_")[-1:] == ":"


class _LineReader:
    """Reads the lines of one text from the first to the last, and remembers which heading they stand under."""

    def __init__(self, annotation: Annotation, chunks: list[Chunk]) -> None:
        self.annotation = annotation
        self.chunks = chunks
        self.lowers = annotation.lowers
        self.first_of = {chunk.start: chunk for chunk in chunks}
        self.table = Table(annotation, self.first_of)
        self.role = ""  # of the list being read; "" outside lists
        self.depth = -1  # of the number before the last firm ("11.1" 1, "11.1.1" 2), -1 where none is above
        self.sells = True  # the section is about those who sell, not about their customers
        self.in_section = False  # under a heading that speaks of companies
        self.sections = sections_of(annotation)
        self.is_listed = False  # the section has a list, so its prose is about something else
        self.alone: Chunk | None = None  # the name that was all the line above held
        self.run = Run(annotation)
        self.bullets: list[Chunk] = []
        self.ranks = Ranks(annotation)
        self.is_index = _is_index(annotation)  # single letters divide its list

    def read_all(self) -> None:
        """Reads every line."""
        annotation, table = self.annotation, self.table
        text, words, starts = annotation.text, annotation.words, annotation.starts
        mark = mark_of(text)
        lines = lines_of(annotation)
        for first, last in zip(lines.firsts, lines.lasts, strict=True):
            if first == last:
                continue
            line = text[starts[first] : starts[last - 1] + len(words[last - 1].text)]
            stripped = line.strip(" *#:\t_")
            if not stripped or (self.is_index and len(stripped) == 1):
                continue
            if mark in stripped:
                is_row = table.read(cells_of(line, mark), starts[first])
            else:
                is_row = False
                table.close()
            if not is_row:
                if self._is_idle(line, stripped, first, last):
                    self._end()
                else:
                    self._read(_Line(line, stripped, first, last))
            if self.run.names and last < len(words) and "\n\n" in words[last].text and not self.is_index:
                self.run.close()
        table.close()
        self._end()
        self.ranks.close()

    def _is_idle(self, line: str, stripped: str, first: int, last: int) -> bool:
        """Whether the line starts nothing and belongs to nothing that is being read: true for most paragraphs."""
        if self.role or self.in_section or may_be_bullet(self.annotation.words[first].text):
            return False
        if self.alone is not None and PROFILE_LINE.match(stripped):
            return False
        if len(stripped) >= LONGEST_HEADING:
            return not _ends_open(line) and _BELOW_WORDS.isdisjoint(self.lowers[first:last])
        head = first + 1 if self.lowers[first] == "the" else first
        return head not in self.first_of and HEADING_WORDS.isdisjoint(self.lowers[first:last])

    def _end(self) -> None:
        """Ends what came before a line that has no part in it."""
        self.alone = None
        if self.run.names:
            self.run.close()
        if self.bullets:
            _close_bullets(self.bullets)

    def _read(self, line: _Line) -> None:
        if len(line.stripped) >= LONGEST_HEADING and _announces(line):
            self.run.close()
            self.role, self.in_section = list_role(line.stripped), False
            return
        bulleted, chunk = self._item(line)
        rest = ""
        if chunk is not None:
            rest = self.annotation.text[self.annotation.end(chunk.tail - 1) : self.annotation.end(line.last - 1)]
            rest = _FIGURE.sub("", rest).strip(" *.,;_")
        certain = chunk is not None and chunk.is_company
        depth = self.annotation.words[line.first].text.count(".") if bulleted else -1
        if not certain and depth > self.depth >= 0:
            return  # what is told of the firm above ("11.1.1. Product Portfolio")
        self.depth = depth if certain or not bulleted else self.depth
        if self.alone is not None and PROFILE_LINE.match(line.stripped):
            _take_profiled(self.alone)
        self.alone = chunk if not rest else None
        if bulleted and chunk is not None and not rest:
            self.ranks.add(line.first, chunk)
        names_alone = certain and (not rest or rest[0] in _REMARK)
        is_heading = not names_alone and self._heads(line, bulleted=bulleted)
        self._count(None if is_heading else chunk, rest, bulleted=bulleted, certain=certain)
        if is_heading:
            self.role = list_role(line.stripped)
            self.sells = BUYERS_HEADING.search(line.stripped) is None
            self.in_section, self.is_listed = True, False
            return
        if not bulleted and not certain and len(line.stripped) < LONGEST_HEADING and line.stripped[-1:] not in ".!:;,|":
            self.in_section = False  # another heading
        if self.in_section and not self.is_listed and len(line.stripped) > len("A name did it."):
            self.sections[line.first] = self.sells
        if self.role:
            self._take(line, chunk, rest, bulleted=bulleted, certain=certain)

    def _item(self, line: _Line) -> tuple[bool, Chunk | None]:
        """Whether the line has a bullet, and the chunk at its head."""
        annotation = self.annotation
        number, bulleted = line.first, False
        while number < line.last and is_bullet(annotation, number, bulleted=bulleted):
            bulleted = True
            number += 1
        if number + 1 < len(annotation.words) and annotation.words[number].lower == "the":
            number += 1
        chunk = self.first_of.get(number)
        if chunk is None and ((self.role and (bulleted or self.is_listed)) or (self.ranks.is_announced and bulleted)):
            inner = next(
                (self.first_of[token] for token in range(number + 1, line.last) if token in self.first_of), None
            )
            chunk = odd_item(annotation, number, line.last, inner)
            if chunk is not None:
                self.first_of[number] = chunk
                if chunk is not inner:
                    self.chunks.append(chunk)
        return bulleted, chunk

    def _count(self, chunk: Chunk | None, rest: str, *, bulleted: bool, certain: bool) -> None:
        """Counts the line among those in a row that hold a name each, and among the bullets that start with a firm."""
        if chunk is not None and (not rest or (rest[0] in _REMARK and not bulleted)):
            self.run.add(chunk, has_remark=bool(rest))
        elif self.run.names:
            self.run.close()
        if bulleted and chunk is not None and certain:
            self.bullets.append(chunk)
        elif not bulleted:
            _close_bullets(self.bullets)

    def _heads(self, line: _Line, *, bulleted: bool) -> bool:
        """Whether the line is a heading or lead-in over companies."""
        if len(line.stripped) >= LONGEST_HEADING or HEADING_WORDS.isdisjoint(
            self.annotation.lowers[line.first : line.last]
        ):
            return False
        marked = line.text.lstrip().startswith(("**", "#")) or line.stripped != line.text.strip(" *#\t_")
        if bulleted and not marked and not self._stands_alone(line):
            return False
        if is_section_heading(line.stripped) or HEADING.match(line.stripped) is not None:
            return True
        return any(matches_from(HEADING, self.annotation, line.first, line.last, HEADING_STARTS))

    def _stands_alone(self, line: _Line) -> bool:
        """Whether a line behind an ornament has blank lines around it and no bullet below: a heading ("➤ Top players")."""
        words = self.annotation.words
        below = line.last + 1
        if below >= len(words) or "\n\n" not in words[line.last].text:
            return False
        opens = line.first == 0 or "\n\n" in words[line.first - 1].text
        return opens and not may_be_bullet(words[below].text)

    def _take(self, line: _Line, chunk: Chunk | None, rest: str, *, bulleted: bool, certain: bool) -> None:
        """Takes the name at the head of a line of the list; ends the list at a line that is no item."""
        if chunk is None:
            if not bulleted or OTHER_HEADING.search(line.stripped):
                self.role = ""
        elif (
            not certain
            and chunk.facts.is_plain
            and (reads_as_heading(self.annotation, chunk) or (not bulleted and chunk.last - chunk.first == 1))
        ):
            self.role = self.role if bulleted else ""  # the next heading, or the next level of a table of contents
        elif not rest or ((bulleted or certain) and rest[0] in _REMARK):
            if chunk.refusal in (PARDONED if bulleted else OF_NAMES):
                self.is_listed = True
                chunk.take("list", self.role)
        elif not bulleted:
            self.role = ""


def _take_profiled(chunk: Chunk) -> None:
    """Takes a name that is all that the line above a profile holds."""
    if chunk.refusal in PARDONED:
        chunk.take("profile", "key_player")


# So many lines of a single letter make an index ("A", its names, "B" ...).
LEAST_LETTERS = 2


def _is_index(annotation: Annotation) -> bool:
    lines, words = lines_of(annotation), annotation.words
    letters = [
        words[first].text
        for first, last in zip(lines.firsts, lines.lasts, strict=True)
        if last - first == 1 and len(words[first].text) == 1 and words[first].is_upper
    ]
    return len(letters) >= LEAST_LETTERS and letters == sorted(letters)


# So many list items that each start with a firm make a list of firms.
LEAST_BULLETS = 3


def _close_bullets(bullets: list[Chunk]) -> None:
    """The firms that start the items of one list take part in the market."""
    if len(bullets) >= LEAST_BULLETS:
        for chunk in bullets:
            chunk.role = chunk.role or "key_player"
            chunk.is_listed = True
    bullets.clear()
