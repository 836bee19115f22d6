"""Regions: codes, ambiguous names, places inside other names, and roles."""

from __future__ import annotations

from functools import cache

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import RegionName
from extractor.settings import Settings


@cache
def annotator() -> Annotator:
    return Annotator(Settings())


def regions(text: str) -> list[RegionName]:
    return [mention for mention in annotator().annotate(text).mentions if isinstance(mention, RegionName)]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Georgia and Armenia export it.", "Georgia", "GE"),
        ("Mills in Georgia, Florida and Texas closed.", "Georgia", "US-GA"),
        ("Orchards in Washington and Oregon adopted it.", "Washington", "US-WA"),
        ("In Lahore, Punjab, Pakistan it grows.", "Punjab", "PK-PB"),
        ("Farms in Punjab and Haryana grow.", "Punjab", "IN-PB"),
        ("Victoria and Queensland lead.", "Victoria", "AU-VIC"),
        ("Regions: NA, EU, APAC, SEA", "NA", "003"),
        ("a mill in Portland, OR, and more", "OR", "US-OR"),
        ("The Korea market grew.", "Korea", "KR"),
        ("from the DRC and the Republic of the Congo", "DRC", "CD"),
        ("Fiji 24, Tonga 17; Samoa 31, Georgia 12", "Georgia", "GE"),
        ("The storm skirted Cuba and drenched Florida.", "Florida", "US-FL"),
        ("Gunmen took 40 students in Kaduna State.", "Kaduna State", "NG-KD"),
        ("Mines of the Antofagasta region closed.", "Antofagasta", "CL-AN"),
        ("The country of Lebanon buys none.", "Lebanon", "LB"),
        ("The city of Lebanon is far from Pittsburgh, Pennsylvania.", "Lebanon", None),
        ("Ontario Premier Orla Webb left.", "Ontario", "CA-ON"),
    ],
)
def test_neighbours_decide_which_place_is_meant(text: str, name: str, code: str) -> None:
    assert {mention.text: mention.code for mention in regions(text)}.get(name) == code


def test_each_mention_follows_its_own_neighbours() -> None:
    found = regions("Georgia and Armenia share a border; Georgia and Alabama share a river.")
    assert [mention.code for mention in found] == ["GE", "AM", "US-GA", "US-AL"]


