"""Items of lists in small letters: before the names of a list, between them and behind them ("vivo, realme and iRobot")."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.annotating.types.companies.letters.coined import is_coined_small
from extractor.annotating.types.companies.lists.lead_ins import LEAD_IN_REACH
from extractor.annotating.types.companies.lists.series import BRIDGED
from extractor.annotating.types.companies.names.chunk import chunk_of, firms_of
from extractor.annotating.types.companies.words.cues import BEHIND_STARTS, LEAD_IN
from extractor.data.common_words import is_common

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

# So many firms around an item in small letters make it one.
LEAST_FIRMS = 2
# Items in small letters stand before one of these.
BEFORE_LAST = frozenset([",", "and", "or", "&"])


def mark_small_items(annotation: Annotation, group: list[Chunk], chunks: list[Chunk]) -> None:
    """Adds the items in small letters that belong to the list."""
    items = _small_items(annotation, group)
    for item in items:
        item.evidence, item.role = "list", "key_player"
        group.insert(0, item)
        chunks.append(item)
    if group[0].evidence == "list" and group[0].role == "key_player":
        for chunk in group:
            chunk.role = chunk.role or "key_player"


def mark_inner_small(annotation: Annotation, group: list[Chunk], chunks: list[Chunk]) -> None:
    """Adds the coined words in small letters between and behind the firms of a list ("Shure, beyerdynamic and tesa lead")."""
    words = annotation.words
    inner = [left.tail + 1 for left, right in pairwise(group) if right.start - left.tail == BRIDGED]
    last = group[-1].tail
    last += words[last : last + 1] != [] and words[last].text == ","
    if annotation.lowers[last : last + 1] == ["and"] and last + 2 < len(words) and is_coined_small(words[last + 1]):
        after = words[last + 2]
        if after.text in (".", ",", ";") or after.lower in BEHIND_STARTS or "\n" in after.text:
            inner.append(last + 1)
    if not inner or len(firms_of(group)) < LEAST_FIRMS:
        return
    role = next((chunk.role for chunk in group if chunk.role), "")
    for token in inner:
        if is_coined_small(words[token]):
            item = chunk_of(annotation, token, token + 1)
            item.take("list", role)
            chunks.append(item)


def _small_items(annotation: Annotation, series: list[Chunk]) -> list[Chunk]:
    """Items in small letters before or between the chunks of a list ("from vivo, realme and iRobot")."""
    words = annotation.words
    found: list[Chunk] = []
    at = series[0].start - 1
    while at > 0 and words[at].lower in BEFORE_LAST:
        item = at - 1
        if words[item].text == ",":
            at = item
            continue
        if not (
            words[item].is_alpha
            and words[item].text.islower()
            and not is_common(words[item].text)
            and words[item - 1].lower
            in (",", "from", "include", "includes", "including", "as", "like", "are", "by", ":")
        ):
            break
        found.append(chunk_of(annotation, item, item + 1))
        if words[item - 1].lower != ",":
            break
        at = item - 1
    if not found:
        return []
    start = annotation.starts[found[-1].first]
    text = annotation.text[max(0, start - LEAD_IN_REACH) : start]
    return found if LEAD_IN.search(text.rsplit("\n", 1)[-1]) else []
