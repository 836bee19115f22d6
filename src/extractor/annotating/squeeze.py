"""White space squeezed out of a plain text that has not been cleaned, with the way back to its own offsets."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.annotating.columns import drawing_of
from extractor.annotating.wrapping import is_wrapped

# Spaces of every width, tabs, line ends, and characters that print nothing.
_ODD = re.compile(r"[^\S\n ]|[\u00ad\u200b-\u200f\u2060\ufeff]|  |\n| $")
# Runs that are more than one space: all that may have to change. The first class leads the search.
_RUN = re.compile(
    r"[\s\u00ad\u200b-\u200f\u2060\ufeff](?:(?<! )[\s\u00ad\u200b-\u200f\u2060\ufeff]*"
    r"|[\s\u00ad\u200b-\u200f\u2060\ufeff]+|$)"
)
_PARAGRAPHS = "\n\n"  # between two paragraphs
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
# A line of this length that does not end a sentence goes on in the next (texts are wrapped at 60-80 columns).
_WRAPPED_LINE = 60
_LINE_END = frozenset(".!?:;")
# A number at the end of a line goes on with its scale or currency, and a currency with its number and scale.
_SCALE_NAMES = r"(?:[Mm]illion|[Bb]illion|[Tt]rillion|[Cc]rore|[Ll]akh|MILLION|BILLION|Mn|Bn|Tn|Cr)\b"
_SCALE = re.compile(rf"{_SCALE_NAMES}|(?:USD|EUR|GBP|INR)\b")
_SCALED = re.compile(rf"\d[\d.,]* ?{_SCALE_NAMES}")
_ENDS_CURRENCY = re.compile(r"(?:\b[A-Z]{3}|[$€£₹])\Z")
_LONGEST_CURRENCY = 4  # characters of a code, and one before it


class Squeezed:
    """`text` with single spaces, and `origin` from its offsets to those of the text it came from."""

    def __init__(self, original: str) -> None:
        self.original = original
        self._starts = [0]  # offsets into the squeezed text at which a piece starts ...
        self._shifts = [0]  # ... and what to add to an offset in that piece
        self.text = original if _ODD.search(original) is None else self._squeeze(original)

    def origin(self, offset: int) -> int:
        """The offset into the original text of a character of the squeezed one."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the squeezed text as a span of the original."""
        return self.origin(start), self.origin(end - 1) + 1

    def _squeeze(self, text: str) -> str:
        drawing = drawing_of(text)
        pieces: list[str] = []
        length = 0
        done = 0
        for run in (_RUN if drawing is None else drawing.runs(_RUN)).finditer(text):
            start, end = run.span()
            spaces = run.group()
            if spaces == _PARAGRAPHS and drawing is None:
                continue  # as it should be: most breaks are
            if run.lastgroup is not None:
                kept = CELLS if run.lastgroup == "between" else ""
            else:
                kept = _replacement(text, start, end, spaces)
            if kept == spaces:
                continue
            pieces += (text[done:start], kept)
            length += start - done + len(kept)
            done = end
            self._starts.append(length)
            self._shifts.append(done - length)
        if not pieces:
            return text
        pieces.append(text[done:])
        return "".join(pieces)


# Cells of a table that tabs drew are joined as those of any other table.
CELLS = " | "
_COLUMNS = re.compile(r"\S   +\S")
# A line that starts on a label is no rest of the line before ("Utilities: Orvane, Tessel").
_LABELLED = re.compile(r"[A-Z][\w&’'/-]*(?: [\w&’'/-]+){0,3}: ")


def _replacement(text: str, start: int, end: int, run: str) -> str:
    if all(char in _INVISIBLE for char in run):
        return ""
    breaks = run.count("\n") or run.count("\r")
    if not breaks:
        return " "
    if breaks > 1:
        return _PARAGRAPHS
    return " " if _goes_on(text, start, end) else "\n"


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the line that ends at `start` is wrapped, and so goes on at `end`."""
    if start == 0 or end >= len(text) or text[start - 1] in _LINE_END:
        return False
    if text[end].islower() or (text[start - 1].isdigit() and _SCALE.match(text, end)):
        return True
    if _ENDS_CURRENCY.search(text[max(0, start - _LONGEST_CURRENCY) : start]) and _SCALED.match(text, end):
        return True
    line_start = text.rfind("\n", 0, start) + 1
    if start - line_start < _WRAPPED_LINE or not text[end].isalnum():
        return False
    if _LABELLED.match(text, end) and _LABELLED.match(text, line_start):
        return False
    return _COLUMNS.search(text, line_start, start) is None and is_wrapped(text, start, end)
