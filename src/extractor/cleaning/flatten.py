"""A page flattened to text as scrapers do it, for learning only: a line a block, or a line a text node."""

from __future__ import annotations

import html.parser
from typing import Final, Literal

_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong"
    " sub sup time tt u var wbr".split()
)
_UNSEEN: Final = frozenset(("script", "style", "template", "noscript", "head"))


class _Flattener(html.parser.HTMLParser):
    def __init__(self, by_node: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.by_node = by_node
        self.out: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "body":
            self.unseen = 0
        if tag not in _INLINE:
            self.out.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and self.unseen:
            self.unseen -= 1
        if tag not in _INLINE:
            self.out.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            text = " ".join(data.split())
            lead = " " if data[:1].isspace() else ""
            trail = " " if data[-1:].isspace() else ""
            self.out.append(f"\n{text}\n" if self.by_node else lead + text + trail)


def flatten(markup: str, form: Literal["blocks", "lines"] | str) -> str:
    """The text of a page: a line a block element, or a line a text node.

    >>> flatten("<p>Tin <a>rose</a>.</p><script>x</script><p>Zinc fell.</p>", "blocks")
    'Tin rose.\\nZinc fell.'
    >>> flatten("<p>Tin <a>rose</a>.</p>", "lines")
    'Tin\\nrose\\n.'
    """
    parser = _Flattener(form == "lines")
    parser.feed(markup)
    parser.close()
    rows = (" ".join(row.split()) for row in "".join(parser.out).split("\n"))
    return "\n".join(row for row in rows if row)
