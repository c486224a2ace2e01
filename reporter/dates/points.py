"""Places a point: a date of which the words give some fields and the story the others."""

from dataclasses import replace
from datetime import date

from reporter.dates.calendar import (
    SEASON_MONTHS,
    OffCalendar,
    day_of,
    end_of,
    holiday_in,
    plus,
    plus_days,
    start_of,
    value_of,
)
from reporter.dates.choosing import Choice, choose_weekday, choose_year, direction_of, reason_of
from reporter.dates.clocks import on_day
from reporter.dates.meanings import (
    Base,
    Point,
    Unit,
)
from reporter.dates.moons import SIGHTED, Moon, moon_day
from reporter.dates.places import Alternative, Anchor, Place, midnight, moved, unit_place
from reporter.dates.scene import Scene, Where, anchor_of
from reporter.dates.steps import step
from reporter.dates.tense import Clause, Look
from reporter.dates.wording import filled
from reporter.model import AnchorKind, Direction, TimeType

_SHORT_AHEAD = 20
"""Years ahead of publication that a year of two digits may lie."""
_NEAR_CHARACTERS = 400
"""Characters over which "by the evening" still belongs to the day told."""


def place_point(point: Point, where: Where, scene: Scene) -> Place:
    if point.clock is not None or point.part is not None:
        rest = replace(point, clock=None, part=None, is_overnight=False)
        if rest == Point(turn=point.turn, base=point.base):
            day = _day_for_clock(point, where, scene)
        else:
            day = place_point(rest, where, scene)
        return on_day(point, day, scene)
    if point.decade is not None or point.century is not None:
        return _era(point, scene)
    year = _year(point, scene)
    if year is not None:
        return _absolute(point, year, scene)
    anchor = scene.anchor(point.base, where)
    if anchor is None:
        return scene.missing(TimeType.DATE, scene.wording.missing_anchor)
    if point.weekday is not None and point.month is None:
        if anchor.kind is AnchorKind.TEXT and point.base is Base.PUBLICATION and not scene.is_narrative:
            anchor = scene.publication() or anchor
        return _weekday(point, anchor, where, scene)
    if point.is_weekend:
        return _weekend(point, anchor, where, scene)
    if point.day is not None and point.month is None:
        return _day_of_month(point.day, anchor, where, scene)
    return _yearless(point, anchor, where, scene)


def _year(point: Point, scene: Scene) -> int | None:
    if point.year is None or not point.short_year:
        return point.year
    base = scene.published.day.year if scene.published is not None else None
    if base is None:
        return point.year + (1900 if point.year >= 50 else 2000)
    year = base // 100 * 100 + point.year
    return year - 100 if year > base + _SHORT_AHEAD else year


def _era(point: Point, scene: Scene) -> Place:
    wording = scene.wording
    if point.century is not None:
        value = f"{point.century:02d}"
        first, unit = point.century * 100, Unit.CENTURY
    else:
        decade = point.decade or 0
        if point.short_year:
            base = scene.published.day.year if scene.published is not None else 2000
            decade = base // 100 * 10 + decade
            if decade * 10 > base:
                decade -= 10
        value = f"{decade:03d}"
        first, unit = decade * 10, Unit.DECADE
    if point.is_before_era:
        return _before_era(value, unit, scene)
    place = unit_place(
        day_of(max(first, 1)), unit, direction=Direction.ABSOLUTE, reason=wording.absolute, confidence=0.9
    )
    place.value = value
    return place


def _before_era(value: str, unit: Unit, scene: Scene) -> Place:
    return Place(
        type=TimeType.DATE,
        value=f"BC{value}",
        unit=unit,
        direction=Direction.ABSOLUTE,
        reason=scene.wording.absolute,
        confidence=0.9,
    )


