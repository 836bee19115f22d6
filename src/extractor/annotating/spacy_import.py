"""Importing spaCy without its command line and its components, which take half of the time and which a record does not need.

`spacy/__init__.py` imports `spacy.cli` for one function, `spacy.info`, and with it HTTP clients, a template
engine and a project manager; and `spacy.pipeline` with all its parsers. Here both imports wait until somebody asks for
them: `spacy.info`, `spacy.cli`, `import spacy.cli`, `spacy.pipeline` and `spacy.blank` work afterwards as they always do.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import threading
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

PACKAGE, MODULE = "spacy.cli", "spacy.cli.info"
COMPONENTS = "spacy.pipeline"
_IMPORTING = threading.Lock()  # its compiled modules come out half made when two threads import them at once


class _Later(ModuleType):
    """A package whose own code runs when something is asked of it that only this code gives; its modules can be imported before."""

    def __getattr__(self, name: str) -> Any:
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec: Any = self.__spec__
        spec.loader.exec_module(self)
        return getattr(self, name)


def import_spacy() -> None:
    """Imports spaCy; does nothing when somebody has imported it already."""
    with _IMPORTING:
        if "spacy" not in sys.modules:
            _import_spacy()


def _import_spacy() -> None:
    found = importlib.util.find_spec("spacy")
    places = list(found.submodule_search_locations or ()) if found is not None else []
    package, module = ModuleType(PACKAGE), ModuleType(MODULE)
    # Should another of its modules be asked for, that one is imported as it is.
    package.__path__ = [f"{place}/cli" for place in places]
    module.info = _info  # type: ignore[attr-defined]
    sys.modules[PACKAGE], sys.modules[MODULE] = package, module
    for place in places:
        _put_off(COMPONENTS, f"{place}/pipeline")
    try:
        spacy = importlib.import_module("spacy")
    finally:
        for name in (PACKAGE, MODULE):
            sys.modules.pop(name, None)
    if not hasattr(spacy, "cli"):
        spacy.__getattr__ = _attribute  # type: ignore[method-assign]


def _put_off(name: str, place: str) -> None:
    """Enters a package among the imported ones, its code not yet run."""
    spec: ModuleSpec | None = importlib.util.spec_from_file_location(
        name, f"{place}/__init__.py", submodule_search_locations=[place]
    )
    if spec is not None:
        package = importlib.util.module_from_spec(spec)
        package.__class__ = _Later
        sys.modules[name] = package


def _info(*args: Any, **options: Any) -> Any:
    """What `spacy.info` does."""
    return importlib.import_module(MODULE).info(*args, **options)


def _attribute(name: str) -> Any:
    if name == "cli":
        return importlib.import_module(PACKAGE)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
