"""What tells that a document is a page that sells a report."""

from __future__ import annotations

from typing import Final

# Doors to the buying, in small letters.
_DOORS: Final = (
    "single user", "single-user", "multi user", "multi-user", "enterprise licen", "corporate licen", "site licen", "user licen", "add to cart", "my cart",
    "buy now", "buy this report", "buy the report", "buy full report", "buy report", "purchase now", "purchase this report", "purchase the report",
    "purchase full report", "order now", "order this report", "order the report", "order full report", "order the study", "order form",
    "free sample", "request sample", "request a sample", "download sample", "download a sample", "get sample", "get a sample", "view sample", "sample pdf",
    "inquire before", "enquire before", "inquiry before", "enquiry before", "speak to analyst", "speak to an analyst", "table of contents",
    "request customi",
)  # fmt: skip


def is_seller(text: str) -> bool:
    """Whether a document sells a report.

    >>> is_seller("Report licence: Single User. Buy Now"), is_seller("The market grows.")
    (True, False)
    """
    low = text.lower()
    for door in _DOORS:  # noqa: SIM110  (a generator costs three times as much)
        if door in low:
            return True
    return False
