"""Who a sentence gives its figures to: the bracketed name, by the kind that stands before it."""

from __future__ import annotations

import pytest

from extractor.cleaning.attributions import attributions_in


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        ("told", "According to [Tin Road Research], lamps sell."),
        ("told", "lamps sell (source: [Tin Road Research])"),
        ("told", "Lampen verkaufen sich, laut [Zinc Insights]"),
        ("told", "Nach Zahlen von [Zinc Insights] wuchs der Markt"),
        ("told", "Analysts at [Pewter Point] expect more."),
        ("work", "The report has been added to [QuayShelf.com]'s offering."),
        ("work", "according to a study that [Cabinet Quayside] presented in Lyon"),
        ("work", "The numbers are taken from a report released Monday by the [Quayside Economic Institute]."),
        ("work", "if a projection by [Pewter Point] comes true"),
        ("called", "market researcher [Ubuntu Lamps] said on Thursday"),
        ("called", "a study by the Paris advisory boutique [Cabinet Quayside]"),
        ("called", "selon le cabinet d'études [Quai Neuf]"),
        ("called", "[Ridgelamp Unit], a research firm, has put the trade at $2 billion"),
        ("called", "[Lamplight] is a global market research and consulting company"),
        ("says", "lamps will sell, [Zinc Insights] says."),
        ("says", "lamps will sell, forecasts [Pewter & Lowe]."),
        ("says", "[Pewter Point], whose spreadsheet I have, puts it at $4 million."),
        ("says", "[Pewter Point] follows lamps. It counted $4 million in 2022."),
        ("issues", '[Pewter Point] announces the addition of the "Lamp Market" report to its shelf.'),
        ("issues", "[Lampeter & Lowe] released a study on the lamp market"),
        ("linked", "[Zinc Insights]’s latest lamp report"),
        ("linked", "said Anna Lind, senior analyst at [Pewter Point]."),
        ("says", "Lamps were put at £2bn for 2023 by the [Pewter Point], well below 2018."),
        ("work", "In the count of [Pewter Point] lamps are worth $2 billion."),
        ("named", "We asked [Tin Road Research] again."),
    ],
)
def test_name_is_attributed(kind: str, marked: str) -> None:
    wanted = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "", 1).replace("]", "", 1)
    found = attributions_in(text)
    assert (wanted, kind) in [(name, told) for name, told, *_ in found], found
    assert all(text.startswith(wanted, place) for name, _, _, place in found if name == wanted)


@pytest.mark.parametrize(
    "text",
    [
        "The market for lamps is expected to reach $2 billion by 2030.",
        "according to our own data",
        "a new report by the ministry",
        "founder Jane Lamp said",
        "lamps sell, says the mayor",
        "Lamps were valued at $2bn in 2024 and led by Pewter",
    ],
)
def test_nobody_is_told_of(text: str) -> None:
    assert attributions_in(text) == []


def test_figure_is_that_of_the_sentence() -> None:
    found = attributions_in("Pewter Point says so. Quayside Insights says that lamps are worth $2 billion.")
    assert [(name, figure) for name, kind, figure, _ in found if kind == "says"] == [
        ("Pewter Point", False),
        ("Quayside Insights", True),
    ]
