"""Learn what each mark around a monetary value weighs for whose value it is, from labelled articles, openings (claims.py),
statements that stand alone (facts.py) and the sentences of fixtures/amounts.txt.

    python -m benchmarks.amount_weights                    how many answers are right, on articles that were not learned from
    python -m benchmarks.amount_weights FOLDER...          with the read articles of more folders
    python -m benchmarks.amount_weights --held             ... and on the articles that are held out
    python -m benchmarks.amount_weights --write FOLDER...  and write the weights into data/own/amount_weights.tsv
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.facts import annotated
from benchmarks.facts import read as read_statements
from benchmarks.held import belongs
from benchmarks.marks import (
    BRACKETED,
    DATA,
    Example,
    Scale,
    Weights,
    features_of,
    folds,
    is_sentence,
    labelled_texts,
    learn,
    sums_of,
    told_sentences,
    written,
)
from benchmarks.quality import FIXTURES
from benchmarks.quality_keys import TOTAL, number_key
from extractor import Extractor
from extractor.linking import linker
from extractor.linking.estimates.amount_judge import ANSWERS, GROWTH, SURE, WEIGHT_FILE
from extractor.linking.estimates.amount_marks import CLASS_FILE, AmountMarks
from extractor.linking.statements.mark_weights import load_classes

SENTENCES = FIXTURES.parent / "amounts.txt"
STATEMENTS = FIXTURES.parent / "statements.jsonl"
# Articles that the sentences of amounts.txt stand in: what is none of the whole market's stands beside what is.
HEADLINE = (
    "The {name} market was worth USD 1.2 billion in 2024 and will be worth USD 1.9 billion in 2031, at a CAGR of 6.8%."
)
FRAMES = ("{title}\n\n{headline}\n\n{sentence}", "{title}\n\nThe trade is an old one. {sentence}\n\n{headline}")
FRAMES_OF_TOTAL = (
    "{title}\n\n{sentence}",
    "{title}\n\nThe trade is an old one. {sentence} It is growing by 6.8% a year.",
)
FRAMES_OF = {"total": FRAMES_OF_TOTAL}
# Exports are "aside": none of an article's market, and the market itself of a sentence that stands alone.
IN_ARTICLE = {"aside": "none"}
ALONE = {"other": "total", "aside": "total"}
TITLE = "{Name} Market Outlook to 2031"
NAMES = ("sack truck", "paper press", "tent heater", "fish feeder", "rope ladder")
TARGET = DATA / WEIGHT_FILE
HEAD = [
    "What each mark around a monetary value (amount_marks.py) weighs for a value of the total, a part, another market, none, and",
    "for growth over a period, in hundredths. Learned, not written: python -m benchmarks.amount_weights --write",
]
PENALTY, PENALTY_OF_GROWTH = 2.0, 1.0
SCALE = Scale(parts=100, least=15)
# Families of which single words tell nothing more than their class, and families of words that have classes.
BY_CLASS: frozenset[str] = frozenset()
WITH_CLASSES = frozenset("next second after before behind sentence front verb heading lead part rows column".split())
# Families of the words around an amount.
NEAR = frozenset("start next second pair after before behind verb front".split())
Figure = tuple[str | None, str | None]


def answers_of_row(row: Mapping[str, Any]) -> dict[Figure, set[str]]:
    """Whose value each amount of a labelled statement is (facts.py)."""
    told: defaultdict[Figure, set[str]] = defaultdict(set)
    for fact in row["facts"]:
        for value in (fact[side] for side in ("base_value", "forecast_value") if side in fact):
            low = value[0] if isinstance(value, list) else value
            told[number_key(low), fact["currency"]].add("part" if fact.get("scope") else "total")
    for amount, currency in row.get("growth", ()):
        told[number_key(amount), currency].add("growth")
    return told


def answers_of(gold: Mapping[str, Any]) -> dict[Figure, set[str]]:
    """Whose value each labelled amount is."""
    told: defaultdict[Figure, set[str]] = defaultdict(set)
    for entry in gold["estimates"]:
        whose = "other" if entry.get("market") else "total" if entry.get("scope") in TOTAL else "part"
        told[number_key(entry["amount"]), entry["currency"]].add(whose)
        if entry["kind"] == "incremental":
            told[number_key(entry["amount"]), entry["currency"]].add("growth")
    for entry in gold.get("money_other", ()):
        told[number_key(entry["amount"]), entry["currency"]].add("none")
    return told


class Reader:
    """Reads texts with the extractor and notes the marks of each amount of which it is known whose it is."""

    def __init__(self) -> None:
        self.extract = Extractor()
        self.noted: list[Example] = []
        self.source = ""
        self.told: dict[Figure, set[str]] = {}
        self.is_whole = True
        self.by_text: dict[str, str] = {}
        self._judge = linker.judge
        linker.judge = self._note

    def _note(self, amounts: list[Any], paces: list[Any], topics: Any, published: int | None, declined: Any) -> None:
        phrases, classes = topics.phrases, load_classes(CLASS_FILE)
        marks = AmountMarks(amounts, paces, phrases.core, phrases.region_texts, published)
        for amount in amounts:
            figure = number_key(str(amount.low)), amount.money.currency
            told = {self.by_text[amount.money.text]} if amount.money.text in self.by_text else self.told.get(figure)
            if told is None and (amount.statement.field == "title" or not self.is_whole):
                continue  # a title rounds, of an opening only the market's values are labelled
            answers = told or {"none"}
            if topics.market is None:  # whichever market's: there is none to tell it from
                answers = {"total" if one == "other" else one for one in answers}
            is_growth = "growth" in answers
            answers = answers - {"growth"} or {"total"}
            if amount.restated is None and len(answers) == 1:
                shared, own = marks.of_statement(amount.statement), marks.of(amount)
                found = features_of(
                    {family: (*shared.get(family, ()), *own.get(family, ())) for family in {**shared, **own}},
                    classes,
                    by_class=BY_CLASS,
                    with_classes=WITH_CLASSES,
                )
                self.noted.append(Example(self.source, found, ANSWERS.index(next(iter(answers))), is_growth))  # type: ignore[arg-type]
        self._judge(amounts, paces, topics, published, declined)

    def read(
        self,
        source: str,
        raw: Path | str | bytes,
        told: dict[Figure, set[str]] | None = None,
        *,
        is_whole: bool = True,
        is_alone: bool = False,
        by_text: dict[str, str] | None = None,
    ) -> list[Example]:
        """The examples of one text.

        Args:
            source, raw: where it is from, and what it is.
            told: whose value its amounts are, or `by_text`, by what is written.
            is_whole: whether all its amounts are labelled.
            is_alone: whether it is a statement that is linked as it stands.
        """
        self.noted = []
        self.source, self.told, self.is_whole, self.by_text = source, told or {}, is_whole, by_text or {}
        if is_alone:
            self.extract.linker(annotated(self.extract, str(raw)))
        else:
            self.extract(raw)
        return self.noted


def examples(folders: Iterable[Path], part: str) -> Iterator[Example]:
    """The amounts of the labelled articles and of the openings."""
    reader = Reader()
    for text in labelled_texts(folders, part):
        yield from reader.read(text.source, text.raw, answers_of(text.gold), is_whole=text.is_whole)
    for row in read_statements(STATEMENTS):
        if belongs(source := f"statement {row['id']}", part):
            yield from reader.read(source, row["text"], answers_of_row(row), is_alone=True)
    for source, answer, text, amounts, is_alone in sentences() if part == "read" else ():
        told = dict.fromkeys(amounts, answer)
        yield from reader.read(source, text, is_whole=False, is_alone=is_alone, by_text=told)


def sentences() -> Iterator[tuple[str, str, str, list[str], bool]]:
    """The sentences of amounts.txt, each in its frames and alone.

    Of each text the source, the answer, the text itself, its amounts that have this answer, and whether it stands alone.
    """
    for number, (source, answer, sentence) in enumerate(told_sentences(SENTENCES)):
        name = NAMES[number % len(NAMES)]
        sentence = sentence.replace("{name}", name).replace("{Name}", name.capitalize())
        sentence = sentence[:1].upper() + sentence[1:]
        amounts = BRACKETED.findall(sentence)
        sentence = BRACKETED.sub(r"\1", sentence)
        for frame in FRAMES_OF.get(answer, FRAMES):
            text = frame.format(
                title=TITLE.format(Name=name.title()), headline=HEADLINE.format(name=name), sentence=sentence
            )
            yield source, IN_ARTICLE.get(answer, answer), text, amounts, False
        yield source, ALONE.get(answer, answer), sentence, amounts, True


def learned(given: list[Example]) -> Weights:
    """The weights for each answer, and behind them what speaks for growth, of which only the words around an amount tell."""
    owners = learn(given, len(ANSWERS), PENALTY, SCALE)
    near = [
        one._replace(
            features={mark: one.features[mark] for mark in one.features if mark[0] in NEAR}, answer=int(one.is_growth)
        )
        for one in given
    ]
    growth = {mark: told[1] - told[0] for mark, told in learn(near, 2, PENALTY_OF_GROWTH, SCALE).items()}
    nothing = [0] * len(ANSWERS)
    return {mark: [*owners.get(mark, nothing), growth.get(mark, 0)] for mark in sorted({*owners, *growth})}


def judged(given: list[Example], weights: Weights) -> Counter[tuple[str, str]]:
    """How often each right answer was given which."""
    counts: Counter[tuple[str, str]] = Counter()
    for one, sums in zip(given, sums_of(given, weights), strict=True):
        best = ANSWERS[int(sums[:GROWTH].argmax())]
        told = "growth" if sums[GROWTH] > SURE and best != "none" else best
        counts["growth" if one.is_growth else ANSWERS[one.answer], told] += 1
    return counts


def shown(name: str, counts: Counter[tuple[str, str]]) -> str:
    """One line: the share of right answers, and the wrong ones by kind."""
    right = sum(count for (wanted, got), count in counts.items() if wanted == got)
    wrong = ", ".join(f"{a} as {b} {n}" for (a, b), n in sorted(counts.items()) if a != b)
    return f"{name} {right / counts.total():.4f} of {counts.total()}; {wrong}"


def main(arguments: list[str]) -> int:
    """Learn and print; see the module's docstring."""
    folders = [FIXTURES, *(Path(one) for one in arguments if not one.startswith("--"))]
    read = list(examples(folders, "read"))
    counts: Counter[tuple[str, str]] = Counter()
    for rest, left in folds(read):
        counts += judged(left, learned(rest))
    print(shown("not learned from: read", counts))
    weights = learned(read)
    print(shown("sentences", judged(list(filter(is_sentence, read)), weights)))
    if "--held" in arguments:
        print(shown("held", judged(list(examples(folders, "held")), weights)))
    if "--write" in arguments:
        TARGET.write_text(written(weights, HEAD), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
