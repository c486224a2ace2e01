"""Reference time: what has been told so far, and where a story anchors on that rather than on its publication."""

from dataclasses import dataclass
from datetime import date, datetime

from reporter.dates.finder import Found
from reporter.dates.meanings import Base, Meaning, Point, Shift, Unit, Within
from reporter.model import PublicationTime

_FAR_YEARS = 2
_ENOUGH = 3
_SHARE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A date that the story has told: where it begins, how fine it is, and which expression told it."""

    start: date
    unit: Unit
    value: str
    time_id: str
    paragraph: int
    offset: int
    is_saying: bool
    """Whether it dates a saying, not what happened."""
    is_aside: bool
    """Whether it only qualifies a noun or lies ahead ("the treaty of 1976"): no step of the tale."""
    has_year: bool
    """Whether its words give the year."""
    moment: datetime | None = None
    """Of a clock time, naive, as its words tell it; `offset_minutes` are those of the zone that they name."""
    offset_minutes: int | None = None


def is_narrative(found: list[Found], published: PublicationTime | None) -> bool:
    """Whether a story tells history: years long past are many, and dates that lean on publication are few.

    In narrative history the anchor of "in March" is the last date told; a news story leans on its publication.
    """
    far = near = 0
    for one in found:
        year = _year_of(one.meaning)
        if year is not None:
            if published is None or published.day.year - year >= _FAR_YEARS or _is_before_era(one.meaning):
                far += 1
        elif _leans_on_publication(one.meaning):
            near += 1
    return far >= _ENOUGH and far >= _SHARE * near


def _year_of(meaning: Meaning) -> int | None:
    match meaning:
        case Point(short_year=False):
            return meaning.year
        case Within():
            return _year_of(meaning.coarse) or _year_of(meaning.fine)
        case _:
            return None


def has_year(meaning: Meaning) -> bool:
    return _year_of(meaning) is not None


def _is_before_era(meaning: Meaning) -> bool:
    return isinstance(meaning, Point) and meaning.is_before_era


def _leans_on_publication(meaning: Meaning) -> bool:
    match meaning:
        case Point():
            return (meaning.weekday is not None and meaning.month is None) or meaning.turn is not None
        case Shift():
            return (
                meaning.base in (Base.PUBLICATION, Base.DEFINITE)
                and not meaning.is_counted
                and meaning.unit <= Unit.YEAR
            )
        case Within():
            return _leans_on_publication(meaning.coarse)
        case _:
            return False
