"""Absolute dates, as people and machines write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import UsageError
from reporter.ingest.moments import AmbiguousDateError, nearest_year, read_moment, read_month_day, zone_info
from reporter.languages.en.layout import LAYOUT

CALENDAR = LAYOUT.calendar


@pytest.mark.parametrize(
    ("written", "value", "zone"),
    [
        ("2015-10-12", "2015-10-12", None),
        ("2015/10/12", "2015-10-12", None),
        ("12 October 2015", "2015-10-12", None),
        ("12th of October 2015", "2015-10-12", None),
        ("12-Oct-2015", "2015-10-12", None),
        ("Oct. 12, 2015", "2015-10-12", None),
        ("Monday, 12 October 2015", "2015-10-12", None),
        ("13/10/2015", "2015-10-13", None),
        ("04.04.2015", "2015-04-04", None),
        ("2015-10-12T14:05", "2015-10-12T14:05:00", None),
        ("2015-10-12T14:05:09.123Z", "2015-10-12T14:05:09+00:00", "UTC"),
        ("2015-10-12T14:05:09+0530", "2015-10-12T14:05:09+05:30", "+05:30"),
        ("2015-10-12 14:05 Europe/London", "2015-10-12T14:05:00+01:00", "Europe/London"),
        ("Mon, 12 Oct 2015 14:05:00 GMT", "2015-10-12T14:05:00+00:00", "UTC"),
        ("2:05 p.m. EDT, Oct. 12, 2015", "2015-10-12T14:05:00-04:00", "-04:00"),
        ("12 October 2015 at 1405 GMT", "2015-10-12T14:05:00+00:00", "UTC"),
        ("12 October 2015, 12am", "2015-10-12T00:00:00", None),
        ("noon on 12 October 2015", "2015-10-12T12:00:00", None),
        ("12 October 2015 | 14.05 BST", "2015-10-12T14:05:00+01:00", "+01:00"),
    ],
)
def test_a_full_date_is_read_with_the_time_and_zone_that_it_gives(written: str, value: str, zone: str | None) -> None:
    moment = read_moment(written, CALENDAR)

    assert moment is not None
    instant, found = moment.placed(None)
    assert (instant or moment.day).isoformat() == value
    assert found == zone


@pytest.mark.parametrize(
    "written",
    [
        "",
        "5",
        "Monday",
        "yesterday",
        "October 2015",
        "12 October",
        "12.10.15",
        "2015-02-29",
        "2015-13-40",
        "31 April 2015",
        "0001-01-01",
        "9999-12-31",
        "12 October 2015 25:00",
        "12 October 2015 and later",
        "12 October 2015 or 13 October 2015",
        "14:05 o'clock, 12 October 2015 in the year of the dog",
        "1" * 5000,
    ],
)
def test_anything_else_is_not_read(written: str) -> None:
    assert read_moment(written, CALENDAR) is None


def test_numbers_that_read_two_ways_are_refused_with_both() -> None:
    with pytest.raises(AmbiguousDateError) as caught:
        read_moment("03/04/2015", CALENDAR)

    assert caught.value.readings == (date(2015, 4, 3), date(2015, 3, 4))


def test_a_weekday_that_does_not_fit_is_noticed() -> None:
    moment = read_moment("Tuesday, 12 October 2015", CALENDAR)

    assert moment is not None
    assert moment.has_wrong_weekday


@pytest.mark.parametrize(
    ("default", "zone"), [(None, None), ("Asia/Kolkata", "Asia/Kolkata"), ("America/New_York", None)]
)
def test_an_ambiguous_zone_is_settled_only_by_a_default_that_is_one_of_its_readings(
    default: str | None, zone: str | None
) -> None:
    moment = read_moment("12 October 2015 14:05 IST", CALENDAR)

    assert moment is not None
    assert moment.placed(default)[1] == zone


def test_a_date_without_a_year_is_month_and_day() -> None:
    assert read_month_day("Monday, Oct 12", CALENDAR) == (10, 12)
    assert read_month_day("3 Nov", CALENDAR) == (11, 3)
    assert read_month_day("Nov. 31", CALENDAR) is None
    assert read_month_day("Monday", CALENDAR) is None


def test_the_nearest_year_is_taken() -> None:
    assert nearest_year(12, 30, date(2016, 1, 2)) == date(2015, 12, 30)
    assert nearest_year(1, 2, date(2015, 12, 30)) == date(2016, 1, 2)
    assert nearest_year(2, 29, date(2015, 3, 1)) == date(2016, 2, 29)
    assert nearest_year(2, 29, date(1899, 3, 1)) == date(1896, 2, 29)


def test_an_unknown_zone_is_an_error_of_the_settings() -> None:
    for zone in ("Mars/Olympus", "", "../../etc/passwd", "+99:00"):
        with pytest.raises(UsageError) as caught:
            zone_info(zone)

        assert caught.value.code == "bad-setting"


@given(
    st.dates(min_value=date(1600, 1, 1), max_value=date(2200, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%A, %d %B %Y"]),
)
def test_every_date_is_read_back_from_its_spelling(day: date, spelling: str) -> None:
    moment = read_moment(day.strftime(spelling), CALENDAR)

    assert moment is not None
    assert moment.day == day
    assert not moment.has_wrong_weekday


@given(st.text(alphabet=st.sampled_from("0123456789/-.: TZOctJanMy+gmtamp,"), max_size=60))
def test_no_string_breaks_the_reader(text: str) -> None:
    try:
        moment = read_moment(text, CALENDAR)
    except AmbiguousDateError:
        return
    assert moment is None or 1600 <= moment.day.year <= 2200
