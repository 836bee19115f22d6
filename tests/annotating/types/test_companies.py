"""Companies: what is found, how it is named, what is refused, and the role it plays."""

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
    return [mention for mention in annotator().annotate(text).mentions if isinstance(mention, CompanyName)]


def texts(text: str) -> list[str]:
    return [mention.text for mention in companies(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vendors: Orvane Inc.; Tessel Ltd; Kobo AG.", ["Orvane Inc.", "Tessel Ltd", "Kobo AG"]),
        ("Orvane Inc. | Tessel | Kobo AG", ["Orvane Inc.", "Tessel", "Kobo AG"]),
        ("ORVANE INC\nTESSEL CORP\nKOBO CO", ["ORVANE INC", "TESSEL CORP", "KOBO CO"]),
        ("1. Orvane Inc. 2. Tessel AG 3. Kobo Limited", ["Orvane Inc.", "Tessel AG", "Kobo Limited"]),
        (
            "Arne and Holm plc, Tessel, Dyer and Company, and Kobo & Lutz, Inc.",
            ["Arne and Holm plc", "Tessel, Dyer and Company", "Kobo & Lutz, Inc."],
        ),
        (
            "Rivals are Orvane Inc., Bath and Tile Works Ltd. and Kobo AG.",
            ["Orvane Inc.", "Bath and Tile Works Ltd.", "Kobo AG"],
        ),
        ("Orvane, Inc. (part of Johnson & Johnson) left.", ["Orvane, Inc.", "Johnson & Johnson"]),
        ("Added: Orvane Inc., Tessel AG, Bio-Tes Laboratories", ["Orvane Inc.", "Tessel AG", "Bio-Tes Laboratories"]),
        (
            "8 Company Profiles\n8.1 Orvane AG\n8.1.1 SWOT Analysis\n8.1.2 Product Portfolio\n8.2 Marek Pty Ltd",
            ["Orvane AG", "Marek Pty Ltd"],
        ),
        ("Players – Orvane Inc. – Tessel Ltd. – Kobo", ["Orvane Inc.", "Tessel Ltd.", "Kobo"]),
        ("Key players include 3M, AT&T Inc. and Dr. Palu's Labs Ltd.", ["3M", "AT&T Inc.", "Dr. Palu's Labs Ltd."]),
        ("panels come from vivo, realme and OrvaTek Inc.", ["vivo", "realme", "OrvaTek Inc."]),
        ("led by thyssenkrupp AG in Essen", ["thyssenkrupp AG"]),
        ("STENSON PLC /NEW/, ORVANE INC /DE/", ["STENSON PLC /NEW/", "ORVANE INC /DE/"]),
    ],
)
def test_lists_are_split_into_whole_names(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Trade, the University of Oslo and the World Bank met.",
        "Table of Contents\nChapter 1. Executive Summary",
        "By Indication: Multiple Myeloma, Breast Cancer and Crohn's Disease.",
        "Artificial Intelligence and Internet of Things lift demand.",
        "In March the Bank of England and the Federal Reserve met.",
        "Kent College London licensed the gel; the Trans-Andean Development Bank lent the money.",
        "It raised USD 4 million in a Series B round; Band A users pay more.",
        "Ask For Customization",
        "The Lawn Tennis Association, which governs the sport, met the Orvane Canal Society.",
        "A study from the Bureau of Labor Statistics says so.",
        "Counting stock is a job.",
        "The paper covers siRNA, mRNA and eVTOL.",
        "By Type: Manual. Application InsightsMetalworking accounts for 46%. Latin AmericaPrivate insurers pay.",
        "“We grow,” said Grace Mwangi on Monday.",
    ],
)
def test_what_is_no_company_is_refused(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "name", "canonical", "form"),
    [
        ("HOLTEN MARINE CORP, ORVANE INC", "HOLTEN MARINE CORP", "Holten Marine", "CORP"),
        ("Holt & Co., Inc. sells it.", "Holt & Co., Inc.", "Holt & Co.", "& Co., Inc."),
        (
            "Saba Basic Works Company K.S.C.P. sells it.",
            "Saba Basic Works Company K.S.C.P.",
            "Saba Basic Works",
            "Company K.S.C.P.",
        ),
        ("Sandö AB (publ) sells it.", "Sandö AB (publ)", "Sandö", "AB (publ)"),
        (
            "The Orvane Tea Co. Kenya Pty Ltd sells it.",
            "Orvane Tea Co. Kenya Pty Ltd",
            "Orvane Tea Co. Kenya",
            "Pty Ltd",
        ),
        ("They sold it to View, Inc. in May.", "View, Inc.", "View", "Inc."),
        ("Orvane Grid Ltd., a unit of Tessel, left.", "Orvane Grid Ltd.", "Orvane Grid", "Ltd."),
        (
            "Sold by Orvane Tiles (Private) Limited in May.",
            "Orvane Tiles (Private) Limited",
            "Orvane Tiles",
            "(Private) Limited",
        ),
        ("The lorry of TOV Polissia Agro left.", "TOV Polissia Agro", "Polissia Agro", "TOV"),
        (
            'Limited Liability Company "Vostok Grain" leased it.',
            'Limited Liability Company "Vostok Grain"',
            "Vostok Grain",
            "Limited Liability Company",
        ),
        (
            "Made by Brenn (Shanghai) Machine Tools Co Ltd in May.",
            "Brenn (Shanghai) Machine Tools Co Ltd",
            "Brenn (Shanghai) Machine Tools",
            "Co Ltd",
        ),
        ("Sold by Tessel & Bros Nig. Ltd in May.", "Tessel & Bros Nig. Ltd", "Tessel & Bros Nig.", "Ltd"),
        (
            "Carl Brenner Aktiengesellschaft left.",
            "Carl Brenner Aktiengesellschaft",
            "Carl Brenner",
            "Aktiengesellschaft",
        ),
        (
            "Carl Brenner Unternehmergesellschaft left.",
            "Carl Brenner Unternehmergesellschaft",
            "Carl Brenner",
            "Unternehmergesellschaft",
        ),
        ("Adler & Brandt PartG mbB", "Adler & Brandt PartG mbB", "Adler & Brandt", "PartG mbB"),
        ("Orvane S.a.p.A.", "Orvane S.a.p.A.", "Orvane", "S.a.p.A."),
        ("* AB SKF\n* Tessel AG", "AB SKF", "SKF", "AB"),
    ],
)
def test_name_is_split_from_its_form(text: str, name: str, canonical: str, form: str) -> None:
    found = companies(text)[0]
    assert (found.text, found.canonical, found.legal_form) == (name, canonical, form)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("STORM SHUTS TESCO DEPOT NEAR DUNDEE", ["TESCO"]),
        ("Ikea Opens First Store In Chile, Queue Stretches Two Miles", ["Ikea"]),
        ("Apple Watch Market Report", []),
    ],
)
def test_known_firms_are_told_in_headlines(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A jury cleared Tarvell Chemicals of poisoning the lake.", ["Tarvell Chemicals"]),
        ("Backers of Orvane AG met, and users of Tessel GmbH too.", ["Orvane AG", "Tessel GmbH"]),
        ("Hulls of glass broke, Kevlar too; so did steel.", []),
        ("Demand for Cooling Systems and Consumer Chemicals rose.", []),
        ("Broadcaster Orvane outbid the rest.", ["Orvane"]),
        ("UNESCO, MIT and the Red Cross licensed it.", []),
        ("Money came from investor Orvanka in May.", ["Orvanka"]),
        ("Ford said he would step down.", []),
        ("Orvane Holdings, Inc. (Baxter) sells it.", ["Orvane Holdings, Inc.", "Baxter"]),
        ("Companies Mentioned ORVANE GmbH, Tessel AG", ["ORVANE GmbH", "Tessel AG"]),
        ("Then ChallengesCompliance and EuropeGrowth announced it.", []),
    ],
)
def test_last_word_is_enough_behind_a_word_of_no_language(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "short", "canonical"),
    [
        ("Orvane Basic Industries Corporation (OBIC) grew; OBIC sold a mill.", "OBIC", "Orvane Basic Industries"),
        ("Tamsin Silicon Manufacturing Company Limited, known as TSMX, grew.", "TSMX", "Tamsin Silicon Manufacturing"),
        ("F. Holler-La Ronde Ltd grew. Ronde said so.", "Ronde", "F. Holler-La Ronde"),
        ("Koninklijke Vanders N.V. grew. Vanders said so.", "Vanders", "Koninklijke Vanders"),
        (
            "Kobora Media has sold Gridlock to Zynga. Kobora, which owns papers, was advised by Tessel AG.",
            "Kobora",
            "Kobora Media",
        ),
        ("Tata Motors rose. Tata, which owns it, fell.", "Tata", "Tata"),
        ("Kobora Foods and Kobora Motors rose. Kobora, which owns both, fell.", "Kobora", "Kobora"),
    ],
)
def test_short_name_goes_by_the_full_one(text: str, short: str, canonical: str) -> None:
    found = [mention for mention in companies(text) if mention.text == short]
    assert found
    assert {mention.canonical for mention in found} == {canonical}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Orvane Pty Ltd was bought by Tessel Limited.", {"Orvane": "target", "Tessel": "acquirer"}),
        ("Orvane Inc. acquired Tessel GmbH.", {"Orvane": "acquirer", "Tessel": "target"}),
        ("Orvane Inc. signed a joint venture with Tessel GmbH.", {"Orvane": "partner", "Tessel": "partner"}),
        (
            "Orvane Ltd. and Tessel GmbH run Marek LLC in Ohio, and Kobo wants a site in Lima.",
            {"Orvane": "partner", "Tessel": "partner", "Marek": "mentioned"},
        ),
        ("Orvane AB won an order from Tessel AB.", {"Orvane": "key_player", "Tessel": "customer"}),
        ("According to a study by Orvane Analytics LLP, the market grows.", {"Orvane Analytics": "publisher"}),
        ("Tessel Ltd, a subsidiary of Orvane plc, grew.", {"Orvane": "mentioned"}),
    ],
)
def test_role_comes_from_the_clause(text: str, roles: dict[str, str]) -> None:
    found = {mention.canonical: mention.role for mention in companies(text)}
    assert {name: found.get(name) for name in roles} == roles


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("Orvane Foods vof", "Orvane Foods", "vof"),
        ("Orvane Foods CC", "Orvane Foods", "CC"),
        ("Tessel AG, Orvane lp, Kobo Ltd", "Orvane", "lp"),
        ("Orvane S. A.", "Orvane", "S. A"),
        ("Orvane AB (publ.)", "Orvane", "AB (publ.)"),
        ("Orvane SRL-D", "Orvane", "SRL-D"),
        ("The order went to Orvane KD after a tender.", "Orvane", "KD"),
        ("Keyline K.K., Kabushiki Kaisha Orvane", "Orvane", "Kabushiki Kaisha"),
        ("ООО Orvane", "Orvane", "ООО"),
    ],
)
def test_forms_of_doubt_count_where_the_name_is_all_there_is(text: str, name: str, form: str) -> None:
    found = {(company.canonical, (company.legal_form or "").rstrip(".")) for company in companies(text)}
    assert (name, form.rstrip(".")) in found


