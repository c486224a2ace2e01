"""Counted steps: "two years ago", "three days later", "a week from now"."""

from reporter.dates.readings import counted, counted_compared, counted_to_day, told
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, dates at a distance from the document's date or another date"
_AMOUNT = r"(?:(?P<number>{COUNT})(?P<half> and a half)?|{SOME}) (?:{MORE} )?(?P<unit>{UNIT})(?P<half2> and a half)?"
_OPEN = r"(?P<unit2>{UNIT_MANY})"

RULES = (
    Rule(
        name="units-ago",
        pattern=rf"(?:{_AMOUNT}|{_OPEN})(?: or (?:so|more))? (?:ago|back(?=[,.;]))",
        yields=counted(-1),
        direction="back from publication",
        source=_TIMEX,
        examples=(
            ("2015-10-14", "He left [two years ago].", "2013", "2013-01-01", "2014-01-01"),
            ("2015-10-14", "He left [three days ago].", "2015-10-11", "2015-10-11", "2015-10-12"),
            ("2015-10-14", "It was sold [a month ago].", "2015-09", "2015-09-01", "2015-10-01"),
            ("2015-10-14", "He left [several years ago].", "PAST_REF", None, None),
            ("2015-10-14", "He left [a year and a half ago].", "2014-04", "2014-04-01", "2014-05-01"),
        ),
        nothing=("Two years agony.",),
        is_sure=True,
        specificity=2,
    ),
    Rule(
        name="units-earlier",
        pattern=rf"(?:{_AMOUNT}|{_OPEN}) (?:earlier|before{{ENDS}}|previously|prior{{ENDS}})",
        yields=told(counted(-1)),
        direction="back from the date told last",
        source=_TIMEX,
        examples=(
            (
                "2015-11-03",
                "The ferry sank on 1 October 2015. It had failed a test [two days earlier].",
                "2015-09-29",
                "2015-09-29",
                "2015-09-30",
            ),
        ),
        nothing=("Two days before the vote he fell ill.",),
        is_sure=True,
        specificity=2,
    ),
    Rule(
        name="units-later",
        pattern=rf"(?:{_AMOUNT}|{_OPEN}) (?:later|after{{ENDS}}|afterwards?|thereafter)",
        yields=told(counted(1)),
        direction="ahead from the date told last",
        source=_TIMEX,
        examples=(
            (
                "2015-11-03",
                "The ferry sank on 1 October 2015. It was raised [two weeks later].",
                "2015-W42",
                "2015-10-12",
                "2015-10-19",
            ),
            (
                "2015-11-03",
                "He was hurt on 4 May 2015 and died [three days later].",
                "2015-05-07",
                "2015-05-07",
                "2015-05-08",
            ),
        ),
        nothing=("Two weeks after the vote he fell ill.",),
        is_sure=True,
        specificity=2,
    ),
    Rule(
        name="year-compared",
        pattern=r"(?P<number>an?|one) (?P<unit>{UNIT_COMPARED}) (?:earlier|ago|before{ENDS})",
        yields=counted_compared,
        direction="back from the period that the sentence compares, else from publication",
        source=_TIMEX,
        examples=(
            (
                "2015-11-03",
                "Profit rose 4 percent in the third quarter from [a year earlier].",
                "2014-Q3",
                "2014-07-01",
                "2014-10-01",
            ),
        ),
        nothing=("A yearling earlier won.",),
        specificity=3,
    ),
    Rule(
        name="units-from-now",
        pattern=rf"{_AMOUNT} (?:from now|hence)",
        yields=counted(1),
        direction="ahead from publication",
        source=_TIMEX,
        examples=(("2015-10-14", "It will be gone [five years from now].", "2020", "2020-01-01", "2021-01-01"),),
        nothing=("Five years from the start it broke.",),
        is_sure=True,
        specificity=2,
    ),
    Rule(
        name="units-from-today",
        pattern=rf"{_AMOUNT} from today",
        yields=counted_to_day(1),
        direction="ahead from publication, to the day",
        source=_TIMEX,
        examples=(("2015-10-14", "The ban ends [two weeks from today].", "2015-10-28", "2015-10-28", "2015-10-29"),),
        nothing=("Two weeks of rain kept him from today's race.",),
        is_sure=True,
        specificity=2,
    ),
    Rule(
        name="units-ago-today",
        pattern=rf"{_AMOUNT} ago (?:today|to the day)",
        yields=counted_to_day(-1),
        direction="back from publication, to the day",
        source=_TIMEX,
        examples=(("2015-10-14", "The mill burned [ten years ago today].", "2005-10-14", "2005-10-14", "2005-10-15"),),
        nothing=("Ten years ago he left.",),
        is_sure=True,
        specificity=3,
    ),
)
