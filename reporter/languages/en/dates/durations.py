"""Lengths of time: counted, vague, rolling."""

from reporter.dates.readings import length, length_half, length_one, length_turned
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, durations"
_AGE = r"(?![ -]old)(?!['’]s old)"

RULES = (
    Rule(
        name="length",
        pattern=r"(?:(?:the|these|those|another|all|every one of) )?(?P<number>{NUMBER})"
        r"(?P<half> and a half)? (?:{MORE} ){0,2}(?P<unit>{UNIT})(?P<half2> and a half)?" + _AGE,
        yields=length,
        direction="none",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "The siege lasted [12 days].", "P12D", None, None),
            ("2015-11-03", "He served [two and a half years].", "P2.5Y", None, None),
            ("2015-11-03", "He waited [twenty-four hours].", "PT24H", None, None),
        ),
        nothing=("She is 35 years old.", "The 2.5 seconds passed."),
        is_sure=True,
    ),
    Rule(
        name="length-one",
        pattern=r"(?:an?|another|one) (?:{MORE} )?(?P<unit>{UNIT_SINGLE})(?P<half> and a half)?" + _AGE,
        yields=length_one,
        direction="none",
        source=_TIMEX,
        examples=(("2015-11-03", "The trial took [a month].", "P1M", None, None),),
        nothing=("A monthly magazine.", "A second man was held."),
    ),
    Rule(
        name="length-half",
        pattern=r"(?:half an?|a half|half-an?) ?-?(?P<unit>{UNIT_HALVED})",
        yields=length_half,
        direction="none",
        source=_TIMEX,
        examples=(("2015-11-03", "The talk took [half an hour].", "PT30M", None, None),),
        nothing=("Half an hourly wage.",),
        specificity=1,
    ),
    Rule(
        name="length-hyphen",
        pattern=r"(?:(?P<number>{NUMBER})|an?|half)-(?P<unit>{UNIT_ONE})(?:-long)?(?![ -]old)|"
        r"(?P<unit2>{UNIT_ONE})-long",
        yields=length_one,
        direction="none",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It was a [two-day] visit.", "P2D", None, None),
            ("2015-11-03", "The [12-hour] siege ended.", "PT12H", None, None),
            ("2015-11-03", "After a [week-long] strike they met.", "P1W", None, None),
        ),
        nothing=("The 12-year-old boy ran.", "A two-dayer."),
        is_sure=True,
        specificity=1,
    ),
    Rule(
        name="length-open",
        pattern=r"{SOME} (?:{MORE} )?(?P<unit>{UNIT_MANY})"
        + _AGE
        + r"|{SOME}-(?P<unit3>{UNIT_ONE})|(?P<unit2>{UNIT_MANY})-long",
        yields=length,
        direction="none",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It took [several months].", "PXM", None, None),
            ("2015-11-03", "The [decades-long] war ended.", "PXDE", None, None),
        ),
        nothing=("Several monthly papers.",),
        is_sure=True,
    ),
    Rule(
        name="length-bare",
        pattern=r"(?:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bwithin\s)|(?<=\bover\s)|(?<=\btook\s)|(?<=\btake\s)"
        r"|(?<=\bof\s)|(?<=\bafter\s)|(?<=\blasted\s)|(?<=\bspent\s))"
        r"(?P<unit>{UNIT_MANY})"
        + _AGE
        + r"|(?<=\bthe\s)(?P<unit2>{UNIT_MANY})(?= (?:before|after|since|following|leading)(?!\w))",
        yields=length,
        direction="none",
        source=_TIMEX,
        examples=(("2015-11-03", "They fought for [years].", "PXY", None, None),),
        nothing=("Years passed him by unseen.",),
    ),
    Rule(
        name="past-n-units",
        pattern=r"(?:the |these )?(?P<turn>{TURN_LENGTH}) (?:(?P<number>{NUMBER})(?P<half> and a half)?"
        r"|{SOME}) (?:{MORE} )?(?P<unit>{UNIT})",
        yields=length,
        direction="from or to publication, as the words say",
        source="TIMEX3 guidelines, durations with an anchor",
        examples=(
            ("2015-10-12", "It hit 53 targets in [the past 24 hours].", "PT24H", "2015-10-11", "2015-10-12"),
            ("2015-10-12", "He will stay for [the next two weeks].", "P2W", "2015-10-12", "2015-10-26"),
            ("2015-10-12", "Prices rose over [the last few months].", "PXM", None, None),
        ),
        nothing=("The past 24 hourly reports.",),
        is_sure=True,
        specificity=2,
    ),
    Rule(
        name="past-unit",
        pattern=r"the past (?P<unit>{UNIT_ONE})",
        yields=length_turned(-1),
        direction="back from publication",
        source="TIMEX3 guidelines, durations with an anchor",
        examples=(("2015-10-12", "Over [the past week] it rained.", "P1W", "2015-10-05", "2015-10-12"),),
        nothing=("The past weekly paper.",),
        is_sure=True,
        specificity=2,
    ),
)
