"""The research firm whose figures a document gives."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from extractor import late
from extractor.anchors import ANCHORS, Anchored, Sieve
from extractor.annotating.mention import Money, Rate, RegionName
from extractor.annotating.types.companies.words import given_names, is_common
from extractor.cleaning.firm_names import is_heading, is_known, is_other_body
from extractor.cleaning.owner import BRAND
from extractor.data.firm_words import firm_words
from extractor.data.publisher_cues import load_words
from extractor.linking.firms import FIRM_WORDS

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statement import Statement

NAME = r"(?P<name>[A-Z][\w&.’'+-]*(?: (?:(?:and|&|of the|of|de|for) )?(?:[A-Z][\w&.’'+-]*|&))*)"
WORDS = load_words()  # shared with the cleaning, which reads the debris around an article
REPORT, FIRM, SAYS = WORDS["work"], WORDS["firm_or_trade"], WORDS["saying"]
# What may stand between a wording and the name: "the Seoul-based consultancy ...".
CALLING = rf"(?:the )?(?:[A-Z][\w.’'-]*-based )?(?:{FIRM} )?(?:the )?"
# In order of trust. All are bounded: no repeat within a repeat over the same characters.
PATTERNS = tuple(
    Anchored(pattern)
    for pattern in (
        rf"(?:[Aa]ccording to|\b(?:[Aa]s )?per|\b[Cc]iting|\bquoting|\bview of|\b(?:comes?|came) from) (?:(?:a|an|the|its|their) )?(?:(?:new|latest|recent|market|published|comprehensive"
        rf"|detailed) ){{0,3}}(?:{REPORT} )?(?:titled [^,]{{1,80}}, )?(?:(?:recently )?(?:published|released"
        rf"|conducted|compiled|issued|prepared|carried out) )?(?:by |from |of )?{CALLING}{NAME}",
        rf"{REPORT}(?: [“\"][^“”\"]{{1,250}}[”\"])?,? (?:(?:was|were|is|has been|have been) )?(?:(?:recently )?(?:published|released|conducted|compiled|issued|prepared|carried out|produced) )?(?:by"
        rf"|from) {CALLING}{NAME}",
        rf"(?:says?|said|found|finds|reports|estimates) (?:{FIRM} )?{NAME}",
        rf"{FIRM} {NAME}",
        rf"(?:^|[.;:,“\"] |\n|— |-- |\b\d{{4}} |\bwhile |\bwhereas |\bbut |\band )(?:[Aa]nalysts at "
        rf"|[Rr]esearchers at |Looking forward, )?{NAME}(?:, (?:which|an?|the|based) [^,.;]{{3,60}},|(?:’s|'s)?) "
        rf"(?:{FIRM} |analysts |researchers )?(?:{SAYS}|expect|believe|forecast|estimate|put|see|project|predict)\b",
        rf"{NAME}(?:’s|'s) (?:latest |new |recent )?{REPORT}",
        rf"(?:\(|[Ss]ource: ?){NAME}",
        rf"{NAME},? (?:which is |itself )?(?:an?|the|one of the) (?:[\w’-]+ ){{0,4}}?{WORDS['firm_noun']}\b",
        rf"{REPORT} (?:that|which) (?:the )?(?:{FIRM} )?{NAME} (?:has |had )?(?:recently |just )?(?:presented"
        rf"|published|released|issued|carried out|conducted|unveiled)\b",
        rf"\b(?:[Tt]he|[Aa]n?|[Nn]ew|[Tt]hat) {NAME} {REPORT} (?:{SAYS}|from)\b",
        rf"\b(?:[Ii]f (?:one|we|you) (?:follows?|believes?|trusts?|goes? by)|[Ii]f(?= [^,.;]{{2,60}} (?:is|are|proves?) (?:right|correct))"
        rf"|[Bb]y the (?:reckoning|count|estimate)s? of) (?:the )?(?:{FIRM} )?{NAME}",
    )
)
SIEVE = Sieve(enumerate(PATTERNS))
# Places in PATTERNS: those that tell by themselves in a sentence with money, and others with a rule of their own.
TELLING = frozenset((0, 1, 3, 7, 8, 10))
SAID, STATES, OWN_WORK = 2, 4, (5, 9)
# "..., says Pewter Point. Its study puts the market at"
ITS_WORK = late.regex(rf"(?:Its|Their|The|That|The firm’s|The firm's) (?:\w+ )?{REPORT}\b|It (?:{SAYS})\b")
# The wordings that give the figures of the next sentence to a firm: "A report by Pewter Point has tried to count them."
LEADING_ON = (0, 1, 7, 8)
SOURCE_COLUMN = "source"  # the head of a column of firms
PACE = late.regex(r"\b(?:growth|cagr|grow|annual|(?:per|a) year)\b")
LAST_SOURCE = late.regex(
    rf"(?:\b[Ss]ays?|\bsaid|\b[Aa]ccording to|\bby|\bfrom|\bof) (?:the )?(?:{FIRM} )?{NAME}[.,;:]?\s*$"
)
CALLED = late.regex(rf"{FIRM} (?:the )?$")
# The wordings that name a firm without a figure beside it; some tell by themselves that it does research.
OPENING_PATTERNS = ((PATTERNS[3], True), (PATTERNS[7], True), (PATTERNS[1], False), (PATTERNS[4], False))
FORECASTS = late.regex(
    r"\b(?:estimates|values|expects|projects|forecasts|puts|sizes|pegs|predicts|anticipates|estimated|valued"
    r"|projected)$"
)
OFFICE = late.regex(
    r"(?:founder|ceo|cfo|chief|president|chair|chairman|minister|professor|analyst|director|head|partner|manager"
    r"|co-founder)\b",
    re.IGNORECASE,
)
NOT_NAMES = frozenset(
    "moreover however meanwhile additionally furthermore overall similarly today yesterday both two three the it "
    "its this these that we they our my your his her he she here in on by at for as a an and but if when while however analysts "
    "analyst experts report reports study "
    "researchers industry market global source key many most some all new looking according table figure company "
    "companies government ministry "
    "bank department bureau university european united world us u.s. uk monday tuesday wednesday thursday friday "
    "saturday sunday january february "
    "march april may june july august september october november december ceo dr mr mrs ms".split()
)
NAMED = late.regex(NAME)
# The last word of most research firms' names.
FIRM_TAIL = late.regex(rf" (?:{firm_words('said')})$")
# One of these stands wherever that does: to look for them costs far less than to look for names.
FIRM_TAILS = tuple(f" {word}" for word in firm_words("said").split("|"))
# What stands behind the first word of such a name.
REST_OF_NAME = late.regex(rf"(?: [A-Z][\w&-]+){{0,3}} (?:{firm_words('said')})\b")
WORD_EDGE = late.regex(r"\b")
AT_END = late.regex(
    rf"(?:[:|–—-] ?|, (?:[Ss]ays?|[Ff]inds?|[Rr]eports?|[Aa]ccording [Tt]o) |\b[Bb]y ){NAME}(?:,? (?:[Ss]ays"
    rf"|[Ff]inds|[Rr]eports))?\s*$"
)
OPENING_CHARS = 1_200
QUOTED = late.regex(r"[“\"][^“”\"]*[”\"]")
# "... in 2023. (Grand View Research)"
CREDIT_BEHIND = late.regex(r" ?[(\[][^()\[\]\n]{3,60}[)\]]")
LONGEST_BEFORE = 300  # characters of the sentence before that may name the firm
LONGEST_PUBLISHER = 7  # words


def publisher_of(
    annotation: Annotation,
    statements: list[Statement],
    *,
    headline: Counter[int],
    round_up: bool,
    stated: frozenset[int] = frozenset(),
) -> str | None:
    """The firm behind the figures: what page or debris says, else what the sentences with figures name.

    Args:
        annotation: the annotated article.
        statements: its statements.
        headline: how many values of the whole market each gives, by start offset.
        round_up: whether the document is about no one market.
        stated: where the statements start that give values of any market.

    Returns:
        None when several firms are quoted for the whole market, or in a round-up.
    """
    name = _read_or_named(annotation, statements, headline, stated if round_up else None)
    return _in_full(name, annotation.text) if name is not None and " " not in name else name


def _in_full(name: str, text: str) -> str:
    """The long form of a single word, where the text gives it: "Lampeter puts the market at ..." behind "by Lampeter Trade Research".

    >>> _in_full("Lampeter", "I paid for a study by Lampeter Trade Research."), _in_full("Lampeter", "In Lampeter, lamps sell.")
    ('Lampeter Trade Research', 'Lampeter')
    """
    if is_known(name):
        return name
    place = text.find(name)
    while place >= 0:
        rest = REST_OF_NAME.match(text, place + len(name)) if WORD_EDGE.match(text, place) else None
        if rest is not None:
            return name if is_heading(name + rest[0]) else name + rest[0]
        place = text.find(name, place + 1)
    return name


def _read_or_named(
    annotation: Annotation, statements: list[Statement], headline: Counter[int], stated: frozenset[int] | None
) -> str | None:
    """As `publisher_of`; `stated` is None when the document is about one market."""
    round_up = stated is not None
    article = annotation.article
    read = article.publisher if article is not None else None
    origin = article.origins.get("publisher") if article is not None else None
    if read and not round_up and origin not in ("body", BRAND):
        return read
    named: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    first: str | None = None
    for statement in statements:
        if statement.field != "text" or not (statement.of(Money) or statement.of(Rate)):
            continue
        for name in names_in(statement, leads=statement.start in (headline if stated is None else stated)):
            first = first or name
            named[name] += 1
            if statement.start in headline:
                known = next((other for other in sources if name in other or other in name), name)
                sources[known] += headline[statement.start]
    if round_up:
        firms = set(named) | ({read} if read and stated and origin != BRAND else set())
        return firms.pop() if len(firms) == 1 else None
    ranked = sources.most_common(2)
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        return None
    if read and origin == BRAND:
        return ranked[0][0] if ranked else first or read
    if read:
        leads = not ranked or ranked[0][0] in read or read in ranked[0][0] or not _is_firm(ranked[0][0])
        return read if leads else None
    return ranked[0][0] if ranked else first or _from_title(annotation) or _from_opening(annotation)


def _from_opening(annotation: Annotation) -> str | None:
    """A firm that the opening says has made the report, or a name of research that it gives a report or a saying."""
    opening = annotation.text[:OPENING_CHARS]
    seen = ANCHORS.seen(opening.lower())
    for pattern, telling in OPENING_PATTERNS:
        for match in pattern.finditer(seen, opening):
            name = _trimmed(match["name"]) if not is_other_body(match["name"]) else None
            if name is not None and (FIRM_TAIL.search(name) or (telling and not OFFICE.match(name))):
                return name
    return None


def _from_title(annotation: Annotation) -> str | None:
    """The firm at the end of a title ("... by 2031: Verity Reports") that the body names too."""
    title = annotation.title.text if annotation.title is not None else ""
    match = AT_END.search(title)
    name = _trimmed(match["name"]) if match is not None else None
    return name if name is not None and name in annotation.text else None


def names_in(statement: Statement, *, leads: bool = False) -> list[str]:
    """The reporting firms that a statement names.

    Args:
        statement: a sentence or a row.
        leads: whether it gives values of the whole market: whoever says that, and is no person, is behind the figures.
    """
    whole = statement.annotation.text
    credit = CREDIT_BEHIND.match(whole, statement.end)
    text = whole[statement.start : statement.end if credit is None else credit.end()].replace("\n", " ")
    shape = statement.shape
    about_market = "market" in shape or "industry" in shape or "<m>" in shape
    found: list[str] = []
    if statement.head and SOURCE_COLUMN in statement.head:
        cells = text.split(" | ")
        at = statement.head.index(SOURCE_COLUMN)
        return [cells[at].strip()] if at < len(cells) and cells[at].strip()[:1].isupper() else []
    for rank, pattern in SIEVE.may_match(statement.seen):
        for match in pattern.regex.finditer(text):
            name = _trimmed(match["name"])
            if name is None or _is_place(statement, match.start("name"), len(name)):
                continue
            before = match[0][: match.start("name") - match.start()]
            if _is_firm(name):
                accepted = about_market
            elif OFFICE.match(name) or (is_other_body(match["name"]) and not CALLED.search(before)):
                accepted = False
            elif rank in TELLING or (rank == SAID and "market" in shape):
                accepted = "<m>" in shape or (rank in LEADING_ON and "<r>" in shape and PACE.search(shape) is not None)
            else:
                forecasts = rank == STATES and FORECASTS.search(match[0]) is not None
                says = leads and (rank == STATES or rank in OWN_WORK) and not _is_no_firm(name, whole)
                accepted = "<m>" in shape and (forecasts or says)
            if accepted:
                found.append(name)
    if not found and leads and ITS_WORK.match(text) and (told := LAST_SOURCE.search(statement.before)) is not None:
        name = _trimmed(told["name"])
        if name is not None and not is_other_body(told["name"]) and not _is_no_firm(name, whole):
            found.append(name)
    if not found and leads and statement.before:
        seen = ANCHORS.seen(statement.before.lower())
        for rank in LEADING_ON:
            for match in PATTERNS[rank].finditer(seen, statement.before):
                name = _trimmed(match["name"])
                if name is not None and not is_other_body(match["name"]) and not _is_no_firm(name, whole):
                    found.append(name)
            if found:
                break
    if not found and about_market:
        for source in (text, statement.before[-LONGEST_BEFORE:]):
            if not any(map(source.__contains__, FIRM_TAILS)):
                continue
            source = QUOTED.sub(" ", source)  # the titles of reports
            found += [
                name for match in NAMED.finditer(source) if (name := _trimmed(match["name"])) and FIRM_TAIL.search(name)
            ]
    return list(dict.fromkeys(found))


def _is_no_firm(name: str, text: str) -> bool:
    """Whether a name is a person's or none: it begins with a given name, is a common word, or a single word that elsewhere stands behind another capital."""
    first, _, rest = name.partition(" ")
    if not rest and is_common(first.lower()):
        return True  # "Figures released by ..."
    if rest:
        return first.lower() in given_names()
    return re.search(rf"\b[A-Z]\w+ {re.escape(name)}\b", text) is not None


def _is_firm(name: str) -> bool:
    return (FIRM_WORDS.search(name) is not None and not is_heading(name)) or is_known(name)


def _trimmed(name: str) -> str | None:
    words = name.split()
    while words and words[0].lower().strip(".,") in NOT_NAMES:
        words = words[1:]
    while words and words[-1].lower() in ("and", "&", "of", "for", "the", "de"):
        words = words[:-1]
    if not words or len(words) > LONGEST_PUBLISHER:
        return None
    short = " ".join(words).strip(" .,;:'’")
    for tail in ("’s", "'s"):
        short = short.removesuffix(tail)
    return short if len(short) > 1 else None


def _is_place(statement: Statement, offset: int, length: int) -> bool:
    start = statement.start + offset
    return any(
        isinstance(item.mention, RegionName) and item.mention.start <= start and item.mention.end >= start + length
        for item in statement.items
    )
