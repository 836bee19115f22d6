"""Any number of documents of about 10 KB, made from the seeds and fixtures with their names and figures varied.

    python -m benchmarks.documents FOLDER COUNT

Document i is the same on every machine. Names are built from syllables, so the vocabulary grows with the
number of documents as it does in a real dump; figures, years and the order of paragraphs vary too.
"""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET_CHARS = 10_000
FOLDER_SIZE = 1_000

_ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pl qu r s sh st t th tr v w z".split()
_VOWELS = "a e i o u ai ea io ou ei".split()
_CODAS = ["", "n", "r", "l", "s", "m", "x", "nd", "rt", "ck"]
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
# Words that carry the facts stay, or nothing would be left to find.
_KEPT = frozenset(
    "Market Compound Annual Growth Rate Million Billion North South America Europe Asia Pacific Middle Africa".split()
)


@cache
def templates() -> tuple[list[tuple[str, str]], list[str]]:
    """The documents to vary, with their suffixes, and the paragraphs to fill them up with."""
    documents = []
    paragraphs: list[str] = []
    for folder in (ROOT / "seeds", ROOT / "fixtures" / "articles"):
        for path in sorted(folder.glob("*")):
            if path.suffix not in {".txt", ".html"}:
                continue
            text = path.read_text("utf-8")
            documents.append((text, path.suffix))
            if path.suffix == ".txt":
                paragraphs += [part for part in text.split("\n") if len(part) > 200 and "<" not in part]
    return documents, paragraphs


def name(rng: random.Random) -> str:
    """A name that is no word: "Brainortea".

    >>> name(random.Random(1)) == name(random.Random(1))
    True
    """
    parts = [rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(rng.randint(2, 3))]
    return "".join(parts).capitalize()


def document(number: int) -> tuple[str, str]:
    """Document `number`, and its suffix."""
    rng = random.Random(number)
    documents, paragraphs = templates()
    text, suffix = documents[number % len(documents)]
    filling: list[str] = []
    size = len(text)
    while size < TARGET_CHARS:
        filling.append(rng.choice(paragraphs))
        size += len(filling[-1]) + 2
    if suffix == ".html":
        place = text.rfind("</p>") + 4
        text = text[:place] + "".join(f"\n<p>{part}</p>" for part in filling) + text[place:] if place > 3 else text
    else:
        text += "\n\n" + "\n\n".join(filling)
    shift = rng.randint(-3, 3)
    names: dict[str, str] = {}

    def figure(match: re.Match[str]) -> str:
        digits = match[0]
        if len(digits) == 4 and digits.isdigit() and 1990 <= int(digits) <= 2060:
            return str(int(digits) + shift)
        return "".join(rng.choice("123456789") if sign.isdigit() else sign for sign in digits)

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word in _KEPT or rng.random() < 0.3:
            return word
        return names.setdefault(word, name(rng))

    if suffix == ".html":  # markup keeps its names and numbers, or pages would break
        parts = re.split(r"(<[^>]*>|<script.*?</script>|<style.*?</style>)", text, flags=re.DOTALL)
        return "".join(
            part if part.startswith("<") else _NAME.sub(other, _NUMBER.sub(figure, part)) for part in parts
        ), suffix
    return _NAME.sub(other, _NUMBER.sub(figure, text)), suffix


def made_from() -> str:
    """A digest of what documents are made from."""
    texts = (text for text, _ in templates()[0])
    return hashlib.sha256("\0".join([*texts, Path(__file__).read_text("utf-8")]).encode()).hexdigest()


def write(folder: Path, count: int) -> Path:
    """Writes documents into folders of a thousand; what is there already is kept, if it is of the same making. Gives the folder."""
    mark = folder / ".made_from"  # hidden, so no input of a run
    made = made_from()
    if not mark.exists() or mark.read_text() != made:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        mark.write_text(made)
    suffixes = [suffix for _, suffix in templates()[0]]
    for number in range(count):
        place = folder / f"{number // FOLDER_SIZE:04}"
        if number % FOLDER_SIZE == 0:
            place.mkdir(exist_ok=True)
        path = place / f"{number:07}{suffixes[number % len(suffixes)]}"
        if not path.exists():
            path.write_text(document(number)[0], "utf-8")
    return folder


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
