"""When the story was published: evidence gathered, held against each other, and one moment settled on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reporter.errors import AnchorError
from reporter.ingest.layout import Calendar
from reporter.ingest.moments import (
    FIRST_YEAR,
    LAST_YEAR,
    AmbiguousDateError,
    Moment,
    nearest_year,
    read_moment,
    read_month_day,
    written_offset,
    zone_info,
)
from reporter.model import EvidenceKind, PublicationEvidence, PublicationTime, Settings

HOW_TO = (
    "Give the publication time with --published, for example --published 2015-10-12 or "
    "--published '12 October 2015 14:05 GMT'."
)
OR_UNDATED = "With --undated the brief is made without it, and every relative date stays unresolved."


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One place that says when the story was published, as it was read.

    `moment` is None for a date without a year: `month_day` then only checks the others. `is_firm` is false for what
    was inferred (a date found somewhere on a page); such evidence is used only where nothing firm is, and contradicts
    nothing. `is_update` marks the time of a later version.
    """

    kind: EvidenceKind
    text: str
    detail: str
    moment: Moment | None = None
    month_day: tuple[int, int] | None = None
    is_firm: bool = True
    is_update: bool = False


def read_statement(
    text: str,
    kind: EvidenceKind,
    detail: str,
    calendar: Calendar,
    *,
    is_firm: bool = True,
    is_update: bool = False,
    is_lenient: bool = False,
) -> Statement | None:
    """The statement that `text` makes; None if it states no day, or one that can be read in two ways.

    Raises AnchorError "bad-publication-date" for a weekday that does not fit its date, unless `is_lenient`: the user
    has chosen, and the statement is dropped.
    """
    try:
        moment = read_moment(text, calendar)
    except AmbiguousDateError:
        return None
    if moment is None:
        month_day = read_month_day(text, calendar) if kind is EvidenceKind.DATELINE else None
        if month_day is None:
            return None
        return Statement(kind=kind, text=text, detail=detail, month_day=month_day)
    if moment.has_wrong_weekday:
        if is_lenient:
            return None
        raise AnchorError(
            "bad-publication-date",
            f"By {detail} the story is of {text!r}, but {_readable(moment.day)} was a {moment.day:%A}.",
            HOW_TO,
        )
    return Statement(kind=kind, text=text, detail=detail, moment=moment, is_firm=is_firm, is_update=is_update)


def read_flag(published: str, calendar: Calendar) -> Statement:
    """What the user gave. Raises AnchorError "bad-publication-date" for anything but one absolute date."""
    text = " ".join(published.split())
    try:
        moment = read_moment(text, calendar)
    except AmbiguousDateError as error:
        one, other = error.readings
        raise AnchorError(
            "bad-publication-date",
            f"{text!r} can be {_readable(one)} or {_readable(other)}.",
            f"Write it with the month's name or the year first: {one.isoformat()} or {other.isoformat()}.",
        ) from error
    if moment is None:
        moment = _read_with_library(text)
    if moment is None:
        raise AnchorError(
            "bad-publication-date",
            f"{_shortened(text)} {_what_is_wrong(text)}.",
            "Write one full date, with a time and zone if they are known: 2015-10-12, '12 October 2015' or "
            "2015-10-12T14:05+01:00.",
        )
    if moment.has_wrong_weekday:
        raise AnchorError(
            "bad-publication-date",
            f"{text!r} cannot be: {_readable(moment.day)} was a {moment.day:%A}.",
            "Correct the date or leave the weekday out.",
        )
    return Statement(kind=EvidenceKind.FLAG, text=text, detail="--published", moment=moment)


