"""Flat texts: lines made whole, furniture dropped, metadata read from the debris."""

from __future__ import annotations

from collections.abc import Callable

from extractor.cleaning import Article

Clean = Callable[[str], Article]
TITLE = "Copper Lamp Market to Reach USD 66 Million by 2030"
P1 = "The copper lamp market was worth USD 41 million in 2023 and is expected to reach USD 66 million by 2030, growing at a CAGR of 7.0% from 2024 to 2030."
P2 = "Copper lamps lit the quays of Varna for a century, and the foundries that cast them are busy again this year."
P3 = "Orders come from harbour towns that want their old light back, and nineteen foundries now share the work between them."
DEBRIS = "logo\nlogo\navatar\nAna Petrova\n"
TAIL = "Request a Free Sample Copy of this Report @ https://example.org/s\n\nAbout Harbour Research\nHarbour Research is a market research firm.\nContact:\nsales@example.org\n+1 555 0100\ncollect\n0\n"


def test_body_is_what_lies_between(clean: Clean) -> None:
    article = clean(f"{DEBRIS}\n{TITLE}\n\n{P1}\n\nDrivers\n\n{P2}\n\n{P3}\n\n{TAIL}")
    assert article.text == "\n\n".join([P1, "Drivers", P2, P3])
    assert article.title == TITLE
    assert article.publisher == "Harbour Research"


def test_doubled_title_folds(clean: Clean) -> None:
    article = clean(f"{TITLE}\n\navatar\nAna Petrova\n{TITLE}\n\n{P1}\n\n{P2}\n\n{P3}\n")
    assert article.title == TITLE
    assert TITLE not in article.text


def test_glued_heading_is_split(clean: Clean) -> None:
    article = clean(
        f"{TITLE}\n\n{P1}\n\nFastest-Growing RegionWhile the old ports keep most of the trade, the river towns "
        f"gain ground each year.\n\n{P3}\n"
    )
    assert "Fastest-Growing Region\n\nWhile the old ports" in article.text


def test_bullets_become_list_items(clean: Clean) -> None:
    article = clean(f"{TITLE}\n\n{P1}\n\nKey players\n\n• Acme Lamps Ltd.\n• Bolt Foundry, Inc.\n\n{P2}\n\n{P3}\n")
    assert "- Acme Lamps Ltd.\n- Bolt Foundry, Inc." in article.text


def test_wrapped_lines_among_many_short_ones_are_rejoined(clean: Clean) -> None:
    import textwrap

    names = "\n".join(f"Kelp {number}" for number in range(30))
    title = textwrap.fill(
        "Kelp Farms of the North Report a Better Harvest Than in Any Year Since Records Began There", 72
    )
    wrapped = "\n\n".join(textwrap.fill(text, 72) for text in (P1, P2, P3))
    article = clean(f"{title}\n\n{wrapped}\n\n{names}")
    assert article.text.startswith("\n\n".join([P1, P2, P3]))
    assert article.title == title.replace("\n", " ")


def test_line_with_room_for_the_next_word_ends_there(clean: Clean) -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(text, 88) for text in (P1, P2, P3))
    title = "Kelp farms of the north report a better harvest than before"
    assert clean(f"{title}\nAna Petrova, staff reporter\n\n{wrapped}").title == title


def test_wrapped_lines_are_rejoined(clean: Clean) -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(text, 72) for text in (P1, P2, P3))
    assert clean(wrapped).text == "\n\n".join([P1, P2, P3])


def test_endless_line_is_cut_between_sentences(clean: Clean) -> None:
    article = clean(" ".join([P1, P2, P3] * 8))
    assert len(article.body_blocks) > 3
    assert article.text.replace("\n\n", " ") == " ".join([P1, P2, P3] * 8)


def test_one_sentence_is_an_article(clean: Clean) -> None:
    assert clean(P1).text == P1


def test_dates_of_dateline_and_label(clean: Clean) -> None:
    wire = f"VARNA, May 6, 2024 /Example Newswire/ -- {P1}"
    assert clean(f"{TITLE}\n\n{wire}\n\n{P2}\n\n{P3}").published == "2024-05-06"
    assert clean(f"{TITLE}\nPublished Date: February 2025\n\n{P1}\n\n{P2}\n\n{P3}").published == "2025-02"


def test_publisher_of_the_body(clean: Clean) -> None:
    body = P1[:-1] + ", according to a new report by Quayside Insights."
    assert clean(f"{TITLE}\n\n{body}\n\n{P2}\n\n{P3}").publisher == "Quayside Insights"


def test_two_publishers_are_none(clean: Clean) -> None:
    other = P1[:-1] + ", according to Tin Road Research."
    body = P1[:-1] + ", according to Quayside Insights."
    assert clean(f"{TITLE}\n\n{body}\n\n{other}\n\n{P3}").publisher is None


def test_empty_text(clean: Clean) -> None:
    article = clean(" \n\n")
    assert (article.text, article.empty_reason) == ("", "no_text")


def test_text_has_single_spaces_and_no_control_characters(clean: Clean) -> None:
    text = clean(f"{TITLE}\n\n{P1.replace(' ', '  ')}\n\nUSD\u00a041\u200b million\x07 was  paid.\n\n{P3}").text
    assert "  " not in text and "\u00a0" not in text and "\u200b" not in text and "\x07" not in text


def test_a_lone_line_with_a_figure_is_the_text(clean: Clean) -> None:
    article = clean("The kelp market reached USD 5 million in 2024")
    assert (article.text, article.title) == ("The kelp market reached USD 5 million in 2024", None)


def test_a_sentence_at_the_end_is_no_title(clean: Clean) -> None:
    first = (
        "Kvist makes lamps in Malmö and sells most of them in Norway, where the market was worth USD 5 million in 2024."
    )
    article = clean(f"{first}\n\nKvist Lamps Ltd. sells them in Norway.")
    assert article.title is None
    assert article.text.endswith("sells them in Norway.")


def test_a_short_text_keeps_what_states_figures_and_its_list(clean: Clean) -> None:
    text = clean(
        "The lamp market was valued at $1.3bn in 2024.\n\nKey players\n\n- Orvane AG\n- Tessel\n- Quenby "
        "Ltd\n\nEurope held 38% of revenue in 2024."
    ).text
    assert text.startswith("The lamp market was valued at $1.3bn in 2024.")
    assert text.endswith("Europe held 38% of revenue in 2024.")
    assert "- Tessel" in text
