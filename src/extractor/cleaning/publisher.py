"""The research firm behind the figures: what body and debris say of it, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from extractor.cleaning.article import Block

_TOKEN: Final = r"(?:[A-Z][\w.&’'+-]*|\d[A-Z]\w+|6W\w+|&|and(?= [A-Z]))"
_NAME: Final = rf"({_TOKEN}(?: {_TOKEN}){{0,6}}(?: de [A-Z]\w+)?)"
# Words that make a name that of a research firm.
_FIRM_WORD: Final = re.compile(
    r"(?:Research|Intelligence|Insights?|Analytics?|Analytica|Consult(?:ing|ancy|ants?)|Advis(?:ory|ors?)|Reports?|Forecasts?|Markets?andMarkets"
    r"|Statistics|Economics|Strateg(?:y|ies)|Foresight|Datos|Nester|Verified Market|Market (?:Data|Estimates|Monitor)|Evaluate|IMARC)\b|Insights?$|Research$",
)
# One of these begins, or stands in, whatever `_FIRM_WORD` finds.
_FIRM_STEMS: Final = (
    "Research", "Intelligence", "Insight", "Analytic", "Consult", "Advis", "Report", "Forecast", "andMarkets", "Statistics", "Economics", "Strateg", "Foresight", "Datos", "Nester",
    "Verified Market", "Market Data", "Market Estimates", "Market Monitor", "Evaluate", "IMARC",
)  # fmt: skip
_NOT_FIRM: Final = re.compile(
    r"\b(?:University|Institute|Ministry|Association|Agency|Federation|Council|Organi[sz]ation|Commission|Department|Bank|Government"
    r"|Hospital|College|Authority|Bureau|Administration|Foundation|Society|Centre|Center|Newswire|Presswire|Wire|PRWeb|LinkedIn|Medium|Reuters|Market$|Industry|Forecast Period|Report$|CAGR)\b",
    re.IGNORECASE,
)
_VERBS: Final = (
    r"(?:values?|estimates?|expects?|projects?|forecasts?|puts?|sizes|predicts?|sees|pegs?|calculates?|reckons|anticipates?|says|said|valued|estimated|projected|forecast)"
)
_BY: Final = r"(?:by|from|of|at|por|de)"
_WORKS: Final = r"(?:report|study|research|analysis|survey|publication|data|figures|estimates?|forecast|insights?|estudio|informe)"
_STATED: Final = (
    (re.compile(rf"[Aa]ccording to (?:(?:a|an|the|its|their)\s)?(?:(?:new|latest|recent|fresh|market|research|industry|comprehensive|detailed)\s){{0,3}}(?:{_WORKS}\s(?:(?:report|study)\s)?(?:published |released |conducted |issued |prepared )?{_BY} )?(?:analysts at |research firm |market researcher |consultancy |the consultancy |consultants? |research house )?{_NAME}"), 3.0),
    (re.compile(rf"\b{_WORKS}(?: \w+)? (?:published |released |conducted |issued |prepared |titled [^.]{{5,80}} )?(?:by|from|por|de) (?:the )?(?:research firm |market researcher |consultancy |analysts at )?{_NAME}"), 2.5),
    (re.compile(rf"\b{_NAME}(?:,? (?:which|a|an) [\w -]{{3,40}},)? (?:now )?{_VERBS} "), 2.0),
    (re.compile(rf"\b{_NAME}(?:’s|'s) (?:latest |new |recent |own )?(?:\w+ )?(?:{_WORKS}|analysts|numbers)\b"), 1.5),
    (re.compile(rf"\b(?:published|prepared|compiled|estimated|calculated|sized|said|says) by {_NAME}"), 1.5),
    (re.compile(rf"\b(?:firm|consultancy|researcher|consultants?|analysts?(?: at)?|house|group) {_NAME},? (?:said|says|has said|reported|reports|noted|notes|{_VERBS})\b"), 3.0),
    (re.compile(rf"\b(?:says|said|adds|reports|reckons|writes) (?:the )?(?:research firm|consultancy|consultants?|market researcher|analysts at|researcher) {_NAME}"), 3.0),
    (re.compile(rf"\b(?:says|said|Seg[uú]n|segundo|laut|selon) {_NAME}"), 1.0),
)
# The patterns that begin with a name are dear: they are tried only around what they cannot do without.
_SUBJECT: Final = _STATED[2]
_SIGNS: Final = {  # pattern number -> one of these stands in any text it matches
    0: ("ccording to",),
    1: (" by ", " from ", " por ", " de "),
    3: ("’s ", "'s "),
    4: (" by ",),
}
_VERB: Final = re.compile(rf" {_VERBS} ")
_SUBJECT_REACH: Final = 180
_READ: Final = 1500  # characters of a paragraph that are looked at
_FIGURE: Final = re.compile(r"\$|\b(?:USD|US\$|EUR|INR|Rs|billion|million|Bn|Mn|bn|crore|CAGR|market|mercado|per cent)\b|%|€|£|₹")
_DEBRIS: Final = (
    (re.compile(rf"^About {_NAME}\W*$"), 4.0),
    (re.compile(rf"^SOURCE:? {_NAME}"), 5.0),
    (re.compile(rf"^(?:Published|Report|Research|Study|Presented|Offered|Prepared) by:? {_NAME}\W*$"), 4.0),
    (re.compile(rf"^(?:Source|Publisher|Company(?: Name)?|Organization|Organisation|Research Firm)\s?:\s?{_NAME}\W*$"), 3.0),
    (re.compile(rf"^(?:Copyright|©|\(c\)|Copyright ©)\W*(?:\d{{4}}(?:\W\d{{4}})?\W{{0,3}})?{_NAME}"), 2.0),
    (re.compile(rf"(?:Reports?|Research) (?:by|from) {_NAME}\W*$"), 3.0),
    (re.compile(rf"^{_NAME} ?(?:™|®|\(TM\))"), 3.0),
    (re.compile(rf"^(?:Image )?© ?(?:\d{{4}} )?{_NAME}"), 2.0),
)
_PROVIDED: Final = re.compile(r"^(?:News |Press release )?(?:provided|distributed|submitted|issued) by\W*$", re.IGNORECASE)
_LEADS: Final = re.compile(r"^(?:The|A|An|In|As|By|And|But|For|Our|This|That|While|According|About|Our|Its|Meanwhile|However|Analysts at|Consultancy|Consultants?|Researcher|Report|Research Firm|Firm|Study|Source)\s")
_TAILS: Final = re.compile(r"(?:,? (?:Inc|Ltd|LLC|LLP|Pvt|Private|Limited|Corp|GmbH|Co|Report|Reports? [A-Z]\w*|All Rights Reserved|All|The|Home|Logo)\.?)+$|[.,’']+s?$")
_KNOWN_WEIGHT: Final = 4.0
MARGIN: Final = 1.5  # by which the best name must lead: else several firms are behind the figures, and none is named


@cache
def known_publishers() -> frozenset[str]:
    """Names of `publishers.txt`, case folded."""
    lines = (files("extractor.cleaning") / "publishers.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip() and not line.startswith("#"))


@cache
def _known_heads() -> frozenset[str]:
    return frozenset(name.split()[0] for name in known_publishers())


@cache
def _worn_heads() -> dict[str, str]:
    """The first words of known names as they stand in text split at spaces, with the marks that cling to them."""
    return {before + head + after: head for head in _known_heads() for before in _BEFORE for after in _AFTER}


_BEFORE: Final = ("", "(", "“", '"', "©")
_AFTER: Final = ("", ".", ",", ":", ";", "?", ")", "”", "’", '"', "’s", "'s", "®", "™", ".,", "),", ").", "’s,", "'s,", "”,")


class _Names:
    """Tells the blocks of a document that hold a word which the name of a firm could be made of: most hold none.

    Args:
        texts: the texts of all blocks. What the whole document does not hold is not looked for in its blocks.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        whole = "\n".join(texts)
        self._stems = tuple(stem for stem in _FIRM_STEMS if stem in whole)
        worn = _worn_heads()
        self._heads = frozenset(worn[word] for word in whole.lower().split() if word in worn)

    def may_stand_in(self, text: str) -> bool:
        """Whether a text may name a firm."""
        for stem in self._stems:
            if stem in text and _FIRM_WORD.search(text) is not None:
                return True
        if not self._heads:
            return False
        lower = text.lower()
        return any(head in lower for head in self._heads) and not self._heads.isdisjoint(_EDGES.sub(" ", lower).split())


