"""A document marked up for a terminal: what was found where, by which rule, and what was dropped and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.writing.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from extractor.cleaning.article import Article
    from extractor.records import Evidence, Record

STYLES = {
    "money": "bold green",
    "years": "cyan",
    "growth": "bold magenta",
    "companies": "bold yellow",
    "regions": "bold blue",
}
# Columns that are never cut or broken: of half a figure one reads another figure.
WHOLE = frozenset({"kind", "amount", "currency", "year", "rate %", "years", "code", "mentions"})
DROPPED_CHARS = 160  # of a dropped block: enough to recognise it


def print_document(
    record: Record, article: Article, *, show_dropped: bool = True, console: Console | None = None
) -> None:
    """Prints a document: its facts, its text with the mentions coloured, its dropped blocks."""
    console = console or _Console(highlight=False, soft_wrap=False)
    out = _Printer(console)
    out.facts(record)
    out.body(record)
    out.tables(record)
    if show_dropped:
        out.dropped(article)


def _text(value: object, style: str = "") -> Text:
    return Text(plain("" if value is None else str(value)), style=style)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        # Rich would leave with status 1; whoever read the output has merely had enough, which the command line knows.
        raise BrokenPipeError


class _Printer:
    def __init__(self, console: Console) -> None:
        self.console = console

    def facts(self, record: Record) -> None:
        self.console.print(_text(record.title or "(no title)", "bold underline"))
        market = record.market
        rows = (
            ("status", record.status), ("market", market and market.name), ("region", market and market.region),
            ("publisher", record.publisher), ("author", record.author), ("published", record.published),
            ("language", record.language), ("source", f"{record.source.uri} ({record.source.media_type}, {record.source.encoding})"),
        )  # fmt: skip
        for name, value in rows:
            if value:
                self.console.print(Text(f"  {name:<10}", style="dim") + _text(value))
        for check in record.checks:
            style = {"error": "bold red", "warning": "red", "info": "green"}[check.severity]
            self.console.print(Text(f"  {check.severity:<10}", style=style) + _text(f"{check.code}: {check.message}"))
        for issue in record.issues:
            self.console.print(Text("  issue     ", style="red") + _text(f"{issue.stage}: {issue.code} {issue.detail}"))
        self.console.print()

    def body(self, record: Record) -> None:
        # Styles are laid over the original offsets, so the text is made plain character by character: none may vanish.
        text = Text(
            "".join(plain(sign) or " " for sign in record.text) if not record.text.isprintable() else record.text
        )
        for money in record.money:
            text.stylize(STYLES["money"], money.start, money.end)
        for year in record.years:
            text.stylize(STYLES["years"], year.start, year.end)
        for rate in record.growth:
            for piece in rate.evidence:
                if piece.field == "text":
                    text.stylize(STYLES["growth"], piece.start, piece.end)
        for kind, names in (("companies", record.companies), ("regions", record.regions)):
            for name in names:
                for start, end in name.mentions:
                    text.stylize(STYLES[kind], start, end)
        self.console.print(text)
        self.console.print(Text("  ".join(STYLES), style="dim"))
        self.console.print()

    def tables(self, record: Record) -> None:
        self._table(
            "Estimates",
            ("kind", "amount", "currency", "year", "scope", "market", "evidence", "rule"),
            (
                (
                    item.kind,
                    _amount(item.amount, item.amount_high),
                    item.currency,
                    _span(item.year, item.end_year),
                    item.scope,
                    item.market,
                    *_quote(item.evidence),
                )
                for item in record.estimates
            ),
        )
        self._table(
            "Growth",
            ("kind", "rate %", "years", "scope", "market", "evidence", "rule"),
            (
                (
                    item.kind,
                    _span(item.rate, item.rate_high),
                    _span(item.start_year, item.end_year),
                    item.scope,
                    item.market,
                    *_quote(item.evidence),
                )
                for item in record.growth
            ),
        )
        self._table(
            "Companies",
            ("name", "canonical", "form", "role", "ticker", "mentions", "rule"),
            (
                (item.name, item.canonical, item.legal_form, item.role, item.ticker, len(item.mentions), item.rule)
                for item in record.companies
            ),
        )
        self._table(
            "Regions",
            ("name", "canonical", "code", "kind", "role", "mentions", "rule"),
            (
                (item.name, item.canonical, item.code, item.kind, item.role, len(item.mentions), item.rule)
                for item in record.regions
            ),
        )
        others = ((label, item.text, item.rule) for label, items in record.other.items() for item in items)
        self._table("Other", ("label", "text", "rule"), others)
        self._table("Segments", ("by", "values"), ((item.by, ", ".join(item.values)) for item in record.segments))

    def dropped(self, article: Article) -> None:
        self._table(
            "Dropped",
            ("role", "reason", "where", "text"),
            (
                (block.role, block.reason, block.source, " ".join(block.text.split())[:DROPPED_CHARS])
                for block in article.dropped_blocks
            ),
        )

    def _table(self, title: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
        filled = [[plain("" if cell is None else str(cell)) for cell in row] for row in rows]
        if not filled:
            return
        table = Table(
            title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, header_style="dim"
        )
        # A column that no row fills takes room from the others.
        shown = [(name, cells) for name, cells in zip(columns, zip(*filled, strict=True), strict=True) if any(cells)]
        for name, cells in shown:
            width = max(map(len, (name, *cells))) if name in WHOLE else None
            table.add_column(name, min_width=width, overflow="fold")
        for row in zip(*(cells for _, cells in shown), strict=True):
            table.add_row(*map(Text, row))
        self.console.print(table)
        self.console.print()


def _amount(low: Decimal, high: Decimal | None) -> str:
    """An amount as a person reads it.

    >>> from decimal import Decimal
    >>> _amount(Decimal("9200000"), None), _amount(Decimal("1.5"), Decimal("2E+3"))
    ('9,200,000', '1.5 - 2,000')
    """
    return _span(f"{low:,f}", None if high is None else f"{high:,f}")


def _span(low: object, high: object) -> str:
    return "" if low is None else f"{low}" if high is None or high == low else f"{low} - {high}"


def _quote(evidence: list[Evidence]) -> tuple[str, str]:
    piece = evidence[0] if evidence else None
    return ("", "") if piece is None else (" ".join(piece.text.split()), piece.rule or "")
