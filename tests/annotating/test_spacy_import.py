"""spaCy comes without its command line, and has it as soon as somebody asks."""

from __future__ import annotations

import subprocess
import sys

import pytest

FIRST = "import sys, extractor; extractor.mentions('USD 9 million'); import spacy; "


def said(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", FIRST + code], capture_output=True, text=True, check=True, timeout=60
    ).stdout.strip()


def test_no_http_client_is_imported() -> None:
    assert said("print({'requests', 'httpx', 'spacy.cli', 'pandas'} & sys.modules.keys())") == "set()"


@pytest.mark.parametrize(
    "code",
    [
        "print(spacy.cli.download.__module__)",
        "from spacy import cli; print(cli.download.__module__)",
        "from spacy.cli import download; print(download.__module__)",
        "import spacy.cli.download; print(spacy.cli.download.__module__)",
        "print('spacy.cli.download' if spacy.info(silent=True)['spacy_version'] == spacy.__version__ else '')",
    ],
)
def test_the_command_line_is_there_when_it_is_asked_for(code: str) -> None:
    assert said(code) == "spacy.cli.download"


def test_other_names_are_missing_as_before() -> None:
    assert said("print(hasattr(spacy, 'clii'))") == "False"
