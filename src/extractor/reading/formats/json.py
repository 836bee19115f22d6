"""JSON: an array of documents, one document, or an object that holds such an array. Read when it is named, not found in folders."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from extractor.errors import SourceError
from extractor.reading.blob import Blob, Format, Splitter, read_limited
from extractor.reading.columns import find_columns
from extractor.reading.formats import jsonl
from extractor.reading.rows import short_int

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.reading.entry import Entry, Quarantined
    from extractor.settings import Settings


# How a stream without a name begins that is JSON over several lines: an object or an array of objects.
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{[ \t\r]*\n\s*\"[^\"\n]{1,80}\"[ \t]*:|\[\s*\{\s*\")")


def split(blob: Blob, splitter: Splitter) -> Iterator[Entry | Quarantined]:
    """One entry an item; `line` counts the items of an array. A file that is JSON Lines in truth is read as such.

    Raises:
        SourceError: "too_large", "bad_json" or "no_text_field".
    """
    with blob.seekable(splitter.settings.reading.max_bytes) as stream:
        data = read_limited(stream, splitter.settings.reading.max_bytes)
        try:
            content = json.loads(data.decode("utf-8-sig"), parse_int=short_int)
        except json.JSONDecodeError as error:
            if error.msg == "Extra data":
                stream.seek(0)
                yield from jsonl.split(replace(blob, path=None, stream=stream), splitter)
                return
            raise SourceError("bad_json", str(error)[:200]) from error
        except RecursionError as error:
            raise SourceError("bad_json", "nested too deep") from error
        except UnicodeDecodeError as error:
            raise SourceError("bad_json", str(error)[:200]) from error
    for number, item in enumerate(items_of(content, splitter.settings), 1):
        yield blob.document(json.dumps(item).encode(), shape="json", line=None if item is content else number)


def items_of(content: Any, settings: Settings) -> list[Any]:
    """The documents in what a file holds.

    >>> from extractor.settings import Settings
    >>> items_of({"text": "Kelp"}, Settings()), items_of({"count": 1, "articles": [{"text": "Kelp"}]}, Settings())
    ([{'text': 'Kelp'}], [{'text': 'Kelp'}])

    Raises:
        SourceError: "no_text_field" or "bad_json".
    """
    if isinstance(content, list):
        return content
    if not isinstance(content, dict):
        raise SourceError("bad_json", f"an array or object is wanted, not a {type(content).__name__}")
    try:
        find_columns(content, settings)
    except SourceError:
        arrays = [
            value for value in content.values() if isinstance(value, list) and value and isinstance(value[0], dict)
        ]
        if len(arrays) != 1:
            raise
        return arrays[0]
    return [content]


FORMAT = Format("json", (".json",), split, lambda head: _BEGINNING.match(head) is not None, when_named=True)
