"""Where chunks start: runs of name words are found by one pattern, and what it cannot decide is read word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.types.companies.forms.form_heads import heads_item, may_head
from extractor.annotating.types.companies.forms.form_table import starts_item
from extractor.annotating.types.companies.letters.short_names import is_initialism
from extractor.annotating.types.companies.names.brackets import read_brackets
from extractor.annotating.types.companies.names.chunk import Chunk
from extractor.annotating.types.companies.names.name_reader import LONGEST_GLUED, NameReader
from extractor.annotating.types.companies.names.numbered import is_figured, with_number
from extractor.annotating.types.companies.names.shapes import (
    FORM,
    FORMED_SMALL,
    FULL_STOP,
    NAMES,
    PARTICLE,
    RUN,
    STARTS,
    TAKEN,
)
from extractor.annotating.types.companies.words.acts import FIRM_VERBS
from extractor.annotating.types.companies.words.vocabulary import CLOSED_CLASS, FUNCTION_WORDS, known_companies
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.companies.forms.form_table import Form
    from extractor.annotating.types.companies.names.shapes import WordClasses

_NO_SMALL_NAME = frozenset(
    "private public joint stock liability non-profit nonprofit unlimited exempt proprietary called named holding "
    "group trust parent insurance bank oil".split()
)
_OPEN_FORMS = frozenset(["company", "companies", "group"])
_QUOTES = frozenset(['"', "“", "«", "„", "”"])
_CLOSING_QUOTES = frozenset(['"', "”", "»", "“"])
# Words that a remark in brackets starts on, in which another firm may be named ("(part of Tessel)").
_REMARKS = frozenset(
    "a an part owned now formerly previously acquired bought backed unit subsidiary via with through".split()
)
_OPENING_MARKS = frozenset(["(", "•", "“", '"'])


def find_chunks(annotation: Annotation, forms: list[Form], classes: WordClasses, taken: set[int]) -> list[Chunk]:
    """All chunks of the text in order, none inside another. Tokens in `taken` (figures) belong to none."""
    kinds = bytes(map(classes.__getitem__, annotation.words))
    marked = bytearray(kinds)
    for token in taken:
        marked[token] = TAKEN[marked[token]]
    for form in forms:
        marked[form.first] = FORM
    return _Scanner(annotation, forms, kinds, bytes(marked), taken).read_all()


# Words in small letters between the head of a name and its form at most.
LONGEST_SMALL = 2


def _goes_on_small(word: Word) -> bool:
    """Whether a word in small letters may be a part of a name: a common one that is no verb of firms."""
    return word.is_alpha and word.text.islower() and is_common(word.text) and word.lower not in FIRM_VERBS


class _Scanner:
    """Reads the chunks of one annotation from left to right."""

    def __init__(self, annotation: Annotation, forms: list[Form], kinds: bytes, marked: bytes, taken: set[int]) -> None:
        self.annotation = annotation
        self.words = annotation.words
        self.marked = marked
        self.taken = taken
        self.form_at = {form.first: form for form in forms}
        self.names = NameReader(annotation, self.form_at, kinds, taken)
        self.chunks: list[Chunk] = []

    def read_all(self) -> list[Chunk]:
        """The chunks in order."""
        marked, chunks, search = self.marked, self.chunks, STARTS.search
        free, size = 0, len(marked)
        while (found := search(marked, free)) is not None:
            first, last = found.span()
            is_run = found.lastindex == RUN
            if is_run and not (last < size and marked[last] == FULL_STOP and self._may_cross_stop(last)):
                chunks.append(Chunk(first, last))
                free = last
            else:
                free = max(self._read_at(first), first + 1)
        return chunks

    def _may_cross_stop(self, token: int) -> bool:
        """Whether the full stop at the token may stand inside a name ("J.P", "Bolt.Earth")."""
        marked = self.marked
        if token + 1 >= len(marked):
            return False
        after = marked[token + 1]
        if after == FORM:
            return True
        if after not in NAMES and after != PARTICLE:
            return False
        starts = self.annotation.starts
        return len(self.words[token - 1].text) == 1 or starts[token + 1] == starts[token] + 1

    def _is_formed(self, token: int) -> bool:
        """Whether a comma and a form that is nothing else follow the word ("View, Inc.")."""
        form = self.form_at.get(token + 2)
        return (
            form is not None
            and form.strong
            and form.position == "suffix"
            and self.words[token + 1].text == ","
            and self.words[token].is_capitalized
        )

    def _read_at(self, number: int) -> int:
        """Reads the chunk at the token, if one is there; the token from which on to look for the next."""
        word, is_name = self.words[number], self.names.is_name
        form = self.form_at.get(number)
        if (
            form is None
            and word.lower in CLOSED_CLASS
            and not (is_name(number + 1) or self._is_initial(number) or self._is_formed(number))
        ):
            return number + 1  # "The", "In" before a word in small letters
        if (
            form is not None
            and (form.strong or form.position == "both")
            and form.last < len(self.words)
            and self.words[form.last].text in _QUOTES
            and is_name(form.last + 1)
        ):
            return self._read_quoted(form)
        if (
            form is not None
            and form.position == "suffix"
            and not form.strong
            and (form.edge or self.words[form.last - 1].is_upper)
        ):
            form = None  # initials that are a form behind a name ("Sony, LG and Hisense")
        goes_on = form is not None and is_name(form.last)
        if form is not None and goes_on and may_head(self.annotation, form):
            return self._read_headed(number, form)
        if form is not None and goes_on and not form.strong and form.position == "suffix" and form.last - number == 1:
            form = None  # "LG Energy Solution": initials that are a form elsewhere
        heads = form is not None and goes_on and heads_item(self.annotation, form)
        if form is not None and form.position == "suffix" and not heads and not (goes_on and word.lower in _OPEN_FORMS):
            small = self._small_name(form)
            if small is not None:
                self.chunks.append(small)
            return form.last
        starts_figure = (
            word.is_digit
            and number + 1 < len(self.words)
            and not self.annotation.has_space_before(number + 1)
            and self._glues(number)
        )
        if not starts_figure and (number in self.taken or not is_name(number)):
            return number + 1
        is_prefix = form is not None and goes_on and (heads or form.position in ("prefix", "both"))
        prefix = form if is_prefix and form is not None else None
        chunk = self.names.read(prefix.last if prefix is not None else self._with_small_head(number))
        chunk.start_at(chunk.first, prefix)
        before = self.words[number - 1] if number else None
        if chunk.form is not None and before is not None and (before.has_digit or before.text in HYPHENS):
            chunk.start_at(with_number(self.annotation, chunk))
        self.chunks.append(chunk)
        return self._behind(chunk)

    def _read_headed(self, number: int, form: Form) -> int:
        """Reads the name that starts on a form at the token `number`: two odd words behind it make it one, else it is a part of the name."""
        chunk = self.names.read(form.last)
        odd = [word for word in self.words[form.last : chunk.last] if word.is_alpha and not is_common(word.lower)]
        if chunk.form is None and len(odd) > 1:
            chunk.start_at(form.last, form)
        else:
            chunk.start_at(number)
        self.chunks.append(chunk)
        return self._behind(chunk)

    def _read_quoted(self, form: Form) -> int:
        """Reads the name in quotation marks behind its form (LLC "Vostok")."""
        chunk = self.names.read(form.last + 1)
        if chunk.form is None and chunk.end < len(self.words) and self.words[chunk.end].text in _CLOSING_QUOTES:
            chunk.end = chunk.tail = chunk.end + 1
        chunk.start_at(chunk.first, form)
        self.chunks.append(chunk)
        return chunk.end

    def _behind(self, chunk: Chunk) -> int:
        """Token from which on to look for the next chunk: brackets belong to this one unless a firm stands in them."""
        for first, last in chunk.brackets:
            if any(
                token in self.form_at and self.form_at[token].strong for token in range(first, last)
            ) or self._holds_firm(chunk, first, last):
                chunk.brackets = ()
                chunk.tail = chunk.end
                return chunk.end
        if any(self.words[first].text in _REMARKS and last - first > 1 for first, last in chunk.brackets):
            return chunk.end  # a firm may be named in the remark
        return chunk.tail if chunk.brackets else chunk.end

    def _holds_firm(self, chunk: Chunk, first: int, last: int) -> bool:
        """Whether the bracket holds a known firm of another name: the owner, not a short name."""
        inside = self.annotation.span_text(first, last)
        if known_companies().get(inside) != "name":
            return False
        name = self.annotation.span_text(chunk.first, chunk.last)
        return not name.lower().startswith(inside.lower()) and not is_initialism(
            inside, name, chunk.form_text(self.annotation)
        )

    def _is_initial(self, number: int) -> bool:
        """Whether the token is an initial with its full stop before a name or another initial ("A. O. Smith")."""
        words = self.words
        if (
            len(words[number].text) != 1
            or number + 2 >= len(words)
            or words[number + 1].text != "."
            or self.annotation.has_space_before(number + 1)
        ):
            return False
        return self.names.is_name(number + 2)

    def _small_name(self, form: Form) -> Chunk | None:
        """A name in small letters directly before a form that is in capitals or mixed letters ("thyssenkrupp AG")."""
        words = self.words
        first = form.first - 1
        if (
            first < 0
            or not form.strong
            or words[form.first].text.islower()
            or first in self.taken
            or (self.chunks and self.chunks[-1].end > first)
        ):
            return None
        if words[first].lower in FORMED_SMALL and first:
            first -= 1
        if words[first].text == "," and first and is_figured(words[first - 1]):
            first -= 1  # "51job, Inc."
        word = words[first]
        if not is_figured(word) and (
            not word.is_alpha
            or not word.text.islower()
            or len(word.text) < 3
            or word.lower in FUNCTION_WORDS
            or word.lower in _NO_SMALL_NAME
        ):
            return None
        if first and words[first - 1].text in HYPHENS:
            return None
        chunk = Chunk(self._head_of_small(first), form.first, form)
        read_brackets(words, chunk)
        return chunk

    def _head_of_small(self, first: int) -> int:
        """The first token of a name that goes on in small letters to the word at `first` ("viZaar industrial imaging AG")."""
        words, at = self.words, first
        while at > first - LONGEST_SMALL and _goes_on_small(words[at]):
            at -= 1
            head = self.chunks[-1] if self.chunks else None
            if head is not None and head.tail == at + 1 and head.form is None and not head.brackets:
                if not starts_item(words, head.start):
                    break
                self.chunks.pop()
                return head.start
        return first

    def _with_small_head(self, number: int) -> int:
        """The token before, where a brand in small letters stands before "Holding" at the head of an item ("ipet Holdings, Inc.")."""
        words = self.words
        if words[number].lower not in FORMED_SMALL or number < 1 or (self.chunks and self.chunks[-1].end >= number):
            return number
        before = words[number - 1]
        is_brand = is_figured(before) or (  # "3i Group"
            before.is_alpha
            and before.text.islower()
            and len(before.text) > 2
            and not is_common(before.text)
            and before.lower not in FUNCTION_WORDS
        )
        return number - 1 if is_brand and starts_item(words, number - 1) else number

    def _glues(self, number: int) -> bool:
        """Whether a figure starts a name: a capitalised part is glued to it, with or without a hyphen."""
        words, annotation, is_name = self.words, self.annotation, self.names.is_name
        if number and not annotation.has_space_before(number) and words[number - 1].text not in _OPENING_MARKS:
            return False
        if is_name(number + 1):
            return number + 2 >= len(words) or annotation.has_space_before(number + 2) or words[number + 2].is_punct
        if words[number + 1].text not in HYPHENS or not is_name(number + 2):
            return False
        return len(words[number + 2].text) > LONGEST_GLUED and not annotation.has_space_before(number + 2)
