"""Features of the blocks of a page: their own, their containers', their place."""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.facts import OWN
from extractor.cleaning.features import Column, Own, to_prose
from extractor.cleaning.page.hints import NAMES as HINTS
from extractor.cleaning.phrases import CUES, Phrases

if TYPE_CHECKING:
    from extractor.cleaning.page.metadata import PageMetadata

KINDS: Final = ("paragraph", "heading", "list_item", "table_row", "caption", "quote", "code")
TAGS: Final = ("p", "div", "td", "dd", "dt", "section", "article", "body", "h1")
ALL_LINK: Final = 0.9  # share of links from which a block is nothing else
LEVELS: Final = 3  # containers above a block that are looked at
_PER_NODE: Final = ("link", "log_words", "prose_share", "page_share", "log_blocks")
_BLOCK: Final = (
    "heading_level", "list_level", "link_share", "all_link", "broken", "bold", "position", "word_position", "hidden", "after_h1",
    "h1_distance", "main_score", "main_levels", "in_main", "path_article", "same_parent_before", "same_parent_after", "prose_before",
    "prose_after", "before_main", "after_main", "branch_before", "in_json", "depth",
)  # fmt: skip
_SIGNATURE: Final = ("sig_log_count", "sig_words", "sig_link", "sig_prose", "sig_in_main")
PAGE: Final = (
    "page_words",
    "page_link",
    "page_blocks",
    "page_prose",
    "page_article_tag",
    "page_type_article",
    "has_json",
    "main_share",
    "page_heading",
)
NAMES: Final = (
    *OWN,
    *(f"kind_{kind}" for kind in KINDS),
    *(f"tag_{tag}" for tag in TAGS),
    *_BLOCK,
    *(f"{name}_{level}" for level in (*range(1, LEVELS + 1), "branch") for name in _PER_NODE),
    *_SIGNATURE,
    *(f"near_{name}" for name in HINTS),
    *(f"path_{name}" for name in HINTS),
    *(f"branch_{name}" for name in HINTS),
    *(f"section_{name}" for name in CUES),
    *PAGE,
)
_KIND_AT: Final = {name: place for place, name in enumerate(KINDS)}
_TAG_AT: Final = {name: place for place, name in enumerate(TAGS)}
_HINT_BITS: Final = 1 << np.arange(len(HINTS), dtype=np.int64)


class _Sums:
    """Running sums over the blocks: what any container holds is a difference of two of them."""

    def __init__(self, counts: Column, links: Column, prose: Any) -> None:
        zero = np.zeros(1)
        self.words = np.concatenate([zero, np.cumsum(counts)])
        self.links = np.concatenate([zero, np.cumsum(counts * links)])
        self.prose = np.concatenate([zero, np.cumsum(np.where(prose, counts, 0.0))])

    def of(self, nodes: Sequence[Node], total: float) -> Column:
        """The values of `_PER_NODE` for containers."""
        size = len(nodes)
        start = np.fromiter([node.start for node in nodes], np.int64, size)
        end = np.fromiter([node.end for node in nodes], np.int64, size)
        words = np.maximum(self.words[end] - self.words[start], 1.0)
        out = np.empty((size, len(_PER_NODE)), np.float32)
        out[:, 0] = (self.links[end] - self.links[start]) / words
        out[:, 1] = np.log1p(words) / 5.0
        out[:, 2] = (self.prose[end] - self.prose[start]) / words
        out[:, 3] = words / total
        out[:, 4] = np.log1p(end - start) / 3.0
        return out


