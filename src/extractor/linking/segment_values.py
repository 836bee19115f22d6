"""Values of segments: written-out lists taken apart, single values cleaned."""

from __future__ import annotations

import re

from extractor.linking.segment_patterns import NOT_VALUE

LONGEST_VALUE = 70  # characters; longer "values" are sentences


def split_values(text: str) -> list[str]:
    """The values of a written-out list; brackets keep their commas.

    >>> split_values("Steel, Glass (float, tempered) and Others")
    ['Steel', 'Glass (float, tempered)', 'Others']
    >>> split_values("Food & Beverage, Oil and Gas, and Pharma")
    ['Food & Beverage', 'Oil and Gas', 'Pharma']
    """
    text = re.split(r", (?:with|which|where|each|of which|based on|the latter|the former|although|while|as|thanks)\b", text.strip(" .;"), maxsplit=1)[0]
    text = re.sub(r",? (?:among others|and so on|etc\.?|and more)$", "", text.strip(" .;"))
    pieces: list[str] = []
    depth = 0
    current: list[str] = []
    separators = ";" if ";" in text else "|" if " | " in text else ","
    for char in text:
        depth = max(0, depth + (char in "([") - (char in ")]"))
        if char in separators and depth == 0:
            pieces.append("".join(current))
            current = []
        else:
            current.append(char)
    pieces.append("".join(current))
    pieces = [piece.strip() for piece in pieces]
    last = pieces[-1]
    if re.match(r"(?:and|&|or) ", last):
        pieces[-1] = re.sub(r"^(?:and|&|or) ", "", last)
    elif " and " in last and separators != "|":
        head, _, tail = last.rpartition(" and ")
        pieces[-1:] = [head, tail]
    return [value for piece in pieces if (value := value_of(piece)) is not None]


def value_of(text: str) -> str | None:
    """The value without bullets, articles and units; None for what is a sentence, a figure or nothing."""
    value = re.sub(r"^(?:and|the|by|both|a|an) ", "", text.strip(" .,;:–-•*").strip(), flags=re.IGNORECASE)
    value = re.sub(r" ?\([^()]*(?:USD|US\$|Revenue|Volume|%|20\d\d)[^()]*\)$", "", value)
    if not value or len(value) > LONGEST_VALUE or NOT_VALUE.search(value):
        return None
    return value
