"""What makes sure that a word which may be something else is a currency: how its number is written, what stands around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.currencies import CODE, HARDLY_RISKY, MINOR, SIGN, UNIT
from extractor.annotating.tokens.words import LETTERED, word_at
from extractor.annotating.types.money.prices import price_unit
from extractor.annotating.types.money.scales import ends_value

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.lexicon.currencies import Currency
    from extractor.annotating.numbers.amount import Amount
    from extractor.annotating.tokens.words import Word
    from extractor.annotating.types.money.sides import Side

# Currencies whose own countries group by points: there "1.250" is more likely a thousand.
_POINT_GROUPS = frozenset(
    "EUR BRL IDR VND DKK TRY COP ARS CLP RUB UAH PYG CRC UYU ISK NOK SEK PLN CZK HUF RON BGN RSD".split()
)
# What says that a number is a price.
PRICED = frozenset(
    "at of for cost costs costing price prices priced paid pay pays worth is was : fee charge charges about "
    "around over under nearly only than".split()
)
# Codes that are words of headings, or a language: "TOP 10", "PHP 8".
_WORD_CODES = frozenset("PHP ALL TOP TRY CUP GEL MAD COP PEN BAM BOB SOS MOP".split())
# Words of headings whatever stands beside them.
_HEADING_CODES = frozenset({"TOP", "ALL", "PHP"})
# What stands before an amount, not before the number of a thing.
_BLURRING = frozenset("~ ≈ < > ≤ ≥ c. ca. about around approximately roughly nearly almost".split())
# Codes that are names: of petrol, a maker of chips and one of cars, goals and scenarios.
_NAME_CODES = frozenset({"RON", "AMD", "NIO", "SDG", "SSP", "SLE", "SCR"}) | _WORD_CODES
# Codes that are units, abbreviations and words whatever number stands before them ...
_ACRONYM_CODES = frozenset("ALL TOP SOS IRR KGS BMD SDG STD SHP GEL BAM BOB MOP PEN CUP COP NAD TMT DEM".split())
# ... and that are other things before a number ("MDL 25", "BTN 3").
_OTHER_SENSES = frozenset(
    "BTN CNH FIM LRD MDL MGA MMK PTE SBD SVC TTD SYP CDF GIP GMD WST LAK ANG ERN BIF GTQ BND".split()
)
# Behind a price, where a counted thing would be a noun.
BEHIND_PRICES = frozenset(
    "a an per each every apiece on off more less extra only total altogether was is were are has had will would which that "
    "if when until under above below plus minus against into out up down cash net gross deposit".split()
)
# What speaks of a price before a code that is hardly one: "a fare of QR 5", "paid ETB 50".
_PRICE_STEMS = (
    "cost", "pric", "paid", "pay", "worth", "fee", "charg", "fare", "sold", "sell", "bill", "wage", "salar", "rent", "spen", "fine",
    "earn", "buy", "bought", "budget",
)  # fmt: skip
_PRICE_WINDOW = 4  # tokens
# The letter of money that stands before a number most often, and the scales that may be glued behind.
_MOST_USUAL = "R"
_SCALE_LETTERS = frozenset("kKmMbB")
_SURELY_NO_COUNT = 5  # digits that are an amount beside any code
_GROUP_MARKS = frozenset(",'’")
_BORDERS = frozenset("|•*!?")  # of cells, items and calls, beside white space
_CLEAR_DIGITS = 3  # digits beside a code that is hardly risky


def groups_by_points(currency: Currency) -> bool:
    """Whether the countries of the currency write a thousand as "1.000"; of an open sign, all of them."""
    return currency.code in _POINT_GROUPS if currency.code else _POINT_GROUPS.issuperset(currency.candidates)


def is_sure(annotation: Annotation, first: int, last: int, side: Side, currency: Currency) -> bool:
    """Whether the currency beside the number of `side` is no word that looks like one; the value is `first` to `last`."""
    if annotation.words[side.amount.first].bits & LETTERED:
        return is_lettered_money(annotation, side.amount, currency, first, last)
    if not currency.is_risky or is_clear(annotation.words[side.amount.first].text, side.amount, currency):
        return True
    return _is_made_sure(annotation, first, last, side, currency)


def is_clear(text: str, amount: Amount, currency: Currency) -> bool:
    """Whether the number, whose first word is `text`, is written as an amount: with a scale, groups or two decimals."""
    if amount.has_scale or not _GROUP_MARKS.isdisjoint(text) or amount.last - amount.first > 1:
        return True
    if len(text) >= _SURELY_NO_COUNT and text.isdigit():
        return True
    has_cents, has_group = text[-3:-2] == ".", text[-4:-3] == "."
    if (currency.kind in (CODE, SIGN) and has_cents and not amount.is_year_like) or (
        has_group and groups_by_points(currency)
    ):
        return True
    if currency.surface not in HARDLY_RISKY or amount.is_year_like:
        return False
    return has_cents or has_group or (len(text) >= _CLEAR_DIGITS and text.isdigit())


def is_lettered_money(annotation: Annotation, amount: Amount, currency: Currency, first: int, last: int) -> bool:
    """Whether a letter and its number are money: "R5 million", "N4,200", "than R500", "99c a kilo"; not the R8, an N95."""
    words = annotation.words
    text = words[amount.first].text
    is_usual = currency.surface == _MOST_USUAL
    if amount.letter:
        return amount.letter in _SCALE_LETTERS and (is_usual or "." in text)  # "N95m" is a mask as well
    if amount.has_scale:
        return not words[last - 1].lower.endswith("s")
    if "," in text:
        return True
    if currency.kind == MINOR:
        is_priced = bool(first) and words[first - 1].lower in PRICED
        return is_priced or price_unit(annotation, last) is not None or is_all_there_is(annotation, first, last)
    if not is_usual:
        is_priced = bool(first) and words[first - 1].lower in PRICED
        return text[-3:-2] == "." and (is_priced or is_all_there_is(annotation, first, last))  # "Q129.00"
    if not ends_phrase(words, last):
        return False
    if text[-3:-2] == "." or last - amount.first > 1 or price_unit(annotation, last) is not None:
        return True
    if is_all_there_is(annotation, first, last):
        return len(text) > _CLEAR_DIGITS
    return len(text) >= _CLEAR_DIGITS and first > 0 and words[first - 1].lower in PRICED | _BLURRING


def _is_made_sure(annotation: Annotation, first: int, last: int, side: Side, currency: Currency) -> bool:
    """Whether what stands around a code that may be a word leaves no doubt: another sign, a price's verb, or nothing at all."""
    words = annotation.words
    if side.before is not None and side.behind is not None and ends_value(words, last):
        return True  # "$5 CAD"
    if is_all_there_is(annotation, first, last) or _is_told(annotation, first, last, currency):
        return True
    if currency.kind == CODE and ends_phrase(words, last):
        is_behind = side.before is None
        if currency.surface not in (_ACRONYM_CODES if is_behind else _ACRONYM_CODES | _NAME_CODES | _OTHER_SENSES):
            return True  # "25 BGN each way", "BWP 300 a night"
    if currency.surface in _HEADING_CODES or not ends_value(words, last):
        return False
    return any(word.lower.startswith(_PRICE_STEMS) for word in words[max(0, first - _PRICE_WINDOW) : first])


