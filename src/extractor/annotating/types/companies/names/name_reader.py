"""A name word by word: what it goes across ("of", hyphens, initials), and the form and the brackets behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import HYPHENS
from extractor.annotating.rows import is_row
from extractor.annotating.types.companies.forms.form_table import Form, register_mark, starts_item
from extractor.annotating.types.companies.names.brackets import behind_place, country_bracket, read_brackets
from extractor.annotating.types.companies.names.chunk import Chunk
from extractor.annotating.types.companies.names.shapes import LONGEST_NAME, NAMES, PARTICLES, STOP, WEAK
from extractor.annotating.types.companies.words.vocabulary import FUNCTION_WORDS, company_words
from extractor.annotating.wrapping import is_wrapped
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# "Jio-bp" is a name; "Singapore-listed" is a place and a word.
LONGEST_GLUED = 3
# A line this long was broken by wrapping, not to start the next item.
WRAPPED_LINE = 40
# A word of a name that is cut short with a full stop.
LONGEST_SHORTENED = 5
# "Orvane Company Stores": these go on where a name follows.
_INNER_FORMS = frozenset(["company", "companies", "group", "&"])
# A line with one of these starts on a label or a cell of its own.
_LABEL_MARKS = (":", " - ", " – ", " — ", "|")
# Forms that are no name of an item of their own.
_NO_ITEMS = frozenset(["LP", "L.P.", "LLP", "L.L.P.", "NV", "N.V.", "PLC", "S.A.", "N.A."])

# Behind a form these end the item or the sentence.
_CLOSING = frozenset([";", "|", ".", ")"])
_JOINTS = frozenset(["and", "or", "und", "et", "y", "e"])


class NameReader:
    """Reads names of one annotation.

    Args:
        annotation: the text.
        form_at: its legal forms by their first token.
        kinds: the class of each word, see `shapes`.
        taken: tokens that belong to no name.
    """

    def __init__(self, annotation: Annotation, form_at: dict[int, Form], kinds: bytes, taken: set[int]) -> None:
        self.annotation = annotation
        self.words = annotation.words
        self.count = len(annotation.words)
        self.form_at = form_at
        self.kinds = kinds
        self.taken = taken

    def is_name(self, token: int) -> bool:
        """Whether the token may be a word of a name."""
        return token < self.count and self.kinds[token] in NAMES

    def read(self, first: int) -> Chunk:
        """The chunk whose name starts at `first`."""
        words, form_at, taken, kinds = self.words, self.form_at, self.taken, self.kinds
        joins: list[int] = []
        number = first + 1
        limit = min(self.count, first + 2 * LONGEST_NAME)
        is_stopped = False
        while number < limit:
            form = form_at.get(number)
            if form is not None and form.position != "prefix" and (not form.edge or self._is_item(first, number)):
                if not self._is_inner(number, form):
                    break
                number = form.last
                continue
            if number in taken:
                break
            kind = kinds[number]
            if kind in NAMES:
                number += 1
                continue
            is_stopped = kind == STOP
            if is_stopped:
                break
            following = self._across(first, number, joins)
            if following == number:
                break
            number = following
        last = number
        while last > first + 1 and (
            words[last - 1].is_space or words[last - 1].lower in PARTICLES or words[last - 1].text in HYPHENS
        ):
            last -= 1
        chunk = Chunk(first, last)
        if joins:
            chunk.joins = tuple(join for join in joins if join < last - 1)
        if not is_stopped:
            self._read_behind(chunk)
        return chunk

    def _is_item(self, first: int, last: int) -> bool:
        """Whether a name from `first` to `last` with a form of doubt behind it is all that an item holds."""
        names = [word for word in self.words[first:last] if not word.is_punct]
        return (
            starts_item(self.words, first)
            and not all(is_common(word.lower) for word in names)
            and all(word.is_capitalized or word.lower in PARTICLES for word in names)
        )

    def _is_inner(self, number: int, form: Form) -> bool:
        """Whether a form inside a run of names does not end it ("LG SE Asia", "Orvane Company Stores")."""
        if not self.is_name(form.last):
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
        follows_name = self.is_name(after)
        if word.is_space:
            return (
                after
                if follows_name and "\n\n" not in word.text and ("\n" not in word.text or self._is_wrapped(number))
                else number
            )
        if word.is_digit:
            form = self.form_at.get(after + (words[after].text == ","))
            return (
                after if form is not None and form.strong and form.position == "suffix" else number
            )  # "Tessel 14, LLC"
        is_glued = not annotation.has_space_before(number)
        if is_glued and word.text in HYPHENS and not annotation.has_space_before(after):
            behind = words[after].text  # "Lima-based", not "Q-nomy"
            is_word = behind.islower() and len(behind) > LONGEST_GLUED and is_common(behind)
            return number if is_word else after + 1
        if word.text == "&" and words[after].is_space and "\n\n" not in words[after].text and self.is_name(after + 1):
            return after + 1  # "Owens &" at the end of a line
        if word.lower in PARTICLES and (follows_name or words[after].lower in PARTICLES) and after not in self.taken:
            return after
        if is_glued and follows_name and self._is_inner_mark(first, number):
            return after
        if word.text == "/" and is_glued and follows_name and number - first == 1 and starts_item(words, first):
            if not annotation.has_space_before(after):
                joins.append(number)  # "CULLEN/FROST BANKERS, INC."
                return after
            return number
        if (
            is_glued
            and word.text == "."
            and words[after].lower in PARTICLES
            and len(words[number - 1].text) == 1
            and words[number - 1].is_upper
            and self.is_name(after + 1)
        ):
            return after + 1  # "E. & J. Gallo"
        if (
            is_glued
            and word.text == "."
            and number - first > 1
            and len(words[number - 1].text) <= LONGEST_SHORTENED
            and after in self.form_at
            and self.form_at[after].strong
        ):
            return after  # "Tessel Bros Nig. Ltd"
        if word.lower in ("'s", "’s") and after in self.form_at and self.form_at[after].strong:
            return after  # "Lowe's Cos."
        if (
            word.lower in WEAK
            and follows_name
            and after not in self.form_at
            and words[after].lower not in FUNCTION_WORDS
        ):
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
        """Whether the line break at token `space` only wraps a line: a long one, or where the rest is no name ("Zebra", "Technologies Corp.")."""
        behind = self.form_at.get(space + 2)
        if self.words[space + 1].lower in company_words() and behind is not None and behind.strong:
            return True
        text = self.annotation.text
        end = self.annotation.starts[space]
        start = text.rfind("\n", 0, end) + 1
        if end - start < WRAPPED_LINE or not is_wrapped(text, end, end + 1):
            return False
        following = text[end + 1 : end + 1 + WRAPPED_LINE].partition("\n")[0]
        return not any(mark in following for mark in _LABEL_MARKS)

    def _read_behind(self, chunk: Chunk) -> None:
        """The legal form behind the name, across a comma or a country in brackets, and the brackets behind it."""
        words, form_at = self.words, self.form_at
        last = chunk.last
        inner = country_bracket(words, form_at, last)
        if inner is None and (longer := behind_place(words, form_at, self.is_name, last)) is not None:
            chunk.last = chunk.end = last = longer
        at = inner or last
        while (
            at < self.count
            and at not in form_at
            and at - last < 3
            and (words[at].text == "," or (words[at].is_space and self._may_cross(at)))
        ):
            at += 1
        form = form_at.get(at)
        if form is not None and ((form.edge and not self._is_item(chunk.first, last)) or self._is_label(form)):
            form = None
        if form is not None and at > (inner or last) and form.position == "both" and self.is_name(form.last):
            form = None  # "Tessel, OOO Romashka"
        if (
            form is not None
            and form.position != "prefix"
            and (at in (last, inner) or form.strong or self._closes_item(form))
        ):
            chunk.form = form
            chunk.end = chunk.tail = form.last
        elif chunk.form is None and (mark := register_mark(words, chunk.last)):
            chunk.form = Form(chunk.last, mark, strong=True, position="suffix")
            chunk.end = chunk.tail = mark
        read_brackets(words, chunk)

    def _is_label(self, form: Form) -> bool:
        """Whether the next line starts on a word of forms and a colon ("Company: Orvane" above "Company: Tessel")."""
        opens = self.words[form.first - 1].is_space and "\n" in self.words[form.first - 1].text
        return opens and form.last < self.count and self.words[form.last].text == ":"

    def _may_cross(self, space: int) -> bool:
        """Whether a form behind the space may belong to the name before it: not in the next row of a table."""
        text = self.words[space].text
        return "\n" not in text or ("\n\n" not in text and not is_row(self.annotation, space - 1))

    def _closes_item(self, form: Form) -> bool:
        """Whether an item ends for certain behind a doubtful form that stands behind a comma ("Medline Industries, LP;")."""
        if form.last >= self.count:
            return True
        after = self.words[form.last]
        if after.text == "," and form.last - form.first == 1 and self.words[form.first].text in _NO_ITEMS:
            return True  # "Medline Industries, LP, Molnlycke"
        if self.words[form.first].is_upper and _goes_on(after):
            return True  # "Orvane, SIA will move"
        return after.text in _CLOSING or (after.is_space and "\n" in after.text)


def _goes_on(word: Word) -> bool:
    """Whether the word goes on with the sentence, and with no list."""
    return word.is_alpha and word.text.islower() and word.text not in _JOINTS
