"""Cells that are safe to open in a spreadsheet and to print."""

from __future__ import annotations

from typing import Any

# A spreadsheet runs a cell that begins so as a formula, also after the full-width forms are folded.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Control characters, line ends included: a cell is one line, and no terminal is steered by it.
_CONTROLS = dict.fromkeys((*range(32), 127, *range(128, 160), 8232, 8233), " ")


def safe_cell(value: Any) -> Any:
    """A text cell that no spreadsheet takes for a formula; other values as they are.

    >>> safe_cell('=HYPERLINK("http://kelp.example")'), safe_cell("  @sum"), safe_cell("Kelp & Co."), safe_cell(7)
    ('\\'=HYPERLINK("http://kelp.example")', "'  @sum", 'Kelp & Co.', 7)
    """
    if not isinstance(value, str):
        return value
    if value.isascii() and value.isprintable() and value[:1].isalnum():
        return value
    text = value.translate(_CONTROLS)
    return "'" + text if value.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS) else text
