"""Score the extractor on the labelled articles in fixtures/, and hold the figures to a floor.

    python -m benchmarks.quality                     precision, recall and F1 of each field
    python -m benchmarks.quality --check             exit status 1 when a figure fell below its floor
    python -m benchmarks.quality --raise             write the figures that rose into the floor file
    python -m benchmarks.quality --show estimates    what was missed and what was wrongly added
    python -m benchmarks.quality --held              the third of the articles that is held out (see held.py)

Listed fields (body, money, estimates, growth, years, companies, regions, segments) are micro-averaged F1 over
all articles; the others are the share of snippets, names or articles that are right. `headline` counts an article
only when its market, the base and forecast values of the total and the CAGR of the total are all right.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.held import add_part, belongs
from benchmarks.quality_keys import (
    company_key,
    company_roles,
    fold,
    headline,
    market_key,
    market_name,
    region_roles,
    shingles,
    values,
    verdict_of_record,
)

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures" / "articles"
FLOOR = HERE / "quality_floor.toml"
SLACK = 0.0005  # floors are written with four digits; less than this is rounding
FORMS = (".txt", ".html")

Json = Mapping[str, Any]


@dataclass
class Tally:
    """Counts of one listed field: found and right, found, wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def figure(self) -> float:
        """F1; 1 when nothing was wanted and nothing found."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


@dataclass
class Share:
    """Counts of one field that is right or wrong."""

    right: int = 0
    wanted: int = 0

    @property
    def figure(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def add(self, ok: bool) -> None:
        self.right += ok
        self.wanted += 1


@dataclass
class Score:
    """All figures, and the errors behind them by field."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    errors: dict[str, list[str]] = field(default_factory=dict)

    def count(self, row: str, right: int, found: int, wanted: int) -> None:
        tally = self.tallies.setdefault(row, Tally())
        tally.right += right
        tally.found += found
        tally.wanted += wanted

    def judge(self, row: str, ok: bool, error: str) -> None:
        self.shares.setdefault(row, Share()).add(ok)
        if not ok:
            self.errors.setdefault(row, []).append(error)

    def figures(self) -> dict[str, float]:
        """One number a field."""
        return {row: counts.figure for row, counts in {**self.tallies, **self.shares}.items()}


def score(pairs: Iterator[tuple[str, Json, Json]]) -> Score:
    """Score (name, label, record) triples; an empty record misses everything."""
    result = Score()
    for name, gold, record in pairs:
        score_text(result, name, gold, str(record.get("text") or ""))
        score_lists(result, name, gold, record)
        score_roles(result, name, gold, record)
        score_singles(result, name, gold, record)
    return result


def score_text(result: Score, name: str, gold: Json, text: str) -> None:
    """The cleaned body against the labelled one, and the snippets it must and must not hold."""
    wanted, found = shingles(gold["article"]), shingles(text)
    result.count("body", (wanted & found).total(), found.total(), wanted.total())
    folded = fold(text)
    for snippet in gold["body_must_include"]:
        result.judge("snippets", fold(snippet) in folded, f"{name}: lost {snippet!r}")
    for snippet in gold["body_must_exclude"]:
        ok = fold(snippet) not in folded and bool(text or not gold["article"])
        result.judge("snippets", ok, f"{name}: kept {snippet!r}")


def score_lists(result: Score, name: str, gold: Json, record: Json) -> None:
    """The fields that list values."""
    wanted = values(gold, [*gold["estimates"], *gold["money_other"]])
    found = values(record, record.get("money") or [])
    for row, want in wanted.items():
        got = found[row]
        result.count(row, len(want & got), len(got), len(want))
        if want != got:
            result.errors.setdefault(row, []).append(f"{name}: missed {listed(want - got)} added {listed(got - want)}")


def score_roles(result: Score, name: str, gold: Json, record: Json) -> None:
    """Roles of those companies and regions that were found."""
    for row, roles in (("roles", company_roles), ("reg_roles", region_roles)):
        want, got = roles(gold), roles(record)
        for key in sorted(want.keys() & got.keys()):
            result.judge(row, want[key] == got[key], f"{name}: {key} wanted {want[key]} got {got[key]}")


def score_singles(result: Score, name: str, gold: Json, record: Json) -> None:
    """The fields with one value an article; null has to be null."""
    pairs: dict[str, tuple[Hashable, Hashable]] = {
        "market": (market_key(market_name(gold)), market_key(market_name(record))),
        "title": (fold(gold["title"]), fold(record.get("title"))),
        "published": (gold["published"], record.get("published")),
        "publisher": (company_key(gold["publisher"]), company_key(record.get("publisher"))),
        "checks": (gold["cagr_consistent"], verdict_of_record(record)),
        "headline": (headline(gold), headline(record)),
    }
    for row, (want, got) in pairs.items():
        result.judge(row, bool(record) and want == got, f"{name}: wanted {want!r} got {got!r}")