@pytest.mark.parametrize(
    "text", ["They sold a new PC.", "Vancouver BC has more rain.", "Digital Markets CC", "Sony, LG and Kobo AG"]
)
def test_initials_are_no_forms_without_a_name(text: str) -> None:
    assert all(company.legal_form in (None, "AG") for company in companies(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orvane Ltd\nTesselka\nAntofagasta\nKobo plc\nLindmark AB\nRecent Developments",
            ["Orvane Ltd", "Tesselka", "Antofagasta", "Kobo plc", "Lindmark AB"],
        ),
        (
            "Company Profiles\n(1) Orvane N.V.\n(2) Tesselka\n(3) Kobo Marine",
            ["Orvane N.V.", "Tesselka", "Kobo Marine"],
        ),
        ("a) Orvane B.V.; b) Tesselka; c) Kobo S.A.", ["Orvane B.V.", "Tesselka", "Kobo S.A."]),
        (
            "Tier 1 | Tier 2\nOrvane Inc. | Kobo A.S.\nLindmark Ltd. | Mevalac\nSandu Heavy | Wolker SE",
            ["Orvane Inc.", "Kobo A.S.", "Lindmark Ltd.", "Mevalac", "Sandu Heavy", "Wolker SE"],
        ),
        ("Symbol | Company\nORV | Orvane SE\nKOBO | Kobo", ["Orvane SE", "Kobo"]),
        ("Here are the firms on our list: Orvanka, Tesselka and Kobolt.", ["Orvanka", "Tesselka", "Kobolt"]),
        ("Rank\tCompany\tSeat\n1\tOrvanka\tTaipei\n2\tTessel Inc.\tSingapore", ["Orvanka", "Tessel Inc."]),
        ("Orvane plc – NYSE: ORV\nTessel Ltd – NYSE: TES", ["Orvane plc", "Tessel Ltd"]),
        (
            "A. O. Orvane Corporation, E. & J. Tessel Ltd, 1&1 AG",
            ["A. O. Orvane Corporation", "E. & J. Tessel Ltd", "1&1 AG"],
        ),
    ],
)
def test_layouts_of_lists(text: str, expected: list[str]) -> None:
    assert [mention.text for mention in annotator().mentions(text) if mention.label == "COMPANY"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May the mine was sold to Orvanka, owned by a fund.", ["Orvanka"]),
        ("Tesselka said it would cut its prices.", ["Tesselka"]),
        ("Google and Orvanka now order cables.", ["Google", "Orvanka"]),
        ("A spokesman for biotech Orvane Pharma declined.", ["Orvane Pharma"]),
        ("Moira Lang, an analyst, left in May. Lang said it would rain.", []),
        ("Granules hold their shape. Oncology is growing.", []),
        ("Video Telematics is set to grow at 15% and Laser Systems hold the largest share, worth $5 million.", []),
    ],
)
def test_prose_tells_firms_from_people_and_things(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "short", "canonical"),
    [
        ("Orvane Dairy plc fell. Marks & Spencer said it might leave. M&S owns half.", "M&S", "Marks & Spencer"),
        ("Société Orvale S.A. rose. SocOrv shares fell.", "SocOrv", "Société Orvale"),
        ("Banco Orvane, S.A. grew. Orvane will drop it.", "Orvane", "Banco Orvane"),
    ],
)
def test_short_names_that_are_no_leading_words(text: str, short: str, canonical: str) -> None:
    assert {company.text: company.canonical for company in companies(text)}[short] == canonical


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Kroger has dropped its bid for Orvanka.", "Kroger", "acquirer"),
        ("Lufthansa may buy 41% of Orvane Airways.", "Orvane Airways", "target"),
        ("The start-up has raised €24 million from Orvane Ventures.", "Orvane Ventures", "investor"),
        ("Who uses it\n\nOrvane S.A. is the largest customer by far.", "Orvane S.A.", "customer"),
        ("Google signed Orvane S.A. as a customer.", "Orvane S.A.", "customer"),
        ("Orvane Ltd supplied Tessel Ltd in May.", "Tessel Ltd", "customer"),
        ("Orvane Ltd assembles the phone for Tessel Ltd in Hosur.", "Tessel Ltd", "customer"),
        ("Orvane Ltd and Tessel Ltd will each hold 45% of it.", "Tessel Ltd", "partner"),
        ("Orvane Ltd would pay €2 million for Tessel Ltd in May.", "Tessel Ltd", "target"),
        ("Orvane Ltd and Tessel Ltd belong to the most important suppliers.", "Orvane Ltd", "key_player"),
        ("Orvane Ltd and Tessel Ltd are the large packers.", "Orvane Ltd", "key_player"),
        ("Orvane Ltd and Tessel Ltd are the ones to beat.", "Orvane Ltd", "key_player"),
        ("Orvane Ltd is the only national operator.", "Orvane Ltd", "key_player"),
        ("Orvane Ltd, the market leader, has a new chief.", "Orvane Ltd", "key_player"),
        ("Orvane Ltd has about 30% of orders.", "Orvane Ltd", "key_player"),
        ("Then come Orvane Ltd, Tessel Ltd and Kobo Ltd.", "Orvane Ltd", "key_player"),
        ("Key makers are Tessel Ltd and Orvane AG. Orders rose in May.", "Tessel Ltd", "key_player"),
        ("Orvane Research sees snacks growing 8% a year.", "Orvane Research", "publisher"),
    ],
)
def test_roles_in_the_ways_news_puts_them(text: str, name: str, role: str) -> None:
    assert {company.text: company.role for company in companies(text)}[name] == role


