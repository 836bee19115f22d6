"""Whether a currency and a number are money, and no year, code, weight or product that looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.currencies import CODE, MINOR, UNIT
from extractor.annotating.lexicon.glue import GLUED_BEHIND
from extractor.annotating.tokens.words import LETTERED, word_at
from extractor.annotating.types.money.changes import is_moved
from extractor.annotating.types.money.prices import price_unit
from extractor.annotating.types.money.risky import (
    BEHIND_PRICES,
    PRICED,
    ends_phrase,
    is_all_there_is,
    is_clear,
    is_lettered_money,
    is_sure,
)
from extractor.annotating.types.money.scales import ends_value

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon.currencies import Currency
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.quantities.runs import Run
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.money.sides import Side

# Years that texts speak of most, and what says that such a number is a price.
_RECENT = range(2001, 2050)
MOST_CENTS = 100
_BEFORE_PENCE = PRICED | frozenset("be were are by to from a as extra just and £ or than".split())
# Names of currencies that are other words in small letters before a number: "won 5 million votes", "real 4K".
_OTHER_WORDS = frozenset({"won", "real", "rand", "sol", "lev", "som", "mark", "grand", "pound", "lek"})
# Names that are adjectives before a noun: "12 grand pianos", "5 real estate agents".
_ADJECTIVES = frozenset({"grand", "real", "sterling"})
_HOLDING = frozenset("bag sack tin can pack packet jar block bale bundle batch portion load weight".split())
_BEHIND_WEIGHT = frozenset("of per overweight underweight heavier lighter".split())
_WEIGHTS = frozenset({"pound", "pounds", "dram", "drams"})
# What millions of pounds are of when they are money, and within how many tokens it stands.
_OF_MONEY = frozenset(
    "investment investments funding funds debt debts revenue revenues sales profit profits loss losses cost costs savings "
    "damage damages aid cash money taxpayer taxpayers public government state support grants loans capital equity assets "
    "orders contracts spending income tax taxes fines business trade exports imports benefits compensation property relief "
    "subsidies bonds his her its their our your my".split()
)
_LONGEST_OF = 5
# What a pound is the price or the worth of; of any other thing it is the weight. And what may follow either.
_POUNDS_WORTH = frozenset(
    "note notes coin coins fine fines fee fees fare fares ticket tickets voucher vouchers bet bets stake prize deposit charge "
    "bill tip bonus deal contract project investment loan debt grant budget surplus deficit sale reward raise salary wage "
    "rise increase cut discount donation payment sterling price premium rebate refund subsidy levy tax limit threshold cap a "
    "an and or in for to on at from of by per each with is was more less".split()
)
# Codes that are other acronyms before these: of medicine, of radio, of freight.
_ACRONYMS = {
    "INR": frozenset({"target", "targets", "range", "goal", "level", "levels"}),
    "SAR": frozenset({"w", "mw", "limit"}),
    "CHF": frozenset({"patients", "subjects", "trial", "cases"}),
    "AED": frozenset({"devices", "units"}),
    "EUR": frozenset({"pallet", "pallets"}),
}
# "720p" is a picture's lines, not pence.
_VIDEO_LINES = frozenset({144, 576, 768, 900, 240, 360, 480, 540, 720, 1080, 1440, 2160, 4320})
_PRICE_OF = frozenset({"a", "an", "per", "each", "for", "apiece", "/"})
_CELL_SIGN = 2  # characters of "B$"
_WON = frozenset("the a an his her its their both gold silver bronze first second third two three nothing".split())
_OF_WEIGHT = ("weigh", "heav", "lost", "gain", "lift", "bench", "squat", "deadlift", "hoist")
_OWNERS = frozenset({"my", "your", "his", "her", "our", "their"})
_HYPHENED = frozenset({"a", "per", "plus", "worth"})
_EURO_THINGS = ("pallet", "standard", "norm", "area", "zone", "bond", "cup", "championship")


def is_likely(annotation: Annotation, run: Run, start: int, end: int, side: Side, currency: Currency) -> bool:
    """Whether the pair is money and not a year, a code or a product that looks like it."""
    words = annotation.words
    amount = side.amount
    first, last = run.items[start].first, run.items[end - 1].last
    is_written_so = is_clear(words[amount.first].text, amount, currency)
    if words[amount.first].bits & LETTERED:
        return is_lettered_money(annotation, amount, currency, first, last)
    if currency.surface == "p":
        return _is_pence(annotation, first, last, amount)
    if words[amount.first].text.startswith("00"):
        return False
    if side.before is not None and _is_cell_name(words, first, amount.first):
        return False
    if not is_sure(annotation, first, last, side, currency):
        return False
    if side.behind is None and not is_written_so and currency.kind == CODE and _is_other_acronym(words, last, currency):
        return False
    if side.before is not None and first > 1 and words[first - 1].text == "/" and words[first - 2].norm == "<code>":
        return False  # an exchange rate: "USD/EUR 1.08"
    if side.before is not None and currency.kind == UNIT and side.behind is None:
        is_verb = currency.surface in _OTHER_WORDS and not words[first].is_capitalized
        is_name = is_written_so or is_all_there_is(annotation, first, last) or _is_full_name(words, first, last)
        if is_verb or not is_name:
            return False
    if side.before is None and counts_things(annotation, first, last, side, currency):
        return False
    following = word_at(words, last).text
    is_glued = following[0].isalpha() and not annotation.has_space_before(last)
    if is_glued and following not in GLUED_BEHIND and not following.istitle() and not amount.has_scale:
        return False  # "$500XL": a product
    if amount.is_year_like:
        return _is_no_year(annotation, run, end, side, first, last)
    return True


def counts_things(annotation: Annotation, first: int, last: int, side: Side, currency: Currency) -> bool:
    """Whether the currency's name behind the number of `side` is another word: "4 euro pallets", "20 pounds of meat"."""
    if currency.surface in _WEIGHTS and _is_weight(annotation, first, last, side.amount.has_scale):
        return True
    return _is_idiom(annotation, first, last, currency)


