"""Lists of companies: when the lead-in says so, or two items are sure, the others of the same shape are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.chunks import BULLETS, Chunk
from extractor.annotating.types.companies.cues import BEHIND, HEADING, LEAD_IN

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

_SEPARATORS = frozenset([",", ";", "and", "or", "&", "/", "|", "the", "as", "well", "also", "both", "–", "—", "-"])
# Characters before a list in which its lead-in is looked for.
LEAD_IN_REACH = 180


def mark_lists(annotation: Annotation, chunks: list[Chunk]) -> None:
    """Sets evidence and role of the chunks that stand in a list of companies."""
    for series in _series(annotation, chunks):
        _mark(annotation, series)
    _mark_lines(annotation, chunks)


def _between(annotation: Annotation, left: Chunk, right: Chunk) -> bool:
    words = annotation.words[left.tail : right.start]
    if not words or len(words) > 5:
        return False
    return all(word.lower in _SEPARATORS or (word.is_space and "\n" not in word.text) for word in words)


def _series(annotation: Annotation, chunks: list[Chunk]) -> list[list[Chunk]]:
    found: list[list[Chunk]] = []
    for chunk in chunks:
        if found and _between(annotation, found[-1][-1], chunk):
            found[-1].append(chunk)
        else:
            found.append([chunk])
    return found


def _mark(annotation: Annotation, series: list[Chunk]) -> None:
    sure = [chunk for chunk in series if chunk.evidence and not chunk.refusal]
    start = annotation.starts[series[0].start]
    line = annotation.text.rfind("\n", 0, start) + 1
    before = annotation.text[max(line, start - LEAD_IN_REACH) : start]
    stop = max(before.rfind(". "), before.rfind("! "))
    before = before[stop + 1 :]
    introduced = bool(LEAD_IN.search(before)) or bool(HEADING.search(before) and before.rstrip()[-1:] in ":–-|")
    tail = annotation.end(series[-1].tail - 1)
    behind = bool(BEHIND.match(annotation.text[tail : tail + 60]))
    open_items = [chunk for chunk in series if not chunk.evidence and not chunk.refusal]
    places = sum(chunk.refusal == "place" for chunk in series)
    if introduced and not (places and not sure):
        for chunk in open_items:
            chunk.evidence = "list"
    elif (len(sure) >= 2 or (sure and len(series) >= 3)) or (behind and (sure or len(series) > 2)):
        for chunk in open_items:
            chunk.evidence = "series"
    if introduced or behind or len(sure) > 1:
        for chunk in series:
            chunk.role = chunk.role or "key_player"


def _mark_lines(annotation: Annotation, chunks: list[Chunk]) -> None:
    """Lists with an item a line, under a heading or lead-in that names companies."""
    first_of = {chunk.start: chunk for chunk in chunks}
    active = False
    text = annotation.text
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        stripped = line.strip(" *#:\t")
        if not stripped:
            continue
        token = annotation.token_at(start)
        words = annotation.words
        bulleted = False
        while token < len(words) and annotation.starts[token] < start:
            token += 1
        while token < len(words) and (words[token].text in BULLETS or (words[token].is_space and "\n" not in words[token].text) or words[token].is_digit or (bulleted and words[token].text in ".)")):
            bulleted = True
            token += 1
        chunk = first_of.get(token)
        if HEADING.search(stripped) and len(stripped) < 120 and (not bulleted or stripped.endswith(":")) and not (chunk is not None and chunk.evidence):
            active = True
            continue
        if not active:
            continue
        if chunk is None:
            active = bulleted and active
            continue
        end = annotation.end(chunk.tail - 1)
        rest = text[end : start + len(line)].strip(" *.,;")
        if not rest or (bulleted and rest[:1] in "–—-:|("):
            if not chunk.refusal:
                chunk.evidence = chunk.evidence or "list"
                chunk.role = chunk.role or "key_player"
        elif not bulleted:
            active = False
