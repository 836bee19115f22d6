"""Rules files: what is wrong with one is said with the file, the rule and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.annotating.rules import load_all, load_rules, rules_digest
from extractor.errors import RuleError

GOOD = """
[[rule]]
id = "money.shape"
pattern = [{ LEX = ["currency", "unit"] }, { LEX = "amount", OP = "?" }]
source = "ours"
hits = [{ text = "[USD 5]" }]
refuses = [{ text = "five", why = "no currency" }]
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rules.toml"
    path.write_text(text, "utf-8")
    return path


def test_optional_and_alternative_places_are_expanded(tmp_path: Path) -> None:
    (rule,) = load_rules(write(tmp_path, GOOD), "money/rules.toml")
    assert sorted(rule.sequences()) == [("currency",), ("currency", "amount"), ("unit",), ("unit", "amount")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('hits = [{ text = "[USD 5]" }]', "hits = []", "'hits' is empty; add one bracketed sentence"),
        ('refuses = [{ text = "five", why = "no currency" }]', "", "'refuses' is empty; add one sentence with why"),
        ('source = "ours"', "", "'source' is empty; say where the form was seen"),
        ('"[USD 5]"', '"USD 5"', "a hit needs 'text' with the span in [brackets]"),
        (', why = "no currency"', "", "a refusal needs 'text' and 'why'"),
        ('OP = "?"', 'OP = "*"', "bad pattern place"),
        ('id = "money.shape"', 'id = "shape"', "write label.shape"),
        ('source = "ours"', 'source = "ours"\nvalue = 3', "unknown key 'value'"),
        ("[[rule]]", "[[rules]]", "unknown table 'rules'"),
        ("[[rule]]", "[[rule]", "not valid TOML"),
    ],
)
def test_a_wrong_rule_is_named_with_what_would_be_right(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules(write(tmp_path, GOOD.replace(old, new)), "money/rules.toml")
    assert str(caught.value).startswith("money/rules.toml: ")
    assert message in str(caught.value)


def test_an_id_is_used_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="used twice"):
        load_rules(write(tmp_path, GOOD + GOOD), "money/rules.toml")


def test_every_rule_of_the_package_loads_and_the_digest_is_stable() -> None:
    assert len(load_all()) > 10
    assert rules_digest() == rules_digest()
