"""The stamps with which news agencies send their stories: when the words were written, wherever they are printed."""

import re
from datetime import date, time

from reporter.ingest.layout import Calendar
from reporter.ingest.moments import Moment

_ANPA = re.compile(
    r"[A-Z]{2,4}-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) "
    r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>[A-Z]{0,4})"
)
_IPTC = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?(?P<zone>GMT|UTC|Z)? ?(?P<name>[A-Za-z]{3}) ?"
    r"(?P<other>GMT |UTC )?(?P<year>\d\d)(?P<last>GMT|UTC)?"
)
_PIVOT = 70
"""Agencies have sent electronically since the 1970s: "70" and above are years of the last century."""


def read_stamp(text: str, calendar: Calendar) -> Moment | None:
    """The moment that an agency's stamp tells; None for what is no stamp, or tells no moment.

    Two standards are read: the trailer line of ANPA 1312 (month, day, year, clock, zone) and the post-text of
    IPTC 7901 (day and clock in one number, month, year; in UTC where no zone stands).

    >>> from reporter.languages.en.layout import LAYOUT
    >>> read_stamp("XP-NY-05-14-24 1840EDT", LAYOUT.calendar).placed(None)[0].isoformat()
    '2024-05-14T18:40:00-04:00'
    >>> read_stamp("141840 GMT MAY 24", LAYOUT.calendar).placed(None)[0].isoformat()
    '2024-05-14T18:40:00+00:00'
    """
    words = " ".join(text.split())
    if found := _ANPA.fullmatch(words):
        month = int(found["month"])
        zones = calendar.zones.get(found["zone"].casefold(), ())
    elif found := _IPTC.fullmatch(words):
        month = calendar.months.get(found["name"].casefold(), 0)
        zones = ("UTC",)
    else:
        return None
    short = int(found["year"])
    try:
        day = date(short + (1900 if short >= _PIVOT else 2000), month, int(found["day"]))
        clock = time(int(found["hour"]), int(found["minute"]))
    except ValueError:
        return None
    return Moment(
        day=day,
        clock=clock,
        zone=zones[0] if len(zones) == 1 else None,
        zone_choices=zones if len(zones) > 1 else (),
    )
