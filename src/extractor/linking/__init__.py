"""Linking: mentions become the market, its estimates and growth, its segments and roles."""

from extractor.linking.linker import Linker
from extractor.linking.links import Links

__all__ = ["Linker", "Links"]
