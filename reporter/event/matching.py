"""Claims of several stories that are accounts of one thing, and how each pair stands.

Candidates share a unit, a verb or words; what decides is a typed slot: a figure with its unit and bound, negation, a
denial, a name, a time. Likeness of words alone never makes two accounts agree or differ.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from reporter.event.aspects import differing_aspect
from reporter.event.tellings import Telling
from reporter.event.words import EventWords
from reporter.model import Account, Aspect, Bound, Figure, Interval, Modality, PublicationTime, Quantity, Tie

COMPARED_AT_MOST = 200
"""Earlier accounts of one kind with which each account is compared; keeps hostile input linear."""

GAP = timedelta(hours=6)
"""Between two publications, for a figure of another voice to count as later rather than as different. Chosen, not
tuned: within a news cycle two counts clash, from the morning to the evening one is old."""

LOOKS_BACK = timedelta(days=31)
"""How far before publication that lies which a story tells without a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """An account, with the place of its story and when that was published."""

    place: int
    account: Account
    begin: datetime | None
    until: datetime | None
    key: str | None
    words: frozenset[str]
    """All lemmas of its story that tell something."""
    names: frozenset[str]
    """Its words that some story of the event writes as names in mid-sentence."""

    @property
    def ident(self) -> tuple[int, str]:
        return self.place, self.account.claim.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """How `first` stands to `second`; the quantities are those that were compared."""

    first: Teller
    second: Teller
    tie: Tie
    first_figure: Quantity | None = None
    second_figure: Quantity | None = None
    aspect: Aspect | None = None


def tellers(
    tellings: Sequence[Telling], keys: Sequence[Sequence[str | None]], names: frozenset[str]
) -> tuple[Teller, ...]:
    """Every account of the event, story by story."""
    found = []
    for place, telling in enumerate(tellings):
        begin, until = published_between(telling.article.published)
        told = frozenset(
            lemma for account in telling.accounts for lemma in account.content | account.doer | account.done_to
        )
        found += [
            Teller(
                place=place,
                account=account,
                begin=begin,
                until=until,
                key=key,
                words=told,
                names=account.names & names,
            )
            for account, key in zip(telling.accounts, keys[place], strict=True)
        ]
    return tuple(found)


def published_between(published: PublicationTime | None) -> tuple[datetime | None, datetime | None]:
    """The moment of publication, or the whole day where only that is known; as UTC."""
    if published is None:
        return None, None
    if published.instant is not None:
        moment = comparable(published.instant)
        return moment, moment
    day = datetime(published.day.year, published.day.month, published.day.day, tzinfo=UTC)
    return day, day + timedelta(days=1)


