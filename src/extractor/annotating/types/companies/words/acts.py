"""Verbs of firms in all their forms, and the words that stand between a name and its verb."""

from __future__ import annotations

# What firms do and people and things seldom: one such verb behind a name is good evidence.
_COMMERCIAL = (
    "acquire buy manufacture launch unveil recall license divest rebrand merge commission supply ship distribute "
    "market export import produce sell operate employ outsource refinance relist delist list "
    "restructure underwrite insure retail brew refine smelt mine assemble staff stock franchise lease install "
    "deploy roll partner compete trade price invest expand diversify report post outbid "
    "collaborate patent trademark crowdfund file appeal offload appoint hire open close shut relocate renew "
    "upgrade modernise modernize automate build design develop deliver introduce release"
)
# What firms do and others too.
_GENERAL = (
    "agree plan announce raise cut buy own run make offer win lose sign order add start stop pause begin keep "
    "put pay charge spend earn gain drop fall rise jump climb slip sink surge plunge tumble slide grow "
    "lead dominate hold command control share divide fill serve cover target bid seek want aim hope expect need "
    "move turn take bring give show test try work help use turn back fund follow join leave "
    "withdraw exit enter return split miss beat meet top warn forecast estimate name replace rename set write "
    "publish tell say sue accuse fight settle deny admit apologise apologize confirm decline "
    "promise commit focus concentrate specialise specialize pitch publish buck benefit suffer collect connect "
    "convert process treat grow come go remain become rank account belong borrow lend bank book "
    "claim consider create decide discuss double triple halve engage establish extend finance form found gather "
    "generate handle host improve increase introduce issue join land maintain manage negotiate obtain "
    "pioneer pledge possess prepare present promote propose prove provide purchase push quit rebuild receive "
    "reckon record recruit reduce refuse reject rely repair resell rival scale scrap secure "
    "separate slash source sponsor step store struggle submit succeed suspend swap swing tap tender think tie "
    "train transfer transform trail tumble unite urge value wait weigh win work "
    "abandon answer arrange ask attract combine cultivate ferment forge freeze grind harvest invent measure melt mill mix "
    "monitor press prefer print reach react refurbish remove respond roast shred solve spin study switch undercut weave weld"
)
_IRREGULAR = {
    "sell": "sold", "build": "built", "buy": "bought", "run": "ran", "make": "made", "win": "won", "lose": "lost", "begin": "began", "keep": "kept", "pay": "paid", "spend": "spent", "fall": "fell",
    "rise": "rose", "sink": "sank", "slide": "slid", "grow": "grew", "lead": "led", "hold": "held", "bid": "bid", "seek": "sought", "take": "took", "bring": "brought", "give": "gave", "show": "showed",
    "leave": "left", "withdraw": "withdrew", "beat": "beat", "meet": "met", "write": "wrote", "tell": "told", "say": "said", "sue": "sued", "fight": "fought", "come": "came", "go": "went",
    "become": "became", "lend": "lent", "quit": "quit", "rebuild": "rebuilt", "resell": "resold", "swing": "swung", "think": "thought", "cut": "cut", "put": "put", "set": "set", "shut": "shut",
    "split": "split", "hit": "hit", "outbid": "outbid", "get": "got", "freeze": "froze", "grind": "ground", "spin": "spun", "undercut": "undercut", "weave": "wove", "found": "founded", "forecast": "forecast", "overtake": "overtook",
}  # fmt: skip
_PARTICIPLES = {
    "take": "taken",
    "give": "given",
    "grow": "grown",
    "write": "written",
    "withdraw": "withdrawn",
    "begin": "begun",
    "rise": "risen",
    "fall": "fallen",
    "show": "shown",
    "overtake": "overtaken",
    "go": "gone",
    "run": "run",
    "come": "come",
    "become": "become",
}
_DOUBLED = frozenset(
    "plan drop ship stop slip control cut split bid run win put set shut tap scrap swap refer commit submit beg "
    "step trim".split()
)


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s"


def _past(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ed"
    return f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}ed"


def forms_of(verbs: str) -> frozenset[str]:
    """All forms that stand behind a subject or an auxiliary: base, third person, past, participle.

    >>> sorted(forms_of("supply take"))
    ['supplied', 'supplies', 'supply', 'take', 'taken', 'takes', 'took']
    """
    found: set[str] = set()
    for verb in verbs.split():
        found |= {verb, _third(verb), _past(verb), _PARTICIPLES.get(verb, verb)}
    return frozenset(found)


COMMERCIAL_VERBS = forms_of(_COMMERCIAL)
FIRM_VERBS = forms_of(_GENERAL) | COMMERCIAL_VERBS
SPEECH_VERBS = forms_of(
    "say tell add note believe think announce confirm warn estimate expect reckon write claim argue explain hope "
    "insist admit joke recall describe"
)
AUXILIARIES = frozenset("is are was were has have had will would can could may might must should does did do".split())
# Between a subject and its verb, or behind an auxiliary.
ADVERBS = frozenset(
    "also now still already recently currently since never not yet soon again then later meanwhile therefore "
    "however both each all jointly reportedly initially previously quietly only even just once "
    "been be being to long largely mostly mainly typically usually often always first last briefly formally "
    "officially publicly separately simply themselves itself".split()
)
