"""The words of English that name times: tables by the names that patterns use. General knowledge of the language."""

from reporter.dates.meanings import Clock, Holiday, Reference, Unit
from reporter.dates.rules import Sense, Table
from reporter.languages.en.dates.moons import MOON_HOLIDAYS

_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_SHORT = (("mon",), ("tue", "tues"), ("wed", "weds"), ("thu", "thur", "thurs"), ("fri",), ("sat",), ("sun",))
_MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH_SHORT = ("jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

WEEKDAY_NAME: Table = {name: number for number, name in enumerate(_WEEKDAY_NAMES)} | {
    f"{short}.": number for number, forms in enumerate(_WEEKDAY_SHORT[:5]) for short in forms
}
"""Weekdays that stand alone: "Sun." and "Sat." end too many sentences."""

WEEKDAY_MANY: Table = {f"{name}s": number for number, name in enumerate(_WEEKDAY_NAMES)}

WEEKDAY: Table = (
    {**WEEKDAY_NAME, **WEEKDAY_MANY}
    | {f"{short}.": number for number, forms in enumerate(_WEEKDAY_SHORT) for short in forms}
    | {short: number for number, forms in enumerate(_WEEKDAY_SHORT) for short in forms}
)
"""With the short forms that stand beside a date."""

MONTH_NAME: Table = (
    {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
    | {f"{short}.": number for number, short in enumerate(_MONTH_SHORT, 1) if short}
    | {"sept.": 9}
)

MONTH: Table = dict(MONTH_NAME) | {short: number for number, short in enumerate(_MONTH_SHORT, 1) if short} | {"sept": 9}

_UNITS: tuple[tuple[Unit, tuple[str, ...]], ...] = (
    (Unit.SECOND, ("second", "seconds")),
    (Unit.MINUTE, ("minute", "minutes")),
    (Unit.HOUR, ("hour", "hours")),
    (Unit.DAY, ("day", "days")),
    (Unit.WEEKEND, ("weekend", "weekends")),
    (Unit.WEEK, ("week", "weeks")),
    (Unit.MONTH, ("month", "months")),
    (Unit.QUARTER, ("quarter", "quarters")),
    (Unit.YEAR, ("year", "years")),
    (Unit.DECADE, ("decade", "decades")),
    (Unit.CENTURY, ("century", "centuries")),
)
UNIT: Table = {word: unit for unit, words in _UNITS for word in words} | {
    "millennium": Unit.MILLENNIUM,
    "millennia": Unit.MILLENNIUM,
    "min": Unit.MINUTE,
    "mins": Unit.MINUTE,
    "hr": Unit.HOUR,
    "hrs": Unit.HOUR,
    "yr": Unit.YEAR,
    "yrs": Unit.YEAR,
}
UNIT_ONE: Table = {words[0]: unit for unit, words in _UNITS} | {"millennium": Unit.MILLENNIUM}
UNIT_MANY: Table = {words[-1]: unit for unit, words in _UNITS} | {"millennia": Unit.MILLENNIUM}
UNIT_CALENDAR: Table = {words[0]: unit for unit, words in _UNITS if Unit.WEEKEND < unit <= Unit.CENTURY}
"""Units with a place of their own on the calendar."""
UNIT_DAYLIKE: Table = {**UNIT_CALENDAR, "day": Unit.DAY, "weekend": Unit.WEEKEND}

UNIT_REPORTED: Table = {"quarter": Unit.QUARTER, "year": Unit.YEAR}
"""Units that business copy names without saying which: "for the quarter"."""
UNIT_ENDED: Table = {"year": Unit.YEAR, "month": Unit.MONTH, "quarter": Unit.QUARTER}
UNIT_CENTURY: Table = {"century": Unit.CENTURY, "centuries": Unit.CENTURY}
UNIT_SINGLE: Table = {word: unit for word, unit in UNIT_ONE.items() if unit is not Unit.QUARTER}
"""Units of which one is meant by "a": a quarter is most often a fourth part."""
UNIT_COMPARED: Table = {"year": Unit.YEAR}
UNIT_HALVED: Table = {word: unit for word, unit in UNIT_ONE.items() if unit is not Unit.WEEK}
WEEKEND: Table = {"weekend": Unit.WEEKEND}
HALF_WORD: Table = {"half": Unit.HALF}
QUARTER_WORD: Table = {"quarter": Unit.QUARTER}
QUARTER_SHORT: Table = {f"q{number}": number for number in range(1, 5)}
COMPARED_WORD: Table = {"period": 0, "quarter": 0, "month": 0, "level": 0, "figure": 0}

SEASON_ONE: Table = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
} | {
    "winter": "WI",
    "wintertime": "WI",
}
SEASON_CLEAR: Table = {word: code for word, code in SEASON_ONE.items() if word not in ("fall", "spring")}
SEASONS: Table = {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"}
SEASON: Table = {**SEASON_ONE, **SEASONS}

TURN_DEICTIC: Table = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this past": -1,
    "this last": -1,
    "this": 0,
    "current": 0,
    "this very": 0,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "this next": 1,
    "upcoming": 1,
    "forthcoming": 1,
}
TURN_TOLD: Table = {
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "same": 0,
    "next": 1,
    "following": 1,
    "subsequent": 1,
    "succeeding": 1,
    "ensuing": 1,
}

TURN: Table = {**TURN_TOLD, **TURN_DEICTIC}

TURN_UNIT: Table = {
    word: step for word, step in TURN_DEICTIC.items() if word not in ("past", "upcoming", "forthcoming")
}
TURN_LENGTH: Table = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}

