"""People of a text, who are named by their last names later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.words.acts import SPEECH_VERBS
from extractor.annotating.types.companies.words.vocabulary import OF_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# Words behind a name that may introduce a person.
_PERSONAL_BESIDE = SPEECH_VERBS | {",", "who"}


def people_of(annotation: Annotation, chunks: Iterable[Chunk]) -> set[str]:
    """The words of the names of people, in small letters: by the last of them they are named later."""
    lowers = annotation.lowers
    last = len(lowers) - 1
    found: set[str] = set()
    for chunk in chunks:
        if chunk.refusal in ("person", "job") or (
            not chunk.evidence
            and (
                lowers[chunk.first - 1] in OF_PEOPLE
                or lowers[chunk.end if chunk.end < last else last] in _PERSONAL_BESIDE
            )
            and _is_introduced_person(lowers, chunk)
        ):
            found.update(lowers[chunk.first : chunk.last])
    return found


def _is_introduced_person(lowers: list[str], chunk: Chunk) -> bool:
    """Whether a job stands beside the name ("chief executive Moira Lang", "Lang, an analyst")."""
    if chunk.first and lowers[chunk.first - 1] in OF_PEOPLE:
        return True
    end = chunk.end
    if end >= len(lowers) or lowers[end] not in _PERSONAL_BESIDE:
        return False
    behind = lowers[end : end + 6]
    if behind[0] == ",":
        return not OF_PEOPLE.isdisjoint(behind) or "who" in behind[:2]
    return behind[0] == "who" or (chunk.last - chunk.first > 1 and "it" not in behind)
