"""Monetary values: every form of currency, amount, scale and range, beside what is none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import Money
from extractor.cleaning.article import Article
from extractor.settings import Settings

Finder = Callable[[str], list[Money]]


def plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


@pytest.mark.parametrize(
    ("text", "code", "is_inferred"),
    [
        ("It cost $5 million.", "USD", False),
        ("It cost C$9 million, of which $5 million was paid.", "CAD", True),
        ("The market is worth $5 million. Acme of Calgary had sales of C$9 million.", "USD", False),
        ("It cost C$9 million and US$3 million; $5 million was paid.", "USD", False),
        ("In Japan it cost ¥5 million.", "JPY", False),
        ("In China it cost ¥5 million.", "CNY", True),
        ("It cost ¥5 million.", "JPY", False),
        ("In Norway it cost kr 5 million.", "NOK", True),
        ("In Norway and Sweden it cost kr 5 million.", None, False),
        ("A farm in Mexico paid 5 million pesos.", "MXN", True),
        ("A mill in Pakistan paid Rs 5 million.", "PKR", True),
        ("It paid Rs 5 million.", "INR", False),
        ("It paid $5 million Canadian.", "CAD", True),
        ("It will spend R$ 90 million. Helmets cost less than $5 million.", "USD", False),
        ("The fund holds NT$9 million; abroad it paid $5 million.", "USD", False),
        ("A Sydney vet asks $5 of Australians: in Brisbane and the rest of Australia it is no less.", "AUD", True),
        ("An Australian firm with vets in Sydney and Brisbane, Australia, sold itself to America for $5.", "AUD", True),
        ("An Australian firm with vets in Sydney and Perth was bought by an American one for $5.", "USD", False),
        ("A Sydney vet asks US$5 or $5 of Australians: in Brisbane and Perth it is no less.", "USD", False),
    ],
)
def test_the_document_decides_an_open_sign(found: Finder, text: str, code: str | None, is_inferred: bool) -> None:
    last = [money for money in found(text) if "5" in money.text][-1]
    assert (last.currency, last.inferred) == (code, is_inferred)


def test_a_sign_that_nothing_decides_is_kept(found: Finder) -> None:
    (money,) = found("It cost kr 5 million.")
    assert (money.currency, money.symbol) == (None, "kr")


@pytest.mark.parametrize(
    ("text", "amount", "is_inferred"),
    [
        ("worth USD 1.250 billion", "1250000000", False),
        ("worth EUR 1.250", "1250", True),
        ("worth USD 1.250", "1.25", True),
        ("sales of 9,2 tonnes and 3,75 tonnes, worth USD 1.250 million", "1250000000", True),
        ("sales of 9.2 tonnes, worth USD 1,250 million", "1250000000", False),
        ("sales of 9,2 and 3,75 tonnes, worth EUR 1,250 million", "1250000", True),
    ],
)
def test_marks_are_read_as_the_document_writes_them(found: Finder, text: str, amount: str, is_inferred: bool) -> None:
    (money,) = found(text)
    assert (plain(money.amount or Decimal(0)), money.inferred) == (amount, is_inferred)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about USD 5 million", "about"),
        ("nearly $5 million", "about"),
        ("~$5 million", "about"),
        ("over USD 5 million", "over"),
        ("more than USD 5 million", "over"),
        ("is set to surpass USD 5 million", "over"),
        ("at least USD 5 million", "at_least"),
        ("USD 5 million+", "at_least"),
        ("USD 5 million or more", "at_least"),
        ("under USD 5 million", "under"),
        ("less than USD 5 million", "under"),
        ("up to USD 5 million", "up_to"),
        ("no more than USD 5 million", "up_to"),
        ("USD 5 million", None),
    ],
)
def test_words_around_open_or_blur_the_value(found: Finder, text: str, qualifier: str | None) -> None:
    (money,) = found(text)
    assert money.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("$12 a unit", "unit"),
        ("EUR 40 per tonne", "tonne"),
        ("$3.20/kg", "kg"),
        ("$15 each", "unit"),
        ("5 cents per share", "share"),
        ("$12 a lot", None),
        ("$12 per the terms", None),
    ],
)
def test_a_price_says_what_it_is_for(found: Finder, text: str, thing: str | None) -> None:
    (money,) = found(text)
    assert money.per == thing


def test_a_scale_word_that_is_not_understood_is_noted(found: Finder) -> None:
    (money,) = found("worth USD 3 zillion")
    assert money.unread_magnitude == "zillion"


def test_an_open_sign_of_the_title_is_read_with_the_body() -> None:
    body = "A Sydney vet asks $5 of Australians: in Brisbane and the rest of Australia it is no less."
    annotation = Annotator(Settings())(Article(body, title="Vets ask $6 million"))
    assert annotation.title is not None
    assert [money.currency for money in annotation.title.mentions if isinstance(money, Money)] == ["AUD"]
