"""Cues around a name: what introduces a list of companies, what only a company does, and which role that gives."""

from __future__ import annotations

import re

from extractor import late

MANY = (
    "players|companies|vendors|manufacturers|suppliers|firms|brands|participants|competitors|providers|developers|makers|retailers|operators|"
    "producers|incumbents|contenders|rivals|peers|giants|names|innovators|enterprises|carriers|start-ups|startups|corporations|businesses|"
    "chains|distributors|contractors|automakers|carmakers|drugmakers|chipmakers|airlines|banks|insurers|lenders|utilities|entrants|leaders|stakeholders|organizations|organisations|"
    "beneficiaries|winners|buyers|customers|clients|users|adopters|partners|collaborators|investors|backers|members|constituents|registrants|issuers|stocks|exhibitors|sponsors|stockists|creditors|exporters|importers|miners|brewers"
)
_QUALITY = "key|major|leading|top|prominent|main|notable|market|profiled|selected|other|global|industry|featured|dominant|established|principal|important|significant|emerging|local|regional|domestic|international|tier|big|large|largest"
# What firms of a market are called in "A and B are the ... here".
_STANDING = (
    "players|vendors|manufacturers|suppliers|brands|participants|competitors|developers|makers|producers|incumbents|contenders|rivals|names|sellers|leaders|heavyweights|specialists|providers|operators"
    "|companies|firms|chains|retailers|airlines|banks|insurers|lenders|carriers|distributors"
    # ... and whoever does something for a living ("packers", "processors"), but not those who buy
    "|(?!driv|buy|consum|custom|us|oth|numb|matt|work|read|farm|fact|view|membe|fath|moth|brot)[a-z]{2,}[a-z](?:[^s]er|[st]or)s"
)
# Heading or lead-in that announces a list of companies.
HEADING = late.regex(
    rf"\b(?:(?:{_QUALITY}|list of|some of the)\s+(?:[\w'’&-]+\s+){{0,4}}(?:{MANY}|player)\b"
    rf"|(?:{MANY})\s+(?:covered|profiled|mentioned|included|analy[sz]ed|featured|in the|operating|studied|listed"
    rf"|of the)|(?:{MANY})\s*[|:–—]"
    r"|competitive\s+(?:landscape|analysis|outlook|insights|scenario|intelligence|environment)"
    r"|competitors?\s+(?:analysis|landscape)|(?:company|vendor|player)\s+(?:profiles?|landscape|list|coverage"
    r"|analysis|overview)|market\s+players)"
    rf"|^\W*(?:(?:the|our|all|list of|index of|\d{{4}}) )?(?:{MANY})(?: (?:\d{{4}}|list|index|directory))?\W*$"
    r"|^\W*tier[ -](?:\d|one|two|three|i{1,3})\b"
    rf"|^\W*(?:players|companies|vendors|constituents|members|registrants)\b|top player"
    r"|^\W*who(?:['’]s)?\s(?:[a-z]+ ){0,3}?(?:sell|sells|selling|make|makes|making|move|moves|lead|leads|leading"
    r"|compete|competes|win|wins|winning|suppl(?:y|ies)|build|builds|matters?|dominates?|profits?|plays?|offers?"
    r"|behind|runs?|owns?|produces?)\b"
    r"|^\W*(?:¿?qui[eé]n(?:es)?|quem|qui|chi|wer|vem|wie|hvem) (?:[\w’']+ ){0,3}?(?:vend\w*|vende\w*|verkauft|verkoopt|säljer|selger"
    r"|sælger|produ\w+|fabri\w+|hace|faz|fait|macht|baut|liefert|compite\w*|manda|lidera|domina|joga|juega|jogo|juego|mercado)\b"
    r"|^\W*(?:(?:las?|los|os|as|les?|die|de|i|le|gli|principal(?:es)?|principais|principaux|principali|wichtigs?te[nr]?|führende[nr]?"
    r"|viktiga(?:ste)?|belangrijkste) )+(?:empresas|fabricantes|marcas|jugadores|actores|jogadores|players|acteurs|fabricants"
    r"|entreprises|aziende|produttori|hersteller|anbieter|unternehmen|tillverkare|företag|fabrikanten|bedrijven)\b",
    re.IGNORECASE,
)
# What is said of firms in a short heading: the rest of the line may be anything.
SECTION_HEADING = late.regex(
    r"^\W*(?:\d+\W+)?who\b(?!m| (?:should|can|is this|needs?|uses?|wants?|reads?|we are|are we))"
    r"|\b(?:players|vendors|suppliers|manufacturers|competitors|operators|rivals|incumbents|challengers"
    r"|contenders|carmakers|automakers|chipmakers|drugmakers|makers|sellers|firms|companies|brands|lenders"
    r"|insurers|airlines|banks|miners|brewers|retailers|competition|startups|start-ups)\b",
    re.IGNORECASE,
)
# Sections about those who buy.
BUYERS_HEADING = late.regex(
    r"\b(?:buys?|buying|uses?|using|pays?|paying|customers?|clients?|buyers|adopters|end users)\b", re.IGNORECASE
)
# The first line of a firm's profile in a list of firms.
PROFILE_LINE = late.regex(
    r"(?:headquarters?|head office|hq|founded|established|year founded|ticker|stock symbol|website|ceo|employees"
    r"|number of employees|annual revenue)\b\W*:",
    re.IGNORECASE,
)
# A line without one of these words is no heading over companies: cheaper to see than the pattern is to run.
HEADING_WORDS = frozenset(
    [
        *"rivals challengers makers sellers competition".split(),
        *MANY.replace(" profiled", "").split("|"),
        "player",
        "competitive",
        "competitor",
        "company",
        "vendor",
        "who",
        "who's",
        "corporations",
        *"quién quien quiénes quienes quem qui chi wer vem wie hvem empresas fabricantes marcas jugadores actores jogadores".split(),
        *"acteurs fabricants entreprises aziende produttori hersteller anbieter unternehmen tillverkare företag fabrikanten bedrijven".split(),
    ]
)
# ... and the words that its parts start on.
HEADING_STARTS = frozenset([*HEADING_WORDS, *_QUALITY.split("|"), "list", "some"])
# What stands directly before a list that is introduced, and words that may come between ("include the major ...").
LEAD_ENDS = frozenset(
    "include includes including are were as like namely them comprise comprises feature features profiles "
    "profile covers from by with come follow rank consists portrays portray "
    "describes rates lists names ranks examines compares mentions cites "
    "counts identifies of against alongside next : – — - |".split()
)
LEAD_FILLERS = frozenset(
    ", among others the some of major key leading firms companies names players following industry market global "
    "big giants both in".split()
)
# What may stand directly behind a list of companies.
BEHIND_STARTS = frozenset(
    "among and as etc etc. are were remain come dominates dominate compete competes competed hold held lead account all "
    "both operate market sell offer supply cover serve produce manufacture make report have also follow "
    "followed come feature".split()
)
# Headings that stand above other lists.
OTHER_HEADING = late.regex(
    r"\b(?:segment|by (?:type|product|application|region|country|end|technology|material|component)|scope"
    r"|drivers?|restraints?|challenges|opportunit|trends?|"
    r"table of contents|methodology|about (?:us|the)|faq|frequently|questions|benefits|reasons|related|conclusion"
    r"|introduction|highlights|takeaways|developments?|news)\b",
    re.IGNORECASE,
)
# The end of a lead-in that runs into the list.
LEAD_IN = late.regex(
    rf"(?:\b(?:{MANY}|landscape|field|competition|market|sector|industry|space|list|player|profiles?|leader"
    rf"|handsets|products|echelon|tiers?|league|line-?up|roster|pack|shortlist|cohort|camp)\b[^.;\n]{{0,140}}?\b(?:include|includes|including|are|were|such as|like|namely"
    rf"|among them|comprise|comprises|feature|features|profiles|covers|comes? from|from|led by|dominated by|represented by)"
    r"|\b(?:report|study|survey|digest|analysis|ranking|authors|analysts|paper) (?:portrays?|describes?|rates?|lists?|names?"
    r"|ranks?|examines?|compares?|mentions?|cites?|counts?|identif(?:y|ies))(?: [\w'’-]+){0,3}?"
    r"|\b(?:names|lists|mentions|cites|profiles|portrays|identifies)"
    r"|\b(?:ahead of|likes of|(?:up|compet(?:es?|ing)|pitted) against|alongside)"
    r"|\b(?:such as|profiled (?:in|by)[^.;:\n]{0,60}?(?:are|include)|led by|dominated by|controlled by|shaped by"
    r"|spearheaded by|headed by|competes? with|rivals? (?:such as|like|include)|participants include|profiles of"
    r"|(?:behind|after) (?:them|it|these) (?:are|come|follow|rank)|(?:then|next) (?:are|come|follow|in line are)"
    r"|(?:listed|profiled|featured|named|covered|reviewed|examined|included|mentioned|assessed)(?: here| too| also)? are"
    r"|\b(?:both|all|they|authors|reports) profile"
    r"|the (?:larger|largest|biggest|bigger|best[- ]known|others?|rest)(?: ones?| of them)? (?:are|were|include)"
    r"|(?:group|top|tier|field) consists"
    r"|namely|held by|served by|followed by|(?:comes?|came|bought|sourced|ordered|supplied|made|sold|built|offered|produced"
    r"|manufactured|provided) (?:from|by)))"
    r"(?:\s+(?:the|some|of|major|key|leading|firms|companies|names|players|following|industry|market|global|big"
    r"|giants|like|as|both|among others|,))*\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
# What these lead in with is said by the word before them.
LEAD_HEADS = {
    "of": frozenset(["ahead", "likes"]),
    "against": frozenset("up compete competes competing pitted".split()),
    "by": frozenset(
        "represented followed led dominated controlled shaped spearheaded headed held served come comes came bought sourced ordered "
        "supplied made sold built offered produced manufactured provided".split()
    ),
    "with": frozenset(["compete", "competes"]),
}
# A sentence without one of these words leads in no list: cheaper to see than the pattern is to run.
LEAD_WORDS = frozenset(
    [
        *HEADING_WORDS,
        *LEAD_HEADS["by"],
        *LEAD_HEADS["of"],
        *LEAD_HEADS["against"],
        *LEAD_HEADS["with"],
        *"report study survey digest analysis ranking authors analysts paper tier landscape field market sector industry space list profile profiles profiled leader handsets products "
        "such participants rival namely group behind after followed names lists mentions cites portrays identifies "
        "alongside echelon tiers league lineup line-up roster pack shortlist cohort camp then next listed featured named covered "
        "reviewed examined included mentioned assessed both larger largest biggest bigger best-known known others rest".split(),
    ]
)
# A lead-in without a sure firm behind it must say that firms follow.
COMPANY_NOUN = late.regex(rf"\b(?:{MANY}|player|profiled|landscape|competition)\b", re.IGNORECASE)
# ... and here it says so for certain, whatever words the names are made of ("start-ups such as Squirrel Sisters").
FIRMS_NAMED = late.regex(rf"\b(?:{MANY})(?:,? such as|,? including| like| namely)(?: the)?\s*$", re.IGNORECASE)
# A list introduced so is of segments, whatever verb follows.
SEGMENTS = late.regex(
    r"\b(?:by (?:[a-z-]+ ){0,2}(?:type|product|application|material|technology|component|end[- ]?use[r]?|flavou?r"
    r"|channel|form|size|source|service|mode|grade|function|vertical)|segment\w*|categor\w+|types?|divided into"
    r"|classified|kinds?|applications?|technologies|materials)\b",
    re.IGNORECASE,
)
# What stands behind a list of companies.
BEHIND = late.regex(
    r"^\W{0,3}(?:and (?:several |many |some |various )?others?\b[^.;\n]{0,40}?)?\s*(?:among (?:many )?others?"
    r"|etc\b\.?|and others|"
    r"(?:are|were|remain) (?:the |some of the |also )*(?:key|major|leading|top|prominent|main|notable|largest"
    r"|biggest|among|active|competing)|dominates?|compete[sd]?|hold|held|lead\b|account for|"
    r"(?:are|were|come) (?:next|close behind|not far behind|the rest|the others|the ones|the names)\b|"
    rf"(?:are|were|remain) (?:[\w'’-]+ ){{1,4}}?(?:{_STANDING})\b|(?:divide|share|split) (?!price)"
    rf"|make up (?:most|half|the)|as (?:[\w'’-]+ ){{0,5}}?(?:{_STANDING}|companies|firms|groups)\b|"
    r"(?:are|were|have been) (?:all |also |each )?(?:profiled|studied|assessed|analy[sz]ed|benchmarked|featured"
    r"|covered|reviewed|named|mentioned|cited|listed|compared|portrayed|described|rated|ranked|among them"
    r")(?: in (?:the|this|its)| here|[.;]|$)|"
    r"(?:have |has |also )*(?:follow(?:ed|s)?\b(?! (?:a|the|suit)\b)|come (?:next|second|third|close)|featured? (?:in|among)"
    r"|(?:have|offer) the (?:widest|broadest|largest))|"
    r"(?:all |both )?(?:operate|market|sell|offer|supply|cover|serve|produce|manufacture|make) |report sales)",
)
# ... and says so whatever their names are: "are the four big names here".
CALLED_FIRMS = late.regex(rf"^\s*(?:are|were|remain|as) (?:[\w'’-]+ ){{1,5}}?(?:{_STANDING})\b")
# What only firms do, right behind a name. A surname may do some of it too: see COMMERCIAL.
DEED = frozenset(
    "acquired acquires acquire buys bought announced announces launched launches unveiled unveils introduced "
    "introduces partnered partners signed signs "
    "reported reports posted posts invested invests raised raises expanded expands opened opens sold sells "
    "agreed completed completes merged developed develops "
    "manufactures produces supplies ships shipped operates owns hired appointed plans planned recalled filed "
    "licensed secured won wins collaborated teamed "
    "listed trades recorded cut cuts beat missed slashed supplied makes made runs employs competes commissioned "
    "delisted divested rebranded bid outbid".split()
)
COMMERCIAL = frozenset(
    "acquired acquires merged manufactures ships shipped licensed recalled divested rebranded unveiled launches "
    "launched partnered competes commissioned sells supplies employs operates owns trades".split()
)
SPEECH = frozenset(
    "said says added told noted estimated expects expected believes announced confirmed declined".split()
)
VERBS = frozenset(
    "is are was were has have had will would plans does did can could may said says added told expects hopes "
    "wants aims needs grew rose fell gained lost declined jumped dropped climbed surged slipped plunged grows "
    "rises falls saw sees".split()
)
# Nouns that the name of a firm follows: "chipmaker Intel".
FIRM_NOUN = late.regex(
    r"(?:maker|designer|giant|retailer|startup|start-up|firm|company|conglomerate|airline|carrier|lender|insurer"
    r"|brewer|miner|supplier|manufacturer|operator|provider|investor|backer|brand|chain|brokerage|utility|"
    r"distributor|subsidiary|rival|competitor|bank|wholesaler|vendor|unicorn|automaker|chipmaker|drugmaker"
    r"|carmaker|planemaker|steelmaker|refiner|distiller|shipbuilder|"
    r"e-tailer|marketplace|fintech|biotech|developer|builder|group|corporation|affiliate|unit|arm|owner|studio"
    r"|label|franchise|producer|processor|exporter|contractor|consultancy|assembler|newcomer|contender|specialist"
    r"|outfit|heavyweight|titan|upstart|pioneer|grocer|jeweller|tyremaker|publisher|broadcaster|shipper|forwarder"
    r"|integrator)s?$"
)
# What stands before a name that makes it a firm.
OF_FIRM = late.regex(
    r"(?:\b(?:ceo|cfo|cto|coo|chief executive|chief executive officer|chief financial officer|managing director"
    r"|founder|co-founder|cofounder|subsidiary|unit|division|arm|affiliate|shareholders|shares|stock|"
    r"acquisition|takeover|buyout|spin-off|spinoff|customers|clients|employees|products|parent|parent company"
    r"|owner|chairman and ceo|president and ceo|vice president)\s+(?:of|at|for|in)"
    r"|\b(?:shares|stake|stakes|holding|investment)\s+in|\b(?:merge[dr]?|merger|partner(?:ed|ship|ing)?"
    r"|joint venture|collaborat(?:ed|ion|ing|e|es)|teamed up|competes?|competing|contracts?|tie-up)\s+with|"
    r"\b(?:acquired|acquire|acquires|acquiring|bought|buy|buying|owned|owns|manufactured|made|developed|marketed"
    r"|launched|operated|supplied|backed|funded|sued) by|"
    r"\b(?:acquired|acquire|acquires|acquiring|rival|unlike))\s+(?:the\s+)?$",
)
# What stands behind a name that makes it a firm ("Intel shares", "Intel's chief executive").
FIRM_BEHIND = late.regex(
    r"^(?:['’]s?)?\s(?:shares|stock|ceo|cfo|cto|chief executive|chief financial|spokes(?:man|woman|person)"
    r"|shareholders|stockholders|board of directors|chairman and|subsidiary)\b"
    r"|^['’]s?\s(?:[a-z]+ )?(?:factory|factories|stores|earnings|quarterly|profits?|revenues?|headquarters"
    r"|shareholders|customers|dealers|plants?|market cap|sales|subsidiary)\b"
)
# "BlueScope, which makes steel": people are "who".
WHICH = late.regex(
    r"^, (?:(?!and |or )[^,.;]{1,40}, )?which (?:also |now |currently )?(?:was sold|was bought|makes|made|sells|sold"
    r"|manufactures|operates|owns|built|builds|produces|supplies|acquired|employs|runs|provides|offers|develops"
    r"|markets|distributes|was founded|was acquired|is based|is owned|is headquartered|is listed)\b"
)
APPOSITION = late.regex(
    r"^,? (?:which is )?(?:an?|the|one of the|another) (?:[\w'’.&$%-]+ ){0,7}?(?:company|firm|maker|manufacturer"
    r"|supplier|provider|retailer|bank|startup|start-up|subsidiary|brand|developer|operator|giant|"
    r"producer|conglomerate|airline|insurer|chain|vendor|distributor|unit|division|marketplace|publisher|brewer"
    r"|miner|utility|automaker|chipmaker|drugmaker|carmaker|corporation|consultancy|specialist|lender|player"
    r"|studio|group(?! of)|contractor|joint venture|venture|wholesaler|brokerage|newcomer|unicorn|broadcaster|exporter"
    r"|importer|cooperative|co-operative|brewery|dairy)\b(?!['’]s)(?! (?:executive|founder|owner|official|manager|worker|analyst|chief"
    r"|spokes))(?<!partner at the firm)(?<!at the company)(?<!at the firm)(?<!of the company)(?<!of the firm)"
)
