"""What kind of thing a meaning is: which shades fit it, which others it joins."""

from reporter.dates.meanings import Base, Length, Meaning, Numbered, Point, Shift, Unit, Within


def is_length(meaning: Meaning) -> bool:
    """A stretch, or a counted step ("more than two years ago")."""
    return isinstance(meaning, Length) or (isinstance(meaning, Shift) and meaning.is_counted)


def is_bare_length(meaning: Meaning) -> bool:
    """A stretch that is not tied to publication: "over" before "the past week" is no more than a preposition."""
    return is_length(meaning) and not (isinstance(meaning, Length) and meaning.turn is not None)


def is_place(meaning: Meaning) -> bool:
    """Something with a place on the calendar that is not counted."""
    match meaning:
        case Point():
            return meaning.clock is None
        case Shift():
            return not meaning.is_counted
        case Within():
            return is_place(meaning.fine)
        case _:
            return False


def is_weekend_or_more(meaning: Meaning) -> bool:
    match meaning:
        case Point():
            return meaning.unit > Unit.DAY
        case Shift():
            return not meaning.is_counted and meaning.unit > Unit.DAY
        case Within():
            return is_weekend_or_more(meaning.fine)
        case _:
            return False


def is_step_of_unit(meaning: Meaning) -> bool:
    """ "this year", "that day": what has an earlier and a later part."""
    return isinstance(meaning, Shift) and not meaning.is_counted


def is_shadeable(meaning: Meaning) -> bool:
    if isinstance(meaning, Point) and meaning.unit is Unit.DAY and meaning.month is None:
        # "a way around Monday's ruling"
        return False
    return isinstance(meaning, Point | Length | Within) or (isinstance(meaning, Shift) and meaning.is_counted)


def is_open(meaning: Meaning) -> bool:
    """Whether a meaning lacks the larger thing that holds it, so that it may stand within one."""
    match meaning:
        case Point():
            return meaning.year is None and meaning.turn is None and meaning.decade is None and meaning.century is None
        case Numbered():
            return True
        case Length():
            return meaning.is_ordinal_part
        case _:
            return False


def is_told(meaning: Meaning) -> bool:
    return isinstance(meaning, Shift | Point) and meaning.base is Base.TOLD
