"""Markup to tokens: one pattern finds each tag, with what no tag can stand in and the text behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain
from typing import Final

from extractor.cleaning.page.tags import DRAWN, END_OF_PAGE, RAW

_WIDTH: Final = 7  # groups of the pattern and the text behind: what `re.split` gives for each token
_MARK: Final = f"<{END_OF_PAGE}>"
# All repeats are possessive and each alternative may end where the page does: nothing is read twice, whatever is never closed.
_ATTRIBUTES: Final = (
    r"""[^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+')?+[^>=]*+)*+"""  # a quote counts behind "=" only, as in HTML
)
_FIRST: Final = "".join(sorted({name[0] + name[0].upper() for name in (*RAW, *DRAWN)}))
_TOKEN: Final = re.compile(
    rf"""<(?:
    (?:(?=[{_FIRST}])(?:((?i:{"|".join(RAW)}))|((?i:{"|".join(DRAWN)})))(?=[\s/>]) | (/?)([a-zA-Z][^\s/>]*+))
    ({_ATTRIBUTES})(?:>|\Z)
    (?(1)(?:(?<=/>)|([^<]*+(?:<(?!/(?i:\1))[^<]*+)*+)(?:<[^>]*+>?+)?+))
    (?(2)(?:(?<=/>)|(?:[^<]*+(?:<(?!/?(?i:\2)[\s/>])[^<]*+)*+</(?i:\2)[^>]*+>?+)?+))
    |!--(?:-?>|[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|\Z))
    |[!?][^>]*+>?+
    |/[^a-zA-Z>][^>]*+>?+
    )""",
    re.VERBOSE,
)
_ATTRIBUTE: Final = re.compile(r"""([^\s"'>/=][^\s>/=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?+""")
_ITSELF: Final = ('"/', "'/", " /")


# What stands between two texts, and the text behind it: (raw, drawn, slash, name, attributes, content, text). A plain tuple,
# for speed. `raw` names an element whose `content` is no markup (a script), `drawn` one that no reader sees; else `name` is
# that of a tag, an end tag when `slash` is not empty, and a comment has none of them. `attributes` are as they stand in the tag.
Token = tuple[str | None, str | None, str | None, str | None, str | None, str | None, str]


def tokens_of(markup: str) -> Iterator[Token]:
    """The tokens of a page; the first has the text before any tag. The last is an element that marks the page's end.

    >>> [name or raw or text for raw, _, _, name, *_, text in tokens_of("Tin<p>rose</p><style>p {}</style>")]
    ['Tin', 'p', 'p', 'style', 'x-end-of-page']
    """
    fields = iter(_TOKEN.split(markup + _MARK))
    first = (None, None, None, None, None, None, next(fields))
    rest: Iterator[Token] = zip(*[fields] * _WIDTH, strict=True)
    return chain((first,), rest)


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a tag, names in small letters, entities as characters; of two of one name the first.

    >>> attributes_of(" class='a b' HREF=/tin?a&amp;b hidden/")
    {'class': 'a b', 'href': '/tin?a&b', 'hidden': ''}
    """
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


def closes_itself(attributes: str) -> bool:
    """Whether a start tag with these attributes is its own end tag, as XML has it.

    >>> closes_itself(" id='a' /"), closes_itself(" href=/tin/")
    (True, False)
    """
    return attributes == "/" or attributes.endswith(_ITSELF)