def comparable(moment: datetime) -> datetime:
    """Naive moments are a story's local time; beside aware ones they compare as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def pairs(listed: Sequence[Teller], words: EventWords) -> tuple[Pair, ...]:
    """Every two accounts of different stories that stand to each other in some way; an account is compared with a
    bounded number of those before it."""
    found: list[Pair] = []
    index: dict[str, list[Teller]] = {}
    for teller in listed:
        if not teller.account.is_fact:
            continue
        keys = tuple(dict.fromkeys(_drawers(teller.account, words)))
        near: dict[tuple[int, str], Teller] = {}
        for key in keys:
            for other in index.get(key, ())[-COMPARED_AT_MOST:]:
                if other.place != teller.place:
                    near[other.ident] = other
        for other in near.values():
            pair = compare(other, teller, words)
            if pair is not None:
                found.append(pair)
        for key in keys:
            index.setdefault(key, []).append(teller)
    return tuple(found)


def _drawers(account: Account, words: EventWords) -> Iterator[str]:
    """Where an account is looked for: by what its figures count, and by its verb."""
    for figure in account.figures:
        yield f"unit {figure.unit}"
    for series in account.series:
        yield from (f"series {one}" for one in sorted(series.counted))
    for figure in account.figures:
        yield from (f"series {one}" for one in sorted({figure.unit, figure.verb}))
    if account.verb is not None and account.verb not in words.counting_verbs:
        yield f"verb {account.verb}"
    yield " ".join(account.claim.text.lower().split())


def compare(one: Teller, other: Teller, words: EventWords) -> Pair | None:
    """How two accounts stand to each other, None where they are not about one thing. The first of the pair is the one
    that denies or replaces."""
    return compare_figures(one, other, words) or _by_aspect(one, other, words) or _by_words(one, other)


# figures


def compare_figures(one: Teller, other: Teller, words: EventWords) -> Pair | None:
    """How two accounts stand by their figures, None where these count different things, or there are none."""
    if not all(teller.account.is_told_as_done for teller in (one, other)):
        return None
    if any(teller.account.claim.modality is Modality.POSSIBLE for teller in (one, other)):
        return None
    if one.account.is_denial or other.account.is_denial:
        return None
    agreeing: Pair | None = None
    for first, first_figure in _counts(one):
        for second, second_figure in _counts(other):
            if not _one_thing(first, second, one, other, words):
                continue
            pair = _stand(one, first_figure, first, other, second_figure, second)
            if pair.tie is not Tie.AGREES:
                return pair
            agreeing = agreeing or pair
    return agreeing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """A figure or what a series has come to."""

    low: float
    high: float
    figure: Figure | None
    counted: frozenset[str]


def _counts(teller: Teller) -> Iterator[tuple[_Count, Quantity]]:
    for figure in teller.account.figures:
        if figure.is_whole:
            counted = frozenset({figure.unit, figure.verb})
            yield _Count(low=figure.low, high=figure.high, figure=figure, counted=counted), figure.quantity
    for series in teller.account.series:
        value = series.quantity.value
        if value is not None:
            yield _Count(low=value, high=value, figure=None, counted=series.counted), series.quantity


def _one_thing(one: _Count, other: _Count, first: Teller, second: Teller, words: EventWords) -> bool:
    """Whether two numbers count the same: one unit, what befell it, whom it narrows down to, who did it, and when."""
    is_state = all(count.figure is not None and count.figure.is_state for count in (one, other))
    if not is_state and not may_be_one_time(first, second):
        return False
    is_same_number = one.low == other.low and one.high == other.high
    if not is_same_number and are_apart(first.names, second.names):
        return False
    if one.figure is None and other.figure is None:
        return bool(one.counted) and (one.counted <= other.counted or other.counted <= one.counted)
    if one.figure is None or other.figure is None:
        return not one.counted.isdisjoint(other.counted)
    mine, theirs = one.figure, other.figure
    is_counting = mine.verb in words.counting_verbs and theirs.verb in words.counting_verbs
    if mine.unit != theirs.unit or not (mine.verb == theirs.verb or is_counting) or mine.kinds != theirs.kinds:
        return False
    if not _narrow_alike(mine, second) or not _narrow_alike(theirs, first):
        return False
    if (mine.details - mine.kinds) and (theirs.details - theirs.kinds) and mine.details.isdisjoint(theirs.details):
        return False
    if is_counting:
        return True
    if mine.actor is not None and theirs.actor is not None and not _one_actor(mine.actor, theirs.actor):
        return False
    shared = first.account.content & second.account.content
    return mine.is_event or is_same_number or len(shared) >= 2


def _narrow_alike(figure: Figure, other: Teller) -> bool:
    """What narrows the counted down is known to the other story, so that it may mean the same."""
    return (figure.details - figure.kinds) <= other.words


def _one_actor(one: str, other: str) -> bool:
    """ "slide" and "landslide" are one thing."""
    return one in other or other in one


def _stand(
    one: Teller, one_figure: Quantity, first: _Count, other: Teller, other_figure: Quantity, second: _Count
) -> Pair:
    agrees = first.low <= second.high and second.low <= first.high
    is_same = (first.low, first.high) == (second.low, second.high)

    def pair(tie: Tie, *, is_turned: bool = False) -> Pair:
        if is_turned:
            return Pair(first=other, second=one, tie=tie, first_figure=other_figure, second_figure=one_figure)
        return Pair(first=one, second=other, tie=tie, first_figure=one_figure, second_figure=other_figure)

    if is_same:
        return pair(Tie.AGREES)
    if is_later(other, one) and not (agrees and _is_loose(other_figure)):
        return pair(Tie.REPLACES, is_turned=True)
    if is_later(one, other) and not (agrees and _is_loose(one_figure)):
        return pair(Tie.REPLACES)
    return pair(Tie.AGREES if agrees else Tie.DIFFERS)


def _is_loose(quantity: Quantity) -> bool:
    """Whether the figure says less than a number does, so that it cannot replace one that fits it."""
    return quantity.bound is not Bound.EXACT or quantity.upper is not None


def is_later(one: Teller, other: Teller) -> bool:
    """Whether `one` gives a later state than `other`: of one voice whatever came out later; of another voice what came
    out hours later, and was not said on the same day."""
    if one.begin is None or other.begin is None or one.until is None or other.until is None:
        return False
    if one.key is not None and one.key == other.key and one.begin >= other.until and one.begin > other.begin:
        return True
    gap = one.begin - other.until
    is_day_only = one.until > one.begin or other.until > other.begin
    if gap < (timedelta(0) if is_day_only else GAP):
        return False
    said, before = one.account.said, other.account.said
    if said and before:
        return min(comparable(time.begin) for time in said) >= max(comparable(time.until) for time in before)
    return True


# what has no figure


def _by_aspect(one: Teller, other: Teller, words: EventWords) -> Pair | None:
    """'The rebels shelled the school', 'the army shelled the school': one deed, and another doer, place or day."""
    aspect = differing_aspect(one.account, other.account, one.words, other.words, words)
    if aspect is None or (aspect is not Aspect.TIME and not may_be_one_time(one, other)):
        return None
    return Pair(first=one, second=other, tie=Tie.DIFFERS, aspect=aspect)


def _by_words(one: Teller, other: Teller) -> Pair | None:
    first, second = one.account, other.account
    if first.verb is None or first.verb != second.verb or not may_be_one_time(one, other):
        return None
    if first.is_denial and second.is_denial:
        return None
    shared = len(first.content & second.content)
    if first.is_denial or second.is_denial:
        if first.is_negated == second.is_negated and tells_most(shared, first, second) and one.key != other.key:
            denial, denied = (one, other) if first.is_denial else (other, one)
            return Pair(first=denial, second=denied, tie=Tie.DENIES)
        return None
    if _numbers(first) != _numbers(second):
        return None
    if first.is_negated != second.is_negated:
        is_one = tells_most(shared, first, second) and not are_apart(one.names, other.names) and one.key != other.key
        if not is_one:
            return None
        denial, denied = (one, other) if first.is_negated else (other, one)
        return Pair(first=denial, second=denied, tie=Tie.DENIES)
    if " ".join(first.claim.text.lower().split()) == " ".join(second.claim.text.lower().split()):
        return Pair(first=one, second=other, tie=Tie.AGREES)
    if bool(first.doer) != bool(second.doer) and first.done_to & second.done_to:
        return None  # "The school was shelled" is no word for "rebels shelled the school"
    if not one.names & other.names or (one.names - other.names and other.names - one.names):
        return None
    return Pair(first=one, second=other, tie=Tie.AGREES) if shared * 2 >= len(first.content | second.content) else None


def tells_most(shared: int, first: Account, second: Account) -> bool:
    """Whether `shared` words are two thirds of what the shorter account tells."""
    return shared >= 2 and shared * 3 >= 2 * min(len(first.content), len(second.content))


def _numbers(account: Account) -> frozenset[float]:
    return frozenset(quantity.value for quantity in account.claim.quantities if quantity.value is not None)


def are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both name something, and nothing in common."""
    return bool(some) and bool(others) and some.isdisjoint(others)


def may_be_one_time(one: Teller, other: Teller) -> bool:
    """What has no date is of late: it does not lie years before its story."""
    return any(
        begin < other_until and other_begin < until
        for begin, until in _when(one)
        for other_begin, other_until in _when(other)
    )


_ALWAYS = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


def _when(teller: Teller) -> Iterable[tuple[datetime, datetime]]:
    if teller.account.times:
        return [_run(time) for time in teller.account.times]
    if teller.begin is None or teller.until is None:
        return [_ALWAYS]
    try:
        return [(teller.begin - LOOKS_BACK, teller.until + timedelta(days=1))]
    except OverflowError:
        return [_ALWAYS]


def _run(time: Interval) -> tuple[datetime, datetime]:
    return comparable(time.begin), comparable(time.until)
