"""Patterns over placeholder text that tell subjects, verbs and clauses apart (see topic.py)."""

from __future__ import annotations

import re

from extractor import late

# Finite verbs (and the participles that stand for one in "with X holding"): a subject ends at the first of them.
VERBS = frozenset(
    "account accounted accounting accounts achieved added adds advanced amounted amounts anticipate anticipated "
    "anticipates "
    "are attained attains began begins boasted boasts brought came can capture captured captures capturing "
    "claimed claims "
    "climb climbed climbs closed collected comes command commanded commanding commands comprised comprises constituted "
    "constitutes contracted contribute contributed contributes contributing could counted covers crossed crosses "
    "declined "
    "declines dominate dominated dominates dominating doubled drives drove earned earns end ended ends enjoyed enjoys "
    "estimate estimated estimates exceeded exceeds exhibited exhibits expanded expands expect expects experience "
    "experienced "
    "falls fell finishes follow followed follows forecast forecasts gained gains garnered garners gave generate "
    "generated "
    "generates gives goes got grew grow grows had has have held hit hits hold holding holds increased increases "
    "is jumped "
    "keep keeps lands lead leading leads led made maintained maintains makes may might move moved moves moving "
    "must need "
    "needed needs occupied occupies offer offers own owned owns passed passes pegged pegs posted posts predict "
    "predicts "
    "project projected projects published put puts ranked reach reached reaches recorded records registered registers "
    "released releases remain remained remains reported reports represent represented representing represents retained "
    "retains rises rose runs said saw says secured see sees sell sells should showed shows shrank sizes soared "
    "spend spends "
    "spent stands start started starts stood surged surpassed surpasses takes told took topped tops totaled "
    "totalled totals "
    "tripled use used uses value valued values was went were will witnessed witnesses would yielded".split()
)
VERBS |= frozenset(
    "reveals revealed finds found suggests suggested indicates indicated notes noted reckons believes foresees "
    "calculates calculated highlights "
    "concludes concluded announced confirms unveils opines envisages tells sells fetched costs brings".split()
)
_WORD = late.regex(r"[a-z]+")


