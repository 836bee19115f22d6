"""What no reader of a page sees is cut out of its markup, before anything looks at the rest.

Scripts, styles, comments, drawings and forms' choices are half of a page: each is found and left behind by a search
for its end, so that nothing in them costs more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

# Elements that are cut out with what they hold. What stands between their tags is no markup, or none that is shown.
_CODE: Final = ("script", "style")
_RAW: Final = ("textarea", "title", "xmp", "iframe", "noscript")
_DRAWN: Final = ("svg", "template", "object", "applet", "canvas", "audio", "video", "select", "datalist", "map")
_ALL: Final = (*_CODE, *_RAW, *_DRAWN)
_PLAINTEXT: Final = "plaintext"  # all that follows it is text
_SHOWN: Final = "xmp"  # the text of this one is shown as it stands


def _grouped(names: Iterable[str]) -> str:
    """A pattern of names in small letters, capitals or with a capital, that looks at each first letter once."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[0], []).extend((name[1:], name[1:].upper()))
    return "|".join(f"[{first}{first.upper()}](?:{'|'.join(rests)})" for first, rests in groups.items())


_OPENING: Final = re.compile(rf"<(?:([!?])|({_grouped((*_ALL, _PLAINTEXT))})(?=[\s/>])([^>]*)>)")
_BROKEN: Final = re.compile(r"<[a-zA-Z/][^<]{0,2000}")  # a tag that the end of the page cut off
_CONDITION: Final = re.compile(r"\[if[^<>]{0,100}>")
_LINKED_DATA: Final = "ld+json"
LARGEST_DATA: Final = 2_000_000  # characters of linked data that are read: more is data, not description
_SHADOW: Final = "shadowrootmode"  # a browser shows such a template as part of its parent
_CDATA: Final = "<![CDATA["


@dataclass(slots=True)
class Page:
    """The markup of a page that readers see, and what was found while the rest was cut out."""

    markup: str = ""
    title: str | None = None  # of the title element, its entities as they stood
    data: list[str] = field(default_factory=list)  # texts of JSON-LD scripts
    noscript: int = 0  # characters that only a reader without scripts sees
    issues: list[tuple[str, str]] = field(default_factory=list)


def cut(markup: str, *, noscript: bool = False) -> Page:
    """The page without what no reader sees.

    An element that is never closed is not cut out: only its tag is, and of a script or style what stands before the
    next tag.

    Args:
        markup: the page.
        noscript: whether to leave in what a reader without scripts sees.

    >>> cut("<p>Tin<!-- no --> rose.</p><script>if (a < b) tin()</script><p>Zinc fell.</p>").markup
    '<p>Tin rose.</p><p>Zinc fell.</p>'
    """
    page = Page()
    kept: list[str] = []
    never_closed: set[str] = set()  # closed nowhere behind this place: looked for once
    at = 0
    last = markup.rfind(">") + 1  # no tag ends behind: without this, each opening would be followed up to the end
    search = _OPENING.search
    while (opening := search(markup, at, last)) is not None:
        start, end = opening.span()
        kept.append(markup[at:start])
        declaration, name, attributes = opening.groups()
        if declaration:
            at = _behind_declaration(markup, start, never_closed, page)
            continue
        name = name.lower()
        at = end
        if name == _PLAINTEXT:
            kept.append(_as_text(markup[end:]))
            at = len(markup)
        elif (noscript and name == "noscript") or (name == "template" and _SHADOW in attributes) or _closes_itself(attributes):
            continue
        else:
            close = _closing(page, markup, name, end, never_closed)
            if close < 0:
                if name in _CODE:
                    at = _next_tag(markup, end)
                continue
            _read(page, name, attributes, markup, end, close)
            if name == _SHOWN:
                kept.append(_as_text(markup[end:close]))
            at = markup.find(">", close) + 1 or len(markup)
    kept.append(markup[at:])
    page.markup = _without_broken("".join(kept))
    return page


def _without_broken(markup: str) -> str:
    """The markup without a tag that never ends: every tag of what is left has its ">"."""
    last = markup.rfind(">") + 1
    rest = markup[last:]
    return markup[:last] + _BROKEN.sub(" ", rest) if "<" in rest else markup


def _read(page: Page, name: str, attributes: str, markup: str, start: int, end: int) -> None:
    """Keeps what an element tells that is cut out."""
    if name == "script":
        if _LINKED_DATA in attributes.lower() and end - start < LARGEST_DATA:
            page.data.append(markup[start:end])
    elif name == "title":
        if page.title is None:
            page.title = markup[start:end]
    elif name == "noscript":
        page.noscript += end - start


def _behind_declaration(markup: str, start: int, never_closed: set[str], page: Page) -> int:
    """Where a comment, a declaration or an instruction ends."""
    if markup.startswith("<!--", start):
        if "--" not in never_closed:
            close = markup.find("-->", start + 2)  # "<!-->" is a whole comment
            if close >= 0:
                return close + 3
            never_closed.add("--")
            page.issues.append(("unclosed", "comment"))
        condition = _CONDITION.match(markup, start + 4)
        return condition.end() if condition is not None else start + 4
    if markup.startswith(_CDATA, start):
        return start + len(_CDATA)
    close = _closing(page, markup, ">", start, never_closed)
    return close + 1 if close >= 0 else start + 2


def _closing(page: Page, markup: str, name: str, start: int, never_closed: set[str]) -> int:
    """The place of the end tag of an element, or of the ">" of a declaration; -1 when there is none."""
    if name in never_closed:
        return -1
    sought = name if name == ">" else f"</{name}"
    close = markup.find(sought, start)
    if close < 0 and name != ">":
        close = markup.find(sought.upper(), start)
    if close < 0:
        never_closed.add(name)
        if name != ">":
            page.issues.append(("unclosed", name))
    return close


def _closes_itself(attributes: str) -> bool:
    """Whether a tag ends as an empty element of XML does; "src=/a/" does not."""
    return attributes.endswith("/") and attributes[-2:-1] in ("", " ", '"', "'")


def _next_tag(markup: str, start: int) -> int:
    tag = markup.find("<", start)
    return tag if tag >= 0 else len(markup)


def _as_text(markup: str) -> str:
    return markup.replace("&", "&amp;").replace("<", "&lt;")
