"""Names that hold a time: of streets, groups, wars, works, ships. Kinds are closed classes; no name is listed."""

from reporter.dates.readings import no_time
from reporter.dates.rules import Rule

_STREET = (
    r"(?-i:Street|Road|Rd\.?|Avenue|Ave\.?|Boulevard|Blvd\.?|Lane|Drive|Terrace|Crescent|Alley|Quay|Embankment|Square)"
)
_NOT_WHEN = (
    r"(?<!\bin\s)(?<!\bsince\s)(?<!\bby\s)(?<!\buntil\s)(?<!\blast\s)(?<!\bthis\s)(?<!\bnext\s)(?<!\bearly\s)"
    r"(?<!\blate\s)"
)
_GROUP = r"(?-i:Movement|Brigades?|Battalion|Front|Alliance|Coalition|Party|Revolution|Uprising|League|Faction)"
_WORK = (
    r"(?:film|movie|novel|play|album|musical|opera|sitcom|band|trio|quartet|choir|ship|trawler|ferry|tanker|yacht"
    r"|frigate|schooner|barge|freighter|tugboat|steamer|magazine|racehorse)"
)
_TITLED = r"(?-i:\s[A-Z][a-z]+)"
_DATE = r"(?:{MONTH} {DAY_NUMBER}|(?:{DAY_NUMBER}|{ORDINAL}) (?:of )?{MONTH})"

RULES = (
    Rule(
        name="name-of-person",
        pattern=rf"{_NOT_WHEN}(?<!\bof\s)(?-i:(?=April|May|June|August)){{MONTH_NAME}}(?-i: [A-Z][a-z]+)(?=['’]s)",
        yields=no_time,
        direction="none",
        source="months that are first names, before a surname that owns something, behind no word of time",
        examples=(),
        nothing=("June Orlo's statue fell.", "They read May Brandt’s letters aloud."),
        specificity=9,
    ),
    Rule(
        name="person-of-weekday",
        pattern=r"(?<![^.!?]\s)(?<!\S){WEEKDAY_NAME},? who(?!\w)",
        yields=no_time,
        direction="none",
        source="a weekday that opens its sentence and is a person to the relative behind it",
        examples=(),
        nothing=("Tuesday, who never married, left all to her nephew.",),
        specificity=9,
    ),
    Rule(
        name="name-of-street",
        pattern=rf"(?:{_DATE}|{_NOT_WHEN}{{MONTH}}) {_STREET}",
        yields=no_time,
        direction="none",
        source="names of streets that hold a date or a month",
        examples=(),
        nothing=(
            "The tram turned into April Road.",
            "She parked on Fourth of June Avenue.",
            "Police shut November 9 Boulevard.",
        ),
        specificity=9,
    ),
    Rule(
        name="house-number",
        pattern=rf"(?:(?<=\bat\s)|(?<=\boutside\s)|(?<=\bnear\s)|(?<=\bbehind\s)|(?<=\bopposite\s)|(?<=\binside\s))"
        rf"{{YEAR}} (?-i:(?:[A-Z][\w.'’]* ){{1,3}}){_STREET}",
        yields=no_time,
        direction="none",
        source="addresses: a number behind a preposition of place and before a street",
        examples=(),
        nothing=("The van stood outside 1988 Old Mill Road.",),
        specificity=9,
    ),
    Rule(
        name="name-of-group",
        pattern=rf"(?<=\bthe\s){_DATE} {_GROUP}",
        yields=no_time,
        direction="none",
        source="names of parties, armed groups and risings that hold a date",
        examples=(),
        nothing=("Fighters of the June 7 Front fled.", "He led the Ninth of March Alliance."),
        specificity=9,
    ),
    Rule(
        name="name-of-war",
        pattern=r"{NUMBER}(?: {UNIT_MANY}['’]?|-{UNIT_ONE}s?) (?-i:Wars?|Offensive)",
        yields=no_time,
        direction="none",
        source="names of wars that count time",
        examples=(),
        nothing=("The Nine-Week War ruined both.", "The Forty Years’ War began at sea."),
        specificity=9,
        is_sure=True,
    ),
    Rule(
        name="name-of-work",
        pattern=rf"{_WORK}(?-i:, (?:The|A|An))? (?:{{MONTH_NAME}}|{{MONTH_NAME}}['’]s|{{WEEKDAY_NAME}}['’]s){_TITLED}",
        yields=no_time,
        direction="none",
        source="titles of works and names of ships behind their kind, a capitalised word after the month or day",
        examples=(),
        nothing=(
            "The ferry July Wind was refloated.",
            "He starred in the film Monday's Baker.",
            "His last play, The October Guests, ran for a season.",
        ),
        specificity=9,
    ),
    Rule(
        name="title-of-digits",
        pattern=r"(?:film|movie|novel|album|musical|opera) {YEAR}",
        yields=no_time,
        direction="none",
        source="titles that are a year, behind their kind",
        examples=(),
        nothing=("Her novel 1871 was banned.",),
        specificity=9,
    ),
    Rule(
        name="count-of-year",
        pattern=r"(?:(?<=\bcounted\s)|(?<=\bnumbered\s)|(?<=\bnumbering\s)|(?<=\btotalled\s)|(?<=\btotaled\s)"
        r"|(?<=\btotalling\s)|(?<=\btotaling\s)|(?<=\bcomprised\s)|(?<=\bcomprising\s)|(?<=\bemploys\s)"
        r"|(?<=\bemployed\s)|(?<=\bcontained\s))(?:(?:some|about|nearly|almost) )?{YEAR}(?![-–/])"
        r"|(?<=\ba\s)(?:field|crowd|total|staff|fleet|sample|force|garrison|turnout|capacity|population|audience) of "
        r"(?:(?:some|about|nearly|almost|only|just) )?{YEAR}(?![-–/]|s)",
        yields=no_time,
        direction="none",
        source="numbers behind a verb or a noun of counting",
        examples=(),
        nothing=("Wardens counted 1984 geese.", "A crowd of about 1950 sang.", "The yard employed 2013 welders."),
        specificity=9,
    ),
    Rule(
        name="quarter-of-match",
        pattern=r"(?:(?<=\bwon\s)|(?<=\blost\s)|(?<=\bdominated\s)|(?<=\bshaded\s))the {QUARTER} {QUARTER_WORD}"
        r"|(?:the )?{QUARTER} {QUARTER_WORD} of (?:(?:the|their|its|this|a) )?"
        r"(?:match|game|final|semi-?final|play|contest|race)",
        yields=no_time,
        direction="none",
        source="a quarter that is won, or that of a match",
        examples=(),
        nothing=("They lost the third quarter by two.", "He fell in the second quarter of the game."),
        specificity=9,
    ),
)
