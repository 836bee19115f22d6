"""The research firm behind the figures: what body and debris say of it, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from extractor import late
from extractor.cleaning.article import Block
from extractor.cleaning.firm_names import bare, firm_weight, known_firms, may_be_firm, squeezed
from extractor.cleaning.firm_signs import REMEMBERED, signs_in
from extractor.data.publisher_cues import NAME, Cue, load_cues, load_words

READ: Final = 1500  # characters of a paragraph that are looked at
DEBRIS_READ: Final = (
    420  # characters of a block of the debris that are looked at: "About us" paragraphs begin with the name
)
LEAST_BODY: Final = 40  # characters of a paragraph that states anything
EARLY: Final = 4  # paragraphs in which a name counts more
EDGE: Final = 8  # blocks from the start and from the end among which a line of a name alone is the site's brand
MARGIN: Final = 1.5  # by which the best name must lead: else several firms are behind the figures, and none is named
MENTION: Final = 0.5  # weight of a name that only stands in the debris
_FIGURE_MARKS: Final = ("%", "$", "€", "£", "₹")
_FIGURE_WORD: Final = late.regex(r"\b(?:USD|EUR|INR|Rs|billion|million|Bn|Mn|bn|crore|CAGR|market|mercado|per cent)\b")
_ADDRESS_MARKS: Final = ("@", "www.", "://")
_PROVIDED: Final = late.regex(
    r"^(?:News |Press release )?(?:provided|distributed|submitted|issued) by\W*$", re.IGNORECASE
)
_LONGEST_LABEL: Final = 60  # characters
_DOMAIN: Final = late.regex(
    r"(?:@|www\.|https?://)(?:www\.)?([a-z0-9-]{4,40})\.(?:com|net|org|io|co|in|de|biz|us|ai)\b", re.IGNORECASE
)
_NAMES: Final = late.regex(NAME)
_VERB: Final = late.regex(rf" {load_words()['saying']} ")
_REACH: Final = 110  # characters from a name to the verb or the noun of its wording, at most
CLAIMS: Final = 2  # wordings of `_CLAIMS` that must agree on a name
_CLAIMS: Final = frozenset(("line.about", "line.source", "line.source_inside", "line.issued_by", "line.copyright"))
_OF_REPORTS: Final = frozenset(("body.according_to_work", "body.work_by", "body.subject_work", "body.is_a_firm"))


@cache
def _cues(where: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in load_cues() if cue.where == where)


class _Votes:
    """Names with the weight of what speaks for each."""

    def __init__(self, title_words: frozenset[str]) -> None:
        self._title_words = title_words
        self.weights: dict[str, float] = {}
        self.shown: dict[str, str] = {}
        self.origins: dict[str, str] = {}
        self._claims: dict[str, set[str]] = {}

    def claim(self, name: str, cue: Cue) -> None:
        """A wording of the debris; a name that does not look like a firm's is one's when several of the strong ones agree."""
        if cue.id in _CLAIMS:
            key = squeezed(bare(name))
            self._claims.setdefault(key, set()).add(cue.id)
            self.add(name, cue.weight, "debris", telling=len(self._claims[key]) >= CLAIMS)
        else:
            self.add(name, cue.weight, "debris")

    def add(self, name: str, weight: float, where: str, *, telling: bool = False) -> None:
        """One mention of a name; `telling` when the wording alone makes it a firm's."""
        name = bare(name)
        firm = firm_weight(name, self._title_words, telling=telling)
        if firm <= 0.0:
            return
        key = squeezed(name).removesuffix("group")
        if key not in self.weights:
            self.weights[key] = firm
            self.shown[key], self.origins[key] = name, where
        self.weights[key] += weight
        if len(name) > len(self.shown[key]):
            self.shown[key] = name

    def merge(self) -> None:
        """A name and its short form ("IMARC", "IMARC Group") are one; the form that more speaks for is shown, or the longer."""
        for short in sorted(self.weights, key=len):
            for long in self.weights:
                if long != short and self.shown[long].startswith(self.shown[short] + " "):
                    weight = self.weights.pop(short)
                    if weight > self.weights[long]:
                        self.shown[long] = self.shown[short]
                    self.weights[long] += weight
                    break

    def best(self) -> tuple[str, str] | None:
        """The name that leads, or None."""
        if not self.weights:
            return None
        self.merge()
        ranked = sorted(self.weights, key=lambda key: (-self.weights[key], key))
        if len(ranked) > 1 and self.weights[ranked[0]] - self.weights[ranked[1]] < MARGIN:
            return None
        return self.shown[ranked[0]], self.origins[ranked[0]]


def _read_body(text: str, signs: Sequence[str], votes: _Votes, early: float, *, about_figures: bool) -> None:
    """A paragraph of the article. One without figures names a firm only where it speaks of a report.

    Args:
        text: the paragraph.
        signs: what in it may be part of a firm's name: wordings that make no name one are tried only around these.
        votes: take what is found.
        early: weight of a name that stands early in the article.
        about_figures: whether the paragraph states any.
    """
    places = _places(text, signs)
    before = "\n".join([text[max(0, place - _REACH) : place] for place in places])
    behind = "\n".join([text[place : place + _REACH] for place in places])
    for cue in _cues("any"):
        if not about_figures and cue.id not in _OF_REPORTS:
            continue
        if cue.begins_with_name:
            if not cue.signs or _holds(behind, cue.signs):
                _read_before(cue, text, _ends(cue, text, places), votes, early)
        elif _holds(text if cue.telling else before, cue.signs):
            for match in cue.pattern.finditer(text):
                votes.add(match["name"], cue.weight + early, "body", telling=cue.telling)


