"""spaCy is imported when somebody wants its objects, and not for a record."""

from __future__ import annotations

import subprocess
import sys

from extractor.annotating.annotator import Annotator
from extractor.annotating.late_language import late_language
from extractor.settings import Settings


def test_a_record_needs_no_spacy() -> None:
    code = (
        "import sys, extractor; extractor.extract('It cost USD 9 million (c.2024).  Acme Inc. grew.'); "
        "print('spacy' in sys.modules, extractor.Extractor().doc('USD 9 million')[0].text, 'spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "USD", "True"]


def test_a_finder_gets_what_works_as_a_language() -> None:
    import spacy
    from spacy.matcher import Matcher

    nlp = Annotator(Settings()).nlp
    assert isinstance(nlp, spacy.language.Language)
    assert Matcher(nlp.vocab).vocab is nlp.vocab
    assert nlp("USD 9 Mn")[0].norm_ == "<code>"


def test_it_is_made_once() -> None:
    import spacy

    made: list[object] = []

    def make() -> spacy.language.Language:
        made.append(None)
        return spacy.blank("en")

    nlp = late_language(make)
    assert not made
    assert nlp.vocab is nlp.vocab
    assert len(made) == 1
