"""What kind of rate a percentage is: a yearly rate, growth on the year before, a share, or something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.anchors import Anchored
from extractor.annotating.mention import Rate, Years
from extractor.linking.cues import cue_groups
from extractor.linking.rate_runs import Kind
from extractor.linking.statement import is_single

if TYPE_CHECKING:
    from extractor.linking.cues import Hit
    from extractor.linking.statement import Item, Statement

KINDS: dict[str, Kind] = {
    "rate_kind.up_to": "other",
    "rate_kind.move_against": "YoY",
    "rate_kind.against_in_brackets": "YoY",
    "rate_kind.year_brought": "YoY",
    "rate_kind.move_in_brackets": "YoY",
    "rate_kind.move_of_season": "YoY",
    "rate_kind.level_then": "YoY",
    "rate_kind.increase_of": "YoY",
    "rate_kind.move_to": "YoY",
    "rate_kind.growth_in": "YoY",
    "rate_kind.fall_from": "YoY",
    "rate_kind.rise_in": "YoY",
    "rate_kind.leader_in_brackets": "share",
    "rate_kind.stock": "other",
    "rate_kind.more_than": "YoY",
    "rate_kind.ranked": "share",
    "rate_kind.grow_at": "CAGR",
    "rate_kind.fastest_at": "CAGR",
    "rate_kind.leader_with": "share",
    "rate_kind.part_at": "share",
    "rate_kind.remaining": "share",
    "rate_kind.most": "share",
    "rate_kind.share_verb": "share",
    "rate_kind.share_subject": "share",
    "rate_kind.share_among": "share",
    "rate_kind.share_people": "share",
    "rate_kind.share_content": "share",
    "rate_kind.share_of": "share",
}
ANNUAL = late.regex(
    r"\bannual|\ba year\b|\bper year\b|\byearly\b|\bper annum\b|\bevery year\b|\beach year\b|\bcompound|\bp\.a\.|\bon average\b"
)
# "a 25% tariff", "a 22% stake": part of something that is no market.
NO_PART = Anchored(
    r" (?:[a-z-]+ )?(?:stake|tariffs?|dut(?:y|ies)|tax|vat|levy|surcharge|discount|margins?|interest|mark-?up"
    r"|commission)\b(?!-)"
)
# "representing an increase of 4.5%": no share whatever the verb.
MOVE_OF = late.regex(
    r"\b(?:increase|rise|growth|gain|jump|decline|drop|fall|decrease|slump|contraction) of (?:about |around "
    r"|nearly |over |some )?$"
)
# "prices went up by 28% while cargoes were held back": the verb beside it tells what a rate is.
MOVED_BY = late.regex(
    r"\b(?:rose|grew|fell|increased|decreased|declined|dropped|climbed|jumped|surged|soared|shrank|slipped|expanded|advanced"
    r"|(?:went|gone|going|go) (?:up|down)|risen|grown|fallen) (?:by|at) (?:about |around |nearly |over |some |roughly |a further )*$"
)
# "8% of the usual dose": a level against what is normal.
NO_WHOLE = Anchored(
    r" of (?:the|its|their|a|an|what is) (?:[a-z]+ )?(?:usual|normal|original|recommended|required|standard"
    r"|nominal|initial|maximum|permitted|allowed|rated|listed?)\b(?! (?:market|segment|category))"
)
# "bought 40% of Acme in 2024", "owns 12% of the company"
STAKE_OF = Anchored(
    r" of (?:<c>(?=[.,;:)]| (?:in|for|from|since|and|to|last)\b|$)|(?:the|its|their) (?:company|firm|start-?up"
    r"|shares|equity|voting rights|share capital|joint venture)\b(?![’'-]))"
)
# "banks lend at 9% a year"
INTEREST = Anchored(
    r"\b(?:lends?|lending|lent|borrow(?:s|ed|ing)?|loans?|interest(?: rates?)?|mortgages?|coupons?|bonds?"
    r"|deposits?|credit|inflation|overdrafts?)\b(?: (?!grow|ris|increas|expand|market|segment|industry|climb|will"
    r"|should|set|projected|expected)[a-z]+){0,4} (?:at|of|with|pay(?:s|ing)?|yield(?:s|ing)?|charg(?:es?|ing)"
    r"|was|is|averaged|runs?) (?:about |around |some |nearly |over |roughly |up to |between |an? )*$"
)
# "an EBITA margin above 18%"
MARGIN = Anchored(
    r"\bmargins? (?:[a-z]+ ){0,2}(?:of|above|below|over|under|at|to|was|is|around|about|near|between)(?: [a-z]+){0,2} $"
)
# "Annual recurring revenue has grown 210%": what is annual is the revenue, and not the rate.
ANNUAL_THING = late.regex(
    r"\bannual (?:recurring |general |net |gross |total )?(?:revenues?|reports?|meetings?|surveys?|sales|turnover"
    r"|output|production|budget|conference|salary|income|fees?|consumption|demand|inspections?|costs?|bills?"
    r"|subscriptions?|contracts?|targets?|results|volumes?|capacity|spending)\b(?! (?:growth|increase|rise))"
)
PACE_WORD = late.regex(
    r"\bcagr\b|\bcompound|\b(?:a|per|each|every) (?:year|annum)\b|\bannually\b|\bannuali[sz]ed\b|\bp\.a\."
    r"|\byearly\b|\bannual(?: [a-z-]+)? (?:growth|rates?|increases?|rise|pace|expansion|decline|average|basis)\b"
    r"|\baverage annual"
)
# "Only 9% were still there after a year": no rate a year.
TIME_OF_YEAR = late.regex(
    r"\b(?:after|within|in|for|over|than|once|twice|times|half|inside|under|until) an? (?:full |whole |single )?year\b"
)
# "in a poll of 210 firms, 57% said", "a survey found that 31% of staff", "inspectors rejected 17%": those asked or tested.
SURVEYED = late.regex(
    r"\b(?:survey(?:s|ed)?(?! report)|polls?|polled|interviews?|questionnaires?|field tests?|tests?|trials?|inspectors|inspections|audit(?:s|ors)?)\b"
    r"[^;<]*(?:<[ygc]>[^;<]*)?$"
)
# "affects 8% of patients", "within 8% of the lowest offer", "ran at 61% of capacity", "found that 30% of helmets"
DONE_TO = late.regex(
    r"\b(?:affect|take out|takes out|reject|recover|report|return|destroy|remove|replace|damage|infect|kill|reach|catch|detect"
    r"|find|turn|convert|lose|waste|refund|reimburse|save|rescue|deter|attract|prevent|treat|cure|miss|stop|hit"
    r"|harm|spoil|discard|throw away|screen|kept?)(?:s|es|ed|ing)?(?: out)? (?:about |around |some |nearly |over |roughly |almost |up to |as much as |at least |more than |as many as )*$"
    r"|\b(?:within|up to|as much as|(?:ran|run|runs|running|operat(?:e|es|ed|ing)|works?|worked) at|return of|loss of|that) (?:about |around |some |nearly |over |roughly |almost |only |more than )*$"
)
OF_SALES = late.regex(
    r" (?:of|share of) (?:[a-z-]+ ){0,3}?(?:markets?|sales|revenues?|demand|volumes?|turnover|shipments|spending|value|consumption|total)\b"
)
# Cues that outweigh a finder's "share".
OF_PEOPLE = frozenset(("rate_kind.share_of", "rate_kind.share_people", "rate_kind.share_among"))
NO_SHARE = frozenset(("rate_kind.up_to", "rate_kind.stock"))
SHARE_LABEL = late.regex(r"\b(?:share|contribution)\b")
LONGEST_LABEL = 60  # characters of a line above that labels a rate
# A column that gives the growth of one year.
YEARLY_HEAD = late.regex(
    r"^\+ ?/ ?[-–−]|^(?:% ?)?(?:chg|var|variation)\b|\b(?:change|growth|chg\.?|%) (?:vs\.?|versus|on|from|over"
    r"|against|to) (?:19|20)\d\d$|\byoy\b|\by/y\b|^(?:annual )?(?:change|growth)(?: rate)?(?:,? \(?%\)?"
    r"|,? in %)?$|\b(?:change|growth) (?:on|from|over|against|vs\.?) (?:a |the |last |previous )?year"
    r"|\bannual change\b|year[- ](?:on|over)[- ]year|\b(?:19|20)\d\d (?:growth|change|increase)|\b(?:growth"
    r"|change)\b[^a-z]*(?:19|20)\d\d\b(?! ?[-–])|\w*\d\d ?(?:/|vs\.?|over) ?\w*\d\d (?:growth|change)|(?:growth"
    r"|change),? \(?\w*\d\d ?(?:/|vs\.?|over) ?\w*\d\d"
)
WINDOW = 70  # characters to each side that may tell the kind
COMPOUND = late.regex(r"\bcagr\b|\bcompound")
CAGR_WORD = late.regex(r"cagr\b|\bcompound|\bannual growth|\bgrowth rate\b")
YEAR_EARLIER = late.regex(
    r"(?:[^.;<]|<y>){0,40}\b(?:a|the|one) year (?:earlier|ago|before)\b| (?:in|within|over|inside) (?:just |only "
    r"|about |little more than )?(?:a|one|a single) year\b"
)
# "North America: 38%": a line of a list whose heading tells what is counted.
LABELLED = late.regex(r"^[-•*\s]*[^:;|.]{2,60}(?::| -| –| \|) (?:about |around |~)?<r>[.\s]*$")


def _told_by(heading: str) -> Kind | None:
    """The kind that a heading gives to the rates listed below it."""
    if CAGR_WORD.search(heading):
        return "CAGR"
    return "share" if SHARE_LABEL.search(heading) else None


def _is_row_of_year(statement: Statement) -> bool:
    """Whether a table's row is that of one year: its rates are those of the year."""
    first = next(iter(statement.of(Years)), None)
    return first is not None and statement.column(first) == 0 and is_single(first.mention)  # type: ignore[arg-type]


