"""Currencies by code, sign, name and slang: the table that tells what a word of money means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from extractor.data.tables import read_table

CODE, SIGN, UNIT, MINOR = "code", "sign", "unit", "minor"
CENT = Decimal("0.01")
# Codes that are also words, names or abbreviations in capitals: they need a scale word or a grouped number beside them.
RISKY = frozenset(
    "ALL TOP TRY CUP GEL MOP LAK BAM BOB PEN COP MAD SOS MUR CAD ANG ERN AMD DOP ETB STN NIO PAB VES RON SEK_ HRK PHP "
    "MMK GIP GMD BAM BTN BND BIF CVE CDF DJF FKP FJD GNF GTQ GYD HNL HTG ISK_ KGS KHR KMF KPW LBP LRD LSL LYD "
    "MDL MGA MKD "
    "MNT MOP MRU MVR MWK MZN NAD PGK PYG RSD RWF SBD SCR SDG SHP SLE SLL SRD SSP STD SVC SYP SZL TJS TMT TND TTD UYU "
    "UZS VED VUV WST XAF XCD XCG XOF XPF YER ZMW ZWL DEM FRF ITL ESP NLG IEP ATS FIM GRD PTE BEF LTL LVL EEK SKK "
    "AWG AOA BBD BMD BSD BWP BYN BZD CUC CNH BGN ALL AFN IQD IRR "
    "R P p kn mark marks crowns Bs Bs. LE TL KD BD JD SR QR RO RP DM Sh Sh. KR Kr Kr. zl Kc Re. Tk L.E. Dh "
    "Php KD frs Ft".split()
)
# Of these the ones that are neither words nor common abbreviations: three digits or two decimals beside them are enough.
HARDLY_RISKY = frozenset(
    "PHP CAD MAD UYU UZS XAF XCD XOF XPF RWF KHR LBP IQD AFN PYG MNT BND HRK MKD TMT TND TTD TJS VUV WST MZN ZMW "
    "ETB DOP NAD RSD KMF DJF GYD "
    "HNL GTQ GNF BIF BWP AOA AWG BBD BSD BYN KD BD JD SR QR RO TL Ft Php KD Dh Tk Bs Bs. crowns".split()
)
# Codes that are written in lower case too and are no words then.
LOWER_CODES = frozenset(
    "usd eur gbp jpy cny inr krw aud cad chf sek nok dkk sgd hkd nzd mxn brl zar rub aed sar qar kwd thb idr myr "
    "vnd twd pln "
    "czk huf ils egp ngn kes pkr bdt lkr clp ars bhd omr jod rmb btc".split()
)


@dataclass(frozen=True, slots=True)
class Currency:
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


@dataclass(frozen=True, slots=True)
class CurrencyTable:
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
    for code, names_of_code in read_table("currencies.tsv"):
        exact[code] = Currency(CODE, code, code, is_risky=code in RISKY)
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
    for name in [name for name in names if name.endswith((" dollar", " dollars"))]:
        names.setdefault(name.replace(" dollar", " dlr"), names[name])  # as news agencies write
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


def single_word(text: str) -> Currency | None:
    """The currency a single word stands for.

    >>> single_word("USD").code, single_word("kr").code, single_word("Dollars").code, single_word("all")
    ('USD', None, 'USD', None)
    """
    table = currencies()
    return table.exact.get(text) or table.names.get(text.lower())
