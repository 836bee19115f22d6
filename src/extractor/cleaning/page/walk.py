"""One walk over the tree of a page, from elements to drafts."""

from __future__ import annotations

from typing import Any, Final

from extractor.cleaning.article import BlockKind
from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.normalise import one_line
from extractor.cleaning.page.hints import BIT, HINT_CACHE, TAG_BITS, hint_bits

SKIPPED: Final = frozenset(
    "script style template noscript head svg iframe object embed applet canvas audio video select option datalist"
    " textarea input map area meta link title param source track colgroup col img base".split()
)
_WITH_TEXT: Final = ("script", "style", "template", "noscript", "svg", "select", "textarea", "option", "iframe", "object", "canvas", "audio", "video", "title")
BLOCK: Final = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th thead"
    " tr ul caption optgroup frameset noframes hr search".split()
)
TABLE_HEADING = 4  # level of a table's caption
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
BOLD: Final = frozenset(("b", "strong"))
# What cannot stand in the cell of a data table: a table with one of these only lays out the page.
_LAYOUT: Final = ("table", "h1", "h2", "h3", "form", "article", "section", "nav")
HINTING: Final = frozenset(("class", "id", "role", "itemprop"))  # attributes whose words tell what an element holds
HIDDEN_BIT: Final = BIT["hidden"]
MAX_DEPTH: Final = 240  # elements below are read as if they stood here: Python's own stack is bounded
LONG_CELL: Final = 900  # characters; a row longer than this is no row of data
MENU_TAGS: Final = frozenset(("nav", "footer"))
MENU_ROLES: Final = frozenset(("navigation", "contentinfo"))
MENU_BITS: Final = BIT["nav"] | BIT["footer"] | BIT["header"] | BIT["breadcrumb"] | BIT["pager"]
_MENU_HOLDERS: Final = frozenset(("div", "ul", "ol", "header", "section"))
_NO_MENU: Final = ("h1", "article", "p", "main", "table")
_NO_LINKS: Final = (*_NO_MENU, "h2", "h3", "h4", "blockquote", "pre", "form")
LINKED: Final = 0.8  # share of the characters of an element that are links, from which its class is believed
MENU_WORDS: Final = 500  # a menu of more words than this is walked like anything else
MENU_MARK: Final = " · "  # between the texts of a menu that is read as one block


