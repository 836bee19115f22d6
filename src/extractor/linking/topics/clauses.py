"""Patterns over placeholder text that tell where clauses begin, who reports on what, and what is no subject (see subjects.py)."""

from __future__ import annotations

from extractor import late
from extractor.data.firm_words import firm_words

# Where a new clause may begin.
BREAK = late.regex(
    r";|: |\. | – | — |-- ?|, (?:while|whereas|but|although|though|and"
    r"|with(?! an? (?:[a-z]+ )?(?:value|valuation|size|turnover|revenue) of\b)|when|as|where|yet|so|followed by"
    r"|compared (?:with|to)|including|led by|of which|according to which)\b|"
    r" (?:while|whereas|although|though)\b| and (?=(?:the |its |<g>|revenue|sales))|, (?=(?:the |<g>))"
)
LEAD_IN = late.regex(
    r"^(?:<g>(?:, (?:<g>|[a-z.]{2,12}))*(?:,? [a-z]{3,9}\.? \d{1,2}(?:,? <y>)?)?(?: ?\([^)<]{2,40}\))? ?(?:-|–|—|--)(?= [a-z<]))?"
    r"(?:\s|[-•*\d.()“”\"'‘’:,]|"
    r"(?:and|but|while|whereas|although|though|with|of which|followed by|led by|yet|so that|so|as|when|where|that"
    r"|if|because|since)\b|"
    r"(?:however|meanwhile|moreover|overall|globally|additionally|furthermore|similarly|conversely|in addition"
    r"|in contrast|in turn|on the other hand|"
    r"for instance|for example|notably|currently|today|here|now|also|then|thus|therefore|in particular|in total"
    r"|in fact|(?:looking|going) (?:forward|ahead)|thereafter|afterwards|subsequently|by then|from (?:there|then on)|all told|in all|to date|so far|in short|later|"
    r"among (?:these|them|others)|as a result|by contrast|together|specifically|interestingly|key (?:highlights?"
    r"|findings?)|in value(?: terms)?|"
    r"in terms of (?:value|revenue|volume|market share|sales)|geographically|regionally|historically"
    r"|in the same period|industry analysts (?:say|expect)|"
    r"(?:on|under|by) (?:this|that|its|our|the) (?:definition|basis|measure|count|view|assumption|scenario|reading)|"
    r"after [^,<]{1,60}|of these|within (?:this|these) [^,<]{1,40})(?:,|:|\b(?= the ))|\[\d{1,2}\]|"
    r"(?:in|by|as of|over|during|through|from|for|at|since|until|between|within|throughout"
    r"|across)(?: the)?(?: base| forecast| historic(?:al)?| fiscal| financial| calendar| end of| study"
    r"| assessment| projection| review| early| late| mid)*(?: year| period| years| timeframe| january| february"
    r"| march| april| may| june| july| august| september| october| november| december| spring| summer| autumn| fall"
    r"| winter)?(?: \d{1,2},?)?(?: of)? ?\(?(?:<y>|<p>"
    r"|the forecast period|the historical? period|(?:next|last|past|coming|previous) (?:[a-z]+ )?(?:years|decade)"
    r"|years?|period)\)?(?: (?:and|to|through|-|–) <y>)?(?: alone)?,?|"
    r"according to [^,]{1,120}, ?|with (?:a |an )?(?:steady |robust |strong |impressive |projected "
    r"|estimated )?cagr of <r>(?: (?:from|during|over|between|for|in) [^,]{1,30})?, ?"
    r")+"
)
BY_DIMENSION = late.regex(
    r"^(?:by|based on|on the basis of|in terms of|within|across|among|in"
    r"|for) (?:the )?([a-z][a-z /&-]{1,40}?)(?: segment(?:ation)?| type)?[,:] "
)
PRONOUN = late.regex(
    r"^(?:(?:they|we|i|you|he|she|analysts|some) (?:think|believe|expect|reckon|say|see|hope|bet) (?:that )?)?(?:(?:it|they|that|this)[’'](?:ll|s|d|ve|re)|it|they|them|itself|each|both|another|others|a second|a third|this|that|these|those|which|who"
    r"|the (?:former|latter|figure|total|number|value|same|amount|sum|two|forecast|estimate"
    r"|country))(?: (?:figure|number|total|value|amount|sum|market|industry|sector|segment|growth|expansion|rise"
    r"|increase))?$"
)
# "projections indicating it will reach"
ENDS_IN_PRONOUN = late.regex(
    r"\b(?:indicating|showing|suggesting|saying|believing|meaning|so|that) (?:that )?(?:it|they|this"
    r"|the (?:market|industry|figure|total))$|^(?:[a-z]+ly|thereafter|afterwards|then|later|now|still|here|later on|after that|by then) (?:it|they)$"
)
REPORT_VERB = late.regex(
    r"\b(?:has|have|had)(?= (?:them|it|these|those) [a-z]+ing\b)|\b(?:ha(?:s|ve|d) (?:also |now |recently |since )?)?(?:values|value|valued|see|puts|put|pegs|pegged|sizes"
    r"|sized|estimates|estimated|estimate|expects|expect|expected|sees|saw|projects|project|projected|forecasts"
    r"|forecast|predicts|"
    r"predicted|anticipates|anticipate|says|say|said|finds|find|found|shows|show|showed|suggests|suggest|suggested|reports|reported|reckon|think|believe|predict"
    r"|indicates|indicated|reveals|revealed|states|"
    r"stated|published|has published|released|has valued|notes|noted|reckons|believes|foresees|calculates"
    r"|calculated|counts|counted|tracks|measures|measured|gives|gave|looks for|thinks|assumes|sizing|highlights"
    r"|concludes|concluded|announced|confirms|opines|envisages|anticipating|analy[sz]es|analy[sz]ed|assesses|assessed|argues|writes|observes)\b"
)
OBJECT_END = late.regex(
    r" (?:at|to|will|would|was|were|is|are|could|should|may|might|reached|reach|stood|grew|has|had|hit|can"
    r"|accounted|held|climbing|growing|going|heading|moving|passing|hitting|topping|nearing|swelling|doubling|reaching|rising|expanding|of) | ?<m>| ?<r>"
)
REPORTER = late.regex(
    r"<c>|\b(?:research|insights?|intelligence|consult(?:ing|ancy|ants)|advisory|analytics|analysts?|report|study"
    r"|firm|researchers?|forecast(?:s|ers)?|survey|"
    r"experts?|estimates|data|figures|we|market ?research|publication|paper|insight|marketsandmarkets|technavio"
    r"|reports?|statista|observers|consultants|"
    r"sources?|the same (?:people|house|team|lot)|tracker|institute|notes?|charts?|agency|ratings|readings?|records?|(?:base|central|our) case"
    r"|scenario|model|author|dataset|database|figures?|"
    r"counts?|(?:view|table|exhibit) (?:one|two|three|<y>|\d)|edition|update|bulletin|white ?paper|briefing|team"
    r"|panel|poll|census|prospectus|filing|associations?|federation|chamber|council|ministry|department|bureau"
    r"|(?:trade|industry) (?:body|group|lobby)|the (?:group|body|house|outfit|company|provider|service)$)\b"
)
FIRM_NAME = late.regex(
    r"market ?research|markets? (?:insights?|intelligence|reports)|markets and markets|marketsandmarkets"
    r"|market research future"
)
GAPPED = late.regex(
    r"(?P<who>(?:the )?(?:<g>|(?!a |an |from |to |at |by |in |growing|about|over|nearly|compared|up|down|versus"
    r"|against|equal|equivalent|based|with|rising|reaching|worth|valued|for|of|on)[a-z][a-z&/’'-]*)(?: (?:<g>"
    r"|(?!from|to|at|by|for|with|growing)[a-z&/’'-]+)){0,4}),? (?:for|at|to|with|by|of) (?:(?:about|around|over"
    r"|nearly|some|approximately|another|almost|a|an|just) )?"
)
NO_SUBJECT = late.regex(
    r"(?:between|among|around|about|roughly|almost|near|which|that|who|what|how|when|why|where|and|or|compared"
    r"|based|driven|owing|due|thanks|up|down|from|to|growing|rising|reaching|expanding|exhibiting|registering"
    r"|witnessing|showing|because|"
    r"translating|representing|equivalent|progressing|advancing|recording|increasing|including|led|followed"
    r"|supported|fuelled|fueled|making|at|by|with|over|per|after|before|not|only|just)\b|(?:on|in|for|with)$"
)
# "In Peru, the market is", "As for Peru, the market is"
PLACE_IN_FRONT = late.regex(
    r"(?:^|[.;,] |\bwhile |\band |\bbut )[-•* ]*(?:in|across|within|for|as for|over in|(?:looking|turning) (?:at|to)) (?:the )?"
    r"(?P<place><g>)(?: alone| itself)?$"
)
IN_PLACE = late.regex(
    r"(?:and |but |while )?(?:in|across|within|for) (?:the )?(?P<place><g>)(?: alone)?,? (?:the |it |its |this |sales|demand"
    r"|revenue|market|spending)"
)
# "The market, worth 3 billion now"
APPOSED = late.regex(
    r"(?P<who>(?:[^,;:<]|<g>){3,80}?),? (?:which is |now |currently |already |today )*(?:(?:worth|sized"
    r"|put) (?:at )?|at )(?:about |around |nearly |over |some )?"
)
THERE = late.regex(r"\bthere$")
# "... leads the [kelp market], which was worth"
MARKET_WHICH = late.regex(
    r"\b(?:the|a|an|this) (?P<name>[^,;.:<]{0,60}?(?:market|industry|sector)), (?:which|that) (?:is|was|has|had"
    r"|will|should|could|stood|stands|reached|hit|made|generated|totall?ed|grew|amounted|came|attained|brought|rose|fell)\b"
    r"(?:(?!<c>| while | whereas | but )[^;:.])*$"
)
# Words by which the name of a research firm is known, in a sentence that speaks of a report.
FIRM_WORDS = late.regex(rf"\b(?:{firm_words('sentence')})\b")
