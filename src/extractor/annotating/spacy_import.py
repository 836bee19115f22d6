"""Importing spaCy without its command line, which takes a third of the time and which nobody here needs.

`spacy/__init__.py` imports `spacy.cli` for one function, `spacy.info`, and with it HTTP clients, a template
engine and a project manager. Here that import waits until somebody asks for it: `spacy.info`, `spacy.cli` and
`import spacy.cli` work afterwards as they always do.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any

PACKAGE, MODULE = "spacy.cli", "spacy.cli.info"


def import_spacy() -> None:
    """Imports spaCy; does nothing when somebody has imported it already."""
    if "spacy" in sys.modules:
        return
    found = importlib.util.find_spec("spacy")
    places = [f"{place}/cli" for place in found.submodule_search_locations or ()] if found is not None else []
    package, module = ModuleType(PACKAGE), ModuleType(MODULE)
    package.__path__ = places  # should another of its modules be asked for, that one is imported as it is
    module.info = _info  # type: ignore[attr-defined]
    sys.modules[PACKAGE], sys.modules[MODULE] = package, module
    try:
        spacy = importlib.import_module("spacy")
    finally:
        for name in (PACKAGE, MODULE):
            sys.modules.pop(name, None)
    if not hasattr(spacy, "cli"):
        spacy.__getattr__ = _attribute  # type: ignore[method-assign]


def _info(*args: Any, **options: Any) -> Any:
    """What `spacy.info` does."""
    return importlib.import_module(MODULE).info(*args, **options)


def _attribute(name: str) -> Any:
    if name == "cli":
        return importlib.import_module(PACKAGE)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
