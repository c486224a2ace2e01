"""The dates of English: words, rules with their examples, joins, shades, and the sentences of a proof."""

from reporter.dates.numerals import Numerals
from reporter.dates.rules import DateRules
from reporter.languages.en.dates import (
    clock,
    days,
    durations,
    grammar,
    holidays,
    joins,
    months,
    sets,
    shades,
    shifts,
    units,
    vague,
    weekdays,
    words,
    years,
)
from reporter.languages.en.dates.wording import WORDING

DATE_RULES = DateRules(
    tables=words.TABLES,
    fragments=words.FRAGMENTS,
    triggers=words.TRIGGERS,
    digit_triggers=words.DIGIT_TRIGGERS,
    year_triggers=words.YEAR_TRIGGERS,
    cased=words.CASED,
    uncased=words.UNCASED,
    senses=words.SENSES,
    numerals=Numerals(added=words.SMALL, multipliers=words.MULTIPLIERS, silent=words.SILENT),
    rules=(
        *weekdays.RULES,
        *days.RULES,
        *months.RULES,
        *years.RULES,
        *units.RULES,
        *shifts.RULES,
        *durations.RULES,
        *sets.RULES,
        *clock.RULES,
        *holidays.RULES,
        *vague.RULES,
    ),
    carries=joins.CARRIES,
    joins=joins.JOINS,
    shades=shades.SHADES,
    signals=grammar.SIGNALS,
    ahead=grammar.AHEAD,
    behind=grammar.BEHIND,
    opening=grammar.OPENING,
    closing=grammar.CLOSING,
    grammar=grammar.GRAMMAR,
    wording=WORDING,
    library_languages=("en",),
)
