"""Amounts whose currency was said before, or is said next, in the same statement: "from USD 1.2 billion to 3.4 billion"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CURRENCY_NORMS, NUMBER_NORMS
from extractor.annotating.lexicon.currencies import MINOR
from extractor.annotating.numbers.amounts import read_digits
from extractor.annotating.quantities.runs import anchors_of
from extractor.annotating.tokens.words import word_at
from extractor.annotating.types.money.reading import Reading
from extractor.annotating.types.money.scales import ends_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon.currencies import Currency
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.tokens.words import Word

# Words that blur a number and stand between it and what leads to it: "to around 7.8 billion".
_BLURRING = frozenset(
    "about around approximately nearly almost roughly over some ~ approx approx. an a estimated projected under just "
    "well below above whopping staggering".split()
)
# What leads to a value; all else may lead to a number of something.
_LEADS = frozenset(
    "to from at by than vs versus vs. against , and or ( : worth reach reaches reaching reached hit hits hitting total "
    "totals totalling totaling totaled totalled exceed exceeds exceeding exceeded surpass surpasses surpassing surpassed "
    "earn earns earning earned generate generates generating generated add adds adding added cross crosses crossing "
    "touch touching attain attaining is was were be with".split()
)
# What is worth money, before "of".
_WORTH = frozenset(
    "value size revenue revenues sales turnover worth total valuation investment investments spending profit profits loss "
    "losses cost costs budget income earnings funding debt capitalization capitalisation market opportunity figure "
    "level high low gain increase".split()
)
# A statement that speaks of these counts them: its other numbers may be theirs.
_COUNTED = frozenset(
    "unit units shipment shipments volume volumes tonne tonnes ton tons people person visitor visitors subscriber "
    "subscribers user users customer customers passenger passengers vehicle vehicles car cars truck trucks population "
    "inhabitants resident residents patient patients case cases death deaths job jobs worker workers employee employees "
    "household households home homes hectares acres barrel barrels litres liters gallons download downloads install "
    "installs installations device devices smartphone smartphones delivery deliveries registrations share shares ticket "
    "tickets student students tourist tourists traveler travelers travellers arrivals trip trips viewer viewers member "
    "members account accounts city cities country nation views copies followers farmers children women men adults "
    "refugees voters kilograms kilometres kilometers miles square feet metres meters transactions pieces doses animals "
    "cattle pets dogs cats births drivers riders players gamers".split()
)
# Behind an amount, beside what ends any value.
_BEHIND = frozenset("a this last the vs versus compared up down annually globally worldwide by next earlier".split())
_LONGEST_BLUR = 3  # tokens
_LONGEST_LEAD = 4  # tokens of "value of the"


def elided(annotation: Annotation, found: list[Reading], taken: set[int]) -> Iterator[Reading]:
    """The amounts with a scale that stand without a currency in a sentence that has but one; `found` are its values."""
    words = annotation.words
    by_sentence: dict[int, Currency | None] = {}  # each sentence is read once
    starts: list[int] = []
    for at in anchors_of(annotation):
        if words[at].norm not in NUMBER_NORMS or at in taken or at + 1 == len(words):
            continue
        if words[at + 1].norm != "<scale>":
            continue
        amount = read_digits(annotation, at, True)
        if amount is None or not _is_value(words, amount):
            continue
        first, last = annotation.sentence_of(at)
        if first not in by_sentence:
            if not starts:
                found = sorted(found, key=lambda reading: reading.first)
                starts = [reading.first for reading in found]
            beside = found[bisect_left(starts, first) : bisect_left(starts, last)]
            is_counting = not beside or any(word.lower in _COUNTED for word in words[first:last])
            by_sentence[first] = None if is_counting else _only_currency(beside)
        currency = by_sentence[first]
        if currency is not None:
            yield Reading(at, amount.last, amount.total, None, currency, is_inferred=True)


def _is_value(words: list[Word], amount: Amount) -> bool:
    """Whether what stands around the amount leaves it a value."""
    if amount.unread is not None or amount.is_year_like or not _ends(words, amount.last):
        return False
    at = amount.first
    lowest = max(0, at - _LONGEST_BLUR)
    while at > lowest and words[at - 1].lower in _BLURRING:
        at -= 1
    if not at or words[at - 1].norm in CURRENCY_NORMS:
        return False
    lead = words[at - 1].lower
    if lead == "of":
        return any(word.lower in _WORTH for word in words[max(0, at - _LONGEST_LEAD) : at - 1])
    if lead not in _LEADS:
        return False
    return at < 2 or words[at - 2].norm != "<number>"  # "1.2 to 3.4 billion" may be a range


def _ends(words: list[Word], last: int) -> bool:
    """Whether nothing that could be counted follows, nor follows the number that goes on with the amount."""
    if word_at(words, last).lower in ("and", "or", "to", "-", "–", ","):
        at = last + 1
        while word_at(words, at).norm in ("<number>", "<scale>", "<letter>"):
            at += 1
        if at > last + 1:
            last = at
    return ends_value(words, last) or words[last].lower in _BEHIND or words[last].norm in CURRENCY_NORMS


def _only_currency(beside: list[Reading]) -> Currency | None:
    """The currency of the values of a sentence, or None where they have several or count cents."""
    currency: Currency | None = None
    for reading in beside:
        known = reading.currency
        if known.kind == MINOR or known.factor != 1:
            return None
        if currency is None or currency.code == known.code:
            currency = known
        else:
            return None
    return currency