def _is_of_no_market(statement: Statement, item: Item) -> bool:
    """Whether the rate is a part of something that is no market, a margin or an interest."""
    seen, shape, start = statement.seen, statement.shape, max(0, item.start - WINDOW)
    for pattern in (NO_PART, NO_WHOLE, STAKE_OF):
        if pattern.may_match(seen) and pattern.match(seen, shape, item.end):
            return True
    return any(pattern.search(seen, shape, start, item.start) for pattern in (MARGIN, INTEREST))


class RateKinds:
    """Tells the kinds of a statement's rates."""

    def __init__(self) -> None:
        self.cues = cue_groups()["rate_kind"]

    def kind(self, statement: Statement, item: Item) -> Kind:
        """The kind the finder gave, or, where it gave none, what the words around say."""
        mention = item.mention
        assert isinstance(mention, Rate)
        shape = statement.shape
        if _is_of_no_market(statement, item):
            return "other"
        if mention.kind == "YoY":
            return "YoY"
        if mention.kind == "CAGR" and "annual " in shape and ANNUAL_THING.search(shape) and not PACE_WORD.search(shape):
            return "other"
        if mention.kind == "CAGR" and YEAR_EARLIER.match(shape, item.end):
            return "YoY"
        if mention.kind == "CAGR" and shape.startswith(")", item.end) and self._is_bracketed_move(statement, item):
            return "YoY"
        if mention.kind == "CAGR" and not self._is_of_time(shape):
            return "CAGR"
        hit = self._hit(statement, item)
        if self._is_of_survey(statement, item, hit):
            return "other"
        if hit is not None and hit.id == "rate_kind.share_of" and self._is_done_to(shape, item):
            return "other"
        if mention.kind == "share":
            if hit is not None and hit.id in NO_SHARE:
                return "other"
            if not (
                MOVE_OF.search(shape, max(0, item.start - WINDOW), item.start)
                or MOVED_BY.search(shape, max(0, item.start - WINDOW), item.start)
            ):
                return "share"
        elif hit is None and LABELLED.match(shape) and (told := _told_by(statement.heading)) is not None:
            return told
        return self._worded(statement, item, hit)

    def _is_bracketed_move(self, statement: Statement, item: Item) -> bool:
        """Whether the rate in brackets is the move that is told before: "fewer every year, ... fell in <y> (minus <r>)"."""
        hit = self._hit(statement, item)
        return hit is not None and hit.id == "rate_kind.move_in_brackets"

    def _is_of_survey(self, statement: Statement, item: Item, hit: Hit | None) -> bool:
        """Whether the share is one of those that a survey asked or a test tried, and no part of a market."""
        if hit is None or hit.id not in OF_PEOPLE or OF_SALES.match(statement.shape, item.end):
            return False
        return SURVEYED.search(statement.shape, 0, item.start) is not None

    def _is_done_to(self, shape: str, item: Item) -> bool:
        """Whether something is done to that part of a whole: "affect 8% of patients", and neither "hold" nor "make up"."""
        verb = DONE_TO.search(shape, max(0, item.start - WINDOW), item.start)
        return verb is not None and not OF_SALES.match(shape, item.end)

    def _is_of_time(self, shape: str) -> bool:
        """Whether "a year" is nothing but how long something took."""
        return (
            " year" in shape and bool(TIME_OF_YEAR.search(shape)) and not PACE_WORD.search(TIME_OF_YEAR.sub("", shape))
        )

    def _hit(self, statement: Statement, item: Item) -> Hit | None:
        """The cue beside a rate that tells its kind."""
        shape = statement.shape
        return self.cues.search(
            f"{shape[max(0, item.start - WINDOW) : item.start]}<R>{shape[item.end : item.end + WINDOW]}",
            seen=statement.seen,
        )

    def _worded(self, statement: Statement, item: Item, hit: Hit | None) -> Kind:
        """The kind that the head of the column, the line above or the cue beside the rate tells."""
        if statement.head:
            head = statement.head[statement.column(item)]
            if CAGR_WORD.search(head):
                return "YoY" if COMPOUND.search(head) is None and _is_row_of_year(statement) else "CAGR"
            return "share" if "share" in head else "YoY" if YEARLY_HEAD.search(head) else "other"
        if (
            hit is None
            and len(statement.lead) <= LONGEST_LABEL
            and SHARE_LABEL.search(statement.lead)
            and statement.lead[-1:] not in ".!;"
        ):
            return "share"
        asked = next((line.lower() for line in (statement.lead, statement.before) if line.endswith("?")), "")
        if CAGR_WORD.search(asked or statement.shape if statement.kind == "table_row" else asked):
            return "CAGR"
        return KINDS[hit.id] if hit is not None else "other"
