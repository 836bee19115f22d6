"""One walk over the tree of a page, from elements to drafts."""

from __future__ import annotations

from typing import Any, Final

from extractor.cleaning.article import BlockKind
from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.normalise import one_line
from extractor.cleaning.page.hints import BIT, TAG_BITS, hint_bits

SKIPPED: Final = frozenset(
    "script style template noscript head svg iframe object embed applet canvas audio video select option datalist"
    " textarea input map area meta link title param source track colgroup col img base".split()
)
BLOCK: Final = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th thead"
    " tr ul caption optgroup frameset noframes hr search".split()
)
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
BOLD: Final = frozenset(("b", "strong"))
# What cannot stand in the cell of a data table: a table with one of these only lays out the page.
_LAYOUT: Final = ("table", "h1", "h2", "h3", "form", "article", "section", "nav")
MAX_DEPTH: Final = 240  # elements below are read as if they stood here: Python's own stack is bounded
LONG_CELL: Final = 900  # characters; a row longer than this is no row of data


class Walker:
    """Collects the drafts of one page; used once."""

    def __init__(self) -> None:
        self.root = Node("html", None, 1, 0)
        self.drafts: list[Draft] = []
        self._buffer: list[str] = []
        self._chars = 0
        self._link_chars = 0
        self._bold_chars = 0
        self._broken = False
        self._row: list[str] | None = None
        self._item_level = 0
        self._item_fresh = False
        self.title_drafts: list[str] = []

    def walk(self, tree: Any) -> list[Draft]:
        """The drafts of the page in reading order."""
        self._inside(tree, self.root, 0)
        self._flush(self.root)
        self.root.end = len(self.drafts)
        return self.drafts

    # The walk is one recursive function: it runs for each element of each page.
    def _inside(self, element: Any, node: Node, depth: int) -> None:
        buffer = self._buffer
        text = element.text
        if text:
            buffer.append(text)
            self._chars += len(text)
        for child in element:
            tag = child.tag
            if tag in BLOCK:
                self._flush(node)
                self._block(child, tag, node, depth)
                self._flush(node)
            elif tag == "br":
                if self._row is None:
                    self._flush(node)
                    self._broken = True
                else:
                    buffer.append(" ")
            elif tag in SKIPPED or tag.__class__ is not str:
                pass
            else:
                self._inline(child, tag, node, depth)
            text = child.tail
            if text:
                buffer.append(text)
                self._chars += len(text)

    def _inline(self, child: Any, tag: str, node: Node, depth: int) -> None:
        if len(child.attrib):
            get = child.get
            style = get("style")
            if get("hidden") is not None or (style and "none" in style and "display:none" in style.replace(" ", "").lower()):
                self._flush(node)
                inner = Node(tag, node, node.children, node.depth + 1, BIT["hidden"], node.all_bits | BIT["hidden"], True)
                inner.start = len(self.drafts)
                self._inside(child, inner, min(depth + 1, MAX_DEPTH))
                self._flush(inner)
                inner.end = len(self.drafts)
                return
        start = self._chars
        if depth < MAX_DEPTH:
            self._inside(child, node, depth + 1)
        else:
            piece = "".join(child.itertext())
            self._buffer.append(piece)
            self._chars += len(piece)
        if tag == "a":
            self._link_chars += max(0, self._chars - start)
        elif tag in BOLD:
            self._bold_chars += max(0, self._chars - start)

    def _block(self, child: Any, tag: str, parent: Node, depth: int) -> None:
        parent.children += 1
        bits = TAG_BITS.get(tag, 0)
        hidden = parent.hidden
        own_class = 0
        attributes = child.attrib
        if len(attributes):
            get = attributes.get
            for name in ("class", "id", "role", "itemprop"):
                value = get(name)
                if value:
                    bits |= hint_bits(value)
                    if name == "class":
                        own_class = hash(value)
            style = get("style")
            if get("hidden") is not None or (style and "none" in style and "display:none" in style.replace(" ", "").lower()):
                hidden = True
                bits |= BIT["hidden"]
        node = Node(tag, parent, parent.children, parent.depth + 1, bits, parent.all_bits | bits, hidden, own_class)
        node.start = len(self.drafts)
        self._fill(child, tag, node, depth)
        self._flush(node)
        node.end = len(self.drafts)

    def _fill(self, child: Any, tag: str, node: Node, depth: int) -> None:
        if depth >= MAX_DEPTH:
            self._too_deep(child, node)
            return
        if tag == "tr" and self._row is None and self._is_data_row(child):
            self._read_row(child, node, depth)
            return
        if tag in ("td", "th") and self._row is not None:
            self._inside(child, node, depth + 1)
            self._close_cell()
            return
        if tag == "li":
            level, fresh = self._item_level, self._item_fresh
            self._item_level, self._item_fresh = level + 1, True
            self._inside(child, node, depth + 1)
            self._flush(node)
            self._item_level, self._item_fresh = level, fresh
            return
        if tag == "pre":
            self._preformatted(child, node)
            return
        self._inside(child, node, depth + 1)

    def _too_deep(self, child: Any, node: Node) -> None:
        for piece in child.itertext():
            self._buffer.append(piece)
            self._flush(node)

    @staticmethod
    def _is_data_row(row: Any) -> bool:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) < 2:
            return False
        if next(row.iterdescendants(*_LAYOUT), None) is not None:
            return False
        return sum(len(piece) for piece in row.itertext()) <= LONG_CELL

    def _read_row(self, row: Any, node: Node, depth: int) -> None:
        self._row = []
        self._link_chars = self._chars = 0
        self._inside(row, node, depth + 1)
        self._close_cell()
        cells = [cell for cell in self._row if cell]
        self._row = None
        text = " | ".join(cells)
        share = min(1.0, self._link_chars / max(1, len(text)))
        self._reset()
        if text:
            self._add(text, "table_row", 0, node, share)

    def _close_cell(self) -> None:
        if self._row is not None and self._buffer:
            text = one_line("".join(self._buffer))
            self._buffer.clear()
            self._row.append(text)

    def _preformatted(self, child: Any, node: Node) -> None:
        whole = "".join(child.itertext())
        lines = [one_line(line) for line in whole.splitlines()]
        text = "\n".join(line for line in lines if line)
        if text:
            self._add(text, "code", 0, node, 0.0)

    def _reset(self) -> None:
        self._buffer.clear()
        self._chars = self._link_chars = self._bold_chars = 0
        self._broken = False

    def _flush(self, node: Node) -> None:
        if not self._buffer:
            if self._row is None:
                self._broken = False
            return
        if self._row is not None:  # a paragraph inside a cell: the cell goes on
            self._buffer.append(" ")
            return
        text = " ".join("".join(self._buffer).split())
        if not text:
            self._reset()
            return
        if not text.isascii():
            text = one_line(text)
        share = min(1.0, self._link_chars / max(1, len(text)))
        bold = self._bold_chars >= len(text) > 0
        broken = self._broken
        self._reset()
        tag = node.tag
        kind: BlockKind = "paragraph"
        level = 0
        if tag in HEADINGS:
            kind, level = "heading", HEADINGS[tag]
        elif self._item_level and self._item_fresh:
            kind, level = "list_item", self._item_level
            self._item_fresh = False
        elif tag == "figcaption" or tag == "caption":
            kind = "caption"
        elif tag == "blockquote" or (tag == "p" and node.parent is not None and node.parent.tag == "blockquote"):
            kind = "quote"
        if text:
            self._add(text, kind, level, node, share, broken, bold)

    def _add(
        self, text: str, kind: BlockKind, level: int, node: Node, share: float, broken: bool = False, bold: bool = False
    ) -> None:
        self.drafts.append(Draft(text, kind, level, node, share, broken, bold))
