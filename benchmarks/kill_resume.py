"""Runs killed with -9 at random instants and run again, until they finish; every output compared byte by byte.

    python -m benchmarks.kill_resume [--runs 300] [--documents 400] [--at-once 2] [--real]

The documents are extracted once. The killed runs then get these records from a table instead of extracting again: what
is killed, the run with its journal, workers, order, copies and tables, is the same to the last byte, while the function
from a document to its record keeps no state that a kill could damage. A start takes a third of the time then, so that
most instants fall into the work and not into imports. With --real every run extracts.

Each run is killed several times, at instants drawn from the whole length of an undisturbed run, start-up and
finish included, with the workers left to find out by themselves; none may be alive some seconds later. Prints one line
of JSON; exit status 1 when a run differed, hung or left a process behind. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.documents import document

if TYPE_CHECKING:
    from extractor.reading.source import Source
    from extractor.records import Record
    from extractor.running.protocol import Extract
    from extractor.settings import Settings

HANG_SECONDS = 180
LINGER_SECONDS = 20  # in which a worker must have found out that its run was killed
RECORDS = "KILL_RESUME_RECORDS"  # names the file of records for the workers
PAGE_FACTOR = 4  # pages longer than so many texts are replaced by a short one
MOST_KILLS = 4  # of one run; then it is left to finish
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
            path.with_suffix(".jsonl").write_text(
                '{"text": 5}\nnot json\n' + json.dumps({"text": text[:chars]}) + "\n", "utf-8"
            )
        else:
            path.write_text(text, "utf-8")


RUN = """
import sys
from pathlib import Path
from extractor.running.run import Run
from extractor.settings import Settings
inputs, out, workers, factory = sys.argv[1:]
running = {"workers": int(workers), "commit_seconds": 0.02, "batch_documents": 4}
settings = Settings.from_dict({"running": running, "writing": {"formats": ["csv"]}})
Run([inputs], Path(out), settings, **({"factory": factory} if factory else {}))()
"""


def make_recorded(settings: Settings) -> Extract:
    """Work that takes the records from the run whose file the environment names."""
    from extractor.records import Record
    from extractor.validating.assemble import source_info

    table = {}
    with open(os.environ[RECORDS], "rb") as file:  # noqa: PTH123
        for line in file:
            table[json.loads(line)["id"]] = line

    def recorded(source: Source) -> Record:
        record = Record.model_validate_json(table[source.id])
        return record.model_copy(update={"source": source_info(source), "duplicate_of": None, "cluster": None})

    return recorded


def command(inputs: Path, out: Path, workers: int, real: bool) -> list[str]:
    """The command line of a run."""
    return [
        sys.executable,
        "-c",
        RUN,
        str(inputs),
        str(out),
        str(workers),
        "" if real else "benchmarks.kill_resume:make_recorded",
    ]


def outputs(out: Path) -> dict[str, bytes]:
    """The bytes that must be the same."""
    return {name: (out / name).read_bytes() for name in OUTPUTS}


def run_killed(begin: list[str], length: float, rng: random.Random) -> int:
    """Runs until the run finishes, killing it at random instants; how often it was killed.

    Raises:
        RuntimeError: if it hangs, fails or leaves a process behind.
    """
    sessions: set[int] = set()
    for kills in range(MOST_KILLS + 1):
        process = subprocess.Popen(begin, start_new_session=True)
        sessions.add(process.pid)
        last = kills == MOST_KILLS
        try:
            status = process.wait(HANG_SECONDS if last else rng.uniform(0, length))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            if last:
                raise RuntimeError("hung") from None
            continue
        if status:
            raise RuntimeError(f"exit status {status}")
        break
    deadline = time.monotonic() + LINGER_SECONDS
    while left := alive(sessions):
        if time.monotonic() > deadline:
            raise RuntimeError(f"processes {left} are left behind")
        time.sleep(0.1)
    return kills


def alive(sessions: set[int]) -> list[int]:
    """Processes of these sessions that have not ended."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            cells = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        if int(cells[3]) in sessions and cells[0] != "Z":
            found.append(int(place.parent.name))
    return found


def one_run(
    root: Path, number: int, options: argparse.Namespace, length: float, whole: dict[str, bytes]
) -> tuple[int, str]:
    """How often a run was killed, and what was wrong with it in the end."""
    out = root / f"out{number}"
    workers = [int(part) for part in options.workers.split(",")]
    rng = random.Random(f"{options.seed}, {number}")
    try:
        kills = run_killed(command(root / "in", out, workers[number % len(workers)], options.real), length, rng)
    except RuntimeError as error:
        return 0, f"run {number}: {error}"
    if outputs(out) != whole:
        return kills, f"run {number}: differs"
    shutil.rmtree(out)
    return kills, ""


def main() -> int:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--chars", type=int, default=800, help="characters of a text document")
    parser.add_argument("--workers", default="1,2,4")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--at-once", type=int, default=2, help="runs at the same time")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin no run after so many minutes")
    parser.add_argument("--real", action="store_true", help="extract in every run")
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        write_documents(root / "in", options.documents, options.chars)
        os.environ[RECORDS] = str(root / "real" / "records.jsonl")
        subprocess.run(command(root / "in", root / "real", 1, real=True), check=True)
        whole = outputs(root / "real")
        started = time.monotonic()
        subprocess.run(command(root / "in", root / "whole", 1, options.real), check=True)
        length = time.monotonic() - started
        bad = [] if outputs(root / "whole") == whole else ["the undisturbed run: differs"]

        def run(number: int) -> tuple[int, str] | None:
            return (
                one_run(root, number, options, length, whole)
                if time.monotonic() - began < options.minutes * 60
                else None
            )

        with ThreadPoolExecutor(options.at_once) as pool:
            done = [result for result in pool.map(run, range(options.runs)) if result is not None]
    bad += [problem for _, problem in done if problem]
    result = {"runs": len(done), "documents": options.documents, "workers": options.workers, "real": options.real,
              "kills": sum(kills for kills, _ in done), "bad": bad, "undisturbed_seconds": round(length, 2),
              "seconds": round(time.monotonic() - began, 1)}  # fmt: skip
    print(json.dumps(result))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
