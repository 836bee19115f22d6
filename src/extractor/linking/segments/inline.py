"""Dimensions with their values within one line: labels, brackets, sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from extractor.linking.segments.dimensions import SEGMENT_HEADING, has_head, is_dimension
from extractor.linking.segments.patterns import (
    AHEAD,
    ARE_KINDS,
    BEFORE_NAME,
    BEHIND,
    BRACKET_CUE,
    BY_CHUNK,
    BY_COLON,
    BY_TELLS,
    BY_TELLS_PLAIN,
    CLAIM,
    IS_SPLIT,
    KINDS_ARE,
    LABEL_LINE,
    NEXT_SPLIT,
    NUMBERED_KINDS,
    PARTED,
    SAID,
    SEGMENT_LABEL,
    SENTENCE_END,
    SORTS,
    SPLIT_OBJECT,
    SPLIT_SUBJECT,
    SPLITS,
    TELLS_APART,
)
from extractor.linking.segments.values import split_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.linking.segments.lines import Line

LISTED = re.compile(r",|;|\||\band\b| - | – | / ")
KIND_SENTENCES = (KINDS_ARE, BY_COLON, BY_TELLS_PLAIN, NUMBERED_KINDS, ARE_KINDS, TELLS_APART)
SPLITTING = (IS_SPLIT, SPLITS, SORTS)
LONGEST_DIMENSION = 5  # words
LONGEST_PLAIN = 5  # words of a value that is not capitalised
CHUNK_MARKS = (":", "|", "–", "—", " - ", ")-")
SENTENCE_STARTS = (". ", "\n", "; ")
BRACKET = re.compile(r"[()]")
BY_ENDS = re.compile(r"\bby (?:the )?$|\bbasis of $|\bbased on $", re.IGNORECASE)
KIND_START = re.compile(r"^(?:the|key|main|major) ", re.IGNORECASE)
NAMED = re.compile(r"\b(?:is|are|was|were|has|have|can|will|should|must)\b")


class Found(NamedTuple):
    """A dimension (None when it has no name), the text that lists its values, and the extent of both in the body."""

    by: str | None
    values: list[str]
    start: int
    end: int


def inline(line: Line, *, under_segments: bool) -> list[Found]:
    """What one line lists; `under_segments` when a heading about segmentation stands above."""
    found = list(_chunks(line)) if BY_CHUNK.may_match(line.seen) else []
    if found and line.kind == "paragraph":
        return [item for item in _sentences(line) if item.end <= found[0].start] + found
    if not found and has_mark(line):
        found = list(_labelled(line, under_segments))
    if not found and "(" in line.text:
        found = list(brackets(line, under_segments=under_segments))
    return found or (_sentences(line) if line.kind != "table_row" else [])


def _chunks(line: Line) -> Iterator[Found]:
    """ "By Type: A, B. By Use: C, D" """
    text = line.text
    if not any(mark in text for mark in CHUNK_MARKS):
        return
    marks = list(BY_CHUNK.finditer(line.seen, text))
    for number, match in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        stop = SENTENCE_END.search(text, match.end(), end)
        end = stop.start() if stop is not None else end
        values = text[match.end() : end].rstrip(" ;|,.")
        if is_told(values) or _lists_in_bracket(match):
            continue
        if (
            not is_dimension(match["by"])
            or LISTED.search(values) is None
            or SPLIT_OBJECT.match(values.removeprefix("The ").removeprefix("the "))
        ):
            continue
        yield Found(
            match["by"], split_values(values), line.start + match.start(), line.start + match.end() + len(values)
        )


def _lists_in_bracket(match: re.Match[str]) -> bool:
    """Whether the values stand in a bracket in front of the mark: "by Form (Powder, Liquid): A Forecast"."""
    bracket = match[0].partition("(")[2]
    return "," in bracket and not any(char.isdigit() for char in bracket)


def _labelled(line: Line, under_segments: bool) -> Iterator[Found]:
    """ "Type: A, B" under a heading about segmentation; "Segments: Type - A, B; Use - C, D" anywhere."""
    label = LABEL_LINE.match(line.text)
    if label is None:
        return
    at = line.start + label.start("values")
    end = line.end
    whole = line.text[label.start("by") : label.start("values")].rstrip(" :|-–")
    if SEGMENT_LABEL.match(whole):
        bracketed = list(_bracketed(label["values"], sure=True))
        if bracketed:
            yield from (Found(by, split_values(values), at + start, at + stop) for by, values, start, stop in bracketed)
            return
        parts = [parted for part in label["values"].split(";") if (parted := PARTED.match(part.strip())) is not None]
        yield from (
            Found(parted["by"], split_values(parted["values"]), at, end)
            for parted in parts
            if is_dimension(parted["by"])
        )
        if not parts and label["by"].lower().endswith("segments"):
            yield Found(None, split_values(label["values"]), at, end)
        return
    short = line.kind in ("list_item", "table_row") or has_head(label["by"])
    named = is_dimension(label["by"]) and label["by"].lower() not in (
        "attribute",
        "report attribute",
        "parameter",
        "parameters",
    )
    if under_segments and short and named and not is_told(label["values"]):
        yield Found(label["by"], split_values(label["values"]), line.start, end)


def is_labelled(line: Line) -> bool:
    """Whether a line is a label with what it labels: "Type: A, B"."""
    return has_mark(line) and LABEL_LINE.match(line.text) is not None


def has_mark(line: Line) -> bool:
    """Whether a line has a mark that may part a label from what it labels."""
    text = line.text
    return ":" in text or "|" in text or " - " in text or " – " in text


def is_told(text: str) -> bool:
    """Whether what stands behind "By Type:" is a sentence or a claim and no list."""
    return SAID.search(text) is not None or ("," not in text and CLAIM.search(text) is not None)


def label_of(line: Line) -> Found | None:
    """The line as a label with its values, when the label names a dimension, a place or firms: "Type: A, B"."""
    is_wide = line.kind == "table_row" and line.text.count(" | ") > 1  # a row of a table of figures
    label = LABEL_LINE.match(line.text) if has_mark(line) and not is_wide else None
    if (
        label is None
        or not (has_head(label["by"]) or not is_dimension(label["by"]))
        or LISTED.search(label["values"]) is None
        or is_told(label["values"])
    ):
        return None
    return Found(label["by"], split_values(label["values"]), line.start, line.end)


def brackets(line: Line, *, under_segments: bool) -> Iterator[Found]:
    """ "by Type (A, B), Material (C, D) and Use (E, F)" """
    cue = BRACKET_CUE.search(line.text)
    sure = under_segments or (cue is not None and cue.start() < line.text.rfind("("))
    for by, values, start, end in _bracketed(line.text, sure=sure):
        yield Found(by, split_values(values), line.start + start, line.start + end)


def _bracketed(text: str, *, sure: bool) -> Iterator[tuple[str, str, int, int]]:
    """Name, bracketed list and extent; a single one needs a sure context and a name that tells a dimension."""
    found = []
    last = 0
    for start, end in _outer_brackets(text):
        values = text[start + 1 : end]
        phrase = text[last:start].rstrip()
        last = end + 1
        cut = BEFORE_NAME.match(phrase + " ") if phrase else None
        by = (phrase[cut.end() :] if cut is not None else phrase).strip(" -•")
        by_cue = cut is not None and BY_ENDS.search(cut[0]) is not None
        if (
            not by
            or len(by.split()) > LONGEST_DIMENSION
            or not by[0].isalpha()
            or not LISTED.search(values)
            or not is_dimension(by)
        ):
            continue
        found.append((by, values, start - len(by) - 1, end + 1, by_cue or has_head(by)))
    if len(found) > 1 and (sure or all(item[4] for item in found)):
        chosen = found if sure else [item for item in found if item[4]]
    else:
        chosen = [item for item in found if sure and item[4]]
    yield from ((by, values, start, end) for by, values, start, end, _ in chosen)


def _outer_brackets(text: str) -> Iterator[tuple[int, int]]:
    depth = start = 0
    for mark in BRACKET.finditer(text):
        if mark[0] == "(":
            start = start if depth else mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, mark.start()


def _sentences(line: Line) -> list[Found]:
    seen = line.seen
    found = list(_splits(line)) if any(pattern.may_match(seen) for pattern in SPLITTING) else []
    if not any(pattern.may_match(seen) for pattern in KIND_SENTENCES):
        return found
    done = found[-1].end if found else line.start
    return found + [item for item in _kinds(line) if item.start >= done]


def _splits(line: Line) -> Iterator[Found]:
    """ "Based on type, the market is divided into A, B and C", in any order of its parts."""
    text = line.text
    done = 0
    for pattern in SPLITTING:
        for match in pattern.finditer(line.seen, text):
            if match.start() < done:
                continue
            start = max(
                text.rfind(mark, 0, match.start()) + len(mark) if mark in text[: match.start()] else 0
                for mark in SENTENCE_STARTS
            )
            subject = text[start : match.start()]
            values = match["values"]
            behind = BEHIND.search(values)
            following = NEXT_SPLIT.search(values) if behind is None else None
            if (cut := behind or following) is not None:
                values = values[: cut.start()]
            by = _dimension_said(match, text[start : match.end()], behind)
            plain = by is None and pattern is IS_SPLIT and SPLIT_OBJECT.search(subject) is None
            if plain or (by is not None and not is_dimension(by)):
                continue
            done = match.end()
            items = split_values(values)
            if len(items) > 1:
                yield Found(
                    by, items, line.start + match.start("values"), line.start + match.start("values") + len(values)
                )
            if following is not None and is_dimension(following["by"]):
                yield Found(
                    following["by"],
                    split_values(following["values"]),
                    line.start + match.start("values") + following.start(),
                    line.start + match.end("values"),
                )


def _dimension_said(match: re.Match[str], sentence: str, behind: re.Match[str] | None) -> str | None:
    if match["by"]:
        return match["by"].strip()
    told = AHEAD.match(sentence) or SPLIT_SUBJECT.match(sentence) or behind
    return told["by"] if told is not None else None


def _kinds(line: Line) -> Iterator[Found]:
    """ "The main types of kayaks are A, B and C"; "Three grades are sold: A, B and C" """
    text = line.text
    for match in KINDS_ARE.finditer(line.seen, text):
        values = split_values(match["values"])
        capital = match["values"][0].isupper() or match["values"][0].isdigit()
        told = bool(match["main"].strip()) or match["of"] is not None or " are " not in match[0]
        plain = (
            len(values) > 1
            and told
            and all(len(value.split()) <= LONGEST_PLAIN and not NAMED.search(value) for value in values)
        )
        if is_dimension(match["by"]) and (capital or plain) and len(values) > 1:
            kind = KIND_START.sub("", match["by"])
            yield Found(kind, values, line.start + match.start("values"), line.start + match.end("values"))
    if line.kind != "paragraph":
        return
    for match in BY_COLON.finditer(line.seen, text) if ": " in text else ():
        if is_dimension(match["by"]):
            yield Found(
                match["by"],
                split_values(match["values"]),
                line.start + match.start("values"),
                line.start + match.end("values"),
            )
    for match in BY_TELLS_PLAIN.finditer(line.seen, text):
        values = split_values(match["values"])
        if (
            is_dimension(match["by"])
            and len(values) > 1
            and all(len(value.split()) <= LONGEST_PLAIN for value in values)
        ):
            yield Found(match["by"], values, line.start + match.start("values"), line.start + match.end("values"))
    for pattern, sign in ((NUMBERED_KINDS, ": "), (ARE_KINDS, " are the "), (TELLS_APART, " ")):
        for match in pattern.finditer(line.seen, text) if sign in text else ():
            by: str | None = match.groupdict().get("by")
            if by is None and (told_by := BY_TELLS.search(text[: match.start("values")])):
                by = told_by["by"]
            if pattern is ARE_KINDS and not has_head(match["by"]):
                continue
            if is_dimension(by) if by is not None else match[0][:2].lower() != "it":
                yield Found(
                    by,
                    split_values(match["values"]),
                    line.start + match.start("values"),
                    line.start + match.end("values"),
                )


def about_segments(line: Line) -> bool:
    """Whether a heading announces segments."""
    return SEGMENT_HEADING.search(line.seen, line.text) is not None
