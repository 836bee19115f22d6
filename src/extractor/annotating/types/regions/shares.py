"""Places that lead by the share that the text gives them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor import late

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import RegionName

# A share from which on a place leads without the text saying so.
LEADING_SHARE = Decimal(35)
# Rates times places that are compared at most.
MOST_PAIRS = 200_000


# Where what a country sells to others goes: who buys most of it does not lead the market.
ABROAD = late.regex(r"\b(?:exports?|exported|abroad|overseas|destinations?)\b", re.IGNORECASE)


def mark_shares(annotation: Annotation, mentions: list[RegionName]) -> None:
    """A place said to have about half or more leads."""
    if len(mentions) * len(annotation.mentions) > MOST_PAIRS:
        return
    for rate in annotation.mentions:
        amount = getattr(rate, "amount", None) if rate.label == "PERCENT" else None
        if amount is None or not LEADING_SHARE <= amount <= 100:
            continue
        if not _OF_SHARE.match(annotation.text[rate.end : rate.end + 40]):
            continue
        first = annotation.sentence_of(rate.first)[0]
        before = [mention for mention in mentions if mention.end <= rate.start and mention.first >= first]
        if before and _NO_SHARE.search(annotation.text, before[-1].end, rate.start):
            continue  # "Researchers in Peru report that 82% of the samples"
        if ABROAD.search(annotation.text, rate.end, annotation.end(annotation.sentence_of(rate.first)[1] - 1)):
            continue
        if before and before[-1].role == "mentioned":
            before[-1].role = "dominant"


_NO_SHARE = late.regex(r" (?:that|up to) ")
_OF_SHARE = late.regex(
    r"\s*(?:of (?!its |their |his |her )|share|slice|stake|portion|market share|revenue share|to (?:the )?(?:[a-z]+ ){0,2}growth)",
    re.IGNORECASE,
)
