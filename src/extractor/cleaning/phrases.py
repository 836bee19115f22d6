"""Phrases that tell what a block is for: rules as data, tried only where one of their words stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple, cast

from extractor import late
from extractor.cleaning.block import Role
from extractor.errors import RuleError

_MARKS: Final = (
    *(
        ("", after)
        for after in (
            "",
            ".",
            ",",
            ":",
            ";",
            "!",
            "?",
            ")",
            "’s",
            "'s",
            ".)",
            "...",
            "…",
            "*",
            "@",
            "/",
            "|",
            '"',
            "”",
            "’",
        )
    ),
    *((before, "") for before in ("(", "#", '"', "“", "‘", "'", "*", "[", "@", "©")),
    ("[", "]"),
)
LONG_WORDS: Final = 24  # a rule that reads blocks of more words than this reads long blocks
WORD: Final = re.compile(r"[^\W_]+")
HASH: Final = "#"  # an anchor of rules that are tried where a text begins with it
_PIECES: Final = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\[]", re.DOTALL
)  # of a pattern: escapes, classes and single characters
_CAPITAL: Final = re.compile(r"(?<!\\)[A-Z]")
# What a rule may tell the classifier; each is one column of the features.
CUES: Final = (
    "promo",
    "share",
    "signup",
    "consent",
    "disclaimer",
    "related",
    "comments",
    "author_bio",
    "about",
    "contact",
    "byline",
    "toc",
    "nav",
    "language_variant",
    "credit",
    "widget",
)


class Phrase(NamedTuple):
    """One rule of `phrases.toml`."""

    id: str
    role: Role
    says: str
    anchors: frozenset[str]
    pattern: re.Pattern[str]
    cased: bool  # the pattern reads the text as it stands; else the text in lower case
    begins: re.Pattern[str] | None  # the alternatives of the pattern that hold at the start of a text only
    inside: re.Pattern[str] | None  # and all others
    max_words: int
    sure: bool
    opens: bool
    hits: tuple[str, ...]
    refuses: tuple[str, ...]

    def holds(self, text: str) -> bool:
        """Whether the pattern is found in a text; what must stand at its start is not looked for at every place."""
        if self.begins is not None and self.begins.match(text):
            return True
        return self.inside is not None and self.inside.search(text) is not None


class _Apart(dict[int, str]):
    """For `str.translate`: letters and digits as they are, a space for all else. Fills itself, and is faster than `WORD`."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = kept = char if char.isalnum() else " "
        return kept


_APART: Final = _Apart()
# The same for plain text, which is cut as bytes at a fifth of the cost.
_APART_ASCII: Final = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def _worn(anchors: Iterable[str]) -> frozenset[str]:
    return frozenset([before + anchor + after for anchor in anchors for before, after in _MARKS])


