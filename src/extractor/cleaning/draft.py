"""Drafts: the blocks of a document before any of them has a role."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.cleaning.block import BlockKind


class Node:
    """A block-level element of a page: what holds blocks. A flat text has one.

    `bits` are the hints of the element itself, `all_bits` those of its ancestors too, `own_class` a number for
    its class. The blocks it holds are those from `start` up to `end`. `score` is the prose of its paragraphs.
    `main_level` is how many levels above the main container it hangs on, -1 while not known; `main_steps` the steps
    from this element up to there; `branch` the child of that one above this element,
    None when that is the element itself: nothing refers to itself, so that a page is freed at once.
    """

    # What few elements change stands on the class: a page has a thousand of them, and each assignment counts.
    start = 0
    end = 0
    children = 0
    score = 0.0
    main_level = -1
    main_steps = 0
    branch: Node | None = None

    def __init__(
        self, tag: str, parent: Node | None, number: int, bits: int = 0, hidden: bool = False, own_class: int = 0
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.number = number
        self.bits = bits
        self.hidden = hidden
        self.own_class = own_class
        if parent is None:
            self.depth = 0
            self.all_bits = bits
        else:
            self.depth = parent.depth + 1
            self.all_bits = parent.all_bits | bits

    @property
    def path(self) -> str:
        """Where the element stands: the last two steps to it, "section[2]/p[1]"."""
        above = self.parent
        return f"{above.tag}[{above.number}]/{self.tag}[{self.number}]" if above is not None else self.tag


@dataclass(slots=True, eq=False)
class Draft:
    """One block as it stood: its text, its kind, and what surrounds it."""

    text: str
    kind: BlockKind
    level: int
    node: Node
    link_share: float = 0.0
    broken: bool = False  # begins after a <br>: the sentence may have begun in the draft before
    bold: bool = False  # all of it is bold: in flattened articles and note platforms that is a heading
