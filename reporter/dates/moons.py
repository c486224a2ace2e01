"""Holidays that follow the moon, by the tables of the library `holidays`; slow to import, so asked only when named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache

from reporter.dates.calendar import OffCalendar


class Moon(StrEnum):
    """The holidays that are read, by what names them in the tables of a language."""

    RAMADAN_BEGINS = "ramadan begins"
    EID_AL_FITR = "eid al-fitr"
    EID_AL_ADHA = "eid al-adha"
    ASHURA = "ashura"
    MAWLID = "mawlid"
    PASSOVER = "passover"
    PURIM = "purim"
    ROSH_HASHANAH = "rosh hashanah"
    YOM_KIPPUR = "yom kippur"
    HANUKKAH = "hanukkah"
    LUNAR_NEW_YEAR = "lunar new year"
    MID_AUTUMN = "mid-autumn"
    DRAGON_BOAT = "dragon boat"
    DIWALI = "diwali"
    HOLI = "holi"


SIGHTED = frozenset({Moon.RAMADAN_BEGINS, Moon.EID_AL_FITR, Moon.EID_AL_ADHA, Moon.ASHURA, Moon.MAWLID})
"""Those that begin where the new moon is seen: a day earlier or later than the tables say, from country to country."""


@lru_cache(maxsize=256)
def moon_day(holiday: Moon, year: int) -> date:
    """The day of `holiday` in `year`, its first in the Gregorian year where it comes twice.

    Jewish days are those of the calendar; the feast begins on the evening before. Raises OffCalendar for a year that
    the tables do not reach (1924 to 2077 for Islamic days, 1901 to 2099 for the others), or that has none.
    """
    days = sorted(day for day in _TABLES[holiday](year) if day is not None and day.year == year)
    if not days:
        raise OffCalendar(f"{holiday} has no day in {year}")
    return days[0]


def _islamic(name: str) -> Callable[[int], Iterable[date | None]]:
    def days(year: int) -> Iterable[date | None]:
        from holidays.calendars.islamic import _IslamicLunar

        return [day for day, _ in getattr(_IslamicLunar(), f"{name}_dates")(year)]

    return days


def _hebrew(name: str) -> Callable[[int], Iterable[date | None]]:
    def days(year: int) -> Iterable[date | None]:
        from holidays.calendars.hebrew import _HebrewLunisolar

        found = getattr(_HebrewLunisolar(), f"{name}_date")(year)
        return found if isinstance(found, set) else [found]

    return days


def _chinese(name: str) -> Callable[[int], Iterable[date | None]]:
    def days(year: int) -> Iterable[date | None]:
        from holidays.calendars.chinese import _ChineseLunisolar

        return [getattr(_ChineseLunisolar(), f"{name}_date")(year)[0]]

    return days


def _hindu(name: str) -> Callable[[int], Iterable[date | None]]:
    def days(year: int) -> Iterable[date | None]:
        from holidays.calendars.hindu import _HinduLunisolar

        return [getattr(_HinduLunisolar(), f"{name}_date")(year)[0]]

    return days


_TABLES: dict[Moon, Callable[[int], Iterable[date | None]]] = {
    Moon.RAMADAN_BEGINS: _islamic("ramadan_beginning"),
    Moon.EID_AL_FITR: _islamic("eid_al_fitr"),
    Moon.EID_AL_ADHA: _islamic("eid_al_adha"),
    Moon.ASHURA: _islamic("ashura"),
    Moon.MAWLID: _islamic("mawlid"),
    Moon.PASSOVER: _hebrew("passover"),
    Moon.PURIM: _hebrew("purim"),
    Moon.ROSH_HASHANAH: _hebrew("rosh_hashanah"),
    Moon.YOM_KIPPUR: _hebrew("yom_kippur"),
    Moon.HANUKKAH: _hebrew("hanukkah"),
    Moon.LUNAR_NEW_YEAR: _chinese("lunar_new_year"),
    Moon.MID_AUTUMN: _chinese("mid_autumn"),
    Moon.DRAGON_BOAT: _chinese("dragon_boat"),
    Moon.DIWALI: _hindu("diwali_india"),
    Moon.HOLI: _hindu("holi"),
}
