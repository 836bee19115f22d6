"""Score what a reader checks first on short pieces: the market, its values with their years, its CAGRs.

    python -m benchmarks.claims [FILE] [--kind report|news] [--show N] [--json] [--read | --held]

FILE (fixtures/claims.jsonl by default) holds a piece a row: `id`, `kind`, `title`, `text` (the opening of a report page or
a press release, or of a newspaper's article) and the fields market, market_region, estimates and growth as in the labels of
fixtures/articles. No two pieces word their claim alike: each is the only one of its wording. A piece is right when its
headline is (`benchmarks.quality_keys.headline`): the market's name, the set of base and forecast totals and the set of
CAGRs of the total; each of the three is counted alone as well.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.held import add_part, belongs
from benchmarks.quality_keys import headline

FILE = Path(__file__).parents[1] / "fixtures" / "claims.jsonl"
PARTS = ("market", "values", "rates")
Json = dict[str, Any]


def pieces(file: Path, part: str | None = None, kind: str | None = None) -> list[Json]:
    """The rows of a file, of one part or kind if asked for."""
    with file.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row for row in rows if belongs(row["id"], part) and kind in (None, row["kind"])]


def compare(row: Json, record: Json) -> dict[str, bool]:
    """Which parts of the headline of a record are right, and whether all of it is."""
    wanted, got = headline(row), headline(record)
    found = {name: one == other for name, one, other in zip(PARTS, wanted, got, strict=True)}  # type: ignore[call-overload]
    return {"headline": wanted == got, **found}


def extracted(rows: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each row with the record that the extractor makes of it."""
    from extractor import Extractor

    extractor = Extractor()
    for row in rows:
        yield row, json.loads(extractor(f"{row['title']}\n\n{row['text']}".encode()).to_json())


def shares(pairs: Iterator[tuple[Json, Json]], show: int = 0) -> dict[str, float]:
    """The share of pieces of which each part is right; the first `show` pieces that are wrong are printed."""
    right: Counter[str] = Counter()
    count = 0
    for row, record in pairs:
        count += 1
        found = compare(row, record)
        right.update(name for name, is_right in found.items() if is_right)
        if not found["headline"] and show > 0:
            show -= 1
            print(
                f"{row['id']} {row['title']}\n  {row['text']!r}\n  wanted {headline(row)}\n  got    {headline(record)}"
            )
    return {name: right[name] / max(1, count) for name in ("headline", *PARTS)}


def main(arguments: list[str] | None = None) -> int:
    """Runs the scorer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--kind", choices=("report", "news"))
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N pieces that are wrong")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    add_part(parser)
    options = parser.parse_args(arguments)
    rows = pieces(options.file, options.part, options.kind)
    figures = shares(extracted(rows), options.show)
    if options.json:
        print(json.dumps({name: round(value, 4) for name, value in figures.items()}))
    else:
        print(f"{len(rows)} pieces  " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
