"""Finite verbs: a subject ends at the first of them."""

from __future__ import annotations

import re

from extractor import late

# With the participles that stand for one ("with X holding").
VERBS = frozenset(
    "account accounted accounting accounts achieved added adds advanced amounted amounts analysed analyses analyzes "
    "announced anticipate anticipated anticipates appear appears approached approaches are argues assessed assesses "
    "attained attains averaged averages ballooned began begins believes boasted boasts booked brings brought "
    "calculated calculates came can capture captured captures capturing claimed claims climb climbed climbs closed "
    "collected come comes command commanded commanding commands comprised comprises concluded concludes confirms "
    "constituted constitutes contracted contribute contributed contributes contributing controlled costs could "
    "counted covers crossed crosses declined declines decreased dipped dominate dominated dominates dominating "
    "doubled doubles drives dropped drops drove earned earns end ended ends enjoyed enjoys envisages equaled "
    "equalled equals estimate estimated estimates exceeded exceeds exhibit exhibited exhibits expanded expands "
    "expect expects experience experienced falls fell fetched finds finishes follow followed follows forecast "
    "forecasts foresees found gained gains garnered garners gave generate generated generates gives goes got grew "
    "grow grows had has have held highlights hit hits hold holding holds hopes hovered hovers increased increases "
    "indicated indicates is jumped keep keeps lands lead leading leads led look looks made maintained maintains "
    "make makes may might move moved moves moving must neared need needed needs netted noted notes observes "
    "occupied occupies offer offers opines own owned owns passed passes pegged pegs plunged post posted posts "
    "predict predicts project projected projects promises published put puts quadrupled ranked reach reached "
    "reaches rebounded reckons recorded records recovered register registered registers released releases remain "
    "remained remains reported reports represent represented representing represents retained retains revealed "
    "reveals rises rose runs said sank saw says secured see seem seems sees sell sells should showed shows shrank "
    "shrinks sizes slid slipped slips slumped soared spend spends spent stands start started starts stood suggested "
    "suggests surged surpassed surpasses swelled takes tells told took topped tops totaled totalled totals tripled "
    "triples tumbled turned unveils use used uses value valued values wanted wants was went were will witness "
    "witnessed witnesses would writes yielded".split()
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
