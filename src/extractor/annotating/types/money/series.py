"""What goes on behind an amount: "USD 12 billion, 14 billion and 16 billion", "$5 million Canadian"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.amounts import read_amount
from extractor.annotating.types.money.reader import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

# What may stand behind an amount whose currency was left out; a noun there would be what it counts.
_ENDS = frozenset(
    ", . ; : ) and or by in for respectively over from to during at between as while through before after with | \n \n\n".split(" ")
)
_NATIONS = {"canadian": "CAD", "australian": "AUD", "american": "USD", "us": "USD", "u.s.": "USD"}


def continued(annotation: Annotation, reading: Reading) -> Iterator[Reading]:
    """The amounts that follow in a list and leave the currency out."""
    words = annotation.words
    at = reading.last
    while at + 1 < len(words):
        if words[at].text == "," or words[at].lower in ("and", "or"):
            at += 1
            if words[at].lower in ("and", "or"):
                at += 1
        else:
            return
        if at >= len(words) or words[at].norm not in ("<number>", "<year>"):
            return
        amount = read_amount(annotation, at, has_currency=True)
        if amount is None or not amount.has_scale:
            return
        following = words[amount.last] if amount.last < len(words) else None
        if following is not None and following.lower not in _ENDS and not following.is_space:
            return
        yield Reading(at, amount.last, amount.total * reading.currency.factor, None, reading.currency, is_inferred=True)
        at = amount.last


def nationality(annotation: Annotation, last: int) -> str | None:
    """The currency that a nationality behind "$5 million" names, where nothing stands behind it that it could describe."""
    words = annotation.words
    if last >= len(words) or words[last].lower not in _NATIONS or not words[last].is_capitalized:
        return None
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.text not in (".", ",", ";", ")") and following.lower not in ("in", "by", "for", "from"):
        return None
    return _NATIONS[words[last].lower]
