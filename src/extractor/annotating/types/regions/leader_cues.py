"""What says that a place leads a market, or grows fastest; read in small letters."""

from __future__ import annotations

from extractor import late

_SIZE = r"(?:largest|biggest|highest|greatest|leading|dominant|dominating|major|maximum|lion['’]s|bulk|majority|top|commanding|first)"
DOMINANT = late.regex(
    r"(?<![-‐–])\b(?:dominat(?:e|es|ed|ing)|dominant|led(?! to\b)|leads(?! to\b)|leading (?:the )?(?:global )?(?:market|region"
    r"|position)|(?:is|are|was|were|remains?|remained) leading|"
    r"tops|topped|(?:take|takes|took|taking) the lead|in the lead|leads the way|ranks first|ranked first|(?:is"
    r"|was|remains?|remained) (?:in )?(?:the )?first(?: place)?|"
    rf"(?:the |a |an )?(?:single )?{_SIZE}(?:[ -](?:regional|revenue|market|sales|volume|national|country|value"
    rf"|global|single|geographical|geographic))*[ -](?:share|market|region|country|contributor|position|consumer"
    rf"|producer|slice|stake|part|portion|revenue|buyer|user|state|percentage|chunk|place|spot|player|hub"
    rf"|shareholder|segment)|"
    rf"(?:is|are|was|were|remains?|remained|stays?|as|being|by far) (?:by far |both )?the (?:single )?{_SIZE}(?! (?:cagr|growth|rate|gains?|exporter|destination"
    rf"|export|number of (?:firms|companies)|pace))|lion['’]s share|"
    r"(?:more than|over|nearly|almost|about|roughly) (?:half|two[- ]thirds|three[- ]quarters) of"
    r"|(?:is|are|was|stays?|remains?|remained|lies|comes?|came) (?:well |far |just |clearly )?(?:ahead|in front)\b(?! of)|rules (?:the|this)"
    r"|(?:the )?most important|(?:has|have|had|with|for) (?:by far )?the (?:most|(?:largest|biggest|greatest) (?:installed|number))"
    r"|(?:buys?|takes?|eats?|drinks?|uses?|makes up|spends?|consumes?) most|more than any other"
    r"|(?:the )?(?:largest|biggest|greatest) (?:[a-z]+ )?(?:of|among) (?:all|any|the)(?: [a-z]+)? (?:regions?|countr(?:y|ies)|markets?|states?|provinces?)"
    r"|commands"
    r"|commanded|dwarfs|dwarfed|(?:will )?(?:exceeds?|exceeded|outweighs?|outsells|outsold) (?:that|those) of|"
    r"(?:well |far |just )?ahead of (?!schedule|expectation|time|forecast)|followed (?:closely )?by|number one"
    r"|no\. ?1|(?:ranks?|ranked|comes?|came|placed) (?:first|top)|tops the|at the top(?! of an? )|heads the|generat(?:es"
    r"|ed) most|accounts? for most|accounted for most|most of (?:the |its |all )?(?:market|revenue|demand|sales"
    r"|output|orders|production|supply|volume|value|growth)|most (?:demand|sales|revenue|orders|units|output)"
    r"|(?:the )?majority of|the heart of|powerhouse|the (?:key|main|core|principal|primary) market|contribut(?:es"
    r"|ed) (?:the )?most|highest number|bulk of|held sway|holds sway|front[- ]?runner|at the forefront"
    r"|spearheads?|spearheaded"
    r"|(?:ships?|sells?|buys?|bought|sold|uses?|consumes?|spends?|spent|orders?|produces?|grows?|makes?) (?:by far )?the most)\b",
)
FASTEST = late.regex(
    r"\b(?:(?:fastest|quickest|swiftest)(?: (?:rate of |pace of )?(?:growth|expansion|gains?))?|most rapid(?:ly)?|(?:highest|strongest|steepest|sharpest"
    r"|greatest) (?:[a-z]+ )?(?:cagr|growth|compound|rate|pace|gains?|expansion|increase|momentum)|"
    r"(?:grow|growing|expand|expanding|rise|rising) (?:the )?(?:fastest|quickest|most)|highest[- ]growth"
    r"|(?:best|brightest|strongest|greatest|rosiest|highest) (?:[a-z]+ )?(?:prospects?|outlook|potential|opportunit(?:y|ies)|rate)"
    r"|growth (?:is|will be|should be|looks) (?:the )?(?:strongest|highest|greatest)|(?:grow|rise|expand) at a (?:rapid|fast) pace"
    r"|higher (?:rate|pace|cagr) than any|outpac(?:e|es|ing)|"
    r"(?:fast|rapidly)[- ]growing (?:region|market|country)|most (?:lucrative|promising|dynamic)|(?:faster"
    r"|quicker|more (?:quickly|rapidly|swiftly)) than (?:any(?:one)?|all|elsewhere|every|the rest|other|anywhere"
    r"|everywhere)|no(?:where|ne| other| region| market| country)?\b[^.;]{0,40}\b(?:as fast as|as quickly as"
    r"|faster than|quicker than)|(?:strongest|highest|steepest) (?=(?:in|for|across) ))\b",
)
# Words without which the two patterns above cannot match: cheaper to look for than the patterns are to run.
DOMINANT_WORDS = frozenset(
    "ahead followed dominate dominates dominated dominating dominant led leads lead leading tops topped ranks "
    "rank ranked first largest biggest highest greatest major maximum lion bulk majority top commanding "
    "half two-thirds three-quarters thirds quarters commands commanded dwarfs dwarfed exceed exceeds exceeded "
    "outweigh outweighs outsells outsold held holds number no no. comes came placed heads generates "
    "generated accounts accounted most majority powerhouse heart key main core principal primary contributes "
    "front rules important more "
    "contributed front-runner frontrunner forefront spearheads spearheaded lion's".split()
)
FASTEST_WORDS = frozenset(
    "fastest quickest swiftest rapid rapidly highest strongest steepest sharpest greatest most grow growing "
    "expand expanding rise rising outpace outpaces outpacing fast lucrative faster quicker promising dynamic "
    "quickly best brightest rosiest growth higher".split()
)
# Words that the two patterns can start on.
DOMINANT_STARTS = frozenset(
    "ship ships sell sells buy buys bought sold use uses consume consumes spend spends spent order orders produce produces "
    "grow grows make makes "
    "dominate dominates dominated dominating dominant led leads leading is are was were remain remains remained "
    "tops topped take takes took taking in ranks rank ranked the a an single largest biggest highest "
    "greatest major maximum lion lion's lion’s bulk majority top commanding first as being by more over nearly "
    "almost about roughly commands commanded dwarfs dwarfed will exceed exceeds exceeded outweigh "
    "outweighs outsells outsold well far just ahead followed number no no. comes came placed at heads generates "
    "generated accounts accounted most heart powerhouse contributes contributed held holds "
    "stays stay lies rules has have had with for buy takes eat eats drink drinks front-runner frontrunner front spearhead spearheads spearheaded".split()
)
FASTEST_STARTS = frozenset(
    "fastest quickest swiftest most highest strongest steepest sharpest greatest grow growing expand expanding "
    "best brightest rosiest growth higher rise rising outpace outpaces outpacing fast rapidly faster quicker more no none nowhere".split()
)
