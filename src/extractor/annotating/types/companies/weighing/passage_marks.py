"""What a single passage tells of a name beyond the words beside it: what its sentence is about, and how the name is spelled.

An article names its firms again and again, in lists and headings; a passage of news has one sentence for each.
"""

from __future__ import annotations

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING

from extractor.annotating.lines import lines_of

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.names.chunk import Chunk

_SPORT = frozenset(
    "match matches game games derby coach coached manager striker midfielder defender goalkeeper goal goals scored season cup "
    "league final semi-final playoff playoffs tournament championship champions race lap pole grid podium batters batter "
    "bowler wicket wickets innings pitcher quarterback linebacker touchdown touchdowns rebounds stadium fans squad captain "
    "skipper transfer relegation referee penalty penalties medal medals sprinter peloton club clubs team teams player "
    "beat beats beaten defeat defeats defeated draw drew knee ankle hamstring".split()
)
_PUBLIC = frozenset(
    "election elections vote votes voted voters seats coalition budget parliament party candidate candidates campaign rally "
    "minister ministers mayor governor senator premier opposition ballot poll polls president lawmakers bill rebels troops "
    "army soldiers ceasefire police sheriff court protest protests protesters church parish zoo museum album film novel book "
    "concert actor actress singer song songs stage play school schools pupils hospital doctors".split()
)
_TRADE = frozenset(
    "share shares profit profits sales revenue revenues earnings earned quarter dividend stake stakes bid bids offer offers "
    "deal deals merger takeover acquisition buy buys bought buying acquire acquired sell sells sold selling investor investors "
    "shareholder shareholders stock stocks bond bonds debt loan loans creditors banker bankers lender lenders contract "
    "contracts order orders plant plants factory factories mine mines refinery output production workers staff jobs "
    "employees customer customers store stores shop shops chain brand brands price prices margin margins cost costs guidance "
    "forecast analyst analysts executive boss director chairman board unit subsidiary division supplier suppliers supplies "
    "maker makers rival rivals startup start-up fund funds million billion percent firm firms company companies patent "
    "licence license settle settled fine fined probe recall app software chip chips drug vaccine trial trials satellite "
    "satellites aircraft jets planes trucks cars vehicles ships cargo".split()
)
# A name of so few letters is a code of a state or a language as often as a firm.
LONGEST_CODE = 2
_TOPICS = {"sport": _SPORT, "public life": _PUBLIC, "trade": _TRADE}
_TELLING = _SPORT | _PUBLIC | _TRADE
_KEPT = "words_of_topics"  # under which an annotation keeps those of its sentences


def marks_of_passage(annotation: Annotation, chunks: list[Chunk]) -> set[str]:
    """The marks of a name by the words of the sentences that mention it, and by its own spelling.

    Args:
        annotation: the passage.
        chunks: the mentions of one name.
    """
    beside = _words_beside(annotation, chunks)
    found = set()
    for topic, words in _TOPICS.items():
        count = len(beside & words)
        if count:
            found.add(f"words of {topic}")
        if count > 1:
            found.add(f"words of {topic}, some")
    name = chunks[0].facts.text
    lines = lines_of(annotation)
    spelled = {
        "hyphen": "-" in name,
        "one word": " " not in name,
        "two letters": len(name) <= LONGEST_CODE,
        "capitals": name.isupper(),
        "shouted": any(lines.is_shouted(chunk.first) for chunk in chunks),
    }
    return found | set(compress(spelled, spelled.values()))


def _words_beside(annotation: Annotation, chunks: list[Chunk]) -> set[str]:
    """The telling words of the sentences that mention a name, but for those that only the name itself has.

    Each sentence is read once for all names in it: a text without full stops is one sentence.
    """
    lowers = annotation.lowers
    known: dict[tuple[int, int], Counter[str]] = annotation.kept.setdefault(_KEPT, {})
    held: dict[tuple[int, int], list[Chunk]] = {}
    for chunk in chunks:
        held.setdefault(annotation.sentence_of(chunk.first), []).append(chunk)
    beside: set[str] = set()
    for sentence, inside in held.items():
        first, last = sentence
        if sentence not in known:
            known[sentence] = Counter(filter(_TELLING.__contains__, lowers[first:last]))
        words = known[sentence]
        if len(inside) > 1:
            beside.update(words)  # what one mention holds stands beside the other
        else:
            own = Counter(lowers[inside[0].first : min(inside[0].tail, last)])
            beside.update(word for word, count in words.items() if count > own[word])
    return beside
