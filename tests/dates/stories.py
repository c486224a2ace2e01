"""Stories of one or a few lines, for the tests of dates: each line is a paragraph."""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from reporter.dates import find_times
from reporter.language import Parser, load_parser
from reporter.languages import language_pack
from reporter.model import Article, Paragraph, ParagraphKind, PublicationTime, Settings, Span, TimeExpression

DATES = language_pack("en").dates


@lru_cache(maxsize=1)
def parser() -> Parser:
    return load_parser(language_pack("en").parser)


def article(text: str, published: str | None, *, zone: str | None = None) -> Article:
    """Lines as body paragraphs. `published` is an ISO date or date-time, None for an undated story."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(span=Span(start=start, end=start + len(line)), kind=ParagraphKind.BODY))
        start += len(line) + 1
    return Article(text=text, language="en", paragraphs=tuple(paragraphs), published=publication(published, zone=zone))


def publication(published: str | None, *, zone: str | None = None) -> PublicationTime | None:
    if published is None:
        return None
    if "T" not in published:
        return PublicationTime(day=date.fromisoformat(published), zone=zone)
    instant = datetime.fromisoformat(published)
    if zone is not None:
        known = UTC if zone == "Z" else _offset(zone) if zone[0] in "+-" else ZoneInfo(zone)
        instant = instant.replace(tzinfo=known)
    return PublicationTime(day=instant.date(), instant=instant, zone=zone)


def _offset(zone: str) -> timezone:
    hours, minutes = zone[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if zone[0] == "-" else offset)


def times(
    text: str, published: str | None, *, zone: str | None = None, settings: Settings | None = None
) -> tuple[TimeExpression, ...]:
    story = article(text, published, zone=zone)
    return find_times(story, parser().parse(story), DATES, settings or Settings())


def only(text: str, published: str | None, *, zone: str | None = None) -> TimeExpression:
    """The one time expression of `text`; fails where there are more or none."""
    found = times(text, published, zone=zone)
    assert len(found) == 1, [one.text for one in found]
    return found[0]
