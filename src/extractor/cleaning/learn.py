"""Learns the trees of the classifier of pages from labelled pages; a tool, not used at run time.

    python -m extractor.cleaning.learn FOLDER... [--articles FOLDER ...] [--out DIR]

A FOLDER holds `gold.jsonl` (a row a page: id, main_content) and `html/ID.html.gz`; a folder of --articles holds
NAME.txt or NAME.html beside NAME.gold.json ("article" is the cleaned text). The shipped trees were learned from two
thirds of the development half of the Web Content Extraction Benchmark (Murrough Foley, CC-BY-4.0), of `fixtures/pages`
and of `fixtures/articles`: items whose id has a SHA-256 that three divides were left out for the check. Each page is
learned from twice, the second time as if its elements had no telling names: another template names them otherwise.
Needs the extra `learn`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.align import WORD, matched
from extractor.cleaning.page.features import NAMES as PAGE_NAMES
from extractor.cleaning.page.features import page_features
from extractor.cleaning.page.read import headings_of, read_page
from extractor.cleaning.page.read_metadata import read_metadata
from extractor.cleaning.phrases import load_phrases
from extractor.cleaning.trees import DEPTH, SHIFTS, write_trees
from extractor.reading.decode import decode

DATA: Final = Path(__file__).parents[1] / "data"  # where the shipped trees are
ROUNDS: Final = 320  # trees; swept 60-320 by folds: from 160 on only articles gain
RATE: Final = 0.1  # how much of what is left a tree corrects
PAGE_RATE: Final = 0.07
PENALTY: Final = 20.0  # on the squares of what a tree adds; 5 and 20 tried by folds: less fits the pages it has seen
WORD_POWER: Final = 0.7  # a block counts in its document by its words to this power: between blocks and words
ARTICLE_WEIGHT: Final = 1.0  # of a labelled market article beside a page of the benchmark; swept 1-3: more serves reports and costs other pages
# What a page counts whose hints are taken away. Pages of templates that were not learned from gained .005 of F1 by it, others nothing.
UNHINTED: Final = 0.5
HINTED: Final = ("near_", "path_", "branch_")  # columns that tell what elements are called


@dataclass(slots=True)
class Example:
    """One document: the matrix of its blocks, which of them are gold, and what each counts."""

    matrix: NDArray[np.float32]
    labels: NDArray[np.float32]
    weights: NDArray[np.float32]
    texts: list[str]


def is_held(name: str) -> bool:
    """Whether an item is left out of learning, for the check."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def block_shares(texts: Sequence[str], gold: str) -> list[float]:
    """The share of each block's words that belongs to the gold text.

    >>> block_shares(["Menu", "Tin rose by 4%.", "Share"], "Tin rose by 4%.")
    [0.0, 1.0, 0.0]
    """
    words: list[str] = []
    ends: list[int] = []
    for text in texts:
        words += WORD.findall(text)
        ends.append(len(words))
    flags = matched(words, WORD.findall(gold))
    shares = []
    start = 0
    for end in ends:
        shares.append(sum(flags[start:end]) / (end - start) if end > start else 0.0)
        start = end
    return shares


def example(matrix: NDArray[np.float32], texts: list[str], gold: str, weight: float = 1.0) -> Example:
    """The example of one document; its weights sum to 10 times `weight`."""
    counts = np.array([len(WORD.findall(text)) + 1.0 for text in texts], np.float32) ** WORD_POWER
    labels = np.array([share >= 0.5 for share in block_shares(texts, gold)], np.float32)
    return Example(matrix, labels, 10.0 * weight * counts / counts.sum(), texts)


def page_example(markup: str, gold: str, weight: float = 1.0) -> Example | None:
    """The example of a page as markup."""
    read = read_page(markup)
    drafts = read.drafts
    if not drafts:
        return None
    metadata = read_metadata(read.head, None, headings_of(drafts))
    matrix, _ = page_features(drafts, load_phrases(), metadata)
    return example(matrix, [draft.text for draft in drafts], gold, weight)


def pages(folder: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """The rows of the gold file that are not held out, each with its page."""
    for line in (folder / "gold.jsonl").read_text("utf-8").strip().split("\n"):
        row = json.loads(line)
        if not is_held(row["id"]):
            yield row, decode(gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())).text


