"""Why a block of a page was dropped, in words: the phrase it holds, the section it is under, the element it is in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extractor.cleaning.block import Role
from extractor.cleaning.draft import Draft
from extractor.cleaning.page.hints import BIT
from extractor.cleaning.phrases import Phrase

# Hint of an element -> role of what it holds and the reason; the first that fits is given.
_BY_HINT: Final[tuple[tuple[str, Role, str], ...]] = (
    ("hidden", "hidden", "hidden element"),
    ("consent", "consent", "cookie or consent box"),
    ("comment", "comments", "comment section"),
    ("breadcrumb", "nav", "breadcrumb"),
    ("share", "share", "share or follow bar"),
    ("toc", "toc", "table of contents"),
    ("related", "related", "list of other articles"),
    ("signup", "signup", "sign-up or login box"),
    ("tags", "related", "tag list"),
    ("author", "author_bio", "author box"),
    ("advert", "promo", "advertisement or call to action"),
    ("pager", "nav", "links to other pages"),
    ("nav", "nav", "navigation"),
    ("footer", "disclaimer", "page footer"),
    ("meta", "byline", "byline or date line"),
    ("caption", "credit", "caption or credit of a picture"),
    ("sidebar", "related", "side column"),
    ("contact", "contact", "contact block"),
    ("form", "signup", "form"),
    ("product", "promo", "shop element"),
    ("header", "nav", "page header"),
    ("widget", "widget", "widget"),
)


def drop_reason(draft: Draft, cues: Sequence[Phrase], section: Phrase | None) -> tuple[Role, str]:
    """The role and the reason of a block that is not part of the article."""
    for cue in cues:
        return cue.role, cue.says
    if section is not None:
        return section.role, f"under a heading: {section.says}"
    node = draft.node
    hinted = _by_hints(node.bits | node.parent.bits if node.parent is not None else node.bits, node.all_bits)
    if hinted is not None:
        return hinted
    if draft.link_share > 0.6:
        return "nav", "links only"
    return "widget", "does not read like the article around it"


@lru_cache(4096)
def _by_hints(near: int, around: int) -> tuple[Role, str] | None:
    for bits in (near, around):
        for name, role, says in _BY_HINT:
            if bits & BIT[name]:
                return role, says
    return None
