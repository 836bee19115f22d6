"""Finds monetary values: the rules' sequences of phrases, then what they amount to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS
from extractor.annotating.lexicon.currencies import CENT, MINOR, THOUSANDTHS
from extractor.annotating.mention import Money
from extractor.annotating.numbers.amount import plain
from extractor.annotating.numbers.listed import LINKS, listed_before
from extractor.annotating.qualifiers import qualifier_of
from extractor.annotating.quantities.runs import runs_of
from extractor.annotating.quantities.shapes import Shapes
from extractor.annotating.rules import rule_for, rules_of
from extractor.annotating.types.money.columns import headed
from extractor.annotating.types.money.currency_choice import CurrencyChoice
from extractor.annotating.types.money.elided import elided
from extractor.annotating.types.money.heads import is_unit
from extractor.annotating.types.money.prices import PER_WORDS, price_unit
from extractor.annotating.types.money.reader import read_money
from extractor.annotating.types.money.reading import Reading
from extractor.annotating.types.money.series import CONTINUES, NATIONS, continued, nationality
from extractor.annotating.types.money.settled import UNDECIDED

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.annotating.quantities.phrases import Item
    from extractor.annotating.quantities.runs import Run
    from extractor.annotating.rules import Rule


_TOLD_BEHIND = frozenset({"$", "dollar", "dollars"})  # by a nation


class MoneyFinder:
    """Finds the monetary values of a text."""

    def __init__(self) -> None:
        rules = rules_of("extractor.annotating.types.money")
        self.shapes = Shapes(rules)
        self.headed = rule_for(rules, "head")
        self.elided = rule_for(rules, "elided")
        self.listed = rule_for(rules, "list")

    def __call__(self, annotation: Annotation) -> list[Mention]:
        """The monetary values, by position."""
        found: list[tuple[Rule, Reading]] = []
        for run in runs_of(annotation):
            if "C" in run.symbols or "U" in run.symbols or "m" in run.symbols:
                self._find(annotation, run, found)
        taken = {token for _, reading in found for token in range(reading.first, reading.last)}
        units = [reading for _, reading in found if is_unit(annotation, reading)]
        if units:
            found = [item for item in found if not is_unit(annotation, item[1])]
        found.extend((self.headed, reading) for reading in headed(annotation, taken, units))
        if found:
            taken.update(token for _, reading in found for token in range(reading.first, reading.last))
            stated = [reading for _, reading in found]
            found.extend((self.elided, reading) for reading in elided(annotation, stated, taken))
        choice = CurrencyChoice(annotation, [reading for _, reading in found])
        values = [_mention(annotation, rule, reading, choice) for rule, reading in found]
        annotation.kept[UNDECIDED] = [value for value in values if value.currency is None]
        return list(values)

    def _find(self, annotation: Annotation, run: Run, found: list[tuple[Rule, Reading]]) -> None:
        at = 0
        symbols = run.symbols
        words = annotation.words
        while at < len(symbols):
            if symbols[at] in self.shapes.starts:
                for rule, length in self.shapes.at(symbols, at):
                    reading = read_money(annotation, run, at, at + length)
                    if reading is not None:
                        found += [(rule, value) for value in reading.values()]
                        if reading.last < len(words) and words[reading.last].lower in CONTINUES:
                            found.extend((self.listed, more) for more in continued(annotation, reading))
                        if reading.first and words[reading.first - 1].lower in LINKS:
                            self._find_listed(annotation, run.items[at], reading, found)
                        at += length - 1
                        break
            at += 1

    def _find_listed(
        self, annotation: Annotation, item: Item, reading: Reading, found: list[tuple[Rule, Reading]]
    ) -> None:
        """Adds the numbers before an amount that share its unit: "5, 10 and 20 dollars"."""
        if item.amount is None or reading.high is not None:
            return
        behind = found[-2][1].last if len(found) > 1 else 0
        times = item.amount.factor * reading.currency.factor
        for at, value in listed_before(annotation, reading.first, frozenset()):
            if at >= behind and (not at or annotation.words[at - 1].norm not in CURRENCY_NORMS):
                listed = Reading(at, at + 1, value * times, None, reading.currency, is_inferred=True)
                found.insert(-1, (self.listed, listed))


def _mention(annotation: Annotation, rule: Rule, reading: Reading, choice: CurrencyChoice) -> Money:
    first, last, currency = reading.first, reading.last, reading.currency
    following = annotation.words[last].lower if last < len(annotation.words) else ""
    code, is_inferred = (currency.code, False) if not currency.candidates else choice.code_of(currency)
    may_be_told = following == "(" or following in NATIONS
    if may_be_told and currency.surface in _TOLD_BEHIND and (said := nationality(annotation, last)) not in (None, code):
        code, is_inferred = said, True
    start, end = annotation.starts[first], annotation.end(last - 1)
    is_thousandth = code in THOUSANDTHS or (code is None and currency.surface == "fils" and reading.low >= 1)
    if currency.kind == MINOR and currency.factor == CENT and currency.candidates and is_thousandth:
        reading.low, reading.high = reading.low / 10, None if reading.high is None else reading.high / 10
    low = plain(reading.low)
    high = None if reading.high is None else plain(reading.high)
    return Money(
        label="MONEY",
        start=start,
        end=end,
        text=annotation.text[start:end],
        rule=rule.id,
        first=first,
        last=last,
        amount=low if high is None else None,
        low=None if high is None else low,
        high=high,
        currency=code,
        symbol=currency.surface if currency.candidates or code is None else None,
        inferred=is_inferred or reading.is_inferred,
        qualifier=qualifier_of(annotation, first, last),
        per=price_unit(annotation, last) if following in PER_WORDS else None,
        unread_magnitude=reading.unread,
    )
