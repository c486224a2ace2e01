"""The story as it came in: its text, its paragraphs and when it was published."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reporter.model.spans import Span


class ParagraphKind(StrEnum):
    """What a paragraph is for (after IPTC ninjs / NITF block types)."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A run of the source text with one purpose. Its number is its place in `Article.paragraphs`.

    `span` covers the paragraph's own words. `dateline` is the run of "MOSCOW, Oct 12 (AFP) -" where it opens a body
    paragraph, and `credit` that of "(AFP Photo /HO /SANA)" where it closes a caption; both lie inside `span`.
    `repeats` is the number of the earlier paragraph that this one says again.
    """

    span: Span
    kind: ParagraphKind
    dateline: Span | None = None
    credit: Span | None = None
    repeats: int | None = None

    def __post_init__(self) -> None:
        for inner in (self.dateline, self.credit):
            if inner is not None and not self.span.contains(inner):
                raise ValueError("a dateline or credit must lie inside its paragraph")

    @property
    def has_prose(self) -> bool:
        """Whether its sentences can carry claims: headlines, captions and body text."""
        return self.kind in _PROSE


_PROSE = frozenset({ParagraphKind.HEADLINE, ParagraphKind.CAPTION, ParagraphKind.BODY})


class EvidenceKind(StrEnum):
    """Where a publication time was read, from the most to the least trusted."""

    FLAG = "flag"
    METADATA = "metadata"
    FEED = "feed"
    DATELINE = "dateline"
    WIRE = "wire"
    """The stamp with which a news agency sent the story."""
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationEvidence:
    """One place that tells when the story was published: `text` as it stands there, `value` in ISO 8601."""

    kind: EvidenceKind
    text: str
    value: str
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationTime:
    """The anchor of every relative date (TIMEX3 document creation time): a day, and the instant where it is known.

    `instant` is aware exactly when `zone` (an IANA name or an offset such as "+05:30") is known, else naive local
    time; `day` is the calendar day in that zone.
    """

    day: date
    instant: datetime | None = None
    zone: str | None = None
    evidence: tuple[PublicationEvidence, ...] = ()

    def __post_init__(self) -> None:
        if self.instant is not None:
            if self.instant.date() != self.day:
                raise ValueError("the instant of publication must fall on its day")
            if (self.instant.tzinfo is None) != (self.zone is None):
                raise ValueError("an instant has a zone exactly when the zone is known")

    @property
    def value(self) -> str:
        """ISO 8601: a date, or a date-time where the instant is known."""
        return self.day.isoformat() if self.instant is None else self.instant.isoformat()

    @property
    def counted_from(self) -> "PublicationTime":
        """What the story's words count from: the wire's own stamp where that is of an earlier day, else this.

        Copy that is printed days after it was sent still says "Monday" as it did when it was sent.
        """
        stamp = next((one.value for one in self.evidence if one.kind is EvidenceKind.WIRE), None)
        if stamp is None or date.fromisoformat(stamp[:10]) >= self.day:
            return self
        sent = datetime.fromisoformat(stamp)
        if sent.tzinfo is None:
            return PublicationTime(day=sent.date())
        return PublicationTime(day=sent.date(), instant=sent, zone=f"{sent:%:z}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One story. `text` is what every offset counts into: as given, or for HTML the extracted text.

    `headline`, `byline`, `publisher`, `credit_line` and `url` are None where the story does not give them; a headline
    known from metadata need not stand in `text`. `paragraphs` are in text order and do not overlap. `language` is a
    BCP 47 tag.
    """

    text: str
    language: str
    paragraphs: tuple[Paragraph, ...] = ()
    published: PublicationTime | None = None
    headline: str | None = None
    byline: str | None = None
    publisher: str | None = None
    credit_line: str | None = None
    located: str | None = None
    url: str | None = None
    source_name: str | None = None
    """What the user called the input: a file name without its folders, a URL, or None for standard input."""

    def __post_init__(self) -> None:
        end = 0
        for paragraph in self.paragraphs:
            if paragraph.span.start < end:
                raise ValueError("paragraphs must be in text order and must not overlap")
            end = paragraph.span.end
        if end > len(self.text):
            raise ValueError("a paragraph ends beyond the text")

    def paragraph_at(self, offset: int) -> int | None:
        """The number of the paragraph that holds the character at `offset`."""
        number = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.span.start) - 1
        if number < 0 or offset >= max(self.paragraphs[number].span.end, self.paragraphs[number].span.start + 1):
            return None
        return number