def articles(folder: Path) -> Iterator[tuple[str, str, dict[str, Any], bool]]:
    """Name, source, labels, and whether the source is a page, of the articles that are not held out."""
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if is_held(name):
            continue
        source = next(
            path.with_name(name + suffix) for suffix in (".txt", ".html") if path.with_name(name + suffix).exists()
        )
        yield name, source.read_text("utf-8"), json.loads(path.read_text("utf-8")), source.suffix == ".html"


def examples(folders: Sequence[Path], own: Sequence[Path]) -> list[Example]:
    """All examples of pages."""
    found = [page_example(markup, row["main_content"]) for folder in folders for row, markup in pages(folder)]
    for place in own:
        found += [
            page_example(text, gold["article"], ARTICLE_WEIGHT) for _, text, gold, is_page in articles(place) if is_page
        ]
    return [one for one in found if one is not None]


def unhinted(given: Example) -> Example:
    """An example as it would be if no class, id or role said anything."""
    matrix = given.matrix.copy()
    matrix[:, [name.startswith(HINTED) for name in PAGE_NAMES]] = 0.0
    return Example(matrix, given.labels, given.weights * np.float32(UNHINTED), given.texts)


def widened(matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    """The matrix with the columns of the blocks around each block, in the order of `SHIFTS`."""
    reach = max(SHIFTS)
    padded = np.pad(matrix, ((reach, reach), (0, 0)))
    return np.concatenate([padded[reach + shift : reach + shift + len(matrix)] for shift in SHIFTS], axis=1)


def learn(group: Sequence[Example], names: Sequence[str], near: int, rounds: int, rate: float = RATE) -> list[str]:
    """The lines of a trees file.

    Args:
        group: the examples.
        names: the columns of their matrices.
        near: how many of the first columns may be asked of neighbours too (a block's own features).
        rounds: how many trees.
        rate: how much of what is left each corrects.
    """
    from catboost import CatBoostClassifier  # type: ignore[import-untyped,import-not-found,unused-ignore]

    wide = [(name, shift, place) for shift in SHIFTS for place, name in enumerate(names)]
    used = [at for at, (_, shift, place) in enumerate(wide) if shift == 0 or place < near]
    model = CatBoostClassifier(
        depth=DEPTH, iterations=rounds, learning_rate=rate, l2_leaf_reg=PENALTY, rsm=0.3, border_count=64, random_seed=1,
        thread_count=2, verbose=0, allow_writing_files=False,
    )  # fmt: skip
    counted = [one.weights > 0.0 for one in group]
    model.fit(
        np.concatenate([widened(one.matrix)[rows][:, used] for one, rows in zip(group, counted, strict=True)]),
        np.concatenate([one.labels[rows] for one, rows in zip(group, counted, strict=True)]),
        sample_weight=np.concatenate([one.weights[rows] for one, rows in zip(group, counted, strict=True)]),
    )
    with tempfile.TemporaryDirectory() as folder:
        model.save_model(f"{folder}/model.json", format="json")
        data = json.loads(Path(folder, "model.json").read_text("utf-8"))
    scale, (bias,) = data["scale_and_bias"]
    lines = [json.dumps({"start": round(bias, 4)})]
    for tree in data["oblivious_trees"]:
        questions = []
        for split in tree["splits"]:
            name, shift, _ = wide[used[split["float_feature_index"]]]
            questions.append(f"{name}{f'@{shift:+d}' if shift else ''} > {split['border']:.5g}")
        leaves = [round(scale * value, 4) for value in tree["leaf_values"]]
        while len(questions) < DEPTH:  # a shallow tree: the missing questions are answered no
            questions.append(f"{names[0]} > 1e30")
            leaves += leaves
        lines.append(json.dumps({"if": questions, "add": leaves}))
    return lines


def main() -> None:
    """Learns the classifier of pages and writes its file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    found = examples(args.folders, args.articles)
    found += list(map(unhinted, found))
    lines = learn(found, PAGE_NAMES, PAGE_NAMES.index("in_json"), ROUNDS, PAGE_RATE)
    write_trees(args.out, "page", lines)


if __name__ == "__main__":
    main()
