"""What the story announces, as a calendar (RFC 5545): on each day that it names, an event that asks what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from reporter.model import Brief, Grain, Interval, Settings, TimelineEntry, TimelineKind
from reporter.rendering.lines import cut, one_line
from reporter.rendering.view import web_address
from reporter.wording.dates import is_one_day
from reporter.wording.words import Wording

if TYPE_CHECKING:
    from icalendar import Event

_CLOCK = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR})
_LONGEST = 160
"""Characters of an announcement in the name of its event; the description has all."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def render_ics(brief: Brief, wording: Wording, settings: Settings) -> bytes:  # noqa: ARG001 - every format is asked alike
    """One event for each plan with a day; a plan for a month, or for "soon", has none. Nothing depends on the clock:
    the stamp of each event is the story's publication."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//reporter//brief {brief.method.version}//{wording.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(brief.article.headline or wording.titles.brief))
    # Briefs of other stories are told by the whole hash in the file: the line is short enough not to be folded.
    calendar.add("x-story", brief.method.input_sha256)
    for event in _events(brief, wording):
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def planned(brief: Brief) -> Iterator[tuple[TimelineEntry, Interval]]:
    """What is announced for a day, or for an hour of one, in the order of the timeline."""
    for entry in brief.timeline:
        if entry.kind is TimelineKind.PLANNED and entry.interval is not None and is_one_day(entry.interval):
            yield entry, entry.interval


def _events(brief: Brief, wording: Wording) -> Iterator[Event]:
    from icalendar import Event, vDDDTypes

    claims = {claim.id: claim for claim in brief.claims}
    link = _link(brief)
    times: Counter[str] = Counter()
    for entry, interval in planned(brief):
        claim = claims.get(entry.claim_id or "")
        text = one_line(claim.text if claim is not None else entry.text).rstrip(".?!")
        mark = entry.claim_id or "event"
        times[mark] += 1
        event = Event()
        event.add("uid", _unique(brief, mark, times[mark]))
        event.add("dtstamp", _stamp(brief))
        event.add("summary", wording.titles.follow_up.format(text=cut(text, _LONGEST)))
        event.add("description", "\n".join(_description(brief, entry, wording)))
        begin, until = _edges(interval)
        event["dtstart"] = vDDDTypes(begin)
        event["dtend"] = vDDDTypes(until)
        event.add("transp", "TRANSPARENT")
        if link is not None:
            event.add("url", link)
        yield event


def _unique(brief: Brief, mark: str, number: int) -> str:
    """The same for the same announcement in the same text; half of the hash, for short lines."""
    return f"{brief.method.input_sha256[:32]}-{mark}" + (f"-{number}" if number > 1 else "")


def _stamp(brief: Brief) -> datetime:
    published = brief.article.published
    if published is None:
        return brief.method.generated or _EPOCH
    moment = published.instant or datetime.combine(published.day, time())
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _description(brief: Brief, entry: TimelineEntry, wording: Wording) -> Iterator[str]:
    titles = wording.titles
    yield one_line(entry.text)
    yield f"{titles.date}: {one_line(entry.label)}"
    yield f"{titles.headline}: {one_line(brief.article.headline or titles.no_headline)}"
    if brief.article.publisher:
        yield f"{titles.publisher}: {one_line(brief.article.publisher)}"
    link = _link(brief)
    if link is not None:
        yield link


def _link(brief: Brief) -> str | None:
    """The story's address, when it is one: a web address in which nothing is blank."""
    link = web_address(brief.article.url)
    return link if link is not None and link == "".join(one_line(link).split()) else None


def _edges(interval: Interval) -> tuple[date, date]:
    """From when to when: whole days, moments in UTC, or local time where the story's zone is not known."""
    if interval.grain not in _CLOCK:
        return interval.begin.date(), interval.until.date()
    if interval.begin.tzinfo is None:
        return interval.begin, interval.until
    return interval.begin.astimezone(UTC), interval.until.astimezone(UTC)
