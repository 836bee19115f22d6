"""Market names: which words before "market" name one, and when two names mean the same market."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor import late

# Words around a name that do not tell one market from another.
NOISE = frozenset(
    "the a an global globally worldwide world world's international market markets industry industries sector "
    "size share value "
    "report analysis overall entire total whole broader wider latest current new this that its our their of for "
    "in and & or to "
    "business addressable forecast outlook trends trend growth study research revenue sales demand spending opportunity".split()
)
# A name made of these alone is no market name ("the local market", "the stock market").
GENERIC = NOISE | frozenset(
    "local domestic regional national target addressable emerging key major main core mass open free competitive "
    "same different other "
    "another stock stocks labour labor job jobs bull bear capital financial bond equity property money farmers "
    "farmer black grey gray "
    "common single internal home export exports foreign overseas niche end end-user end-use consumer retail "
    "wholesale large largest big greatest strongest "
    "biggest small smaller growing fast-growing fastest-growing mature leading dominant important lucrative "
    "attractive potential "
    "existing developed developing secondary primary first second third next each every any all some most many "
    "no more one two three "
    "several various such western eastern northern southern central asian european american african latin "
    "chinese indian japanese "
    "korean german french british english us u.s. uk what which whose where how dynamic robust strong promising "
    "product itself highly rapidly fastest slowest "
    "crowded fragmented consolidated changing evolving expanding booming time-to go-to through-the on off up "
    "down per-capita premium "
    "projected expected estimated anticipated forecasted predicted resulting noteworthy geographic geographical "
    "combined addressed "
    "addressable year years today today's tomorrow's future past legacy specific individual said considerable significant "
    "substantial healthy steady "
    "north south east west middle far near public private historical historic estimated forecasted annual yearly "
    "average base early late mid free-trade physical online offline digital after pre post between within across "
    "own side them they it itself themselves surprise".split()
)
# Words at which a name going leftwards from "market" ends.
STOPS = frozenset(
    "the a an this that these those it its their our your his her my in on at by with from into within across "
    "through over "
    "under than is are was were be been has have had will would can could should may might must do does did why "
    "how what when "
    "where which who whose if while whereas because as but so although though however about towards toward to "
    "inside between "
    "among amid against regarding concerning per since until during after before meanwhile moreover overall "
    "additionally "
    "furthermore study overview latest global worldwide world globally current entire whole broader wider total "
    "players "
    "vendors companies".split()
)
# Verbs end it too, unless they are capitalised: "LED Grow Lights Market".
VERB_STOPS = frozenset(
    "puts put values value valued sizes sized sees see saw expects expect estimates estimate projects predicts "
    "forecasts "
    "finds found says said shows show shown covers drives drive driving boosts boost boosting lifts lift fuels "
    "fuel fueling "
    "fuelling reshapes reshape reshaping transform transforms transforming enter enters entering lead leads dominate "
    "dominates shape shapes shaping eye eyes run runs ruling rules disrupt disrupts disrupting analyzes analyses "
    "examines "
    "explores studies tracks reports reach reaches reached hit hits grow grows grew looks describes operating "
    "active titled "
    "called entitled named".split()
)
OPENERS = frozenset("the a an this that its their our global worldwide world entire whole overall total new".split())
INNER = frozenset("of and & for or".split())
# Markets are filed under these in the plural ("Cloud Services Market"), or they have no singular.
PLURALS = frozenset(
    "services solutions products goods supplies systems materials chemicals foods drinks beverages snacks sweets "
    "spirits oats nuts pulses herbs groceries textiles clothes jeans pants scissors glasses sunglasses headphones "
    "earphones gases games sports news arts crafts utilities securities derivatives communications operations "
    "pharmaceuticals nutraceuticals cosmetics toiletries devices accessories parts components furnishings wires "
    "electronics asbestos series species shoes cookies pumps coatings sensors tools toys".split()
)
NO_PLURAL = ("ss", "us", "is", "ics", "'s", "’s")
SIBILANTS = ("ches", "shes", "sses", "xes", "zzes")  # "wrenches", "brushes", "glasses", "boxes"
SHORTEST_PLURAL = 3  # characters: "gas"
SMALL_WORDS = frozenset("of and for in the a an to with by from on at as or via per de la".split())
_FIRST_OUT = OPENERS | INNER  # words that open a name and are no part of it
# "Market value of wraps to climb": what is measured is the market.
MEASURED = late.regex(
    r"^(?:the )?(?:(?:market|annual|total|global) )*(?:value|size|worth|turnover) of (?:the )?(?=\w)", re.IGNORECASE
)
POSSESSIVES = ("'s", "’s")
# "The country's kelp market": whose it is, and no part of the name.
WHOSE = late.regex(
    r"^(?:the )?(?:country|nation|region|state|province|continent|kingdom|island|world)[’']s (?=\w)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_][\w.+&/'’®™-]*")
_EDGE = " ,;:.'’\"“”()[]-–—®™"


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """`word` without case and plural, so that "batteries" and "Battery" compare equal.

    >>> stem("Batteries"), stem("Drones"), stem("glass"), stem("India's"), stem("Wrenches"), stem("Coatings")
    ('battery', 'drone', 'glass', 'india', 'wrench', 'coat')
    """
    word = word.lower().strip(_EDGE)
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if word.endswith("ings"):
        word = word[:-1]
    if len(word) > 6 and word.endswith("ing"):
        return word[:-3]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(SIBILANTS):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=2_000)
def core(name: str) -> tuple[str, ...]:
    """The words that tell this market from others, stemmed, in order.

    >>> core("The Global Electric Vehicles Market")
    ('electric', 'vehicle')
    """
    flat = name.replace("-", " ").replace("‑", " ").replace("/", " ")
    return tuple(filter(None, map(_telling, _WORD.findall(flat))))


@lru_cache(maxsize=20_000)
def _telling(word: str) -> str:
    """The stem of a word; "" for one that tells no market from another."""
    return "" if word.lower().strip(_EDGE) in NOISE else stem(word)


def singular(name: str) -> str:
    """`name` for one of what it counts, as markets are filed; words that stay in the plural are left.

    >>> singular("pet funerals"), singular("hearing-aid batteries"), singular("public cloud services")
    ('pet funeral', 'hearing-aid battery', 'public cloud services')
    """
    last = name.split()[-1] if name.split() else ""
    lower = last.lower()
    if len(lower) <= SHORTEST_PLURAL or lower in PLURALS or not lower.endswith("s") or lower.endswith(NO_PLURAL):
        return name
    if lower.endswith("ies"):
        return name[:-3] + "y"
    return name[:-2] if lower.endswith(("ches", "shes", "sses", "xes", "zes")) else name[:-1]


def of_one(name: str) -> str:
    """`name` in the singular, unless capitals show that it is a report's own: "dive computers", "Dive Computers"."""
    return singular(name) if name.split()[-1].islower() else name


