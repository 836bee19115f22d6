"""What only firms do and have, read right behind a name: "gained 3 percent", "employs 300 people", "agreed to buy"."""

from __future__ import annotations

from extractor import late
from extractor.anchors import Anchored

# Characters behind a name that are read.
REACH = 90
_ABOUT = r"(?:about |some |more than |over |nearly |almost |around |another )?"
_PLACES = (
    r"(?:shops|stores|branches|outlets|restaurants|hotels|stations|plants|mines|factories|hospitals|ships|vessels|aircraft"
    r"|planes|trucks|buses|centres|centers|cinemas|pubs|clinics|warehouses|dealerships)"
)
_FALLS = (
    r"(?:gained|lost|added|shed|fell|rose|climbed|dropped|jumped|slid|slipped|surged|tumbled|plunged|sank|advanced|declined"
    r"|soared|rallied|eased|dipped)"
)
# Verbs of the pattern below that are plurals of things as well ("Tempeh exports rose").
VERBS_AND_NOUNS = frozenset("supplies exports imports bottles brews prints leases rents mines".split())
PREDICATE = late.regex(
    rf"^(?:,? (?:also|now|already|recently|last \w+|this \w+|on \w+|reportedly|however))?,? (?:"
    rf"{_FALLS}(?: by| as much as| more than| about| nearly| almost| another| up to)? [\d.,]+ ?(?:%|per ?cent|pct|points?|pence|cents|to \$)"
    rf"|(?:has|had|have|employs?|employed) {_ABOUT}[\d,]+ (?:[a-z-]+ )?(?:employees|workers|staff|people|customers|subscribers|{_PLACES})"
    rf"|(?:runs?|ran|operates?|operated|owns?|owned|opened|closed|shut|has|will open|will close) {_ABOUT}[\d,]+ (?:[a-z-]+ )?{_PLACES}"
    r"|(?:is|are|was) (?:based|headquartered|listed|traded) (?:in|on|at)\b"
    r"|(?:is|are|was|were|has been) (?:majority-|part-|partly |wholly |jointly |privately )?(?:owned|acquired|delisted|nationali[sz]ed|privatised"
    r"|privatized|taken over)\b"
    r"|(?:is|was|are|were) (?:buying|acquiring|taking over|merging|selling its|hiring|recalling|laying off|restructuring|expanding)\b"
    r"|(?:has |have |had )?(?:agreed|plans?|planned|offered|intends?|aims?|is in talks|are in talks|is set|was set|is|are) to (?:buy|acquire|merge"
    r"|take over|sell (?:its|a|the)|open \w+ (?:new )?(?:[a-z]+ )?"
    rf"{_PLACES}|lay off|spin off|list |shed [\d,]+|cut [\d,]+ jobs|close its|shut its|launch|build a)"
    r"|(?:will|would) (?:buy|acquire|merge|lay off|cut [\d,]+ jobs|spin off|shut its|close its|list on)\b"
    r"|(?:has |have )?(?:raised|cut|hiked|lowered|increased|slashed|put up|reduced|suspended|maintained) (?:its |the |their )?(?:prices|fares|fees"
    r"|dividend|production|output|forecast|guidance|bid|offer|stake|workforce|outlook|capital|headcount|capacity)\b"
    r"|(?:has |have )?(?:stopped|halted|suspended|resumed|restarted|began|started|shifted|stepped up) (?:commercial )?(?:production|output|deliveries"
    r"|shipments|drilling|operations|flights|sales|exports|service|services|mining|trading in)\b"
    r"|(?:has |have )?(?:struck|discovered|pumps?|pumped|mines|refines) (?:oil|gas|gold|copper|crude|coal|lithium|diamonds)\b"
    r"|(?:has |have )?(?:delayed|postponed|scrapped|shelved|cancelled) (?:the |its |a )(?:[a-z]+ )?(?:launch|listing|flotation|ipo|float|offering|merger"
    r"|takeover|sale|dividend|order|orders)\b"
    r"|(?:expects?|expected|forecasts?|predicts?) (?:its )?(?:full-year |annual |net |pretax |operating )?(?:sales|profits?|revenues?|earnings|orders"
    r"|margins|turnover)\b"
    r"|(?:led|topped) (?:the )?(?:gainers|losers|decliners|risers|fallers|advancers)"
    r"|(?:makes|manufactures|sells|supplies|exports|imports|bottles|brews|bakes|assembles|prints|leases|rents|delivers) (?!his|her|it |sure|sense|up |clear)[a-z]"
    r"|declined to comment\b|did not (?:immediately )?respond to|could not (?:immediately )?be reached"
    r"|(?:laid|lays|will lay) off\b|went (?:under|bust|bankrupt|public|into administration)|(?:filed|files|has filed) for\b"
    r"|named [A-Z][\w.]+ [A-Z]\w+ (?:as )?(?:its |new )?(?:chief|chairman|ceo|president|head|finance)"
    r"|(?:bonds|flights|pilots|dealers|dealerships|shareholders|customers|executives?|employees|subsidiaries|headquarters|subscribers|debt)\b"
    r"|and (?:[A-Z][\w’'.&-]+ ){1,3}(?:have |had |will |are to |plan to |agreed to |said they would )+(?:agreed to )?(?:merge|combine|join forces|set up)"
    r")",
)
# "said on Monday it would": people are no "it".
SPEECH = late.regex(
    r"^ (?:said|says|announced|added|confirmed|warned|told [\w ]{1,25}|estimates|expects|reported)(?: (?:on|late|early|in) [\w ]{1,30})?,?(?: that)? (?:it"
    r"|its [a-z]+)\b(?! (?:was|is) (?:him|her|time))"
)
# Right before a name: who sits there and what is done for it is a firm's.
BEFORE = Anchored(
    r"\b(?:(?:spokes(?:man|woman|person)|lawyers?|counsel) (?:for|at)|(?:profits?|sales|revenues?|earnings|turnover|losses|margins|trading) at"
    r"|(?:chief|senior|lead)? ?(?:economist|strategist|analyst|trader|dealer|broker|accountant)s? (?:at|with|for)|head of [a-z ]{3,25} at"
    r"|(?:co-)?found(?:ed|er of|ers of)|(?:boards?|shareholders?|subsidiar(?:y|ies)|creditors?|directors?|chair(?:man|woman)?|executives?) of"
    r"|(?:fined|sued|delisted|nationali[sz]ed)|(?:law)?suits? against|(?:data|figures) from|according to|bid (?:for|by)|stakes? in|contract to"
    r"|(?:is|are|was|were|be) (?:buying|acquiring|taking over)|merge with|talks with|deal with|merger (?:with|of)|takeover of|purchase of|acquisition of|shares of|shares in)(?: the)? $",
)
