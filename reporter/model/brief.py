"""The brief: the whole answer for one story."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reporter.model.article import Article
from reporter.model.attribution import Attribution, Source
from reporter.model.claims import Claim
from reporter.model.factchecks import Consultation, FactCheckMatch
from reporter.model.spans import Span
from reporter.model.times import Interval, TimeExpression
from reporter.model.verification import Assessment, Flag, Verdict

SCHEMA_VERSION = "1.2"


class TimelineKind(StrEnum):
    HAPPENED = "happened"
    SAID = "said"
    PLANNED = "planned"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A claim placed where it is said to have happened (or was said, or is planned).

    `interval` is None where no date can be given; `label` is how the date reads ("Mon 12 Oct 2015", "no date given"),
    `text` the claim with its attribution, `is_vague` true where the edges of the interval are not known.
    """

    kind: TimelineKind
    interval: Interval | None
    label: str
    text: str
    claim_id: str | None = None
    time_id: str | None = None
    source_id: str | None = None
    is_vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """One sentence of the summary, with its attribution and absolute dates, and the claims that it tells."""

    text: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One thing to check, in order: what, and why it comes here. `spans` show where it stands."""

    what: str
    why: str
    flag_ids: tuple[str, ...]
    claim_ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How much of the story one source fills: attributions, claims, and characters of attributed content."""

    source_id: str
    attributions: int
    claims: int
    characters: int
    share: float
    """Of all attributed characters, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the brief was made: enough to make it again.

    `input_sha256` is that of the article's text in UTF-8; `settings` the settings in force, by name; `generated` is
    given by the caller, never read from the clock. `language` is the BCP 47 tag of the language in which the brief
    speaks; None where it is the story's.
    """

    version: str
    parser: str
    input_sha256: str
    settings: tuple[tuple[str, str], ...] = ()
    generated: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything that the program found out about one story. Lists are in text order unless said otherwise;
    `timeline` is in the order in which things are said to have happened, `check_first` in order of urgency;
    `unplaced_verdicts` are of persons, on words that no claim of the story is like; `fact_checks` are published
    reviews, in the order of the claims that they match, and `fact_check_sources` the places that were asked."""

    article: Article
    method: Method
    times: tuple[TimeExpression, ...] = ()
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    flags: tuple[Flag, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    check_first: tuple[CheckItem, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    voices: tuple[Voice, ...] = ()
    unplaced_verdicts: tuple[Verdict, ...] = ()
    fact_checks: tuple[FactCheckMatch, ...] = ()
    fact_check_sources: tuple[Consultation, ...] = ()
    schema_version: str = SCHEMA_VERSION

    def __post_init__(self) -> None:
        _require_known("source", (source.id for source in self.sources), self._named_sources())
        _require_known("time", (time.id for time in self.times), self._named_times())
        _require_known("claim", (claim.id for claim in self.claims), self._named_claims())
        _require_known(
            "flag", (flag.id for flag in self.flags), (i for item in self.check_first for i in item.flag_ids)
        )

    def _named_sources(self) -> Iterator[str]:
        for attribution in self.attributions:
            yield from (i for i in (attribution.source_id, attribution.relay) if i is not None)
        for claim in self.claims:
            yield from (link.source_id for link in claim.chain if link.source_id is not None)
        yield from (voice.source_id for voice in self.voices)
        yield from (entry.source_id for entry in self.timeline if entry.source_id is not None)

    def _named_times(self) -> Iterator[str]:
        for claim in self.claims:
            yield from (*claim.said, *claim.happened)
        yield from (entry.time_id for entry in self.timeline if entry.time_id is not None)

    def _named_claims(self) -> Iterator[str]:
        for flag in self.flags:
            yield from flag.claim_ids
        for assessment in self.assessments:
            yield from (assessment.claim_id, *assessment.related_claim_ids)
        for sentence in self.summary:
            yield from sentence.claim_ids
        for item in self.check_first:
            yield from item.claim_ids
        yield from (entry.claim_id for entry in self.timeline if entry.claim_id is not None)
        yield from (match.claim_id for match in self.fact_checks)


def _require_known(kind: str, known: Iterable[str], named: Iterable[str]) -> None:
    listed = list(known)
    ids = set(listed)
    if len(ids) != len(listed):
        raise ValueError(f"two {kind}s of the brief have one id")
    missing = set(named) - ids
    if missing:
        raise ValueError(f"the brief names a {kind} that it does not hold: {', '.join(sorted(missing))}")
