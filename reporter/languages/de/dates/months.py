"""Months, days of a month, full dates, years."""

from reporter.dates.readings import day_again, numeric_date, point
from reporter.dates.rules import Rule

_SOURCE = "German usage; values as in the TIMEX3 guidelines"
_WEEKDAY = r"(?:(?P<weekday>{WEEKDAY_NAME}),? (?:(?:den|dem) )?)?"

RULES = (
    Rule(
        name="day-month-year",
        pattern=_WEEKDAY + r"(?P<day>{DAY_NUMBER}) ?(?P<month>{MONTH}) (?P<year>{YEAR})",
        yields=point,
        direction="absolute",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Die Brücke wurde am [3. Mai 1987] eröffnet.", "1987-05-03", "1987-05-03", "1987-05-04"),
            ("2024-05-14", "Er starb am [Freitag, dem 1. März 2024].", "2024-03-01", "2024-03-01", "2024-03-02"),
            ("2024-05-14", "Der Brief ist vom [9. Okt. 2023].", "2023-10-09", "2023-10-09", "2023-10-10"),
        ),
        nothing=("Im 3. Maiheft 2024 stand es.",),
        is_sure=True,
    ),
    Rule(
        name="day-month",
        pattern=_WEEKDAY + r"(?P<day>{DAY_NUMBER}) ?(?P<month>{MONTH})",
        yields=point,
        direction="the nearest year; cue words where two are about as near",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Die Feier war am [3. Mai].", "2024-05-03", "2024-05-03", "2024-05-04"),
            ("2024-12-28", "Sie übernimmt das Amt am [6. Januar].", "2025-01-06", "2025-01-06", "2025-01-07"),
            ("2024-05-14", "Am [Montag, 6. Mai] schloss das Werk.", "2024-05-06", "2024-05-06", "2024-05-07"),
        ),
        nothing=("Das 3. Maiglöckchen blühte.",),
        is_sure=True,
    ),
    Rule(
        name="day-again",
        pattern=r"(?P<day>{DIGITS})\.",
        yields=day_again,
        direction="as the day beside it",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Das Fest lief vom [3.] bis 5. Mai.", "2024-05-03", "2024-05-03", "2024-05-04"),
            ("2024-05-14", "Am [8.] und 9. März schneite es.", "2024-03-08", "2024-03-08", "2024-03-09"),
        ),
        nothing=("Er wurde 3. und sie 5. im Ziel.",),
        is_partial=True,
        specificity=-1,
    ),
    Rule(
        name="numeric-date",
        pattern=r"(?P<first>{DIGITS})\. ?(?P<second_number>\d{1,2})\. ?(?:(?P<year>{YEAR})|(?P<shortyear>\d\d)(?!\d))",
        yields=numeric_date,
        direction="absolute; the day comes first",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Der Vertrag vom [3.5.2024] gilt.", "2024-05-03", "2024-05-03", "2024-05-04"),
            ("2024-05-14", "Der Vertrag vom [25.12.2023] gilt.", "2023-12-25", "2023-12-25", "2023-12-26"),
            ("2024-05-14", "Der Vertrag vom [03.05.24] gilt.", "2024-05-03", "2024-05-03", "2024-05-04"),
        ),
        nothing=("Die Fassung 45.13.2024 ist da.", "Das Netz meldet 10.12.20.7 als Adresse."),
    ),
    Rule(
        name="numeric-day",
        pattern=r"(?:(?<=\bam\s)|(?<=\bvom\s)|(?<=\bzum\s)|(?<=\bbis\s))(?=\d)(?P<day>{DAY_NUMBER})"
        r"(?=(?:{DIGITS}))(?P<month_number>1[0-2]|0?[1-9])\.(?!\d)",
        yields=point,
        direction="the nearest year; cue words where two are about as near",
        source=_SOURCE,
        examples=(("2024-05-14", "Die Frist endete am [3.5.] um zwölf.", "2024-05-03", "2024-05-03", "2024-05-04"),),
        nothing=("Der Wert stieg auf 3.5.", "Am 3.15. Punkt wich er ab."),
    ),
    Rule(
        name="month-year",
        pattern=r"(?P<month>{MONTH}) (?:des Jahres )?(?P<year>{YEAR})",
        yields=point,
        direction="absolute",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Im [Juni 2013] stiegen die Preise.", "2013-06", "2013-06-01", "2013-07-01"),
            ("2024-05-14", "Seit [März 2020] steht der Turm leer.", "2020-03", "2020-03-01", "2020-04-01"),
        ),
        nothing=("Das Maiheft 2013 fehlt.",),
        is_sure=True,
    ),
    Rule(
        name="month-bare",
        pattern=r"(?:(?<=\bim\s)|(?<=\bseit\s)|(?<=\bbis\s)|(?<=\bab\s)|(?<=\bvon\s)|(?<=\bAnfang\s)|(?<=\bMitte\s)"
        r"|(?<=\bEnde\s))(?P<month>{MONTH_NAME})",
        yields=point,
        direction="by cue words, else the nearest",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Das Werk schloss im [Februar].", "2024-02", "2024-02-01", "2024-03-01"),
            ("2024-11-03", "Im [März] wird das Werk öffnen.", "2025-03", "2025-03-01", "2025-04-01"),
        ),
        nothing=("August Lohbeck siegte.", "Der Trainer lobte Juli Brand."),
    ),
    Rule(
        name="month-turn",
        pattern=r"(?P<turn>{TURN_DEICTIC}) (?P<month>{MONTH_NAME})",
        yields=point,
        direction="as the words say",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Sie trat im [vergangenen Januar] zurück.", "2024-01", "2024-01-01", "2024-02-01"),
            ("2024-05-14", "Die Spiele sind im [kommenden Juli].", "2024-07", "2024-07-01", "2024-08-01"),
        ),
        nothing=("Die letzten Maikäfer flogen.",),
        is_sure=True,
    ),
    Rule(
        name="year",
        pattern=r"(?:(?<=\bJahr\s)|(?<=\bJahre\s)|(?<=\bJahres\s))(?P<year>{YEAR})"
        r"|(?P<year2>{YEAR_NEAR})(?! (?-i:[A-ZÄÖÜ]))(?![-–]\w)",
        yields=point,
        direction="absolute",
        source="German usage: a number before a noun, which has a capital, counts it",
        examples=(
            ("2024-05-14", "Er wurde [1961] geboren.", "1961", "1961-01-01", "1962-01-01"),
            ("2024-05-14", "Im Jahr [1342] brannte die Burg.", "1342", "1342-01-01", "1343-01-01"),
            ("2024-05-14", "Im Jahr [1998] Meister, stieg der Verein ab.", "1998", "1998-01-01", "1999-01-01"),
            ("2024-05-14", "Der Plan reicht bis [2030].", "2030", "2030-01-01", "2031-01-01"),
        ),
        nothing=("Etwa 2000 Menschen kamen.", "Es kostet 1.998 Euro.", "Sie sammelten 1950 Unterschriften."),
    ),
)
