"""What goes on behind an amount: "USD 12 billion, 14 billion and 16 billion", "$5 million Canadian"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.numbers.amounts import read_amount
from extractor.annotating.tokens.words import CLOSING, EDGE, word_at
from extractor.annotating.types.money.reading import Reading
from extractor.annotating.types.money.scales import ends_value, next_in_series, shared_factor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

CONTINUES = frozenset({",", "and", "or"})
NATIONS = {
    **dict.fromkeys(("american", "us", "u.s."), "USD"),
    **dict.fromkeys(("canadian", "cdn", "can"), "CAD"),
    **dict.fromkeys(("australian", "aussie", "aus", "au"), "AUD"),
    **dict.fromkeys(("nz", "kiwi"), "NZD"),
}

_LONGEST_SHORT_NATION = 4  # letters of those that are other words in small letters: "us", "can"
_BEHIND_NATION = CLOSING | {"in", "by", "for", "from"}


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
    nation, following = word_at(words, last), word_at(words, last + 1)
    if nation.text == "(" and word_at(words, last + 2).text == ")":
        return NATIONS.get(following.lower)  # "$5 million (Canadian)"
    is_end = following is EDGE or following.lower in _BEHIND_NATION
    is_name = nation.is_capitalized or nation.width > _LONGEST_SHORT_NATION
    return NATIONS.get(nation.lower) if is_name and is_end else None
