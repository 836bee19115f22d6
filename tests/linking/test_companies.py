"""Companies of a record: one entry a firm, with its strongest role."""

from __future__ import annotations

from functools import cache

from extractor.annotating.annotator import Annotator
from extractor.cleaning.article import Article
from extractor.linking.roles.companies import link_companies
from extractor.records import Company
from extractor.settings import Settings


@cache
def annotator() -> Annotator:
    return Annotator(Settings())


def linked(text: str, publisher: str | None = None, market: str | None = None) -> dict[str, Company]:
    return {
        company.canonical: company for company in link_companies(annotator()(Article(text=text)), publisher, market)
    }


def test_mentions_of_one_firm_are_joined_under_the_fullest_name() -> None:
    text = "Orvane Tool Works GmbH grew. Orvane opened a mill in Peru."
    companies = linked(text)
    assert list(companies) == ["Orvane Tool Works"]
    company = companies["Orvane Tool Works"]
    assert company.name == "Orvane Tool Works GmbH"
    assert company.legal_form == "GmbH"
    assert [text[start:end] for start, end in company.mentions] == ["Orvane Tool Works GmbH", "Orvane"]


def test_listed_firm_stays_key_player_whatever_else_is_said_of_it() -> None:
    text = "Orvane Ltd. bought a mill.\n\nKey Players\n\n- Orvane Ltd.\n- Tessel AG"
    companies = linked(text, market="Pipe Market")
    assert {name: company.role for name, company in companies.items()} == {
        "Orvane": "key_player",
        "Tessel": "key_player",
    }


def test_publisher_is_one_even_where_the_body_does_not_name_it() -> None:
    company = linked("Orvane Ltd. grew.", publisher="Kestrel Pump Research")["Kestrel Pump Research"]
    assert (company.role, company.mentions) == ("publisher", [])


def test_publisher_goes_by_the_name_that_the_page_gives() -> None:
    assert (
        linked("A study by Kestrel Research & Consulting Ltd. says so.", publisher="Kestrel")["Kestrel"].role
        == "publisher"
    )


def test_one_player_of_a_text_about_no_market_is_an_example() -> None:
    assert linked("Orvane Ltd. leads in pipes.")["Orvane"].role == "mentioned"
    assert linked("Orvane Ltd. leads in pipes.", market="Pipe Market")["Orvane"].role == "key_player"


def test_three_players_tell_of_a_market_without_a_name() -> None:
    assert linked("Orvane Ltd., Tessel AG and Kobo SE lead in pipes.")["Kobo"].role == "key_player"