def _read_before(cue: Cue, text: str, ends: Iterable[int], votes: _Votes, early: float) -> None:
    """A wording that begins with the name, around the places where it may end."""
    seen = -1
    for end in ends:
        for match in cue.pattern.finditer(text, max(0, end - _REACH), end + _REACH):
            if match.start() > seen:
                seen = match.start()
                votes.add(match["name"], cue.weight + early, "body", telling=cue.telling)


def _ends(cue: Cue, text: str, places: Sequence[int]) -> Iterator[int]:
    """Where a wording that begins with a name may end, behind the places of names."""
    done = 0
    for place in places:
        start, stop = max(place, done), place + _REACH
        if start < stop:
            yield from _verbs(text, start, stop) if not cue.signs else _places(text, cue.signs, start, stop)
        done = stop


class _Found(NamedTuple):
    """A name that a line of the debris holds, and by which wording; None when it only stands there."""

    name: str
    cue: Cue | None


@lru_cache(REMEMBERED)
def _read_debris(text: str, at_edge: bool) -> tuple[_Found, ...]:
    """What a block that is not part of the article says: the same blocks recur over a whole dump."""
    found = []
    for cue in _cues("line"):
        if _holds(text, cue.signs) if cue.signs else at_edge:
            match = cue.search(text)
            if match is not None:
                found.append(_Found(match["name"], cue))
    for cue in _cues("any"):
        if cue.telling and _holds(text, cue.signs):
            match = cue.search(text)
            if match is not None:
                found.append(_Found(match["name"], cue))
    if signs_in(text):
        found += [_Found(match["name"], None) for match in _NAMES.finditer(text) if may_be_firm(match["name"])]
    return tuple(found)


def _count_debris(text: str, votes: _Votes, *, at_edge: bool) -> None:
    for name, cue in _read_debris(text, at_edge):
        if cue is None:
            votes.add(name, MENTION, "debris")
        elif cue.where == "line":
            votes.claim(name, cue)
        else:
            votes.add(name, cue.weight, "about", telling=at_edge)


def _states_figure(text: str) -> bool:
    return _holds(text, _FIGURE_MARKS) or _FIGURE_WORD.search(text) is not None


def _holds(text: str, signs: Iterable[str]) -> bool:
    for sign in signs:  # noqa: SIM110  (a generator costs three times as much, and this is asked a thousand times a document)
        if sign in text:
            return True
    return False


def _verbs(text: str, start: int, stop: int) -> Iterator[int]:
    """The places of verbs of stating that a name may stand before."""
    for verb in _VERB.finditer(text, start, stop):
        last_word = text.rfind(" ", 0, verb.start()) + 1
        if (
            not text[last_word].islower()
            or text[verb.start() - 1] == ","
            or text.startswith(("now ", "also "), last_word)
        ):
            yield verb.end()


def _places(text: str, signs: Iterable[str], start: int = 0, stop: int = READ) -> list[int]:
    """Where the signs stand in a text between two places, in order."""
    found = []
    for sign in signs:
        place = text.find(sign, start, stop)
        while place >= 0:
            found.append(place)
            place = text.find(sign, place + 1, stop)
    return sorted(found)


def find_publisher(blocks: Sequence[Block], stated: Iterable[str | None]) -> tuple[str, str] | None:
    """The name of the firm and where it was read, or None when no name, or no single one, stands out.

    Args:
        blocks: the blocks of the document, roles set.
        stated: names that the markup gives: publisher, author, site.
    """
    title = next((block.text for block in blocks if block.role == "title"), "")
    votes = _Votes(frozenset(title.lower().replace(",", " ").split()))
    for given in stated:
        if given:
            votes.add(given, 3.0, "markup")
    _read(blocks, votes)
    return votes.best()


def _read(blocks: Sequence[Block], votes: _Votes) -> None:
    size = len(blocks)
    kept = 0
    for place, block in enumerate(blocks):
        text = block.text
        in_article = block.is_body or block.role == "title"
        kept += in_article
        if in_article:
            if len(text) >= LEAST_BODY and (signs := signs_in(text[:READ])) is not None:
                _read_body(text[:READ], signs, votes, 1.0 if kept <= EARLY else 0.0, about_figures=_states_figure(text))
        elif _is_read(block) and signs_in(text[:DEBRIS_READ]) is not None:
            _count_debris(text[:DEBRIS_READ], votes, at_edge=place < EDGE or place >= size - EDGE)
    whole = "\n".join([block.text for block in blocks])
    if _holds(whole, (" By", " BY", " by\n", " by:")):
        for block, following in pairwise(blocks):
            if len(block.text) < _LONGEST_LABEL and not block.is_body and _PROVIDED.match(block.text):
                votes.add(following.text, 4.0, "provided by")
    if _holds(whole, _ADDRESS_MARKS):
        _by_domain(blocks, votes)


def _is_read(block: Block) -> bool:
    """Comments and lists of other articles name other firms."""
    return block.role not in ("comments", "related") or len(block.text) <= _LONGEST_LABEL


def _by_domain(blocks: Sequence[Block], votes: _Votes) -> None:
    """Addresses of mail and site that spell a name found, or a known one."""
    for block in blocks:
        text = block.text
        if block.is_body or not _holds(text, _ADDRESS_MARKS):
            continue
        for label in {label.lower().replace("-", "") for label in _DOMAIN.findall(text)}:
            key = squeezed(label)
            if key in votes.weights:
                votes.weights[key] += 2.0
            elif key in known_firms():
                votes.add(known_firms()[key], 2.0, "address")
