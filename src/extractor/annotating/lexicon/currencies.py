"""Currencies by code, sign, name and slang: the table that tells what a word of money means."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from extractor.data.tables import read_table

CODE, SIGN, UNIT, MINOR = "code", "sign", "unit", "minor"
CENT = Decimal("0.01")
# Countries in front of a sign: "Canadian $5 million"; one that "paid Singapore $5 million" paid it in some dollars.
_ADJECTIVES = ("ian", "can", "ean", "ese", "ish")
_SHORTEST_SMALL = 2  # characters of a sign that is written in small letters as well: "b$" is none
# The smaller unit of these is a thousandth: fils, baisa, millimes.
MILLIME = Decimal("0.001")
THOUSANDTHS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
# Words of currencies that behind a country are something else: "South Korea won 5 medals", "Zimbabwean gold".
_NO_UNITS = frozenset(
    "won wons gold real reals mark marks p pee grand sterling kuai ¢ dlr dlrs dollers dollors dolar dolars us-dollar "
    "us-dollars".split()
)
# Before other units of these stand words that are none for a country: "pesos mexicanos", "euro cents".
_MANY_WORDED = frozenset({"EUR", "MXN", "ARS", "COP", "CLP"})
# Codes that are also words, names or abbreviations in capitals: they need a scale word or a grouped number beside them.
RISKY = frozenset(
    "ALL TOP TRY CUP GEL MOP LAK BAM BOB PEN COP MAD SOS MUR CAD ANG ERN AMD DOP ETB STN NIO PAB VES RON SEK_ HRK PHP "
    "MMK GIP GMD BAM BTN BND BIF CVE CDF DJF FKP FJD GNF GTQ GYD HNL HTG ISK_ KGS KHR KMF KPW LBP LRD LSL LYD MDL MGA "
    "MKD MNT MOP MRU MVR MWK MZN NAD PGK PYG RSD RWF SBD SCR SDG SHP SLE SLL SRD SSP STD SVC SYP SZL TJS TMT TND TTD "
    "UYU UZS VED VUV WST XAF XCD XCG XOF XPF YER ZMW ZWL DEM FRF ITL ESP NLG IEP ATS FIM GRD PTE BEF LTL LVL EEK SKK "
    "AWG AOA BBD BMD BSD BWP BYN BZD CUC CNH BGN ALL AFN IQD IRR R P p kn mark marks crowns SDR SDRs rm DA DH Bs Bs. "
    "LE TL KD BD JD SR QR RO RP DM Sh Sh. KR Kr Kr. zl Kc Re. Tk L.E. Dh Le Php KD frs Ft Ft.".split()
)
# Of these the ones that are neither words nor common abbreviations: three digits or two decimals beside them are enough.
HARDLY_RISKY = frozenset(
    "PHP CAD MAD UYU UZS XAF XCD XOF XPF RWF KHR LBP IQD AFN PYG MNT BND HRK MKD TMT TND TTD TJS VUV WST MZN ZMW ETB "
    "DOP NAD RSD KMF DJF GYD HNL GTQ GNF BIF BWP AOA AWG BBD BSD BYN BGN BZD CUC CVE EEK FJD FKP FRF GRD HTG ITL KPW "
    "LSL LVL LYD MRU MUR MVR MWK NLG PGK SKK SRD SZL VED XCG YER ZWL KD BD JD SR QR RO TL Ft Php KD Dh DH Tk Bs Bs. "
    "crowns".split()
)
# Codes that are written in lower case too and are no words then.
LOWER_CODES = frozenset(
    "usd eur gbp jpy cny inr krw aud cad chf sek nok dkk sgd hkd nzd mxn brl zar rub aed sar qar kwd thb idr myr vnd "
    "twd pln czk huf ils egp ngn kes pkr bdt lkr clp ars bhd omr jod rmb btc dzd iqd tnd lyd zmw ghs tzs ugx xof xaf "
    "mur npr uah kzt uzs bgn rsd isk uyu pyg crc gtq hnl dop jmd ttd".split()
)


class Currency(NamedTuple):
    """What a word of money means.

    `code` is the reading that holds unless the document says otherwise (None: only the document can tell);
    `candidates` are all readings when there are several; `factor` is what the number beside it is multiplied by.
    """

    kind: str
    surface: str
    code: str | None
    candidates: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)
    is_risky: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the document has a say in which currency this is."""
        return bool(self.candidates)


