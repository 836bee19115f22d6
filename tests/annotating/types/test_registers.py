"""Lists of registers and indices: values with commas, tabs and spaces between, symbols, marks of registers, forms before names."""

from __future__ import annotations

from functools import cache

import pytest

from extractor.annotating.annotator import Annotator
from extractor.annotating.mention import CompanyName
from extractor.settings import Settings


@cache
def annotator() -> Annotator:
    return Annotator(Settings())


def companies(text: str) -> list[CompanyName]:
    return [mention for mention in annotator().mentions(text) if isinstance(mention, CompanyName)]


NAMES = ["Orvane Foods", "Tessel Oils", "Kolba Mining"]


@pytest.mark.parametrize(
    "text",
    [
        "ORF\tOrvane Foods\t3.2%\nTSO\tTessel Oils\t2.1%\nKLB\tKolba Mining\t1.9%",
        "Orvane Foods   ORF   3.2\nTessel Oils    TSO   2.1\nKolba Mining  KLB  1.9",
        "Company|Ticker|Weight\nOrvane Foods|ORF|3.2\nTessel Oils|TSO|2.1\nKolba Mining|KLB|1.9",
        "Orvane Foods;ORF;3.2%\nTessel Oils;TSO;2.1%\nKolba Mining;KLB;1.9%",
        "ASX Code|Company\nORF|Orvane Foods\nTSO|Tessel Oils\nKLB|Kolba Mining",
        "ticker,name,sector\nORF,Orvane Foods,Food\nTSO,Tessel Oils,Energy\nKLB,Kolba Mining,Mines",
    ],
)
def test_names_beside_symbols_are_companies_and_the_symbols_are_none(text: str) -> None:
    assert [company.text for company in companies(text)] == NAMES


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("0001234567::ORVANE FOODS INC\n0001234568::8X8 INC /DE/", ["ORVANE FOODS INC", "8X8 INC /DE/"]),
        ("ORVANE FOODS INC:0001234567:\nKOLBA CORP:0001234568:", ["ORVANE FOODS INC", "KOLBA CORP"]),
        ("1750,ORVANE CORP,NYSE\n1800,\"TESSEL OILS, INC.\",NYSE", ["ORVANE CORP", "TESSEL OILS, INC."]),
        ('"Orvane AG",Germany', ["Orvane AG"]),
        (
            "ORVANE INDUSTRIES LTD.,INE002A01018,Gas & Consumable Fuels\nTESSEL LTD.,INE467B01029,Information Technology",
            ["ORVANE INDUSTRIES LTD.", "TESSEL LTD."],
        ),
        (
            "Orvane Foods International B.V., Netherlands\nOrvane Foods Canada ULC, British Columbia\nOrvane LLC, Delaware",
            ["Orvane Foods International B.V.", "Orvane Foods Canada ULC", "Orvane LLC"],
        ),
        ("NYSE: ORF Orvane Foods Inc\nNYSE: KM Kolba Mining Corp", ["Orvane Foods Inc", "Kolba Mining Corp"]),
        ("Stock,Price,Change\nAnglo American,2231.5,+1.2%\nAntofagasta,1984.0,-0.4%", ["Anglo American", "Antofagasta"]),
        ("* Orvane Ltd. (ORVANELTD) * Tessel Oils Ltd. (TESOIL) * Kolba Ltd. (KOL)", ["Orvane Ltd.", "Tessel Oils Ltd.", "Kolba Ltd."]),
        ("Orvane, LLC, a Texas limited liability company; Antofagasta plc", ["Orvane, LLC", "Antofagasta plc"]),
        ("Holdings: Tessel Co/The, Orvane Inc/The.", ["Tessel Co/The", "Orvane Inc/The"]),
        ("ORVANE CORP PUBLIC LTD CO\nTESSEL PUBLIC LTD CO", ["ORVANE CORP PUBLIC LTD CO", "TESSEL PUBLIC LTD CO"]),
        ("Profiles\n(1) Orvane Foods SA\n(2) Tessel Oils B.V.", ["Orvane Foods SA", "Tessel Oils B.V."]),
        ("Company: Orvane Foods\nCompany: Tessel Oils plc", ["Orvane Foods", "Tessel Oils plc"]),
        ("1-800-ORVANET.COM INC\nKOLBA CORP", ["1-800-ORVANET.COM INC", "KOLBA CORP"]),
        ("1 | Samsung Electronics\n2 | SK hynex\n3 | LG Energy Solution", ["Samsung Electronics", "SK hynex", "LG Energy Solution"]),
        ("Members: Barclays, Unilever, 3o, Persimmon", ["Barclays", "Unilever", "3o", "Persimmon"]),
        ("It buys Orvane Insurance (Group) Company of China, Ltd.", ["Orvane Insurance (Group) Company of China, Ltd."]),
    ],
)  # fmt: skip
def test_rows_of_registers(text: str, names: list[str]) -> None:
    assert [company.text for company in companies(text)] == names


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Company", "key_player"),
        ("Supplier", "key_player"),
        ("Customer", "customer"),
        ("Source", None),
        ("Region", None),
    ],
)
def test_a_label_says_what_its_line_holds(label: str, role: str | None) -> None:
    found = companies(f"{label}: Bovine Tesselka\nYear: 2024")
    assert [company.role for company in found] == ([role] if role else [])


