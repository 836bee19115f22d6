"""Menus and feet of a page, read as one block each: what is in them is no article, and a page has hundreds of links."""

from __future__ import annotations

from typing import Final, NamedTuple

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.normalise import one_line
from extractor.cleaning.page.hints import BIT
from extractor.cleaning.page.tags import MENU_HOLDERS, MENU_ROLES, MENU_TAGS, NO_MENU

MENU_BITS: Final = BIT["nav"] | BIT["footer"] | BIT["header"] | BIT["breadcrumb"] | BIT["pager"]
LINKED: Final = 0.8  # share of the characters of an element that are links, from which its class is believed
MENU_WORDS: Final = 500  # a menu of more words than this is read like anything else
MENU_MARK: Final = " · "  # between the texts of a menu


class Candidate(NamedTuple):
    """An open element that may be a menu; `linked` when only its class says so and it must be links too."""

    node: Node
    linked: bool
    first: int  # place of its first piece
    chars: int  # of text and of links that had been read before it
    link_chars: int


class Menus:
    """Decides of elements that look like menus, when they close, whether they are.

    Args:
        drafts: those of the page; the drafts of a menu give way to one.
    """

    def __init__(self, drafts: list[Draft]) -> None:
        self.open: list[Candidate] = []
        self._drafts = drafts
        self._pieces: list[str] = []
        self._chars = 0
        self._link_chars = 0

    def consider(self, node: Node, role: str | None) -> None:
        """Takes note of an element that opens and that its tag, role or class calls a menu or the foot of the page."""
        if node.tag in MENU_TAGS or role in MENU_ROLES:
            in_article = node.parent is not None and node.parent.all_bits & BIT["content"]
            if not (in_article and node.tag == "footer"):
                self.open.append(Candidate(node, False, len(self._pieces), self._chars, self._link_chars))
        elif node.bits & MENU_BITS and node.tag in MENU_HOLDERS:
            self.open.append(Candidate(node, True, len(self._pieces), self._chars, self._link_chars))

    def refuse(self, tag: str) -> None:
        """Gives up the candidates that an element opens in which they cannot hold."""
        self.open[:] = [] if tag in NO_MENU else [one for one in self.open if not one.linked]
        if not self.open:
            self._pieces.clear()

    def add(self, text: str, linked: bool, apart: bool) -> None:
        """Text inside a candidate; `apart` when a tag stands before it: it is a piece of its own then."""
        stripped = text.strip()
        if apart or not self._pieces:
            self._pieces.append(text)
        else:
            self._pieces[-1] += text
        self._chars += len(stripped)
        if linked:
            self._link_chars += len(stripped)

    def close(self, node: Node) -> None:
        """Puts the drafts of an element that closes together if it is a menu."""
        found = self.open.pop()
        if self._is_menu(found):
            pieces = [" ".join(piece.split()) for piece in self._pieces[found.first :]]
            if " ".join(pieces).count(" ") < MENU_WORDS:
                text = one_line(MENU_MARK.join(filter(None, pieces)))
                self._drafts[node.start :] = [Draft(text, "paragraph", 0, node, 1.0)] if text else []
        if not self.open:
            self._pieces.clear()

    def _is_menu(self, found: Candidate) -> bool:
        if len(self._pieces) - found.first > MENU_WORDS:
            return False
        return not found.linked or self._link_chars - found.link_chars >= LINKED * (self._chars - found.chars)
