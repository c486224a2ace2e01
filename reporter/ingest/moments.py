"""Reading absolute dates as people and machines write them: a day, or an instant. What is relative is not read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reporter.errors import UsageError
from reporter.ingest.layout import Calendar

FIRST_YEAR, LAST_YEAR = 1600, 2200
"""Newspapers begin in the 1600s; dates near the ends of the calendar leave no room for the weeks around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, with the time of day and the zone (IANA name or offset) where the words give them.

    `zone_choices` are the zones that an ambiguous abbreviation may mean. `weekday` is the one that was written,
    0 for Monday, whether or not it fits.
    """

    day: date
    clock: time | None = None
    zone: str | None = None
    zone_choices: tuple[str, ...] = ()
    weekday: int | None = None

    @property
    def has_wrong_weekday(self) -> bool:
        return self.weekday is not None and self.weekday != self.day.weekday()

    def placed(self, default_zone: str | None) -> tuple[datetime | None, str | None]:
        """The instant, if a time of day is known, and the zone.

        An ambiguous abbreviation is settled only by a default zone that agrees with one of its readings.
        """
        if self.clock is None:
            return None, self.zone or default_zone
        local = datetime.combine(self.day, self.clock)
        zone = self.zone
        if zone is None and default_zone is not None:
            zone = self._fitting(local, default_zone) if self.zone_choices else default_zone
        return (local, None) if zone is None else (local.replace(tzinfo=zone_info(zone)), zone)

    def _fitting(self, local: datetime, default_zone: str) -> str | None:
        offset = local.replace(tzinfo=zone_info(default_zone)).utcoffset()
        fits = any(local.replace(tzinfo=zone_info(choice)).utcoffset() == offset for choice in self.zone_choices)
        return default_zone if fits else None


class AmbiguousDateError(ValueError):
    """A numeric date that can be read in two ways; `readings` are both."""

    def __init__(self, readings: tuple[date, date]) -> None:
        super().__init__(readings)
        self.readings = readings


def zone_info(zone: str) -> tzinfo:
    """The zone called `zone`, an IANA name or an offset such as "+05:30". Raises UsageError for any other."""
    if written := _OFFSET.fullmatch(zone):
        delta = _offset(written)
        if delta is not None:
            return timezone(delta)
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            "bad-setting",
            f"There is no time zone called {zone!r}.",
            "Give an IANA name such as 'Europe/London', or an offset such as '+05:30'.",
        ) from error


def read_moment(text: str, calendar: Calendar) -> Moment | None:
    """The moment that `text` states, all of it; None if it states none, or anything besides.

    A two-digit year, a month without a day and a weekday alone are not read. Raises AmbiguousDateError for numbers
    that can be taken as day and month either way.

    >>> from reporter.languages.en.layout import LAYOUT
    >>> read_moment("Tuesday, 14 May 2024, 18:40 BST", LAYOUT.calendar).placed(None)[0].isoformat()
    '2024-05-14T18:40:00+01:00'
    >>> read_moment("next Tuesday", LAYOUT.calendar) is None
    True
    """
    if len(text) > _LONGEST:
        return None
    patterns = _patterns(calendar)
    rest = " ".join(text.split())
    day, rest = _take_day(rest, patterns, calendar)
    if day is None:
        return None
    clock, rest = _take_clock(rest, patterns, calendar)
    zones, rest = _take_zones(rest, patterns, calendar)
    weekday, rest = _take_weekday(rest, patterns, calendar)
    if not {word.casefold() for word in _LEFT_OVER.findall(rest)} <= calendar.fillers:
        return None
    return Moment(
        day=day,
        clock=clock,
        zone=zones[0] if len(zones) == 1 else None,
        zone_choices=zones if len(zones) > 1 else (),
        weekday=weekday,
    )


def read_month_day(text: str, calendar: Calendar) -> tuple[int, int] | None:
    """The month and day of a date without a year, such as "Oct 12" or "Monday, 12 October"; None if there is none."""
    found = _patterns(calendar).month_day.search(text)
    if found is None:
        return None
    month, day = _month(found["m1"] or found["m2"], calendar), int(found["d1"] or found["d2"])
    return (month, day) if _day(_LEAP_YEAR, month, day) is not None else None


def nearest_year(month: int, day: int, near: date) -> date:
    """The date with this month and day that lies nearest to `near`; for 29 February, in a leap year."""
    # Four years are enough for a leap year except around 1700, 1800, 1900, 2100 and 2200, where it takes eight.
    dates = [found for year in range(near.year - 8, near.year + 9) if (found := _day(year, month, day))]
    return min(dates, key=lambda candidate: abs(candidate - near))


_LONGEST = 100
_LEAP_YEAR = 2000
_OFFSET = re.compile(r"(?P<sign>[-+−])(?P<oh>\d{1,2})(?::?(?P<om>\d{2}))?(?!\d)")
_LEFT_OVER = re.compile(r"[^\s,;|()\[\]·•.–—-]+")
_TAKEN = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """The patterns of one calendar, each list in the order in which it is tried."""

    days: tuple[re.Pattern[str], ...]
    clocks: tuple[re.Pattern[str], ...]
    zones: tuple[re.Pattern[str], ...]
    weekday: re.Pattern[str]
    month_day: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(calendar: Calendar) -> _Patterns:
    month = rf"{_any_of(calendar.months)}\b\.?"
    ordinal = rf"(?:{_any_of(calendar.ordinal_endings)}\b)?"
    number = rf"(?<!\d)(?P<day>\d{{1,2}}){ordinal}"
    year = r"(?P<year>\d{4})(?!\d)"
    half = rf"(?P<half>{_any_of(calendar.morning + calendar.afternoon)})(?!\w)"
    # An abbreviation is a zone only in capitals: "est" and "art" are words.
    abbreviation = _any_of(name.upper() for name in calendar.zones)
    seconds = r"(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    return _Patterns(
        days=tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<numeric>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)(?:T(?=\d))?",
                rf"{number}[ -]{_any_of(calendar.fillers)}? ?(?P<month>{month}),?[ -]{year}",
                rf"(?P<month>{month})[ -]{number},?[ -]{year}",
                rf"{year}[ -](?P<month>{month})[ -]{number}(?!\d)",
                r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
            )
        ),
        clocks=tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"(?<![\d:.])(?P<hour>\d{{1,2}})[:.h](?P<minute>\d{{2}}){seconds}(?!\d)(?: ?{half})?",
                rf"(?<![\d:.])(?P<hour>\d{{1,2}}) ?{half}",
                rf"(?<!\d)(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?= ?(?:Z\b|{abbreviation}\b)| ?[-+]\d|$)",
                rf"(?<!\w)(?P<word>{_any_of(calendar.clock_words)})(?!\w)",
            )
        ),
        zones=(
            re.compile(rf"(?:(?<!\w)(?:GMT|UTC) ?)?(?<![-+−]){_OFFSET.pattern}"),
            re.compile(r"(?<![\w/])(?P<iana>[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?)(?![\w/])"),
            re.compile(rf"(?<![A-Za-z])(?P<name>{abbreviation})(?!\w)"),
        ),
        weekday=re.compile(rf"(?<!\w)(?P<weekday>{_any_of(calendar.weekdays)})(?!\w)\.?", re.IGNORECASE),
        month_day=re.compile(
            rf"(?<!\w)(?:(?P<m1>{month}) (?P<d1>\d{{1,2}}){ordinal}|(?P<d2>\d{{1,2}}){ordinal} (?P<m2>{month}))(?!\d)",
            re.IGNORECASE,
        ),
    )


def _any_of(words: Iterable[str]) -> str:
    """A group that matches any of `words`, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _take_day(text: str, patterns: _Patterns, calendar: Calendar) -> tuple[date | None, str]:
    for pattern in patterns.days:
        found = pattern.search(text)
        if found is None:
            continue
        parts = found.groupdict()
        year = int(found["year"])
        if "first" in parts:
            day = _either_way(year, int(found["first"]), int(found["second"]))
        elif "numeric" in parts:
            day = _day(year, int(found["numeric"]), int(found["day"]))
        else:
            day = _day(year, _month(found["month"], calendar), int(found["day"]))
        return day, _without(text, found)
    return None, text


