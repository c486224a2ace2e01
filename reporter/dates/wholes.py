"""Places one thing within another: "July last year", "Friday evening", "the first week of May"."""

from dataclasses import replace

from reporter.dates.calendar import (
    plus,
    plus_days,
    start_of,
)
from reporter.dates.meanings import (
    Numbered,
    Point,
    Unit,
)
from reporter.dates.places import Place, unit_place
from reporter.dates.points import note_clash, occurrence
from reporter.dates.scene import Scene


def within_open(fine: Point, coarse: Place) -> Place:
    """A month or season of a year that the calendar does not hold ("the spring of 480 BC")."""
    if fine.season is not None:
        return replace(coarse, value=f"{coarse.value}-{fine.season}", unit=fine.unit)
    if fine.month is not None:
        day = "" if fine.day is None else f"-{fine.day:02d}"
        return replace(coarse, value=f"{coarse.value}-{fine.month:02d}{day}", unit=fine.unit)
    return coarse


def inside(fine: Point, coarse: Place, scene: Scene) -> Place:
    if coarse.begin is None or coarse.until is None:
        return coarse
    unit = fine.unit
    first, last = coarse.begin.date(), coarse.until.date()
    if fine.weekday is not None and fine.month is None:
        start = plus_days(first, (fine.weekday - first.weekday()) % 7)
    elif fine.is_weekend:
        start = start_of(first, Unit.WEEKEND, scene.week_start)
    elif coarse.unit in (Unit.DECADE, Unit.CENTURY):
        # "the second half of the 1980s" has no value of its own in TIMEX3.
        return coarse
    else:
        start = occurrence(fine, first.year)
        if start < first and last.year > first.year:
            start = occurrence(fine, last.year)
    place = unit_place(start, unit, direction=coarse.direction, reason=coarse.reason, confidence=coarse.confidence)
    place.anchor = coarse.anchor
    place.sentences = coarse.sentences
    note_clash(fine, place, scene)
    return place


def numbered(fine: Numbered, coarse: Place, scene: Scene) -> Place:
    if coarse.begin is None or coarse.until is None:
        return replace(coarse, value=None)
    first, last = coarse.begin.date(), coarse.until.date()
    unit = fine.unit
    start = plus(first, unit, fine.number - 1) if fine.number > 0 else plus(last, unit, fine.number)
    if unit in (Unit.WEEK, Unit.WEEKEND):
        start = start_of(start, unit, scene.week_start)
    if not plus_days(first, -7) <= start < last:
        return replace(coarse, value=None, begin=None, until=None, sentences=[scene.wording.impossible])
    place = unit_place(
        start, unit, direction=coarse.direction, reason=coarse.reason, confidence=min(coarse.confidence, 0.8)
    )
    place.anchor = coarse.anchor
    return place