@pytest.mark.parametrize(
    "text",
    [
        "The Federal Deposit Insurance Corporation ran it.",
        "The Allianz Arena is full.",
        "Pumps of 5 HP sell well.",
        "Click to share on Facebook",
    ],
)
def test_what_firms_lend_their_name_to_is_refused(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ticker,name,sector\nORVA,Orvane Ltd,Energy\nTESS,Tesselka,Energy\nKOBO,Kobolt Inc,Energy",
            ["Orvane Ltd", "Tesselka", "Kobolt Inc"],
        ),
        (
            "ORVA | Orvane Ltd | Energy\nTESS | Tesselka | Energy\nKOLT | Kobolt Inc | Energy\nLIND | Lindmark | Energy",
            ["Orvane Ltd", "Tesselka", "Kobolt Inc", "Lindmark"],
        ),
        ("A.B. Orvane, Tessel plc, Kobo Ltd", ["A.B. Orvane", "Tessel plc", "Kobo Ltd"]),
        (
            "Members are Aviva, Barclays, Bosch, Antofagasta, Siemens, Philips and BASF.",
            ["Aviva", "Barclays", "Bosch", "Antofagasta", "Siemens", "Philips", "BASF"],
        ),
        ("Rank,Company,Country\n1,Sinopec,China\n2,Orvane,Peru", ["Sinopec", "Orvane"]),
        (
            "Name | Ticker | Weight\nASML Holding NV | ASML | 8.9\nTessel NV | TES | 5.2",
            ["ASML Holding NV", "Tessel NV"],
        ),
        (
            "Gold sponsors of the year: Continental, Orvane AG\nMedia partner: Tessel AG",
            ["Continental", "Orvane AG", "Tessel AG"],
        ),
        (
            "Pinnacle Foods, Orvane Inc, Tessel plc, Kobo Ltd and Liberty Textiles",
            ["Pinnacle Foods", "Orvane Inc", "Tessel plc", "Kobo Ltd", "Liberty Textiles"],
        ),
        (
            "ORVA | Orvane Ltd | Utilities\nSAP | SAP | Energy\nKOLT | Kobolt Inc | Utilities\nLIND | Lindmark | Banks",
            ["Orvane Ltd", "SAP", "Kobolt Inc", "Lindmark"],
        ),
        (
            "Symbol | Security | Sector | Headquarters\nORV | Orvane Foods | Utilities | San Jose, California\n"
            "PUBL | Tesselka | Banks | Lima, Peru",
            ["Orvane Foods", "Tesselka"],
        ),
        (
            "Orvane Ltd (ORV)\nSiemens (SIE)\nTesselka (TES)\nBosch (BOS)",
            ["Orvane Ltd", "Siemens", "Tesselka", "Bosch"],
        ),
        ("O\nOrvane Inc\nOlmstad\n\nS\nSiemens\nSanofi", ["Orvane Inc", "Olmstad", "Siemens", "Sanofi"]),
        ("Bosch - brakes\nOrvano - lifts\nSiemens - doors", ["Bosch", "Orvano", "Siemens"]),
        (
            "Bosch | Orvano | Siemens\nTessel | Sanofi | Lindmark",
            ["Bosch", "Orvano", "Siemens", "Tessel", "Sanofi", "Lindmark"],
        ),
        (
            "It profiles Orvane, Tessel plc,\nKobolt &\nSons, Inc. and Lindmark AB.",
            ["Orvane", "Tessel plc", "Kobolt &\nSons, Inc.", "Lindmark AB"],
        ),
        ("Exhibitors 2026\n\nOrvano\nTesselka\nKobolt", ["Orvano", "Tesselka", "Kobolt"]),
        ("STURM & CO INC\nKOBOLT CO", ["STURM & CO INC", "KOBOLT CO"]),
    ],
)
def test_lists_of_index_members(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


LONG = "Firms of many countries have put up halls for the new lines, and some of them have begun to share what they learn with schools nearby. "


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            f"{LONG}Some of the major companies covered are:\n\nOrvane Inc.\n\nTesselka\n\nKobo AG",
            {"Orvane": "key_player", "Tesselka": "key_player", "Kobo": "key_player"},
        ),
        (f"{LONG}\n\nIts largest customers are these:\n\nTessel AG was slow.", {"Tessel": "mentioned"}),
        (
            "• Orvane Inc., Tessel AG and Kobo SE are the brands to beat.",
            {"Orvane": "key_player", "Kobo": "key_player"},
        ),
        (
            "Who makes them\n\nOrvane Inc. has bought a mill, and last year it paid Tessel AG for another.",
            {"Tessel": "mentioned"},
        ),
        (
            "- Orvane Inc.: mills flour in Lima\n- Tessel AG: sells two models\n- Kobo SE: late, but large",
            {"Orvane": "key_player", "Tessel": "key_player", "Kobo": "key_player"},
        ),
        ("Who makes them\n\nOrvane Inc. leads, with Tessel AG as its best customer.", {"Tessel": "mentioned"}),
        ("Builders' chains such as Tessel AG have moved it to the front.", {"Tessel": "mentioned"}),
        (
            "Makers such as Orvane Inc. and Tessel AG have raised prices.",
            {"Orvane": "key_player", "Tessel": "key_player"},
        ),
        ("The makers of panels: cells come from Tessel AG.", {"Tessel": "mentioned"}),
    ],
)
def test_part_in_the_market(text: str, roles: dict[str, str]) -> None:
    found = {mention.canonical: mention.role for mention in companies(text)}
    assert {name: found.get(name) for name in roles} == roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Who owns the pallets\n\nOrvanka, Cold Harbour, Tesselka and Kobolt wrap most of what is sold.",
            ["Orvanka", "Cold Harbour", "Tesselka", "Kobolt"],
        ),
        ("Who owns the pallets\n\nGrowers, Packers and Shippers own most of what is sold.", []),
        ("Orvanka, Cold Harbour and Tesselka are the three big local names.", ["Orvanka", "Cold Harbour", "Tesselka"]),
        ("Resins, Films and Foams are the three big local products.", []),
        (
            "1. Orvane Foods\n\nThe best of all.\n\n2. Tesselka\n\nIt is dark.\n\n3. Starbucks\n\nIt is near.",
            ["Orvane Foods", "Tesselka", "Starbucks"],
        ),
        (
            "3. Orvane Foods\n\nIt is near.\n\n2. Starbucks\n\nIt is dark.\n\n1. Tesselka\n\nThe best of all.",
            ["Orvane Foods", "Starbucks", "Tesselka"],
        ),
        (
            "1. Introduction\n\nIt is dark.\n\n2. Market Drivers\n\nIt is near.\n\n3. Starbucks\n\nIt is far.",
            ["Starbucks"],
        ),
    ],
)
def test_names_that_stand_together(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Orvane Inc. leads the market. Kobo SE was late and Lindmark AB was slow.", "mentioned"),
        (
            "Orvane Inc. waits for rain; Tessel AG, in Lima, mills flour. Kobo SE was late and Lindmark AB was slow.",
            "mentioned",
        ),
        (
            "Orvane Inc. leads the market; Tessel AG, in Lima, uses two models. Kobo SE has ordered ten and "
            "Lindmark AB was slow.",
            "mentioned",
        ),
    ],
)
def test_a_firm_that_does_nothing_in_the_market_is_mentioned(text: str, role: str) -> None:
    assert {mention.canonical: mention.role for mention in companies(text)}["Lindmark"] == role


