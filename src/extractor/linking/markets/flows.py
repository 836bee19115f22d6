"""Markets named by what is bought, without the word: "sales of kelp dryers", "spending on rail signalling"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor import late
from extractor.anchors import Anchored
from extractor.annotating.mention import CompanyName, Money, RegionName
from extractor.linking.markets.adjectives import PLACE_OF, with_adjective
from extractor.linking.markets.candidates import HEADS, NEIGHBOURS, Candidate
from extractor.linking.markets.names import clean_name, is_generic, of_one, singular
from extractor.linking.markets.places import place_after
from extractor.linking.statements.statement import mentions_between, statement_of

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.linking.statements.statement import Statement

POSSESSIVES = ("'s ", "’s ", "’ ", "' ")
# What stands before the thing bought, and what stands behind it.
FLOW_OF = (
    r"(?:spending|spend|expenditure|outlays?|expenses) on|demand for|(?:sales|purchases) of|trade in"
    r"|(?:revenues?|income|receipts) from|turnover (?:with|from|of|in)|(?:shipments|exports|imports|consumption) of"
)
FLOW_LAST = (
    r"sales|demand|spending|spend|expenditure|outlays|revenues?|turnover|trade|shipments|exports|imports"
    r"|consumption|purchases"
)
# What is spent on or sold names the market where nothing else does: "spending on rail signalling in Europe stood at".
FLOW_NAME = Anchored(
    r"\b(?:[Ss]pending on|[Ss]pent (?:\W?[\w.,]+ ){1,3}on|[Oo]utlays? on|[Dd]emand for|[Ss]ales of|[Pp]urchases of"
    r"|[Tt]rade in|[Rr]evenues? from|[Rr]eceipts from|[Tt]urnover (?:with|from|of|in)|[Ee]xpenditure on"
    r"|(?:[Ss]hipments|[Ee]xports|[Ii]mports|[Cc]onsumption) of) (?:the )?((?:[\w&/'’-]+ ){0,4}?[\w&/'’-]+)"
    r"(?= (?:in|across|worldwide|globally|stood|was|were|reached|will|is|are|could|should|would|totall?ed|hit|rose"
    r"|fell|grew|climbed|jumped|comes?|came|amounts?|totals|stands|has|have|had|may|might|at|to|from|made|going(?= from)|sold|shrank|sank|slid"
    r"|[a-z]{3,}ed(?= (?:from|to|by|at|in|with|about|around|nearly|some|more|over|just|only|[^ ]{0,3}\d)))\b)"
)
FLOW_TAIL = Anchored(
    r"(?:^|[.;] |\n|, (?:and|but|while) )(?:In (?:19|20)\d\d,? )?(?:[Tt]he )?(?:[Gg]lobal |[Ww]orldwide )?((?:[\w&/'’-]+ ){0,3}[\w&/'’-]+) (?:sales|revenues?|demand|spending"
    r"|shipments|trade|turnover|expenditure|consumption)(?= (?:in|across|worldwide|globally|stood|was|were|is|reached"
    r"|will|totall?ed|hit|rose|fell|grew|could|should|may|might|amounted|came|climbed|topped)\b)"
)
# "Heated gloves will be a $612 million business", "Consumers bought sleep trackers worth $5.4bn"
BUYERS = (
    r"(?:consumers|shoppers|households|buyers|customers|people|patients|farmers|hospitals|builders|businesses|operators"
    r"|motorists|parents|owners)"
)
_BUSINESS = r"<m>(?:[ -]a[ -]year)? (?:business|industry|market|sector|trade|opportunity|affair|category|niche|line)\b"
# What a match of CALLED_BUSINESS ends with: to look for that alone is far cheaper.
BUSINESS_BEHIND = Anchored(_BUSINESS)
CALLED_BUSINESS = late.regex(
    r"(?:^|[.;:,\]] |\bthat |\band )(?:the )?(?:global |worldwide )?(?P<what>[a-z][^<,;.:]{2,50}?) (?:(?:will|could|should|may"
    r"|might|would) (?:be|become)|is|are|was|were|has become|have become|(?:is|are) (?:set|expected|likely) to (?:be|become)"
    rf"|to become)(?: already| now| currently)? an? (?:about |roughly |nearly )?{_BUSINESS}"
)
BOUGHT_WORTH = Anchored(
    rf"\b(?P<who>{BUYERS})?\b[^,;.<]{{0,30}}? (?:bought|purchased|ordered|consumed|used|will buy|buy) (?P<what>[a-z][^<,;.:]{{2,50}}?)"
    r" (?:worth|valued at) (?:about |around |nearly |over |some )?<m>"
)
# Verbs that lead to a value in a title, in the infinitive.
_AIM = (
    r"(?:be(?:come)? an?|reach|hit|exceed|surpass|cross|top|touch|near|approach|pass|attain|total|generate|garner|fetch|record|be worth"
    r"|be valued at|amount to|stand at|come to|(?:(?:nearly|almost|more than|steadily|just) )*(?:grow|climb|rise"
    r"|increase|double|triple|quadruple|swell|soar|jump|surge|expand|balloon|advance|shrink|fall|drop|decline|slip"
    r"|slide|contract|dip|creep up|edge up|inch up)(?: (?:steadily|further|sharply|slowly|threefold|fourfold"
    r"|fivefold|in value))* (?:to|past|beyond|above|over|below))"
)
_LEADS = (
    rf"(?:,? (?:is |are |now |still |seen |tipped |currently )*(?:set |expected |likely |projected |poised |forecast "
    rf"|predicted |on (?:track|course) |slated |estimated )?(?:to|could|will|may|should|might) {_AIM}\b[^<]{{0,30}}<m>"
    r"|,? (?:is |are |now |still |currently |last )*(?:seen|put|pegged|estimated|valued|forecast|projected"
    r"|expected) (?:at|to be|(?:reach|hitt|exceed|topp|climb|grow|ris|near)ing(?: to)?)\b[^<]{0,20}<m>"
    r"|,? (?:is |are )?(?:heads?|heading|headed|bound|on (?:track|course)) (?:for|towards?) (?:about |nearly |over )?<m>"
    r"|: an? <m>)"
)
# Titles that name what grows without the word "market".
TITLE_NAME = late.regex(
    rf"^(?:[^:<]{{3,40}}: )?(?:(?:global|worldwide|world|annual|total|the) )*(?:(?P<place><g>)(?:[’']s?)? )?"
    rf"(?:(?P<whose>[a-z]+(?: [a-z]+)?) )??(?P<of>(?:{FLOW_OF}) (?:the )?)?(?P<name>[\w&/’'., -]{{3,60}}?)"
    rf"(?: (?:{FLOW_LAST}))?(?: in (?:the )?(?P<in><g>))?{_LEADS}"
)

# "Garage doors: Polish sales to hit PLN 2.5bn"
TITLE_LABEL = late.regex(
    rf"^(?P<name>[\w&/’'., -]{{3,60}}?): (?:(?P<place><g>)(?:[’']s?)? |(?P<whose>[a-z]+(?: [a-z]+)?) )?"
    rf"(?P<of>{FLOW_LAST}){_LEADS}"
)
# "Study sees parcel locker spending at EUR 2.9 billion"
TITLE_SEEN = late.regex(
    rf"^(?:new |latest )?(?:study|report|analysts?|researchers?|survey|research|forecasters?|<c>) (?:sees?|puts?|pegs?|values?"
    rf"|expects?|forecasts?|predicts?|projects?) (?:the )?(?:global |worldwide )?(?:(?P<place><g>)(?:[’']s?)? )?"
    rf"(?P<name>[\w&/’' -]{{3,60}}?)(?: (?:{FLOW_LAST}|market|industry))?(?: in (?:the )?(?P<in><g>))?"
    rf" (?:at|to {_AIM}|(?:reach|hitt|exceed|topp|climb|grow|ris|near|doubl|surpass)ing(?: to| past| beyond)?)\b[^<]{{0,20}}<m>"
)
# "How big is corporate gifting, really?"
TITLE_ASKED = late.regex(
    r"(?:^|[:–—] )(?:how (?:big|large) is|how much is|what (?:do )?(?:the )?(?:latest )?numbers (?:say|tell us) about"
    r"|(?:the )?business of) (?:the )?(?:global )?(?P<name>[\w&/’' -]{3,60}?)(?: worth)?(?:, [a-z]+)?\W*$"
    r"|^(?P<counted>[\w&/’' -]{3,40}?),? (?:in|by the) (?:numbers|figures)\W*$"
)


def from_headless_title(title: Annotation) -> list[Candidate]:
    """The market of "Cold brew coffee to surpass USD 5 billion by 2030", "Peru's kelp trade heads for $2 billion"."""
    shape = statement_of(title, title.mentions, 0, len(title.text), "heading", "title", 0)
    match = TITLE_LABEL.match(shape.shape)
    if match is None or not (match["place"] or match["whose"] in PLACE_OF):
        match = TITLE_NAME.match(shape.shape)
    match = match or TITLE_SEEN.match(shape.shape)
    if match is None:
        return _asked(title, shape)
    whose = match.groupdict().get("whose")
    start, end = shape.char(match.start("name")), shape.char(match.end("name"))
    set_in = match.groupdict().get("in")
    at = match.start("place") if match["place"] else match.start("in") if set_in else -1
    place = next((item.mention for item in shape.of(RegionName) if item.start == at), None)
    assert place is None or isinstance(place, RegionName)
    name = singular(clean_name(title.text[start:end]))
    if not name or is_generic(name.split()):
        return []
    if whose is not None:
        name = f"{whose} {name}"
    return [Candidate(name, place, start, end, "title", "flow")]


def _asked(title: Annotation, shape: Statement) -> list[Candidate]:
    """The market that a title asks after."""
    match = TITLE_ASKED.match(shape.shape)
    if match is None:
        return []
    start, end = map(shape.char, match.span("name" if match["name"] else "counted"))
    name = singular(clean_name(title.text[start:end]))
    return [] if is_generic(name.split()) else [Candidate(name, None, start, end, "title", "asked")]


def named_by_flow(statement: Statement) -> list[Candidate]:
    """The markets that a statement with figures names by what is bought."""
    annotation = statement.annotation
    text = annotation.text[statement.start : statement.end]
    seen = statement.seen
    figures = max(1, len(statement.of(Money)))
    found = []
    for match in (*FLOW_NAME.finditer(seen, text), *FLOW_TAIL.finditer(seen, text)):
        start, end = statement.start + match.start(1), statement.start + match.end(1)
        behind = statement.start + match.end()
        held = mentions_between(annotation, statement.start + match.start(), behind)
        if any(isinstance(item, CompanyName) for item in held):
            continue
        if any(isinstance(item, Money) and start <= item.start < end for item in held):
            continue  # "with sales of 74 million in 2024, roller skis"
        words = match[1]
        if HEADS & set(words.lower().split()) or is_generic(words.split()):
            continue
        place = (
            place_after(annotation, end)
            or place_after(annotation, behind)
            or _place_before(statement, statement.start + match.start())
        )
        own = next((item for item in held if isinstance(item, RegionName) and item.start >= start), None)
        if own is not None and own.start == start:
            place, words = own, annotation.text[own.end : end]
        words = clean_name(words)
        if words and words[:1].islower() and place is None:
            words = with_adjective(text[: match.start()], words)
        if words and not is_generic(words.split()):
            name = of_one(words)
            found.append(Candidate(name, place, start, end, "text", "flow", figures))
    return found


def named_as_business(statement: Statement) -> list[Candidate]:
    """The market of "Heated gloves will be a $612 million business"."""
    found = []
    seen, shape = statement.seen, statement.shape
    called = CALLED_BUSINESS.search(shape) if BUSINESS_BEHIND.search(seen, shape) is not None else None
    for match in (called, BOUGHT_WORTH.search(seen, shape)):
        if match is None or "<" in match["what"] or not match.groupdict().get("who", True):
            continue
        start, end = map(statement.char, match.span("what"))
        words = singular(clean_name(statement.annotation.text[start:end]))
        lower = words.lower().split()
        if lower and not is_generic(lower) and not HEADS & set(lower) and lower[0] not in NEIGHBOURS:
            found.append(Candidate(words, None, start, end, "text", "flow", len(statement.of(Money))))
    return found


def _place_before(statement: Statement, start: int) -> RegionName | None:
    """The region in "Italy's exports of kelp"."""
    for item in statement.of(RegionName):
        mention = item.mention
        if isinstance(mention, RegionName) and statement.annotation.text[mention.end : start] in POSSESSIVES:
            return mention
    return None
