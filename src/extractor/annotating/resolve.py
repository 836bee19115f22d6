"""One resolver for all labels: where mentions overlap, the longest and best anchored wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention


def resolve(annotation: Annotation) -> list[Mention]:
    """The mentions that stand, by position; of two that overlap the longer one is kept."""
    kept: list[Mention] = []
    end = -1
    for mention in sorted(annotation.mentions, key=lambda item: (item.start, -item.end)):
        if mention.start >= end:
            kept.append(mention)
            end = mention.end
        elif kept and mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
            end = mention.end
    return kept
