from __future__ import annotations

import pytest

from extractor.reading.patched import patched

KOREAN = "한국의 세포 치료제 시장은 2025년에 920만 달러로 평가되었으며 앞으로 빠르게 성장할 것으로 예상된다. " * 5
CHINESE = "中国细胞治疗市场规模在二零二五年达到九百二十万美元，预计未来几年将快速增长。" * 5
JAPANESE = "日本の細胞治療市場は２０２５年に９２０万ドルと評価され、今後も急速な成長が見込まれています。" * 5
RUSSIAN = "Объём рынка клеточной терапии в 2025 году оценивался в 9,2 миллиона долларов и быстро растёт. " * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "euc-kr"), (CHINESE, "gb18030"), (CHINESE, "big5"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"),
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), ("Größe “fünf” – 40 €, naïve café, São Paulo, Ærø", "cp1252"),
    ],
)  # fmt: skip
def test_another_encoding_is_not_taken_for_broken_utf8(text: str, encoding: str) -> None:
    assert patched(text.encode(encoding, "ignore")) is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Größe – ".encode() + b"\xed\xa0\xbd\xed\xb8\x80 4", "Größe – \ufffd\ufffd 4"),
        ("Größe – ".encode() + b"\xc0\xaf 4", "Größe – \ufffd 4"),
        ("40 €".encode()[:-1] + " und 7 €".encode(), "40 \ufffd und 7 €"),
        ("“Größe” ".encode() + b"\x93f\xfcnf\x94 \x80 5", "“Größe” “fünf” € 5"),
    ],
)
def test_pieces_are_read_one_by_one(data: bytes, text: str) -> None:
    found = patched(data)
    assert found is not None
    assert found[0] == text


def test_the_pieces_are_counted() -> None:
    found = patched("“Größe” \ufffd ".encode() + b"\x93f\xfcnf\x94")
    assert found is not None
    assert found[1] == 3
