"""What an open currency sign means in this document: its other amounts and the countries it names decide."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.data.tables import read_table

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon_currency import Currency


@cache
def _cues() -> dict[str, str]:
    """Words that speak for a currency, in lower case: "japan" -> "JPY"."""
    return {word: code for code, words, _source in read_table("own/currency_cues.tsv") for word in words.split("|")}


class CurrencyChoice:
    """Chooses among the readings of open signs, once a document."""

    def __init__(self, annotation: Annotation, seen: list[Currency]) -> None:
        self._annotation = annotation
        self._sure = {currency.code for currency in seen if currency.code and not currency.is_open}
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
        named = [code for code in currency.candidates if code in self._sure]
        if currency.code in named:
            return currency.code, False
        if len(named) == 1:
            return named[0], True
        if currency.surface in ("$", "¢") or currency.surface.startswith(("dollar", "cent", "buck")):
            return currency.code, False  # a country named in passing does not move the dollar
        cues = _cues()
        spoken = {cues[word.lower] for word in self._annotation.words if word.lower in cues}
        spoken.intersection_update(currency.candidates)
        if len(spoken) == 1:
            code = spoken.pop()
            return code, code != currency.code
        return currency.code, False