def test_a_kind_and_a_form_alone_are_the_rest_of_the_name_above() -> None:
    found = companies("Vendors: Zebratek\nTechnologies Corporation, Avery Kolba\nCorporation, Impinja,\nInc.")
    assert [company.canonical for company in found] == ["Zebratek Technologies", "Avery Kolba", "Impinja"]


def test_a_row_does_not_go_on_in_the_next() -> None:
    rows = ["Orvane Co Ltd Taiwan 1 TT", "Tessel Technology Holding Co Ltd Taiwan 37 TT", "Kolba Co Ltd Taiwan 2 TT"]
    assert [company.text for company in companies("\n".join(rows))][-1] == "Kolba Co Ltd"


def test_a_form_with_stops_ends_before_the_comma_of_a_row() -> None:
    found = companies("Name,Country\nOrvane S.A.,FR\nTessel Foods N.V.,NL\nBrenta S.p.A.,IT")
    assert [company.text for company in found] == ["Orvane S.A.", "Tessel Foods N.V.", "Brenta S.p.A."]


def test_numbers_of_registers_are_no_names() -> None:
    found = companies(
        "Orvane, S.A.,529900CLC3WDMGI9VH80,PT\nTessel, S.A.,549300TEIAOIAWYSVM76,PT\nKolba, S.A.,529900CLC3WDMGI9VH81,PT"
    )
    assert [company.canonical for company in found] == ["Orvane", "Tessel", "Kolba"]


def test_a_symbol_behind_a_colon_is_no_short_name() -> None:
    found = companies("• Orvane Kobo Limited: OKL\n• TKO Group Ltd: TKO\n• Brenta Limited: BRT")
    assert [company.text for company in found] == ["Orvane Kobo Limited", "TKO Group Ltd", "Brenta Limited"]


