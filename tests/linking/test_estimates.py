"""Amounts with their years, kinds and scopes, pattern by pattern, refusals beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]
Show = Callable[[Links], list[str]]

SENTENCES = [
    ("The kelp snack market was valued at USD 4.1 billion in 2023 and is projected to reach USD 7.7 billion by 2031.", ["base 4100 USD 2023", "forecast 7700 USD 2031"]),
    ("The kelp snack market is set to grow from $2.1bn in 2024 to $3.4bn in 2030.", ["base 2100 USD 2024", "forecast 3400 USD 2030"]),
    ("Analysts see the kelp snack market at US$ 3.4 Bn by 2030, up from US$ 2.1 Bn in 2024.", ["forecast 3400 USD 2030", "base 2100 USD 2024"]),
    (
        "The kelp snack market was valued at $1.9 billion in 2023. It is set to grow from $2.1 billion in 2024 "
        "to $4.0 billion by 2032.",
        ["historical 1900 USD 2023", "base 2100 USD 2024", "forecast 4000 USD 2032"],
    ),
    ("With a CAGR of 5%, the kelp snack market will be worth USD 900 million in 2029.", ["forecast 900 USD 2029"]),
    ("By 2033 the kelp snack opportunity could exceed USD 1.2 Tn.", ["forecast 1200000 USD 2033"]),
    ("The kelp snack market, which ended 2021 at $380 million, is not done growing.", ["base 380 USD 2021"]),
    ("The kelp snack market will grow by USD 184 million during 2023-2028.", ["incremental 184 USD 2028"]),
    ("The absolute dollar opportunity in kelp snacks between 2024 and 2034 amounts to US$ 700 Mn.", ["incremental 700 USD 2034"]),
    ("Between 2025 and 2033 the kelp snack market will climb from $0.4 billion to $5.2 billion.", ["base 400 USD 2025", "forecast 5200 USD 2033"]),
    ("Kelp snacks: USD 40 mn (2023) → USD 95 mn (2032).", ["base 40 USD 2023", "forecast 95 USD 2032"]),
    ("The kelp snack market was worth USD 4.6 billion (about EUR 4.2 billion) in 2023.", ["base 4600 USD 2023", "base 4200 EUR 2023"]),
    ("The kelp snack market was worth Rs 6,100 crore in 2022-23.", ["base 61000 INR 2023"]),
    ("Kelp snack sales could come close to USD 3.7 billion by 2029.", ["forecast 3700 USD 2029"]),
    ("The U.S. kelp snack market is estimated at US$ 1.1 Billion in 2022, while China is forecast to reach US$ "
    "960 Million by 2030.",
     ["base 1100 USD 2022", "forecast 960 USD 2030 [China]"]),
    ("The kelp snack market stood at $4 billion in 2023. North America, Europe and Asia were worth $2 billion, "
    "$1.1 billion and $0.9 billion in 2023.",
     ["base 4000 USD 2023", "base 2000 USD 2023 [North America]", "base 1100 USD 2023 [Europe]", "base 900 USD 2023 [Asia]"]),
    ("The kelp snack market was $4 billion in 2023. The roasted segment accounted for USD 900 million in 2023.",
     ["base 4000 USD 2023", "base 900 USD 2023 [roasted]"]),
    ("The kelp snack market was $4 billion in 2023 and will be $6 billion in 2031. Dried strips will account for $1.2bn in 2031, "
    "and powders for $0.6bn.",
     ["base 4000 USD 2023", "forecast 6000 USD 2031", "forecast 1200 USD 2031 [Dried strips]", "forecast 600 USD 2031 [powders]"]),
    ("Spending on kelp snacks will be €200m-€250m in 2029.", ["forecast 200-250 EUR 2029"]),
    ("The kelp snack market was INR 3,200 crore in FY24.", ["base 32000 INR 2024"]),
    ("USD 5.6 billion is what the kelp snack market will be worth in 2031.", ["forecast 5600 USD 2031"]),
    ("By 2032, $12.4 billion will be spent on kelp snacks.", ["forecast 12400 USD 2032"]),
    ("Global sales of kelp snacks totalled 42 million dollars in 2021, up from 38 million dollars the year before.", ["base 42 USD 2021", "historical 38 USD 2020"]),
    ("The kelp snack market: 2020 – $1.1bn; 2025 – $1.9bn; 2030 – $3.3bn.", ["historical 1100 USD 2020", "base 1900 USD 2025", "forecast 3300 USD 2030"]),
    ("Base year 2023: USD 410 Mn. Forecast year 2030: USD 722.5 Mn.", ["base 410 USD 2023", "forecast 722.5 USD 2030"]),
    ("The kelp snack market will go from strength to strength: USD 905 million (2024), USD 1.3 billion (2031).",
     ["base 905 USD 2024", "forecast 1300 USD 2031"]),
    ("The kelp snack market fell to $1.1 billion in 2024. Recovery to $1.5 billion by 2030 is what Marlow Data pencils in.",
     ["base 1100 USD 2024", "forecast 1500 USD 2030"]),
    ("Kelp snack sales doubled to EUR 310 million between 2019 and 2024.", ["base 310 EUR 2024"]),
    ("The kelp snack market went from $203 million (2015) through $288 million (2019) to $377 million (2023).",
     ["historical 203 USD 2015", "historical 288 USD 2019", "base 377 USD 2023"]),
    ("Kelp snack spending, $1.3 billion in 2019, had withered to $0.9 billion by 2023.", ["historical 1300 USD 2019", "base 900 USD 2023"]),
    ("From 2017 to 2021 kelp snack sales rose at a CAGR of 2.2% to $9.6 billion in 2021.", ["base 9600 USD 2021"]),
    ("Kelp snack sales brought in 1,45 Mrd. Euro in 2022, against 1,3 Mrd. Euro in 2021.", ["base 1450 EUR 2022", "historical 1300 EUR 2021"]),
    ("The kelp snack market grew at 7.7% a year in 2019-2023 and was then worth $3 billion.", ["base 3000 USD None"]),
    ("Turnover of the kelp snack market has gone from $310 million in 2018 to $780 million in 2024. Tidal Data expects $1.9 billion in 2034.",
     ["historical 310 USD 2018", "base 780 USD 2024", "forecast 1900 USD 2034"]),
    ("The kelp snack market stood at $640 million in 2024. Through 2030 it will grow by 7.4% each year, counted from 2024, and come to "
    "$985 million.", ["base 640 USD 2024", "forecast 985 USD 2030"]),
    ("By the late 2030s the kelp snack market may be worth $120 million.", ["forecast 120 USD None"]),
    ("Kelp snacks, in dollars: $1.1 billion in 2021, $1.9 billion in 2026 (11.5% CAGR).", ["base 1100 USD 2021", "forecast 1900 USD 2026"]),
    ("The kelp snack market was $4 billion in 2023. Dried strips: USD 1.2 billion in 2023.",
     ["base 4000 USD 2023", "base 1200 USD 2023 [Dried strips]"]),
    ("We raise our estimate of the kelp snack market to EUR 19 billion in 2030 (from EUR 18 billion) against EUR 10 billion in 2024.",
     ["forecast 19000 EUR 2030", "base 10000 EUR 2024"]),
    ("Europe had kelp snacks worth $1 billion in 2024. The kelp snack market was $2 billion in 2024, and it will be $3 billion "
    "in 2031.",
     ["base 1000 USD 2024 [Europe]", "base 2000 USD 2024", "forecast 3000 USD 2031"]),
    ("In 2024 the kelp snack market stood at $8 billion and is likely to touch $13 billion in 2031.", ["base 8000 USD 2024", "forecast 13000 USD 2031"]),
    ("The kelp snack market grew from $2.0 billion in 2023 to $2.3 billion in 2024. It will reach $4.8 billion by 2030.",
     ["historical 2000 USD 2023", "base 2300 USD 2024", "forecast 4800 USD 2030"]),
    ("The kelp snack market was $4 billion in 2023. In China it was worth $0.3 billion in 2023.", ["base 4000 USD 2023", "base 300 USD 2023 [China]"]),
    ("The kelp snack market was $4 billion in 2023. Most sales are made in Japan ($1.2 billion in 2023).", ["base 4000 USD 2023", "base 1200 USD 2023 [Japan]"]),
    ("Harrow Research expects the kelp snack market to be worth $4 billion in 2030, while Castell Research sees "
    "$6.5 billion in the same year.",
     ["forecast 4000 USD 2030", "forecast 6500 USD 2030"]),
    ("The kelp snack market was worth $4 billion in 2023. Over the forecast period 2024-2032 it should reach $7 "
    "billion.",
     ["base 4000 USD 2023", "forecast 7000 USD 2032"]),
    ("The kelp snack market is to be worth USD 780 million in 2025, growing to USD 1,030 million in 2030 and USD "
    "1,350 million in 2035.",
     ["base 780 USD 2025", "historical 1030 USD 2030", "forecast 1350 USD 2035"]),
    ("The kelp snack market is estimated at $3.2 billion in 2024, $3.5 billion in 2025 and $5.1 billion in 2030.",
     ["historical 3200 USD 2024", "base 3500 USD 2025", "forecast 5100 USD 2030"]),
    ("The kelp snack market will grow from $4.1 billion in 2024 to $4.5 billion in 2025. It will grow to $6.2 "
    "billion in 2029.",
     ["historical 4100 USD 2024", "base 4500 USD 2025", "forecast 6200 USD 2029"]),
    ("The kelp snack market, worth $3 billion in 2023, will hit $5 billion by 2030.", ["base 3000 USD 2023", "forecast 5000 USD 2030"]),
    ("The kelp snack market, worth $6.9 billion in 2023 after a fall of 9.2% from $7.6 billion in 2022, will "
    "recover to $9.1 billion in 2030.",
     ["base 6900 USD 2023", "historical 7600 USD 2022", "forecast 9100 USD 2030"]),
    ("The kelp snack market is estimated to be valued at $13.9 billion in 2024 and to grow at a CAGR of 8.1% over "
    "2024 to 2031.", ["base 13900 USD 2024"]),
    ("LIMA, Nov. 14, 2025 - The kelp snack market took $1.4 billion of spending in 2023.", ["base 1400 USD 2023"]),
    ("Harrow Research has published a report on the kelp snack market, estimating its value at $21 billion in "
    "2022, with projections indicating it will reach $52 billion by 2030.",
     ["base 21000 USD 2022", "forecast 52000 USD 2030"]),
    ("By 2030 the kelp snack opportunity is worth USD 2 billion.", ["forecast 2000 USD 2030"]),
    ("By 2032 the kelp snack market should lie anywhere from EUR 1.1 billion to EUR 1.4 billion.", ["forecast 1100-1400 EUR 2032"]),
    ("The kelp snack market stood at $4 billion in 2023, and Japan took $1.2 billion of the $4 billion kelp snack "
    "market in 2023.",
     ["base 4000 USD 2023", "base 1200 USD 2023 [Japan]"]),
    ("The kelp snack market was $4 billion in 2023. Revenue reached $0.9 billion in 2023 in Peru.", ["base 4000 USD 2023", "base 900 USD 2023 [Peru]"]),
    ("One report puts the kelp snack market at $2.3 billion in 2024 and another at $3.1 billion.", ["base 2300 USD 2024", "base 3100 USD 2024"]),
    ("Orvane AG leads the kelp snack market, which was worth $3 billion in 2024 and should reach $5 billion by 2030.", ["base 3000 USD 2024", "forecast 5000 USD 2030"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_estimates_of_a_sentence(link: Link, values: Show, text: str, wanted: list[str]) -> None:
    assert values(link(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Tidal Bites raised $12 million in a Series A round in 2024.",
        "Harrow Foods acquired its rival for $1.1 billion in 2022.",
        "The company posted revenue of $3.4 million in 2024.",
        "The report costs USD 4,850 for a single user.",
        "A kilo sold for $12 a unit in the 1990s.",
        "Revenue in Q3 2024 was $18.4 million.",
        "The ministry sets aside ₹2,000 crore for stations.",
        "It is building an $8.4 billion plant in Oman.",
        "Investment in kelp farms rose to $1.9 billion in 2023 from $1.5 billion in 2022.",
        "Backers put its valuation at $210 million.",
        "Sales should rise at XX% a year, to USD XX million in 2036.",
    ],
)
def test_money_that_is_no_market_figure(link: Link, text: str) -> None:
    assert link(text).estimates == []


def test_same_fact_three_times_is_one_estimate(link: Link, values: Show) -> None:
    links = link(
        "The tray market was valued at $3.3 billion in 2022 and will reach $6.1 billion by 2032.\nIn 2022 the "
        "tray market stood at USD 3.3 billion.",
        title="Tray Market to Reach $6.1 Billion by 2032",
    )
    assert values(links) == ["base 3300 USD 2022", "forecast 6100 USD 2032"]
    assert [len(item.evidence) for item in links.estimates] == [2, 2]
    assert links.estimates[1].evidence[1].field == "title"


def test_rounded_title_repeats_the_finer_figure(link: Link, values: Show) -> None:
    links = link(
        "The tray market was worth $5.78bn in 2024 and will reach $9.12bn by 2033.",
        title="Tray market heads towards $9bn",
    )
    assert values(links) == ["base 5780 USD 2024", "forecast 9120 USD 2033"]


def test_title_with_another_figure_is_kept(link: Link, values: Show) -> None:
    links = link(
        "The tray market was worth $6.2bn in 2023 and will reach $11.8bn by 2030.",
        title="Tray Market to Reach $14.2 Billion by 2030",
    )
    assert values(links) == ["base 6200 USD 2023", "forecast 11800 USD 2030", "forecast 14200 USD 2030"]
    assert links.estimates[2].evidence[0].field == "title"


def test_different_figures_for_one_fact_are_both_kept(link: Link, values: Show) -> None:
    links = link(
        "The tray market was worth $5.0bn in 2024. Elsewhere the report says the tray market reached $6.2bn in 2024."
    )
    assert values(links) == ["base 5000 USD 2024", "base 6200 USD 2024"]


def test_value_line_above_its_label(link: Link, values: Show) -> None:
    links = link(
        "USD 210 Million\nMarket Size in 2023\nUSD 480 Million\nMarket Size in 2030", title="Pet Camera Market"
    )
    assert values(links) == ["base 210 USD 2023", "forecast 480 USD 2030"]


def test_value_line_below_its_label(link: Link, values: Show) -> None:
    links = link(
        "Market Size in 2023\nUSD 210 Million\nMarket Size in 2030\nUSD 480 Million", title="Pet Camera Market"
    )
    assert values(links) == ["base 210 USD 2023", "forecast 480 USD 2030"]


def test_scope_table_with_declared_base_year(link: Link, values: Show) -> None:
    links = link(
        "The pet camera market was estimated at USD 54 million in 2023.\nMarket size value in 2024 | USD 60 million\n"
        "Revenue forecast in 2030 | USD 182 million\nBase year for estimation | 2023",
        title="Pet Camera Market Report",
    )
    assert values(links) == ["base 54 USD 2023", "historical 60 USD 2024", "forecast 182 USD 2030"]


def test_columns_give_the_year_and_rows_the_scope(link: Link, values: Show) -> None:
    links = link(
        "Segment | 2024 | 2030\nShelled | USD 120 Mn | USD 210 Mn\nTotal | USD 200 Mn | USD 311 Mn",
        title="Hemp Seed Market",
    )
    assert values(links) == [
        "base 120 USD 2024 [Shelled]", "forecast 210 USD 2030 [Shelled]", "base 200 USD 2024", "forecast 311 USD 2030",
    ]  # fmt: skip


def test_answer_takes_the_year_of_its_question(link: Link, values: Show) -> None:
    links = link("How large was the vegan cheese market in 2020?\nIt was worth US$ 17 Billion.")
    assert values(links) == ["base 17000 USD 2020"]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How large will the cheese market be?", "forecast 17000 USD None"),
        ("How large is the cheese market?", "base 17000 USD None"),
    ],
)
def test_answer_lies_ahead_where_its_question_does(link: Link, values: Show, question: str, wanted: str) -> None:
    assert values(link(f"{question}\nAbout US$ 17 Billion.")) == [wanted]


def test_respectively_pairs_amounts_and_years(link: Link) -> None:
    links = link("The lamp market was worth USD 5.6 billion and USD 9.1 billion in 2017 and 2022, respectively.")
    assert [(item.amount, item.year) for item in links.estimates] == [(5_600_000_000, 2017), (9_100_000_000, 2022)]


def test_evidence_slices_text_and_title(link: Link) -> None:
    title = "Tray Market to Reach $6.1 Billion by 2032"
    text = "The tray market was valued at $3.3 billion in 2022 and will reach $6.1 billion by 2032, a CAGR of 6.3%."
    links = link(text, title=title)
    for item in (*links.estimates, *links.growth):
        for piece in item.evidence:
            assert (title if piece.field == "title" else text)[piece.start : piece.end] == piece.text


def test_declined_amounts_are_counted(link: Link) -> None:
    links = link("Tidal Bites raised $12 million in 2024. The snack bar market was worth $9 billion in 2023.")
    assert links.declined == {"no_market_value": 1}
    assert links.issues == []


def test_doubtful_amounts_are_an_issue(link: Link) -> None:
    links = link("The snack bar market was worth $9 billion in 2023. The harbour handled $120 million of it.")
    assert links.declined == {"doubtful": 1}
    assert [(issue.stage, issue.code) for issue in links.issues] == [("linking", "declined")]


def test_two_markets_in_one_article(link: Link, values: Show) -> None:
    links = link(
        "The oat drink market was worth $4 billion in 2023 and will reach $7 billion by 2030. "
        "The tofu market reached $2 billion in 2023.",
        title="Oat Drink Market Report",
    )
    assert values(links) == ["base 4000 USD 2023", "forecast 7000 USD 2030", "base 2000 USD 2023 <Tofu Market>"]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (
            "Premiums, C$ m | 2022 | 2030\nOntario | 390 | 610",
            ["base 390 CAD 2022 [Ontario]", "forecast 610 CAD 2030 [Ontario]"],
        ),
        (
            "Premiums, C$ m | 2022 | 2023\nOntario | 390 | 410",
            ["historical 390 CAD 2022 [Ontario]", "base 410 CAD 2023 [Ontario]"],
        ),
        (
            "Region | 2023 (C$ million)\nOntario | 410\nQuebec | 120",
            ["base 410 CAD 2023 [Ontario]", "base 120 CAD 2023 [Quebec]"],
        ),
        (
            "The Canadian kelp market was C$ 900 million in 2023.\n\n"
            "Market by province, 2023\nProvince | Premiums (C$ million)\nOntario | 410",
            ["base 900 CAD 2023", "base 410 CAD 2023 [Ontario]"],
        ),
        ("Company | 2023 revenue (USD million)\nAlder | 410", []),
        ("Model | Price (USD)\nAlder | 410", []),
    ],
)
def test_estimates_of_a_table_that_states_its_unit_once(
    link: Link, values: Show, table: str, wanted: list[str]
) -> None:
    assert values(link(table)) == wanted


def test_a_list_below_a_table_is_no_part_of_it(link: Link, values: Show) -> None:
    text = "Metric | Value\nMarket size in 2024 | $4 billion\n- Source: a study of May 2025.\n- The kelp market may reach $9 billion by 2031."
    assert values(link(text))[-1] == "forecast 9000 USD 2031"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The kelp market was worth $1.1 billion last year and will reach $3 billion by 2030.",
            ["base 1100 USD 2023", "forecast 3000 USD 2030"],
        ),
        (
            "Kelp sales will double between 2024 and 2032, from $4 billion to $8 billion.",
            ["base 4000 USD 2024", "forecast 8000 USD 2032"],
        ),
        ("The kelp market grew 8% in 2024 to $4.2 billion.", ["base 4200 USD 2024"]),
        (
            "The kelp market increased in 2024 to $4.2 billion, from $3.9 billion in 2023.",
            ["base 4200 USD 2024", "historical 3900 USD 2023"],
        ),
        (
            "The kelp market will grow from $4 billion in 2025 to $9 billion by 2032. Europe stood at $1 billion "
            "in 2024.",
            ["base 4000 USD 2025", "forecast 9000 USD 2032", "historical 1000 USD 2024 [Europe]"],
        ),
        ("Ridgeway Data, a research firm, has put the kelp market at $2.9 billion in 2023.", ["base 2900 USD 2023"]),
        ("Last year the kelp market was worth $1.1 billion.", ["base 1100 USD 2023"]),
        (
            "Customs destroyed kelp worth $1.9 million in 2024. The kelp market was worth $4 billion in 2023.",
            ["base 4000 USD 2023"],
        ),
        ("Halvor AB (HALV) reported second-quarter net sales of $1.8 billion.", []),
        (
            "The kelp market is $512 million in 2023 and should reach $842 million by 2033, at a CAGR of 5.1% from 2024 "
            "to 2033. The kelp market was $512 million in 2023, is $538 million in 2024 and should surpass $842 million "
            "by 2033, at a CAGR of 5.1% between 2024 and 2033.",
            ["base 512 USD 2023", "forecast 842 USD 2033", "historical 538 USD 2024"],
        ),
        (
            "The kelp market was worth $4 billion in 2023. Shipments of apparel from Peru were worth $47 billion in 2023. "
            "Exports, worth $41 million last year, went to Chile.",
            ["base 4000 USD 2023"],
        ),
        (
            "The kelp market was worth $4 billion in 2023. Peru led with 41%, which equals $1.6 billion.",
            ["base 4000 USD 2023", "base 1600 USD 2023 [Peru]"],
        ),
        (
            "The kelp market was worth $4 billion in 2023.\nRecent Developments\n- In May 2024, Halvor AB enlarged its "
            "mill in Lima for $14 million.",
            ["base 4000 USD 2023"],
        ),
        (
            "The kelp market slid from $9 billion in 2018 to $4 billion in 2023 and should be down to $2 billion by 2030.",
            ["historical 9000 USD 2018", "base 4000 USD 2023", "forecast 2000 USD 2030"],
        ),
        ("The kelp market will expand by 7% a year and hit $2 billion in 2030.", ["forecast 2000 USD 2030"]),
        ("Britons spent $2 billion on kelp snacks and kelp powders in 2023.", ["base 2000 USD 2023"]),
        ("Kelp snacks were worth $2 billion and will be worth more in 2030.", ["base 2000 USD None"]),
        ("To 2030 the firm reckons with 6% p.a. and a kelp market of $2 billion.", ["forecast 2000 USD 2030"]),
    ],
)
def test_years_told_from_publication_and_other_money(link: Link, values: Show, text: str, wanted: list[str]) -> None:
    assert values(link(text, published="2024-08-30")) == wanted


def test_a_figure_of_the_title_makes_its_whole_sentence_the_market(link: Link, values: Show) -> None:
    text = "Sales of kelp dryers, belts and the boards that drive them came to $2.9 billion in 2024 and should climb to $4.7 billion by 2029."
    assert values(link(text, title="Kelp dryer market opens wider: $4.7 billion by 2029")) == [
        "base 2900 USD 2024",
        "forecast 4700 USD 2029",
    ]


def test_rows_of_a_table_of_markets_are_markets(link: Link, values: Show) -> None:
    text = (
        "Market | Base | Forecast | CAGR\nKelp boxes | $9 million (2023) | $14 million (2031) | 6%\n"
        "Reed pallets | $118 million (2023) | $187 million (2030) | 7%"
    )
    assert values(link(text, title="Two forecasts in one table")) == [
        "base 9 USD 2023 <Kelp Boxes Market>",
        "forecast 14 USD 2031 <Kelp Boxes Market>",
        "base 118 USD 2023 <Reed Pallets Market>",
        "forecast 187 USD 2030 <Reed Pallets Market>",
    ]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Market value (base year)", "Market value (end of forecast)"),
        ("Size in the base year", "Size at the close of the period"),
        ("Market size in base year", "Market size at the end of the forecast period"),
    ],
)
def test_labels_of_the_first_and_the_last_year_are_dated_by_what_is_declared(
    link: Link, values: Show, first: str, last: str
) -> None:
    text = f"Base year: 2024\nForecast period: 2025-2034\n{first}: $412 million\n{last}: $1,105 million"
    assert set(values(link(text, title="Kelp Snack Market"))) == {"base 412 USD 2024", "forecast 1105 USD 2034"}


def test_a_part_behind_a_comma_of_the_title_is_not_the_market(link: Link, values: Show) -> None:
    text = (
        "The kelp snack market was worth $4 billion in 2023 and will reach $7 billion by 2031. Refills, a separate stream, "
        "are put at $412 million by 2031."
    )
    shown = values(link(text, title="Kelp Snack Market to Reach $7 Billion, Refills Worth $412 Million by 2031"))
    assert shown == ["base 4000 USD 2023", "forecast 7000 USD 2031", "forecast 412 USD 2031 [Refills]"]


def test_the_exact_figure_behind_a_round_one_has_its_year(link: Link, values: Show) -> None:
    text = (
        "The kelp snack market was worth $318 million in 2024. By 2034 we expect just over $1 billion: $1.04 billion."
    )
    assert set(values(link(text))) == {"base 318 USD 2024", "forecast 1040 USD 2034"}


@pytest.mark.parametrize(
    "traded",
    [
        "Exports of kelp snacks reached $410 million in 2023.",
        "Customs recorded shipments of $410 million in 2024.",
        "Snacks worth $410 million crossed the border in 2024.",
    ],
)
def test_what_crosses_a_border_is_no_value_of_the_market(link: Link, values: Show, traded: str) -> None:
    text = f"The kelp snack market was worth $2 billion in 2024 and will reach $3 billion by 2031. {traded}"
    assert values(link(text, title="Kelp Snack Market Outlook")) == ["base 2000 USD 2024", "forecast 3000 USD 2031"]


def test_a_part_that_comes_first_has_its_value(link: Link, values: Show) -> None:
    text = "The kelp snack market was worth $2 billion in 2024. Sheets come first, with $900 million in 2024."
    assert values(link(text, title="Kelp Snack Market Outlook")) == ["base 2000 USD 2024", "base 900 USD 2024 [Sheets]"]


def test_without_a_date_a_value_of_years_to_come_is_a_forecast(link: Link, values: Show) -> None:
    text = "The kelp snack market reached $2 billion in 2025 and came to $3 billion for 2035."
    assert values(link(text, title="Kelp Snack Market Outlook")) == ["base 2000 USD 2025", "forecast 3000 USD 2035"]


def test_an_answer_without_a_verb_names_what_has_the_value(link: Link, values: Show) -> None:
    text = "The kelp snack market was worth $2 billion in 2024.\nWhich sells most?\nSheets, with $900 million in 2024."
    assert values(link(text, title="Kelp Snack Market Outlook")) == ["base 2000 USD 2024", "base 900 USD 2024 [Sheets]"]
