"""The market a document is about, named as a user would file it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.annotating.mention import Money, Rate, RegionName, Years
from extractor.linking.names import core, is_generic, same_market, title_case
from extractor.records import Market

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.linking.statement import Statement

HEADS = frozenset(("market", "markets", "industry", "sector", "business", "marketplace"))
SURE_HEADS = frozenset(("market", "markets"))
# Words at which a name going leftwards from "market" ends.
STOPS = frozenset(
    "the a an this that these those its their our your his her my in on at by with from into within across through over under than "
    "is are was were be been has have had will would can could should may might must do does did puts put values value valued sizes "
    "sized sees see saw expects expect estimates estimate projects predicts forecasts finds found says said shows show shown covers "
    "why how what when where which who whose if while whereas because as but so although though however about towards toward to "
    "drives drive driving boosts boost boosting lifts lift fuels fuel fueling fuelling reshapes reshape reshaping transform "
    "transforms transforming enter enters entering lead leads dominate dominates shape shapes shaping inside eye eyes run runs "
    "ruling rules disrupt disrupts disrupting analyzes analyses examines explores studies tracks between among amid against "
    "regarding concerning per since until during after before meanwhile moreover overall additionally furthermore says report "
    "reports study overview analysis forecast outlook update titled called entitled named new latest global worldwide world "
    "globally current entire whole broader wider total operating active players vendors companies".split()
)
OPENERS = frozenset("the a an this that its their our global worldwide world entire whole overall total".split())
INNER = frozenset("of and & for or".split())
LONGEST_NAME = 10  # words before "market"
# Opening sentences name the subject; later ones more often a neighbour.
OPENING_CHARS = 900
TITLE_WEIGHT, HEADLINE_WEIGHT, OPENING_WEIGHT, MENTION_WEIGHT, MOST_MENTIONS = 6, 4, 2, 1, 5
WEAK_HEAD = 3  # "industry", "business" instead of "market"
FOR_NAME = re.compile(
    r"\b[Mm]arket for (?:the )?((?:[\w&/'’.®-]+ ){0,5}?[\w&/'’®-]+?)(?= (?:in|is|was|has|will|reached|stood|at|are|to|by|would|could|should|and is|from|of)\b|[,.;:(]|$)"
)
VALUES_NAME = re.compile(
    r"\b(?:values?|valued|puts?|pegs?|pegged|sizes|estimates?|sizing) (?:the )?(?:global |worldwide )?((?:[\w&/'’.-]+ ){0,4}[\w&/'’-]+) (?:there )?(?:at|to reach|to be worth) \W?$"
)
OF_REGION = re.compile(r"^(?:,)? ?(?:in|of|across) (?:the )?$")


@dataclass(slots=True)
class Candidate:
    """One naming of a market: the words before its head, with the region among or behind them."""

    words: str
    region: str | None
    start: int
    end: int
    field: Literal["text", "title"]
    weight: float
    sure: bool
    figures: bool = False

    @property
    def core(self) -> tuple[str, ...]:
        """The words that tell this market from others."""
        return core(self.words)


def market_of(annotation: Annotation, statements: list[Statement]) -> tuple[Market | None, list[Candidate]]:
    """The document's market, or None for a round-up or a page about no market; and all namings found."""
    candidates = _from_title(annotation) + _from_body(annotation, statements)
    if not candidates:
        return None, []
    groups = _grouped(candidates)
    scored = sorted(groups, key=lambda group: -_score(group))
    best = scored[0]
    if _is_round_up(scored, annotation):
        return None, candidates
    if not any(item.figures or item.field == "title" for item in best):
        return None, candidates
    chosen = max(best, key=lambda item: (item.weight, item.sure, -item.start))
    for item in best:
        if item.field == "title" and item.sure:
            chosen = item
            break
    region = chosen.region or _region_of(best)
    words = chosen.words
    name = title_case(words)
    if region and not name.lower().startswith(region.lower()):
        name = f"{region} {name}"
    return Market(name=f"{name} Market", start=chosen.start, end=chosen.end, field=chosen.field), candidates


def _region_of(group: list[Candidate]) -> str | None:
    named = [item.region for item in group if item.region and item.figures]
    bare = [item for item in group if not item.region and (item.figures or item.field == "title")]
    return named[0] if named and not bare else None


def _grouped(candidates: list[Candidate]) -> list[list[Candidate]]:
    groups: list[list[Candidate]] = []
    for item in candidates:
        for group in groups:
            if group[0].core == item.core:
                group.append(item)
                break
        else:
            groups.append([item])
    return groups


def _score(group: list[Candidate]) -> float:
    mentions = min(MOST_MENTIONS, len(group)) * MENTION_WEIGHT
    weights = {item.field: 0.0 for item in group}
    for item in group:
        weights[item.field] = max(weights[item.field], item.weight)
    return sum(weights.values()) + mentions - (0 if any(item.sure for item in group) else WEAK_HEAD)


def _is_round_up(groups: list[list[Candidate]], annotation: Annotation) -> bool:
    with_figures: list[list[Candidate]] = []
    for group in groups:
        if any(item.figures for item in group) and not any(same_market(group[0].core, other[0].core) for other in with_figures):
            with_figures.append(group)
    if len(with_figures) < 2:
        return False
    title = set(core(annotation.article.title or "")) if annotation.article else set()
    return not any(set(group[0].core) <= title for group in with_figures) and len(with_figures[0]) < 2 * len(with_figures[1]) + 1


def _from_title(annotation: Annotation) -> list[Candidate]:
    title = annotation.title
    if title is None:
        return []
    return [
        candidate
        for index, word in enumerate(title.words)
        if word.lower in HEADS and (candidate := _candidate(title, index, "title")) is not None
    ]


