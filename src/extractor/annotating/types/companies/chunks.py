"""Chunks: runs of words shaped like a name, with the legal form and the brackets that follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import MOST_WORDS, capital_tokens
from extractor.annotating.types.companies.words import (
    CLOSED_CLASS,
    FUNCTION_WORDS,
    MONTHS,
    ORGANISATION_HEADS,
    SHARED_HEADS,
    TITLES,
    given_names,
)

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.forms import Form
    from extractor.annotating.words import Word

PARTICLES = frozenset("de la del della di da do dos du van von der den le y e et und und. für fur & + d' l' el al und zu".split())
_NO_SMALL_NAME = frozenset("private public joint stock liability non-profit nonprofit unlimited exempt proprietary called named holding group trust parent insurance bank oil".split())
WEAK = frozenset(["of", "and", "for", "'s", "’s", "the"])
HYPHENS = frozenset(["-", "‐", "‑"])
# A name of more words than this is a sentence in title case.
LONGEST_NAME = 9
# Brackets of more tokens than this are a remark.
LONGEST_BRACKET = 12
# "Jio-bp" is a name; "Singapore-listed" is a place and a word.
LONGEST_GLUED = 3
# A line this long was broken by wrapping, not to start the next item.
WRAPPED_LINE = 40
BULLETS = frozenset(["•", "*", "-", "–", "—", "·", "▪", "●", "◦", "‣", "■", "□", "**", "o", "+", "→", "✓", "✔", "➤", "►"])


@dataclass(slots=True)
class Chunk:
    """A run of name words: tokens `first` to `last` (excluded) without the form, `end` behind form, `tail` behind brackets too."""

    first: int
    last: int
    end: int
    tail: int
    form: Form | None = None
    prefix: Form | None = None
    brackets: list[tuple[int, int]] = field(default_factory=list)
    joins: list[int] = field(default_factory=list)
    evidence: str = ""
    refusal: str = ""
    role: str = ""
    listed: bool = False  # stands at the head of a line of a list: its role is the list's
    known: str | None = None  # what the table of known firms says of the name

    @property
    def start(self) -> int:
        """First token with a prefix form."""
        return self.prefix.first if self.prefix is not None else self.first


class NameShapes(dict[str, bool]):
    """Whether a word can be part of a name by its letters alone."""

    def __missing__(self, text: str) -> bool:
        if len(self) > MOST_WORDS:
            self.clear()
        found = self[text] = any(char.isupper() for char in text) and not text.startswith(("http", "www")) and text not in ("US$", "A$", "C$")
        return found


def find_chunks(annotation: Annotation, forms: list[Form], shapes: NameShapes, taken: set[int]) -> list[Chunk]:
    """All chunks of the text in order. Tokens in `taken` (figures) belong to none."""
    words = annotation.words
    form_at = {form.first: form for form in forms}
    chunks: list[Chunk] = []
    number, count = 0, len(words)
    for start in _starts(annotation, forms):
        if start < number:
            continue
        number = start
        word = words[number]
        if word.lower in CLOSED_CLASS and (number + 1 >= count or not shapes[words[number + 1].text]) and number not in form_at:
            continue  # "The", "In" before a word in small letters
        form = form_at.get(number)
        if form is not None and not form.strong and form.position == "suffix" and form.last < count and form.last - number == 1 and _is_name(words[form.last], shapes):
            form = None  # "LG Energy Solution": initials that are a form elsewhere
        if form is not None and form.position == "suffix" and not (form.last < count and _is_name(words[form.last], shapes) and annotation.words[form.first].lower in ("company", "companies", "group")):
            small = _small_name(annotation, form, taken, chunks)
            if small is not None:
                chunks.append(small)
            number = form.last
            continue
        if word.is_digit and number + 1 < count and not annotation.has_space_before(number + 1) and _glues(annotation, number, shapes):
            pass  # "3M", "7-Eleven"
        elif number in taken or not _is_name(word, shapes):
            number += 1
            continue
        prefix = form if form is not None and form.position in ("prefix", "both") and form.last < count and _is_name(words[form.last], shapes) else None
        first = form.last if form is not None and prefix is not None else number
        chunk = _read(annotation, first, form_at, shapes, taken)
        chunk.prefix = prefix
        chunks.append(chunk)
        number = max(chunk.tail if chunk.brackets else chunk.end, number + 1)
    return chunks


_FORMED_SMALL = frozenset("group holding holdings".split())


def _small_name(annotation: Annotation, form: Form, taken: set[int], chunks: list[Chunk]) -> Chunk | None:
    """A name in small letters directly before a form that is in capitals or mixed letters ("thyssenkrupp AG")."""
    words = annotation.words
    first = form.first - 1
    if first < 0 or not form.strong or first in taken or (chunks and chunks[-1].end > first):
        return None
    if words[first].lower in _FORMED_SMALL and first:
        first -= 1
    word = words[first]
    if not word.is_alpha or not word.text.islower() or word.lower in FUNCTION_WORDS or word.lower in _NO_SMALL_NAME or len(word.text) < 3:
        return None
    before = words[first - 1] if first else None
    if before is not None and before.text in HYPHENS:
        return None
    chunk = Chunk(first, form.first, form.last, form.last, form)
    _read_brackets(annotation, chunk)
    return chunk


def _starts(annotation: Annotation, forms: list[Form]) -> list[int]:
    """Tokens that a chunk may start at: capitals, forms, and figures glued to a capital ("3M", "7-Eleven")."""
    words = annotation.words
    capitals = capital_tokens(annotation)
    found = {*capitals, *(form.first for form in forms)}
    for number in capitals:
        if number and words[number - 1].is_digit:
            found.add(number - 1)
        elif number > 1 and words[number - 1].text in HYPHENS and words[number - 2].is_digit:
            found.add(number - 2)
    return sorted(found)


def _glues(annotation: Annotation, number: int, shapes: NameShapes) -> bool:
    """Whether a figure starts a name: a capitalised part is glued to it, with or without a hyphen."""
    words = annotation.words
    if number and not annotation.has_space_before(number) and words[number - 1].text not in ("(", "•", "“", '"'):
        return False
    after = words[number + 1]
    if shapes[after.text]:
        return number + 2 >= len(words) or annotation.has_space_before(number + 2) or words[number + 2].is_punct
    return after.text in HYPHENS and number + 2 < len(words) and not annotation.has_space_before(number + 2) and shapes[words[number + 2].text] and len(words[number + 2].text) > 3


def _is_name(word: Word, shapes: NameShapes) -> bool:
    return shapes[word.text]


def _read(annotation: Annotation, first: int, form_at: dict[int, Form], shapes: NameShapes, taken: set[int]) -> Chunk:
    words = annotation.words
    count = len(words)
    joins: list[int] = []
    number = first + 1
    while number < count and number - first < 2 * LONGEST_NAME:
        word = words[number]
        form = form_at.get(number)
        if form is not None and form.position != "prefix":
            if not form.strong and form.last < count and form.last - number == 1 and _is_name(words[form.last], shapes):
                number = form.last
                continue
            if form.last < count and _is_name(words[form.last], shapes) and word.lower in ("company", "companies", "group", "&") and not words[form.last - 1].text.endswith("."):
                number = form.last
                continue
            break
        if number in taken:
            break
        if _is_name(word, shapes):
            number += 1
            continue
        after = number + 1
        if word.is_space:
            if after < count and "\n\n" not in word.text and _is_name(words[after], shapes) and ("\n" not in word.text or _is_wrapped(annotation, number)):
                number = after
                continue
            break
        glued = not annotation.has_space_before(number)
        if word.text in HYPHENS and glued and after < count and not annotation.has_space_before(after):
            if words[after].text.islower() and len(words[after].text) > LONGEST_GLUED:
                break
            number = after + 1
            continue
        if after >= count:
            break
        follows = words[after]
        if word.lower in PARTICLES and (_is_name(follows, shapes) or follows.lower in PARTICLES) and after not in taken and not follows.is_space:
            number = after
            continue
        if glued and word.text in ("!", "'", "’") and _is_name(follows, shapes):
            number = after
            continue
        if glued and word.text == "." and _is_name(follows, shapes) and len(words[number - 1].text) == 1 and words[number - 1].is_upper and number - first < 5:
            number = after
            continue
        if glued and word.text == "." and number - 1 == first and _is_name(follows, shapes) and not annotation.has_space_before(after) and first and words[first - 1].lower in (",", "and"):
            number = after  # "Bolt.Earth" in a list; else a full stop without its space
            continue
        if word.lower in ("'s", "’s") and after in form_at and form_at[after].strong:
            number = after  # "Lowe's Cos."
            break
        if word.lower in WEAK and _is_name(follows, shapes) and after not in form_at and follows.lower not in FUNCTION_WORDS:
            joins.append(number)
            number = after
            continue
        break
    last = number
    while last > first + 1 and (words[last - 1].is_space or words[last - 1].lower in PARTICLES or words[last - 1].text in HYPHENS):
        last -= 1
    inner = _country_bracket(annotation, last, form_at)
    chunk = Chunk(first, last, last, last, joins=[join for join in joins if join < last - 1])
    at = inner or last
    while at < count and at not in form_at and at - last < 3 and (words[at].text == "," or (words[at].is_space and "\n\n" not in words[at].text)):
        at += 1
    form = form_at.get(at)
    if form is not None and form.position != "prefix" and (at in (last, inner) or form.strong):
        chunk.form = form
        chunk.end = chunk.tail = form.last
    _read_brackets(annotation, chunk)
    return chunk


# Tokens in the bracket of "Acme (M) Sdn. Bhd." or "Acme (Shanghai) Co., Ltd."
_LONGEST_COUNTRY = 3


def _country_bracket(annotation: Annotation, at: int, form_at: dict[int, Form]) -> int | None:
    """Token behind a bracket that stands between the name and its form, or None."""
    words = annotation.words
    if at >= len(words) or words[at].text != "(":
        return None
    for close in range(at + 2, min(at + _LONGEST_COUNTRY + 2, len(words))):
        if words[close].text == ")":
            after = close + 1
            if after < len(words) and words[after].text == ",":
                after += 1
            return close + 1 if after in form_at and form_at[after].strong and words[at + 1].is_capitalized else None
    return None


def _read_brackets(annotation: Annotation, chunk: Chunk) -> None:
    words = annotation.words
    at = chunk.end
    while at < len(words) and (words[at].text in ("(", "[", "®", "™", "*", "†", "‡")):
        if words[at].text not in "([":
            at += 1
            continue
        close = at + 1
        while close < len(words) and close - at <= LONGEST_BRACKET and words[close].text not in (")", "]"):
            close += 1
        if close >= len(words) or words[close].text not in (")", "]"):
            break
        chunk.brackets.append((at + 1, close))
        at = close + 1
    chunk.tail = at


def _is_wrapped(annotation: Annotation, space: int) -> bool:
    """Whether the line break at token `space` only wraps a long line."""
    end = annotation.starts[space]
    start = annotation.text.rfind("\n", 0, end) + 1
    return end - start >= WRAPPED_LINE


def split_joins(annotation: Annotation, chunk: Chunk, places: dict[int, int]) -> list[Chunk]:
    """The chunk cut where a weak word ("of", "and", "'s") only stands between two names."""
    words = annotation.words
    pieces: list[Chunk] = []
    first = chunk.first
    for join in chunk.joins:
        if not _belongs(annotation, chunk, first, join, places):
            pieces.append(Chunk(first, join, join, join))
            first = join + 1
    rest = Chunk(first, chunk.last, chunk.end, chunk.tail, chunk.form, None, chunk.brackets)
    pieces.append(rest)
    pieces[0].prefix = chunk.prefix
    for piece in pieces:
        while piece.last > piece.first + 1 and words[piece.last - 1].is_space:
            piece.last -= 1
    return pieces


OF_HEADS = frozenset("bank banks insurance authority corporation company university institute group board exchange trust gas board college state ministry department office society union club house oil republic federation association council chamber commission organisation organization bureau centre center school academy court".split())
_AND_RIGHT = 3
# Words that "of" and a firm follow without being part of its name ("Shares of ...").
_NOT_OF = frozenset("shares stock stocks units unit division subsidiary arm part parts makers maker owners owner shareholders customers clients executives employees products most both one all some acquisition takeover profile profiles analysis list".split())


def _organisation_goes_on(annotation: Annotation, chunk: Chunk, first: int, join: int) -> bool:
    """Whether "and" stands inside an organisation's name ("Food and Drug Administration", "Ministry of Trade and Industry")."""
    words = annotation.words
    last = words[chunk.last - 1].lower
    if words[join].lower != "and" or chunk.form is not None:
        return False
    if last in ORGANISATION_HEADS and last not in SHARED_HEADS and chunk.last - join <= _AND_RIGHT + 1 and words[join - 1].lower not in ORGANISATION_HEADS:
        return words[join - 1].lower not in OF_HEADS
    return words[first].lower in ("ministry", "department", "bureau", "office", "institute") and first + 1 < join and words[first + 1].lower in ("of", "for") and chunk.last - join <= 2