@pytest.mark.parametrize(
    ("text", "name", "canonical", "form"),
    [
        ("ORVANE INC /DE/\nTESSELCO /NV/\nKOBO CORP", "TESSELCO /NV/", "TESSELCO", None),
        ("It belongs to Kobo Peak Acquisition Corp. II now.", "Kobo Peak Acquisition Corp. II", "Kobo Peak Acquisition", "Corp. II"),
        ("It belongs to AB Orvaneta Tesselė now.", "AB Orvaneta Tesselė", "Orvaneta Tesselė", "AB"),
        ("It belongs to AB Enzymia GmbH now.", "AB Enzymia GmbH", "AB Enzymia", "GmbH"),
        ("It belongs to Orvaneta (RF) Limited now.", "Orvaneta (RF) Limited", "Orvaneta", "(RF) Limited"),
        ("It belongs to Orvaneta (1998) Ltd now.", "Orvaneta (1998) Ltd", "Orvaneta (1998)", "Ltd"),
        ("Orvaneta (M) Sdn. Bhd. makes it.", "Orvaneta (M) Sdn. Bhd.", "Orvaneta", "Sdn. Bhd."),
        ("Orvaneta (Group) Co., Ltd. makes it.", "Orvaneta (Group) Co., Ltd.", "Orvaneta", "Co., Ltd."),
        ("It belongs to 1184402 Ontario Limited now.", "1184402 Ontario Limited", "1184402 Ontario", "Limited"),
        ("KOBO CORP\n360 ORVANET, INC.\n8I TESSEL CORP", "360 ORVANET, INC.", "360 Orvanet", "INC."),
        ("KOBO CORP\n10x Orvanet, Inc.", "10x Orvanet, Inc.", "10x Orvanet", "Inc."),
        ("1st Kobo Corp\nOrvanet Ltd", "1st Kobo Corp", "1st Kobo", "Corp"),
        ("Rivals are 51kobo, Inc. and Orvanet Ltd.", "51kobo, Inc.", "51kobo", "Inc."),
        ("The sawmill of Orvanet Koks, SIA will move.", "Orvanet Koks, SIA", "Orvanet Koks", "SIA"),
        ("It was bought by Orvanet, AS.", "Orvanet, AS", "Orvanet", "AS"),
        ("It belongs to Kobotel 14, LLC now.", "Kobotel 14, LLC", "Kobotel 14", "LLC"),
        ("Orvanet, Inc. (The)\nKobo Company", "Orvanet, Inc. (The)", "Orvanet", "Inc."),
        ("DEAN (J W) FOODS CO", "DEAN (J W) FOODS CO", "Dean (J W) Foods", "CO"),
        ("Orvanet, Inc., The\nKobo Company, The", "Orvanet, Inc., The", "Orvanet", "Inc."),
        ("ORVANET REALTY TRUST\nKOBO CORP", "ORVANET REALTY TRUST", "ORVANET REALTY TRUST", None),
        ("The Orvaneta Companies, Inc. left.", "Orvaneta Companies, Inc.", "Orvaneta Companies", "Inc."),
        ("KOBO PARKS, INC./MD/\nORVANET CORP", "KOBO PARKS, INC./MD/", "Kobo Parks", "INC."),
        ("BANCO SANTANDER CHILE\nKOBO CORP", "BANCO SANTANDER CHILE", "BANCO SANTANDER CHILE", None),
        ("Moravaské Kobo, akciová společnost", "Moravaské Kobo, akciová společnost", "Moravaské Kobo", "akciová společnost"),
        ("Orvaneta Kies Ges.m.b.H. & Co. KG", "Orvaneta Kies Ges.m.b.H. & Co. KG", "Orvaneta Kies", "Ges.m.b.H. & Co. KG"),
        ("SCI Les Orvanes owns the yard.", "SCI Les Orvanes", "Les Orvanes", "SCI"),
        ('SIA "Orvane Piens"', 'SIA "Orvane Piens"', "Orvane Piens", "SIA"),
        ("Orvane des Kobos SRL brews it.", "Orvane des Kobos SRL", "Orvane des Kobos", "SRL"),
        ("Orvane Pearls B.S.C. (c)", "Orvane Pearls B.S.C. (c)", "Orvane Pearls", "B.S.C. (c)"),
        ("It belongs to SARL Orvaneta Milk now.", "SARL Orvaneta Milk", "Orvaneta Milk", "SARL"),
    ],
)  # fmt: skip
def test_marks_and_forms_around_a_name(text: str, name: str, canonical: str, form: str) -> None:
    found = next(company for company in companies(text) if company.text == name)
    assert (found.canonical, found.legal_form) == (canonical, form)


def test_places_of_items_do_not_end_the_list() -> None:
    text = "The study examines the firms Layhera, Perita and Brandsa from North America, Ulmata from Spain, and Adtona from China."
    assert [company.text for company in companies(text)] == ["Layhera", "Perita", "Brandsa", "Ulmata", "Adtona"]


def test_a_paragraph_announces_the_list_below_it() -> None:
    text = (
        "The following are the leading companies in the lens market. These companies collectively hold the largest market "
        "share and dictate industry trends.\n\nOrvane Inc.\n\nTessel + Lomba\n\nKolbavision\n\nMarek Surgical\n\nNews"
    )
    assert {company.role for company in companies(text)} == {"key_player"}
    assert [company.text for company in companies(text)][2:] == ["Kolbavision", "Marek Surgical"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lindqvista & Daughters has made church bells in Falun since 1874.", "Lindqvista & Daughters"),
        ("Pavlova and Sons has made buttons since 1874.", "Pavlova and Sons"),
        ("The net is the cheapest insurance, writes Harrowa & Pikea, and it lasts.", "Harrowa & Pikea"),
        ("A fund paid EUR 570 million for Norlanda Steel of Spain.", "Norlanda Steel"),
        ("It won an order for 300,000 meters from Aarhusa Vand.", "Aarhusa Vand"),
        ("The largest provider is well ahead of Azfalta Inc., Velora Pro and Bikes Holla.", "Velora Pro"),
    ],
)
def test_firms_that_only_their_names_and_deals_tell(text: str, name: str) -> None:
    assert name in [company.text for company in companies(text)]


