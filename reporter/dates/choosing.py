"""Which of several days, months or years a name without one means: "Monday", "in March", "the third quarter"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from reporter.dates.calendar import OffCalendar, end_of, plus_days
from reporter.dates.meanings import Unit
from reporter.dates.tense import Clause, Look
from reporter.dates.wording import ProofWording, filled
from reporter.model import Direction

_WEEK = 7
_TIE = range(120, 250)
"""Days to either side between which the nearest year is no evidence; tense decides there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The day with which the chosen unit begins; which way it lies, why, and how sure that is."""

    start: date
    direction: Direction
    reason: str
    confidence: float
    other: date | None = None
    """The next best start, where another reading is legal."""


def choose_weekday(weekday: int, anchor: date, clause: Clause, turn: int | None, wording: ProofWording) -> Choice:
    """The day that a weekday's name means.

    Measured on 297 bare weekdays of annotated news: the publication day's own name is that day in 98.5 %; another
    name lies behind in 91 %, ahead where the clause looks ahead, and never ahead when a reporting verb governs it.
    """
    back = (anchor.weekday() - weekday) % _WEEK
    ahead = (weekday - anchor.weekday()) % _WEEK
    if turn is not None and turn < 0:
        return _chosen(plus_days(anchor, -(back or _WEEK)), anchor, wording.given_last, 0.95)
    if turn is not None and turn > 0:
        return _chosen(plus_days(anchor, ahead or _WEEK), anchor, wording.given_next, 0.9)
    if turn == 0 and back and clause.look in (Look.PAST, Look.REPORTED):
        return _chosen(plus_days(anchor, -back), anchor, wording.given_this, 0.7, plus_days(anchor, ahead))
    if turn == 0:
        return _chosen(plus_days(anchor, ahead), anchor, wording.given_this, 0.85)
    if back == 0:
        return _chosen(anchor, anchor, wording.own_day, 0.97)
    before, after = plus_days(anchor, -back), plus_days(anchor, ahead)
    why = reason_of(clause, wording)
    match clause.look:
        case Look.REPORTED:
            return _chosen(before, anchor, why, 0.97)
        case Look.PAST:
            return _chosen(before, anchor, why, 0.95)
        case Look.PLANNED if clause.is_old_plan and back == 1:
            # "Was planned for Saturday", on a Sunday: yesterday is what the news is about, not six days from now.
            return _chosen(before, anchor, filled(wording.old_plan, verb=clause.shown_by), 0.6, after)
        case Look.FUTURE | Look.PLANNED:
            return _chosen(after, anchor, why, 0.85, before)
        case Look.PRESENT if clause.is_direct:
            return _chosen(after, anchor, filled(wording.timetable, verb=clause.shown_by), 0.75, before)
        case _:
            return _chosen(before, anchor, why, 0.7, after)


def choose_year(
    occurrence: Callable[[int], date],
    unit: Unit,
    anchor: date,
    clause: Clause,
    turn: int | None,
    wording: ProofWording,
    *,
    is_nearest: bool,
) -> Choice:
    """The year of something that comes once a year: a month, a day of it, a quarter, a season, a holiday.

    `occurrence` gives its start in a year and raises OffCalendar in a year that has none (29 February). With
    `is_nearest` the nearest one counts unless two are about equally near; else tense counts first. Raises OffCalendar
    when there is none at all.
    """
    starts = _starts(occurrence, anchor.year)
    if turn is not None and turn < 0:
        ended = [start for start in starts if end_of(start, unit) <= anchor]
        return _chosen(_last(ended), anchor, wording.given_last, 0.95)
    if turn is not None and turn > 0:
        return _chosen(_first(start for start in starts if start > anchor), anchor, wording.given_next, 0.9)
    nearest = min(starts, key=lambda start: (_distance(start, unit, anchor), start > anchor))
    if turn == 0:
        running = nearest if _distance(nearest, unit, anchor) == 0 else None
        own = next((start for start in starts if start.year == anchor.year), nearest)
        return _chosen(running or own, anchor, wording.given_this, 0.9)
    if _distance(nearest, unit, anchor) == 0:
        return _chosen(nearest, anchor, wording.nearest, 0.85)
    before = _last(start for start in starts if start <= anchor)
    after = _first(start for start in starts if start > anchor)
    other = after if nearest == before else before
    if unit in (Unit.QUARTER, Unit.HALF):
        # Business copy is about what has been; it looks ahead only where that is long past.
        is_ahead = clause.look.is_ahead and _distance(before, unit, anchor) > _TIE.start
        return _chosen(after if is_ahead else before, anchor, reason_of(clause, wording), 0.85, other)
    if unit is Unit.DAY and clause.is_direct and clause.look is Look.FUTURE and nearest == before:
        # "She will stand trial on Dec. 2", in January. A past verb is no such proof: nearest was right more often.
        return _chosen(after, anchor, reason_of(clause, wording), 0.8, before)
    if (is_nearest or not clause.is_direct) and _distance(nearest, unit, anchor) not in _TIE:
        return _chosen(nearest, anchor, wording.nearest, 0.9, other)
    why = reason_of(clause, wording)
    is_ahead = clause.look.is_ahead and not clause.is_old_plan  # "the sum that was planned in January"
    if is_ahead or (clause.look is Look.PRESENT and clause.is_direct and unit is Unit.DAY):
        return _chosen(after, anchor, why, 0.8, before)
    if clause.look in (Look.PAST, Look.REPORTED):
        return _chosen(before, anchor, why, 0.85, after)
    return _chosen(nearest, anchor, wording.nearest, 0.75, other)


def reason_of(clause: Clause, wording: ProofWording) -> str:
    """Why the clause looks the way it does, as a sentence."""
    template = {
        Look.REPORTED: wording.reporting_verb,
        Look.PAST: wording.past_verb,
        Look.FUTURE: wording.future_verb,
        Look.PLANNED: wording.planning_verb,
        Look.PRESENT: wording.present_verb,
        Look.UNKNOWN: wording.no_verb,
    }[clause.look]
    return filled(template, verb=clause.shown_by)


def direction_of(start: date, anchor: date) -> Direction:
    if start == anchor:
        return Direction.SAME
    return Direction.PAST if start < anchor else Direction.FUTURE


def _chosen(start: date, anchor: date, reason: str, confidence: float, other: date | None = None) -> Choice:
    return Choice(start=start, direction=direction_of(start, anchor), reason=reason, confidence=confidence, other=other)


def _starts(occurrence: Callable[[int], date], year: int) -> list[date]:
    found = []
    for near in (range(year - 2, year + 3), range(year - 8, year + 9)):
        for candidate in near:
            try:
                found.append(occurrence(candidate))
            except OffCalendar:
                continue
        if len(found) > 1:
            return found
        found = []
    raise OffCalendar("no year has it")


def _distance(start: date, unit: Unit, anchor: date) -> int:
    """Days from the anchor to the unit; 0 inside of it."""
    if start > anchor:
        return (start - anchor).days
    return max(0, (anchor - end_of(start, unit)).days + 1)


def _last(starts: Iterable[date]) -> date:
    found = list(starts)
    if not found:
        raise OffCalendar("nothing before")
    return found[-1]


def _first(starts: Iterable[date]) -> date:
    for start in starts:
        return start
    raise OffCalendar("nothing after")