def _from_body(annotation: Annotation, statements: list[Statement]) -> list[Candidate]:
    figures = [
        (item.start, item.end)
        for item in statements
        if item.field == "text" and any(isinstance(held.mention, Money | Rate) for held in item.items)
    ]
    spans = iter(figures)
    current = next(spans, None)
    found: list[Candidate] = []
    seen_figure = False
    for index, word in enumerate(annotation.words):
        if word.lower not in HEADS:
            continue
        at = annotation.starts[index]
        while current is not None and current[1] <= at:
            current = next(spans, None)
        in_figure = current is not None and current[0] <= at
        candidate = _candidate(annotation, index, "text")
        if candidate is None:
            continue
        candidate.figures = in_figure
        if in_figure and not seen_figure:
            candidate.weight += HEADLINE_WEIGHT
            seen_figure = True
        found.append(candidate)
    for item in statements:
        found += _worded(item, first=not seen_figure)
    return found


def _worded(statement: Statement, *, first: bool) -> list[Candidate]:
    """Namings without the head word behind them: "the market for X", "values X at USD 5 billion"."""
    if statement.field != "text":
        return []
    found = []
    money = statement.of(Money)
    text = statement.annotation.text[statement.start : statement.end]
    weight = OPENING_WEIGHT + (HEADLINE_WEIGHT if first else 0)
    for match in FOR_NAME.finditer(text):
        start, end = statement.start + match.start(1), statement.start + match.end(1)
        words = match[1]
        if is_generic(words.split()):
            continue
        region = _region_after(statement.annotation, end)
        found.append(Candidate(words, region, start, end, "text", weight, True, bool(money)))
    if money:
        head = text[: money[0].mention.start - statement.start]
        match = VALUES_NAME.search(head)
        if match and not any(word in HEADS for word in match[1].lower().split()) and not is_generic(match[1].split()):
            start = statement.start + match.start(1)
            words = match[1].removesuffix(" there")
            found.append(Candidate(words, None, start, start + len(words), "text", weight, False, True))
    return found


def _candidate(annotation: Annotation, head: int, where: Literal["text", "title"]) -> Candidate | None:
    words = annotation.words
    first = head
    floor = max(0, head - LONGEST_NAME * 2)
    comma = where == "title"
    while first > floor:
        word = words[first - 1]
        lower = word.lower
        if word.is_space and "\n" in word.text:
            break
        if lower in STOPS or lower in HEADS:
            break
        if word.is_punct and lower not in ("&", "-", "‑", "–", "/", "'", "’", "®", "™", "(", ")") and not (comma and lower == ","):
            break
        if lower[-1] in ".!?" and len(lower) > 4 and "." not in lower[:-1]:
            break
        if any(char.isdigit() for char in lower) and not any(char.isalpha() for char in lower) and first - 1 == floor:
            break
        first -= 1
    first = _trim(annotation, first, head)
    if first >= head:
        return None
    return _shaped(annotation, first, head, where)


def _trim(annotation: Annotation, first: int, head: int) -> int:
    words = annotation.words
    while first < head and (words[first].is_punct or words[first].is_space or words[first].lower in INNER or _is_figure(annotation, first)):
        first += 1
    return first


def _is_figure(annotation: Annotation, token: int) -> bool:
    at = annotation.starts[token]
    return any(
        mention.start <= at < mention.end for mention in annotation.mentions if isinstance(mention, Money | Rate | Years)
    )


def _shaped(annotation: Annotation, first: int, head: int, where: Literal["text", "title"]) -> Candidate | None:
    start, end = annotation.starts[first], annotation.end(head - 1)
    figures = [item for item in annotation.mentions if isinstance(item, Money | Rate | Years) and start <= item.start < end]
    if figures:
        start = figures[-1].end
    region: str | None = None
    places = [item for item in annotation.mentions if isinstance(item, RegionName) and start <= item.start and item.end <= end]
    text = annotation.text
    name = text[start:end]
    for place in places[:1]:
        ahead = text[start : place.start].strip(" -–,")
        if not ahead or is_generic(ahead.split()):
            region = place.text
            behind = text[place.end : end]
            name = behind.removeprefix("'s").removeprefix("’s")
    name = _clean(name)
    words = name.split()
    if not words or is_generic(words):
        return None
    region = region or _region_after(annotation, annotation.end(head))
    weight = float(TITLE_WEIGHT if where == "title" else OPENING_WEIGHT if start < OPENING_CHARS else 0)
    return Candidate(name, region, start + 0, annotation.end(head), where, weight, annotation.words[head].lower in SURE_HEADS)


def _clean(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" -–—,:;'’\"“”.|")
    name = re.sub(r"\s*\([^()]*\)\s*$", "", name) if not re.search(r"\([^()]*\)$", name) or True else name
    words = name.split()
    while words and words[0].lower() in OPENERS | {"and", "of", "for", "&"}:
        words = words[1:]
    return " ".join(words)


def _region_after(annotation: Annotation, end: int) -> str | None:
    """The region in "market in Canada", unless a list of regions follows."""
    for mention in annotation.mentions:
        if isinstance(mention, RegionName) and end <= mention.start <= end + 12:
            if OF_REGION.match(annotation.text[end : mention.start]):
                behind = annotation.text[mention.end : mention.end + 6]
                return None if re.match(r",? (?:and|&)|, [A-Z]", behind) else mention.text
            return None
    return None


def regions_named(mentions: list[Mention]) -> dict[str, list[Mention]]:
    """Region mentions by lower-cased text."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if isinstance(mention, RegionName):
            found[mention.text.lower()].append(mention)
    return found
