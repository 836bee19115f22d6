"""Time of hostile input against its length: `python benchmarks/linear.py [--largest BYTES] [--whole]`.

Each kind of input is annotated (with `--whole`: made a record of) at half the length and at the full one; a ratio above
2.3 fails.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from typing import TYPE_CHECKING

from extractor import extract, mentions

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = {
    "digits": "1",
    "commas": ",",
    "dollar signs": "$",
    "spaces": " ",
    "1,1,1,": "1,",
    "1 1 1 ": "1 ",
    "$ $ $ ": "$ ",
    "$1 $1 ": "$1 ",
    "1 000 000 ": "1 000 000 ",
    "2025-2025-": "2025-",
    "2025 to ": "2025 to ",
    "five and ": "five and ",
    "million ": "million ",
    "a million and ": "a million and ",
    "- - ": "- ",
    "USD USD ": "USD ",
    "5% 5% ": "5% ",
    "1-1-1-": "1-",
    "1 to 1 to ": "1 to ",
    "| 1 | ": "| 1 ",
    "(((": "(",
    "1.1.1.": "1.",
    "FY24 ": "FY24 ",
    "Q3 of ": "Q3 of ",
    "between ": "between ",
    "USD million ": "USD million ",
    "1/1/21 ": "1/1/21 ",
    "the 90's ": "the 90's ",
    "two thousand ": "two thousand ",
    "nineteen ": "nineteen ",
    "half of a ": "half of a ",
    "a dollar and ": "a dollar and ",
    "$(1) ": "$(1) ",
    "$1, ": "$1, ",
    "(1) 20 ": "(1) 20 ",
    "2000 to 2000 ": "2000 to 2000 ",
    "forecast period ": "forecast period ",
    "in 1776 ": "in 1776 ",
    "Mar-19 ": "Mar-19 ",
    "R5 million ": "R5 million ",
    "(1.5)% ": "(1.5)% ",
    "a dollar fifty ": "a dollar fifty ",
    "10/1/2016-": "10/1/2016-",
    "1987 maps and ": "1987 maps and ",
    "a1b2": "a1b2",
    "1a1a ": "1a1a ",
    "USD1USD1": "USD1",
    "letters": "a",
    "twenty twenty ": "twenty ",
    "from from ": "from ",
    "2020-2021-": "2020-2021-2022-",
    "1645-1715 ": "1645-1715 ",
    "south south ": "south ",
    "5 united arab ": "5 united arab emirates ",
    "'98 ": "the '98 ",
    "5 p at 5p ": "at 5p ",
    "some some ": "five some ",
    "million, million": "5 million, ",
    "one currency": "USD 5 million or at 6 million at 7 million or ",
    "years of a unit": "USD million: 2024 120; 2025 131; ",
    "cells of a row": "Acme Widget 1 | 12.5 | ",
    "rows of a table": "Acme Widget | 12.5 | 2024\n",
    "firms in a line": "Acme Inc., ",
    "firms by lines": "Acme Inc.\n",
    "items": "- Acme Widgets\n",
    "capitals": "Acme Borel Corvane ",
    "capitals and": "Acme and Borel and ",
    "names in a line": "Acme Borel, ",
    "bulleted names": "* Corvane Lumo\n",
    "letter and number": "R5 million to ",
    "odd spaces": "a\tb \n ",
    "people": "Mr. Smith of Acme said ",
    "places": "Paris, France; ",
    "splits": "By Type: Red, Blue. ",
    "split by lines": "By Type\nRed\nBlue\n",
    "values": "The kelp market was worth USD 5 million in 2024. ",
    "rates": "It grew at a CAGR of 5% from 2024 to 2030. ",
    "ways": "It will grow from USD 5 million in 2024 to USD 9 million by 2030. ",
    "players": "Key players include Acme Inc., Borel AG and Corvane. ",
    "headings": "Market Overview\n\nThe kelp market grows.\n\n",
    "links": "[Acme](https://acme.example) ",
}
MOST = 2.3
LEAST_ROUNDS, MOST_ROUNDS = 3, 9


def seconds(read: Callable[[str], object], text: str) -> float:
    """CPU time of one run."""
    start = time.process_time()
    read(text)
    return time.process_time() - start


def best_of(read: Callable[[str], object], half: str, whole: str) -> tuple[float, float]:
    """The best times of both lengths, run in turn: three rounds, and more while the ratio is too high.

    What else runs on the machine slows one or the other by a third; what is worse than linear stays so in every round.
    """
    one = other = float("inf")
    for turn in range(MOST_ROUNDS):
        if turn >= LEAST_ROUNDS and other <= MOST * one:
            break
        one, other = min(one, seconds(read, half)), min(other, seconds(read, whole))
    return one, other


def main() -> int:
    """Prints a line a kind; the exit status is 1 when any is worse than linear."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=1_000_000, help="length of the longer text in characters")
    parser.add_argument("--only", default="", help="kinds that contain this")
    parser.add_argument("--whole", action="store_true", help="the whole way to a record")
    args = parser.parse_args()
    read: Callable[[str], object] = extract if args.whole else mentions
    read("warm up: USD 5 million in 2024, 5% more.")
    gc.collect()
    gc.freeze()  # the compiled tables are large: walked at a moment of chance, they would drown the times
    worst = 0.0
    for name, piece in KINDS.items():
        if args.only not in name:
            continue
        full = (piece * (args.largest // len(piece) + 1))[: args.largest]
        half, whole = best_of(read, full[: args.largest // 2], full)
        ratio = whole / max(half, 1e-4)
        worst = max(worst, ratio)
        print(
            f"{name:16} {half:8.3f} s {whole:8.3f} s  ratio {ratio:.2f}{'  TOO SLOW' if ratio > MOST else ''}",
            flush=True,
        )
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
