"""Records of many sources from Python, over several processes, in order."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError
from extractor.reading.entry import Entry, Quarantined
from extractor.running.protocol import DEFAULT_FACTORY, Job
from extractor.running.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.reading.source import Source
    from extractor.records import Record
    from extractor.settings import Settings


def map_ordered(
    settings: Settings, sources: Iterable[Source], workers: int, factory: str = DEFAULT_FACTORY
) -> Iterator[Record]:
    """The record of each source, in their order.

    Raises:
        ExtractorError: at the first source that cannot be processed.
    """
    from extractor.records import Record

    entries = (Entry(uri=source.uri, payload=pickle.dumps(source), shape="source") for source in sources)
    with Supervisor(Job(factory, settings, sketches=False), workers) as supervisor:
        for _, outcome in supervisor.outcomes(entries):
            if isinstance(outcome, Quarantined):
                raise ExtractorError(f"{outcome.uri}: {outcome.code}: {outcome.detail}")
            yield Record.model_validate_json(outcome.line)
