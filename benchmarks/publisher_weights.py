"""Learn what each mark of evidence for a publisher weighs, from labelled articles.

    python -m benchmarks.publisher_weights                     the weights by the read articles of fixtures/, and how many are right
    python -m benchmarks.publisher_weights FOLDER...           with the read articles of more folders

One choice a document, among the names it shows and "none" (a conditional logit with a small penalty). The weights are
written by hand into `data/publisher_cues.toml`, in tenths; those of marks that are rare are set by reason.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.descent import descend
from benchmarks.quality import FIXTURES, labelled
from benchmarks.quality_keys import company_key

PENALTY = 0.5  # on the squares of the weights
STEPS = 500


class Choice(NamedTuple):
    """The marks of each name of one document, with "" for none, and which is right."""

    marks: list[dict[str, float]]
    right: int


def choices(folders: Iterable[Path]) -> Iterator[Choice]:
    """The choices of the read articles in which the right name is seen."""
    from extractor import Extractor
    from extractor.cleaning import publisher

    seen: list[tuple[dict[str, dict[str, float]], dict[str, str]]] = []
    weigh = publisher.evidence_of

    def noted(groups, names, context):  # type: ignore[no-untyped-def]
        seen.append((weigh(groups, names, context), names))
        return seen[-1][0]

    publisher.evidence_of = noted
    extract = Extractor()
    for folder in folders:
        for _, raw, gold in labelled(folder, "read"):
            seen.clear()
            extract(raw)
            wanted = company_key(gold["publisher"])
            if not seen:
                continue
            marks, names = seen[-1]
            keys = list(marks)
            right = [at for at, key in enumerate(keys) if company_key(names.get(key)) == wanted]
            if right:
                yield Choice([marks[key] | {} for key in keys], right[0])


def learn(given: list[Choice]) -> dict[str, float]:
    """The weights under which the right choices are likeliest."""
    names = sorted({mark for choice in given for marks in choice.marks for mark in marks})
    tables = [np.array([[marks.get(name, 0.0) for name in names] for marks in choice.marks]) for choice in given]

    def slope_at(weights: Any) -> Any:
        slope = PENALTY * weights
        for table, choice in zip(tables, given, strict=True):
            odds = np.exp(table @ weights - (table @ weights).max())
            odds /= odds.sum()
            odds[choice.right] -= 1
            slope = slope + table.T @ odds
        return slope

    return dict(zip(names, descend(slope_at, len(names), STEPS).tolist(), strict=True))


def main(arguments: list[str]) -> int:
    """Learn and print; see the module's docstring."""
    given = list(choices([FIXTURES, *map(Path, arguments)]))
    weights = learn(given)
    for mark, weight in sorted(weights.items()):
        print(f"{mark} = {weight:.1f}")
    totals = [[sum(weights[mark] * amount for mark, amount in marks.items()) for marks in one.marks] for one in given]
    right = sum(
        max(range(len(sums)), key=sums.__getitem__) == one.right for sums, one in zip(totals, given, strict=True)
    )
    print(f"# {right} of {len(given)} right")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
