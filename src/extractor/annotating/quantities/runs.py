"""Quantities folded: runs of numbers, currencies, percent signs and the words between them, each read once.

A run is a stretch of tokens that are all part of quantities ("between USD 1.2 and 1.5 billion"). Its items are
phrases: an amount may be "1,200.5", "two and a half billion" or "1 298,50", a currency "$", "Hong Kong dollars".
The rules of money and rates match sequences of these phrases.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import CLASSES, NUMBER_NORMS
from extractor.annotating.lexicon.terms import BELOW_HUNDRED, DASHES, MINUSES, NUMBER_WORDS, TO_WORDS
from extractor.annotating.numbers.amounts import read_digits
from extractor.annotating.quantities.phrases import (
    AND,
    BETWEEN,
    CONNECTORS,
    FIRST_WORDS,
    FROM,
    OR,
    TABLE,
    TO,
    Item,
)
from extractor.annotating.quantities.run_reader import read_run
from extractor.annotating.quantities.run_starts import is_part_of_one, run_start
from extractor.annotating.tokens.words import LETTERED, QUANTITY, selector

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

# The classes of phrases as rules name them, and their symbols.
PHRASE_CLASSES = {
    "currency": "C", "unit": "U", "minor": "m", "amount": "N", "percent": "P", "to": TO, "and": AND, "or": OR, "between": BETWEEN,
    "from": FROM,
}  # fmt: skip
_QUANTITIES = selector(QUANTITY)
_ANCHORS = frozenset({"<number>", "<year>", "<scale>", "<unit>", "<minor>", "<percent>", "<basis>", "<code>", "<sign>"})
# What follows a number that goes on: another class, a connecting word, the first word of a currency's name.
_GOES_ON_NORMS = _ANCHORS | {"<letter>"}
# Words without a class behind "and", "to" or a dash that still belong to a number.
_LEADS_ON = (
    frozenset("and a an per about around approximately over nearly almost some roughly odd plus".split())
    | NUMBER_WORDS
    | MINUSES
    | TO_WORDS
    | FIRST_WORDS
)
_GOES_ON = frozenset("and or & / per half ½ ¼ ¾ + ( . , de odd plus".split()) | DASHES | TO_WORDS | FIRST_WORDS
_IN_NUMBER = frozenset({"and", "-", *BELOW_HUNDRED})
_LONGEST_NUMBER = 14  # tokens
_PREFIX_NORMS = frozenset({"<code>", "<sign>"})
# Words before a run and behind it that may be part of it.
_LEADS_IN = frozenset({*MINUSES, *NUMBER_WORDS, *FIRST_WORDS})
_AFTER_RUN = frozenset({*CONNECTORS, *FIRST_WORDS, "per", "half", "de", "(", "point", "points", "up"})


@dataclass(slots=True)
class Run:
    """Phrases that follow each other without other words between them; `symbols` has a letter for each."""

    symbols: str
    items: list[Item]


def runs_of(annotation: Annotation) -> list[Run]:
    """The runs of a text, folded on first use."""
    known: list[Run] | None = annotation.kept.get("quantity_runs")
    if known is None:
        known = annotation.kept["quantity_runs"] = _fold(annotation)
    return known


def anchors_of(annotation: Annotation) -> list[int]:
    """The tokens that can be part of a quantity: those with a lexical class."""
    known: list[int] | None = annotation.kept.get("quantity_anchors")
    if known is None:
        bits = annotation.bits
        known = list(compress(range(len(bits)), bits.translate(_QUANTITIES)))
        annotation.kept["quantity_anchors"] = known
    return known


def _fold(annotation: Annotation) -> list[Run]:
    words = annotation.words
    runs: list[Run] = []
    floor = 0
    last = len(words) - 1
    for anchor in anchors_of(annotation):
        if anchor < floor:
            continue
        norm = words[anchor].norm
        if norm not in _ANCHORS and not words[anchor].bits & LETTERED:
            continue
        if norm in NUMBER_NORMS and _stands_alone(words, anchor, last):
            continue
        if anchor < last:
            simple = _simple_run(annotation, anchor, norm)
            if simple is not None:
                runs.append(simple)
                floor = simple.items[1].last
                continue
        items = read_run(annotation, run_start(annotation, anchor, floor))
        if not items or items[-1].last <= anchor:
            items = read_run(annotation, anchor)  # what lies before it leads nowhere: "one of USD 5"
        floor = max(anchor + 1, items[-1].last if items else 0)
        if not items and norm == "<scale>":
            floor = _behind_number(words, floor)
        if len(items) > 1:
            symbols = "".join([item.symbol for item in items])
            if "C" in symbols or "P" in symbols or "U" in symbols or "m" in symbols:
                runs.append(Run(symbols, items))
    return runs


def _behind_number(words: list[Word], at: int) -> int:
    """The token behind the words that go on with a number that cannot be told: "some hundred and five dollars"."""
    last = min(len(words), at + _LONGEST_NUMBER)
    while at < last and (words[at].lower in _IN_NUMBER or words[at].norm == "<scale>"):
        at += 1
    return at + 1 if at < last and words[at].norm in ("<unit>", "<minor>") else at


def _simple_run(annotation: Annotation, anchor: int, norm: str) -> Run | None:
    """The run of a currency and its number, or of a number and its percent sign, with nothing around that goes on.

    Most runs are one of these: reading them here saves most of the time. Whatever is not as plain is left to `read_run`.
    """
    words = annotation.words
    following = words[anchor + 1]
    before = words[anchor - 1].lower if anchor else ""
    if before in _LEADS_IN or (before == "of" and is_part_of_one(words, anchor)):
        return None
    if norm in NUMBER_NORMS:
        if following.text != "%":
            return None
        amount = read_digits(annotation, anchor, False)
        end = anchor + 2
        if (
            amount is None
            or amount.last != anchor + 1
            or (end < len(words) and (words[end].lower in _AFTER_RUN or words[end].norm in _ANCHORS))
        ):
            return None
        return Run("NP", [Item("N", anchor, anchor + 1, amount), Item("P", anchor + 1, end)])
    if norm not in _PREFIX_NORMS or following.norm not in NUMBER_NORMS:
        return None
    word = words[anchor]
    currency = TABLE.exact.get(word.text)
    if currency is None:
        return None
    amount = read_digits(annotation, anchor + 1, True)
    if amount is None:
        return None
    end = amount.last
    if end < len(words) and (
        words[end].lower in _AFTER_RUN or words[end].norm in _ANCHORS or words[end].bits & LETTERED
    ):
        return None
    return Run("CN", [Item("C", anchor, anchor + 1, None, currency), Item("N", anchor + 1, end, amount)])


def _stands_alone(words: list[Word], anchor: int, last: int) -> bool:
    """Whether nothing behind a number makes it part of a quantity: so end most years and counts."""
    if anchor == last:
        return True
    following = words[anchor + 1]
    if following.norm in _GOES_ON_NORMS:
        return False
    lower = following.lower
    if lower not in _GOES_ON:
        return True
    if anchor + 1 == last:
        return lower in CONNECTORS
    second = words[anchor + 2]
    if lower in CONNECTORS:
        if second.norm not in CLASSES:
            return second.lower not in _LEADS_ON
        # The years of a period, with nothing behind them.
        is_period = words[anchor].norm == second.norm == "<year>"
        return is_period and (
            anchor + 2 == last or (words[anchor + 3].norm not in CLASSES and words[anchor + 3].lower not in _GOES_ON)
        )
    if lower not in ".," or second.lower in MINUSES:
        return False
    if not second.is_digit or anchor + 2 == last:
        return True
    return words[anchor + 3].norm not in _ANCHORS and words[anchor + 3].text != ","  # no "5 . 5 %", "1 , 250 , 000 kr"
