"""What rules yield: from the groups that a pattern matched to a meaning. Rows of any language use these by name.

Each reads groups that are named for the tables: `weekday`, `month`, `unit`, `season`, `turn` (-1, 0, 1) and so on, and
`year`, `day`, `number` for digits.
"""

from collections.abc import Callable
from dataclasses import replace

from reporter.dates.meanings import (
    Base,
    Clock,
    Holiday,
    Length,
    Meaning,
    NoTime,
    Numbered,
    Point,
    Reference,
    Repeated,
    Shift,
    Unit,
    Vague,
    Within,
)
from reporter.dates.rules import Words

Reading = Callable[[Words], Meaning | None]

_DAYS, _MONTHS, _HOURS, _MINUTES, _MERIDIEM = 31, 12, 24, 60, 12
_SHORT_YEAR = 100


def no_time(_: Words) -> Meaning:
    return NoTime()


def point(words: Words) -> Point | None:
    """Whatever fields of a date and a clock the groups give."""
    year, is_short = _year(words)
    day = _first_number(words, "day", "ordinal")
    month = _first_number(words, "month", "month_number")
    if day is not None and not 1 <= day <= _DAYS:
        return None
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    clock = _clock(words) if words.has("hour") or words.has("clockword") else None
    if clock is None and words.has("hour"):
        return None
    return Point(
        year=year,
        short_year=is_short,
        is_before_era=words.has("before_era"),
        month=month,
        day=day,
        weekday=words.number("weekday") if words.has("weekday") else None,
        quarter=_first_number(words, "quarter", "quarter_short"),
        half=words.number("half") if words.has("half") else None,
        season=words.code("season") if words.has("season") else None,
        is_weekend=words.has("weekend"),
        part=words.code("part") if words.has("part") else None,
        holiday=_holiday(words),
        turn=words.number("turn") if words.has("turn") else None,
        is_fiscal=words.has("fiscal"),
        clock=clock,
    )


def _first_number(words: Words, *groups: str) -> int | None:
    return next((words.number(group) for group in groups if words.has(group)), None)


def clocked(words: Words) -> Point | None:
    """A clock time; None for an hour or a minute that no clock has."""
    found = _clock(words)
    return None if found is None else Point(clock=found)


def clocked_by_part(words: Words) -> Point | None:
    """A part of an hour past it or to it: "half past nine", "a quarter to six"."""
    found = clocked(words)
    if found is None or found.clock is None or (found.clock.hour > _MERIDIEM and not words.has("dayhalf")):
        return None
    after_midnight = found.clock.hour * _MINUTES + words.number("clock_side") * words.number("clock_part")
    hour, minute = divmod(after_midnight % (_HOURS * _MINUTES), _MINUTES)
    return Point(clock=replace(found.clock, hour=hour, minute=minute))


def numeric_date(words: Words) -> Point | None:
    """Month and day as numbers ("10/12/2015"); where both orders are legal, both are kept."""
    first, second = words.number("first"), words.number("second_number")
    year, is_short = _year(words)
    legal = [(m, d) for m, d in ((first, second), (second, first)) if 1 <= m <= _MONTHS and 1 <= d <= _DAYS]
    if not legal:
        return None
    if len(legal) > 1 and words.is_day_first:
        legal.reverse()
    month, day = legal[0]
    swapped = legal[1] if len(legal) > 1 and legal[1] != legal[0] else None
    return Point(year=year, short_year=is_short, month=month, day=day, swapped=swapped)


def from_library(words: Words) -> Point | None:
    """A full date in a spelling that the tables do not have, read by the date library; None where it reads none."""
    found = _library_day(words.text("whole"), words.library_languages)
    return None if found is None else Point(year=found[0], month=found[1], day=found[2])


def _library_day(text: str, languages: tuple[str, ...]) -> tuple[int, int, int] | None:
    from reporter.dates.library import full_date

    return full_date(text, languages)


def told(reading: Reading) -> Reading:
    """The same, counted from the date told last."""
    return _based(reading, Base.TOLD)


def _based(reading: Reading, base: Base) -> Reading:
    def read(words: Words) -> Meaning | None:
        meaning = reading(words)
        return replace(meaning, base=base) if isinstance(meaning, Shift | Point) else meaning

    return read


def shift(unit: Unit, amount: int) -> Reading:
    """A fixed step: "yesterday", "last year"."""

    def read(_: Words) -> Meaning:
        return Shift(unit=unit, amount=amount, sign=(amount > 0) - (amount < 0))

    return read


def shifted(words: Words) -> Meaning | None:
    """A step of one unit by `turn`: "last week", "this month"."""
    turn = words.number("turn")
    unit = words.unit("unit")
    if unit < Unit.DAY:
        return None
    return Shift(unit=unit, amount=turn, sign=turn)


