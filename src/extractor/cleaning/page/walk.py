"""One walk over the tags of a page, from markup to drafts.

No tree is built. Text gathers in a buffer until a tag ends its block; the elements that are open are a chain of nodes.
What depends on all that an element holds (is it a menu, is a row one of data) is decided where it closes: the drafts it
left are then put together. Every element costs the same, however deep or broken the page is.
"""

from __future__ import annotations

import re
from typing import Final

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.page.gather import Gatherer
from extractor.cleaning.page.head import Head
from extractor.cleaning.page.hints import TAG_BITS
from extractor.cleaning.page.menus import MENU_BITS, Menus
from extractor.cleaning.page.rows import Rows
from extractor.cleaning.page.tags import (
    ACTION,
    BREAK,
    CELLS,
    CLOSE,
    CLOSES,
    ENDS,
    FINISHED,
    HEADINGS,
    ITEM_STOPS,
    LINK,
    NO_LINKS,
    OPEN,
    OPEN_SPECIAL,
    OPENS,
    PASS,
    SILENT,
    STATED,
    STRONG,
    TABLE,
    TABLE_PARTS,
    TEXTUAL,
    UNLINK,
    VOID,
    WEAK,
)
from extractor.cleaning.page.traits import HIDDEN_BIT, KNOWN, traits_of

# A tag, the text behind it, and its end tag where that follows at once: so ends a fifth of the elements. A quote opens a
# value only behind "=": any other is a slip, and one that is never closed is none.
_TAG: Final = re.compile(r"""<(/?[a-zA-Z][^\s/>]*+)((?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)>([^<]*+)(</\1>)?""")
LONGEST_NOTE: Final = 6  # characters of the number of a note, its brackets and spaces
_NOTE: Final = re.compile(r"\s*(?:(\[\d{1,3}\])|\d{1,3})\s*")
_TO_NOTE: Final = ("#fn", "#foot", "footnote", "#cite", "#ref", "#_ftn", "#note", "#endnote")
MAX_DEPTH: Final = 240  # elements below are read as if they stood here: hints come from the nearest ones


