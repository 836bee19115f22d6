"""A block of a document: its text, what it is, where it stood, and the role it was given and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "heading", "list_item", "table_row", "caption", "quote", "code"]
Role = Literal[
    "title",
    "heading",
    "body",
    "list",
    "table",
    "caption",  # kept, but for the title, which has its own field
    "nav",
    "promo",
    "contact",
    "disclaimer",
    "byline",
    "related",
    "comments",
    "consent",
    "share",
    "author_bio",
    "about",
    "signup",
    "toc",
    "language_variant",
    "credit",
    "hidden",
    "widget",
    "duplicate",
    "furniture",
]
KEPT: frozenset[str] = frozenset({"heading", "body", "list", "table", "caption"})


@dataclass(slots=True)
class Block:
    """One block of a document with the role it was given and why.

    `start` and `end` are offsets into `Article.text`; both are -1 for a block that is not in it.
    `source` says where the block stood: a path in the page ("div[3]/p[2]") or a line ("line 12").
    `level` is the depth of a heading (1-6) or of a list item (1 = outermost), 0 elsewhere.
    """

    text: str
    kind: BlockKind = "paragraph"
    role: Role = "body"
    reason: str = ""
    start: int = -1
    end: int = -1
    source: str = ""
    level: int = 0

    @property
    def is_body(self) -> bool:
        """Whether the block is part of `Article.text`."""
        return self.role in KEPT
