"""Roles of places from the clause they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import RegionName


def set_roles(annotation: Annotation, mentions: list[RegionName]) -> None:
    """Sets `role` of every mention."""
