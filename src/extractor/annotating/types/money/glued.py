"""Money whose currency is a letter glued to its number, as papers of one country write it: "R5 million", "N4.2bn"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.lexicon import LETTER, scale_of
from extractor.annotating.lexicon_classes import SCALE_NORMS
from extractor.annotating.lexicon_currency import SIGN, Currency
from extractor.annotating.numerals import parse_figure
from extractor.annotating.quantities import anchors_of
from extractor.annotating.types.money.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.annotating.annotation import Annotation

# Letter: what it means unless the document says otherwise, and what else it may mean.
_CURRENCIES = {
    letter: Currency(SIGN, letter, code, candidates)
    for letter, code, candidates in (
        ("R", "ZAR", ()),
        ("N", "NGN", ()),
        ("P", "PHP", ("PHP", "BWP")),
        ("K", None, ("ZMW", "MWK", "PGK")),
    )
}
# A model or a road may be called R5 or N4; with a scale word behind it is money.
_GLUED = late.regex(
    r"(?<![\w$€£.-])([RNPK])(\d{1,3}(?:,\d{3})*(?:\.\d+)?)"
    r"(?:[ -]?(?P<scale>(?:thousand|[mb]illion|trillion|bn|mn|mln|trn|tn)(?![\w]))|(?P<letter>[mb](?![\w-])))"
)


def _starts(annotation: Annotation) -> Iterator[int]:
    """The tokens like "R5" right before a scale."""
    words = annotation.words
    for at in anchors_of(annotation):
        if words[at].norm in SCALE_NORMS and at:
            before = at - 2 if at > 1 and words[at - 1].text == "-" else at - 1
            if words[before].text[0] in _CURRENCIES and words[before].has_digit:
                yield before


def glued(annotation: Annotation, taken: set[int]) -> Iterator[Reading]:
    """The values, by position; `taken` are the tokens that are part of a value already."""
    for first in _starts(annotation):
        match = _GLUED.match(annotation.text, annotation.starts[first])
        if match is None:
            continue
        last = annotation.token_at(match.end() - 1) + 1
        figure = parse_figure(match[2])
        scale = scale_of(match["scale"] or match["letter"])
        if figure is None or scale is None or not taken.isdisjoint(range(first, last)):
            continue
        if scale.kind == LETTER and match[1] != "R" and "." not in match[2]:
            continue  # "N95m" is a mask as well
        yield Reading(first, last, figure.value * scale.factor, None, _CURRENCIES[match[1]])
