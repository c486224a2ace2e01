"""Days relative to publication, or to a day told before; parts of days."""

from reporter.dates.readings import day_word, no_time, overnight, part_of_day, point, repeated_point, told_units
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, deictic days and parts of day"
_FERRY = "The ferry sank on 1 October 2015."

RULES = (
    Rule(
        name="day-word",
        pattern=r"(?:the )?(?P<day_word>{DAY_WORD})",
        yields=day_word,
        direction="as the word says",
        source=_TIMEX,
        examples=(
            ("2015-10-12", "The court rules [today].", "2015-10-12", "2015-10-12", "2015-10-13"),
            ("2015-10-12", "He left [yesterday].", "2015-10-11", "2015-10-11", "2015-10-12"),
            ("2015-10-12", "They vote [the day after tomorrow].", "2015-10-14", "2015-10-14", "2015-10-15"),
        ),
        nothing=("USA Today printed it.",),
    ),
    Rule(
        name="day-word-names",
        pattern=r"(?-i:(?:USA|India|Russia|Psychology|Pakistan|History|Physics) (?=Today)){DAY_WORD}"
        r"|{DAY_WORD}['’]s (?-i:World)"
        r"|(?-i:(?=Today)){DAY_WORD} (?:show|programme|program)(?!\w)|{TONIGHT} (?-i:Show)"
        r"|(?-i:(?<=\b[Tt]he\s)(?=T)){TONIGHT}",
        yields=no_time,
        direction="none",
        source="titles that hold a day word",
        examples=(),
        nothing=(
            "The Today programme asked him.",
            "India Today has the story.",
            "He sang on the Tonight Show.",
            "The Tonight Quiz is back.",
        ),
        specificity=9,
    ),
    Rule(
        name="part-this",
        pattern=r"(?P<part>{TONIGHT})|this (?P<part2>{PART_ONE})",
        yields=part_of_day(0),
        direction="the day of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "The council meets [tonight].",
                "2015-10-12TNI",
                "2015-10-12T18:00:00",
                "2015-10-13T06:00:00",
            ),
            ("2015-10-12", "Rain fell [this morning].", "2015-10-12TMO", "2015-10-12T00:00:00", "2015-10-12T12:00:00"),
        ),
        nothing=("This mourning has no end.",),
    ),
    Rule(
        name="part-last",
        pattern=r"last (?P<part>{PART_ONE})",
        yields=part_of_day(-1),
        direction="the day before publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "Shots were heard [last night].",
                "2015-10-11TNI",
                "2015-10-11T18:00:00",
                "2015-10-12T06:00:00",
            ),
        ),
        nothing=("It was the last nightfall.",),
    ),
    Rule(
        name="part-overnight",
        pattern=r"(?P<part>{OVERNIGHT})",
        yields=overnight,
        direction="the night before the day told or that of publication, unless the clause looks ahead",
        source=_TIMEX,
        examples=(
            ("2015-10-12", "Snow fell [overnight].", "2015-10-11TNI", "2015-10-11T18:00:00", "2015-10-12T06:00:00"),
        ),
        nothing=("The overnighters left.",),
    ),
    Rule(
        name="part-bare",
        pattern=r"(?P<part>{PART_NAME})",
        yields=point,
        direction="as the day that it is part of",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "They met [Friday evening].", "2015-10-30TEV", "2015-10-30T18:00:00", "2015-10-31T00:00:00"),
        ),
        nothing=("It was an evening of song.",),
        is_partial=True,
    ),
    Rule(
        name="part-the",
        pattern=r"(?:the|mid|late|early)[ -](?P<part>{PART_ONE})",
        yields=point,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "It began on Sunday and by [the evening] it was over.",
                "2015-10-11TEV",
                "2015-10-11T18:00:00",
                "2015-10-12T00:00:00",
            ),
        ),
        nothing=("The evenings out cost him.",),
        is_alone=True,
    ),
    Rule(
        name="part-dawn",
        pattern=r"(?P<part>{TWILIGHT})",
        yields=point,
        direction="the day of the sentence, else that of publication",
        source=_TIMEX,
        examples=(
            (
                "2015-10-12",
                "On Sunday the raid began before [dawn].",
                "2015-10-11TMO",
                "2015-10-11T00:00:00",
                "2015-10-11T12:00:00",
            ),
        ),
        nothing=("It was the dawning of an era.",),
        is_alone=True,
    ),
    Rule(
        name="part-set",
        pattern=r"(?:every|each) (?P<part>{PART_ONE})",
        yields=repeated_point,
        direction="none",
        source="TIMEX3 guidelines, sets",
        examples=(("2015-10-12", "They pray [every morning].", "XXXX-XX-XXTMO", None, None),),
        nothing=("He said good night to every man.",),
    ),
    Rule(
        name="unit-told",
        pattern=r"(?:the (?P<turn>{TURN_TOLD})|that(?: same)?) (?P<unit>{UNIT_DAYLIKE})",
        yields=told_units(0),
        direction="from the date told last",
        source="TIMEX3 guidelines, dates anchored to another date",
        examples=(
            ("2015-11-03", f"{_FERRY} It was raised [the following day].", "2015-10-02", "2015-10-02", "2015-10-03"),
            ("2015-11-03", f"{_FERRY} Another sank [that year].", "2015", "2015-01-01", "2016-01-01"),
        ),
        nothing=("In that yearly report it says so.",),
    ),
    Rule(
        name="day-before",
        pattern=r"(?:the|a) (?P<unit>{UNIT_DAYLIKE}) (?:before|earlier|previously){ENDS}",
        yields=told_units(-1),
        direction="back from the date told last",
        source="TIMEX3 guidelines, dates anchored to another date",
        examples=(
            (
                "2015-11-03",
                f"{_FERRY} It had failed a test [the day before].",
                "2015-09-30",
                "2015-09-30",
                "2015-10-01",
            ),
        ),
        nothing=("The daybreak came before them.",),
        specificity=2,
    ),
    Rule(
        name="day-after",
        pattern=r"(?:the|a) (?P<unit>{UNIT_DAYLIKE}) (?:after|later|afterwards|afterward){ENDS}",
        yields=told_units(1),
        direction="ahead from the date told last",
        source="TIMEX3 guidelines, dates anchored to another date",
        examples=(
            ("2015-11-03", f"{_FERRY} The search ended [the day after].", "2015-10-02", "2015-10-02", "2015-10-03"),
        ),
        nothing=("The daylight came after them.",),
        specificity=2,
    ),
)
