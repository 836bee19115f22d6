"""Markup to a tree: lxml first, BeautifulSoup where the fast tree may have lost something."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from extractor.cleaning.page.soup import soup_of, soup_tree

# Elements whose content is no markup: one that is never closed swallows the rest of the page.
_RAW: Final = (b"textarea", b"title", b"xmp", b"noscript")
_CODE: Final = (b"script", b"style")  # no text is in these up to the next tag
_OPENINGS: Final = {
    **{name: re.compile(rb"<" + name + rb"(?![\w-])[^<>]*>[^<]*") for name in _CODE},
    **{name: re.compile(rb"<" + name + rb"(?![\w-])[^<>]*>") for name in _RAW},
}
_OPENING: Final = re.compile(rb"<(" + b"|".join(_OPENINGS) + rb")[> ]")
FLOOD_BYTES: Final = 16_000  # a tag of fewer bytes cannot have attributes enough to matter
FLOOD_ATTRIBUTES: Final = 500
_ATTRIBUTE: Final = re.compile(rb"""[^\s"'=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=]+))?""")
_LONG_TAG: Final = re.compile(rb"<([a-zA-Z][a-zA-Z0-9-]{0,40})[^<>]*>")
_COMMENT: Final = re.compile(rb"<!--(?:\[if[^<>]{0,100}>)?")


def prepared(markup: str) -> tuple[bytes, list[tuple[str, str]]]:
    """The markup as bytes that no parser loses text of or takes the square of its length for, and what was changed."""
    data = markup.encode("utf-8", "replace")
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
    return _closed(_without_floods(data))


def parse(data: bytes) -> tuple[Any, list[tuple[str, str]]]:
    """The root element of a page that is `prepared`, and what was noted while parsing it.

    The tree of lxml is used as it is unless its parser gave up (it drops everything deeper than 256
    elements); then BeautifulSoup reads the page again.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = etree.fromstring(data, parser)
    except etree.ParserError:
        tree = None
    except etree.XMLSyntaxError:
        tree = None
    last = parser.error_log.last_error
    if tree is None and last is None and not data.strip():
        return etree.Element("html"), []
    if tree is None or (last is not None and last.level == etree.ErrorLevels.FATAL):
        tree = soup_tree(soup_of(data.decode("utf-8"), "lxml"))
        return tree, [("second_parse", last.message.strip() if last is not None else "no tree")]
    # What follows a closing </html> in the middle of a page hangs beside the root.
    for sibling in list(tree.itersiblings(etree.Element)):
        tree.append(sibling)
    return tree, []


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
        if tag is not None and len(_ATTRIBUTE.findall(tag[0])) > FLOOD_ATTRIBUTES:
            parts += data[done : tag.start()], b"<", tag[1], b">"
            done = tag.end()
    return b"".join((*parts, data[done:])) if parts else data


def _closed(data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    """The markup without the openings of comments and the opening of a script that are never closed."""
    issues = []
    # The last opening shows whether one is never closed: one that is not is seldom followed by one that is.
    at = data.rfind(b"<!--")
    if at >= 0 and data.find(b"->", at) < 0 and data.count(b"<!--") > data.count(b"-->"):
        issues.append(("unclosed", "comment"))
        closed = max(0, data.rfind(b"-->", 0, at))
        data = data[:closed] + _COMMENT.sub(b"", data[closed:])
    last = {opening[1]: opening.start() for opening in _OPENING.finditer(data)}
    for name, at in last.items():
        if data.find(b"</" + name, at) >= 0:
            continue
        if data.count(b"<" + name) <= data.count(b"</" + name):
            continue
        end = data.find(b">", at)
        if end < 0 or data[end - 1 : end] == b"/" or b"</" + name.upper() in data:
            continue
        issues.append(("unclosed", name.decode()))
        closed = max(0, data.rfind(b"</" + name, 0, at))
        data = data[:closed] + _OPENINGS[name].sub(b"", data[closed:])
    return data, issues
