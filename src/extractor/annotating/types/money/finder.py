"""Finds monetary values: the rules' sequences of phrases, then what they amount to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.mention import Money
from extractor.annotating.quantities import runs_of
from extractor.annotating.rules import rules_of
from extractor.annotating.shapes import Shapes
from extractor.annotating.types.money.reader import Reading, read_money
from extractor.annotating.types.money.series import continued, nationality

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.annotating.quantities import Run
    from extractor.annotating.rules import Rule

from extractor.annotating.qualifiers import qualifier_of
from extractor.annotating.types.money.columns import headed
from extractor.annotating.types.money.currency_choice import CurrencyChoice
from extractor.annotating.types.money.prices import price_unit


class MoneyFinder:
    """Finds the monetary values of a text."""

    def __init__(self) -> None:
        rules = rules_of("extractor.annotating.types.money")
        self.shapes = Shapes(rules)
        self.headed = next(rule for rule in rules if rule.how == "head")
        self.listed = next(rule for rule in rules if rule.how == "list")

    def __call__(self, annotation: Annotation) -> list[Mention]:
        """The monetary values, by position."""
        found: list[tuple[Rule, Reading]] = []
        for run in runs_of(annotation):
            if "C" in run.symbols or "U" in run.symbols or "m" in run.symbols:
                self._find(annotation, run, found)
        taken = {token for _, reading in found for token in range(reading.first, reading.last)}
        found.extend((self.headed, reading) for reading in headed(annotation, taken))
        choice = CurrencyChoice(annotation, [reading.currency for _, reading in found])
        return [_mention(annotation, rule, reading, choice) for rule, reading in found]

    def _find(self, annotation: Annotation, run: Run, found: list[tuple[Rule, Reading]]) -> None:
        at = 0
        symbols = run.symbols
        while at < len(symbols):
            if symbols[at] in self.shapes.starts:
                for rule, end in self.shapes.at(symbols, at):
                    reading = read_money(annotation, run, at, end)
                    if reading is not None:
                        found.append((rule, reading))
                        found.extend((self.listed, more) for more in continued(annotation, reading))
                        at = end - 1
                        break
            at += 1


def _mention(annotation: Annotation, rule: Rule, reading: Reading, choice: CurrencyChoice) -> Money:
    first, last = reading.first, reading.last
    code, is_inferred = choice.code_of(reading.currency)
    if reading.currency.surface == "$" and (said := nationality(annotation, last)) is not None:
        code, is_inferred = said, True
    return Money(
        label="MONEY",
        start=annotation.starts[first],
        end=annotation.end(last - 1),
        text=annotation.span_text(first, last),
        rule=rule.id,
        first=first,
        last=last,
        amount=reading.low if reading.high is None else None,
        low=None if reading.high is None else reading.low,
        high=reading.high,
        currency=code,
        symbol=reading.currency.surface if reading.currency.is_open or code is None else None,
        inferred=is_inferred or reading.is_inferred,
        qualifier=qualifier_of(annotation, first, last),
        per=price_unit(annotation, last),
        unread_magnitude=reading.unread,
    )
