"""The public names from Python."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import extractor
from extractor import Extractor, ExtractorError, Money, Record, Settings, Source, blank, clean, mentions

SENTENCE = (
    "The tidal lamp market is estimated to be valued at USD 9.2 Mn in 2025 and is expected to reach USD 26.5 Mn "
    "by 2032, "
    "growing at a CAGR of 16.3% from 2025 to 2032."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Tidal Lamp Market to Grow | Lampwire</title></head><body>
<nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Tidal Lamp Market to Grow</h1><p>{SENTENCE}</p>
<p>Harbours along the coast of Norway have ordered the lamps in numbers, and their makers are busy.</p></article>
<footer>© 2025 Lampwire. All rights reserved.</footer></body></html>"""


@pytest.fixture(scope="module")
def engine():
    return Extractor()


def values(record: Record) -> list[tuple[str, str | None, int | None, str]]:
    return [(str(item.amount), item.currency, item.year, item.kind) for item in record.estimates]


EXPECTED = [("9200000", "USD", 2025, "base"), ("26500000", "USD", 2032, "forecast")]


def forms(folder: Path) -> list[object]:
    path = folder / "page.html"
    path.write_text(PAGE, "utf-8")
    return [PAGE, PAGE.encode(), path, BeautifulSoup(PAGE, "lxml")]


def test_every_form_of_a_source_gives_the_same_facts(engine, tmp_path):
    for source in forms(tmp_path):
        record = engine(source)
        assert values(record) == EXPECTED, type(source)
        assert record.title == "Tidal Lamp Market to Grow"


def test_a_source_object_keeps_its_uri(engine):
    data = PAGE.encode()
    source = Source(
        uri="dump.jsonl", text=PAGE, media_type="text/html", encoding="utf-8", bytes=len(data), sha256="0" * 64, line=7
    )
    record = engine(source)
    assert (record.source.uri, record.source.line) == ("dump.jsonl", 7)


def test_other_types_are_refused(engine):
    with pytest.raises(TypeError, match="not int"):
        engine(3)


def test_a_missing_file_is_an_extractor_error(engine, tmp_path):
    with pytest.raises(ExtractorError, match="no such file"):
        engine(tmp_path / "none.txt")


def test_a_string_is_content_and_never_a_path(engine, tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(SENTENCE, "utf-8")
    record = engine(str(path))
    assert record.estimates == []
    assert "looks_like_a_path" in {issue.code for issue in record.issues}


def test_evidence_slices_the_text(engine):
    record = engine(SENTENCE)
    for fact in (*record.estimates, *record.growth):
        for piece in fact.evidence:
            assert record.text[piece.start : piece.end] == piece.text


def test_the_record_survives_json(engine):
    record = engine(PAGE)
    line = record.to_json()
    assert "\n" not in line
    assert Record.model_validate_json(line) == record
    assert json.loads(line)["estimates"][0]["amount"] == "9200000"


def test_mentions_have_offsets_into_the_given_text():
    text = "Worth  USD\u00a09.2\nMn in 2025"
    found = mentions(text)
    assert [(item.label, text[item.start : item.end]) for item in found] == [
        ("MONEY", "USD\u00a09.2\nMn"),
        ("YEAR", "2025"),
    ]


def test_clean_drops_the_chrome():
    article = clean(PAGE)
    assert "Home" not in article.text
    assert "rights reserved" not in article.text
    assert all(block.reason for block in article.dropped_blocks)
    for block in article.body_blocks:
        assert article.text[block.start : block.end]


def test_pipe_keeps_the_order(engine):
    texts = [SENTENCE.replace("9.2", f"{n}.2") for n in range(1, 6)]
    assert [str(record.estimates[0].amount) for record in engine.pipe(texts)] == [f"{n}200000" for n in range(1, 6)]


def test_pipe_over_two_workers_gives_the_same_records(engine):
    texts = [SENTENCE.replace("9.2", f"{n}.2") for n in range(1, 6)]
    assert list(engine.pipe(texts, workers=2)) == list(engine.pipe(texts))


def test_doc_has_span_groups(engine):
    doc = engine.doc(PAGE)
    assert [span.text for span in doc.spans["money"]] == ["USD 9.2 Mn", "USD 26.5 Mn"]


def test_doc_of_a_text_that_is_all_title_is_empty(engine):
    assert len(engine.doc("Brenn Kies Ges.m.b.H. & Co. KG")) == 0


def test_blank_is_a_spacy_pipeline():
    doc = blank()(SENTENCE)
    assert [span.label_ for span in doc.spans["years"]] == ["YEAR", "YEAR", "PERIOD"]


def test_component_leaves_the_host_tokens_alone():
    import spacy

    plain, host = spacy.blank("en"), spacy.blank("en")
    host.add_pipe("extractor", config={"ents": True})
    doc = host(SENTENCE)
    assert [token.text for token in doc] == [token.text for token in plain(SENTENCE)]
    assert [token.norm_ for token in doc] == [token.norm_ for token in plain(SENTENCE)]
    assert ("USD 9.2 Mn", "MONEY") in [(entity.text, entity.label_) for entity in doc.ents]


def test_settings_reject_what_they_do_not_know():
    with pytest.raises(ExtractorError, match=r"annotating\.max_char"):
        Settings.from_dict({"annotating": {"max_char": 3}})


def test_a_long_text_is_cut_and_told():
    record = Extractor(Settings.from_dict({"annotating": {"max_chars": 300}}))(
        f"{SENTENCE}\n\n{SENTENCE.replace('tidal', 'solar')}\n\n" * 3
    )
    assert len(record.text) <= 300
    assert "text_cut" in {issue.code for issue in record.issues}


def test_same_input_same_output(engine):
    assert engine(PAGE).to_json() == Extractor()(PAGE).to_json()


def test_import_brings_no_heavy_module():
    code = "import sys, extractor; print([name for name in ('spacy', 'pandas', 'lxml', 'pydantic') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there():
    assert all(getattr(extractor, name) is not None for name in extractor.__all__)


def test_a_used_extractor_can_be_sent_to_another_process():
    engine = Extractor(Settings.from_dict({"annotating": {"max_chars": 300}}))
    record = engine(SENTENCE)
    again = pickle.loads(pickle.dumps(engine))
    assert again.settings == engine.settings
    assert again(SENTENCE) == record


def test_threads_may_be_the_first_to_use_it():
    code = (
        "import sys\nfrom concurrent.futures import ThreadPoolExecutor\nfrom extractor import extract\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    print(len({record.to_json() for record in pool.map(extract, sys.argv[1:] * 8)}))"
    )
    done = subprocess.run([sys.executable, "-c", code, SENTENCE], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_settings_of_another_type_are_refused():
    with pytest.raises(TypeError, match="not dict"):
        Extractor({"annotating": {"max_chars": 300}})


def test_mentions_of_something_else_than_a_string_are_refused():
    with pytest.raises(TypeError, match="not bytes"):
        mentions(b"USD 5")


def test_one_source_is_not_taken_for_many(engine):
    with pytest.raises(TypeError, match="a list of sources"):
        next(engine.pipe(SENTENCE))


def test_a_mention_has_json_ready_values():
    found = mentions("It cost $1.5bn.")[0]
    assert isinstance(found, Money)
    assert json.loads(json.dumps(found.to_dict()))["amount"] == "1500000000"
