"""How two meanings that stand side by side become one."""

from dataclasses import replace

from reporter.dates.kinds import is_open
from reporter.dates.meanings import Length, Meaning, Numbered, Point, Shift, Unit, Within

_HOLDERS: dict[Unit, frozenset[Unit]] = {
    Unit.SECOND: frozenset({Unit.DAY}),
    Unit.MINUTE: frozenset({Unit.DAY}),
    Unit.HOUR: frozenset({Unit.DAY}),
    Unit.PART: frozenset({Unit.DAY}),
    Unit.WEEKEND: frozenset({Unit.MONTH, Unit.YEAR}),
    Unit.WEEK: frozenset({Unit.MONTH, Unit.YEAR, Unit.QUARTER}),
    Unit.MONTH: frozenset({Unit.YEAR}),
    Unit.SEASON: frozenset({Unit.YEAR}),
    Unit.QUARTER: frozenset({Unit.YEAR}),
    Unit.HALF: frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY}),
    Unit.YEAR: frozenset({Unit.DECADE, Unit.CENTURY}),
    Unit.DECADE: frozenset({Unit.CENTURY}),
}
"""What may hold what, when a language puts them side by side."""


def coarse_then_fine(left: Meaning, right: Meaning) -> Meaning | None:
    """ "Friday" + "evening", "tomorrow" + "night": a day and, behind it, a part of it."""
    if not isinstance(right, Point) or right.part is None or right.clock is not None or not is_open(right):
        return None
    if right.unit is not Unit.PART or not _is_day(left):
        return None
    return Within(fine=right, coarse=left)


def fine_in_coarse(left: Meaning, right: Meaning) -> Meaning | None:
    """ "July" + "last year", "9 a.m." + "Tuesday": a thing and, behind it, what holds it."""
    if isinstance(left, Within):
        inner = fine_in_coarse(left.coarse, right) or weekday_and_date(left.coarse, right)
        return None if inner is None else Within(fine=left.fine, coarse=inner)
    if not is_open(left) or not isinstance(right, Point | Shift | Within) or _is_counted(right):
        return None
    outer = _unit(right)
    inner_unit = _unit(left)
    if outer is None or inner_unit is None or outer <= inner_unit:
        return None
    match left:
        case Numbered():
            return Within(fine=left, coarse=right)
        case Length():
            return None
        case Point() if left.unit is Unit.DAY:
            if left.weekday is not None and left.month is None:
                fits = outer in (Unit.WEEK, Unit.WEEKEND)
            else:
                fits = outer is Unit.YEAR
        case _:
            fits = outer in _HOLDERS.get(inner_unit, frozenset())
    return Within(fine=left, coarse=right) if fits else None


def coarse_possessive(left: Meaning, right: Meaning) -> Meaning | None:
    """ "last year's" + "third quarter": what holds it comes first."""
    if isinstance(right, Point) and right.unit > Unit.PART:
        return fine_in_coarse(right, left)
    return None


def weekday_and_date(left: Meaning, right: Meaning) -> Meaning | None:
    """ "Monday" + "Oct. 26": one day, named twice."""
    if isinstance(left, Within):
        inner = weekday_and_date(left.coarse, right)
        return None if inner is None else Within(fine=left.fine, coarse=inner)
    if not isinstance(left, Point) or not isinstance(right, Point):
        return None
    if left.weekday is None or left.month is not None or right.day is None or right.month is None:
        return None
    # "last Monday, Oct. 5": the date says all that "last" says.
    return replace(right, weekday=left.weekday) if right.weekday is None else None


def _is_day(meaning: Meaning) -> bool:
    match meaning:
        case Point() | Shift():
            return meaning.unit is Unit.DAY and not _is_counted(meaning)
        case Within():
            return _is_day(meaning.fine)
        case _:
            return False


def _is_counted(meaning: Meaning) -> bool:
    return isinstance(meaning, Shift) and meaning.is_counted


def _unit(meaning: Meaning) -> Unit | None:
    match meaning:
        case Within():
            return _unit(meaning.fine)
        case Point() | Shift() | Numbered() | Length():
            return meaning.unit
        case _:
            return None
