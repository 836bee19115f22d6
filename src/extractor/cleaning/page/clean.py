"""Cleaning of a page: tree, drafts, features, decision, article."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from extractor.cleaning.article import Article
from extractor.cleaning.assemble import kept_role, lay_out
from extractor.cleaning.block import Block
from extractor.cleaning.complete import complete
from extractor.cleaning.draft import Draft
from extractor.cleaning.furniture import Furniture, site_of
from extractor.cleaning.normalise import one_line
from extractor.cleaning.page.features import NAMES, page_features
from extractor.cleaning.page.metadata import PageMetadata
from extractor.cleaning.page.pools import pooled
from extractor.cleaning.page.published import settle
from extractor.cleaning.page.read import headings_of, read_page, stated_drafts
from extractor.cleaning.page.read_metadata import read_metadata
from extractor.cleaning.page.reasons import drop_reason
from extractor.cleaning.page.titles import site_behind
from extractor.cleaning.phrases import Phrase, load_phrases
from extractor.cleaning.scheme import scheme_rows
from extractor.cleaning.scope import scope_rows
from extractor.cleaning.trees import likeliest, load_trees
from extractor.cleaning.verdict import (
    bare_headings,
    confidence,
    debris_at_end,
    drops,
    empty_reason,
    lowered,
    whole_when_short,
)
from extractor.collector import collector_at_rest

if TYPE_CHECKING:
    from extractor.reading.source import Source

HIDDEN_PENALTY: Final = np.float32(6.0)  # log odds a hidden block loses: it must look very much like the article
RULE_PENALTY: Final = np.float32(
    3.0
)  # log odds a block loses that a sure rule names; the element it is in may outweigh that
# Roles whose phrases authors use inside articles too: on a page the element they stand in tells more than they do.
LEFT_TO_TREES: Final = frozenset(("contact", "related", "comments"))
MOSTLY_HIDDEN: Final = 0.4  # a page that hides this share of its words shows them by script
SHOWN_PART: Final = (
    4  # a page that shows less than one in so many characters of the article it states shows it by script
)
BESIDE: Final = 12  # blocks before and behind the article in which lines of its key facts may stand
LINKED: Final = 0.5  # share of links from which a line is no row of facts
STAY: Final = 0.2  # cost of changing sides, swept 0-3 by folds on the dev pages


class PageCleaner:
    """Cleans HTML pages."""

    def __init__(self, own_phrases: tuple[str, ...], furniture: Furniture | None) -> None:
        self._phrases = load_phrases(own_phrases)
        self._trees = load_trees("page", NAMES)
        self._furniture = furniture

    def __call__(self, source: Source) -> Article:
        """The article of a page."""
        # Its thousands of nodes refer upwards only: they are freed as the last reference goes, there is nothing to collect.
        with collector_at_rest():
            return self._clean(source)

    def _clean(self, source: Source) -> Article:
        read = read_page(source.text)
        drafts, issues = read.drafts, read.issues
        metadata = read_metadata(read.head, source.url or source.uri, headings_of(drafts))
        if sum(len(draft.text) for draft in drafts) * SHOWN_PART < len(metadata.article_body):
            drafts = stated_drafts(metadata.paragraphs)
            issues = [
                *issues,
                ("article_body", "the page shows no text: this is what its JSON-LD gives as the article's"),
            ]
        if not drafts:
            return _article("", [], metadata, issues)
        rows, own = page_features(drafts, self._phrases, metadata)
        scores = pooled(self._trees.scores(rows), drafts)
        title_at = _title_place(drafts, metadata)
        ruled = [False] * len(drafts)
        for place, cues in own.cues.items():
            ruled[place] = drops([cue for cue in cues if cue.role not in LEFT_TO_TREES], place, title_at)
        scores = scores - np.float32(RULE_PENALTY) * np.array(ruled, np.float32)
        hidden = np.fromiter([draft.node.hidden for draft in drafts], np.bool_, len(drafts))
        if hidden.any() and float(own.counts[hidden].sum()) < MOSTLY_HIDDEN * float(own.counts.sum()):
            scores = scores - HIDDEN_PENALTY * hidden.astype(np.float32)
        recurring: dict[int, str] = {}
        if self._furniture is not None:
            losses, recurring = self._furniture.penalties(
                site_of(source, metadata.url), [draft.text for draft in drafts]
            )
            scores = scores - np.array(losses, np.float32)
        keep = likeliest(lowered(scores, own.counts).tolist(), STAY)
        by_rule = [place in recurring or draft.node.hidden or ruled[place] for place, draft in enumerate(drafts)]
        keep = whole_when_short(len(drafts), keep, by_rule)
        texts = [draft.text for draft in drafts]
        for place in debris_at_end(texts, own.cues, keep):
            keep[place] = False
        bare = bare_headings([draft.kind for draft in drafts], keep)
        for place in bare:
            keep[place] = False
        for place in self._key_facts(drafts, texts, keep, own.cues.keys() | recurring.keys()):
            keep[place] = True
        blocks = self._label(drafts, keep, own.cues, recurring, metadata)
        for place in bare:
            blocks[place].reason = "heading of what was dropped"
        article = _article(lay_out(blocks), blocks, metadata, issues)
        behind = site_behind(one_line(read.head.title or ""), article.title or "")
        complete(article, title_at, (metadata.publisher, metadata.author, metadata.site), behind, metadata.dates)
        settle(article, metadata)
        article.confidence = confidence(scores, [block.is_body for block in blocks], own.counts)
        article.empty_reason = empty_reason(article.title, blocks, [draft.link_share for draft in drafts])
        return article

    @staticmethod
    def _key_facts(
        drafts: Sequence[Draft], texts: Sequence[str], keep: Sequence[bool], named: Collection[int]
    ) -> list[int]:
        """The places of lines in schemes of segments and tables of scope of which a part is kept: they are decided together."""
        kept = [place for place, is_kept in enumerate(keep) if is_kept]
        if not kept:
            return []
        start, stop = max(0, kept[0] - BESIDE), kept[-1] + 1 + BESIDE
        near, known = texts[start:stop], keep[start:stop]
        rows = scheme_rows(near, known, {place - start for place in named}) | scope_rows(near, known)
        return [
            place
            for row in rows
            if (place := start + row) not in named
            and not drafts[place].node.hidden
            and drafts[place].link_share < LINKED
        ]

    def _label(
        self,
        drafts: list[Draft],
        keep: list[bool],
        cues: dict[int, Sequence[Phrase]],
        recurring: dict[int, str],
        metadata: PageMetadata,
    ) -> list[Block]:
        blocks: list[Block] = []
        section: Phrase | None = None
        titles = (metadata.title, metadata.heading)
        for place, (draft, kept) in enumerate(zip(drafts, keep, strict=True)):
            met = cues.get(place, [])
            block = Block(draft.text, draft.kind, source=draft.node.path, level=draft.level)
            if draft.kind == "heading" and kept:
                section = None
            if draft.text in titles:
                block.role, block.reason = "title", "title of the page"
            elif kept:
                block.role = kept_role(draft.kind)
            elif place in recurring:
                block.role, block.reason = "furniture", recurring[place]
            else:
                block.role, block.reason = drop_reason(draft, met, section)
                section = next((cue for cue in met if cue.opens), section)
            blocks.append(block)
        return blocks


def _title_place(drafts: list[Draft], metadata: PageMetadata) -> int | None:
    """The place of the block that shows the title: a heading, if one does."""
    titles = (metadata.heading, metadata.title)
    places = [place for place, draft in enumerate(drafts) if draft.text in titles]
    return next((place for place in places if drafts[place].kind == "heading"), places[0] if places else None)


def _article(text: str, blocks: list[Block], metadata: PageMetadata, issues: list[tuple[str, str]]) -> Article:
    return Article(
        text=text,
        blocks=blocks,
        title=metadata.title,
        author=metadata.author,
        published=metadata.published,
        site=metadata.site,
        language=metadata.language,
        url=metadata.url,
        origins=metadata.origins,
        confidence=0.0,
        empty_reason="no_text",
        issues=list(issues),
    )