def _is_cell_name(words: list[Word], first: int, number: int) -> bool:
    """Whether the sign before token `number` is part of a sheet's cell: "$B$12"."""
    signs = [word.text for word in words[max(0, first - 1) : number] if word.norm == "<sign>"]
    return len(signs) > 1 and (words[first - 1].norm == "<sign>" or len(signs[-1]) == _CELL_SIGN)


def _is_full_name(words: list[Word], first: int, last: int) -> bool:
    """Whether a name before any number is sure to be a currency's: "Swiss francs 20", "Rupees 50", no "euro 6 engine"."""
    is_sure = words[first + 1].is_alpha or (words[first].is_capitalized and words[first].lower.endswith("s"))
    return is_sure and ends_phrase(words, last)


def _is_pence(annotation: Annotation, first: int, last: int, amount: Amount) -> bool:
    """Whether "50p" is a price: its number has a mark, is of shares that moved, or is below a pound and priced; else it is a page or a picture's lines."""
    words = annotation.words
    if annotation.has_space_before(last - 1) or not words[first].has_digit:
        return False
    before = word_at(words, first - 1).lower
    if amount.value in _VIDEO_LINES:
        return False
    is_of_shares = before in ("at", "to", "from") or is_moved(before)  # "up 12p at 481p"
    if is_of_shares or not words[first].is_digit or price_unit(annotation, last) is not None:
        return True
    if is_all_there_is(annotation, first, last):
        return True
    is_price_of = word_at(words, last).lower in _PRICE_OF
    return before in _BEFORE_PENCE and (amount.value < MOST_CENTS or is_price_of)


def _is_idiom(annotation: Annotation, first: int, last: int, currency: Currency) -> bool:
    """Whether the pair is a saying or a thing named for the currency: "his two cents", "4 euro pallets"."""
    words = annotation.words
    following, second = word_at(words, last).lower, word_at(words, last + 1)
    if currency.surface == "won" and following == "," and second.is_digit:
        return True  # "9 won, 3 drawn"
    if currency.surface == "won":
        is_object = following in _WON and not (following in ("a", "an") and price_unit(annotation, last))
        return words[first].is_digit and is_object  # "car 7 won the race", not "500 won a day"
    if currency.surface in _OTHER_WORDS and words[first].lower in ("a", "an"):
        return not ends_value(words, last)  # "a real one"
    if currency.surface in _ADJECTIVES:
        return following.isalpha() and not ends_value(words, last) and following not in BEHIND_PRICES
    if currency.surface in ("euro", "euros") and following in ("-", "‑") and not annotation.has_space_before(last):
        return second.lower not in _HYPHENED  # "12 euro-sceptics", and no "500 euros-a-year"
    if currency.kind == MINOR:
        return first > 0 and words[first].lower == "two" and words[first - 1].lower in _OWNERS
    return currency.surface == "euro" and following.startswith(_EURO_THINGS)


def _is_no_year(annotation: Annotation, run: Run, end: int, side: Side, first: int, last: int) -> bool:
    """Whether four digits beside a currency, without a scale, are an amount: "costs 2000 USD", not "constant 2015 USD"."""
    words = annotation.words
    before = words[first - 1].lower if first else ""
    is_recent = int(side.amount.value) in _RECENT and side.amount.value % 50 != 0
    if side.before is None:
        if side.behind is not None and side.behind.currency is not None and side.behind.currency.kind == UNIT:
            return before not in ("in", "constant", "real", "at")
        if is_recent and annotation.has_space_before(side.amount.last):
            return before in PRICED
        return before not in ("in", "by", "since", "until", "during", "year", "-", "–", "to")
    if not annotation.has_space_before(side.amount.first):
        return True
    is_ranged = word_at(words, last).text in ("-", "–", ")") or run.symbols[end : end + 1] == "T"
    if before in ("in", "(", "/") or is_ranged:
        return False
    return not is_recent or words[first].norm == "<sign>" or before in PRICED


def _is_other_acronym(words: list[Word], last: int, currency: Currency) -> bool:
    """Whether what follows the number makes the code another acronym: "an INR 2.5 target", "SAR 1.6 W/kg"."""
    return word_at(words, last).lower in _ACRONYMS.get(currency.surface, ())


def _is_weight(annotation: Annotation, first: int, last: int, has_scale: bool) -> bool:
    """Whether the pounds weigh something: "20 pounds of meat", "weighs 20 pounds"; so many may as well be "of debt"."""
    words = annotation.words
    following = word_at(words, last)
    if has_scale:
        behind = words[last + 1 : last + _LONGEST_OF]
        return following.lower == "of" and not any(word.lower in _OF_MONEY for word in behind)
    if following.lower in _BEHIND_WEIGHT:
        return True
    if words[last - 1].lower == "pound" and following.is_alpha and following.lower not in _POUNDS_WORTH:
        return True  # "a 20 pound turkey"
    if word_at(words, first - 1).lower == "of" and word_at(words, first - 2).lower.rstrip("s") in _HOLDING:
        return True
    return any(word.lower.startswith(_OF_WEIGHT) for word in words[max(0, first - 4) : first])
