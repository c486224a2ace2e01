"""What comes round again: "daily", "every two weeks", "twice a month"."""

from reporter.dates.readings import no_time, repeated
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, sets"
_RATED = (
    r"(?:(?<=[%\d]\s)|(?<=\bhours\s)|(?<=\bdays\s)|(?<=\bmillion\s)|(?<=\bbillion\s)|(?<=\bthousand\s)|(?<=\bdollars\s)"
    r"|(?<=\beuros\s)|(?<=\bpounds\s)|(?<=\bcents\s)|(?<=\bpercent\s)|(?<=\bcent\s)|(?<=\bbarrels\s)|(?<=\btonnes\s))"
)
"""Before "a year": a sum or a quantity, so that it is a rate and not a length."""

RULES = (
    Rule(
        name="set-word",
        pattern=r"(?:(?:once|twice)[- ])?(?P<frequency>{FREQUENCY})",
        yields=repeated,
        direction="none",
        source=_TIMEX,
        examples=(("2015-11-03", "The ferry runs [daily].", "P1D", None, None),),
        nothing=("The Daily Mail wrote it.", "The dailies wrote it."),
    ),
    Rule(
        name="set-names",
        pattern=r"(?:the )?{FREQUENCY} (?:Mail|Telegraph|Express|Mirror|Star|News|Beast|Show|Times|Record"
        r"|Nation|Show|Standard|Planet)",
        yields=no_time,
        direction="none",
        source="titles that hold such a word",
        examples=(),
        nothing=("The Weekly Standard closed.",),
        specificity=9,
    ),
    Rule(
        name="set-every",
        pattern=r"(?:every|each) (?:other )?(?:(?P<number>{NUMBER}) )?(?P<unit>{UNIT})",
        yields=repeated,
        direction="none",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It meets [every two weeks].", "P2W", None, None),
            ("2015-11-03", "It meets [each month].", "P1M", None, None),
        ),
        nothing=("Each monthly paper.",),
        specificity=1,
        is_sure=True,
    ),
    Rule(
        name="set-a",
        pattern=r"(?:once|twice|{NUMBER} times|several times|many times) (?:a|an|per|each|every) (?P<unit>{UNIT_ONE})",
        yields=repeated,
        direction="none",
        source=_TIMEX,
        examples=(("2015-11-03", "She trains [twice a week].", "P1W", None, None),),
        nothing=("Twice a weekly paper.",),
        specificity=2,
    ),
    Rule(
        name="set-per",
        pattern=rf"(?:per(?! second)|{_RATED}an?) (?P<unit>{{UNIT_ONE}})",
        yields=repeated,
        direction="none",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It pumps 900 litres [per day].", "P1D", None, None),
            ("2015-11-03", "It earns $9 million [a year].", "P1Y", None, None),
        ),
        nothing=("Per diem pay.",),
        specificity=2,
    ),
)
