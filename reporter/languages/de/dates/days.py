"""Weekdays by name, days relative to publication, parts of days."""

from reporter.dates.meanings import Meaning, Point, Within
from reporter.dates.readings import day_word, point, repeated_point, told
from reporter.dates.rules import Rule, Words

_SOURCE = "German usage; values as in the TIMEX3 guidelines"


def part_of_weekday(words: Words) -> Meaning:
    """ "Montagabend": both are read from the one word."""
    turn = words.number("turn") if words.has("turn") else None
    return Within(fine=Point(part=words.code("part")), coarse=Point(weekday=words.number("weekday"), turn=turn))


RULES = (
    Rule(
        name="weekday-bare",
        pattern=r"(?P<weekday>{WEEKDAY_NAME})",
        yields=point,
        direction="the latest, the day of publication included, unless a word of the clause looks ahead",
        source=_SOURCE,
        examples=(
            (
                "2024-05-14",
                "Das Amt teilte am [Montag] mit, die Brücke sei frei.",
                "2024-05-13",
                "2024-05-13",
                "2024-05-14",
            ),
            ("2024-05-14", "Am [Freitag] brannte eine Scheune in Lohbeck.", "2024-05-10", "2024-05-10", "2024-05-11"),
            ("2024-05-14", "Der Rat wird am [Freitag] tagen.", "2024-05-17", "2024-05-17", "2024-05-18"),
            ("2024-05-14", "Die Fähre soll [Donnerstag] ablegen.", "2024-05-16", "2024-05-16", "2024-05-17"),
            ("2024-05-14", "Für [Sonntag] ist ein Umzug geplant.", "2024-05-19", "2024-05-19", "2024-05-20"),
            ("2024-05-14", "Am [Dienstag] fiel der Strom aus.", "2024-05-14", "2024-05-14", "2024-05-15"),
            ("2024-05-14", "Er sagte am [Samstag], das Bad werde schließen.", "2024-05-11", "2024-05-11", "2024-05-12"),
            ("2024-05-14", "Am [Sonnabend] öffnete der Markt.", "2024-05-11", "2024-05-11", "2024-05-12"),
        ),
        nothing=("Die Montagsrunde fiel aus.", "Das Freitagsgebet begann.", "Sie liest das Sonntagsblatt."),
    ),
    Rule(
        name="weekday-turn",
        pattern=r"(?P<turn>{TURN_DEICTIC}) (?P<weekday>{WEEKDAY_NAME})",
        yields=point,
        direction="as the words say",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Der Deich brach [letzten Donnerstag].", "2024-05-09", "2024-05-09", "2024-05-10"),
            ("2024-05-14", "Sie treffen sich [nächsten Montag].", "2024-05-20", "2024-05-20", "2024-05-21"),
            ("2024-05-14", "Gewählt wird [diesen Freitag].", "2024-05-17", "2024-05-17", "2024-05-18"),
            ("2024-05-14", "Am [kommenden Mittwoch] wird gestreikt.", "2024-05-15", "2024-05-15", "2024-05-16"),
        ),
        nothing=("Das war die letzte Montagsdemo.",),
    ),
    Rule(
        name="weekday-told",
        pattern=r"(?P<turn>{TURN_TOLD}) (?P<weekday>{WEEKDAY_NAME})",
        yields=told(point),
        direction="from the date told last",
        source=_SOURCE,
        examples=(
            (
                "2024-05-14",
                "Die Fähre sank am 1. März 2024. Taucher fanden sie am [folgenden Montag].",
                "2024-03-04",
                "2024-03-04",
                "2024-03-05",
            ),
        ),
        nothing=("Das folgende Montagsspiel entfiel.",),
    ),
    Rule(
        name="weekday-part",
        pattern=r"(?:(?P<turn>{TURN_DEICTIC}) )?(?P<weekday>(?P<part>{WEEKDAY_PART}))",
        yields=part_of_weekday,
        direction="as the weekday",
        source=_SOURCE,
        examples=(
            (
                "2024-05-14",
                "Am [Montagabend] brannte es.",
                "2024-05-13TEV",
                "2024-05-13T18:00:00",
                "2024-05-14T00:00:00",
            ),
            (
                "2024-05-15",
                "Schüsse fielen am [Dienstagmorgen].",
                "2024-05-14TMO",
                "2024-05-14T00:00:00",
                "2024-05-14T12:00:00",
            ),
            (
                "2024-05-14",
                "Der Zug soll am [Freitagnachmittag] fahren.",
                "2024-05-17TAF",
                "2024-05-17T12:00:00",
                "2024-05-17T18:00:00",
            ),
            (
                "2024-05-14",
                "Es schneite [letzten Samstagabend].",
                "2024-05-11TEV",
                "2024-05-11T18:00:00",
                "2024-05-12T00:00:00",
            ),
        ),
        nothing=("Die Montagabendrunde fiel aus.",),
        specificity=1,
    ),
    Rule(
        name="weekday-set",
        pattern=r"jeden (?P<weekday>{WEEKDAY_NAME})|(?P<weekday2>{WEEKDAY_MANY})",
        yields=repeated_point,
        direction="none",
        source="TIMEX3 guidelines, sets",
        examples=(
            ("2024-05-14", "Der Markt öffnet [jeden Dienstag].", "XXXX-WXX-2", None, None),
            ("2024-05-14", "Das Bad ist [freitags] geschlossen.", "XXXX-WXX-5", None, None),
        ),
        nothing=("Jeden Montagsgast kennt er.",),
        specificity=1,
    ),
    Rule(
        name="day-word",
        pattern=r"(?!(?-i:Morgen))(?P<day_word>{DAY_WORD})",
        yields=day_word,
        direction="as the word says",
        source=_SOURCE,
        examples=(
            ("2024-05-14", "Das Gericht urteilt [heute].", "2024-05-14", "2024-05-14", "2024-05-15"),
            ("2024-05-14", "[Gestern] fiel Hagel in Lohbeck.", "2024-05-13", "2024-05-13", "2024-05-14"),
            ("2024-05-14", "Sie reist [morgen] ab.", "2024-05-15", "2024-05-15", "2024-05-16"),
            ("2024-05-14", "Er kam [vorgestern] an.", "2024-05-12", "2024-05-12", "2024-05-13"),
            ("2024-05-14", "Gewählt wird [übermorgen].", "2024-05-16", "2024-05-16", "2024-05-17"),
        ),
        nothing=("Die heutigen Züge fallen aus.", "Er wünschte ihr einen guten Morgen."),
    ),
    Rule(
        name="day-word-opening",
        pattern=r"(?:^|(?<=[.!?]\s)|(?<=\n))(?=(?-i:Morgen))(?P<day_word>{DAY_WORD})(?=\s+[^\W\d_])",
        yields=day_word,
        direction="ahead: a sentence that opens with it speaks of tomorrow",
        source=_SOURCE,
        examples=(("2024-05-14", "[Morgen] tagt der Rat.", "2024-05-15", "2024-05-15", "2024-05-16"),),
        nothing=("Es war ein Morgen im Nebel.",),
        specificity=1,
    ),
    Rule(
        name="part-bare",
        pattern=r"(?:(?-i:(?=[A-Z]))|(?=früh))(?P<part>{PART_NAME})",
        yields=point,
        direction="as the day that it is part of",
        source=_SOURCE,
        examples=(
            (
                "2024-05-14",
                "Der Rat tagt [heute Abend].",
                "2024-05-14TEV",
                "2024-05-14T18:00:00",
                "2024-05-15T00:00:00",
            ),
            (
                "2024-05-14",
                "Es regnete [gestern Nachmittag].",
                "2024-05-13TAF",
                "2024-05-13T12:00:00",
                "2024-05-13T18:00:00",
            ),
        ),
        nothing=("Es war ein Abend voller Lieder.",),
        is_partial=True,
    ),
)
