"""Places any meaning on the calendar, by its kind."""

from dataclasses import replace

from reporter.dates.calendar import OffCalendar
from reporter.dates.clocks import on_day
from reporter.dates.lengths import place_length, place_repeated, place_vague
from reporter.dates.meanings import Length, Meaning, NoTime, Numbered, Point, Repeated, Shift, Vague, Within
from reporter.dates.places import Place
from reporter.dates.points import place_point
from reporter.dates.scene import Scene, Where
from reporter.dates.steps import place_shift
from reporter.dates.wholes import inside, numbered, within_open
from reporter.model import Direction, TimeType


def resolve(meaning: Meaning, where: Where, scene: Scene) -> Place:
    """The place of a meaning. What needs an anchor that is missing, or lies off the calendar, has no value."""
    try:
        return _placed(meaning, where, scene)
    except OffCalendar:
        place = scene.missing(_type_of(meaning), scene.wording.impossible)
        place.direction = Direction.ABSOLUTE  # No anchor could help.
        return place


def _placed(meaning: Meaning, where: Where, scene: Scene) -> Place:
    match meaning:
        case Point():
            return place_point(meaning, where, scene)
        case Shift():
            return place_shift(meaning, where, scene)
        case Length():
            return place_length(meaning, scene)
        case Repeated():
            return place_repeated(meaning, scene)
        case Vague():
            return place_vague(meaning, scene)
        case Within():
            return _within(meaning, where, scene)
        case Numbered():
            return scene.missing(TimeType.DATE, scene.wording.missing_text)
        case NoTime():
            raise TypeError("words that name no time have no place")


def _within(meaning: Within, where: Where, scene: Scene) -> Place:
    coarse = _placed(meaning.coarse, where, scene)
    fine = meaning.fine
    if isinstance(fine, Point) and (fine.clock is not None or fine.part is not None):
        return on_day(fine, coarse, scene)
    if coarse.begin is None or coarse.until is None:
        if coarse.value is None or not isinstance(fine, Point):
            return replace(coarse, value=None)
        return within_open(fine, coarse)
    if isinstance(fine, Numbered):
        return numbered(fine, coarse, scene)
    if isinstance(fine, Point):
        return inside(fine, coarse, scene)
    return coarse


def _type_of(meaning: Meaning) -> TimeType:
    match meaning:
        case Length():
            return TimeType.DURATION
        case Repeated():
            return TimeType.SET
        case Within():
            return _type_of(meaning.fine)
        case Point() if meaning.clock is not None or meaning.part is not None:
            return TimeType.TIME
        case _:
            return TimeType.DATE
