"""A run watched from outside: how many documents are done when, and how much memory each of its processes holds."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
TICKS = os.sysconf("SC_CLK_TCK")
LOOK_EVERY = 0.5  # seconds
PR_SET_CHILD_SUBREAPER = 36  # of prctl: linux/prctl.h
LONGEST_LINE = 1 << 16  # bytes of a line of the journal, with room to spare


@dataclass(frozen=True, slots=True)
class Sample:
    """One look: seconds since the start, documents committed, megabytes held by the parent and of its largest worker.

    CPU seconds so far are those of the parent alone, and of all workers ever.
    """

    seconds: float
    done: int
    parent_mb: float
    worker_mb: float
    parent_cpu: float
    workers_cpu: float


@dataclass(slots=True)
class Watched:
    """A run that has ended."""

    seconds: float
    status: int
    samples: list[Sample] = field(default_factory=list)

    @property
    def parent_cpu(self) -> float:
        """Processor time of the parent."""
        return self.samples[-1].parent_cpu

    @property
    def workers_cpu(self) -> float:
        """Processor time of all workers."""
        return self.samples[-1].workers_cpu

    @property
    def before(self) -> int:
        """Documents that an earlier run into the folder had done."""
        return self.samples[0].done

    @property
    def total(self) -> int:
        """Documents done in all, those of an earlier run included."""
        return max(sample.done for sample in self.samples)

    def reached(self, share: float) -> float:
        """How many documents are done when that share of what this run does is."""
        return self.before + share * (self.total - self.before)

    def largest(self, start: float, end: float, who: str) -> float:
        """The most memory of `who` ("parent_mb", "worker_mb") while that share of the documents was done, the finish left out."""
        first, last = self.reached(start), self.reached(end)
        return max(
            (getattr(s, who) for s in self.samples if first <= s.done <= last and s.done < self.total),
            default=0.0,
        )

    @property
    def finish_mb(self) -> float:
        """The most memory of the parent after the last document, while copies were looked for and outputs put in place."""
        total = self.total
        return max(sample.parent_mb for sample in self.samples if sample.done == total)

    @property
    def worked(self) -> float:
        """Seconds from the first document that was committed to the last."""
        done = [sample for sample in self.samples if sample.done]
        last = next((sample for sample in done if sample.done == done[-1].done), None)
        return last.seconds - done[0].seconds if last is not None else 0.0

    def rate(self, start: float, end: float) -> float:
        """Documents a second while that share of the documents was done."""
        first, last = self._at(start), self._at(end)
        return (last.done - first.done) / max(last.seconds - first.seconds, LOOK_EVERY)

    def cost(self, start: float, end: float) -> float:
        """Milliseconds of processor time a document in that share, of all processes: busy neighbours hardly change it."""
        first, last = self._at(start), self._at(end)
        spent = last.parent_cpu + last.workers_cpu - first.parent_cpu - first.workers_cpu
        return 1e3 * spent / max(last.done - first.done, 1)

    def _at(self, share: float) -> Sample:
        """The look at which that share of the documents, or what was seen before it, had just been done."""
        wanted = self.reached(share)
        done = max(sample.done for sample in self.samples if sample.done <= wanted)
        return next(sample for sample in self.samples if sample.done == done)


def environment() -> dict[str, str]:
    """That of this process, with this checkout before what is installed."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


def watch(inputs: Path, out: Path, workers: int, *options: str) -> Watched:
    """Runs `extractor run` to its end and watches it. Linux only."""
    command = [
        sys.executable,
        "-m",
        "extractor",
        "run",
        str(inputs),
        "-o",
        str(out),
        "-w",
        str(workers),
        "-q",
        *options,
    ]
    started = time.monotonic()
    process = subprocess.Popen(command, env=environment())
    seen = Watched(0.0, 0)
    while process.poll() is None:
        look(process.pid, out, started, seen)
        time.sleep(LOOK_EVERY)
    seen.seconds, seen.status = time.monotonic() - started, process.returncode
    return seen


def look(pid: int, out: Path, started: float, seen: Watched) -> None:
    """One look at the run and its processes, which may end at any moment."""
    try:
        nursery = children(pid)
        workers = [worker for child in nursery for worker in children(child)]
        workers_cpu = sum(map(cpu_seconds, workers)) + sum(cpu_seconds(child, of_children=True) for child in nursery)
        # Neither falls: the journal of a run that finishes no longer tells, and workers that have ended are soon forgotten.
        done_before, cpu_before = (seen.samples[-1].done, seen.samples[-1].workers_cpu) if seen.samples else (0, 0.0)
        seen.samples.append(
            Sample(
                seconds=time.monotonic() - started,
                done=max(documents_done(out), done_before),
                parent_mb=held_mb(pid),
                worker_mb=max(map(held_mb, workers), default=0.0),
                parent_cpu=cpu_seconds(pid),
                workers_cpu=max(workers_cpu, cpu_before),
            )
        )
    except (OSError, IndexError):
        return  # gone while it was looked at; the next look tells


def documents_done(out: Path) -> int:
    """How many documents the journal says are done."""
    try:
        with (out / ".extractor/journal.jsonl").open("rb") as journal:
            journal.seek(max(0, journal.seek(0, os.SEEK_END) - LONGEST_LINE))
            last = journal.read().splitlines()[-1]
        return int(json.loads(last).get("inputs", 0)) if b'"sizes"' in last else 0
    except (OSError, IndexError, ValueError):
        return 0


def children(pid: int) -> list[int]:
    """The processes that a process has started and that are alive."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def held_mb(pid: int) -> float:
    """Memory a process holds, shared pages included; pages of files it reads are the system's to take back and left out."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / 1e3
    return 0.0


def cpu_seconds(pid: int, of_children: bool = False) -> float:
    """Processor time a process has used, or that of its children that have ended."""
    cells = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    user, system = (13, 14) if of_children else (11, 12)
    return (int(cells[user]) + int(cells[system])) / TICKS


def inherit_orphans() -> None:
    """Makes this process the parent of what its children leave behind, so that its time can be asked for."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def processor_time() -> float:
    """Processor seconds of all processes that have ended below this one; waits for those that its children left behind."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
