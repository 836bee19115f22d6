"""One walk over the tokens of a page: from its tags and texts to drafts.

No tree is needed: text gathers in a buffer until a block ends, and the blocks that are open are a chain of nodes.
Elements inside a line are not kept track of, but for links, bold ones and what is hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from extractor.cleaning.page.blocks import Blocks
from extractor.cleaning.page.head import Head
from extractor.cleaning.page.tags import (
    ACTION,
    BREAK,
    END_OF_PAGE,
    LINK,
    OPEN,
    PASS,
    SKIP,
    STATED,
    STRONG,
    UNSCRIPTED,
    VOID,
)
from extractor.cleaning.page.tokens import Token, attributes_of, closes_itself
from extractor.cleaning.page.traits import hides, may_hide, traits_of

LONGEST_NOTE: Final = 6  # characters of the number of a note, its brackets and spaces
_NOTE: Final = re.compile(r"\s*(?:(\[\d{1,3}\])|\d{1,3})\s*")
_TO_NOTE: Final = ("#fn", "#foot", "footnote", "#cite", "#ref", "#_ftn", "#note", "#endnote")
_TAG: Final = re.compile("<[^>]*+>?+")
SHADOW: Final = "shadowrootmode"  # a browser shows such a template as part of its parent


class Walker:
    """Collects the drafts of one page, and what its tags state; used once.

    Args:
        head: where meta, link and time elements, headings, titles and linked data go.

    Attributes:
        drafts: the blocks of the page in reading order.
        ended: whether the end of the page was met where a reader sees it: nothing swallowed it.
        unscripted: how many characters only a reader without scripts or frames sees.
    """

    def __init__(self, head: Head) -> None:
        self.head = head
        self.ended = False
        self.unscripted = 0
        self._blocks = Blocks(head)
        self.drafts = self._blocks.drafts
        self._text = self._blocks.text
        self._buffer = self._text.pieces
        self._link_at = 0  # place in the buffer at which the text of the link opened last begins, and its attributes
        self._link = ""
        self._hidden = self._blocks.hidden
        self._stamp = -1  # place in the buffer at which the text of an open time element begins

    def walk(self, tokens: Iterator[Token]) -> None:
        """Reads a page."""
        blocks, buffer, gathered, menus, head = self._blocks, self._buffer, self._text, self._blocks.menus, self.head
        menus_open = menus.open
        # This runs for each tag and text of each page, so it calls as little as it can.
        for raw, _, slash, name, attributes, content, text in tokens:
            if name:
                action = ACTION.get(name)
                if action is None:
                    name = name.lower()
                    action = ACTION.get(name, PASS)
                if action >= OPEN:
                    if buffer:
                        gathered.flush(blocks.node)
                    if slash:
                        blocks.end(name)
                    else:
                        blocks.open(name, attributes or "", action)
                elif slash:
                    if action or self._hidden:
                        self._end(name, action)
                elif action == SKIP:
                    text = _behind(name, attributes or "", text, tokens)
                elif action or self._hidden or (attributes and may_hide(attributes)):
                    self._start(name, attributes or "", action)
            elif raw:
                raw = raw.lower()
                if raw in UNSCRIPTED:
                    self.unscripted += len(_TAG.sub("", content or ""))
                else:
                    head.keep(raw, attributes or "", content or "")
            if text and (buffer or not text.isspace()):
                if "&" in text:
                    text = unescape(text)
                buffer.append(text)
                if blocks.links:
                    gathered.link_chars += len(text)
                if blocks.bolds:
                    gathered.bold_chars += len(text)
                if menus_open and not text.isspace():
                    menus.add(text, blocks.links > 0, bool(name or raw))
        blocks.close_all()

    def _start(self, tag: str, attributes: str, action: int) -> None:
        """An element begins that is no block."""
        if action == VOID:
            return
        if action == BREAK:
            self._break()
            return
        if action == LINK:
            self._blocks.links = 0 if closes_itself(attributes) else 1
            self._link_at = len(self._buffer)
            self._link = attributes
        elif action == STRONG:
            self._blocks.bolds += not closes_itself(attributes)
        elif action == STATED:
            self._state(tag, attributes)
        if self._hidden and self._hidden[-1].node.tag == tag:
            self._hidden[-1].opened += 1
        elif may_hide(attributes):
            self._hide(tag, attributes)

    def _end(self, tag: str, action: int) -> None:
        """An element ends that is no block."""
        if action == LINK:
            if self._blocks.links and len(self._buffer) == self._link_at + 1:
                self._drop_note()
            self._blocks.links = 0
        elif action == STRONG:
            self._blocks.bolds -= self._blocks.bolds > 0
        elif action == STATED:
            self._stated(tag)
        elif action == BREAK:
            self._break()
        if self._hidden and self._hidden[-1].node.tag == tag:
            self._unhide()

    def _drop_note(self) -> None:
        """A link ends: the number of a note is no text."""
        text = self._buffer[-1]
        if len(text) <= LONGEST_NOTE and _is_note(attributes_of(self._link), text):
            self._text.link_chars -= len(self._buffer.pop())

    def _break(self) -> None:
        if self._text.in_code:
            self._buffer.append("\n")
        else:
            self._text.flush(self._blocks.node)
            self._text.broken = True

    def _state(self, tag: str, attributes: str) -> None:
        """Keeps what an element states that holds no text of the article, or little."""
        if tag == END_OF_PAGE:
            self.ended = True
        elif tag == "body":
            if attributes:
                body = self._blocks.body
                body.bits, body.hidden, body.own_class, _ = traits_of(attributes)
                body.all_bits = body.bits
        elif tag != "link" or "canonical" in attributes.lower():
            stated = attributes_of(attributes)
            if tag == "time" and not stated.get("datetime"):
                self._stamp = len(self._buffer)
            else:
                self.head.add(tag, stated)

    def _stated(self, tag: str) -> None:
        """The end of an element that states something: of a time it may be its text."""
        if tag == "time":
            if 0 <= self._stamp < len(self._buffer):
                self.head.add(tag, {"datetime": "".join(self._buffer[self._stamp :])})
            self._stamp = -1

    def _hide(self, tag: str, attributes: str) -> None:
        """Begins an element that stands inside a line and is hidden, if this is one."""
        if tag in ("html", "body") or not hides(attributes_of(attributes)):
            return
        self._text.flush(self._blocks.node)
        self._blocks.open_hidden(tag)

    def _unhide(self) -> None:
        """An element ends that has the name of the innermost hidden one."""
        hidden = self._hidden[-1]
        hidden.opened -= 1
        if not hidden.opened and hidden.node is self._blocks.node:
            self._text.flush(hidden.node)
            self._blocks.close(hidden.node)


def _behind(tag: str, attributes: str, text: str, tokens: Iterator[Token]) -> str:
    """Passes over an element that no reader sees, unless a reader sees this one, and gives the text behind its end tag.

    Args:
        tag, attributes, text: its start tag, and the text behind that.
        tokens: those behind; as many are taken as it holds.
    """
    if closes_itself(attributes) or (tag == "template" and SHADOW in attributes):
        return text
    opened = 1
    for _, _, slash, name, inside, _, behind in tokens:
        if name and name.lower() == tag:
            if slash:
                opened -= 1
            elif not closes_itself(inside or ""):
                opened += 1
            if not opened:
                return behind
    return ""


def _is_note(attributes: Mapping[str, str], text: str) -> bool:
    """Whether a link is the number of a note, which is no word of the sentence it stands in."""
    number = _NOTE.fullmatch(text)
    if number is None:
        return False
    return number[1] is not None or any(sign in value for value in attributes.values() for sign in _TO_NOTE)