_EDGES: Final = re.compile(r"[^\w&.]+|\.(?=\s|$)|['’]s\b")


def _bare(name: str) -> str:
    name = name.strip()
    for _ in range(2):
        name = _LEADS.sub("", name)
        name = _TAILS.sub("", name).strip(" ,.-–|")
    name = re.sub(r"\s+(?:and|&)$", "", name)
    head, _, rest = name.partition(" ")
    if rest and head.casefold() in known_publishers() and _FIRM_WORD.search(rest):
        return head  # "Arizton Advisory & Intelligence" is known by its first word
    return name


def _firm_weight(name: str) -> float:
    """How much a name looks like that of a research firm; below zero when it cannot be one."""
    if not 2 <= len(name) <= 60 or _NOT_FIRM.search(name):
        return -9.0
    if name.casefold() in known_publishers():
        return _KNOWN_WEIGHT
    if _FIRM_WORD.search(name) and (len(name.split()) > 1 or len(name) > 10):
        return 4.0
    return 0.0


def _stated_names(text: str) -> Iterator[tuple[str, float]]:
    """Names that a paragraph of the body gives figures for, with the weight of the wording."""
    for number, (pattern, weight) in enumerate(_STATED):
        if pattern is _SUBJECT[0]:
            seen = -1
            for verb in _VERB.finditer(text):
                last_word = text.rfind(" ", 0, verb.start()) + 1
                if not text[last_word].islower() or text[verb.start() - 1] == "," or text.startswith("now ", last_word):
                    for match in pattern.finditer(text, max(0, verb.start() - _SUBJECT_REACH), verb.end()):
                        if match.start() > seen:
                            seen = match.start()
                            yield match[1], weight
        elif number not in _SIGNS or any(sign in text for sign in _SIGNS[number]):
            for match in pattern.finditer(text):
                yield match[1], weight


