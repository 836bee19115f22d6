"""Gazetteers: names are met whatever the tokenizer made of their marks; users' files are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.gazetteer import Gazetteer
from extractor.annotating.gazetteer_files import load_user_names
from extractor.annotating.mention import CompanyName, RegionName
from extractor.errors import SettingsError
from extractor.settings import Settings


def found(names: list[str], text: str) -> list[str]:
    gazetteer: Gazetteer[str] = Gazetteer()
    for name in names:
        gazetteer.add(name, name)
    annotation = Annotator(Settings()).tokens(text)
    return [
        annotation.span_text(match.first, match.last)
        for match in gazetteer.matches(annotation, range(len(annotation.words)))
    ]


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        (["AT&T"], "calls on AT&T lines", ["AT&T"]),
        (["Cote d'Ivoire"], "in Côte d’Ivoire now", ["Côte d’Ivoire"]),
        (["Orvane", "Orvane Tools"], "at Orvane Tools and Orvane", ["Orvane Tools", "Orvane"]),
        (["South Asia"], "in South\nAsia", ["South\nAsia"]),
        (["South Asia"], "to the South\n\nAsia grows", []),
        (["Orvane Tools"], "from Orvane; Tools sell", []),
    ],
)
def test_name_is_found_by_its_words(names: list[str], text: str, expected: list[str]) -> None:
    assert found(names, text) == expected


def test_user_company_carries_its_identifier(tmp_path: Path) -> None:
    file = tmp_path / "firms.csv"
    file.write_text("name,aliases,identifier\nOrvane Tool Works Ltd,OTW|Orvane,LEI-1\nnordvik,,LEI-2\n", "utf-8")
    settings = Settings.from_dict({"annotating": {"companies": [str(file)]}})
    mentions = [
        m
        for m in Annotator(settings).annotate("Today OTW and Orvane Tool Works Ltd met nordvik.").mentions
        if isinstance(m, CompanyName)
    ]
    assert [(m.text, m.identifier, m.origin) for m in mentions] == [
        ("OTW", "LEI-1", "user"),
        ("Orvane Tool Works Ltd", "LEI-1", "user"),
        ("nordvik", "LEI-2", "user"),
    ]


def test_user_region_carries_its_identifier(tmp_path: Path) -> None:
    file = tmp_path / "areas.jsonl"
    file.write_text(json.dumps({"name": "Zone Seven", "aliases": ["Z7"], "identifier": "Z-7"}) + "\n", "utf-8")
    settings = Settings.from_dict({"annotating": {"regions": [str(file)]}})
    mentions = [
        m for m in Annotator(settings).annotate("Mills in Zone Seven closed.").mentions if isinstance(m, RegionName)
    ]
    assert [(m.text, m.identifier) for m in mentions] == [("Zone Seven", "Z-7")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "firm\nOrvane\n", "one of them 'name'"),
        ("a.csv", "name\n", "no names"),
        ("a.jsonl", '{"title": "x"}\n', "line 1: no 'name'"),
        ("a.jsonl", "{\n", "one JSON object a line"),
    ],
)
def test_wrong_file_says_what_would_be_right(tmp_path: Path, name: str, content: str, message: str) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=message):
        load_user_names([str(file)], "COMPANY")


def test_rows_of_another_label_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("name,label\nOrvane,COMPANY\nZone Seven,REGION\n", "utf-8")
    assert len(load_user_names([str(file)], "COMPANY")) == 1
