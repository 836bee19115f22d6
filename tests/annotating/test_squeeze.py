"""White space is squeezed and every offset finds its way back."""

import pytest

from extractor.annotating.squeeze import Squeezed


@pytest.mark.parametrize(
    ("original", "squeezed"),
    [
        ("USD 9.2 Mn", "USD 9.2 Mn"),
        ("USD\u00a09.2  Mn", "USD 9.2 Mn"),
        ("USD\t9.2\u202fMn ", "USD 9.2 Mn "),
        ("Rank\tFirm\n1\tOrvane Ltd\n2\tTessel", "Rank | Firm\n1 | Orvane Ltd\n2 | Tessel"),
        ("ORV  Orvane Ltd  7%\nTES  Tesselka  2%", "ORV | Orvane Ltd | 7%\nTES | Tesselka | 2%"),
        ("It grew.  It fell.\nIt rose.  It left.", "It grew. It fell.\nIt rose. It left."),
        ("ORV Inc.   PA   7\nTES Co.    NJ   2", "ORV Inc. | PA | 7\nTES Co. | NJ | 2"),
        (
            '"Orvane","Oil, gas",Peru\n"Tessel Co., Inc.","Food",Chile',
            "Orvane | Oil, gas | Peru\nTessel Co., Inc. | Food | Chile",
        ),
        ("ORV - Orvane\nTSL - Tessel Oils", "ORV | Orvane\nTSL | Tessel Oils"),
        ("2019 - it opened\n2021 - it closed", "2019 - it opened\n2021 - it closed"),
        ("Orvane Co ........ 28\nTessel ..... 7", "Orvane Co | 28\nTessel | 7"),
        (
            "Industrials: Orvane International Group plc; Hill & Tessel plc\nUtilities: Pennar Group",
            "Industrials: Orvane International Group plc; Hill & Tessel plc\nUtilities: Pennar Group",
        ),
        ("mar\u00adket si\u200bze", "market size"),
        ("worth USD 5.2\nbillion by 2030", "worth USD 5.2 billion by 2030"),
        ("Novartis AG\nPfizer, Inc.\n", "Novartis AG\nPfizer, Inc.\n"),
        (
            "ORV | Orvane Ltd | a maker of pumps for mines and wells | Ohio\nTES | Tesselka",
            "ORV | Orvane Ltd | a maker of pumps for mines and wells | Ohio\nTES | Tesselka",
        ),
        ("one\n\n\n\ntwo", "one\n\ntwo"),
        ("one\r\n\r\ntwo", "one\n\ntwo"),
        (
            "a line that is long enough to have been wrapped by some mail\nProgram in 1998",
            "a line that is long enough to have been wrapped by some mail Program in 1998",
        ),
    ],
)
def test_text_is_squeezed(original, squeezed):
    assert Squeezed(original).text == squeezed


def test_offsets_find_their_way_back():
    original = "The \u00a0 market   was\nworth  USD\u00a09.2\n\n\n Mn\u200b in 2025"
    squeezed = Squeezed(original)
    for word in ("market", "was", "worth", "USD", "9.2", "Mn", "2025"):
        at = squeezed.text.index(word)
        start, end = squeezed.span(at, at + len(word))
        assert original[start:end] == word