DAY_WORD: Table = {"today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
PART_NAME: Table = {
    "morning": "MO",
    "mornings": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "night": "NI",
    "nights": "NI",
    "nighttime": "NI",
    "daytime": "DT",
    "lunchtime": "MI",
}
PART_MANY: Table = {word: code for word, code in PART_NAME.items() if word.endswith("s")}
PART_ONE: Table = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
TWILIGHT: Table = {"dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "EV"}
OVERNIGHT: Table = {"overnight": "NI"}
TONIGHT: Table = {"tonight": "NI"}
PART: Table = {**PART_NAME, **TWILIGHT, **OVERNIGHT, **TONIGHT}

CLOCKWORD: Table = {
    "noon": Clock(hour=12, minute=0),
    "midday": Clock(hour=12, minute=0),
    "midnight": Clock(hour=24, minute=0),
    "noontime": Clock(hour=12, minute=0),
}
CLOCK_PART: Table = {"half": 30, "quarter": 15}
CLOCK_SIDE: Table = {"past": 1, "to": -1}
OCLOCK: Table = {"o'clock": 0, "o’clock": 0}
MERIDIEM: Table = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 12, "pm": 12, "p.m": 12}
DAYHALF: Table = {"in the morning": 0, "in the afternoon": 12, "in the evening": 12, "at night": 12}
TIMEZONE: Table = {
    "gmt": 0,
    "utc": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "ist": 330,
    "jst": 540,
    "aest": 600,
    "aedt": 660,
    "et": "America/New_York",
    "ct": "America/Chicago",
    "pt": "America/Los_Angeles",
}
"""Minutes east of UTC, or the IANA zone where the name holds summer and winter ("MT" is left out: "Mt.
Etna"). CST and IST are read as in North American and Indian copy."""

HALF: Table = {"first": 1, "second": 2, "last": 2, "latter": 2, "final": 2}
ORDINAL: Table = (
    {
        word: number
        for number, word in enumerate(
            [
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
                "twentieth",
                "twenty-first",
                "twenty-second",
                "twenty-third",
                "twenty-fourth",
                "twenty-fifth",
                "twenty-sixth",
                "twenty-seventh",
                "twenty-eighth",
                "twenty-ninth",
                "thirtieth",
                "thirty-first",
            ],
            1,
        )
    }
    | {f"{n}{ending}": n for n in range(1, 32) for ending in ("st", "nd", "rd", "th")}
    | {"last": -1, "final": -1}
)
QUARTER: Table = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
DECADENAME: Table = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

FREQUENCY: Table = {
    "hourly": Unit.HOUR,
    "daily": Unit.DAY,
    "nightly": Unit.DAY,
    "weekly": Unit.WEEK,
    "monthly": Unit.MONTH,
    "quarterly": Unit.QUARTER,
    "yearly": Unit.YEAR,
    "annually": Unit.YEAR,
}

HUNDREDS: Table = {"eighteen": 18, "nineteen": 19, "twenty": 20}

VAGUE_WORD: Table = {
    "now": Reference.PRESENT,
    "right now": Reference.PRESENT,
    "just now": Reference.PRESENT,
    "nowadays": Reference.PRESENT,
    "currently": Reference.PRESENT,
    "presently": Reference.PRESENT,
    "current": Reference.PRESENT,
    "at present": Reference.PRESENT,
    "at the moment": Reference.PRESENT,
    "these days": Reference.PRESENT,
    "for the time being": Reference.PRESENT,
    "recently": Reference.PAST,
    "lately": Reference.PAST,
    "recent": Reference.PAST,
    "the recent past": Reference.PAST,
    "the distant past": Reference.PAST,
    "as soon as possible": Reference.FUTURE,
    "the future": Reference.FUTURE,
    "the near future": Reference.FUTURE,
    "the foreseeable future": Reference.FUTURE,
    "the distant future": Reference.FUTURE,
    "the near term": Reference.FUTURE,
    "the short term": Reference.FUTURE,
    "the long term": Reference.FUTURE,
}

VAGUE_OPEN: Table = {"soon": Reference.FUTURE, "shortly": Reference.FUTURE}
"""References that another word may tie to an event: "soon after the vote"."""
PAST_NOUN: Table = {"past": Reference.PAST}

HOLIDAY: Table = {
    "christmas day": Holiday(month=12, day=25),
    "christmas eve": Holiday(month=12, day=24),
    "christmas": Holiday(month=12, day=25),
    "boxing day": Holiday(month=12, day=26),
    "new year's eve": Holiday(month=12, day=31),
    "new year’s eve": Holiday(month=12, day=31),
    "new year's day": Holiday(month=1, day=1),
    "new year’s day": Holiday(month=1, day=1),
    "valentine's day": Holiday(month=2, day=14),
    "valentine’s day": Holiday(month=2, day=14),
    "st. patrick's day": Holiday(month=3, day=17),
    "st patrick's day": Holiday(month=3, day=17),
    "st. patrick’s day": Holiday(month=3, day=17),
    "st patrick’s day": Holiday(month=3, day=17),
    "may day": Holiday(month=5, day=1),
    "halloween": Holiday(month=10, day=31),
    "all saints' day": Holiday(month=11, day=1),
    "all saints’ day": Holiday(month=11, day=1),
    "election day": Holiday(month=11, weekday=1, nth=1, not_before=2),
    "veterans day": Holiday(month=11, day=11),
    "armistice day": Holiday(month=11, day=11),
    "bastille day": Holiday(month=7, day=14),
    "the fourth of july": Holiday(month=7, day=4),
    "the 4th of july": Holiday(month=7, day=4),
    "thanksgiving day": Holiday(month=11, weekday=3, nth=4),
    "thanksgiving": Holiday(month=11, weekday=3, nth=4),
    "memorial day": Holiday(month=5, weekday=0, nth=-1),
    "labor day": Holiday(month=9, weekday=0, nth=1),
    "columbus day": Holiday(month=10, weekday=0, nth=2),
    "martin luther king day": Holiday(month=1, weekday=0, nth=3),
    "presidents' day": Holiday(month=2, weekday=0, nth=3),
    "presidents’ day": Holiday(month=2, weekday=0, nth=3),
    "good friday": Holiday(from_easter=-2),
    "easter sunday": Holiday(from_easter=0),
    "easter monday": Holiday(from_easter=1),
    "easter": Holiday(from_easter=0),
    "palm sunday": Holiday(from_easter=-7),
    "ash wednesday": Holiday(from_easter=-46),
    "shrove tuesday": Holiday(from_easter=-47),
    "maundy thursday": Holiday(from_easter=-3),
    "whit monday": Holiday(from_easter=50),
    **MOON_HOLIDAYS,
}
"""Thanksgiving and the Mondays as in the United States."""

TABLES: dict[str, Table] = {
    "WEEKDAY_NAME": WEEKDAY_NAME,
    "WEEKDAY": WEEKDAY,
    "WEEKDAY_MANY": WEEKDAY_MANY,
    "MONTH_NAME": MONTH_NAME,
    "MONTH": MONTH,
    "UNIT": UNIT,
    "UNIT_ONE": UNIT_ONE,
    "UNIT_MANY": UNIT_MANY,
    "UNIT_CALENDAR": UNIT_CALENDAR,
    "UNIT_DAYLIKE": UNIT_DAYLIKE,
    "UNIT_REPORTED": UNIT_REPORTED,
    "UNIT_ENDED": UNIT_ENDED,
    "UNIT_COMPARED": UNIT_COMPARED,
    "UNIT_SINGLE": UNIT_SINGLE,
    "UNIT_CENTURY": UNIT_CENTURY,
    "UNIT_HALVED": UNIT_HALVED,
    "WEEKEND": WEEKEND,
    "HALF_WORD": HALF_WORD,
    "QUARTER_WORD": QUARTER_WORD,
    "QUARTER_SHORT": QUARTER_SHORT,
    "COMPARED_WORD": COMPARED_WORD,
    "SEASON_ONE": SEASON_ONE,
    "SEASON_CLEAR": SEASON_CLEAR,
    "SEASONS": SEASONS,
    "SEASON": SEASON,
    "TURN_DEICTIC": TURN_DEICTIC,
    "TURN_TOLD": TURN_TOLD,
    "TURN": TURN,
    "TURN_UNIT": TURN_UNIT,
    "TURN_LENGTH": TURN_LENGTH,
    "DAY_WORD": DAY_WORD,
    "PART_NAME": PART_NAME,
    "PART_ONE": PART_ONE,
    "PART_MANY": PART_MANY,
    "TWILIGHT": TWILIGHT,
    "OVERNIGHT": OVERNIGHT,
    "TONIGHT": TONIGHT,
    "PART": PART,
    "CLOCKWORD": CLOCKWORD,
    "CLOCK_PART": CLOCK_PART,
    "CLOCK_SIDE": CLOCK_SIDE,
    "OCLOCK": OCLOCK,
    "MERIDIEM": MERIDIEM,
    "DAYHALF": DAYHALF,
    "TIMEZONE": TIMEZONE,
    "HALF": HALF,
    "ORDINAL": ORDINAL,
    "QUARTER": QUARTER,
    "DECADENAME": DECADENAME,
    "FREQUENCY": FREQUENCY,
    "VAGUE_WORD": VAGUE_WORD,
    "HOLIDAY": HOLIDAY,
    "VAGUE_OPEN": VAGUE_OPEN,
    "PAST_NOUN": PAST_NOUN,
    "HUNDREDS": HUNDREDS,
}

DIGIT_TRIGGERS = frozenset({"DIGITS", "HOUR"})
YEAR_TRIGGERS = frozenset({"YEAR", "YEAR_NEAR"})
TRIGGERS = frozenset(
    {
        "WEEKDAY_NAME",
        "WEEKDAY",
        "WEEKDAY_MANY",
        "MONTH_NAME",
        "MONTH",
        "UNIT",
        "UNIT_ONE",
        "UNIT_MANY",
        "UNIT_CALENDAR",
        "UNIT_DAYLIKE",
        "UNIT_REPORTED",
        "UNIT_ENDED",
        "UNIT_COMPARED",
        "UNIT_SINGLE",
        "UNIT_CENTURY",
        "UNIT_HALVED",
        "WEEKEND",
        "HALF_WORD",
        "QUARTER_WORD",
        "QUARTER_SHORT",
        "COMPARED_WORD",
        "SEASON_ONE",
        "SEASON_CLEAR",
        "DAY_WORD",
        "PART_NAME",
        "PART_ONE",
        "PART_MANY",
        "TWILIGHT",
        "OVERNIGHT",
        "TONIGHT",
        "CLOCKWORD",
        "CLOCK_PART",
        "OCLOCK",
        "MERIDIEM",
        "DAYHALF",
        "TIMEZONE",
        "DECADENAME",
        "FREQUENCY",
        "VAGUE_WORD",
        "HOLIDAY",
        "VAGUE_OPEN",
        "PAST_NOUN",
        "HUNDREDS",
    }
)
"""Tables of which a word must be near for a rule to be tried."""

CASED = frozenset({"WEEKDAY", "WEEKDAY_NAME", "MONTH", "MONTH_NAME", "HOLIDAY"})
UNCASED = frozenset(_WEEKDAY_NAMES) | (frozenset(_MONTH_NAMES) - {"may", "march", "august"})

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
SENSES = {
    "may": Sense(tags=_NAME_TAGS),
    "march": Sense(tags=_NAME_TAGS),
    "august": Sense(tags=_NAME_TAGS),
    "mar.": Sense(tags=_NAME_TAGS),
    "wed.": Sense(tags=_NAME_TAGS),
    "spring": Sense(tags=_NOUN_TAGS),
    "fall": Sense(tags=_NOUN_TAGS),
    "second": Sense(tags=_NOUN_TAGS),
    "quarterly": Sense(tags=frozenset({"RB"})),
    "daily": Sense(tags=frozenset({"RB", "JJ"})),
    "recent": Sense(tags=frozenset({"JJ"})),
}

SMALL = (
    {
        word: number
        for number, word in enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
            ]
        )
    }
    | {
        word: 10 * number
        for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
    }
    | {"couple": 2, "pair": 2}
)
MULTIPLIERS = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
SILENT = frozenset({"a", "an", "and", "of", "the"})

