"""Markup to a tree: lxml first, BeautifulSoup where the fast tree may have lost something."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from extractor.cleaning.page.walk import MAX_DEPTH

# Elements whose content is no markup: one that is never closed swallows the rest of the page.
_RAW: Final = ("script", "style", "textarea", "title", "xmp", "noscript")
FLOOD_CHARS: Final = 50_000  # a tag of fewer characters cannot have attributes enough to matter
FLOOD_ATTRIBUTES: Final = 2000
_LONG_TAG: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]{0,40})[^<>]{49000,}>")
_NEXT_TAG: Final = re.compile(r"<(?=[a-zA-Z/])")
_INVISIBLE: Final = re.compile(r"<(script|style)\b[^>]{0,5000}>.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
THIN: Final = 50  # a page with one character of text in more than this many of markup is looked at again
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML trees refuse
_NULS: Final = re.compile("\x00+")


def parse(markup: str) -> tuple[Any, list[tuple[str, str]]]:
    """The root element of a page, and what was noted while parsing it.

    The tree of lxml is used as it is unless its parser gave up (it drops everything deeper than 256
    elements); then BeautifulSoup reads the page again.
    """
    if "\x00" in markup:
        markup = _NULS.sub("", markup)
    markup, issues = _closed(_without_floods(markup))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        tree = None
    except etree.XMLSyntaxError:
        tree = None
    last = parser.error_log.last_error
    if tree is None and last is None and not markup.strip():
        return etree.Element("html"), issues
    if tree is None or (last is not None and last.level == etree.ErrorLevels.FATAL):
        return soup_tree(_soup(markup, "lxml")), [*issues, ("second_parse", last.message.strip() if last is not None else "no tree")]
    return tree, issues


def _without_floods(markup: str) -> str:
    """The markup without the attributes of an element that has thousands: parsers take the square of their number."""
    if len(markup) < FLOOD_CHARS or max(map(len, markup.split("<"))) < FLOOD_CHARS:
        return markup
    return _LONG_TAG.sub(lambda tag: f"<{tag[1]}>" if tag[0].count("=") > FLOOD_ATTRIBUTES else tag[0], markup)


def _closed(markup: str) -> tuple[str, list[tuple[str, str]]]:
    """The markup without the opening of a comment or script that is never closed."""
    issues = []
    # Counting is the fast look; where closings are missing, the last opening shows whether it is one of them.
    if markup.count("<!--") > markup.count("-->"):
        at = markup.rfind("<!--")
        if markup.find("->", at) < 0:
            issues.append(("unclosed", "comment"))
            markup = markup[:at] + markup[at + 4 :]
    for name in _RAW:
        if markup.count(f"<{name}") <= markup.count(f"</{name}"):
            continue
        at = markup.rfind(f"<{name}")
        if markup.find(f"</{name}", at) >= 0 or markup[at + len(name) + 1 : at + len(name) + 2] not in (">", " "):
            continue
        end = markup.find(">", at)
        if end < 0 or markup[end - 1] == "/" or f"</{name.upper()}" in markup:
            continue
        issues.append(("unclosed", name))
        following = _NEXT_TAG.search(markup, end)
        resume = following.start() if following is not None and name in ("script", "style") else end + 1
        markup = markup[:at] + markup[resume:]
    return markup, issues


def parse_again(markup: str, found_chars: int) -> Any | None:
    """The tree of a tolerant second reading, where the first found far less text than the markup holds; else None."""
    if found_chars * THIN > len(markup):
        return None
    promised = len(" ".join(_INVISIBLE.sub(" ", markup).split()))
    if promised < 2 * found_chars + 20:
        return None
    return soup_tree(_soup(markup, "html.parser"))


def _soup(markup: str, builder: str) -> Any:
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
