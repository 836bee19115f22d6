"""The wordings in which sentences and lines list the segments of a market (see inline.py and below.py)."""

from __future__ import annotations

import re

from extractor import late
from extractor.anchors import ANCHORS, Anchored
from extractor.linking.segments.dimensions import HEADS

DIMENSION = r"(?P<by>[A-Za-z][\w/&’'()-]*(?: (?!the\b|market\b)[\w/&’'()-]+){0,5}?)"
BY = r"(?:[Bb]y|BY|[Bb]ased [Oo]n|[Oo]n [Tt]he [Bb]asis [Oo]f|[Ii]n [Tt]erms [Oo]f|[Dd]epending [Oo]n|[Aa]ccording [Tt]o)"
SUFFIX = (
    r"(?: (?:[Oo]utlook|[Ss]egments?|[Ss]egmentation|[Ss]cope|[Aa]nalysis|[Ii]nsights?|[Cc]overage|[Cc]overed|[Ii]ncluded"
    r"|[Aa]naly[sz]ed))*"
)
UNITS = r"(?:,? ?\([^()\n]{1,60}\)|, (?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d)*"

# ---- lines with a list below -----------------------------------------------------------------------------------------

BY_HEADING = Anchored(
    rf"^(?:[\d.]+\)? )?(?:[^\n]{{0,80}}?\b)?{BY} (?:the )?{DIMENSION}{SUFFIX}(?: [Tt]ype)?{UNITS} ?[:\-–]?$"
)
OUTLOOK_HEADING = Anchored(
    rf"^(?:[-•*] )?{DIMENSION} (?:Outlook|Segments?|Segmentation|Scope|Insights|(?:Segment )?Analysis)(?: \([^()\n]*\))? ?:?$"
)
KINDS = r"(?:kinds?|types?|forms?|segments?|categories|models?|grades?|classes|groups|formats?|families|lines|variants|technologies|materials|channels|applications|uses|products|sizes|end[- ]uses|end[- ]users?)"
NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|the following|these)"
SPLIT = r"(?:segmented|divided|categori[sz]ed|classified|bifurcated|trifurcated|split|segregated|broken down|sub-?divided|sub-?segmented|sub-?categori[sz]ed|fragmented|grouped|separated|analy[sz]ed|studied)"
LEADS_LIST = Anchored(
    rf"(?:\b{NUMBER} (?:main |broad |key |product |distinct )?(?P<by>{KINDS})\b[^.:\n]{{0,40}}"
    rf"|\b(?:{KINDS} (?:covered|include|included|analy[sz]ed|studied|are)|{SPLIT})\b[^.:\n]{{0,40}}):$",
    re.IGNORECASE,
)
# "The report covers the following sales channels:", "Which materials are covered?", "The uses are:"
LEAD_IN = Anchored(
    rf"(?:^(?:which|what(?: are)?(?: the)?|the)|\b(?:{NUMBER}|following)) (?:main |broad |key |major |different |distinct )*"
    r"(?P<by>(?:[\w/&’'-]+ ){0,2}?[\w/&’'-]+s)"
    r"(?: (?:are|is|does|do|has|have|can|in|of|for|by|include[sd]?|covered|studied|analy[sz]ed)\b[^.:?\n]{0,60})? ?[:?]$",
    re.IGNORECASE,
)
# "Segments: Material" over its list
SEGMENTS_OF = Anchored(rf"^(?:(?:[Kk]ey|[Mm]arket) )?[Ss]egment(?:s|ation)?(?: [Bb]y| ?[:–—-]) {DIMENSION} ?:?$")
UNITS_BEHIND = late.regex(rf"{UNITS}(?=[ :]*$)")
# Under a heading about segmentation any short heading with a list below names a dimension.
ANY_DIMENSION = late.regex(rf"^{DIMENSION} ?:?$")
# A heading that ends a list which lost its bullets.
OTHER_HEADING = late.regex(
    r"\b(?:landscape|overview|insights?|players|compan(?:y|ies)|drivers?|restraints?|challenges?|trends?|report"
    r"|market|outlook|developments?|scope|conclusion|summary|analysis|"
    r"regional|regions?|geograph\w+|competitive|key|recent|growth|faqs?|questions|segmentation|dynamics"
    r"|opportunit\w+|about|why|how|what)\b|[.!?;,]$",
    re.IGNORECASE,
)

