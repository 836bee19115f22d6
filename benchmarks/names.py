"""Load time and memory of the name tables, and milliseconds per 10 KB of text beyond tokenizing.

usage: python benchmarks/names.py [FOLDER_OF_TEXTS]      default: seeds/*.txt
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from pathlib import Path

UNIT = 10_240  # characters
ROUNDS = 5


def load() -> None:
    """Time and memory of reading every table of names, in a fresh process."""
    from extractor.annotating.types.companies.forms.form_table import load_forms
    from extractor.annotating.types.companies.words.vocabulary import company_words, known_companies
    from extractor.annotating.types.regions.places import load_demonyms, load_doubtful, load_places
    from extractor.data.given_names import given_names

    tables = (load_places, load_doubtful, load_demonyms, load_forms, company_words, given_names, known_companies)
    tracemalloc.start()
    for table in tables:
        table()
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    for table in tables:
        table.cache_clear()
    start = time.process_time()
    for table in tables:
        table()
    print(f"tables: {time.process_time() - start:.3f} s, {memory / 2**20:.1f} MiB")


def speed(folder: Path) -> None:
    """CPU time of tokenizing and of the finders of names over all texts of the folder."""
    from extractor.annotating.annotator import Annotator
    from extractor.annotating.types import companies, regions
    from extractor.settings import Settings

    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    size = sum(map(len, texts))
    if not size:
        raise SystemExit(f"no .txt files in {folder}")
    annotator = Annotator(Settings())
    finders = {
        "regions": regions.TYPE.build(Settings()),
        "companies": companies.TYPE.build(Settings()),
    }
    spent: dict[str, float] = {}
    for _ in range(ROUNDS):  # the last round is warm
        spent = dict.fromkeys(["tokens", *finders], 0.0)
        for text in texts:
            start = time.process_time()
            annotation = annotator.tokens(text)
            spent["tokens"] += time.process_time() - start
            for name, finder in finders.items():
                start = time.process_time()
                annotation.mentions.extend(finder(annotation))
                spent[name] += time.process_time() - start
    print(
        f"{size:,} characters in {len(texts)} texts; CPU ms per 10 KB: "
        + ", ".join(f"{name} {1000 * seconds * UNIT / size:.2f}" for name, seconds in spent.items())
    )


if __name__ == "__main__":
    load()
    speed(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "seeds")
