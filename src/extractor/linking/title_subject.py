"""What a document is about where nothing calls it a market: the words that its title and its text share.

"Basalt fibre finds its feet" over a text on a "basalt fibre spinner" and "her sector, at $310m in 2024": the text
speaks of a size and of growth, and never of "the basalt fibre market".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from extractor import late
from extractor.annotating.mention import CompanyName, Money, Rate, RegionName, Years
from extractor.linking.adjectives import PLACE_OF
from extractor.linking.names import GENERIC, INNER, STOPS, VERB_STOPS, is_generic, of_one, stem

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statement import Statement

READ_CHARS = 6_000  # of the text; what it is about shows long before
LONGEST_NAME = 6  # words
OFTEN = 2  # times that a text has the single word it is about
WORD = late.regex(r"[^\W_][\w.+&/'’®™]*")
# Between two words of one name stands no more than this.
JOINT = frozenset((" ", "-", "‑", " & ", "/", "\u00a0"))
# Between a place and what is had there: "Peru's ...", "Peru: ..."; "... in Peru", "..., Peru".
OWNER = late.regex(r"[’']s? (?:[\w-]+ )?|[:,] (?:the )?| [–—-] ")
SET_IN = late.regex(r"[^:.;]{0,40}\b(?:in|across|throughout) (?:the )?|, | [–—-] | ?\(|: ")
ROOT = 4  # characters that "rental" and "renting" share
# Kinds of page, as titles say them beside the subject.
PAGE_WORDS = frozenset(
    "snapshot summary executive view sheet sheets data edition key takeaways figures numbers facts statistics guide brief"
    " briefing note notes column opinion interview podcast preview corner watch update news focus spotlight special feature"
    " analyst comment commentary deep dive explained explainer primer outlook prospects price prices maker makers"
    " producer producers supplier suppliers exporter exporters operator operators people story question money clients only".split()
)
# Money, results and opinions end no name: "Skimming profits", "Oat drink hopes".
OUTCOMES = frozenset(
    "profit profits gain gains losses earnings results returns margins riches fortune fortunes rewards wins winnings boom bust"
    " slump rally success hope hopes fear fears worries doubts dreams ambitions optimism pessimism concerns woes bets odds"
    " opinions views verdict".split()
)
NAME_ENDS = (
    STOPS
    | VERB_STOPS
    | PAGE_WORDS
    | OUTCOMES
    | frozenset("market industry sector business trade demand sales spending exports imports outside".split())
)
NO_NAME = GENERIC | STOPS | VERB_STOPS | INNER | PAGE_WORDS | OUTCOMES
# A size is told of a market under many names ...
SIZE = late.regex(
    r"\b(?:market|industry|sector|niche|trade|business|category|segment|space|demand|sales|sells?|sold|revenues?|turnover"
    r"|turned over|spend(?:ing|s)?|spent|outlays?|paid|pay|takings|took in|take in|billed|billings|premiums|orders|ordered|bought|buy"
    r"|affair|worth|valued|value|generated?|generates|earned|earns?|fetched|brought|brings?|consumption|consumed|expenditure)\b"
)
# ... and so is where it goes.
PROSPECT = late.regex(
    r"<r>[^.;]{0,30}\b(?:a year|per year|yearly|annually|per annum|p\.a|each year|every year|year in|compound|cagr|annual)"
    r"|\b(?:annual|annually|yearly|compound|cagr|growth rate|growth of|per year|a year|grows?|growing|increases?|rises?"
    r"|expands?|expanding|climbs?|advances?|gains?|shrinks?|declines?)\b[^.;]{0,50}<r>"
    r"|\b(?:will|could|should|may|might|would|expects?|expected|projects?|projected|projection|forecasts?|foresees?|sees?|seen"
    r"|likely|estimates?)\b[^.;]{0,60}(?:<m>[^.;]{0,40}<y>|<y>[^.;]{0,60}<m>)"
    r"|<m>[^.;]{0,30}\bby <y>"
)
LABEL_END = late.regex(r" ?[:–—|,?!.]| [-–—] |$")
# What firms, their owners and public works do with money; who counts a market may be a firm as well.
FIRM = late.regex(
    r"^(?:the )?<c>|\b(?:company|companys|group|contracts?|projects?|budget|deal|stake|shares|shareholders|dividend|profits?|loss"
    r"|ebitda|raised|funding|investors?|acquisition|acquired?|subsidiary|staff|employees|council|mayor|guidance|net income"
    r"|(?:first|second|third|fourth|last|this) quarter|half-year|cash flow)\b"
)
FIRMS_DEED = late.regex(
    r"\b(?:raises|buys|acquires|takes over|sells|sues|hires|appoints|names|opens|launches|unveils|posts|closes|wins|signs|results"
    r"|earnings)\b",
    re.IGNORECASE,
)


class Subject(NamedTuple):
    """Words of a title: the name they give, where they stand, and the place they set it in, if as an adjective by name."""

    name: str
    start: int
    end: int
    place: RegionName | None
    adjective: str | None


class _Word(NamedTuple):
    stem: str
    lower: str
    start: int
    end: int


def titled_subject(annotation: Annotation, statements: list[Statement]) -> Subject | None:
    """The subject of a text that tells a size and its growth and names no market."""
    title = annotation.title
    if title is None:
        return None
    if FIRMS_DEED.search(title.text) or any(isinstance(item, CompanyName) for item in title.mentions):
        return None
    if not _tells_of_a_market(statements):
        return None
    taken = [item for item in title.mentions if isinstance(item, Money | Rate | Years | RegionName)]
    words = [
        word
        for word in _words(title.text)
        if not any(item.start < word.end and word.start < item.end for item in taken)
    ]
    body = _stems(annotation.text[:READ_CHARS])
    pairs = set(pairwise(body))
    runs = [_trimmed(run) for run in _runs(title.text, words, pairs)]
    runs = [run for run in runs if 1 < len(run) <= LONGEST_NAME] or _labels(title.text, words, body)
    if not runs:
        return None
    best = max(runs, key=len)
    start, end = best[0].start, best[-1].end
    name = title.text[start:end]
    if is_generic(name.split()):
        return None
    return Subject(of_one(name), start, end, _place(title, start, end), _adjective(title.text, start))


def _tells_of_a_market(statements: list[Statement]) -> bool:
    if not any(item.of(Money) for item in statements):
        return False
    told = [item for item in statements if item.field == "text" and not FIRM.search(item.shape)]
    sizes = [item for item in told if item.of(Money)]
    if sizes and any("cagr" in item.shape for item in told):
        return True
    return any(SIZE.search(item.shape) for item in sizes) and any(PROSPECT.search(item.shape) for item in told)


def _words(text: str) -> list[_Word]:
    found = []
    for match in WORD.finditer(text):
        word = _bare(match[0])
        if word:
            found.append(_Word(stem(word), word.lower(), match.start(), match.start() + len(word)))
    return found


def _bare(word: str) -> str:
    """A word without marks and an "'s" behind it."""
    return word.rstrip(".'’").removesuffix("'s").removesuffix("’s")


def _stems(text: str) -> list[str]:
    """The stems of the words of a text, in order; a word that comes again is looked at once."""
    found = WORD.findall(text)
    stems = {word: stem(bare) for word in set(found) if (bare := _bare(word))}
    return [stems[word] for word in found if word in stems]


def _runs(text: str, words: list[_Word], pairs: set[tuple[str, str]]) -> list[list[_Word]]:
    """The longest runs of words of the title that the body has side by side too."""
    runs: list[list[_Word]] = []
    run: list[_Word] = []
    for word in words:
        if run and text[run[-1].end : word.start] in JOINT and (run[-1].stem, word.stem) in pairs:
            run.append(word)
        else:
            runs.append(run)
            run = [word]
    return [each for each in (*runs, run) if len(each) > 1]


def _trimmed(run: list[_Word]) -> list[_Word]:
    """The run without words at its edges that belong to no name."""
    first, last = 0, len(run)
    while first < last and run[first].lower in NO_NAME:
        first += 1
    while last > first and run[last - 1].lower in NO_NAME:
        last -= 1
    return run[first:last]


def _labels(text: str, words: list[_Word], stems: list[str]) -> list[list[_Word]]:
    """What opens a part of the title ("Craft gin: ...", "Outlook: Tempeh", "Gin tours are back"), if the body takes it up."""
    labels: list[list[_Word]] = []
    for word in words:
        if labels and text[labels[-1][-1].end : word.start] in JOINT:
            labels[-1].append(word)
        else:
            labels.append([word])
    roots = {word[:ROOT] for word in stems}
    for label in labels:
        cut = _cut(label)
        name = _trimmed(label[:cut])
        if not name or len(name) > LONGEST_NAME:
            continue
        if len(name) == 1 and cut < len(label) and label[cut].lower in OUTCOMES:
            continue  # what is done to the profits
        taken_up = [word.stem[:ROOT] in roots for word in name]
        if len(name) > 1 and name[-1] is not label[-1]:
            known = all(taken_up)  # a verb stood behind it, or what is told of it
        elif len(name) > 1:
            known = any(taken_up) and LABEL_END.match(text, label[-1].end) is not None
        else:
            known = stems.count(name[0].stem) >= OFTEN
        if known:
            return [name]
    return []


def _cut(label: list[_Word]) -> int:
    """How many words stand before the first that goes on behind a name: "Kelp flour | demand deepens"."""
    begun = False
    for at, word in enumerate(label):
        if begun and word.lower in NAME_ENDS:
            return at
        begun = begun or word.lower not in NO_NAME
    return len(label)


def _place(title: Annotation, start: int, end: int) -> RegionName | None:
    """The place in "Peru's kelp dryers", "Peru: kelp dryers run short", "Why kelp dryers, Peru" and "Kelp dryers in Peru"."""
    for item in title.mentions:
        if not isinstance(item, RegionName):
            continue
        if item.end <= start:
            if OWNER.fullmatch(title.text[item.end : start]) and not title.text[: item.start].strip():
                return item
        elif SET_IN.fullmatch(title.text[end : item.start]):
            return item
    return None


def _adjective(text: str, start: int) -> str | None:
    """The country whose adjective stands before the name: "Mexican avocado oil: figures"."""
    before = text[:start].split()
    return next((PLACE_OF[key] for count in (2, 1) if (key := " ".join(before[-count:]).lower()) in PLACE_OF), None)
