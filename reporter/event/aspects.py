"""In what two accounts of one deed differ that carry neither a figure nor a "not": who did it, where, or on which day.

Precision comes first. Only what can happen once counts (a crash, a collapse), or what one side alone can have done to
one thing (shelled the school); and a difference must be one of things that both stories tell apart: two names, or two
parties that both of the stories know, and for a doer that more than the verb and its object is shared. An area ("in
the north") and a place that the other story names too are no other place.
"""

from collections.abc import Iterable
from datetime import timedelta

from reporter.event.words import EventWords
from reporter.model import Account, Aspect, Interval, Modality

_NEAR = timedelta(days=3)
"""Days farther apart are taken for two events."""
_ONE_DAY = timedelta(hours=25)
_MORE_SHARED = 3
"""Words of both accounts: more than the verb and whom it befell."""
_LONG = 5
"""Letters of a word that may be found in a longer one."""


def differing_aspect(
    one: Account, other: Account, one_words: frozenset[str], other_words: frozenset[str], words: EventWords
) -> Aspect | None:
    """The aspect in which the two differ, None where they are not about one deed or do not differ. `one_words` and
    `other_words` are what their stories tell."""
    if one.verb is None or one.verb != other.verb or one.is_negated or other.is_negated:
        return None
    if any(
        not each.is_told_as_done or each.is_denial or each.claim.modality is Modality.POSSIBLE for each in (one, other)
    ):
        return None
    shared = len(one.content & other.content)
    if one.verb in words.single_doer_verbs and one.done_to & other.done_to:
        if shared < _MORE_SHARED:
            return None
        return Aspect.ACTOR if _are_two(one.doer, other.doer, one, other, one_words, other_words) else None
    if one.verb not in words.once_verbs or not _subject(one) & _subject(other):
        return None
    named = _subject(one) & _subject(other) & one.names & other.names
    if not named and (one.done_to or shared < _MORE_SHARED):
        return None  # a man who was killed on one day is not the man who was killed on another
    if _on_other_days(one.times, other.times):
        return Aspect.TIME
    here, there = _places(one, words), _places(other, words)
    if here and there and here.isdisjoint(there) and here.isdisjoint(other_words) and there.isdisjoint(one_words):
        return Aspect.PLACE
    return None


def _subject(account: Account) -> frozenset[str]:
    """What it befell: whom it was done to, or else who did it."""
    return account.done_to or account.doer


def _are_two(
    mine: frozenset[str],
    theirs: frozenset[str],
    one: Account,
    other: Account,
    one_words: frozenset[str],
    other_words: frozenset[str],
) -> bool:
    """Whether two doers are two parties: two names, or each known to the other story too."""
    if not mine or not theirs or _meet(mine, theirs):
        return False
    named = bool(mine & one.names) and bool(theirs & other.names)
    return named or (_meet(mine, other_words) and _meet(theirs, one_words))


def _meet(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a word of one is in the other or in a word there: "slide" and "landslide", "rebel" and "rebels"."""
    listed = tuple(others)
    return any(_alike(one, other) for one in some for other in listed)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _LONG and short in long)


def _places(account: Account, words: EventWords) -> frozenset[str]:
    """The names behind a preposition of a point; an area ("in the north") may hold the place that another names."""
    found = frozenset(name for key in words.point_prepositions for name in account.under.get(key, ()))
    return found & account.names


def _on_other_days(some: Iterable[Interval], others: Iterable[Interval]) -> bool:
    """Whether both are dated to a day, no day of one is a day of the other, and they lie close."""
    mine, theirs = list(some), list(others)
    if not mine or not theirs or not all(_is_day(each) for each in (*mine, *theirs)):
        return False
    apart = [_gap(one, other) for one in mine for other in theirs]
    return all(timedelta(0) <= gap <= _NEAR for gap in apart)


def _is_day(interval: Interval) -> bool:
    return _length(interval) <= _ONE_DAY


def _length(interval: Interval) -> timedelta:
    return interval.until.replace(tzinfo=None) - interval.begin.replace(tzinfo=None)


def _gap(one: Interval, other: Interval) -> timedelta:
    """From the end of the earlier to the beginning of the later, negative where they overlap; both in local time."""
    first, second = sorted((one, other), key=lambda each: each.begin.replace(tzinfo=None))
    return second.begin.replace(tzinfo=None) - first.until.replace(tzinfo=None)
