"""Places clock times, parts of days, and steps of hours."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from reporter.dates.calendar import (
    PART_HOURS,
)
from reporter.dates.meanings import (
    Clock,
    Point,
    Shift,
    Unit,
)
from reporter.dates.places import CLOCK_HOURS, Anchor, Place, midnight, moved
from reporter.dates.scene import Scene
from reporter.dates.wording import filled
from reporter.dates.zones import absolute_step
from reporter.model import AnchorKind, Direction, TimeType


def on_day(point: Point, day: Place, scene: Scene) -> Place:
    """A clock time or a part of a day, on a day that is already placed."""
    if day.value is None or day.begin is None or day.unit is not Unit.DAY:
        return replace(day, type=TimeType.TIME, begin=None, until=None)
    start = midnight(day.begin.date())
    if point.part is not None and point.clock is None:
        first, last = PART_HOURS[point.part]
        return replace(
            day,
            type=TimeType.TIME,
            value=f"{day.value}T{point.part}",
            unit=Unit.PART,
            begin=moved(start, first),
            until=moved(start, last),
            alternatives=[],
        )
    clock = point.clock or Clock(hour=0)
    unit = point.unit
    begin = moved(start, clock.hour + (clock.minute or 0) / 60 + (clock.second or 0) / 3600)
    written = f"T{clock.hour:02d}:{clock.minute or 0:02d}"
    if clock.second is not None:
        written += f":{clock.second:02d}"
    sentences = list(day.sentences)
    if clock.zone is not None:
        sentences.append(filled(scene.wording.local_time, zone=clock.zone))
    return replace(
        day,
        type=TimeType.TIME,
        value=f"{day.value}{written}",
        unit=unit,
        begin=begin,
        until=begin + timedelta(hours=CLOCK_HOURS[Unit.MINUTE if unit is Unit.HOUR else unit]),
        alternatives=[],
        sentences=sentences,
        offset=clock.offset if clock.place is None else _offset_at(begin, clock.place),
    )


def _offset_at(moment: datetime, place: str) -> int | None:
    """Minutes east of UTC that the clocks of `place`, an IANA zone, show at `moment`."""
    offset = moment.replace(tzinfo=ZoneInfo(place)).utcoffset()
    return None if offset is None else int(offset.total_seconds()) // 60


def clock_step(shift: Shift, anchor: Anchor, reason: str, confidence: float, scene: Scene) -> Place:
    """ "two hours ago": exact from an instant, else somewhere on the day or the one beside it."""
    hours = CLOCK_HOURS[shift.unit] * (shift.amount or 0)
    direction = Direction.PAST if hours < 0 else Direction.FUTURE
    instant = scene.published.instant if scene.published is not None else None
    if instant is not None and anchor.kind is not AnchorKind.TEXT:
        moment = absolute_step(instant, hours)
        begin = moment.replace(second=0, microsecond=0)
        unit = Unit.MINUTE if shift.unit < Unit.HOUR else shift.unit
        value = f"{begin:%Y-%m-%dT%H:%M}"
        return Place(
            type=TimeType.TIME,
            value=value,
            unit=unit,
            begin=begin,
            until=begin + timedelta(hours=CLOCK_HOURS[unit]),
            direction=direction,
            reason=reason,
            confidence=confidence,
            anchor=anchor,
            is_rolling=True,
        )
    if anchor.unit > Unit.DAY:
        return too_coarse(anchor, shift.unit, reason)
    told = scene.told
    if told is not None and told.moment is not None and told.time_id == anchor.time_id:
        begin = moved(told.moment, hours)
        unit = min(shift.unit, Unit.MINUTE)
        return Place(
            type=TimeType.TIME,
            value=f"{begin:%Y-%m-%dT%H:%M}",
            unit=unit,
            begin=begin,
            until=begin + timedelta(hours=CLOCK_HOURS[unit]),
            direction=direction,
            reason=reason,
            confidence=confidence,
            anchor=anchor,
            offset=told.offset_minutes,
        )
    near, far = midnight(anchor.day), moved(midnight(anchor.day), 24)
    begin = moved(near, hours) if hours < 0 else near
    until = far if hours < 0 else moved(far, hours)
    return Place(
        type=TimeType.TIME,
        value=f"{anchor.day.isoformat()}TXX",
        unit=shift.unit,
        begin=near,
        until=far,
        earliest=begin,
        latest=until,
        direction=direction,
        reason=reason,
        confidence=0.5,
        anchor=anchor,
    )


def too_coarse(anchor: Anchor, unit: Unit, reason: str) -> Place:
    """A step finer than its anchor: "two days later" after "in May" is some day that only the year and month tell."""
    return Place(
        type=TimeType.DATE,
        value=f"{anchor.value}-XX",
        unit=unit,
        direction=Direction.NONE,
        reason=reason,
        confidence=0.5,
        anchor=anchor,
    )
