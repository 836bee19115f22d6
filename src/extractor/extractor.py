"""The way in from Python: `extract`, `clean`, `mentions`, and the `Extractor` that holds the compiled state."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.annotating.spacy_import import import_spacy
from extractor.collector import built_for_good, collector_at_rest
from extractor.reading.accept import make_source
from extractor.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from spacy.tokens import Doc

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.annotator import Annotator
    from extractor.annotating.mention import Mention
    from extractor.cleaning import Cleaner, Furniture
    from extractor.cleaning.article import Article
    from extractor.linking import Linker
    from extractor.records import Record


# Stages are built one at a time: a library that two threads import at once may come out half made.
_BUILDING = threading.RLock()


class Extractor:
    """Cleans, annotates, links and validates. Building one is slow (rules compile), calling it is not.

    One instance serves any number of documents. Threads may share it, but gain no time; processes do (`pipe` with
    `workers`). A pickled one carries its settings and is built anew where it is used.

    >>> record = Extractor()("The tidal lamp market was worth USD 9.2 Mn in 2025 and will reach USD 26.5 Mn by 2032.")
    >>> [(str(item.amount), item.currency, item.year, item.kind) for item in record.estimates]
    [('9200000', 'USD', 2025, 'base'), ('26500000', 'USD', 2032, 'forecast')]
    """

    def __init__(self, settings: Settings | None = None, furniture: Furniture | None = None) -> None:
        if settings is not None and not isinstance(settings, Settings):
            raise TypeError(f"settings are a Settings, not {type(settings).__name__} (see Settings.from_dict)")
        self.settings = settings or Settings()
        self._furniture = furniture
        self._cleaner: Cleaner | None = None
        self._annotator: Annotator | None = None
        self._linker: Linker | None = None

    @property
    def cleaner(self) -> Cleaner:
        """The cleaning stage, built on first use."""
        if self._cleaner is None:
            with _BUILDING, built_for_good():
                from extractor.cleaning import Cleaner

                self._cleaner = self._cleaner or Cleaner(self.settings, self._furniture)
        return self._cleaner

    @property
    def annotator(self) -> Annotator:
        """The annotating stage, built on first use."""
        if self._annotator is None:
            with _BUILDING, built_for_good():
                import_spacy()
                from extractor.annotating.annotator import Annotator

                self._annotator = self._annotator or Annotator(self.settings)
        return self._annotator

    @property
    def linker(self) -> Linker:
        """The linking stage, built on first use."""
        if self._linker is None:
            with _BUILDING, built_for_good():
                from extractor.linking import Linker

                self._linker = self._linker or Linker(self.settings)
        return self._linker

    def __reduce__(self) -> tuple[Any, ...]:
        # The compiled state is no matter for a pickle: joblib, Ray and multiprocessing send the recipe.
        return Extractor, (self.settings, self._furniture)

    def __call__(self, source: object) -> Record:
        """The record of one document.

        Args:
            source: a `pathlib.Path`, bytes, a string (text or HTML, told apart by looking; never taken for
                a path), a BeautifulSoup object or a `Source`.
        Raises:
            ExtractorError: if the source cannot be read.
            TypeError: if it is none of the above.
        """
        with collector_at_rest():
            return self._record(source)

    def _record(self, source: object) -> Record:
        """All stages in turn. What they made is gone when this returns: a collection behind it meets the record alone."""
        from extractor.validating.assemble import assemble, empty_record

        made = make_source(source, self.settings)
        article = self.cleaner(made)
        if article.empty_reason is not None or not article.text:
            return empty_record(made, article)
        annotation, left_out = self._annotate(article)
        return assemble(made, annotation, self.linker(annotation), left_out)

    def clean(self, source: object) -> Article:
        """The cleaned article of one document: its `text`, `title`, `blocks` with roles and reasons."""
        return self.cleaner(make_source(source, self.settings, identified=False))

    def mentions(self, text: str) -> list[Mention]:
        """The mentions of one plain text as it stands, without cleaning; offsets are into `text`.

        Raises:
            TypeError: if it is no string.
        """
        if not isinstance(text, str):
            raise TypeError(f"a text is a str, not {type(text).__name__}")
        return self.annotator.mentions(text)

    def doc(self, source: object) -> Doc:
        """The spaCy Doc of the cleaned body, each kind of mention in a span group ("companies", "money" ...)."""
        import_spacy()
        from extractor.pipes import add_spans

        annotation, _ = self._annotate(self.clean(source))
        add_spans(annotation.doc, annotation.mentions)
        return annotation.doc

    def pipe(self, sources: Iterable[object], workers: int = 1) -> Iterator[Record]:
        """The records of many documents, in the order of `sources`, over `workers` processes.

        Raises:
            ExtractorError: at the first source that cannot be read; `extractor run` quarantines it instead.
            TypeError: if `sources` is one source, or one of them is of no kind that can be read.
        """
        if isinstance(sources, str | bytes):
            raise TypeError(f"sources are a list of sources or another iterable, not one {type(sources).__name__}")
        if workers <= 1:
            for source in sources:
                yield self(source)
            return
        from extractor.running.pool import map_ordered

        yield from map_ordered(self.settings, (make_source(source, self.settings) for source in sources), workers)

    def _annotate(self, article: Article) -> tuple[Annotation, int]:
        """The annotation of the article, and how many characters at its end were left out for size."""
        left_out = len(article.text) - self.settings.annotating.max_chars
        if left_out > 0:
            article = shortened(article, self.settings.annotating.max_chars)
        return self.annotator(article), max(0, left_out)


def shortened(article: Article, limit: int) -> Article:
    """The article cut behind the last block that fits into `limit` characters, or inside a first block that does not."""
    kept = [block for block in article.body_blocks if block.end <= limit]
    end = kept[-1].end if kept else limit
    if not kept:
        first = article.body_blocks[0]
        kept = [replace(first, text=article.text[first.start : end], end=end)]
    return replace(article, text=article.text[:end], blocks=[*article.dropped_blocks, *kept])


_DEFAULT = Extractor()  # for calls without settings; its stages are built when first used


def extract(source: object, settings: Settings | None = None) -> Record:
    """The record of one document; see `Extractor.__call__` for what a source may be.

    For many documents build one `Extractor` and call that.

    >>> record = extract("The tidal lamp market was worth USD 9.2 Mn in 2025. It may grow at a CAGR of 16.3% to 2032.")
    >>> record.money[0].text, str(record.growth[0].rate), record.status
    ('USD 9.2 Mn', '16.3', 'ok')
    """
    return (Extractor(settings) if settings is not None else _DEFAULT)(source)


def clean(source: object, settings: Settings | None = None) -> Article:
    """The article of one document without its boilerplate.

    >>> article = clean("<html><body><nav><a href='/'>Home</a> <a href='/b'>Blog</a></nav><h1>Kelp</h1><p>Kelp farms grew "
    ...                 "quickly last year, and the region now counts forty of them.</p></body></html>")
    >>> article.title, article.text
    ('Kelp', 'Kelp farms grew quickly last year, and the region now counts forty of them.')
    """
    return (Extractor(settings) if settings is not None else _DEFAULT).clean(source)


def mentions(text: str, settings: Settings | None = None) -> list[Mention]:
    """The mentions of one plain text, without cleaning, by position.

    Each has `label` (MONEY, PERCENT, YEAR, PERIOD, COMPANY, REGION), `start`, `end`, `text`, `rule` and its values: it
    is a `Money`, `Rate`, `Years`, `CompanyName` or `RegionName`. `to_dict()` gives them JSON-ready.

    >>> [(found.label, found.text, found.amount) for found in mentions("It cost $1.5bn, or 16.3% more.")]
    [('MONEY', '$1.5bn', Decimal('1500000000')), ('PERCENT', '16.3%', Decimal('16.3'))]
    """
    return (Extractor(settings) if settings is not None else _DEFAULT).mentions(text)
