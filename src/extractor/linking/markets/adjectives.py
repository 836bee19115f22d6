"""Adjectives that set a market in a country or macro-region: "the North American kelp market"."""

from __future__ import annotations

from typing import Final

PLACE_OF: Final = {
    "north american": "North America", "latin american": "Latin America", "south american": "South America",
    "european": "Europe", "asian": "Asia", "african": "Africa", "middle eastern": "Middle East", "nordic": "Nordics",
    "southeast asian": "Southeast Asia", "south asian": "South Asia", "east asian": "East Asia",
    "western european": "Western Europe", "eastern european": "Eastern Europe", "west african": "West Africa",
    "east african": "East Africa", "north african": "North Africa", "central american": "Central America",
    "scandinavian": "Scandinavia",
    "american": "U.S.", "canadian": "Canada", "mexican": "Mexico", "brazilian": "Brazil", "argentine": "Argentina",
    "argentinian": "Argentina", "chilean": "Chile", "colombian": "Colombia", "peruvian": "Peru",
    "british": "UK", "irish": "Ireland", "german": "Germany", "french": "France", "italian": "Italy",
    "spanish": "Spain", "portuguese": "Portugal", "dutch": "Netherlands", "belgian": "Belgium", "swiss": "Switzerland",
    "austrian": "Austria", "swedish": "Sweden", "norwegian": "Norway", "danish": "Denmark", "finnish": "Finland",
    "polish": "Poland", "czech": "Czech Republic", "hungarian": "Hungary", "romanian": "Romania", "greek": "Greece",
    "russian": "Russia", "ukrainian": "Ukraine", "turkish": "Turkey",
    "chinese": "China", "japanese": "Japan", "korean": "South Korea", "south korean": "South Korea",
    "taiwanese": "Taiwan", "indian": "India", "pakistani": "Pakistan", "bangladeshi": "Bangladesh", "thai": "Thailand",
    "vietnamese": "Vietnam", "indonesian": "Indonesia", "malaysian": "Malaysia", "philippine": "Philippines",
    "filipino": "Philippines", "singaporean": "Singapore", "australian": "Australia",
    "saudi": "Saudi Arabia", "emirati": "UAE", "israeli": "Israel", "egyptian": "Egypt", "moroccan": "Morocco",
    "nigerian": "Nigeria", "kenyan": "Kenya", "south african": "South Africa",
}  # fmt: skip
# Behind these an adjective of place is part of a product's name: "French fries", "Chinese medicine".
PLACE_PRODUCTS: Final = frozenset(
    "fries press door doors toast bulldog food foods cuisine restaurant restaurants medicine herbal whiskey "
    "whisky wine beauty skincare football cheese pastry delight language learning bbq noodles sauce gelato leather "
    "waxing shepherd pop barbecue ginseng cinnamon dog cat yogurt yoghurt chocolate chocolates cotton oven ovens "
    "massage moss chard towel towels army tea tile tiles elm knotweed".split()
)


def placed(name: str) -> tuple[str, str] | None:
    """The place that an adjective in front of a name limits it to, and the rest of the name.

    >>> placed("North American kelp"), placed("French fries")
    (('North America', 'kelp'), None)
    """
    words = name.split()
    for count in (2, 1):
        place = PLACE_OF.get(" ".join(words[:count]).lower())
        if place is not None and len(words) > count and words[count].lower() not in PLACE_PRODUCTS:
            return place, " ".join(words[count:])
    return None


def with_adjective(before: str, name: str) -> str:
    """`name` with the adjective of place at the end of `before`: "the European" market for cork."""
    words = before.split()[-2:]
    for count in (2, 1):
        adjective = " ".join(words[-count:])
        if len(words) >= count and adjective.lower() in PLACE_OF and adjective[:1].isupper():
            return f"{adjective} {name}"
    return name
