"""What the templates see: the brief with its references followed, so that a template only lays things out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from reporter.model import (
    AnchorKind,
    Article,
    Assessment,
    Brief,
    ChainLink,
    Claim,
    FactCheck,
    FactCheckMatch,
    Flag,
    ParagraphKind,
    PublicationTime,
    Quantity,
    Severity,
    Source,
    SourceKind,
    Span,
    Status,
    TimeExpression,
    Voice,
)
from reporter.wording.dates import clock, day, label
from reporter.wording.names import called, opening
from reporter.wording.words import Wording

_SEVERITY_ORDER = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
STATUS_ORDER = (
    Status.REFUTED_BY_EDITOR,
    Status.CONTRADICTED,
    Status.DISPUTED,
    Status.UNATTRIBUTED,
    Status.SELF_DECLARED_UNVERIFIED,
    Status.SINGLE_SOURCE_UNNAMED,
    Status.SINGLE_SOURCE_NAMED,
    Status.ATTRIBUTED_ONLY,
    Status.SUPERSEDED,
    Status.NOT_CHECKABLE,
    Status.DOCUMENTED,
    Status.CORROBORATED,
    Status.VERIFIED_BY_EDITOR,
)
"""From what needs most to what needs least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView:
    """A time expression with how it reads. `id` is that of the first that says the same in the same words and for
    the same reasons, which is listed for all of them; `count` is how often it does."""

    id: str
    words: str
    label: str
    time: TimeExpression
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """One step of who says that who says: a name and the words of the saying. `speaks_for` is given where the name
    does not tell it."""

    name: str
    speaks_for: str | None
    cue: str
    source_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """A published review of a claim as it reads. `rating` is the publisher's own, exactly as given, or None; `link` is
    its address where a reader may follow it."""

    match: FactCheckMatch
    publisher: str | None
    rating: str | None
    reviewed: str | None
    claim: str
    author: str | None
    claimed: str | None
    link: str | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with everything that hangs on it. `number` counts from one, in the order of the story."""

    number: int
    claim: Claim
    text: str
    chain: tuple[LinkView, ...]
    said: tuple[TimeView, ...]
    happened: tuple[TimeView, ...]
    flags: tuple[Flag, ...]
    """Those told here; a flag that touches several claims is told at the first."""
    flags_told: tuple[tuple[Flag, int], ...]
    """Those told before, each with the number of the claim where."""
    assessment: Assessment | None
    reasons: tuple[str, ...]
    """Of the status, where its name and the source do not say it already."""
    quantities: tuple[Quantity, ...]
    reviews: tuple[ReviewView, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Of all flags that touch the claim, each once."""
        return tuple(dict.fromkeys([*(flag.code for flag in self.flags), *(flag.code for flag, _ in self.flags_told)]))

    """Published fact-checks on the same matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with how much it says, and its claims. `share_of_most` is against the source that says most, 0 to 1."""

    source: Source
    name: str
    voice: Voice | None
    share_of_most: float
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCount:
    """How many claims have a status, and their share of all, 0 to 1."""

    status: Status
    count: int
    share: float


_TONES = {
    Status.REFUTED_BY_EDITOR: "alarm",
    Status.CONTRADICTED: "alarm",
    Status.DISPUTED: "alarm",
    Status.UNATTRIBUTED: "alarm",
    Status.SELF_DECLARED_UNVERIFIED: "warn",
    Status.SINGLE_SOURCE_UNNAMED: "warn",
    Status.DOCUMENTED: "firm",
    Status.CORROBORATED: "firm",
    Status.VERIFIED_BY_EDITOR: "firm",
}


