"""What stands beside a text, in a container or above it: columns for title, author and date, where the document is silent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extractor.cleaning.dates import find_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.cleaning.article import Article

ORIGIN: Final = "column"
_SPACE: Final = re.compile(r"\s+")


def fill_in(
    article: Article, columns: Mapping[str, str], preferred: frozenset[str] = frozenset(), origin: str = ORIGIN
) -> None:
    """Sets title, author and date of an article from columns, where it states none itself or the column is `preferred`.

    Args:
        article: is changed.
        columns: what stands beside the text: "title", "author", "published".
        preferred: columns that go before what the article states.
        origin: what the article calls the place of such values.

    >>> from extractor.cleaning.article import Article
    >>> article = Article("Kelp grew.", title="Kelp")
    >>> fill_in(article, {"title": "Kelp | Dump", "published": "March 5, 2025", "author": " Ada  Wren "})
    >>> article.title, article.published, article.author
    ('Kelp', '2025-03-05', 'Ada Wren')
    """
    for name in ("title", "author", "published"):
        stated = _SPACE.sub(" ", columns.get(name, "")).strip()
        value = find_date(stated) if name == "published" else stated
        if value and (name in preferred or not getattr(article, name)):
            setattr(article, name, value)
            article.origins[name] = origin
