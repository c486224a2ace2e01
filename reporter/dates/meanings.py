"""What words about time mean before they are placed on the calendar: small descriptions without an anchor.

A rule of a language turns words into one of these; the resolver turns it into a value and an interval.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum


class Unit(IntEnum):
    """A unit of the calendar; the finer one is the smaller."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    PART = 4
    """A part of a day."""
    DAY = 5
    WEEKEND = 6
    WEEK = 7
    MONTH = 8
    SEASON = 9
    QUARTER = 10
    HALF = 11
    YEAR = 12
    DECADE = 13
    CENTURY = 14
    MILLENNIUM = 15


class Base(Enum):
    """What a meaning is counted from."""

    PUBLICATION = "publication"
    TOLD = "told"
    """The date told last: "two days later", "that year"."""
    DEFINITE = "definite"
    """The unit that the story is about ("the quarter", "the year"): the one told last in narrative, else the one that
    news of the day of publication is about."""
    COMPARED = "compared"
    """The period told last, if the sentence compares with it ("a year earlier"), else the day of publication."""
    ABSOLUTE = "absolute"


class Reference(StrEnum):
    """TIMEX3's references that have no place on the calendar."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day that comes every year: a fixed day, the nth weekday of a month (-1: the last), days from Easter,
    or one that follows the moon.

    `weekday` counts from Monday, 0.
    """

    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    not_before: int = 1
    """The first day of the month from which the weekdays are counted."""
    from_easter: int | None = None
    moon: str = ""
    """Which holiday of the moon it is (`reporter.dates.moons.Moon`), "" for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of the day. `offset` is minutes east of UTC where the words name a zone, `zone` how they name it; for a
    name that holds summer and winter ("ET") `place` is the IANA zone instead."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    offset: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place on the calendar of which the words give some fields; the larger ones that are missing are inferred.

    `weekday` counts from Monday, 0. `turn` is -1 for "last", 0 for "this", 1 for "next", None for the bare name.
    `part` is a TIMEX3 part of day, `season` one of SP SU FA WI; `decade` the first three digits of a year, `century`
    the first two; `short_year` marks a year of two digits, whose century is inferred. `is_before_era` is for BC.
    `library` holds words that the date library read.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    is_weekend: bool = False
    part: str | None = None
    clock: Clock | None = None
    decade: int | None = None
    century: int | None = None
    holiday: Holiday | None = None
    turn: int | None = None
    base: Base = Base.PUBLICATION
    short_year: bool = False
    is_before_era: bool = False
    is_fiscal: bool = False
    is_overnight: bool = False
    """The night before its day, unless the clause looks ahead."""
    swapped: "tuple[int, int] | None" = None
    """Month and day the other way about, where "10/12" may be either."""

    @property
    def unit(self) -> Unit:
        """The finest field that the words give."""
        if self.clock is not None:
            if self.clock.second is not None:
                return Unit.SECOND
            return Unit.HOUR if self.clock.minute is None else Unit.MINUTE
        for given, unit in (
            (self.part is not None, Unit.PART),
            (self.day is not None or self.weekday is not None or self.holiday is not None, Unit.DAY),
            (self.is_weekend, Unit.WEEKEND),
            (self.month is not None, Unit.MONTH),
            (self.season is not None, Unit.SEASON),
            (self.quarter is not None, Unit.QUARTER),
            (self.half is not None, Unit.HALF),
            (self.year is not None, Unit.YEAR),
            (self.decade is not None, Unit.DECADE),
        ):
            if given:
                return unit
        return Unit.CENTURY


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units before (negative) or after the base: "yesterday", "last year", "two years ago", "that day".

    `amount` is None where the words do not count ("years ago"); `sign` then tells the side. `is_counted` is true for
    "two years ago", whose grain follows the unit but whose place is not the whole unit's alone. `edge` is "start" or
    "end" for a day at the rim of a unit ("year-end").
    """

    unit: Unit
    amount: int | None
    sign: int
    base: Base = Base.PUBLICATION
    is_counted: bool = False
    edge: str | None = None
    is_to_day: bool = False
    """Whether it is a day, so far from the base: "a week from today"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A stretch of time: "two days", "the past 24 hours", "a two-week visit".

    `amount` is None for "days", `turn` -1 for "the past …", 1 for "the next …", None for a bare length. `half` adds
    half a unit ("two and a half years").
    """

    unit: Unit
    amount: int | None
    turn: int | None = None
    half: bool = False
    is_ordinal_part: bool = False
    """"the first nine months": a stretch at the start of a larger one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A set: "daily", "every two weeks", "each July". `on` is what comes round, where it is a name."""

    unit: Unit
    amount: int = 1
    on: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A reference without a place on the calendar: "now", "recently", "soon". `value` may be a length ("PXD")."""

    reference: Reference
    unit: Unit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """The nth unit of something larger: "the second day", "the first week of May"; -1 is the last."""

    unit: Unit
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The finer thing inside the coarser: "July last year", "Friday evening", "the third quarter of 1984"."""

    fine: "Meaning"
    coarse: "Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoTime:
    """Words that only look like a time: "Sunday Times", "Black Friday deals"."""


Meaning = Point | Shift | Length | Repeated | Vague | Numbered | Within | NoTime


def unit_of(meaning: Meaning) -> Unit | None:
    """The grain of a meaning; None for what has no grain (a bare reference)."""
    match meaning:
        case Within():
            return unit_of(meaning.fine)
        case NoTime():
            return None
        case _:
            return meaning.unit
