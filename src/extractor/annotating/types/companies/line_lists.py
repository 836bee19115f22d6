"""Lists with an item a line and tables with a column of companies, under headings that say so."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.annotating.types.companies.chunk import Chunk
from extractor.annotating.types.companies.cues import DEED, HEADING, HEADING_WORDS, MANY, OTHER_HEADING, VERBS
from extractor.annotating.types.companies.evidence import known_companies
from extractor.annotating.types.companies.roles import list_role

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.words import Word

BULLETS = frozenset(["•", "*", "-", "–", "—", "·", "▪", "●", "◦", "‣", "■", "□", "**", "o", "+", "→", "✓", "✔", "➤", "►"])
# In a list of companies these refusals do not count: "Hugo Boss" is no person there.
PARDONED = ("", "shared", "person", "thing", "common word")
# A line of a list of companies may go on after the name with a remark.
_REMARK = frozenset("–—-:|(,")
LONGEST_HEADING = 120
_DOTTED = re.compile(r"[.)]")


def is_word(annotation: Annotation, chunk: Chunk, small: set[str]) -> bool:
    """Whether the text writes every word of the name in small letters elsewhere."""
    if known_companies().get(annotation.span_text(chunk.first, chunk.last)) is not None:
        return False
    return all(annotation.words[token].lower in small for token in range(chunk.first, chunk.last) if annotation.words[token].is_alpha)


def mark_lines(annotation: Annotation, chunks: list[Chunk], small: set[str]) -> None:
    """Lists with an item a line, under a heading or lead-in that names companies."""
    text = annotation.text
    if "\n" not in text:
        return
    first_of = {chunk.start: chunk for chunk in chunks}
    words, starts = annotation.words, annotation.starts
    role = ""
    at = 0
    token = 0
    run: list[Chunk] = []
    bullets: list[Chunk] = []
    table = _Table()
    section = listed = False

    order = sorted(chunks, key=lambda chunk: chunk.start)
    firsts = [starts[chunk.start] for chunk in order]

    def by_line(start: int, stop: int) -> list[Chunk]:
        return order[bisect_left(firsts, start) : bisect_left(firsts, stop)]

    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        stripped = line.strip(" *#:\t_")
        if not stripped:
            _close_run(run)
            continue
        while token < len(words) and starts[token] < start:
            token += 1
        if "|" in stripped and table.read(annotation, line, start, first_of):
            continue
        number, bulleted = token, False
        while number < len(words) and starts[number] < at and _is_bullet(annotation, number, bulleted=bulleted):
            bulleted = True
            number += 1
        if number + 1 < len(words) and words[number].lower == "the":
            number += 1
        chunk = first_of.get(number)
        if chunk is None and role and bulleted and number < len(words) and stripped.islower() and len(stripped.lstrip("-•*– ").split()) == 1 and starts[number] < at:
            chunk = first_of[number] = Chunk(number, number + 1, number + 1, number + 1)  # a brand in small letters
            chunks.append(chunk)
        end = annotation.end(chunk.tail - 1) if chunk is not None else 0
        rest = text[end : start + len(line)].strip(" *.,;_") if chunk is not None else ""
        if chunk is not None and not rest and chunk.refusal in ("", "shared", "person"):
            run.append(chunk)
        else:
            _close_run(run)
        if bulleted and chunk is not None and chunk.evidence and not chunk.refusal:
            bullets.append(chunk)
        elif not bulleted:
            _close_bullets(bullets)
        certain = chunk is not None and bool(chunk.evidence) and not chunk.refusal
        if len(stripped) < LONGEST_HEADING and _may_head(words, token, len(words), at, starts) and HEADING.search(stripped) and not (certain and (not rest or rest[0] in _REMARK)) and (not bulleted or line.lstrip().startswith(("**", "#")) or stripped != line.strip(" *#\t_") or line.rstrip(" *_").endswith(":")):
            role = list_role(stripped)
            section, listed = True, False
            continue
        if not bulleted and len(stripped) < LONGEST_HEADING and stripped[-1:] not in ".!:;,|" and not certain:
            section = False  # another heading
        if section and not listed and len(stripped) > len("A name did it."):
            _mark_section(annotation, by_line(start, at), small)
        if not role:
            continue
        if chunk is None:
            if not bulleted or OTHER_HEADING.search(stripped):
                role = ""
            continue
        if not rest or ((bulleted or certain) and rest[0] in _REMARK):
            if chunk.refusal in (PARDONED if bulleted else PARDONED[:3]):
                listed = True
                chunk.evidence, chunk.refusal = chunk.evidence or "list", ""
                chunk.role = chunk.role or role
        elif not bulleted:
            role = ""
    _close_run(run)
    _close_bullets(bullets)


# Endings of words that start a sentence before a plural ("Smaller growers").
_ADJECTIVES = ("er", "est", "al", "ic", "ous", "ive", "ing", "ed", "ly", "an", "ese", "ish", "st", "ct", "nt")


def _may_head(words: list[Word], token: int, count: int, stop: int, starts: list[int]) -> bool:
    """Whether a word of the line belongs to headings over companies: a cheap look before the pattern."""
    while token < count and starts[token] < stop:
        if words[token].lower in HEADING_WORDS:
            return True
        token += 1
    return False


def _mark_section(annotation: Annotation, chunks: list[Chunk], small: set[str]) -> None:
    """Under a heading that speaks of companies, what starts a sentence and does something is one."""
    words = annotation.words
    for chunk in chunks:
        if not chunk.evidence and not chunk.refusal and chunk.end < len(words) and annotation.sentence_of(chunk.first)[0] == chunk.start and not is_word(annotation, chunk, small):
            after = words[chunk.end]
            if after.text.islower() and (after.lower in VERBS or after.lower in DEED or (after.lower.endswith("s") and len(after.text) > 3 and not words[chunk.first].lower.endswith(_ADJECTIVES))):
                chunk.evidence = "section"
        if chunk.evidence and not chunk.refusal:
            chunk.role = chunk.role or "key_player"


_COLUMN = re.compile(rf"^\W*(?:(?:key|major|leading|top|name of|market)\s+)?(?:the\s+)?(?:company|player|vendor|manufacturer|supplier|firm|brand|provider|operator|producer|developer|competitor|issuer|registrant|{MANY})(?:\s+(?:name|names|covered|profiled))?\W*$", re.IGNORECASE)


class _Table:
    """A table with a column of companies: the header names it, its cells are taken."""

    def __init__(self) -> None:
        self.column = -1

    def read(self, annotation: Annotation, line: str, start: int, first_of: dict[int, Chunk]) -> bool:
        """Reads one row; true when it belongs to such a table."""
        cells = line.split("|")
        heads = [number for number, cell in enumerate(cells) if _COLUMN.match(cell)]
        if heads and len(cells) > 1 and not (heads[0] == 0 and len(cells) == 2 and ("," in cells[1] or ";" in cells[1])):
            self.column = heads[0]
            return True
        if self.column < 0 or self.column >= len(cells):
            self.column = -1
            return False
        at = start + sum(len(cell) + 1 for cell in cells[: self.column])
        cell = cells[self.column]
        at += len(cell) - len(cell.lstrip())
        chunk = first_of.get(annotation.token_at(at))
        if chunk is not None and chunk.refusal in ("", "shared") and annotation.starts[chunk.start] == at and annotation.end(chunk.tail - 1) >= at + len(cell.strip()) - 1:
            chunk.evidence, chunk.refusal = chunk.evidence or "table", ""
            chunk.role = chunk.role or "key_player"
        return True


# Of the lines in a row that hold a name each, this share must be sure for the rest to be taken.
SURE_SHARE = 0.25


def _close_run(run: list[Chunk]) -> None:
    """Takes the lines of a run as companies when enough of them are sure."""
    sure = sum(bool(chunk.evidence) for chunk in run)
    if len(run) > 2 and sure > 1 and sure >= SURE_SHARE * len(run):
        for chunk in run:
            if not chunk.evidence:
                chunk.evidence, chunk.refusal = "series", ""
            chunk.role = chunk.role or "key_player"
    run.clear()


def _is_bullet(annotation: Annotation, number: int, *, bulleted: bool) -> bool:
    word = annotation.words[number]
    if word.text in BULLETS or (word.is_space and "\n" not in word.text):
        return True
    if word.is_digit and len(word.text) < 4:
        after = annotation.words[number + 1].text if number + 1 < len(annotation.words) else ""
        return bool(_DOTTED.fullmatch(after))
    return bulleted and word.text in ".)" and annotation.words[number - 1].is_digit


# So many list items that each start with a firm make a list of firms.
LEAST_BULLETS = 3


def _close_bullets(bullets: list[Chunk]) -> None:
    """The firms that start the items of one list take part in the market."""
    if len(bullets) >= LEAST_BULLETS:
        for chunk in bullets:
            chunk.role = chunk.role or "key_player"
            chunk.listed = True
    bullets.clear()
