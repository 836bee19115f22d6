"""Markup that a parser would lose text of, mended: tags that the page's end cut off, sections of data, what is never closed."""

from __future__ import annotations

import re
from typing import Final

from extractor.cleaning.page.tags import DRAWN, RAW

_CUT_OFF: Final = re.compile(
    rb"<[a-zA-Z/][^<]{0,2000}(?![\x80-\xbf])"
)  # a tag that the end of the page cut off, no half characters
# A section of data, as XML has it: HTML takes it for a comment. In a script it stands in a comment of its own.
_SECTION: Final = re.compile(rb"<!\[CDATA\[(?<!/[/*]<!\[CDATA\[)(?<!/[/*] <!\[CDATA\[)(.*?)\]\]>", re.DOTALL)
_SECTION_MARK: Final = b"<![CDATA["
_COMMENT: Final = re.compile(r"<!--(?:\[if[^<>]{0,100}>)?")
_COMMENT_END: Final = "-->"
_SWALLOWING: Final = re.compile(rf"<(/?)({'|'.join((*RAW, *DRAWN, 'xmp'))})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_CODE: Final = ("script", "style")  # no text is in these up to the next tag
_NOT_A_TAG: Final = re.compile(r"[^<]*")
# Elements that no reader sees, and what is read of one of them.
_UNSEEN: Final = re.compile(rb"<(script|style|svg)[\s>]")
_STATES: Final = b"ld+json"
_SLASH: Final = ord("/")
_MUCH: Final = 100  # bytes of an element from which it pays to leave them out


def prepared(markup: str) -> bytes:
    """The markup as a parser takes it, without what every parser of HTML would lose text of.

    >>> prepared("<p>Tin<![CDATA[ rose]]>.</p><p>Zinc <a hre")
    b'<p>Tin rose.</p><p>Zinc  '
    """
    data = markup.encode("utf-8", "replace")
    if b"\x00" in data:
        data = data.replace(b"\x00", b"")
    data = _emptied(data)
    if _SECTION_MARK in data:
        behind = data.rfind(b"]]>") + 3 if b"]]>" in data else 0
        data = _SECTION.sub(_inside, data[:behind]) + data[behind:].replace(_SECTION_MARK, b"")
    last = data.rfind(b">") + 1
    if data.find(b"<", last) >= 0:
        data = data[:last] + _CUT_OFF.sub(b" ", data[last:])
    return data


def _emptied(data: bytes) -> bytes:
    """The markup without what scripts, styles and drawings hold: half of a page, which a parser would read letter by letter.

    An element stays as it is where something in it may mean that it begins in a comment or in an attribute.

    >>> _emptied(b"<style>" + 50 * b"p {}" + b"</style><p>Tin</p>")
    b'<style></style><p>Tin</p>'
    """
    parts = []
    at = 0
    ends: dict[bytes, int] = {}  # name -> place of its next end tag: no stretch is searched twice for one
    unseen = _UNSEEN.search(data)
    while unseen is not None:
        name = unseen[1]
        inner = data.find(b">", unseen.end() - 1) + 1
        if not inner:
            break
        end = ends.get(name, 0)
        if 0 <= end < inner:
            end = ends[name] = data.find(b"</" + name, inner)
        behind = inner
        if (
            end - inner > _MUCH
            and data[inner - 2] != _SLASH
            and _STATES not in data[unseen.end() : inner].lower()
            and data.find(b"<" + name, inner, end) < 0
            and data.find(b"-->", inner, end) < 0
        ):
            parts.append(data[at:inner])
            at = behind = end
        unseen = _UNSEEN.search(data, behind)
    return b"".join((*parts, data[at:])) if parts else data


def _inside(section: re.Match[bytes]) -> bytes:
    return section[1].replace(_SECTION_MARK, b"")


def closed(markup: str) -> tuple[str, list[tuple[str, str]]]:
    """The markup without the openings of comments and elements that swallow the rest of it, and what they were.

    >>> closed("<p>Tin rose.</p><!-- <p>Zinc fell.</p>")
    ('<p>Tin rose.</p> <p>Zinc fell.</p>', [('unclosed', 'comment')])
    """
    issues = []
    behind = markup.rfind(_COMMENT_END) + 1
    if markup.find("<!--", behind) >= 0:
        issues.append(("unclosed", "comment"))
        markup = markup[:behind] + _COMMENT.sub("", markup[behind:])
    tags: dict[str, list[re.Match[str]]] = {}
    for tag in _SWALLOWING.finditer(markup):
        tags.setdefault(tag[2].lower(), []).append(tag)
    cuts: list[tuple[int, int]] = []
    for name, found in tags.items():
        cut = _never_closed(name, found)
        if cut:
            issues.append(("unclosed", name))
            cuts += [(tag.start(), _code_end(markup, tag.end()) if name in _CODE else tag.end()) for tag in cut]
    return _without(markup, cuts), issues


def _code_end(markup: str, start: int) -> int:
    """Where the code behind an opening tag ends: at the next tag, or with the markup."""
    code = _NOT_A_TAG.match(markup, start)
    return code.end() if code else start


def _never_closed(name: str, tags: list[re.Match[str]]) -> list[re.Match[str]]:
    """The openings behind the last end tag; when there is none and elements that nest are open, all their tags."""
    last = max((place for place, tag in enumerate(tags) if tag[1]), default=-1)
    openings = [tag for tag in tags[last + 1 :] if not tag[0].endswith("/>")]
    if openings or name in RAW:
        return openings
    ends = sum(1 for tag in tags if tag[1])
    return tags if len(tags) > 2 * ends else []


def _without(markup: str, cuts: list[tuple[int, int]]) -> str:
    parts = []
    at = 0
    for start, end in sorted(cuts):
        parts.append(markup[at:start])
        at = max(at, end)
    parts.append(markup[at:])
    return "".join(parts)
