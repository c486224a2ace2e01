"""DAT-AMBIGUOUS: words of time that name two days, where nothing else in the story settles which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from reporter.model import AnchorKind, Direction, Grain, TimeExpression
from reporter.verification.findings import Detector, Finding
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

UNSURE = 0.7
"""Confidence below which a date's other legal reading is worth an editor's question: a day and a month that may be
swapped lie at 0.6, a weekday whose clause shows its direction at 0.75 and above."""

WEEK = timedelta(days=7)


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    shown = _days_that_are_sure(story)
    swapped: dict[str, Finding] = {}
    for time in story.times:
        if not story.is_first_telling(time.span):
            continue
        for finding in _swapped(time, shown, story):
            earlier = swapped.get(time.text)
            swapped[time.text] = finding if earlier is None else replace(earlier, spans=earlier.spans + finding.spans)
        yield from _next_weekday(time, shown, story, words)
    yield from swapped.values()


def _days_that_are_sure(story: Story) -> frozenset[date]:
    """Days that other words of the story name in one way only."""
    return frozenset(
        day
        for time in story.times
        if not time.alternatives and time.proof.direction is Direction.ABSOLUTE and (day := _day(time)) is not None
    )


def _day(time: TimeExpression) -> date | None:
    if time.interval is None or time.interval.grain is not Grain.DAY:
        return None
    return time.interval.begin.date()


def _swapped(time: TimeExpression, shown: frozenset[date], story: Story) -> Iterator[Finding]:
    """ "04/05/2016": not where the story writes the day in words too, or another of its dates shows the order."""
    day = _day(time)
    if day is None or any(character.isalpha() for character in time.text):
        return
    if time.proof.confidence >= UNSURE or _order_is_shown(time, story):
        return
    others = [
        other
        for other in time.alternatives
        if other.interval is not None and other.interval.begin.date() != day and other.interval.grain is Grain.DAY
    ]
    readings = {day, *(other.interval.begin.date() for other in others if other.interval is not None)}
    if others and readings.isdisjoint(shown):
        yield Finding(
            code="DAT-AMBIGUOUS",
            spans=(time.span,),
            values={"words": time.text, "one": day.isoformat(), "other": others[0].value},
        )


def _order_is_shown(time: TimeExpression, story: Story) -> bool:
    """Whether another date by the same rule can be read in one way only ("25/05/2016"): it shows the house's order."""
    return any(
        other.proof.rule == time.proof.rule and not other.alternatives and other.value is not None
        for other in story.times
    )


def _next_weekday(time: TimeExpression, shown: frozenset[date], story: Story, words: FlagWords) -> Iterator[Finding]:
    """ "next Friday", said on a Tuesday: in three days for some readers, in ten for others."""
    day = _day(time)
    parts = time.text.lower().split()
    if day is None or len(parts) != 2 or parts[0] not in words.next_words or parts[1] not in words.weekdays:
        return
    published = story.article.published
    if published is None or time.proof.anchor is not AnchorKind.PUBLICATION:
        return
    today = published.counted_from.day
    soon = today + timedelta(days=(day.weekday() - today.weekday()) % 7)
    later = soon + WEEK
    is_open = soon > today and soon.isocalendar()[:2] == today.isocalendar()[:2]
    if is_open and day in (soon, later) and shown.isdisjoint({soon, later}):
        yield Finding(
            code="DAT-AMBIGUOUS",
            spans=(time.span,),
            values={"words": time.text, "one": soon.isoformat(), "other": later.isoformat()},
        )


DETECTORS = (Detector(codes=("DAT-AMBIGUOUS",), detect=detect),)
