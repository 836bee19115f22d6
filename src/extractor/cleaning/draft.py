"""Drafts: the blocks of a document before any of them has a role."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.cleaning.article import BlockKind


@dataclass(slots=True, eq=False)
class Node:
    """A block-level element of a page: what holds blocks. A flat text has one.

    `bits` are the hints of the element itself, `all_bits` those of its ancestors too, `own_class` a number for
    its class. The blocks it holds are those from `start` up to `end`. `score` is the prose of its paragraphs.
    """

    tag: str
    parent: Node | None
    number: int
    depth: int
    bits: int = 0
    all_bits: int = 0
    hidden: bool = False
    own_class: int = 0
    start: int = 0
    end: int = 0
    children: int = 0
    score: float = 0.0
    main_level: int = -1  # levels from the main container up to the one this hangs on; -1 while not known
    main_steps: int = 0  # steps from this element up to that one
    branch: Node | None = None  # the child of that one above this element

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
