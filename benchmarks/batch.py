"""A large run measured: memory, two workers against one, linearity, the output in full, and two other frameworks.

    python -m benchmarks.batch [--documents 100000] [--folder PLACE] [--peers-python PATH] [--peer-documents 5000]

Documents of about 10 KB are generated (`benchmarks/documents.py`) and kept in PLACE, with the output of the runs.
Prints what it measured and ends with status 1 when a target is missed. The peers run in the interpreter that
--peers-python names (spaCy, datatrove; those that are not installed there are left out); contenders take turns, since
a busy machine slows all of them. Linux only.
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

from benchmarks.batch_peers import ABSENT, PEERS
from benchmarks.batch_watch import Watched, watch
from benchmarks.documents import document, write

GROWTH = 1.1  # of memory, from the second tenth to the last
SPEED_UP = 1.85  # two workers against one
EVEN = 0.9  # rate of the second half against the first
SHARDS = 20  # JSON Lines files of the comparison
ROUNDS = 3


class Report:
    """Lines of what was measured, and whether each target was met."""

    def __init__(self) -> None:
        self.missed: list[str] = []

    def say(self, what: str, value: str, met: bool = True) -> None:
        """One line; a target that is missed is marked and remembered."""
        print(f"  {what:44} {value}{'' if met else '   MISSED'}", flush=True)
        if not met:
            self.missed.append(what)


def memory(report: Report, run: Watched, name: str) -> None:
    """Whether memory is flat after the first tenth."""
    for who, label in (("parent_mb", "parent"), ("worker_mb", "largest worker")):
        early, late = run.largest(0.1, 0.2, who), run.largest(0.9, 1.0, who)
        report.say(f"memory of the {label}, {name}", f"{early:.0f} MB in the second tenth, {late:.0f} MB in the last", late <= early * GROWTH)


def scaling(report: Report, one: Watched, two: Watched, count: int) -> None:
    """Two workers against one, and the time as the documents add up."""
    report.say("two workers against one", f"{one.seconds / two.seconds:.2f} times as fast", one.seconds / two.seconds >= SPEED_UP)
    for name, run in (("one worker", one), ("two workers", two)):
        first, second = run.rate(0.05, 0.5), run.rate(0.5, 1.0)
        report.say(f"rate, {name}", f"{count / run.seconds:.1f} documents a second over all")
        report.say(f"linear, {name}", f"{first:.1f} a second in the first half, {second:.1f} in the second", second >= first * EVEN)
    report.say("documents a second per core", f"{count / two.workers_cpu:.1f} (processor time of the workers)")
    share = two.parent_cpu / max(two.workers_cpu, 0.001)
    report.say("the parent's share of processor time", f"{1e3 * two.parent_cpu / count:.2f} ms a document, {share:.1%} of the workers'")


def whole(report: Report, one: Path, two: Path) -> None:
    """The output checked in full, and byte by byte the same from both runs."""
    for out in (one, two):
        done = subprocess.run([sys.executable, "-m", "extractor", "check", str(out)], capture_output=True, text=True, check=False)
        report.say(f"extractor check {out.name}", done.stderr.strip(), done.returncode == 0)
    same = subprocess.run(["cmp", str(one / "records.jsonl"), str(two / "records.jsonl")], check=False).returncode == 0
    report.say("records of both runs", "the same bytes" if same else "differ", same)
    counts = json.loads((two / "run.json").read_text())["counts"]
    report.say("counts", ", ".join(f"{number} {name}" for name, number in counts.items()))


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
    ours = [sys.executable, "-m", "extractor", "run", str(root / "shards"), "-o", str(root / "peer-extractor"), "-w", "2", "-q"]
    commands = {"extractor": ours}
    for name in PEERS:
        commands[name] = [python, "-m", "benchmarks.batch_peers", name, str(root / "shards"), str(root / f"peer-{name}")]
    times: dict[str, list[float]] = {name: [] for name in commands}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1] / "src"), str(Path(__file__).parents[1])])}
    for _ in range(ROUNDS):
        for name, command in list(commands.items()):
            shutil.rmtree(root / f"peer-{name}", ignore_errors=True)
            started = time.monotonic()
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            times[name].append(time.monotonic() - started)
            if done.returncode == ABSENT:
                report.say(name, "not installed, left out")
                del commands[name], times[name]
            elif done.returncode:
                report.say(name, f"failed: {done.stderr.strip()[-300:]}", met=False)
                del commands[name], times[name]
            else:
                lines = sum(1 for path in (root / f"peer-{name}").glob("*.jsonl") for _ in path.open("rb"))
                assert lines == count, f"{name} wrote {lines} records of {count}"
    medians = {name: statistics.median(each) for name, each in times.items()}
    for name, seconds in medians.items():
        report.say(f"{count} documents, two workers: {name}", f"{seconds:.1f} s ({', '.join(f'{each:.1f}' for each in times[name])})")
        if name != "extractor":
            report.say(f"faster than {name}", f"{seconds / medians['extractor']:.2f} times", seconds > medians["extractor"])


def main() -> int:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "extractor-batch"))
    parser.add_argument("--peers-python", default=sys.executable)
    parser.add_argument("--peer-documents", type=int, default=5_000, help="documents of the comparison; 0 leaves it out")
    options = parser.parse_args()
    report = Report()
    count, root = options.documents, options.folder
    if count:
        inputs = write(root / f"in{count}", count)
        runs = {}
        for workers in (2, 1):
            out = root / f"out{workers}"
            shutil.rmtree(out, ignore_errors=True)
            runs[workers] = watch(inputs, out, workers)
        print(f"{count} documents of about 10 KB, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        memory(report, runs[1], "one worker")
        memory(report, runs[2], "two workers")
        scaling(report, runs[1], runs[2], count)
        whole(report, root / "out1", root / "out2")
    if options.peer_documents:
        compare(report, root, options.peer_documents, options.peers_python)
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
