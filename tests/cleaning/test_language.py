from __future__ import annotations

import pytest

from extractor.cleaning import Article
from extractor.cleaning.complete import complete
from extractor.cleaning.language import language_of

SENTENCES = {
    "en": "The price of tin rose in the spring, and it is expected to fall by the end of the year.",
    "de": "Der Preis von Zinn ist im Frühjahr gestiegen und wird nach den Zahlen der Händler auch fallen.",
    "fr": "Le prix du zinc est plus élevé que dans les autres pays et les ventes sont en hausse pour cette année.",
    "es": "El mercado de lámparas en México crece más que los demás, según un estudio que se publicó en la ciudad.",
    "pt": "O mercado de lâmpadas no Brasil é o que mais cresce e não há sinais de que os preços caiam até o fim do ano.",
    "it": "Il mercato delle lampade in Italia è più grande di quello della Grecia, e gli ordini sono in crescita anche "
    "per la primavera.",
    "nl": "De prijs van tin is in het voorjaar gestegen en wordt door de handelaren ook voor de zomer met zorg bekeken.",
    "sv": "Priset på tenn har stigit under våren och det är inte troligt att det faller till hösten, men de som köper "
    "av oss är nöjda.",
    "pl": "Cena cyny wzrosła na wiosnę i nie jest pewne, że spadnie do końca roku, ale w sklepach się jej nie boją.",
    "ja": "世界の市場規模は2024年に大きく成長し、今後も拡大する見通しです。",
    "zh": "全球市场规模在二零二四年大幅增长,预计未来几年将继续扩大。",
    "ko": "세계 시장 규모는 2024년에 크게 성장했으며 앞으로도 확대될 전망이다.",
    "ru": "Цена олова весной выросла, и к концу года она, вероятно, снизится.",
    "ar": "ارتفع سعر القصدير في الربيع ومن المتوقع أن ينخفض في نهاية العام.",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items(), ids=list(SENTENCES))
def test_language_is_told(language: str, text: str) -> None:
    assert language_of(text)[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tin 4 USD",
        "Acme Ltd. Bolt Inc. Crown AG Delta KG Eagle Oy Falcon Corp. Gamma SE Helix SA Iris BV Jade NV Kilo AB Lima",
    ],
)
def test_nothing_tells(text: str) -> None:
    assert language_of(text)[0] is None


def test_words_outweigh_the_template() -> None:
    article = Article(SENTENCES["de"], language="en-US")
    complete(article, None, ())
    assert article.language == "de"


def test_stated_region_stays() -> None:
    article = Article(SENTENCES["en"], language="en-GB")
    complete(article, None, ())
    assert article.language == "en-GB"
