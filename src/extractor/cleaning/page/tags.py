"""The elements of HTML by what they do to the text around them."""

from __future__ import annotations

from typing import Final

BLOCK: Final = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup legend li listing main menu nav ol p pre section summary table tbody td tfoot th thead"
    " tr ul caption optgroup frameset noframes search".split()
)
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
BOLD: Final = ("b", "strong")
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
VOID: Final = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())

# What an opening tag ends: tag -> (elements that end, elements the search for them passes through).
_THROUGH: Final = frozenset(("p", "div", "address"))
_IN_CELL: Final = frozenset(BLOCK - {"table"})
ENDS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    **dict.fromkeys(HEADINGS, (frozenset(HEADINGS), frozenset[str]())),
    "li": (frozenset(("li",)), _THROUGH),
    "dt": (frozenset(("dt", "dd")), _THROUGH),
    "dd": (frozenset(("dt", "dd")), _THROUGH),
    "td": (frozenset(("td", "th")), _IN_CELL - {"tr"}),
    "th": (frozenset(("td", "th")), _IN_CELL - {"tr"}),
    "tr": (frozenset(("tr", "td", "th", "caption")), _IN_CELL - {"tbody", "thead", "tfoot"}),
    "tbody": (frozenset(("tbody", "thead", "tfoot", "caption", "tr", "td", "th")), _IN_CELL),
    "thead": (frozenset(("tbody", "thead", "tfoot", "caption", "tr", "td", "th")), _IN_CELL),
    "tfoot": (frozenset(("tbody", "thead", "tfoot", "caption", "tr", "td", "th")), _IN_CELL),
}
# No end tag of another element reaches out of these; those of the parts of a table reach out of all but the table.
CELLS: Final = frozenset(("td", "th", "caption", "table"))
TABLE: Final = frozenset(("table",))
ITEM_STOPS: Final = CELLS | {"ul", "ol", "menu", "dir"}
TABLE_PARTS: Final = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "caption", "table"))

# What the walk does at a tag. All others are passed over: they stand inside a line.
PASS, LINK, UNLINK, BREAK, STRONG, WEAK, STATED, SILENT, OPEN, CLOSE, OPEN_SPECIAL, CLOSE_SPECIAL = range(12)  # from OPEN on of blocks
OPENS: Final = (OPEN, OPEN_SPECIAL)
CLOSES: Final = (CLOSE, CLOSE_SPECIAL)
_SPECIAL: Final = frozenset(ENDS) | FINISHED | NO_LINKS | LAYOUT
_IN_LINE: Final = "span i em img u small font label button input source picture sup sub code time abbr cite s"
ACTION: Final[dict[str, int]] = {
    **{tag: PASS for name in _IN_LINE.split() for tag in (name, f"/{name}")},  # the most frequent of those
    **{name: OPEN_SPECIAL if name in _SPECIAL else OPEN for name in BLOCK},
    **{f"/{name}": CLOSE_SPECIAL if name in FINISHED else CLOSE for name in BLOCK},
    "a": LINK,
    "/a": UNLINK,
    **dict.fromkeys(("br", "/br", "hr"), BREAK),
    **dict.fromkeys(BOLD, STRONG),
    **{f"/{name}": WEAK for name in BOLD},
    **dict.fromkeys(("meta", "link", "time", "html", "body"), STATED),
    **dict.fromkeys(("script", "style"), SILENT),  # with capitals and small letters mixed, or never closed
}