def _is_line_item(annotation: Annotation, chunk: Chunk) -> bool:
    """Whether the chunk is all that a line holds but for its bullet."""
    text = annotation.text
    start, end = annotation.starts[chunk.start], annotation.end(chunk.tail - 1)
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    behind = text[end : stop if stop >= 0 else len(text)].strip(" .;,*")
    before = text[line:start].strip(" *-–•·0123456789.)")
    return not behind and not before and (line > 0 or stop >= 0)


def _is_list_item(annotation: Annotation, chunk: Chunk) -> bool:
    words = annotation.words
    before = words[chunk.start - 1].text if chunk.start else ""
    after = words[chunk.tail].text if chunk.tail < len(words) else ""
    return before in (",", ";", "|") and after in (",", ";", "|")


def _belongs(annotation: Annotation, chunk: Chunk, first: int, join: int, places: dict[int, int]) -> bool:
    words = annotation.words
    text = words[join].lower
    left = words[join - 1]
    if text == "of" and left.lower in _NOT_OF:
        return False
    if any(words[token].lower in TITLES or words[token].lower in given_names() for token in range(first, join)) and text in ("of", "for", "the"):
        return False
    strong = chunk.form is not None and chunk.form.strong
    if text in ("'s", "’s"):
        if _is_line_item(annotation, chunk) or _is_list_item(annotation, chunk):
            return places.get(first) != join
        return strong and places.get(first) != join and join - first <= 2
    if text in ("of", "for", "the"):
        if left.lower in OF_HEADS:
            return True
        return strong and left.lower not in TITLES and left.lower not in MONTHS and text == "of"
    if _organisation_goes_on(annotation, chunk, first, join):
        return True
    if not strong:
        return False
    # "Smith and Nephew plc" is one name, "Pfizer Inc. and Moderna, Inc." two: the left part must be a bare surname in its own item.
    before = words[first - 1].text if first else ""
    item_ends = chunk.tail >= len(words) or words[chunk.tail].text in (",", ";") or words[chunk.tail].is_space
    others = [other for other in chunk.joins if words[other].lower == "and"]
    if join - first > 1 and len(others) > 1:
        return False
    if before.lower() in ("and", "&"):
        return True
    if before in (",", ";"):
        return item_ends and words[min(chunk.tail, len(words) - 1)].text in (",", ";")
    return join - first == 1 and chunk.last - join - 1 <= _AND_RIGHT
