"""From the briefs of an event's stories, and what they say to one another, to one brief."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from reporter.brief.check_first import LONGEST
from reporter.brief.timeline import rank
from reporter.model import (
    Brief,
    Citation,
    Copy,
    EventBrief,
    EventCheck,
    EventEntry,
    EventStory,
    FigureTable,
    Interval,
    Loop,
    Match,
    Method,
    Origin,
    Severity,
    SharedQuote,
    Tie,
    TimelineEntry,
)

_URGENCY = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def assemble_event(
    *,
    stories: tuple[EventStory, ...],
    method: Method,
    origins: tuple[Origin, ...],
    copies: tuple[Copy, ...],
    quotes: tuple[SharedQuote, ...],
    citations: tuple[Citation, ...],
    loops: tuple[Loop, ...],
    matches: tuple[Match, ...],
    figures: tuple[FigureTable, ...],
    grouped_by: tuple[str, ...],
) -> EventBrief:
    """The whole brief of one event. Raises ValueError when a part names a story or claim that is not given."""
    return EventBrief(
        stories=stories,
        method=method,
        origins=origins,
        copies=copies,
        quotes=quotes,
        citations=citations,
        loops=loops,
        matches=_contested_first(matches),
        figures=figures,
        timeline=event_timeline(stories, matches),
        check_first=event_checks(stories, origins, matches),
        grouped_by=grouped_by,
    )


def _contested_first(matches: Sequence[Match]) -> tuple[Match, ...]:
    """What differs before what was replaced, and that before what only agrees; each as the stories have it."""
    return tuple(
        sorted(matches, key=lambda match: (not match.is_contested, all(one.tie is Tie.AGREES for one in match.ties)))
    )


def event_timeline(stories: Sequence[EventStory], matches: Sequence[Match]) -> tuple[EventEntry, ...]:
    """The timelines of all stories as one. An entry that several tell of one time stands once, with who else tells it:
    the same words, or claims that agree."""
    thing = {
        (account.story_id, account.claim_id): match.id
        for match in matches
        for account in match.accounts
        if account.tie in (None, Tie.AGREES)
    }
    told: dict[tuple[object, ...], EventEntry] = {}
    for story in stories:
        for entry in story.brief.timeline:
            about = thing.get((story.id, entry.claim_id or ""), " ".join(entry.text.lower().split()))
            interval = entry.interval
            when = None if interval is None else (comparable(interval.begin), comparable(interval.until))
            key = (entry.kind, when, entry.label if when is None else None, about)
            first = told.get(key)
            if first is None:
                told[key] = EventEntry(story_id=story.id, entry=entry)
            elif story.id != first.story_id and story.id not in first.also:
                told[key] = replace(first, also=(*first.also, story.id))
    dated = [one for one in told.values() if one.entry.interval is not None]
    dated.sort(key=lambda one: rank(_in_one_zone(one.entry)))
    return (*dated, *(one for one in told.values() if one.entry.interval is None))


def comparable(moment: datetime) -> datetime:
    """Naive moments are a story's local time; beside aware ones they compare as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _in_one_zone(entry: TimelineEntry) -> TimelineEntry:
    interval = entry.interval
    if interval is None:
        return entry
    return replace(entry, interval=_placed(interval))


def _placed(interval: Interval) -> Interval:
    return replace(
        interval,
        begin=comparable(interval.begin),
        until=comparable(interval.until),
        earliest=None if interval.earliest is None else comparable(interval.earliest),
        latest=None if interval.latest is None else comparable(interval.latest),
    )


def event_checks(
    stories: Sequence[EventStory], origins: Sequence[Origin], matches: Sequence[Match]
) -> tuple[EventCheck, ...]:
    """What to check first in all stories together: by severity, then by its place in its own story's order. What
    concerns one thing in several stories stands once: shared copy, a ring, one kind of flag on claims that match."""
    found: list[tuple[tuple[int, int, int], EventCheck]] = []
    told: set[tuple[str, str]] = set()
    things = {(one.story_id, one.claim_id): match.id for match in matches for one in match.accounts}
    origin_of = {story_id: origin.id for origin in origins for story_id in origin.story_ids}
    for number, story in enumerate(stories):
        if story.is_evidence:
            continue
        for place, item in enumerate(story.brief.check_first):
            code = next((flag.code for flag in story.brief.flags if flag.id in item.flag_ids[:1]), "")
            match code:
                case "IND-COPY" | "SRC-LOOP":
                    about = origin_of.get(story.id, "")
                case _:
                    about = things.get((story.id, next(iter(item.claim_ids), "")), item.what)
            if (code, about) not in told:
                told.add((code, about))
                order = (_worst(item.flag_ids, story.brief), place, number)
                found.append((order, EventCheck(story_id=story.id, item=item)))
    found.sort(key=lambda one: one[0])
    return tuple(check for _, check in found[:LONGEST])


def _worst(flag_ids: Sequence[str], brief: Brief) -> int:
    severities = {flag.id: flag.severity for flag in brief.flags}
    return min((_URGENCY.index(severities[one]) for one in flag_ids), default=len(_URGENCY))