# ---- within a line ------------------------------------------------------------------------------------------------------

# "By Type: A, B", "2) By Type - A, B", "Breakup by Type | A, B"; the values reach to the next of them.
BY_CHUNK = Anchored(
    rf"(?:^|(?<=[.;:|•)–—,] )|(?<=\n)|(?<=[\w)] )(?=(?:\d{{1,2}}[.)] )?(?:(?:Market )?(?:Segmentation|Segments?) [Bb]y|By) [A-Z][\w /&-]{{2,30}}:)|(?<=[a-z)])(?=By [\w /&-]{{2,30}}:))(?:[-•*▪] ?)?(?:\(?\d{{1,2}}[.)] ?)?"
    rf"(?:[Aa]nd )?(?:(?:[Kk]ey |[Mm]arket |[Gg]lobal )*(?:[Bb]reak-?(?:up|down)|[Bb]roken down|[Ss]plit|[Ss]egment(?:ation|ed|s)?"
    rf"|[Ii]nsights?|[Aa]nalysis|[Mm]arket) )?"
    rf"{BY} (?:the )?{DIMENSION}{SUFFIX}{UNITS} ?(?::-?|\||–|—| - |(?<=\))-)\s*"
)
SENTENCE_END = late.regex(r"\.(?= [A-Z]|$)")
LABEL_LINE = late.regex(
    rf"^(?:[-•*▪] )?(?:\(?\d{{1,2}}[.)] ?)?{DIMENSION}{SUFFIX}{UNITS} ?(?::|\|| - | – ) ?(?P<values>[^\n]+)$"
)
SEGMENT_LABEL = late.regex(
    r"^(?:(?:key|market|major|report) )*(?:segments?|segmentation|segments? (?:covered|analy[sz]ed)|scope"
    r"|segment scope|coverage)$",
    re.IGNORECASE,
)
# "Type: Steel, Glass; Use: Homes, Hotels"
PARTED = late.regex(
    r"(?:by )?(?P<by>[A-Za-z][\w/&’' -]{1,40}?) ?(?::|–|—|-(?= )) ?(?P<values>[^;]*(?:,| and | & )[^;]*)", re.IGNORECASE
)
# In front of "Type (A, B), Material (C, D)": words that belong to the sentence, not to the dimension's name.
BEFORE_NAME = late.regex(
    r"^.*\b(?:by|the|and|into|across|basis of|based on|terms of|includ(?:e|es|ing)|compris(?:e|es|ing)|covers?"
    r"|covering|are|is|namely|following|segmentation|segments?)(?: the)? |^.*[,;:|–—] ?(?:and |by )?",
    re.IGNORECASE | re.DOTALL,
)
BRACKET_CUE = late.regex(
    r"\b(?:by|basis of|based on|terms of|segment\w*|across|scope|categori\w+|classif\w+|divided|split)\b", re.IGNORECASE
)
# "is segmented, based on type, into A, B and C"; "can be broken down by type: A, B and C"
IS_SPLIT = Anchored(
    rf"\b{SPLIT}(?:,? (?:by|based on|on the basis of|on|in terms of|according to|depending on|as per) (?:the |its "
    rf"|their )?(?P<by>[\w/&’' -]{{2,50}}?),?(?P<colon>:)?)?"
    rf"(?: (?:mainly |broadly |further )?(?:down )?(?:(?:in)?to|as|between|among)(?: the following(?: (?:categories|segments|groups|types|sections):?)?)?(?: {NUMBER} (?:\w+ )?{KINDS}:?| {NUMBER} (?:[\w-]+ ){{0,2}}[\w-]+s:)?:?"
    rf"(?: namely,?)?|(?(colon)|(?!)))[,–-]? (?P<values>[^.;:\n]+)"
)
SPLITS = Anchored(
    r"\b(?:splits?|divides?|segments?|segmented|breaks?|separates?|groups?|sorts?|categori[sz]e[sd]?|classif(?:y"
    r"|ies|ied)|bifurcates?)(?: down)? (?:the |this )?(?:[\w&’'-]+ ){0,6}?(?:market|industry|it|them|sector"
    r"|trade)"
    r"(?:,? (?:by|based on|on the basis of|in terms of|according to) (?:the )?(?P<by>[\w/&’' -]{2,50}?),?"
    r"(?P<colon>:)?)?(?: (?:down )?into|(?(colon)|(?!))) (?P<values>[^.;:\n]+)"
)
AHEAD = late.regex(
    rf"^(?:\d[.)] )?{BY} (?:the |its |their )?(?P<by>[\w/&’' -]{{2,50}}?)(?: segment(?:ation)?)?[,:]? (?:the "
    rf"|this |it\b|we\b|[\w&’'-]+ (?:[\w&’'-]+ ){{0,7}}?(?:is|are|has|have|can)\b)"
)
SPLIT_SUBJECT = late.regex(
    r"^(?:[Tt]he |In turn, the )?(?P<by>[\w/&’'-]+(?: [\w/&’'-]+){0,3}?) (?:segment|category|type)s? (?:is|are"
    r"|has been|was|can be)\b"
)
# "... by fuel into gas and solar, and by user into farms and plants", "..., and into farms and plants by user": a dimension of its own.
NEXT_SPLIT = late.regex(
    r",? and (?:further )?(?:(?:by|based on|on the basis of) (?P<by>[\w/&’' -]{2,40}?),? )?into (?P<values>.+)$"
)
SPLIT_OBJECT = late.regex(
    r"\b(?:market|industry|segment|sector|category|study|report|landscape|it|they|this|which)\b", re.IGNORECASE
)
BEHIND = late.regex(
    r",? (?:by|based on|on the basis of|according to|depending on|in terms of) (?:the |its )?(?P<by>[\w/&’' -]{2,40}?)$"
)
# "The major types of kayaks are A, B and C", "Applications covered in the study include A, B and C"
ARE = r"(?:are|include|includes|comprises?|covers?|spans?|range over|consists? of|contains?)"
KIND_NOUNS = (
    r"(?:types|modes|uses|channels|forms|methods|grades|segments?|products|materials|technologies|applications"
    r"|categories|formats|models|end[- ]users|end[- ]uses|"
    r"verticals|components|services|variants|industries|sources|buyers|users|customers|layouts|ingredients|routes|indications)"
)
KINDS_ARE = Anchored(
    rf"(?:^|(?<=[.;?] )|(?<=\n))(?P<main>(?:(?:The|Key|Main|Major|Common|Different|Various|Principal|Other) )*)"
    rf"(?P<by>(?:[\w/&’'-]+ ){{0,3}}?{KIND_NOUNS})(?P<of> (?:of|in|for) (?:the "
    rf"|this )?[\w’'-]+(?: [\w’'-]+){{0,4}} ?)?(?P<said> (?:covered|included|considered|analy[sz]ed|studied|tracked|counted"
    rf"|listed|named|sold|used|recogni[sz]ed)(?: (?:in|by) (?:the|this) (?:\w+ )?(?:study|report|market|survey"
    rf"|analysis|research|tracker))?)? {ARE} (?P<values>[^.;:\n]+)",
    re.IGNORECASE,
)
NUMBERED_KINDS = Anchored(
    rf"(?:\b{NUMBER}|(?:^|(?<=[.;] ))the) (?:main |broad |key |product |distinct )?(?P<by>{KINDS})\b(?:[^.:\n]{{0,40}}:|, namely,?) (?P<values>[^.;\n]+)",
    re.IGNORECASE,
)
# "A, B and C are the three grades"
ARE_KINDS = Anchored(
    rf"(?:^|(?<=[.?] ))(?:{BY} (?P<dimension>[\w/&’' -]{{2,40}}?), )?(?P<values>[\w&’'/ ,-]{{3,150}}?) "
    rf"(?:are the (?:main |key |major |{NUMBER} )+|are the (?=[\w-]+ (?:groups|types|classes|segments))(?:[\w-]+ )|(?:form|make up|constitute|are) the (?:[\w-]+ )?(?=(?:categor|segment|type))"
    rf"|are the (?=(?:platforms|applications|materials|technologies|end[- ]users|end[- ]uses|channels|grades|formats)\b))"
    rf"(?P<by>[\w-]+s)\b"
)
# "The study distinguishes Dry Food, Wet Food and Treats": the values are capitalised.
TELLS_APART = Anchored(
    r"\b(?:study|report|outlook|tracker|survey|analysis|research|forecast|market|[Ii]t|[Ww]e)(?: (?:further|also"
    r"|mainly))? (?:distinguish(?:es)?|tell apart|separates|covers|recogni[sz]es|counts|lists|sorts|tells apart|looks at|compares"
    r"|spans|splits into|comprises|includes)"
    r"(?: between)? (?P<values>[A-Z][\w&’'/-]*(?: [A-Z&][\w&’'/-]*)*(?:(?:, and |, "
    r"| and )[A-Z][\w&’'/-]*(?: [A-Z&][\w&’'/-]*)*){1,12})(?: [a-z]+s)?(?=[.;,\n]|$)"
)
# "The study sorts plants by feedstock into slurry, sludge and waste", "The report splits the fleet into city bikes and cargo bikes"
SORTS = Anchored(
    rf"\b(?:study|report|outlook|survey|analysis|research|authors?|analysts?|consultanc(?:y|ies)|institute|firm"
    rf"|agency|company|house|bureau|association|researchers?|[A-Z][\w&’'-]+|[Ii]t|[Tt]hey|[Ww]e)"
    rf"(?: (?:further|also|mainly|then))? (?:splits?|divides?|breaks?|separates?|groups?|sorts?"
    rf"|categori[sz]es?|classif(?:y|ies)|segments?)(?: down)? "
    rf"(?!the (?:country|region|world|globe)\b)(?:the |this |all )?(?:[\w&’'-]+ ){{1,4}}?(?:(?:by|according to"
    rf"|based on) (?:the |their |its )?(?P<by>[\w/&’' -]{{2,40}}?) )?(?:up )?into (?:{NUMBER} (?:[\w-]+ ){{0,2}}[\w-]+s: )?"
    rf"(?P<values>[^.;:\n]+)"
)
# "; by user into farms and plants": the dimensions that a sentence goes on with.
BY_INTO = Anchored(
    r"(?:^|[;,.] )(?:[Aa]nd )?(?:[Ff]urther )?(?:[Bb]y|[Bb]ased on|[Oo]n the basis of) (?:the )?"
    r"(?P<by>[\w/&’' -]{2,40}?),? into (?P<values>[^.;:\n]+)"
)
# "By power the study distinguishes below 5 kW, 5 to 20 kW, and above 20 kW": where the dimension is named, values may be plain.
BY_TELLS_PLAIN = Anchored(
    r"(?:^|(?<=[.;] )|(?<=^- ))(?:(?:[Ss]egmented|[Ss]plit|[Dd]ivided|[Bb]roken down) )?"
    r"(?:[Bb]y|[Ii]n terms of|[Oo]n the basis of|[Bb]ased on) (?P<by>[\w/&’'-]+(?: "
    r"[\w/&’'-]+){0,2}?),? (?:(?:(?:the|this|our) (?:[\w&’'-]+ ){0,5}?(?:study|report|outlook|tracker|survey"
    r"|analysis|research|forecast|[Mm]arket|industry|authors?|team)|it|we) (?:\w+ )?"
    r"(?:distinguish(?:es)?|separates?|covers?|recogni[sz]es?|counts?|lists?|sorts?|tells? apart|compares?|spans?"
    r"|comprises?|consists? of|includes?|knows?|has|looks? at|considers?|serves|examines?|studies|analy[sz]es|assesses"
    r"|tracks?|is made up of|(?:splits?|divides?|breaks?|falls?)(?: up| down)? into|is (?:split|divided|shared) (?:between|among))(?: between)?"
    r"|there (?:are|is)"
    r"|(?:the|its|our) (?:[\w-]+ ){0,2}?(?:segments|categories|types|groups|classes|options|kinds|lines|parts)"
    r"(?: [\w-]+){0,3}? (?:are|include|comprise)) (?P<values>[^.;:\n]+)"
)
BY_TELLS = late.regex(r"(?:^|(?<=[.] ))[Bb]y (?P<by>[\w/&’'-]+(?: [\w/&’'-]+){0,2}?),? (?:the|it) ")
# "2.1 Homes", "2.2 Hotels"
OUTLINE_ITEM = late.regex(r"^(?P<number>\d{1,2})\.\d{1,2}[.)]? (?P<value>\S.*)$")
# "By Solution: Trackers Stay in Front": a heading that claims something; the values stand in the text below.
CLAIM = late.regex(
    r"\b(?:lead(?:s|ing)?|led|dominat\w+|outpac\w+|outgrow\w*|remain\w*|hold(?:s|ing)?|held|stay(?:s|ing)?"
    r"|grow(?:s|ing)?|grew|gain(?:s|ed|ing)?|surg\w+|captur\w+|account\w*|command\w*|"
    r"tops?|rules?|comes?|ranks?|own(?:s|ed)?|sees?|shows?|fastest|largest|biggest|accelerat\w+|expand\w*"
    r"|driv(?:es|ing)|keeps?|takes?|wins?|rises?|rising|emerg\w+|set to|ahead|momentum|in front|reign\w*"
    r"|anchor\w*|contribut\w+)\b",
    re.IGNORECASE,
)
SAID = late.regex(
    r"\w (?:is|are|was|were|has|have|had|will|leads?|led|dominat\w+|accounted|accounts|held|holds|owns?|owned"
    r"|takes|took|comes|came|commands|commanded|captured|remains?|grew|grows|follows?|makes? up|made up"
    r"|matters?)\b"
)
PART_HEADING = late.regex(
    rf"^(?:Insights? (?:into|on) (?:the )?|Analysis of (?:the )?|(?:Market|Segment) (?:Analysis"
    rf"|Insights?)[:,-]? (?:[Bb]y )?)?(?:[Bb]y )?{DIMENSION} (?:Segment|Insights?|Analysis|Outlook|Segmentation)$"
)
# A line without any of these lists no segments: a cheap look before all the patterns.
HINT = ANCHORS.needed(
    [
        (
            "by", "based", "basis", "terms", "depending", "according", "segment", "divid", "categor", "classif", "furcat", "split", "breakup", "breakdown",
            "break-up", "break-down", "broken", "segregat", "group", "separate", "type", "kind", "form", "grade", "application", "product", "uses", "users",
            "material", "technolog", "channel", "component", "vertical", "source", "service", "models", "classes", "sizes", "lines", "variants", "families",
            "modes", "methods", "distinguish", "among", "cover", "recogni", "end-use", "dimension", "tells", "compris", "industr", "outlook", "insight", "scope",
        )
    ]
)  # fmt: skip
# The same for a line that is a label: "Power: Battery, Mains".
LABEL_HINT = ANCHORS.needed([tuple(sorted(HEADS))])
