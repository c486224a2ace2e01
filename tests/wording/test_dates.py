"""Dates as a reader sees them, at their own grain, from tables and not from the machine's locale."""

import pytest

from reporter.model import Grain, Interval, TimeMod
from reporter.wording.dates import label, written
from tests.brief.made import WORDING, find, interval, story, time

MON = interval("2015-10-12", "2015-10-13")

AT_FOUR = interval("2015-10-12T04:20", "2015-10-12T04:21", Grain.MINUTE)
EVENING = interval("2015-10-12T18:00", "2015-10-12T22:00", Grain.HOUR)

SHORT_AND_LONG = (
    (MON, "Mon 12 Oct 2015", "Monday, 12 October 2015"),
    (interval("2015-10-11", "2015-10-13"), "11–12 Oct 2015", "11–12 October 2015"),
    (interval("2015-09-29", "2015-10-03"), "29 Sep – 2 Oct 2015", "29 September – 2 October 2015"),
    (interval("2015-12-30", "2016-01-02"), "30 Dec 2015 – 1 Jan 2016", "30 December 2015 – 1 January 2016"),
    (interval("2015-10-01", "2015-11-01", Grain.MONTH), "Oct 2015", "October 2015"),
    (interval("2015-07-01", "2015-10-01", Grain.QUARTER), "Q3 2015", "Q3 2015"),
    (interval("2015-06-01", "2015-09-01", Grain.QUARTER), "Jun–Aug 2015", "June–August 2015"),
    (interval("2014-01-01", "2015-01-01", Grain.YEAR), "2014", "2014"),
    (interval("1990-01-01", "2000-01-01", Grain.DECADE), "1990s", "1990s"),
    (interval("1900-01-01", "2000-01-01", Grain.CENTURY), "1900–1999", "1900–1999"),
    (interval("2012-01-01", "2015-01-01", Grain.YEAR), "2012–2014", "2012–2014"),
    (AT_FOUR, "Mon 12 Oct 2015, 04:20", "Monday, 12 October 2015, 04:20"),
    (EVENING, "Mon 12 Oct 2015, 18:00–22:00", "Monday, 12 October 2015, 18:00–22:00"),
    (interval("2015-10-12", "2015-10-13", Grain.HOUR, earliest="2015-10-11"), "11–12 Oct 2015", "11–12 October 2015"),
)  # fmt: skip


@pytest.mark.parametrize(("where", "short", "long"), SHORT_AND_LONG)
def test_an_interval_reads_at_its_own_grain(where: Interval, short: str, long: str) -> None:
    assert short == written(where, WORDING.dates, is_short=True)
    assert long == written(where, WORDING.dates, is_short=False)


@pytest.mark.parametrize(
    ("mod", "signal", "expected"),
    [
        (None, None, "Mon 12 Oct 2015"),
        (TimeMod.START, None, "early Mon 12 Oct 2015"),
        (None, "by", "by Mon 12 Oct 2015"),
        (None, "Since", "since Mon 12 Oct 2015"),
        (None, "between", "Mon 12 Oct 2015"),
    ],
)
def test_a_label_keeps_the_modifier_and_the_governing_word(
    mod: TimeMod | None, signal: str | None, expected: str
) -> None:
    text = story("It broke on Monday.").text

    assert expected == label(time(1, find(text, "Monday"), text, MON, mod=mod, signal=signal), WORDING.dates)


def test_what_has_no_date_says_so() -> None:
    text = story("It will close soon.").text

    assert label(time(1, find(text, "soon"), text, None, value="FUTURE_REF"), WORDING.dates) == "no date given"


def test_a_part_of_a_day_is_named_and_not_given_hours_that_nobody_said() -> None:
    text = story("It broke on Monday evening.").text
    evening = time(1, find(text, "Monday evening"), text, EVENING, value="2015-10-12TEV")

    assert label(evening, WORDING.dates) == "Mon 12 Oct 2015, evening"


def test_a_season_is_called_by_its_name() -> None:
    text = story("It closed this summer.").text
    summer = interval("2015-06-01", "2015-09-01", Grain.QUARTER)

    assert label(time(1, find(text, "this summer"), text, summer, value="2015-SU"), WORDING.dates) == "summer 2015"


def test_whole_months_over_two_years_are_told_as_months() -> None:
    months = interval("2018-06-01", "2021-03-01", Grain.MONTH)

    assert written(months, WORDING.dates, is_short=True) == "Jun 2018 – Feb 2021"
