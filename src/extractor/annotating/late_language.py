"""A spaCy `Language` that is made when first looked at: no finder of ours does, and to import spaCy takes longer than a first record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language


class _LateLanguage:
    """Stands in for the `Language`: every attribute, and the call, are those of the one it makes."""

    def __init__(self, make: Callable[[], Language]) -> None:
        self._make = make
        self._made: Language | None = None

    def _language(self) -> Language:
        if self._made is None:
            self._made = self._make()
        return self._made

    @property  # type: ignore[misc]
    def __class__(self) -> Any:  # so that `isinstance(nlp, Language)` holds
        return type(self._language())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._language(), name)

    def __call__(self, *args: Any, **options: Any) -> Any:
        return self._language()(*args, **options)


def late_language(make: Callable[[], Language]) -> Language:
    """What `make` gives, made when first used."""
    return cast("Language", _LateLanguage(make))
