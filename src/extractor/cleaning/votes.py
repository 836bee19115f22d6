"""Names of research firms with the weight of what speaks for each."""

from __future__ import annotations

from typing import Final

from extractor.cleaning.firm_names import bare, firm_weight, is_periodical, squeezed

MARGIN: Final = 1.5  # by which the best name must lead: else several firms are behind the figures, and none is named
MENTION: Final = 0.5  # weight of a name that only stands there
BARE: Final = 2.5  # most that a name says by itself which only stands there
PROVIDED: Final = "provided by"  # a line that stands before the name alone
CLAIMS: Final = 2  # wordings of owners that must agree on a name
# Wordings that tell whose text this is, and those that only tell whose page it is.
SENDERS: Final = frozenset(("line.about", "line.source", "line.source_inside", "line.issued_by", PROVIDED))
OWNERS: Final = SENDERS | {"line.copyright", "line.copyright_behind", "line.rights"}
# Places where a site shows its own name. Two of them make a brand, that of a shop of reports or of a newspaper.
BRAND_LINE: Final = "line.brand"
MARKUP: Final = "markup"
MARKUP_TOO: Final = "markup, too"
TITLE_END: Final = "title"
DOMAIN: Final = "domain"
BRANDS: Final = OWNERS | {BRAND_LINE, MARKUP, MARKUP_TOO, TITLE_END, DOMAIN}


class Votes:
    """The names met so far in one document."""

    def __init__(self, title_words: frozenset[str]) -> None:
        self._title_words = title_words
        self.weights: dict[str, float] = {}
        self.shown: dict[str, str] = {}
        self.origins: dict[str, str] = {}
        self._bases: dict[str, float] = {}  # what a name says by itself
        self.claims: dict[str, dict[str, tuple[str, float]]] = {}
        self._told: set[str] = set()  # names that a wording gives the figures to, or the text

    def claim(self, name: str, wording: str, weight: float) -> None:
        """A wording of the debris; one that tells who owns the page or the text is kept, too, for names that look like no firm's."""
        if not self.add(name, weight, "debris", tells=wording in SENDERS) and wording in BRANDS:
            name = bare(name)
            self.claims.setdefault(squeezed(name), {})[wording] = name, weight

    def add(
        self, name: str, weight: float, where: str, *, telling: bool = False, called: bool = False, tells: bool = False
    ) -> bool:
        """One mention of a name, and whether it is a firm's.

        Args:
            name: what stands there.
            weight: how much its wording says.
            where: what it was read from.
            telling: whether the wording alone makes it a firm's.
            called: whether the wording says that it is one.
            tells: whether the wording gives the figures or the text to it; else it only stands somewhere.
        """
        name = bare(name)
        firm = firm_weight(name, self._title_words, telling=telling, called=called)
        if firm <= 0.0:
            return False
        key = squeezed(name).removesuffix("group")
        base = min(firm, BARE) if weight <= MENTION else firm
        if key not in self.weights:
            self.weights[key] = 0.0
            self.shown[key], self.origins[key] = name, where
        if base > self._bases.get(key, 0.0):
            self._bases[key] = base
        self.weights[key] += weight
        if tells:
            self._told.add(key)
        if len(name) > len(self.shown[key]):
            self.shown[key] = name
        return True

    @property
    def agreed(self) -> bool:
        """Whether several wordings say that one name owns the document."""
        return any(len(OWNERS.intersection(told)) >= CLAIMS for told in self.claims.values())

    def believe(self, wordings: frozenset[str], fewest: int = 1, where: str = "debris") -> None:
        """Counts the names for which at least `fewest` of some wordings of owners speak, though they look like no firm's.

        Args:
            wordings: those that count.
            fewest: how many must agree on a name.
            where: what its name is then said to be read from.
        """
        for told in self.claims.values():
            chosen = [(name, weight) for wording, (name, weight) in told.items() if wording in wordings]
            if len(chosen) >= fewest and not is_periodical(chosen[0][0]):
                for name, weight in chosen:
                    self.add(name, weight, where, telling=True)

    def best(self, text: str) -> tuple[str, str] | None:
        """The name that leads and where it was read, or None; `text` is all of the document."""
        if not self.weights:
            return None
        weights = self._merged(text)
        ranked = sorted(weights, key=lambda key: (-weights[key], key))
        if len(ranked) > 1 and weights[ranked[0]] - weights[ranked[1]] < MARGIN:
            return None
        return self.shown[ranked[0]], self.origins[ranked[0]]

    def tells(self, name: str) -> bool:
        """Whether a wording gives the figures or the text to a name, or to its short form."""
        key = squeezed(name)
        return any(key.startswith(told) or told.startswith(key) for told in self._told)

    def _merged(self, text: str) -> dict[str, float]:
        """A name and its short form ("IMARC", "IMARC Group") are one.

        Shown is the form that more speaks for, or that the text prefers: the legal name may stand in one line only.
        """
        weights = {key: weight + self._bases[key] for key, weight in self.weights.items()}
        for short in sorted(weights, key=len):
            for long in weights:
                if long != short and self.shown[long].startswith(self.shown[short] + " "):
                    weight = weights.pop(short)
                    preferred = text.count(self.shown[short]) >= 2 * text.count(self.shown[long])
                    if weight > weights[long] or preferred:
                        self.shown[long] = self.shown[short]
                    weights[long] += weight
                    break
        return weights
