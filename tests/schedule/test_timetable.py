"""When a job is due: through both changes of the clock, and what is no job."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reporter.errors import UsageError
from reporter.schedule.job import Job
from reporter.schedule.timetable import check_jobs, last_slot, next_slot, slots

JOB = Job(name="morning", stories=("inbox",), cron="30 2 * * *", to=("a@example.org",), zone="Europe/Copenhagen")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def due(job: Job, after: str, until: str) -> list[str]:
    return [f"{one:%d %H:%M}" for one in slots(job, utc(after), utc(until))]


def test_a_night_without_half_past_two_has_the_job_once() -> None:
    """On 29 March 2026 the clocks of Copenhagen go from 02:00 to 03:00, which is 01:00 UTC."""
    assert due(JOB, "2026-03-27T12:00", "2026-03-30T12:00") == ["28 01:30", "29 01:00", "30 00:30"]


def test_a_night_with_two_half_past_twos_has_the_job_once() -> None:
    """On 25 October 2026 they go from 03:00 back to 02:00, which is 01:00 UTC."""
    assert due(JOB, "2026-10-23T12:00", "2026-10-26T12:00") == ["24 00:30", "25 00:30", "26 01:30"]


@pytest.mark.parametrize(("night", "hours"), [("2026-03-28T23:00", 23), ("2026-10-24T22:00", 25)])
def test_what_comes_every_quarter_goes_on_through_the_change(night: str, hours: int) -> None:
    start = utc(night)
    found = slots(replace(JOB, cron="*/15 * * * *"), start, start + timedelta(hours=hours))

    assert len(found) == 4 * hours
    assert {later - earlier for earlier, later in itertools.pairwise(found)} == {timedelta(minutes=15)}


def test_the_first_moment_is_not_due_and_the_last_is() -> None:
    assert due(replace(JOB, zone=None), "2026-05-01T02:30", "2026-05-02T02:30") == ["02 02:30"]


def test_days_and_months_have_names() -> None:
    weekdays = replace(JOB, cron="0 7 * may mon-fri", zone=None)

    assert due(weekdays, "2026-05-01T06:00", "2026-05-05T12:00") == ["01 07:00", "04 07:00", "05 07:00"]


def test_the_last_and_the_next_are_found_from_anywhere() -> None:
    yearly = replace(JOB, cron="0 12 1 1 *", zone=None)

    assert last_slot(yearly, utc("2026-11-24T00:00")) == utc("2026-01-01T12:00")
    assert last_slot(yearly, utc("2026-01-01T12:00")) == utc("2026-01-01T12:00")
    assert next_slot(yearly, utc("2026-01-01T12:00")) == utc("2027-01-01T12:00")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"cron": "30 7 * *"}, "is no cron line: it has five fields"),
        ({"cron": "0 30 7 * * *"}, "is no cron line: it has five fields"),
        ({"cron": "61 7 * * *"}, "is no cron line: Bad minute"),
        ({"cron": "0 0 31 2 *"}, "is no cron line"),
        ({"zone": "Europe/Kopenhagen"}, "no time zone called 'Europe/Kopenhagen'"),
        ({"zone": "../etc/passwd"}, "no time zone"),
        ({"name": ""}, "its name"),
        ({"name": "a\nb"}, "its name"),
        ({"stories": ()}, "names no stories"),
        ({"stories": ("https://courier.example/feed",)}, "does not fetch pages"),
        ({"to": ()}, "sent to nobody"),
        ({"to": ("nobody",)}, "no address of mail"),
        ({"catch_up": 0.0}, "catch_up"),
        ({"catch_up": float("nan")}, "catch_up"),
        ({"attach": ("exe",)}, "nothing to attach"),
    ],
)
def test_what_is_no_job_is_told(change: dict[str, object], problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        check_jobs([replace(JOB, **change)])  # type: ignore[arg-type]


def test_two_jobs_of_one_name_are_told() -> None:
    with pytest.raises(UsageError, match="another job has the same name"):
        check_jobs([JOB, replace(JOB, cron="0 8 * * *")])
