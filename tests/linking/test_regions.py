"""Regions of a record, and the region that the market is limited to."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Literal

import pytest

from extractor.annotating.annotator import Annotator
from extractor.cleaning.article import Article
from extractor.linking.roles.regions import link_regions, market_region
from extractor.records import Evidence, Growth, Market
from extractor.settings import Settings


@cache
def annotator() -> Annotator:
    return Annotator(Settings())


@pytest.mark.parametrize(
    ("title", "text", "region"),
    [
        ("Chile Copper Wire Market to Grow", "The market grows in Chile.", "Chile"),
        ("Copper Wire in Chile: Demand and Supply", "Chile uses more wire.", "Chile"),
        ("Copper Wire Market Size", "Europe led, and Chile follows.", None),
        ("Pump Market: Europe and Asia Compared", "Europe led.", None),
        (None, "The Chile copper wire market grew.", "Chile"),
        (None, "Copper wire sells well in Chile.", None),
    ],
)
def test_title_tells_the_market_s_region(title: str | None, text: str, region: str | None) -> None:
    assert market_region(annotator()(Article(text=text, title=title))) == region


def test_mentions_of_one_place_are_joined_with_its_strongest_role() -> None:
    text = "The UK buys wire. The United Kingdom held the largest share."
    regions = link_regions(annotator()(Article(text=text)), None)
    assert [(region.canonical, region.code, region.role) for region in regions] == [
        ("United Kingdom", "GB", "dominant")
    ]
    assert [text[start:end] for start, end in regions[0].mentions] == ["UK", "United Kingdom"]


def test_only_the_market_s_region_has_its_scope() -> None:
    regions = link_regions(
        annotator()(Article(text="Regional scope: Chile, Peru")), Market(name="Chile Wire Market", region="Chile")
    )
    assert {region.canonical: region.role for region in regions} == {"Chile": "market_scope", "Peru": "mentioned"}


def test_nobody_abroad_leads_the_market_of_a_country() -> None:
    text = "Chile sells wire. Maule holds the largest share. Peru is the largest buyer."
    regions = link_regions(annotator()(Article(text=text)), Market(name="Chile Wire Market", region="Chile"))
    assert {region.canonical: region.role for region in regions} == {
        "Chile": "market_scope",
        "Maule": "dominant",
        "Peru": "mentioned",
    }


def rate(percent: int, kind: Literal["share", "CAGR"], scope: str | None, at: int = 0) -> Growth:
    piece = Evidence(start=at, end=at + 1, text="T", field="text", rule="rule")
    return Growth(rate=Decimal(percent), kind=kind, scope=scope, evidence=[piece])


@pytest.mark.parametrize(
    ("text", "growth", "roles"),
    [
        ("Asia and Europe", [rate(40, "share", "Asia"), rate(9, "CAGR", "Europe")], ["dominant", "fastest_growing"]),
        ("Asia and Europe", [rate(31, "share", "Asia"), rate(34, "share", "Europe")], ["mentioned", "dominant"]),
        ("Asia and Europe", [rate(12, "share", "Asia")], ["mentioned", "mentioned"]),
        ("Asia leads. Europe follows", [rate(40, "share", "Europe")], ["dominant", "mentioned"]),
        ("Asia and Europe", [rate(22, "share", "Buyers in Europe")], ["mentioned", "dominant"]),
        ("Asia and Europe", [rate(40, "share", "Europe"), rate(9, "CAGR", "Europe")], ["mentioned", "dominant"]),
        ("Asia orders 40% and Europe", [rate(40, "share", None, at=12)], ["dominant", "mentioned"]),
        ("Asia stands. There 40% and Europe", [rate(40, "share", None, at=19)], ["mentioned", "mentioned"]),
        ("Peru and Chile", [rate(40, "share", "Peru"), rate(9, "CAGR", "Chile")], ["dominant", "mentioned"]),
    ],
)
def test_figures_tell_who_leads_where_no_words_do(text: str, growth: list[Growth], roles: list[str]) -> None:
    regions = link_regions(annotator()(Article(text=f"{text} are told of.")), None, growth)
    assert [region.role for region in regions] == roles
