from __future__ import annotations

import codecs

import pytest

from extractor.reading.decode import decode, sniff_media_type

TEXT = "Größe “fünf” – 40 €, naïve café"


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "issues"),
    [
        (TEXT.encode(), None, "utf-8", []),
        (codecs.BOM_UTF8 + TEXT.encode(), "latin-1", "utf-8", []),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None, "utf-16-le", []),
        (TEXT.encode("utf-16-be"), None, "utf-16-be", ["encoding_guessed"]),
        (TEXT.encode("cp1252"), "iso-8859-1", "cp1252", []),
        (b"<meta charset=iso-8859-1>" + TEXT.encode("cp1252"), None, "cp1252", []),
        (b"<meta charset='iso-8859-1'>" + TEXT.encode(), None, "utf-8", []),
        (b"<meta charset=utf-8>" + TEXT.encode("cp1252"), None, "cp1252", ["encoding_lied", "encoding_guessed"]),
        (TEXT.encode("cp1252"), None, "cp1252", ["encoding_guessed"]),
        ("価格は市場".encode("shift_jis"), "Shift_JIS", "cp932", []),
    ],
)
def test_encoding_is_the_one_a_browser_takes(
    data: bytes, declared: str | None, encoding: str, issues: list[str]
) -> None:
    decoded = decode(data, declared)
    assert decoded.encoding == encoding
    assert [code for code, _ in decoded.issues] == issues
    assert decoded.text.endswith(TEXT) or decoded.text == "価格は市場"


def test_stray_byte_leaves_utf8_utf8() -> None:
    decoded = decode(("Größe " * 40).encode() + b"\xff" + "Größe".encode())
    assert decoded.encoding == "utf-8"
    assert [code for code, _ in decoded.issues] == ["encoding_errors"]


def test_newlines_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_mojibake_is_repaired_and_reported() -> None:
    broken = (TEXT * 3).encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    decoded = decode(broken.encode())
    assert decoded.text == TEXT * 3
    assert [code for code, _ in decoded.issues] == ["mojibake_repaired"]


def test_binary_is_reported() -> None:
    assert "binary" in [code for code, _ in decode(bytes(range(256)) * 20).issues]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<!DOCTYPE html><html><body>x", None, "text/html"),
        ("<p>Tin rose.</p><p>Zinc fell.</p>", None, "text/html"),
        ("Tin <b>rose</b> and <a href='x'>zinc</a> fell <br> <p>today</p>", None, "text/html"),
        ("Tin rose.\nZinc fell.", "page.html", "text/plain"),
        ("Growth < 5% and > 3%", None, "text/plain"),
        ("Use the <b> element, or <p>.", None, "text/plain"),
        ("", None, "text/plain"),
        ("<div " + "a='1' " * 9000 + "><p>x</p></div>", None, "text/html"),
    ],
)
def test_kind_is_told_by_looking(text: str, name: str | None, kind: str) -> None:
    assert sniff_media_type(text, name) == kind
