"""Whether what was kept is an article at all, and how sure the cleaning is of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from extractor import late
from extractor.cleaning.block import KEPT, Block
from extractor.cleaning.phrases import Phrase

LOWEST_CUT: Final = 0.15  # chance below which no block is kept, however unclear the document
FEW_BLOCKS: Final = 6  # a document this short is taken whole, but for lines that a rule names
NEAR_TITLE: Final = 6  # blocks before and behind the title in which a byline or date line stands
SHORT_WORDS: Final = 150  # an error page or a wall says less than this
WALL_WORDS: Final = 70
BARE_WALL_WORDS: Final = 12  # of a document of few blocks, which may be a short article that speaks of logging in
BARE_HEADINGS: Final = 2  # last headings that head nothing; more are a list
LEAST_BODY: Final = 4  # kept blocks before them
# Roles of what stands behind an article. Calls to buy do not tell: authors end with them as often as sites.
BEHIND: Final = frozenset(("author_bio", "byline", "credit", "signup"))
LISTING_LINKS: Final = 10  # blocks of links from which a page without prose is a listing
_ERROR: Final = late.regex(
    r"\b(?:40[0134]|50[0234])\b.{0,30}\b(?:error|not found|forbidden|unavailable|gateway)|\b(?:error"
    r"|http) (?:40[0134]|50[0234])\b|^(?:error )?404\b"
    r"|\bpage (?:was |is |can(?:no|['’])t be |could not be |you.{0,30} )?(?:not found|found|missing|unavailable"
    r"|no longer)\b|\bnot found\W*$"
    r"|\baccess (?:to this page )?(?:has been |is )?denied\b|^just a moment\b|\battention required\b"
    r"|\bare you (?:a )?(?:human|robot)\b|\bcaptcha\b"
    r"|\bverif(?:y|ying) (?:that )?you are (?:a )?human\b|\bsite can['’]t be reached\b|\bservice unavailable\b"
    r"|\btemporarily (?:down|unavailable|restricted)\b"
    r"|\boops\b|\bpage doesn['’]t exist\b|\benable javascript\b",
    re.IGNORECASE,
)
_WALL: Final = late.regex(
    r"\b(?:log ?in|sign in|subscribe|register|create an account"
    r"|start your (?:free )?trial)\b.{0,40}\b(?:to (?:continue|read|view|access)|your account|to your)\b"
    r"|\bthis (?:content|article|page|report) is (?:only )?(?:for|reserved|available (?:only )?(?:to|for))\b"
    r"|\bforgot (?:your )?password\b|\byou have reached your\b",
    re.IGNORECASE,
)


def drops(cues: Sequence[Phrase], place: int, title_at: int | None) -> bool:
    """Whether the rules a block meets drop it by themselves: a sure one does, a byline does beside the title."""
    for cue in cues:
        if cue.sure or (cue.role == "byline" and title_at is not None and abs(place - title_at) <= NEAR_TITLE):
            return True
    return False


def whole_when_short(blocks: int, kept: list[bool], dropped_by_rule: Sequence[bool]) -> list[bool]:
    """The decision, but a document of a few blocks is kept whole except for what a rule drops."""
    if blocks > FEW_BLOCKS:
        return kept
    return [not by_rule for by_rule in dropped_by_rule]


def bare_headings(kinds: Sequence[str], keep: Sequence[bool]) -> list[int]:
    """The last kept blocks, where they are headings: what they headed was dropped ("Sources", "You might also like").

    >>> bare_headings(["heading", "paragraph", "paragraph", "paragraph", "list_item", "heading", "paragraph"], [True] * 6 + [False])
    [5]
    """
    last: list[int] = []
    rest = 0
    for place in range(len(keep) - 1, -1, -1):
        if not keep[place]:
            continue
        if rest or kinds[place] != "heading":
            rest += 1
            if rest == LEAST_BODY:
                return last
        elif len(last) < BARE_HEADINGS:
            last.append(place)
        else:
            return []  # a list of headlines
    return []


def debris_at_end(texts: Sequence[str], cues: Mapping[int, Sequence[Phrase]], keep: Sequence[bool]) -> list[int]:
    """The last kept blocks, where they tell who wrote the article and when: sentences on what it does not name before.

    Args:
        texts: those of the blocks.
        cues: place of a block -> the rules it meets.
        keep: which blocks are kept.
    """
    kept = [place for place, is_kept in enumerate(keep) if is_kept]
    found: list[int] = []
    while len(kept) > LEAST_BODY and any(cue.role in BEHIND for cue in cues.get(kept[-1], ())):
        found.append(kept.pop())
    told = "\n".join(texts[place] for place in kept) if found else ""
    return [place for place in found if " ".join(texts[place].split()[:2]) not in told]


def chances(scores: NDArray[np.float32]) -> NDArray[Any]:
    """The chance of each block to belong to the article, from its log odds."""
    return 1.0 / (1.0 + np.exp(-np.minimum(np.maximum(scores, -20), 20)))


def lowered(scores: NDArray[np.float32], counts: NDArray[np.float32]) -> NDArray[np.float32]:
    """The scores, raised all alike where the document is so unclear that keeping more is expected to serve better.

    A block belongs in the text when its chance is above half of the F1 that the best text is expected to reach: on
    a clear page that is one in two, on an unclear one less.
    """
    chance = chances(scores)
    order = np.argsort(-chance, kind="stable")
    right = np.cumsum(counts[order] * chance[order])
    expected = 2.0 * right / (np.cumsum(counts[order]) + right[-1])
    cut = float(np.clip(expected.max() / 2.0, LOWEST_CUT, 0.5))
    return scores - np.float32(np.log(cut / (1.0 - cut)))


def confidence(scores: NDArray[np.float32], kept: Sequence[bool], counts: NDArray[np.float32]) -> float:
    """How good the body is expected to be: the F1 that the block probabilities promise for it, 0 to 1."""
    likely = counts * chances(scores)
    mask = np.array(kept, np.float32)
    right = float(likely @ mask)
    taken = float(counts @ mask)
    wanted = float(likely.sum())
    return round(2.0 * right / (taken + wanted), 3) if taken + wanted else 0.0


def empty_reason(title: str | None, blocks: Sequence[Block], links: Sequence[float] | None) -> str | None:
    """Why the document holds no article, or None when it does.

    Args:
        title: the title found.
        blocks: all blocks, roles set.
        links: for a page, the share of each block's text that is links.
    """
    kept = [place for place, block in enumerate(blocks) if block.role in KEPT]
    if not blocks:
        return "no_text"
    if not kept:
        if _says(_ERROR, title, blocks):
            return "error_page"
        return "login_wall" if _says(_WALL, title, blocks) else "only_furniture"
    words = sum(blocks[place].text.count(" ") + 1 for place in kept)
    if words < SHORT_WORDS and _says(_ERROR, title, [blocks[place] for place in kept[:3]]):
        return "error_page"
    if words < (WALL_WORDS if len(blocks) > FEW_BLOCKS else BARE_WALL_WORDS) and _says(_WALL, title, blocks):
        return "login_wall"
    if links is not None:
        linked = [place for place in kept if links[place] > 0.8]
        prose = sum(1 for place in kept if blocks[place].text.count(" ") >= 20)
        if len(linked) >= LISTING_LINKS and len(linked) > 0.6 * len(kept) and prose < 3:
            return "listing"
    return None


def _says(pattern: re.Pattern[str], title: str | None, blocks: Sequence[Block]) -> bool:
    if title and len(title) < 80 and pattern.search(title):
        return True
    return any(len(block.text) < 200 and pattern.search(block.text) for block in blocks[:40])
