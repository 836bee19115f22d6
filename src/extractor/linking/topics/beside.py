"""Patterns over placeholder text for what stands right beside a figure: its place, its market, its label (see topic_reader.py)."""

from __future__ import annotations

import re

from extractor import late

IN_BRACKETS = late.regex(
    r"<g> ?\((?:at |with |worth )?(?:an? )?(?:(?:cagr|market share|share|growth)(?: of| at)?:? )?(?:about "
    r"|around |over |nearly )?"
)
METRIC_LABEL = late.regex(
    r"\b(?:size|value|valuation|revenues?|forecast|estimate[sd]?|cagr|growth|worth|projected|projection"
    r"|opportunity|compound|period|year|sales|total|overall|global market|market volume|base|today|now|outlook|results?"
    r"|verdict|answer|bottom line|headline|numbers?|figures?|later|then)\b|^[-•\s]*(?:<y>"
    r"|<p>)?[-\s]*$"
)
EACH = late.regex(r",? (?:each|both|all|which|that)\b")
FOR_LIST = late.regex(
    r"(?:the )?(?:[a-z]+ )?(?:markets?|demand|sales|revenues?|spending) (?:for|of|from|in|on) (?:the )?"
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
# "Elevator market to reach 10,400 units a year, modernization worth <m>": the part of a title behind a comma
TITLE_PART = late.regex(
    r".*[,;] (?:and |with )?(?P<who>[a-z][^,;:<]{2,40}?) (?:worth|valued at|to reach|to hit|to top|at) (?:about |nearly |over )?$"
)
# "North America: 38%"
LABEL_BEFORE = late.regex(
    r"[-•*\s]*(?!(?:its|our|their|his|her|my|this|that) )(?P<who>[^:;|.]{2,50}): (?:about |around |~)?"
)
# "Apples, with <m> in <y>", "Clinics, at <r>": a sentence without a verb names what has the figure
FRAGMENT = late.regex(
    r"[-•*\s]*(?:the )?(?P<who>(?!the market|the industry|it\b|this\b|that\b|sales\b|revenue|today|now|currently|in\b|by\b|for\b|with\b|at\b|from\b|about\b)"
    r"(?:[a-z][\w&/’'-]*)(?: [\w&/’'-]+){0,4}), (?:with|at|on) (?:about |around |nearly |over |some |an estimated )?"
)
LIST_GAP = late.regex(r", |,? and (?:the )?|, the ")
LONGEST_REACH = 80  # characters between a list of places and the list of their figures
# "North America made $2 billion in 2023, Europe $1.9 billion and Asia $1.5 billion"
PLACE_FIRST = late.regex(
    r"(?:, |\band |; |\bwith )(?:the )?(?P<place><g>) (?:at |with |on |reaching |hitting |generating |totall?ing "
    r"|worth )?(?:about |around |nearly |over |an estimated )?"
)
# "Peru, with a value of <m>", "the largest is Peru, at <m>", "Peru, which was worth <m>"
PLACE_WITH = late.regex(
    r"(?P<place><g>)(?:,? (?:with|at|worth|holding|generating|boasting|posting)(?: (?:an?|its|the|revenues?|sales|market|estimated"
    r"|total|annual|value|size|valuation|worth|turnover|demand|rate|pace|clip|cagr|growth|yearly|average|compound))*(?: of| at)?|,? (?:which is )?(?:growing|expanding|rising|advancing|climbing|increasing)"
    r" (?:at|by)(?: an?)?(?: annual)?(?: (?:cagr|rate|pace) of)?|, which (?:is|was|were|has|had|will|should|could"
    r"|stood|reached|hit|made|generated|posted|totall?ed|grew|accounted|amounted)[^;:.<]*)"
    r" (?:about |around |nearly |over |some |roughly |an estimated )?$"
)
# "5.4% for China, 4.9% for India"
PLACE_BEHIND = late.regex(
    r"(?: (?:in|by|for) <y>)? (?:for|in) (?:the )?(?P<place><g>)(?=[,;.)]| and | over | from | during | while |$)"
)
# "15% p.a. to 2030 for interconnectors", "a growth rate of 5% until 2030 in the valve segment"
PART_BEHIND = late.regex(
    r"(?: (?:cagr|growth|expansion|(?:a|per|each) (?:year|annum)|p\.a\.|annually|annual growth|(?:compound )?annual growth rate))?"
    r"(?:,? (?:(?:from|to|until|through|by|over|between|in) )?(?:<p>|<y>))? for (?:the )?(?P<who>(?!the\b|years?\b|its?\b|their\b|this\b|an?\b|those\b|each\b)"
    r"[a-z][\w&/’'-]*(?: (?!and\b|while\b|but\b|over\b|from\b|in\b|by\b|during\b|through\b|until\b|between\b|to\b|at\b|as\b)[\w&/’'-]+){0,4})"
    r"(?=[,;.)]| and | while | but | over | from | in | by | during | through | until | between |\W*$)"
)
# "The fastest growth, 8% a year, is forecast for Peru"
PLACE_SEEN = late.regex(
    r"(?: (?:a|per|each) (?:year|annum)| annually| cagr)?,? (?:is|are) (?:forecast|expected|projected|predicted|seen|anticipated)"
    r"(?: to come)? (?:for|in|from) (?:the )?(?P<place><g>)"
)
# "Growth will be quickest for belt skimmers, at 12% a year"
QUICKEST_FOR = late.regex(
    r"\b(?:growth|gains|increases?|expansion|demand|rise)\b[^<,;.]{0,20} (?:be|is|are|was|were|come|comes) (?:the )?(?:seen )?"
    r"(?:quickest|fastest|strongest|highest|greatest|steepest)(?: growth)? (?:for|in|among|from) "
    r"(?P<who>(?:[^<,;.]|<g>){2,50}?),? (?:at|with|by)(?: an?)?(?: cagr of| rate of)?(?: about| around| nearly| some)? $"
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
