"""Reading of chunks: where a run of name words starts, what it goes across, and the form and the brackets behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.gazetteer import MOST_WORDS
from extractor.annotating.spelling import capital_tokens
from extractor.annotating.types.companies.chunk import Chunk
from extractor.annotating.types.companies.form_table import ends_item, starts_item
from extractor.annotating.types.companies.words import CLOSED_CLASS, FUNCTION_WORDS, is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.form_table import Form
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
# Tokens in the bracket of "Acme (M) Sdn. Bhd." or "Acme (Shanghai) Co., Ltd."
_LONGEST_COUNTRY = 3
# "Orvane Company Stores": these go on where a name follows.
_INNER_FORMS = frozenset(["company", "companies", "group", "&"])
_OPEN_FORMS = frozenset(["company", "companies", "group"])
_FORMED_SMALL = frozenset("group holding holdings".split())
_OPENING_MARKS = frozenset(["(", "•", "“", '"'])
_AFTER_BRACKETS = frozenset(["(", "[", "®", "™", "*", "†", "‡"])

# What a word is to a chunk by its letters alone.
OTHER, NAME, STOP = 0, 1, 2


class NameShapes(dict["Word", int]):
    """Whether a word can be part of a name (NAME), ends every name (STOP), or must be looked at; worked out once."""

    def __missing__(self, word: Word) -> int:
        if len(self) > MOST_WORDS:
            self.clear()
        found = self[word] = self._shape(word)
        return found

    @staticmethod
    def _shape(word: Word) -> int:
        text = word.text
        if any(char.isupper() for char in text):
            return OTHER if text.startswith(("http", "www")) or text in ("US$", "A$", "C$") else NAME
        return STOP if word.is_alpha and text.islower() and text not in PARTICLES and text not in WEAK else OTHER


def find_chunks(annotation: Annotation, forms: list[Form], shapes: NameShapes, taken: set[int]) -> list[Chunk]:
    """All chunks of the text in order. Tokens in `taken` (figures) belong to none."""
    return _Reader(annotation, forms, shapes, taken).read_all()


class _Reader:
    """Reads the chunks of one annotation."""

    def __init__(self, annotation: Annotation, forms: list[Form], shapes: NameShapes, taken: set[int]) -> None:
        self.annotation = annotation
        self.words = annotation.words
        self.count = len(annotation.words)
        self.form_at = {form.first: form for form in forms}
        self.shapes = shapes
        self.taken = taken
        self.chunks: list[Chunk] = []

    def read_all(self) -> list[Chunk]:
        """The chunks from left to right, none inside another."""
        free = 0
        for start in self._starts():
            if start >= free:
                free = max(self._read_at(start), start + 1)
        return self.chunks

    def _starts(self) -> list[int]:
        """Tokens that a chunk may start at: capitals, forms, and figures glued to a capital ("3M", "7-Eleven")."""
        words = self.words
        found = capital_tokens(self.annotation)
        more = [number - 1 for number in found if number and words[number - 1].is_digit]
        more += [number - 2 for number in found if number > 1 and words[number - 1].text in HYPHENS and words[number - 2].is_digit]
        return sorted({*found, *more, *self.form_at})

    def _is_name(self, token: int) -> bool:
        return token < self.count and self.shapes[self.words[token]] == NAME

    def _is_formed(self, token: int) -> bool:
        """Whether a comma and a form that is nothing else follow the word ("View, Inc.")."""
        form = self.form_at.get(token + 2)
        return form is not None and form.strong and form.position == "suffix" and self.words[token + 1].text == "," and self.words[token].is_capitalized

    def _read_at(self, number: int) -> int:
        """Reads the chunk at the token, if one is there; the token from which on to look for the next."""
        word = self.words[number]
        form = self.form_at.get(number)
        if form is None and word.lower in CLOSED_CLASS and not (self._is_name(number + 1) or self._is_initial(number) or self._is_formed(number)):
            return number + 1  # "The", "In" before a word in small letters
        if form is not None and form.position == "suffix" and not form.strong and (form.edge or self.words[form.last - 1].is_upper):
            form = None  # initials that are a form behind a name ("Sony, LG and Hisense")
        goes_on = form is not None and self._is_name(form.last)
        if form is not None and goes_on and not form.strong and form.position == "suffix" and form.last - number == 1:
            form = None  # "LG Energy Solution": initials that are a form elsewhere
        if form is not None and form.position == "suffix" and not (goes_on and word.lower in _OPEN_FORMS):
            small = self._small_name(form)
            if small is not None:
                self.chunks.append(small)
            return form.last
        starts_figure = word.is_digit and number + 1 < self.count and not self.annotation.has_space_before(number + 1) and self._glues(number)
        if not starts_figure and (number in self.taken or self.shapes[word] != NAME):
            return number + 1
        prefix = form if form is not None and goes_on and form.position in ("prefix", "both") else None
        chunk = self._read(prefix.last if prefix is not None else self._with_small_head(number))
        chunk.start_at(chunk.first, prefix)
        self.chunks.append(chunk)
        return self._behind(chunk)

    def _behind(self, chunk: Chunk) -> int:
        """Token from which on to look for the next chunk: brackets belong to this one unless a firm stands in them."""
        for first, last in chunk.brackets:
            if any(token in self.form_at and self.form_at[token].strong for token in range(first, last)):
                chunk.brackets = []
                return chunk.end
        return chunk.tail if chunk.brackets else chunk.end

    def _is_initial(self, number: int) -> bool:
        """Whether the token is an initial with its full stop before a name or another initial ("A. O. Smith")."""
        words = self.words
        if len(words[number].text) != 1 or number + 2 >= self.count or words[number + 1].text != "." or self.annotation.has_space_before(number + 1):
            return False
        return self._is_name(number + 2)

    def _small_name(self, form: Form) -> Chunk | None:
        """A name in small letters directly before a form that is in capitals or mixed letters ("thyssenkrupp AG")."""
        words = self.words
        first = form.first - 1
        if first < 0 or not form.strong or words[form.first].text.islower() or first in self.taken or (self.chunks and self.chunks[-1].end > first):
            return None
        if words[first].lower in _FORMED_SMALL and first:
            first -= 1
        word = words[first]
        is_figured = word.has_digit and not word.text.replace(",", "").replace(".", "").isdigit() and word.norm == word.lower  # "1&1 AG"
        if not is_figured and (not word.is_alpha or not word.text.islower() or len(word.text) < 3 or word.lower in FUNCTION_WORDS or word.lower in _NO_SMALL_NAME):
            return None
        if first and words[first - 1].text in HYPHENS:
            return None
        chunk = Chunk(first, form.first, form.last, form.last, form)
        self._read_brackets(chunk)
        return chunk

    def _with_small_head(self, number: int) -> int:
        """The token before, where a brand in small letters stands before "Holding" at the head of an item ("ipet Holdings, Inc.")."""
        words = self.words
        if words[number].lower not in _FORMED_SMALL or number < 1 or (self.chunks and self.chunks[-1].end >= number):
            return number
        before = words[number - 1]
        if before.has_digit and not before.is_digit and before.norm == before.lower:
            return number - 1 if starts_item(words, number - 1) else number  # "3i Group"
        is_brand = before.is_alpha and before.text.islower() and len(before.text) > 2 and not is_common(before.text) and before.lower not in FUNCTION_WORDS
        return number - 1 if is_brand and starts_item(words, number - 1) else number

    def _glues(self, number: int) -> bool:
        """Whether a figure starts a name: a capitalised part is glued to it, with or without a hyphen."""
        words, annotation = self.words, self.annotation
        if number and not annotation.has_space_before(number) and words[number - 1].text not in _OPENING_MARKS:
            return False
        if self._is_name(number + 1):
            return number + 2 >= self.count or annotation.has_space_before(number + 2) or words[number + 2].is_punct
        if words[number + 1].text not in HYPHENS or not self._is_name(number + 2):
            return False
        return len(words[number + 2].text) > LONGEST_GLUED and not annotation.has_space_before(number + 2)

    def _read(self, first: int) -> Chunk:
        """The chunk whose name starts at `first`."""
        words, form_at, taken, shapes = self.words, self.form_at, self.taken, self.shapes
        joins: list[int] = []
        number = first + 1
        limit = min(self.count, first + 2 * LONGEST_NAME)
        stopped = False
        while number < limit:
            form = form_at.get(number)
            if form is not None and form.position != "prefix" and (not form.edge or self._is_item(first, number)):
                if not self._is_inner(number, form):
                    break
                number = form.last
                continue
            if number in taken:
                break
            shape = shapes[words[number]]
            if shape == NAME:
                number += 1
                continue
            stopped = shape == STOP
            if stopped:
                break
            following = self._across(first, number, joins)
            if following == number:
                break
            number = following
        last = number
        while last > first + 1 and (words[last - 1].is_space or words[last - 1].lower in PARTICLES or words[last - 1].text in HYPHENS):
            last -= 1
        chunk = Chunk(first, last, last, last, joins=[join for join in joins if join < last - 1])
        if not stopped:
            self._read_behind(chunk)
        return chunk

    def _is_item(self, first: int, last: int) -> bool:
        """Whether a name from `first` to `last` with a form of doubt behind it is all that an item holds."""
        names = [word for word in self.words[first:last] if not word.is_punct]
        return starts_item(self.words, first) and not all(is_common(word.lower) for word in names) and all(word.is_capitalized or word.lower in PARTICLES for word in names)

    def _is_inner(self, number: int, form: Form) -> bool:
        """Whether a form inside a run of names does not end it ("LG SE Asia", "Orvane Company Stores")."""
        if not self._is_name(form.last):
            return False
        if not form.strong and form.last - number == 1:
            return True
        return self.words[number].lower in _INNER_FORMS and not self.words[form.last - 1].text.endswith(".")

    def _across(self, first: int, number: int, joins: list[int]) -> int:
        """The token behind one that a name may go across, or `number` itself when the name ends there."""
        words, annotation = self.words, self.annotation
        word = words[number]
        after = number + 1
        if after >= self.count:
            return number
        follows_name = self._is_name(after)
        if word.is_space:
            return after if follows_name and "\n\n" not in word.text and ("\n" not in word.text or self._is_wrapped(number)) else number
        glued = not annotation.has_space_before(number)
        if glued and word.text in HYPHENS and not annotation.has_space_before(after):
            is_word = words[after].text.islower() and len(words[after].text) > LONGEST_GLUED
            return number if is_word else after + 1
        if word.lower in PARTICLES and (follows_name or words[after].lower in PARTICLES) and after not in self.taken:
            return after
        if glued and follows_name and self._is_inner_mark(first, number):
            return after
        if glued and word.text == "." and words[after].lower in PARTICLES and len(words[number - 1].text) == 1 and words[number - 1].is_upper and self._is_name(after + 1):
            return after + 1  # "E. & J. Gallo"
        if word.lower in ("'s", "’s") and after in self.form_at and self.form_at[after].strong:
            return after  # "Lowe's Cos."
        if word.lower in WEAK and follows_name and after not in self.form_at and words[after].lower not in FUNCTION_WORDS:
            joins.append(number)
            return after
        return number

    def _is_inner_mark(self, first: int, number: int) -> bool:
        """Whether a mark glued to both sides is a name's own ("Yum!Brands", "L'Oréal", "J.P", "Bolt.Earth")."""
        words = self.words
        text = words[number].text
        if text in ("!", "'", "’"):
            return True
        if text != ".":
            return False
        before = words[number - 1]
        if len(before.text) == 1 and before.is_upper and number - first < 5:
            return True
        # "Bolt.Earth" in a list; else a full stop without its space
        in_list = first > 0 and words[first - 1].lower in (",", "and")
        return in_list and number - 1 == first and not self.annotation.has_space_before(number + 1)

    def _is_wrapped(self, space: int) -> bool:
        """Whether the line break at token `space` only wraps a long line."""
        end = self.annotation.starts[space]
        start = self.annotation.text.rfind("\n", 0, end) + 1
        return end - start >= WRAPPED_LINE and "|" not in self.annotation.text[start:end]  # rows of tables do not wrap

    def _read_behind(self, chunk: Chunk) -> None:
        """The legal form behind the name, across a comma or a country in brackets, and the brackets behind it."""
        words, form_at = self.words, self.form_at
        last = chunk.last
        inner = self._country_bracket(last)
        at = inner or last
        while at < self.count and at not in form_at and at - last < 3 and (words[at].text == "," or (words[at].is_space and "\n\n" not in words[at].text)):
            at += 1
        form = form_at.get(at)
        if form is not None and form.edge and not self._is_item(chunk.first, last):
            form = None
        if form is not None and at > (inner or last) and form.position == "both" and self._is_name(form.last):
            form = None  # "Tessel, OOO Romashka"
        if form is not None and form.position != "prefix" and (at in (last, inner) or form.strong or self._closes_item(form)):
            chunk.form = form
            chunk.end = chunk.tail = form.last
        self._read_brackets(chunk)

    def _closes_item(self, form: Form) -> bool:
        """Whether an item ends for certain behind a doubtful form that stands behind a comma ("Medline Industries, LP;")."""
        if form.last >= self.count:
            return True
        after = self.words[form.last]
        return after.text in (";", "|") or (after.is_space and "\n" in after.text)

    def _country_bracket(self, at: int) -> int | None:
        """Token behind a bracket that stands between the name and its form, or None."""
        words, form_at = self.words, self.form_at
        if at >= self.count or words[at].text != "(":
            return None
        for close in range(at + 2, min(at + _LONGEST_COUNTRY + 2, self.count)):
            if words[close].text == ")":
                after = close + 1
                if after < self.count and (words[after].text == "," or words[after].text == "\n"):
                    after += 1
                is_form = after in form_at and (form_at[after].strong or ends_item(words, form_at[after].last))
                return close + 1 if is_form and words[at + 1].is_capitalized else None
        return None

    def _read_brackets(self, chunk: Chunk) -> None:
        words, count = self.words, self.count
        at = chunk.end
        while at < count and words[at].text in _AFTER_BRACKETS:
            if words[at].text not in "([":
                at += 1
                continue
            close = at + 1
            while close < count and close - at <= LONGEST_BRACKET and words[close].text not in (")", "]"):
                close += 1
            if close >= count or words[close].text not in (")", "]"):
                break
            chunk.brackets.append((at + 1, close))
            at = close + 1
        chunk.tail = at
