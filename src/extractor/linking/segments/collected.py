"""The segments of a document while they are found: merged by dimension, without places, firms and what is told twice."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.annotating.mention import CompanyName, RegionName
from extractor.linking.markets.names import title_case
from extractor.linking.segments.below import MOST_VALUES
from extractor.linking.segments.dimensions import has_head, is_dimension, is_label
from extractor.linking.segments.heads import NAME_TAIL
from extractor.linking.segments.values import without_shared_noun
from extractor.records import Evidence, Segment

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

FEWEST_VALUES = 2
SEVERAL = re.compile(r" and | & |, ")
LONGEST_NAMED = 3  # words of a dimension that a sentence lists by its name
MOST_NOUNS = 2  # behind a value that prose tells again: "all-terrain mobile cranes"
OPENS_BY = ("By ", "by ", "BY ")
LABELLED = re.compile(r"^[^,]{2,60}?(?::| - | – | \| | ?\()")  # a label, or a bracket, and then its values
LAST_AND = re.compile(r"\b(?:and|or)\b|&")
SOLD = re.compile(r"([\w-]+) (?:[Mm]arket|[Ii]ndustry)\b")
ORIGIN = re.compile(r"\b(?:origin|source)s?$", re.IGNORECASE)  # of what places may be the values


class Collected:
    """The segments found so far, by dimension."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.segments: dict[str, Segment] = {}
        self._told: set[str] = set()  # dimensions whose values only prose tells
        self._single: dict[str, list[str]] = {}  # values that prose tells one at a time, by dimension

    def add(
        self,
        by: str | None,
        values: list[str],
        start: int,
        end: int,
        *,
        named: bool = False,
        titled: bool = False,
        told: bool = False,
    ) -> None:
        """Takes up values of a dimension, read from the characters `start` to `end` of the body or, with `titled`, of the title.

        Args:
            by: the dimension, None when it has no name.
            values: its values.
            start: where the telling begins.
            end: where it ends.
            named: whether a line names the dimension over its list: then its last word may excuse values that are names.
            titled: whether the title lists them.
            told: whether prose only speaks of them: a dimension that is listed elsewhere goes before it.
        """
        if told and by is not None and len(values) < FEWEST_VALUES:
            values = self._with_last(by, values)
        if not values or (len(values) < FEWEST_VALUES and not (by is not None and has_head(by))):
            return
        if by is not None:
            by = by.strip(" -:")
            by = by[len(OPENS_BY[0]) :] if by.startswith(OPENS_BY) else by
        source = self.annotation.title if titled else self.annotation
        assert source is not None
        if self._is_place(by, only_places=source.text.startswith(OPENS_BY, start)):
            return
        labels = sum(is_label(value) for value in values)
        of_labels = labels and all(is_label(value) or not is_dimension(value) for value in values)
        if of_labels and any(" " not in value for value in values):
            return  # "is classified into type and end user": names of dimensions
        # Whatever the list below a name of a dimension, or the places of origin, are called.
        excused = by is not None and has_head(by) and (named or ORIGIN.search(by) is not None)
        if not excused and self._are_names(values, self.places if self._names_dimension(by, told=told) else self.names):
            return
        if not named and not told:
            values = without_shared_noun(values, self._nouns)
        name = NAME_TAIL.sub("", title_case(by)) if by else None
        evidence = Evidence(
            start=start, end=end, text=source.text[start:end], field="title" if titled else "text", rule="segments"
        )
        key = (name or "").lower().removesuffix("s")
        known = self.segments.get(key)
        if known is not None and told and key not in self._told:
            return
        if known is None or (key in self._told and not told):
            self._told.discard(key)
            if told:
                self._told.add(key)
            self.segments[key] = Segment(by=name, values=list(dict.fromkeys(values)), evidence=[evidence])
        elif len(known.evidence) < MOST_VALUES:
            held = {item.lower() for item in known.values}
            merged = known.values + [value for value in values if value.lower() not in held]
            self.segments[key] = known.model_copy(update={"values": merged, "evidence": [*known.evidence, evidence]})

    def _with_last(self, by: str, values: list[str]) -> list[str]:
        """Values with those that sentences before told one by one: "By type, lids lead.", and then "By type, pans grow fastest."."""
        key = by.lower().removesuffix("s")
        if key in self._told:
            return values  # added to those that are told already
        held = self._single.setdefault(key, [])
        held += [value for value in values if value not in held]
        return held if len(held) >= FEWEST_VALUES else []

    def settled(self) -> list[Segment]:
        """The segments in order of appearance, without what prose tells again in more words: "Manual devices" beside "Manual"."""
        self._join_last()
        if not self._told:
            return list(self.segments.values())
        listed = [
            folded(value) for key, item in self.segments.items() if key not in self._told for value in item.values
        ]
        found = []
        for key, segment in self.segments.items():
            if key not in self._told:
                found.append(segment)
                continue
            values = [value for value in segment.values if not _says_again(folded(value), listed)]
            if len(values) == len(segment.values):
                found.append(segment)
            elif len(values) >= FEWEST_VALUES:
                found.append(segment.model_copy(update={"values": values}))
        return found

    def _join_last(self) -> None:
        """Puts "cork and jute" at the end of a labelled list together again, where another one beside it ends without "and"."""
        labelled = {
            key: item
            for key, item in self.segments.items()
            if len(item.evidence) == 1 and LABELLED.search(item.evidence[0].text) and "," in item.evidence[0].text
        }
        if all(LAST_AND.search(item.evidence[0].text) for item in labelled.values()):
            return
        for key, item in labelled.items():
            both = " and ".join(item.values[-2:])
            splits = len(item.values) > FEWEST_VALUES and not item.values[-2].isdigit()
            if splits and f", {both}" in item.evidence[0].text:
                self.segments[key] = item.model_copy(update={"values": [*item.values[:-2], both]})

    def _is_place(self, by: str | None, *, only_places: bool) -> bool:
        """Whether a label names places, or firms: "North America: the U.S. and Canada" is no dimension."""
        if by is None or has_head(by):
            return False
        names = self.places if only_places else self.names
        return by in names or (SEVERAL.search(by) is not None and all(part in names for part in SEVERAL.split(by)))

    @staticmethod
    def _names_dimension(by: str | None, *, told: bool) -> bool:
        """Whether a sentence lists a dimension by its name: what looks like firms there is none ("By process, Pyrolysis and Coking")."""
        return not told and by is not None and has_head(by) and len(by.split()) <= LONGEST_NAMED

    def _are_names(self, values: list[str], names: set[str]) -> bool:
        return 2 * sum(value in names or any(name.startswith(f"{value}.") for name in names) for value in values) > len(
            values
        )

    @cached_property
    def _nouns(self) -> set[str]:
        """What the market of the title sells: its last word, as it stands and singular."""
        title = self.annotation.title
        sold = SOLD.search(title.text) if title is not None else None
        return {sold[1].lower(), sold[1].lower().removesuffix("s")} if sold is not None else set()

    @cached_property
    def names(self) -> set[str]:
        """The companies and places of the document."""
        return self.places | {mention.text for mention in self.annotation.of(CompanyName)}

    @cached_property
    def places(self) -> set[str]:
        """The places of the document."""
        return {mention.text for mention in self.annotation.of(RegionName)}


def folded(value: str) -> str:
    """A value as its spellings have it in common: "All-Terrain" is "all terrain"."""
    return value.lower().replace("-", " ")


def _says_again(value: str, listed: list[str]) -> bool:
    """Whether a value is one of those listed with a noun or two behind it."""
    return any(
        value.startswith(f"{other} ") and value.count(" ", len(other)) <= MOST_NOUNS for other in listed if other
    )
