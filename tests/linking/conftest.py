"""Short texts through the real annotator and linker."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.annotating.annotation import Annotation
from extractor.annotating.annotator import Annotator
from extractor.cleaning.article import Article
from extractor.cleaning.block import Block
from extractor.linking import Linker, Links
from extractor.settings import Settings

Annotate = Callable[..., Annotation]
Link = Callable[..., Links]
Show = Callable[[Links], list[str]]


def blocks_of(text: str) -> list[Block]:
    """A block a line: "- " starts a list item, " | " makes a table row, "# " in front a heading."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            kind = "list_item" if line.startswith("- ") else "table_row" if " | " in line else "paragraph"
            if kind == "paragraph" and len(line) < 70 and line[-1] not in ".!:":
                kind = "heading"
            role = {"list_item": "list", "table_row": "table", "heading": "heading", "paragraph": "body"}[kind]
            blocks.append(Block(line, kind, role, start=at, end=at + len(line), level=1))  # type: ignore[arg-type]
        at += len(line) + 1
    return blocks


@pytest.fixture(scope="session")
def annotate() -> Annotate:
    annotator = Annotator(Settings())

    def run(text: str, title: str | None = None, published: str | None = None) -> Annotation:
        return annotator(Article(text=text, blocks=blocks_of(text), title=title, published=published))

    return run


@pytest.fixture(scope="session")
def link(annotate: Annotate) -> Link:
    linker = Linker(Settings())

    def run(text: str, title: str | None = None, published: str | None = None) -> Links:
        return linker(annotate(text, title, published))

    return run


def short(amount: Decimal | None) -> str:
    """An amount in millions, so that tables stay readable."""
    return "" if amount is None else format((amount / 1_000_000).normalize(), "f")


@pytest.fixture(scope="session")
def values() -> Show:
    """Shows estimates."""
    return shown_values


@pytest.fixture(scope="session")
def rates() -> Show:
    """Shows growth."""
    return shown_rates


def shown_values(links: Links) -> list[str]:
    """The estimates as "kind amount-in-millions currency year [scope]"."""
    found = []
    for item in links.estimates:
        amount = short(item.amount) + (f"-{short(item.amount_high)}" if item.amount_high is not None else "")
        scope = f" [{item.scope}]" if item.scope else ""
        market = f" <{item.market}>" if item.market else ""
        found.append(f"{item.kind} {amount} {item.currency} {item.year}{scope}{market}")
    return found


def shown_rates(links: Links) -> list[str]:
    """The growth entries as "kind rate start-end [scope]", with "~" where the period is inferred."""
    found = []
    for item in links.growth:
        high = f"..{item.rate_high.normalize():f}" if item.rate_high is not None else ""
        scope = f" [{item.scope}]" if item.scope else ""
        mark = " ~" if item.period_inferred else " "
        found.append(f"{item.kind} {item.rate.normalize():f}{high}{mark}{item.start_year}-{item.end_year}{scope}")
    return found
