"""Drafts: the blocks of a document before any of them has a role."""

from __future__ import annotations

from dataclasses import dataclass, field

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

    @property
    def path(self) -> str:
        """Where the element stands: its last three steps, "section[2]/div[3]/p[1]"."""
        steps = []
        node: Node | None = self
        while node is not None and node.parent is not None and len(steps) < 3:
            steps.append(f"{node.tag}[{node.number}]")
            node = node.parent
        return "/".join(reversed(steps))


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
    linked_item: bool = False
    source: str = ""


@dataclass(slots=True)
class Drafts:
    """The drafts of a document and what its markup says of it."""

    blocks: list[Draft]
    root: Node
    issues: list[tuple[str, str]] = field(default_factory=list)
