"""Text whose UTF-8 somebody read as cp1252 or latin-1: "â€™" for an apostrophe, "â‚¬5 million", "CafÃ©". It is put right."""

from __future__ import annotations

import re
from typing import Final

from extractor import late

_UNUSED: Final = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # codes of cp1252 that browsers give as they are
CP1252: Final = {code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in _UNUSED}
_CODES: Final = {ord(char): code for code, char in CP1252.items()}
_CONTROLS: Final = "\x80-\x9f"
_FOLLOWING: Final = f"[{_CONTROLS}\xa0-\xbf{''.join(CP1252.values())}]"
# What a character of two, three or four bytes became.
_SEQUENCE: Final = late.regex(f"[\xc2-\xdf]{_FOLLOWING}|[\xe0-\xef]{_FOLLOWING}{{2}}|[\xf0-\xf4]{_FOLLOWING}{{3}}")
# Those that nobody writes: the others may be a letter before a quotation mark or a dash ("CAFÉ”", "forêt…”").
_SURE: Final = late.regex(f"[ÂÃ][\xa0-\xbf]|â[€‚„†ˆ‰].|ð|.[\x80-\xbf]{{0,2}}[{_CONTROLS}]")
_PLAIN: Final = frozenset("ÂÃâïð")  # leads of the characters that western text has most: all of theirs are taken
# One of them stands in any text of this kind. A single character is found ten times as fast as two in a row.
_LEADS: Final = ("Ã", "Â")
_LEAD, _PAIRS = "â", ("â€", "â\x80")
LEAST: Final = 3  # sequences; fewer may be meant: an article on encodings shows one
_TIMES: Final = 2  # how often it may have happened to a text


def mended(text: str) -> tuple[str, str | None]:
    """The text put right, and what was found in it; None when it is sound.

    What had been read so throughout is turned back as a whole. Else, where sound text was added to it, each sequence
    that nobody writes by intention is.

    >>> mended("Itâ€™s â‚¬5 million, about Â£4 million: 5 million € in all")
    ('It’s €5 million, about £4 million: 5 million € in all', "'â€™' and 2 more")
    >>> mended("“Le théâtre…” costs € 5"), mended("“Ã©” is what becomes of é")
    (('“Le théâtre…” costs € 5', None), ('“Ã©” is what becomes of é', None))
    """
    first: str | None = None
    for _ in range(_TIMES):
        if text.isascii() or not _may_hold_any(text):
            break
        found = [one for one in _SEQUENCE.findall(text) if _SURE.match(one)]
        if len(found) < LEAST:
            break
        first = first or f"{found[0]!r} and {len(found) - 1} more"
        text = _whole(text) or _SEQUENCE.sub(_turned, text)
    return text, first


def _may_hold_any(text: str) -> bool:
    if any(map(text.__contains__, _LEADS)):
        return True
    return _LEAD in text and any(map(text.__contains__, _PAIRS))


def repaired(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text put right, and the issue that says so, if any."""
    text, found = mended(text)
    return text, (("mojibake_repaired", f"UTF-8 had been read as cp1252: {found}"),) if found else ()


def _whole(text: str) -> str | None:
    """The text before all of it was read so, where that explains every character."""
    try:
        return _codes_of(text).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _codes_of(text: str) -> bytes:
    """The bytes of a text that was read as either; translating takes fifty times as long where one of them explains it."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.translate(_CODES).encode("latin-1")


def _turned(found: re.Match[str]) -> str:
    """One sequence turned back, unless somebody may have written it."""
    text = found[0]
    if text[0] not in _PLAIN and not _SURE.match(text):
        return text
    return _whole(text) or text