def settle(statements: Sequence[Statement], flag: Statement | None, settings: Settings) -> PublicationTime | None:
    """The publication time that `statements` (in order of trust) agree on, or that the user gave.

    None only when there is no evidence and the settings let undated stories through. Raises AnchorError
    "conflicting-dates" where two firm statements lie more than a day apart, "no-publication-date" without any.
    """
    if settings.zone is not None:
        zone_info(settings.zone)
    dated = [statement for statement in statements if statement.moment is not None]
    originals = [statement for statement in dated if not statement.is_update] or dated
    firm = [statement for statement in originals if statement.is_firm]
    if flag is not None:
        return _time(flag, [flag, *statements], settings)
    candidates = firm or originals[:1]
    if not candidates:
        if settings.undated:
            return None
        raise AnchorError(
            "no-publication-date", "It is not known when this story was published.", f"{HOW_TO} {OR_UNDATED}"
        )
    best = candidates[0]
    others = [*candidates[1:], *(statement for statement in statements if statement.moment is None)]
    for other in others:
        _require_agreement(best, other)
    # A day gains the time of day that a less trusted statement has for it.
    chosen = next((one for one in candidates if _day(one) == _day(best) and one.moment and one.moment.clock), best)
    return _time(chosen, [chosen, *(one for one in statements if one is not chosen)], settings)


def _shortened(text: str) -> str:
    return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…")


def _what_is_wrong(text: str) -> str:
    if not text:
        return "is no date"
    if not _YEAR.search(text):
        return "has no year of four digits, and today's date is never used to guess one"
    return "is not one date with a day, a month and a year"


def _require_agreement(best: Statement, other: Statement) -> None:
    day = _day(best)
    other_day = _day(other) if other.moment is not None else nearest_year(*(other.month_day or (1, 1)), day)
    if abs((other_day - day).days) > 1:
        raise AnchorError(
            "conflicting-dates",
            f"The story has two publication dates: {best.detail} says {best.text!r} ({_readable(day)}), "
            f"{other.detail} says {other.text!r} ({_readable(other_day)}).",
            f"Choose one with --published {day.isoformat()} or --published {other_day.isoformat()}.",
        )


def _day(statement: Statement) -> date:
    if statement.moment is None:
        raise ValueError("a statement without a year has no day")
    return statement.moment.day


def _time(chosen: Statement, evidence: Sequence[Statement], settings: Settings) -> PublicationTime:
    moment = chosen.moment
    if moment is None:
        raise ValueError("a statement without a year gives no publication time")
    instant, zone = moment.placed(settings.zone)
    return PublicationTime(
        day=moment.day,
        instant=instant,
        zone=zone,
        evidence=tuple(_evidence(statement, moment.day, settings) for statement in evidence),
    )


def _evidence(statement: Statement, day: date, settings: Settings) -> PublicationEvidence:
    detail = statement.detail
    if statement.moment is None:
        value = nearest_year(*(statement.month_day or (1, 1)), day).isoformat()
        detail += ", year from the publication date"
    else:
        instant, _ = statement.moment.placed(settings.zone)
        value = (instant or statement.moment.day).isoformat()
        if statement.moment.zone_choices and (instant is None or instant.tzinfo is None):
            detail += f", zone not certain: {' or '.join(statement.moment.zone_choices)}"
    return PublicationEvidence(kind=statement.kind, text=statement.text, value=value, detail=detail)


def _read_with_library(text: str) -> Moment | None:
    """Absolute dates in other languages and rarer spellings, by dateparser.

    It is asked twice, with two different todays: what it would fill in from today's date comes out different.
    """
    if not text or len(text) > 100 or not _YEAR.search(text) or not _LETTERS.search(text):
        return None
    import dateparser

    readings = {
        dateparser.parse(
            text,
            settings={
                "PARSERS": ["absolute-time"],
                "STRICT_PARSING": True,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "RELATIVE_BASE": today,
            },
        )
        for today in (datetime(1987, 3, 17, 5, 11), datetime(2031, 11, 28, 21, 47))  # noqa: DTZ001
    }
    found = readings.pop()
    if readings or found is None or not FIRST_YEAR <= found.year <= LAST_YEAR or f"{found.year}" not in text:
        return None
    has_clock = (found.hour, found.minute) != (0, 0) or bool(_MIDNIGHT.search(text))
    offset = found.utcoffset() if has_clock else None
    return Moment(
        day=found.date(),
        clock=found.time().replace(microsecond=0) if has_clock else None,
        zone=None if offset is None else written_offset(offset),
    )


_LONGEST_SHOWN = 60
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|2[01])\d\d(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MIDNIGHT = re.compile(r"(?<!\d)0{1,2}[:.h]00(?!\d)")


def _readable(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
