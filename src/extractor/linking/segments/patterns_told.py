"""The wordings of prose that speaks of the parts of a market, one after the other (see told.py)."""

from __future__ import annotations

import re

from extractor import late
from extractor.anchors import Anchored
from extractor.linking.segments.dimensions import HEADS

# "By material, Steel leads": the first value of a dimension told in prose.
BY_PROSE = Anchored(
    r"(?:^|(?<=[.;] )|(?<=\n)|(?<=- ))(?P<opener>[Bb]y|[Ii]n terms of|[Oo]n the basis of|[Bb]ased on"
    r"|[Aa]mong(?: the)?|[Oo]f the (?:two|three|four|five|six|several)) (?P<by>[a-z][\w/&’'-]*(?: [a-z][\w/&’'-]*){0,2}), "
    r"(?:the (?:[\w&’'-]+ ){0,4}?(?:market|industry) (?:is|was|remains) (?:led|dominated"
    r"|headed) by (?:the )?(?P<led>[\w&’'/-]+(?: [\w&’'/-]+){0,3}?)(?=[,.]| segment)"
    r"|(?:the )?(?P<first>[\w&’'/-]+(?: [\w&’'/-]+){0,4}?)(?: segment| category)?(?: \([^()]{1,12}\))? "
    r"(?P<verb>remains?|leads?|led|dominate[sd]?|holds?|held|accounts?|accounted|makes?|made|is|was|are|were"
    r"|contribute[sd]?|captured?|takes?|took|represent(?:s|ed)|has|had|still|continues?|comes?|generate[sd]?"
    r"|garnered|secured|commands?|commanded|sells?|tops?|ranks?|occup(?:ies|ied)|enjoy(?:s|ed)|recorded|registered"
    r"|posted|brings?|brought|wins?|won|emerged|exhibited|showed|witnessed)\b)"
)
# "..., while glass and wood hold 40%", "..., glass for 30% and wood for 20%"
ALSO_HOLDS = late.regex(
    r"(?:,|;)?(?: (?:while|whereas|and)|(?<=[,;])) (?:the )?(?P<values>(?!(?:it|they|this|that|which|who|these|yet|but|so"
    r"|others?|then|up|down|or|accounting|representing|making|holding|capturing|contributing|compared"
    r"|followed|accounted|held|took|captured|made|led|grew)\b)[\w/&’'-]+(?: (?!(?:and|is|are)\b)[\w/&’'-]+){0,3}?(?: and [\w/&’'-]+(?: [\w/&’'-]+){0,2}?)?)"
    r" (?:(?:hold|held|take|took|make|account|represent|captur|contribut|follow|lag|trail|gain|gr[eo]w|ris|ros|com|keep|kept|remain|stay)\w*(?: up| for)?|(?:will|should|would|can)|(?:is|are|was"
    r"|were) (?:gaining|growing|set|expected|projected|forecast|likely|second|next|the)|(?:for|at|with)(?= (?:about |around "
    r"|nearly |the remaining |another )*\d))\b"
)
NAMED_SUBJECT = late.regex(
    r"(?:^|[.;,] |\n(?:- )?|\b(?:while|and|whereas|although|but) )(?P<name>[A-Z][\w&’'/-]*(?: (?:and "
    r"|& )?[A-Z][\w&’'/-]*){0,3})(?: (?:segments?|category|dealers|sales|movement|type|systems?|formats?))? "
    r"(?:is|are|was|were|remains?|serves?|survives?|captured?|commands?|commanded|rounds?|should|will|can|holds?"
    r"|held|follows?|comes?|leads?|led|grows?|has|have|helps?|help|still|gains?|accounts?|accounted|attracts?"
    r"|suits?|make|makes|covers?|matters?|lead|dominates?|benefits?|profits?"
    r"|rises?|rose|grew|generated?|generates|represents?|represented|ranks?|ranked|wins?|loses?|lost|serve|dominated|sells?|stays?|takes?|took|contributes?)\b"
)
NAMED_SEGMENT = late.regex(
    r"\b[Tt]he ((?:(?!(?:the|of|this|same|other|first|second|third|next|fastest|largest|leading|latter|former"
    r"|whole|entire)\b)[\w&’'/()-]+ ){1,4}?)(?:sub-?segment|segment|category)\b"
)
NO_MARKET_FIRST = late.regex(r"\b(?:market|industry|report|study)\b")
# "Mortar, boards and sheets make up the remainder": the values that are left.
REST = late.regex(
    r"(?:(?:^|(?<=[.;] ))(?=[A-Z])|(?<=, and )|(?<=, while )|(?<=, whereas ))(?P<values>\w[^.;:\n]{2,150}?) (?:fill(?:s|ed)?|make up|makes up|made up|account(?:s"
    r"|ed)? for|takes?|took|share[sd]?|form(?:s|ed)?|divided?|split|completes?|completed|cover(?:s|ed)?|hold"
    r"|holds|held|contribute[sd]?|(?:rounds?|rounded) (?:off|out)|represent(?:s|ed)?|constitutes?) "
    r"(?:most of |much of )?(?:the|what) (?:rest|remainder|remaining|balance|list|field|picture|is left|others?)\b"
)
# "Glass and wood are the other materials", "Glass and wood are also covered"
ARE_OTHERS = late.regex(
    r"(?:^|(?<=[.;] ))(?P<values>[A-Z][^.;:\n]{2,150}?) (?:are|is) (?:the other|the remaining|distinguished|told apart"
    r"|(?:also )?(?:covered|counted|studied|offered|analy[sz]ed|discussed|included|considered|examined|assessed|tracked|reviewed))\b"
)
# "Steel led, followed by glass and wood"
FOLLOWED = late.regex(r"\b(?:followed by|ahead of|trailed by|then come|then comes) (?P<values>[^.;:\n]+)")
# "Single phase captured 71% of sales, whereas three phase is set to grow fastest": subjects, capitalised or not.
STANDING_SUBJECT = late.regex(
    r"(?:^|(?<=[.;] )|(?<=\n)|\b(?:while|whereas|and|but) )(?:[Tt]he )?(?P<name>[A-Za-z][\w&’'/-]*"
    r"(?: (?!(?:is|are|was|were|has|have|with|that|which|by|in|of|to|for|on|as|it|they|through|via|from|who|win|wins|the|own|owns)\b)[\w&’'/-]+){0,9}?)"
    r"(?: segments?| category)?(?: \([^()]{1,12}\))? (?P<verb>accounted|accounts?|holds?|held|captured?|commands?"
    r"|commanded|leads?|led|dominate[sd]?|generate[sd]?|represent(?:s|ed)?|contribute[sd]?|garnered|secured|took|takes?"
    r"|makes?(?= up)|made(?= up)|shares?(?= the )|follows?|followed|trails?|lags?|remains?|(?:is|are|was|were)(?= (?:the (?:other"
    r"|largest|biggest|fastest|second|leading|main|next|remaining)|projected|expected|set|forecast|anticipated|estimated"
    r"|likely|growing|poised|second|next|gaining)\b))\b"
)
# "Specialists are the most important sales channel with 46%, followed by DIY stores with 28%"
RANKED = Anchored(
    r"(?:^|(?<=[.;] ))(?:The )?(?P<first>[\w&’'/-]+(?: (?!(?:is|are|was|were|remains?|with|that|which)\b)[\w&’'/-]+){0,4}?)"
    r"(?: segment)? (?:is|are|was|were|remains?) (?:still |by far |clearly )*the (?:single )?(?:largest|biggest|leading|main"
    r"|most important|most popular|most common|dominant|top|first) (?P<by>(?:[\w-]+ ){0,2}?"
    rf"(?:{'|'.join(sorted(HEADS - {'segment'}))}))\b[^.;:\n]{{0,60}}?,? (?:followed by|ahead of|before|then come)"
    r" (?P<values>[^.;:\n]+)"
)
# Last words of subjects that are no part of a market.
ABSTRACT = late.regex(
    r"(?<!-)\b(?:trends?|growth|adoption|use|usage|need|shift|focus|regions?|countr(?:y|ies)|rise|increase|investments?"
    r"|developments?|advancements?|preference|popularity|awareness|sector|segments?|share|market|industry|cagr|rate"
    r"|spending|urbani[sz]ation|regulations?|report|study|this|that|there|these|those|it|they|which|who|each|both|others?"
    r"|latter|former|rest|all|most|some|many|also|same|therefore|however|two|three|\d.*)$",
    re.IGNORECASE,
)
GENERIC_SUBJECT = frozenset(
    "demand sales growth consumers customers buyers users manufacturers companies producers vendors suppliers "
    "prices brands retailers shoppers parents people households "
    "analysts experts governments farmers patients hospitals employees employers operators investors players "
    "makers dealers regulators margins costs competition innovation "
    "revenue revenues exports imports shipments volumes rules regulations firms studies researchers".split()
)
STANDING = late.regex(
    r"\b(?:holds?|held|accounts?|accounted|leads?|led|dominat\w+|share|largest|biggest|fastest|grow\w*|majority"
    r"|most of|ma[dk]es? up|forms?|remainder|the rest|worth|ahead|growth|distinguished|covered|other|the remaining|\d ?%)"
)
NO_NAME = late.regex(r"^(?:The|A|An|In|It|Its|This|That|These|Those|They|Both|Others?|Each|Demand|Sales|Growth)\b ?")
