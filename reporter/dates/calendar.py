"""Calendar arithmetic on naive days: units, their bounds and their TIMEX3 values. The Gregorian calendar throughout."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from reporter.dates.meanings import Holiday, Unit
from reporter.model import WeekStart

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each meteorological season of the northern half of the world."""

PART_HOURS = {"MO": (0, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 30), "DT": (6, 18), "MI": (11, 14)}
"""Hours from midnight that a part of day covers; a night ends at six in the morning."""

_MONTHS_IN = {Unit.MONTH: 1, Unit.SEASON: 3, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12}
_YEARS_IN = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}


class OffCalendar(ValueError):  # noqa: N818 - it names where the day lies
    """The day lies before year 1 or after year 9999, or does not exist ("30 February")."""


def day_of(year: int, month: int = 1, day: int = 1) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise OffCalendar(f"{year}-{month}-{day}") from error


def plus_days(day: date, amount: int) -> date:
    try:
        return day + timedelta(days=amount)
    except OverflowError as error:
        raise OffCalendar(f"{day} and {amount} days") from error


def plus_months(day: date, amount: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day.

    >>> plus_months(date(2016, 1, 31), 1)
    datetime.date(2016, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + amount
    year, month = index // 12, index % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        raise OffCalendar(f"{day} and {amount} months")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def plus(day: date, unit: Unit, amount: int) -> date:
    """`day` moved by so many units; parts and clock units count as days here."""
    if unit in (Unit.WEEK, Unit.WEEKEND):
        return plus_days(day, 7 * amount)
    if unit in _MONTHS_IN:
        return plus_months(day, _MONTHS_IN[unit] * amount)
    if unit in _YEARS_IN:
        return plus_months(day, 12 * _YEARS_IN[unit] * amount)
    return plus_days(day, amount)


def start_of(day: date, unit: Unit, week_start: WeekStart = WeekStart.MONDAY) -> date:
    """The first day of the unit that holds `day`. A weekend is Saturday and Sunday, of the week that holds `day`.

    >>> start_of(date(2015, 10, 14), Unit.WEEK), start_of(date(2015, 10, 14), Unit.QUARTER)
    (datetime.date(2015, 10, 12), datetime.date(2015, 10, 1))
    """
    match unit:
        case Unit.WEEK:
            back = day.weekday() if week_start is WeekStart.MONDAY else (day.weekday() + 1) % 7
            return plus_days(day, -back)
        case Unit.WEEKEND:
            return plus_days(day, 5 - day.weekday())
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.SEASON:
            return season_start(day)
        case Unit.QUARTER:
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case Unit.HALF:
            return day.replace(month=1 if day.month < 7 else 7, day=1)
        case Unit.YEAR | Unit.DECADE | Unit.CENTURY | Unit.MILLENNIUM:
            span = _YEARS_IN[unit]
            return date(max(MINYEAR, day.year // span * span), 1, 1)
        case _:
            return day


def season_start(day: date) -> date:
    """The first day of the season that holds `day`; a winter begins in December of the year before."""
    back = day.month % 3
    return plus_months(day.replace(day=1), -back)


def end_of(start: date, unit: Unit) -> date:
    """The day after the last of the unit that begins with `start`."""
    if unit is Unit.WEEKEND:
        return plus_days(start, 2)
    return plus(start, unit, 1)


def season_of(start: date) -> str:
    return next(code for code, month in SEASON_MONTHS.items() if month == start.month)


def value_of(start: date, unit: Unit) -> str:
    """The TIMEX3 value of the unit that begins with `start`.

    >>> value_of(date(2015, 10, 12), Unit.WEEK), value_of(date(1990, 1, 1), Unit.DECADE)
    ('2015-W42', '199')
    """
    year = f"{start.year:04d}"
    match unit:
        case Unit.WEEK | Unit.WEEKEND:
            # The Thursday names an ISO week, wherever the week is held to begin.
            iso_year, number, _ = (start if unit is Unit.WEEKEND else plus_days(start, 3)).isocalendar()
            return f"{iso_year:04d}-W{number:02d}" + ("-WE" if unit is Unit.WEEKEND else "")
        case Unit.MONTH:
            return f"{year}-{start.month:02d}"
        case Unit.SEASON:
            return f"{year}-{season_of(start)}"
        case Unit.QUARTER:
            return f"{year}-Q{(start.month - 1) // 3 + 1}"
        case Unit.HALF:
            return f"{year}-H{1 if start.month < 7 else 2}"
        case Unit.YEAR:
            return year
        case Unit.DECADE:
            return year[:3]
        case Unit.CENTURY:
            return year[:2]
        case Unit.MILLENNIUM:
            return year[:1]
        case _:
            return start.isoformat()


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return day_of(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int, not_before: int = 1) -> date:
    """The nth such weekday of a month, from 1, or the last for -1.

    >>> nth_weekday(2015, 11, 3, 4)
    datetime.date(2015, 11, 26)
    """
    if nth < 0:
        last = day_of(year, month, monthrange(year, month)[1])
        return plus_days(last, -((last.weekday() - weekday) % 7))
    first = day_of(year, month, not_before)
    return plus_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def holiday_in(year: int, holiday: Holiday) -> date:
    if holiday.from_easter is not None:
        return plus_days(easter(year), holiday.from_easter)
    if holiday.nth:
        return nth_weekday(year, holiday.month, holiday.weekday, holiday.nth, holiday.not_before)
    return day_of(year, holiday.month, holiday.day)
