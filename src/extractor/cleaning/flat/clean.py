"""Cleaning of a flat text: lines, features, decision, article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from extractor.cleaning.article import Article
from extractor.cleaning.assemble import kept_role, lay_out
from extractor.cleaning.beside import fill_in
from extractor.cleaning.block import KEPT, Block
from extractor.cleaning.complete import complete
from extractor.cleaning.flat.features import NAMES, add_title, states_figure, surroundings
from extractor.cleaning.flat.lines import Lines
from extractor.cleaning.flat.markdown import without_marks
from extractor.cleaning.flat.opening import opening_heading
from extractor.cleaning.flat.scraps import LONGEST, scrap_reason
from extractor.cleaning.flat.tidy import tidy_title
from extractor.cleaning.flat.title import SHORT, find_title, split_title
from extractor.cleaning.furniture import Furniture, site_of
from extractor.cleaning.phrases import load_phrases
from extractor.cleaning.scheme import scheme_rows
from extractor.cleaning.scope import scope_rows
from extractor.cleaning.trees import likeliest, load_trees
from extractor.cleaning.verdict import confidence, drops, empty_reason, lowered, whole_when_short

if TYPE_CHECKING:
    from extractor.cleaning.phrases import Phrase
    from extractor.reading.source import Source

CLEAR: Final = (
    0.5  # confidence from which each line is judged for itself; swept 0.5-0.7: below, keeping more serves better
)
FRONT_MATTER_KNOWS: Final = frozenset(
    ("published", "author")
)  # better than the text; its title may be that of the site's page
STAY: Final = 0.2  # log odds that a change between kept and dropped costs; swept 0-3 by folds


class FlatCleaner:
    """Cleans flat texts."""

    def __init__(self, own_phrases: tuple[str, ...], furniture: Furniture | None) -> None:
        self._phrases = load_phrases(own_phrases)
        self._title_trees = load_trees("title", NAMES)
        self._trees = load_trees("flat", NAMES)
        self._furniture = furniture

    def __call__(self, source: Source) -> Article:
        """The article of a flat text."""
        plain = without_marks(source.text)
        lines = Lines(plain.text, plain.rows)
        texts = lines.texts
        if not texts:
            return Article("", confidence=0.0, empty_reason="no_text")
        rows, own = surroundings(texts, lines.kinds, lines.blanks, self._phrases)
        scope = scope_rows(texts)
        title_at, certainty = find_title(lines, rows, self._title_trees, own.cues.keys(), scope)
        add_title(rows, title_at, certainty)
        scores = self._trees.scores(rows)
        recurring: dict[int, str] = {}
        if self._furniture is not None:
            losses, recurring = self._furniture.penalties(site_of(source), texts)
            scores = scores - np.array(losses, np.float32)
        keep = likeliest(scores.tolist(), STAY)
        if confidence(scores, keep, own.counts) < CLEAR:
            keep = likeliest(lowered(scores, own.counts).tolist(), STAY)
        blocks = [
            Block(text, kind, "body", "", -1, -1, f"line {number}", level)
            for text, kind, number, level in zip(texts, lines.kinds, lines.numbers, lines.levels, strict=True)
        ]
        _give_roles(blocks, keep, title_at, own.cues, recurring, scope)
        text = lay_out(blocks)
        sure_of_it = confidence(scores, [block.role in KEPT for block in blocks], own.counts)
        title = texts[title_at] if title_at is not None else None
        shown = None if title is None else tidy_title(title, texts)
        if title_at is not None and shown != title:
            title_at = split_title(blocks, title_at, shown or "")
        article = Article(text, blocks, title=shown)
        if title is not None:
            article.origins["title"] = "line"
        complete(article, title_at, ())
        if plain.stated:
            fill_in(article, plain.stated, FRONT_MATTER_KNOWS, "front matter")
        article.confidence = sure_of_it
        article.empty_reason = empty_reason(title, blocks, None)
        return article


def _give_roles(
    blocks: Sequence[Block],
    keep: list[bool],
    title_at: int | None,
    cues: Mapping[int, Sequence[Phrase]],
    recurring: Mapping[int, str],
    scope: Iterable[int],
) -> None:
    """Gives each line its role, and the reason why it is dropped: by the decision of the trees, with what rules know better.

    Args:
        blocks: the lines.
        keep: whether the trees keep each.
        title_at: the line that is the title.
        cues: the phrases that lines hold.
        recurring: the lines that recur over the documents of the site, each with the reason.
        scope: the lines that are rows of tables of scope.
    """
    texts = [block.text for block in blocks]
    scraps = {
        place: reason for place, text in enumerate(texts) if len(text) <= LONGEST and (reason := scrap_reason(text))
    }
    sure = {place for place, met in cues.items() if drops(met, place, title_at)}
    by_rule = scraps.keys() | sure | recurring.keys()
    keep = whole_when_short(len(texts), keep, [place in by_rule for place in range(len(texts))])
    named = by_rule | cues.keys()
    keep = with_figures(texts, keep, named, title_at, scope, anywhere=len(texts) <= SHORT)
    for place in scheme_rows(texts, keep, named, 0 if title_at is None else title_at + 1):
        keep[place] = True
    heading = opening_heading(texts, keep, named, -1 if title_at is None else title_at)
    if heading is not None:
        keep[heading] = True
    title = texts[title_at] if title_at is not None else None
    for place, block in enumerate(blocks):
        if block.text == title:
            block.role, block.reason = "title", "title of the text"
        elif place in scraps:
            block.role, block.reason = "widget", scraps[place]
        elif keep[place] and place not in sure:
            block.role = kept_role(block.kind)
        elif place in recurring:
            block.role, block.reason = "furniture", recurring[place]
        elif place in cues:
            block.role, block.reason = cues[place][0].role, cues[place][0].says
        else:
            block.role, block.reason = "widget", "does not read like the article around it"


def with_figures(
    texts: list[str],
    keep: list[bool],
    named: Collection[int],
    title_at: int | None,
    scope: Iterable[int] = (),
    *,
    anywhere: bool = False,
) -> list[bool]:
    """The decision, but a line between title and end of the article that states a figure stays, unless a rule names it; so do the
    rows of a table of the report's scope.

    Args:
        texts: the lines.
        keep: whether each is kept.
        named: the lines that rules name.
        title_at: the line that is the title.
        scope: the lines that are rows of tables of scope.
        anywhere: whether lines outside the article stay, too.

    >>> with_figures(["Tin in one chart", "Tin: $3bn (2024), CAGR 4%", "Tin is back.", "Zinc: $9bn"], [False, False, True, False], (), 0)
    [False, True, True, False]
    """
    kept = [place for place, is_kept in enumerate(keep) if is_kept]
    if not kept:
        return keep
    first = kept[0] if title_at is None else min(title_at + 1, kept[0])
    out = list(keep)
    for place in range(0 if anywhere else first, len(texts) if anywhere else kept[-1]):
        if not keep[place] and place not in named and states_figure(texts[place]):
            out[place] = True
    for place in scope:
        if place >= first and place not in named:
            out[place] = True
    return out