@pytest.mark.parametrize(
    "text",
    [
        "Kombucha market to surpass $9bn by 2030.",
        "Tempeh market size was USD 5 million in 2021.",
        "Tempeh exports rose 5% in 2024.",
    ],
)
def test_what_a_market_or_a_trade_is_in_is_no_firm(text: str) -> None:
    assert texts(text) == []


def test_what_a_firm_has_is_no_part_of_its_name() -> None:
    assert texts("Sales of Orvane Inc. rose. Results of Tessel AG fell.") == ["Orvane Inc.", "Tessel AG"]


@pytest.mark.parametrize("text", ["I", "A", "The", "I.", "A. O"])
def test_text_of_one_word_is_no_company(text: str) -> None:
    assert companies(text) == []


def test_title_of_a_column_says_what_part_its_firms_have() -> None:
    rows = ["Date | Acquirer | Target", "May 2023 | Orvane Foods | Tesselka", "June 2023 | Lindmark | Kobo Inc."]
    found = {company.text: company.role for company in companies("\n".join(rows))}
    assert found == {"Orvane Foods": "acquirer", "Tesselka": "target", "Lindmark": "acquirer", "Kobo Inc.": "target"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The study names Orvane, Tesselka and Kobolt Inc as the most important suppliers.",
            ["Orvane", "Tesselka", "Kobolt Inc"],
        ),
        ("Producers are mostly start-ups such as Squirrel Sisters in Leeds.", ["Squirrel Sisters"]),
        ("Cali Bamboo, owned by Victor Capital Partners, grew.", ["Cali Bamboo", "Victor Capital Partners"]),
        (
            "Orvane plc, Yarns and Threads Ltd., Tessel AG and Kobolt Inc",
            ["Orvane plc", "Yarns and Threads Ltd.", "Tessel AG", "Kobolt Inc"],
        ),
        ("Delta pilots rejected the offer.", ["Delta"]),
        ("Former Theranos staff met.", ["Theranos"]),
        ("A Boeing 737 slid off the runway.", []),
        ("The theatre in Orange reopens.", []),
        (
            "The report portrays Orvane, Urban Arrow (Pon Ltd), Tesselka and Kobolt GmbH.",
            ["Orvane", "Urban Arrow", "Pon Ltd", "Tesselka", "Kobolt GmbH"],
        ),
        ("Morenot, Orvano and Garware Fibres Ltd are named.", ["Morenot", "Orvano", "Garware Fibres Ltd"]),
        ("Cells above 350 Wh per kilogram belong to the online tradeSubscription.", []),
        ("Leading companies\n◘ Orvano\n◘ Tesselka", ["Orvano", "Tesselka"]),
        ("KB Insurance offers a policy.", ["KB Insurance"]),
        ("They merged; the new firm, Orvatek, will sit in Lima.", ["Orvatek"]),
        ("The buyer, Tesselka Orva, takes on debts.", ["Tesselka Orva"]),
        ("He worked for a contractor, Tesselka Services.", ["Tesselka Services"]),
        ("Among suppliers, Wholesalers come first.", []),
        ("Rivals Danone and Mondelez rose.", ["Danone", "Mondelez"]),
        ("Key players include Orvaneta, Kobora's and Tesselka.", ["Orvaneta", "Kobora's", "Tesselka"]),
        ("Among the buyers are Haribo and Kobora's.", ["Haribo", "Kobora's"]),
        ("It is bigger than Apple and Samsung's.", ["Apple", "Samsung"]),
        ("The bank named Elodie Tessel to run it.", []),
        ("Key players\n- Investors\n- Research Firms\n- Government Authorities", []),
    ],
)
def test_firms_of_the_news(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "TOO Astyk Dala",
        "PT Surya Kelapa",
        "Tarnvik Teoranta",
        "Kobolt Anonim Şirketi",
        "Công ty TNHH Tarnvik",
        "STURM RUGER & CO INC",
        "Tessel Brush Mfg. Co., Inc.",
        "Tarnvik Ekonomisk förening",
    ],
)
def test_forms_of_many_countries(name: str) -> None:
    assert texts(f"Grain was sold to {name} in March.") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orvane Inc., tesselko, Kobo GmbH and brixal lead the field.",
            ["Orvane Inc.", "tesselko", "Kobo GmbH", "brixal"],
        ),
        ("Orvane Inc., resins, Kobo GmbH and others grew.", ["Orvane Inc.", "Kobo GmbH"]),
        (
            "Sensors: Kobo AG, brixAl industrial imaging AG, Tessel AB",
            ["Kobo AG", "brixAl industrial imaging AG", "Tessel AB"],
        ),
        ("- Orvane Chief Tarps\n- Tessel Inc.\n- Lindmark AB", ["Orvane Chief Tarps", "Tessel Inc.", "Lindmark AB"]),
        ("Tessel AB CEO Mark Orvane spoke.", ["Tessel AB"]),
        ("The vendors are Q-nomy, Orvane Inc. and Tessel AB.", ["Q-nomy", "Orvane Inc.", "Tessel AB"]),
        ("➤ Top players\n\nOrvane Pty Ltd\nGray-Tessel\nKobo", ["Orvane Pty Ltd", "Gray-Tessel", "Kobo"]),
        ("“Done,” said Yvan Dion, the firm's president.", []),
        ("The European Catheter Society mentions it.", []),
        ("• Product launches are expected.", []),
    ],
)
def test_names_in_small_letters_and_names_that_hold_words_of_the_language(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Orvane Inc., Tessel and Kobo have followed.",
        "Orvane Inc., Tessel and Kobo come next.",
        "Behind them are Orvane Inc., Tessel and Kobo.",
        "The leading group consists of Orvane Inc., Tessel and Kobo.",
    ],
)
def test_prose_ranks_the_players(text: str) -> None:
    assert {company.canonical: company.role for company in companies(text)} == dict.fromkeys(
        ["Orvane", "Tessel", "Kobo"], "key_player"
    )


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Key players include Orvane (Tesselka), Lindmark AB and Kobo Inc.", "Tesselka"),
        ("Key players include Orvane (Peru), Lindmark AB and Kobo Inc.", None),
        ("Key players include Orvane (Orv), Lindmark AB and Kobo Inc.", None),
    ],
)
def test_owner_in_brackets_is_mentioned(text: str, owner: str | None) -> None:
    roles = {company.text: company.role for company in companies(text)}
    assert [name for name, role in roles.items() if role == "mentioned"] == [owner][: owner is not None]


