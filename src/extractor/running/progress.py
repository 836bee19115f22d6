"""What a run tells a person, or a log, about itself; all of it on standard error."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any

from extractor.writing.terminal import counted, plain

if TYPE_CHECKING:
    from extractor.running.journal import State
    from extractor.running.run import Run

SHOW_EVERY = 0.2  # seconds between two looks of a bar
SAID_CHARS = 160  # of what the summary says of a failed check or a quarantined input
SAID_REASONS = 6  # why documents are empty or quarantined, in the summary
LOG_EVERY = 5.0  # seconds between two lines of a log


class Reporter:
    """Progress while a run goes on, a summary at its end.

    A bar appears on a terminal only. With `log="json"` every message is a line of JSON.
    """

    def __init__(self, log: str = "text", quiet: bool = False) -> None:
        self.json = log == "json"
        self.quiet = quiet
        self._bar: Any = None
        self._task: Any = None
        self._next = 0.0
        self._started = time.monotonic()
        self._first = 0

    def __enter__(self) -> Reporter:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def begin(self, run: Run) -> None:
        """The run is about to start."""
        self._run = run
        if self.quiet:
            return
        if self.json:
            self._line("started", out=str(run.folder.root), workers=run.worker_count())
        elif sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                SpinnerColumn,
                TextColumn,
                TimeElapsedColumn,
                TimeRemainingColumn,
            )

            self._bar = Progress(
                SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}/s"),
                TextColumn("{task.fields[quarantined]} quarantined"), TimeElapsedColumn(), TimeRemainingColumn(),
                console=Console(stderr=True), transient=True,
            )  # fmt: skip
            self._bar.start()
            self._task = self._bar.add_task("", total=run.expected(), rate="-", quarantined=0)

    def update(self, state: State) -> None:
        """A document is done."""
        if self.quiet or (self._bar is None and not self.json):
            return
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (LOG_EVERY if self.json else SHOW_EVERY)
        rate = (state.inputs - self._run.resumed_at) / max(now - self._started, 0.001)
        if self.json:
            self._line("progress", **_counts(state), per_second=round(rate, 1))
        else:
            self._bar.update(
                self._task, completed=state.inputs, rate=shown_rate(rate), quarantined=state.counts["quarantined"]
            )

    def stopped(self, message: str) -> None:
        """The run ended before its time."""
        self._close()
        if self.json:
            self._line("stopped", message=message)
        else:
            self._say("extractor: " + plain(message))

    def summary(self, state: State, run: Run) -> None:
        """What became of every input."""
        self._close()
        if self.quiet:
            return
        seconds = max(state.seconds, 0.001)
        if self.json:
            self._line(
                "finished", **_counts(state), reasons=dict(state.quarantined), empty_reasons=dict(state.empty), checks=dict(state.checks),
                examples=state.examples,
                seconds=state.seconds, per_second=round(state.inputs / seconds, 1), out=str(run.folder.root),
            )  # fmt: skip
            return
        for line in summary_lines(state, run):
            self._say(plain(line))

    def _line(self, event: str, **values: Any) -> None:
        self._say(json.dumps({"event": event, "time": round(time.time(), 3), **values}))

    def _say(self, line: str) -> None:
        if self.quiet:
            return
        try:
            print(line, file=sys.stderr, flush=True)
        except BrokenPipeError:
            # Whoever listened has left: the run goes on, and Python's flush at exit finds an open place.
            self.quiet = True
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _counts(state: State) -> dict[str, int]:
    return {
        "inputs": state.inputs,
        **{name: state.counts[name] for name in ("records", "empty", "quarantined", "duplicates")},
    }


def shown_rate(rate: float) -> str:
    """A rate as a person reads it.

    >>> shown_rate(0.42), shown_rate(7.31), shown_rate(1234.5)
    ('0.4', '7.3', '1,234')
    """
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"


def summary_lines(state: State, run: Run) -> list[str]:
    """The closing summary."""
    counts = state.counts
    if run.resumed_at and run.resumed_at == state.inputs:
        done = f"{counted(state.inputs, 'input')} {'was' if state.inputs == 1 else 'were'} done already"
        lines = [f"{done}, {', '.join(run.added)} made of the records." if run.added else f"Nothing to do: {done}."]
    else:
        resumed = f", {run.resumed_at:,} of them before this run was resumed" if run.resumed_at else ""
        rate = shown_rate(state.inputs / max(state.seconds, 0.001))
        lines = [f"{counted(state.inputs, 'input')} in {state.seconds:,.1f} s ({rate} a second){resumed}"]
    lines.append(
        f"  {counts['records']:>9,} records"
        + (f", {counts['duplicates']:,} of them copies" if counts["duplicates"] else "")
    )
    for title, total, reasons in (
        ("empty", counts["empty"], state.empty),
        ("quarantined", counts["quarantined"], state.quarantined),
    ):
        if total:
            why = ", ".join(f"{code} {number:,}" for code, number in reasons.most_common(SAID_REASONS))
            lines.append(f"  {total:>9,} {title}: {why}")
    for code, _ in state.quarantined.most_common(SAID_REASONS):
        lines.append(f"            {code}{_example(state, code)}")
    if state.checks:
        lines.append("  checks that failed:")
        for code, number in state.checks.most_common():
            lines.append(f"  {number:>9,} {code}{_example(state, code)}")
    if state.skipped:
        lines.append(
            "  files left alone: "
            + ", ".join(f"{suffix or 'no suffix'} {number:,}" for suffix, number in state.skipped.most_common(6))
        )
    lines.append(
        f"  written to {run.folder.root}" + (", quarantined inputs in issues.jsonl" if counts["quarantined"] else "")
    )
    return lines


def _example(state: State, code: str) -> str:
    """The first document of a failed check or a reason of quarantine, and what was said of it."""
    place, message = state.examples.get(code, ("", ""))
    said = f"{message[:SAID_CHARS].rstrip()}{'...' if len(message) > SAID_CHARS else ''}"
    return f"; in {place}: {said}" if said else ""
