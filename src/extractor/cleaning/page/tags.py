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
FINISHED: Final = TEXTUAL | {"tr", "h1"}  # at the end of these the walk has more to do

# Tags that authors leave out: what an element ends that begins inside of another, and what no end tag reaches out of.
_CELLS: Final = frozenset(("td", "th"))
_ROW_PARTS: Final = _CELLS | {"tr"}
_TABLE_PARTS: Final = _ROW_PARTS | {"thead", "tbody", "tfoot", "caption"}
_ENDS: Final[dict[str, frozenset[str]]] = {
    "li": frozenset(("li",)),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd"))),
    **dict.fromkeys(HEADINGS, frozenset(HEADINGS)),
    **dict.fromkeys(("td", "th"), _CELLS | {"caption"}),
    "tr": _ROW_PARTS | {"caption"},
    **dict.fromkeys(("thead", "tbody", "tfoot"), _TABLE_PARTS),
}
ENDS: Final[dict[str, frozenset[str]]] = {name: _ENDS.get(name, frozenset()) | {"p"} for name in BLOCK}
# An end tag of less weight than an open element does not end what stands around that one.
WEIGHT: Final[dict[str, int]] = {
    **dict.fromkeys(("div", "section", "article", "main", "aside", "nav", "header", "footer", "ul", "ol", "dl"), 2),
    **dict.fromkeys(("td", "th", "caption"), 3),
    "tr": 4,
    **dict.fromkeys(("thead", "tbody", "tfoot"), 5),
    "table": 6,
}

# What no reader sees with all it holds. What the first hold is no markup, or is not read as such, whatever it looks like;
# the second are never closed on some pages; the third may stand in each other.
RAW: Final = ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript")
DRAWN: Final = ("svg", "canvas", "audio", "video", "select", "datalist", "map")
NESTED: Final = ("template", "object", "applet")
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
    **dict.fromkeys((*RAW, *NESTED), SKIP),
    **dict.fromkeys(("meta", "link", "time", "html", "body", END_OF_PAGE), STATED),
    **dict.fromkeys(
        "span svg path button i em label u code cite sup sub small font picture head".split(), PASS
    ),  # the most
}