def _either_way(year: int, first: int, second: int) -> date | None:
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        raise AmbiguousDateError((day_first, month_first))
    return day_first or month_first


def _take_clock(text: str, patterns: _Patterns, calendar: Calendar) -> tuple[time | None, str]:
    for pattern in patterns.clocks:
        found = pattern.search(text)
        if found is None:
            continue
        parts = found.groupdict()
        if word := parts.get("word"):
            hour, minute = calendar.clock_words[word.casefold()]
            return time(hour, minute), _without(text, found)
        hour, minute, second = int(found["hour"]), int(parts.get("minute") or 0), int(parts.get("second") or 0)
        if half := parts.get("half"):
            if not 1 <= hour <= 12:
                return None, text
            hour = hour % 12 + (12 if half.casefold() in calendar.afternoon else 0)
        # A leap second is the last one that a clock of ours can show.
        if hour > 23 or minute > 59 or second > 60:
            return None, text
        return time(hour, minute, min(second, 59)), _without(text, found)
    return None, text


def _take_zones(text: str, patterns: _Patterns, calendar: Calendar) -> tuple[tuple[str, ...], str]:
    for pattern in patterns.zones:
        found = pattern.search(text)
        if found is None:
            continue
        parts = found.groupdict()
        if name := parts.get("name"):
            return calendar.zones[name.casefold()], _without(text, found)
        if name := parts.get("iana"):
            try:
                ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                return (), text
            return (name,), _without(text, found)
        if (offset := _offset(found)) is not None:
            return (written_offset(offset),), _without(text, found)
    return (), text


def _take_weekday(text: str, patterns: _Patterns, calendar: Calendar) -> tuple[int | None, str]:
    found = patterns.weekday.search(text)
    if found is None:
        return None, text
    return calendar.weekdays[found["weekday"].casefold()], _without(text, found)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]}{_TAKEN}{text[found.end() :]}"


def _month(written: str, calendar: Calendar) -> int:
    return calendar.months[written.rstrip(".").casefold()]


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _offset(found: re.Match[str]) -> timedelta | None:
    hours, minutes = int(found["oh"]), int(found["om"] or 0)
    # The widest offsets in use are -12:00 and +14:00.
    if hours > 14 or minutes > 59:
        return None
    size = timedelta(hours=hours, minutes=minutes)
    return size if found["sign"] == "+" else -size


def written_offset(offset: timedelta) -> str:
    """`offset` as ISO 8601 has it; "UTC" for none."""
    if not offset:
        return "UTC"
    minutes = int(abs(offset).total_seconds()) // 60
    return f"{'+' if offset > timedelta(0) else '-'}{minutes // 60:02d}:{minutes % 60:02d}"