def _is_told(annotation: Annotation, first: int, last: int, currency: Currency) -> bool:
    """Whether a word before the pair blurs it, or one behind makes it a price: "about NIO 600", "GEL 600 per month"."""
    words = annotation.words
    if currency.surface in _HEADING_CODES or currency.kind == UNIT:
        return False
    if price_unit(annotation, last) is not None:
        return True
    return first > 0 and words[first - 1].lower in _BLURRING and ends_value(words, last)


def ends_phrase(words: list[Word], at: int) -> bool:
    """Whether no noun that the number could count stands at token `at`."""
    return ends_value(words, at) or words[at].is_punct or words[at].lower in BEHIND_PRICES


def is_all_there_is(annotation: Annotation, first: int, last: int) -> bool:
    """Whether the line or the cell holds the pair alone: nothing else it could be is there ("CAD 30")."""
    words = annotation.words
    is_short = words[first].text in _WORD_CODES and words[last - 1].width < _CLEAR_DIGITS
    if is_short or words[first].text in _HEADING_CODES or not _is_border(word_at(words, first - 1)):
        return False
    return _is_border(word_at(words, last)) or (words[last].text == "." and last + 1 >= len(words))


def _is_border(word: Word) -> bool:
    """Whether the word parts lines, cells or items."""
    return word.is_space or word.text in _BORDERS
