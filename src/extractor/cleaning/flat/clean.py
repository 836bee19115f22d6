"""Cleaning of a flat text: lines, features, decision, article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extractor.cleaning.article import Article, Block, BlockKind
from extractor.cleaning.assemble import kept_role, lay_out
from extractor.cleaning.flat.features import flat_features
from extractor.cleaning.flat.lines import cut_endless, is_wrapped, join_fragments, kind_of, split_glued, split_lines, unwrap
from extractor.cleaning.flat.title import find_title
from extractor.cleaning.network import load_network
from extractor.cleaning.phrases import load_phrases

if TYPE_CHECKING:
    from extractor.cleaning.furniture import Furniture
    from extractor.reading.source import Source

FEW_LINES: Final = 6  # a text this short is an article unless its lines say otherwise


class Lines:
    """The lines of a flat text after they were made whole: parallel lists."""

    __slots__ = ("blanks", "items", "kinds", "levels", "numbers", "texts")

    def __init__(self, text: str) -> None:
        lines, numbers, blanks = split_lines(text)
        if is_wrapped(lines, blanks):
            lines, numbers, blanks = unwrap(lines, numbers, blanks)
        else:
            lines, numbers, blanks = join_fragments(lines, numbers, blanks)
        self.texts: list[str] = []
        self.numbers: list[int] = []
        self.blanks: list[bool] = []
        self.kinds: list[BlockKind] = []
        self.levels: list[int] = []
        for line, number, blank in zip(lines, numbers, blanks, strict=True):
            kind, level, bare = kind_of(line)
            parts = [bare] if len(bare) < 40 else [piece for part in split_glued(bare) for piece in cut_endless(part)]
            for part in parts:
                self.texts.append(part)
                self.numbers.append(number)
                self.blanks.append(blank)
                self.kinds.append(kind)
                self.levels.append(level)
                blank = True
                kind = "paragraph" if len(parts) > 1 else kind
        self.items = [kind == "list_item" for kind in self.kinds]


class FlatCleaner:
    """Cleans flat texts."""

    def __init__(self, own_phrases: tuple[str, ...], furniture: Furniture | None) -> None:
        self._phrases = load_phrases(own_phrases)
        self._network = load_network("flat")
        self._furniture = furniture

    def __call__(self, source: Source) -> Article:
        """The article of a flat text."""
        lines = Lines(source.text)
        texts = lines.texts
        if not texts:
            return Article("", empty_reason="no_text")
        title_at = find_title(texts, lines.kinds)
        rows, cues = flat_features(texts, lines.items, lines.blanks, self._phrases, title_at)
        scores = self._network.scores(rows)
        keep = self._network.decide(scores)
        blocks = [
            Block(text, kind, "body", "", -1, -1, f"line {number}", level)
            for text, kind, number, level in zip(texts, lines.kinds, lines.numbers, lines.levels, strict=True)
        ]
        title = texts[title_at] if title_at is not None else None
        for place, block in enumerate(blocks):
            met = cues.get(place, [])
            sure = next((cue for cue in met if cue.sure), None)
            if place == title_at or (title is not None and block.text == title):
                block.role, block.reason = "title", "title of the text"
            elif keep[place] and sure is None:
                block.role = kept_role(block.kind)
            elif met:
                block.role, block.reason = met[0].role, met[0].says
            else:
                block.role, block.reason = "widget", "does not read like the article around it"
        text = lay_out(blocks)
        return Article(text, blocks, title=title, empty_reason=None if text else "no_article")
