"""The sketch of a body: a fingerprint by which copies are found without comparing texts.

Why not datasketch: its MinHash takes several times as long for a body as all of this, and its index
keeps every key in Python dictionaries, which grows by kilobytes a document. A sketch here is a few
numpy calls and a row of fixed size on disk; the index is one sorted column at a time (`copies.py`).
"""

from __future__ import annotations

import hashlib
import zlib

import numpy as np
from numpy.typing import NDArray

SHINGLE_WORDS = 5
BINS = 126  # of the one-permutation MinHash of the shingles
NUMBERS = 32  # smallest hashes kept of the numbers in the body
MAX_CHARS = 400_000  # the beginning of a longer body stands for it
EMPTY = np.uint32(0xFFFFFFFF)

# One row of the file of sketches. `numbers` tells reports apart that share a template but no figures.
ROW = np.dtype(
    [
        ("record", "<u8"),
        ("id", "V32"),
        ("body", "V16"),
        ("length", "<u4"),
        ("bins", "<u4", BINS),
        ("numbers", "<u4", NUMBERS),
    ]
)

_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_BIN_STARTS = np.arange(BINS + 1, dtype=np.uint64) << np.uint64(32)
_SHIFT_1, _SHIFT_2, _SHIFT_3, _HALF = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(32)
# Letters in lower case and digits stay, everything else ends a word; bytes of other scripts are letters.
_FOLD = bytes(sign if sign >= 0x80 or chr(sign).isalnum() else 0x20 for sign in range(256)).lower()
_SHINGLE_FACTORS = np.array(
    [pow(0x9E3779B97F4A7C15, power, 1 << 64) for power in range(1, SHINGLE_WORDS + 1)], dtype=np.uint64
)


def mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The values with every bit depending on every bit (splitmix64)."""
    values = (values ^ (values >> _SHIFT_1)) * _MIX_1
    values = (values ^ (values >> _SHIFT_2)) * _MIX_2
    return values ^ (values >> _SHIFT_3)


def word_hashes(words: list[bytes]) -> NDArray[np.uint64]:
    """A hash for each word."""
    return np.fromiter(map(zlib.crc32, words), dtype=np.uint32, count=len(words)).astype(np.uint64)


def min_bins(hashes: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The smallest hash in each bin; a bin without one borrows from the next that has one."""
    bins = np.full(BINS, EMPTY, dtype=np.uint32)
    place = ((hashes >> _HALF) * np.uint64(BINS)) >> _HALF
    # The bin above, the value below: sorted, the first of each bin is its smallest.
    keys = np.sort((place << _HALF) | (hashes & np.uint64(0xFFFFFFFE)))
    edges = np.searchsorted(keys, _BIN_STARTS)
    filled = np.flatnonzero(edges[1:] > edges[:-1])
    bins[filled] = keys[edges[:-1][filled]].astype(np.uint32)
    empty = np.flatnonzero(bins == EMPTY)
    if len(empty):
        lender = filled[np.searchsorted(filled, empty) % len(filled)]
        # Turned by the distance, so that borrowed values agree only where the distance does too.
        bins[empty] = bins[lender] + ((lender - empty) % BINS).astype(np.uint32) * np.uint32(0x9E3779B1)
    return bins


def sketch(text: str, record_id: str, number: int = 0) -> bytes:
    """One row of the file of sketches; empty for a text without a word."""
    split = text[:MAX_CHARS].encode("utf-8", "replace").translate(_FOLD).split()
    if not split:
        return b""
    words = word_hashes(split)
    count = max(1, len(words) - SHINGLE_WORDS + 1)
    shingles = np.zeros(count, dtype=np.uint64)
    for offset in range(min(SHINGLE_WORDS, len(words))):
        shingles += words[offset : offset + count] * _SHINGLE_FACTORS[offset]
    distinct = sorted({zlib.crc32(number) & 0xFFFFFFFE for number in set(split) if number[0] <= 0x39})[:NUMBERS]
    row = np.zeros(1, dtype=ROW)
    row["record"] = number
    row["id"] = np.void(bytes.fromhex(record_id.removeprefix("sha256:")))
    row["body"] = np.void(hashlib.blake2b(b" ".join(split), digest_size=16).digest())
    row["length"] = min(len(text), 0xFFFFFFFF)
    row["bins"] = min_bins(mix(shingles))
    row["numbers"] = EMPTY
    row["numbers"][0, : len(distinct)] = distinct
    return row.tobytes()
