"""Markdown to the flat text that a reader sees, line by line: many scrapers write it.

Marks of emphasis, targets of links, pictures, fences and rules go; the rows of pipe tables become cells joined by " | ". What stands
before the text as its front matter (YAML between two rules, or the lines that services which turn pages into Markdown put on top)
is told apart. The form is CommonMark's with the tables of GitHub's, both by their published descriptions. Each line keeps its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from extractor import late

LEAST_SIGNS: Final = 2  # one sign alone may be anything: "**" also marks notes, "#" tags
BOLD_MARKS: Final = 4  # so many "**" are two pairs, and no marks of notes
LONGEST_MARKED: Final = 300  # characters between two marks of emphasis, or of a link's text
FRONT_LINES: Final = 40  # a rule below so many lines does not close front matter

_LINK: Final = late.regex(
    rf"""(!?)\[((?:[^\[\]\n]|\[[^\[\]\n]{{0,40}}\]){{0,{LONGEST_MARKED}}}+)\]\((?:[^()\s]++|\([^()\s]*+\))*+(?:\s"[^"\n]*+")?\)"""
)
_REFERENCE: Final = late.regex(rf"(?<!!)\[([^\[\]\n]{{1,{LONGEST_MARKED}}})\]\[[^\[\]\n]{{0,60}}\]")
_NOTE: Final = late.regex(r"\[\^[\w-]{1,20}\](?!:)")
_BOLD: Final = late.regex(rf"(\*\*|__)(?=\S)((?:(?!\1).){{1,{LONGEST_MARKED}}}?)(?<=\S)\1")
_SLANTED: Final = late.regex(
    rf"(?<![\w*])\*(?=[^\s*])([^*\n]{{1,{LONGEST_MARKED}}})(?<=\S)\*(?![\w*])"
    rf"|(?<![\w_])_(?=[^\s_])([^_\n]{{1,{LONGEST_MARKED}}})(?<=\S)_(?![\w_])"
)
_CODE: Final = late.regex(rf"(?<!`)`([^`\n]{{1,{LONGEST_MARKED}}})`(?!`)")
_STRUCK: Final = late.regex(rf"~~(?=\S)([^~\n]{{1,{LONGEST_MARKED}}})~~")
_ADDRESS: Final = late.regex(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_ESCAPED: Final = late.regex(r"\\([\\`*_{}\[\]()#+.!|$~>&-])")
_HEADING: Final = late.regex(r"^#{1,6} \S", re.MULTILINE)
_RULE_ROW: Final = late.regex(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_RULE: Final = late.regex(
    r"^[ \t]*(?:([-*_=])[ \t]*(?:\1[ \t]*){2,}|```[\w +-]{0,30}|~~~[\w +-]{0,30}|\[[^\]\n]{1,60}\]:[ \t].*)$",
    re.MULTILINE,
)
_UNDERLINED: Final = late.regex(r"^(?=[^\s#>|-])(.{1,300})\n={3,}[ \t]*$", re.MULTILINE)  # a heading of the first level
_QUOTE: Final = late.regex(r"^[ \t]*(?:>[ \t]?){1,4}", re.MULTILINE)
_PLUS: Final = late.regex(r"^([ \t]*)\+ (?=\S)", re.MULTILINE)
_CELL: Final = late.regex(r"(?<!\\)\|")
_KEY: Final = late.regex(r"^([A-Za-z][\w -]{1,30}):[ \t]*(.*)$")
_FIELDS: Final = {
    "title": "title",
    "date": "published", "published": "published", "publishdate": "published", "published time": "published", "pubdate": "published",
    "author": "author", "authors": "author",
}  # fmt: skip
_SERVED_SIGNS: Final = frozenset(
    ("url source", "markdown content")
)  # one of them stands on top of a page served as Markdown
_SERVED_KEYS: Final = frozenset(
    ("title", "url source", "published time", "markdown content", "warning", "number of pages", "description")
)


@dataclass(slots=True)
class Plain:
    """A text without marks.

    Attributes:
        text: as many lines as the source.
        rows: numbers of the lines, from 1, that are rows of a table.
        stated: what the front matter says: "title", "published", "author".
    """

    text: str
    rows: frozenset[int] = frozenset()
    stated: dict[str, str] = field(default_factory=dict)


def without_marks(text: str) -> Plain:
    """The text as it is read; itself where it is no Markdown.

    >>> without_marks("# Tin\\n\\n**Tin** is [rising](https://tin.example/a_(b)) to \\\\$5.").text
    '# Tin\\n\\nTin is rising to $5.'
    >>> without_marks("The 5 * 4 tins (see [1]) ** are_not_marked.").text
    'The 5 * 4 tins (see [1]) ** are_not_marked.'
    """
    size, stated = _front_matter(text)
    if size:
        lines = text.split("\n")
        text = "\n".join([""] * size + lines[size:])
    elif not is_markdown(text):
        return Plain(text)
    text, rows = _without_pipes(text)
    if "\n===" in text:
        text = _UNDERLINED.sub(r"# \1\n", text)
    text = _RULE.sub("", text)
    if ">" in text:
        text = _QUOTE.sub("", text)
        text = _ADDRESS.sub(r"\1", text)
    text = _PLUS.sub(r"\1- ", text)
    if "](" in text:
        text = _LINK.sub(_shown, _LINK.sub(_shown, text))  # twice: a picture may be what a link shows
    if "[" in text:
        text = _REFERENCE.sub(r"\1", _NOTE.sub("", text))
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _BOLD.sub(r"\2", text)
    if "*" in text or "_" in text:
        text = _SLANTED.sub(r"\1\2", text)
    if "~~" in text:
        text = _STRUCK.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return Plain(text, rows, stated)


def is_markdown(text: str) -> bool:
    """Whether enough signs speak for it.

    >>> is_markdown("## Tin\\n\\nSee [the note](/tin)."), is_markdown("#tin #lead **")
    (True, False)
    """
    signs = 0
    if "](" in text:
        signs += 2 if "](http" in text else 1
    if "**" in text:
        signs += 2 if text.count("**") >= BOLD_MARKS else 1
    if "#" in text and _HEADING.search(text):
        signs += 1
    if "--" in text and "|" in text and _RULE_ROW.search(text):
        signs += 2
    return signs >= LEAST_SIGNS


def _shown(link: re.Match[str]) -> str:
    return "" if link[1] else link[2]


def _without_pipes(text: str) -> tuple[str, frozenset[int]]:
    """Tables as rows of cells, and the numbers of their lines."""
    if "|" not in text or not _RULE_ROW.search(text):
        return text, frozenset()
    lines = text.split("\n")
    rows: set[int] = set()
    for place, line in enumerate(lines):
        if "|" not in line or not _RULE_ROW.fullmatch(line) or not place or "|" not in lines[place - 1]:
            continue
        lines[place] = ""
        lines[place - 1] = _cells(lines[place - 1])
        rows.add(place)
        at = place + 1
        while at < len(lines) and "|" in lines[at]:
            lines[at] = _cells(lines[at])
            rows.add(at + 1)
            at += 1
    return "\n".join(lines), frozenset(rows)


def _cells(line: str) -> str:
    line = line.strip().removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    return " | ".join([cell.strip() for cell in _CELL.split(line)])


def _front_matter(text: str) -> tuple[int, dict[str, str]]:
    """How many lines the front matter takes, and what it says of the text."""
    if text.startswith("---"):
        return _yaml(text)
    return _served(text) if text.startswith(("Title: ", "URL Source: ")) else (0, {})


def _yaml(text: str) -> tuple[int, dict[str, str]]:
    lines = text.split("\n", FRONT_LINES + 1)[: FRONT_LINES + 1]
    if lines[0].rstrip() != "---":
        return 0, {}
    found: dict[str, str] = {}
    for number, line in enumerate(lines[1:], 2):
        bare = line.rstrip()
        if bare in ("---", "..."):
            return number, found
        match = _KEY.match(bare)
        if match is not None:
            _keep(match, found)
        elif bare and not bare.startswith((" ", "\t", "-", "#")):
            break
    return 0, {}


def _served(text: str) -> tuple[int, dict[str, str]]:
    size = 0
    keys: set[str] = set()
    found: dict[str, str] = {}
    for number, line in enumerate(text.split("\n", FRONT_LINES)[:FRONT_LINES], 1):
        match = _KEY.match(line.rstrip())
        if match is not None and match[1].lower() in _SERVED_KEYS:
            _keep(match, found)
            keys.add(match[1].lower())
            size = number
        elif line.strip():
            break
    return (0, {}) if keys.isdisjoint(_SERVED_SIGNS) else (size, found)


def _keep(pair: re.Match[str], found: dict[str, str]) -> None:
    name = _FIELDS.get(pair[1].lower())
    value = pair[2].strip().strip("\"'")
    if name is not None and value and value[0] not in "[{":
        found.setdefault(name, value)
