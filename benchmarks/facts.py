"""Score linked facts: do value, currency, year and growth rate of one market end up together?

    python -m benchmarks.facts STATEMENTS.jsonl [--show N] [--json] [--least SHARE]

fixtures/statements.jsonl holds statements of our own; what is growth over a period in them and no level is told under `growth`.

Each row of the file has `id`, `text` (one or two sentences) and `facts`, a list of objects with any of the fields
base_value, base_year, forecast_value, forecast_year, currency, cagr, cagr_start, cagr_end, scope. A range is a list
of two numbers. The text is annotated and linked as it stands, without cleaning, a block a line.

How facts are formed from a record. Estimates and CAGRs are grouped by market and scope. In each group every forecast
takes the earliest base or historical value that no other forecast took, and the CAGR whose period ends in its year
(or the only CAGR there is); what is left over stands alone: further base values, each with its year, and rates.
Incremental growth, shares and year-on-year rates form no fact.

How fields are matched. Each predicted fact is paired with the labelled fact it agrees with in most fields, best pairs
first. A field is right when both have it and the values are equal: numbers by value, ranges by both ends, currency by
code, years exactly, scope with case, points and accents folded away. Four allowances, because the label says less
than a record: cagr_start and cagr_end count only where the label states them; a labelled forecast_year without a
forecast_value may be met by the end of the rate's period; a scope is expected only where the label has one, but
then it has to be there; and it may be there as the region the whole market is limited to. Precision counts fields of unpaired predictions as wrong, recall fields of unmet labels.

A fact is wholly right when all its labelled fields are right and its prediction has no other field. A statement is
wholly right when all its facts are and nothing else was predicted; one without facts is right when nothing was.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.quality_keys import fold, number_key

if TYPE_CHECKING:
    from extractor import Extractor
    from extractor.annotating.annotation import Annotation
    from extractor.cleaning.block import Block, BlockKind

Fact = dict[str, Any]
Json = Mapping[str, Any]
FIELDS = (
    "base_value", "base_year", "forecast_value", "forecast_year", "currency", "cagr", "cagr_start", "cagr_end", "scope",
)  # fmt: skip
PERIOD = ("cagr_start", "cagr_end")
NEW_LINE = re.compile(r"\n(?![a-z\d])")
REGION = "region"  # of the record's market: kept beside the fields, compared only with a labelled scope


@dataclass
class FieldCount:
    """Counts of one field: right, predicted, labelled."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


@dataclass
class FactScore:
    """Figures over all statements, and what went wrong."""

    fields: dict[str, FieldCount] = field(default_factory=lambda: {name: FieldCount() for name in FIELDS})
    facts: int = 0
    facts_right: int = 0
    statements: int = 0
    statements_right: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def micro_f1(self) -> float:
        counts = self.fields.values()
        both = sum(c.found + c.wanted for c in counts)
        return 2 * sum(c.right for c in counts) / both if both else 1.0


def normal(fact: Json) -> Fact:
    """A labelled fact with comparable values."""
    return {name: comparable(name, fact[name]) for name in FIELDS if fact.get(name) is not None}


def comparable(name: str, value: Any) -> Any:
    """One value so that equal things are equal.

    >>> comparable("base_value", ["70000000", "7.2e7"]), comparable("scope", "U.S."), comparable("cagr", "10.0")
    (('70000000', '72000000'), 'us', '10')
    """
    if isinstance(value, (list, tuple)):
        return tuple(number_key(end) for end in value)
    if name in ("base_value", "forecast_value", "cagr"):
        return number_key(value)
    return fold(str(value).replace(".", "")) if name == "scope" else value


