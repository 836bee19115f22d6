"""The elements of HTML by what they do to the text around them."""

from __future__ import annotations

from typing import Final

BLOCK: Final = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup legend li listing main menu nav ol p pre section summary table tbody td "
    "tfoot th thead"
    " tr ul caption optgroup frameset search".split()
)
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
CODE: Final = frozenset(("pre", "listing"))
MENU_TAGS: Final = frozenset(("nav", "footer"))
MENU_ROLES: Final = frozenset(("navigation", "contentinfo"))
MENU_HOLDERS: Final = frozenset(("div", "ul", "ol", "header", "section"))
# What no menu holds; and what none holds that only its class calls one.
NO_MENU: Final = frozenset(("h1", "article", "p", "main", "table"))
NO_LINKS: Final = NO_MENU | {"h2", "h3", "h4", "blockquote", "pre", "form"}
# What cannot stand in the cell of a data table: a table with one of these only lays out the page.
LAYOUT: Final = frozenset(("table", "h1", "h2", "h3", "form", "article", "section", "nav"))
TEXTUAL: Final = frozenset(("li", *CODE))  # the text in these is of a kind of its own
FINISHED: Final = TEXTUAL | {"tr", "dd", "h1"}  # at the end of these the walk has more to do

# What no reader sees with all it holds. Of the first, what they hold is no markup, or is not read as such.
RAW: Final = ("script", "style", "textarea", "title", "iframe", "noembed", "noframes")
DRAWN: Final = (
    "noscript",
    "svg",
    "template",
    "object",
    "applet",
    "canvas",
    "audio",
    "video",
    "select",
    "datalist",
    "map",
)
UNSCRIPTED: Final = ("noscript", "noframes")  # of these, what only readers without scripts or frames see
END_OF_PAGE: Final = (
    "x-end-of-page"  # an element that is put behind a page: a parser that does not meet it lost its way
)

# What the walk does at a tag. All others are passed over: they stand inside a line.
PASS, LINK, STRONG, VOID, BREAK, SKIP, STATED, OPEN, SPECIAL = range(9)  # from OPEN on of blocks
_SPECIAL: Final = frozenset(("td", "th")) | FINISHED | NO_LINKS | LAYOUT
ACTION: Final[dict[str, int]] = {
    **{name: SPECIAL if name in _SPECIAL else OPEN for name in BLOCK},
    "a": LINK,
    **dict.fromkeys(("b", "strong"), STRONG),
    **dict.fromkeys("area base basefont bgsound col embed frame img input param source track wbr".split(), VOID),
    **dict.fromkeys(("br", "hr"), BREAK),
    **dict.fromkeys((*RAW, *DRAWN), SKIP),
    **dict.fromkeys(("meta", "link", "time", "html", "body", "plaintext", END_OF_PAGE), STATED),
}