class Walker:
    """Collects the drafts of one page, and what its tags state; used once.

    Args:
        head: where meta, link and time elements and headings go.
    """

    def __init__(self, head: Head) -> None:
        self.root = Node("html", None, 1)
        self.body = Node("body", self.root, 1)
        self.drafts: list[Draft] = []
        self._head = head
        self._text = Gatherer(self.drafts)
        self._hidden: list[tuple[Node, int]] = []  # hidden elements inside a line, and how many of their tag are open
        self._menus = Menus(self.drafts)
        self._rows = Rows(self.drafts)
        self._too_deep: dict[str, int] = {}  # tag -> how many elements below the deepest are open

    # One long loop: it runs for each tag of each page, so it calls as little as it can.
    def walk(self, markup: str) -> list[Draft]:
        """The drafts of the markup in reading order."""
        pieces = _TAG.split(markup)
        rest = iter(pieces)
        node = self.body
        gathered = self._text
        buffer = gathered.pieces
        flush = gathered.flush
        drafts = self.drafts
        hidden = self._hidden
        menus = self._menus
        menus_open = menus.open
        link: Node | None = None  # in what an open link, and the first of the open bold elements, began
        bold: Node | None = None
        bolds = 0
        text = next(rest)
        if text and not text.isspace():
            buffer.append(text)
        for name, attributes, text, ended, tail in zip(rest, rest, rest, rest, rest, strict=True):
            action = ACTION.get(name)
            if action is None:
                name = name.lower()
                action = ACTION.get(name, PASS)
            if action in CLOSES:
                if buffer:
                    flush(node)
                if action == CLOSE and node.tag == name[1:]:
                    if menus_open and menus_open[-1][0] is node:
                        menus.close(node)
                    node.end = len(drafts)
                    node = node.parent or node
                else:
                    node = self._end(node, name[1:])
            elif action in OPENS:
                if buffer:
                    flush(node)
                if node.tag == "p":
                    node = self._close(node, node)
                if action == OPEN_SPECIAL and name in ENDS:
                    node = self._end_before(node, *ENDS[name])
                if ended and action == OPEN and (not text or text.isspace()):
                    node.children += 1
                    ended = None
                elif node.depth < MAX_DEPTH:
                    bits, unseen, own_class, role = KNOWN.get(attributes) or traits_of(attributes)
                    if name in TAG_BITS:
                        bits |= TAG_BITS[name]
                    node.children = number = node.children + 1
                    node = Node(name, node, number, bits, unseen or node.hidden, own_class)
                    node.start = len(drafts)
                    if action == OPEN_SPECIAL:
                        self._begin(node)
                    if bits & MENU_BITS or role is not None:
                        menus.consider(node, role)
                else:
                    self._too_deep[name] = self._too_deep.get(name, 0) + 1
            elif action == PASS:
                pass
            elif action == LINK:
                link = node
                if ended and len(text) <= LONGEST_NOTE and _is_note(attributes, text):
                    text = ""
            elif action == UNLINK:
                link = None
            elif action == BREAK:
                if gathered.in_code:
                    buffer.append("\n")
                else:
                    if buffer:
                        flush(node)
                    gathered.broken = True
            elif action == STRONG:
                if not bolds:
                    bold = node
                bolds += 1
            elif action == WEAK:
                bolds = max(0, bolds - 1)
            elif action == STATED:
                self._state(name, attributes, text)
            elif action == SILENT:
                text = ""
            if action < OPEN:
                if hidden:
                    node = self._inside_hidden(node, name)
                if attributes and ("hidden" in attributes or "none" in attributes) and name[0] != "/":
                    node = self._hide(node, name, attributes)
            if text and (buffer or not text.isspace()):
                buffer.append(text)
                if link is not None:
                    if link.depth > node.depth:  # it was never closed, but what it began in is
                        link = None
                    else:
                        gathered.link_chars += len(text)
                if bolds:
                    if bold is not None and bold.depth > node.depth:
                        bolds = 0
                    else:
                        gathered.bold_chars += len(text)
                if menus_open:
                    menus.add(text, link is not None)
            if ended:
                if action >= OPEN:
                    if buffer:
                        flush(node)
                    node = self._end(node, name)
                elif action == LINK:
                    link = None
                elif action == STRONG:
                    bolds -= 1
                if hidden and action < OPEN:
                    node = self._inside_hidden(node, f"/{name}")
            if tail and (buffer or not tail.isspace()):
                buffer.append(tail)
                if link is not None:
                    gathered.link_chars += len(tail)
                if bolds:
                    gathered.bold_chars += len(tail)
                if menus_open:
                    menus.add(tail, link is not None)
        flush(node)
        self._close(node, self.root)
        return self.drafts

    def _begin(self, node: Node) -> None:
        """What is to be done where an element opens that is not like any other."""
        name = node.tag
        if self._menus.open and name in NO_LINKS:
            self._menus.refuse(name)
        if self._rows.open:
            self._rows.inside(node)
        if name == "tr":
            self._rows.begin(node)
        elif name in TEXTUAL:
            self._text.begin(node)

    def _end_before(self, node: Node, ended: frozenset[str], through: frozenset[str]) -> Node:
        """Closes the outermost of the elements that a new one ends; the search stops at elements it cannot pass."""
        last = None
        above: Node | None = node
        while above is not None:
            if above.tag in ended:
                last = above
            elif above.tag not in through:
                break
            above = above.parent
        return self._close(node, last) if last is not None else node

    def _end(self, node: Node, tag: str) -> Node:
        """Closes the element that an end tag names, if one is open within reach."""
        if node.tag == tag:
            return self._close(node, node)
        if self._too_deep.get(tag):
            self._too_deep[tag] -= 1
            return node
        alike = HEADINGS if tag in HEADINGS else (tag,)
        stops = ITEM_STOPS if tag == "li" else TABLE if tag in TABLE_PARTS else CELLS
        above = node
        while above is not self.body and above.parent is not None:
            if above.tag in alike:
                return self._close(node, above)
            if above.tag in stops:
                break
            above = above.parent
        return node

    def _close(self, node: Node, last: Node) -> Node:
        """Closes `node` and all around it up to `last`; what is around that."""
        while True:
            if node.tag in FINISHED:
                self._finish(node)
            if self._menus.open and self._menus.open[-1][0] is node:
                self._menus.close(node)
            if self._hidden and self._hidden[-1][0] is node:
                self._hidden.pop()
            node.end = len(self.drafts)
            if node is last or node.parent is None:
                return node.parent or node
            node = node.parent

    def _finish(self, node: Node) -> None:
        if node.tag == "tr":
            self._rows.close(node)
        elif node.tag == "h1":
            self._head.headings.append(" ".join(draft.text for draft in self.drafts[node.start :]))
        else:
            self._text.finish(node)

    def _state(self, name: str, attributes: str, text: str) -> None:
        """Keeps what an element states that holds no text of the article, or little."""
        if name == "body":
            if not self.drafts and attributes and self.body.children == 0:
                body = self.body
                body.bits, body.hidden, body.own_class, _ = traits_of(attributes)
                body.all_bits = body.bits
        else:
            self._head.add(name, attributes, text)

    def _hide(self, node: Node, name: str, attributes: str) -> Node:
        """Begins an element that stands inside a line and is hidden, if this is one."""
        if name in VOID or node.depth >= MAX_DEPTH or not traits_of(attributes)[1]:
            return node
        self._text.flush(node)
        inner = Node(name, node, node.children, HIDDEN_BIT, True)
        inner.start = len(self.drafts)
        self._hidden.append((inner, 1))
        return inner

    def _inside_hidden(self, node: Node, name: str) -> Node:
        """Counts the tags of the same name inside a hidden element of a line, and closes it at the last."""
        hidden, count = self._hidden[-1]
        if name == hidden.tag:
            self._hidden[-1] = (hidden, count + 1)
        elif name[1:] == hidden.tag and name[0] == "/":
            if count > 1:
                self._hidden[-1] = (hidden, count - 1)
            else:
                self._text.flush(node)
                return self._close(node, hidden)
        return node


def _is_note(attributes: str, text: str) -> bool:
    """Whether a link is the number of a note, which is no word of the sentence it stands in."""
    number = _NOTE.fullmatch(text)
    return number is not None and (number[1] is not None or any(sign in attributes for sign in _TO_NOTE))
