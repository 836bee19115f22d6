"""Pages: what stays, what goes and why, and what the markup says of the article."""

from __future__ import annotations

import gc
import pickle
import re
from collections.abc import Callable

import pytest

from extractor.cleaning import Article
from extractor.cleaning.draft import Node
from extractor.collector import collector_at_rest

Clean = Callable[[str], Article]
P1 = "Copper lamps lit the quays of Varna for a century, and the foundries that cast them are busy again this year."
P2 = "The copper lamp market was worth USD 41 million in 2023, and the guild expects USD 66 million by 2030."
P3 = "Orders come from harbour towns that want their old light back, said the guild, which counts nineteen foundries."


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang='en'><head><title>Copper Lamps Return | Harbour Post</title>{head}</head><body>{body}</body></html>"


FURNITURE = (
    "<nav><a href='/'>Home</a> <a href='/n'>News</a> <a href='/s'>Sport</a></nav>",
    "<div class='cookie-banner'>We use cookies to improve your visit. <button>Accept all</button></div>",
    "<footer><a href='/p'>Privacy Policy</a> © 2024 Harbour Post</footer>",
)
ARTICLE = f"<article><h1>Copper Lamps Return</h1><p class='byline'>By Ana Petrova</p><p>{P1}</p><h2>Market</h2><p>{P2}</p><p>{P3}</p></article>"


def test_furniture_goes_and_paragraphs_stay(clean: Clean) -> None:
    article = clean(page(FURNITURE[0] + FURNITURE[1] + ARTICLE + FURNITURE[2]))
    assert article.text == "\n\n".join([P1, "Market", P2, P3])
    assert article.title == "Copper Lamps Return"
    assert article.author == "Ana Petrova"
    assert article.language == "en"


def test_offsets_slice_the_text(clean: Clean) -> None:
    article = clean(page(ARTICLE + f"<ul><li>{P1}</li><li>{P3}</li></ul>"))
    assert article.body_blocks
    assert all(article.text[block.start : block.end] == block.text for block in article.body_blocks)


def test_every_dropped_block_has_a_reason(clean: Clean) -> None:
    article = clean(page("".join(FURNITURE) + ARTICLE))
    assert article.dropped_blocks
    assert all(block.reason and block.start == -1 for block in article.dropped_blocks)


def test_rows_of_one_table_stay_together(clean: Clean) -> None:
    facts = (("Study Period", "2017 - 2029"), ("Base Year", "2023"), ("Market Size", "USD 41 million"), ("CAGR", "7%"))
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in facts)
    article = clean(page(f"<article><h1>Copper Lamps Return</h1><p>{P1}</p><table>{rows}</table><p>{P3}</p></article>"))
    assert [block.role for block in article.blocks if block.kind == "table_row"] == ["table"] * len(facts)


def test_a_table_that_lays_out_a_page_is_no_row_of_data(clean: Clean) -> None:
    menu = "".join(f"<a href='/{name}'>{name}</a><br>" for name in ("Home", "News", "Links"))
    text = f"<b>Copper Lamps Return</b><p>{P1}<ul><li>tin<li>zinc<li>lead</ul><p>{P2}"
    article = clean(page(f"<table><tr><td>{menu}</td><td>{text}</td></tr></table>"))
    assert f"{P1}\n\n- tin\n- zinc" in article.text
    assert "Home" not in article.text


def test_data_table_keeps_its_cells_in_order(clean: Clean) -> None:
    table = (
        "<table><tr><th>Metric</th><th>Value</th></tr><tr><td>Market size 2023</td><td>USD 41 million</td></tr></table>"
    )
    article = clean(page(f"<article><h1>Copper Lamps Return</h1><p>{P1}</p>{table}<p>{P3}</p><p>{P2}</p></article>"))
    assert "Metric | Value\nMarket size 2023 | USD 41 million" in article.text


