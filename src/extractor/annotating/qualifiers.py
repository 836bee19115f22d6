"""Words around a value that open or blur it: about, over, under, at_least, up_to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import QualifierName

_BY_NAME: dict[QualifierName, str] = {
    "about": "about|around|approximately|approx|approx.|roughly|some|~|≈|～|〜|≃|≅|∼|circa|ca|ca.|c.|nearly|almost|close to|"
    "near|nearing|approach|approaches|approaching|approached|in the region of|on the order of|in the order "
    "of|just about|"
    "an estimated|somewhere around|in the neighborhood of|in the vicinity of|north of about|or so|more or "
    "less|virtually",
    "over": "over|more than|above|exceed|exceeds|exceeding|exceeded|surpass|surpasses|surpassing|surpassed|cross|crosses|"
    "crossing|crossed|top|tops|topping|topped|beyond|upwards of|upward of|in excess of|greater than|higher "
    "than|north of|"
    "passed|past|pass|passes|passing|>|well over|bigger than|larger than|hit over|excess "
    "of|outstrip|outstrips|overtake|"
    "rise above|rises above|beat|upward to|a little over|just over",
    "at_least": "at least|no less than|not less than|minimum of|a minimum of|min|min.|starting at|starting from|≥|>=|"
    "no lower than|at a minimum|not below|from at least",
    "under": "under|less than|below|lower than|fewer than|shy of|just shy of|smaller than|just under|south of|<|not quite|"
    "short of|within",
    "up_to": "up to|upto|as much as|as high as|as many as|at most|maximum of|a maximum of|no more than|not more than|≤|<=|"
    "not exceeding|not exceed|max|max.|no higher than|capped at|not over",
}
_PHRASES: dict[str, QualifierName] = {
    phrase: name for name, phrases in _BY_NAME.items() for phrase in phrases.split("|")
}
# The phrases of several words by their last two, the longest first: each as its words.
_BY_LAST_TWO: dict[tuple[str, str], list[tuple[list[str], QualifierName]]] = {}
for _phrase, _name in sorted(_PHRASES.items(), key=lambda item: -item[0].count(" ")):
    _words = _phrase.split(" ")
    if len(_words) > 1:
        _BY_LAST_TWO.setdefault((_words[-2], _words[-1]), []).append((_words, _name))
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _PHRASES)
# Words between the qualifier and the value: "over a", "surpass the", "exceed the value of".
_BETWEEN = frozenset({"a", "an", "the", "of", "around", "about", "approximately", "value", "worth"})
# Words behind the value that open it.
_BEHIND: dict[str, QualifierName] = {
    "+": "at_least", "or more": "at_least", "or higher": "at_least", "or above": "at_least", "and above": "at_least", "and more": "over",
    "or so": "about", "or less": "up_to", "or under": "up_to", "or lower": "up_to", "or below": "up_to", "or over": "at_least",
    "plus": "at_least", "and up": "at_least", "or greater": "at_least", "and over": "at_least",
}  # fmt: skip


def qualifier_of(annotation: Annotation, first: int, last: int) -> QualifierName | None:
    """What the words around the tokens `first` to `last` (excluded) say of the value they hold."""
    words = annotation.words
    at = first
    before = words[at - 1].lower if at else ""
    if before in _BETWEEN and before not in _LAST_WORDS:
        at -= 1
        before = words[at - 1].lower if at else ""
    if before in _LAST_WORDS:
        for phrase, name in _BY_LAST_TWO.get((words[at - 2].lower, before), ()) if at > 1 else ():
            length = len(phrase)
            if length <= at and [word.lower for word in words[at - length : at]] == phrase:
                return name
        if before in _PHRASES:
            return _PHRASES[before]
    if last < len(words):
        lower = words[last].lower
        if lower in _BEHIND:
            return _BEHIND[lower]
        if last + 1 < len(words) and lower in ("or", "and"):
            return _BEHIND.get(f"{lower} {words[last + 1].lower}")
    return None
