"""Holidays that follow the moon."""

from datetime import date

import pytest

from reporter.dates.calendar import OffCalendar
from reporter.dates.moons import Moon, moon_day
from tests.dates.stories import only, times


@pytest.mark.parametrize(
    ("holiday", "year", "day"),
    [
        (Moon.RAMADAN_BEGINS, 2024, date(2024, 3, 11)),
        (Moon.EID_AL_FITR, 2024, date(2024, 4, 10)),
        (Moon.EID_AL_ADHA, 2024, date(2024, 6, 16)),
        (Moon.PASSOVER, 2024, date(2024, 4, 23)),
        (Moon.YOM_KIPPUR, 1973, date(1973, 10, 6)),
        (Moon.ROSH_HASHANAH, 2024, date(2024, 10, 3)),
        (Moon.HANUKKAH, 2024, date(2024, 12, 26)),
        (Moon.LUNAR_NEW_YEAR, 1968, date(1968, 1, 30)),
        (Moon.MID_AUTUMN, 2024, date(2024, 9, 17)),
        (Moon.DIWALI, 2024, date(2024, 10, 31)),
    ],
)
def test_each_table_gives_days_that_are_known(holiday: Moon, year: int, day: date) -> None:
    assert moon_day(holiday, year) == day


@pytest.mark.parametrize("holiday", list(Moon))
def test_every_holiday_has_a_day_this_decade_and_none_in_antiquity(holiday: Moon) -> None:
    assert moon_day(holiday, 2025).year == 2025
    with pytest.raises(OffCalendar):
        moon_day(holiday, 1600)


def test_a_day_that_is_sighted_may_lie_a_day_to_either_side() -> None:
    found = only("Shops were shut on Eid al-Fitr.", "2024-04-20").interval

    assert found is not None
    assert found.earliest is not None
    assert found.latest is not None
    assert (found.earliest.day, found.begin.day, found.latest.day) == (9, 10, 12)


@pytest.mark.parametrize("words", ["The ramadan lamp was lit.", "The war of Yom Kippur.", "Holi Falk sang."])
def test_what_tells_no_day_has_no_wrong_one(words: str) -> None:
    assert all(found.value is not None for found in times(words, "2024-05-02"))


def test_a_year_without_tables_leaves_the_day_open() -> None:
    assert only("The town fell on Eid al-Adha 1911.", "2024-05-02").value is None
