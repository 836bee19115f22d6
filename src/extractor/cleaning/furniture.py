"""Furniture: lines that recur over the documents of a site, however much they read like prose.

A run counts them in a first pass (`observe`), in any order and in any number of workers (`merge`), and cleans
with the counts. Of each site the `SAMPLE` documents with the smallest digests are counted: which ones does not
depend on their order, and memory stays bounded. Digits are folded: "4 comments" and "11 comments" are one line.

Near copies of one document (a press release that several outlets took over, laid in one folder) have one voice:
what they share is their text, and no furniture. Counting stays something a run is asked for all the same: it reads
documents twice, and what is kept of one then depends on those around it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from extractor.reading.source import Source

SAMPLE: Final = 200  # documents counted of a site: furniture shows itself in far fewer
MIN_DOCUMENTS: Final = 3  # two documents may quote each other
SHARE_OF_HOST: Final = 0.15  # of a host's documents a line must stand in: a section of a site has furniture of its own
SHARE_OF_FOLDER: Final = 0.34  # a folder may hold documents of several sites, whose common words are no furniture
LINES: Final = 2000  # lines of a document that are counted
LONG_WORDS: Final = (
    8  # a line of this many words that recurs is furniture; a shorter one may be a heading all reports have
)
COPY_SHARE: Final = 0.7  # of the long lines of the shorter of two documents, from which they are copies of one
COPY_LINES: Final = 3  # long lines that copies share at least: two documents of a site share its cookie text
LONG_PENALTY: Final = 8.0  # log odds taken from a line that recurs
SHORT_PENALTY: Final = 1.5
_DIGITS: Final = re.compile(r"\d+")


def site_of(source: Source, url: str | None = None) -> str:
    """The site of a document: the host of its address, or the folder it lies in.

    Args:
        source: the document.
        url: the address the page itself states.
    """
    for address in (source.url, url, source.uri):
        if address and address.startswith(("http://", "https://")):
            host = urlsplit(address).hostname
            if host:
                return host.removeprefix("www.")
    return "folder:" + str(PurePosixPath(source.uri.replace("\\", "/")).parent)


def line_key(text: str) -> str:
    """What two lines have in common that differ only in their digits, case and spacing.

    >>> line_key("See all 41 comments") == line_key("see all 7  Comments")
    True
    """
    folded = " ".join(_DIGITS.sub("0", text.casefold()).split())
    return blake2b(folded.encode("utf-8", "replace"), digest_size=6).hexdigest()


class _Lines(NamedTuple):
    """The keys of a document's lines, and of those that are long."""

    all: frozenset[str]
    long: frozenset[str]

    def is_copy_of(self, other: _Lines) -> bool:
        """Whether two documents are near copies: most of what they say at length is the same."""
        shared = len(self.long & other.long)
        return shared >= COPY_LINES and shared >= COPY_SHARE * min(len(self.long), len(other.long))


def _voices(documents: Sequence[_Lines]) -> list[frozenset[str]]:
    """The lines of each document, those of near copies as one."""
    head = list(range(len(documents)))  # of each document, an earlier copy of it, or itself

    def first(place: int) -> int:
        while head[place] != place:
            place = head[place]
        return place

    for place, document in enumerate(documents):
        for other in range(place):
            if document.is_copy_of(documents[other]):
                head[first(place)] = first(other)
    joined: dict[int, set[str]] = {}
    for place, document in enumerate(documents):
        joined.setdefault(first(place), set()).update(document.all)
    return [frozenset(keys) for keys in joined.values()]


