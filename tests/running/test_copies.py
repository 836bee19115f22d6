"""Copies: the same body or nearly, found whatever the order; another report on the same template is none."""

import itertools
import json
import random

import numpy as np
import pytest

from extractor.running.copies import NUMBERS_ALIKE, numbers_alike
from extractor.running.sketch import EMPTY, NUMBERS

WORDS = (
    "kelp wool tin quay crane tidal lamp farm market grew fell rose demand supply price port ship net rope sail".split()
)


def body(seed, words=300):
    rng = random.Random(seed)
    return (
        " ".join(rng.choice(WORDS) for _ in range(words))
        + f" worth {rng.randint(100, 999)} million in 20{rng.randint(10, 40)}"
    )


FIRST, SECOND = body(1), body(2)
NEAR = FIRST + " syndicated by another site"
TEMPLATE = (
    "The {} market was worth USD {} million in {} and will reach USD {} million by {} at a rate of {}% says a "
    "firm that counts such things " + body(3)
)
TEXTS = [
    FIRST,
    SECOND,
    NEAR,
    FIRST,
    TEMPLATE.format("kelp", 12, 2024, 19, 2031, 6.3),
    TEMPLATE.format("kelp", 47, 2023, 88, 2030, 9.4),
    "short",
    "short",
    "",
]


def clusters(out):
    """The texts that are copies of one another, and which of them is kept."""
    found = {}
    for line in (out / "records.jsonl").open():
        record = json.loads(line)
        if record["cluster"]:
            found.setdefault(record["cluster"], []).append((record["text"], record["duplicate_of"] is None))
    return sorted(sorted(cluster) for cluster in found.values())


def test_exact_and_near_copies_are_one_cluster_and_the_longest_is_kept(documents, make_run, tmp_path):
    make_run(documents(*TEXTS))()
    assert clusters(tmp_path / "out") == [
        sorted([(FIRST, False), (FIRST, False), (NEAR, True)]),
        [("short", False), ("short", True)],
    ]


def test_a_template_with_other_figures_is_another_report(documents, make_run, tmp_path):
    make_run(documents(*TEXTS[4:6]))()
    assert clusters(tmp_path / "out") == []


@pytest.mark.parametrize("seed", range(4))
def test_neither_order_nor_workers_matter(documents, make_run, tmp_path, seed):
    make_run(documents(*TEXTS))()
    shuffled = random.Random(seed).sample(TEXTS, len(TEXTS))
    make_run(documents(*shuffled, folder="shuffled"), out="other", workers=seed % 3)()
    assert clusters(tmp_path / "out") == clusters(tmp_path / "other")


def test_many_copies_are_one_cluster(documents, make_run, tmp_path):
    make_run(
        documents(*(f"{FIRST} on page {chr(97 + number % 26)} of site {WORDS[number % 20]}" for number in range(200)))
    )()
    assert [len(cluster) for cluster in clusters(tmp_path / "out")] == [200]


def test_numbers_are_compared_as_sets_are():
    rng = random.Random(6)
    sets = [set(rng.sample(range(60), rng.randint(0, NUMBERS))) for _ in range(40)]
    rows = np.array([[*sorted(each), *[EMPTY] * (NUMBERS - len(each))] for each in sets], dtype=np.uint32)
    pairs = list(itertools.product(range(len(sets)), repeat=2))
    found = numbers_alike(rows[[one for one, _ in pairs]], rows[[other for _, other in pairs]])
    for alike, (one, other) in zip(found, pairs, strict=True):
        union = sorted(sets[one] | sets[other])[:NUMBERS]
        common = sum(number in sets[one] and number in sets[other] for number in union)
        assert alike == (not union or common / len(union) >= NUMBERS_ALIKE)
