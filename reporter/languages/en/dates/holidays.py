"""Holidays by name."""

from reporter.dates.readings import no_time, point
from reporter.dates.rules import Rule

RULES = (
    Rule(
        name="holiday",
        pattern=r"(?:(?P<turn>{TURN_DEICTIC}) )?(?P<holiday>{HOLIDAY})(?:,? (?P<year>{YEAR_NEAR}))?",
        yields=point,
        direction="the nearest; tense where two are about as near",
        source="TIMEX3 guidelines, holidays; the dates by public rule",
        examples=(
            ("2015-12-03", "Shops close on [Christmas Day].", "2015-12-25", "2015-12-25", "2015-12-26"),
            ("2015-11-03", "He was shot on [Good Friday 1998].", "1998-04-10", "1998-04-10", "1998-04-11"),
            ("2015-12-03", "Sales fell on [Thanksgiving].", "2015-11-26", "2015-11-26", "2015-11-27"),
            ("2024-04-15", "The truce broke on [Eid al-Fitr].", "2024-04-10", "2024-04-10", "2024-04-11"),
            ("2024-02-20", "Rail traffic peaked before [Lunar New Year].", "2024-02-10", "2024-02-10", "2024-02-11"),
            ("2023-10-20", "The war of [Yom Kippur 1973] is told again.", "1973-10-06", "1973-10-06", "1973-10-07"),
            ("2015-07-20", "The fire began on [the Fourth of July].", "2015-07-04", "2015-07-04", "2015-07-05"),
        ),
        nothing=("The Christmases of old.", "Easter Island is far.", "The Yom Kippur War began at noon."),
        specificity=2,
    ),
    Rule(
        name="holiday-names",
        pattern=r"{HOLIDAY} (?:Island|Rising|Agreement|Accords?|tree|trees|card|cards|carol|carols|market"
        r"|markets|shopping|season|present|presents|sales|turkey|bonus|party|parties|Parade|Massacre|War|Riots?|Uprising|Offensive|Gala|sermon)"
        r"|(?:Father) {HOLIDAY}",
        yields=no_time,
        direction="none",
        source="names that hold a holiday",
        examples=(),
        nothing=("The Easter Rising failed.",),
        specificity=9,
    ),
)
