"""Learn what each mark around a rate weighs for each kind of rate, from labelled articles, openings (claims.py)
and the sentences of fixtures/rates.txt.

    python -m benchmarks.rate_weights                      how many kinds are right, on articles that were not learned from
    python -m benchmarks.rate_weights FOLDER...            with the read articles of more folders
    python -m benchmarks.rate_weights --write FOLDER...    and write the weights into data/own/rate_weights.tsv

A multinomial logit over the marks of linking/growth/rate_marks.py with a penalty on the squares of the weights. Marks that are
seen seldom are left out, and so are those that tell hardly anything.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.marks import (
    BRACKETED,
    DATA,
    Example,
    Features,
    Scale,
    features_of,
    folds,
    is_sentence,
    labelled_texts,
    learn,
    right_of,
    told_sentences,
    written,
)
from benchmarks.quality import FIXTURES
from benchmarks.quality_keys import number_key
from extractor import Extractor
from extractor.linking.growth import growth_reader, rate_marks
from extractor.linking.growth.rate_kinds import KINDS, WEIGHT_FILE

SENTENCES = FIXTURES.parent / "rates.txt"
TARGET = DATA / WEIGHT_FILE
PENALTY = 4.0
SCALE = Scale(parts=10, least=2)
# Families of which single words tell nothing more than their class, and families of words that have classes.
BY_CLASS = frozenset(("second", "before", "sentence", "heading", "lead"))
WITH_CLASSES = frozenset(("next", "after", "behind", "of", *BY_CLASS))
HEAD = [
    "What each mark around a rate (rate_marks.py) weighs for a CAGR, YoY, share, other, in tenths. Learned, not written:",
    "python -m benchmarks.rate_weights --write",
]


class Reader:
    """Reads texts with the extractor and notes the marks of each rate whose kind is known, as if those before were right."""

    def __init__(self) -> None:
        self.extract = Extractor()
        self.noted: dict[tuple[int, int], tuple[Features, str]] = {}
        self.known: dict[str | None, str] = {}
        growth_reader.kinds_of_rates = self._kinds  # type: ignore[assignment]

    def _kinds(self, statement: Any, rates: list[Any], earlier: str) -> dict[int, str]:
        kinds: dict[int, str] = {}
        before, shared = None, rate_marks.marks_of_statement(statement)
        for item in rates:
            rate = item.mention
            values = (rate.amount, rate.low, rate.high)
            told = next((self.known[key] for key in map(number_key, values) if key and key in self.known), None)
            marks = shared | rate_marks.marks_of(statement, item, kinds, before, earlier)
            if told is not None and not statement.head:
                self.noted[statement.start * (1 if statement.field == "text" else -1), item.start] = (
                    features_of(marks, rate_marks.word_classes(), by_class=BY_CLASS, with_classes=WITH_CLASSES),
                    told,
                )
            kinds[item.start] = told or "other"
            before = item
        return kinds

    def read(self, source: str, raw: Path | str | bytes, known: dict[str | None, str]) -> Iterator[Example]:
        """The examples of one text; `known` are the kinds of its rates by their amount, without a sign."""
        self.known = known
        self.noted.clear()
        self.extract(raw)
        for features, kind in self.noted.values():
            yield Example(source, features, KINDS.index(kind))  # type: ignore[arg-type]


def known_kinds(gold: Mapping[str, Any]) -> dict[str | None, str]:
    """The kind of each labelled rate whose amount is labelled with one kind only."""
    kinds: defaultdict[str | None, set[str]] = defaultdict(set)
    for entry in gold["growth"]:
        kinds[number_key(str(entry["rate"]).lstrip("-"))].add(entry["kind"])
    return {amount: told.pop() for amount, told in kinds.items() if len(told) == 1}


def examples(folders: Iterable[Path], part: str) -> Iterator[Example]:
    """The rates of the labelled articles, of the openings (claims.py) and, with the read ones, of the sentences."""
    reader = Reader()
    for text in labelled_texts(folders, part):
        yield from reader.read(text.source, text.raw, known_kinds(text.gold))
    for source, kind, sentence in told_sentences(SENTENCES) if part == "read" else ():
        amounts = [number_key(re.sub(r"[^\d.]", "", one.replace(",", "."))) for one in BRACKETED.findall(sentence)]
        yield from reader.read(source, BRACKETED.sub(r"\1", sentence), dict.fromkeys(amounts, kind))


def main(arguments: list[str]) -> int:
    """Learn and print; see the module's docstring."""
    folders = [FIXTURES, *(Path(one) for one in arguments if not one.startswith("--"))]
    read, held = list(examples(folders, "read")), list(examples(folders, "held"))
    right = total = 0
    for rest, judged in folds(read):
        right, total = right + right_of(judged, learn(rest, len(KINDS), PENALTY, SCALE)), total + len(judged)
    weights = learn(read, len(KINDS), PENALTY, SCALE)
    print(
        f"{len(weights)} marks; not learned from: read {right / total:.4f}, held {right_of(held, weights) / len(held):.4f}"
    )
    sentences = list(filter(is_sentence, read))
    print(f"sentences {right_of(sentences, weights)} of {len(sentences)}")
    if "--write" in arguments:
        TARGET.write_text(written(weights, HEAD), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
