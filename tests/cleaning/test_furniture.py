from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.cleaning import Cleaner, Furniture
from extractor.cleaning.furniture import SAMPLE, site_of
from extractor.errors import ExtractorError
from extractor.reading.source import Source

MakeSource = Callable[..., Source]
LETTER = "Each dawn our editors write down what the night has changed, and 400 readers have it with their coffee."


TOWNS = "Varna Sozopol Burgas Balchik Pomorie Nesebar Ahtopol Tsarevo Kavarna Ravda Obzor Byala Sinemorets".split()


def text_of(number: int) -> str:
    town = TOWNS[number % len(TOWNS)]
    body = "\n\n".join(
        f"Foundry number {word} in {town} cast {number * 7} lamps for the quay of {town}, and the guild paid at once."
        for word in ("one", "two", "three")
    )
    return f"Lamps of {town} Return to the Quay\n\n{body}\n\n{LETTER.replace('400', str(400 + number))}\n"


def sources(make_source: MakeSource) -> list[Source]:
    return [
        make_source(text_of(number), f"n{number}.txt", f"https://www.post.example/{number}") for number in range(12)
    ]


def counted(items: list[Source]) -> Furniture:
    furniture = Furniture()
    for item in items:
        furniture.observe(item)
    return furniture


def test_prose_that_recurs_goes(make_source: MakeSource) -> None:
    items = sources(make_source)
    assert LETTER in Cleaner()(items[0]).text
    article = Cleaner(furniture=counted(items))(items[0])
    assert "our editors" not in article.text and "Foundry number one" in article.text
    block = next(block for block in article.blocks if "our editors" in block.text)
    assert (block.role, block.reason) == ("furniture", "stands in 12 of 12 documents of the site")


def test_order_and_workers_make_no_difference(make_source: MakeSource) -> None:
    items = sources(make_source)
    first, second = counted(items[:5]), counted(items[5:])
    second.merge(first)
    assert counted(items).to_json() == counted(items[::-1]).to_json() == second.to_json()


def test_sample_is_bounded_and_free_of_order() -> None:
    digests = [f"{number * 7919 % 10007:05d}" for number in range(3 * SAMPLE)]
    one, other = Furniture(), Furniture()
    for digest in digests:
        one.add("s", digest, ["a line", digest])
    for digest in reversed(digests):
        other.add("s", digest, ["a line", digest])
    assert one.seen("s", "a line") == (SAMPLE, SAMPLE)
    assert one.to_json() == other.to_json()


def test_saved_furniture_cleans_a_later_document(make_source: MakeSource) -> None:
    furniture = Furniture.from_json(counted(sources(make_source)).to_json())
    later = make_source(text_of(99), "later.txt", "https://post.example/99")
    assert "our editors" not in Cleaner(furniture=furniture)(later).text
    with pytest.raises(ExtractorError):
        furniture.observe(later)


def test_two_documents_are_no_site(make_source: MakeSource) -> None:
    items = sources(make_source)[:2]
    assert "our editors" in Cleaner(furniture=counted(items))(items[0]).text


def test_broken_file_is_named() -> None:
    with pytest.raises(ExtractorError, match="furniture file"):
        Furniture.from_json("[]")


def test_site_is_the_host_or_the_folder(make_source: MakeSource) -> None:
    assert site_of(make_source("x", "a/b.txt")) == "folder:a"
    assert site_of(make_source("x", "a/b.txt", "https://www.post.example/1")) == "post.example"


def test_near_copies_in_a_folder_are_no_site(make_source: MakeSource) -> None:
    body = "\n\n".join(
        f"The guild of {town} says that its foundries cast more lamps in spring than in all of last year."
        for town in TOWNS[:6]
    )
    items = [
        make_source(f"Lamps Return\n\n{body}\n\nTold to the {outlet} by the guild.\n", f"folder/{outlet}.txt")
        for outlet in ("Post", "Echo", "Mail", "Bell")
    ]
    furniture = counted(items)
    assert furniture.seen("folder:folder", "Lamps Return") == (0, 1)
    assert Cleaner(furniture=furniture)(items[0]).text == Cleaner()(items[0]).text


def test_copies_among_others_have_one_voice() -> None:
    furniture = Furniture()
    long = [f"A line number {word} that has more than eight words in it." for word in TOWNS]
    for number in range(3):
        furniture.add("s", f"copy{number}", [*long, "Home"])
    for number, town in enumerate(TOWNS[:4]):
        furniture.add("s", f"own{number}", [f"What {town} alone has to say about the trade in its lamps.", "Home"])
    assert furniture.seen("s", "Home") == (5, 5)
    assert furniture.seen("s", long[0]) == (0, 5)
