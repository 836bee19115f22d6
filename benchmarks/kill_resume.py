"""Runs killed with -9 at random instants and run again, until they finish; every output compared byte by byte.

    python -m benchmarks.kill_resume --runs 300 --documents 400 [--plain]

With --plain the workers do not extract, they only write down the text: the run, its journal, its workers and its
finish are the same, and a start takes a tenth of the time, so that most instants fall into the work itself.

Each run is killed several times, at instants drawn from the whole length of an undisturbed run, start-up and
finish included, with the workers left to find out by themselves. Prints one line of JSON; exit status 1 when
a run differed or hung.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.documents import document

if TYPE_CHECKING:
    from extractor.reading.source import Source
    from extractor.records import Record
    from extractor.running.protocol import Extract
    from extractor.settings import Settings

HANG_SECONDS = 180
PAGE_FACTOR = 4  # pages longer than so many texts are replaced by a short one
MOST_KILLS = 6  # of one run; then it is left to finish
OUTPUTS = ("records.jsonl", "issues.jsonl", "estimates.csv", "companies.csv")


def write_documents(folder: Path, count: int, chars: int) -> None:
    """Small documents, so that a run is short and its instants are many; some empty, some broken."""
    folder.mkdir()
    for number in range(count):
        text, suffix = document(number)
        if suffix == ".txt":
            text = text[:chars]
        elif len(text) > PAGE_FACTOR * chars:
            text, suffix = f"<html><body><p>{document(0)[0][:chars]}</p><p>{number}</p></body></html>", ".html"
        path = folder / f"{number:04}{suffix}"
        if number % 50 == 7:
            path.write_bytes(b"")
        elif number % 50 == 11:
            path.with_suffix(".jsonl").write_text('{"text": 5}\nnot json\n' + json.dumps({"text": text[:chars]}) + "\n", "utf-8")
        else:
            path.write_text(text, "utf-8")


PLAIN_RUN = """
import sys
from pathlib import Path
from extractor.running.run import Run
from extractor.settings import Settings
inputs, out, workers = sys.argv[1:]
settings = Settings.from_dict({"running": {"workers": int(workers), "commit_seconds": 0.02, "batch_documents": 4}, "writing": {"formats": ["csv"]}})
Run([inputs], Path(out), settings, factory="benchmarks.kill_resume:make_plain")()
"""


def make_plain(settings: Settings) -> Extract:
    """Work that takes next to no time: the record holds the text as it is."""
    from extractor.cleaning.article import Article
    from extractor.validating.assemble import empty_record

    def plain(source: Source) -> Record:
        record = empty_record(source, Article(source.text))
        return record.model_copy(update={"status": "ok", "issues": []}) if source.text.strip() else record

    return plain


def command(inputs: Path, out: Path, workers: int, plain: bool) -> list[str]:
    """The command line of a run."""
    if plain:
        return [sys.executable, "-c", PLAIN_RUN, str(inputs), str(out), str(workers)]
    return [sys.executable, "-m", "extractor.cli", "run", str(inputs), "-o", str(out), "-w", str(workers), "-f", "csv", "-q", "-s", str(inputs.parent / "s.toml")]


def outputs(out: Path) -> dict[str, bytes]:
    """The bytes that must be the same."""
    return {name: (out / name).read_bytes() for name in OUTPUTS}


def run_killed(begin: list[str], length: float, rng: random.Random) -> int:
    """Runs until the run finishes, killing it at random instants; how often it was killed."""
    kills = 0
    while True:
        process = subprocess.Popen(begin, start_new_session=True)
        delay = rng.uniform(0, length) if kills < MOST_KILLS else HANG_SECONDS
        try:
            status = process.wait(delay)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            if kills >= MOST_KILLS:
                raise RuntimeError("hung") from None
            kills += 1
            continue
        if status not in (0, 1):
            raise RuntimeError(f"exit status {status}")
        return kills


def main() -> int:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--chars", type=int, default=800, help="characters of a text document")
    parser.add_argument("--workers", default="1,2,4")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=1e9, help="begin no run after so many minutes")
    parser.add_argument("--plain", action="store_true", help="workers that do next to nothing")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    counts = [int(part) for part in options.workers.split(",")]
    kills = done = 0
    bad: list[str] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        (root / "s.toml").write_text("[running]\ncommit_seconds = 0.1\n")
        write_documents(root / "in", options.documents, options.chars)
        started = time.monotonic()
        subprocess.run(command(root / "in", root / "whole", 1, options.plain), check=False)
        length = time.monotonic() - started
        whole = outputs(root / "whole")
        for number in range(options.runs):
            if time.monotonic() - began > options.minutes * 60:
                break
            out = root / f"out{number}"
            try:
                kills += run_killed(command(root / "in", out, counts[number % len(counts)], options.plain), length, rng)
                if outputs(out) != whole:
                    bad.append(f"run {number}: differs")
                subprocess.run(["rm", "-r", str(out)], check=True)
            except RuntimeError as error:
                bad.append(f"run {number}: {error}")
            done += 1
    result = {"runs": done, "documents": options.documents, "workers": counts, "kills": kills, "bad": bad,
              "seconds": round(time.monotonic() - began, 1), "undisturbed_seconds": round(length, 2)}  # fmt: skip
    print(json.dumps(result))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
