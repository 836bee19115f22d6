"""Mentions as plain values, and back."""

from __future__ import annotations

import json
from dataclasses import make_dataclass
from decimal import Decimal

import pytest

from extractor import CompanyName, Mention, Money, Rate, RegionName, Years, mentions

KINDS = {"MONEY": Money, "PERCENT": Rate, "PERIOD": Years, "YEAR": Years, "COMPANY": CompanyName, "REGION": RegionName}
TEXT = "Brenn Kies GmbH sold for USD 9.2 Mn to USD 10 Mn in South Korea, 16.3% more than between 2021 and 2024."


@pytest.fixture(scope="module")
def found() -> list[Mention]:
    return mentions(TEXT)


def test_every_label_has_its_class(found: list[Mention]) -> None:
    assert [type(mention) for mention in found] == [KINDS[mention.label] for mention in found]
    assert {type(mention) for mention in found} == {Money, Rate, Years, CompanyName, RegionName}


def test_values_are_ready_for_json_and_come_back_equal(found: list[Mention]) -> None:
    for mention in found:
        plain = json.loads(json.dumps(mention.to_dict()))
        assert type(mention).from_dict(plain) == mention


def test_amounts_are_exact_strings_in_whole_units(found: list[Mention]) -> None:
    (money,) = [mention.to_dict() for mention in found if isinstance(mention, Money)]
    assert (money["amount"], money["low"], money["high"], money["currency"]) == (None, "9200000", "10000000", "USD")


def test_no_amount_is_written_with_an_exponent() -> None:
    money = Money("MONEY", 0, 3, "1E9", "a rule", 0, 1, amount=Decimal("1E+9"))
    assert money.to_dict()["amount"] == "1000000000"


def test_several_candidates_are_a_list() -> None:
    region = RegionName("REGION", 0, 7, "Georgia", "a rule", 0, 1, candidates=("GE", "US-GA"))
    assert region.to_dict()["candidates"] == ["GE", "US-GA"]
    assert RegionName.from_dict(region.to_dict()) == region


def test_a_kind_of_an_own_type_comes_back_equal_however_its_fields_are_annotated() -> None:
    fields = [("size", Decimal | None, None), ("least", Decimal, Decimal(0)), ("parts", tuple[str, ...], ())]
    kind = make_dataclass("Capacity", fields, bases=(Mention,))
    found = kind("CAPACITY", 0, 4, "5 MW", "a rule", 0, 2, Decimal("5"), Decimal("4.5"), ("a", "b"))
    assert kind.from_dict(found.to_dict()) == found
