"""A page flattened to text as scrapers do it, for learning only: a line a block, or a line a text node."""

from __future__ import annotations

from typing import Final

from lxml import etree, html
from lxml.html import defs

# Elements that leave the line whole; every other element starts a line and ends one.
_IN_LINE: Final = (defs.phrase_tags | defs.font_style_tags | defs.special_inline_tags) - {
    "br",
    "img",
    "iframe",
    "object",
    "map",
}
_SILENT: Final = frozenset({"head", "noscript", "script", "style", "template"})


def flatten(markup: str, form: str) -> str:
    """The text of a page, a line a block element (`form` "blocks") or a line a text node ("lines").

    >>> flatten("<p>Tin <a>rose</a>.</p><script>x</script><p>Zinc fell.</p>", "blocks")
    'Tin rose.\\nZinc fell.'
    >>> flatten("<p>Tin <a>rose</a>.</p>", "lines")
    'Tin\\nrose\\n.'
    """
    pieces: list[str] = []
    between = "\n" if form == "lines" else ""
    silent: etree._Element | None = None
    for event, node in etree.iterwalk(html.document_fromstring(markup), events=("start", "end")):
        if not isinstance(node.tag, str):
            said = node.tail if event == "end" else None
        elif event == "start":
            if silent is None and node.tag in _SILENT:
                silent = node
            said = node.text
        else:
            said = node.tail
        if isinstance(node.tag, str) and node.tag not in _IN_LINE:
            pieces.append("\n")
        if event == "end" and node is silent:
            silent = None
        if said and silent is None:
            pieces.append(between + " ".join(("|" + said + "|").split())[1:-1] + between)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))
