"""The attributes of an element, and what they say of what it holds."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from extractor.cleaning.page.hints import BIT, hint_bits

HIDDEN_BIT: Final = BIT["hidden"]
# Attributes that hint, with their values as they stand; names with small and capital letters mixed are not worth their time.
_HINTING: Final = re.compile(
    r"""[\s"'/](class|id|role|itemprop|style|hidden|CLASS|ID|ROLE|STYLE|HIDDEN)(?=[\s=/]|$)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]+))?"""
)
_ATTRIBUTE: Final = re.compile(r"""([^\s"'=/<>]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
READ: Final = 5000  # characters of the attributes of an element that are looked at
QUOTES: Final = ("\"", "'")
REMEMBERED: Final = 20_000  # distinct strings of attributes: pages of one site repeat their own


# What the attributes of an element say: hints as bits, whether they hide it, a number for its class, its role.
Traits = tuple[int, bool, int, str | None]
NO_TRAITS: Final[Traits] = (0, False, 0, None)
KNOWN: Final[dict[str, Traits]] = {"": NO_TRAITS}


def traits_of(attributes: str) -> Traits:
    """What the attributes say, as they stand in a tag.

    >>> traits_of(' class="share-bar" style="Display: none" data-x=3')[1], traits_of(" aria-hidden='true'")[1]
    (True, False)
    >>> traits_of(" role=menu CLASS=nav")[3]
    'menu'
    """
    known = KNOWN.get(attributes)
    if known is not None:
        return known
    bits = own_class = 0
    hidden = False
    role = None
    for name, value in _HINTING.findall(attributes[:READ]):
        if value[:1] in QUOTES:
            value = value[1:-1]
        if name.isupper():
            name = name.lower()
        if name == "style":
            hidden = hidden or ("none" in value and displays_none(value))
        elif name == "hidden":
            hidden = True
        else:
            bits |= hint_bits(value)
            if name == "class":
                own_class = hash(value)
            elif name == "role":
                role = value
    if hidden:
        bits |= HIDDEN_BIT
    if len(KNOWN) >= REMEMBERED:
        KNOWN.clear()
    KNOWN[attributes] = traits = (bits, hidden, own_class, role)
    return traits


def displays_none(style: str) -> bool:
    """Whether a style hides its element."""
    return "display:none" in style.replace(" ", "").lower()


def attributes_of(attributes: str) -> dict[str, str]:
    """The attributes of a tag by name in small letters, the first of each.

    >>> attributes_of(' property="og:title" CONTENT="Tin &amp; zinc" async')
    {'property': 'og:title', 'content': 'Tin & zinc', 'async': ''}
    """
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(attributes[:READ]):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found
