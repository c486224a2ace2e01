"""Months, days of a month, full dates."""

from reporter.dates.readings import day_again, from_library, no_time, numeric_date, point, repeated_point, told
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, calendar dates"
_WEEKDAY = r"(?:(?:{TURN_DEICTIC} )?(?P<weekday>{WEEKDAY}),? (?:the )?)?"

RULES = (
    Rule(
        name="month-day-year",
        pattern=_WEEKDAY + r"(?P<month>{MONTH}) (?:the )?(?P<day>{DAY_NUMBER}),? (?P<year>{YEAR})",
        yields=point,
        direction="absolute",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It was founded on [March 4, 1987].", "1987-03-04", "1987-03-04", "1987-03-05"),
            ("2015-11-03", "He died on [Friday, Oct. 9th, 2015].", "2015-10-09", "2015-10-09", "2015-10-10"),
        ),
        nothing=("They will march 4 miles.",),
        is_sure=True,
    ),
    Rule(
        name="day-month-year",
        pattern=_WEEKDAY + r"(?:the )?(?P<day>{DAY_NUMBER}) (?:of )?(?P<month>{MONTH}),? (?P<year>{YEAR})",
        yields=point,
        direction="absolute",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It was founded on [4 March 1987].", "1987-03-04", "1987-03-04", "1987-03-05"),
            ("2015-11-03", "signed on [the 3rd of May, 2012] in Vienna", "2012-05-03", "2012-05-03", "2012-05-04"),
        ),
        nothing=("4 may attend.",),
        is_sure=True,
    ),
    Rule(
        name="month-day",
        pattern=_WEEKDAY
        + r"(?P<month>{MONTH}) (?:the )?(?:(?P<day>{DAY_NUMBER})|(?P<ordinal>{ORDINAL})(?-i:(?! [A-Z])))(?! ?"
        r"(?:percent|per cent|%|miles))",
        yields=point,
        direction="the nearest year; tense where two are about as near",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "The vote was on [Sept. 20].", "2015-09-20", "2015-09-20", "2015-09-21"),
            ("2015-12-28", "He takes office on [January 6].", "2016-01-06", "2016-01-06", "2016-01-07"),
            ("2015-11-03", "The hearing of [Monday, Oct. 26] was short.", "2015-10-26", "2015-10-26", "2015-10-27"),
        ),
        nothing=("They may 3 times refuse.", "He may second the motion."),
    ),
    Rule(
        name="day-month",
        pattern=_WEEKDAY + r"(?:the )?(?P<day>{DAY_NUMBER}) (?:of )?(?P<month>{MONTH})",
        yields=point,
        direction="the nearest year; tense where two are about as near",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "The vote was on [20 September].", "2015-09-20", "2015-09-20", "2015-09-21"),
            ("2015-11-03", "They met on [the 9th of October].", "2015-10-09", "2015-10-09", "2015-10-10"),
        ),
        nothing=("All 20 may attend.", "The 20 march on."),
    ),
    Rule(
        name="day-again",
        pattern=r"(?:the )?(?P<day>{DIGITS})(?:st|nd|rd|th)?",
        yields=day_again,
        direction="as the day beside it",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "They met from [3] to 5 October.", "2015-10-03", "2015-10-03", "2015-10-04"),
            ("2015-11-03", "They met on October 3 and [5].", "2015-10-05", "2015-10-05", "2015-10-06"),
        ),
        nothing=("He has 3 and 5 sons.",),
        is_partial=True,
        specificity=-1,
    ),
    Rule(
        name="month-year",
        pattern=r"(?P<month>{MONTH})(?:,? of|,)? (?P<year>{YEAR})|(?P<month2>{MONTH}) ['’](?P<shortyear>\d\d)(?!\d)",
        yields=point,
        direction="absolute",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "Prices rose in [June 2013].", "2013-06", "2013-06-01", "2013-07-01"),
            ("2015-11-03", "Built in [October of 1998].", "1998-10", "1998-10-01", "1998-11-01"),
        ),
        nothing=("The summary of 1998 pages.",),
        is_sure=True,
    ),
    Rule(
        name="month-bare",
        pattern=r"(?P<month>{MONTH_NAME})",
        yields=point,
        direction="by tense, else the nearest",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "The plant closed in [August].", "2015-08", "2015-08-01", "2015-09-01"),
            ("2015-11-03", "The plant will open in [March].", "2016-03", "2016-03-01", "2016-04-01"),
        ),
        nothing=("They may appeal.", "Students march in Paris.", "April Jones spoke.", "Theresa May resigned."),
    ),
    Rule(
        name="month-turn",
        pattern=r"(?P<turn>{TURN_DEICTIC}) (?P<month>{MONTH_NAME})(?: (?P<day>{DAY_NUMBER}))?",
        yields=point,
        direction="as the words say",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "He resigned [last June].", "2015-06", "2015-06-01", "2015-07-01"),
            ("2015-11-03", "The games are [next May].", "2016-05", "2016-05-01", "2016-06-01"),
            ("2015-11-03", "Sales fell [this September].", "2015-09", "2015-09-01", "2015-10-01"),
        ),
        nothing=("At last they won in style.",),
        is_sure=True,
    ),
    Rule(
        name="month-told",
        pattern=r"the (?P<turn>{TURN_TOLD}) (?P<month>{MONTH_NAME})",
        yields=told(point),
        direction="from the date told last",
        source="TIMEX3 guidelines, dates anchored to another date",
        examples=(
            (
                "2015-11-03",
                "The bridge opened on 1 October 2012. It closed [the following May].",
                "2013-05",
                "2013-05-01",
                "2013-06-01",
            ),
        ),
        nothing=("The following may help.",),
        is_sure=True,
    ),
    Rule(
        name="month-names",
        pattern=r"(?:Mr\.?|Mrs\.?|Ms\.?|Miss|Prime Minister|Premier|Lady) {MONTH}"
        r"|{MONTH} Madness|(?:Long|Women(?:'|’)s) March|March (?:on|for|of) (?:Washington|Rome|Our|Life|Dimes)",
        yields=no_time,
        direction="none",
        source="names that hold a month",
        examples=(),
        nothing=("The March on Washington drew crowds.", "Mrs May left.", "It was March Madness again."),
        specificity=9,
    ),
    Rule(
        name="month-set",
        pattern=r"(?:every|each) (?P<month>{MONTH_NAME})(?: (?P<day>{DAY_NUMBER}))?",
        yields=repeated_point,
        direction="none",
        source="TIMEX3 guidelines, sets",
        examples=(("2015-11-03", "The fair is held [every July].", "XXXX-07", None, None),),
        nothing=("Every maypole fell.",),
        is_sure=True,
    ),
    Rule(
        name="iso-date",
        pattern=r"(?P<year>{YEAR})-(?P<month_number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?:[T ](?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\.\d{1,6})?(?P<offset>Z"
        r"|[+-]\d\d:?\d\d)?)?",
        yields=point,
        direction="absolute",
        source="ISO 8601",
        examples=(
            ("2015-11-03", "Filed on [2015-10-12].", "2015-10-12", "2015-10-12", "2015-10-13"),
            (
                "2015-11-03",
                "Logged at [2015-10-12T08:15].",
                "2015-10-12T08:15",
                "2015-10-12T08:15:00",
                "2015-10-12T08:16:00",
            ),
        ),
        nothing=("Call 2015-10-12-77.", "Part 2015-99-12 failed."),
        specificity=2,
    ),
    Rule(
        name="numeric-date",
        pattern=r"(?P<first>{DIGITS})(?P<mark>[/.-])(?P<second_number>\d{1,2})(?P=mark)(?:(?P<year>{YEAR})|"
        r"(?P<shortyear>\d\d)(?!\d))",
        yields=numeric_date,
        direction="absolute",
        source="common numeric dates; the order of month and day as the language has it",
        examples=(
            ("2015-11-03", "Dated [25/12/2014], the letter says so.", "2014-12-25", "2014-12-25", "2014-12-26"),
            ("2015-11-03", "Dated [10/13/15], the letter says so.", "2015-10-13", "2015-10-13", "2015-10-14"),
        ),
        nothing=("Version 45.13.2014 is out.", "The score was 3/4/5."),
    ),
    Rule(
        name="date-by-library",
        pattern=r"(?P<whole>(?:\d{1,2}[-./]{MONTH}[-./](?:{YEAR}|\d\d(?!\d))|{YEAR}[-./]{MONTH}[-./]\d{1,2}"
        r"|{MONTH}[-./]\d{1,2}[-./]{YEAR}|{YEAR}/\d{1,2}/\d{1,2}|{YEAR} {MONTH} \d{1,2}))",
        yields=from_library,
        direction="absolute",
        source="the date library's absolute dates",
        examples=(
            ("2015-11-03", "Stamped [12-Oct-2015] at the gate.", "2015-10-12", "2015-10-12", "2015-10-13"),
            ("2015-11-03", "Stamped [2015/10/12] at the gate.", "2015-10-12", "2015-10-12", "2015-10-13"),
        ),
        nothing=("Case 12-Octavian-2015.",),
        specificity=1,
    ),
)