def _absolute(point: Point, year: int, scene: Scene) -> Place:
    wording = scene.wording
    unit = point.unit
    if point.is_before_era:
        value = f"{year:04d}" + ("" if point.month is None else f"-{point.month:02d}")
        return _before_era(value + ("" if point.day is None else f"-{point.day:02d}"), unit, scene)
    start = occurrence(point, year)
    place = unit_place(start, unit, direction=Direction.ABSOLUTE, reason=wording.absolute, confidence=0.97)
    note_clash(point, place, scene)
    _note_moon(point, place)
    if point.swapped is not None:
        _swap(point, place, year, scene)
    return place


def _note_moon(point: Point, place: Place) -> None:
    """A day that begins where the new moon is seen may lie a day to either side of what the tables say."""
    if point.holiday is not None and point.holiday.moon in SIGHTED and place.begin is not None:
        place.confidence = min(place.confidence, 0.7)
        place.earliest, place.latest = moved(place.begin, -24), moved(place.until or place.begin, 24)


def _swap(point: Point, place: Place, year: int, scene: Scene) -> None:
    month, day = point.swapped or (1, 1)
    other = day_of(year, month, day)
    published = scene.published.day if scene.published is not None else None
    if published is not None and place.day is not None and place.day > published >= other:
        other, place.begin = place.day, midnight(other)
        place.until = midnight(end_of(place.begin.date(), Unit.DAY))
        place.value = place.begin.date().isoformat()
    place.confidence = 0.6
    place.alternatives.append(
        Alternative(
            value=other.isoformat(),
            begin=midnight(other),
            until=midnight(end_of(other, Unit.DAY)),
            unit=Unit.DAY,
            reason=scene.wording.other_order,
        )
    )


def note_clash(point: Point, place: Place, scene: Scene) -> None:
    """Say when the weekday named is not that of the date."""
    if point.weekday is None or place.day is None or place.unit is not Unit.DAY:
        return
    if place.day.weekday() != point.weekday:
        place.sentences.append(
            filled(
                scene.wording.clash,
                named=scene.wording.weekdays[point.weekday],
                day=scene.wording.write_day(place.day),
            )
        )
        place.confidence = 0.5


def _weekday(point: Point, anchor: Anchor, where: Where, scene: Scene) -> Place:
    wording = scene.wording
    choice = choose_weekday(point.weekday or 0, anchor.day, where.clause, point.turn, wording)
    place = _chosen(choice, Unit.DAY, anchor, scene)
    template = {
        Direction.SAME: wording.weekday_here,
        Direction.PAST: wording.weekday_back,
        Direction.FUTURE: wording.weekday_ahead,
    }[choice.direction]
    place.sentences.append(filled(template, anchor=wording.write_day(anchor.day), day=wording.write_day(choice.start)))
    return place


def _weekend(point: Point, anchor: Anchor, where: Where, scene: Scene) -> Place:
    """ "the weekend": the latest one begun, or the coming one where the where.clause looks ahead."""
    if point.turn:
        return step(Unit.WEEKEND, point.turn, anchor, scene.turn_reason(point.turn), 0.85, scene)
    coming = start_of(anchor.day, Unit.WEEKEND)
    before = coming if coming <= anchor.day else plus_days(coming, -7)
    looks_back = where.clause.look in (Look.PAST, Look.REPORTED)
    is_behind = looks_back if point.turn == 0 else not where.clause.look.is_ahead
    start = before if is_behind else coming
    choice = Choice(
        start=start,
        direction=direction_of(start, anchor.day),
        reason=reason_of(where.clause, scene.wording),
        confidence=0.85,
        other=None if before == coming else coming if is_behind else before,
    )
    return _chosen(choice, Unit.WEEKEND, anchor, scene)


