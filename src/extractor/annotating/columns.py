"""What draws the columns of a table in plain text: tabs, wide spaces, leaders of dots, values with marks between, a dash behind symbols."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple


class Drawing(NamedTuple):
    """One way to draw columns.

    Attributes:
        sign: without these characters in the text nothing is drawn so.
        between: what stands between two cells of a line.
        edge: what encloses a line and belongs to no cell.
        all_lines: every line must have as many cells, not only most of them.
        refused: a text with this inside is not drawn so.
    """

    sign: str
    between: re.Pattern[str]
    edge: re.Pattern[str] | None = None
    all_lines: bool = False
    refused: re.Pattern[str] | None = None

    def runs(self, others: re.Pattern[str]) -> re.Pattern[str]:
        """The pattern `others` with what is drawn before it, as the groups "between" and "edge"."""
        edge = "" if self.edge is None else f"|(?P<edge>{self.edge.pattern})"
        return re.compile(f"(?P<between>{self.between.pattern}){edge}|{others.pattern}", re.MULTILINE)


# Lines with as many separators that make a table.
LEAST_ROWS = 2
# A line without a number of a register beside a colon ("1234567::Orvane Foods", "ORVANE FOODS:0001234567:").
_UNNUMBERED = r"^(?!.*(?:\d{4}:|:\d{4})|[^\S\n]*$)|://"
# A symbol of a stock exchange or a number of one; lists of years and events look the same.
_SYMBOL = r"(?!(?:19|20)\d\d )[A-Z0-9][A-Z0-9.&/]{0,11}"
_DRAWINGS = (
    Drawing("\t", re.compile(r"(?<=\S)[^\S\n]*\t[^\S\n]*(?=\S)")),
    Drawing(
        '",',
        re.compile(r'"?,"|",(?=[^\s"])'),
        re.compile(r'^[^\S\n]*"|"[^\S\n]*$', re.MULTILINE),
        all_lines=True,
        refused=re.compile(r"^(?![^\S\n]*(?:\"|$))", re.MULTILINE),
    ),
    Drawing(",", re.compile(r'(?<!\d)"?,"?(?=\S)|"?,"?(?=[^\s\d"])'), all_lines=True, refused=re.compile(r"[a-z]\.\s")),
    Drawing(";", re.compile(r'"?;"?(?=\S)'), all_lines=True),
    Drawing(
        ":",
        re.compile(r"(?<=\S)::?(?=\S)"),
        re.compile(r":$", re.MULTILINE),
        all_lines=True,
        refused=re.compile(_UNNUMBERED, re.MULTILINE),
    ),
    Drawing("....", re.compile(r"(?<=\S) *\.{4,} *(?=\S)"), all_lines=True),
    # two spaces behind a full stop are how some write sentences
    Drawing("  ", re.compile(r"(?<=\S) {2,}(?=\S)"), refused=re.compile(r"[.!?,;:]  [A-Z]")),
    Drawing(
        " - ",
        re.compile(r" [-–—] "),
        all_lines=True,
        refused=re.compile(rf"^(?!{_SYMBOL} [-–—] |.*\S [-–—] {_SYMBOL}[^\S\n]*$|[^\S\n]*$)", re.MULTILINE),
    ),
)


def drawing_of(text: str) -> Drawing | None:
    """How the columns of the text are drawn, or None where it is no table."""
    if "\n" not in text:
        return None
    for drawing in _DRAWINGS:
        if drawing.sign in text and not (drawing.refused is not None and drawing.refused.search(text)):
            counts = [sum(1 for _ in drawing.between.finditer(line)) for line in text.split("\n") if line.strip()]
            if _draws_table(counts, drawing):
                return drawing
    return None


def _draws_table(counts: list[int], drawing: Drawing) -> bool:
    """Whether enough lines have the same number of separators inside, given the number of each line."""
    least = LEAST_ROWS if drawing.sign == "\t" else max(LEAST_ROWS, len(counts) // 2 + 1)
    if drawing.all_lines:
        return len(counts) >= least and counts[0] > 0 and len(set(counts)) == 1
    return any(rows >= least for number, rows in Counter(counts).items() if number)
