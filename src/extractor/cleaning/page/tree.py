"""Markup to a tree: lxml first, BeautifulSoup where the fast tree may have lost something."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from extractor.cleaning.page.walk import MAX_DEPTH

# Elements whose content is no markup: one that is never closed swallows the rest of the page.
_RAW: Final = (b"script", b"style", b"textarea", b"title", b"xmp", b"noscript")
FLOOD_BYTES: Final = 50_000  # a tag of fewer bytes cannot have attributes enough to matter
FLOOD_ATTRIBUTES: Final = 2000
_LONG_TAG: Final = re.compile(rb"<([a-zA-Z][a-zA-Z0-9-]{0,40})[^<>]*>")
_NEXT_TAG: Final = re.compile(rb"<(?=[a-zA-Z/])")
_INVISIBLE: Final = re.compile(r"<(script|style)\b[^>]{0,5000}>.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
THIN: Final = 50  # a page with one character of text in more than this many of markup is looked at again
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML trees refuse


def parse(markup: str) -> tuple[Any, list[tuple[str, str]]]:
    """The root element of a page, and what was noted while parsing it.

    The tree of lxml is used as it is unless its parser gave up (it drops everything deeper than 256
    elements); then BeautifulSoup reads the page again.
    """
    data = markup.encode("utf-8", "replace")
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
    data, issues = _closed(_without_floods(data))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = etree.fromstring(data, parser)
    except etree.ParserError:
        tree = None
    except etree.XMLSyntaxError:
        tree = None
    last = parser.error_log.last_error
    if tree is None and last is None and not data.strip():
        return etree.Element("html"), issues
    if tree is None or (last is not None and last.level == etree.ErrorLevels.FATAL):
        tree = soup_tree(_soup(data.decode("utf-8"), "lxml"))
        return tree, [*issues, ("second_parse", last.message.strip() if last is not None else "no tree")]
    return tree, issues


def _without_floods(data: bytes) -> bytes:
    """The markup without the attributes of an element that has thousands: parsers take the square of their number."""
    # A tag of so many bytes fills one of these windows: of nearly all, the first few bytes show that it does not.
    window = FLOOD_BYTES // 2
    parts: list[bytes] = []
    done, tried = 0, -1
    for at in range(0, len(data) - window, window):
        if at < done or data.find(b"<", at, at + window) >= 0:
            continue
        start = data.rfind(b"<", done, at)
        if start <= tried:
            continue
        tried = start
        tag = _LONG_TAG.match(data, start)
        if tag is not None and tag[0].count(b"=") > FLOOD_ATTRIBUTES:
            parts += data[done : tag.start()], b"<", tag[1], b">"
            done = tag.end()
    return b"".join((*parts, data[done:])) if parts else data


def _closed(data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    """The markup without the opening of a comment or script that is never closed."""
    issues = []
    # The last opening shows whether one is never closed: one that is not is seldom followed by one that is.
    at = data.rfind(b"<!--")
    if at >= 0 and data.find(b"->", at) < 0 and data.count(b"<!--") > data.count(b"-->"):
        issues.append(("unclosed", "comment"))
        data = data[:at] + data[at + 4 :]
    for name in _RAW:
        at = data.rfind(b"<" + name)
        if at < 0 or data.find(b"</" + name, at) >= 0 or data[at + len(name) + 1 : at + len(name) + 2] not in (b">", b" "):
            continue
        if data.count(b"<" + name) <= data.count(b"</" + name):
            continue
        end = data.find(b">", at)
        if end < 0 or data[end - 1 : end] == b"/" or b"</" + name.upper() in data:
            continue
        issues.append(("unclosed", name.decode()))
        following = _NEXT_TAG.search(data, end)
        resume = following.start() if following is not None and name in (b"script", b"style") else end + 1
        data = data[:at] + data[resume:]
    return data, issues


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
