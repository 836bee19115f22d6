"""A page to its drafts and to what its tags state: one walk, and a second try where it lost its way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.page.head import Head
from extractor.cleaning.page.hints import TAG_BITS
from extractor.cleaning.page.mend import closed, laid_bare, prepared
from extractor.cleaning.page.tokens import tokens_of
from extractor.cleaning.page.walk import Walker

FEW_CHARS: Final = 3000  # a page that shows fewer may show its text to readers without scripts only
_UNSCRIPTED: Final = re.compile(r"(</?)(?:noscript|noframes)(?=[\s/>])", re.IGNORECASE)
Issues = list[tuple[str, str]]


@dataclass(slots=True)
class PageRead:
    """The drafts of a page in reading order, what its tags state, and (code, detail) pairs of what was noted."""

    drafts: list[Draft]
    head: Head
    issues: Issues = field(default_factory=list)


def read_page(markup: str) -> PageRead:
    """Reads a page."""
    markup = prepared(markup)
    read, unscripted = _read(markup)
    found = _chars(read.drafts)
    if found < FEW_CHARS and found < unscripted:
        opened, _ = _read(_UNSCRIPTED.sub(r"\1x-shown", markup))
        if _chars(opened.drafts) > 2 * found:
            read.drafts = opened.drafts
            read.issues.append(("noscript", "the text stands in noscript elements only"))
    return read


def _read(markup: str) -> tuple[PageRead, int]:
    """A page, and how many characters of it only readers without scripts see.

    One walk reads it; one that loses its way is mended, and else all is shown that it may have lost.
    """
    walker = _walk(markup)
    issues: Issues = []
    if not walker.ended:
        mended, issues = closed(markup)
        walker = _walk(mended)
        if not walker.ended:
            walker = _walk(laid_bare(mended))
            issues.append(("second_parse", "the end of the page is inside of an element that no reader sees"))
    return PageRead(walker.drafts, walker.head, issues), walker.unscripted


def _walk(markup: str) -> Walker:
    walker = Walker(Head())
    walker.walk(tokens_of(markup))
    return walker


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
