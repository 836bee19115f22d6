"""The tokens of one chunk: spaCy's way of cutting, with our patterns, without spaCy, whose import takes longer than a first record.

A test holds both to the same tokens.
"""

from __future__ import annotations

import re

from extractor.annotating.token_patterns import certain_tokens, find_infixes, find_prefix, find_suffix, is_whole

# Cutting is quadratic on unspaced punctuation: runs longer than this are cut up before.
MAX_RUN = 256
LONG_RUN = re.compile(rf"\S{{{MAX_RUN + 1},}}")


def split_chunk(text: str) -> list[str]:
    """The tokens of a text without white space.

    >>> split_chunk("(US$4.5Bn),")
    ['(', 'US$', '4.5', 'Bn', ')', ',']
    """
    if len(text) > MAX_RUN:
        return [token for at in range(0, len(text), MAX_RUN) for token in split_chunk(text[at : at + MAX_RUN])]
    return list(certain_tokens(text)) or _cut(text)


def _cut(text: str) -> list[str]:
    """The marks before and behind are taken off, pair by pair; what is left is whole or cut inside."""
    before: list[str] = []
    behind: list[str] = []
    while text and not is_whole(text):
        prefix = find_prefix(text)
        first = prefix.end() if prefix is not None else 0
        suffix = find_suffix(text[first:])
        last = len(text) - (suffix.end() - suffix.start()) if suffix is not None else len(text)
        if first:
            before.append(text[:first])
        if last < len(text):
            behind.append(text[last:])
        if not first and last == len(text):
            break
        text = text[first:last]
    return [*before, *_pieces(text), *reversed(behind)]


def _pieces(text: str) -> list[str]:
    """A chunk without marks around it, cut at the places inside."""
    if not text:
        return []
    if is_whole(text):
        return [text]
    pieces: list[str] = []
    done = 0
    for match in find_infixes(text):
        start, end = match.span()
        if start == 0:
            continue  # as spaCy has it: what a chunk starts with is no cut inside
        if start != done:
            pieces.append(text[done:start])
        if start != end:
            pieces.append(text[start:end])
        done = end
    if done < len(text):
        pieces.append(text[done:])
    return pieces
