"""Learn what each mark weighs by which a firm is seen to take part in the market, from labelled articles.

    python -m benchmarks.role_weights            how many firms are right by weights learned from fixtures/ alone
    python -m benchmarks.role_weights --write    and write them into data/own/role_weights.tsv
    python -m benchmarks.role_weights FOLDER...  with the read articles of more folders

The same regression as in `name_weights.py`, one firm of a document an example.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.name_weights import PENALTY, Example, learn, report
from benchmarks.quality import FIXTURES, labelled
from benchmarks.quality_keys import company_key
from extractor.annotating.types.companies.letters.weights import ROLE_TABLE

LEAST_SEEN = 12  # firms that have a mark, at least
FIXED = {"section of buyers": -1.0}  # rare and sure: set by reason
HEAD = "# mark\tlog-odds that a firm with it is a player of the market; written by `python -m benchmarks.role_weights --write`"


def examples(folders: Iterable[Path], part: str = "read") -> Iterator[Example]:
    """The firms of the articles that are labelled and no publishers."""
    from extractor import Extractor
    from extractor.annotating.types.companies.weighing import playing

    seen: dict[str, set[str]] = {}
    gather = playing.player_marks

    def noted(annotation, firms):  # type: ignore[no-untyped-def]
        for held, marks in gather(annotation, firms):
            seen[held[0].facts.text] = marks
        return []

    playing.player_marks = noted
    extract = Extractor()
    for folder in folders:
        for _, raw, gold in labelled(folder, part):
            seen.clear()
            record = extract(raw).to_dict()
            roles = {
                company_key(firm[form]): firm["role"] for firm in gold["companies"] for form in ("name", "canonical")
            }
            for name, marks in seen.items():
                role = roles.get(company_key(name))
                if role not in (None, "publisher") and company_key(name) != company_key(record["publisher"]):
                    yield Example(frozenset(marks), role == "key_player")


def main(arguments: list[str]) -> int:
    """Learn and print; see the module's docstring."""
    folders = [Path(one) for one in arguments if one != "--write"]
    given = list(examples([FIXTURES, *folders]))
    report(ROLE_TABLE, HEAD, given, learn(given, LEAST_SEEN, PENALTY, FIXED), write="--write" in arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
