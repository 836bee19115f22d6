"""Learns the trees for flat texts: which line is the title, and which lines belong to the article. A tool, not used at run time.

    python -m extractor.cleaning.flat.learn FOLDER [--articles FOLDER ...] [--out DIR]

FOLDER and the folders of --articles are laid out as `extractor.cleaning.learn` says, and held-out items are
the same. Each page is learned from flattened in two ways. Needs the extra `learn`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.align import WORD
from extractor.cleaning.flat.features import NAMES, NEAR, add_title, surroundings
from extractor.cleaning.flat.lines import Lines
from extractor.cleaning.flat.title import may_be_title, pick_title
from extractor.cleaning.flatten import flatten
from extractor.cleaning.learn import DATA, Example, articles, example, learn, pages
from extractor.cleaning.phrases import load_phrases
from extractor.cleaning.trees import Trees, read_trees, write_trees

ROUNDS: Final = {"title": 140, "flat": 240}  # trees; more gained nothing
# Of a labelled market article, all its forms together, beside 2 for a page of the benchmark; swept 1-5.
TEXT_WEIGHT: Final = {"title": 1.0, "flat": 2.5}
FOLDS: Final = 3  # a page's title is told by trees that have not seen the page
ALIKE: Final = 0.75  # share of words a line and the title have in common from which the line is the title
WRONG_WEIGHT: Final = 3.0  # of all other lines of a document together, beside its title
HARD: Final = 0.7  # share of that for the lines that trees of a first turn took for titles


@dataclass(slots=True)
class Text:
    """One flat text with its labels."""

    name: str
    lines: Lines
    matrix: NDArray[np.float32]
    gold: str
    is_title: NDArray[np.bool_]
    share: float  # of an article that this form is; 0 for a page of the benchmark

    def weight(self, kind: str) -> float:
        """What the text counts in learning the trees of a kind ("title", "flat")."""
        return self.share * TEXT_WEIGHT[kind] if self.share else 1.0


def words_of(text: str) -> frozenset[str]:
    """The words of a title, for comparing."""
    return frozenset(WORD.findall(text.lower()))


def title_lines(lines: Sequence[str], title: str) -> NDArray[np.bool_]:
    """Which lines are the title: the same words, or if there is no such line nearly the same.

    >>> title_lines(["Home", "Tin rises", "Tin rises again"], "Tin rises!").tolist()
    [False, True, False]
    """
    wanted = words_of(title)
    if not wanted:
        return np.zeros(len(lines), np.bool_)
    shares = []
    for line in lines:
        own = words_of(line) if len(line) < 2 * len(title) + 40 else frozenset()
        shares.append(len(wanted & own) / len(wanted | own))
    common = np.array(shares)
    return common == 1.0 if (common == 1.0).any() else common >= ALIKE


def text_of(name: str, source: str, gold: str, title: str, share: float) -> Text | None:
    """The labelled text, or None when it has no line."""
    lines = Lines(source)
    if not lines.texts:
        return None
    matrix, _ = surroundings(lines.texts, lines.kinds, lines.blanks, load_phrases())
    return Text(name, lines, matrix, gold, title_lines(lines.texts, title), share)


def texts(folder: Path, own: Sequence[Path]) -> Iterator[Text]:
    """All texts to learn from."""
    for row, markup in pages(folder):
        for form in ("blocks", "lines"):
            found = text_of(row["id"], flatten(markup, form), row["main_content"], row.get("title") or "", 0.0)
            if found is not None:
                yield found
    for place in own:
        for name, source, gold, is_page in articles(place):
            forms = [flatten(source, form) for form in ("blocks", "lines")] if is_page else spacings(source)
            for text in forms:
                found = text_of(name, text, gold["article"], gold.get("title") or "", 1.0 / len(forms))
                if found is not None:
                    yield found


def spacings(text: str) -> list[str]:
    """A flat text as it is, without its blank lines, and with one behind every line: scrapers do all three."""
    lines = [line for line in text.split("\n") if line.strip()]
    return [text, "\n".join(lines), "\n\n".join(lines)]


def title_example(text: Text, trees: Trees | None) -> Example | None:
    """The lines that may be the title; those that `trees` take for it count most."""
    fit = may_be_title(text.matrix)
    labels = text.is_title[fit].astype(np.float32)
    if not labels.any():
        return None
    wrong = (labels == 0.0).astype(np.float32)
    weights = wrong / max(1.0, float(wrong.sum()))
    if trees is not None:
        hard = wrong * np.exp(np.clip(trees.scores(text.matrix)[fit], -30.0, 30.0))
        weights = (1.0 - HARD) * weights + HARD * hard / max(float(hard.sum()), 1e-9)
    weights = WRONG_WEIGHT * weights + labels / labels.sum()
    return Example(
        text.matrix,
        np.where(fit, text.is_title, 0).astype(np.float32),
        _spread(weights * text.weight("title"), fit),
        text.lines.texts,
    )


def _spread(values: NDArray[np.float32], fit: NDArray[np.bool_]) -> NDArray[np.float32]:
    out = np.zeros(len(fit), np.float32)
    out[fit] = values
    return out


def learn_title(group: Sequence[Text]) -> list[str]:
    """The lines of the trees file for titles, learned in two turns."""
    trees: Trees | None = None
    lines: list[str] = []
    for _ in range(2):
        found = [one for text in group if (one := title_example(text, trees)) is not None]
        lines = learn(found, NAMES, NEAR, ROUNDS["title"])
        trees = read_trees(lines, NAMES, "title")
    return lines


def main() -> None:
    """Learns both sets of trees and writes their files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    group = list(texts(args.folder, args.articles))
    names = sorted({text.name for text in group})
    fold = {name: place % FOLDS for place, name in enumerate(names)}
    lines = learn_title(group)
    write_trees(args.out, "title", lines)
    titles: list[tuple[Text, int | None, float]] = []
    for left_out in range(FOLDS):
        trees = read_trees(learn_title([text for text in group if fold[text.name] != left_out]), NAMES, "title")
        titles += [(text, *pick_title(text.matrix, trees)) for text in group if fold[text.name] == left_out]
    for text, title_at, certainty in titles:
        add_title(text.matrix, title_at, certainty)
    bodies = [example(text.matrix, text.lines.texts, text.gold, text.weight("flat")) for text in group]
    write_trees(args.out, "flat", learn(bodies, NAMES, NEAR, ROUNDS["flat"]))


if __name__ == "__main__":
    main()
