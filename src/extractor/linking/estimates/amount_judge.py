"""Whose value each amount of a document is: the whole market's, a part's, another market's, or no market's at all, or growth.

The marks around an amount (amount_marks.py) are weighed by `data/own/amount_weights.tsv`, which is learned from labelled
articles (benchmarks/amount_weights.py): the answer of the highest sum is taken. What the words of its clause say that it is of is
one mark among others; it names the part or the other market.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.linking.estimates.amount_marks import CLASS_FILE, AmountMarks
from extractor.linking.markets.names import title_case
from extractor.linking.statements.labelled import named_near
from extractor.linking.statements.mark_weights import load_mark_weights, weigh
from extractor.linking.statements.topic import TOTAL_TOPIC, Topic
from extractor.linking.topics.phrases import plain_name

if TYPE_CHECKING:
    from collections import Counter

    from extractor.linking.estimates.amounts import Amount, Whose
    from extractor.linking.growth.paces import Pace
    from extractor.linking.statements.mark_weights import Scores
    from extractor.linking.topics.topic_reader import TopicReader

WEIGHT_FILE = "own/amount_weights.tsv"
ANSWERS: tuple[Whose, ...] = ("total", "part", "other", "none")  # in the order of the weights
OTHER, NONE = ANSWERS.index("other"), ANSWERS.index("none")
GROWTH = len(ANSWERS)  # behind them: what speaks for growth over a period and no level ("will add 2 billion by 2030")
SURE = 100  # hundredths from which it is growth: of few amounts it is known
DOUBT = 100  # hundredths by which "none" may lead where another answer is likely, too
DOUBTFUL = "doubtful"


def judge(
    amounts: list[Amount],
    paces: list[Pace],
    topics: TopicReader,
    published: int | None,
    declined: Counter[str],
) -> None:
    """Settles whose value each amount is and gives it, and the rates of the same subject, the topic that says so.

    Amounts that are no market's are counted in `declined` by their reason.
    """
    phrases = topics.phrases
    marks = AmountMarks(amounts, paces, phrases.core, phrases.region_texts, published)
    is_alone = marks.is_alone and topics.market is None  # there is nothing else that the text could give a market
    shared: dict[int, Scores] = {}
    tables = load_mark_weights(WEIGHT_FILE, CLASS_FILE)
    start = tables["start"]["all"]
    for amount in amounts:
        if amount.restated is not None:
            continue
        key = id(amount.statement)
        if key not in shared:
            shared[key] = weigh(tables, marks.of_statement(amount.statement), start)
        scores = weigh(tables, marks.of(amount), shared[key])
        if topics.market is not None and amount.topic.actor:  # a firm or a study gives no market its name
            scores = (*scores[:OTHER], min(scores), *scores[NONE:])
        best = max(scores[:NONE])
        doubtful = scores[NONE] < best + DOUBT
        if best >= scores[NONE] or (doubtful and is_alone and amount.statement.kind == "paragraph"):
            amount.whose = ANSWERS[scores.index(best)]
            amount.is_growth = scores[GROWTH] > SURE
        else:
            declined[DOUBTFUL if doubtful else "no_market_value"] += 1
    for amount in amounts:
        _settle(amount, amounts, paces, has_market=topics.market is not None, is_alone=marks.is_alone)


def _settle(amount: Amount, amounts: list[Amount], paces: list[Pace], *, has_market: bool, is_alone: bool) -> None:
    """Gives an amount the topic of its answer; where the document names no market, the words tell all but "none".

    A part without a name is none of an article's values, and the value itself of a statement that stands alone.
    """
    topic = amount.topic
    if amount.whose == "none":
        return
    if not has_market:
        amount.topic = TOTAL_TOPIC if topic.actor else topic
    elif amount.whose == "total":
        _give_whole(amount, amounts, paces)
    elif amount.whose == "part" and (topic.scope is None or topic.actor):
        name = topic.scope or plain_name(named_near(amount.statement, amount.item.start))
        amount.topic = Topic(scope=name, cue="named_near") if name else topic
        amount.whose = "part" if name else "total" if is_alone else "none"
    elif amount.whose == "other" and topic.market is None:
        amount.topic = Topic(market=f"{title_case(topic.scope)} Market", cue="market") if topic.scope else topic
        amount.whose = "other" if topic.scope else "none"


def _give_whole(amount: Amount, amounts: list[Amount], paces: list[Pace]) -> None:
    """Makes an amount the whole market's, with the yearly rates that are said of the same subject."""
    topic = amount.topic
    if topic.scope is None and topic.market is None and not topic.actor:
        return
    amount.topic = TOTAL_TOPIC
    if any(other.topic == topic and other.whose in ("part", "other") for other in amounts):
        return
    for pace in paces:
        if pace.topic == topic and pace.kind == "CAGR":
            pace.topic = TOTAL_TOPIC
