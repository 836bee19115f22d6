"""What a run is made of: its inputs, settings and rules, each as a digest, and its workers."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.registry import plug_ins
from extractor.running.protocol import DEFAULT_FACTORY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.reading.entry import Entry, Quarantined
    from extractor.settings import Settings

# What each part of a run's identity is called where it has changed.
CALLED = {"rules": "rules, gazetteers or libraries"}
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


def rules_digest(settings: Settings, factory: str = DEFAULT_FACTORY) -> str:
    """Digest of all that decides what is found, besides the settings and the documents.

    That is the package with its libraries, installed plug-ins, and what the settings only name: files of names, a model.
    """
    digest = hashlib.sha256(f"{_package_digest()} {factory}\n".encode())
    for plug_in in plug_ins():
        digest.update(f"{plug_in}\n".encode())
    names = settings.annotating
    for path in (*names.companies, *names.regions):
        try:
            digest.update(hashlib.sha256(Path(path).read_bytes()).digest())
        except OSError:
            digest.update(b"missing")  # what builds the pipeline says so
    digest.update(_versions([names.model] if names.model else []))
    return digest.hexdigest()


@cache
def _package_digest() -> str:
    """Digest of the package's code and data, and of the libraries that decide what is found."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix not in {".pyc", ".pyi"}:
            digest.update(str(path.relative_to(package)).encode())
            digest.update(path.read_bytes())
    digest.update(_versions(("spacy", "lxml", "beautifulsoup4", "pycountry", "pydantic")))
    return digest.hexdigest()


def _versions(distributions: Iterable[str]) -> bytes:
    """The versions of those that are installed."""
    found = []
    for name in distributions:
        with contextlib.suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}\n")
    return "".join(found).encode()


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
