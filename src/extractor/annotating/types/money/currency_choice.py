"""What an open currency sign means in this document: its other amounts and the countries it names decide."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from extractor.data.tables import read_table

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon.currencies import Currency
    from extractor.annotating.types.money.reading import Reading

# A country named this many times as often as the next decides.
CLEAR_LEAD = 3
# Where these are written, the local dollar or real always has its mark: a bare "$" beside them is another currency.
ALWAYS_MARKED = frozenset(("R$", "NT$", "HK$", "S$", "RD$"))
# Dollars that their countries write as a bare "$" in English too; others beside a "$" are told from it ("R$").
_BARE_DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "SGD", "HKD"})
# Tokens from an amount to its conversion: "(", "(or", "(about US".
_LONGEST_LINK = 2
# So often a document names the home of another bare dollar, and so clearly before America and the world, that a local
# paper writes it for its own readers; a report on a country that is named less is priced in dollars of the United States.
LOCAL_MENTIONS = 4
# A country in the title is what the document is about.
TITLE_WEIGHT = 3


@cache
def cues() -> dict[str, str]:
    """Words that speak for a currency, in lower case: "japan" -> "JPY"."""
    found = {
        word: code
        for code, _names, words, is_past in read_table("currencies.tsv")
        for word in words.split("|")
        if not is_past and code not in _BARE_DOLLARS
    }
    own = read_table("own/currency_cues.tsv")
    return found | {word: code for code, words, _source in own for word in words.split("|")}


class CurrencyChoice:
    """Chooses among the readings of open signs, once a document."""

    def __init__(self, annotation: Annotation, readings: list[Reading]) -> None:
        self._annotation = annotation
        self._readings = readings
        stated = [item.currency for item in readings if item.currency.code and not item.currency.is_open]
        self._sure = {currency.code for currency in stated}
        self._bare = {currency.code for currency in stated if currency.surface not in ALWAYS_MARKED} & _BARE_DOLLARS
        self._counts: Counter[str] | None = None
        self._chosen: dict[str, tuple[str | None, bool]] = {}

    def code_of(self, currency: Currency) -> tuple[str | None, bool]:
        """The code, and whether the document had to decide it."""
        if not currency.is_open:
            return currency.code, False
        known = self._chosen.get(currency.surface)
        if known is None:
            known = self._chosen[currency.surface] = self._choose(currency)
        return known

    def _choose(self, currency: Currency) -> tuple[str | None, bool]:
        sure = self._sure
        if currency.surface == "$":
            sure = self._bare - self._converted() if self._bare and self._is_marked_first() else set()
        named = [code for code in currency.candidates if code in sure]
        if currency.code in named:
            return currency.code, False
        if len(named) == 1:
            return named[0], True
        if currency.surface in ("$", "¢") or currency.surface.startswith(("dollar", "cent", "buck")):
            return self._local_dollar(currency)
        spoken = Counter({code: count for code, count in self._spoken().items() if code in currency.candidates})
        ranked = spoken.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= CLEAR_LEAD * ranked[1][1]):
            return ranked[0][0], ranked[0][0] != currency.code
        return currency.code, False

    def _is_marked_first(self) -> bool:
        """Whether the local dollar has its mark before any dollar goes without: "C$10 million ... $4 million"."""
        ordered = sorted(self._readings, key=lambda reading: reading.first)
        dollars = (
            item.currency for item in ordered if item.currency.code in _BARE_DOLLARS or item.currency.surface == "$"
        )
        return next((currency.surface != "$" for currency in dollars), False)

    def _local_dollar(self, currency: Currency) -> tuple[str | None, bool]:
        """What a dollar without a country is: a country named in passing does not move it, a local paper's own does."""
        if currency.code in self._sure or not _BARE_DOLLARS.intersection(currency.candidates):
            return currency.code, False
        spoken = Counter({code: count for code, count in self._spoken().items() if code in _BARE_DOLLARS})
        (first, count), (_, next_count) = [*spoken.most_common(2), ("", 0), ("", 0)][:2]
        if count >= LOCAL_MENTIONS and count >= CLEAR_LEAD * next_count and first in currency.candidates:
            return first, first != currency.code
        return currency.code, False

    def _converted(self) -> set[str | None]:
        """The currencies that are turned into "$" somewhere, which is another one then: "C$10 million ($7 million)"."""
        words = self._annotation.words
        ordered = sorted(self._readings, key=lambda reading: reading.first)
        return {
            one.currency.code
            for one, other in pairwise(ordered)
            if other.currency.surface == "$" and other.first - one.last <= _LONGEST_LINK and words[one.last].text == "("
        }

    def _spoken(self) -> Counter[str]:
        """How often the document names the countries of each currency, counted once."""
        if self._counts is None:
            known = cues()
            body = self._annotation.body or self._annotation
            named = compress(body.words, map(known.__contains__, body.lowers))
            self._counts = Counter([known[word.lower] for word in named if word.text != "us"])
            for word in body.title.words if body.title else ():
                if word.lower in known:
                    self._counts[known[word.lower]] += TITLE_WEIGHT
        return self._counts