def page_features(drafts: list[Draft], phrases: Phrases, metadata: PageMetadata) -> tuple[Column, Own]:
    """The matrix of `NAMES` for the drafts of a page that states so much, and their own features with the phrase rules they meet."""
    size = len(drafts)
    title = metadata.heading or metadata.title or ""
    article_body = metadata.article_body
    texts = [draft.text for draft in drafts]
    nodes = [draft.node for draft in drafts]
    links = np.fromiter([draft.link_share for draft in drafts], np.float32, size)
    own = Own(texts, phrases, title, _among_links(links).tolist())
    prose = own.prose & (links < 0.5) & ~np.fromiter([node.hidden for node in nodes], np.bool_, size)
    sums = _Sums(own.counts, links, prose)
    total = max(1.0, float(sums.words[-1]))
    main = _main_node(nodes, prose, own.counts)
    levels, steps, branches = _around(nodes, main)
    above = [[node.parent or node for node in nodes]]
    for _ in range(LEVELS - 1):
        above.append([node.parent or node for node in above[-1]])
    at = np.arange(size)
    out = np.zeros((size, len(NAMES)), np.float32)
    width = len(OWN)
    out[:, :width] = own.matrix
    out[at, width + np.fromiter([_KIND_AT[draft.kind] for draft in drafts], np.int64, size)] = 1.0
    width += len(KINDS)
    tags = np.fromiter([_TAG_AT.get(node.tag, -1) for node in nodes], np.int64, size)
    known = tags >= 0
    out[at[known], width + tags[known]] = 1.0
    width += len(TAGS)
    parent_ids = np.fromiter(map(id, above[0]), np.int64, size)
    same = np.zeros(size + 1, np.float32)
    same[1:-1] = parent_ids[1:] == parent_ids[:-1]
    h1 = next(
        (
            place
            for place, node in enumerate(nodes)
            if node.tag == "h1" or (node.parent is not None and node.parent.tag == "h1")
        ),
        None,
    )
    before, after = to_prose(prose)
    main_prose = np.flatnonzero(prose[main.start : main.end]) + main.start
    first, last = (int(main_prose[0]), int(main_prose[-1])) if len(main_prose) else (0, size)
    best = main.score or 1.0
    has_json = len(article_body) > 200
    main_levels = np.fromiter(levels, np.float32, size)
    columns = (
        [draft.level / 6.0 if draft.kind == "heading" else 0.0 for draft in drafts],
        [draft.level / 3.0 if draft.kind == "list_item" else 0.0 for draft in drafts],
        links,
        links > ALL_LINK,
        [draft.broken for draft in drafts],
        [draft.bold for draft in drafts],
        at / size,
        sums.words[:-1] / total,
        [node.hidden for node in nodes],
        0.0 if h1 is None else at > h1,
        0.0 if h1 is None else np.clip((at - h1) / 40.0, -1.0, 1.0),
        [min(node.score / best, 1.0) for node in above[0]],
        np.minimum(main_levels, 6.0) / 6.0,
        main_levels == 0.0,
        np.minimum(np.fromiter(steps, np.float32, size), 8.0) / 8.0,
        same[:-1],
        same[1:],
        before,
        after,
        np.clip((first - at) / 20.0, 0.0, 1.0),
        np.clip((at - last) / 20.0, 0.0, 1.0),
        [branch.start < first for branch in branches],
        [len(text) > 15 and text in article_body for text in texts] if has_json else 0.0,
        [min(node.depth, 30) / 30.0 for node in nodes],
    )
    for place, column in enumerate(columns):
        out[:, width + place] = column
    width += len(_BLOCK)
    for level in (*above, branches):
        out[:, width : width + len(_PER_NODE)] = sums.of(level, total)
        width += len(_PER_NODE)
    out[:, width : width + len(_SIGNATURE)] = _signatures(nodes, above[0], own, links, prose, main_levels)
    width += len(_SIGNATURE)
    near = [node.bits | one.bits | two.bits for node, one, two in zip(nodes, above[0], above[1], strict=True)]
    for bits in (near, [node.all_bits for node in nodes], [branch.bits for branch in branches]):
        array = np.fromiter(bits, np.int64, size)
        out[:, width : width + len(HINTS)] = (array[:, None] & _HINT_BITS) != 0
        width += len(HINTS)
    out[:, width : width + len(CUES)] = own.sections(_section_ends(drafts))
    width += len(CUES)
    out[:, width:] = (
        log1p(total) / 4.0,
        float(sums.links[-1]) / total,
        log1p(size) / 4.0,
        float(sums.prose[-1]) / total,
        any(node.tag == "article" for level in above for node in level),
        metadata.is_article,
        has_json,
        float(sums.words[main.end] - sums.words[main.start]) / total,
        sum(1 for draft in drafts if draft.kind == "heading") / size,
    )
    return out, own


def _among_links(links: Column) -> NDArray[np.bool_]:
    """Of each block, whether it and those beside it are links: so are most blocks of a page."""
    linked = np.zeros(len(links) + 2, np.bool_)
    linked[1:-1] = links > ALL_LINK
    return linked[:-2] & linked[1:-1] & linked[2:]


def _section_ends(drafts: list[Draft]) -> frozenset[int]:
    return frozenset(place for place, draft in enumerate(drafts) if draft.kind == "heading")


def _main_node(nodes: list[Node], prose: Any, counts: Column) -> Node:
    """The container whose own paragraphs hold most prose; each passes half of its score up, and half of that."""
    best: Node | None = None
    best_score = 0.0
    for place in np.flatnonzero(prose).tolist():
        node = nodes[place].parent or nodes[place]
        weight = float(counts[place])
        for _ in range(3):
            node.score += weight
            if node.score > best_score:
                best, best_score = node, node.score
            weight *= 0.5
            if node.parent is None:
                break
            node = node.parent
    if best is None:
        best = nodes[0]
        while best.parent is not None:
            best = best.parent
    return best


def _around(nodes: list[Node], main: Node) -> tuple[list[int], list[int], list[Node]]:
    """How each block lies to the main container.

    For each: levels from the main container up to their common ancestor; steps from the block up to it; and the
    branch the block hangs on, which is the child of the common ancestor above it.
    """
    climb: Node | None = main
    level = 0
    while climb is not None:
        climb.main_level = level
        level += 1
        climb = climb.parent
    for node in nodes:
        if node.main_level >= 0:
            continue
        trail: list[Node] = []
        climb = node
        while climb is not None and climb.main_level < 0:
            trail.append(climb)
            climb = climb.parent
        if climb is None:
            continue
        level, step, branch = climb.main_level, climb.main_steps, climb.branch
        for below in reversed(trail):
            step += 1
            below.main_level, below.main_steps, below.branch = level, step, branch
            if step == 1:
                branch = below
    return (
        [node.main_level for node in nodes],
        [node.main_steps for node in nodes],
        [node.branch or node for node in nodes],
    )


def _signatures(
    nodes: list[Node], parents: list[Node], own: Own, links: Column, prose: Any, main_levels: Column
) -> Column:
    """Means over the blocks that stand in elements of the same tags and classes: what a template repeats."""
    numbers: dict[tuple[str, int, str, int], int] = {}
    ids = [
        numbers.setdefault((node.tag, node.own_class, parent.tag, parent.own_class), len(numbers))
        for node, parent in zip(nodes, parents, strict=True)
    ]
    index = np.array(ids)
    sizes = np.bincount(index)
    out = np.empty((len(nodes), len(_SIGNATURE)), np.float32)
    out[:, 0] = (np.log1p(sizes) / 4.0)[index]
    for place, values in enumerate((np.minimum(own.counts, 60.0) / 30.0, links, prose, main_levels == 0.0), 1):
        out[:, place] = (np.bincount(index, weights=values) / sizes)[index]
    return out
