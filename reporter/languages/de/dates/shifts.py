"""Weeks, months and years by "letzte", "diese", "nächste"; counted steps; the words that shade them."""

from reporter.dates.joining import coarse_then_fine, weekday_and_date
from reporter.dates.kinds import is_place
from reporter.dates.readings import counted, shifted, told, told_units
from reporter.dates.rules import Join, Rule, Shade
from reporter.model import TimeMod

_SOURCE = "German usage; values as in the TIMEX3 guidelines"
_AMOUNT = r"(?:(?P<number>{NUMBER})|{SOME}) (?P<unit>{UNIT})"
_SANK = "Die Fähre sank am 1. März 2024."

RULES = (
    Rule(
        name="unit-turn",
        pattern=r"(?P<turn>{TURN_DEICTIC}) (?P<unit>{UNIT_CALENDAR})",
        yields=shifted,
        direction="as the words say",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Es regnete die ganze [letzte Woche].", "2024-W19", "2024-05-06", "2024-05-13"),
            ("2024-05-14", "Der Umsatz stieg [diesen Monat].", "2024-05", "2024-05-01", "2024-06-01"),
            ("2024-05-14", "Sie geht [nächstes Jahr] in Rente.", "2025", "2025-01-01", "2026-01-01"),
            ("2024-05-14", "Im [vergangenen Jahr] war das Bad zu.", "2023", "2023-01-01", "2024-01-01"),
            ("2024-05-14", "In der [kommenden Woche] wird gebaut.", "2024-W21", "2024-05-20", "2024-05-27"),
        ),
        nothing=("Sein letztes Jahrbuch fehlt.", "Die nächste Wochenzeitung schloss."),
    ),
    Rule(
        name="unit-told",
        pattern=r"(?P<turn>{TURN_TOLD}) (?P<unit>{UNIT_DAYLIKE})|nächsten (?P<unit2>{UNIT_DAY})",
        yields=told_units(1),
        direction="from the date told last",
        source=_SOURCE,
        examples=(
            ("2024-05-14", f"{_SANK} Am [folgenden Tag] suchten Taucher.", "2024-03-02", "2024-03-02", "2024-03-03"),
            ("2024-05-14", f"{_SANK} Am [nächsten Tag] barg man sie.", "2024-03-02", "2024-03-02", "2024-03-03"),
        ),
        nothing=("Die folgende Tagung entfiel.", "Die nächsten Tage bleiben kühl."),
    ),
    Rule(
        name="units-ago",
        pattern=rf"vor (?:rund |etwa |fast |über )?{_AMOUNT}(?! der)",
        yields=counted(-1),
        direction="back from publication",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Er zog [vor drei Tagen] aus.", "2024-05-11", "2024-05-11", "2024-05-12"),
            ("2024-05-14", "Sie ging [vor zwei Jahren].", "2022", "2022-01-01", "2023-01-01"),
            ("2024-05-14", "Der Hof wurde [vor einem Monat] verkauft.", "2024-04", "2024-04-01", "2024-05-01"),
            ("2024-05-14", "Die Mühle brannte [vor einundzwanzig Jahren] ab.", "2003", "2003-01-01", "2004-01-01"),
            ("2024-05-14", "Er zog [vor einigen Jahren] fort.", "PAST_REF", None, None),
        ),
        nothing=("Er sprach vor drei Tagungen.", "Sie stand vor zwei Jahrgängen."),
        is_sure=True,
        specificity=2,
    ),
    Rule(
        name="units-ahead",
        pattern=rf"in (?:rund |etwa )?{_AMOUNT}",
        yields=counted(1),
        direction="ahead from publication",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Das Bad öffnet [in zwei Wochen].", "2024-W22", "2024-05-27", "2024-06-03"),
            ("2024-05-14", "Gewählt wird [in 3 Tagen].", "2024-05-17", "2024-05-17", "2024-05-18"),
        ),
        nothing=("In zwei Wochenblättern stand es.", "In drei Monatsheften fehlte es."),
        is_sure=True,
        specificity=1,
    ),
    Rule(
        name="units-later",
        pattern=rf"{_AMOUNT} (?:später|danach)",
        yields=told(counted(1)),
        direction="ahead from the date told last",
        source=_SOURCE,
        examples=(
            ("2024-05-14", f"{_SANK} [Drei Tage später] fand man sie.", "2024-03-04", "2024-03-04", "2024-03-05"),
            ("2024-05-14", f"{_SANK} [Zwei Wochen danach] hob man sie.", "2024-W11", "2024-03-11", "2024-03-18"),
        ),
        nothing=("Drei Tagungen später ging er.",),
        is_sure=True,
        specificity=2,
    ),
    Rule(
        name="units-earlier",
        pattern=rf"{_AMOUNT} (?:zuvor|vorher|davor|früher)",
        yields=told(counted(-1)),
        direction="back from the date told last",
        source=_SOURCE,
        examples=(
            (
                "2024-05-14",
                f"{_SANK} [Zwei Tage zuvor] war sie geprüft worden.",
                "2024-02-28",
                "2024-02-28",
                "2024-02-29",
            ),
        ),
        nothing=("Zwei Tagungen zuvor ging er.",),
        is_sure=True,
        specificity=2,
    ),
)

JOINS = (
    Join(
        name="day-and-part",
        between=r" ",
        makes=coarse_then_fine,
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Er kam [gestern Abend] an.", "2024-05-13TEV", "2024-05-13T18:00:00", "2024-05-14T00:00:00"),
            ("2024-05-14", "Sie fährt [morgen früh].", "2024-05-15TMO", "2024-05-15T00:00:00", "2024-05-15T12:00:00"),
        ),
    ),
    Join(
        name="weekday-part-and-date",
        between=r",? (?:(?:den|dem) )?",
        makes=weekday_and_date,
        source=_SOURCE,
        examples=(
            (
                "2024-05-14",
                "Es brannte am [Montagabend, 6. Mai], in Lohbeck.",
                "2024-05-06TEV",
                "2024-05-06T18:00:00",
                "2024-05-07T00:00:00",
            ),
        ),
    ),
)

CARRIES = r" (?:und|oder|bis) |, | ?[-–] ?"

SHADES = tuple(
    Shade(name=name, pattern=rf"{word} ", mod=mod, fits=is_place, source=_SOURCE, examples=examples, nothing=nothing)
    for name, word, mod, examples, nothing in (
        (
            "early",
            "Anfang",
            TimeMod.START,
            (("2024-05-14", "[Anfang April] fror es.", "2024-04", "2024-04-01", "2024-05-01"),),
            ("Am Anfang war es still.",),
        ),
        (
            "mid",
            "Mitte",
            TimeMod.MID,
            (("2024-05-14", "[Mitte 2019] zog sie um.", "2019", "2019-01-01", "2020-01-01"),),
            ("In der Mitte war es still.",),
        ),
        (
            "late",
            "Ende",
            TimeMod.END,
            (("2024-05-14", "[Ende Februar 2024] fror es.", "2024-02", "2024-02-01", "2024-03-01"),),
            ("Am Ende war es still.",),
        ),
    )
)
