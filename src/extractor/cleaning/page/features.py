"""Features of the blocks of a page: their own, their containers', their place."""

from __future__ import annotations

from math import log1p
from typing import Any, Final

from extractor.cleaning.draft import Draft, Node
from extractor.cleaning.features import NAMES as OWN_NAMES
from extractor.cleaning.features import STOP_WORDS, own_features
from extractor.cleaning.page.hints import NAMES as HINTS
from extractor.cleaning.phrases import CUES, Phrase, Phrases

KINDS: Final = ("paragraph", "heading", "list_item", "table_row", "caption", "quote", "code")
PROSE_WORDS: Final = 12  # a block of this many words that ends as a sentence is prose
_TAGS: Final = ("p", "div", "td", "dd", "dt", "section", "article", "body", "h1")
_LEVELS: Final = 3  # containers above a block that are looked at
_PER_LEVEL: Final = ("link", "log_words", "prose_share", "page_share", "log_blocks")
NAMES: Final = (
    *OWN_NAMES,
    *(f"kind_{kind}" for kind in KINDS),
    *(f"tag_{tag}" for tag in _TAGS),
    "heading_level", "list_level", "link_share", "all_link", "broken", "bold", "repeated", "is_title", "title_overlap",
    "position", "word_position", "hidden", "after_h1", "h1_distance", "main_score", "main_levels", "in_main", "path_article",
    "same_parent_as_last",
    *(f"{name}_{level}" for level in range(1, _LEVELS + 1) for name in _PER_LEVEL),
    *(f"near_{name}" for name in HINTS),
    *(f"path_{name}" for name in HINTS),
    *(f"section_{name}" for name in CUES),
    "page_words", "page_link", "page_blocks", "page_prose", "page_article_tag", "page_type_article", "in_json", "has_json",
)  # fmt: skip
_BIT_ROWS: dict[int, list[float]] = {}


def _bit_row(bits: int) -> list[float]:
    row = _BIT_ROWS.get(bits)
    if row is None:
        row = [1.0 if bits >> place & 1 else 0.0 for place in range(len(HINTS))]
        if len(_BIT_ROWS) > 50_000:
            _BIT_ROWS.clear()
        _BIT_ROWS[bits] = row
    return row


_KIND_ROWS: Final = {kind: [1.0 if kind == other else 0.0 for other in KINDS] for kind in KINDS}
_TAG_ROWS: Final = {tag: [1.0 if tag == other else 0.0 for other in _TAGS] for tag in _TAGS}
_NO_TAG: Final = [0.0] * len(_TAGS)
_NO_SECTION: Final = [0.0] * len(CUES)


