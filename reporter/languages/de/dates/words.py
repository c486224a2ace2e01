"""The words of German that name times: tables by the names that patterns use. General knowledge of the language."""

from reporter.dates.meanings import Unit
from reporter.dates.rules import Table

_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_PARTS = {
    "früh": "MO",
    "morgen": "MO",
    "vormittag": "MO",
    "mittag": "MI",
    "nachmittag": "AF",
    "abend": "EV",
    "nacht": "NI",
}
_MONTHS = (
    ("januar", "jänner", "jan."),
    ("februar", "feber", "feb."),
    ("märz",),
    ("april", "apr."),
    ("mai",),
    ("juni",),
    ("juli",),
    ("august", "aug."),
    ("september", "sept."),
    ("oktober", "okt."),
    ("november", "nov."),
    ("dezember", "dez."),
)
_UNITS: tuple[tuple[Unit, tuple[str, ...], tuple[str, ...]], ...] = (
    (Unit.MINUTE, ("minute",), ("minuten",)),
    (Unit.HOUR, ("stunde",), ("stunden",)),
    (Unit.DAY, ("tag", "tags", "tages"), ("tage", "tagen")),
    (Unit.WEEK, ("woche",), ("wochen",)),
    (Unit.MONTH, ("monat", "monats"), ("monate", "monaten")),
    (Unit.YEAR, ("jahr", "jahrs", "jahres"), ("jahre", "jahren")),
    (Unit.DECADE, ("jahrzehnt", "jahrzehnts"), ("jahrzehnte", "jahrzehnten")),
)

WEEKDAY_NAME: Table = {name: number for number, name in enumerate(_WEEKDAYS)} | {"sonnabend": 5}
WEEKDAY_PART: Table = {f"{name}{part}": number for number, name in enumerate(_WEEKDAYS) for part in _PARTS}
"""A weekday and a part of it are one word: "Montagabend"."""
WEEKDAY_MANY: Table = {f"{name}s": number for number, name in enumerate(_WEEKDAYS)}
WEEKDAY: Table = {**WEEKDAY_NAME, **WEEKDAY_PART, **WEEKDAY_MANY}

PART_NAME: Table = dict(_PARTS)
PART: Table = _PARTS | {f"{name}{part}": code for name in _WEEKDAYS for part, code in _PARTS.items()}

DAY_WORD: Table = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}

MONTH: Table = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
MONTH_NAME: Table = {name: number for name, number in MONTH.items() if not name.endswith(".")}

UNIT: Table = {word: unit for unit, one, many in _UNITS for word in (*one, *many)}
UNIT_CALENDAR: Table = {word: unit for unit, one, _ in _UNITS if unit > Unit.DAY for word in one}
UNIT_DAY: Table = {"tag": Unit.DAY, "tages": Unit.DAY}
UNIT_DAYLIKE: Table = {**UNIT_CALENDAR, **UNIT_DAY}


def _inflected(*stems: str) -> tuple[str, ...]:
    return tuple(stem + ending for stem in stems for ending in ("e", "em", "en", "er", "es"))


TURN_DEICTIC: Table = (
    dict.fromkeys(_inflected("letzt", "vorig", "vergangen"), -1)
    | dict.fromkeys(_inflected("dies", "laufend"), 0)
    | dict.fromkeys(_inflected("nächst", "kommend"), 1)
)
TURN_TOLD: Table = dict.fromkeys(_inflected("folgend", "darauffolgend"), 1)
TURN: Table = {**TURN_DEICTIC, **TURN_TOLD}

TABLES: dict[str, Table] = {
    "WEEKDAY_NAME": WEEKDAY_NAME,
    "WEEKDAY_PART": WEEKDAY_PART,
    "WEEKDAY_MANY": WEEKDAY_MANY,
    "WEEKDAY": WEEKDAY,
    "PART_NAME": PART_NAME,
    "PART": PART,
    "DAY_WORD": DAY_WORD,
    "MONTH": MONTH,
    "MONTH_NAME": MONTH_NAME,
    "UNIT": UNIT,
    "UNIT_CALENDAR": UNIT_CALENDAR,
    "UNIT_DAY": UNIT_DAY,
    "UNIT_DAYLIKE": UNIT_DAYLIKE,
    "TURN_DEICTIC": TURN_DEICTIC,
    "TURN_TOLD": TURN_TOLD,
    "TURN": TURN,
}
TRIGGERS = frozenset(TABLES) - {"TURN_DEICTIC", "TURN_TOLD", "TURN", "PART", "WEEKDAY"}
DIGIT_TRIGGERS = frozenset({"DIGITS"})
YEAR_TRIGGERS = frozenset({"YEAR", "YEAR_NEAR"})
CASED = frozenset({"WEEKDAY", "MONTH"})
"""German writes its nouns with a capital; "freitags" is an adverb."""
UNCASED = frozenset(WEEKDAY_MANY)

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
SMALL = (
    dict.fromkeys(("ein", "eine", "einem", "einen", "einer", "eines"), 1)
    | {word: number for number, word in enumerate(_ONES[1:], 2)}
    | {
        word: number
        for number, word in enumerate(
            (
                "zehn",
                "elf",
                "zwölf",
                "dreizehn",
                "vierzehn",
                "fünfzehn",
                "sechzehn",
                "siebzehn",
                "achtzehn",
                "neunzehn",
            ),
            10,
        )
    }
    | {ten: 10 * number for number, ten in enumerate(_TENS, 2)}
    | {f"{one}und{ten}": 10 * k + n for k, ten in enumerate(_TENS, 2) for n, one in enumerate(_ONES, 1)}
)
"""Up to 99, each one word: "einundzwanzig"."""
MULTIPLIERS = {"hundert": 100, "tausend": 1000}

_NUMBER_WORD = "(?:" + "|".join(sorted((*SMALL, *MULTIPLIERS), key=lambda word: (-len(word), word))) + r")(?!\w)"

FRAGMENTS: dict[str, str] = {
    "DIGITS": r"\d{1,4}(?!\d)",
    "YEAR": r"(?:1\d|20)\d\d(?!\d)",
    "YEAR_NEAR": r"(?:19[1-9]|20[0-4])\d(?!\d)",
    "NUMBER": rf"\d{{1,4}}(?![\d.,]\d)(?!\d)|{_NUMBER_WORD}",
    "SOME": r"(?:einige|einigen|mehrere|mehreren|wenige|wenigen|viele|vielen)(?!\w)",
    "DAY_NUMBER": r"(?:3[01]|[12]\d|0?[1-9])\.",
}
