"""The parts of a market in the ways that reports, wires and newspapers lay them out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.linking import Links

Link = Callable[..., Links]

BOTH = [["Steel", "Wood", "Slate"], ["Farms", "Gardens"]]
PLAIN = [["steel", "wood", "slate"]]
BOTH_PLAIN = [["steel", "wood", "slate"], ["farms", "gardens"]]
SCOPE = "Report Attribute | Details\nBase Year | 2023\n"
FORMS = [
    # labels with their values
    ("Segmentation\nMaterial: Steel, Wood, Slate. Steel brings in 49%.\nUse: Farms, Gardens. Farms grow fastest.", BOTH),
    ("Kiln Market Segmentation\nMaterial: Steel, Wood, Slate\nFastening: Driven, Cast", [["Steel", "Wood", "Slate"], ["Driven", "Cast"]]),
    ("Key Segments\n- Material - Steel, Wood, Slate\n- Use - Farms, Gardens", BOTH),
    ("SEGMENTATION\n- By Material: Steel, Wood, Slate\n- By Coating Standard: Grade I & II, Grade III", [["Steel", "Wood", "Slate"], ["Grade I & II", "Grade III"]]),
    ("Segmentation: Material [Steel, Wood, Slate]; Use [Farms, Gardens]", BOTH),
    ("1. By Material: Steel, Wood, Slate 2. By Use: Farms, Gardens", BOTH),
    ("Market Segmentation by Material: Steel, Wood, Slate Market Segmentation by Use: Farms, Gardens", BOTH),
    ("Material segments: Steel, Wood, Slate", BOTH[:1]),
    ("Material outlook: Steel has the lead, and wood is next.", []),
    ("| Material | Steel, Wood, Slate |\n| Use | Farms, Gardens |", BOTH),
    ("Kiln Market Segmentation, By Material (2021-2032) (USD Billion)\nSteel\nWood\nSlate", BOTH[:1]),
    # a line names, the next one lists
    ("Base Year\n2024\nMaterial Covered\nSteel, Wood, Slate\nEnd Use Covered\nFarms, Gardens", BOTH),
    ("Market Segmentation\n- Material\n- Steel, Wood, Slate\n- End Use\n- Farms, Gardens", BOTH),
    ("Material\nSteel, Wood, Slate\nEnd Use\nFarms, Gardens", BOTH),
    ("Type of Material\n- Steel\n- Wood\n- Slate\nGrower\n- Farms\n- Gardens", BOTH),
    ("Advantages\n- Light\n- Cheap\nDrivers\n- Rain\n- Fashion", []),
    ("Kiln Report Segmentation\n- Type of Coat Outlook: Steel, Wood, Slate\n- End Use Outlook: Farms, Gardens", BOTH),
    ("Coverage\nMaterial: Steel, Wood, Slate\nEnd Use: Farms, Gardens", BOTH),
    # whatever line names it, over whatever form of list
    ("Which materials does the report cover?\n- Steel\n- Wood\n- Slate", BOTH[:1]),
    ("The report covers the following materials:\n- Steel\n- Wood\n- Slate", BOTH[:1]),
    ("By material, the market is split as follows:\n- Steel: cheap\n- Wood: light\n- Slate: for roads", BOTH[:1]),
    ("The kiln market\nCoat materials:\n- Steel\n- Wood\n- Slate", BOTH[:1]),
    ("Segments: Material\na) Steel\nb) Wood\nc) Slate", BOTH[:1]),
    ("The kiln market\n2) Material\n- Steel\n- Wood\n- Slate", BOTH[:1]),
    ("Material (Revenue, USD Million)\n- Steel\n- Wood\n- Slate\nEnd Use (Revenue, USD Million)\n- Farms\n- Gardens", BOTH),
    ("By Material (USD Million, 2021-2032)\nSteel, Wood and Slate", BOTH[:1]),
    ("By Material\nSteel / Wood / Slate\nBy Use\nFarms · Gardens", BOTH),
    ("By Material\nSteel | Wood | Slate", BOTH[:1]),
    ("By Material\n(1) Steel (2) Wood, and (3) Slate", BOTH[:1]),
    ("Material Segment\nSteel\nWood\nSlate\nEnd Use Segment\nFarms\nGardens", BOTH),
    ("By Fiber\n- Carbon fibre: light\n- Steel wool: cheap", [["Carbon fibre", "Steel wool"]]),
    ("By Coat\n- Base coat\n- Information", [["Base coat", "Information"]]),
    ("By Material\nSteel forms the frame, wood the floor, and slate the roof.", []),
    ("The kiln market grows.\nThe materials\n- Steel\n- Wood", [["Steel", "Wood"]]),
    ("Mix them well.\nIngredients:\n- Flour\n- Salt", []),
    ("The kiln industry is led by well-known firms, including:\n- Anvil\n- Belt", []),
    # values that more is said of, numbered values, values below an outlook
    ("By Material\n- Steel: The leading segment.\n- Wood: Cheap, and easy to saw.\n- Slate: For roads.", [["Steel", "Wood", "Slate"]]),
    ("The report covers segmentation by Material\n1.1 Steel\n1.2 Wood\nEnd Use\n2.1 Farms\n2.2 Gardens", [["Steel", "Wood"], ["Farms", "Gardens"]]),
    ("Material Outlook\nSteel\nWood\nSlate\nEnd Use Outlook\nFarms\nGardens", BOTH),
    ("Material Segment Analysis (USD Million, 2020-2031)\nSteel\nWood\nSlate", [["Steel", "Wood", "Slate"]]),
    ("Scope\n- Coat: Steel, Wood, Slate\n- Sold Through: Farms, Gardens", BOTH),
    ("Coat\n- Steel\n- Wood\n- Slate\nEnd Use\n- Farms\n- Gardens", BOTH),
    ("By material, Steel units captured 61% of sales in 2024.\nBy material, Wood units are advancing at 6.7% a year.", [["Steel", "Wood"]]),
    ("By material, Steel captured 61% of sales in 2024.", []),
    ("By Material\nSteel, Wood and Slate are covered.\nSteel leads.", [["Steel", "Wood", "Slate"]]),
    ("How it is divided\nBuyers are Farms, Gardens and Roads; the last of these order by phone.", [["Farms", "Gardens", "Roads"]]),
    ("How it is divided\nWe distinguish Farm, Garden and Road posts.", [["Farm", "Garden", "Road"]]),
    # rows of tables
    (SCOPE + "Material | Steel, Wood, Slate\nEnd Use | Farms, Gardens", BOTH),
    (SCOPE + "Segments Covered | Material: Steel, Wood, Slate | End Use: Farms, Gardens", BOTH),
    (SCOPE + "Segments | Material: Steel, Wood, Slate. End Use: Farms, Gardens.", BOTH),
    (SCOPE + "By Material | • Steel • Wood • Slate\nBy End Use | • Farms • Gardens", BOTH),
    (SCOPE + "Segments | Material – Steel, Wood and Slate; End Use – Farms and Gardens", BOTH),
    (SCOPE + "Segments Covered | Material: Steel, Wood, Slate, End Use: Farms, Gardens", BOTH),
    (SCOPE + "Material Covered | Steel, Wood, Slate\nEnd Uses Covered | Farms, Gardens", BOTH),
    ("Segment | Values | Largest\nMaterial | Steel, Wood, Slate | Steel\nEnd Use | Farms, Gardens | Farms", BOTH),
    ("By Material | By End Use | By Region\nSteel | Farms | Asia\nWood | Gardens | Europe\nSlate | - | Africa", BOTH),
    ("Segment | Values\nBy Material | Steel, Wood, Slate\nBy Use | Farms, Gardens", BOTH),
    ("Form | Steel, Wood, Slate\nLargest country, 2024 | Austria (24%)", BOTH[:1]),
    (SCOPE + "Market segments | Steel, wood, slate", [["Steel", "wood", "slate"]]),
    (SCOPE + "Segments Covered | Material, End Use, Region", []),
    (SCOPE + "Segments Covered | By Material, By End Use, By Region", []),
    # sentences
    ("The institute divides the trade into three groups: steel, wood and slate.", PLAIN),
    ("By material, the Kiln Market covers steel, wood and slate, and its calendar has grown.", PLAIN),
    ("On the basis of material, the market is categorized as steel, wood, and slate.", PLAIN),
    ("The market is segmented by material into steel, wood and slate; by end use into farms and gardens.", BOTH_PLAIN),
    ("The material segment is divided into steel, wood and slate, while the end use segment is divided into farms and gardens.", BOTH_PLAIN),
    ("Materials covered are steel, wood and slate. End uses covered are farms and gardens.", BOTH_PLAIN),
    ("Segmented by material, the market includes steel, wood, and slate.", PLAIN),
    ("By product, the report looks at steel, wood and slate.", PLAIN),
    ("In terms of material, steel, wood and slate are the main categories.", PLAIN),
    ("Steel, wood and slate form the product categories.", [["Steel", "wood", "slate"]]),
    ("The market is split between steel, wood and slate.", PLAIN),
    ("The study looks at three materials, namely steel, wood and slate.", PLAIN),
    ("By material, the market serves steel, wood and slate makers.", [["steel", "wood", "slate makers"]]),
    ("Material segments include steel, wood and slate; end-use segments include farms and gardens.", BOTH_PLAIN),
    ("The market has been segmented into the following categories, in addition to the trends below:", []),
    ("Split by material: steel 51%, wood 30%, slate 19%.", PLAIN),
    ("By material, steel generated the highest share in 2023, followed by wood at 30%.", [["steel", "wood"]]),
    ("By material, steel leads, followed by wood. By end use, farms captured 60%, followed by gardens.", [["steel", "wood"], ["farms", "gardens"]]),
    ("Of the three materials, steel sells best, followed by wood and slate.", PLAIN),
    ("End Use Insights\nFarms & vineyards held the largest share in 2024. Private gardens and road works are the other users.",
     [["Farms & vineyards", "Private gardens", "road works"]]),
    # labels side by side, of which one names a kind of dimension
    ("- Material: steel, wood, slate\n- Shank: driven, cast", [["steel", "wood", "slate"], ["driven", "cast"]]),
    ("Material: steel, wood, slate. Shank: driven, cast.", [["steel", "wood", "slate"], ["driven", "cast"]]),
    ("◘ By Material: Steel, Wood, Slate\n◘ By Shank: Driven, Cast", [["Steel", "Wood", "Slate"], ["Driven", "Cast"]]),
    ("By material: steel, wood, slateBy end use: farms, gardens", BOTH_PLAIN),
    # a dimension that the sentence names behind its largest value, or in front of its segments
    ("Farms are the most important end use with a share of 46 percent, followed by gardens with 28 percent and roads.",
     [["Farms", "gardens", "roads"]]),
    ("Based on material, the segments are steel, wood and slate.", PLAIN),
    ("The market is divided into steel, wood and slate by material, and into farms and gardens by use.", BOTH_PLAIN),
    ("It is bifurcated on material into steel, wood and slate.", PLAIN),
    ("What are the main materials? Steel, wood and slate are the main materials.", [["Steel", "wood", "slate"]]),
    ("By size, the report divides the market into below 4 m and above 4 m. By end use, it is divided into farms, and gardens.",
     [["below 4 m", "above 4 m"], ["farms", "gardens"]]),
    ("By Wheels\n- Two Wheelers\n- Three Wheelers", [["Two Wheelers", "Three Wheelers"]]),
    # what a list names, prose need not tell again
    ("By Material\n- Steel\n- Wood\nBy material, steel posts took 62% of sales, and wooden posts held the rest.", [["Steel", "Wood"]]),
    # a heading names the dimension of the text below
    ("Frame material\nSteel held 43% of revenue in 2024. Slate plates are expected to rise the fastest, and wood, horn and glass form the "
     "remainder.", [["Steel", "Slate plates", "wood", "horn", "glass"]]),
    ("Product\nSteel leads with 46% of sales. Wood and slate are the other products.", [["Steel", "Wood", "slate"]]),
    ("Market by material\nSteel. The first choice, with 54%.\nWood. Used on hills.\nSlate. For roads.", BOTH[:1]),
    ("Technology\nDriven, cast and hybrid are distinguished. Driven had 58% of sales.", [["Driven", "cast", "hybrid"]]),
    ("By Material | Steel, Wood, Slate\nBy Use | New, Repair and Rental", [["Steel", "Wood", "Slate"], ["New", "Repair and Rental"]]),
    # columns side by side, of different lengths; rows that are dimensions
    ("Material | End use | Delivery\nSteel | Farms | Cart\nWood | Gardens | Rail\nSlate | Roads", [["Steel", "Wood", "Slate"], ["Farms", "Gardens", "Roads"], ["Cart", "Rail"]]),
    ("Segments covered\nType | Steel, Wood\nIndustry | Farms, Roads\nTrigger | Rain, Frost", [["Steel", "Wood"], ["Farms", "Roads"], ["Rain", "Frost"]]),
    ("What slows it Rust is one. How it is divided Post type: steel, wood, slate. End use: farms, gardens. Farms take most.", BOTH_PLAIN),
    # nobody lists them
    ("Driven posts lead, but the Post Safety Commission has doubts, and the VAT is a burden.", []),
    ("German posts lead, while Chinese posts are the cheapest.", []),
    # the noun of all of them behind the last; a clause behind the list
    ("By process, the market is split into driven, cast and drop-forged models.", [["driven", "cast", "drop-forged"]]),
    ("By material, it is divided into Steel, Wood and Slate, and nearly all new posts are made of the third.", BOTH[:1]),
    ("By process the market covers Driving, Casting and Forging. By end use it is divided into farms and gardens.",
     [["Driving", "Casting", "Forging"], ["farms", "gardens"]]),
    # a list that ends without "and" tells how the one beside it ends
    ("Material: steel, horn, wood and slate. End use: farms, gardens, roads.", [["steel", "horn", "wood and slate"], ["farms", "gardens", "roads"]]),
    ("Material: steel, horn, wood and slate. End use: farms, gardens and roads.",
     [["steel", "horn", "wood", "slate"], ["farms", "gardens", "roads"]]),
    ("The segments, in the order of the study: driven posts, cast posts, drop-forged posts.", [["driven posts", "cast posts", "drop-forged posts"]]),
    ("Farms, gardens and roads are the user groups that we track.", [["Farms", "gardens", "roads"]]),
    ("By material, there are steel, wood and slate posts.", [["steel", "wood", "slate posts"]]),
    ("By material, the market splits into steel, wood and slate.", [["steel", "wood", "slate"]]),
    ("Farms, gardens and roads are the applications.", [["Farms", "gardens", "roads"]]),
    # no parts of a market
    ("By 2030, there are plans, funds and permits.", []),
    ("Market by Region\nNorth America: U.S., Canada\nEurope: Germany, France", []),
    ("By Region\n- North America: U.S., Canada\n- Europe: Germany, France", []),
    ("Drivers: Farms, roads and vineyards.\nRestraints: Steel prices, tariffs and rust.", []),
    ("The report covers Acme Inc., Kvist Ltd. and Tarn GmbH.", []),
    ("Material | Price per post | Life in years\nSteel | $5.50 | 30\nWood | $2.00 | 12", []),
    ("Material | Revenue in 2024 | Share\nSteel | $550 million | 70%\nWood | $235 million | 30%", [["Steel", "Wood"]]),
    ("Criterion | Classes\nBest | Steel", []),
    ("Steel holds 51%, wood 30% and slate 19% of sales.", []),
    ("Germany holds 51%, France 30% and Spain 19% of sales.", []),
    ("Demand accounts for most of the growth, ahead of prices and wages.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FORMS)
def test_form(link: Link, text: str, wanted: list[list[str]]) -> None:
    assert [item.values for item in link(text).segments] == wanted


def test_markets_of_a_round_up_are_no_parts_of_one(link: Link) -> None:
    text = (
        "Category | 2024 | 2030\nKelp | $4 billion | $6 billion\nMiso | $2 billion | $3 billion\n"
        "The kelp market was worth $4 billion in 2024. The miso market was worth $2 billion in 2024."
    )
    links = link(text)
    assert links.market is not None or links.segments == []
