"""Forms of money crossed with currencies, magnitudes and surroundings: every reading that differs is printed at once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from extractor import mentions
from extractor.annotating.mention import Money, Rate

# What is written before or behind a number, and what it means.
BEFORE = {"$": "USD", "US$ ": "USD", "€": "EUR", "£": "GBP", "USD ": "USD", "Rs. ": "INR", "C$": "CAD", "RM": "MYR"}
BEHIND = {
    " dollars": "USD",
    " EUR": "EUR",
    "€": "EUR",
    " Swiss francs": "CHF",
    " Hong Kong dollars": "HKD",
    " yen": "JPY",
}
NUMBERS = {"5": "5", "1.5": "1.5", "1,250": "1250", "75.3": "75.3"}
SCALES = {"": 1, " million": 10**6, "bn": 10**9, "k": 10**3, " Mn": 10**6, " crore": 10**7}
AROUND = ("{}", "It cost {}.", "sold for {} in 2019", "up 5% to {}, he said")
IN_WORDS = {
    "five": "5",
    "twenty-five": "25",
    "two hundred and fifty": "250",
    "a hundred": "100",
    "twelve thousand three hundred and one": "12301",
    "two and a half million": "2500000",
    "half a billion": "500000000",
    "one point five million": "1500000",
}
RANGES = ("-", "–", " - ", " to ")

Case = tuple[str, str | None, tuple[Decimal, ...]]


def read(text: str) -> Case:
    """The text with the currency and the amount, or both ends of the range, of its only value."""
    found = [mention for mention in mentions(text) if isinstance(mention, Money)]
    if len(found) != 1:
        return text, None, ()
    amounts = (found[0].amount,) if found[0].amount is not None else (found[0].low, found[0].high)
    return text, found[0].currency, tuple(amount for amount in amounts if amount is not None)


def differing(cases: Iterator[Case]) -> list[tuple[Case, Case]]:
    """Each case that is read otherwise, beside its reading."""
    return [(case, got) for case in cases if (got := read(case[0])) != case]


def amounts() -> Iterator[tuple[str, Decimal]]:
    for (number, value), (scale, factor) in product(NUMBERS.items(), SCALES.items()):
        yield number + scale, Decimal(value) * factor


def test_one_amount_is_read_whatever_its_currency_scale_and_surroundings() -> None:
    singles = ((sign + text, code, value) for (sign, code), (text, value) in product(BEFORE.items(), amounts()))
    behind = ((text + name, code, value) for (name, code), (text, value) in product(BEHIND.items(), amounts()))
    for surface, code, value in (*singles, *behind):
        assert not differing((around.format(surface), code, (value,)) for around in AROUND)


def test_an_amount_in_words_is_read_with_every_name() -> None:
    names = [(name, code) for name, code in BEHIND.items() if name.startswith(" ")]
    assert not differing(
        (around.format(words + name), code, (Decimal(value),))
        for (words, value), (name, code), around in product(IN_WORDS.items(), names, AROUND)
    )


def ranges() -> Iterator[Case]:
    for (sign, code), (scale, factor), dash in product(BEFORE.items(), SCALES.items(), RANGES):
        ends = (Decimal(5) * factor, Decimal("12.5") * factor)
        for surface in (
            f"{sign}5{dash}12.5{scale}",
            f"{sign}5{scale}{dash}12.5{scale}",
            f"{sign}5{scale}{dash}{sign}12.5{scale}",
        ):
            yield f"It costs {surface}.", code, ends
    for (name, code), (scale, factor), dash in product(BEHIND.items(), SCALES.items(), RANGES):
        ends = (Decimal(5) * factor, Decimal("12.5") * factor)
        for surface in (f"5{dash}12.5{scale}{name}", f"5{scale}{name}{dash}12.5{scale}{name}"):
            yield f"It costs {surface}.", code, ends


def test_a_range_has_both_ends_however_often_it_says_its_unit() -> None:
    assert not differing(ranges())


def test_a_rate_is_read_with_every_unit() -> None:
    units = {
        "%": "1",
        " %": "1",
        " percent": "1",
        "-percent": "1",
        " pct": "1",
        " bps": "0.01",
        " percentage points": "1",
    }
    for (unit, factor), number, around in product(units.items(), ("5", "12.5", ".5", "1,250"), AROUND[:2]):
        text = around.format(number + unit)
        found = [mention.amount for mention in mentions(text) if isinstance(mention, Rate)]
        assert found == [Decimal(number.replace(",", "")) * Decimal(factor)], text


# Forms whose reading no surrounding may change.
FORMS = {
    "$5.2 million": ("USD", "5200000"),
    "US$3.4M": ("USD", "3400000"),
    "€1,250": ("EUR", "1250"),
    "USD 45.50": ("USD", "45.50"),
    "Rs. 750 crore": ("INR", "7500000000"),
    "R5 billion": ("ZAR", "5000000000"),
    "45.50 euros": ("EUR", "45.50"),
    "3 billion EUR": ("EUR", "3000000000"),
    "two million dollars": ("USD", "2000000"),
}
LEADS = (
    "( [ \" “ ' ‘ * — —| : | ; | / • | > | = | @ | ~ | ≈ | ≥ | about | up to | just over | in 2024 | 2024: | (2024) | Q3 | 3 x | 1. | a) "
    "| (a) | #1: | (approx. | (or | 5% of | a CAGR of 5% to | 10 units at | vs. "
).split("|")
TAILS = (
    ". , ; : ? ! ) ] \" ” ' ... … * † ¹ ² [1] (1) /yr | a year| per kg| each| plus|'s worth| worth|\n|\r\n|\t|—it| — it| in 2024"
    "| (2024)|, 2024| by 2030| or so| at a CAGR of 5%| (5%)| 5%|, 5%| for 3 years| and 3 others|; 5 units|\n5 units|\n\n2024"
    "|\n1. next| – a record"
).split("|")
SIGNED = {"-{}": -1, "−{}": -1, "minus {}": -1, "a loss of ({})": -1, "a loss of {}": 1, "net: ({})": -1, "+{}": 1}
WRITTEN = {
    "1.250,50": "1250.5", "1 250,50": "1250.5", "1'250": "1250", "1,25,000": "125000", "1.250.000": "1250000",
    "1 250 000": "1250000", "0.5": "0.5", "1½": "1.5", "1 1/2": "1.5", "12,5": "12.5", "１２": "12",
}  # fmt: skip


def apart(row: list[str]) -> list[str]:
    """The pieces of a row, the marks of its first piece one by one."""
    return ["", *row[0].split(), *row[1:]]


def value_at(text: str, surface: str) -> Case:
    """The surface with the currency and the value of the only mention that shares a character with it."""
    start = text.index(surface)
    last = start + len(surface)
    found = [
        mention
        for mention in mentions(text)
        if isinstance(mention, Money) and mention.start < last and mention.end > start
    ]
    amounts = tuple(mention.amount for mention in found if mention.amount is not None)
    return text, found[0].currency if found else None, amounts


def test_nothing_that_stands_before_or_behind_changes_a_value() -> None:
    texts = [(lead + surface, surface) for lead, surface in product(apart(LEADS), FORMS)]
    texts += [(surface + tail, surface) for surface, tail in product(FORMS, apart(TAILS))]
    assert not [
        (text, got)
        for text, surface in texts
        if (got := value_at(text, surface))[1:] != (FORMS[surface][0], (Decimal(FORMS[surface][1]),))
    ]


def test_a_sign_is_read_with_every_currency() -> None:
    for (form, sign), (before, code), (scale, factor) in product(SIGNED.items(), BEFORE.items(), SCALES.items()):
        text = form.format(before + "1,250" + scale)
        assert read(text) == (text, code, (sign * 1250 * Decimal(factor),))


def test_a_number_is_read_however_it_is_written() -> None:
    for (number, value), (before, code), scale in product(WRITTEN.items(), BEFORE.items(), ("", " million")):
        text = f"It costs {before}{number}{scale}."
        assert read(text) == (text, code, (Decimal(value) * SCALES[scale],))


def test_a_change_is_two_values() -> None:
    wordings = ("from {} to {}", "from {} in 2020 to {} in 2024", "to {} from {}")
    for verb, wording, (before, code), (scale, factor) in product(
        ("rose", "fell", "grew", "climbed"), wordings, BEFORE.items(), SCALES.items()
    ):
        text = f"Sales {verb} {wording.format(f'{before}5{scale}', f'{before}12.5{scale}')}."
        found = [mention for mention in mentions(text) if isinstance(mention, Money)]
        wanted = [(code, Decimal(5) * factor), (code, Decimal("12.5") * factor)]
        assert [(mention.currency, mention.amount) for mention in found] == wanted, text
