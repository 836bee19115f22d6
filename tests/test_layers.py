"""Imports run one way: what stands in a folder takes only from the folders before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import extractor

ROOT = Path(extractor.__file__).parent
# The folders of a package in the order of the flow, from what is read first.
ORDERS = [
    ("", "reading cleaning annotating linking validating writing running commands"),
    ("annotating", "lexicon tokens numbers quantities types"),
    ("annotating/types/companies", "words forms letters names lists weighing"),
    ("linking", "statements markets topics growth estimates roles document"),
    ("linking", "statements markets segments"),
]


def imported(path: Path) -> set[str]:
    """The modules that a file imports, also for types alone."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


@pytest.mark.parametrize(("package", "order"), ORDERS)
def test_a_folder_imports_from_those_before_it_alone(package: str, order: str) -> None:
    folders = order.split()
    prefix = ".".join(["extractor", *package.split("/")]).rstrip(".")
    against = [
        f"{path.relative_to(ROOT)} imports {module}"
        for number, folder in enumerate(folders)
        for path in (ROOT / package / folder).rglob("*.py")
        for module in imported(path)
        for later in folders[number + 1 :]
        if module.startswith(f"{prefix}.{later}.")
    ]
    assert against == []