def formed(record: Json) -> list[Fact]:
    """The facts a record states, formed as the module's docstring says."""
    groups: dict[tuple[Any, Any], dict[str, list[Json]]] = defaultdict(lambda: {"base": [], "forecast": [], "rate": []})
    for estimate in record.get("estimates") or []:
        side = "base" if estimate["kind"] == "historical" else estimate["kind"]
        if side != "incremental":
            groups[estimate.get("market"), estimate.get("scope")][side].append(estimate)
    for growth in record.get("growth") or []:
        if growth["kind"] == "CAGR":
            groups[growth.get("market"), growth.get("scope")]["rate"].append(growth)
    region = (record.get("market") or {}).get("region")
    return [
        fact | ({REGION: comparable("scope", region)} if region and not scope else {})
        for (_, scope), parts in groups.items()
        for fact in joined(scope, parts)
    ]


def joined(scope: Any, parts: dict[str, list[Json]]) -> Iterator[Fact]:
    """Facts of one market and scope."""
    bases = sorted(parts["base"], key=lambda estimate: estimate["year"] or 0)
    rates = list(parts["rate"])
    for forecast in parts["forecast"]:
        same = [base for base in bases if base["currency"] == forecast["currency"]]
        fact = level("forecast", forecast)
        if same:
            bases.remove(same[0])
            fact |= level("base", same[0])
        ending = [rate for rate in rates if rate["end_year"] == forecast["year"]] or (rates if len(rates) == 1 else [])
        if ending:
            rate = ending[0]
            rates.remove(rate)
            fact |= pace(rate)
        yield named(scope, fact)
    for base in bases:
        alone = rates if len(rates) == 1 and len(bases) == 1 else []
        yield named(scope, level("base", base) | (pace(alone.pop()) if alone else {}))
    for rate in rates:
        yield named(scope, pace(rate))


def level(side: str, estimate: Json) -> Fact:
    """The fields of one value."""
    return ranged(f"{side}_value", estimate["amount"], estimate.get("amount_high")) | {
        name: value for name, value in ((f"{side}_year", estimate["year"]), ("currency", estimate["currency"])) if value
    }


def pace(growth: Json) -> Fact:
    """The fields of one rate."""
    years = {"cagr_start": growth.get("start_year"), "cagr_end": growth.get("end_year")}
    return ranged("cagr", growth["rate"], growth.get("rate_high")) | {
        name: year for name, year in years.items() if year
    }


def ranged(name: str, low: Any, high: Any) -> Fact:
    return {name: comparable(name, low if high is None or number_key(low) == number_key(high) else [low, high])}


def named(scope: Any, fact: Fact) -> Fact:
    return fact | ({"scope": comparable("scope", scope)} if scope else {})


def fitted(found: Fact, wanted: Fact) -> Fact:
    """A predicted fact as it is compared with a labelled one: the allowances applied."""
    fact = dict(found)
    region = fact.pop(REGION, None)
    if region and region == wanted.get("scope"):
        fact["scope"] = region
    if (
        "forecast_year" in wanted
        and "forecast_value" not in wanted
        and "forecast_value" not in fact
        and "cagr_end" in fact
    ):
        fact["forecast_year"] = fact["cagr_end"]
    for name in PERIOD:
        if name not in wanted:
            fact.pop(name, None)
    return fact


def agreement(found: Fact, wanted: Fact) -> int:
    """How many fields of two facts are equal; the currency alone links nothing."""
    same = [name for name in wanted if fitted(found, wanted).get(name) == wanted[name]]
    return len(same) if set(same) - {"currency", "scope"} else 0


def paired(found: list[Fact], wanted: list[Fact]) -> list[tuple[Fact, Fact]]:
    """(predicted, labelled) pairs, best agreement first; an empty fact stands for a missing partner."""
    ranks = sorted(
        ((agreement(f, w), i, k) for i, f in enumerate(found) for k, w in enumerate(wanted)),
        key=lambda rank: (-rank[0], rank[1], rank[2]),
    )
    left, right = set(range(len(found))), set(range(len(wanted)))
    pairs = []
    for same, i, k in ranks:
        if same and i in left and k in right:
            left.remove(i)
            right.remove(k)
            pairs.append((fitted(found[i], wanted[k]), wanted[k]))
    lone = [{n: v for n, v in found[i].items() if n != REGION} for i in sorted(left)]
    return pairs + [(fact, {}) for fact in lone] + [({}, wanted[k]) for k in sorted(right)]


