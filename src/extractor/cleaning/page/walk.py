"""One walk over the events of a page, from its start and end tags and its texts to drafts.

No tree is needed: a parser tells what it meets, text gathers in a buffer until an element ends its block, and the blocks
that are open are a chain of nodes. What depends on all that an element holds (is it a menu, is a row one of data) is
decided where it ends: the drafts it left are then put together. Every element costs the same, however deep it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    END_OF_PAGE,
    FINISHED,
    LINK,
    NO_LINKS,
    OPEN,
    PASS,
    SKIP,
    SPECIAL,
    STATED,
    STRONG,
    TEXTUAL,
    UNSCRIPTED,
    VOID,
)
from extractor.cleaning.page.traits import HIDDEN_BIT, NO_TRAITS, hides, traits_of

MAX_DEPTH: Final = 240  # blocks below are read as if they stood here: hints come from the nearest ones
LONGEST_NOTE: Final = 6  # characters of the number of a note, its brackets and spaces
_NOTE: Final = re.compile(r"\s*(?:(\[\d{1,3}\])|\d{1,3})\s*")
_TO_NOTE: Final = ("#fn", "#foot", "footnote", "#cite", "#ref", "#_ftn", "#note", "#endnote")
LINKED_DATA: Final = "ld+json"
LARGEST_DATA: Final = 2_000_000  # characters of linked data that are read: more is data, not description
SHADOW: Final = "shadowrootmode"  # a browser shows such a template as part of its parent


class Walker:
    """Collects the drafts of one page, and what its tags state; used once.

    `start`, `end` and `data` are what a parser of lxml calls; every start has its end, and they nest.

    Args:
        head: where meta, link and time elements, headings, titles and linked data go.
        unscripted: whether to read what only a reader without scripts sees.
    """

    def __init__(self, head: Head, *, unscripted: bool) -> None:
        self.root = Node("html", None, 1)
        self.body = Node("body", self.root, 1)
        self.drafts: list[Draft] = []
        self.ended = False  # whether the end of the page was met where a reader sees it: nothing swallowed it
        self.unscripted = 0  # characters that only a reader without scripts sees
        self.head = head
        self._skip_unscripted = not unscripted
        self._node = self.body
        self._depth = 0
        self._too_deep = 0  # blocks below the deepest node that are open
        self._skipped = 0  # depth of the open element that no reader sees, 0 when there is none
        self._kept: list[str] | None = None  # texts of that one that tell something
        self._text = Gatherer(self.drafts)
        self._buffer = self._text.pieces
        self._links = 0  # links and bold elements that are open
        self._bolds = 0
        self._link_at = 0  # place in the buffer at which the text of the link opened last begins, and its attributes
        self._link: Mapping[str, str] = {}
        self._hidden: list[tuple[Node, int]] = []  # hidden elements inside a line, and their depths
        self._stamp = -1  # place in the buffer at which the text of an open time element begins
        self._apart = True  # whether a tag stands before the next text
        self._menus = Menus(self.drafts)
        self._menus_open = self._menus.open
        self._rows = Rows(self.drafts)

    # The three below run for each tag and text of each page, so they call as little as they can.
    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._skipped:
            return
        self._apart = True
        action = ACTION.get(tag, PASS)
        if action:
            if action >= OPEN:
                if self._buffer:
                    self._text.flush(self._node)
                above = self._node
                if above.depth >= MAX_DEPTH:
                    self._too_deep += 1
                    return
                bits, unseen, own_class, role = traits_of(attributes) if attributes else NO_TRAITS
                if tag in TAG_BITS:
                    bits |= TAG_BITS[tag]
                above.children = number = above.children + 1
                self._node = node = Node(tag, above, number, bits, unseen or above.hidden, own_class)
                node.start = len(self.drafts)
                if action == SPECIAL:
                    self._begin(node)
                if bits & MENU_BITS or role is not None:
                    self._menus.consider(node, role)
                return
            if action == LINK:
                self._links += 1
                self._link_at = len(self._buffer)
                self._link = attributes
            elif action == VOID:
                return
            elif action == STRONG:
                self._bolds += 1
            elif action == SKIP:
                self._skip(tag, attributes)
                return
            elif action == BREAK:
                self._break()
                return
            else:
                self._state(tag, attributes)
        if attributes and ("style" in attributes or "hidden" in attributes):
            self._hide(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        depth = self._depth
        self._depth = depth - 1
        if self._skipped:
            if depth == self._skipped:
                self._skip_ends(tag)
            return
        self._apart = True
        action = ACTION.get(tag, PASS)
        if action:
            if action >= OPEN:
                if self._buffer:
                    self._text.flush(self._node)
                if self._too_deep:
                    self._too_deep -= 1
                else:
                    self._close(self._node)
                return
            if action == LINK:
                self._links -= 1
                if len(self._buffer) == self._link_at + 1 and len(self._buffer[-1]) <= LONGEST_NOTE:
                    self._drop_note()
            elif action == STRONG:
                self._bolds -= 1
            elif action == STATED:
                self._stated(tag)
        if self._hidden and self._hidden[-1][1] == depth:
            self._text.flush(self._node)
            self._hidden.pop()
            self._close(self._node)

    def data(self, text: str) -> None:
        """Text, or a part of one: parsers cut it at entities."""
        if self._skipped:
            if self._kept is not None:
                self._kept.append(text)
            return
        buffer = self._buffer
        if buffer or not text.isspace():
            buffer.append(text)
            if self._links:
                self._text.link_chars += len(text)
            if self._bolds:
                self._text.bold_chars += len(text)
            if self._menus_open and not (self._apart and text.isspace()):
                self._menus.add(text, self._links > 0, self._apart)
                self._apart = False

    def close(self) -> list[Draft]:
        """The page ends: its drafts in reading order."""
        self._text.flush(self._node)
        self.body.end = self.root.end = len(self.drafts)
        return self.drafts

    def let_go(self) -> None:
        """Forgets the page. A parser of lxml and its walker hold each other until the collector comes by: no node waits for that."""
        self.__dict__.clear()

    def _begin(self, node: Node) -> None:
        """What is to be done where an element opens that is not like any other."""
        tag = node.tag
        if self._menus_open and tag in NO_LINKS:
            self._menus.refuse(tag)
        if self._rows.open:
            self._rows.inside(node)
        if tag in TEXTUAL:
            self._text.begin(node)
        elif tag == "tr":
            self._rows.begin(node)

    def _close(self, node: Node) -> None:
        """The innermost open block ends."""
        if node.tag in FINISHED:
            self._finish(node)
        if self._menus_open and self._menus_open[-1][0] is node:
            self._menus.close(node)
        node.end = len(self.drafts)
        self._node = node.parent or node

    def _finish(self, node: Node) -> None:
        if node.tag in TEXTUAL:
            self._text.finish(node)
        elif node.tag == "tr":
            self._rows.close(node)
        elif node.tag == "dd":
            self._rows.close_pair(node)
        else:
            self.head.headings.append(" ".join(draft.text for draft in self.drafts[node.start :]))

    def _drop_note(self) -> None:
        """A short link ends: the number of a note is no text."""
        if _is_note(self._link, self._buffer[-1]):
            self._text.link_chars -= len(self._buffer.pop())

    def _break(self) -> None:
        if self._text.in_code:
            self._buffer.append("\n")
        else:
            self._text.flush(self._node)
            self._text.broken = True

    def _state(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keeps what an element states that holds no text of the article, or little."""
        if tag == "body":
            if attributes:
                body = self.body
                body.bits, body.hidden, body.own_class, _ = traits_of(attributes)
                body.all_bits = body.bits
        elif tag == END_OF_PAGE:
            self.ended = True
        elif tag == "time" and not attributes.get("datetime"):
            self._stamp = len(self._buffer)
        else:
            self.head.add(tag, attributes)

    def _stated(self, tag: str) -> None:
        """The end of an element that states something: of some it is their text."""
        if tag == "time":
            if 0 <= self._stamp < len(self._buffer):
                self.head.add(tag, {"datetime": "".join(self._buffer[self._stamp :])})
            self._stamp = -1
        elif tag == "plaintext":  # all behind it is text, the mark of the page's end too
            text = "".join(self._buffer)
            self.ended = text.endswith(f"<{END_OF_PAGE}>")
            self._buffer[:] = [text.removesuffix(f"<{END_OF_PAGE}>")]

    def _skip(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begins an element that no reader sees, unless a reader sees this one."""
        if tag in UNSCRIPTED:
            if self._skip_unscripted:
                self._skipped = self._depth
                self._kept = []
        elif tag != "template" or SHADOW not in attributes:
            self._skipped = self._depth
            if tag == "title" or (tag == "script" and LINKED_DATA in attributes.get("type", "").lower()):
                self._kept = []

    def _skip_ends(self, tag: str) -> None:
        """Ends it, and keeps what it tells."""
        self._skipped = 0
        if self._kept is None:
            return
        text = "".join(self._kept)
        self._kept = None
        if tag == "title":
            if self.head.title is None:
                self.head.title = text
        elif tag in UNSCRIPTED:
            self.unscripted += len(text)
        elif len(text) < LARGEST_DATA:
            self.head.data.append(text)

    def _hide(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begins an element that stands inside a line and is hidden, if this is one."""
        above = self._node
        if above.depth >= MAX_DEPTH or tag == "body" or not hides(attributes):
            return
        self._text.flush(self._node)
        self._node = inner = Node(tag, above, above.children, HIDDEN_BIT, True)
        inner.start = len(self.drafts)
        self._hidden.append((inner, self._depth))


def _is_note(attributes: Mapping[str, str], text: str) -> bool:
    """Whether a link is the number of a note, which is no word of the sentence it stands in."""
    number = _NOTE.fullmatch(text)
    if number is None:
        return False
    return number[1] is not None or any(sign in value for value in attributes.values() for sign in _TO_NOTE)
