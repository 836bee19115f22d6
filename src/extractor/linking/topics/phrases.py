"""Patterns over placeholder text that tell what a noun phrase names (see phrase_reader.py)."""

from __future__ import annotations

import re

from extractor import late

# No word in two ways and none that others make up: what could be read in many ways would take exponential time.
TOTAL = late.regex(
    r"^(?:its |their |this |total |overall |global |worldwide |world |international |combined "
    r"|aggregate |market |industry |"
    r"sales|revenues?|demand|growth|expansion|value|valuation|size|spending|turnover|opportunity|report|equivalent"
    r"|study|(?:market|industry|sector|category|niche|business|trade)['’]s|rate|"
    r"sector|business|niche|category|trade|forecast|cagr|annual|average|number|rise"
    r"|increase|decline|there|we|analysts?|experts?|researchers?|"
    r"recovery|rebound|upturn|downturn|slowdown|drop|fall|jump|surge|doubling|gains?|further|modest|moderate|slight"
    r"|slow|slower|faster|gradual|sluggish|solid|stable|higher|lower|double-digit|single-digit|high|low|mid|"
    r"new|steady|strong|robust|healthy|rapid|consistent|significant|substantial|impressive|remarkable|notable"
    r"|sustained|"
    r"outlook|estimate|estimates|projections?|trajectory|year-over-year|year-on-year|yoy"
    r"|momentum|in|of|the|a|an|and|by|for|that|"
    r"compounded|compound|historical|projected|expected|predicted|estimated|key|figures?"
    r"|stakeholders|investors|"
    r"latest|recent|firm|firms|consultancy|research|"
    r"markets|industries|<y>|<p>|[\s,:'’|()-])+$"
)
HEAD_NOUN = late.regex(
    r"\b(?:markets?|industry|marketplace|aftermarket)\b(?! (?:research|insights?|intelligence|dynamics|drivers?|overview)\b)"
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
    r"|public |private |consumer )*(?:(?:sales|exports|imports|demand|spending|expenditure|consumption"
    r"|revenues?|turnover|shipments|trade|expenses) (?:on|for|of|in|(?P<buyer>from|among|by))|(?:market|industry)"
    r"(?: size| value)? for(?= (?:the )?[a-z])) (?:the )?"
)
# "the valve segment", "the hospital vertical in Asia"; not "vertical garden".
SEGMENT_TAIL = late.regex(
    r"\b(?:sub-?segments?|segments?|categor(?:y|ies)|verticals?|channels?|applications?|divisions?|sub-?sectors?)\b"
    r"(?=$|[,(’']| (?:in|of|for|within|across|from|at|by|alone|sales|revenues?|demand|value|size|market|industry"
    r"|is|was)\b).*$"
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
REGION_WORDS = late.regex(
    r"^(?:the |<g>|in |of |and |region|regions|countries|country|area|'s|’s|[\s,()-]|overall |northern |southern "
    r"|western |eastern |central |rest of |regional |bloc|states|province|kingdom)+$"
)
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


HEAD_APPOSED = late.regex(
    r"(?P<who>(?:the|this|our|its|<g>)(?:[^,;:<]|<g>){2,80}?), (?:which is |now |currently |already |today "
    r"|once )*(?:worth|valued|estimated|sized|put|pegged|at)\b"
)
FIGURE_MARKS = ("<m>", "<r>", "<p>", "<y>")
RELATIVE = re.compile(r", |\(| with | which | that | who | where | because | since | as well as ")
LAST_ADVERB = re.compile(r" (?:also|still|alone|currently|now|already|reportedly|together|once|likely|each|both|to)$")


def trimmed_phrase(shape: str, start: int, end: int) -> tuple[int, int]:
    """The part of a phrase that names its head: what stands behind its first comma, bracket or relative is left out."""
    figure = -1
    if shape.find("<", start, end) >= 0:
        figure = max([shape.rfind(mark, start, end) for mark in FIGURE_MARKS])
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
