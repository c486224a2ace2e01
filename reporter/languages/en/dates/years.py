"""Years, decades, centuries, fiscal years."""

from reporter.dates.readings import century, decade, named_year, point, short_year, spelled_year
from reporter.dates.rules import Rule

_TIMEX = "TIMEX3 guidelines, years and larger"
_NOT_COUNTED = (
    r"(?! (?:people|men|women|children|troops|soldiers|dollars|euros|pounds|miles|kilomet(?:er|re)s|met(?:er|re)s|feet"
    r"|tons|tonnes|votes|shares|points|jobs|workers|employees|homes|houses|km|kg|GMT|UTC|hours|local time(?!\w)))"
)
_LEADS = (
    r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\bto\s)|(?<=\band\s)|(?<=\bsince\s)|(?<=\bfrom\s)|(?<=\buntil\s)"
    r"|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bbetween\s)|(?<=\bearly\s)|(?<=\blate\s)|(?<=\bcirca\s)|(?<=\bca\.\s)"
    r"|(?<=\bduring\s)|(?<=\byear\s)|(?<=\()"
    r"|(?<=\b\d{4},\s)(?=\d{4}(?:,? (?:and|or) |, )\d{4}(?!\d)))"
)

RULES = (
    Rule(
        name="year",
        pattern=r"(?:the year )?(?P<year>{YEAR_NEAR})(?![-–](?:year|\d{1,2}[-–]\d))" + _NOT_COUNTED,
        yields=point,
        direction="absolute",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "He was born in [1961].", "1961", "1961-01-01", "1962-01-01"),
            ("2015-11-03", "The plan runs to [2030].", "2030", "2030-01-01", "2031-01-01"),
        ),
        nothing=("The price is $1998.", "About 2000 people came.", "It cost 1,998 euros.", "He ran 2000.5 laps."),
        is_alone=True,
    ),
    Rule(
        name="year-far",
        pattern=_LEADS + r"(?P<year>{YEAR})(?![-–](?:year|\d{1,2}[-–]\d))" + _NOT_COUNTED,
        yields=point,
        direction="absolute",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "The castle was built in [1342].", "1342", "1342-01-01", "1343-01-01"),
            ("2015-11-03", "Locusts came in 1415, [1416] and 1418.", "1416", "1416-01-01", "1417-01-01"),
        ),
        nothing=("In all, 1342 people came.", "in 1342 homes"),
    ),
    Rule(
        name="year-before-era",
        pattern=r"(?P<year>{DIGITS}) (?P<before_era>{ERA})",
        yields=point,
        direction="absolute",
        source=_TIMEX,
        examples=(("2015-11-03", "The city fell in [480 BC].", "BC0480", None, None),),
        nothing=("480 BCs were sold.",),
    ),
    Rule(
        name="decade",
        pattern=r"(?:the )?(?:(?P<digits>{YEAR})(?:s|'s|’s)|['‘’](?P<digits2>{DIGITS})(?:s|'s|’s)"
        r"|(?<=\bthe\s)(?P<digits3>{DIGITS})s)"
        r"(?: (?P<before_era>{ERA}))?",
        yields=decade,
        direction="absolute",
        source=_TIMEX,
        examples=(
            ("2015-11-03", "It was legal in [the 1970s].", "197", "1970-01-01", "1980-01-01"),
            ("2015-11-03", "He sang in [the '80s].", "198", "1980-01-01", "1990-01-01"),
        ),
        nothing=("He is in his 70s.", "A 1975s model."),
        specificity=1,
    ),
    Rule(
        name="decade-name",
        pattern=r"(?:the )(?:(?:nineteen|eighteen)[ -])?(?P<decadename>{DECADENAME})",
        yields=decade,
        direction="absolute",
        source=_TIMEX,
        examples=(("2015-11-03", "Hats were worn in [the fifties].", "195", "1950-01-01", "1960-01-01"),),
        nothing=("She is in her fifties.",),
    ),
    Rule(
        name="century",
        pattern=r"(?:(?:the )?(?P<ordinal>{ORDINAL}) {UNIT_CENTURY}(?: (?P<before_era>{ERA}))?"
        r"|(?P<ordinal2>{ORDINAL})-{UNIT_CENTURY})",
        yields=century,
        direction="absolute",
        source=_TIMEX,
        examples=(("2015-11-03", "The wall is from [the 16th century].", "15", "1500-01-01", "1600-01-01"),),
        nothing=("The last centurion left.",),
        is_sure=True,
        specificity=1,
    ),
    Rule(
        name="year-spelled",
        pattern=r"(?:the year )?(?P<hundreds>{HUNDREDS})[ -](?P<rest>{NUMBER_WORDS})",
        yields=spelled_year,
        direction="absolute",
        source=_TIMEX,
        examples=(("2015-11-03", "It fell in [nineteen eighty-nine].", "1989", "1989-01-01", "1990-01-01"),),
        nothing=("He bought twenty-four eggs.",),
        specificity=1,
    ),
    Rule(
        name="year-range-end",
        pattern=r"(?<=\d\d\d\d[-–])(?P<shortyear>{DIGITS})",
        yields=short_year,
        direction="absolute",
        source=_TIMEX,
        examples=(("2015-11-03", "The war of 1957-[60] was long.", "1960", "1960-01-01", "1961-01-01"),),
        nothing=("They won 57-60 on points.",),
        is_partial=True,
    ),
    Rule(
        name="year-named",
        pattern=r"the {UNIT_COMPARED} (?P<spelled>{NUMBER_WORDS})",
        yields=named_year,
        direction="absolute",
        source=_TIMEX,
        examples=(("2015-11-03", "It began in [the year two thousand].", "2000", "2000-01-01", "2001-01-01"),),
        nothing=("In the year ten men died.",),
        specificity=1,
    ),
    Rule(
        name="year-fiscal",
        pattern=r"(?:the )?(?:(?P<fiscal>fiscal|financial)(?: year)? (?P<year>{YEAR})|(?P<year2>{YEAR}) "
        r"(?:fiscal|financial) year"
        r"|FY ?(?P<year3>20\d\d|19\d\d)(?!\d))",
        yields=point,
        direction="absolute",
        source="TIMEX3 guidelines, fiscal years",
        examples=(("2015-11-03", "Sales fell in [fiscal 2014].", "2014", "2014-01-01", "2015-01-01"),),
        nothing=("A fiscal 12 pages.",),
    ),
)
