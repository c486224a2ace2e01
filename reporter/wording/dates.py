"""Dates for readers: an interval of the calendar in the words of a language, in a label or in running text."""

from datetime import date, datetime, timedelta

from reporter.model import Direction, Grain, Interval, PublicationTime, TimeExpression
from reporter.wording.words import DateWording

_UNIT = {Grain.SECOND: timedelta(seconds=1), Grain.MINUTE: timedelta(minutes=1), Grain.HOUR: timedelta(hours=1)}
_DAY = timedelta(days=1)
_REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_WAYS = frozenset({Direction.PAST, Direction.SAME, Direction.FUTURE})
_QUARTER_MONTHS = 3
_NOON = 12
_DECADE_YEARS, _CENTURY_YEARS = 10, 100


def edges(interval: Interval) -> tuple[datetime, datetime]:
    """The half-open run in which the interval lies for certain: its own, or the wider one where that is not known."""
    return interval.earliest or interval.begin, interval.latest or interval.until


def is_one_day(interval: Interval) -> bool:
    begin, until = edges(interval)
    return begin.date() == _last(until).date()


def has_no_place(time: TimeExpression) -> bool:
    """Whether it points at no place on the calendar: vague, or not resolved."""
    return time.interval is None or time.value in _REFERENCES


def is_reference(time: TimeExpression) -> bool:
    """Whether it is vague ("recently", "in recent days") or could not be resolved; a bare duration or a set is neither,
    for it points nowhere."""
    return time.value is None or time.value in _REFERENCES or (time.interval is None and time.proof.direction in _WAYS)


def written(interval: Interval, words: DateWording, *, is_short: bool) -> str:
    """The interval as a reader sees it, at its own grain; `is_short` for labels, else for running text."""
    begin, until = edges(interval)
    last = _last(until)
    if interval.grain in _UNIT and begin.date() == last.date():
        return _written_clock(interval, begin, until, words, is_short=is_short)
    aligned = _written_aligned(begin, until, interval.grain, words, is_short=is_short)
    if aligned is not None:
        return aligned
    if begin.date() == last.date():
        return day(begin, words, is_short=is_short)
    if begin.year != last.year:
        return words.span.format(
            first=words.day.format(**_parts(begin, words, is_short=is_short)),
            last=words.day.format(**_parts(last, words, is_short=is_short)),
        )
    form = words.span_one_month if begin.month == last.month else words.span_one_year
    return form.format(**_ends(begin, last, words, is_short=is_short))


def _last(until: datetime) -> datetime:
    return until - timedelta(microseconds=1)


def _parts(moment: date, words: DateWording, *, is_short: bool) -> dict[str, str | int]:
    """A day for the formats of `words`."""
    return {
        "weekday": (words.weekdays_short if is_short else words.weekdays)[moment.weekday()],
        "day": moment.day,
        "month": (words.months_short if is_short else words.months)[moment.month - 1],
        "month_number": moment.month,
        "year": moment.year,
    }


def _ends(begin: date, last: date, words: DateWording, *, is_short: bool) -> dict[str, str | int]:
    """Two days of one year for the formats of `words`."""
    one, other = (_parts(moment, words, is_short=is_short) for moment in (begin, last))
    return {
        **one,
        "first": begin.day,
        "first_month": one["month"],
        "first_month_number": begin.month,
        "last": last.day,
        "last_month": other["month"],
        "last_month_number": last.month,
    }


def day(moment: date, words: DateWording, *, is_short: bool) -> str:
    """ "Mon 12 Oct 2015" or "Monday, 12 October 2015"."""
    form = words.short_weekday_day if is_short else words.weekday_day
    return form.format(**_parts(moment, words, is_short=is_short))


def plain_day(moment: datetime, words: DateWording) -> str:
    """ "12 October 2015"."""
    return words.day.format(**_parts(moment, words, is_short=False))


