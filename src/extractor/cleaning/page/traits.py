"""The attributes of an element, and what they say of what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from extractor.cleaning.page.hints import BIT, hint_bits

HIDDEN_BIT: Final = BIT["hidden"]

# What the attributes of an element say: hints as bits, whether they hide it, a number for its class, its role.
Traits = tuple[int, bool, int, str | None]
NO_TRAITS: Final[Traits] = (0, False, 0, None)
REMEMBERED: Final = 20_000  # sets of telling attributes: pages of one site repeat their own
LONGEST: Final = 600  # characters of those that are remembered
_Telling = tuple[str | None, str | None, str | None, str | None, str | None, bool]
_KNOWN: Final[dict[_Telling, Traits]] = {}
_BY_CLASS: Final[dict[str, Traits]] = {}
_Key = TypeVar("_Key")


def traits_of(attributes: Mapping[str, str]) -> Traits:
    """What the attributes say.

    >>> traits_of({"class": "share-bar", "style": "Display: none"})[1], traits_of({"aria-hidden": "true"})[1]
    (True, False)
    >>> traits_of({"role": "menu", "class": "nav"})[3]
    'menu'
    """
    get = attributes.get
    if len(attributes) == 1:  # most have a class and nothing else
        only = get("class")
        if only is not None:
            known = _BY_CLASS.get(only)
            if known is None:
                known = _read(only, None, None, None, None, False)
                _remember(_BY_CLASS, only, known, len(only))
            return known
    telling = (get("class"), get("id"), get("role"), get("itemprop"), get("style"), "hidden" in attributes)
    known = _KNOWN.get(telling)
    if known is None:
        known = _read(*telling)
        _remember(_KNOWN, telling, known, sum([len(value) for value in telling[:-1] if value]))
    return known


def _remember(known: dict[_Key, Traits], key: _Key, traits: Traits, size: int) -> None:
    if len(known) >= REMEMBERED:
        known.clear()
    if size <= LONGEST:
        known[key] = traits


def _read(
    own_class: str | None, own_id: str | None, role: str | None, item: str | None, style: str | None, hidden: bool
) -> Traits:
    bits = 0
    for words in (own_class, own_id, role, item):
        if words:
            bits |= hint_bits(words)
    if hidden or (style is not None and "none" in style and displays_none(style)):
        return bits | HIDDEN_BIT, True, hash(own_class or 0), role
    return bits, False, hash(own_class or 0), role


def hides(attributes: Mapping[str, str]) -> bool:
    """Whether the attributes hide their element."""
    return "hidden" in attributes or displays_none(attributes.get("style", ""))


def displays_none(style: str) -> bool:
    """Whether a style hides its element."""
    return "display:none" in style.replace(" ", "").lower()
