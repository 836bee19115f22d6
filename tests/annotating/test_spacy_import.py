"""spaCy comes without its command line and its components, and has them as soon as somebody asks."""

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


def test_components_are_not_imported_for_mentions() -> None:
    assert said("print('spacy.pipeline.ner' in sys.modules, 'spacy.lang.en' in sys.modules)") == "False False"


@pytest.mark.parametrize(
    "code",
    [
        "print(spacy.pipeline.Sentencizer.__module__)",
        "from spacy.pipeline import Sentencizer; print(Sentencizer.__module__)",
        "from spacy import pipeline; print(pipeline.Sentencizer.__module__)",
        "nlp = spacy.blank('en'); nlp.add_pipe('sentencizer'); print(nlp.get_pipe('sentencizer').__module__)",
        "nlp = spacy.blank('en'); nlp.add_pipe('extractor'); print(spacy.pipeline.sentencizer.__name__)",
    ],
)
def test_components_are_there_when_they_are_asked_for(code: str) -> None:
    assert said(code) == "spacy.pipeline.sentencizer"


def test_a_doc_brings_its_pipeline() -> None:
    assert said("print(extractor.Extractor().doc('USD 9 million')[0].lex.is_stop)") == "False"
