"""Furniture: lines that recur over the documents of a site."""

from __future__ import annotations


class Furniture:
    """Counts of lines by site."""
