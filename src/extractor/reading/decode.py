"""Bytes to text, once: the encoding a browser would choose, and what was doubtful about it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from extractor.reading.mojibake import CP1252, repaired
from extractor.reading.patched import patched
from extractor.reading.source import MediaType

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD_BYTES: Final = 4096  # browsers look for the declaration in the first kilobyte; scrapes put comments before it
_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
# Labels that browsers read as another encoding (WHATWG): pages that say latin-1 or ASCII are written in cp1252.
_AS_BROWSERS: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",  # a declaration that could be read byte by byte was not UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_CONTROLS: Final = bytes((*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
BINARY_SHARE: Final = 0.02  # of control characters in the first part: text has none
NUL_SHARE: Final = 0.5
_SNIFF_CHARS: Final = 20_000

_TAG: Final = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|span|table|article|section|main|h[1-6]|ul|ol|li|a|br|meta|title"
    r"|script|style|img|frameset|noframes|header|footer|nav|b|strong|em|td|tr)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(r"<[a-zA-Z!?/]")
_STRONG: Final = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_CLOSING: Final = re.compile(
    r"</(?:p|div|a|li|ul|h[1-6]|span|table|body|html|article|section|b|strong|td)\s{0,9}>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with newlines as "\\n", the name of its encoding, and (code, detail) pairs of what was doubtful."""

    text: str
    encoding: str
    issues: tuple[tuple[str, str], ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`, decoded as a browser would.

    A byte order mark decides; then UTF-8 that is valid; then `declared` (from a container or header) or what the
    markup declares, if the bytes fit it; then what BeautifulSoup's UnicodeDammit finds; then cp1252.
    Binary data is decoded too, and has the issue "binary".

    >>> decode("Größe".encode("cp1252"), "iso-8859-1")
    Decoded(text='Größe', encoding='cp1252', issues=())
    >>> decode(b"caf\\xe9").encoding
    'cp1252'
    """
    issues: list[tuple[str, str]] = []
    text, encoding = _decoded(data, declared, issues)
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    head = text[:_SNIFF_CHARS]
    # In UTF-8 a control character is one byte, and part of no other character.
    head_bytes = head.encode("utf-8", "replace")
    strange = len(head_bytes) - len(head_bytes.translate(None, _CONTROLS)) + head.count("\ufffd")
    nuls = head.count("\x00")  # they are dropped: a text that they are strewn into is still one
    if head and (strange / len(head) > BINARY_SHARE or nuls / len(head) > NUL_SHARE):
        strange += nuls
        issues.append(("binary", f"{strange} of the first {len(head)} characters are no text"))
    else:
        text, found = repaired(text)
        issues += found
    return Decoded(text, encoding, tuple(issues))


def _decoded(data: bytes, declared: str | None, issues: list[tuple[str, str]]) -> tuple[str, str]:
    for mark, wide_name in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(wide_name, "replace")
            if "\ufffd" in text:
                issues.append(("encoding_errors", f"{text.count(chr(0xFFFD))} characters are not valid {wide_name}"))
            return text, wide_name
    wide = _wide(data[:HEAD_BYTES])
    if wide is not None:
        issues.append(("encoding_guessed", wide))
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        failed_at = error.start
    name: str | None = _known(declared) or _known(_declaration(data))
    if name == "utf-8":
        nearly = _nearly_utf8(data, failed_at, issues)
        if nearly is not None:
            return nearly, "utf-8"
        issues.append(("encoding_lied", f"declared utf-8, invalid at byte {failed_at}"))
        name = None
    if name is not None:
        try:
            return _strictly(data, name), name
        except (UnicodeDecodeError, LookupError):
            issues.append(("encoding_lied", f"declared {name}, and the bytes do not fit it"))
    nearly = _nearly_utf8(data, failed_at, issues)
    return (nearly, "utf-8") if nearly is not None else _guessed(data, issues)


def _nearly_utf8(data: bytes, failed_at: int, issues: list[tuple[str, str]]) -> str | None:
    """The text of UTF-8 with a cut, a stray byte or a foreign piece; text in another encoding fails all over."""
    found = patched(data)
    if found is None:
        return None
    text, bad = found
    issues.append(("encoding_errors", f"{bad} pieces are not valid utf-8, the first at byte {failed_at}"))
    return text


def _strictly(data: bytes, name: str) -> str:
    if name == "cp1252":  # browsers give the five codes it leaves open as they are
        return (
            data.decode("cp1252", "strict")
            if not _OPEN_CP1252.search(data)
            else data.decode("latin-1").translate(CP1252)
        )
    return data.decode(name)


_OPEN_CP1252: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def _guessed(data: bytes, issues: list[tuple[str, str]]) -> tuple[str, str]:
    """What UnicodeDammit makes of the bytes, else cp1252, which reads anything."""
    from bs4.dammit import UnicodeDammit

    dammit = UnicodeDammit(data[:200_000], is_html=b"<" in data[:HEAD_BYTES], user_encodings=["cp1252"])
    name = _known(dammit.original_encoding) or "cp1252"
    issues.append(("encoding_guessed", name))
    try:
        return _strictly(data, name), name
    except (UnicodeDecodeError, LookupError):
        return data.decode("latin-1").translate(CP1252), "cp1252"


def _declaration(data: bytes) -> str | None:
    found = _DECLARED.search(data[:HEAD_BYTES])
    return (found.group(1) or found.group(2)).decode("ascii", "replace") if found else None


def _known(label: str | None) -> str | None:
    """The codec browsers use for a label, or None."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().lower()).name
    except LookupError:
        return None
    name = _AS_BROWSERS.get(name, name)
    return "utf-8" if name == "utf-8-sig" else name


def _wide(head: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of western text is zero."""
    size = len(head) // 2 * 2
    if size < 8:
        return None
    even, odd = head[0:size:2].count(0), head[1:size:2].count(0)
    if odd * 2 > size * 0.6 and even * 20 < size:
        return "utf-16-le"
    if even * 2 > size * 0.6 and odd * 20 < size:
        return "utf-16-be"
    return None


def sniff_media_type(text: str, name_hint: str | None = None) -> MediaType:
    """Whether `text` is markup, told by looking at it; `name_hint` (a file name) decides only where that does not.

    >>> sniff_media_type("<p>Tin rose.</p><p>Zinc fell.</p>")
    'text/html'
    >>> sniff_media_type("A text on the <b> element, and on <p>.")
    'text/plain'
    """
    head = text[:_SNIFF_CHARS]
    if "<" not in head:
        return "text/plain"
    if _STRONG.match(head.lstrip()[:200]) or (_STRONG.search(head) and _CLOSING.search(text[:200_000])):
        return "text/html"
    tags = len(_TAG.findall(head))
    closings = len(_CLOSING.findall(head))
    hinted = name_hint is not None and name_hint.lower().endswith((".html", ".htm", ".xhtml"))
    if _OPENING.match(head.lstrip()[:40]) and (tags >= 1 or _CLOSING.search(text, max(0, len(text) - _SNIFF_CHARS))):
        return "text/html"
    if tags >= 3 and closings >= 2:
        return "text/html"
    return "text/html" if hinted and tags >= 1 else "text/plain"
