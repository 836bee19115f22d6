"""Whether "from A to B" is a change over time, two values, rather than a range, one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.lexicon.terms import TO_WORDS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

_STEMS = tuple(
    "grow grew increas ris rose expand jump surg climb declin fall fell drop doubl tripl advanc decreas shrink shrank "
    "contract soar leap rocket balloon swell mov go went gone improv reduc cut lower rais boost slip slid plung tumbl chang "
    "revis upgrad downgrad accelerat slow escalat progress evolv transition shift up down reach hike narrow widen eas trim "
    "lift quadrupl multipl dip skyrocket scal inch edg gain".split()
)
_RANGING = tuple("rang var pric cost anywhere somewhere between span sell start retail priced".split())
# "rose A to B", "increased by A to B": a difference and a level. What one loses or adds may as well be a range.
_MOVED = tuple(
    "rose fell grew increas dropped declin climb jump decreas slipped slid sank dipped eased gained advanced surged soared "
    "plunged tumbled slumped rallied shrank".split()
)
# How many words before "from" may speak of a change.
_WINDOW = 18


def is_moved(lower: str) -> bool:
    """Whether a word before an amount makes it what something moved by."""
    return lower in ("up", "down") or lower.startswith(_MOVED)


def is_change(annotation: Annotation, first: int, last: int, says_unit_once: bool = False) -> bool:
    """Whether the two values from token `first` to `last` (excluded) are the start and the end of a change.

    Only "from A to B" and "rose A to B" are ever one; the verb before it decides.

    Args:
        says_unit_once: whether both values share their unit: what rose 5 to 10 percent did not rise to 10 percent.
    """
    words = annotation.words
    at = first - 1
    if at < 0:
        return False
    if words[at].lower != "from":
        if says_unit_once:
            return False
        if words[at].lower == "by" and at:
            at -= 1
        return is_moved(words[at].lower) and any(
            word.lower in TO_WORDS for word in words[first:last]
        )  # "grew by 5%-6%" is one rate
    sentence = annotation.sentence_of(at)[0]
    for place in range(at - 1, max(sentence, at - _WINDOW) - 1, -1):
        lower = words[place].lower
        if lower.startswith(_RANGING) and not (lower == "between" and words[place + 1].norm == "<year>"):
            return False
        if lower in ("up", "down", "go", "going", "goes", "ris", "rise", "rising", "rises") or (
            len(lower) > 3 and lower.startswith(_STEMS)
        ):
            return True
    # "from A to B by 2030" speaks of time as well.
    following = words[last : last + 3]
    return (
        any(word.norm == "<year>" for word in following)
        and bool(following)
        and following[0].lower in ("by", "in", "over", "between", "during", "at")
    )