@pytest.mark.parametrize(
    ("pairs", "rows"),
    [
        (
            "<dt>Market size 2023</dt><dd>USD 41 million</dd><dt>CAGR:</dt><dd>7%</dd>",
            "Market size 2023 | USD 41 million\nCAGR: 7%",
        ),
        ("<div><dt>Base year</dt><dd>2023</dd></div>", "Base year | 2023"),
        ("<dt>Who casts lamps?</dt><dd>Nineteen foundries.</dd>", "Who casts lamps?\n\nNineteen foundries."),
    ],
)
def test_value_stands_beside_its_label(clean: Clean, pairs: str, rows: str) -> None:
    markup = page(f"<article><h1>Copper Lamps Return</h1><p>{P1}</p><dl>{pairs}</dl><p>{P3}</p><p>{P2}</p></article>")
    assert rows in clean(markup).text


def test_article_in_an_aside_under_a_class_called_widget(clean: Clean) -> None:
    article = clean(
        page(f"<aside class='widget'><h1>Copper Lamps Return</h1><p>{P1}</p><p>{P2}</p><p>{P3}</p></aside>")
    )
    assert P1 in article.text and P3 in article.text


def test_article_split_over_containers(clean: Clean) -> None:
    parts = "".join(
        f"<div class='part'><p>{text}</p></div><div class='ad'>Advertisement</div>" for text in (P1, P2, P3)
    )
    article = clean(page(f"<h1>Copper Lamps Return</h1>{parts}"))
    assert article.text == "\n\n".join([P1, P2, P3])


def test_hidden_text_scripts_and_templates_go(clean: Clean) -> None:
    hidden = "<p style='display: none'>You have been restricted for now.</p><script>var secret = 1</script><template><p>later</p></template>"
    article = clean(page(ARTICLE.replace("<h2>", hidden + "<h2>")))
    assert "restricted" not in article.text and "secret" not in article.text and "later" not in article.text


def test_words_are_not_glued_nor_spaced(clean: Clean) -> None:
    article = clean(
        page(
            f"<article><h1>Copper Lamps Return</h1><p>Foundry<b>man</b>ship is <i>back</i>, and so is<br>trade "
            f"in old <a href='#'>lamps</a>.</p><p>{P1}</p><p>{P2}</p></article>"
        )
    )
    assert "Foundrymanship is back, and so is" in article.text


def test_characters_are_normalised(clean: Clean) -> None:
    article = clean(
        page(
            f"<article><h1>Copper Lamps Return</h1><p>{P1}</p><p>USD&nbsp;41&#8239;million, "
            f"ef&shy;fi&#8203;cient &#64257;res don&#146;t  last long in the towns of the "
            f"coast.</p><p>{P2}</p></article>"
        )
    )
    assert "USD 41 million, efficient fires don’t last" in article.text


def test_json_ld_and_meta_are_read(clean: Clean) -> None:
    head = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Copper Lamps Return",'
        '"datePublished":"2024-05-06T08:00:00Z","author":{"@type":"Person","name":"Ana Petrova"},"publisher":{"name":"Harbour Research"}}</script>'
        '<meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="https://post.example/lamps">'
    )
    article = clean(page(ARTICLE.replace("<p class='byline'>By Ana Petrova</p>", ""), head))
    assert (article.published, article.author, article.publisher) == ("2024-05-06", "Ana Petrova", "Harbour Research")
    assert (article.site, article.url) == ("Harbour Post", "https://post.example/lamps")
    assert article.origins["published"] == "json-ld"


def test_article_that_only_json_ld_holds_is_read(clean: Clean) -> None:
    body = "\\n\\n".join(
        (
            P1,
            P2,
            P3,
            P1.replace("Varna", "Burgas"),
            P2.replace("41", "43"),
            P3.replace("nineteen", "twenty"),
            P1.replace("Varna", "Balchik"),
        )
    )
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Copper Lamps Return","articleBody":"{body}"}}</script>'
    article = clean(page("<div id='app'>Loading</div>", head))
    assert article.text.startswith(f"{P1}\n\n{P2}\n\n{P3}")
    assert [code for code, _ in article.issues] == ["article_body"]


