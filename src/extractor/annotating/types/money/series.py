"""What goes on behind an amount: "USD 12 billion, 14 billion and 16 billion", "$5 million Canadian"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.amounts import read_amount
from extractor.annotating.types.money.reading import Reading
from extractor.annotating.types.money.scales import ends_value, next_in_series, shared_factor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

CONTINUES = frozenset({",", "and", "or"})
NATIONS = {
    "canadian": "CAD",
    "australian": "AUD",
    "american": "USD",
    "us": "USD",
    "u.s.": "USD",
    "cdn": "CAD",
    "can": "CAD",
}


def continued(annotation: Annotation, reading: Reading) -> Iterator[Reading]:
    """The amounts that follow in a list and leave the currency out."""
    words = annotation.words
    at = next_in_series(words, reading.last)
    while at is not None:
        amount = read_amount(annotation, at, has_currency=True)
        if amount is None:
            return
        factor = amount.factor if amount.has_scale else shared_factor(annotation, amount.last)
        if factor is None or not ends_value(words, amount.last) or (amount.is_year_like and not amount.has_scale):
            return
        yield Reading(
            at, amount.last, amount.value * factor * reading.currency.factor, None, reading.currency, is_inferred=True
        )
        at = next_in_series(words, amount.last)


def nationality(annotation: Annotation, last: int) -> str | None:
    """The currency that a nationality behind "$5 million" names, where nothing stands behind it that it could describe."""
    words = annotation.words
    if last + 2 < len(words) and words[last].text == "(" and words[last + 2].text == ")":
        return NATIONS.get(words[last + 1].lower)  # "$5 million (Canadian)"
    if last >= len(words) or words[last].lower not in NATIONS or not words[last].is_capitalized:
        return None
    following = words[last + 1] if last + 1 < len(words) else None
    if (
        following is not None
        and following.text not in (".", ",", ";", ")")
        and following.lower not in ("in", "by", "for", "from")
    ):
        return None
    return NATIONS[words[last].lower]
