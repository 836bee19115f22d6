"""Firms in single passages, and what is found of them when half of the table of known firms is hidden.

    python -m benchmarks.unseen_firms [FILE...] [--read | --held] [--only PART]

FILE holds JSON lines (`id`, `text`, `companies` and, where it has them, `not_companies` and `neutral`, each with
`surface`); --only takes the rows whose id holds PART ("-news-"). Most firms that a text names stand in no table: the
second row, in which each half of the known ones is hidden in turn, tells what to expect of those.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.held import add_part, belongs
from benchmarks.name_weights import PASSAGES, is_of_half, known_firms
from benchmarks.quality import Share, Tally

EDGE = " \t\n.,;:\"'“”‘’()®™"  # what may be in a span or not

Span = tuple[int, int]


@dataclass
class Counts:
    """Firms with their exact extent, and how many strings that are no firms were taken for one."""

    firms: Tally = field(default_factory=Tally)
    traps: Share = field(default_factory=Share)

    def __str__(self) -> str:
        return (
            f"{self.firms.wanted:6} firms   exact {self.firms.figure:.3f}   precision {self.firms.precision:.3f}"
            f"   recall {self.firms.recall:.3f}   traps {self.traps.right / max(self.traps.wanted, 1):.3f}"
        )


def trimmed(text: str, span: Span) -> Span:
    """A span without "the", "'s" and marks at its edges."""
    start, end = span
    if text[start:end].lower().startswith("the "):
        start += 4
    if text[start:end].lower().endswith(("'s", "’s")):
        end -= 2
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def count(rows: Iterable[dict[str, Any]], counts: Counts) -> None:
    """Adds the firms of the rows as they are found now."""
    from extractor import mentions

    for row in rows:
        text = row["text"]
        firms, neutral, traps = (
            [trimmed(text, span) for span in _spans(text, row.get(key, ()))]
            for key in ("companies", "neutral", "not_companies")
        )
        found = {trimmed(text, (one.start, one.end)) for one in mentions(text) if one.label == "COMPANY"}
        beside = [span for span in found if not any(_overlap(span, firm) for firm in firms)]
        counts.firms.wanted += len(firms)
        counts.firms.right += len(found & set(firms))
        counts.firms.found += len(found) - sum(any(_overlap(span, one) for one in neutral) for span in beside)
        counts.traps.wanted += len(traps)
        counts.traps.right += sum(any(_overlap(trap, span) for span in beside) for trap in traps)


def _spans(text: str, items: Iterable[dict[str, Any]]) -> Iterator[Span]:
    """Where the items stand; of those that do not tell, each behind the one before it where it can."""
    stop = 0
    for item in items:
        surface = item["surface"]
        start = item.get("start", text.find(surface, stop))
        if start < 0:
            start = text.find(surface)
        stop = start + len(surface)
        yield start, stop


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def main() -> int:
    """Print both rows; see the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[PASSAGES], metavar="FILE")
    parser.add_argument("--only", default="")
    add_part(parser)
    given = parser.parse_args()
    lines = (line for file in given.files for line in file.read_text("utf-8").splitlines())
    rows = [row for row in map(json.loads, lines) if belongs(row["id"], given.part) and given.only in row["id"]]
    halves: list[Callable[[str], bool]] = [is_of_half, lambda name: not is_of_half(name)]
    for head, kinds in (("all known", [lambda _: True]), ("half hidden", halves)):
        counts = Counts()
        for is_known in kinds:
            with known_firms(is_known):
                count(rows, counts)
        print(f"{head:12}{counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
