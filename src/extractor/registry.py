"""One small registry: the modules of a folder that define an object by a known name, then installed plug-ins."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from extractor.errors import ExtractorError


@cache
def _plug_ins() -> Any:
    """The entry points of all installed distributions: to look at each takes longer than to load what they name."""
    return entry_points()


def plug_ins() -> list[str]:
    """What installed distributions add to the package, each with the version it has."""
    ours = [
        point
        for group in _plug_ins().groups
        if group.startswith("extractor.")
        for point in _plug_ins().select(group=group)
    ]
    return sorted(f"{point.group} {point.name} {point.value} {point.dist.version}" for point in ours)


def load_registered(package: str, attribute: str) -> dict[str, Any]:
    """Objects called `attribute` in the modules of `package`, keyed by their `name`.

    Modules are taken in name order, then the entry points of group `package` are added, so a third
    party adds a format, type, check or sink by installing a distribution that names one.

    Raises:
        ExtractorError: if two objects have one name.
    """
    found: dict[str, Any] = {}
    folder = importlib.import_module(package)
    items = []
    for info in sorted(pkgutil.iter_modules(folder.__path__), key=lambda item: item.name):
        module = importlib.import_module(f"{package}.{info.name}")
        if hasattr(module, attribute):
            items.append((info.name, getattr(module, attribute)))
    items += [
        (point.value, point.load()) for point in sorted(_plug_ins().select(group=package), key=lambda point: point.name)
    ]
    for where, item in items:
        if item.name in found:
            raise ExtractorError(f"{package}: {where} defines {item.name!r}, which is taken")
        found[item.name] = item
    return found
