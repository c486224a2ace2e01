"""TIMEX3 values of lengths and sets."""

from reporter.dates.meanings import Length, Repeated, Unit

_LETTER = {
    Unit.SECOND: ("T", "S", 1),
    Unit.MINUTE: ("T", "M", 1),
    Unit.HOUR: ("T", "H", 1),
    Unit.PART: ("", "D", 1),
    Unit.DAY: ("", "D", 1),
    Unit.WEEKEND: ("", "WE", 1),
    Unit.WEEK: ("", "W", 1),
    Unit.MONTH: ("", "M", 1),
    Unit.SEASON: ("", "SE", 1),
    Unit.QUARTER: ("", "Q", 1),
    Unit.HALF: ("", "H", 1),
    Unit.YEAR: ("", "Y", 1),
    Unit.DECADE: ("", "Y", 10),
    Unit.CENTURY: ("", "Y", 100),
    Unit.MILLENNIUM: ("", "Y", 1000),
}
_OPEN_LETTER = {Unit.DECADE: "DE", Unit.CENTURY: "CE", Unit.MILLENNIUM: "ML"}


def length_value(length: Length) -> str:
    prefix, letter, times = _LETTER[length.unit]
    if length.amount is None:
        return f"P{prefix}X{_OPEN_LETTER.get(length.unit, letter)}"
    amount = length.amount * times
    if length.half:
        half = times / 2
        written = f"{amount + half:g}"
    else:
        written = str(amount)
    return f"P{prefix}{written}{letter}"


def set_value(meaning: Repeated) -> str:
    on = meaning.on
    if on is None:
        return length_value(Length(unit=meaning.unit, amount=meaning.amount))
    if on.holiday is not None:
        day = on.holiday
        return f"XXXX-{day.month:02d}-{day.day:02d}" if day.day else "P1Y"
    part = f"T{on.part}" if on.part is not None else ""
    if on.weekday is not None:
        return f"XXXX-WXX-{on.weekday + 1}{part}"
    if on.is_weekend:
        return "XXXX-WXX-WE"
    if on.month is not None:
        return f"XXXX-{on.month:02d}" + (f"-{on.day:02d}" if on.day is not None else "")
    if on.season is not None:
        return f"XXXX-{on.season}"
    if on.quarter is not None:
        return f"XXXX-Q{on.quarter}"
    if on.clock is not None:
        return f"XXXX-XX-XXT{on.clock.hour:02d}:{on.clock.minute or 0:02d}"
    return f"XXXX-XX-XX{part}"