@pytest.mark.parametrize(
    ("line", "published"),
    [("May 9, 2024", "2024-05-06"), ("Published: May 9, 2024", "2024-05-09")],
)
def test_labelled_line_goes_before_the_stated_time_of_publication(clean: Clean, line: str, published: str) -> None:
    head = '<meta property="article:published_time" content="2024-05-06T08:00:00Z">'
    assert clean(page(ARTICLE.replace("By Ana Petrova", line), head)).published == published


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "no_text"),
        ("<h1>404 Not Found</h1><p>The page you asked for is gone.</p>", "error_page"),
        (
            "<nav><a>Home</a></nav><form><h1>Log in</h1><p>Log in to continue</p><a>Forgot your password?</a></form>",
            "login_wall",
        ),
    ],
)
def test_no_article_is_told(clean: Clean, body: str, reason: str) -> None:
    assert clean(f"<html><body>{body}</body></html>").empty_reason == reason


def test_article_is_not_empty(clean: Clean) -> None:
    article = clean(page(ARTICLE))
    assert article.empty_reason is None
    assert 0.5 < article.confidence <= 1.0


@pytest.mark.parametrize(
    ("head_title", "heading", "title"),
    [
        (
            "The Harbour Post: Copper lamps, one by one",
            "<h1>The Harbour Post</h1><h3>Copper lamps, one by one</h3>",
            "Copper lamps, one by one",
        ),
        ("Harbour Post - Copper lamps, one by one", "<h2>Copper lamps, one by one</h2>", "Copper lamps, one by one"),
        (
            "Harbour Post - Copper lamps, one by one",
            "<font><b>Copper lamps, one by one</b></font>",
            "Copper lamps, one by one",
        ),
        ("Copper Lamps | Outlook", "<h1>Copper Lamps | Outlook</h1>", "Copper Lamps | Outlook"),
    ],
)
def test_title_is_the_part_that_the_page_shows(clean: Clean, head_title: str, heading: str, title: str) -> None:
    assert (
        clean(
            f"<html><head><title>{head_title}</title></head><body>{heading}<p>{P1}</p><p>{P2}</p><p>{P3}</p></body></html>"
        ).title
        == title
    )


def test_title_that_two_places_state_goes_before_a_heading_that_nearly_says_it(clean: Clean) -> None:
    markup = page(
        ARTICLE.replace("<h1>Copper Lamps Return", "<h1>COPPER LAMPS RETURN (87)"),
        '<meta property="og:title" content="Copper Lamps Return">',
    )
    assert clean(markup).title == "Copper Lamps Return"


@pytest.mark.parametrize(
    ("language", "head", "around", "published"),
    [
        ("en", "", "", "2024-02-03"),
        ("en-GB", "", "", "2024-03-02"),
        ("en", "<link rel=canonical href='https://post.example.co.uk/lamps'>", "", "2024-03-02"),
        ("en", "", "<p>More lamps: 25/01/2024</p>", "2024-03-02"),
        ("en", "", "<p>More lamps: 25/01/2024</p><p>Quays: 01/26/2024</p>", "2024-02-03"),
        ("en", "<meta name=last-modified content=2024-03-02>", "", "2024-03-02"),
    ],
)
def test_order_of_day_and_month(clean: Clean, language: str, head: str, around: str, published: str) -> None:
    markup = page(
        ARTICLE.replace("<p class='byline'>By Ana Petrova</p>", "<p class='byline'>By Ana Petrova | 02/03/2024</p>")
        + around,
        head,
    )
    assert clean(markup.replace("lang='en'", f"lang='{language}'")).published == published


def test_labelled_date_below_the_article_goes_before_one_of_modification(clean: Clean) -> None:
    head = '<meta property="article:modified_time" content="2025-12-06T08:00:00Z">'
    assert (
        clean(page(ARTICLE + "<div>Related</div>" * 20 + "<p>Post time: 01-04-2024</p>", head)).published
        == "2024-01-04"
    )


