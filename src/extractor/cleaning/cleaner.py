"""The cleaning stage: a source becomes an article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from extractor.cleaning.article import Article
from extractor.cleaning.beside import fill_in
from extractor.cleaning.flat.clean import FlatCleaner

if TYPE_CHECKING:
    from extractor.cleaning.furniture import Furniture
    from extractor.cleaning.page.clean import PageCleaner
    from extractor.reading.source import Source
    from extractor.settings import Settings


class Cleaner:
    """Tells the article from what stands around it. Build one, call it often.

    Args:
        settings: the settings of the run; the defaults when left out.
        furniture: lines that recur over the documents of a site, where a run has counted them; they are dropped.
    """

    def __init__(self, settings: Settings | None = None, furniture: Furniture | None = None) -> None:
        section = getattr(settings, "cleaning", None)
        self._phrases = tuple(getattr(section, "phrases", ()))
        self._furniture = furniture
        reading = getattr(settings, "reading", None)
        # A column that somebody named speaks louder than the document; one that was found by its name does not.
        named = {"title": getattr(reading, "title_field", None), "published": getattr(reading, "date_field", None)}
        self._preferred = frozenset(name for name, column in named.items() if column)
        self._flat = FlatCleaner(self._phrases, self._furniture)

    @cached_property
    def _page(self) -> PageCleaner:  # loads lxml, which a run over texts does without
        from extractor.cleaning.page.clean import PageCleaner

        return PageCleaner(self._phrases, self._furniture)

    def __call__(self, source: Source) -> Article:
        """The article of one source: the same for the same source, always."""
        article = self._page(source) if source.media_type == "text/html" else self._flat(source)
        if source.hints:
            fill_in(article, source.hints, self._preferred)
        return article
