"""Hostile input: nothing hangs, nothing is lost silently. No times are measured: what is quadratic never ends here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.cleaning import Article

Clean = Callable[[str], Article]
DEEP = 100_000


def everything(article: Article) -> str:
    return " ".join(block.text for block in article.blocks)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (
            "<body>" + "<div>" * DEEP + "deep words" + "</div>" * DEEP + "<p>words after</p>",
            ["deep words", "words after"],
        ),
        ("<p>" + "<span>" * DEEP + "deep words" + "</span>" * DEEP + "words after</p>", ["deep words", "words after"]),
        ("<p>first words</p>" + "<b><i>" * 20_000 + "last words", ["first words", "last words"]),
        ("<ul><li>" * 20_000 + "inner words", ["inner words"]),
        ("<table><tr><td>" * 5_000 + "inner words", ["inner words"]),
        ("<p>first words</p><!-- never closed <p>last words</p>", ["first words", "last words"]),
        ("<p>first words</p><script>var a = 1; <p>last words</p>", ["first words", "last words"]),
        ("<p>first words</p><style>p {} <p>last words</p>", ["first words", "last words"]),
        ("<p>first words</p><textarea><p>last words</p>", ["first words", "last words"]),
        ("<html><head><title>A name<body><p>last words</p>", ["last words"]),
        ("<p>first\x00 words</p>\x00<p>last words</p>", ["first words", "last words"]),
        ("<div " + " ".join(f"a{n}='{n}'" for n in range(1_000_000)) + "><p>inner words</p></div>", ["inner words"]),
        ("<div " + " ".join(f"a{n}" for n in range(200_000)) + "><p>inner words</p></div>", ["inner words"]),
        ("<!--[if IE]>" * 50_000 + "<p>inner words</p>", ["inner words"]),
        ("<script>" * 50_000 + "<p>inner words</p>", ["inner words"]),
        ("<p>first words</p><![CDATA[ data ]]><p>last words</p>", ["first words", "last words"]),
        (
            "<script><!-- if (a < b) { '</p>' } --></script><p>first words</p><script>/* <!-- */</script><p>last "
            "words</p>",
            ["first words", "last words"],
        ),
        ("<script><!-- \nvar x='<script>';</script><p>last words</p>", ["last words"]),
        ("<p>first words</p><plaintext>last <b> words", ["first words", "last <b> words"]),
        ("<frameset><frame src=x></frameset><noframes>inner words</noframes>", ["inner words"]),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_no_text_is_lost(clean: Clean, markup: str, words: list[str]) -> None:
    text = everything(clean(markup))
    for word in words:
        assert word in text


def test_nothing_is_too_deep(clean: Clean) -> None:
    article = clean("<div>" * 1000 + "words" + "<p>more</p>" + "</div>" * 1000 + "<p>last words</p>")
    assert [block.text for block in article.blocks] == ["words", "more", "last words"] and not article.issues


@pytest.mark.parametrize(
    "text",
    [
        "$" * 100_000,
        "<p>" + "$" * 100_000 + "</p>",
        "word " * 400_000,
        "<p>" + "word " * 400_000 + "</p>",
        "a b\n" * 50_000,
        "<" * 100_000,
        "&" * 100_000,
        "aB" * 100_000,
        "a.B" * 100_000,
        "a | " * 50_000,
        "According to " + "Abc Def " * 20_000,
        "About " + "A" * 50_000,
        "By " + "A " * 50_000,
        "<a href='" * 10_000,
        "Abc " * 30_000 + "Research",
    ],
    ids=lambda text: text[:12],
)
def test_long_runs_end(clean: Clean, text: str) -> None:
    article = clean(text)
    assert sum(len(block.text) for block in article.blocks) >= len("".join(text.split())) * 0.5 or text.startswith("<a")


def test_text_behind_the_end_of_the_document_stays(clean: Clean) -> None:
    assert "last words" in everything(
        clean("<html><body><p>first words</p></body></html></div></html><html><body><p>last words</p></body></html>")
    )


def test_text_that_only_noscript_holds_is_read(clean: Clean) -> None:
    article = clean(
        "<html><body><div id='app'></div><noscript><h1>Quay lamps</h1><p>"
        + "The lamps of the quay burn again. " * 9
        + "</p></noscript></body></html>"
    )
    assert "The lamps of the quay burn again." in article.text
    assert [code for code, _ in article.issues] == ["noscript"]


def test_noscript_beside_text_is_not_read(clean: Clean) -> None:
    article = clean(
        "<html><body><p>"
        + "The lamps of the quay burn again. " * 9
        + "</p><noscript>Please enable scripts in your browser.</noscript></body></html>"
    )
    assert "enable scripts" not in everything(article)


def test_shadow_root_is_read(clean: Clean) -> None:
    assert "inner words" in everything(
        clean(
            "<div><template shadowrootmode='open'><p>inner words</p></template></div><template><p>later</p></template>"
        )
    )


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<div " + " ".join(f'a{n}="<b{n}"' for n in range(100_000)) + "><p>inner words</p></div>", ["inner words"]),
        ("<table><tr>" + "<td>tin</td>" * 200_000 + "</tr></table><p>last words</p>", ["tin | tin", "last words"]),
        ("<svg>" * 50_000 + "<p>last words</p>", ["last words"]),
        ('<a x=">" ' * 50_000 + "><p>last words</p>", ["last words"]),
        ("<script " * 50_000 + "></script><p>last words</p>", ["last words"]),
        ("<section>" + "<div>" * 300 + "</section></p></li>" * 20_000 + "<p>last words</p>", ["last words"]),
        ("<p>first words <b x='1'>last words", ["first words last words"]),
        ("<p>4 < 5 and a<b, first words</p><p>last words</p>", ["4 < 5 and a"]),
        ("<SCRIPT>var a</SCRIPT><Style>b {}</Style><P CLASS=x>first words", ["first words"]),
        ("<ul><li>tin<li>zinc</ul><dl><dt>lamp<dd>light</dl>", ["tin zinc lamp | light"]),
        ("<table><tr><td>tin<td>4<tr><td>zinc<td>5</table>", ["tin | 4 zinc | 5"]),
        ("<p>first <span hidden>no <span>one</span> reads</span> words</p>", ["first", "no one reads", "words"]),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_broken_markup_is_read(clean: Clean, markup: str, words: list[str]) -> None:
    text = everything(clean(markup))
    assert "var a" not in text and "b {}" not in text
    for word in words:
        assert word in text


def test_half_a_character_is_none(clean: Clean) -> None:
    assert "first ? words" in everything(clean("<p>first \ud800 words, “last words”</p>"))


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('<p>first words</p><a href="x><p>last words</p>', ["first words", "last words"]),
        ("<div>" * 50_000 + "</section></p></li>" * 50_000 + "<p>last words</p>", ["last words"]),
        ("<span>" * 50_000 + "<div>" * 50_000 + "</span>" * 50_000 + "<p>last words</p>", ["last words"]),
    ],
    ids=["quote", "stray ends", "crossed"],
)
def test_what_the_fast_parser_loses_is_read_a_second_time(clean: Clean, markup: str, words: list[str]) -> None:
    article = clean(markup)
    assert [code for code, _ in article.issues] == ["second_parse"]
    for word in words:
        assert word in everything(article)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>first words</p><p>last words <a href='x",
        "<p>first words</p><p>last words</p>" + "<a href='" * 50_000,
        "<p>first words é</p><p>last words <a " + "é" * 3000,
    ],
)
def test_page_cut_off_in_a_tag_is_read_once(clean: Clean, markup: str) -> None:
    article = clean(markup)
    assert "last words" in everything(article) and not article.issues


def test_markup_in_noframes_is_read(clean: Clean) -> None:
    article = clean(
        "<frameset><frame src=x></frameset><noframes><body><p>first words</p><p>last words</p></body></noframes>"
    )
    assert [block.text for block in article.blocks] == ["first words", "last words"]


@pytest.mark.parametrize("mark", ["<![CDATA[", "//<![CDATA[\n"])
def test_linked_data_in_a_section_is_read(clean: Clean, mark: str) -> None:
    end = "\n//]]>" if mark[0] == "/" else "]]>"
    article = clean(
        f'<script type="application/ld+json">{mark}{{"@type":"NewsArticle","datePublished":"2024-05-06"}}{end}</script><p>first words</p>'
    )
    assert article.published == "2024-05-06"


def test_entities_do_not_part_the_texts_of_a_menu(clean: Clean) -> None:
    article = clean("<nav><a>Oil &amp; Gas</a><a>Mines</a></nav><p>first words</p>")
    assert article.blocks[0].text == "Oil & Gas · Mines"


def test_text_in_an_element_never_closed_that_no_reader_sees_is_read(clean: Clean) -> None:
    assert "last words" in everything(clean("<svg><svg></svg><p>first words</p><p>last words</p>"))
