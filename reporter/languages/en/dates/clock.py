"""Clock times."""

from reporter.dates.readings import clocked, clocked_by_part
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, times"
_PLACE = r"(?: local time)?"
_AT = (
    r"(?:(?<=\bat\s)|(?<=\buntil\s)|(?<=\btill\s)|(?<=\bsince\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\baround\s)"
    r"|(?<=\babout\s))"
)
_DAYHALF = r"(?: (?P<dayhalf>{DAYHALF}))?"

RULES = (
    Rule(
        name="clock",
        pattern=r"{TIME_OF_DAY} ?(?P<meridiem>{MERIDIEM})(?:(?:,)? {ZONE})?" + _PLACE,
        yields=clocked,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "The blast came at [10:35 a.m.] in the port.",
                "2015-10-12T10:35",
                "2015-10-12T10:35:00",
                "2015-10-12T10:36:00",
            ),
            (
                "2015-10-12",
                "They met on Sunday until [9pm].",
                "2015-10-11T21:00",
                "2015-10-11T21:00:00",
                "2015-10-11T21:01:00",
            ),
        ),
        nothing=("It is 10.35 ampere.", "The 14 pm limit."),
        specificity=1,
    ),
    Rule(
        name="clock-zone",
        pattern=r"(?:(?P<hour2>[01]\d|2[0-4])(?P<minute2>[0-5]\d)|{TIME_OF_DAY}) ?(?:hours )?(?:{ZONE}|local time)",
        yields=clocked,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "The quake struck at [0415 GMT].",
                "2015-10-12T04:15",
                "2015-10-12T04:15:00",
                "2015-10-12T04:16:00",
            ),
            (
                "2015-10-12",
                "It docked, an hour late, [0615 local time].",
                "2015-10-12T06:15",
                "2015-10-12T06:15:00",
                "2015-10-12T06:16:00",
            ),
        ),
        nothing=("He paid 7715 GMTs.", "In 1990 local timetables were burned."),
        specificity=2,
    ),
    Rule(
        name="clock-day-half",
        pattern=r"{TIME_OF_DAY}(?: {OCLOCK})? (?P<dayhalf>{DAYHALF})"
        rf"|{_AT}(?P<hour2>{{HOUR_WORD}}) (?P<dayhalf2>{{DAYHALF}})",
        yields=clocked,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "It broke at [4 in the morning].",
                "2015-10-12T04:00",
                "2015-10-12T04:00:00",
                "2015-10-12T04:01:00",
            ),
            (
                "2015-10-12",
                "The last guests left at [eleven at night].",
                "2015-10-12T23:00",
                "2015-10-12T23:00:00",
                "2015-10-12T23:01:00",
            ),
        ),
        nothing=("All 4 in the morningside flat.", "They lost eleven at nightfall."),
        specificity=1,
    ),
    Rule(
        name="clock-bare",
        pattern=r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\bsince\s)|(?<=\bbefore\s)"
        r"|(?<=\bafter\s)|(?<=\baround\s)|(?<=\babout\s))"
        r"(?P<hour>{HOUR}):(?P<minute>[0-5]\d)(?!\d)" + _PLACE,
        yields=clocked,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "The train left at [14:05] with ten cars.",
                "2015-10-12T14:05",
                "2015-10-12T14:05:00",
                "2015-10-12T14:06:00",
            ),
        ),
        nothing=("They lost 14:05 to them.",),
    ),
    Rule(
        name="clock-oclock",
        pattern=r"(?:{TIME_OF_DAY}|(?P<hour2>{HOUR_WORD})) {OCLOCK}" + _PLACE,
        yields=clocked,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "They meet at [6 o'clock] sharp.",
                "2015-10-12T06:00",
                "2015-10-12T06:00:00",
                "2015-10-12T06:01:00",
            ),
            (
                "2015-10-12",
                "The bell rings at [nine o’clock].",
                "2015-10-12T09:00",
                "2015-10-12T09:00:00",
                "2015-10-12T09:01:00",
            ),
        ),
        nothing=("The 6 o'clocks.",),
    ),
    Rule(
        name="clock-part",
        pattern=rf"(?:(?:a )?(?P<clock_part>{{CLOCK_PART}}) (?P<clock_side>past)"
        rf"|{_AT}(?:a )?(?P<clock_part2>quarter) (?P<clock_side2>to)) {{CLOCK_HOUR}}{_DAYHALF}",
        yields=clocked_by_part,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "The doors shut at [half past nine].",
                "2015-10-12T09:30",
                "2015-10-12T09:30:00",
                "2015-10-12T09:31:00",
            ),
            (
                "2015-10-12",
                "Smoke was seen at [a quarter to six in the evening].",
                "2015-10-12T17:45",
                "2015-10-12T17:45:00",
                "2015-10-12T17:46:00",
            ),
        ),
        nothing=(
            "The share fell from a quarter to six percent.",
            "They cut it at a quarter to two million crowns.",
        ),
        specificity=1,
    ),
    Rule(
        name="clock-word",
        pattern=r"(?P<clockword>{CLOCKWORD})",
        yields=clocked,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            ("2015-10-12", "Polls close at [noon].", "2015-10-12T12:00", "2015-10-12T12:00:00", "2015-10-12T12:01:00"),
        ),
        nothing=("High noonday sun.",),
    ),
)
