"""Wordings that give companies a role: whose report it is, who buys whom, who works with, supplies or leads whom.

All are read in small letters: to ignore case costs the engine several times as much.
"""

from __future__ import annotations

from extractor import late

_ART = r"(?:\s+(?:the|its|a|an|rival|peer|smaller|local|fellow|startup|start-up|company|firm|giant|specialist|[a-z]+-based|[a-z]+maker))*\s*$"
_REPORT = r"(?:report|study|research|analysis|survey|publication|release|press release|white paper|forecast|findings|data|estimates?|figures?|insights?|outlook)"

PUBLISHER_BEFORE = late.regex(
    rf"(?:\b{_REPORT}s?\b[^.;\n]{{0,40}}?\s(?:by|from|of|(?:published|released|issued|conducted|prepared|compiled"
    rf"|authored|offered|sold|produced|written|commissioned) by)|\b(?:according to|source:|sources:|published by"
    rf"|released by|©)|"
    rf"\bresearchers? (?:at|from)|\banalysts? (?:at|from|with))(?:\s+the)?(?:\s+(?:research|consulting|market"
    rf"|intelligence|advisory|analyst|firm|company|provider|research firm))*\s*$"
)
SOURCE_ONLY = late.regex(r"\b(?:according to|analysts? (?:at|from|with)|researchers? (?:at|from))\s+(?:the\s+)?$")
PUBLISHER_BEHIND = late.regex(
    r"^ (?:sees|puts|expects|forecasts|projects) (?!its\b|their\b|to\b|it\b|an?\b|[\w ]{0,20}(?:shares|stock|profits?|sales of its))"
    r"(?:[\w'’-]+ ){1,8}?(?:growing|rising|reaching|climbing|going|expanding|increasing|at (?:us|[$€£]|usd|eur|gbp))"
    rf"|^(?:,)?(?:['’]s)?\s*(?:(?:has |have )?(?:published|released|issued)\b[^.;\n]{{0,30}}\b{_REPORT}|(?:new"
    rf"|latest|recent|updated)\s+(?:[a-z]+\s+){{0,3}}{_REPORT}\b|(?:,? (?:is )?(?:an?|the"
    rf"|one of the) [^.;\n]{{0,60}}?\b(?:market research|research firm|research company|research and consulting"
    rf"|market intelligence|"
    rf"consulting firm|advisory firm|syndicated|business consult|research provider)))"
)
# What the figures of a research firm are about.
MARKET_TALK = late.regex(r"\bmarket\b(?! (?:share|leader|cap|value of its))")
FORECASTS = late.regex(
    r"^(?:\s+(?:analysts?|researchers?))?(?:\s+(?:both|all|each|also|meanwhile|however|now|currently"
    r"|recently))?\s+(?:estimated|projected|forecasted|predicted|expected|estimates?|projects?|forecasts?"
    r"|predicts?|expects?|puts|values|valued|sees|pegs|reckons|finds|found|says|said|notes|anticipates)\b"
)
ABOUT_BEFORE = late.regex(r"(?:^|\n)\W*about\s+$")

