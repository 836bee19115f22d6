"""Rules as data: each entry of a `rules.toml` has a pattern, its source, sentences it hits and sentences it refuses."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

_KEYS = {"id", "pattern", "how", "source", "hits", "refuses"}
_OPS = {"?", ""}
TYPES = "extractor.annotating.types"  # the package whose packages have the rules files
# More class sequences than this from one pattern is a slip of the pen, not a rule.
_MOST_EXPANSIONS = 5000


class RuleToken(NamedTuple):
    """One place of a pattern: the classes or words that may stand there, and whether it may be left out."""

    choices: tuple[str, ...]
    is_optional: bool


class Rule(NamedTuple):
    """One entry of a rules file. `how` names what reads the match where the pattern alone does not say it."""

    id: str
    file: str
    pattern: tuple[RuleToken, ...]
    source: str
    hits: tuple[dict[str, Any], ...]
    refuses: tuple[dict[str, Any], ...]
    how: str = ""

    def sequences(self) -> list[tuple[str, ...]]:
        """The pattern with its optional places put in and left out, as sequences of classes."""
        choices = [(*token.choices, None) if token.is_optional else token.choices for token in self.pattern]
        total = 1
        for places in choices:
            total *= len(places)
        if total > _MOST_EXPANSIONS:
            raise RuleError(
                f"{self.file}: {self.id}: the pattern expands to {total} sequences; split the rule (at most "
                f"{_MOST_EXPANSIONS})"
            )
        return [tuple(item for item in sequence if item is not None) for sequence in product(*choices)]


def load_rules(file: Traversable, name: str) -> list[Rule]:
    """The rules of one file.

    Raises:
        RuleError: names the file, the rule, what is wrong and what would be right.
    """
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{name}: not valid TOML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{name}: cannot be read: {error}") from error
    unknown = set(content) - {"rule"}
    if unknown:
        raise RuleError(f"{name}: unknown table {sorted(unknown)[0]!r}; a rules file holds [[rule]] tables only")
    rules = [_rule(entry, name, number) for number, entry in enumerate(content.get("rule", []), start=1)]
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise RuleError(f"{name}: {rule.id}: the id is used twice; give each rule its own")
        seen.add(rule.id)
    return rules


def _rule(entry: dict[str, Any], file: str, number: int) -> Rule:
    rule_id = entry.get("id")
    if not isinstance(rule_id, str) or "." not in rule_id:
        raise RuleError(
            f"{file}: rule {number}: 'id' is {rule_id!r}; write label.shape, such as 'money.currency_amount'"
        )
    unknown = set(entry) - _KEYS
    if unknown:
        raise RuleError(f"{file}: {rule_id}: unknown key {sorted(unknown)[0]!r}; known are {', '.join(sorted(_KEYS))}")
    for key, right in (
        ("source", "say where the form was seen"),
        ("hits", "add one bracketed sentence"),
        ("refuses", "add one sentence with why"),
    ):
        if not entry.get(key):
            raise RuleError(f"{file}: {rule_id}: {key!r} is empty; {right}")
    for hit in entry["hits"]:
        if (
            not isinstance(hit, dict)
            or hit.get("text", "").count("[") < 1
            or hit["text"].count("[") != hit["text"].count("]")
        ):
            raise RuleError(f"{file}: {rule_id}: a hit needs 'text' with the span in [brackets]; found {hit!r}")
    for refusal in entry["refuses"]:
        if not isinstance(refusal, dict) or not refusal.get("text") or not refusal.get("why"):
            raise RuleError(f"{file}: {rule_id}: a refusal needs 'text' and 'why'; found {refusal!r}")
    if not entry.get("pattern") and not entry.get("how"):
        raise RuleError(f"{file}: {rule_id}: no 'pattern'; give one, or name in 'how' what finds it")
    pattern = tuple(_token(place, file, rule_id) for place in entry.get("pattern", []))
    return Rule(
        rule_id, file, pattern, entry["source"], tuple(entry["hits"]), tuple(entry["refuses"]), entry.get("how", "")
    )


def _token(place: dict[str, Any], file: str, rule_id: str) -> RuleToken:
    key = "LEX" if "LEX" in place else "LOWER"
    value = place.get(key)
    if set(place) - {"LEX", "LOWER", "OP"} or not value or place.get("OP", "") not in _OPS:
        raise RuleError(
            f"{file}: {rule_id}: bad pattern place {place!r}; write {{ LEX = 'amount' }} or "
            f"{{ LOWER = 'cagr', OP = '?' }}"
        )
    choices = tuple(value) if isinstance(value, list) else (value,)
    return RuleToken(choices, place.get("OP") == "?")


@cache
def rules_of(package: str) -> tuple[Rule, ...]:
    """The rules of the type whose package is given ("extractor.annotating.types.money")."""
    short = package.removeprefix("extractor.").replace(".", "/")
    return tuple(load_rules(files(package).joinpath("rules.toml"), f"{short}/rules.toml"))


def rule_for(rules: Iterable[Rule], how: str) -> Rule:
    """The rule that mentions found in one way of their own go by ("head")."""
    return next(rule for rule in rules if rule.how == how)


def load_all() -> list[Rule]:
    """Every rule of every rules file of the package, by file and place in it.

    Raises:
        RuleError: if a file is wrong, or two rules anywhere have one id.
    """
    found: list[Rule] = []
    for file, name in sorted(_rule_files(files(TYPES), "annotating/types/"), key=lambda item: item[1]):
        found += load_rules(file, name)
    where: dict[str, str] = {}
    for rule in found:
        if rule.id in where:
            raise RuleError(f"{rule.file}: {rule.id}: the id is also in {where[rule.id]}; give each rule its own")
        where[rule.id] = rule.file
    return found


def _rule_files(folder: Traversable, path: str) -> Iterable[tuple[Traversable, str]]:
    for item in folder.iterdir():
        name = f"{path}{item.name}"
        if item.is_dir() and not item.name.startswith(("_", ".")):
            yield from _rule_files(item, f"{name}/")
        elif item.name == "rules.toml" or (item.name.startswith("rules_") and item.name.endswith(".toml")):
            yield item, name


@cache
def rules_digest() -> str:
    """Twelve hex digits that change when any rules file does."""
    digest = hashlib.sha256()
    for file, name in sorted(_rule_files(files(TYPES), "annotating/types/"), key=lambda item: item[1]):
        digest.update(name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
