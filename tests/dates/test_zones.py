"""Intervals in the zone of the story, over changes of its clock too."""

from datetime import UTC, datetime, timedelta

import pytest

from reporter.errors import UsageError
from reporter.model import Settings
from tests.dates.stories import only, times


def test_the_past_hours_of_an_instant_end_at_that_instant() -> None:
    found = only("It hit 53 targets in the past 24 hours.", "2015-10-12T09:30", zone="Europe/Moscow")

    assert found.interval is not None
    assert (
        found.interval.begin_text,
        found.interval.until_text,
    ) == ("2015-10-11T09:30:00+03:00", "2015-10-12T09:30:00+03:00")


@pytest.mark.parametrize(
    ("published", "begin"),
    [
        ("2015-10-25T12:00", "2015-10-24T13:00:00+02:00"),
        ("2015-03-29T12:00", "2015-03-28T11:00:00+01:00"),
    ],
)
def test_the_past_24_hours_count_absolute_time_over_a_change_of_the_clock(published: str, begin: str) -> None:
    found = only("It hit 53 targets in the past 24 hours.", published, zone="Europe/Berlin")

    assert found.interval is not None
    assert begin == found.interval.begin_text
    assert timedelta(hours=24) == found.interval.until - found.interval.begin


def test_an_hour_that_comes_twice_keeps_its_order() -> None:
    found = only(
        "It hit 53 targets in the past 1 hour.".replace("1 hour", "two hours"), "2015-10-25T03:10", zone="+01:00"
    )

    assert found.interval is not None
    assert found.interval.begin < found.interval.until


def test_the_past_24_hours_of_a_day_last_a_day_and_lie_within_two() -> None:
    found = only("It hit 53 targets in the past 24 hours.", "2015-10-12")

    assert found.interval is not None
    assert (found.interval.begin_text, found.interval.until_text) == ("2015-10-11", "2015-10-12")
    assert (datetime(2015, 10, 11), datetime(2015, 10, 13)) == (found.interval.earliest, found.interval.latest)  # noqa: DTZ001
    assert "the hour is not known" in found.proof.explanation


def test_a_day_of_a_story_with_a_zone_begins_at_its_midnight() -> None:
    found = only("The ministry said on Monday.", "2015-10-12", zone="Asia/Kolkata")

    assert found.interval is not None
    assert datetime(2015, 10, 11, 18, 30, tzinfo=UTC) == found.interval.begin


def test_the_zone_of_the_settings_serves_where_publication_has_none() -> None:
    (found,) = times("It was said on Monday.", "2015-10-12", settings=Settings(zone="Asia/Tokyo"))

    assert found.interval is not None
    assert datetime(2015, 10, 11, 15, tzinfo=UTC) == found.interval.begin


def test_a_clock_time_in_a_named_zone_is_told_in_that_of_the_story() -> None:
    found = only("The quake struck at 0415 GMT.", "2015-10-12", zone="Asia/Tokyo")

    assert found.interval is not None
    assert found.interval.begin_text == "2015-10-12T13:15:00+09:00"


def test_intervals_are_naive_where_no_zone_is_known() -> None:
    found = only("The ministry said on Monday.", "2015-10-12")

    assert found.interval is not None
    assert found.interval.begin.tzinfo is None


def test_a_zone_that_does_not_exist_is_an_error_that_says_so() -> None:
    with pytest.raises(UsageError, match="Mars/Olympus"):
        times("It was said on Monday.", "2015-10-12", settings=Settings(zone="Mars/Olympus"))


def test_a_step_of_hours_is_exact_from_an_instant() -> None:
    found = only("It sank two hours ago.", "2015-10-12T09:30")

    assert found.value == "2015-10-12T07:30"


@pytest.mark.parametrize(
    ("day", "begin"),
    [("January 9", "2024-01-10T02:00:00+00:00"), ("July 9", "2024-07-10T01:00:00+00:00")],
)
def test_a_zone_that_holds_summer_and_winter_is_read_by_the_day(day: str, begin: str) -> None:
    found = only(f"The speech begins at 9 p.m. ET on {day}, 2024.", "2024-03-04", zone="UTC")

    assert found.interval is not None
    assert begin == found.interval.begin_text
