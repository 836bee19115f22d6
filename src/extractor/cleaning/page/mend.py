"""Markup that a parser would lose text of, mended: a tag that the page's end cut off, what is never closed."""

from __future__ import annotations

import re
from typing import Final

from extractor.cleaning.page.tags import NESTED, RAW

_CUT_OFF: Final = re.compile(r"<[a-zA-Z/][^<]{0,2000}")  # a tag that the end of the page cut off
# A section of data, as XML has it: HTML takes it for a comment. In a script it stands in a comment of its own.
_SECTION: Final = re.compile(r"<!\[CDATA\[(?<!/[/*]<!\[CDATA\[)(?<!/[/*] <!\[CDATA\[)(.*?)\]\]>", re.DOTALL)
_SECTION_MARK: Final = "<![CDATA["
_COMMENT: Final = re.compile(r"<!--(?:\[if[^<>]{0,100}>)?")
_COMMENT_END: Final = "-->"
_SWALLOWING: Final = re.compile(rf"<(/?)({'|'.join((*RAW, *NESTED, 'xmp'))})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_HIDING: Final = re.compile(rf"<(/?)({'|'.join((*RAW, *NESTED))})(?=[\s/>])", re.IGNORECASE)
_CODE: Final = ("script", "style")  # no text is in these up to the next tag


def prepared(markup: str) -> str:
    """The markup without what every reader of HTML would lose text of.

    >>> prepared("<p>Tin rose.</p><p>Zinc <a hre")
    '<p>Tin rose.</p><p>Zinc  '
    """
    if "\x00" in markup:
        markup = markup.replace("\x00", "")
    if _SECTION_MARK in markup:
        behind = markup.rfind("]]>") + 3 if "]]>" in markup else 0
        markup = _SECTION.sub(_inside, markup[:behind]) + markup[behind:].replace(_SECTION_MARK, "")
    last = markup.rfind(">") + 1
    if markup.find("<", last) >= 0:
        markup = markup[:last] + _CUT_OFF.sub(" ", markup[last:])
    return markup


def _inside(section: re.Match[str]) -> str:
    return section[1].replace(_SECTION_MARK, "")


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
            cuts += [(tag.start(), _end_of_code(markup, tag.end()) if name in _CODE else tag.end()) for tag in cut]
    return _without(markup, cuts), issues


def _end_of_code(markup: str, start: int) -> int:
    """Where code that begins here ends at the latest: before the next tag."""
    end = markup.find("<", start)
    return end if end >= 0 else len(markup)


def laid_bare(markup: str) -> str:
    """The markup with all that no reader sees as plain elements: nothing swallows the rest of it.

    >>> laid_bare("<object x='>'><p>Tin</p><!-- <style>")
    "<x-object x='>'><p>Tin</p> <x-style>"
    """
    return _HIDING.sub(r"<\1x-\2", _COMMENT.sub("", markup))


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
