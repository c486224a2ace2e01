"""Days that stand in a row: the days of a list look one way, and what ends does not end before it begins."""

from datetime import timedelta

from reporter.dates.finder import Found
from reporter.dates.meanings import Point, Unit
from reporter.dates.places import Place
from reporter.dates.rules import DateRules
from reporter.dates.wording import ProofWording
from reporter.model import Direction, Parse, Span

_WEEK = timedelta(days=7)
_LINKS = frozenset({"PUNCT", "CCONJ"})
_LONGEST_LINK = 2


def goes_on(one: Found, previous: Found | None, parse: Parse) -> bool:
    """Whether a weekday goes on a list of them, only marks and "and" between: "Tuesday, Wednesday and Thursday"."""
    if previous is None or not (_is_weekday(one) and _is_weekday(previous)) or one.paragraph != previous.paragraph:
        return False
    between = parse.tokens_in(Span(start=previous.end, end=one.start))
    return 0 < len(between) <= _LONGEST_LINK and all(token.pos in _LINKS for token in between)


def closes(one: Found, previous: Found | None, parse: Parse, rules: DateRules) -> bool:
    """Whether a weekday tells the end of what began on the weekday before it, in one sentence.

    By its signal ("opens Tuesday and runs through Sunday") or its verb ("to begin Tuesday and end Friday").
    """
    if previous is None or not (_is_weekday(one) and _is_weekday(previous)):
        return False
    tokens, before = parse.tokens_in(one.span), parse.tokens_in(previous.span)
    if not tokens or not before or tokens[0].sentence != before[0].sentence:
        return False
    if one.signal in rules.closing:
        return True
    verb = next((token for token in tokens[-1].ancestors()), tokens[-1])
    return verb.lemma.lower() in rules.grammar.ending and verb.dep in rules.grammar.conjunct_deps


def keep_after(place: Place, previous: Place, wording: ProofWording) -> None:
    """Move a day that lies ahead a week on, if it would lie before the day that it follows."""
    if place.begin is None or place.until is None or previous.begin is None or place.unit is not Unit.DAY:
        return
    if previous.direction is not Direction.FUTURE or place.begin > previous.begin:
        return
    place.begin, place.until = place.begin + _WEEK, place.until + _WEEK
    place.value = place.begin.date().isoformat()
    place.direction, place.reason = Direction.FUTURE, wording.in_row
    place.sentences = []
    place.alternatives = []


def _is_weekday(one: Found) -> bool:
    meaning = one.meaning
    return isinstance(meaning, Point) and meaning.weekday is not None and meaning.day is None and meaning.turn is None
