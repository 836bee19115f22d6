"""What says that a place leads a market, or grows fastest; read in small letters."""

from __future__ import annotations

from extractor import late

_TOP = "largest|biggest|highest|greatest"
_SIZE = rf"(?:{_TOP}|leading|dominant|dominating|major|maximum|lion['’]s|bulk|majority|top|commanding|first)"
_HELD = (
    r"(?:share|market|region|country|contributor|position|consumer|producer|slice|stake|part|portion|revenue|buyer|user"
    r"|customer|state|province|percentage|chunk|place|spot|player|hub|cluster|area|shareholder|segment|number)"
)
# Words that stand between a superlative and what it is said of, no more than two: "the largest oil-producing region".
_BETWEEN = r"(?:[ -](?!of\b|in\b|to\b|for\b|and\b|the\b|growth\b|cagr\b|growing\b|pace\b|rate\b|export)[a-z]+){0,2}?"
_BE = r"(?:is|are|was|were|remains?|remained)"
_TRADE = (
    r"(?:market|revenue|demand|sales|output|orders|production|supply|volume|value|growth|money|shipments|consumption|trade"
    r"|turnover|units|spending)"
)
_BUYS = (
    r"(?:ships?|sells?|buys?|bought|sold|uses?|consumes?|spends?|spent|orders?|produces?|grows?|makes?|takes?|brings? in"
    r"|registers?|eats?|drinks?|has|have|had|with|for)"
)
DOMINANT = late.regex(
    r"(?<![-‐–])\b(?:dominat(?:e|es|ed|ing)|dominant|led(?! to\b)|leads(?! to\b| (?:in |the )?growth)|(?:to|will|should) lead(?! to\b| in growth)|leading (?:the )?(?:global )?(?:market|region"
    rf"|position)|{_BE} leading|"
    r"(?:tops|topped)(?! the growth)|(?:takes?|took|taking|has|have|had|holds?|held|keeps?|kept) the lead|in the lead|leads the way|ranks first"
    rf"|ranked first|{_BE} (?:in )?(?:the )?first(?: place)?|"
    rf"(?:the |a |an )?(?:single )?{_SIZE}(?:[ -](?:regional|revenue|market|sales|volume|national|country|value"
    rf"|global|single|geographical|geographic))*[ -]{_HELD}|(?:{_TOP}){_BETWEEN}[ -]{_HELD}|"
    rf"(?:{_BE}|stays?|as|being|by far) (?:by far |both )?the (?:single )?{_SIZE}(?! (?:cagr|growth|rate|gains?|exporter|destination"
    rf"|export|number of (?:firms|companies)|pace))|(?:lion['’]s|greater|larger|better) (?:share|part|portion|half)|"
    r"(?:more than|over|nearly|almost|about|roughly) (?:half|two[- ]thirds|three[- ]quarters) of"
    rf"|(?:two[- ]thirds|three[- ]quarters|half) of (?:the |its |all )?{_TRADE}"
    rf"|(?:{_BE}|stays?|lies|comes?|came) (?:well |far |just |clearly )?(?:ahead|(?:out )?in front)\b(?! of)|in front(?! of)|rules (?:the|this)"
    # "market leader Peru", "on top is Peru", "second only to Peru", "demand is strongest in Peru", "most orders are made in Peru"
    r"|(?:market|category|industry) leaders?(?: (?:is|are|was|were))?|leading the (?:field|pack|table|ranking|list)(?: (?:is|are|was|were))?"
    rf"|on top (?:is|are|was|were)|(?:{_BE}|stays?|stayed|comes?|came) (?:still )?on top"
    r"|second(?:[- ](?:largest|biggest|greatest))?(?: [a-z]+){0,2}? (?:after|behind|only to)"
    rf"|{_TRADE}(?: [a-z]+){{0,2}}? {_BE} (?:highest|strongest|greatest|largest|biggest) in"
    r"|(?:most|half)(?: of)?(?: the| all)?(?: [a-z]+){1,2}? (?:(?:is|are|was|were) (?:sold|bought|made|used|ordered|produced|consumed|eaten"
    r"|drunk|installed|earned|generated) in|(?:go|goes|went) to)"
    r"|(?:the )?most important|(?:has|have|had|with|for) (?:by far )?the (?:most|(?:largest|biggest|greatest) (?:installed|number))"
    r"|(?:buys?|takes?|eats?|drinks?|uses?|makes up|spends?|consumes?) most"
    r"|more (?!quickly|rapidly|swiftly|slowly)(?:(?!per )[a-z-]+ ){0,4}?than any other"
    r"|no (?:other )?(?:country|region|state|market|province)\b[^.;:]{0,40}? more (?!quickly|rapidly)(?:[a-z-]+ ){0,3}?than"
    r"|(?:the )?(?:largest|biggest|greatest) (?:[a-z]+ )?(?:of|among) (?:all|any|the)(?: [a-z]+)? (?:regions?|countr(?:y|ies)|markets?|states?|provinces?)"
    r"|commands"
    r"|commanded|dwarfs|dwarfed|(?:will )?(?:exceeds?|exceeded|outweighs?|outsells|outsold) (?:that|those) of|"
    r"(?<!second, )(?<!third, )(?:well |far |just )?ahead of (?!schedule|expectation|time|forecast|it\b|them\b)|followed (?:closely )?by|number one"
    r"|no\. ?1|(?:ranks?|ranked|comes?|came|placed) (?:first|top)|tops the(?! growth)|at the (?:top|head)(?! of an? )|heads the|generat(?:es"
    rf"|ed) most|accounts? for most|accounted for most|(?:is|are) (?:still |now )?where (?:the |by far )?most|(?:most of (?:the |its |all )?{_TRADE}|(?:has|have|had|holds|held) most of)"
    r"|most (?:demand|sales|revenue|orders|units|output)"
    r"|(?:the )?majority of|the heart of|powerhouse|the (?:key|main|core|principal|primary) market|contribut(?:es"
    r"|ed) (?:the )?most|highest number|bulk of|held sway|holds sway|front[- ]?runner|at the forefront"
    rf"|spearheads?|spearheaded|{_BUYS} (?:by far )?the most)\b",
)
_SPEED = "fastest|quickest|swiftest|briskest"
_STEEP = "highest|strongest|steepest|sharpest|greatest|best"
_RISE = r"(?:growth|expansion|gains?|rise|increase|climb|uptake|pace|rate|cagr|compound|momentum|curve|speed|dynami(?:cs|sm)|change)"
FASTEST = late.regex(
    rf"\b(?:(?:{_SPEED})(?: (?:rate of |pace of )?{_RISE})?|most (?:rapid|rapidly|quickly|swiftly)(?: {_RISE})?"
    rf"|(?:{_STEEP}|largest|biggest) (?:[a-z]+ )?{_RISE}|"
    r"(?:grow|growing|expand|expanding|rise|rising) (?:the )?(?:fastest|quickest|most)|highest[- ]growth"
    r"|(?:best|brightest|strongest|greatest|rosiest|highest) (?:[a-z]+ )?(?:prospects?|outlook|potential|opportunit(?:y|ies)|rate)"
    rf"|growth(?: [a-z]+){{0,5}}? (?:is|be|been|was|looks) (?:the )?(?:{_STEEP}|{_SPEED})"
    # "growth will be led by Peru", "Peru leads in growth", "Peru should see a CAGR of 9.1%, the highest of all"
    r"|(?:growth|expansion)(?: [a-z]+){0,3}? (?:led|driven|headed) by|(?:leads?|led|tops?|topped|heads?) (?:in |the )?growth"
    rf"|(?:growth|cagr|rate|pace)\b[^;:]{{0,30}}?, (?:by far )?the (?:{_STEEP}|{_SPEED})|(?:grow|rise|expand) at a (?:rapid|fast) pace"
    r"|higher (?:rate|pace|cagr) than any|outpac(?:e|es|ing)|"
    r"(?:grow|grew|rise|rose)(?:[^.;:]|\.\d){0,40}? more than any(?: other)?|(?:key )?growth (?:region|engine)|"
    r"(?:fast|rapidly)[- ]growing (?:region|market|country)|most (?:lucrative|promising|dynamic)|(?:faster"
    r"|quicker|more (?:quickly|rapidly|swiftly)) than (?:any(?:one)?|all|elsewhere|every|the rest|other|anywhere"
    r"|everywhere)|no(?:where|ne| other| region| market| country)?\b[^.;]{0,40}\b(?:as fast\b(?: as)?|as quickly as"
    rf"|faster than|quicker than)|(?:{_STEEP}) (?=(?:in|for|across) ))\b",
)
# Words without which the two patterns above cannot match: cheaper to look for than the patterns are to run.
DOMINANT_WORDS = frozenset(
    "ahead followed dominate dominates dominated dominating dominant led leads lead leading tops topped ranks "
    "rank ranked first largest biggest highest greatest major maximum lion bulk majority top commanding "
    "half two-thirds three-quarters thirds quarters commands commanded dwarfs dwarfed exceed exceeds exceeded "
    "outweigh outweighs outsells outsold held holds number no no. comes came placed head heads generates "
    "generated accounts accounted most majority powerhouse heart key main core principal primary contributes "
    "front rules important more greater larger better "
    "leader leaders second strongest half "
    "contributed front-runner frontrunner forefront spearheads spearheaded lion's".split()
)
FASTEST_WORDS = frozenset(
    "fastest quickest swiftest briskest rapid rapidly largest biggest highest strongest steepest sharpest greatest most grow growing "
    "expand expanding rise rising outpace outpaces outpacing fast lucrative faster quicker promising dynamic "
    "quickly best brightest rosiest growth higher any lead leads led top tops topped heads expansion cagr pace".split()
)
# Words that the two patterns can start on.
DOMINANT_STARTS = frozenset(
    "ship ships sell sells buy buys bought sold use uses consume consumes spend spends spent order orders produce produces "
    "grow grows make makes bring brings register registers two-thirds three-quarters two three half to should keep keeps kept hold "
    "dominate dominates dominated dominating dominant led leads leading is are was were remain remains remained greater larger better "
    "tops topped take takes took taking in ranks rank ranked the a an single largest biggest highest "
    "greatest major maximum lion lion's lion’s bulk majority top commanding first as being by more over nearly "
    "almost about roughly commands commanded dwarfs dwarfed will exceed exceeds exceeded outweigh "
    "outweighs outsells outsold well far just ahead followed number no no. comes came placed at heads generates "
    "generated accounts accounted most heart powerhouse contributes contributed held holds "
    "market category industry on stayed second revenue demand sales output orders production supply volume "
    "value growth money shipments consumption trade turnover units spending "
    "stays stay lies rules has have had with for buy eat eats drink drinks front-runner frontrunner front spearhead spearheads spearheaded".split()
)
FASTEST_STARTS = frozenset(
    "fastest quickest swiftest briskest most largest biggest highest strongest steepest sharpest greatest grow grew growing expand expanding "
    "expansion lead leads led top tops topped heads head cagr rate pace "
    "best brightest rosiest growth higher rise rose rising outpace outpaces outpacing fast rapidly faster quicker more no none nowhere key".split()
)