@pytest.mark.parametrize(("kind", "title"), [("website", "Kelpwick Tin Lamp"), ("article", "Tin Lamp")])
def test_heading_of_a_shop_that_leaves_the_brand_out(clean: Clean, kind: str, title: str) -> None:
    head = f'<title>Kelpwick Tin Lamp</title><meta property="og:title" content="Kelpwick Tin Lamp"><meta property="og:type" content="{kind}">'
    assert clean(f"<html><head>{head}</head><body><h1>Tin Lamp</h1><p>{P1}</p></body></html>").title == title


def test_heading_that_goes_on_where_the_stated_title_ends_is_the_title(clean: Clean) -> None:
    heading = "Copper Lamp Market by Base (Brass, Tin, Oak and Marble), Shade (Paper, Linen, Felt), Use and Region - Forecast to 2031"
    markup = page(
        re.sub("<h1>.*?</h1>", f"<h1>{heading}</h1>", ARTICLE),
        '<meta property="og:title" content="Copper Lamp Market">',
    )
    assert clean(markup).title == heading


@pytest.mark.parametrize(
    ("heading", "social"),
    [
        (
            "Global Copper Lamp Market By Base (Brass, Tin), By Use - Outlook 2031",
            "Copper Lamp Market Size, Share, Report",
        ),
        ("Copper Lamps", "Copper Lamps for Quays, Piers &amp; Halls"),
    ],
)
def test_heading_that_names_what_is_stated_in_other_words_is_the_title(clean: Clean, heading: str, social: str) -> None:
    markup = page(
        re.sub("<h1>.*?</h1>", f"<h1>{heading}</h1>", ARTICLE), f'<meta property="og:title" content="{social}">'
    )
    assert clean(markup).title == heading


def test_title_heading_in_other_words_is_no_body(clean: Clean) -> None:
    markup = page(
        ARTICLE.replace("<h1>Copper Lamps Return", "<h1>COPPER LAMPS RETURN (87)"),
        '<meta property="og:title" content="Copper Lamps Return">',
    )
    assert [block.text for block in clean(markup).blocks if block.role == "title"] == ["COPPER LAMPS RETURN (87)"]


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("<a class='x' href='#f1'>[1]</a>", ""),
        ("<sup><a href='#fn:2'>2</a></sup>", ""),
        ("<sup><a href='/p/21'>2</a></sup>", "2"),
        ("<sup>2</sup>", "2"),
    ],
)
def test_numbers_of_notes_are_no_words(clean: Clean, note: str, shown: str) -> None:
    assert (
        f"in the harbour{shown} this year"
        in clean(page(ARTICLE.replace(P1, f"{P1} Lamps are lit in the harbour{note} this year."))).text
    )


def test_only_top_heading_goes_before_what_search_engines_are_told(clean: Clean) -> None:
    heading = "Global Tin Lamp Market By Type (Cans, Scrap), By Region - Outlook and Forecast 2025-2034"
    page = (
        "<html><head><title>Tin Lamp Market Size, Share | CAGR of 6.2%</title>"
        '<meta property="og:type" content="product"></head>'
        f"<body><h1>{heading}</h1><h2>Overview</h2><p>The tin lamp market was worth USD 4 billion in 2024, and it will "
        "be worth more in 2034, as harbours keep ordering lamps.</p></body></html>"
    )
    assert clean(page).title == heading


@pytest.mark.parametrize(
    ("heading", "head", "title"),
    [
        ("Copper Lamps Return¶", "", "Copper Lamps Return"),
        ("Copper Lamps Return in C#", "", "Copper Lamps Return in C#"),
        ("Copper Lamp Market Size to Hit USD 66 Million by 2030 | Castings, Foundries", "", None),
    ],
)
def test_title_in_a_heading_that_holds_more(clean: Clean, heading: str, head: str, title: str | None) -> None:
    article = clean(page(ARTICLE.replace("Copper Lamps Return", heading), head))
    assert article.title == (title or heading)
    assert article.blocks[0].role == "title"