def tone(status: Status) -> str:
    """How a status is drawn: "alarm" (solid), "warn" (thick edge), "firm" (double edge), else "plain" (thin edge)."""
    return _TONES.get(status, "plain")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The whole brief, ready to be laid out. Lists are in the order in which a reader should meet them."""

    title: str
    lead: str
    published: str
    claims: tuple[ClaimView, ...]
    sources: tuple[SourceView, ...]
    statuses: tuple[StatusCount, ...]
    severities: tuple[tuple[Severity, int], ...]
    times: tuple[TimeView, ...]
    other_times: tuple[TimeView, ...]
    """Those that no claim shows with its dates."""
    story_flags: tuple[Flag, ...]
    """Flags that touch no claim."""
    clears: tuple[tuple[str, str], ...]
    """What settles a flag, once for each code; in the order of severity."""
    figures: tuple[tuple[ClaimView, Quantity], ...]
    names: tuple[tuple[str, int], ...]
    """Every name of a claim or a source as it is spelled, in the order of the story, and how often."""
    numbers: Mapping[str, int]
    """The number of each claim, by its id."""
    levels: Mapping[str, Severity]
    """The severity of each flag, by its id."""

    def worst(self, flag_ids: Sequence[str]) -> Severity | None:
        """The highest severity among some flags."""
        return min((self.levels[one] for one in flag_ids), key=_SEVERITY_ORDER.index, default=None)


def view_of(brief: Brief, wording: Wording) -> View:
    times = _time_views(brief.times, wording)
    claims = _claim_views(brief, times, wording)
    by_source: dict[str, list[ClaimView]] = {}
    for claim in claims:
        if claim.claim.source_id is not None:
            by_source.setdefault(claim.claim.source_id, []).append(claim)
    voices = {voice.source_id: voice for voice in brief.voices}
    most = max((voice.share for voice in brief.voices), default=0.0)
    sources = sorted(
        (
            SourceView(
                source=source,
                name=opening(called(source, brief.article.text, wording)),
                voice=voices.get(source.id),
                share_of_most=voices[source.id].share / most if most and source.id in voices else 0.0,
                claims=tuple(by_source.get(source.id, ())),
            )
            for source in brief.sources
        ),
        key=lambda one: -(one.voice.share if one.voice else 0.0),
    )
    listed = tuple({one.id: one for one in times.values()}.values())
    dated = {time.id for claim in claims for time in (*claim.said, *claim.happened)}
    touched = {flag.id for claim in claims for flag in claim.flags}
    return View(
        title=brief.article.headline or opening_words(brief.article),
        lead=opening_words(brief.article),
        published=published_text(brief.article.published, wording),
        claims=claims,
        sources=tuple(sources),
        statuses=_status_counts(brief),
        severities=tuple(
            (severity, sum(1 for flag in brief.flags if flag.severity is severity)) for severity in _SEVERITY_ORDER
        ),
        times=listed,
        other_times=tuple(one for one in listed if one.id not in dated),
        story_flags=tuple(flag for flag in brief.flags if flag.id not in touched),
        clears=tuple(dict.fromkeys((flag.code, flag.clears) for flag in _by_severity(brief.flags))),
        figures=tuple((claim, quantity) for claim in claims for quantity in claim.quantities),
        names=_names(brief),
        numbers={claim.claim.id: claim.number for claim in claims},
        levels={flag.id: flag.severity for flag in brief.flags},
    )


_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.DOCUMENT})


def _names(brief: Brief) -> tuple[tuple[str, int], ...]:
    text = " ".join(brief.article.text.split())
    inside = {" ".join(span.of(brief.article.text).split()) for claim in brief.claims for span in claim.names}
    named = inside | {source.name for source in brief.sources if source.kind in _NAMED}
    return tuple((name, text.count(name)) for name in sorted(named, key=lambda name: (text.find(name), name)))


def _by_severity(flags: Sequence[Flag]) -> list[Flag]:
    return sorted(flags, key=lambda flag: _SEVERITY_ORDER.index(flag.severity))


def opening_words(article: Article, limit: int = 90) -> str:
    """How the story begins, cut between words: what it is called where it has no headline."""
    for paragraph in article.paragraphs:
        if paragraph.kind in (ParagraphKind.HEADLINE, ParagraphKind.BODY):
            start = paragraph.dateline.end if paragraph.dateline else paragraph.span.start
            text = " ".join(article.text[start : min(paragraph.span.end, start + 4 * limit)].split())
            return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return ""


def published_text(published: PublicationTime | None, wording: Wording) -> str:
    """The publication time as a reader sees it, with its zone; the wording's "no date given" where there is none."""
    if published is None:
        return wording.titles.no_date
    moment = published.instant
    if moment is None:
        return day(datetime.combine(published.day, time()), wording.dates, is_short=False)
    text = wording.dates.day_clock.format(
        day=day(moment, wording.dates, is_short=False), clock=clock(moment, wording.dates)
    )
    return f"{text} ({published.zone})" if published.zone else text


def shown(article: Article, spans: tuple[Span, ...]) -> str:
    """The words of `spans`, on one line, with a mark of omission where they are apart."""
    return " … ".join(" ".join(span.of(article.text).split()) for span in spans)


def _time_views(times: Sequence[TimeExpression], wording: Wording) -> dict[str, TimeView]:
    """Each expression as it reads, by its id; those that say the same for the same reasons share one view."""
    alike: dict[tuple[object, ...], list[TimeExpression]] = {}
    for one in times:
        words = " ".join(one.text.split())
        key = (words, one.value, one.mod, one.signal, one.interval, one.proof, one.alternatives)
        alike.setdefault(key, []).append(one)
    views: dict[str, TimeView] = {}
    for group in alike.values():
        first = group[0]
        words = " ".join(first.text.split())
        view = TimeView(id=first.id, words=words, label=label(first, wording.dates), time=first, count=len(group))
        views.update((one.id, view) for one in group)
    return views


