"""Finite verbs: a subject ends at the first of them."""

from __future__ import annotations

import re

from extractor import late

# With the participles that stand for one ("with X holding").
VERBS = frozenset(
    "analyses analyzes analysed assesses assessed argues writes observes account accounted accounting accounts achieved added adds advanced amounted amounts announced anticipate "
    "anticipated anticipates are attained attains began begins believes boasted boasts brings brought calculated "
    "calculates came can capture captured captures capturing claimed claims climb climbed climbs closed collected "
    "comes command commanded commanding commands comprised comprises concluded concludes confirms constituted "
    "constitutes contracted contribute contributed contributes contributing costs could counted covers crossed "
    "crosses declined declines dominate dominated dominates dominating doubled drives drove earned earns end ended "
    "ends enjoyed enjoys envisages estimate estimated estimates exceeded exceeds exhibited exhibits expanded "
    "expands expect expects experience experienced falls fell fetched finds finishes follow followed follows "
    "forecast forecasts foresees found gained gains garnered garners gave generate generated generates gives goes "
    "got grew grow grows had has have held highlights hit hits hold holding holds increased increases indicated "
    "indicates is jumped keep keeps lands lead leading leads led made maintained maintains makes may might move "
    "moved moves moving must need needed needs noted notes occupied occupies offer offers opines own owned owns "
    "passed passes pegged pegs posted posts predict predicts project projected projects published put puts ranked "
    "reach reached reaches reckons recorded records registered registers released releases remain remained remains "
    "reported reports represent represented representing represents retained retains revealed reveals rises rose "
    "runs said saw says secured see sees sell sells should showed shows shrank sizes soared spend spends spent "
    "stands start started starts stood suggested suggests surged surpassed surpasses takes tells told took topped "
    "tops totaled totalled totals tripled unveils use used uses value valued values was went were will witnessed "
    "witnesses would yielded".split()
)
# Before these the word is a noun: "the disk drives market".
NOUN_HEADS = (" market", " industry", " segment", " sector")
DETERMINERS = tuple(
    f" {word} " for word in ("a", "an", "the", "its", "their", "our", "one of the", "other", "world’s", "world's")
)
_WORD = late.regex(r"[a-z]+")


def first_verb(shape: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first finite verb in `shape[start:end]`."""
    for match in _WORD.finditer(shape, start, len(shape) if end is None else end):
        if match[0] not in VERBS or shape.startswith(")", match.end()):  # "2030 (forecast)"
            continue
        if match[0].endswith("ing") and shape.endswith(DETERMINERS, 0, match.start()):
            continue  # "a leading consultancy"
        if not (match[0].endswith("s") and shape.startswith(NOUN_HEADS, match.end())):
            return match
    return None