class Walker:
    """Collects the drafts of one page; used once.

    Args:
        noscript: whether to read what only a reader without scripts sees.
    """

    def __init__(self, *, noscript: bool = False) -> None:
        self._skipped = SKIPPED - {"noscript"} if noscript else SKIPPED
        self.root = Node("html", None, 1)
        self.drafts: list[Draft] = []
        self._buffer: list[str] = []
        self._links = 0  # links and bold elements that are open here
        self._bolds = 0
        self._link_chars = 0
        self._bold_chars = 0
        self._broken = False
        self._row: list[str] | None = None
        self._item_level = 0
        self._item_fresh = False

    def walk(self, tree: Any) -> list[Draft]:
        """The drafts of the page in reading order."""
        self._inside(tree, self.root, 0)
        self._flush(self.root)
        self.root.end = len(self.drafts)
        return self.drafts

    def _text(self, text: str) -> None:
        if not self._buffer and text.isspace():
            return
        self._buffer.append(text)
        if self._links:
            self._link_chars += len(text)
        if self._bolds:
            self._bold_chars += len(text)

    # One recursive function: it runs for each element of each page, so it calls as little as it can.
    def _inside(self, element: Any, node: Node, depth: int) -> None:
        buffer = self._buffer
        text = element.text
        if text and (buffer or not text.isspace()):
            self._text(text)
        for child in element:
            tag = child.tag
            if tag in BLOCK:
                if buffer:
                    self._flush(node)
                self._block(child, tag, node, depth)
                if buffer:
                    self._flush(node)
            elif tag == "br":
                if self._row is not None:
                    buffer.append(" ")
                else:
                    if buffer:
                        self._flush(node)
                    self._broken = True
            elif tag in self._skipped:
                if tag == "template" and child.get("shadowrootmode"):  # a browser shows it as part of its parent
                    self._inline(child, tag, node, depth)
            elif tag.__class__ is str:
                self._inline(child, tag, node, depth)
            text = child.tail
            if text and (buffer or not text.isspace()):
                self._text(text)

    def _inline(self, child: Any, tag: str, node: Node, depth: int) -> None:
        for name, value in child.items():
            if (name == "style" and "none" in value and _displays_none(value)) or name == "hidden":
                self._hidden(child, tag, node, depth)
                return
        if depth >= MAX_DEPTH:
            self._text("".join(child.itertext()))
        elif tag == "a":
            self._links += 1
            self._inside(child, node, depth + 1)
            self._links -= 1
        elif tag in BOLD:
            self._bolds += 1
            self._inside(child, node, depth + 1)
            self._bolds -= 1
        else:
            self._inside(child, node, depth + 1)

    def _hidden(self, child: Any, tag: str, node: Node, depth: int) -> None:
        self._flush(node)
        inner = Node(tag, node, node.children, BIT["hidden"], True)
        inner.start = len(self.drafts)
        self._inside(child, inner, min(depth + 1, MAX_DEPTH))
        self._flush(inner)
        inner.end = len(self.drafts)

    def _block(self, child: Any, tag: str, parent: Node, depth: int) -> None:
        parent.children += 1
        bits = TAG_BITS.get(tag, 0)
        hidden = parent.hidden
        own_class = 0
        role = None
        for name, value in child.items():
            if name in HINTING:
                known = HINT_CACHE.get(value)
                bits |= hint_bits(value) if known is None else known
                if name == "class":
                    own_class = hash(value)
                elif name == "role":
                    role = value
            elif (name == "style" and "none" in value and _displays_none(value)) or name == "hidden":
                hidden = True
                bits |= HIDDEN_BIT
        node = Node(tag, parent, parent.children, bits, hidden, own_class)
        node.start = len(self.drafts)
        if depth >= MAX_DEPTH:
            self._too_deep(child, node)
        elif self._is_menu(child, tag, role, node):
            pass
        elif tag == "tr":
            self._table_row(child, node, depth)
        elif self._row is not None and (tag == "td" or tag == "th"):
            self._inside(child, node, depth + 1)
            self._close_cell()
        elif tag == "li":
            level, fresh = self._item_level, self._item_fresh
            self._item_level, self._item_fresh = level + 1, True
            self._inside(child, node, depth + 1)
            if self._buffer:
                self._flush(node)
            self._item_level, self._item_fresh = level, fresh
        elif tag == "pre":
            self._preformatted(child, node)
        else:
            self._inside(child, node, depth + 1)
            if self._buffer:
                self._flush(node)
        node.end = len(self.drafts)

    def _is_menu(self, child: Any, tag: str, role: str | None, node: Node) -> bool:
        """Whether an element is a menu or the foot of the page; one that is has been read as one block."""
        if tag in MENU_TAGS or role in MENU_ROLES:
            return self._menu(child, node, _NO_MENU)
        return bool(node.bits & MENU_BITS) and tag in _MENU_HOLDERS and self._menu(child, node, _NO_LINKS)

    def _menu(self, child: Any, node: Node, without: tuple[str, ...]) -> bool:
        """Reads an element as one block unless it holds an article's prose or heading.

        Args:
            child: the element.
            node: its node.
            without: elements that no menu holds. What only a class calls a menu must be links, too.
        """
        if node.parent is not None and node.parent.all_bits & BIT["content"] and node.tag == "footer":
            return False
        if next(child.iterdescendants(*without), None) is not None:
            return False
        texts = [text for text in (" ".join(piece.split()) for piece in _seen(child)) if text]
        if " ".join(texts).count(" ") >= MENU_WORDS:
            return False
        if without is _NO_LINKS and not _are_links(child, texts):
            return False
        self._add(one_line(MENU_MARK.join(texts)), "paragraph", 0, node, 1.0)
        return True

    def _too_deep(self, child: Any, node: Node) -> None:
        for piece in child.itertext():
            self._buffer.append(piece)
            self._flush(node)

    def _table_row(self, row: Any, node: Node, depth: int) -> None:
        if self._row is not None or not _is_data_row(row):
            self._inside(row, node, depth + 1)
            if self._buffer:
                self._flush(node)
            return
        self._reset()
        self._row = []
        self._inside(row, node, depth + 1)
        self._close_cell()
        text = " | ".join(cell for cell in self._row if cell)
        self._row = None
        share = min(1.0, self._link_chars / max(1, len(text)))
        self._reset()
        self._add(text, "table_row", 0, node, share)

    def _close_cell(self) -> None:
        if self._row is not None and self._buffer:
            self._row.append(one_line("".join(self._buffer)))
            self._buffer.clear()

    def _preformatted(self, child: Any, node: Node) -> None:
        lines = [one_line(line) for line in "".join(child.itertext()).splitlines()]
        text = "\n".join(line for line in lines if line)
        self._add(text, "code", 0, node, 0.0)

    def _reset(self) -> None:
        self._buffer.clear()
        self._link_chars = self._bold_chars = 0
        self._broken = False

    def _flush(self, node: Node) -> None:
        buffer = self._buffer
        if not buffer:
            return
        if self._row is not None:  # a paragraph inside a cell: the cell goes on
            buffer.append(" ")
            return
        text = " ".join("".join(buffer).split())
        if not text.isascii():
            text = one_line(text)
        size = len(text)
        share = min(1.0, self._link_chars / size) if self._link_chars and size else 0.0
        bold = self._bold_chars >= size > 0
        broken = self._broken
        buffer.clear()
        self._link_chars = self._bold_chars = 0
        self._broken = False
        if not text:
            return
        tag = node.tag
        kind: BlockKind = "paragraph"
        level = 0
        if tag in HEADINGS:
            kind, level = "heading", HEADINGS[tag]
        elif self._item_level and self._item_fresh:
            kind, level = "list_item", self._item_level
            self._item_fresh = False
        elif node.parent is not None and node.parent.tag in HEADINGS:
            kind, level = "heading", HEADINGS[node.parent.tag]
        elif tag == "caption":  # of a table: it heads the rows and often has their year and unit
            kind, level = "heading", TABLE_HEADING
        elif tag == "figcaption":
            kind = "caption"
        elif tag == "blockquote" or (tag == "p" and node.parent is not None and node.parent.tag == "blockquote"):
            kind = "quote"
        self.drafts.append(Draft(text, kind, level, node, share, broken, bold))

    def _add(self, text: str, kind: BlockKind, level: int, node: Node, share: float) -> None:
        if text:
            self.drafts.append(Draft(text, kind, level, node, share))


def _displays_none(style: str) -> bool:
    return "display:none" in style.replace(" ", "").lower()


def _are_links(element: Any, texts: list[str]) -> bool:
    """Whether nearly all that is written in an element is links."""
    chars = sum(map(len, texts))
    linked = sum([len(" ".join("".join(link.itertext()).split())) for link in element.iter("a")])
    return linked >= LINKED * chars


def _is_data_row(row: Any) -> bool:
    if sum(1 for cell in row if cell.tag in ("td", "th")) < 2:
        return False
    if next(row.iterdescendants(*_LAYOUT), None) is not None:
        return False
    return sum(map(len, row.itertext())) <= LONG_CELL


def _seen(element: Any) -> list[str]:
    """The texts below an element that a reader sees."""
    if next(element.iterdescendants(*_WITH_TEXT), None) is None:
        return list(element.itertext())
    texts: list[str] = []
    for below in element.iter():
        if below.tag not in SKIPPED and below.text:
            texts.append(below.text)
        if below.tail and below is not element:
            texts.append(below.tail)
    return texts
