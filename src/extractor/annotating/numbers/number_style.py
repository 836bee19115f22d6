"""Which mark begins the decimals in this document: read from the numbers that leave no doubt."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from extractor.annotating.lexicon.classes import NUMBER
from extractor.annotating.numbers.numerals import parse_figure
from extractor.annotating.tokens.words import QUANTITY, selector

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

_QUANTITIES = selector(QUANTITY)


def uses_comma(annotation: Annotation) -> bool:
    """Whether the document's clear numbers have decimal commas ("9,2"; "1.250,5") and more of them than points."""
    known: bool | None = annotation.kept.get("uses_comma")
    if known is None:
        commas = points = 0
        for word in compress(annotation.words, annotation.bits.translate(_QUANTITIES)):
            if word.norm == NUMBER:
                figure = parse_figure(word.text)
                if figure is not None:
                    commas += figure.style == "comma"
                    points += figure.style == "english"
        known = annotation.kept["uses_comma"] = commas > points
    return known
