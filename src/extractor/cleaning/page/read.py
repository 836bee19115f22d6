"""A page to its drafts and to what its tags state: one parse and one walk, and a second try where they lost their way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.page.head import Head
from extractor.cleaning.page.hints import TAG_BITS
from extractor.cleaning.page.mend import closed, prepared
from extractor.cleaning.page.parse import is_slow, read_fast
from extractor.cleaning.page.soup import read_soup
from extractor.cleaning.page.walk import Walker

FEW_CHARS: Final = 3000  # a page that shows fewer may show its text to readers without scripts only
_NO_FRAMES: Final = re.compile(rb"(</?)noframes\b", re.IGNORECASE)
Issues = list[tuple[str, str]]


@dataclass(slots=True)
class PageRead:
    """The drafts of a page in reading order, what its tags state, and (code, detail) pairs of what was noted."""

    drafts: list[Draft]
    head: Head
    issues: Issues = field(default_factory=list)
    unscripted: int = 0  # characters that only a reader without scripts sees


def read_page(markup: str) -> PageRead:
    """Reads a page."""
    data = prepared(markup)
    read = _read(data)
    found = _chars(read.drafts)
    if found < FEW_CHARS and found < read.unscripted:
        opened = _read(_NO_FRAMES.sub(rb"\1div", data), unscripted=True)
        if _chars(opened.drafts) > 2 * found:
            read.drafts, read.issues = (
                opened.drafts,
                [*read.issues, ("noscript", "the text stands in noscript elements only")],
            )
    return read


def _read(data: bytes, *, unscripted: bool = False) -> PageRead:
    """Reads a page with lxml; what that loses its way in is mended, and else read with BeautifulSoup."""
    read, why = _fast(data, unscripted)
    if why is None:
        return read
    mended, issues = closed(data.decode("utf-8", "replace"))
    if issues:
        read, why = _fast(mended.encode(), unscripted)
    if why is not None:
        walker = Walker(Head(), unscripted=unscripted)
        read_soup(mended, walker)
        read = _done(walker)
        issues.append(("second_parse", why))
    read.issues = issues
    return read


def _fast(data: bytes, unscripted: bool) -> tuple[PageRead, str | None]:
    """A page as lxml reads it, and why that may have lost text."""
    walker = Walker(Head(), unscripted=unscripted)
    why = None
    if is_slow(data):
        why = "elements stand in each other too deep"
    else:
        try:
            read_fast(data, walker)
        except etree.LxmlError as error:
            why = f"the parser gave up: {error}"
        else:
            if not walker.ended:
                why = "the end of the page is inside of a tag or of an element that no reader sees"
    return _done(walker), why


def _done(walker: Walker) -> PageRead:
    read = PageRead(walker.close(), walker.head, unscripted=walker.unscripted)
    walker.let_go()
    return read


def _chars(drafts: list[Draft]) -> int:
    return sum(len(draft.text) for draft in drafts)


def stated_drafts(paragraphs: list[str]) -> list[Draft]:
    """The drafts of an article that a page states beside its markup, as if they stood in an article element."""
    root = Node("html", None, 1)
    article = Node("article", root, 1, TAG_BITS["article"])
    root.end = article.end = len(paragraphs)
    drafts = []
    for place, text in enumerate(paragraphs):
        node = Node("p", article, place + 1)
        node.start, node.end = place, place + 1
        drafts.append(Draft(text, "paragraph", 0, node))
    return drafts


def headings_of(drafts: list[Draft]) -> list[str]:
    """The texts of the headings of a page; of one without any, of all blocks: one of them may be shown as its title."""
    return [draft.text for draft in drafts if draft.kind == "heading"] or [draft.text for draft in drafts]
