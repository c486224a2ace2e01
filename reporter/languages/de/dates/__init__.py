"""The dates of German, without clock times, holidays, lengths or seasons. Direction comes from words, not a parse."""

from reporter.dates.numerals import Numerals
from reporter.dates.rules import DateRules
from reporter.languages.de.dates import cues, days, months, shifts, words
from reporter.languages.de.dates.wording import WORDING

DATE_RULES = DateRules(
    tables=words.TABLES,
    fragments=words.FRAGMENTS,
    triggers=words.TRIGGERS,
    digit_triggers=words.DIGIT_TRIGGERS,
    year_triggers=words.YEAR_TRIGGERS,
    cased=words.CASED,
    uncased=words.UNCASED,
    senses={},
    numerals=Numerals(added=words.SMALL, multipliers=words.MULTIPLIERS, silent=frozenset({"und"})),
    rules=(*days.RULES, *months.RULES, *shifts.RULES),
    carries=shifts.CARRIES,
    joins=shifts.JOINS,
    shades=shifts.SHADES,
    signals=cues.SIGNALS,
    ahead=cues.AHEAD,
    behind=cues.BEHIND,
    opening=cues.OPENING,
    closing=cues.CLOSING,
    grammar=cues.GRAMMAR,
    wording=WORDING,
    library_languages=("de",),
    day_first=True,
    cues=cues.CUES,
)
