"""What the words of a line say of its belonging to an article."""

from __future__ import annotations

import numpy as np
import pytest

from extractor.cleaning.flat.learn_wording import learn_wording, wording_lines
from extractor.cleaning.flat.wording import BIAS, MOST_CHARS, load_wording, said_by, wording, words_of_line
from extractor.cleaning.learn import Example


@pytest.mark.parametrize(
    "line",
    ["Sign in", "Tweet Print PDF", "About the author", "Enjoyed this? Leave a comment", "4 min read"],
)
def test_furniture_is_worded_as_none_of_an_article(line: str) -> None:
    assert wording(line) < 0.0


def test_prose_of_a_market_is_worded_as_one() -> None:
    assert wording("The market was valued at $3 billion in 2024 and will grow at a CAGR of 4%") > 0.0


def test_marks_and_case_say_nothing_and_digits_are_alike() -> None:
    assert words_of_line("READ more: 15!") == words_of_line("read More 23")


def test_a_line_without_words_says_what_all_lines_say() -> None:
    assert words_of_line("* * *") == []
    assert said_by([], {BIAS: -120}) == -1.2


def test_only_the_start_of_a_long_line_counts() -> None:
    start = "tin " * (MOST_CHARS // len("tin "))
    assert words_of_line(f"{start}lamps") == words_of_line(start)


def test_a_word_weighs_by_the_lines_it_stands_in() -> None:
    texts = ["tin lamps rise", "share this"]
    one = Example(np.zeros((2, 1), np.float32), np.array([1, 0], np.float32), np.full(2, 5, np.float32), texts)
    weights = learn_wording([one] * 8)
    assert weights["tin"] > 0 > weights["share"]
    assert len([word for line in wording_lines(weights)[1:] for word in line.split("\t")[1].split(" ")]) == len(weights)


def test_weights_are_shipped() -> None:
    assert len(load_wording()) > 1000
