"""Cleaning: the article told from what stands around it."""

from extractor.cleaning.article import Article
from extractor.cleaning.block import Block
from extractor.cleaning.cleaner import Cleaner
from extractor.cleaning.furniture import Furniture

__all__ = ["Article", "Block", "Cleaner", "Furniture"]
