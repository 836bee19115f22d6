"""Words by which names of research firms are known, from `own/firm_words.tsv`: for cleaning, names and linking.

How much a word tells depends on where the name stands; each word says where it does:

    name      anywhere in a name, however that is used ("Tin Road Research Group")
    last      as the last word of a name of several words ("Ridgeway Data", not "Data Hall")
    said      as the last word of a name that a text gives a finding to
    sentence  anywhere in a name in a sentence that speaks of a report
    role      anywhere in a name that is a company's already
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from extractor.data.tables import read_table

Place = Literal["name", "last", "said", "sentence", "role"]


@cache
def firm_words(place: Place) -> str:
    """The words that tell in a place, as alternatives of a regular expression without brackets around them.

    >>> "Research" in firm_words("name").split("|"), "Data" in firm_words("name").split("|")
    (True, False)
    """
    return "|".join(row[0] for row in read_table("own/firm_words.tsv") if place in row[1].split())


@cache
def signs_of_names() -> frozenset[str]:
    """Words one of which stands in every name that tells anywhere: the last of each word that tells alone or ends a name.

    >>> {"Research", "Estimates", "Data"} <= signs_of_names(), "Group" in signs_of_names()
    (True, False)
    """
    rows = (row for row in read_table("own/firm_words.tsv") if "name" in row[1].split())
    return frozenset(row[0].split()[-1] for row in rows)
