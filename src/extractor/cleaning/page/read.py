"""A page to its drafts and to what its tags state, in one walk; a second one where only a reader without scripts sees text."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape
from typing import Final

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.page.head import Head
from extractor.cleaning.page.hints import TAG_BITS
from extractor.cleaning.page.unseen import Page, cut
from extractor.cleaning.page.walk import Walker

FEW_CHARS: Final = 3000  # a page that shows fewer may show its text to readers without scripts only


@dataclass(slots=True)
class PageRead:
    """The drafts of a page in reading order, what its tags state, and (code, detail) pairs of what was noted."""

    drafts: list[Draft]
    head: Head
    issues: list[tuple[str, str]]


def read_page(markup: str) -> PageRead:
    """Reads a page."""
    markup = _sound(markup)
    page = cut(markup)
    read = _walked(page)
    found = _chars(read.drafts)
    if found < FEW_CHARS and found < page.noscript:
        opened = _walked(cut(markup, noscript=True))
        if _chars(opened.drafts) > 2 * found:
            read.drafts, read.issues = opened.drafts, [*read.issues, ("noscript", "the text stands in noscript elements only")]
    return read


def _sound(markup: str) -> str:
    """The markup without NULs and halves of characters, which no output takes."""
    if "\x00" in markup:
        markup = markup.replace("\x00", "")
    if markup.isascii():
        return markup
    try:
        markup.encode()
    except UnicodeEncodeError:
        return markup.encode("utf-8", "replace").decode()
    return markup


def _walked(page: Page) -> PageRead:
    head = Head(title=unescape(page.title) if page.title else None, data=page.data)
    return PageRead(Walker(head).walk(page.markup), head, page.issues)


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
