"""The blocks of a page that are open: a chain of nodes, which start and end tags lengthen and shorten much as browsers do.

Tags that authors leave out are told by `tags.ENDS` and `tags.WEIGHT`. What depends on all that an element holds (is it a
menu, is a row one of data) is decided where it ends. Every element costs the same, however deep it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.page.gather import Gatherer
from extractor.cleaning.page.head import Head
from extractor.cleaning.page.hints import TAG_BITS
from extractor.cleaning.page.menus import MENU_BITS, Menus
from extractor.cleaning.page.rows import Rows
from extractor.cleaning.page.tags import ENDS, FINISHED, HEADINGS, NO_LINKS, SPECIAL, TEXTUAL, WEIGHT
from extractor.cleaning.page.tokens import closes_itself
from extractor.cleaning.page.traits import HIDDEN_BIT, traits_of

MAX_DEPTH: Final = 240  # blocks below are read as if they stood here: hints come from the nearest ones


@dataclass(slots=True)
class Hidden:
    """A hidden element inside a line, read as a block, and how many elements of its name are open, it among them."""

    node: Node
    opened: int = 1


class Blocks:
    """The open blocks of one page and the drafts they leave.

    Args:
        head: where the top headings go.

    Attributes:
        node: the innermost open block.
        body: the outermost one.
        drafts: what was read, in reading order.
        text: gathers the text of the innermost block; whoever tells of a tag has it flushed before.
        links, bolds: whether a link is open, and how many bold elements are.
        hidden: the open elements inside a line that are hidden.
    """

    def __init__(self, head: Head) -> None:
        self._root = Node("html", None, 1)
        self.body = self.node = Node("body", self._root, 1)
        self.drafts: list[Draft] = []
        self.text = Gatherer(self.drafts)
        self.menus = Menus(self.drafts)
        self.links = 0
        self.bolds = 0
        self._head = head
        self._rows = Rows(self.drafts)
        self._menus_open = self.menus.open
        self._around: list[tuple[int, int]] = []  # links and bolds where each open block began
        self.hidden: list[Hidden] = []
        self._too_deep = 0  # blocks below the deepest node that are open

    def open(self, tag: str, attributes: str, action: int) -> None:
        """A block begins, and ends what cannot hold it."""
        above = self.node
        if above.depth >= MAX_DEPTH:
            self._too_deep += 1
            return
        ends = ENDS[tag]
        while above.tag in ends or (self.hidden and self.hidden[-1].node is above and _stands_in(above, ends)):
            self.close(above)
            above = self.node
        above.children = number = above.children + 1
        bits = TAG_BITS.get(tag, 0)
        role = None
        if attributes:
            told, unseen, own_class, role = traits_of(attributes)
            bits |= told
            node = Node(tag, above, number, bits, unseen or above.hidden, own_class)
        else:
            node = Node(tag, above, number, bits, above.hidden)
        self._enter(node)
        if action == SPECIAL:
            self._begin(node)
        if bits & MENU_BITS or role is not None:
            self.menus.consider(node, role)
        if attributes and attributes[-1] == "/" and closes_itself(attributes):
            self.close(node)

    def open_hidden(self, tag: str) -> None:
        """An element inside a line begins that is hidden."""
        above = self.node
        if above.depth < MAX_DEPTH:
            node = Node(tag, above, above.children, HIDDEN_BIT, True)
            self._enter(node)
            self.hidden.append(Hidden(node))

    def end(self, tag: str) -> None:
        """The end tag of a block: ends the innermost one of its name with all that is open in it, or nothing."""
        if self._too_deep:
            self._too_deep -= 1
            return
        node = self.node
        if node.tag != tag:
            found = self._opened(tag)
            if found is None:
                return
            while node is not found:
                self.close(node)
                node = self.node
        self.close(node)

    def close(self, node: Node) -> None:
        """The innermost open block ends."""
        if node.tag in FINISHED:
            self._finish(node)
        if self._menus_open and self._menus_open[-1][0] is node:
            self.menus.close(node)
        if self.hidden and self.hidden[-1].node is node:
            self.hidden.pop()
        links, bolds = self._around.pop()
        if self.links > links:
            self.links = links
        if self.bolds > bolds:
            self.bolds = bolds
        node.end = len(self.drafts)
        self.node = node.parent or node

    def close_all(self) -> None:
        """The page ends."""
        self.text.flush(self.node)
        while self.node is not self.body:
            self.close(self.node)
        self.body.end = self._root.end = len(self.drafts)

    def _enter(self, node: Node) -> None:
        node.start = len(self.drafts)
        self.node = node
        self._around.append((self.links, self.bolds))

    def _opened(self, tag: str) -> Node | None:
        """The innermost open block that an end tag ends."""
        weight = WEIGHT.get(tag, 1)
        node = self.node
        while node is not self.body and node.parent is not None:
            if node.tag == tag or (tag in HEADINGS and node.tag in HEADINGS):
                return node
            if WEIGHT.get(node.tag, 1) > weight:
                return None
            node = node.parent
        return None

    def _begin(self, node: Node) -> None:
        """What is to be done where an element opens that is not like any other."""
        tag = node.tag
        if self._menus_open and tag in NO_LINKS:
            self.menus.refuse(tag)
        if self._rows.open:
            self._rows.inside(node)
        if tag in TEXTUAL:
            self.text.begin(node)
        elif tag == "tr":
            self._rows.begin(node)

    def _finish(self, node: Node) -> None:
        if node.tag in TEXTUAL:
            self.text.finish(node)
        elif node.tag == "tr":
            self._rows.close(node)
        else:
            self._head.headings.append(" ".join(draft.text for draft in self.drafts[node.start :]))


def _stands_in(node: Node, ends: frozenset[str]) -> bool:
    return node.parent is not None and node.parent.tag in ends
