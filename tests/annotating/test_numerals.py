"""Numbers in digits: grouping, decimals, other scripts; and currency tables whose every name is understood."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor import mentions
from extractor.annotating.lexicon.currencies import currencies
from extractor.annotating.mention import Money
from extractor.annotating.numbers.numerals import parse_figure
from extractor.data.tables import read_table


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("1200", "1200", None),
        ("1,200", "1200", "1.200"),
        ("1,200.5", "1200.5", None),
        ("1.200,5", "1200.5", None),
        ("1.200", "1.2", "1200"),
        ("0.125", "0.125", None),
        ("1,20,000", "120000", None),
        ("12,34,56,789", "123456789", None),
        ("1.234.567", "1234567", None),
        ("1'200'000.25", "1200000.25", None),
        ("12,5", "12.5", None),
        ("71136.49", "71136.49", None),
        (".5", "0.5", None),
        ("½", "0.5", None),
        ("2¾", "2.75", None),
        ("１，２００．５", "1200.5", None),
        ("२५", "25", None),
        ("٢٥٫٥", "25.5", None),
    ],
)
def test_the_group_lengths_tell_groups_from_decimals(text: str, value: str, other: str | None) -> None:
    figure = parse_figure(text)
    assert figure is not None
    assert (figure.value, figure.other) == (Decimal(value), None if other is None else Decimal(other))


@pytest.mark.parametrize("text", ["1.2.3", "1,2,3", "12.10.2024", "1,23.4,5", "", "1" * 60, "1..2"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert parse_figure(text) is None


@pytest.mark.parametrize("code", [row[0] for row in read_table("currencies.tsv")])
def test_every_code_and_name_of_a_currency_is_read(code: str) -> None:
    names, _words, past = next(row[1:] for row in read_table("currencies.tsv") if row[0] == code)
    texts = [
        f"It cost {code} 10.5 million then.",
        f"It cost 10.5 million {code} then.",
        f"It cost {code}10.5 million then.",
    ]
    if past:
        texts = []  # known by name alone
    # A name that two codes share goes by our own table.
    texts += [
        f"It cost 10.5 million {name} then."
        for name in names.split("|")
        if name and currencies().names[name].code == code
    ]
    for text in texts:
        found = [mention for mention in mentions(text) if isinstance(mention, Money)]
        assert [(money.amount, money.currency) for money in found] == [(Decimal(10_500_000), code)], text
