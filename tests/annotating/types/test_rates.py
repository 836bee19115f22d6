"""Percentages in digits and words, ranges, basis points."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from extractor import mentions
from extractor.annotating.mention import Rate

# The sentence with what is found in brackets, and the values.
HITS = [
    ("[one hundred percent]", "100"),
    ("[50 percent]", "50"),
    ("[3.7%]", "3.7"),
    ("[-5%]", "-5"),
    ("[a half percent]", "0.5"),
    ("[half a percent]", "0.5"),
    ("[half percent]", "0.5"),
    ("[ten per cent]", "10"),
    ("[zero percent]", "0"),
    ("between [5 and 7 percent]", "5..7"),
    ("[5-7%]", "5..7"),
    ("[12 pct]", "12"),
    ("[12 pct].", "12"),
    ("from [5% to 7%]", "5..7"),
    ("rose from [5%] to [7%]", "5; 7"),
    ("rises from [12%] in 2020 to [15%] in 2025", "12; 15"),
    ("[5% to 7%]", "5..7"),
    ("[5 to 7 per cent]", "5..7"),
    ("[5 – 7 %]", "5..7"),
    ("~[15–16%]", "15..16"),
    ("[25 bps]", "0.25"),
    ("[25bps]", "0.25"),
    ("[25 basis points]", "0.25"),
    ("[1.5 percentage points]", "1.5"),
    ("[2 pp]", "2"),
    ("[3-percent]", "3"),
    ("a [3-percentage-point] rise", "3"),
    ("[-2.3% to -1.5%]", "-2.3..-1.5"),
    ("[–2.3%]", "-2.3"),
    ("CAGR of [(3.1%)]", "-3.1"),
    ("a CAGR ([3.1%]) was seen", "3.1"),
    ("[minus 5 percent]", "-5"),
    ("[negative 5%]", "-5"),
    ("[1,250%]", "1250"),
    ("[12,5%]", "12.5"),
    ("[5.50%]", "5.5"),
    ("[.5%]", "0.5"),
    ("[100%]", "100"),
    ("[one and a half percent]", "1.5"),
    ("[two point five percent]", "2.5"),
    ("[twenty-five percent]", "25"),
    ("[twenty five percent]", "25"),
    ("[16.3%]CAGR", "16.3"),
    ("CAGR[16.3%]", "16.3"),
    ("CAGR:[16.3%]", "16.3"),
    ("[16.3 %], [17%] and [18 %]", "16.3; 17; 18"),
    ("between [5% and 7%]", "5..7"),
    ("[5%-7%]", "5..7"),
    ("[20 percent] off", "20"),
    ("[five to seven percent]", "5..7"),
    ("[10% - 20%]", "10..20"),
    ("[2.5‰]", "0.25"),
    ("+[5%]", "5"),
    ("+[5.2 %] yoy", "5.2"),
    ("[1/2 percent]", "0.5"),
    ("[3 1/2 percent]", "3.5"),
    ("[3½%]", "3.5"),
    ("[100 percentage]", "100"),
    ("around [6-7 per cent].", "6..7"),
    ("2020 to [5%]", "5"),
    ("in 2025 [5%] of", "5"),
    ("[２５％]", "25"),
    ("[7.5 to 8.2%] CAGR", "7.5..8.2"),
    ("[5 percent to 6 percent]", "5..6"),
    ("[40-50 basis points]", "0.4..0.5"),
    ("[0.5-1 percentage point]", "0.5..1"),
    ("[15 or 20 percent]", "15..20"),
    ("[a quarter percent]", "0.25"),
    ("[3/4 percent]", "0.75"),
    ("[one percent]", "1"),
    ("[8.2 per-cent]", "8.2"),
    ("[ninety-nine point nine percent]", "99.9"),
    ("[a hundred percent]", "100"),
    ("[two hundred and ten percent]", "210"),
    ("fell [3%]", "3"),
    ("[5.2%-6.1%]", "5.2..6.1"),
    ("([5.2%–6.1%])", "5.2..6.1"),
    ("[4.5 %] p.a.", "4.5"),
    ("[10 % points]", "10"),
    ("[1.2 p.p.]", "1.2"),
    ("[45 pct] of", "45"),
    ("a [20 %]", "20"),
    ("[percent of 20]", "20"),
    ("[percents of twenty]", "20"),
    ("a [percentage of 16].", "16"),
    ("[45 percent] of 210 respondents", "45"),
    ("[five percent] ([5%])", "5; 5"),
    ("a [5 percentage point] gap", "5"),
    ("[5 percentage-points]", "5"),
]
REFUSED = [
    "XX.X%",
    "XX%",
    "x.x%",
    "double-digit growth",
    "%",
    "a percentage of 2024 sales",
    "three quarters of a billion dollars",
    "three-quarters of a million euros",
    "a quarter of a million dollars",
    "two thirds of the market",
    "one third of a million dollars",
    "10 euros, 20 cents",
    "10 dollars 20 cents",
    "2 dollar 23",
    "two dollar and 23 cents",
    "twenty rupees 43",
    "3 GBP 1 pence",
    "five hundred (500) dollars",
    "Five Million Dollars ($5,000,000)",
    "S/. 49.90",
    "S/ 49.90",
    "12 000 Ft",
    "R 299.99",
    "R299.99",
    "R150",
    "1,280円",
    "12元",
    "29,- €",
    "€ 39,-",
    "Rp 25.000",
    "25.000 ₫",
    "15.130 Ft",
    "9 900 руб.",
    "14,99 лв",
    "US$:12.99",
    "Price From $ 119.00",
    "€ 12,50 EUR",
    "MXN $1,234.00",
    "1'049,95 CHF",
    "0,00 €",
    "the summer of '69",
    "the second half of 2017",
    "1st quarter 2001",
    "spring 2008",
    "from May 2011 to June 2012",
    "160 million finnish markka",
    "500 million Finnish marks",
    "$ 150 million",
    "hkd 800 million",
    "rupee 15",
    "10 jordanian dinar",
    "1000 Argentine pesos",
    "$1.2K",
    "10k$",
    "20Rs",
    "nine pounds",
    "I spent 20$ and 20£",
    "10-15$",
    "five hundred thousand dollars",
    "5-6 hundred dollars",
    "9 and a half crore rupees",
    "ten pennies",
    "1 Sterling",
    "20 Saudi riyals",
    "37,000 usd",
    "cost 15 thousand",
    "a $1 billion breach-of-contract suit",
    "$4 a share",
    "$1.4 billion-a-year",
    "C$1.2 billion (US$890 million)",
    "about two dollars and fifty cents",
    "$3m-$4m",
    "between five and ten million dollars",
    "five to ten million dollars",
    "five-to-ten million dollars",
    "$5 to $10 million",
    "€5-€10m",
    "in the range of $5-10 billion",
    "from around $5 million to over $10 million",
    "was USD 5 billion and will be USD 7 billion",
    "USD 5 billion and USD 7 billion",
    "both USD 5 and 7 billion",
    "US$ 1.8 - 2.1 Bn",
    "USD 2.5 to USD 3.5 trillion",
    "$200–$300 per unit",
    "$200-per-unit",
    "USD 5, 7 and 9 billion",
    "USD 5 billion and 7 million people",
    "$5 and 7 million people",
    "$100, 200 and 300",
    "€5m and 7m",
    "US$ 1.2, 1.4 and 2.1 Bn in 2020, 2021 and 2025, respectively",
    "USD 5 billion, 2024",
    "USD 5 billion and 2024",
]


def split(bracketed: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", bracketed), re.findall(r"\[([^\]]*)\]", bracketed)


def plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def found(text: str) -> list[Rate]:
    return [mention for mention in mentions(text) if isinstance(mention, Rate)]


def written(rate: Rate) -> str:
    return plain(rate.amount) if rate.amount is not None else f"{plain(rate.low or Decimal(0))}..{plain(rate.high or Decimal(0))}"


@pytest.mark.parametrize(("bracketed", "values"), HITS, ids=[hit[0][:50] for hit in HITS])
def test_is_found_with_its_value(bracketed: str, values: str) -> None:
    text, spans = split(bracketed)
    got = found(text)
    assert [mention.text for mention in got] == spans
    assert "; ".join(written(mention) for mention in got) == values
    assert all(text[mention.start : mention.end] == mention.text for mention in got)


@pytest.mark.parametrize("text", REFUSED)
def test_is_refused(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It grows at a CAGR of 7.3% from 2024.", "CAGR"),
        ("It expands at a 7.3% CAGR.", "CAGR"),
        ("a compound annual growth rate of 7.3%", "CAGR"),
        ("It grows 7.3% a year to 2030.", "CAGR"),
        ("It grows by 7.3 per cent annually.", "CAGR"),
        ("Sales rose 7.3% year-on-year.", "YoY"),
        ("Sales rose 7.3% YoY.", "YoY"),
        ("Europe held a share of 7.3% in 2024.", "share"),
        ("Europe accounted for 7.3% of the market.", "share"),
        ("Glass made up 7.3% of sales.", "share"),
        ("Europe held 41% of the market and will see a CAGR of 7.3%.", "CAGR"),
        ("a purity of 7.3%", "other"),
    ],
)
def test_the_wording_tells_the_kind(text: str, kind: str) -> None:
    assert found(text)[-1].kind == kind


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Sales fell 5%.", "down"), ("Sales rose by 5%.", "up"), ("a decline of 5%", "down"), ("a share of 5%", None)],
)
def test_the_verb_tells_the_direction(text: str, direction: str | None) -> None:
    assert found(text)[0].direction == direction
