"""Segments from lines, lists, tables and prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links
from extractor.linking.segments.dimensions import has_head, is_label
from extractor.linking.segments.values import split_values

Link = Callable[..., Links]

# Values of each dimension, in order; no dimension in the last ones.
FORMS: list[tuple[str, list[list[str]]]] = [
    ("By Type: Steel, Glass and Ceramic\nBy Application: Kitchens, Labs and Workshops", [["Steel", "Glass", "Ceramic"], ["Kitchens", "Labs", "Workshops"]]),
    ("The kiln market is segmented by fuel into gas, electric, and wood.", [["gas", "electric", "wood"]]),
    ("Based on fuel, the kiln market is divided into gas-fired, electric and wood-fired.", [["gas-fired", "electric", "wood-fired"]]),
    ("On the basis of application, the market is bifurcated into residential and commercial.", [["residential", "commercial"]]),
    ("The market has been classified, on the basis of material, into Steel, Aluminum, and Composites.", [["Steel", "Aluminum", "Composites"]]),
    ("In terms of end user, the market is categorised into hospitals, clinics, and ambulatory surgical centers.", [["hospitals", "clinics", "ambulatory surgical centers"]]),
    ("By product, the market covers Lids, Pans and Woks.", [["Lids", "Pans", "Woks"]]),
    ("The saddle market is segmented on the basis of type (English, Western, Endurance), material (Leather, "
    "Synthetic) and distribution channel (Online, Offline).", [["English", "Western", "Endurance"], ["Leather", "Synthetic"], ["Online", "Offline"]]),
    ("Ladder Market by Material (Aluminum, Fiberglass, Wood), Type (Step, Extension), End Use (Household, "
    "Industrial), and Region - Global Forecast to 2030 is the latest study.", [["Aluminum", "Fiberglass", "Wood"], ["Step", "Extension"], ["Household", "Industrial"]]),
    ("Market Segmentation\nBy Type\n- Wet\n- Dry\nBy Application\n- Pools\n- Lawns\nBy Region\n- North America\n- "
    "Europe", [["Wet", "Dry"], ["Pools", "Lawns"]]),
    ("Segments Covered | By Type (Wet, Dry), By Application (Pools, Lawns), By Region (North America, Europe)", [["Wet", "Dry"], ["Pools", "Lawns"]]),
    ("Segments covered | Type, Application, End User, and Region", []),
    ("Segments Covered | Type: Wet, Dry; Application: Pools, Lawns", [["Wet", "Dry"], ["Pools", "Lawns"]]),
    ("Report Attribute | Details\nBy Component | Hardware, Software, Services\nBy Deployment | Cloud, On-premise", [["Hardware", "Software", "Services"], ["Cloud", "On-premise"]]),
    ("Key Market Segments:\nProduct Type:\n- Wet\n- Dry\nPower Source:\n- Battery\n- Mains", [["Wet", "Dry"], ["Battery", "Mains"]]),
    ("Breakup by Product:\n- Wet\n- Dry\nBreakup by Region:\n- North America\n- Europe\n- Asia Pacific", [["Wet", "Dry"]]),
    ("Product Type Insights (Revenue, USD Million, 2018 - 2030)\n- Wet\n- Dry", [["Wet", "Dry"]]),
    ("Product Outlook (Revenue, USD Million, 2018 - 2030)\n- Wet\n- Dry\nRegional Outlook (Revenue, USD Million, "
    "2018 - 2030)\n- North America\n  - U.S.\n- Europe", [["Wet", "Dry"]]),
    ("Global Kiln Market, By Fuel\n- Gas\n- Electric\nGlobal Kiln Market, By Use\n- Studio\n- Industrial", [["Gas", "Electric"], ["Studio", "Industrial"]]),
    ("By type, the market is segmented into tethered and patch pumps. By end user, it is split into hospitals and "
    "homecare.", [["tethered", "patch pumps"], ["hospitals", "homecare"]]),
    ("The report segments the market by type, application, and region.", []),
    ("The report segments the market into hardware, software, and services based on component.", [["hardware", "software", "services"]]),
    ("The market is segmented into indoor and outdoor according to usage.", [["indoor", "outdoor"]]),
    ("Depending on the vehicle type, the market is further split into passenger cars, light commercial vehicles "
    "(LCVs), and heavy commercial vehicles (HCVs).", [["passenger cars", "light commercial vehicles (LCVs)", "heavy commercial vehicles (HCVs)"]]),
    ("The key segments include type (wet and dry), usage (pools and lawns), and sales channel (online and offline).", [["wet", "dry"], ["pools", "lawns"], ["online", "offline"]]),
    ("The application segment comprises food and beverage, pharmaceuticals, and cosmetics.", [["food and beverage", "pharmaceuticals", "cosmetics"]]),
    ("Applications covered in the study include packaging, textiles, and automotive.", [["packaging", "textiles", "automotive"]]),
    ("The major types of kayaks are sit-on-top, touring and whitewater.", [["sit-on-top", "touring", "whitewater"]]),
    ("The main product types of board games are tabletop games, card and dice games, collectible card games and "
    "miniature games.", [["tabletop games", "card and dice games", "collectible card games", "miniature games"]]),
    ("The kayak market covered in this report is segmented –\n1) By Type: Sit-On-Top, Touring\n2) By Material: "
    "Wood, Plastic\n3) By End User: Clubs, Individuals", [["Sit-On-Top", "Touring"], ["Wood", "Plastic"], ["Clubs", "Individuals"]]),
    ("The kayak market is segmented by product (touring and sit-on-top), distribution channel (offline and "
    "online), and geography (North America, Europe, APAC).", [["touring", "sit-on-top"], ["offline", "online"]]),
    ("Segment | Sub-segments\nProduct | Wet, Dry\nEnd user | Pools, Lawns", [["Wet", "Dry"], ["Pools", "Lawns"]]),
    ("Market segmentation:\n• Type: Wet, Dry\n• Application: Pools, Lawns\n• Region: North America, Europe", [["Wet", "Dry"], ["Pools", "Lawns"]]),
    ("Segmental Analysis\nBy Type (Wet, Dry)\nBy Application (Pools, Lawns)", [["Wet", "Dry"], ["Pools", "Lawns"]]),
    ("By End-use Industry:\nFood & Beverages\nChemicals\nOil & Gas\nOthers\nBy Region:\nNorth America\nEurope", [["Food & Beverages", "Chemicals", "Oil & Gas", "Others"]]),
    ("By Capacity\n- Below 10 MW\n- 10-50 MW\n- Above 50 MW", [["Below 10 MW", "10-50 MW", "Above 50 MW"]]),
    ("By Age Group: 18–24, 25–34, 35–44, and 45 & Above", [["18–24", "25–34", "35–44", "45 & Above"]]),
    ("The market study provides segmentation by Grade (Food Grade, Industrial Grade), by Form (Powder, Liquid), "
    "and by Region.", [["Food Grade", "Industrial Grade"], ["Powder", "Liquid"]]),
    ("Application | Share, 2024 | Growth\nPackaging | 41% | 5.1%\nTextiles | 22% | 4.0%", [["Packaging", "Textiles"]]),
    ("Distribution channel | Share\nOnline | 35%\nOffline | 65%", [["Online", "Offline"]]),
    ("Key Segments Profiled in the Saffron Market\nBy Grade:\nGrade I\nGrade II\nBy Form:\nThread\nPowder", [["Grade I", "Grade II"], ["Thread", "Powder"]]),
    ("Segmentation: by resin - Epoxy, Polyester; by substrate - Metal, Wood", [["Epoxy", "Polyester"], ["Metal", "Wood"]]),
    ("The market can be broken down by technology: infrared, ultrasonic and microwave.", [["infrared", "ultrasonic", "microwave"]]),
    ("The report covers two product types: wet and dry.", [["wet", "dry"]]),
    ("Segmentation by type:\nWet\nDry\n\nSegmentation by application:\nPools\nLawns", [["Wet", "Dry"], ["Pools", "Lawns"]]),
    ("By Propulsion\n▪ BEV\n▪ PHEV\n▪ HEV", [["BEV", "PHEV", "HEV"]]),
    ("The solution segment is further subdivided into platforms and tools.", [["platforms", "tools"]]),
    ("By Size: Single, Double, Triple and Above", [["Single", "Double", "Triple and Above"]]),
    ("The kiln study covers the market by Fuel (Gas, Wood), and by Use (Studio, Plant): A Forecast to 2033.", [["Gas", "Wood"], ["Studio", "Plant"]]),
    ("By power the study distinguishes below 5 kW, 5 kW to 20 kW, and above 20 kW.", [["below 5 kW", "5 kW to 20 kW", "above 20 kW"]]),
    ("The report covers segmentation by\n1. Product\n1.1 Lids\n1.2 Pans\n2. End-user\n2.1 Homes\n2.2 Hotels", [["Lids", "Pans"], ["Homes", "Hotels"]]),
    ("1. Product strategy\n1.1 Overview\n1.2 Market outlook", []),
    ("By use, homes held 54% in 2024, followed by hotels and canteens.", [["homes", "hotels", "canteens"]]),
    ("Fuel | 2024 | 2030\nGas | 41% | 38%\nWood | 22% | 25%", [["Gas", "Wood"]]),
    ("Table of Content\n- Executive Summary\n- Market Overview", []),
    ("The report segments the market by fuel: gas, solar and electric. By user: farms and plants.", [["gas", "solar", "electric"], ["farms", "plants"]]),
    ("On the basis of fuel, gas dominates, while solar and electric are gaining.", [["gas", "solar", "electric"]]),
    ("Among fuels, gas accounts for 50%, solar for 30% and electric for 20%.", [["gas", "solar", "electric"]]),
    ("In terms of fuel, the market is led by gas, followed by solar and electric.", [["gas", "solar", "electric"]]),
    ("In terms of growth, Asia leads, followed by Europe.", []),
    ("In terms of fuel, the kiln market comprises gas, solar and electric kilns.", [["gas", "solar", "electric kilns"]]),
    ("The report splits the market by fuel into gas and solar, and by user into farms and plants.", [["gas", "solar"], ["farms", "plants"]]),
    ("By Fuel:- Gas, Solar, Electric By User:- Farms, Plants", [["Gas", "Solar", "Electric"], ["Farms", "Plants"]]),
    ("Segments: gas, solar, electric.", [["gas", "solar", "electric"]]),
    ("Players compete by quality, price and service.", []),
    ("The company is divided into four units: retail, wholesale, media and cloud.", []),
    ("The plant was divided into two halls and a yard by a wall.", []),
    ("Prices vary by region, grade and season.", []),
    ("Profits were split into dividends and reserves.", []),
    ("The committee is split into two camps, and growers into three.", []),
    ("Scope of the report\nSegments: Type (Wet, Dry); Application (Pools, Lawns)", [["Wet", "Dry"], ["Pools", "Lawns"]]),
    ("The market has been analysed across product (wet, dry) and channel (online, offline).", [["wet", "dry"], ["online", "offline"]]),
    ("By drive type, the market is classified into all-wheel drive, front-wheel drive, and rear-wheel drive, with "
    "the front-wheel drive segment holding the largest share.", [["all-wheel drive", "front-wheel drive", "rear-wheel drive"]]),
    ("Based on type: The market is segmented into wet, dry, and hybrid. The wet segment dominated the market in 2023.", [["wet", "dry", "hybrid"]]),
    ("Segment by Type\nWet\nDry\nSegment by Application\nPools\nLawns\nOthers", [["Wet", "Dry"], ["Pools", "Lawns", "Others"]]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By Type: Steel, Glass (float, tempered), Others", [("Type", ["Steel", "Glass (float, tempered)", "Others"])]),
        ("By Vehicle Type: Cars, Vans. By Fuel: Petrol, Diesel.", [("Vehicle Type", ["Cars", "Vans"]), ("Fuel", ["Petrol", "Diesel"])]),
        ("Breakup by Product:\n- Dairy\n- Meat Substitutes\n- Others", [("Product", ["Dairy", "Meat Substitutes", "Others"])]),
        ("The market is segmented into Steel, Glass and Wood.", [(None, ["Steel", "Glass", "Wood"])]),
        ("By end use, the market is divided into Homes and Offices.", [("End Use", ["Homes", "Offices"])]),
        ("Based on material, the study splits the market into Steel, Glass, and Oil and Gas.", [("Material", ["Steel", "Glass", "Oil and Gas"])]),
        ("Tray Market by Age (Adults, Teenagers), Material (Steel, Glass), and End User (Homes, Others)",
         [("Age", ["Adults", "Teenagers"]), ("Material", ["Steel", "Glass"]), ("End User", ["Homes", "Others"])]),
        ("Segmentation\nAttribute | Values\nBy Product | Trays, Lids\nBy End-User | Homes, Hotels", [("Product", ["Trays", "Lids"]), ("End-User", ["Homes", "Hotels"])]),
        ("Product | Outlook\nTrays | rising\nLids | flat", [("Product", ["Trays", "Lids"])]),
        ("Report Segmentation\n- Machine Type: Hydraulic, Traction\n- Carriage: Passenger, Freight", [("Machine Type", ["Hydraulic", "Traction"]), ("Carriage", ["Passenger", "Freight"])]),
        ("Market Segmentation\nProduct Type\n- Plastic\n- Steel\nMaterial\n- PET\n- Others\nRegion\n- Europe\n- Asia",
         [("Product Type", ["Plastic", "Steel"]), ("Material", ["PET", "Others"])]),
        ("Product Outlook (Revenue, USD Million, 2018 - 2030)\n- Plastic\n- Steel", [("Product", ["Plastic", "Steel"])]),
        ("By Type:\nPlastic\nSteel\nBy Application:\nFood\nMedical", [("Type", ["Plastic", "Steel"]), ("Application", ["Food", "Medical"])]),
        ("Segments: Type – Plastic, Steel; Use – Food, Medical", [("Type", ["Plastic", "Steel"]), ("Use", ["Food", "Medical"])]),
        ("Three grades are sold: Fine, Coarse and Flakes.", [("Grades", ["Fine", "Coarse", "Flakes"])]),
        ("By region:\n- Europe\n- Asia", []),
        ("By Region: Europe, Asia, Africa", []),
        ("By Company: Harrow, Castell", []),
        ("By 2030: more than expected, in short", []),
    ],
)  # fmt: skip
def test_segments(link: Link, text: str, wanted: list[tuple[str | None, list[str]]]) -> None:
    assert [(item.by, item.values) for item in link(text).segments] == wanted


def test_values_keep_brackets_and_serial_commas() -> None:
    assert split_values("Retail, Food and Drink, and Others") == ["Retail", "Food and Drink", "Others"]
    assert split_values("A; B (x, y); C") == ["A", "B (x, y)", "C"]


@pytest.mark.parametrize(("text", "wanted"), FORMS)
def test_values_in_all_forms_of_lists(link: Link, text: str, wanted: list[list[str]]) -> None:
    assert [item.values for item in link(text).segments] == wanted


def test_segments_of_a_title_that_the_body_does_not_list(link: Link) -> None:
    found = link(
        "The ghee market was worth $5 billion in 2024.",
        title="Ghee Market by Source (Cow, Mixed), by Channel (Online, Shops) - Forecast",
    ).segments
    assert [(item.by, item.values) for item in found] == [
        ("Source", ["Cow", "Mixed"]),
        ("Channel", ["Online", "Shops"]),
    ]
    assert {piece.field for item in found for piece in item.evidence} == {"title"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By type, barrels led in 2024. Jugs and wooden tubs make up the remainder.", ["barrels", "Jugs", "wooden tubs"]),
        ("Based on material, oak led in 2024, and ash is expected to gain.", ["oak", "ash"]),
        ("The study sorts farms by feedstock into slurry, sludge and peel waste.", ["slurry", "sludge", "peel waste"]),
        ("The study splits the fleet into city bikes, cargo bikes and trikes.", ["city bikes", "cargo bikes", "trikes"]),
    ],
)  # fmt: skip
def test_dimensions_told_in_sentences(link: Link, text: str, wanted: list[str]) -> None:
    assert set(wanted) <= {value for item in link(text).segments for value in item.values}


@pytest.mark.parametrize(
    "text",
    [
        "By Use: Homes Come First",
        "By Route of Use - Leaf sprays own the highest share, ahead of soil drenching and dips.",
        "Scope\nReport Coverage | Details\nPages | 120",
        "Kelp packaging | USD 9 billion (2023) | USD 14 billion (2031) | Acme Data\nJug packaging | USD 1 "
        "billion (2023) | USD 4 billion (2031) | Acme Data",
    ],
)
def test_claims_and_tables_of_figures_list_no_segments(link: Link, text: str) -> None:
    assert link(text).segments == []


def test_heads_tell_dimensions_from_values() -> None:
    assert [has_head(phrase) for phrase in ("End-use Industries", "Sales channel (2024)", "Conclusion")] == [
        True,
        True,
        False,
    ]
    assert [is_label(phrase) for phrase in ("Distribution Channel", "Applications", "Tracking devices")] == [
        True,
        True,
        False,
    ]


def test_values_that_end_on_the_dimensions_own_word(link: Link) -> None:
    found = link("By Technology\nVat Curing\nPolyjet Technology\nBy Use\nBridges\nCrowns").segments
    assert [item.values for item in found] == [["Vat Curing", "Polyjet Technology"], ["Bridges", "Crowns"]]
