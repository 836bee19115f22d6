"""The place a document's market is limited to: in its name, by its title, or wherever it has figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import RegionName
from extractor.linking.markets.adjectives import placed
from extractor.linking.markets.names import core

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.markets.candidates import Candidate

SET_IN = late.regex(r"\bin (?:the )?$")
TITLE_REGION = late.regex(r"^\W*(?:[’']s\b)|^ ?(?::|[-–—|,] |$)")


def adjective_of(name: str, group: list[Candidate]) -> tuple[str, str] | None:
    """The place an adjective limits the market to, in its name or wherever the body gives it figures."""
    own = placed(name)
    if own is not None:
        return own
    told = [item for item in group if item.figures and item.field == "text" and item.sure]
    places = {found[0] for item in told if item.place is None and (found := placed(item.words)) is not None}
    if len(places) != 1 or any(item.place is not None or placed(item.words) is None for item in told):
        return None
    return places.pop(), name


def written_place(place: RegionName) -> str:
    """The place as the market's name has it: as written, but "Korea" in full, and "Türkiye" by its English name."""
    name = place.text.removeprefix("the ")
    foreign = place.canonical is not None and place.canonical.isascii() and not name.isascii()
    return place.canonical if place.canonical and (foreign or place.canonical.endswith(f" {name}")) else name


def place_of(group: list[Candidate], annotation: Annotation) -> RegionName | None:
    """The region that every figure of the market is limited to, or that the title limits it to."""
    named = [item.place for item in group if item.place is not None and (item.figures or item.field == "title")]
    bare = [item for item in group if item.place is None and (item.figures or item.field == "title") and item.sure]
    if named and not bare:
        return named[0]
    title = annotation.title
    if title is None or any(item.field == "title" and item.place is None for item in group):
        return None
    if not set(group[0].core) & set(core(title.text)):
        return None  # the title is about something else
    places = title.of(RegionName)
    if len(places) != 1:
        return None
    place = places[0]
    ahead, behind = title.text[: place.start], title.text[place.end :]
    if (not ahead.strip() and behind.startswith(("'s ", "’s "))) or (
        SET_IN.search(ahead) and TITLE_REGION.match(behind)
    ):
        return place
    return None
