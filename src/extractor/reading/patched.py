"""UTF-8 with foreign bytes in it: texts glued from two sources, cut inside a character, or with a stray byte."""

from __future__ import annotations

import codecs
import re
from typing import Final

# A character of more than one byte, as UTF-8 writes it. Text in another encoding forms one only by chance.
_WHOLE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Halves of a surrogate pair and overlong forms: wrongly written UTF-8, but nothing of another encoding.
_MISWRITTEN: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]|[\xc0\xc1][\x80-\xbf]")
LOOKED_AT: Final = 1_000_000  # bytes; what is UTF-8 shows early
# Whole characters for each byte that fits none. Two-byte encodings of East Asia form about one for fifteen such bytes.
WHOLE_PER_BAD: Final = 0.5


def patched(data: bytes) -> tuple[str, int] | None:
    """The text of bytes that are UTF-8 but for some, and how many pieces were not; None when they are another encoding.

    A lone byte is read as cp1252, which is what gets glued into UTF-8; a piece of a cut character becomes U+FFFD.

    >>> patched("40 € – ".encode() + "für 3 €".encode("cp1252"))
    ('40 € – für 3 €', 2)
    >>> patched("Größe: caf".encode() + b"\\xc3")
    ('Größe: caf\ufffd', 1)
    >>> patched("Größe".encode("cp1252")) is None
    True
    """
    head = data[:LOOKED_AT]
    whole = len(_WHOLE.findall(head))
    if not whole:
        return None
    text, bad = _decode(_MISWRITTEN.sub("\ufffd".encode(), head))
    if whole < bad * WHOLE_PER_BAD:
        return None
    return _decode(_MISWRITTEN.sub("\ufffd".encode(), data)) if len(data) > LOOKED_AT else (text, bad)


def _decode(data: bytes) -> tuple[str, int]:
    bad = data.decode("utf-8", "replace").count("\ufffd") - data.count("\ufffd".encode())
    return data.decode("utf-8", HANDLER), bad


def _read_piece(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    piece = error.object[error.start : error.end]
    cut = len(piece) > 1 or (error.end == len(error.object) and piece >= b"\xc2")
    return "\ufffd" if cut else piece.decode("cp1252", "replace"), error.end


HANDLER: Final = "extractor.cp1252"
codecs.register_error(HANDLER, _read_piece)
