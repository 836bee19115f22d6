"""Markup to a tree: lxml first, BeautifulSoup where the fast tree may have lost something."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from extractor.cleaning.page.walk import MAX_DEPTH

# Scripts and comments that are never closed would swallow what follows them.
_OPEN = re.compile(r"<(script|style|template|noscript|textarea|title|xmp|plaintext)\b", re.IGNORECASE)
_NULS = re.compile("\x00+")


def parse(markup: str) -> tuple[Any, list[tuple[str, str]]]:
    """The root element of a page, and what was noted while parsing it.

    The tree of lxml is used as it is unless its parser gave up (it drops everything deeper than 256
    elements); then BeautifulSoup reads the page again.
    """
    if "\x00" in markup:
        markup = _NULS.sub("", markup)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        tree = None
    except etree.XMLSyntaxError:
        tree = None
    last = parser.error_log.last_error
    if tree is None and last is None and not markup.strip():
        return etree.Element("html"), []
    if tree is None or (last is not None and last.level == etree.ErrorLevels.FATAL):
        return soup_tree(_soup(markup)), [("second_parse", last.message if last is not None else "no tree")]
    return tree, []


def _soup(markup: str) -> Any:
    from bs4 import BeautifulSoup

    return BeautifulSoup(markup, "lxml")


def soup_tree(soup: Any) -> Any:
    """The tree of a BeautifulSoup object as lxml elements, never deeper than the walk goes.

    What lies deeper hangs on the deepest element the walk still enters, in its order.
    """
    from bs4 import Comment, NavigableString, Tag
    from bs4.element import PreformattedString

    root = etree.Element("html")
    stack: list[tuple[Any, Any]] = []  # (iterator over children, element they go into)
    stack.append((iter(soup.children), root))
    while stack:
        children, element = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            continue
        if isinstance(child, Tag):
            if child.name in ("html", "[document]"):
                for name, value in child.attrs.items():
                    _set(root, name, value)
                stack.append((iter(child.children), root))
                continue
            below = element
            if len(stack) < MAX_DEPTH:
                try:
                    below = etree.SubElement(element, child.name)
                except ValueError:  # a name XML does not allow: its content stays
                    below = etree.SubElement(element, "div")
                for name, value in child.attrs.items():
                    _set(below, name, value)
            elif child.name not in ("b", "i", "em", "strong", "a", "span"):
                below = element
                _append_text(element, "\n")
            stack.append((iter(child.children), below))
        elif isinstance(child, NavigableString) and not isinstance(child, Comment):
            if isinstance(child, PreformattedString) and child.__class__.__name__ != "CData":
                continue
            _append_text(element, str(child))
    return root


def _set(element: Any, name: str, value: Any) -> None:
    try:
        element.set(name, " ".join(value) if isinstance(value, list) else str(value))
    except ValueError:  # a control character in a name or value: attributes are only hints
        return


def _append_text(element: Any, text: str) -> None:
    text = "".join(char for char in text if char.isprintable() or char.isspace())
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text
