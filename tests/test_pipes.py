"""spaCy around ours: what its users do with pipelines and Docs."""

import pickle
from decimal import Decimal

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from extractor import blank

SENTENCE = "Brenn Kies GmbH sold for USD 9.2 Mn to USD 10 Mn in South Korea, 16.3% more than between 2021 and 2024."


@pytest.fixture(scope="module")
def nlp():
    return blank()


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(SENTENCE)


def test_mentions_keep_their_types_and_values(doc):
    found = doc._.mentions
    assert [mention.label for mention in found] == ["COMPANY", "MONEY", "REGION", "PERCENT", "PERIOD"]
    assert (found[1].low, found[1].high, found[3].amount) == (Decimal(9200000), Decimal(10000000), Decimal("16.3"))
    assert found[2].candidates == ()


def test_a_doc_that_was_not_annotated_has_none():
    assert spacy.blank("en")("Kelp")._.mentions is None


def test_a_doc_survives_bytes_and_pickle(nlp, doc):
    for again in (Doc(nlp.vocab).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc))):
        assert again._.mentions == doc._.mentions
        assert [span.text for span in again.spans["money"]] == ["USD 9.2 Mn to USD 10 Mn"]


def test_a_doc_goes_into_a_docbin_with_its_data(nlp, doc):
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(data).get_docs(nlp.vocab)
    assert again._.mentions == doc._.mentions


def test_several_processes_give_the_same(nlp, doc):
    (again,) = nlp.pipe([SENTENCE], n_process=2)
    assert again._.mentions == doc._.mentions


def test_a_pipeline_survives_pickle_and_disk(nlp, doc, tmp_path):
    nlp.to_disk(tmp_path)
    for again in (pickle.loads(pickle.dumps(nlp)), spacy.load(tmp_path)):
        assert again(SENTENCE)._.mentions == doc._.mentions
