"""The attributes of an element, and what they say of what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from extractor.cleaning.page.hints import BIT, hint_bits

HIDDEN_BIT: Final = BIT["hidden"]
HINTING: Final = frozenset(("class", "id", "role", "itemprop"))  # attributes whose words tell what an element holds

# What the attributes of an element say: hints as bits, whether they hide it, a number for its class, its role.
Traits = tuple[int, bool, int, str | None]
NO_TRAITS: Final[Traits] = (0, False, 0, None)
REMEMBERED: Final = 20_000  # sets of attributes: pages of one site repeat their own
MOST: Final = 8  # attributes of an element, and characters of each, that are remembered
LONGEST: Final = 200
_KNOWN: Final[dict[tuple[tuple[str, str], ...], Traits]] = {}


def traits_of(attributes: Mapping[str, str]) -> Traits:
    """What the attributes say.

    >>> traits_of({"class": "share-bar", "style": "Display: none"})[1], traits_of({"aria-hidden": "true"})[1]
    (True, False)
    >>> traits_of({"role": "menu", "class": "nav"})[3]
    'menu'
    """
    if len(attributes) > MOST:
        return _read(attributes)
    key = tuple(attributes.items())
    known = _KNOWN.get(key)
    if known is None:
        known = _read(attributes)
        if len(_KNOWN) >= REMEMBERED:
            _KNOWN.clear()
        if max(map(len, attributes.values()), default=0) <= LONGEST:
            _KNOWN[key] = known
    return known


def _read(attributes: Mapping[str, str]) -> Traits:
    bits = own_class = 0
    hidden = False
    role = None
    for name, value in attributes.items():
        if name in HINTING:
            bits |= hint_bits(value)
            if name == "class":
                own_class = hash(value)
            elif name == "role":
                role = value
        elif name == "hidden" or (name == "style" and "none" in value and displays_none(value)):
            hidden = True
            bits |= HIDDEN_BIT
    return bits, hidden, own_class, role


def hides(attributes: Mapping[str, str]) -> bool:
    """Whether the attributes hide their element."""
    return "hidden" in attributes or displays_none(attributes.get("style", ""))


def displays_none(style: str) -> bool:
    """Whether a style hides its element."""
    return "display:none" in style.replace(" ", "").lower()
