"""Scraped market-research articles in, validated records with evidence out.

The heavy parts (spaCy, lxml) are imported when a name is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.annotating.mention import CompanyName as CompanyName
    from extractor.annotating.mention import Mention as Mention
    from extractor.annotating.mention import Money as Money
    from extractor.annotating.mention import Rate as Rate
    from extractor.annotating.mention import RegionName as RegionName
    from extractor.annotating.mention import Years as Years
    from extractor.cleaning.article import Article as Article
    from extractor.errors import ExtractorError as ExtractorError
    from extractor.extractor import Extractor as Extractor
    from extractor.extractor import clean as clean
    from extractor.extractor import extract as extract
    from extractor.extractor import mentions as mentions
    from extractor.pipes import blank as blank
    from extractor.reading.source import Source as Source
    from extractor.records import Record as Record
    from extractor.settings import Settings as Settings
    from extractor.writing.frames import tables as tables

__version__ = "0.1.0"

_HOMES = {
    "Article": "extractor.cleaning.article",
    "CompanyName": "extractor.annotating.mention",
    "Extractor": "extractor.extractor",
    "ExtractorError": "extractor.errors",
    "Mention": "extractor.annotating.mention",
    "Money": "extractor.annotating.mention",
    "Rate": "extractor.annotating.mention",
    "Record": "extractor.records",
    "RegionName": "extractor.annotating.mention",
    "Settings": "extractor.settings",
    "Source": "extractor.reading.source",
    "Years": "extractor.annotating.mention",
    "blank": "extractor.pipes",
    "clean": "extractor.extractor",
    "extract": "extractor.extractor",
    "mentions": "extractor.extractor",
    "tables": "extractor.writing.frames",
}
__all__ = [  # noqa: RUF022 -- in the order a reader meets them
    "extract",
    "clean",
    "mentions",
    "Extractor",
    "Settings",
    "Record",
    "Article",
    "Source",
    "Mention",
    "Money",
    "Rate",
    "Years",
    "CompanyName",
    "RegionName",
    "blank",
    "tables",
    "ExtractorError",
    "__version__",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'extractor' has no attribute {name!r}")
    from importlib import import_module

    from extractor.collector import built_for_good

    with built_for_good():
        value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
