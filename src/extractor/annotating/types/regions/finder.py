"""Finds places: looks names up, refuses those that are part of something else, decides which place is meant."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from extractor.annotating.gazetteer_files import load_user_names
from extractor.annotating.lexicon.terms import CALENDAR_WORDS
from extractor.annotating.lines import lines_of
from extractor.annotating.mention import RegionName
from extractor.annotating.spelling import capital_tokens, first_runs
from extractor.annotating.types.regions.candidate import Candidate, tokens_of
from extractor.annotating.types.regions.codes import (
    LENGTH_OF_CODE,
    code_at,
    is_bracketed,
    region_codes,
    state_codes,
)
from extractor.annotating.types.regions.columns import find_in_columns
from extractor.annotating.types.regions.context import (
    DIRECTIONS,
    NO_TOWNS,
    PERSONAL_BEHIND,
    SENTENCE_WORDS,
    has_person_before,
    joins_list,
)
from extractor.annotating.types.regions.features import find_features
from extractor.annotating.types.regions.places import (
    Senses,
    is_acronym,
    load_demonyms,
    load_doubtful,
    load_places,
    unlisted,
)
from extractor.annotating.types.regions.refusals import DOUBTFUL_WORD, LITTLE_KNOWN, refusal_of
from extractor.annotating.types.regions.roles import set_roles
from extractor.annotating.types.regions.senses import choose
from extractor.annotating.types.regions.sites import find_sites
from extractor.annotating.types.regions.spot import Borders, Spot
from extractor.annotating.types.regions.towns import find_towns, spoken_of
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.entity_type import Finder
    from extractor.annotating.gazetteer import Gazetteer
    from extractor.annotating.gazetteer_files import UserName
    from extractor.annotating.mention import Mention
    from extractor.settings import Settings

# Words in small letters that a name may start with ("northern Europe", "rest of the world").
SMALL_STARTS = frozenset([*DIRECTIONS, "rest", "mainland"])
# A capitalised word behind a place that belongs to its name.
SUFFIXES = frozenset(
    "state province prefecture county region district city island islands peninsula governorate emirate "
    "municipality territory oblast canton".split()
)


class RegionFinder:
    """Finds the places of an annotation. Tables are read once."""

    def __init__(self, own: Gazetteer[UserName] | None = None) -> None:
        self.own = own
        self.places = load_places()
        self.doubtful = load_doubtful()
        self.demonyms = load_demonyms()
        self.short = frozenset([*region_codes(), *state_codes(), *(code.rstrip(".") for code in state_codes())])

    def __call__(self, annotation: Annotation) -> list[Mention]:
        """The places of the text by position, each with its code and role."""
        accepted = self._accept(annotation)
        if not accepted:
            return []
        chosen = choose(annotation, accepted)
        mentions = [
            self._mention(annotation, candidate, choice) for candidate, choice in zip(accepted, chosen, strict=True)
        ]
        set_roles(annotation, mentions)
        return list(mentions)

    def _candidates(self, annotation: Annotation) -> list[Candidate]:
        words = annotation.words
        found = self._codes(annotation)
        taken = {candidate.first for candidate in found}
        for first, last, senses in self.places.named(annotation, self._starts(annotation)):
            word = words[first]
            if first in taken:
                continue
            if senses.acronym:
                if is_acronym(annotation.span_text(first, last)):
                    found.append(Candidate(first, last, senses))
            elif (
                word.is_capitalized
                or (last - first > 1 and word.lower in DIRECTIONS and words[first + 1].is_capitalized)
                or word.lower == "rest"
            ):
                found.append(Candidate(first, last, senses))
        if self.own is not None:
            found = self._with_own(annotation, found, self.own)
        found.sort(key=itemgetter(0, 1))
        return found

    def _with_own(self, annotation: Annotation, found: list[Candidate], own: Gazetteer[UserName]) -> list[Candidate]:
        """The candidates with the user's names, which stand before the table's and carry their identifier."""
        for first, last, user in own.matches(annotation, range(len(annotation.words))):
            text = annotation.span_text(first, last)
            if text.islower() and text != user.name:
                continue
            senses = self.places.get(user.name) or unlisted("other", user.name)
            place = senses.places[0]
            found = [candidate for candidate in found if candidate.last <= first or candidate.first >= last]
            found.append(Candidate(first, last, Senses((place._replace(identifier=user.identifier),), False)))
        return found

    def _starts(self, annotation: Annotation) -> list[int]:
        """Tokens that a place may start at."""
        lowers = annotation.lowers
        found = self.places.starts_among(first_runs(annotation))
        more = []
        for number in found:
            before = lowers[number - 1] if number else ""
            if before in SMALL_STARTS:
                more.append(number - 1)
            elif before in ("the", "of") and number > 2:
                more += [at for at in (number - 3, number - 2) if lowers[at] == "rest"]
        if "est of the" in annotation.text or "est of world" in annotation.text:
            more += [number for number, lower in enumerate(lowers) if lower == "rest"]
        return sorted({*found, *more}) if more else found

    def _codes(self, annotation: Annotation) -> list[Candidate]:
        words, short = annotation.words, self.short
        found = []
        for number in [
            token
            for token in capital_tokens(annotation)
            if words[token].text in short or (words[token].width == LENGTH_OF_CODE and is_bracketed(annotation, token))
        ]:
            senses = code_at(annotation, number)
            if senses is not None:
                found.append(Candidate(number, number + 1, senses))
        return found

    def _accept(self, annotation: Annotation) -> list[Candidate]:
        candidates = self._candidates(annotation)
        borders = Borders(
            {candidate.first: candidate for candidate in candidates},
            {candidate.last: candidate for candidate in candidates},
        )
        words, short = annotation.words, self.short
        accepted: list[Candidate] = []
        little_known: list[Candidate] = []
        for number, candidate in enumerate(candidates):
            if (words[candidate.first].text in short or is_bracketed(annotation, candidate.first)) and _is_code(
                candidate
            ):
                accepted.append(candidate)
                continue
            doubt = self.doubtful.get(annotation.span_text(candidate.first, candidate.last).lower())
            is_listed = joins_list(annotation, candidates, number)
            reason = refusal_of(Spot(annotation, candidate, doubt, borders, is_listed=is_listed))
            if reason is None:
                accepted.append(candidate)
            elif reason == LITTLE_KNOWN or (reason == DOUBTFUL_WORD and candidate.senses.places[0].kind == "other"):
                little_known.append(candidate)
        accepted += self._near_known(annotation, accepted, little_known)
        accepted.sort(key=itemgetter(0))
        features = [Candidate(*feature) for feature in find_features(annotation, accepted)]
        if features:
            inside = tokens_of(features)
            accepted = sorted(
                [*(candidate for candidate in accepted if candidate.first not in inside), *features],
                key=lambda candidate: candidate.first,
            )
        for find in (find_in_columns, find_towns, self._sites):
            more = find(annotation, accepted)
            if more:
                starts = {candidate.first for candidate in more}
                accepted = [candidate for candidate in accepted if candidate.first not in starts]
                accepted = sorted([*accepted, *more], key=lambda candidate: candidate.first)
        return accepted

    def _sites(self, annotation: Annotation, accepted: list[Candidate]) -> list[Candidate]:
        not_names = (self.demonyms, CALENDAR_WORDS, SENTENCE_WORDS, NO_TOWNS)
        return [Candidate(*site) for site in find_sites(annotation, accepted, not_names)]

    @staticmethod
    def _near_known(
        annotation: Annotation, accepted: list[Candidate], little_known: list[Candidate]
    ) -> list[Candidate]:
        """Of the little-known places those whose country, or state of the US, the text speaks of ("Macon" beside "Georgia")."""
        if not little_known:
            return []
        spoken = spoken_of(accepted)
        words = annotation.words
        found = []
        for candidate in little_known:
            near = [place for place in candidate.senses.places if (place.within or place.country or "") in spoken]
            before = words[candidate.first - 1].lower if candidate.first else ""
            behind = words[candidate.last].lower if candidate.last < len(words) else ""
            is_person = before not in ("and", ",", "or") and (
                behind in PERSONAL_BEHIND or has_person_before(annotation, candidate.first)
            )
            is_word = (
                candidate.last - candidate.first == 1
                and near
                and near[0].kind == "city"
                and is_common(words[candidate.first].lower)
            )
            if near and not is_person and not is_word:
                found.append(Candidate(candidate.first, candidate.last, Senses(tuple(near), candidate.senses.acronym)))
        return found

    def _mention(self, annotation: Annotation, candidate: Candidate, choice: tuple[int, tuple[str, ...]]) -> RegionName:
        index, others = choice
        place = candidate.senses.places[index]
        words = annotation.words
        first, last = candidate.first, candidate.last
        canonical, code, kind = place.canonical, place.code, place.kind
        rule = f"region.{kind}"
        before = words[first - 1] if first else None
        if (
            last < len(words)
            and words[last].is_capitalized
            and words[last].lower in SUFFIXES
            and not lines_of(annotation).is_title(first)
        ):
            last += 1
        if (
            before is not None
            and before.is_capitalized
            and before.lower in DIRECTIONS
            and not words[first].is_space
            and place.kind in ("country", "subdivision", "macro_region")
        ):
            first -= 1
            canonical, code, kind = f"{before.text.capitalize()} {canonical}", None, "other"
            rule = "region.directional"
        elif first > 1 and before is not None and before.lower in ("of", "the"):
            at = first - 2 if before.lower == "of" else first - 3
            if at >= 0 and words[at].lower == "rest" and words[at + 1].lower == "of":
                first = at
                canonical, code, kind = f"Rest of {canonical}", None, "other"
                rule = "region.rest_of"
        if others:
            code = None
        start, text = annotation.starts[first], annotation.span_text(first, last)
        return RegionName(
            label="REGION", start=start, end=start + len(text), text=text, rule=rule,
            first=first, last=last, canonical=canonical, code=code, country=place.country if not others else None, kind=kind,
            candidates=others, identifier=place.identifier,
        )  # fmt: skip


def _is_code(candidate: Candidate) -> bool:
    """Whether a candidate of one word is a short code, which was read where only codes stand."""
    return candidate.last - candidate.first == 1 and len(candidate.senses.places) == 1


def build(settings: Settings) -> Finder:
    """The finder of places for these settings."""
    files = settings.annotating.regions
    return RegionFinder(load_user_names(files, "REGION") if files else None)
