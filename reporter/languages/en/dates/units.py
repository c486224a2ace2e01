"""Weeks, months, quarters, halves, seasons, years: named by "last", "this", "next", by number, or as told before."""

from reporter.dates.meanings import Unit
from reporter.dates.readings import (
    compared,
    definite_units,
    edge,
    length,
    numbered,
    ordinal_part,
    point,
    repeated_point,
    shifted,
    told,
)
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, calendar units relative to the document's date"
FIGURES = frozenset(
    {"deficit", "dividend", "earning", "earnings", "export", "gdp", "import", "income", "inflation", "margin", "output"}
    | {"production", "profit", "revenue", "sale", "sales", "shipment", "spending", "turnover"}
)
"""What business copy counts by the half-year."""
_KIND = r"(?:(?:calendar|fiscal|financial|business|trading|full) )?"

RULES = (
    Rule(
        name="unit-turn",
        pattern=r"(?:the )?(?P<turn>{TURN_UNIT}) " + _KIND + r"(?P<unit>{UNIT_CALENDAR})",
        yields=shifted,
        direction="as the words say",
        source=_TIMEX,
        examples=(
            ("2015-10-14", "It rained all [last week].", "2015-W41", "2015-10-05", "2015-10-12"),
            ("2015-10-14", "Sales rose [this month].", "2015-10", "2015-10-01", "2015-11-01"),
            ("2015-10-14", "He retires [next year].", "2016", "2016-01-01", "2017-01-01"),
            ("2015-10-14", "Profit fell in [the current quarter].", "2015-Q4", "2015-10-01", "2016-01-01"),
        ),
        nothing=("His last yearbook sold.", "This weekly paper closed."),
    ),
    Rule(
        name="unit-latest",
        pattern=r"the (?:latest|most recent|just-ended) " + _KIND + r"(?P<unit>{UNIT_CALENDAR})",
        yields=definite_units,
        direction="the one told last, else the one of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-11-14",
                "In the third quarter of 2015 sales rose; in [the latest quarter] costs rose too.",
                "2015-Q3",
                "2015-07-01",
                "2015-10-01",
            ),
        ),
        nothing=("The latest yearling won.",),
    ),
    Rule(
        name="unit-the",
        pattern=r"the "
        + _KIND
        + r"(?P<unit>{UNIT_REPORTED})(?!-| (?:old|end|ago|earlier|before|later|after|of|to|that|when|in))",
        yields=definite_units,
        direction="the one told last, else the one of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-11-14",
                "In the third quarter of 2014 sales rose. For [the quarter] costs rose too.",
                "2014-Q3",
                "2014-07-01",
                "2014-10-01",
            ),
        ),
        nothing=("The yearly fair opens.", "The quarterback ran.", "The quarter-finals were dull."),
    ),
    Rule(
        name="unit-closed",
        pattern=r"(?:(?<=\bended\s)|(?<=\bends\s)|(?<=\bend\s)|(?<=\bclosed\s)|(?<=\bfinished\s)|(?<=\bbegan\s)"
        r"|(?<=\bstarted\s)|(?<=\bopened\s))the (?P<unit>{UNIT_CALENDAR})(?=,|\.| (?:with|on|at|up|down|by|in the|\d))",
        yields=definite_units,
        direction="the one of publication; in narrative the one told last",
        source=_TIMEX,
        examples=(
            ("2015-10-16", "The fund ended [the week] 3 percent lower.", "2015-W42", "2015-10-12", "2015-10-19"),
        ),
        nothing=("They ended the weekly sale.", "He closed the century-old mill."),
        specificity=1,
    ),
    Rule(
        name="unit-the-partial",
        pattern=r"(?P<unit>{UNIT_CALENDAR})",
        yields=definite_units,
        direction="the one of publication; in narrative the one told last",
        source=_TIMEX,
        examples=(("2015-11-14", "He leaves at [the end of the month].", "2015-11", "2015-11-01", "2015-12-01"),),
        nothing=("It was the month of his life.",),
        is_partial=True,
    ),
    Rule(
        name="weekend",
        pattern=r"(?:the )?(?:(?P<turn>{TURN_DEICTIC}) )(?P<weekend>{WEEKEND})|the (?P<weekend2>{WEEKEND})",
        yields=point,
        direction="the latest, unless the clause looks ahead or the words say otherwise",
        source=_TIMEX,
        examples=(
            ("2015-10-14", "Two men were shot over [the weekend].", "2015-W41-WE", "2015-10-10", "2015-10-12"),
            ("2015-10-14", "The fair will open at [the weekend].", "2015-W42-WE", "2015-10-17", "2015-10-19"),
            ("2015-10-14", "They play [next weekend].", "2015-W43-WE", "2015-10-24", "2015-10-26"),
        ),
        nothing=("The weekender paid.",),
        specificity=1,
    ),
    Rule(
        name="quarter",
        pattern=r"(?:(?:the )?(?:(?P<year>{YEAR_NEAR})(?:'s|’s)? )?(?P<fiscal>fiscal )?(?P<quarter>{QUARTER}) "
        r"|(?P<quarter2>{QUARTER})-)"
        r"{QUARTER_WORD}(?:,? (?:of )?(?P<year2>{YEAR_NEAR}))?",
        yields=point,
        direction="the latest, unless the clause looks ahead",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "Profit rose in [the third quarter].", "2015-Q3", "2015-07-01", "2015-10-01"),
            ("2015-11-03", "[Second-quarter] profit fell.", "2015-Q2", "2015-04-01", "2015-07-01"),
            ("2015-11-03", "Profit fell in [the first quarter of 2014].", "2014-Q1", "2014-01-01", "2014-04-01"),
        ),
        nothing=("The fourth quarterback left.",),
        is_sure=True,
        specificity=1,
    ),
    Rule(
        name="quarter-short",
        pattern=r"(?P<quarter_short>{QUARTER_SHORT})(?: (?:of )?(?P<year>{YEAR_NEAR}))?",
        yields=point,
        direction="the latest, unless the clause looks ahead",
        source=_TIMEX,
        examples=(("2015-11-03", "Sales in [Q3 2014] fell.", "2014-Q3", "2014-07-01", "2014-10-01"),),
        nothing=("Q5 is a model.",),
    ),
    Rule(
        name="quarter-compared",
        pattern=r"(?:the )?(?:comparable |corresponding |same )?(?:year-ago|year-earlier) (?:fiscal )?"
        r"(?:{QUARTER} )?{COMPARED_WORD}|{UNIT_COMPARED}-(?:ago|earlier)|the same {COMPARED_WORD} (?:a"
        r"|one) year (?:ago|earlier)",
        yields=compared(Unit.YEAR, -1),
        direction="a year back from the period that the sentence compares",
        source=_TIMEX,
        examples=(
            (
                "2015-11-03",
                "Profit rose in the third quarter from $2 million in [the year-ago period].",
                "2014-Q3",
                "2014-07-01",
                "2014-10-01",
            ),
        ),
        nothing=("The year-round period is long.",),
        specificity=2,
    ),
    Rule(
        name="half",
        pattern=r"(?:the )?(?P<half>{HALF})[ -]{HALF_WORD}",
        yields=point,
        direction="as what it is half of",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "Imports rose in [the first half of 2014].", "2014-H1", "2014-01-01", "2014-07-01"),
            ("2015-11-03", "Imports rose in [the second half of last year].", "2014-H2", "2014-07-01", "2015-01-01"),
        ),
        nothing=("The first half of the game was dull.",),
        is_sure=True,
        is_partial=True,
    ),
    Rule(
        name="half-reported",
        pattern=r"(?:the )?(?P<half>{HALF})[ -]{HALF_WORD}(?! of(?!\w))",
        yields=point,
        direction="by tense, else the nearest",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "Revenue grew 5 percent in [the first half].", "2015-H1", "2015-01-01", "2015-07-01"),
            ("2015-08-03", "The miller posted a [first-half] profit.", "2015-H1", "2015-01-01", "2015-07-01"),
        ),
        nothing=("He scored twice in the first half.", "Sales rose in the first half of the show."),
        is_sure=True,
        specificity=1,
        beside=FIGURES,
    ),
    Rule(
        name="stretch-first",
        pattern=r"the first (?P<number>{NUMBER}) (?P<unit>{UNIT_MANY})",
        yields=ordinal_part,
        direction="none",
        source="TIMEX3 guidelines, durations",
        examples=(("2015-11-03", "In [the first nine months] exports fell.", "P9M", None, None),),
        nothing=("The first nine monthly reports.",),
        is_sure=True,
        specificity=1,
    ),
    Rule(
        name="stretch-open",
        pattern=r"the (?:first|early(?! hours)|last|final|closing|opening) (?P<unit>{UNIT_MANY})(?= of)",
        yields=length,
        direction="none",
        source="TIMEX3 guidelines, durations",
        examples=(("2015-11-03", "He fell in [the last days] of the war.", "PXD", None, None),),
        nothing=("The first dayworkers of the farm.",),
        is_sure=True,
        specificity=1,
    ),
    Rule(
        name="unit-numbered",
        pattern=r"the (?P<ordinal>{ORDINAL}) (?P<unit>{UNIT_DAYLIKE})",
        yields=numbered,
        direction="as what it is part of",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "He came in [the first week of June 2014].", "2014-W22", "2014-05-26", "2014-06-02"),
            ("2015-11-03", "He came on [the last day of 2014].", "2014-12-31", "2014-12-31", "2015-01-01"),
        ),
        nothing=("The first weekly paper.", "It was the first day."),
        is_partial=True,
        is_sure=True,
    ),
    Rule(
        name="season",
        pattern=r"(?:the )?(?P<season>{SEASON_ONE})(?:,? (?:of )?(?P<year>{YEAR_NEAR}))",
        yields=point,
        direction="absolute",
        source=_TIMEX,
        examples=(("2015-11-03", "They wed in [the summer of 1998].", "1998-SU", "1998-06-01", "1998-09-01"),),
        nothing=("The summer house of the poet.",),
        is_sure=True,
        specificity=1,
    ),
    Rule(
        name="season-partial",
        pattern=r"(?:the )?(?P<season>{SEASON_ONE})",
        yields=point,
        direction="as the year beside it",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It froze in [the winter of nineteen eighty-four].", "1984-WI", "1984-12-01", "1985-03-01"),
        ),
        nothing=("The spring of the watch broke.",),
        is_partial=True,
    ),
    Rule(
        name="season-turn",
        pattern=r"(?:the )?(?P<turn>{TURN_DEICTIC}) (?P<season>{SEASON_ONE})",
        yields=point,
        direction="as the words say",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It burned [last summer].", "2015-SU", "2015-06-01", "2015-09-01"),
            ("2015-11-03", "It reopens [next spring].", "2016-SP", "2016-03-01", "2016-06-01"),
        ),
        nothing=("The last springbok died.",),
        specificity=1,
    ),
    Rule(
        name="season-told",
        pattern=r"the (?P<turn>{TURN_TOLD}) (?P<season>{SEASON_ONE})",
        yields=told(point),
        direction="from the date told last",
        source="TIMEX3 guidelines, dates anchored to another date",
        examples=(
            (
                "2015-11-03",
                "The bridge opened on 1 October 2012. It closed [the following spring].",
                "2013-SP",
                "2013-03-01",
                "2013-06-01",
            ),
            (
                "2015-11-03",
                "The bridge opened in 2012. It closed [the following winter].",
                "2013-WI",
                "2013-12-01",
                "2014-03-01",
            ),
        ),
        nothing=("The following springboards broke.",),
        is_sure=True,
    ),
    Rule(
        name="season-bare",
        pattern=r"(?:(?<=\bin\s)|(?<=\bthis\s)|(?<=\bearly\s)|(?<=\blate\s)|(?<=\bby\s)|(?<=\bsince\s)"
        r"|(?<=\buntil\s)|(?<=\bduring\s))"
        r"(?:the )?(?P<season>{SEASON_ONE})(?! of [a-z])",
        yields=point,
        direction="by tense, else the nearest",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "The lake dried up in [the summer].", "2015-SU", "2015-06-01", "2015-09-01"),
            ("2015-11-03", "The lake will flood in [spring].", "2016-SP", "2016-03-01", "2016-06-01"),
        ),
        nothing=("Since the fall of the city he hid.", "Prices fall in value."),
    ),
    Rule(
        name="season-the",
        pattern=r"the (?P<season>{SEASON_CLEAR})(?! of [a-z])(?! (?:house|camp|school|games|olympics|palace"
        r"|resort|break))",
        yields=point,
        direction="by tense, else the nearest",
        source=_TIMEX,
        examples=(("2015-11-03", "They sold most over [the summer].", "2015-SU", "2015-06-01", "2015-09-01"),),
        nothing=("The summer camp opened.", "The winter of discontent came."),
        is_alone=True,
    ),
    Rule(
        name="season-set",
        pattern=r"(?:every|each) (?P<season>{SEASON_ONE})",
        yields=repeated_point,
        direction="none",
        source="TIMEX3 guidelines, sets",
        examples=(("2015-11-03", "It floods [every winter].", "XXXX-WI", None, None),),
        nothing=("Every winterised car.",),
        is_sure=True,
    ),
    Rule(
        name="year-end",
        pattern=r"(?:the )?(?P<unit>{UNIT_ENDED})[- ]end",
        yields=edge("end"),
        direction="that of the year of publication",
        source=_TIMEX,
        examples=(("2015-11-03", "It will be sold by [year-end].", "2015-12-31", "2015-12-31", "2016-01-01"),),
        nothing=("A dead-end street.",),
        specificity=1,
    ),
)