def _claim_views(brief: Brief, times: dict[str, TimeView], wording: Wording) -> tuple[ClaimView, ...]:
    sources = {source.id: source for source in brief.sources}
    assessments = {assessment.claim_id: assessment for assessment in brief.assessments}
    flags: dict[str, list[Flag]] = {}
    for flag in _by_severity(brief.flags):
        for claim_id in flag.claim_ids:
            flags.setdefault(claim_id, []).append(flag)
    reviews: dict[str, list[ReviewView]] = {}
    for match in brief.fact_checks:
        reviews.setdefault(match.claim_id, []).append(_review_view(match, wording))
    told: dict[str, int] = {}
    views = []
    for number, claim in enumerate(brief.claims, start=1):
        own = flags.get(claim.id, [])
        fresh = tuple(flag for flag in own if flag.id not in told)
        before = tuple((flag, told[flag.id]) for flag in own if flag.id in told)
        told.update((flag.id, number) for flag in fresh)
        views.append(
            ClaimView(
                number=number,
                claim=claim,
                text=" ".join(claim.text.split()),
                chain=tuple(_link_view(link, sources, brief.article.text, wording) for link in claim.chain),
                said=tuple(times[one] for one in claim.said),
                happened=tuple(times[one] for one in claim.happened),
                flags=fresh,
                flags_told=before,
                assessment=assessments.get(claim.id),
                reasons=_reasons(assessments.get(claim.id)),
                quantities=claim.quantities,
                reviews=tuple(reviews.get(claim.id, ())),
            )
        )
    return tuple(views)


def _review_view(match: FactCheckMatch, wording: Wording) -> ReviewView:
    review = match.review
    return ReviewView(
        match=match,
        publisher=review.publisher or review.site,
        rating=review.rating or _numbers(review),
        reviewed=_day_text(review.reviewed_day, review.reviewed, wording),
        claim=" ".join(review.claim.split()),
        author=review.author,
        claimed=_day_text(review.claimed_day, review.claimed, wording),
        link=web_address(review.url),
        why=match.why,
    )


def _numbers(review: FactCheck) -> str | None:
    """A rating without words: the number, with both ends of its scale where they are given."""
    if review.rating_value is None:
        return None
    ends = (review.worst_rating, review.best_rating)
    return review.rating_value if None in ends else f"{review.rating_value} ({ends[0]}–{ends[1]})"


def _day_text(found: date | None, written: str | None, wording: Wording) -> str | None:
    """The day as this brief writes days; as it was written where it is none."""
    return written if found is None else day(datetime.combine(found, time()), wording.dates, is_short=False)


def web_address(url: str | None) -> str | None:
    """`url` when a reader may follow it: a web address, never a script or a file."""
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None


_TOLD_BY_NAME = frozenset({Status.UNATTRIBUTED, Status.SINGLE_SOURCE_NAMED, Status.SINGLE_SOURCE_UNNAMED})


def _reasons(assessment: Assessment | None) -> tuple[str, ...]:
    if assessment is None or (assessment.status in _TOLD_BY_NAME and not assessment.former_verdicts):
        return ()
    return assessment.reasons


def _link_view(link: ChainLink, sources: Mapping[str, Source], text: str, wording: Wording) -> LinkView:
    source = sources.get(link.source_id or "")
    name = opening(called(source, text, wording))
    affiliation = source.affiliation if source is not None else None
    is_known = affiliation is None or any(word in name.casefold() for word in affiliation.casefold().split()[:1])
    return LinkView(
        name=name,
        speaks_for=None if is_known or source is None or source.kind is not SourceKind.ORGANISATION else affiliation,
        cue=" ".join(link.cue.split()),
        source_id=link.source_id,
    )


def _status_counts(brief: Brief) -> tuple[StatusCount, ...]:
    counts = Counter(assessment.status for assessment in brief.assessments)
    total = sum(counts.values())
    return tuple(
        StatusCount(status=status, count=counts[status], share=counts[status] / total)
        for status in STATUS_ORDER
        if counts[status]
    )


def anchored(time: TimeExpression, wording: Wording) -> str:
    """What the expression is counted from, with its value where it has one."""
    proof = time.proof
    name = wording.labels.anchors[proof.anchor]
    if proof.anchor is AnchorKind.NONE or proof.anchor_value is None:
        return name
    return f"{name} {proof.anchor_value}"