class Furniture:
    """Counts of lines by site.

    >>> furniture = Furniture()
    >>> for number in range(4):
    ...     furniture.add("example.org", f"digest{number}", ["Sign up for our morning letter, it is free.", f"Text {number}"])
    >>> furniture.seen("example.org", "Sign up for our morning letter, it is free.")
    (4, 4)
    """

    def __init__(self) -> None:
        self._samples: dict[str, dict[str, _Lines]] = {}
        self._counts: dict[str, tuple[int, dict[str, int]]] = {}
        self._frozen = False

    def observe(self, source: Source) -> None:
        """Counts the lines of a document."""
        from extractor.cleaning.lines_of import lines_of

        lines, url = lines_of(source)
        self.add(site_of(source, url), source.sha256, lines)

    def add(self, site: str, digest: str, lines: Iterable[str]) -> None:
        """Counts a document's lines; the same digest counts once."""
        if self._frozen:
            raise ExtractorError("furniture that was loaded is complete: count the documents in a new one")
        sample = self._samples.setdefault(site, {})
        if digest in sample or (len(sample) >= SAMPLE and digest > max(sample)):
            return
        keys: set[str] = set()
        long: set[str] = set()
        for line in lines:
            key = line_key(line)
            keys.add(key)
            if line.count(" ") + 1 >= LONG_WORDS:
                long.add(key)
            if len(keys) >= LINES:
                break
        sample[digest] = _Lines(frozenset(keys), frozenset(long))
        if len(sample) > SAMPLE:
            del sample[max(sample)]
        self._counts.pop(site, None)

    def merge(self, other: Furniture) -> None:
        """Adds what another worker counted; the order of merging makes no difference."""
        if self._frozen or other._frozen:
            raise ExtractorError("furniture that was loaded is complete and cannot be merged")
        for site, sample in other._samples.items():
            joined = {**self._samples.get(site, {}), **sample}
            self._samples[site] = {digest: joined[digest] for digest in sorted(joined)[:SAMPLE]}
        self._counts.clear()

    def seen(self, site: str, text: str) -> tuple[int, int]:
        """In how many of how many counted documents of a site a line stands; near copies count once."""
        documents, counts = self._count(site)
        return counts.get(line_key(text), 0), documents

    def penalties(self, site: str, texts: Sequence[str]) -> tuple[list[float], dict[int, str]]:
        """For each block of a document the log odds it loses, and the reason for those that lose any."""
        documents, counts = self._count(site)
        share = SHARE_OF_FOLDER if site.startswith("folder:") else SHARE_OF_HOST
        needed = max(MIN_DOCUMENTS, share * documents)
        losses = [0.0] * len(texts)
        reasons: dict[int, str] = {}
        if documents < MIN_DOCUMENTS or not counts:
            return losses, reasons
        for place, text in enumerate(texts):
            times = counts.get(line_key(text), 0)
            if times >= needed:
                losses[place] = LONG_PENALTY if text.count(" ") + 1 >= LONG_WORDS else SHORT_PENALTY
                reasons[place] = f"stands in {times} of {documents} documents of the site"
        return losses, reasons

    def _count(self, site: str) -> tuple[int, dict[str, int]]:
        found = self._counts.get(site)
        if found is None:
            voices = _voices(list(self._samples.get(site, {}).values()))
            totals = Counter(key for keys in voices for key in keys)
            found = (len(voices), {key: count for key, count in totals.items() if count >= MIN_DOCUMENTS})
            self._counts[site] = found
        return found

    def to_json(self) -> str:
        """The counts as text, the same for the same documents: one line a site."""
        sites = sorted({*self._samples, *self._counts})
        rows = {
            site: {"documents": self._count(site)[0], "lines": dict(sorted(self._count(site)[1].items()))}
            for site in sites
        }
        return json.dumps({"version": 1, "sites": rows}, separators=(",", ":")) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Furniture:
        """Counts that were written by `to_json`: to clean with, not to count on.

        Raises:
            ExtractorError: if the text is not what `to_json` writes.
        """
        furniture = cls()
        try:
            data: dict[str, Any] = json.loads(text)
            for site, row in data["sites"].items():
                furniture._counts[site] = (
                    int(row["documents"]),
                    {key: int(count) for key, count in row["lines"].items()},
                )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ExtractorError(f"not a furniture file: {error!r}") from error
        furniture._frozen = True
        return furniture
