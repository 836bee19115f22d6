"""What kind of rate a percentage is (CAGR, YoY, share, other) and which way it goes, from the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from extractor.recent import Recent

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.tokens.words import Word

Kind = Literal["CAGR", "YoY", "share", "other"]
Direction = Literal["up", "down"]

_CUES: dict[str, Kind] = {
    **dict.fromkeys(
        "cagr cagrs annual compounded annually annum p.a. yearly annualized annualised caagr cagr. cmgr anual anuais "
        "annuel annuelle jährlich tcac tcca".split(),
        "CAGR",
    ),
    **dict.fromkeys("yoy y-o-y y/y year-on-year year-over-year".split(), "YoY"),
    **dict.fromkeys(
        "share shares accounted accounts accounting account held holds holding hold contributed contributes "
        "contributing contribution dominated dominates dominating represented represents representing captured "
        "captures capturing commanded commands commanding majority penetration comprised comprises constituted "
        "constitutes proportion portion occupied occupies respondem responde respondeu representa representam "
        "representou representan representó quota cuota participação participación anteil marktanteil représente "
        "représentent représentait".split(),
        "share",
    ),
}
_PAIRS: dict[tuple[str, str], Kind] = {
    ("a", "year"): "CAGR", ("per", "year"): "CAGR", ("each", "year"): "CAGR", ("every", "year"): "CAGR", ("per", "annum"): "CAGR",
    ("compound", "annual"): "CAGR", ("compound", "growth"): "CAGR", ("compound", "yearly"): "CAGR", ("compound", "average"): "CAGR",
    ("compound", "rate"): "CAGR", ("annual", "growth"): "CAGR", ("annual", "rate"): "CAGR", ("average", "annual"): "CAGR", ("growth", "annually"): "CAGR",
    ("ao", "ano"): "CAGR", ("al", "año"): "CAGR", ("par", "an"): "CAGR", ("pro", "jahr"): "CAGR",
    ("year", "on"): "YoY", ("year", "over"): "YoY", ("-", "year"): "YoY", ("previous", "year"): "YoY", ("prior", "year"): "YoY",
    ("year", "earlier"): "YoY", ("year", "ago"): "YoY", ("preceding", "year"): "YoY", ("year", "before"): "YoY",
    ("of", "total"): "share", ("of", "global"): "share", ("of", "all"): "share", ("of", "sales"): "share", ("of", "revenue"): "share",
    ("of", "revenues"): "share", ("went", "to"): "share", ("made", "up"): "share", ("makes", "up"): "share", ("make", "up"): "share",
    ("of", "demand"): "share", ("of", "world"): "share", ("of", "overall"): "share", ("of", "worldwide"): "share",
}  # fmt: skip
_OF_THE = frozenset("market total global overall revenue revenues sales world demand industry value volume".split())
_NOT_A_WHOLE = frozenset({"growth", "increase"})
_UP = tuple(
    "grow grew increas rise rising rose gain climb expand jump surg accelerat soar recover rebound advanc added cresc "
    "crec wächst".split()
)
_DOWN = tuple(
    "declin fallen falling fell decreas dropped dropping shrank shrinking contracted contraction slump slipped plunged "
    "plummet lost dipped slid sank tumbled negative collaps crashed sinking sunk".split()
)
_UP_WORDS = frozenset({"up", "higher"})
_DOWN_WORDS = frozenset({"down", "tumble", "plunge"})
# Words that name goods as often as a move ("fall protection", "contract research", "drop-in", "slip rings"): a move
# is what a preposition, an adverb or the rate follows.
_DOWN_AMBIGUOUS = frozenset(
    "fall falls drop drops shrink shrinks contract contracts contracting slip slips slipping reduce reduces reduced "
    "reducing reduction reductions dip dips slide slides sliding shed sheds shedding sink sinks crash crashes lower "
    "loss losses".split()
)
_MOVE_FOLLOWS = frozenset(
    "by of at to in from with about around nearly some over almost roughly on annually further again slightly sharply "
    "steadily than during between".split()
)
# How many words to each side may speak of the rate.
_BEFORE, _AFTER = 16, 10
_BESIDE = 2  # a cue this near is not outdone by an "of" behind the rate


class _Senses(Recent[str, tuple[Kind | None, bool, Direction | Literal["maybe_down"] | None]]):
    """What a word says of a rate: its kind, whether a pair of words may say it, its direction; worked out once a word."""

    def worked_out(self, lower: str) -> tuple[Kind | None, bool, Direction | Literal["maybe_down"] | None]:
        direction: Direction | Literal["maybe_down"] | None = None
        if lower in _DOWN_WORDS or lower.startswith(_DOWN):
            direction = "down"
        elif lower in _DOWN_AMBIGUOUS:
            direction = "maybe_down"
        elif lower in _UP_WORDS or lower.startswith(_UP):
            direction = "up"
        return _CUES.get(lower), lower in _PAIR_STARTS, direction


_PAIR_STARTS = frozenset(first for first, _ in _PAIRS)
_MOST_SENSES = 50_000  # distinct words kept
_SENSES = _Senses(_MOST_SENSES)


def _moving(following: Word) -> Direction | None:
    """Which way a word like "fall" or "contract" goes, by what follows it."""
    return "down" if following.lower in _MOVE_FOLLOWS or following.norm in ("<percent>", "<number>") else None


def kind_of(annotation: Annotation, first: int, last: int) -> tuple[Kind, Direction | None]:
    """The kind that the nearest telling word of the sentence around the tokens `first` to `last` (excluded) names, and
    which way the rate goes, as the nearest verb before it says."""
    words = annotation.words
    start, end = annotation.sentence_of(first)
    best: Kind | None = None
    direction: Direction | None = None
    nearest = _BEFORE + 1
    is_own = True  # still before the rate next to this one
    for at in range(first - 1, max(start, first - _BEFORE) - 1, -1):
        word = words[at]
        cue, may_pair, way = _SENSES[word.lower]
        if direction is None and way is not None:
            direction = way if way != "maybe_down" else _moving(words[at + 1])
        if is_own and best is None:
            if cue is None and may_pair:
                cue = _PAIRS.get((word.lower, words[at + 1].lower))
            if cue is not None:
                best, nearest = cue, first - at
            is_own = word.norm != "<percent>"
        if direction is not None and (best is not None or not is_own):
            break
    if nearest > _BESIDE and last + 1 < end and words[last].lower == "of" and words[last + 1].lower not in _NOT_A_WHOLE:
        return "share", direction
    for at in range(last, min(end, last + min(_AFTER, nearest))):
        word = words[at]
        cue, may_pair, _ = _SENSES[word.lower]
        if cue is None and may_pair and at + 1 < end:
            second = words[at + 1].lower
            cue = _PAIRS.get((word.lower, second))
            if cue is None and second == "the" and at + 2 < end and words[at + 2].lower in _OF_THE:
                cue = "share"
        if cue is not None:
            return cue, direction
        if word.norm == "<percent>":
            break
    return best or "other", direction
