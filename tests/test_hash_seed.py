"""The order of sets and dictionaries of a process, which its hash seed makes, tells nothing: same input, same output."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
# Firms for and against which as much speaks, so that rounding would decide.
NAMES = (
    "friday-pour-newsletter.txt",
    "packaging-roundup.txt",
    "stationery-ipo-india.txt",
    "korea-sheet-masks-news.txt",
)
EXTRACT = """
import sys
from pathlib import Path
from extractor import Extractor
for record in Extractor().pipe(map(Path, sys.argv[1:])):
    print(record.to_json())
"""


def records(seed: str) -> str:
    """The records of some articles, made in a process with this hash seed."""
    command = [sys.executable, "-c", EXTRACT, *(str(ARTICLES / name) for name in NAMES)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def test_hash_seed_tells_nothing() -> None:
    first = records("0")
    assert first.count("\n") == len(NAMES)
    assert records("1") == first
