"""What a price is for: "$12 a unit", "EUR 40 per tonne", "$3/kg"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation

# What follows "a" or "/" when it is a price and no new phrase.
_THINGS = frozenset(
    "unit units piece item tonne ton tons kg kilogram kilo gram g mg lb lbs pound oz ounce liter litre l gallon barrel "
    "bbl bushel share head person user seat month mo year yr annum day week hour hr minute night copy bottle box pack "
    "dose vial kit test patient visit trip mile km kilometer kilometre kwh mwh kw mw w watt gb tb mbtu mmbtu therm "
    "acre hectare sqm sqft foot meter metre square cubic device vehicle car ticket license licence subscription "
    "subscriber household capita employee student treatment cycle pair dozen case carton roll sheet bag meal room cell "
    "wafer chip thousand million module set time pop click".split()
)
PER_WORDS = frozenset({"each", "apiece", "per", "a", "an", "/", "every"})
_PLAIN_STOPS = frozenset({"cent", "cents", "se", "the", "our"})


def price_unit(annotation: Annotation, last: int) -> str | None:
    """The thing that an amount ending before token `last` is the price of, or None.

    "each" and "apiece" give "unit".
    """
    words = annotation.words
    if last >= len(words):
        return None
    lower = words[last].lower
    if lower in ("each", "apiece"):
        return "unit"
    if last + 1 >= len(words):
        return None
    thing = words[last + 1].lower
    if lower == "per" and words[last + 1].is_alpha and thing not in _PLAIN_STOPS:
        return thing
    if lower in ("a", "an", "/", "every") and thing in _THINGS:
        return thing
    return None
