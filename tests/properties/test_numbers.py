"""What holds for every number: offsets slice the text, and spelling that means nothing changes no value."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import mentions
from extractor.annotating.mention import Mention, Money, Rate, Years

CODES = st.sampled_from(["USD", "EUR", "GBP", "INR", "JPY", "CHF", "KRW", "SEK"])
SCALES = st.sampled_from(["thousand", "million", "Mn", "billion", "Bn", "trillion"])
NUMBERS = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("1799"), places=1, allow_nan=False)
FACTORS = {"thousand": 10**3, "million": 10**6, "Mn": 10**6, "billion": 10**9, "Bn": 10**9, "trillion": 10**12}
LONGER = (
    "The tidal lamp segment was quiet. Twelve makers were interviewed in person.\n\n",
    "\n\nThe authors thank the crews of three harbours. None of them was paid.",
)
PROFILE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

values = st.builds(lambda code, number, scale: (code, number, scale), CODES, NUMBERS, SCALES)


def numbers(text: str) -> list[tuple[object, ...]]:
    return [value(mention) for mention in mentions(text) if isinstance(mention, Money | Rate | Years)]


def value(mention: Mention) -> tuple[object, ...]:
    if isinstance(mention, Money):
        return ("money", mention.amount, mention.low, mention.high, mention.currency)
    if isinstance(mention, Rate):
        return ("rate", mention.amount, mention.low, mention.high)
    assert isinstance(mention, Years)
    return ("years", mention.start_year, mention.end_year)


@PROFILE
@given(st.text(alphabet="0123456789.,$€%-– ()/USDEURbnmilo'~\n", max_size=60))
def test_offsets_slice_the_text_whatever_it_is(text: str) -> None:
    for mention in mentions(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start < mention.end


@PROFILE
@given(values)
def test_an_amount_is_read_exactly(parts: tuple[str, Decimal, str]) -> None:
    code, number, scale = parts
    assert numbers(f"It was worth {code} {number:,} {scale} then.") == [
        ("money", number * FACTORS[scale], None, None, code)
    ]


@PROFILE
@given(values)
def test_spacing_case_and_side_of_the_currency_change_no_value(parts: tuple[str, Decimal, str]) -> None:
    code, number, scale = parts
    wanted = numbers(f"worth {code} {number} {scale} then")
    for spelling in (
        f"{code}{number} {scale}",
        f"{code} {number}{scale}",
        f"{code.lower()} {number} {scale}",
        f"{number} {scale} {code}",
        f"{code}  {number}\u00a0{scale}",
    ):
        assert numbers(f"worth {spelling} then") == wanted


@PROFILE
@given(values, NUMBERS)
def test_a_dash_is_a_dash_in_a_range(parts: tuple[str, Decimal, str], more: Decimal) -> None:
    code, number, scale = parts
    high = number + more
    wanted = numbers(f"worth {code} {number}-{high} {scale} then")
    assert wanted == [("money", None, number * FACTORS[scale], high * FACTORS[scale], code)]
    for spelling in (
        f"{code} {number}–{high} {scale}",
        f"{code} {number} – {high} {scale}",
        f"{code} {number} to {high} {scale}",
    ):
        assert numbers(f"worth {spelling} then") == wanted


@PROFILE
@given(
    values,
    st.integers(1990, 2060),
    st.integers(1, 20),
    st.decimals(min_value=Decimal("0.1"), max_value=Decimal("99"), places=1),
)
def test_a_longer_document_changes_no_value(
    parts: tuple[str, Decimal, str], year: int, years: int, rate: Decimal
) -> None:
    code, number, scale = parts
    sentence = f"It will reach {code} {number} {scale} by {year + years}, up {rate}% a year over {year}–{year + years}."
    assert numbers(LONGER[0] + sentence + LONGER[1]) == numbers(sentence)


@PROFILE
@given(st.integers(1950, 2090), st.integers(1, 60))
def test_a_period_is_read_whatever_joins_its_years(start: int, length: int) -> None:
    end = start + length
    for spelling in (
        f"{start}-{end}",
        f"{start}–{end}",
        f"{start} - {end}",
        f"from {start} to {end}",
        f"between {start} and {end}",
        f"{start} through {end}",
    ):
        assert numbers(f"It grew {spelling} there.") == [("years", start, end)]


@PROFILE
@given(st.integers(1, 999_999))
def test_a_number_in_words_is_the_number_in_digits(number: int) -> None:
    assert numbers(f"It cost {in_words(number)} euros.") == [("money", Decimal(number), None, None, "EUR")]


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    if number >= 1000:
        rest = number % 1000
        return f"{in_words(number // 1000)} thousand" + (
            f"{' and' if rest < 100 else ''} {in_words(rest)}" if rest else ""
        )
    if number >= 100:
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


@PROFILE
@given(st.integers(1, 999), st.sampled_from(["half", "quarter", "third", "eighth"]))
def test_a_part_in_words_adds_to_its_whole(whole: int, part: str) -> None:
    divisor = {"half": 2, "quarter": 4, "third": 3, "eighth": 8}[part]
    (found,) = numbers(f"It rose {in_words(whole)} and one-{part} percent.")
    assert abs(Decimal(str(found[1])) - whole - Decimal(1) / divisor) < Decimal("0.00001")


@PROFILE
@given(st.integers(1, 99_999))
def test_a_rate_in_words_is_the_rate_in_digits(number: int) -> None:
    assert (
        numbers(f"It rose {in_words(number)} percent.")
        == numbers(f"It rose {number} percent.")
        == [("rate", Decimal(number), None, None)]
    )


@PROFILE
@given(st.integers(1811, 1999))
def test_a_year_in_words_is_the_year_in_digits(year: int) -> None:
    century, rest = divmod(year, 100)
    spoken = (
        f"{in_words(century)} {in_words(rest)}"
        if rest >= 10
        else f"{in_words(century)} {f'oh {in_words(rest)}' if rest else 'hundred'}"
    )
    assert numbers(f"It began in {spoken}.") == [("years", year, year)]


@PROFILE
@given(st.integers(1, 10_000_000), st.sampled_from([" ", "\u00a0", "\u202f", ",", "'"]))
def test_groups_of_digits_are_read_whatever_parts_them(number: int, mark: str) -> None:
    assert numbers(f"It cost {number:,} euros.".replace(",", mark)) == [("money", Decimal(number), None, None, "EUR")]