def find_publisher(blocks: Iterable[Block], stated: Iterable[str | None]) -> tuple[str, str] | None:
    """The name of the firm and where it was read, or None when no name, or no single one, stands out.

    Args:
        blocks: the blocks of the document, roles set.
        stated: names that the markup gives: publisher, author, site.
    """
    votes: dict[str, float] = {}
    shown: dict[str, str] = {}
    origin: dict[str, str] = {}

    def vote(name: str, weight: float, where: str) -> None:
        name = _bare(name)
        firm = _firm_weight(name)
        if firm <= 0.0:
            return
        key = name.casefold().removesuffix(" group")
        if key not in votes:
            votes[key] = firm
            shown[key], origin[key] = name, where
        votes[key] += weight
        if len(name) > len(shown[key]):
            shown[key] = name

    provided = False
    bodies = 0
    blocks = list(blocks)
    names = _Names([block.text for block in blocks])
    for block in blocks:
        text = block.text
        if block.is_body or block.role == "title":
            bodies += 1
            if len(text) < 40 or not names.may_stand_in(text) or not _FIGURE.search(text):
                continue
            early = 1.0 if bodies <= 4 else 0.0
            for name, weight in _stated_names(text[:_READ]):
                vote(name, weight + early, "body")
        elif len(text) <= 200:
            if not names.may_stand_in(text):
                provided = bool(_PROVIDED.match(text))
                continue
            about_us = _IS_A.match(text)
            if about_us:
                vote(about_us[1], 3.0, "about")
            for known in _KNOWN.findall(text):
                vote(known, 1.0, "debris")
            if provided:
                vote(text, 4.0, "provided by")
            provided = bool(_PROVIDED.match(text))
            if _ONLY_NAME.match(text) and _firm_weight(_bare(text)) > 0.0:
                vote(text, 2.5, "debris")
            for pattern, weight in _DEBRIS:
                found = pattern.match(text) if pattern.pattern.startswith("^") else pattern.search(text)
                if found:
                    vote(found[1], weight, "debris")
        else:
            provided = False
            if block.role in ("about", "contact", "promo", "author_bio", "disclaimer", "widget"):
                match_about = _IS_A.match(text)
                if match_about:
                    vote(match_about[1], 3.0, "about")
    for given in stated:
        if given:
            vote(given, 3.0, "markup")
    if not votes:
        return None
    _merge(votes, shown)
    ranked = sorted(votes, key=lambda key: (-votes[key], key))
    if len(ranked) > 1 and votes[ranked[0]] - votes[ranked[1]] < MARGIN:
        return None
    return shown[ranked[0]], origin[ranked[0]]


_IS_A: Final = re.compile(rf"^{_NAME} (?:is (?:a|an|the|one)|provides|offers|sells|delivers|helps|has been|publishes)\b")


_ONLY_NAME: Final = re.compile(rf"^{_NAME}\W*$")
_KNOWN: Final = re.compile(r"\b(?:Technavio|Arizton|Gartner|IDC|Forrester|Statista|MarketsandMarkets|IMARC Group|Mintel|Euromonitor)\b")


def _merge(votes: dict[str, float], shown: dict[str, str]) -> None:
    """A name and its short form ("IMARC", "IMARC Group") are one; the longer is shown."""
    for short in sorted(votes, key=len):
        for long in votes:
            if long != short and long.startswith(short + " "):
                votes[long] += votes.pop(short)
                shown.pop(short, None)
                break
