"""Holidays that follow the moon, as English news spells them."""

from reporter.dates.meanings import Holiday
from reporter.dates.moons import Moon

_SPELLINGS = {
    Moon.RAMADAN_BEGINS: (
        "the start of ramadan",
        "the beginning of ramadan",
        "the first day of ramadan",
        "the start of the holy month of ramadan",
        "the beginning of the holy month of ramadan",
    ),
    Moon.EID_AL_FITR: (
        "eid al-fitr",
        "eid al fitr",
        "eid ul-fitr",
        "eid-ul-fitr",
        "idul fitri",
        "hari raya aidilfitri",
    ),
    Moon.EID_AL_ADHA: ("eid al-adha", "eid al adha", "eid ul-adha", "eid-ul-adha", "eid-al-adha", "bakrid"),
    Moon.ASHURA: ("ashura", "ashoura"),
    Moon.MAWLID: ("mawlid", "maulid", "eid milad-un-nabi"),
    Moon.PASSOVER: ("passover",),
    Moon.PURIM: ("purim",),
    Moon.ROSH_HASHANAH: ("rosh hashanah", "rosh hashana"),
    Moon.YOM_KIPPUR: ("yom kippur",),
    Moon.HANUKKAH: ("hanukkah", "chanukah", "hanukah"),
    Moon.LUNAR_NEW_YEAR: (
        "lunar new year's day",
        "lunar new year’s day",
        "lunar new year",
        "chinese new year",
        "the lunar new year",
        "the chinese new year",
    ),
    Moon.MID_AUTUMN: ("mid-autumn festival", "the mid-autumn festival"),
    Moon.DRAGON_BOAT: ("dragon boat festival", "the dragon boat festival"),
    Moon.DIWALI: ("diwali", "deepavali"),
    Moon.HOLI: ("holi",),
}

MOON_HOLIDAYS = {spelling: Holiday(moon=moon) for moon, spellings in _SPELLINGS.items() for spelling in spellings}