def _written_clock(interval: Interval, begin: datetime, until: datetime, words: DateWording, *, is_short: bool) -> str:
    whole = day(begin, words, is_short=is_short)
    if until - begin >= _DAY:
        return whole
    if until - begin <= _UNIT[interval.grain]:
        return words.day_clock.format(day=whole, clock=clock(begin, words))
    return words.span_one_day.format(day=whole, first=clock(begin, words), last=clock(until, words))


def clock(moment: datetime, words: DateWording) -> str:
    """ "14:05", or "2:05 PM" where a language counts twelve hours."""
    return words.clock.format(
        hour=f"{moment.hour:02}",
        hour12=(moment.hour - 1) % 12 + 1,
        minute=f"{moment.minute:02}",
        period=words.periods[moment.hour >= _NOON],
    )


def _written_aligned(
    begin: datetime, until: datetime, grain: Grain, words: DateWording, *, is_short: bool
) -> str | None:
    """Whole months, quarters, years and longer; None for anything else."""
    if not (_opens_month(begin) and _opens_month(until)):
        return None
    months = (until.year - begin.year) * 12 + until.month - begin.month
    if months == 1:
        return words.month_year.format(**_parts(begin, words, is_short=is_short))
    if grain is Grain.QUARTER and months == _QUARTER_MONTHS and begin.month % _QUARTER_MONTHS == 1:
        return words.quarter_year.format(quarter=(begin.month + 2) // 3, year=begin.year)
    if begin.month == 1 and until.month == 1:
        years = until.year - begin.year
        if years == 1:
            return str(begin.year)
        if grain is Grain.DECADE and years == _DECADE_YEARS:
            return words.decade.format(year=begin.year)
        return words.century.format(first=begin.year, last=until.year - 1)
    last = _last(until)
    if begin.year == last.year:
        return words.span_months.format(**_ends(begin, last, words, is_short=is_short))
    return words.span.format(
        first=words.month_year.format(**_parts(begin, words, is_short=is_short)),
        last=words.month_year.format(**_parts(last, words, is_short=is_short)),
    )


def _opens_month(moment: datetime) -> bool:
    return moment.day == 1 and moment.hour == moment.minute == moment.second == moment.microsecond == 0


def label(time: TimeExpression, words: DateWording) -> str:
    """How the time reads on a timeline: with its governing word or its modifier, where it has one."""
    if time.interval is None or time.value in _REFERENCES:
        return words.none
    part = part_of_day(time)
    year, _, season = (time.value or "").partition("-")
    if season in words.seasons:
        text = words.seasons[season].format(year=year)
    elif part in words.parts_of_day:
        whole = day(time.interval.begin, words, is_short=True)
        text = words.day_part.format(day=whole, part=words.parts_of_day[part])
    else:
        text = written(time.interval, words, is_short=True)
    if time.mod is not None and time.mod in words.mods:
        text = words.mods[time.mod].format(label=text)
    if time.signal is not None and time.signal.lower() in words.signals:
        text = words.signals[time.signal.lower()].format(label=text)
    return text


def part_of_day(time: TimeExpression) -> str:
    """ "EV" for the value "2015-10-12TEV"; empty where the value names no part of a day."""
    _, _, part = (time.value or "").partition("T")
    return part if time.interval is not None and part.isalpha() else ""


def publication_interval(published: PublicationTime) -> Interval:
    """The minute of publication, or its day where that is all that is known."""
    if published.instant is not None:
        return Interval(begin=published.instant, until=published.instant + _UNIT[Grain.MINUTE], grain=Grain.MINUTE)
    begin = datetime(published.day.year, published.day.month, published.day.day)  # noqa: DTZ001 - no zone is known
    return Interval(begin=begin, until=begin + _DAY, grain=Grain.DAY)


def place(interval: Interval) -> tuple[datetime, datetime]:
    """A key to sort by: when it begins, then when it ends. All times of a story are in one zone."""
    return interval.begin.replace(tzinfo=None), interval.until.replace(tzinfo=None)
