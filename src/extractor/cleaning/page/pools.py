"""Rows of one table and items of one list, decided together: a key fact alone reads like a line of a menu."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.draft import Draft, Node

TABLES: Final = frozenset(("table", "dl"))
LISTS: Final = frozenset(("ul", "ol"))
REACH: Final = 6  # levels above a block at which its table or list stands
LIST_PART: Final = 0.5  # of what an item of a list counts that its list says; both settings by folds on the dev pages


def pooled(scores: NDArray[np.float32], drafts: list[Draft]) -> NDArray[np.float32]:
    """The log odds of blocks, with one value for the rows of a table (their median) and nearer ones for the items of a list.

    >>> table, rows = Node("table", None, 1), [Node("tr", None, 1) for _ in range(3)]
    >>> for row in rows: row.parent = table
    >>> drafts = [Draft("Year | 2025", "table_row", 0, row) for row in rows]
    >>> pooled(np.array([-0.5, 3.0, 2.0], np.float32), drafts).tolist()
    [2.0, 2.0, 2.0]
    """
    out = scores.copy()
    for places in _held(drafts, "table_row", TABLES):
        out[places] = np.median(scores[places])
    for places in _held(drafts, "list_item", LISTS):
        out[places] += np.float32(LIST_PART) * (scores[places].mean() - scores[places])
    return out


def _held(drafts: list[Draft], kind: str, tags: frozenset[str]) -> Iterable[list[int]]:
    """The places of the blocks of a kind that stand in one element, where there are several."""
    groups: dict[int, list[int]] = {}
    for place, draft in enumerate(drafts):
        if draft.kind == kind:
            groups.setdefault(_holder(draft.node, tags), []).append(place)
    return [places for places in groups.values() if len(places) > 1]


def _holder(node: Node, tags: frozenset[str]) -> int:
    """The nearest element of these around one, or that itself."""
    at: Node | None = node
    for _ in range(REACH):
        if at is None:
            break
        if at.tag in tags:
            return id(at)
        at = at.parent
    return id(node)
