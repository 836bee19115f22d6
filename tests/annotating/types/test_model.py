"""Names of a trained model: marked as such, and only where no rule found one."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import CompanyName, RegionName
from extractor.errors import SettingsError
from extractor.settings import Settings


def annotator(folder: Path) -> Annotator:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    patterns = [("ORG", "Orvane"), ("ORG", "Tessel"), ("ORG", "Ministry of Trade"), ("GPE", "Kallvik"), ("GPE", "Peru")]
    ruler.add_patterns([{"label": label, "pattern": name} for label, name in patterns])  # type: ignore[attr-defined]
    pipeline.to_disk(folder)
    return Annotator(Settings.from_dict({"annotating": {"model": str(folder)}}))


def test_model_adds_what_rules_do_not_find(tmp_path: Path) -> None:
    mentions = annotator(tmp_path).annotate("We like Orvane and the hills of Kallvik.").mentions
    assert [(m.text, m.origin) for m in mentions if isinstance(m, CompanyName)] == [("Orvane", "model")]
    assert [(m.text, m.rule) for m in mentions if isinstance(m, RegionName)] == [("Kallvik", "model.GPE")]


def test_rules_stand_before_the_model(tmp_path: Path) -> None:
    mentions = annotator(tmp_path).annotate("Tessel Ltd sells it in Peru with the Ministry of Trade.").mentions
    assert [(m.text, m.origin) for m in mentions if isinstance(m, CompanyName)] == [("Tessel Ltd", "rules")]
    assert [(m.text, m.rule) for m in mentions if isinstance(m, RegionName)] == [("Peru", "region.country")]


def test_name_of_no_pipeline_says_so() -> None:
    with pytest.raises(SettingsError, match="no installed spaCy pipeline"):
        Annotator(Settings.from_dict({"annotating": {"model": "no_such_pipeline"}}))
