"""Score `extractor.clean` on labelled pages: text, title, date, and whether its confidence tells good from bad.

    python -m benchmarks.pages FOLDER [--form html|blocks|lines] [--read | --held]

FOLDER holds gold.jsonl, a row a page with `id`, `main_content`, `title`, `published` (ISO) and perhaps `kind`, and
the pages as html/ID.html.gz. The form says what the cleaner is given: the markup, or the page flattened to a line a
block element or a line a text node. --held takes the third of the pages whose id has a SHA-256 divisible by three,
--read the others; only aggregates are ever printed.

Text is compared as a multiset of runs of four words (case and punctuation folded; a text of fewer words is one run).
Precision, recall and F1 are means over pages; two empty texts agree. A page is exact when its words are the label's,
in order. On markup, trafilatura's default `extract` is scored in the same run where it is installed, turn about with
ours so that both meet the same machine; cpu is milliseconds of processor time a page, first calls left out.

Title and date are counted over the pages labelled with one. A title is right when it is equal after folding, a date
when it is equal at the precision of the shorter. Deciles are ten groups of pages as equal as can be, by confidence.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.held import add_part, belongs

RUN = 4  # words in a run: long enough to be no chance meeting, short enough to forgive one wrong word
GROUPS = 10
_WORD = re.compile(r"[^\W_]+")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")  # lxml refuses a decoded string that names an encoding

Row = dict[str, Any]
Cleaner = Callable[[str], Any]


@dataclass(frozen=True)
class TextScore:
    """How one text compares with its label, and what it cost."""

    precision: float
    recall: float
    exact: bool
    cpu_ms: float = 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def words(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words("The Kelp-Farm, re‐opened")
    ['the', 'kelp', 'farm', 're', 'opened']
    """
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def runs(said: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text; one shorter run when it has fewer words."""
    count = max(len(said) - RUN + 1, 1 if said else 0)
    return Counter(tuple(said[start : start + RUN]) for start in range(count))


def compared(found: str, wanted: str) -> TextScore:
    """Score one text.

    >>> score = compared("one two three four five", "One, two, three, four.")
    >>> score.precision, score.recall, score.exact
    (0.5, 1.0, False)
    """
    ours, theirs = words(found), words(wanted)
    got, gold = runs(ours), runs(theirs)
    if not got or not gold:
        same = float(not got and not gold)
        return TextScore(same, same, bool(same))
    return TextScore((got & gold).total() / got.total(), (got & gold).total() / gold.total(), ours == theirs)


def same_date(found: str, wanted: str) -> bool:
    """Whether two ISO dates agree as far as both go.

    >>> same_date("2025-02", "2025-02-11"), same_date("2025-03", "2025-02-11")
    (True, False)
    """
    size = min(len(found), len(wanted), len("2025-02-11"))
    return found[:size] == wanted[:size]


def read(folder: Path, part: str | None = None) -> list[Row]:
    """The rows of the labels, of one part or all."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").split("\n") if line.strip()]
    return [row for row in rows if belongs(row["id"], part)]


def given(folder: Path, row: Row, form: str) -> str:
    """One page as the cleaner gets it."""
    markup = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
    if form == "html":
        return markup
    from extractor.cleaning.flatten import flatten

    return flatten(_DECLARATION.sub("", markup), form)


def cleaners(form: str) -> dict[str, Cleaner]:
    """Those to compare, by name; trafilatura reads markup only."""
    import extractor

    found: dict[str, Cleaner] = {"extractor": extractor.clean}
    if form == "html" and importlib.util.find_spec("trafilatura"):
        import trafilatura

        found["trafilatura"] = trafilatura.extract
    return found


def text_table(title: str, scores: dict[str, list[TextScore]]) -> Iterable[str]:
    yield f"{title:24}  precision  recall     F1  exact  cpu ms"
    for name, pages in scores.items():
        means = [
            fmean(getattr(page, field) for page in pages) for field in ("precision", "recall", "f1", "exact", "cpu_ms")
        ]
        yield f"  {name:22}  {means[0]:9.4f}  {means[1]:6.4f} {means[2]:6.4f} {means[3]:6.3f}  {means[4]:6.1f}"


def field_line(name: str, pairs: list[tuple[str | None, str | None]], same: Callable[[str, str], bool]) -> str:
    """The figures of one metadata field from (found, labelled) pairs."""
    labelled = [(found, wanted) for found, wanted in pairs if wanted]
    right = sum(bool(found) and same(str(found), wanted) for found, wanted in labelled)
    missing = sum(not found for found, _ in labelled)
    share = right / len(labelled) if labelled else 1.0
    return f"{name:10} right {right} of {len(labelled)} ({share:.3f}), wrong {len(labelled) - right - missing}, missing {missing}"


def decile_table(pages: Sequence[tuple[float, float]]) -> Iterable[str]:
    """Rows by confidence, from (confidence, F1) pairs in order."""
    yield "decile  pages  confidence  mean F1"
    means: list[float] = []
    for group in range(GROUPS):
        if members := pages[len(pages) * group // GROUPS : len(pages) * (group + 1) // GROUPS]:
            means.append(fmean(f1 for _, f1 in members))
            yield f"{group + 1:6}  {len(members):5}  {fmean(sure for sure, _ in members):10.4f}  {means[-1]:7.4f}"
    falls = sum(later < earlier for earlier, later in pairwise(means))
    yield f"mean F1 falls at {falls} of {max(len(means) - 1, 0)} steps"


def main(arguments: list[str] | None = None) -> None:
    """Run the scorer; see the module's docstring."""
    parser = argparse.ArgumentParser(description="score the cleaner on labelled pages")
    parser.add_argument("folder", type=Path, help="holds gold.jsonl and html/ID.html.gz")
    parser.add_argument("--form", choices=("html", "blocks", "lines"), default="html", help="what the cleaner is given")
    add_part(parser)
    options = parser.parse_args(arguments)
    rows = read(options.folder, options.part) or parser.error("no pages to score")
    compare = cleaners(options.form)
    scores: dict[str, list[TextScore]] = {name: [] for name in compare}
    articles = []
    for number, row in enumerate(rows):
        page = given(options.folder, row, options.form)
        for name, cleaner in compare.items():
            if number == 0:
                cleaner(page)  # loading is not cleaning
            start = time.process_time()
            result = cleaner(page)
            cpu_ms = (time.process_time() - start) * 1000
            if name == "extractor":
                articles.append(result)
                result = result.text
            score = compared(result or "", row["main_content"])
            scores[name].append(TextScore(score.precision, score.recall, score.exact, cpu_ms))
    chosen = [index for index, row in enumerate(rows) if row.get("kind") == "article"]
    lines = [f"form {options.form}, part {options.part or 'all'}", *text_table(f"all {len(rows)} pages", scores)]
    if chosen:
        lines += text_table(f"{len(chosen)} articles", {n: [pages[i] for i in chosen] for n, pages in scores.items()})
    for name, same in (("title", lambda found, wanted: words(found) == words(wanted)), ("published", same_date)):
        pairs = [(getattr(article, name), row.get(name)) for article, row in zip(articles, rows, strict=True)]
        lines.append(field_line(name, pairs, same))
    sure = [(a.confidence, s.f1) for a, s in zip(articles, scores["extractor"], strict=True)]
    lines += decile_table(sorted(sure, key=lambda pair: pair[0]))  # ties stay as they come, not by F1
    print("\n".join(lines))


if __name__ == "__main__":
    main()