def score(rows: Iterator[tuple[Json, Json]]) -> FactScore:
    """Score (statement, record) pairs."""
    result = FactScore()
    for row, record in rows:
        pairs = paired(formed(record), [normal(fact) for fact in row["facts"]])
        for found, wanted in pairs:
            for name in FIELDS:
                counts = result.fields[name]
                counts.right += name in wanted and found.get(name) == wanted[name]
                counts.found += name in found
                counts.wanted += name in wanted
            result.facts += bool(wanted)
            result.facts_right += bool(wanted) and found == wanted
        right = all(found == wanted for found, wanted in pairs)
        result.statements += 1
        result.statements_right += right
        if not right:
            lines = [f"    wanted {wanted}\n    got    {found}" for found, wanted in pairs if found != wanted]
            result.errors.append("\n".join([f"{row.get('id')}: {row['text']}", *lines]))
    return result


def read(path: Path) -> Iterator[Json]:
    """The statements of a JSON Lines file."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def blocks_of(text: str) -> list[Block]:
    """One block a line, but lines that go on with a small letter or a figure; lines of cells joined by " | " are table rows."""
    from extractor.cleaning.block import Block

    blocks, start = [], 0
    for number, line in enumerate(text.split("\n") if " | " in text else NEW_LINE.split(text)):
        kind: BlockKind = "table_row" if " | " in line else "paragraph"
        if line.strip():
            blocks.append(Block(line, kind=kind, start=start, end=start + len(line), source=f"line {number + 1}"))
        start += len(line) + 1
    return blocks


def annotated(extractor: Extractor, text: str) -> Annotation:
    """The annotation of a statement as it stands, without cleaning, a block a line."""
    from extractor.annotating.squeeze import Squeezed
    from extractor.cleaning.article import Article

    text = Squeezed(text).text
    return extractor.annotator(Article(text, blocks_of(text)))


def linked(path: Path) -> Iterator[tuple[Json, Json]]:
    """Annotate and link each statement's text, a block a line."""
    from extractor import Extractor  # heavy: only when something is to be extracted
    from extractor.reading.accept import make_source
    from extractor.validating.assemble import assemble

    extractor = Extractor()
    for row in read(path):
        text = row["text"]
        annotation = annotated(extractor, text)
        yield row, assemble(make_source(text, extractor.settings), annotation, extractor.linker(annotation)).to_dict()


def main(arguments: list[str] | None = None) -> int:
    """Run the scorer; see the module's docstring."""
    parser = argparse.ArgumentParser(description="score linked facts")
    parser.add_argument("statements", type=Path, help="JSON Lines with text and facts")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list N statements that went wrong")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--least", type=float, metavar="SHARE", help="exit 1 when fewer statements are wholly right")
    options = parser.parse_args(arguments)
    result = score(linked(options.statements))
    print("\n".join(result.errors[: options.show]), end="\n" if options.show else "")
    figures = {name: counts.f1 for name, counts in result.fields.items()} | {
        "fields": result.micro_f1,
        "facts": result.facts_right / max(1, result.facts),
        "statements": result.statements_right / max(1, result.statements),
    }
    status = 1 if options.least is not None and figures["statements"] < options.least else 0
    if options.json:
        print(json.dumps({name: round(value, 4) for name, value in figures.items()}))
        return status
    for name, counts in result.fields.items():
        precision = counts.right / counts.found if counts.found else 1.0
        recall = counts.right / counts.wanted if counts.wanted else 1.0
        print(f"{name:15} {counts.f1:.3f}  precision {precision:.3f}  recall {recall:.3f}")
    print(f"fields together {result.micro_f1:.3f}")
    print(f"facts wholly right {result.facts_right} of {result.facts} ({figures['facts']:.3f})")
    print(f"statements wholly right {result.statements_right} of {result.statements} ({figures['statements']:.3f})")
    return status


if __name__ == "__main__":
    sys.exit(main())
