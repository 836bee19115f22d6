"""Small views of a record that several checks share."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.records import plain_decimal

if TYPE_CHECKING:
    from extractor.records import Estimate, Growth, Record

Topic = tuple[str | None, str | None]


def topic_of(item: Estimate | Growth) -> Topic:
    """Market and scope of a fact, scope in lower case."""
    return item.market, item.scope.lower() if item.scope else None


def is_total(item: Estimate | Growth) -> bool:
    """Whether the fact speaks of the record's whole market."""
    return item.scope is None and item.market is None


def figure(item: Estimate) -> str:
    """An amount as it is put into messages: "USD 9200000"."""
    high = f"-{plain_decimal(item.amount_high)}" if item.amount_high is not None else ""
    return f"{item.currency or '?'} {plain_decimal(item.amount)}{high}"


def levels(record: Record) -> dict[Topic, list[tuple[int, Estimate]]]:
    """The dated levels (no growth over a period) of each market and scope, with their index in the record."""
    found: dict[Topic, list[tuple[int, Estimate]]] = defaultdict(list)
    for index, item in enumerate(record.estimates):
        if item.year is not None and item.kind != "incremental":
            found[topic_of(item)].append((index, item))
    return found


def named(topic: Topic) -> str:
    """The topic as messages name it."""
    market, scope = topic
    return scope or market or "the market"