_BUY = r"(?:acquired?|acquires|acquiring|bought|buys?|buying|purchased?|purchases|snapped up|took over|takes? over|taken over|taking over|absorbed|swallowed)"
TARGET_BEFORE = late.regex(
    rf"\b(?:{_BUY}|(?:acquisition|takeover|purchase|buyout|buy-out) of|(?:bid|offer) for|(?:pays?|paid"
    rf"|paying)\b[^.;\n]{{0,30}}? for|(?:sold|sells|selling|divested|offloaded|sale of|divestment of)(?: (?:its"
    rf"|their|his|the)(?: [a-z]+)?)?|"
    rf"(?:{_BUY})\s+(?:[\d.]+ ?(?:%|percent|per cent)|half|most|a majority|control|the rest|all|a third|a quarter"
    rf"|part) of|(?:stakes?|interest|shareholding|holding) in){_ART}"
)
TARGET_BEHIND = late.regex(
    r"^\W{0,3}(?:,[^.;,]{0,60},)?\s*(?:was|were|is being|has been|had been|will be|is to be|to be|being"
    r"|,)?\s*(?:acquired|bought|purchased|taken over|snapped up|absorbed|sold|divested)\s+(?:by|to)\b"
)
ACQUIRER_BEFORE = late.regex(
    rf"\b(?:acquired|bought|purchased|taken over|snapped up|absorbed|owned|swallowed)\b[^.;\n]{{0,50}}?\bby{_ART}"
    rf"|\b(?:sold|divested|offloaded)\b[^.;\n]{{0,60}}\bto{_ART}"
)
ACQUIRER_BEHIND = late.regex(
    rf"^\W{{0,3}}(?:has |have |had |is |will |would |could |may |plans |plan |agreed |agrees |wants |completed "
    rf"|completes |announced |announces |said |intends |moves |moved |finalised |finalized |closed |recently "
    rf"|earlier |also |it |that |the |its |to |in \d{{4}} )*(?:{_BUY}|(?:acquisition|takeover|purchase"
    rf"|buyout) of)\b(?! (?:shares|by))"
    r"|^\W{0,3}(?:has |have |had |is |was |will |may |also |now )*(?:(?:dropped|withdrew|raised|launched|made"
    r"|submitted|sweetened|abandoned|improved|tabled|lodged|near(?:s|ing)?|close to|in talks(?: over)?|takes?"
    r"|took)\b[^.;,]{0,40}\b(?:bid|offer|takeover|deal to buy|deal to acquire|to buy|to acquire|buying|acquiring"
    r"|over)\b)"
)
PART_OF = late.regex(r"\b(?:subsidiary|unit|division|arm|part|affiliate|brand) of(?: the)? $")
PARTNER_BEFORE = late.regex(
    rf"\b(?:partner(?:s|ed|ing|ship)?|collaborat\w+|joint venture|jv|teamed up|teams up|team up|tie-up|tied up"
    rf"|alliance|merg(?:e[ds]?|er)|agreement|pact|allied|co-developed|cooperat\w+|memorandum of understanding|mou"
    rf"|venture)\s+(?:agreement\s+)?(?:with|between)\b(?:[^.;,\n]{{0,30}}?\band\b)?{_ART}"
)
PARTNER_BEHIND = late.regex(
    r"^\W{0,3}(?:(?:will |would |are to |to )?each (?:hold|own|have|take|contribute|put)\b|(?:have |has |had "
    r"|also |recently |today |jointly )*(?:partner(?:ed|s)? with|collaborat(?:ed|es|ing)? with|teamed up|team up"
    r"|joined forces|(?:formed|form|announced|announce|signed|sign|entered(?: into)?|inked|created|set up"
    r"|struck)\b[^.;\n]{0,40}?\b(?:partnership|collaboration|joint venture|alliance|pact|tie-up|jv|memorandum|mou"
    r"|strategic agreement)|jointly|merged|are merging|agreed to merge))"
)
RUN_JOINTLY = late.regex(
    r"^\s+(?:jointly |together )?(?:run|operate|own|built|build|formed|form|founded|established|set up|created"
    r"|co-own|control)\s"
)
CUSTOMER_BEFORE = late.regex(
    rf"\b(?:(?:orders?|contracts?|purchase orders?|awards?)\s+(?:worth [^.;\n]{{0,30}} )?from|(?:supplies"
    rf"|supplied|supply|supplying|delivers?|delivered|deliveries|deliver|shipped|ships|sells|provides?|provided"
    rf"|leases?|leased|licensed)\b[^.;\n]{{0,60}}?\bto|(?:used|adopted|deployed|installed|ordered|chosen|selected"
    rf"|commissioned|resold)\s+by|"
    rf"suppl(?:y|ies|ied|ying)|(?:makes?|made|making|assembles?|assembled|assembling|builds?|built|building"
    rf"|manufactures?|manufactured|produces?|produced)\b[^.;,\n]{{0,40}}?\bfor|"
    rf"(?:customers?|clients?|buyers?|users?|adopters)\b[^.;\n]{{0,40}}?(?:include|includes|including|are|such as"
    rf"|like|:)|customer|client){_ART}"
)
CUSTOMER_BEHIND = late.regex(
    r"^\W{0,3}(?:has |have |also |will |recently )*(?:ordered|orders|uses|using|resells|resold|deployed|deploys"
    r"|installed|installs|adopted|adopts|as a (?:customer|client|user|tenant)|(?:is|are|was|were|remains?) (?:the"
    r"|its|their|one of the|an?) (?:[a-z]+ ){0,2}(?:customers?|clients?|buyers?)|chose|selected|awarded"
    r"|placed an order|placed orders|renewed|leases|commissioned)\b"
)
INVESTOR_BEFORE = late.regex(
    rf"\b(?:backed by|(?:funding|money|capital|backing|investment) (?:came |comes )?from|funded by"
    rf"|raised [^.;,]{{1,40}} from|investment from|investments from|investors?\b[^.;\n]{{0,30}}?(?:include"
    rf"|includes|including|are|such as|like|:)|led by|financed by|capital from|money from|round from){_ART}"
)
ROUND = late.regex(r"\b(?:round|funding|financing|series [a-h]|seed|raised|investment)\b")
INVESTOR_BEHIND = late.regex(
    r"^\W{0,3}(?:has |have |also |will |and others )*(?:invested|invests|will invest|led (?:the|a|an"
    r"|its)\b[^.;\n]{0,30}\b(?:round|funding|financing)|co-led|(?:took|takes|bought|acquired|built|holds?"
    r"|owns?) an? (?:[^.;,\n]{0,25} )?stake|participated in the|(?:is |are |was |were )?(?:taking part"
    r"|participating|took part|participated))\b[^.;\n]{0,60}"
)
PLAYER_BEHIND = late.regex(
    r"^,? (?:still |now |long )?the (?:(?:clear|undisputed|world|global|national|local|market|segment|category) ){0,2}leader,"
    r"|^\W{0,3}(?:\([^)]*\) )?(?:[a-z]+ )?(?:lead|leads|led|dominat\w+|holds?|held|commands?|controls?|trails?"
    r"|trailed|competes?|ranks?|ranked|won an? (?:order|contract)|wins? an? (?:order|contract)"
    r"|secured an? (?:order|contract)|remains? the|is (?:by far )?the (?:market leader|largest|biggest|leading|undisputed|second|third"
    r"|world)|are the (?:others|two|three|four|five|ones|names) (?:with|that|which|who|big|large|main|to)|(?:make|makes|made) up (?:most|half|the bulk)|operates? the (?:largest|biggest)|(?:are"
    r"|is) the names?|fights?|is (?:a|an|one of the) (?:market leader|leading|major|key)|accounts? for"
    r"|accounted for|were interviewed|are compared|won"
    r"|(?:are|come) (?:next|close behind|the rest|the others)"
    r"|(?:is|are|was|were|remains?) (?:still |by far |now |easily )*(?:the|an?|one of the) (?:top|only|sole|main|large|larger|big|bigger"
    r"|best-known|dominant|clear|leading) (?:[a-z-]+ ){0,3}(?:[a-z]+(?:er|or)s?|brands?|names?|firms?|chains?|company|companies)"
    r"|(?:also|still) (?:suppl(?:y|ies)|sells?|makes?|offers?)"
    r"|(?:share|divide|split|take) (?:most of )?the rest|(?:has|have) (?:about |some |around |nearly |almost |over )?[\d.]+ ?(?:%|per ?cent) of"
    r"|(?:is|are) ahead|rules?"
    r"|keeps? (?:its|their|the) lead|(?:belongs?|counts?|counted|ranks?) (?:to|among"
    r"|as) (?:the )?(?:[a-z-]+ ){0,3}(?:suppliers?|makers?|manufacturers?|vendors?|players?|leaders?|producers?"
    r"|providers?|brands?|names?|sellers?|firms)"
    r"|(?:is|are|was|were) (?:the |a |an )?(?:[a-z-]+ ){0,2}(?:newcomers?|challengers?|contenders?|rivals?"
    r"|incumbents?))\b"
)
PLAYER_BEFORE = late.regex(
    r"\b(?:led by|dominated by|controlled by|leader|leaders?,|rivals?|players?|peers? include|(?:players|vendors"
    r"|companies|manufacturers|suppliers|makers|firms|producers|brands|providers|competitors|names"
    r"|developers)(?:,)? such as|top player|market leader|competes? with|competitors?)(?: the)?\W*$"
)

