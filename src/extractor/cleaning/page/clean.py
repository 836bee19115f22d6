"""Cleaning of a page: tree, drafts, features, decision, article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extractor.cleaning.article import Article, Block
from extractor.cleaning.assemble import kept_role, lay_out
from extractor.cleaning.complete import complete
from extractor.cleaning.draft import Draft
from extractor.cleaning.page.features import NAMES, page_features
from extractor.cleaning.page.metadata import PageMetadata, read_metadata
from extractor.cleaning.page.reasons import drop_reason
from extractor.cleaning.page.tree import parse, parse_again
from extractor.cleaning.page.walk import Walker
from extractor.cleaning.phrases import Phrase, load_phrases
from extractor.cleaning.trees import likeliest, load_trees
from extractor.cleaning.verdict import confidence, empty_reason, whole_when_short

if TYPE_CHECKING:
    from extractor.cleaning.furniture import Furniture
    from extractor.reading.source import Source

STAY: Final = 0.2  # cost of changing sides, swept 0-3 by folds on the dev pages


class PageCleaner:
    """Cleans HTML pages."""

    def __init__(self, own_phrases: tuple[str, ...], furniture: Furniture | None) -> None:
        self._phrases = load_phrases(own_phrases)
        self._trees = load_trees("page", NAMES)
        self._furniture = furniture

    def __call__(self, source: Source) -> Article:
        """The article of a page."""
        tree, issues = parse(source.text)
        metadata = read_metadata(tree, source.url or source.uri)
        drafts = Walker().walk(tree)
        again = parse_again(source.text, sum(len(draft.text) for draft in drafts))
        if again is not None:
            drafts = Walker().walk(again)
            issues = [*issues, ("second_parse", "far less text than the markup holds")]
        if not drafts:
            return _article("", [], metadata, issues)
        rows, own, _ = page_features(drafts, self._phrases, metadata.title or "", metadata.article_body, metadata.is_article)
        scores = self._trees.scores(rows)
        keep = likeliest(scores.tolist(), STAY)
        by_rule = [draft.node.hidden or any(cue.sure for cue in own.cues.get(place, ())) for place, draft in enumerate(drafts)]
        keep = whole_when_short(len(drafts), keep, by_rule)
        blocks = self._label(drafts, keep, own.cues, metadata)
        article = _article(lay_out(blocks), blocks, metadata, issues)
        title_at = next((place for place, block in enumerate(blocks) if block.role == "title"), None)
        complete(article, title_at, (metadata.publisher, metadata.author, metadata.site))
        article.confidence = confidence(scores, [block.is_body for block in blocks], own.counts)
        article.empty_reason = empty_reason(article.title, blocks, [draft.link_share for draft in drafts])
        return article

    def _label(
        self, drafts: list[Draft], keep: list[bool], cues: dict[int, list[Phrase]], metadata: PageMetadata
    ) -> list[Block]:
        blocks: list[Block] = []
        section: Phrase | None = None
        for place, (draft, kept) in enumerate(zip(drafts, keep, strict=True)):
            met = cues.get(place, [])
            sure = next((cue for cue in met if cue.sure), None)
            block = Block(draft.text, draft.kind, source=draft.node.path, level=draft.level)
            if draft.kind == "heading" and kept and sure is None:
                section = None
            if draft.text == metadata.title:
                block.role, block.reason = "title", "title of the page"
            elif kept and sure is None:
                block.role = kept_role(draft.kind)
            else:
                block.role, block.reason = drop_reason(draft, met, section)
                section = next((cue for cue in met if cue.opens), section)
            blocks.append(block)
        return blocks


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
