"""Blocks to the article's text: what is kept is joined, and knows its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extractor.cleaning.block import KEPT, Block, Role

_ROLE_OF_KIND: Final[dict[str, Role]] = {
    "heading": "heading",
    "list_item": "list",
    "table_row": "table",
    "caption": "caption",
}


def kept_role(kind: str) -> Role:
    """The role of a kept block by its kind.

    >>> kept_role("list_item"), kept_role("quote")
    ('list', 'body')
    """
    return _ROLE_OF_KIND.get(kind, "body")


def lay_out(blocks: Iterable[Block]) -> str:
    """The text of the kept blocks; sets their `start` and `end`.

    A list item has "- " before it, items of one list and rows of one table follow line by line, and
    everything else is separated by a blank line. `start` and `end` leave the "- " out.
    """
    parts: list[str] = []
    length = 0
    previous: Block | None = None
    for block in blocks:
        if block.role not in KEPT:
            continue
        if previous is not None:
            together = block.kind == previous.kind and block.kind in ("list_item", "table_row")
            mark = "\n" if together else "\n\n"
            parts.append(mark)
            length += len(mark)
        if block.kind == "list_item":
            parts.append("- ")
            length += 2
        text = block.text
        parts.append(text)
        block.start = length
        length += len(text)
        block.end = length
        previous = block
    return "".join(parts)
