"""Text of a page, gathered until its block ends: then it is a draft."""

from __future__ import annotations

from typing import Final

from extractor.cleaning.block import BlockKind
from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.normalise import one_line
from extractor.cleaning.page.tags import CODE, HEADINGS

TABLE_HEADING: Final = 4  # level of a table's caption


class Gatherer:
    """Gathers the text of one block after another.

    Attributes:
        pieces: the text of the block that is being read, as the parser tells it.
        link_chars, bold_chars: how many characters of it are links and bold.
        broken: whether it begins behind a line break.
        in_code: whether it is preformatted: its lines count.
    """

    def __init__(self, drafts: list[Draft]) -> None:
        self.pieces: list[str] = []
        self.link_chars = 0
        self.bold_chars = 0
        self.broken = False
        self._drafts = drafts
        self._items: list[
            tuple[Node, bool]
        ] = []  # open items of lists, and whether the one around each had no text yet
        self._item_fresh = False  # whether the innermost item has no text yet
        self._code: Node | None = None

    @property
    def in_code(self) -> bool:
        return self._code is not None

    def begin(self, node: Node) -> None:
        """An element opens that changes what the text in it is: an item of a list, or code."""
        if node.tag == "li":
            self._items.append((node, self._item_fresh))
            self._item_fresh = True
        elif node.tag in CODE and self._code is None:
            self._code = node

    def finish(self, node: Node) -> None:
        """Such an element closes."""
        if self._items and self._items[-1][0] is node:
            self._item_fresh = self._items.pop()[1]
        elif node is self._code:
            self._code = None
            lines = [draft.text for draft in self._drafts[node.start :]]
            if len(lines) > 1:
                self._drafts[node.start :] = [Draft("\n".join(lines), "code", 0, node)]

    def flush(self, node: Node) -> None:
        """Makes the text that has gathered a draft of `node`."""
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces.clear()
        kind: BlockKind = "paragraph"
        level = 0
        tag = node.tag
        if self._code is not None:
            kind = "code"
            text = "\n".join(filter(None, map(one_line, text.splitlines())))
        else:
            text = " ".join(text.split())
            if not text.isascii():
                text = one_line(text)
            if tag in HEADINGS:
                kind, level = "heading", HEADINGS[tag]
            elif self._items and self._item_fresh:
                kind, level = "list_item", len(self._items)
                self._item_fresh = not text
            else:
                kind, level = _kind_of(node)
        size = len(text)
        share = min(1.0, self.link_chars / size) if self.link_chars and size else 0.0
        if text:
            self._drafts.append(Draft(text, kind, level, node, share, self.broken, self.bold_chars >= size))
        self.link_chars = self.bold_chars = 0
        self.broken = False


def _kind_of(node: Node) -> tuple[BlockKind, int]:
    """The kind and level of a block that is no heading and does not open an item of a list, by its element and the one around."""
    tag = node.tag
    around = node.parent.tag if node.parent is not None else ""
    if around in HEADINGS:
        return "heading", HEADINGS[around]
    if tag == "caption":  # of a table: it heads the rows and often has their year and unit
        return "heading", TABLE_HEADING
    if tag == "figcaption":
        return "caption", 0
    if tag == "blockquote" or (tag == "p" and around == "blockquote"):
        return "quote", 0
    return "paragraph", 0
