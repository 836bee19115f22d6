"""A large run measured against its targets: memory, linear time, the output in full, two workers against one, peers.

    python -m benchmarks.batch [--documents 100000] [--ratio-documents 5000] [--peer-documents 3000]
                               [--folder PLACE] [--peers-python PATH] [--go-on]

Documents of about 10 KB are generated (`benchmarks/documents.py`) and kept in PLACE, with the output of the runs.
Three parts, each left out with 0 documents:

- one run over all documents by two workers: memory, time, output (--go-on takes up one that was stopped: its figures
  are those of what was left to do, and the output is judged whole);
- two workers and one in turn over fewer documents: how much faster two are, and for comparison how much faster two
  processes that share nothing are on this machine, which is all that two workers can reach;
- two workers against spaCy's and datatrove's pools on the same documents with the same annotating function. The peers
  run in the interpreter that --peers-python names; one that is not installed there is left out. Contenders take
  turns, since a busy machine slows all of them; the processor time of all their processes is told beside the time by
  the clock. Peers look for no copies, so ours does not either.

Prints each target with what was measured and whether it was met; status 1 when one was missed. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.batch_peers import ABSENT, FRAMEWORKS
from benchmarks.batch_watch import Watched, environment, inherit_orphans, processor_time, watch
from benchmarks.documents import document, write

GROWTH = 1.1  # of memory after the second tenth of the documents
SPEED_UP = 1.85  # two workers against one
EVEN = 0.9  # rate of the last third against the first
MOST_UNEVEN = 1.1  # processor time of a document in the last third against the first
SHARDS = 20  # JSON Lines files of the comparison
ROUNDS = 3


class Report:
    """Lines of what was measured, and whether each target was met."""

    def __init__(self) -> None:
        self.missed: list[str] = []

    def say(self, what: str, value: str, met: bool | None = None) -> None:
        """One line; `met` is None for a figure without a target."""
        verdict = {None: "", True: "   [met]", False: "   [MISSED]"}[met]
        print(f"  {what:46} {value}{verdict}", flush=True)
        if met is False:
            self.missed.append(what)


def large_run(report: Report, root: Path, count: int, go_on: bool = False) -> None:
    """One run by two workers over all documents, or the rest of one."""
    out = root / "out"
    inputs = write(root / f"in{count}", count)
    if not go_on:
        shutil.rmtree(out, ignore_errors=True)
    print(
        f"{count:,} documents of about 10 KB, two workers, {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    run = watch(inputs, out, 2)
    done = run.total - run.before
    if run.before:
        report.say("documents done before", f"{run.before:,}")
    report.say("time", f"{run.seconds:.0f} s, {run.seconds - run.worked:.0f} s of it start and finish")
    report.say(
        "documents a second per core",
        f"{done / run.workers_cpu:.1f} of the workers' processor time, {done / run.seconds / 2:.1f} by the clock",
    )
    report.say(
        "processor time of the parent",
        f"{1e3 * run.parent_cpu / done:.2f} ms a document, that of workers {1e3 * run.workers_cpu / done:.1f} ms",
    )
    memory(report, run)
    linear(report, run)
    whole(report, out, count)


def memory(report: Report, run: Watched) -> None:
    """Whether memory is flat after the first tenth."""
    for who, label in (("parent_mb", "the parent"), ("worker_mb", "the larger worker")):
        tenths = [run.largest(part / 10, (part + 1) / 10, who) for part in range(10)]
        told = " ".join(f"{megabytes:.0f}" for megabytes in tenths)
        report.say(f"memory of {label}, by tenths", f"{told} MB", max(tenths[2:]) <= tenths[1] * GROWTH)
    report.say("memory of the parent in the finish", f"{run.finish_mb:.0f} MB")


def linear(report: Report, run: Watched) -> None:
    """Whether the time grows with the number of documents and no faster."""
    costs = [run.cost(part / 3, (part + 1) / 3) for part in range(3)]
    told = " ".join(f"{cost:.1f}" for cost in costs)
    report.say("processor time a document, by thirds", f"{told} ms", costs[2] <= costs[0] * MOST_UNEVEN)
    rates = [run.rate(part / 3, (part + 1) / 3) for part in range(3)]
    told = " ".join(f"{rate:.1f}" for rate in rates)
    report.say("documents a second, by thirds", told, rates[2] >= EVEN * rates[0])
    report.say("... by tenths", " ".join(f"{run.rate(part / 10, (part + 1) / 10):.1f}" for part in range(10)))


def whole(report: Report, out: Path, count: int) -> None:
    """Whether the output is whole: every input accounted for, every record valid, every digest right."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "check", str(out)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    told = " ".join((done.stdout + done.stderr).split())[-200:]
    report.say("extractor check", f"{told} ({time.monotonic() - began:.0f} s)", done.returncode == 0)
    counts = json.loads((out / "run.json").read_text())["counts"]
    accounted = counts["records"] + counts["empty"] + counts["quarantined"]
    told = ", ".join(f"{number:,} {name}" for name, number in counts.items())
    report.say("inputs = records + empty + quarantined", told, accounted == counts["inputs"] == count)