def first_verb(shape: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first finite verb in `shape[start:end]`."""
    for match in _WORD.finditer(shape, start, len(shape) if end is None else end):
        if match[0] in VERBS and not shape.startswith(")", match.end()):  # "2030 (forecast)"
            return match
    return None


# Where a new clause may begin.
BREAK = late.regex(
    r";|: |\. | – | — |-- ?|, (?:while|whereas|but|although|though|and|with|when|as|where|yet|so|followed by"
    r"|compared (?:with|to)|including|led by|of which)\b|"
    r" (?:while|whereas|although|though)\b| and (?=(?:the |its |<g>|revenue|sales))|, (?=(?:the |<g>))"
)
LEAD_IN = late.regex(
    r"^(?:\s|[-•*\d.()“”\"'‘’:,]|"
    r"(?:and|but|while|whereas|although|though|with|of which|followed by|led by|yet|so that|so|as|when|where|that"
    r"|if|because|since)\b|"
    r"(?:however|meanwhile|moreover|overall|globally|additionally|furthermore|similarly|conversely|in addition"
    r"|in contrast|in turn|on the other hand|"
    r"for instance|for example|notably|currently|today|here|now|also|then|thus|therefore|in particular|in total"
    r"|in fact|looking (?:forward|ahead)|"
    r"among (?:these|them|others)|as a result|by contrast|together|specifically|interestingly|key (?:highlights?"
    r"|findings?)|in value(?: terms)?|"
    r"in terms of (?:value|revenue|volume|market share|sales)|geographically|regionally|historically"
    r"|in the same period|industry analysts (?:say|expect)|"
    r"after [^,<]{1,60}|of these|within (?:this|these) [^,<]{1,40})(?:,|:|\b(?= the ))|"
    r"(?:in|by|as of|over|during|through|from|for|at|since|until|between|within|throughout"
    r"|across)(?: the)?(?: base| forecast| historic(?:al)?| fiscal| financial| calendar| end of| study"
    r"| assessment| projection| review)*(?: year| period| years| timeframe)?(?: of)? ?\(?(?:<y>|<p>"
    r"|the forecast period|the historical? period|(?:next|last|past|coming|previous) [a-z]+ (?:years|decade)"
    r"|years?|period)\)?(?: (?:and|to|through|-|–) <y>)?(?: alone)?,?|"
    r"according to [^,]{1,120}, ?|with (?:a |an )?(?:steady |robust |strong |impressive |projected "
    r"|estimated )?cagr of <r>(?: (?:from|during|over|between|for|in) [^,]{1,30})?, ?"
    r")+"
)
BY_DIMENSION = late.regex(
    r"^(?:by|based on|on the basis of|in terms of|within|across|among|in"
    r"|for) (?:the )?([a-z][a-z /&-]{1,40}?)(?: segment(?:ation)?| type)?[,:] "
)
PRONOUN = late.regex(
    r"^(?:it|they|them|itself|each|both|another|others|a second|a third|this|that|these|those|which|who"
    r"|the (?:former|latter|figure|total|number|value|same|amount|sum|two|forecast|estimate"
    r"|country))(?: (?:figure|number|total|value|amount|sum|market|industry|sector|segment|growth|expansion|rise"
    r"|increase))?$"
)
# "projections indicating it will reach"
ENDS_IN_PRONOUN = late.regex(
    r"\b(?:indicating|showing|suggesting|saying|believing|meaning|so|that) (?:that )?(?:it|they|this"
    r"|the (?:market|industry|figure|total))$"
)
TOTAL = late.regex(
    r"^(?:the |its |their |this |total |overall |global |worldwide |world |international |annual |combined "
    r"|aggregate |market |industry |"
    r"sales|revenues?|demand|growth|expansion|value|valuation|size|spending|turnover|figure|opportunity|report"
    r"|study|market's|rate|"
    r"sector|business|niche|category|trade|forecast|cagr|compound annual growth rate|annual|average|number|rise"
    r"|increase|decline|there|we|analysts?|experts?|researchers?|"
    r"new|steady|strong|robust|healthy|rapid|consistent|significant|substantial|impressive|remarkable|notable"
    r"|sustained|"
    r"industry analysts|outlook|estimate|estimates|projections?|trajectory|year-over-year|year-on-year|yoy"
    r"|momentum|in|of|the|a|an|and|by|for|that|"
    r"compounded|compound|historical|projected|expected|predicted|estimated|market value|market size|key|figures?"
    r"|stakeholders|investors|"
    r"latest|recent|firm|firms|consultancy|research|"
    r"markets|industries|<y>|<p>|[\s,:'’|()-])+$"
)
HEAD_NOUN = late.regex(
    r"\b(?:markets?|industry|marketplace)\b(?! (?:research|insights?|intelligence|dynamics|drivers?|overview)\b)"
    r"|\b(?:sector|business)\b(?= (?:in|of|size|value|revenues?|worldwide)\b|$)"
)
DETERMINER = late.regex(r"(?:\b(?:the|a|an|its|this|their|that)) ")
# "Swiss watch exports": without a named market, what is sold is the market.
FLOW = late.regex(
    r"\b(?:sales|exports|imports|demand|spending|expenditure|consumption|output|production|revenues?|turnover"
    r"|shipments|trade|opportunity|growth)\b"
)
FLOW_OF = late.regex(
    r"(?:<g>(?:[’']s)? )?(?:the |global |world |worldwide |yearly |annual |total |overall |combined |retail "
    r"|public |private |consumer )*(?:sales|exports|imports|demand|spending|expenditure|consumption|revenues?"
    r"|turnover|shipments|trade|expenses) (?:on|for|of|in|from) (?:the )?"
)
# "the valve segment", "the hospital vertical in Asia"; not "vertical garden".
SEGMENT_TAIL = late.regex(
    r"\b(?:sub-?segments?|segments?|categor(?:y|ies)|verticals?|channels?|applications?|divisions?|sub-?sectors?)\b"
    r"(?=$|[,(’']| (?:in|of|for|within|across|from|at|by|alone|sales|revenues?|demand|value|size|market|industry"
    r"|is|was)\b).*$"
)
REPORT_VERB = late.regex(
    r"\b(?:ha(?:s|ve|d) (?:also |now |recently |since )?)?(?:values|value|valued|see|puts|put|pegs|pegged|sizes"
    r"|sized|estimates|estimated|estimate|expects|expect|expected|sees|saw|projects|project|projected|forecasts"
    r"|forecast|predicts|"
    r"predicted|anticipates|anticipate|says|said|finds|found|shows|showed|suggests|suggested|reports|reported"
    r"|indicates|indicated|reveals|revealed|states|"
    r"stated|published|has published|released|has valued|notes|noted|reckons|believes|foresees|calculates"
    r"|calculated|counts|counted|tracks|measures|measured|gives|gave|looks for|thinks|assumes|sizing|highlights"
    r"|concludes|concluded|announced|confirms|opines|envisages|anticipating)\b"
)
OBJECT_END = late.regex(
    r" (?:at|to|will|would|was|were|is|are|could|should|may|might|reached|reach|stood|grew|has|had|hit|can"
    r"|accounted|held|climbing|growing|reaching|rising|expanding|of) | ?<m>| ?<r>"
)
REPORTER = late.regex(
    r"<c>|\b(?:research|insights?|intelligence|consult(?:ing|ancy|ants)|advisory|analytics|analysts?|report|study"
    r"|firm|researchers?|forecast(?:s|ers)?|survey|"
    r"experts?|estimates|data|figures|we|market ?research|publication|paper|insight|marketsandmarkets|technavio"
    r"|reports?|statista|observers|consultants|"
    r"sources?|tracker|institute|notes?|charts?|agency|ratings|readings?|records?|(?:base|central|our) case"
    r"|scenario|model|author|dataset|database|figures?|"
    r"counts?|(?:view|table|exhibit) (?:one|two|three|<y>|\d)|edition|update|bulletin|white ?paper|briefing|team"
    r"|panel|poll|census|prospectus|filing|associations?|federation|chamber|council|ministry|department|bureau"
    r"|(?:trade|industry) (?:body|group|lobby))\b"
)
FIRM_NAME = late.regex(
    r"market ?research|markets? (?:insights?|intelligence|reports)|markets and markets|marketsandmarkets"
    r"|market research future"
)
GAPPED = late.regex(
    r"(?P<who>(?:the )?(?:<g>|(?!a |an |from |to |at |by |in |growing|about|over|nearly|compared|up|down|versus"
    r"|against|equal|equivalent|based|with|rising|reaching|worth|valued|for|of|on)[a-z][a-z&/’'-]*)(?: (?:<g>"
    r"|(?!from|to|at|by|for|with|growing)[a-z&/’'-]+)){0,4}),? (?:for|at|to|with|by|of) (?:(?:about|around|over"
    r"|nearly|some|approximately|another|almost|a|an|just) )?"
)
NO_SUBJECT = late.regex(
    r"(?:between|among|around|about|roughly|almost|near|which|that|who|what|how|when|why|where|and|or|compared"
    r"|based|driven|owing|due|thanks|up|down|from|to|growing|rising|reaching|expanding|exhibiting|registering"
    r"|witnessing|showing|because|"
    r"translating|representing|equivalent|progressing|advancing|recording|increasing|including|led|followed"
    r"|supported|fuelled|fueled|making|at|by|with|over|per|after|before|not|only|just)\b"
)
REPORTER_TAIL = late.regex(
    r"\b(?:report|study|sources?|tracker|institute|notes?|charts?|analysts?|researchers?|estimates|readings?"
    r"|record|case|scenario|model|firm|figures?|dataset|edition|update|"
    r"agency|consultancy|paper|survey|forecasters?|experts|research|we|authors?|observers)(?: (?:one|two|three"
    r"|four|\d))?$"
)
PACE = late.regex(
    r"(?:the |its |their |this |an? )?(?:implied |stated |expected |projected |historical |average |overall "
    r"|compound(?:ed)? |annual |yearly )*(?:cagr|growth rate|rate of growth|growth|expansion|pace|rate)\b"
)
IN_PLACE = late.regex(
    r"(?:and |but |while )?(?:in|across|within|for) (?:the )?(?P<place><g>),? (?:the |it |its |this |sales|demand"
    r"|revenue|market|spending)"
)
IN_BRACKETS = late.regex(
    r"<g> ?\((?:at |with |worth )?(?:an? )?(?:(?:cagr|market share|share|growth)(?: of| at)?:? )?(?:about "
    r"|around |over |nearly )?"
)
# Rows that may be called so although the words name no market by themselves.
NOISE_LABEL = late.regex(r"(?:whole|international|other|others|entire|domestic|new|retail|business|industry|sector)$")
METRIC_LABEL = late.regex(
    r"\b(?:size|value|valuation|revenues?|forecast|estimate[sd]?|cagr|growth|worth|projected|projection"
    r"|opportunity|compound|period|year|sales|total|overall|global market|market volume|base)\b|^[-•\s]*(?:<y>"
    r"|<p>)?[-\s]*$"
)
REGION_WORDS = late.regex(
    r"^(?:the |<g>|in |of |and |region|regions|countries|country|area|'s|’s|[\s,()-]|overall |northern |southern "
    r"|western |eastern |central |rest of |regional |bloc|states|province|kingdom)+$"
)
EACH = late.regex(r",? (?:each|both|all|which|that)\b")
FOR_LIST = late.regex(
    r"(?:the )?(?:[a-z]+ )?(?:markets?|demand|sales|revenues?|spending) (?:for|of|from|in|on) (?:the )?"
)
# "The market, worth 3 billion now"
APPOSED = late.regex(
    r"(?P<who>[^,;:<]{3,80}?),? (?:which is |now |currently |already |today )*(?:worth|sized"
    r"|put) (?:at )?(?:about |around |nearly |over |some )?"
)
HEAD_APPOSED = late.regex(
    r"(?P<who>(?:the|this|our|its|<g>)[^,;:<]{2,80}?), (?:which is |now |currently |already |today "
    r"|once )*(?:worth|valued|estimated|sized|put|pegged|at)\b"
)
# "With a share of 38%, North America led"
FRONTED = late.regex(
    r"[-•*\s]*(?:with|at|holding|accounting for|commanding|capturing|taking|claiming|boasting) (?:an? )?[^,;:<]{0,40}$"
)
FRONTED_NAME = late.regex(
    r"(?: share)?[^,;:<]{0,40}(?:<y>)?(?: [a-z ]{0,20})?, (?P<who>(?:the )?[^,;:]{2,50}?) (?:is|was|leads?|led"
    r"|dominate[sd]?|came|comes|ranks?|ranked|topped|tops|remain(?:s|ed)?|held|holds|took|takes|stays?|stayed"
    r"|stands?|stood|follow(?:s|ed)?|emerged|will|emerges)\b"
)
# "North America: 38%"
LABEL_BEFORE = late.regex(r"[-•*\s]*(?P<who>[^:;|.]{2,50}): (?:about |around |~)?")
LIST_GAP = late.regex(r", |,? and (?:the )?|, the ")
LONGEST_REACH = 80  # characters between a list of places and the list of their figures
THERE = late.regex(r"\bthere$")
# "North America made $2 billion in 2023, Europe $1.9 billion and Asia $1.5 billion"
PLACE_FIRST = late.regex(
    r"(?:, |\band |; |\bwith )(?:the )?(?P<place><g>) (?:at |with |on |reaching |hitting |generating |totall?ing "
    r"|worth )?(?:about |around |nearly |over |an estimated )?"
)
# "5.4% for China, 4.9% for India"
PLACE_BEHIND = late.regex(
    r"(?: (?:in|by|for) <y>)? (?:for|in) (?:the )?(?P<place><g>)(?=[,;.)]| and | over | from | during | while |$)"
)
# "a slice of the 24 billion dollar [kelp market]"
MARKET_BEHIND = late.regex(
    r" (?P<name>(?:(?!in\b|by\b|to\b|of\b|and\b|for\b|on\b|at\b|from\b|as\b|this\b|the\b"
    r"|with\b)[\w&’'/-]+ ){0,5}?)(?:market|industry|sector)\b(?! (?:research|size|value|share|opportunity))"
)
WORTH_AHEAD = late.regex(
    r"\b(?:of|in|for|to|by) (?:the|a|an) (?P<name>[^,;.:<]{1,60}?)(?:market|industry) (?:of|worth"
    r"|valued at) (?:about |around |nearly |over |some )?$"
)
DETERMINED_ENDS = (
    "the ",
    "a ",
    "an ",
    "this ",
    "its ",
    "their ",
    "’s ",
    "'s ",
    "about ",
    "around ",
    "nearly ",
    "over ",
    "estimated ",
)  # of what DETERMINED matches
# "... leads the [kelp market], which was worth"
MARKET_WHICH = late.regex(
    r"\b(?:the|a|an|this) (?P<name>[^,;.:<]{1,60}?(?:market|industry|sector)), (?:which|that) (?:is|was|has|had"
    r"|will|should|could|stood|stands|reached|hit|made|generated|totall?ed|grew)\b[^,;:.]*$"
)
WORTH_ENDS = tuple(
    f"{word} " for word in ("of", "worth", "at", "about", "around", "nearly", "over", "some")
)  # of what WORTH_AHEAD matches
DETERMINED = late.regex(r"(?:\b(?:the|a|an|this|its|their)|[’']s) (?:about |around |nearly |over |estimated )?$")


def listed_names(shape: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the names in "A, B and C"."""
    pieces: list[tuple[int, int]] = []
    at = start
    for match in re.finditer(r",? and |, ", shape[start:end]):
        pieces.append((at, start + match.start()))
        at = start + match.end()
    pieces.append((at, end))
    if ", and " in shape[start:end] and len(pieces) > 2:  # a serial comma: "and" inside an item does not split
        pieces, at = [], start
        for match in re.finditer(r", and |, ", shape[start:end]):
            pieces.append((at, start + match.start()))
            at = start + match.end()
        pieces.append((at, end))
    return [(one, other) for one, other in pieces if shape[one:other].strip(" ,")]


NUMBERING = late.regex(r"^\(?\d{1,2}[.)] (?=\S)")


def plain_name(surface: str) -> str:
    """A noun phrase without the words in front that name nothing."""
    words = " ".join(surface.split()).strip(" ,:;-–—'’\"“”|()")
    parts = NUMBERING.sub("", words).split()
    while parts and parts[0].lower() in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "global",
        "our",
        "overall",
        "and",
        "of",
        "in",
        "for",
        "by",
    ):
        parts = parts[1:]
    return " ".join(parts)


RELATIVE = re.compile(r", |\(| with | which | that | who | where | because | since | as well as ")
LAST_ADVERB = re.compile(r" (?:also|still|alone|currently|now|already|reportedly|together|once|likely|each|both|to)$")


def trimmed_phrase(shape: str, start: int, end: int) -> tuple[int, int]:
    """The part of a phrase that names its head: what stands behind its first comma, bracket or relative is left out."""
    figure = max(shape.rfind(mark, start, end) for mark in ("<m>", "<r>", "<p>", "<y>"))
    apposition = HEAD_APPOSED.match(shape, start, end) if figure >= 0 else None
    if apposition is not None:
        end = apposition.end("who")  # "the market, worth 3 billion now, will"
    elif figure >= 0:
        start = figure + 3
    while start < end and shape[start] in " ,;:-–—“”\"'|•*)":
        start += 1
    cut = RELATIVE.search(shape, start, end)
    if cut is not None and cut.start() > start:
        end = cut.start()
    while end > start and shape[end - 1] in " ,;:-–—":
        end -= 1
    adverb = LAST_ADVERB.search(shape, start, end)
    if adverb:
        end = adverb.start()
    return start, end