@pytest.mark.parametrize(
    "text",
    [
        "[Velmora] said on Monday it would cut 300 jobs.",
        "[Velmora] gained 2 percent in Oslo.",
        "[Velmora] employs 300 people.",
        "[Velmora] plans to open 20 stores.",
        "[Velmora] stopped production in May.",
        "[Velmora] declined to comment.",
        "John Webb, an analyst at [Velmora], said so.",
        "Profit at [Velmora] fell again.",
        "She founded [Velmora] in 1998.",
    ],
)
def test_a_name_that_does_what_only_firms_do_is_one(text: str) -> None:
    assert [company.text for company in companies(text.replace("[", "").replace("]", ""))] == ["Velmora"]


@pytest.mark.parametrize(
    "text",
    [
        "Zelmira said on Monday he would retire.",
        "Zelmira won the race in May.",
        "Zelmira scored twice and his side won.",
        "He met Zelmira in May.",
    ],
)
def test_a_name_that_does_what_people_do_is_none(text: str) -> None:
    assert not companies(text)


def test_plain_words_are_firms_in_a_column_of_firms() -> None:
    rows = ["ORVANE CORP", "TESSEL INC", "KOLBA LTD", "CROSS TIMBERS ROYALTY TRUST", "BRENTA CORP"]
    text = "\n".join(f"{1041 + number:010}\t{row}" for number, row in enumerate(rows))
    assert [company.text for company in companies(text)] == rows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("998 Orvane Inc.\n999 Tessel Ltd", ["Orvane Inc.", "Tessel Ltd"]),
        ("6954 Orvane Corp\n7203 Tessel Corp", ["Orvane Corp", "Tessel Corp"]),
        (
            "OIL\tOrvane Integrated Ltd\tPeru\nTSO\tTessel Oils Ltd\tChile\nKLB\tKolba Mining Ltd\tPeru",
            ["Orvane Integrated Ltd", "Tessel Oils Ltd", "Kolba Mining Ltd"],
        ),
        ("1) Orvane SA (Chile)\n2) Qatar Kobo Bank QPSC (Qatar)", ["Orvane SA", "Qatar Kobo Bank QPSC"]),
        ("Orva Inc. (ORVA) sank.", ["Orva Inc."]),
    ],
)
def test_ranks_symbols_and_seats_are_no_part_of_names(text: str, names: list[str]) -> None:
    assert [company.text for company in companies(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            '"Orvane AG","Materials",Germany\n"Tessel Foods AG","Food",Germany\n"Kobolt","Steel",Germany',
            ["Orvane AG", "Tessel Foods AG", "Kobolt"],
        ),
        ("ORF - ORVANE INDUSTRIES\nTSO - TESSEL OIL SE\nKLB - KOLBA", ["ORVANE INDUSTRIES", "TESSEL OIL SE", "KOLBA"]),
        (
            "1. Orvane SE 8.0%\n2. Tessel Foods 4.3%\n3. Kolba Mining SE 2.7%\n4. Brenta AG 1.1%",
            ["Orvane SE", "Tessel Foods", "Kolba Mining SE", "Brenta AG"],
        ),
        (
            "Added: Orvane plc, Tessel Group\nDeleted: Kolba & Brenta, Marek SE",
            ["Orvane plc", "Tessel Group", "Kolba & Brenta", "Marek SE"],
        ),
        ("ORVANE/TESSEL BANKERS, INC.; KOLBA INC", ["ORVANE/TESSEL BANKERS, INC.", "KOLBA INC"]),
        (
            "Tessel (J B) Orvane Lines Inc\nKolba (John) & Sons, Inc.",
            ["Tessel (J B) Orvane Lines Inc", "Kolba (John) & Sons, Inc."],
        ),
        ("COMPANY\tSTATE OF INCORPORATION\nORVANE INC\tOHIO\nTESSEL INC\tUTAH", ["ORVANE INC", "TESSEL INC"]),
    ],
)
def test_layouts_of_lists(text: str, names: list[str]) -> None:
    assert [company.text for company in companies(text)] == names


def test_points_of_teams_make_no_list_of_firms() -> None:
    assert not companies("1. Orvanbruck 82\n2. Tesselheim 80\n3. Kolba 71")
