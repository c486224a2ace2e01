"""The brief of one event, ready to be laid out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reporter.model import EventBrief, EventCheck, EventEntry, Interval, Settings, Severity, Status, Tie, TimelineEntry
from reporter.rendering.event.matches import FigureView, MatchView, figure_view, match_view
from reporter.rendering.event.stories import OriginView, StoryView, story_view, tree
from reporter.rendering.lines import cut
from reporter.rendering.script import Script
from reporter.rendering.timeline import Picture, draw
from reporter.rendering.view import STATUS_ORDER, published_text
from reporter.wording.words import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    check: EventCheck
    worst: Severity | None
    outlet: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    entry: EventEntry
    number: int | None
    outlets: tuple[str, ...]
    """Of the others that tell it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """The whole brief of an event, ready to be laid out."""

    title: str
    counts: str
    first: str
    last: str
    origins: tuple[OriginView, ...]
    own: tuple[StoryView, ...]
    loops: tuple[str, ...]
    quotes: tuple[str, ...]
    differing: tuple[MatchView, ...]
    agreeing: tuple[MatchView, ...]
    figures: tuple[FigureView, ...]
    checks: tuple[CheckView, ...]
    entries: tuple[EntryView, ...]
    severities: tuple[tuple[Severity, int], ...]
    statuses: tuple[tuple[Status, int], ...]
    claims: int
    picture: Picture | None


def view_of(brief: EventBrief, wording: Wording, settings: Settings, script: Script | None = None) -> EventView:
    claims = {(story.id, claim.id): claim for story in brief.stories for claim in story.brief.claims}
    numbers = {
        (story.id, claim.id): number
        for story in brief.stories
        for number, claim in enumerate(story.brief.claims, start=1)
    }
    outlets = {story.id: story.outlet for story in brief.stories}
    views = {story.id: story_view(story, brief, wording, settings, script) for story in brief.stories}
    matches = [match_view(match, brief, claims, numbers, wording) for match in brief.matches]
    is_differing = [any(one.tie is not Tie.AGREES for one in match.ties) for match in brief.matches]
    flags = Counter(flag.severity for story in brief.own for flag in story.brief.flags)
    statuses = Counter(one.status for story in brief.own for one in story.brief.assessments)
    published = [story.brief.article for story in brief.stories]
    return EventView(
        title=brief.article.headline or wording.titles.no_headline,
        counts=wording.event.counts(len(brief.stories), len(brief.origins)),
        first=published_text(published[0].published, wording),
        last=published_text(published[-1].published, wording),
        origins=tuple(
            OriginView(name=origin.name, stories=tuple(tree(origin.story_ids, brief.copies, views)))
            for origin in brief.origins
        ),
        own=tuple(views[story.id] for story in brief.own),
        loops=tuple(wording.event.loop.format(outlets=wording.event.listed(loop.outlets)) for loop in brief.loops),
        quotes=tuple(
            wording.event.shared_quote.format(
                quote=cut(quote.text, 160),
                outlets=wording.event.listed(tuple(dict.fromkeys(outlets[one.story_id] for one in quote.places))),
            )
            for quote in brief.quotes
        ),
        differing=tuple(one for one, differs in zip(matches, is_differing, strict=True) if differs),
        agreeing=tuple(one for one, differs in zip(matches, is_differing, strict=True) if not differs),
        figures=tuple(figure_view(table, numbers, outlets, wording) for table in brief.figures),
        checks=tuple(_check_view(one, brief, numbers, outlets) for one in brief.check_first),
        entries=tuple(
            EntryView(
                entry=one,
                number=numbers.get((one.story_id, one.entry.claim_id or "")),
                outlets=tuple(outlets[other] for other in one.also),
            )
            for one in brief.timeline
        ),
        severities=tuple((severity, flags[severity]) for severity in (Severity.HIGH, Severity.MEDIUM, Severity.LOW)),
        statuses=tuple((status, statuses[status]) for status in STATUS_ORDER if statuses[status]),
        claims=sum(len(story.brief.claims) for story in brief.own),
        picture=draw([_in_one_zone(one.entry) for one in brief.timeline]),
    )


def _check_view(
    one: EventCheck, brief: EventBrief, numbers: Mapping[tuple[str, str], int], outlets: Mapping[str, str]
) -> CheckView:
    story = next(story for story in brief.stories if story.id == one.story_id)
    levels = {flag.id: flag.severity for flag in story.brief.flags}
    order = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
    return CheckView(
        check=one,
        worst=min((levels[flag] for flag in one.item.flag_ids), key=order.index, default=None),
        outlet=outlets[one.story_id],
        numbers=tuple(numbers[one.story_id, claim] for claim in one.item.claim_ids),
    )


def _in_one_zone(entry: TimelineEntry) -> TimelineEntry:
    """With its interval in UTC, for the picture; a story's local time without a zone is taken for it."""
    interval = entry.interval
    return entry if interval is None else replace(entry, interval=_utc(interval))


def _utc(interval: Interval) -> Interval:
    return replace(interval, begin=_moment(interval.begin), until=_moment(interval.until), earliest=None, latest=None)


def _moment(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
