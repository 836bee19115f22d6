"""BeautifulSoup's reading of a page as lxml elements: slower, and lossless where lxml gives up."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from extractor.cleaning.page.walk import MAX_DEPTH

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML trees refuse


def soup_of(markup: str, builder: str) -> Any:
    """The BeautifulSoup object of a page; `builder` is "lxml" or "html.parser"."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(markup, builder)


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
    text = _CONTROL.sub("", text)
    if len(element):
        last = element[-1]
        tail = last.tail or ""
        if text == "\n" and tail.endswith("\n"):
            return
        last.tail = tail + text
    elif text == "\n":
        if not (element.text or "").endswith("\n"):
            element.text = (element.text or "") + text
    else:
        element.text = (element.text or "") + text
