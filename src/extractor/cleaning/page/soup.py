"""BeautifulSoup's reading of a page as events: slower than lxml, and lossless where that one loses its way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from extractor.cleaning.page.walk import Walker

_OPEN_TAG: Final = re.compile(r"<[a-zA-Z/][^<>]*+(?=<|\Z)")  # a tag that the next one ends
MOST_OPEN: Final = 100  # of such tags: for each of them the parser looks up to the page's end


def read_soup(markup: str, walker: Walker) -> None:
    """Reads a page with the tolerant parser: it ends a quote that is never closed at the next tag."""
    from bs4 import BeautifulSoup

    if sum(1 for _ in _OPEN_TAG.finditer(markup)) > MOST_OPEN:
        markup = _OPEN_TAG.sub(" ", markup)
    tell(BeautifulSoup(markup, "html.parser"), walker)


def tell(soup: Any, walker: Walker) -> None:
    """Tells a walker what a soup holds, in its order."""
    from bs4 import CData, NavigableString, Tag
    from bs4.element import PreformattedString

    open_tags: list[tuple[Any, str]] = [(iter(soup.children), "")]
    while open_tags:
        children, name = open_tags[-1]
        child = next(children, None)
        if child is None:
            open_tags.pop()
            if name:
                walker.end(name)
        elif isinstance(child, Tag):
            name = child.name.lower()
            walker.start(
                name, {key: " ".join(value) if isinstance(value, list) else value for key, value in child.attrs.items()}
            )
            open_tags.append((iter(child.children), name))
        elif isinstance(child, CData) or (
            isinstance(child, NavigableString) and not isinstance(child, PreformattedString)
        ):
            walker.data(str(child))
