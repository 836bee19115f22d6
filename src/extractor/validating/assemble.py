"""The record put together from article, mentions and links, then checked."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from extractor import __version__
from extractor.annotating.mention import Money, Years
from extractor.records import Issue, MoneyValue, OtherMention, Record, SourceInfo, Versions, YearValue
from extractor.validating.checks import run_checks

if TYPE_CHECKING:
    from typing import Any

    from extractor.annotating.annotation import Annotation
    from extractor.annotating.mention import Mention
    from extractor.cleaning.article import Article
    from extractor.linking import Links
    from extractor.reading.source import Source


# Labels whose mentions reach the record by way of the links.
_LINKED = frozenset({"COMPANY", "REGION", "PERCENT"})


@cache
def versions() -> Versions:
    """What made the record: this package, spaCy, and a digest of the rule files and tables."""
    from extractor.annotating.rules import rules_digest

    return Versions(extractor=__version__, spacy=version("spacy"), rules=rules_digest())


def source_info(source: Source) -> SourceInfo:
    """The record's account of where the document came from."""
    return SourceInfo(
        uri=source.uri,
        media_type=source.media_type,
        encoding=source.encoding,
        bytes=source.bytes,
        sha256=source.sha256,
        line=source.line,
        member=source.member,
        offset=source.offset,
        url=source.url,
    )


def money_value(mention: Money) -> MoneyValue | None:
    """A money mention as the record holds it; None when it has no amount."""
    low = mention.amount if mention.amount is not None else mention.low
    if low is None:
        return None
    return MoneyValue(
        text=mention.text,
        start=mention.start,
        end=mention.end,
        amount=low,
        amount_high=mention.high if mention.amount is None else None,
        currency=mention.currency,
        symbol=mention.symbol if mention.currency is None else None,
        qualifier=mention.qualifier,
        inferred=mention.inferred,
        rule=mention.rule,
    )


def year_value(mention: Years) -> YearValue:
    """A year mention as the record holds it."""
    return YearValue(
        text=mention.text,
        start=mention.start,
        end=mention.end,
        start_year=mention.start_year,
        end_year=mention.end_year,
        kind=mention.kind,
        rule=mention.rule,
    )


def _article_fields(source: Source, article: Article) -> dict[str, Any]:
    issues = [Issue(stage="reading", code=code, detail=detail) for code, detail in source.issues]
    issues += [Issue(stage="cleaning", code=code, detail=detail) for code, detail in article.issues]
    return {
        "id": source.id,
        "source": source_info(source),
        "language": article.language,
        "title": article.title,
        "author": article.author,
        "published": article.published,
        "site": article.site,
        "url": article.url or source.url,
        "metadata_sources": article.origins,
        "confidence": article.confidence,
        "text": article.text,
        "versions": versions(),
        "issues": issues,
    }


def empty_record(source: Source, article: Article) -> Record:
    """The record of a document that holds no article; `issues` says why."""
    fields = _article_fields(source, article)
    reason = article.empty_reason or "no_text"
    issues = [*fields.pop("issues"), Issue(stage="cleaning", code="empty", detail=reason)]
    return Record(status="empty", publisher=article.publisher, issues=issues, **fields)


def assemble(source: Source, annotation: Annotation, links: Links, left_out: int = 0) -> Record:
    """The validated record of one annotated and linked article."""
    article = annotation.article
    if article is None:
        raise ValueError("a record needs the article its annotation came from")
    fields = _article_fields(source, article)
    money: list[MoneyValue] = []
    years: list[YearValue] = []
    other: dict[str, list[OtherMention]] = {}
    issues: list[Issue] = [*fields.pop("issues"), *links.issues]
    if left_out:
        issues.append(
            Issue(stage="annotating", code="text_cut", detail=f"{left_out} characters at the end were not read")
        )
    for mention in annotation.mentions:
        if mention.label in _LINKED:
            continue
        if isinstance(mention, Money):
            value = money_value(mention)
            if value is not None:
                money.append(value)
            if mention.unread_magnitude is not None:
                detail = f"{mention.unread_magnitude!r} beside {mention.text!r} at {mention.start}"
                issues.append(Issue(stage="annotating", code="unread_magnitude", detail=detail))
        elif isinstance(mention, Years):
            if any(char.isdigit() for char in mention.text):  # "the seventies" is an era and no year of a figure
                years.append(year_value(mention))
        else:
            other.setdefault(mention.label, []).append(_other(mention))
    found = (links.market, links.estimates, links.growth, links.segments, links.companies, links.regions, money, years)
    if not any(found):
        issues.append(Issue(stage="annotating", code="empty", detail="nothing_to_extract"))
    record = Record(
        status="ok" if any(found) else "empty",
        publisher=links.publisher,
        market=links.market,
        estimates=links.estimates,
        growth=links.growth,
        money=money,
        years=years,
        companies=links.companies,
        regions=links.regions,
        segments=links.segments,
        other=other,
        issues=issues,
        **fields,
    )
    checks = run_checks(record)
    return record.model_copy(update={"checks": checks}) if checks else record


def _other(mention: Mention) -> OtherMention:
    return OtherMention(text=mention.text, start=mention.start, end=mention.end, rule=mention.rule)
