"""UTF-8 that was read as cp1252 or latin-1 is put right; text that only looks a little like it is not."""

from __future__ import annotations

import pytest

from extractor import clean
from extractor.reading.make import source_from_text
from extractor.reading.mojibake import mended

TEXT = "It’s worth €5 million, or £4 million: “half” of what São Paulo pays – says the café’s owner…"


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_what_was_read_so_throughout_is_turned_back(codec: str) -> None:
    broken = "".join(
        bytes([code]).decode(codec) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(code)
        for code in TEXT.encode()
    )
    assert mended(broken)[0] == TEXT


def test_sound_text_beside_it_stays() -> None:
    assert mended("â‚¬5, Â£4, itâ€™s; 東京 — €6, “MANHÔ")[0] == "€5, £4, it’s; 東京 — €6, “MANHÔ"


def test_what_happened_twice_is_turned_back_twice() -> None:
    assert mended("Itâ€™s weâ€™re youâ€™re".encode().decode("cp1252"))[0] == "It’s we’re you’re"


@pytest.mark.parametrize(
    "text",
    ["plain", "Le théâtre…”, forêt”, PRÊT”–", "“â€™” is what becomes of an apostrophe", "A MANHÃ, A IRMÃ, Â: a letter"],
)
def test_what_somebody_may_have_meant_is_left(text: str) -> None:
    assert mended(text) == (text, None)


def test_strings_are_put_right_too() -> None:
    article = clean("<p>Itâ€™s â‚¬5 million, not Â£5 million, that tin lamps cost.</p>")
    assert article.text == "It’s €5 million, not £5 million, that tin lamps cost."


def test_a_string_like_a_path_tells_both() -> None:
    source = source_from_text("donnÃ©es/Ã©tÃ©.txt")
    assert [code for code, _ in source.issues] == ["mojibake_repaired", "looks_like_a_path"]
