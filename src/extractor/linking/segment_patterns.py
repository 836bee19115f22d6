"""The wordings in which articles list the segments of a market (see segments.py)."""

from __future__ import annotations

import re

DIMENSION = r"(?P<by>[A-Za-z][\w/&’'()-]*(?: (?!the\b|market\b)[\w/&’'()-]+){0,5}?)"
# "By Type: A, B", "By Type | A, B", "Type - A, B" under a segment heading.
BY_LINE = re.compile(rf"(?:^|(?<=[.;:] )|(?<=\n))(?:[-•*] )?(?:\d[.)] )?(?:(?:[Bb]reak-?(?:up|down)|[Ss]egment(?:ation|ed|s)?|[Mm]arket(?: [Ss]egmentation)?|[Ii]nsights?|[Aa]nalysis) )?[Bb](?:y|ased on) (?:the )?{DIMENSION}(?: (?:[Oo]utlook|[Ss]egments?|[Ss]cope|[Aa]nalysis|[Ii]nsights?))?(?: \([^()\n]{{1,60}}\))? ?(?::|\||–|—| - ) ?(?P<values>[^\n]+)")
LABEL_LINE = re.compile(rf"^(?:[-•*] )?{DIMENSION}(?: (?:[Oo]utlook|[Ss]egments?|[Ss]cope|[Ii]nsights?))?(?: \([^()\n]{{1,60}}\))? ?(?::|\|| - | – ) ?(?P<values>[^\n]+)$")
BY_HEADING = re.compile(
    rf"^(?:[\d.]+ )?(?:[^\n]{{0,80}}?\b)?(?:[Bb]y|BY|[Bb]ased [Oo]n|[Oo]n [Tt]he [Bb]asis [Oo]f) (?:the )?{DIMENSION}(?: (?:[Oo]utlook|[Ss]egments?|[Ii]nsights?|[Aa]nalysis|[Tt]ype))?(?: \([^()\n]*\))*(?:, (?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d)?(?:,? \([^()\n]*\))*(?: ?\([^()]*\))? ?[:\-–]?$"
)
OUTLOOK_HEADING = re.compile(rf"^(?:[-•*] )?{DIMENSION} (?:Outlook|Segments?|Segmentation|Scope|Insights)(?: \([^()\n]*\))? ?:?$")
# "Market by Age (Adults, Teenagers), Material (Steel, Glass), and End User (Homes, Others)"
BRACKETED = re.compile(r"(?:\b[Bb]y|,\s+[Aa]nd|,|\b[Aa]nd|&|;)\s+(?:by\s+)?(?P<by>[A-Za-z][\w/&’'-]*(?: [\w/&’'-]+){0,4}?) \((?P<values>[^()]{3,400})\)")
BY_BRACKET = re.compile(r"\b[Bb]y [\w/&’' -]{2,40} \(")
# "By origin the study has three lines: A, B and C"
BY_COLON = re.compile(r"(?:^|(?<=[.] ))[Bb]y (?P<by>[\w/&’'-]+(?: [\w/&’'-]+){0,2}?),? (?:the|it|there|we) [^.:\n]{3,60}: (?P<values>[^.;\n]+)")
# "By material, Steel leads": the first value of a dimension told in prose.
BY_PROSE = re.compile(r"(?:^|(?<=[.] )|(?<=\n)|(?<=- ))[Bb]y (?P<by>[a-z][\w/&’'-]*(?: [a-z][\w/&’'-]*){0,2}), (?:the )?(?P<first>[\w&’'/-]+(?: [\w&’'/-]+){0,4}?)(?: segment| category)? (?P<verb>remains?|leads?|led|dominate[sd]?|holds?|held|accounts?|accounted|makes?|made|is|was|are|were|contribute[sd]?|captured?|takes?|took|represent(?:s|ed)|has|had|still|continues?|comes?)\b")
NAMED_SUBJECT = re.compile(r"(?:^|[.;,] |\n(?:- )?|\b(?:while|and|whereas|although|but) )(?P<name>[A-Z][\w&’'/-]*(?: (?:and |& )?[A-Z][\w&’'/-]*){0,3})(?: (?:segments?|category|dealers|sales|movement|type|systems?|formats?))? (?:is|are|was|were|remains?|serves?|survives?|holds?|held|follows?|comes?|leads?|led|grows?|has|have|helps?|help|still|gains?|accounts?|attracts?|suits?|suit|make|makes|cover|covers)\b")
TABLE_DIMENSION = re.compile(r"^(?:by )?(?P<by>(?:product|material|end[- ]use[r]?|distribution|service|technology|component|deployment|vehicle|application|sales)?[ -]?(?:types?|products?|applications?|segments?|materials?|technolog(?:y|ies)|channels?|end[- ]users?|end[- ]uses?|components?|categor(?:y|ies)|grades?|forms?|sources?|services?|industr(?:y|ies)|verticals?))$", re.IGNORECASE)
KINDS = r"(?:kinds?|types?|forms?|segments?|categories|models?|grades?|classes|groups|formats?|families|lines|variants|technologies|materials|channels|applications|uses|products|sizes|end[- ]uses|end[- ]users?)"
NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|the following|these)"
# "Three forms are counted: A, B and C"; a line that ends on the colon leads a list in.
COUNTED = re.compile(rf"\b{NUMBER} (?:main |broad |key |product |distinct )?(?P<by>{KINDS})\b[^.:\n]{{0,40}}: (?P<values>[^.;\n]+)", re.IGNORECASE)
LEADS_LIST = re.compile(rf"(?:\b{NUMBER} (?:main |broad |key |product |distinct )?(?P<by>{KINDS})\b[^.:\n]{{0,40}}|\b(?:{KINDS} (?:covered|include|included|analy[sz]ed|studied|are)|segmented|divided|split|classified|categori[sz]ed)\b[^.:\n]{{0,40}}):$", re.IGNORECASE)
# "A, B and C are the three grades"
ARE_KINDS = re.compile(rf"(?:^|(?<=[.] ))(?P<values>[A-Z][\w&’'/ ,-]{{3,150}}?) are the (?:main |key |{NUMBER} )*(?P<by>{KINDS})\b")
# "The study distinguishes Dry Food, Wet Food and Treats": the values are capitalised.
TELLS_APART = re.compile(r"\b(?:study|report|outlook|tracker|survey|analysis|research|forecast|market)(?: (?:further|also|mainly))? (?:distinguishes|separates|covers|recogni[sz]es|counts|lists|sorts|tells apart|looks at|compares|spans|splits into|comprises|includes)(?: between)? (?P<values>[A-Z][\w&’'/-]*(?: [A-Z&][\w&’'/-]*)*(?:(?:, and |, | and )[A-Z][\w&’'/-]*(?: [A-Z&][\w&’'/-]*)*){1,12})(?=[.;,\n]|$)")
BY_TELLS = re.compile(r"(?:^|(?<=[.] ))[Bb]y (?P<by>[\w/&’'-]+(?: [\w/&’'-]+){0,2}?),? (?:the|it) ")
KIND_HEADING = re.compile(rf"^(?:(?:the|key|main|market|major|by) ){{0,2}}(?P<by>{KINDS}|[\w-]+ {KINDS})(?: (?:covered|analy[sz]ed|studied|included|outlook|segmentation))? ?:?$", re.IGNORECASE)
SPLIT_VERB = r"(?:segmented|divided|categori[sz]ed|classified|bifurcated|trifurcated|split|segregated|broken down|sub-?divided|subsegmented|fragmented|grouped|separated)"
INTO = re.compile(
    rf"(?:(?:[Bb]y|[Bb]ased on|[Oo]n the basis of|[Ii]n terms of|[Dd]epending on) (?:the )?(?P<ahead>[\w/&’' -]{{2,50}}?),? (?:the )?(?:[\w&’'-]+ ){{0,8}}?(?:is|are|has been|was|can be|have been) (?:further |mainly |broadly |primarily |also )?{SPLIT_VERB} (?:in)?to |"
    rf"(?:^|(?<=[.] )|(?<=\n))(?:The )?(?P<subject>[\w/&’'-]+(?: [\w/&’'-]+){{0,3}}?) (?:segment|category|type) (?:is|are|has been|was) (?:further |mainly )?{SPLIT_VERB} (?:in)?to |"
    rf"{SPLIT_VERB} (?:by|based on|on the basis of|in terms of|according to) (?:the )?(?P<behind>[\w/&’' -]{{2,50}}?),? (?:in)?to |"
    rf"(?:[Bb]y|[Bb]ased on|[Oo]n the basis of) (?:the )?(?P<active>[\w/&’' -]{{2,40}}?), [^.,:\n]{{2,40}}? (?:splits?|divides?|segments?|breaks?|separates?|groups?|sorts?) (?:down )?(?:the |this )?[\w ]{{0,30}}?(?:market|industry|it|them|sector|trade) (?:down )?into |"
    rf"{SPLIT_VERB} (?:in)?to )(?:the following: )?(?P<values>[^.;:\n]+)"
)
# What INTO cannot do without, and what any line of "by" holds.
INTO_SIGNS = (" into ", "ed to ", "split to ", "down to ")
SPLIT_STEMS = ("segment", "divid", "ategori", "lassified", "furcated", "split", "segregated", "broken", "break", "fragmented", "group", "separate", "sort")
BY_WORD = re.compile(r"[Bb](?:y|ased on) ")
TYPES_ARE = re.compile(r"(?:^|(?<=[.] )|(?<=\n))(?!.{0,60}: )(?:The |Key |Main )?(?P<by>[A-Za-z][\w-]*(?: [\w-]+){0,2}? (?:types|modes|uses|channels|forms|methods|grades|segments|products|materials|technologies|applications|categories|formats|models|end users|end-users|verticals|components|services)|[Ee]nd[- ]us(?:es|ers)|[Aa]pplications|[Pp]roducts|[Tt]ypes|[Ss]egments|[Tt]echnologies|[Mm]aterials|[Cc]hannels|[Cc]omponents|[Ff]orms|[Vv]erticals)(?: (?:in this|covered|in the) [\w ]{1,20})? (?:are|include|comprise|cover|range over|span) (?P<values>[A-Z\d][^.;\n]+)")
NOT_DIMENSION = re.compile(r"\b(?:regions?|regional|geograph\w*|country|countries|compan\w+|players?|vendors?|leaders?|participants|suppliers|brands?|manufacturers?|competit\w*|states?|locations?|year|volume|revenue|value|units?|currency|attributes?|metrics?|pages?|customi[sz]ation|delivery|licen[cs]e|\d{4}|author|date)\b|^(?:the|about|this|it|size|market)\b", re.IGNORECASE)
SEGMENT_HEADING = re.compile(r"\bsegment|\bbreak-?(?:up|down)\b|\bscope\b|\bcategor|\btaxonomy|\bcovered\b", re.IGNORECASE)
NOT_VALUE = re.compile(r"^people who|^(?:the|it|this|these|which|while|with|where|other than|our|and|are|is)\b.{25,}|\d{4}|[$€£¥₹%]|https?:")
# Under a heading about segmentation any short heading with a list below names a dimension.
ANY_DIMENSION = re.compile(rf"^{DIMENSION} ?:?$")
SEGMENT_LABEL = re.compile(r"^(?:key |market |major )?(?:segments?|segmentation|segments? (?:covered|analy[sz]ed)|scope|segment scope)$", re.IGNORECASE)
# "Type: Steel, Glass; Use: Homes, Hotels"
PARTED = re.compile(r"(?P<by>[A-Za-z][\w/&’' -]{1,40}?) ?(?::|–|—| - ) ?(?P<values>[^;]*,[^;]*)")
# A line without any of these lists no segments: a cheap look before all the patterns.
HINTS = (
    "by ", "by\n", "based", "basis of", "segment", "divid", "categor", "classif", "furcat", "split", "breakup", "breakdown", "break-up",
    "segregat", "grouped", "separate", "type", "kinds", "forms", "grades", "application", "product", "uses", "material", "technolog",
    "channel", "component", "vertical", "source", "service", "models", "classes", "groups", "formats", "sizes", "lines", "variants",
    "modes", "methods", "distinguish", "covers", "recogni", "end use", "end-use", "end user", "dimension", "tells apart", "comprises", "industr",
)  # fmt: skip
TELL_SIGNS = ("distinguish", "separat", "cover", "recogni", "counts", "lists", "sorts", "tells", "compar", "compris", "includ", "splits", "spans", "looks at")
