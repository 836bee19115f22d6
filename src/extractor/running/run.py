"""A run: inputs to outcomes to files, from wherever it was stopped, until every input is accounted for."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError
from extractor.reading.entry import Entry, Quarantined
from extractor.reading.plan import Planner, count_documents
from extractor.running.finish import add_formats, finish, finished_state
from extractor.running.folder import RunFolder
from extractor.running.identity import inputs_digest, link, rules_digest, settings_digest, worker_count
from extractor.running.inline import Inline
from extractor.running.journal import ChangedError, Journal
from extractor.running.parent import LostError
from extractor.running.protocol import DEFAULT_FACTORY, Job, StopAsked
from extractor.running.supervisor import Supervisor
from extractor.writing.disk import DISK, Appender, Disk
from extractor.writing.terminal import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from extractor.cleaning import Furniture
    from extractor.running.journal import State
    from extractor.running.protocol import Done
    from extractor.settings import Settings


ASKED_EVERY = 1_000  # entries that were done before, while they are passed over
EXAMPLE_CHARS = 300  # of what is said of a failed check or a quarantined input


class StoppedError(ExtractorError):
    """The run was stopped before its end and can go on: the folder holds everything up to a commit point."""


class Run:
    """One run over inputs into a folder.

    Args:
        inputs: paths, globs or "-".
        out: folder of the outputs.
        settings: all settings.
        factory: what makes the function that turns a source into a record, "module:name".
        on_progress: called with the state after each document.
        should_stop: asked after each document and while one is waited for; true ends the run at a commit point with `StoppedError`.
        drive: what takes entries through the work, `Supervisor` or `Inline`; by default what the system can do.
        disk: the layer that writes; replaced in tests.
        furniture_from: lines of sites counted before to clean with, a file or the folder of an earlier run; then
            `cleaning.furniture` makes no first pass.
    """

    def __init__(
        self,
        inputs: Iterable[str],
        out: Path,
        settings: Settings,
        *,
        factory: str = DEFAULT_FACTORY,
        on_progress: Callable[[State], None] | None = None,
        should_stop: Callable[[], bool] = lambda: False,
        drive: Callable[[Job, int], Supervisor | Inline] | None = None,
        disk: Disk = DISK,
        furniture_from: Path | None = None,
    ) -> None:
        self.inputs = list(inputs)
        self.folder = RunFolder(out)
        self.settings = settings
        self.factory = factory
        self.on_progress = on_progress
        self.should_stop = should_stop
        self.drive = drive or (Supervisor if os.name == "posix" else Inline)
        self.disk = disk
        # Read at once: a wrong file is told before anything is written, and a fresh start may remove it.
        self.given: Furniture | None = None
        if furniture_from is not None:
            from extractor.running.sites import load

            self.given = load(furniture_from)
        # A factory of another's making is no cleaner and takes the settings alone. The first pass reads inputs twice, and of
        # three near copies in a folder of few documents every line recurs: it is made when the settings ask for it.
        cleans = factory == DEFAULT_FACTORY
        self.uses_lines = cleans and (settings.cleaning.furniture or self.given is not None)
        self.planner = Planner(settings, left_out=out)
        self.resumed_at = 0
        self.added: list[str] = []  # outputs written from the records of a run that was finished before
        self._chains: dict[int, str] = {}

    def __call__(self, fresh: bool = False) -> State:
        """Runs to the end and gives the final state.

        Args:
            fresh: start over, whatever the folder holds.
        Raises:
            ExtractorError: wrong inputs, another run in the folder, an input unaccounted for.
            ChangedError: the folder belongs to a run over other inputs, settings or rules.
            StoppedError: the run was asked to stop, the disk does not take more, or workers are gone; it can go on.
        """
        self.planner.check(self.inputs)
        self.folder.make()
        with self.folder.locked():
            if fresh:
                self.folder.clear()
            identity = self.identity()
            try:
                return self._already_finished(identity) if self.folder.summary.exists() else self._run(identity)
            except OSError as error:
                raise StoppedError(f"stopped: {error.strerror or error} (run again to go on)") from error
            except LostError as error:
                raise StoppedError(f"stopped: {error} (run again to go on)") from error

    def identity(self) -> dict[str, str]:
        """What has to be the same for a run to go on."""
        furniture = [self.given.to_json()] if self.given is not None else []
        return {
            "inputs": inputs_digest([*self.inputs, *furniture]),
            "settings": settings_digest(self.settings),
            "rules": rules_digest(self.settings, self.factory),
        }

    def _furniture(self, state: State) -> Furniture | None:
        """The counted lines of sites: those given, those counted when this run was started, or counted now."""
        if not self.uses_lines:
            self.folder.furniture.unlink(missing_ok=True)
            return None
        from extractor.running.sites import count_sites, load, save  # brings the cleaner along: most runs do without

        if not (
            state.inputs and self.folder.furniture.exists()
        ):  # nothing is committed yet: what lies there may be stale
            lines = self.given or count_sites(self.inputs, self.planner, self.drive, self.worker_count(), self._proceed)
            save(lines, self.folder, self.disk)
        return load(self.folder.furniture)

    def _proceed(self) -> None:
        if self.should_stop():
            raise StoppedError("stopped in the first pass, which counts lines (run again to go on)")

    def _already_finished(self, identity: dict[str, str]) -> State:
        state = finished_state(self.folder, identity, self.settings)
        chain, count = "", 0
        for entry in self.planner(self.inputs) if "-" not in self.inputs else ():
            chain, count = link(chain, entry), count + 1
        if "-" in self.inputs or (count, chain) != (state.inputs, state.chain):
            raise ChangedError("inputs have changed since this run was finished")
        self.folder.tidy()
        self.resumed_at = state.inputs
        self.added = add_formats(self.folder, self.settings.writing.formats, self.disk)
        return state

    def _run(self, identity: dict[str, str]) -> State:
        with ExitStack() as stack:
            journal = Journal(self.folder.journal, identity, self.disk, self.settings.model_dump(mode="json"))
            stack.callback(journal.close)
            if not journal.state.complete:
                self._drive(journal, stack)
            return finish(self.folder, journal.state, self.settings, identity, self.inputs, self.disk)

    def _drive(self, journal: Journal, stack: ExitStack) -> None:
        """Everything from the last commit point to the last input."""
        state = journal.state
        started = time.monotonic() - state.seconds
        folder = self.folder
        files = {
            "records": Appender(folder.partial(folder.records), state.sizes.get("records", 0), self.disk),
            "issues": Appender(folder.partial(folder.issues), state.sizes.get("issues", 0), self.disk),
            "sketches": Appender(folder.sketches, state.sizes.get("sketches", 0), self.disk),
        }
        for file in files.values():
            stack.callback(file.close)

        def commit() -> None:
            for name, file in files.items():
                file.commit()
                state.sizes[name] = file.size
            state.seconds = round(time.monotonic() - started, 3)
            journal.commit()

        self.resumed_at = state.inputs
        job = Job(self.factory, self.settings, self._furniture(state), sketches=self.settings.writing.duplicates)
        entries = self._entries(state)
        committed = time.monotonic()
        with self.drive(job, self.worker_count()) as supervisor:
            try:
                for index, outcome in supervisor.outcomes(entries, state.inputs, self.should_stop):
                    account(state, index, outcome, files)
                    state.chain = self._chains.pop(index)
                    if self.on_progress is not None:
                        self.on_progress(state)
                    if time.monotonic() - committed >= self.settings.running.commit_seconds:
                        commit()
                        committed = time.monotonic()
                    if self.should_stop():
                        raise StopAsked
            except StopAsked as asked:
                commit()
                raise StoppedError(f"stopped after {counted(state.inputs, 'input')} (run again to go on)") from asked
        state.skipped = self.planner.skipped
        state.complete = True
        commit()

    def worker_count(self) -> int:
        """Workers asked for, or one a core that this process may use."""
        return worker_count(self.settings)

    def expected(self) -> int | None:
        """How many inputs there will be, when listing tells without opening a container; for the progress bar."""
        return count_documents(self.inputs)

    def _entries(self, state: State) -> Iterator[Entry | Quarantined]:
        """The entries not done yet; those that are done must be what they were.

        Raises:
            ChangedError: if one of them is not.
        """
        chain = ""
        index = 0
        for entry in self.planner(self.inputs):
            chain = link(chain, entry)
            if index >= state.inputs:
                self._chains[index] = chain
                yield entry
            elif index % ASKED_EVERY == ASKED_EVERY - 1 and self.should_stop():
                raise StopAsked  # going through a container again up to the point where the run was stopped takes its time
            index += 1
            if index == state.inputs and chain != state.chain:
                raise ChangedError("inputs have changed since this run was started")
        if index < state.inputs:
            raise ChangedError("inputs have changed since this run was started")


def account(state: State, index: int, outcome: Done | Quarantined, files: dict[str, Appender]) -> None:
    """Books one outcome: every input is counted exactly once, as one of three."""
    state.inputs = index + 1
    counts = state.counts
    if isinstance(outcome, Quarantined):
        files["issues"].add(outcome.to_json(index))
        counts["quarantined"] += 1
        state.quarantined[outcome.code] += 1
        state.examples.setdefault(outcome.code, [outcome.place, outcome.detail[:EXAMPLE_CHARS]])
        return
    files["records"].add(outcome.line)
    for code, message in outcome.checks:
        state.checks[code] += 1
        state.examples.setdefault(code, [outcome.place, message[:EXAMPLE_CHARS]])
    if outcome.status == "ok":
        if outcome.sketch:
            files["sketches"].add((counts["records"] + counts["empty"]).to_bytes(8, "little") + outcome.sketch[8:])
        counts["records"] += 1
    else:
        counts["empty"] += 1
        state.empty[outcome.reason or "empty"] += 1
