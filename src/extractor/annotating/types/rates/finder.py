"""Finds percentages: the rules' sequences of phrases, their values, and what kind of rate the wording makes them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS, NUMBER, PERCENT, SHORT_PERCENT_WORDS
from extractor.annotating.mention import Rate
from extractor.annotating.numbers.listed import LINKS, RATE_LEADS, listed_before
from extractor.annotating.numbers.negatives import LEADS, SIGNS, signed_span
from extractor.annotating.numbers.numerals import parse_figure
from extractor.annotating.qualifiers import qualifier_of
from extractor.annotating.quantities.phrases import OR
from extractor.annotating.quantities.runs import anchors_of, runs_of
from extractor.annotating.quantities.shapes import Shapes
from extractor.annotating.rules import rule_for, rules_of
from extractor.annotating.tokens.words import CLOSING, EDGE, word_at
from extractor.annotating.types.money.changes import is_change
from extractor.annotating.types.money.reading import amount_value
from extractor.annotating.types.rates.columns import headed
from extractor.annotating.types.rates.kind import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.annotating.quantities.phrases import Item
    from extractor.annotating.quantities.runs import Run
    from extractor.annotating.rules import Rule

_AFTER_PERCENT = frozenset(
    "of in to from by on and or a per for at over during since this last year more less higher lower up down "
    "growth rise fall increase drop".split()
)
# Signs and words of a rate; all others are of points.
_PLAIN = SHORT_PERCENT_WORDS | frozenset(
    "% ％ ٪ ﹪ percent percents cent cents cent. centum percentage pct pct. pecent perecent persent".split()
)
_PRICE_OR_RATE = frozenset({"NTN", "NON", "NAN"})
_BRACKETED = 3  # tokens of "(1.5)"
# A rate above this is a slip in reading (percentages of a million do not occur in prose).
LARGEST = Decimal(10) ** 7


class RateFinder:
    """Finds the percentages of a text."""

    def __init__(self) -> None:
        rules = rules_of("extractor.annotating.types.rates")
        self.shapes = Shapes(rules)
        self.bracketed = rule_for(rules, "bracket")
        self.listed = rule_for(rules, "list")
        self.headed = rule_for(rules, "head")

    def __call__(self, annotation: Annotation) -> list[Mention]:
        """The percentages, by position."""
        found: list[Mention] = []
        for run in runs_of(annotation):
            if "P" in run.symbols:
                self._find(annotation, run, found)
        found.extend(self._bracketed(annotation))
        for amount, head in list(headed(annotation, found)):
            value = amount_value(annotation, amount, None)[0]
            rate = _rate(annotation, self.headed, amount.first, amount.last, value)
            rate.kind = kind_of(annotation, head, head + 1)[0]
            found.append(rate)
        return found

    def _bracketed(self, annotation: Annotation) -> Iterator[Rate]:
        """Negative rates as accounts write them: "(1.5)%"."""
        words = annotation.words
        for at in anchors_of(annotation):
            if words[at].norm != "<percent>" or word_at(words, at - 1).text != ")":
                continue
            is_number = word_at(words, at - _BRACKETED).text == "(" and words[at - 2].norm == "<number>"
            figure = parse_figure(words[at - 2].text) if is_number else None
            if figure is not None and not annotation.has_space_before(at):
                yield _rate(annotation, self.bracketed, at - _BRACKETED, at + 1, -figure.value)

    def _find(self, annotation: Annotation, run: Run, found: list[Mention]) -> None:
        at = 0
        symbols = run.symbols
        words = annotation.words
        while at < len(symbols):
            if symbols[at] in self.shapes.starts:
                for rule, length in self.shapes.at(symbols, at):
                    if at and symbols[at - 1] == "C" and symbols[at : at + 3] in _PRICE_OR_RATE:
                        continue  # "$10 or 20%": the first number has its currency
                    rate = _read(annotation, run.items[at : at + length], rule)
                    if rate is None and symbols[at : at + length] == "NTNP":
                        found.extend(self._start_of_change(annotation, run.items[at : at + length]))
                    if rate is not None:
                        found.append(rate)
                        if rate.amount is not None and rate.first and words[rate.first - 1].lower in LINKS:
                            self._find_listed(annotation, rate, run.items[at + length - 1].unit, found)
                        at += length - 1
                        break
            at += 1

    def _start_of_change(self, annotation: Annotation, items: list[Item]) -> Iterator[Rate]:
        """The rate at which a change starts whose end alone has the percent sign: "rose from [5] to 10%"."""
        start, end = items[0].amount, items[2].amount
        if start is None or end is None or start.is_year_like or start.factor != end.factor:
            return
        if is_change(annotation, items[0].first, items[-1].last, says_unit_once=True):
            value = amount_value(annotation, start, None)[0] * items[-1].unit
            yield _rate(annotation, self.listed, items[0].first, items[0].last, value)

    def _find_listed(self, annotation: Annotation, rate: Rate, unit: Decimal, found: list[Mention]) -> None:
        """Adds the numbers before a rate that share its percent sign."""
        behind = found[-2].last if len(found) > 1 else 0
        for at, value in listed_before(annotation, rate.first, RATE_LEADS):
            if at >= behind:
                listed = _rate(annotation, self.listed, at, at + 1, value * unit)
                listed.kind = rate.kind
                found.insert(-1, listed)


def _read(annotation: Annotation, items: list[Item], rule: Rule) -> Rate | None:
    unit_word = annotation.words[items[-1].last - 1].text
    if unit_word == "pp" and _is_price(annotation, items[0].first):
        return None
    if unit_word in SHORT_PERCENT_WORDS and _are_pieces(annotation, items[-1].first):
        return None
    plain = items[0].amount if len(items) == 2 else None
    if plain is not None and plain.other is None and plain.factor == 1 and 0 < plain.value < LARGEST:
        first, last = items[0].first, items[1].last
        if not first or annotation.words[first - 1].lower not in SIGNS:
            return _rate(annotation, rule, first, last, plain.value * items[1].unit)
    amounts = [item for item in items if item.amount is not None]
    unit = items[-1].unit
    first, last = amounts[0].first, items[-1].last
    if items[0].symbol == "P":
        unit, first = items[0].unit, items[0].first
        is_year = amounts[0].amount is None or amounts[0].amount.is_year_like
        if is_year or not (_is_sign_first(annotation, items) or _ends_clause(annotation, last)):
            return None
    values = [
        amount_value(annotation, item.amount, None)[0] * item.amount.factor * unit
        for item in amounts
        if item.amount is not None
    ]
    if any(abs(value) > LARGEST for value in values):
        return None
    low = high = amount = None
    if len(values) == 2:
        if _are_unlike(annotation, items) or _is_of_list(annotation, items):
            return None
        low, high = sorted(values) if max(values) < 0 else values
        is_once = sum(item.symbol == "P" for item in items) == 1
        is_year = amounts[0].amount is not None and amounts[0].amount.is_year_like
        if low >= high or is_year or is_change(annotation, first, last, says_unit_once=is_once):
            return None
    else:
        amount = values[0]
        if amount > 0 and (signed := signed_span(annotation, first, last, LEADS)) is not None:
            first, last = signed
            amount = -amount
    return _rate(annotation, rule, first, last, amount, low, high)


def _are_unlike(annotation: Annotation, items: list[Item]) -> bool:
    """Whether one amount is a difference and the other a level: "3 bps to 4.71%", "2 percentage points to 5%"."""
    ends = [annotation.words[item.last - 1].lower for item in items if item.symbol == "P"]
    return len(ends) > 1 and len({end in _PLAIN for end in ends}) > 1


def _is_of_list(annotation: Annotation, items: list[Item]) -> bool:
    """Whether two numbers joined by "or" end a list of more: "5, 10 or 15 percent"."""
    words, first = annotation.words, items[0].first
    return (
        any(item.symbol == OR for item in items)
        and first > 1
        and words[first - 1].text == ","
        and words[first - 2].norm in (NUMBER, PERCENT)
    )


def _rate(
    annotation: Annotation,
    rule: Rule,
    first: int,
    last: int,
    amount: Decimal | None,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Rate:
    kind, direction = kind_of(annotation, first, last)
    start, end = annotation.starts[first], annotation.end(last - 1)
    return Rate(
        label="PERCENT",
        start=start,
        end=end,
        text=annotation.text[start:end],
        rule=rule.id,
        first=first,
        last=last,
        amount=amount,
        low=low,
        high=high,
        kind=kind,
        qualifier=qualifier_of(annotation, first, last),
        direction=direction,
    )


def _is_price(annotation: Annotation, first: int) -> bool:
    """Whether a currency stands before the number, so that "pp" behind it is "per person": "£8pp"."""
    return first > 0 and annotation.words[first - 1].norm in CURRENCY_NORMS


def _are_pieces(annotation: Annotation, at: int) -> bool:
    """Whether "pc" at token `at` counts pieces: set off from its number, before what they are pieces of ("a 12 pc set")."""
    following = word_at(annotation.words, at + 1).lower
    return annotation.has_space_before(at) and following.isalpha() and following not in _AFTER_PERCENT


def _is_sign_first(annotation: Annotation, items: list[Item]) -> bool:
    """Whether the percent sign is written before its number: "%10 of them", and not "100%10" or "a%20b"."""
    sign, number = items[0].first, items[-1]
    is_set_off = annotation.has_space_before(sign) and not annotation.has_space_before(number.first)
    if annotation.words[sign].text != "%" or not is_set_off:
        return False
    following = word_at(annotation.words, number.last)
    return following is EDGE or annotation.has_space_before(number.last) or following.text in CLOSING


def _ends_clause(annotation: Annotation, last: int) -> bool:
    following = word_at(annotation.words, last)
    return following.text in CLOSING or following.is_space or following.lower == "per"
