"""Weekdays by name."""

from reporter.dates.readings import no_time, point, repeated_point, told
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, weekday names anchored to the document's date"

RULES = (
    Rule(
        name="weekday-bare",
        pattern=r"(?P<weekday>{WEEKDAY_NAME})",
        yields=point,
        direction="the latest, the day of publication included, unless the clause looks ahead",
        source=_TIMEX,
        examples=(
            (
                "2015-11-03",
                "The ministry said on [Monday] that the road was open.",
                "2015-11-02",
                "2015-11-02",
                "2015-11-03",
            ),
            ("2015-11-03", "The court convicted him [Tuesday].", "2015-11-03", "2015-11-03", "2015-11-04"),
            ("2015-11-03", "Talks will resume on [Friday].", "2015-11-06", "2015-11-06", "2015-11-07"),
            ("2015-11-03", "The hearing is scheduled for [Thursday].", "2015-11-05", "2015-11-05", "2015-11-06"),
            ("2015-11-03", "Prices of salt hurt small bakers on [Friday].", "2015-10-30", "2015-10-30", "2015-10-31"),
            (
                "2015-11-03",
                "She was the only climber to reach the hut on [Friday].",
                "2015-10-30",
                "2015-10-30",
                "2015-10-31",
            ),
            (
                "2015-11-03",
                "He will be the first runner to start on [Friday].",
                "2015-11-06",
                "2015-11-06",
                "2015-11-07",
            ),
            (
                "2015-11-03",
                "The minister, who arrived [Saturday], left soon.",
                "2015-10-31",
                "2015-10-31",
                "2015-11-01",
            ),
        ),
        nothing=("He reads the Sunday Times at home.", "Shops opened early for Black Friday deals."),
    ),
    Rule(
        name="weekday-turn",
        pattern=r"(?:on )?(?:the )?(?P<turn>{TURN_DEICTIC}) (?P<weekday>{WEEKDAY_NAME})",
        yields=point,
        direction="as the words say",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "The bridge fell [last Thursday].", "2015-10-29", "2015-10-29", "2015-10-30"),
            ("2015-11-03", "They meet [next Monday].", "2015-11-09", "2015-11-09", "2015-11-10"),
            ("2015-11-03", "The vote is [this Friday].", "2015-11-06", "2015-11-06", "2015-11-07"),
        ),
        nothing=("The Monday Times had it last.",),
    ),
    Rule(
        name="weekday-told",
        pattern=r"(?:the )?(?P<turn>{TURN_TOLD}) (?P<weekday>{WEEKDAY_NAME})",
        yields=told(point),
        direction="from the date told last",
        source=_TIMEX,
        examples=(
            (
                "2015-11-03",
                "The ferry sank on 1 October 2015. Divers found it [the following Monday].",
                "2015-10-05",
                "2015-10-05",
                "2015-10-06",
            ),
        ),
        nothing=("The following is true.",),
    ),
    Rule(
        name="weekday-names",
        pattern=r"{WEEKDAY_NAME} (?:Times|Mirror|Telegraph|Mail|Express|Post|Herald|Sun|People|Independent|World"
        r"|Review|Star|Business Post|Tribune|Night Football|Night Live|Night Fever|school|Island|Club)"
        r"|(?:Black|Bloody|Super|Cyber|Fat|Giving|Big|Man|Girl|Ruby|Freaky|Mr\.?|Mrs\.?|Ms\.?|Miss"
        r"|Detective|Sgt\.?|Sheffield) {WEEKDAY_NAME}|{WEEKDAY_NAME} Agreement|Good Friday (?:Agreement"
        r"|Accords?|deal|peace)",
        yields=no_time,
        direction="none",
        source="titles and names that hold a weekday",
        examples=(),
        nothing=("The Sunday Mirror reported it.", "Sgt. Friday took the call.", "The Good Friday Agreement held."),
        specificity=9,
    ),
    Rule(
        name="weekday-set",
        pattern=r"(?:(?:every|each) (?:other )?(?P<weekday>{WEEKDAY_NAME})|(?P<weekday2>{WEEKDAY_MANY}))(?: "
        r"(?P<part>{PART_NAME}))?|(?P<weekday3>{WEEKDAY_NAME}) (?P<part2>{PART_MANY})",
        yields=repeated_point,
        direction="none",
        source="TIMEX3 guidelines, sets",
        examples=(
            ("2015-11-03", "The market opens [every Tuesday].", "XXXX-WXX-2", None, None),
            ("2015-11-03", "Prayers are held on [Fridays].", "XXXX-WXX-5", None, None),
            ("2015-11-03", "The choir meets [Saturday mornings].", "XXXX-WXX-6TMO", None, None),
        ),
        nothing=("Monday's vote failed every test.",),
        specificity=1,
    ),
)
