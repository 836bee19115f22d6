"""What stands around a rate and may tell its kind: marks by family, which `data/own/rate_weights.tsv` weighs (see rate_kinds.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.annotating.mention import Money, Rate, Years
from extractor.linking.statements.mark_weights import load_classes
from extractor.linking.statements.words_around import (
    BREAKS,
    LONGEST_LINE,
    LONGEST_SENTENCE,
    WORD,
    Reach,
    in_clause,
    words_around,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.linking.statements.mark_weights import Marks
    from extractor.linking.statements.statement import Item, Statement

CLASS_FILE = "growth/rate_classes.toml"
REACH = Reach(before=110, words_before=14, behind=80, words_behind=10)
NEAREST = 7  # words before the rate among which the nearest telling one is sought
RATE_BREAKS = BREAKS | {"<r>"}  # behind which stands what another rate is of
LINKS = frozenset("of to by at with from for in (".split())
YEAR_IN_FRONT = late.regex(r"(?:^|[,;:.] )(?:in|during|for|over) (?:the )?(?:year )?(?:of )?<[yp]>[^;]*$")
OF_WHAT = late.regex(
    r" (?:[a-z-]+ ){0,2}?of (?:(?:the|all|its|their|total) )*(?:[\w<>&’'-]+ ){0,3}?(?P<what>[\w<>&’'-]+?)"
    r"(?=[,.;:)]| (?:in|by|is|are|was|were|at|to|for|from|and|of|with|who|that|which|said|have|has|had|on|will)\b|$)"
)
# What follows a rate: the first of these that does.
TAIL = late.regex(
    r"(?P<yearly>,? ?(?:\(?cagr|(?:a|per|each|every) (?:year|annum)\b|annual|p\.a|yearly|compound|on average))"
    r"|(?P<share>(?: [a-z-]+){0,2} (?:shares?|portion|slice|part)\b)"
    r"|(?P<levy> (?:[a-z]+ )?(?:stake|discount|interest|tariffs?|dut(?:y|ies)|tax|off|margin|levy|vat|commission)\b)"
    r"|(?P<against>,?(?: [a-z-]+){0,3} (?:year[- ](?:on|over)[- ]year|on the year|(?:on|from|over|versus|vs\.?|against|compared (?:with|to)|than)"
    r"(?: in| that of)?(?: the| a)? ?(?:<y>|year|(?:previous|prior|preceding|last|same) (?:fiscal )?(?:year|period|quarter|month)))"
    r"|,? (?:last|this|in the (?:same|following|previous)) year|(?:[^<;.]|<y>){0,40}\bthan (?:in )?(?:the year before|a year|the (?:previous|prior|preceding) year))"
    r"|(?P<than> (?:more|less|higher|lower|fewer|cheaper|above|below|larger|smaller|bigger|faster|lighter|shorter)\b)"
    r"|(?P<of>(?: [a-z-]+){0,2} of\b)"
    r"|(?P<to_amount>,? (?:to|reaching|and reached)(?: [^<,;]{0,20})? ?<m>)"
    r"|(?P<from_amount>,? from [^<;,]{0,20}<m>)"
    r"|(?P<period>[^<;,.]{0,30}<p>)"
    r"|(?P<by_year>[^<;,.]{0,25}\b(?:by|to|until|till|through|towards?) (?:the |end |of |year )*<y>)"
    r"|(?P<since_year>[^<;,.]{0,25}\b(?:since|from) (?:the |end |of |year )*<y>)"
    r"|(?P<in_year>[^<;.]{0,30}\b(?:in|during|for|over|throughout)(?: [a-z]+){0,4} ?<y>)"
    r"|(?P<season> (?:in|during|over|for|last|this) (?:the )?(?:[a-z]+ ){0,2}(?:quarter|half|months?|season|winter|summer|spring|autumn)\b)"
    r"|(?P<horizon>[^<;,.]{0,30}\b(?:forecast|projection|coming|next|past|last|assessment)\b)"
    r"|(?P<bracket> ?\))|(?P<cell> ?\|)|(?P<rate>[^;.]{0,15}<r>)|(?P<end> ?(?:[.,;:]|$))"
    r"|(?P<noun> (?:rise|increase|jump|gain|decline|drop|fall|slump|surge|contraction|growth|expansion)\b)"
)
PRONOUNS = frozenset(("it", "this", "that", "figure", "same"))
SIZES = (1, 2, 4, 8, 12, 16, 20, 25, 30, 40, 60, 100)  # above each of which a rate is less likely one of a year


def word_classes() -> Mapping[str, str]:
    """The class of each word that has one: word -> class."""
    return load_classes(CLASS_FILE)


def marks_of_statement(statement: Statement) -> Marks:
    """The marks that all rates of a statement share, by family."""
    marks: Marks = {
        "line": (statement.kind, statement.field),
        "figures": _figures(statement),
        "sentence": words_of(statement.shape[:LONGEST_SENTENCE]),
    }
    if statement.kind != "paragraph":
        marks["heading"] = words_of(statement.heading)
        if len(statement.lead) <= LONGEST_LINE:
            marks["lead"] = words_of(statement.lead)
    return marks


def marks_of(statement: Statement, item: Item, kinds: Mapping[int, str], before: Item | None, earlier: str) -> Marks:
    """The marks of a rate by family, without those of its statement.

    `kinds` are those of the rates told so far, by position; `before` is the rate in front of this one in the same
    statement; `earlier` is the kind of the last rate of the statement before, or "".
    """
    shape, mention = statement.shape, item.mention
    assert isinstance(mention, Rate)
    ahead, behind, first, second = words_around(shape, item, REACH)
    near = _nearest(ahead)
    tail = TAIL.match(shape, item.end)
    follows = (tail.lastgroup if tail is not None else None) or "word"
    marks: Marks = {
        "found": (mention.kind, mention.direction or "level", f"{mention.kind} {near}"),
        "next": (first,),
        "second": (second,),
        "after": behind[:1] or ("END",),
        "before": in_clause(ahead, RATE_BREAKS),
        "behind": in_clause(behind, RATE_BREAKS),
        "near": (near,),
        "tail": (follows,),
        "near-tail": (f"{near} {follows}",),
        "near-next": (f"{near} {first if first in LINKS else 'word'}",),
        "size": _size(mention),
    }
    whole = OF_WHAT.match(shape, item.end)
    if whole is not None:
        marks["of"] = (whole["what"], f"-{whole['what'][-3:]}")
    if YEAR_IN_FRONT.search(shape, 0, item.start):
        marks["front"] = (near,)
    if before is not None:
        kind = kinds[before.start]
        marks["previous"] = (kind, f"{kind} {first}", f"{kind} {_gap(shape, before, item)}")
    elif earlier:
        marks["earlier"] = (earlier, f"{earlier} it") if not PRONOUNS.isdisjoint(ahead) else (earlier,)
    return marks


def _gap(shape: str, before: Item, item: Item) -> str:
    """How far the rate before is: in the same breath, in the same clause, or farther."""
    between = WORD.findall(shape, before.end, item.start)
    if len(between) <= 2:
        return "list"
    return "near" if len(between) <= REACH.words_behind else "far"


def _nearest(ahead: list[str]) -> str:
    """The class of the nearest word before the rate that has one."""
    classes = word_classes()
    for word in ahead[:NEAREST]:
        if word in RATE_BREAKS:
            return "BREAK"
        if word in classes:
            return classes[word]
    return "NONE"


def _size(rate: Rate) -> list[str]:
    if rate.amount is None:
        return ["range"]
    size = abs(rate.amount)
    marks = [str(least) for least in SIZES if size > least]
    if size != int(size):
        marks.append("fraction")
    return marks


def _figures(statement: Statement) -> list[str]:
    years = statement.of(Years)
    marks = ["year"] if years else []
    spans = [year.mention.end_year - year.mention.start_year for year in years]  # type: ignore[attr-defined]
    if any(spans):
        marks.append("step" if max(spans) == 1 else "period")
    if statement.of(Money):
        marks.append("money")
    return marks
