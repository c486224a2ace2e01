"""Places lengths of time, sets and references without a date."""

from datetime import date, timedelta

from reporter.dates.calendar import OffCalendar, plus
from reporter.dates.meanings import Length, Reference, Repeated, Unit, Vague
from reporter.dates.places import CLOCK_HOURS, Place, midnight, moved
from reporter.dates.scene import Scene
from reporter.dates.values import length_value, set_value
from reporter.dates.wording import filled
from reporter.dates.zones import absolute_step
from reporter.model import Direction, TimeType

_MOST = 99_999
"""Units beyond which a count is no date."""


def place_length(length: Length, scene: Scene) -> Place:
    wording = scene.wording
    value = length_value(length)
    place = Place(
        type=TimeType.DURATION,
        value=value,
        unit=length.unit,
        reason=wording.no_direction,
        sentences=[] if length.turn and length.amount else [filled(scene.wording.length, value=value)],
        confidence=0.95,
    )
    if length.turn is not None:
        _roll(length, place, scene)
    return place


def _roll(length: Length, place: Place, scene: Scene) -> None:
    """ "the past 24 hours" ends at publication, "the next two weeks" begin there.

    From an instant, hours count in absolute time, across changes of the clock. If only a day is known, the stretch
    ends (or begins) as that day begins, and its bounds say that it may lie later.
    """
    wording = scene.wording
    sign = length.turn or 0
    place.direction = Direction.PAST if sign < 0 else Direction.FUTURE
    place.reason = wording.given_last if sign < 0 else wording.given_next
    if scene.published is None:
        place.sentences.append(wording.missing_anchor)
        place.value = None
        return
    if length.amount is None:
        return
    if length.amount > _MOST:
        raise OffCalendar("farther than the calendar reaches")
    place.anchor = scene.publication()
    instant = scene.published.instant
    amount = sign * length.amount
    if length.unit in CLOCK_HOURS and instant is not None:
        place.is_rolling = True
        other = absolute_step(instant, CLOCK_HOURS[length.unit] * (amount + sign * 0.5 * length.half))
        place.begin, place.until = (other, instant) if sign < 0 else (instant, other)
        place.sentences.append(filled(scene.wording.rolling_instant, day=wording.write_moment(instant)))
        return
    start = midnight(scene.published.day)
    following = moved(start, 24)
    if length.unit in CLOCK_HOURS:
        other = moved(start, CLOCK_HOURS[length.unit] * (amount + sign * 0.5 * length.half))
        if other == midnight(other.date()):
            place.unit = Unit.DAY
    else:
        other = midnight(_moved_with_half(scene.published.day, length, amount))
    if sign < 0:
        place.begin, place.until, place.earliest, place.latest = other, start, other, following
    else:
        place.begin, place.until, place.earliest = start, other, start
        place.latest = other + timedelta(hours=24)
    place.sentences.append(filled(scene.wording.rolling_day, day=wording.write_day(scene.published.day)))
    if place.unit is not None and place.unit > Unit.DAY:
        place.unit = Unit.DAY


def place_repeated(meaning: Repeated, scene: Scene) -> Place:
    value = set_value(meaning)
    return Place(
        type=TimeType.SET,
        value=value,
        unit=meaning.unit,
        reason=scene.wording.no_direction,
        sentences=[filled(scene.wording.repeated, value=value)],
        confidence=0.95,
    )


def place_vague(meaning: Vague, scene: Scene) -> Place:
    wording = scene.wording
    direction = {
        Reference.PAST: Direction.PAST,
        Reference.PRESENT: Direction.SAME,
        Reference.FUTURE: Direction.FUTURE,
    }[meaning.reference]
    if meaning.unit is not None:
        value = length_value(Length(unit=meaning.unit, amount=None))
        kind = TimeType.DURATION
    else:
        value, kind = meaning.reference.value, TimeType.DATE
    return Place(
        type=kind,
        value=value,
        direction=direction,
        reason=wording.named,
        sentences=[wording.vague],
        confidence=0.9,
    )


def _moved_with_half(day: date, length: Length, amount: int) -> date:
    moved_day = plus(day, length.unit, amount)
    if length.half and length.unit is Unit.YEAR:
        return plus(moved_day, Unit.MONTH, 6 if amount > 0 else -6)
    return moved_day
