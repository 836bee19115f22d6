"""A text as tokens, the same ones as spaCy's tokenizer makes of it with our patterns, without a Doc around them.

To make a Doc for each new word, and a lexeme with all of spaCy's attributes, takes several times as long as to split it,
and to import spaCy takes longer than to read a hundred documents: it waits until somebody asks for a Doc.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.annotating.token_patterns import find_infixes, find_prefix, find_suffix, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

# Stripping affixes is quadratic on unspaced punctuation: longer chunks are cut before it begins.
MAX_RUN = 256
_CHUNKS = re.compile(r"\s+|\S+")


def split_chunk(chunk: str) -> list[str]:
    """The tokens of text that holds no space between other characters.

    >>> split_chunk("(US$4.5Bn)."), split_chunk("Inc.")
    (['(', 'US$', '4.5', 'Bn', ')', '.'], ['Inc.'])
    """
    if chunk.isalpha() and chunk.isascii() and "illion" not in chunk:
        return [chunk]
    if len(chunk) > MAX_RUN and not chunk.isspace():
        return [token for at in range(0, len(chunk), MAX_RUN) for token in split_chunk(chunk[at : at + MAX_RUN])]
    prefixes: list[str] = []
    suffixes: list[str] = []
    core = chunk
    while core and not is_whole(core):
        prefix = find_prefix(core)
        start = prefix.end() if prefix is not None else 0
        suffix = find_suffix(core[start:])
        if not start and suffix is None:
            break
        if start:
            prefixes.append(core[:start])
        end = len(core)
        if suffix is not None:
            end -= suffix.end() - suffix.start()
            suffixes.append(core[end:])
        core = core[start:end]
    if core:
        prefixes += [core] if is_whole(core) else _split_inside(core)
    suffixes.reverse()
    return prefixes + suffixes


def _split_inside(core: str) -> list[str]:
    tokens: list[str] = []
    start = 0
    for infix in find_infixes(core):
        first, last = infix.span()
        if not first:
            continue
        if first != start:
            tokens.append(core[start:first])
        if first != last:
            tokens.append(core[first:last])
        start = last
    if start < len(core):
        tokens.append(core[start:])
    return tokens


def split_text(text: str) -> Iterator[tuple[str, int]]:
    """Each token with the place of its first character, whatever the white space.

    A single space behind other characters belongs to the token before it; all other white space is tokens.
    """
    follows = False
    for chunk in _CHUNKS.finditer(text):
        start, found = chunk.start(), chunk.group()
        if found.isspace():
            if follows and found[0] == " ":
                start, found = start + 1, found[1:]
            follows = False
            if not found:
                continue
        else:
            follows = True
        for token in split_chunk(found):
            yield token, start
            start += len(token)
