"""Years and periods in every form, beside four digits that are none."""

from __future__ import annotations

import re

import pytest

from extractor import mentions
from extractor.annotating.mention import Years

# The sentence with what is found in brackets, and the values.
HITS = [
    ("from [2014 to 2018]", "2014..2018"),
    ("between [2012 and 2015]", "2012..2015"),
    ("[2000-04]", "2000..2004"),
    ("the [1990s]", "1990..1999"),
    ("[2010s]", "2010..2019"),
    ("[FY 2021/22]", "2021..2022"),
    ("since [2008]", "2008"),
    ("[Q2 '23]", "2023"),
    ("year [2020]", "2020"),
    ("in ['97]", "1997"),
    ("[FY24]", "2024"),
    ("[FY2024-25]", "2024..2025"),
    ("[2018–23]", "2018..2023"),
    ("[2025/26]", "2025..2026"),
    ("[2025 to 2032]", "2025..2032"),
    ("[2019 through 2027]", "2019..2027"),
    ("[Q3 2024]", "2024"),
    ("[4Q23]", "2023"),
    ("[H1 2025]", "2025"),
    ("[1H 2024]", "2024"),
    ("[2025E]", "2025"),
    ("[2032F]", "2032"),
    ("[2033(F)]", "2033"),
    ("[2024A]", "2024"),
    ("mid-[2030s]", "2030..2039"),
    ("end of [2031]", "2031"),
    ("December [2030]", "2030"),
    ("12 March [2024]", "2024"),
    ("March 12, [2024]", "2024"),
    ("[2024-03-12]", "2024"),
    ("12/03/[2024]", "2024"),
    ("[12.03.2024]", "2024"),
    ("[2021-08]", "2021"),
    ("Vision [2030]", "2030"),
    ("[FY2024-FY2028]", "2024..2028"),
    ("[FY24-FY28]", "2024..2028"),
    ("[FY24 to FY28]", "2024..2028"),
    ("[FY 24]", "2024"),
    ("[fiscal 2024]", "2024"),
    ("[fiscal year 2024]", "2024"),
    ("[financial year 2023-24]", "2023..2024"),
    ("[2025/26–2031/32]", "2025..2032"),
    ("([2025-2032])", "2025..2032"),
    ("[2025 - 2032]", "2025..2032"),
    ("[2025—2032]", "2025..2032"),
    ("[2025 → 2032]", "2025..2032"),
    ("[2025 until 2032]", "2025..2032"),
    ("[2025 up to 2032]", "2025..2032"),
    ("from [2025 through to 2032]", "2025..2032"),
    ("from January [2020 to December 2024]", "2020..2024"),
    ("January [2020 - December 2024]", "2020..2024"),
    ("between January [2020 and March 2024]", "2020..2024"),
    ("from [2025 until the end of 2032]", "2025..2032"),
    ("[2019-2025E]", "2019..2025"),
    ("[2023A-2025E]", "2023..2025"),
    ("[2025], [2026] and [2035]", "2025; 2026; 2035"),
    ("[2025] and [2032]", "2025; 2032"),
    ("over [2024] levels", "2024"),
    ("© [2024] Acme", "2024"),
    ("Q1-[Q3 2024]", "2024"),
    ("[third quarter of 2024]", "2024"),
    ("[first half of 2025]", "2025"),
    ("[2024 Q3]", "2024"),
    ("[Q3'24]", "2024"),
    ("[Q3 FY24]", "2024"),
    ("[Q3FY24]", "2024"),
    ("[2024/2025]", "2024..2025"),
    ("[1999-2000]", "1999..2000"),
    ("[1999-00]", "1999..2000"),
    ("in [2025],", "2025"),
    ("[2025].", "2025"),
    ("By-[2030]", "2030"),
    ("pre-[2020]", "2020"),
    ("[2030]-compliant", "2030"),
    ("[2025]'s", "2025"),
    ("the year [2030].", "2030"),
    ("[2020–2024] and [2025–2030]", "2020..2024; 2025..2030"),
    ("from [1998] to present", "1998"),
    ("[2022] vs [2032]", "2022; 2032"),
    ("[2022] vs. [2032]", "2022; 2032"),
    ("[2022-23 to 2029-30]", "2022..2030"),
    ("[2016-2019] historical, [2020] base, [2021-2027]", "2016..2019; 2020; 2021..2027"),
    ("[1800s]", "1800..1899"),
    ("the ['90s]", "1990..1999"),
    ("['90s]", "1990..1999"),
    ("late [1980s]", "1980..1989"),
    ("[1980s] and [1990s]", "1980..1989; 1990..1999"),
    ("[1980s to 1990s]", "1980..1999"),
    ("[FY'24]", "2024"),
    ("[FY-24]", "2024"),
    ("[CY2024]", "2024"),
    ("[2025F-2030F]", "2025..2030"),
    ("[2025-2030F]", "2025..2030"),
    ("[2032] (forecast)", "2032"),
    ("31st December [2023]", "2023"),
    ("Dec-[2023]", "2023"),
    ("Dec. [2023]", "2023"),
    ("Sept [2023]", "2023"),
    ("[2023/24] season", "2023..2024"),
    ("17 January [2017 to 3 May 2019]", "2017..2019"),
    ("from [Q1 2020 to Q4 2024]", "2020..2024"),
    ("[2020Q1]", "2020"),
    ("[2H24]", "2024"),
    ("9M [2024]", "2024"),
    ("between the years [2012 and 2015]", "2012..2015"),
    ("during the period [2012 - 2015]", "2012..2015"),
    ("years [2012 to 2015]", "2012..2015"),
    ("[2012~2015]", "2012..2015"),
    ("[2012 ~ 2015]", "2012..2015"),
    ("from [2015]", "2015"),
    ("through [2028]", "2028"),
    ("In [2024] Units rose", "2024"),
]
REFUSED = [
    "the twenties",
    "2,032 companies",
    "2032 companies",
    "ISO 9001:2015",
    "555-2034",
    "+1 800 555 2034",
    "over 2000 patients",
    "COVID-19",
    "Basel III",
    "GR-2050",
    "2000 mg",
    "the 2000 tonnes",
    "1900 MHz",
    "ISO 14001:2015 and IEC 60601-1",
    "2030Agenda",
    "Regulation (EU) 2017/745",
    "Regulation (EC) No 1907/2006",
    "a 2000-page report",
    "the Russell 2000 index",
    "Forbes Global 2000",
    "in 1850 BC",
    "Over 2000 Companies",
    "The 2024 Units",
    "2000-year-old",
    "RFC 2045",
]