def listed(keys: frozenset[Hashable]) -> list[str]:
    return sorted(map(str, keys))


def labelled(folder: Path, part: str | None = None) -> Iterator[tuple[str, Path, Json]]:
    """Name, file and label of each labelled article in `folder`, or of its part "read" or "held"."""
    for label in sorted(folder.glob("*.gold.json")):
        name = label.name.removesuffix(".gold.json")
        if not belongs(name, part):
            continue
        raw = next(path for form in FORMS if (path := folder / (name + form)).exists())
        yield name, raw, json.loads(label.read_text("utf-8"))


def extracted(folder: Path, part: str | None = None) -> Iterator[tuple[str, Json, Json]]:
    """Run the extractor over the labelled articles of `folder`, or of its part "read" or "held"."""
    from extractor import Extractor  # heavy: only when something is to be extracted

    extractor = Extractor()
    for name, raw, gold in labelled(folder, part):
        yield name, gold, extractor(raw).to_dict()


def read_floor(path: Path) -> dict[str, float]:
    """The floor of each field; fields without one have floor 0."""
    return {row: float(value) for row, value in tomllib.loads(path.read_text("utf-8")).get("floor", {}).items()}


def fallen(figures: Mapping[str, float], floor: Mapping[str, float]) -> list[str]:
    """One line for each field below its floor; a field that has a floor must have a figure."""
    return [
        f"{row} fell to {figures.get(row, 0.0):.4f}, its floor is {least:.4f}"
        for row, least in floor.items()
        if figures.get(row, 0.0) < least - SLACK
    ]


def write_floor(path: Path, figures: Mapping[str, float], floor: Mapping[str, float]) -> list[str]:
    """Raise the floor to the figures where they are higher; return the fields raised."""
    cut = {row: int(value * 10_000) / 10_000 for row, value in figures.items()}  # down, so that it holds at once
    raised = [row for row, value in cut.items() if value > floor.get(row, 0.0)]
    best = {row: max(cut.get(row, 0.0), floor.get(row, 0.0)) for row in {**cut, **floor}}
    lines = [f"{row} = {value:.4f}" for row, value in best.items()]
    head = "# Least figure of each field on fixtures/articles; `python -m benchmarks.quality --raise` raises it.\n"
    path.write_text(head + "[floor]\n" + "\n".join(lines) + "\n", "utf-8")
    return raised


def report(result: Score, articles: int) -> str:
    """The figures as a table."""
    lines = [f"{articles} articles"]
    for row, tally in result.tallies.items():
        lines.append(f"{row:10} {tally.figure:.3f}  precision {tally.precision:.3f}  recall {tally.recall:.3f}")
    lines += [f"{row:10} {share.figure:.3f}  {share.right} of {share.wanted}" for row, share in result.shares.items()]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Run the scorer; see the module's docstring."""
    parser = argparse.ArgumentParser(description="score the extractor on the labelled articles")
    parser.add_argument("--fixtures", type=Path, default=FIXTURES, metavar="DIR", help="labelled articles")
    parser.add_argument("--floor", type=Path, default=FLOOR, metavar="FILE", help="floor of each field")
    parser.add_argument("--check", action="store_true", help="exit 1 when a figure fell below its floor")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write improved figures to the floor file")
    parser.add_argument("--show", metavar="FIELD", help="list the errors of a field")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    add_part(parser)
    options = parser.parse_args(arguments)

    result = score(extracted(options.fixtures, options.part))
    figures = result.figures()
    if options.show:
        print("\n".join(result.errors.get(options.show, ["no errors"])))
    articles = len(list(labelled(options.fixtures, options.part)))
    print(json.dumps({k: round(v, 4) for k, v in figures.items()}) if options.json else report(result, articles))
    floor = read_floor(options.floor) if options.floor.exists() else {}
    status = 0
    if options.check:
        low = fallen(figures, floor)
        print("\n".join(low), file=sys.stderr, end="\n" if low else "")
        status = 1 if low else 0
    if options.lift:
        raised = write_floor(options.floor, figures, floor)
        print(f"raised: {', '.join(raised) or 'nothing'}")
    return status


if __name__ == "__main__":
    sys.exit(main())
