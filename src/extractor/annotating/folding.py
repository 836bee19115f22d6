"""Names as they are compared: in lower case without accents, run by run of letters and digits."""

from __future__ import annotations

import re
import unicodedata

RUN = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """`text` in lower case without accents.

    >>> folded("Côte d'Ivoire")
    "cote d'ivoire"
    """
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))


def runs(text: str) -> list[str]:
    """The unbroken runs of letters and digits in `text`, folded.

    >>> runs("AT&T Inc.")
    ['at', 't', 'inc']
    """
    return RUN.findall(folded(text))


def fold_case(text: str) -> str:
    """`text` in lower case and of the same length, so that offsets hold ("İ" has a longer lower case).

    >>> len(fold_case("İzmir Market")) == len("İzmir Market")
    True
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)
