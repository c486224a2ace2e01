"""Where on the calendar a meaning came to lie, and what was counted from."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from reporter.dates.calendar import OffCalendar, end_of, value_of
from reporter.dates.meanings import Unit
from reporter.model import AnchorKind, Direction, Grain, TimeType

CLOCK_HOURS = {Unit.SECOND: 1 / 3600, Unit.MINUTE: 1 / 60, Unit.HOUR: 1.0}
"""Units of a clock, in hours."""

GRAINS = {
    Unit.SECOND: Grain.SECOND,
    Unit.MINUTE: Grain.MINUTE,
    Unit.HOUR: Grain.HOUR,
    Unit.PART: Grain.HOUR,
    Unit.DAY: Grain.DAY,
    Unit.WEEKEND: Grain.DAY,
    Unit.WEEK: Grain.WEEK,
    Unit.MONTH: Grain.MONTH,
    Unit.SEASON: Grain.QUARTER,
    Unit.QUARTER: Grain.QUARTER,
    Unit.HALF: Grain.QUARTER,
    Unit.YEAR: Grain.YEAR,
    Unit.DECADE: Grain.DECADE,
    Unit.CENTURY: Grain.CENTURY,
    Unit.MILLENNIUM: Grain.CENTURY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What an expression is counted from: a day, at the grain `unit`, and where it comes from."""

    kind: AnchorKind
    day: date
    unit: Unit
    value: str
    time_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another legal reading."""

    value: str
    begin: datetime
    until: datetime
    unit: Unit
    reason: str


@dataclass(slots=True, kw_only=True)
class Place:
    """The place of one expression. Moments are naive, in the story's zone.

    `value` is None where the words need an anchor that is not there. `offset` is minutes east of UTC, where the words
    themselves name a zone for their clock time.
    """

    type: TimeType
    value: str | None
    unit: Unit | None = None
    begin: datetime | None = None
    until: datetime | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    direction: Direction = Direction.NONE
    reason: str = ""
    sentences: list[str] = field(default_factory=list)
    confidence: float = 0.9
    anchor: Anchor | None = None
    alternatives: list[Alternative] = field(default_factory=list)
    offset: int | None = None
    is_rolling: bool = False
    """Whether it is counted to or from the instant of publication."""

    @property
    def day(self) -> date | None:
        return None if self.begin is None else self.begin.date()


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())  # naive: in the story's zone, which is set at the end


def unit_place(start: date, unit: Unit, *, direction: Direction, reason: str, confidence: float) -> Place:
    """The whole unit that begins with `start`; without an interval where it reaches beyond the calendar."""
    try:
        until = midnight(end_of(start, unit))
    except OffCalendar:
        until = None
    return Place(
        type=TimeType.DATE,
        value=value_of(start, unit),
        unit=unit,
        begin=midnight(start) if until is not None else None,
        until=until,
        direction=direction,
        reason=reason,
        confidence=confidence,
    )


def moved(moment: datetime, hours: float) -> datetime:
    try:
        return moment + timedelta(hours=hours)
    except OverflowError as error:
        raise OffCalendar(f"{moment} and {hours} hours") from error