def page_features(
    drafts: list[Draft], phrases: Phrases, title: str, article_body: str, is_article_type: bool
) -> tuple[list[list[float]], list[list[Phrase]]]:
    """A row of values for each draft (in the order of `NAMES`), and the phrase rules each meets."""
    words_of = [draft.text.split() for draft in drafts]
    lower_of = [{word.strip(".,:;!?()\"'“”’|").lower() for word in words} for words in words_of]
    counts = [len(words) for words in words_of]
    total = sum(counts) or 1
    seen: dict[str, int] = {}
    prose: list[bool] = []
    for draft, words, lower, count in zip(drafts, words_of, lower_of, counts, strict=True):
        seen[draft.text] = seen.get(draft.text, 0) + 1
        is_prose = (
            count >= PROSE_WORDS
            and draft.link_share < 0.5
            and len(lower & STOP_WORDS) * 5 >= len(lower)
            and draft.text.rstrip("\"'”’)]»*")[-1:] in ".!?:…"
        )
        prose.append(is_prose)
        linked = draft.link_share * count
        node: Node | None = draft.node
        while node is not None:
            node.blocks += 1
            node.words += count
            node.link_words += linked
            if is_prose:
                node.prose_words += count
            node = node.parent
    main = _main_node(drafts, prose, counts)
    path_of_main: dict[int, int] = {}
    node = main
    level = 0
    while node is not None:
        path_of_main[id(node)] = level
        level += 1
        node = node.parent
    best = main.score or 1.0
    title_words = {word.lower().strip(".,:;!?()\"'“”’|") for word in title.split()}
    h1 = next((place for place, draft in enumerate(drafts) if _in_h1(draft.node)), None)
    link_total = sum(draft.link_share * count for draft, count in zip(drafts, counts, strict=True)) / total
    prose_total = sum(count for count, is_prose in zip(counts, prose, strict=True) if is_prose) / total
    has_article = any(draft.node.tag == "article" for draft in drafts)
    has_json = 1.0 if len(article_body) > 200 else 0.0
    page = [
        log1p(total) / 4.0, link_total, log1p(len(drafts)) / 4.0, prose_total, 1.0 if has_article else 0.0,
        1.0 if is_article_type else 0.0,
    ]  # fmt: skip
    node_rows: dict[int, list[float]] = {}
    rows: list[list[float]] = []
    found: list[list[Phrase]] = []
    before = 0
    last_parent: Node | None = None
    section = _NO_SECTION
    section_level = 9
    size = len(drafts)
    for place, draft in enumerate(drafts):
        words, lower, count = words_of[place], lower_of[place], counts[place]
        text = draft.text
        cues = phrases.find(text, lower, count)
        found.append(cues)
        node = draft.node
        if draft.kind == "heading" and draft.level <= section_level:
            section, section_level = _NO_SECTION, 9
        row = own_features(text, words, lower, cues)
        row += _KIND_ROWS[draft.kind]
        row += _TAG_ROWS.get(node.tag, _NO_TAG)
        parent = node.parent or node
        lca, above = _meet(node, path_of_main)
        overlap = len(lower & title_words) / max(1, len(lower | title_words)) if count <= 40 else 0.0
        row += [
            draft.level / 6.0 if draft.kind == "heading" else 0.0,
            draft.level / 3.0 if draft.kind == "list_item" else 0.0,
            draft.link_share,
            1.0 if draft.link_share > 0.9 else 0.0,
            1.0 if draft.broken else 0.0,
            1.0 if draft.bold else 0.0,
            1.0 if seen[text] > 1 else 0.0,
            1.0 if text == title else 0.0,
            overlap,
            place / size,
            before / total,
            1.0 if node.hidden else 0.0,
            0.0 if h1 is None or place <= h1 else 1.0,
            0.0 if h1 is None else max(-1.0, min(1.0, (place - h1) / 40.0)),
            min(parent.score / best, 1.0),
            min(lca, 6) / 6.0,
            1.0 if lca == 0 else 0.0,
            min(above, 8) / 8.0,
            1.0 if parent is last_parent else 0.0,
        ]
        last_parent = parent
        climb: Node | None = node
        near = 0
        for step in range(_LEVELS):
            climb = (climb.parent or climb) if climb is not None else node
            if step < 2:
                near |= climb.bits
            values = node_rows.get(id(climb))
            if values is None:
                weight = climb.words or 1
                values = [
                    climb.link_words / weight,
                    log1p(weight) / 5.0,
                    climb.prose_words / weight,
                    weight / total,
                    log1p(climb.blocks) / 3.0,
                ]
                node_rows[id(climb)] = values
            row += values
        row += _bit_row(node.bits | near)
        row += _bit_row(node.all_bits)
        row += section
        row += page
        row += [1.0 if has_json and count > 3 and text in article_body else 0.0, has_json]
        rows.append(row)
        before += count
        for cue in cues:
            if cue.opens and count <= cue.max_words:
                section = [1.0 if cue.role == name else 0.0 for name in CUES]
                section_level = draft.level if draft.kind == "heading" else 9
    return rows, found


def _in_h1(node: Node) -> bool:
    return node.tag == "h1" or (node.parent is not None and node.parent.tag == "h1")


def _main_node(drafts: list[Draft], prose: list[bool], counts: list[int]) -> Node:
    """The container whose own paragraphs hold most prose."""
    nodes: dict[int, Node] = {}
    for draft, is_prose, count in zip(drafts, prose, counts, strict=True):
        if not is_prose or draft.node.hidden:
            continue
        node = draft.node.parent or draft.node
        weight = float(count)
        for _ in range(3):
            node.score += weight
            nodes[id(node)] = node
            weight *= 0.5
            if node.parent is None:
                break
            node = node.parent
    if not nodes:
        root = drafts[0].node if drafts else Node("html", None, 1, 0)
        while root.parent is not None:
            root = root.parent
        return root
    return max(nodes.values(), key=lambda node: node.score)


def _meet(node: Node, path_of_main: dict[int, int]) -> tuple[int, int]:
    """How far the main container is above or beside: its levels up to the common ancestor, and ours."""
    climb: Any = node
    steps = 0
    while climb is not None:
        level = path_of_main.get(id(climb))
        if level is not None:
            return level, steps
        climb = climb.parent
        steps += 1
    return 6, steps