_NUMBER_WORD = "(?:" + "|".join(sorted((*SMALL, *MULTIPLIERS), key=lambda word: (-len(word), word))) + r")(?!\w)"

FRAGMENTS: dict[str, str] = {
    "YEAR": r"(?:1\d|20)\d\d(?!\d)",
    "HOUR": r"2[0-3]|1\d|0?\d",
    "YEAR_NEAR": r"(?:19[1-9]|20[0-4])\d(?!\d)",
    "DIGITS": r"\d{1,5}(?!\d)",
    "NUMBER": r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,5}(?![\d.,]\d)(?!\d)"
    rf"|(?:an? (?=couple|pair|dozen|score|hundred|thousand|million))?{_NUMBER_WORD}(?:(?: |-"
    rf"| and ){_NUMBER_WORD}){{0,5}}(?: of)?",
    "NUMBER_WORDS": rf"{_NUMBER_WORD}(?:(?: |-){_NUMBER_WORD})?",
    "COUNT": r"{NUMBER}|an?(?!\w)",
    "SOME": r"(?:(?:a|the) )?(?:few|several|some|many|numerous|various|couple|handful of|number of|dozens of|scores of"
    r"|hundreds of|thousands of|countless)(?!\w)",
    "DAY_NUMBER": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w)",
    "ENDS": r"(?=\s*(?:[,.;:)\"”]|$))",
    "ERA": r"(?:B\.C\.E\.|BCE|B\.C\.|BC)",
    "MORE": r"(?:more|additional|extra|full|straight|consecutive|successive|solid|long|short|whole|further|busy)(?!\w)",
    "TIME_OF_DAY": r"(?P<hour>{HOUR})(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?",
    "HOUR_WORD": r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\w)",
    "CLOCK_HOUR": r"(?:(?P<hour>{HOUR})(?!\d)|(?P<hour2>{HOUR_WORD}))(?! ?(?:%|percent|per cent|hundred|thousand"
    r"|million|billion|(?:hour|minute|day|week|month|year)s?(?!\w)))",
    "ZONE": r"(?:(?P<timezone>{TIMEZONE})(?!\w)|\((?P<timezone2>{TIMEZONE})\))",
}
