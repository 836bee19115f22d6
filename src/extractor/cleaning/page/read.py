"""A page to its drafts: one parse and one walk, and a second try where they may have lost text."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.page.hints import TAG_BITS
from extractor.cleaning.page.soup import soup_of, soup_tree
from extractor.cleaning.page.tree import parse, prepared
from extractor.cleaning.page.walk import Walker

THIN: Final = 50  # a page with one character of text in more than this many of markup is looked at again
FEW_CHARS: Final = 3000  # a page that shows fewer may show its text to readers without scripts only
# Elements whose text no reader sees, or only one without scripts.
_UNSEEN: Final = "script|style|noscript|template|title|svg|select|textarea|iframe|object"
_TAG: Final = re.compile(rf"<(?:(!--)|({_UNSEEN})\b[^<>]*>|[a-zA-Z!?/][^<>]*(?:>|(?=<)|$))", re.IGNORECASE)


def read_page(markup: str) -> tuple[Any, list[Draft], list[tuple[str, str]]]:
    """The tree of a page, its drafts in reading order, and (code, detail) pairs of what was noted."""
    data, changed = prepared(markup)
    tree, noted = parse(data)
    issues = changed + noted
    drafts = Walker().walk(tree)
    found = sum(len(draft.text) for draft in drafts)
    if found < FEW_CHARS:
        opened = _without_scripts(tree, found)
        if opened is not None:
            return tree, opened, [*issues, ("noscript", "the text stands in noscript elements only")]
    if found * THIN <= len(data) and _promised(data.decode("utf-8")) >= 2 * max(found, _held(tree)) + 20:
        again = soup_tree(soup_of(data.decode("utf-8"), "html.parser"))
        drafts = Walker().walk(again)
        issues = [*issues, ("second_parse", "far less text than the markup holds")]
    return tree, drafts, issues


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


def _without_scripts(tree: Any, found: int) -> list[Draft] | None:
    """The drafts as a reader without scripts sees the page, where that is most of its text; else None."""
    texts = ("".join(element.itertext()) for element in tree.iter("noscript"))
    if sum(len(text.strip()) for text in texts) <= found:
        return None
    drafts = Walker(noscript=True).walk(tree)
    return drafts if sum(len(draft.text) for draft in drafts) > 2 * found else None


def _held(tree: Any) -> int:
    """How many characters of text the tree holds, seen or not: what it holds a second parser would not find again."""
    chars = 0
    for element in tree.iter(etree.Element):
        if element.text and element.tag not in ("script", "style"):
            chars += len(" ".join(element.text.split()))
        if element.tail:
            chars += len(" ".join(element.tail.split()))
    return chars


def _promised(markup: str) -> int:
    """How many characters of text a page seems to hold: what stands outside of tags, comments and unseen elements."""
    chars = at = 0
    never_closed: set[str] = set()  # elements that are closed nowhere behind this place: looked for once
    while (tag := _TAG.search(markup, at)) is not None:
        chars += len(" ".join(markup[at : tag.start()].split()))
        at = tag.end()
        name = tag[1] or tag[2]
        if name is None or name.lower() in never_closed:
            continue
        close = markup.find("-->" if tag[1] else f"</{name}", at)
        if close < 0:
            never_closed.add(name.lower())
        else:
            at = markup.find(">", close) + 1 or len(markup)
    return chars + len(" ".join(markup[at:].split()))
