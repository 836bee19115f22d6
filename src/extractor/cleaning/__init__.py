"""Cleaning: the article told from what stands around it."""

from extractor.cleaning.article import Article, Block
from extractor.cleaning.cleaner import Cleaner
from extractor.cleaning.furniture import Furniture

__all__ = ["Article", "Block", "Cleaner", "Furniture"]
