"""One page to look a run over: a row a document, then the first documents with their values marked in the text."""

from __future__ import annotations

import json
from collections import Counter
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any

from extractor.reading.entry import place_in
from extractor.writing.disk import Disk, Replacement
from extractor.writing.facts import facts, value_in_words
from extractor.writing.sinks import Sink
from extractor.writing.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_ROWS = 10_000  # a browser shows no more with ease; the tables of the other formats have all
MAX_TEXTS = 200  # documents whose text is shown
MAX_CHARS = 20_000  # of a text that is shown

HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>extractor: report</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #ddd; }
td.number { text-align: right; white-space: nowrap; } .warning { color: #a33; } .source { color: #777; font-size: 85%; overflow-wrap: anywhere; }
article { white-space: pre-wrap; border-left: 3px solid #ddd; padding-left: 1rem; margin: 1rem 0; }
mark { border-radius: 3px; padding: 0 2px; } .money { background: #d8f0d0; } .year { background: #e4e4f8; } .growth { background: #ffe9b8; }
dt { float: left; clear: left; width: 9rem; color: #777; } dd { margin-left: 9.5rem; } .company { background: #d6ecff; } .region { background: #f6dcec; } summary { cursor: pointer; padding: .2rem 0; }
</style></head><body>
"""
LEGEND = " ".join(f'<mark class="{name}">{name}</mark>' for name in ("money", "year", "growth", "company", "region"))


def write(records: Path, folder: Path, disk: Disk) -> list[Path]:
    """One file, `report.html`, complete in itself: no script, nothing fetched."""
    place = folder / "report.html"
    counts = Counter(record["status"] for record in _records(records))
    rows = min(counts["ok"], MAX_ROWS)
    with Replacement(place, disk) as file:
        file.write(HEAD.encode())
        file.write(
            f"<h1>{counts['ok']:,} records</h1><p>{counts['empty']:,} documents without an article or a value.".encode()
        )
        if counts["ok"] > rows:
            file.write(f" The first {rows:,} records are listed.".encode())
        file.write(
            b"</p><table><tr><th>Document</th><th>Market</th><th>Publisher</th><th>Published</th><th>Base</th><th>Forecast</th>"
            b"<th>CAGR</th><th>Checks</th></tr>\n"
        )
        for number, record in enumerate(_shown(records, MAX_ROWS)):
            file.write(_row(record, number).encode("utf-8", "replace"))
        file.write(b"</table>\n")
        _write_quarantined(file, folder / "issues.jsonl")
        file.write(f"<h2>Documents</h2><p>{LEGEND}</p>\n".encode())
        for number, record in enumerate(_shown(records, MAX_TEXTS)):
            file.write(_text(record, number).encode("utf-8", "replace"))
        file.write(b"</body></html>\n")
    return [place]


def _write_quarantined(file: Replacement, issues: Path) -> None:
    """The inputs that could not be read or processed, and why."""
    if not issues.exists() or not issues.stat().st_size:
        return
    file.write(b"<h2>Quarantined</h2><table><tr><th>Input</th><th>Reason</th><th>Detail</th></tr>\n")
    for row in islice(_records(issues), MAX_ROWS):
        cells = "".join(f"<td>{safe(value)}</td>" for value in (place_in(row["source"]), row["code"], row["detail"]))
        file.write(f"<tr>{cells}</tr>\n".encode("utf-8", "replace"))
    file.write(b"</table>\n")


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        for line in file:
            yield json.loads(line)


def _shown(path: Path, most: int) -> Iterator[dict[str, Any]]:
    for record in _records(path):
        if record["status"] == "ok":
            if most == 0:
                return
            most -= 1
            yield record


def safe(text: object) -> str:
    """Text as it may stand in a page.

    >>> safe("<b>&\\x1b[1m")
    '&lt;b&gt;&amp;␛[1m'
    """
    return escape(plain(str(text)))


def _name(record: dict[str, Any]) -> str:
    return safe(record["title"] or record["source"]["member"] or record["source"]["uri"])


def _row(record: dict[str, Any], number: int) -> str:
    failed = "<br>".join(
        safe(f"{check['code']}: {check['message']}") for check in record["checks"] if check["severity"] != "info"
    )
    name = f'<a href="#d{number}">{_name(record)}</a>' if number < MAX_TEXTS else _name(record)
    copy = " (copy)" if record["duplicate_of"] else ""
    rates = [item["rate"] for item in record["growth"] if item["kind"] == "CAGR" and _is_headline(item)]
    cells = (
        f'<td>{name}{copy}<div class="source">{safe(record["source"]["uri"])}</div></td>',
        f"<td>{safe((record['market'] or {}).get('name') or '')}</td>",
        f"<td>{safe(record['publisher'] or '')}</td>",
        f'<td class="number">{safe(record["published"] or "")}</td>',
        f'<td class="number">{_total(record, "base")}</td>',
        f'<td class="number">{_total(record, "forecast")}</td>',
        f'<td class="number">{safe(rates[0]) + "%" if rates else ""}</td>',
        f'<td class="warning">{failed}</td>',
    )
    return f"<tr>{''.join(cells)}</tr>\n"


def _is_headline(item: dict[str, Any]) -> bool:
    """Whether a value or rate is of the whole market the document is about; a round-up tells of several others."""
    return item["scope"] is None and item["market"] is None


def _total(record: dict[str, Any], kind: str) -> str:
    """The first estimate of the whole market of a kind."""
    found = next((item for item in record["estimates"] if item["kind"] == kind and _is_headline(item)), None)
    return safe(value_in_words(found)) if found else ""


def _text(record: dict[str, Any], number: int) -> str:
    text = record["text"][:MAX_CHARS]
    parts: list[str] = []
    done = 0
    for start, end, kind in _marks(record):
        if start >= done and end <= len(text):
            parts += [safe(text[done:start]), f'<mark class="{kind}">{safe(text[start:end])}</mark>']
            done = end
    parts.append(safe(text[done:]))
    more = "" if len(record["text"]) <= MAX_CHARS else "<p>The rest is left out.</p>"
    listed = "".join(
        f"<dt>{name}</dt>" + "".join(f"<dd>{safe(value)}</dd>" for value in values)
        for name, values in facts(record)
        if values
    )
    return (
        f'<details id="d{number}"><summary>{_name(record)}</summary><dl>{listed}</dl>'
        f"<article>{''.join(parts)}</article>{more}</details>\n"
    )


def _marks(record: dict[str, Any]) -> list[tuple[int, int, str]]:
    """What is marked in the text, by place; of two at one place the longer."""
    found = [(item["start"], item["end"], "money") for item in record["money"]]
    found += [(item["start"], item["end"], "year") for item in record["years"]]
    for kind, items in (("company", record["companies"]), ("region", record["regions"])):
        found += [(start, end, kind) for item in items for start, end in item["mentions"]]
    for item in record["growth"]:
        found += [
            (piece["start"], piece["end"], "growth") for piece in item["evidence"][:1] if piece["field"] == "text"
        ]
    return sorted(found, key=lambda mark: (mark[0], -mark[1]))


SINK = Sink("html", write)
