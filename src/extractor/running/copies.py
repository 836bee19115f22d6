"""Copies among the records of a run: the same body, or nearly, under another page.

Everything follows from the bodies alone, so neither the order of the inputs nor the number of workers
matters: sketches that share a band are compared, those alike are joined, and of each cluster the longest
body is kept. The sketches stay on disk; memory holds one column of them at a time, some tens of bytes a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from extractor.running.sketch import BINS, EMPTY, ROW, mix

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

BAND_BINS = 6  # 21 bands of 6: bodies 80% alike share a band in 99.8% of cases, bodies 40% alike in 8%
ALIKE = 0.8  # share of shingles in common that makes two bodies copies
NUMBERS_ALIKE = 0.7  # and of the numbers in them: a template filled with other figures is another report
SUB_BANDS = 4  # keys from the numbers by which a large bucket is taken apart
LARGE_BUCKET = 64
NEIGHBOURS = 16  # in what is still large, each is compared with so many next to it in order
PAIR_CHUNK = 4_096  # pairs compared at once: about 5 MB


@dataclass(frozen=True, slots=True)
class Mark:
    """What a record is told: the cluster it is in, and the record it is a copy of (None for the one kept)."""

    cluster: str
    duplicate_of: str | None


def find_copies(sketches: Path) -> dict[int, Mark]:
    """A mark for each record that has copies, by the record's number."""
    if not sketches.exists() or sketches.stat().st_size < 2 * ROW.itemsize:
        return {}
    rows = np.memmap(sketches, dtype=ROW, mode="r")
    # Exact copies first: what follows compares distinct bodies only.
    bodies, first, member_of = np.unique(_as_integers(rows["body"]), axis=0, return_index=True, return_inverse=True)
    member_of = member_of.reshape(-1)
    joined = _Joined(len(bodies))
    for pairs in _candidates(rows, first):
        # Copies share most of their bands: what is joined by one need not be compared for the next.
        for left, right in _alike(
            rows, first, [pair for pair in pairs if joined.find(pair[0]) != joined.find(pair[1])]
        ):
            joined.join(left, right)
    roots = np.fromiter((joined.find(index) for index in range(len(bodies))), dtype=np.int64, count=len(bodies))
    cluster_of = roots[member_of]
    order = np.argsort(cluster_of, kind="stable")
    edges = np.flatnonzero(np.diff(cluster_of[order], prepend=-1))
    marks: dict[int, Mark] = {}
    for begin, end in zip(edges, np.append(edges[1:], len(order)), strict=True):
        if end - begin > 1:
            marks.update(_marks(rows, order[begin:end]))
    return marks


def _marks(rows: NDArray[np.void], members: NDArray[np.intp]) -> Iterator[tuple[int, Mark]]:
    """The longest body is kept; among equals the smallest id, among equal ids the first record."""
    listed = sorted((-int(rows["length"][row]), rows["id"][row].tobytes(), int(rows["record"][row])) for row in members)
    kept = "sha256:" + listed[0][1].hex()
    for position, (_, _, record) in enumerate(listed):
        yield record, Mark(kept, None if position == 0 else kept)


def _as_integers(column: NDArray[np.void]) -> NDArray[np.uint64]:
    return np.frombuffer(np.ascontiguousarray(column).tobytes(), dtype="<u8").reshape(len(column), 2)


class _Joined:
    """Sets that grow together (union-find)."""

    def __init__(self, count: int) -> None:
        self._parent = np.arange(count, dtype=np.int64)

    def find(self, index: int) -> int:
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = int(parent[index])
        return index

    def join(self, left: int, right: int) -> None:
        one, other = sorted((self.find(left), self.find(right)))
        self._parent[other] = one


def _candidates(rows: NDArray[np.void], first: NDArray[np.intp]) -> Iterator[list[tuple[int, int]]]:
    """Pairs of distinct bodies (by their place in `first`) that may be alike, some thousands at a time."""
    pairs: list[tuple[int, int]] = []
    for band in range(BINS // BAND_BINS):
        for bucket in _buckets(_band_keys(rows, first, band)):
            pairs += _pairs_of(rows, first, bucket)
            if len(pairs) >= PAIR_CHUNK:
                yield pairs
                pairs = []
    yield pairs


def _band_keys(rows: NDArray[np.void], first: NDArray[np.intp], band: int) -> NDArray[np.uint64]:
    keys = np.zeros(len(first), dtype=np.uint64)
    for start in range(0, len(first), 50_000):
        bins = rows["bins"][first[start : start + 50_000], band * BAND_BINS : (band + 1) * BAND_BINS]
        part = keys[start : start + 50_000]
        for column in range(BAND_BINS):
            part[:] = mix(part + bins[:, column])
    return keys


def _buckets(keys: NDArray[np.uint64]) -> Iterator[NDArray[np.intp]]:
    """Groups of two or more with one key."""
    order = np.argsort(keys, kind="stable")
    edges = np.flatnonzero(np.concatenate(([True], np.diff(keys[order]) != 0)))
    ends = np.append(edges[1:], len(order))
    for index in np.flatnonzero(ends - edges > 1):
        yield order[edges[index] : ends[index]]


def _pairs_of(rows: NDArray[np.void], first: NDArray[np.intp], bucket: NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    if len(bucket) <= LARGE_BUCKET:
        for position, left in enumerate(bucket):
            for right in bucket[position + 1 :]:
                yield int(left), int(right)
        return
    # Many bodies of one template: only those that share numbers can be copies.
    numbers = rows["numbers"][first[bucket]].astype(np.uint64)
    absent = numbers == EMPTY
    for turn in range(SUB_BANDS):
        hashed = mix(numbers + np.uint64((turn + 1) << 40))
        hashed[absent] = np.uint64(0xFFFFFFFFFFFFFFFF)
        for sub in _buckets(hashed.min(axis=1)):
            window = len(sub) if len(sub) <= LARGE_BUCKET else NEIGHBOURS
            for position in range(len(sub)):
                for other in range(position + 1, min(len(sub), position + 1 + window)):
                    yield int(bucket[sub[position]]), int(bucket[sub[other]])


def _alike(rows: NDArray[np.void], first: NDArray[np.intp], pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not pairs:
        return
    both = np.unique(np.array(pairs, dtype=np.int64), axis=0)
    left, right = first[both[:, 0]], first[both[:, 1]]
    same = (rows["bins"][left] == rows["bins"][right]).mean(axis=1) >= ALIKE
    both, left, right = both[same], left[same], right[same]
    for one, other in both[numbers_alike(rows["numbers"][left], rows["numbers"][right])]:
        yield int(one), int(other)


def numbers_alike(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether the numbers of two bodies are much the same, by the smallest hashes of their union; row by row."""
    both = np.sort(np.concatenate((left, right), axis=1), axis=1)
    ends = np.ones((len(both), 1), dtype=bool)
    new = np.concatenate((ends, both[:, 1:] != both[:, :-1]), axis=1) & (both != EMPTY)
    counted = new & (np.cumsum(new, axis=1) <= left.shape[1])
    common = counted & np.concatenate((both[:, 1:] == both[:, :-1], ~ends), axis=1)
    alike: NDArray[np.bool_] = common.sum(axis=1) >= NUMBERS_ALIKE * counted.sum(axis=1)
    return alike
