"""Tokens and blocks of pages: tags are told from text as browsers tell them, and those left out are made up for."""

from __future__ import annotations

import pytest

from extractor.cleaning.page.read import read_page
from extractor.cleaning.page.tokens import attributes_of, tokens_of


def shown(markup: str) -> list[tuple[str, str]]:
    return [(draft.kind, draft.text) for draft in read_page(markup).drafts]


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<p title='a > b'>", ["p"]),
        ('<p title="a < b" x>', ["p"]),
        ('<p class="a"">tin</p>', ["p", "p"]),  # a quote counts behind "=" only
        ("<a href=x'y>tin</a>", ["a", "a"]),
        ("4 < 5 and 6 > 5", []),
        ("<!-- <p> --><b>", ["b"]),
        ("<!doctype html><?xml a?></ p><b>", ["b"]),
        ("<script>'<p>' + \"</div>\"</script><b>", ["b"]),
        ("<svg><path d=x /><title>a</title></svg><b>", ["b"]),
        ("<title/><b>", ["b"]),
        ("<select><option>a</select><b>", ["b"]),
        ("<video src=a><p>b</p><video src=c>d</video><b>", ["p", "p", "b"]),  # never closed: it hides nothing
    ],
)
def test_tags_are_found(markup: str, names: list[str]) -> None:
    found = [name for _, _, _, name, *_ in tokens_of(markup) if name]
    assert found == [*names, "x-end-of-page"]


def test_attribute_without_a_quote_at_its_end_takes_no_text() -> None:
    assert shown('<p>tin</p><a href="x><p>zinc</p>') == [("paragraph", "tin"), ("paragraph", "zinc")]


def test_first_of_two_attributes_of_one_name_counts() -> None:
    assert attributes_of(" id=a ID=b") == {"id": "a"}


@pytest.mark.parametrize(
    ("markup", "drafts"),
    [
        ("<p>a<p>b<div>c</div>", ["a", "b", "c"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["a", "b", "c"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", ["a", "b", "c"]),
        ("<h2>a<h3>b</h3>", ["a", "b"]),
        ("<div><p>a</div>b", ["a", "b"]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", ["a | b", "c | d"]),
        ("<div>a<span></div>b</span>c", ["a", "bc"]),
        ("<section><div>a</section>b</div>c", ["a", "b", "c"]),
        ("a<![CDATA[b]]>c", ["abc"]),
    ],
)
def test_ends_that_are_left_out_are_made_up_for(markup: str, drafts: list[str]) -> None:
    assert [text for _, text in shown(markup)] == drafts


def test_heading_ends_with_the_end_of_another() -> None:
    assert shown("<h2>a</h3><p>b</p>") == [("heading", "a"), ("paragraph", "b")]


def test_link_that_is_never_closed_ends_with_its_block() -> None:
    drafts = read_page("<p><a href=x>tin</p><p>zinc</p>").drafts
    assert [draft.link_share for draft in drafts] == [1.0, 0.0]


def test_hidden_element_ends_with_its_block() -> None:
    drafts = read_page("<p>a <span style='display:none'>b</p><p>c <span>d</span></p>").drafts
    assert [(draft.text, draft.node.hidden) for draft in drafts] == [("a", False), ("b", True), ("c d", False)]
