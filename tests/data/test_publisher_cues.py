"""Every wording finds the bracketed name in each of its hits, and no name in its refusals."""

from __future__ import annotations

import pytest

from extractor.data.publisher_cues import Cue, load_cues

CUES = load_cues()


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_wording_finds_its_hits(cue: Cue) -> None:
    for marked in cue.hits:
        wanted = marked[marked.index("[") + 1 : marked.index("]")]
        text = marked.replace("[", "", 1).replace("]", "", 1)
        assert cue.may_match(text), text
        found = [match["name"].removesuffix("’s").removesuffix("'s") for match in cue.pattern.finditer(text)]
        assert any(name.startswith(wanted) for name in found), (text, found)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_wording_leaves_its_refusals(cue: Cue) -> None:
    for text in cue.refuses:
        assert cue.pattern.search(text) is None, text


def test_ids_are_unique() -> None:
    assert len({cue.id for cue in CUES}) == len(CUES)
