"""Roles of companies from the words around them: who buys whom, who works with whom, whose report it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.annotating.types.companies.names.chunk import Chunk, firms_of
from extractor.annotating.types.companies.words.role_cues import (
    ABOUT_BEFORE,
    ACQUIRER_BEFORE,
    ACQUIRER_BEHIND,
    CUSTOMER,
    CUSTOMER_BEFORE,
    CUSTOMER_BEHIND,
    DEAL,
    FORECASTS,
    INVESTOR_BEFORE,
    INVESTOR_BEHIND,
    KINDS_OF,
    MARKET_TALK,
    PART_OF,
    PARTNER,
    PARTNER_BEFORE,
    PARTNER_BEHIND,
    PLAYER,
    PLAYER_BEFORE,
    PLAYER_BEHIND,
    PUBLISHER,
    PUBLISHER_BEFORE,
    PUBLISHER_BEHIND,
    ROUND,
    RUN_JOINTLY,
    SOURCE_ONLY,
    TARGET_BEFORE,
    TARGET_BEHIND,
)

if TYPE_CHECKING:
    import re

    from extractor.annotating.annotation import Annotation

# Characters read on either side, and words.
REACH = 110
WINDOW = 18
_KIND_WORDS = frozenset(KINDS_OF)
_SENTENCE_ENDS = (". ", "; ", "! ", "? ")
_ABBREVIATED = ("Inc", "Ltd", "Co", "Corp")


def set_roles(annotation: Annotation, series: list[list[Chunk]]) -> None:
    """Sets the role of every chunk that is a company; members of one series share what is said of it.

    Args:
        annotation: the text.
        series: its chunks in groups that are separated by list marks alone, a company in each.
    """
    for group in series:
        _set_roles(annotation, group, firms_of(group))


def _set_roles(annotation: Annotation, group: list[Chunk], members: list[Chunk]) -> None:
    first, last = group[0].start, group[-1].end
    ahead = _kinds(annotation.lowers[max(0, first - WINDOW) : first])
    behind = _kinds(annotation.lowers[last : last + WINDOW])
    is_firm = group[0].evidence == "research_firm"
    if not ahead and not behind and not is_firm:
        return
    near = _Near(_before(annotation, group[0]), _behind(annotation, group[-1]), ahead, behind)
    shared = _role(near, is_firm=is_firm, is_research=is_firm or group[0].facts.is_research)
    for chunk in members:
        role = shared
        if len(group) > 1 and near.has(PUBLISHER | DEAL):
            own_before = _before(annotation, chunk)
            if chunk.facts.is_research and PUBLISHER_BEFORE.search(own_before):
                role = "publisher"
            elif PART_OF.search(own_before):
                role = "mentioned"
        if role and not _is_settled(chunk, role, near):
            chunk.role = role


def _kinds(lowers: list[str]) -> int:
    """The kinds of role that the words may speak of, a bit each."""
    found = 0
    for word in _KIND_WORDS.intersection(lowers):
        found |= KINDS_OF[word]
    return found


def _is_settled(chunk: Chunk, role: str, near: _Near) -> bool:
    """Whether the role that a list or a section gave the firm says more than what its clause says."""
    if not chunk.role:
        return False
    return (
        chunk.is_listed
        or role == "key_player"
        or (chunk.role == "key_player" and role == "acquirer" and ACQUIRER_BEHIND.match(near.behind) is not None)
    )


class _Near:
    """What stands before and behind a group: the text, and the kinds of role that its words may speak of."""

    __slots__ = ("_ahead", "_behind", "before", "behind")

    def __init__(self, before: str, behind: str, ahead_kinds: int, behind_kinds: int) -> None:
        self.before = before
        self.behind = behind
        self._ahead = ahead_kinds
        self._behind = behind_kinds

    def has(self, kinds: int) -> bool:
        """Whether a word on either side speaks of one of the kinds."""
        return bool((self._ahead | self._behind) & kinds)

    def leads(self, kind: int, pattern: re.Pattern[str]) -> bool:
        """Whether the text before matches a pattern of the kind."""
        return bool(self._ahead & kind) and pattern.search(self.before) is not None

    def follows(self, kind: int, pattern: re.Pattern[str]) -> bool:
        """Whether the text behind starts with a pattern of the kind."""
        return bool(self._behind & kind) and pattern.match(self.behind) is not None


def _before(annotation: Annotation, chunk: Chunk) -> str:
    """What stands before a name in its sentence, in small letters."""
    start = annotation.starts[chunk.start]
    before = annotation.text[max(0, start - REACH) : start]
    if "\n\n" in before:
        before = before[before.rfind("\n\n") :]
    for mark in _SENTENCE_ENDS:
        if mark in before and not before[: before.rfind(mark)].endswith(_ABBREVIATED):
            before = before[before.rfind(mark) + 2 :]
    return before.lower()


def _behind(annotation: Annotation, chunk: Chunk) -> str:
    """What stands behind a name in its sentence, in small letters."""
    end, tail = annotation.end(chunk.end - 1), annotation.end(chunk.tail - 1)
    text = annotation.text
    behind = text[tail : tail + REACH] if tail > end else text[end : end + REACH]
    if behind[:2] in _SENTENCE_ENDS and not behind[2:3].islower() and not behind.startswith("It ", 2):
        behind = ""  # what the next sentence says
    return behind.split("\n\n")[0].lower()


def _role(near: _Near, *, is_firm: bool, is_research: bool) -> str:
    """The role that the words around give; whose report it is says more than a deal, a deal more than a share of the market."""
    return (
        (near.has(PUBLISHER) and _publisher(near, is_research=is_research))
        or (near.has(DEAL) and _deal(near))
        or (near.has(PARTNER) and _partner(near))
        or (near.has(CUSTOMER) and _customer(near))
        or (near.has(PLAYER) and _player(near))
        or ("publisher" if is_firm else "")
    )


def _publisher(near: _Near, *, is_research: bool) -> str:
    is_source = near.leads(PUBLISHER, SOURCE_ONLY)
    if (is_research or not is_source) and near.leads(PUBLISHER, PUBLISHER_BEFORE):
        return "publisher"
    forecasts = near.follows(PUBLISHER, FORECASTS)
    if (is_source or forecasts) and MARKET_TALK.search(near.behind):
        return "publisher"
    if near.follows(PUBLISHER, PUBLISHER_BEHIND) or (
        is_research and (forecasts or near.leads(PUBLISHER, ABOUT_BEFORE))
    ):
        return "publisher"
    return ""


def _deal(near: _Near) -> str:
    if near.follows(DEAL, INVESTOR_BEHIND):
        return "investor"
    if near.leads(DEAL, PART_OF):
        return "mentioned"
    if near.follows(DEAL, TARGET_BEHIND):
        return "target"
    if near.follows(DEAL, ACQUIRER_BEHIND) or near.leads(DEAL, ACQUIRER_BEFORE):
        return "acquirer"
    return "target" if near.leads(DEAL, TARGET_BEFORE) else ""


def _partner(near: _Near) -> str:
    return "partner" if near.follows(PARTNER, PARTNER_BEHIND) or near.leads(PARTNER, PARTNER_BEFORE) else ""


def _customer(near: _Near) -> str:
    if near.follows(CUSTOMER, CUSTOMER_BEHIND) or near.leads(CUSTOMER, CUSTOMER_BEFORE):
        return "customer"
    if near.follows(CUSTOMER, INVESTOR_BEHIND) or (near.leads(CUSTOMER, INVESTOR_BEFORE) and ROUND.search(near.before)):
        return "investor"
    return ""


def _player(near: _Near) -> str:
    return "key_player" if near.follows(PLAYER, PLAYER_BEHIND) or near.leads(PLAYER, PLAYER_BEFORE) else ""


def mark_ventures(annotation: Annotation, series: list[list[Chunk]]) -> None:
    """Makes A and B of "A and B run C" partners; `series` are all groups of the text, in order."""
    for group, following in pairwise(series):
        if len(group) != 2 or len(following) != 1 or not following[0].evidence:
            continue
        end = annotation.end(group[-1].tail - 1)
        if RUN_JOINTLY.match(annotation.lower[end : annotation.starts[following[0].start]]):
            for chunk in group:
                if chunk.role in ("", "key_player"):
                    chunk.role = "partner"
            following[0].role = "mentioned"