def ratio(report: Report, root: Path, count: int) -> None:
    """Two workers against one, in turn; the bytes of both runs; and what the machine gives two lone processes."""
    inputs = write(root / f"in{count}", count)
    write_shards(root / "shards", count)
    print(f"{count:,} documents, one worker and two in turn, load before {os.getloadavg()[0]:.1f}", flush=True)
    seconds: dict[int, list[float]] = {1: [], 2: []}
    lone: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(2):
        for workers in (2, 1):
            out = root / f"ratio{workers}"
            shutil.rmtree(out, ignore_errors=True)
            seconds[workers].append(watch(inputs, out, workers).seconds)
        for processes in (2, 1):
            lone[processes].append(alone(root, processes))
    best = {workers: min(times) for workers, times in seconds.items()}
    for workers, times in seconds.items():
        report.say(f"{workers} worker{'s' if workers > 1 else ''}", f"{', '.join(f'{each:.1f}' for each in times)} s")
    speed_up = best[1] / best[2]
    report.say("two workers against one, best of each", f"{speed_up:.2f} times as fast", speed_up >= SPEED_UP)
    report.say("two lone processes against one, best of each", f"{min(lone[1]) / min(lone[2]):.2f} times as fast")
    same = (
        subprocess.run(
            ["cmp", str(root / "ratio1/records.jsonl"), str(root / "ratio2/records.jsonl")], check=False
        ).returncode
        == 0
    )
    report.say("records of both runs", "the same bytes" if same else "differ", same)


def alone(root: Path, processes: int) -> float:
    """Seconds that so many processes need for a part of the documents in a plain loop, each with its share."""
    began = time.monotonic()
    running = []
    for number in range(processes):
        command = [
            sys.executable,
            "-m",
            "benchmarks.batch_peers",
            "loop",
            str(root / "shards"),
            str(root / f"loop{number}"),
            f"{number}/{processes}",
        ]
        running.append(subprocess.Popen(command, env=environment()))
    for process in running:
        process.wait()
    return time.monotonic() - began


def write_shards(folder: Path, count: int) -> None:
    """The same documents as JSON Lines, for the frameworks."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for shard in range(SHARDS):
        with (folder / f"{shard:02}.jsonl").open("w", encoding="utf-8") as file:
            for number in range(shard, count, SHARDS):
                file.write(json.dumps({"id": str(number), "text": document(number)[0]}) + "\n")


def compare(report: Report, root: Path, count: int, python: str) -> None:
    """Ours and the peers in turn on one job; medians."""
    write_shards(root / "shards", count)
    print(f"{count:,} documents, two workers, contenders in turn, load before {os.getloadavg()[0]:.1f}", flush=True)
    ours = [
        sys.executable,
        "-m",
        "extractor",
        "run",
        str(root / "shards"),
        "-o",
        str(root / "peer-extractor"),
        "-w",
        "2",
        "-q",
        "--no-duplicates",
    ]
    commands = {"extractor": ours}
    for name in FRAMEWORKS:
        commands[name] = [
            python,
            "-m",
            "benchmarks.batch_peers",
            name,
            str(root / "shards"),
            str(root / f"peer-{name}"),
        ]
    times: dict[str, list[float]] = {name: [] for name in commands}
    processor: dict[str, list[float]] = {name: [] for name in commands}
    inherit_orphans()
    for _ in range(ROUNDS):
        for name, command in list(commands.items()):
            shutil.rmtree(root / f"peer-{name}", ignore_errors=True)
            began, used = time.monotonic(), processor_time()
            done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
            times[name].append(time.monotonic() - began)
            processor[name].append(processor_time() - used)
            if done.returncode == ABSENT:
                report.say(name, "not installed, left out")
            elif done.returncode or written(root / f"peer-{name}") != count:
                report.say(name, f"failed: {done.stderr.strip()[-300:]}", met=False)
            else:
                continue
            del commands[name], times[name]
    medians = {name: statistics.median(each) for name, each in times.items()}
    for name, seconds in medians.items():
        told = (
            f"{seconds:.1f} s ({', '.join(f'{each:.1f}' for each in times[name])}),"
            f" {statistics.median(processor[name]):.1f} s of processor time"
        )
        if name == "extractor":
            report.say("extractor", told)
        else:
            report.say(
                f"faster than {name}",
                f"{told}, {seconds / medians['extractor']:.3f} times ours",
                seconds > medians["extractor"],
            )


def written(folder: Path) -> int:
    """Lines in the JSON Lines files of a folder."""
    return sum(1 for path in folder.glob("*.jsonl") for _ in path.open("rb"))


def main() -> int:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--ratio-documents", type=int, default=5_000)
    parser.add_argument("--peer-documents", type=int, default=3_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "extractor-batch"))
    parser.add_argument("--peers-python", default=sys.executable)
    parser.add_argument("--go-on", action="store_true", help="take up a large run that was stopped")
    options = parser.parse_args()
    report = Report()
    if options.ratio_documents:
        ratio(report, options.folder, options.ratio_documents)
    if options.peer_documents:
        compare(report, options.folder, options.peer_documents, options.peers_python)
    if options.documents:
        large_run(report, options.folder, options.documents, options.go_on)
    print("all targets met" if not report.missed else "missed: " + "; ".join(report.missed))
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
