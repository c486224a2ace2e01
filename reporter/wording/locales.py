"""How a locale writes dates and numbers, from the Unicode Common Locale Data Repository (CLDR), which Babel carries.

CLDR's patterns ("EEEE, d. MMMM y", UTS 35 part 4) are turned into the format strings of `DateWording`, so that one
writer serves the tables of a language pack and every locale.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.wording.words import DateWording, NumberWording

if TYPE_CHECKING:
    from babel import Locale

_FIELDS = {
    "E": "weekday",
    "c": "weekday",
    "d": "day",
    "M": "month",
    "L": "month",
    "y": "year",
    "H": "hour",
    "h": "hour12",
    "m": "minute",
    "a": "period",
    "b": "period",
    "B": "period",
}
_NAMED_MONTH = 3
"""Letters of a month that is written by its name."""
_ENDS = 2
_NARROW_SPACES = str.maketrans({"\u202f": "\u00a0", "\u2009": " "})
"""Spaces that few fonts of a newsroom have."""


def locale_of(tag: str) -> "Locale | None":
    """The locale that a BCP 47 tag names; None for what CLDR does not know.

    >>> locale_of("de-AT").territory
    'AT'
    >>> locale_of("xx-nowhere") is None
    True
    """
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def localised_dates(words: DateWording, locale: "Locale") -> DateWording:
    """`words` with the names and the order of day, month and year as `locale` has them."""
    days, months = locale.days["format"], locale.months["format"]
    of_days, of_months = locale.interval_formats["yMMMd"], locale.interval_formats["yMMM"]
    periods = locale.day_periods["format"]["abbreviated"]
    return replace(
        words,
        weekdays=tuple(days["wide"][day] for day in range(7)),
        weekdays_short=tuple(days["abbreviated"][day] for day in range(7)),
        months=tuple(months["wide"][month] for month in range(1, 13)),
        months_short=tuple(months["abbreviated"][month] for month in range(1, 13)),
        day=_format(locale.date_formats["long"].pattern),
        weekday_day=_format(locale.date_formats["full"].pattern),
        short_weekday_day=_format(locale.datetime_skeletons["yMMMEd"].pattern),
        month_year=_format(locale.datetime_skeletons["yMMMM"].pattern),
        clock=_format(locale.time_formats["short"].pattern),
        periods=(periods["am"], periods["pm"]),
        span_months=_span(of_months["M"]) or words.span_months,
        span_one_month=_span(of_days["d"]) or words.span_one_month,
        span_one_year=_span(of_days["M"]) or words.span_one_year,
        span=locale.interval_formats[None].format("{first}", "{last}").translate(_NARROW_SPACES),
    )


def localised_numbers(locale: "Locale") -> NumberWording:
    symbols = locale.number_symbols["latn"]
    return NumberWording(group=symbols["group"].translate(_NARROW_SPACES), decimal=symbols["decimal"])


def _format(pattern: str, names: dict[str, str] | None = None) -> str:
    """A CLDR pattern as a format string of ours. An era is left out: all stories are of one.

    >>> _format("EEEE, d 'de' MMMM y")
    '{weekday}, {day} de {month} {year}'
    """
    from babel.dates import tokenize_pattern

    written = []
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            written.append(str(value).replace("{", "{{").replace("}", "}}"))
        elif str(value[0]) in _FIELDS:
            name = _FIELDS[str(value[0])]
            is_number = name == "month" and int(value[1]) < _NAMED_MONTH
            written.append("{" + (names or {}).get(name, name) + ("_number" if is_number else "") + "}")
    return "".join(written).translate(_NARROW_SPACES)


def _span(parts: list[str]) -> str | None:
    """A CLDR interval, "d.–" and "d. MMM y", with `first` and `last` days, or with the first and the last month where
    both parts have one; None for one that is not of two parts."""
    if len(parts) != _ENDS:
        return None
    has_months = all("M" in part or "L" in part for part in parts)
    opening = {"day": "first", **({"month": "first_month"} if has_months else {})}
    closing = {"day": "last", **({"month": "last_month"} if has_months else {})}
    return _format(parts[0], opening) + _format(parts[1], closing)