def test_name_that_nothing_decides_keeps_its_candidates() -> None:
    found = regions("Georgia is growing quickly.")[0]
    assert found.code is None
    assert set(found.candidates) == {"GE", "US-GA"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru Instruments Incorporated and Bank of America sell it.",
        "The U.S. Food and Drug Administration and the Standards Organisation of Kenya met.",
        "The University of Texas and Ohio State University met.",
        "Paris Hilton and Jordan Webb left.",
        "NO ONE TELLS US ANYTHING TODAY",
        "Manchester City lost again.",
        "Presented by Emirates for the third year.",
        "They bought a shirt at Gap.",
        "Brent crude fell and Oxford shirts sold out.",
        "Guinea pigs sell out.",
        "Israel Torres, who heads the firm, spoke.",
    ],
)
def test_place_inside_another_name_is_none(text: str) -> None:
    assert [mention.text for mention in regions(text)] == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Regional scope: Europe, Asia Pacific", {"Europe": "market_scope", "Asia Pacific": "market_scope"}),
        ("The Chile copper wire market grew.", {"Chile": "market_scope"}),
        ("Peru and Chile are the biggest by far.", {"Peru": "dominant", "Chile": "dominant"}),
        (
            "Europe held the largest share, while Asia Pacific is expected to grow fastest.",
            {"Europe": "dominant", "Asia Pacific": "fastest_growing"},
        ),
        (
            "The largest share was captured by Peru, whereas the highest CAGR is forecast for Chile.",
            {"Peru": "dominant", "Chile": "fastest_growing"},
        ),
        (
            "Within Europe, France led; Poland is the fastest mover.",
            {"Europe": "market_scope", "France": "dominant", "Poland": "fastest_growing"},
        ),
        ("A Peru-led group sells in Chile.", {"Peru": "mentioned"}),
        ("Asia Pacific: fastest growing market", {"Asia Pacific": "fastest_growing"}),
        ("- Europe (Germany, France): largest region", {"Europe": "dominant", "France": "mentioned"}),
        ("Peru, where Lima has no lithium, will see the fastest growth.", {"Peru": "fastest_growing"}),
        ("We expect the fastest growth in Chile.", {"Chile": "fastest_growing"}),
        ("The fastest growth is in Chile.", {"Chile": "fastest_growing"}),
        ("The largest market by value is now Brazil.", {"Brazil": "dominant"}),
        ("Europe is both the largest and the fastest-growing buyer.", {"Europe": "dominant"}),
        ("Asia is ahead, and Africa has the best prospects.", {"Asia": "dominant", "Africa": "fastest_growing"}),
        ("Bavaria has the most kits.", {"Bavaria": "dominant"}),
        ("Which region grows fastest? Latin America, by 5%.", {"Latin America": "fastest_growing"}),
        ("A drought in Peru led to a claim.", {"Peru": "mentioned"}),
        ("Researchers in Peru report that 82% of the samples were stale.", {"Peru": "mentioned"}),
    ],
)
def test_role_comes_from_the_clause(text: str, roles: dict[str, str]) -> None:
    found = {mention.text: mention.role for mention in regions(text)}
    assert {name: found.get(name) for name in roles} == roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials in Atlanta and Macon asked for time; Georgia has a case.", ["Atlanta", "Macon", "Georgia"]),
        ("The road to Flin Flon, Manitoba, is closed.", ["Flin Flon", "Manitoba"]),
        ("Rescuers reached the village of Orvanska on Monday.", ["Orvanska"]),
        ("Java takes half of what Indonesia sells.", ["Java", "Indonesia"]),
        ("The Treaty of Versailles and Brussels sprouts are on the list.", []),
        ("They had a Manhattan and a Jersey cow.", []),
        ("Snow fell in Montana and the Dakotas.", ["Montana", "Dakotas"]),
        ("Shelling hit villages near Kupyansk in Ukraine.", ["Kupyansk", "Ukraine"]),
        ("The line in Orvanton stopped for a week.", ["Orvanton"]),
        ("A ferry runs between Larne and Stranraer.", ["Larne", "Stranraer"]),
        ("A bear slept near Pigeon Forge.", ["Pigeon Forge"]),
        ("The tour goes from Nice to Turin.", ["Nice", "Turin"]),
        ("Is London, Ontario, on a river?", ["London", "Ontario"]),
        ("STORM SHUTS DEPOT NEAR DUNDEE", ["DUNDEE"]),
        ("The strikers at Orvane Cold Storage came back.", []),
    ],
)
def test_small_and_doubtful_places_need_words_that_say_so(text: str, expected: list[str]) -> None:
    assert [mention.text for mention in regions(text)] == expected


