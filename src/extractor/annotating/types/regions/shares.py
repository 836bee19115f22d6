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
        behind = [mention for mention in mentions if rate.end <= mention.start < rate.end + 40]
        if before and before[-1].role == "mentioned":
            before[-1].role = "dominant"
        elif (
            not before
            and behind
            and behind[0].role == "mentioned"
            and "," in annotation.text[rate.end : behind[0].start]
        ):
            behind[0].role = "dominant"  # "With a 46% slice, Peru ..."


_OF_SHARE = late.regex(
    r"\s*(?:of\b|share|slice|stake|portion|market share|revenue share|to (?:the )?(?:[a-z]+ ){0,2}growth)",
    re.IGNORECASE,
)
_SHARE_BEHIND = late.regex(
    r"(?:\s*[(:|–—-]\s*|\s+(?=\d)|\s+(?:with|at|holds|held|has|had|took|takes|accounts for"
    r"|accounted for)\s+(?:an?\s+)?(?:about |around |roughly |nearly |some )?)(\d{1,2}(?:\.\d+)?)\s?%",
    re.IGNORECASE,
)


def mark_largest(annotation: Annotation, mentions: list[RegionName]) -> None:
    """Of several places each with its share, the one with the largest leads."""
    text = annotation.text
    shares = []
    for mention in mentions:
        match = (
            _SHARE_BEHIND.match(text, mention.end, mention.end + 40)
            if "%" in text[mention.end : mention.end + 40]
            else None
        )
        if match is not None:
            shares.append((Decimal(match.group(1)), mention))
    if len(shares) < 2 or any(mention.role == "dominant" for mention in mentions):
        return
    behind = text[shares[0][1].start : shares[-1][1].end + 60].lower()
    if "cagr" in behind or "growth" in behind or "grow" in behind:
        return
    shares.sort(key=lambda item: -item[0])
    if shares[0][0] > shares[1][0] and shares[0][1].role == "mentioned":
        shares[0][1].role = "dominant"
