"""What a run is made of: its inputs, settings and rules, each as a digest, and its workers."""

from __future__ import annotations

import hashlib
import json
import os
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.reading.entry import Entry, Quarantined
    from extractor.settings import Settings

# Settings that change how a run goes, or what is made of its records, but no record.
WITHOUT_EFFECT = {
    "formats",
    "workers",
    "renew_after",
    "renew_memory_mb",
    "batch_documents",
    "batch_bytes",
    "window_bytes",
    "commit_seconds",
}


def settings_digest(settings: Settings) -> str:
    """Digest of every setting that can change a record."""
    values = {
        section: {name: value for name, value in given.items() if name not in WITHOUT_EFFECT}
        for section, given in settings.model_dump(mode="json").items()
    }
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


@cache
def rules_digest() -> str:
    """Digest of the package's code and data, and of the libraries that decide what is found."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix not in {".pyc", ".pyi"}:
            digest.update(str(path.relative_to(package)).encode())
            digest.update(path.read_bytes())
    for name in ("spacy", "lxml", "beautifulsoup4", "pycountry", "pydantic"):
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            continue
    return digest.hexdigest()


def inputs_digest(inputs: Iterable[str]) -> str:
    """Digest of the inputs as they were named."""
    return hashlib.sha256(json.dumps(list(inputs)).encode()).hexdigest()


def worker_count(settings: Settings) -> int:
    """Workers asked for, or one a core that this process may use."""
    if settings.running.workers:
        return settings.running.workers
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def link(chain: str, entry: Entry | Quarantined) -> str:
    """The digest of all entries up to this one, given that up to the one before."""
    place = f"{chain}|{entry.uri}|{entry.member}|{entry.line}|{entry.offset}|{entry.stamp}"
    return hashlib.blake2b(place.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
