"""Segments from lines, lists, tables and prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links
from extractor.linking.segments.values import split_values

Link = Callable[..., Links]


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
