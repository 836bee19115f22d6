"""A page to the events of a walk, by lxml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from extractor.cleaning.page.tags import END_OF_PAGE

if TYPE_CHECKING:
    from extractor.cleaning.page.walk import Walker

# libxml2 searches the open elements for that of each end tag, 3 ns each: a page of this many steps takes it a second.
STEPS: Final = 300_000_000
NEAR: Final = 8  # elements that an end tag may end with its own: those whose end tags are left out
_MARK: Final = f"<{END_OF_PAGE}>".encode()
_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][^\s/>]*)")


def is_slow(data: bytes) -> bool:
    """Whether a page is so deep and so broken that lxml takes the square of its length: its end tags end nothing near.

    >>> is_slow(b"<div>" * 50_000 + b"</div>" * 50_000), is_slow(b"<div>" * 50_000 + b"</p>" * 50_000)
    (False, True)
    """
    tags = data.count(b"<")
    if tags * tags < 4 * STEPS:  # half of them are end tags at the worst, which costs a second look
        return False
    ends = data.count(b"</")
    if ends * (tags - ends) < STEPS:  # no more elements are open than begin
        return False
    open_tags: list[bytes] = []
    steps = 0
    for end, name in _TAG.findall(data):
        if not end:
            open_tags.append(name)
        elif name in open_tags[-NEAR:]:
            while open_tags.pop() != name:
                pass
        else:
            steps += len(open_tags)
    return steps > STEPS


def read_fast(data: bytes, walker: Walker) -> None:
    """Tells a walker what lxml meets in a page, and behind its end an element that marks it.

    The parser builds no tree: what it meets goes straight to the walk, so no depth is too deep for it.

    Raises:
        lxml.etree.LxmlError: if the parser gives up.
    """
    # The stubs ask for handlers of comments and of bytes, which nothing calls here.
    parser = etree.HTMLParser(target=walker, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]
    etree.fromstring(data + _MARK, parser)