def test_possessive_inside_a_list_is_part_of_the_name() -> None:
    assert texts("Orvane Inc., Tessel's, Kobo AG and Brixal are profiled.") == [
        "Orvane Inc.",
        "Tessel's",
        "Kobo AG",
        "Brixal",
    ]


def test_plural_of_a_word_of_the_text_is_no_firm() -> None:
    assert texts("Who buys\n\nCroftholders are the hope. We expect croftholder sales to rise.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Listed are Orvanex, Tesselin, Kobotek Industria and Tenaxa.", ["Orvanex", "Tesselin", "Kobotek Industria", "Tenaxa"]),
        ("Players: Automated Ag Systems, Orvanex, Tesselin and Kobotek.", ["Automated Ag Systems", "Orvanex", "Tesselin", "Kobotek"]),
        ("The sector buys from Carrier Transicold and Orvane Ltd.", ["Carrier Transicold", "Orvane Ltd."]),
    ],
)  # fmt: skip
def test_names_of_lists_are_whole(text: str, names: list[str]) -> None:
    assert texts(text) == names


@pytest.mark.parametrize(
    "heading",
    [
        "Quién lo vende",
        "Quem está no jogo",
        "Vem säljer?",
        "Wer verkauft?",
        "Principales empresas",
        "Wichtigste Hersteller",
    ],
)
def test_headings_of_other_languages_lead_in_a_list(heading: str) -> None:
    assert texts(f"{heading}\n\n- Casa Orvane\n- Tesselkobo\n- Marekdos") == ["Casa Orvane", "Tesselkobo", "Marekdos"]