def test_title_in_an_element_of_its_own_in_the_heading(clean: Clean) -> None:
    heading = "<div>Copper Lamps Return</div><div>Posted on July 1, 2024 by ana</div>"
    head = '<meta property="og:title" content="Copper Lamps Return">'
    assert clean(page(ARTICLE.replace("Copper Lamps Return", heading), head)).title == "Copper Lamps Return"


def test_site_that_states_its_name_on_all_pages_does_not_title_them(clean: Clean) -> None:
    head = "<title>Varna</title>" + "".join(
        f'<meta property="og:{name}" content="Varna">' for name in ("site_name", "title")
    )
    assert clean(f"<html><head>{head}</head><body>{ARTICLE}</body></html>").title == "Copper Lamps Return"


@pytest.mark.parametrize(
    ("stated", "title"),
    [("Varna Arrival Lamp - Black", "Varna Arrival Lamp - Black"), ("Varna Blog - Lamps Are Back", "Lamps Are Back")],
)
def test_part_of_a_title_that_names_the_site_and_more_is_none(clean: Clean, stated: str, title: str) -> None:
    head = f'<meta property="og:site_name" content="Varna"><meta property="og:title" content="{stated}">'
    assert clean(page(ARTICLE.replace("<h1>Copper Lamps Return</h1>", ""), head)).title == title


def test_nodes_of_a_page_are_freed_without_the_collector(clean: Clean) -> None:
    clean(page(ARTICLE))
    gc.collect()
    with collector_at_rest():
        clean(page(ARTICLE))
        assert not [found for found in gc.get_objects() if isinstance(found, Node)]
    assert gc.isenabled()


@pytest.mark.parametrize(
    "markup",
    [
        f"<svg-card class='wide'><p>{P1}</p></svg-card>",
        f"<script src='a.js'/><p>{P1}</p></script>",
        f"<!-- <style> --><p>{P1}</p><p>{P1}</p><style>p {{}}</style>",
        f"<textarea><script></textarea><p>{P1}</p><script>{'go();' * 40}</script>",
        f"<script>{'go();' * 40}</script><p>{P1}</p><svg><style>{'a {}' * 40}</style></svg>",
    ],
)
def test_emptied_scripts_and_drawings_take_no_text_with_them(clean: Clean, markup: str) -> None:
    assert P1 in clean(f"<html><body><h1>Lamps</h1><p>{P2}</p>{markup}</body></html>").text


def test_publisher_is_read_when_it_is_asked_for(clean: Clean) -> None:
    article = clean(f"<html><body><h1>Lamps</h1><p>{P2}</p><p>According to Tin Road Research, {P2}</p></body></html>")
    assert article._sightings is None
    assert article.publisher == "Tin Road Research"
    assert pickle.loads(pickle.dumps(article)) == article


@pytest.mark.parametrize(
    ("before", "kept"),
    [("The guild opened its books.", False), ("Dana Roe opened the books of the guild.", True)],
)
def test_last_sentence_on_who_wrote_it_goes_but_not_on_whom_it_is_about(clean: Clean, before: str, kept: bool) -> None:
    bio = "Dana Roe is the health and fitness director at Kelpwire. She lives by the sea with three cats and a dog."
    body = "".join(f"<p>{text}</p>" for text in (P1, P2, before, P1, P2, P1, bio))
    article = clean(f"<html><body><article><h1>Lamps</h1>{body}</article></body></html>")
    assert (bio in article.text) is kept


def test_last_line_of_a_scheme_of_segments_stays_with_the_others(clean: Clean) -> None:
    scheme = "<p>Segmentation</p><p>Material: Copper, Tin, Brass</p>"
    last = "<div class='related-links sidebar'><p>End Use: Quays, Ships</p><p>Tin Lamps Fade</p></div>"
    article = clean(
        page(f"<article><h1>Copper Lamps Return</h1><p>{P1}</p><p>{P2}</p><p>{P3}</p>{scheme}</article>{last}")
    )
    assert article.text.endswith("Material: Copper, Tin, Brass\n\nEnd Use: Quays, Ships")
