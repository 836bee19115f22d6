"""The research firm behind the figures: what body and debris say of it, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from extractor import late
from extractor.cleaning.article import Block
from extractor.cleaning.firm_names import bare, firm_weight, known_firms, known_heads, may_be_firm, squeezed
from extractor.data.publisher_cues import NAME, Cue, load_cues, load_words

READ: Final = 1500  # characters of a paragraph that are looked at
DEBRIS_READ: Final = 420  # characters of a block of the debris that are looked at: "About us" paragraphs begin with the name
LEAST_BODY: Final = 40  # characters of a paragraph that states anything
EARLY: Final = 4  # paragraphs in which a name counts more
EDGE: Final = 8  # blocks from the start and from the end among which a line of a name alone is the site's brand
MARGIN: Final = 1.5  # by which the best name must lead: else several firms are behind the figures, and none is named
MENTION: Final = 0.5  # weight of a name that only stands in the debris
_FIGURE_MARKS: Final = ("%", "$", "€", "£", "₹")
_FIGURE_WORD: Final = late.regex(r"\b(?:USD|EUR|INR|Rs|billion|million|Bn|Mn|bn|crore|CAGR|market|mercado|per cent)\b")
_PROVIDED: Final = late.regex(r"^(?:News |Press release )?(?:provided|distributed|submitted|issued) by\W*$", re.IGNORECASE)
_LONGEST_LABEL: Final = 60  # characters
_DOMAIN: Final = late.regex(r"(?:@|www\.|https?://)(?:www\.)?([a-z0-9-]{4,40})\.(?:com|net|org|io|co|in|de|biz|us|ai)\b", re.IGNORECASE)
_NAMES: Final = late.regex(NAME)
_VERB: Final = late.regex(rf" {load_words()['saying']} ")
_REACH: Final = 110  # characters around the verb of a wording in which its name begins and the wording ends
# Words one of which stands in every text that a firm can be read from: of names, and of wordings that make any name one.
_WORDS: Final = (
    "Research", "Intelligence", "Insights", "Insight", "Analytics", "Analytica", "Consulting", "Consultancy", "Consultants", "Advisory", "Advisors", "Reports",
    "Report", "Markets", "Statistics", "Economics", "Strategy", "Strategies", "Foresight", "Datos", "Nester", "Ratings", "Evaluate", "researcher", "consultancy",
    "consultants", "firm", "house", "agency", "provider", "According", "according", "SOURCE", "Source", "About",
)  # fmt: skip
_PARTS: Final = ("nsight", "esearch", "nalytics", "©")  # of words written together ("TinInsights"), and what clings to years
CLAIMS: Final = 2  # wordings of `_CLAIMS` that must agree on a name
_CLAIMS: Final = frozenset(("line.about", "line.source", "line.source_inside", "line.issued_by", "line.copyright"))
_OF_REPORTS: Final = frozenset(("body.according_to_work", "body.work_by", "body.subject_work", "body.is_a_firm"))
_CUES: Final = load_cues()
_ANYWHERE: Final = tuple(cue for cue in _CUES if cue.where == "any")
_TOLD: Final = tuple(cue for cue in _ANYWHERE if cue.telling)
_OF_LINES: Final = tuple(cue for cue in _CUES if cue.where == "line")
# These and the first words of known firms, with the marks that cling to them.
_WORN: Final = {
    before + word + after: word
    for word in {*known_heads(), *_WORDS}
    for before in ("", "(", "“", '"')
    for after in ("", ",", ".", ":", ";", ")", "’s", "'s", "’", "'")
}
_ALL_WORN: Final = frozenset(_WORN)


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
        """A name and its short form ("IMARC", "IMARC Group") are one; the longer is shown."""
        for short in sorted(self.weights, key=len):
            for long in self.weights:
                if long != short and self.shown[long].startswith(self.shown[short] + " "):
                    self.weights[long] += self.weights.pop(short)
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


class _Reader:
    """Reads blocks of one document for names."""

    def __init__(self, votes: _Votes) -> None:
        self._votes = votes

    def body(self, text: str, early: float, *, about_figures: bool) -> None:
        """A paragraph of the article. One without figures names a firm only where it speaks of a report."""
        for cue in _ANYWHERE:
            if not about_figures and cue.id not in _OF_REPORTS:
                continue
            if cue.begins_with_name:
                ends = _verbs(text) if cue.id == "body.subject" else _places(text, cue.signs)
                self._before(cue, text, ends, early)
            elif _holds(text, cue.signs):
                for match in cue.pattern.finditer(text):
                    self._votes.add(match["name"], cue.weight + early, "body", telling=cue.telling)

    def _before(self, cue: Cue, text: str, places: Iterable[int], early: float) -> None:
        """A wording that begins with the name, around the places where it may end."""
        seen = -1
        for place in places:
            for match in cue.pattern.finditer(text, max(0, place - _REACH), place + _REACH):
                if match.start() > seen:
                    seen = match.start()
                    self._votes.add(match["name"], cue.weight + early, "body", telling=cue.telling)

    def debris(self, text: str, *, at_edge: bool) -> None:
        """A block that is not part of the article."""
        for cue in _OF_LINES:
            if _holds(text, cue.signs) if cue.signs else at_edge:
                match = cue.pattern.search(text)
                if match is not None:
                    self._votes.claim(match["name"], cue)
        for cue in _TOLD:
            if _holds(text, cue.signs):
                match = cue.pattern.search(text)
                if match is not None:
                    self._votes.add(match["name"], cue.weight, "about", telling=at_edge)
        for match in _NAMES.finditer(text):
            if may_be_firm(match["name"]):
                self._votes.add(match["name"], MENTION, "debris")


def _states_figure(text: str) -> bool:
    return _holds(text, _FIGURE_MARKS) or _FIGURE_WORD.search(text) is not None


def _holds(text: str, signs: Iterable[str]) -> bool:
    for sign in signs:  # noqa: SIM110  (a generator costs three times as much, and this is asked a thousand times a document)
        if sign in text:
            return True
    return False


def _verbs(text: str) -> Iterator[int]:
    """The places of verbs of stating that a name may stand before."""
    for verb in _VERB.finditer(text):
        last_word = text.rfind(" ", 0, verb.start()) + 1
        if not text[last_word].islower() or text[verb.start() - 1] == "," or text.startswith(("now ", "also "), last_word):
            yield verb.end()


def _places(text: str, signs: Iterable[str]) -> list[int]:
    """Where the signs stand in a text, in order."""
    found = []
    for sign in signs:
        place = text.find(sign)
        while place >= 0:
            found.append(place)
            place = text.find(sign, place + 1)
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


def _name_signs(whole: str) -> list[str]:
    """What of the signs that a text may name a firm the document holds at all."""
    return [*{_WORN[worn] for worn in _ALL_WORN.intersection(whole.split())}, *(part for part in _PARTS if part in whole)]


def _read(blocks: Sequence[Block], votes: _Votes) -> None:
    whole = "\n".join([block.text for block in blocks])
    signs = _name_signs(whole)
    telling = [place for place, block in enumerate(blocks) if _holds(block.text, signs) and _is_read(block)]
    reader = _Reader(votes)
    middle = [place for place, block in enumerate(blocks) if block.is_body or block.role == "title"]
    late = middle[EARLY] if len(middle) > EARLY else len(blocks)
    for place in telling:
        block = blocks[place]
        text = block.text
        if block.is_body or block.role == "title":
            if len(text) >= LEAST_BODY:
                reader.body(text[:READ], 1.0 if place < late else 0.0, about_figures=_states_figure(text))
        else:
            reader.debris(text[:DEBRIS_READ], at_edge=place < EDGE or place >= len(blocks) - EDGE)
    if any(mark in whole for mark in (" By", " BY", " by\n", " by:")):
        for block, following in pairwise(blocks):
            if len(block.text) < _LONGEST_LABEL and not block.is_body and _PROVIDED.match(block.text):
                votes.add(following.text, 4.0, "provided by")
    _by_domain(blocks, votes)


def _is_read(block: Block) -> bool:
    """Comments and lists of other articles name other firms."""
    return block.role not in ("comments", "related") or len(block.text) <= _LONGEST_LABEL


def _by_domain(blocks: Sequence[Block], votes: _Votes) -> None:
    """Addresses of mail and site that spell a name found, or a known one."""
    for block in blocks:
        text = block.text
        if not ("@" in text or "www." in text or "://" in text) or block.is_body:
            continue
        for label in {label.lower().replace("-", "") for label in _DOMAIN.findall(text)}:
            key = squeezed(label)
            if key in votes.weights:
                votes.weights[key] += 2.0
            elif key in known_firms():
                votes.add(known_firms()[key], 2.0, "address")

