"""Dates and figures by locale: CLDR's patterns, in our own format strings."""

from datetime import UTC, datetime, timedelta

import pytest
from babel.core import get_locale_identifier
from babel.localedata import locale_identifiers

from reporter.languages import language_pack
from reporter.model import Grain, Interval
from reporter.wording.dates import clock, day, written
from reporter.wording.locales import locale_of, localised_dates, localised_numbers
from reporter.wording.words import DateWording, NumberWording

MONDAY = datetime(2026, 1, 12, 14, 5, tzinfo=UTC)
EVERY = sorted({name.split("_")[0] for name in locale_identifiers()} - {"root"})


def words(tag: str) -> DateWording:
    locale = locale_of(tag)
    assert locale is not None
    return localised_dates(language_pack("en").brief.dates, locale)


def run_of(days: int, begin: datetime = datetime(2026, 1, 12, tzinfo=UTC)) -> Interval:
    return Interval(begin=begin, until=begin + timedelta(days=days), grain=Grain.DAY)


@pytest.mark.parametrize(
    ("tag", "label", "told", "time"),
    [
        ("de", "Mo., 12. Jan. 2026", "Montag, 12. Januar 2026", "14:05"),
        ("de-AT", "Mo., 12. Jän. 2026", "Montag, 12. Jänner 2026", "14:05"),
        ("en-US", "Mon, Jan 12, 2026", "Monday, January 12, 2026", "2:05\u00a0PM"),
        ("en-GB", "Mon, 12 Jan 2026", "Monday, 12 January 2026", "14:05"),
        ("es", "lun, 12 ene 2026", "lunes, 12 de enero de 2026", "14:05"),
        ("ja", "2026年1月12日(月)", "2026年1月12日月曜日", "14:05"),
    ],
)
def test_a_day_reads_as_in_its_country(tag: str, label: str, told: str, time: str) -> None:
    dates = words(tag)

    assert day(MONDAY, dates, is_short=True) == label
    assert day(MONDAY, dates, is_short=False) == told
    assert clock(MONDAY, dates) == time


@pytest.mark.parametrize(
    ("tag", "days", "told"),
    [
        ("de", 3, "12.–14. Jan. 2026"),
        ("de", 30, "12. Jan. – 10. Feb. 2026"),
        ("de", 400, "12. Jan. 2026 – 15. Feb. 2027"),
        ("en-US", 3, "Jan 12 – 14, 2026"),
        ("en-US", 30, "Jan 12 – Feb 10, 2026"),
    ],
)
def test_a_run_of_days_names_what_its_ends_share_once(tag: str, days: int, told: str) -> None:
    assert written(run_of(days), words(tag), is_short=True) == told


@pytest.mark.parametrize(("tag", "told"), [("de", "Jan.–März 2026"), ("en-US", "Jan – Mar 2026")])
def test_a_run_of_months_names_its_year_once(tag: str, told: str) -> None:
    months = Interval(begin=datetime(2026, 1, 1, tzinfo=UTC), until=datetime(2026, 4, 1, tzinfo=UTC), grain=Grain.MONTH)

    assert written(months, words(tag), is_short=True) == told


@pytest.mark.parametrize("hour", [0, 11, 12, 23])
def test_a_clock_of_twelve_hours_has_no_hour_nought(hour: int) -> None:
    told = clock(MONDAY.replace(hour=hour), words("en-US"))

    assert told == {0: "12:05\u00a0AM", 11: "11:05\u00a0AM", 12: "12:05\u00a0PM", 23: "11:05\u00a0PM"}[hour]


@pytest.mark.parametrize("tag", EVERY)
def test_every_language_of_cldr_can_write_days_runs_and_figures(tag: str) -> None:
    locale = locale_of(tag)
    if locale is None:
        pytest.skip("CLDR has a script of it only, no locale")
    dates = words(tag)
    told = [written(run_of(days), dates, is_short=short) for days in (1, 3, 30, 400) for short in (True, False)]

    assert all("{" not in one and one.strip() for one in (*told, clock(MONDAY, dates)))
    assert isinstance(localised_numbers(locale), NumberWording)


@pytest.mark.parametrize("tag", ["", "xx", "english", "../de", "de_", "12"])
def test_what_is_no_locale_is_none(tag: str) -> None:
    assert locale_of(tag) is None


def test_a_tag_is_read_with_either_sign() -> None:
    locale = locale_of("de_AT")

    assert locale is not None
    assert get_locale_identifier((locale.language, locale.territory)) == "de_AT"


@pytest.mark.parametrize(("tag", "told"), [("de", "12.345,5"), ("en-US", "12,345.5"), ("fr", "12\u00a0345,5")])
def test_a_figure_reads_as_in_its_country(tag: str, told: str) -> None:
    locale = locale_of(tag)

    assert locale is not None
    assert localised_numbers(locale).written(12345.5) == told