class Phrases:
    """All rules, found by the words of a block."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.all = tuple(phrases)
        self._by_anchor: dict[str, tuple[int, ...]] = {}
        for place, phrase in enumerate(self.all):
            for anchor in phrase.anchors:
                self._by_anchor[anchor] = (*self._by_anchor.get(anchor, ()), place)
        self._anchors: frozenset[str] = frozenset(self._by_anchor)
        # Words as they stand in text split at spaces, with the marks that cling to them: of all rules, and of those
        # that read long blocks too.
        self.worn_anchors = _worn(self._anchors)
        # In long blocks: the word -> how long a block any of its rules reads.
        reach: dict[str, int] = {}
        for phrase in self.all:
            if phrase.max_words > LONG_WORDS:
                reach.update((anchor, max(reach.get(anchor, 0), phrase.max_words)) for anchor in phrase.anchors)
        self.reach = {worn: size for anchor, size in reach.items() for worn in _worn((anchor,))}
        self.worn_long_anchors = frozenset(self.reach)
        self._farthest = max(self.reach.values(), default=0)

    def reaches(self, words: list[str]) -> bool:
        """Whether a rule may read a long block, of these words in lower case."""
        if len(words) > self._farthest:
            return False
        met = self.worn_long_anchors.intersection(words)
        return bool(met) and max(map(self.reach.__getitem__, met)) >= len(words)

    def find(self, text: str, lower: str) -> Sequence[Phrase]:
        """The rules that `text` meets; `lower` is the same in lower case."""
        words = (
            lower.encode().translate(_APART_ASCII).decode() if lower.isascii() else lower.translate(_APART)
        ).split()
        met = self._anchors.intersection(words)
        if lower[:1] == HASH:
            met |= {HASH}
        places: Iterable[int]
        if len(met) == 1:
            places = self._by_anchor[next(iter(met))]
        else:
            places = sorted({place for anchor in met for place in self._by_anchor[anchor]})
        count = len(words)
        found = []
        for place in places:
            phrase = self.all[place]
            if count <= phrase.max_words and phrase.holds(text if phrase.cased else lower):
                found.append(phrase)
        return tuple(found)

    def match(self, text: str) -> Sequence[Phrase]:
        """The rules that `text` meets.

        >>> [phrase.id for phrase in load_phrases().match("Request a free sample of this report")]
        ['call_to_action.request_sample']
        """
        return self.find(text, text.lower())


def _flags(pattern: str, *, case: bool) -> tuple[int, bool]:
    """The flags of a pattern, and whether it reads the text as it stands: ignoring case on lower-case text costs nothing."""
    ignores = not case and _CAPITAL.search(pattern) is not None
    return re.IGNORECASE if ignores else 0, case or ignores


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at the bars that stand in no bracket.

    >>> _alternatives(r"^tin (?:a|b)|[|)] lamp|\\|")
    ['^tin (?:a|b)', '[|)] lamp', '\\\\|']
    """
    parts = [""]
    depth = 0
    for piece in _PIECES.findall(pattern):
        if piece == "|" and not depth:
            parts.append("")
            continue
        depth += (piece == "(") - (piece == ")")
        parts[-1] += piece
    return parts


def _by_place(pattern: str) -> tuple[str, str]:
    """The alternatives of a pattern that hold at the start of a text only, and the others; "" for none."""
    if "^" not in pattern:
        return "", pattern
    parts = _alternatives(pattern)
    return "|".join(part for part in parts if part.startswith("^")), "|".join(
        part for part in parts if not part.startswith("^")
    )


def _phrase(entry: dict[str, Any], where: str) -> Phrase:
    try:
        flags, cased = _flags(entry["pattern"], case=entry.get("case", False))
        begins, inside = _by_place(entry["pattern"])
        phrase = Phrase(
            id=entry["id"],
            role=cast(Role, entry["role"]),
            says=entry["says"],
            anchors=frozenset(entry["anchors"]),
            pattern=late.regex(entry["pattern"], flags),
            cased=cased,
            begins=late.regex(begins, flags) if begins else None,
            inside=late.regex(inside, flags) if inside else None,
            max_words=entry.get("max_words", 40),
            sure=entry.get("sure", False),
            opens=entry.get("opens", False),
            hits=tuple(entry["hits"]),
            refuses=tuple(entry["refuses"]),
        )
    except KeyError as error:
        raise RuleError(f"{where}: {entry.get('id', 'a rule without id')}: {error!r}") from error
    if not phrase.hits or not phrase.refuses:
        raise RuleError(f"{where}: {phrase.id}: 'hits' or 'refuses' is empty; add one sentence to each")
    return phrase


@cache
def load_phrases(own: tuple[str, ...] = ()) -> Phrases:
    """The rules of the package, and `own` phrases of the user (whole lines or parts of short ones)."""
    where = "phrases.toml"
    data = tomllib.loads((files("extractor.cleaning") / where).read_text("utf-8"))
    phrases = [_phrase(entry, where) for entry in data["rule"]]
    for text in own:
        words = WORD.findall(text.lower())
        if not words:
            raise RuleError(f"settings: own phrase {text!r} has no word")
        pattern = re.compile(re.escape(text.lower()))
        phrases.append(
            Phrase(
                f"own.{words[0]}",
                "promo",
                f"your own phrase: {text}",
                frozenset(words[:1]),
                pattern,
                False,
                None,
                pattern,
                60,
                True,
                False,
                (text,),
                ("-",),
            )
        )
    return Phrases(phrases)