def split(bracketed: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", bracketed), re.findall(r"\[([^\]]*)\]", bracketed)


def found(text: str) -> list[Years]:
    return [mention for mention in mentions(text) if isinstance(mention, Years)]


def written(years: Years) -> str:
    return str(years.start_year) if years.start_year == years.end_year else f"{years.start_year}..{years.end_year}"


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
        ("in 2025", "year"),
        ("2025-2032", "period"),
        ("FY25", "fiscal"),
        ("2025/26", "fiscal"),
        ("Q3 2025", "quarter"),
        ("the 1990s", "decade"),
    ],
)
def test_the_form_tells_the_kind(text: str, kind: str) -> None:
    assert found(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "suffix"), [("2024A", "actual"), ("2025E", "estimate"), ("2032F", "forecast"), ("2033(F)", "forecast"), ("2030", None)]
)
def test_a_letter_marks_actual_estimated_and_forecast_years(text: str, suffix: str | None) -> None:
    assert found(text)[0].suffix == suffix


@pytest.mark.parametrize(
    ("text", "position"),
    [("by the end of 2031", "end"), ("late 2031", "end"), ("mid-2031", "mid"), ("early 2031", "start"), ("in 2031", None)],
)
def test_words_before_tell_the_part_of_the_year(text: str, position: str | None) -> None:
    assert found(text)[0].position == position