class CurrencyTable(NamedTuple):
    """All surfaces: `exact` as written, `names` in lower case (several words joined by a space), and the first and
    last words of the longer names."""

    exact: dict[str, Currency]
    names: dict[str, Currency]
    first_words: frozenset[str]
    last_words: frozenset[str]
    longest: int


@cache
def currencies() -> CurrencyTable:
    """The table, read once."""
    exact: dict[str, Currency] = {}
    names: dict[str, Currency] = {}
    countries: dict[str, list[str]] = {}  # of the codes still in use first
    past: dict[str, list[str]] = {}
    for code, names_of_code, words, is_past in read_table("currencies.tsv"):
        (past if is_past else countries)[code] = words.split("|") if words else []
        if not is_past:
            exact[code] = Currency(CODE, code, code, is_risky=code in RISKY)
            if code not in RISKY:
                exact[f"{code}."] = Currency(CODE, code, code)  # "USD.2.6 billion"
        if code.lower() in LOWER_CODES:
            for surface in (code.lower(), code.capitalize()):
                exact[surface] = Currency(CODE, surface, code)
        for name in filter(None, names_of_code.split("|")):
            names[name] = Currency(UNIT, name, code)
    for kind, surfaces, candidates, default, _source in read_table("own/currencies.tsv"):
        code, _, factor = default.partition("*")
        for surface in surfaces.split("|"):
            table = exact if kind == SIGN else names
            times = Decimal(factor or 1) if kind != MINOR else Decimal(factor or CENT)
            known = Currency(
                UNIT if kind == "word" else kind,
                surface,
                code or None,
                tuple(candidates.split()),
                times,
                surface in RISKY,
            )
            table[surface] = known
            if kind == SIGN and surface[-1] == "$" and len(surface) > _SHORTEST_SMALL:
                exact.setdefault(surface.lower(), known)  # "ca$66 million"
            if kind == SIGN and len(surface) == 1 and not surface.isalnum():
                for each in (code, *candidates.split()):
                    for twice in (each + surface, surface + each) if each else ():  # "GBP£60"
                        exact.setdefault(twice, Currency(SIGN, twice, each))
    _add_countries(names, countries, past)
    for name in [name for name in names if name.endswith((" dollar", " dollars"))]:
        names.setdefault(name.replace(" dollar", " dlr"), names[name])  # as news agencies write
    for unit, sign in ((" dollar", "$"), (" pound", "£")):
        for name in [name for name in names if name.endswith(unit)]:
            if (word := name.removesuffix(unit)).endswith(_ADJECTIVES):
                marked = f"{word} {sign}"
                names.setdefault(marked, Currency(SIGN, marked, names[name].code))  # "Canadian $5 million"
    for name in [name for name in names if "-" in name]:
        names.setdefault(name.replace("-", " - "), names[name])  # as the tokens stand
    long_names = [name.split(" ") for name in (*names, *exact) if " " in name]
    return CurrencyTable(
        exact,
        names,
        frozenset(words[0].lower() for words in long_names),
        frozenset(words[-1].lower() for words in long_names),
        max(len(words) for words in long_names),
    )


def _add_countries(names: dict[str, Currency], countries: dict[str, list[str]], past: dict[str, list[str]]) -> None:
    """Adds the names that say the country: "tunisian dinars", "peru sol", "indian paise".

    Every word for a country goes with every unit that its currency has in some name.
    """
    units: dict[str, dict[str, Currency]] = {}
    words_of = {code: dict.fromkeys(words) for code, words in (*countries.items(), *past.items())}
    for name, currency in names.items():
        word, _, unit = name.rpartition(" ")
        if unit in _NO_UNITS or (word and (not currency.code or currency.candidates)):
            continue
        if word and unit not in names and currency.code not in past:
            continue  # "dollars us"
        for code in currency.candidates or (currency.code or "",):
            units.setdefault(code, {}).setdefault(unit, currency)
            if word and code not in _MANY_WORDED:
                words_of[code][word] = None
    for code, words in words_of.items():
        for unit, currency in units.get(code, {}).items() if words else ():
            factor = MILLIME if currency.kind == MINOR and code in THOUSANDTHS else currency.factor
            named = Currency(currency.kind, f"{next(iter(words))} {unit}", code, (), factor)
            for word in words:
                names.setdefault(f"{word} {unit}", named)


def single_word(text: str) -> Currency | None:
    """The currency a single word stands for.

    >>> single_word("USD").code, single_word("kr").code, single_word("Dollars").code, single_word("all")
    ('USD', None, 'USD', None)
    """
    table = currencies()
    return table.exact.get(text) or table.names.get(text.lower())