@pytest.mark.parametrize(
    ("text", "place", "role"),
    [
        ("The Oceania market is dominated by Australia.", "Australia", "dominant"),
        ("Neither matches the pace of Vietnam, the fastest-growing market of all.", "Vietnam", "fastest_growing"),
        ("The largest share, 42%, belonged to Asia Pacific.", "Asia Pacific", "dominant"),
        ("Brazil is growing faster than any other market.", "Brazil", "fastest_growing"),
        ("No region is growing as fast as Africa.", "Africa", "fastest_growing"),
        ("Largest market: North America", "North America", "dominant"),
        ("India overtook Japan as the largest buyer.", "India", "dominant"),
        ("On the basis of region, the market is segmented into Europe and Africa.", "Africa", "market_scope"),
        ("Peru buys more of it than any other country.", "Peru", "dominant"),
        ("No country bought more kites than Peru.", "Peru", "dominant"),
        ("Peru is the largest oil-producing country.", "Peru", "dominant"),
        ("Two thirds of shipments go to Peru.", "Peru", "dominant"),
        ("Its makers hold more than half of revenue in Peru.", "Peru", "mentioned"),
        ("Residents led by newcomers meet at counters in Peru.", "Peru", "mentioned"),
        ("Peru takes 61% of exports.", "Peru", "mentioned"),
        ("Peru is the largest destination of exports.", "Peru", "mentioned"),
        ("Peru pays up to 80% of the system.", "Peru", "mentioned"),
        ("The quickest rise is awaited in Peru.", "Peru", "fastest_growing"),
        ("Growth in Peru is expected to be the highest, led by drinks from Lima.", "Peru", "fastest_growing"),
        ("Peru, however, is the quickest to grow.", "Peru", "fastest_growing"),
        ("In Peru the growth has been sharpest.", "Peru", "fastest_growing"),
        ("Peru, with Lima at its heart, has the steepest curve.", "Peru", "fastest_growing"),
        ("Chile is the largest market, and the most rapid growth will be seen in Peru.", "Peru", "fastest_growing"),
        ("Chile and Peru will grow fastest.", "Peru", "fastest_growing"),
        ("The strongest gains are forecast for Chile and Peru.", "Peru", "fastest_growing"),
        ("In Asia, works in India, Peru and Chile support the fastest growth.", "Peru", "mentioned"),
        ("Regional analysis: Peru dominates, while Chile lags.", "Peru", "dominant"),
        ("Latin America's biggest buyer is Peru.", "Latin America", "market_scope"),
        ("The U.S. market held the dominant position.", "U.S.", "dominant"),
        ("Peru and Chile Kite Market Outlook to 2030", "Peru", "market_scope"),
        ("Orvane and Tessel are compared for Peru.", "Peru", "market_scope"),
        ("The study covers Peru and Chile.", "Chile", "market_scope"),
        ("In Peru, coffee is roasted by Orvane and Tessel.", "Peru", "market_scope"),
        ("Peru's kite makers sell to Chile.", "Peru", "market_scope"),
        ("Europe dominated the kite market. The market in Peru shows promise.", "Peru", "mentioned"),
    ],
)
def test_roles_in_the_ways_reports_put_them(text: str, place: str, role: str) -> None:
    assert {mention.text: mention.role for mention in regions(text)}[place] == role


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vendor | HQ\nOrvane | Kallvik\nTessel | Lund", {"Kallvik": None, "Lund": None}),
        ("Company | State\nORVANE CORP | WA\nTESSEL INC | OR", {"WA": "US-WA", "OR": "US-OR"}),
        (
            "Orvane AG, Kallvik, Germany\nTessel AB, Lund, Sweden",
            {"Kallvik": None, "Germany": "DE", "Lund": None, "Sweden": "SE"},
        ),
        (
            "Residents of Hebden Bridge, Todmorden and Mytholmroyd fled.",
            {"Hebden Bridge": None, "Todmorden": None, "Mytholmroyd": None},
        ),
        ("A Moorhead man died near Fargo, North Dakota.", {"Moorhead": None, "Fargo": None, "North Dakota": "US-ND"}),
        ("Snow fell across western Washington.", {"Washington": "US-WA"}),
        ("County Kerry and the Gulf of Finland are calm.", {"County Kerry": "IE-KY", "Gulf of Finland": None}),
        ("Plants in Utrecht and Salzburg closed.", {"Utrecht": None, "Salzburg": None}),
        ("Austin, June 24, 2025 - It rose.", {"Austin": None}),
    ],
)
def test_places_of_lists_and_news(text: str, wanted: dict[str, str | None]) -> None:
    assert {mention.text: mention.code for mention in regions(text)} == wanted
