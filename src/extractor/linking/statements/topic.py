"""What a figure speaks of: the whole market, a part of it, or another market."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """`market` is set when it is not the document's; `scope` is None for the whole market; `cue` says how it was read."""

    market: str | None = None
    scope: str | None = None
    cue: str = "total"
    actor: bool = False  # the subject does not name a market: a company, an agency, a person
    pronoun: bool = False
    gapped: bool = False  # the clause leaves out its verb, and with it its year


TOTAL_TOPIC = Topic()
# Parts that are told as such: a place, "the valve segment".
SURE_PARTS = ("region", "named_segment")