def counted(sign: int) -> Reading:
    """So many units back or ahead: "two years ago". Without a number the amount is open."""

    def read(words: Words) -> Meaning | None:
        unit = words.unit("unit")
        amount = _amount(words)
        if words.has("half") and amount is not None:
            smaller = {Unit.YEAR: (Unit.MONTH, 12), Unit.HOUR: (Unit.MINUTE, 60), Unit.DECADE: (Unit.YEAR, 10)}
            if unit in smaller:
                finer, times = smaller[unit]
                return Shift(unit=finer, amount=sign * (amount * times + times // 2), sign=sign, is_counted=True)
        return Shift(unit=unit, amount=None if amount is None else sign * amount, sign=sign, is_counted=True)

    return read


def counted_to_day(sign: int) -> Reading:
    """So many units from publication, to the day: "a week from today", "ten years ago today"."""

    def read(words: Words) -> Meaning | None:
        unit, amount = words.unit("unit"), _amount(words)
        if unit < Unit.DAY or amount is None or words.has("half"):
            return counted(sign)(words)
        return Shift(unit=unit, amount=sign * amount, sign=sign, is_counted=True, is_to_day=True)

    return read


def edge(side: str) -> Reading:
    """The first or the last day of the unit: "year-end"."""

    def read(words: Words) -> Meaning:
        return Shift(unit=words.unit("unit"), amount=0, sign=0, base=Base.DEFINITE, edge=side)

    return read


def length(words: Words) -> Meaning | None:
    """A stretch: bare, or before or after publication where `turn` says so."""
    turn = words.number("turn") if words.has("turn") else None
    return Length(unit=words.unit("unit"), amount=_amount(words), turn=turn or None, half=words.has("half"))


def ordinal_part(words: Words) -> Meaning:
    return Length(unit=words.unit("unit"), amount=_amount(words), is_ordinal_part=True)


def numbered(words: Words) -> Meaning:
    return Numbered(unit=words.unit("unit"), number=words.number("ordinal"))


def repeated(words: Words) -> Meaning:
    """A set with its period: from a word ("daily") or from a unit ("every two weeks")."""
    if words.has("frequency"):
        return Repeated(unit=words.unit("frequency"), amount=1)
    amount = _amount(words) if words.has("number") else 1
    return Repeated(unit=words.unit("unit"), amount=amount or 1)


def repeated_point(words: Words) -> Meaning | None:
    """A set of named times: "every Tuesday", "each July"."""
    found = point(words)
    return None if found is None else Repeated(unit=found.unit, on=replace(found, turn=None))


def vague(reference: Reference, unit: Unit | None = None) -> Reading:
    def read(_: Words) -> Meaning:
        return Vague(reference=reference, unit=unit)

    return read


def vague_units(reference: Reference) -> Reading:
    """A vague stretch of named units: "recent days"."""

    def read(words: Words) -> Meaning:
        return Vague(reference=reference, unit=words.unit("unit"))

    return read


def decade(words: Words) -> Meaning | None:
    """A decade in digits ("the 1990s", "the '80s") or by name ("the nineties")."""
    if words.has("decadename"):
        return Point(decade=words.number("decadename"), short_year=True, is_before_era=words.has("before_era"))
    year = words.number("digits") if words.has("digits") else words.number("year")
    if year % 10:
        return None
    if year < _SHORT_YEAR:
        return Point(decade=year // 10, short_year=True)
    if year % 100 == 0 and year < 2000 and not words.has("before_era"):
        return Point(century=year // 100)
    return Point(decade=year // 10, is_before_era=words.has("before_era"))


def century(words: Words) -> Meaning:
    number = words.number("ordinal")
    return Point(century=number - 1, is_before_era=words.has("before_era"))


def within(fine: Reading, coarse: Reading) -> Reading:
    """A pattern that names both a thing and what holds it."""

    def read(words: Words) -> Meaning | None:
        inner, outer = fine(words), coarse(words)
        return None if inner is None or outer is None else Within(fine=inner, coarse=outer)

    return read


def fixed(meaning: Meaning) -> Reading:
    """Always the same."""

    def read(_: Words) -> Meaning:
        return meaning

    return read


def _year(words: Words) -> tuple[int | None, bool]:
    if words.has("year"):
        year = words.number("year")
        return year, False
    if words.has("shortyear"):
        return words.number("shortyear"), True
    return None, False


def _amount(words: Words) -> int | None:
    """The number of units; None for an open one ("several"). Raises ValueError for none at all: "0 days" is no time."""
    if not words.has("number"):
        return None
    amount = words.number("number")
    if amount == 0:
        raise ValueError("no units are no stretch of time")
    return amount


def _holiday(words: Words) -> Holiday | None:
    if not words.has("holiday"):
        return None
    found = words.entry("holiday")
    if not isinstance(found, Holiday):
        raise TypeError(f"the table of holidays gives {found!r}")
    return found


def _clock(words: Words) -> Clock | None:
    if words.has("clockword"):
        found = words.entry("clockword")
        if not isinstance(found, Clock):
            raise TypeError(f"the table of clock words gives {found!r}")
        hour, minute, second = found.hour, found.minute, None
    else:
        hour = words.number("hour")
        minute = words.number("minute") if words.has("minute") else None
        second = words.number("second") if words.has("second") else None
        if words.has("meridiem"):
            if not 0 <= hour <= _MERIDIEM:
                return None
            hour = hour % _MERIDIEM + words.number("meridiem")
        elif words.has("dayhalf") and hour <= _MERIDIEM:
            hour = hour % _MERIDIEM + words.number("dayhalf")
    if hour > _HOURS or (minute or 0) >= _MINUTES or (second or 0) > _MINUTES:
        return None
    zone = words.printed("timezone") if words.has("timezone") else None
    entry = words.entry("timezone") if words.has("timezone") else None
    offset = entry if isinstance(entry, int) else None
    place = entry if isinstance(entry, str) else None
    if words.has("offset"):
        zone, offset = words.printed("offset"), _offset(words.printed("offset"))
    return Clock(hour=hour, minute=minute, second=second, zone=zone, offset=offset, place=place)


def _offset(text: str) -> int:
    """Minutes east of UTC of "Z", "+05:30", "-0800"."""
    digits = [character for character in text if character.isdecimal()]
    minutes = int("".join(digits[:2]) or 0) * _MINUTES + int("".join(digits[2:4]) or 0)
    return -minutes if "-" in text or "−" in text else minutes


def day_word(words: Words) -> Meaning:
    """ "yesterday": the table gives the step in days."""
    step = words.number("day_word")
    return Shift(unit=Unit.DAY, amount=step, sign=(step > 0) - (step < 0))


def part_of_day(step: int) -> Reading:
    """A part of the day so many days from publication: "last night", "this morning"."""

    def read(words: Words) -> Meaning:
        return Within(
            fine=Point(part=words.code("part")),
            coarse=Shift(unit=Unit.DAY, amount=step, sign=(step > 0) - (step < 0)),
        )

    return read


def definite_units(words: Words) -> Meaning:
    """The unit that the story is about: "the quarter"."""
    return Shift(unit=words.unit("unit"), amount=0, sign=0, base=Base.DEFINITE)


def overnight(words: Words) -> Meaning:
    return Point(part=words.code("part"), is_overnight=True)


def day_again(words: Words) -> Meaning | None:
    """A day whose month stands beside another day: "May 3 and 5"."""
    day = words.number("day")
    return Point(day=day) if 1 <= day <= _DAYS else None


def short_year(words: Words) -> Meaning | None:
    """The end of "1957-60"; it takes its century from the year beside it."""
    year = words.number("shortyear")
    return Point(year=year, short_year=True) if len(words.text("shortyear")) == 2 else None


def named_year(words: Words) -> Meaning | None:
    """ "the year two thousand"."""
    year = words.number("spelled")
    return Point(year=year) if 1000 <= year <= 2100 else None


def spelled_year(words: Words) -> Meaning | None:
    """ "nineteen ninety-four"; None for a plain number ("twenty-four")."""
    rest = words.number("rest")
    return Point(year=words.number("hundreds") * 100 + rest) if _MERIDIEM - 2 <= rest < _SHORT_YEAR else None


def told_units(step: int) -> Reading:
    """So many units from the date told last; the unit is a group: "that day", "the following week"."""

    def read(words: Words) -> Meaning:
        amount = words.number("turn") if words.has("turn") else step
        return Shift(unit=words.unit("unit"), amount=amount, sign=(amount > 0) - (amount < 0), base=Base.TOLD)

    return read


def compared(unit: Unit, amount: int) -> Reading:
    """A step from the period that the sentence compares with: "the year-ago quarter"."""
    return fixed(Shift(unit=unit, amount=amount, sign=(amount > 0) - (amount < 0), base=Base.COMPARED))


def vague_word(words: Words) -> Meaning:
    """A reference that the table names: "now", "recently"."""
    found = words.entry("vague_word" if words.has("vague_word") else "vague_open")
    if not isinstance(found, Reference):
        raise TypeError(f"the table of references gives {found!r}")
    return Vague(reference=found)


def length_one(words: Words) -> Meaning:
    """One unit, or as many as a number says: "a month", "two-day", "week-long"; half of one where the words say so."""
    return Length(unit=words.unit("unit"), amount=_amount(words) or 1, half=words.has("half"))


def length_half(words: Words) -> Meaning | None:
    """Half of a unit, as so many of the finer one: "half an hour"."""
    unit = words.unit("unit")
    halves = {
        Unit.MINUTE: (Unit.SECOND, 30),
        Unit.HOUR: (Unit.MINUTE, 30),
        Unit.DAY: (Unit.HOUR, 12),
        Unit.YEAR: (Unit.MONTH, 6),
        Unit.DECADE: (Unit.YEAR, 5),
        Unit.CENTURY: (Unit.YEAR, 50),
    }
    if unit not in halves:
        return None
    finer, amount = halves[unit]
    return Length(unit=finer, amount=amount)


def length_turned(turn: int) -> Reading:
    """One unit before or after publication: "the past week"."""

    def read(words: Words) -> Meaning:
        return Length(unit=words.unit("unit"), amount=1, turn=turn)

    return read


def counted_compared(words: Words) -> Meaning:
    """So many units back from what the sentence compares: "a year earlier"."""
    amount = words.number("number")
    return Shift(unit=words.unit("unit"), amount=-amount, sign=-1, base=Base.COMPARED, is_counted=True)