LIST_NOUNS = (
    (
        "publisher",
        late.regex(
            r"\b(?:research (?:firms|houses|companies|providers|agencies)|market researchers|publishers"
            r"|analyst firms|analysts|forecasters|consultancies)\b"
        ),
    ),
    ("customer", late.regex(r"\b(?:buyers|customers|clients|adopters|end users|tenants|subscribers)\b")),
    ("investor", late.regex(r"\b(?:investors|backers|shareholders)\b")),
    ("partner", late.regex(r"\b(?:partners|collaborators|allies)\b")),
)


# Those through whom goods are sold or who put them in: examples of such are no makers, unless a heading lists them.
OUTLETS = late.regex(
    r"\b(?:retailers?|supermarkets?|hypermarkets?|discounters?|grocers?|chains?|stores|shops|marketplaces?"
    r"|pharmacies|wholesalers?|dealers|restaurants?|hotels?|(?:rental|leasing|building) (?:firms?|companies)"
    r"|installers?|builders)"
    r"(?:,? such as|,? like|,? including|,? among them) (?:the )?$"
)
# One name behind these is where a part or a figure comes from.
SOURCES = late.regex(r"\b(?:comes?|came|bought|sourced|ordered|supplied|provided) (?:from|by) (?:the )?$")


# One bit a kind of role.
PUBLISHER, DEAL, PARTNER, CUSTOMER, PLAYER = 1, 2, 4, 8, 16
_PUBLISHER_WORDS = frozenset(
    """report reports study studies research analysis survey publication release paper forecast forecasts findings data estimate estimates estimated figures insights outlook according source
    sources published publishes released issued about researchers researcher analysts analyst projects project projected predicts predicted expects expected puts values valued sees pegs reckons
    finds found says said notes anticipates consulting advisory syndicated consult provider""".split()
)
_DEAL_WORDS = frozenset(
    """acquired acquires acquire acquiring bought buys buy buying purchased purchases purchase snapped took takes take taken taking dropped withdrew raised launched made submitted sweetened abandoned improved tabled lodged near nears talks close absorbed swallowed acquisition takeover buyout buy-out bid offer sold
    pay pays paid paying sells selling sell divested offloaded sale divestment stake stakes interest shareholding holding owned subsidiary unit division arm part affiliate brand""".split()
)
_PARTNER_WORDS = frozenset(
    """merge merged merges merger merging partner partners partnered partnering partnership joint venture jv teamed teams team tie-up tied alliance agreement pact allied co-developed memorandum mou
    each jointly joined form formed sign signed entered inked create created struck announce announced collaborate collaborated collaborates collaborating collaboration collaborations cooperate
    cooperated cooperation""".split()
)
_CUSTOMER_WORDS = frozenset(
    """order orders ordered contract contracts award awards awarded supplies supplied supply supplying delivers delivered deliveries deliver shipped ships sells provides provide provided leases
    leased lease licensed used adopted deployed installed chosen selected commissioned resold customer customers client clients buyers buyer users user adopters uses using resells deploys installs
    adopts make makes made making assemble assembles assembled assembling build builds built building manufacture manufactures manufactured produce produces produced chose placed renewed backed funding funded investment investments investors investor financed capital money round invested invests invest led co-led participated participating part stake raised as""".split()
)
_PLAYER_WORDS = frozenset(
    """lead leads led dominate dominates dominated hold holds held commands command commanded controls control controlled trails trailed competes compete competitors ranks ranked won wins secured
    remains remain leader leaders leading largest biggest top only sole main large larger big bigger best-known dominant clear next behind ones rest supply supplies sell sells offer offers share divide split take ahead rule rules has accounts accounted interviewed compared players player rivals rival peers newcomer newcomers challenger challengers contender contenders incumbent incumbents belong belongs count counts counted keep keeps such make makes made names name fights fight operates operate second third""".split()
)
# The kinds whose patterns can match with a word: cheaper to look for than the patterns are to run.
KINDS_OF: dict[str, int] = {}
for _kind, _words in (
    (PUBLISHER, _PUBLISHER_WORDS),
    (DEAL, _DEAL_WORDS),
    (PARTNER, _PARTNER_WORDS),
    (CUSTOMER, _CUSTOMER_WORDS),
    (PLAYER, _PLAYER_WORDS),
):
    KINDS_OF.update((_word, KINDS_OF.get(_word, 0) | _kind) for _word in _words)
