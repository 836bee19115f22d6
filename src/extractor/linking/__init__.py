"""Linking: mentions become the market, its estimates and growth, its segments and roles.

A folder answers one question and imports only from those before it; `linker.py` asks them in turn.

    statements/  what is there to read: sentences, rows and headings, with a placeholder for each mention
    markets/     which market is the document about, and how are markets named?
    topics/      what does a figure speak of: the whole market, a part of it, another market?
    growth/      rates: of which kind, and of which years by their own statement?
    estimates/   amounts: which are a market's value, of which year, reached or ahead?
    roles/       publisher, companies, regions: who plays which part?
    document/    what does the whole document tell of its figures: which fit together, which kind, which year left out?
    segments/    how is the market split?
"""

from extractor.linking.linker import Linker
from extractor.linking.links import Links

__all__ = ["Linker", "Links"]
