"""Places a step: so many units from an anchor ("two years ago", "last week", "the following day")."""

from reporter.dates.calendar import OffCalendar, end_of, plus, plus_days, start_of
from reporter.dates.choosing import direction_of
from reporter.dates.clocks import clock_step, too_coarse
from reporter.dates.meanings import Base, Reference, Shift, Unit
from reporter.dates.places import CLOCK_HOURS, Anchor, Place, unit_place
from reporter.dates.scene import Scene, Where
from reporter.model import AnchorKind, Direction, TimeType

_MOST = 99_999
"""Units beyond which a count is no date."""


def place_shift(shift: Shift, where: Where, scene: Scene) -> Place:
    wording = scene.wording
    if shift.amount is None:
        reference = Reference.PAST if shift.sign < 0 else Reference.FUTURE
        return Place(
            type=TimeType.DATE,
            value=reference.value,
            direction=Direction.PAST if shift.sign < 0 else Direction.FUTURE,
            reason=wording.counted_back if shift.sign < 0 else wording.counted_ahead,
            sentences=[wording.uncounted],
            confidence=0.8,
        )
    if abs(shift.amount) > _MOST:
        raise OffCalendar("farther than the calendar reaches")
    is_own = shift.base is Base.PUBLICATION
    anchor = scene.publication() if is_own else scene.anchor(shift.base, where)
    if _concerns_quarter(shift, where, scene):
        anchor = scene.quarter_of_news(where) or anchor
    if anchor is None:
        sentence = wording.missing_anchor if shift.base is Base.PUBLICATION else wording.missing_text
        return scene.missing(TimeType.DATE, sentence)
    confidence = 0.9
    if shift.base is Base.TOLD and anchor.kind is not AnchorKind.TEXT:
        confidence = 0.5
    if shift.is_counted:
        reason = wording.counted_back if shift.sign < 0 else wording.counted_ahead
    else:
        reason = scene.turn_reason(shift.amount)
    if shift.unit in CLOCK_HOURS:
        return clock_step(shift, anchor, reason, confidence, scene)
    unit = shift.unit
    if shift.base is Base.COMPARED and anchor.unit is Unit.QUARTER and not scene.is_narrative:
        start = start_of(plus(anchor.day, unit, shift.amount), anchor.unit, scene.week_start)
        place = unit_place(
            start, anchor.unit, direction=direction_of(start, anchor.day), reason=reason, confidence=0.75
        )
        place.anchor = anchor
        return place
    if anchor.kind is AnchorKind.TEXT and anchor.unit > unit and (shift.amount or shift.unit < Unit.DAY):
        return too_coarse(anchor, unit, reason)
    if shift.edge is not None:
        start = start_of(anchor.day, unit, scene.week_start)
        day = start if shift.edge == "start" else plus_days(end_of(start, unit), -1)
        place = unit_place(day, Unit.DAY, direction=direction_of(day, anchor.day), reason=reason, confidence=0.8)
        place.anchor = anchor
        return place
    if shift.is_to_day:
        day = plus(anchor.day, unit, shift.amount)
        place = unit_place(day, Unit.DAY, direction=direction_of(day, anchor.day), reason=reason, confidence=confidence)
        place.anchor = anchor
        return place
    return step(unit, shift.amount, anchor, reason, confidence, scene)


def _concerns_quarter(shift: Shift, where: Where, scene: Scene) -> bool:
    """Whether "the quarter", "a year earlier" is about the quarter that business news reports."""
    if scene.is_narrative:
        return False
    if shift.base is Base.DEFINITE:
        return shift.unit is Unit.QUARTER
    return shift.base is Base.COMPARED and (scene.has_quarter_near(where) or not shift.is_counted)


def step(unit: Unit, amount: int, anchor: Anchor, reason: str, confidence: float, scene: Scene) -> Place:
    """The whole unit so many steps from the one that holds the anchor."""
    start = start_of(plus(anchor.day, unit, amount), unit, scene.week_start)
    direction = Direction.SAME if amount == 0 else Direction.PAST if amount < 0 else Direction.FUTURE
    place = unit_place(start, unit, direction=direction, reason=reason, confidence=confidence)
    place.anchor = anchor
    return place
