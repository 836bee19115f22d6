"""The first pass of a run: the lines of its documents are counted by site, so that recurring ones can be dropped.

Workers read, under the limits every document has; the parent counts. At most `DOCUMENTS` documents are read, chosen
by a digest of their place: neither their order nor the number of workers makes a difference, and the pass costs
seconds however large the run is.
"""

from __future__ import annotations

import hashlib
import heapq
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from extractor.cleaning.furniture import LINES, MIN_DOCUMENTS, Furniture, site_of
from extractor.errors import SettingsError
from extractor.reading.entry import Entry, Quarantined
from extractor.reading.plan import Planner, count_documents
from extractor.running.folder import RunFolder
from extractor.running.protocol import Job
from extractor.writing.disk import DISK, Disk, Replacement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from extractor.reading.source import Source
    from extractor.settings import Settings

DOCUMENTS: Final = 10_000  # read in the first pass: their lines are held in memory, about 10 KB a document
FACTORY: Final = "extractor.running.sites:make_count"


@dataclass(frozen=True, slots=True)
class Counted:
    """The lines of one document, in the shape in which a worker reports a record."""

    site: str
    digest: str
    lines: list[str]
    status: str = "ok"
    checks: tuple[()] = ()

    def to_json(self) -> str:
        """What the parent reads back."""
        return json.dumps([self.site, self.digest, self.lines])


def make_count(settings: Settings) -> Callable[[Source], Counted]:
    """What a worker does in the first pass."""
    from extractor.cleaning.lines_of import lines_of

    def count(source: Source) -> Counted:
        lines, url = lines_of(source)
        return Counted(site_of(source, url), source.sha256, list(dict.fromkeys(lines))[:LINES])

    return count


def count_sites(
    inputs: Iterable[str],
    planner: Planner,
    drive: Callable[[Job, int], Any],
    workers: int,
    proceed: Callable[[], None] = lambda: None,
) -> Furniture:
    """Counts the lines of the inputs; standard input, which can be read once only, is left out.

    Args:
        inputs: paths and globs.
        planner: what lists them.
        drive: what takes entries through the work.
        workers: processes.
        proceed: called after each document; raises to end the pass.
    """
    furniture = Furniture()
    listed = [item for item in inputs if item != "-"]
    expected = count_documents(listed)
    if expected is not None and expected < MIN_DOCUMENTS:
        return furniture
    threshold = _threshold(listed, planner)
    if threshold is None:
        return furniture
    with drive(Job(FACTORY, planner.settings, sketches=False), workers) as driven:
        for _, outcome in driven.outcomes(_chosen(listed, planner, threshold)):
            proceed()
            if not isinstance(outcome, Quarantined):  # the run itself will say what is wrong with it
                furniture.add(*json.loads(outcome.line))
    return furniture


def save(furniture: Furniture, folder: RunFolder, disk: Disk = DISK) -> None:
    """Puts the counts into the folder of a run."""
    with Replacement(folder.furniture, disk) as file:
        file.write(furniture.to_json().encode())


def load(path: Path) -> Furniture:
    """The counts in a file, or those in the folder of a run.

    Raises:
        SettingsError: if there are none to read.
        ExtractorError: if the file is something else.
    """
    if path.is_dir():
        path = RunFolder(path).furniture
    try:
        return Furniture.from_json(path.read_text("utf-8", "replace"))
    except OSError as error:
        raise SettingsError(f"cannot read {path}: {error.strerror}") from error


def _threshold(inputs: list[str], planner: Planner) -> int | None:
    """The largest place that is read in the first pass; None when there are too few documents to tell anything."""
    smallest: list[int] = []  # a heap of the smallest places, the largest of them first
    for entry in _entries(inputs, planner):
        place = -_place(entry)
        if len(smallest) < DOCUMENTS:
            heapq.heappush(smallest, place)
        elif place > smallest[0]:
            heapq.heapreplace(smallest, place)
    return -smallest[0] if len(smallest) >= MIN_DOCUMENTS else None


def _chosen(inputs: list[str], planner: Planner, threshold: int) -> Iterator[Entry]:
    return (entry for entry in _entries(inputs, planner) if _place(entry) <= threshold)


def _entries(inputs: list[str], planner: Planner) -> Iterator[Entry]:
    again = Planner(planner.settings, planner.left_out)  # one of its own: a planner counts what it skips
    return (entry for entry in again(inputs) if isinstance(entry, Entry))


def _place(entry: Entry) -> int:
    place = f"{entry.uri}|{entry.member}|{entry.line}|{entry.offset}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(place, digest_size=8).digest(), "big")
