"""Rates with kind, period and scope: stated, inferred, negative, in lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]
Show = Callable[[Links], list[str]]

LEVELS = "The kelp snack market was valued at $2 billion in 2024 and will reach $3 billion by 2031"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The kelp snack market was worth $2 billion in 2024 and will reach $3 billion by 2031. Growth would thus average "
            "6% a year, a little less than the 7.5% a year of 2019 to 2024.",
            ["CAGR 6 ~2024-2031", "CAGR 7.5 2019-2024"],
        ),
        (
            "China, with fewer births every year, is the only country in which sales fell in 2024 (minus 2.6%).",
            ["YoY -2.6 None-2024"],
        ),
        (f"{LEVELS}, at a CAGR of 6.1% from 2025 to 2031.", ["CAGR 6.1 2025-2031"]),
        (f"{LEVELS}. Prices at the low end fall by about 9% a year.", ["CAGR -9 None-None [Prices at the low]"]),
        (
            f"{LEVELS}. With no part to wear, dried strips keep their taste. The segment should post a CAGR of 12.3%.",
            ["CAGR 12.3 ~2024-2031 [segment]"],
        ),
        (
            f"{LEVELS}, at a CAGR of 6.1%. Fried sheets crisp without much oil. They will grow at 8.3% a year until 2031.",
            ["CAGR 6.1 ~2024-2031", "CAGR 8.3 ~2024-2031 [Fried sheets]"],
        ),
        (
            f"{LEVELS}, at a CAGR of 6.1%. Low fat snacks are new. The report has them growing at 8.3% a year.",
            ["CAGR 6.1 ~2024-2031", "CAGR 8.3 ~2024-2031 [Low fat snacks]"],
        ),
        (
            f"{LEVELS}, at a CAGR of 6.1%. Cinemas, with 37% of demand, are expected to grow by 8.3% a year.",
            ["CAGR 6.1 ~2024-2031", "share 37 None-None [Cinemas]", "CAGR 8.3 ~2024-2031 [Cinemas]"],
        ),
        (
            "Quill Economics, which follows snacks, says that the kelp snack market will grow by 8.3% a year to 2031.",
            ["CAGR 8.3 None-2031"],
        ),
        (
            f"{LEVELS}, advancing at 6.1% a year from 2026 onwards. The roasted segment will grow at 8.3% a year.",
            ["CAGR 6.1 ~2026-2031", "CAGR 8.3 ~2026-2031 [roasted]"],
        ),
        ("Banks lend to kelp farms at about 9% a year.", ["other 9 None-None"]),
        ("The kelp snack market is growing at 9% a year as loans get cheap.", ["CAGR 9 None-None"]),
        ("Trials of kelp snacks used 8% of the usual dose.", ["other 8 None-None"]),
        ("Kelp snack sales fell by 31% in a year.", ["YoY -31 None-None"]),
        ("Kelp snack dealers paid 22% less for them in 2024 than a year earlier.", ["YoY -22 None-2024"]),
        ("The order was 12% less than last year.", ["YoY -12 None-None"]),
        ("Kelp snacks are projected to grow the fastest at 10.8% through 2031.", ["CAGR 10.8 None-2031"]),
        ("The bag-drop segment of kelp snacks is set for a CAGR of 7.3%.", ["CAGR 7.3 None-None [bag-drop]"]),
        ("The contract packing segment is set for a CAGR of 7.3%.", ["CAGR 7.3 None-None [contract packing]"]),
        ("The kelp snack market should contract at a CAGR of 7.3%.", ["CAGR -7.3 None-None"]),
        (f"{LEVELS}, at a CAGR of 6.1%.", ["CAGR 6.1 ~2024-2031"]),
        (f"{LEVELS}, at a CAGR of 6.1% during the forecast period.", ["CAGR 6.1 ~2024-2031"]),
        (
            f"{LEVELS}, at a CAGR of 6.1% during the forecast period. The forecast period is 2025-2031.",
            ["CAGR 6.1 ~2025-2031"],
        ),
        (f"{LEVELS}. Over the forecast period 2025 to 2031 the CAGR is 6.1%.", ["CAGR 6.1 2025-2031"]),
        ("The kelp snack market has a CAGR(2021-2026) of 8.2%.", ["CAGR 8.2 2021-2026"]),
        ("The kelp snack market is set to shrink at a CAGR of (2.7%) between 2021 and 2029.", ["CAGR -2.7 2021-2029"]),
        (
            "The kelp snack market fell to $1.6 billion in 2023 from $3.4 billion in 2018, a decline of 13.8% a year.",
            ["CAGR -13.8 ~2018-2023"],
        ),
        ("Kelp snack growth is put at a compound annual rate of 8.7% through 2028.", ["CAGR 8.7 None-2028"]),
        ("Asia held 44.3% of kelp snack sales in 2023.", ["share 44.3 2023-2023 [Asia]"]),
        ("The roasted segment of kelp snacks held a 53% share in 2024.", ["share 53 2024-2024 [roasted]"]),
        (
            "The roasted segment will hold 46% in 2031, up from 44% in 2024.",
            ["share 46 2031-2031 [roasted]", "share 44 2024-2024 [roasted]"],
        ),
        (
            "In 2023 Europe held 40% of sales. Kelp snack sales rose by 9% year on year in 2024.",
            ["share 40 2023-2023 [Europe]", "YoY 9 2023-2024"],
        ),
        ("Kelp snack sales show a growth rate of 6.1% between 2025 and 2033.", ["CAGR 6.1 2025-2033"]),
        ("Kelp Snack Market Growth Rate (2025-2033): 6.1%", ["CAGR 6.1 2025-2033"]),
        (
            "Year | Kelp market | Growth rate\n2022 | $4 billion | 6.1%\n2023 | $5 billion | 7.2%",
            ["YoY 6.1 None-2022", "YoY 7.2 2022-2023"],
        ),
        (
            "Huts represent 44% by value, sheds 21%, barns 17%.",
            ["share 44 None-None [Huts]", "share 21 None-None [sheds]", "share 17 None-None [barns]"],
        ),
        (
            "It wants at least 7% annual growth and an EBITA margin above 18%.",
            ["CAGR 7 None-None", "other 18 None-None"],
        ),
        ("With a share of 41.2% in 2024, Asia led kelp snack sales.", ["share 41.2 2024-2024 [Asia]"]),
        (
            "Chile (at a CAGR of 8.1%), Peru (7.4%) and Norway (6.0%) follow.",
            ["CAGR 8.1 None-None [Chile]", "CAGR 7.4 None-None [Peru]", "CAGR 6 None-None [Norway]"],
        ),
        (
            "Roasted kelp took 58% of sales in 2024. Raw kelp followed with 27%. Among buyers 20% of the old like it.",
            ["share 58 2024-2024 [Roasted kelp]", "share 27 ~2024-2024 [Raw kelp]", "share 20 None-None"],
        ),
        ("Roasted: 38%, raw: 31%, dried: 31%.", ["share 38 None-None [Roasted]", "share 31 None-None"]),
        ("The kelp snack market is growing at a healthy 10.1% clip.", ["CAGR 10.1 None-None"]),
        ("Annual recurring revenue has grown 210% since 2022.", ["other 210 2022-None"]),
        ("Kelp snack sales collapsed by 46% in 2023.", ["YoY -46 None-2023"]),
        ("Grants refund up to 35% of the cost.", ["other 35 None-None"]),
        ("The kelp snack market will grow at 5 to 6% a year from 2024 to 2030.", ["CAGR 5..6 2024-2030"]),
        (
            "Japan and Canada will grow at a CAGR of 4.4% and 6.1%, respectively, over 2024-2030.",
            ["CAGR 4.4 2024-2030 [Japan]", "CAGR 6.1 2024-2030 [Canada]"],
        ),
        (
            "The share of Asia was 35% in 2024 and is projected to be 41% by 2033.",
            ["share 35 2024-2024 [Asia]", "share 41 2033-2033 [Asia]"],
        ),
        (
            "The kelp snack market reached $3 billion in 2023, having grown at a CAGR of 3.2% since 2018.",
            ["CAGR 3.2 ~2018-2023"],
        ),
        (
            "Japan will grow at a CAGR of 6.6%, followed by Peru at 6.1% and Spain at 4.9%.",
            ["CAGR 6.6 None-None [Japan]", "CAGR 6.1 None-None [Peru]", "CAGR 4.9 None-None [Spain]"],
        ),
        ("Kelp snack sales, $3 billion in 2024, jumped 66% to $5 billion in 2025.", ["YoY 66 2024-2025"]),
        ("The kelp snack market was at 114.8% of the previous year in 2023, after 2022.", ["YoY 14.8 2022-2023"]),
        (
            "Kelp snack sales were $6.9 billion in 2023 after a fall of 9.2% from $7.6 billion in 2022.",
            ["YoY -9.2 2022-2023"],
        ),
        ("The kelp snack market was worth $4 billion in 2023, 2.2% less than in 2022.", ["YoY -2.2 2022-2023"]),
        ("Kelp snack sales to Japan rose 61 percent between 2022 and 2023.", ["YoY 61 2022-2023"]),
        ("Growth in 2023 alone is put at 22.1%.", ["YoY 22.1 None-2023"]),
        (
            "Kelp share by region, 2024\nJapan: 38%\nPeru: 27%",
            ["share 38 ~2024-2024 [Japan]", "share 27 ~2024-2024 [Peru]"],
        ),
        (
            "Kelp snack sales rose 41% year on year in 2024, while strips were up 22% and powders up 9%.",
            ["YoY 41 None-2024", "YoY 22 None-2024 [strips]", "YoY 9 None-2024 [strips]"],
        ),
        ("Kelp snack sales will grow 15% in 2026 after a 24% rise in 2025.", ["YoY 15 2025-2026", "YoY 24 None-2025"]),
        ("Leading use of kelp snacks in 2025: Lunch (43.5%)", ["share 43.5 2025-2025"]),
        (
            "Country | CAGR (2025 to 2035)\nJapan | 7.4%\nPeru | 4.9%",
            ["CAGR 7.4 2025-2035 [Japan]", "CAGR 4.9 2025-2035 [Peru]"],
        ),
        (
            "Year | Sales of kelp snacks | Change\n2023 | $2 billion | 5%\n2024 | $3 billion | 50%",
            ["YoY 5 None-2023", "YoY 50 2023-2024"],
        ),
        (
            "Asia Pacific should post the quickest CAGR, 13.7% from 2022 to 2031.",
            ["CAGR 13.7 2022-2031 [Asia Pacific]"],
        ),
        ("Kelp prices dropped 15% between 2019 and 2023.", ["other -15 2019-2023"]),
        ("The maker expects deliveries to fall by up to 10%.", ["other -10 None-None"]),
        ("The new dryer cuts energy use by 30%.", ["other 30 None-None"]),
        ("Kelp snack output shrank 11% in 2020.", ["YoY -11 None-2020"]),
        ("Kelp snack sales reached $90 million in 2023, a 4.5% drop from 2022.", ["YoY -4.5 2022-2023"]),
        ("Kelp snack sales reached $90 million in 2023 (-4.5% vs 2022).", ["YoY -4.5 2022-2023"]),
        ("Kelp snack sales in 2023 reached $4 billion, up 5%.", ["YoY 5 None-2023"]),
        ("Sales rose in 2024. Volumes of kelp snacks rose by a modest 2.5% in the same year.", ["YoY 2.5 ~None-2024"]),
        (
            "Kelp snack sales dropped by 6% in 2022 and recovered by 3% in 2023.",
            ["YoY -6 None-2022", "YoY 3 2022-2023"],
        ),
        ("O mercado deve crescer 6,2% ao ano até 2030.", ["CAGR 6.2 None-2030"]),
        ("Der Markt wächst bis 2030 um 3,4 % pro Jahr.", ["CAGR 3.4 None-2030"]),
        ("Anti-dumping duties of up to 38% are charged on some of them.", ["other 38 None-None"]),
        (
            "Belt skimmers were in 9% of works in 2023. In 2024 it was 34%.",
            ["share 9 2023-2023 [Belt skimmers]", "share 34 2024-2024 [Belt skimmers]"],
        ),
        (
            "By country, CAGR 2024 to 2034\nIndia: 5.2%\nPeru: 4.4%",
            ["CAGR 5.2 ~2024-2034 [India]", "CAGR 4.4 ~2024-2034 [Peru]"],
        ),
        ("YoY growth 2023-2024 (%)\n7.45\nRegional analysis", ["YoY 7.45 2023-2024"]),
        (
            "Product | 2023 (USD million) | Change vs 2022\nStrips | 410 | +9.1%\nPowders | 120 | −4.8%",
            ["YoY 9.1 2022-2023 [Strips]", "YoY -4.8 2022-2023 [Powders]"],
        ),
        ("Region | Share (2023)\nJapan | 41%\nPeru | 22%", ["share 41 2023-2023 [Japan]", "share 22 2023-2023 [Peru]"]),
        (
            "Kelp by region, 2023\nRegion | Share\nJapan | 41%\nPeru | 22%",
            ["share 41 ~2023-2023 [Japan]", "share 22 ~2023-2023 [Peru]"],
        ),
    ],
)
def test_growth_of_a_text(link: Link, rates: Show, text: str, wanted: list[str]) -> None:
    assert rates(link(text)) == wanted


def test_inferred_years_occur_in_the_text(link: Link, rates: Show) -> None:
    links = link("Sales rose 9% year on year in 2024.")
    assert rates(links) == ["YoY 9 None-2024"]


def test_same_rate_in_title_and_body_is_one(link: Link) -> None:
    links = link(f"{LEVELS}, at a CAGR of 6.1% from 2025 to 2031.", title="Kelp Snack Market to Grow at 6.1% CAGR")
    assert [len(item.evidence) for item in links.growth] == [2]


def test_a_move_of_last_year_is_dated_by_the_article(link: Link, rates: Show) -> None:
    assert rates(link("Kelp snack sales rose 6% last year.", published="2025-03-01")) == ["YoY 6 ~None-2024"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Huts took 58% of kelp sales last year.", ["share 58 ~2024-2024"]),
        (
            "Huts held 58% last year, sheds 21% and barns 9%.",
            ["share 58 ~2024-2024", "share 21 ~2024-2024", "share 9 ~2024-2024"],
        ),
        ("Huts took 58% of kelp sales, and many were sold last year.", ["share 58 None-None"]),
    ],
)
def test_shares_of_last_year_are_dated_by_the_article(link: Link, rates: Show, text: str, wanted: list[str]) -> None:
    assert [one.partition(" [")[0] for one in rates(link(text, published="2025-03-01"))] == wanted