def is_generic(words: list[str]) -> bool:
    """Whether none of the words names anything."""
    return all(word.lower().strip(_EDGE) in GENERIC or not any(char.isalpha() for char in word) for word in words)


def title_case(name: str) -> str:
    """`name` with capitals as in a title; words that hold a capital already stay as they are.

    >>> title_case("military drones and lidar"), title_case("EV charging"), title_case("car-t cell therapy")
    ('Military Drones and Lidar', 'EV Charging', 'Car-t Cell Therapy')
    """
    words = name.split()
    done = []
    for index, word in enumerate(words):
        lower = word.lower()
        if lower in SMALL_WORDS and index and index < len(words) - 1:
            done.append(lower)
        elif word != lower and not (word.isupper() and name.isupper()):
            done.append(word)
        else:
            done.append(lower[:1].upper() + lower[1:])
    return " ".join(done)


def same_market(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two cores name one market: equal, one within the other's words, or one the initials of the other.

    >>> same_market(("ev", "charging"), ("electric", "vehicle", "charging")), same_market(("tea",), ("coffee",))
    (True, False)
    """
    first, second = set(one), set(other)
    if not first or not second:
        return not first and not second
    if first <= second or second <= first:
        return True
    return _initials(one, other) or _initials(other, one)


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    for word in short:
        if 2 <= len(word) <= 5 and len(long) >= len(word):
            rest = set(short) - {word}
            letters = "".join(part[0] for part in long if part)
            if word in letters and rest <= set(long):
                return True
    return False


def clean_name(name: str) -> str:
    """`name` without what opens, measures or repeats it: "value of the kelp", "kelp (K)", "Kelp Market"."""
    name = MEASURED.sub("", " ".join(name.split()))
    name = WHOSE.sub("", name)
    if name.startswith(POSSESSIVES):
        name = name[len(POSSESSIVES[0]) :]
    words = name.strip(" -–—,:;'’\"“”.|").split()
    while words and words[0].lower().strip(",.") in _FIRST_OUT:
        words = words[1:]
    if words and words[-1].startswith("(") and words[-1].endswith(")") and len(words) > 1:
        words = words[:-1]  # "electric vehicle (EV) market"
    while len(words) > 1 and words[-1].lower() in ("market", "markets"):
        words = words[:-1]  # "Kelp Market - Industry Trends": the head of the name, and no part of it
    return " ".join(words)