def _day_of_month(day: int, anchor: Anchor, where: Where, scene: Scene) -> Place:
    """ "the 5th": of the month that was told or is running, unless the where.clause looks the other way."""
    starts = []
    for months in (-2, -1, 0, 1, 2):
        month = plus(anchor.day.replace(day=1), Unit.MONTH, months)
        try:
            starts.append(day_of(month.year, month.month, day))
        except OffCalendar:
            continue
    before = max(start for start in starts if start <= anchor.day)
    after = min(start for start in starts if start > anchor.day)
    ahead = where.clause.look.is_ahead
    start = after if ahead else before
    if anchor.kind is AnchorKind.TEXT:
        start = next((one for one in starts if (one.year, one.month) == (anchor.day.year, anchor.day.month)), start)
    choice = Choice(
        start=start,
        direction=direction_of(start, anchor.day),
        reason=reason_of(where.clause, scene.wording),
        confidence=0.7,
        other=before if ahead else after,
    )
    return _chosen(choice, Unit.DAY, anchor, scene)


def _yearless(point: Point, anchor: Anchor, where: Where, scene: Scene) -> Place:
    wording = scene.wording
    unit = point.unit
    follows_year = point.turn is None or point.base is Base.TOLD
    if anchor.kind is AnchorKind.TEXT and anchor.unit >= Unit.YEAR and follows_year:
        # "the following spring" after "in 2019" is that of 2020.
        start = occurrence(point, anchor.day.year + (point.turn or 0))
        choice = Choice(start=start, direction=Direction.SAME, reason=wording.in_order, confidence=0.85)
    else:
        told = anchor.kind is AnchorKind.TEXT
        choice = choose_year(
            lambda year: occurrence(point, year),
            unit,
            anchor.day,
            Clause(look=Look.UNKNOWN) if told else where.clause,
            point.turn,
            wording,
            is_nearest=told or unit is Unit.DAY,
        )
    place = _chosen(choice, unit, anchor, scene)
    note_clash(point, place, scene)
    _note_moon(point, place)
    if point.swapped is not None:
        _swap(point, place, choice.start.year, scene)
    return place


def _chosen(choice: Choice, unit: Unit, anchor: Anchor, scene: Scene) -> Place:
    place = unit_place(
        choice.start, unit, direction=choice.direction, reason=choice.reason, confidence=choice.confidence
    )
    place.anchor = anchor
    if choice.other is not None:
        place.alternatives.append(
            Alternative(
                value=value_of(choice.other, unit),
                begin=midnight(choice.other),
                until=midnight(end_of(choice.other, unit)),
                unit=unit,
                reason=scene.wording.other_direction,
            )
        )
    return place


def _day_for_clock(point: Point, where: Where, scene: Scene) -> Place:
    """The day of a clock time that names none: the day told just before, else that of publication."""
    told = scene.told
    is_near = told is not None and where.offset - told.offset <= _NEAR_CHARACTERS
    if told is not None and told.unit is Unit.DAY and is_near and point.turn is None:
        anchor: Anchor | None = anchor_of(told)
        reason = scene.wording.day_told
    else:
        anchor = scene.publication()
        reason = scene.wording.day_of_publication
    if anchor is None:
        return scene.missing(TimeType.TIME, scene.wording.missing_anchor)
    amount = -1 if point.is_overnight and not where.clause.look.is_ahead else point.turn or 0
    return step(Unit.DAY, amount, anchor, reason, 0.7, scene)


def occurrence(point: Point, year: int) -> date:
    """The first day of what `point` names, in that year. Raises OffCalendar where the year has none."""
    if point.holiday is not None:
        return moon_day(Moon(point.holiday.moon), year) if point.holiday.moon else holiday_in(year, point.holiday)
    if point.month is not None:
        return day_of(year, point.month, point.day or 1)
    if point.season is not None:
        return day_of(year, SEASON_MONTHS[point.season])
    if point.quarter is not None:
        if not 1 <= point.quarter <= 4:
            raise OffCalendar(f"quarter {point.quarter}")
        return day_of(year, point.quarter * 3 - 2)
    if point.half is not None:
        return day_of(year, 1 if point.half == 1 else 7)
    return day_of(year)
