"""Characters: what scrapes put between and instead of letters, folded while the text is built."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Characters of C1 that stand for cp1252's, as pages which mislabel their encoding write them ("&#146;").
CP1252 = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
CONTROLS = [
    code for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A, 0x0D, 0x85) and code not in CP1252
]
# Letters of mathematics, by which releases set headings in bold ("𝗞𝗲𝘆 𝗣𝗹𝗮𝘆𝗲𝗿𝘀").
STYLED = range(0x1D400, 0x1D800)

TABLE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, INVISIBLE)),
    **dict.fromkeys(CONTROLS),
    **CP1252,
    0x85: "…",
    **{ord(char): plain for char, plain in LIGATURES.items()},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in STYLED},
    0x2028: "\n",
    0x2029: "\n",
    0xFFFC: " ",  # object replacement: stands where a picture stood
}
_ODD = re.compile(
    "[" + "".join(re.escape(chr(code)) for code in TABLE if code not in STYLED) + f"{chr(STYLED[0])}-{chr(STYLED[-1])}]"
)


def fold_characters(text: str) -> str:
    """`text` without invisible and control characters, with ligatures, styled letters and stray C1 codes as plain ones.

    Quotation marks and dashes stay as the author set them: later rules read both forms, and a reader
    expects to find the words as they stood.

    >>> fold_characters("𝗞𝗲𝘆 𝟮𝟬𝟯𝟬")
    'Key 2030'
    >>> fold_characters("ef\\u00adfi\\u200bcient ﬁbre\\x00 don\\x92t")
    'efficient fibre don’t'
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(TABLE) if _ODD.search(text) else text


def one_line(text: str) -> str:
    """`text` with folded characters and single spaces, on one line.

    >>> one_line("  USD\\u00a09.2\\n  Mn ")
    'USD 9.2 Mn'
    """
    return " ".join(fold_characters(text).split())
