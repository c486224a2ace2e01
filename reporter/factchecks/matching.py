"""Whether a published review is about the matter of a claim, and what shows it.

Likeness of words brings a review up; typed slots decide, as between the stories of one event, by the same code. There
one knows that the stories tell of one event, here one does not, so more is asked: the same verb, no role filled by
somebody or something else, a name in common or nearly all of the words, no figures of different things, a time at which
the review can have been about it. What then still differs (a "not", a figure, a date, who says so) is shown. That two
claims agree is never said: likeness cannot see contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from reporter.event.matching import (
    Teller,
    are_apart,
    comparable,
    compare_figures,
    may_be_one_time,
    published_between,
    tells_most,
)
from reporter.event.words import EventWords
from reporter.model import Account, FactCheck, MatchGround, Modality, PublicationTime, Slot, SlotDifference, Tie
from reporter.verdicts.placing import comparable as plain_words
from reporter.verification import FlagWords, Roles, Story, accounts_of, roles_of

LEAST_SHARED = 3
"""Words that both tell. With two, "the minister resigned" would fit every minister."""
LEAST_SHARED_UNNAMED = 4
"""The same for a past event without a name: "two dock workers were killed" in many a port."""
LEAST_ALIKE = 0.6
"""Of all words of both, where no name ties them together. Chosen, not tuned."""
LEAST_ALIKE_NAMED = 0.4
"""The same with a name in common."""

_NAME = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A claim of a story, or a claim as it was reviewed, with what it is held against others by.

    `told` are the lemmas that tell what it is about, without numbers; `speakers` the words of the name of who says so.
    """

    teller: Teller
    roles: Roles
    told: frozenset[str]
    speakers: frozenset[str]
    speaker: str | None
    plain: tuple[str, ...]

    @property
    def account(self) -> Account:
        return self.teller.account


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """What ties a review to a claim, and what differs."""

    ground: MatchGround
    shared: tuple[str, ...]
    figures: tuple[str, ...]
    differences: tuple[SlotDifference, ...]


def subjects(story: Story, words: FlagWords, *, author: str | None = None) -> Iterator[Subject]:
    """Every claim of `story` that states a fact. `author` is who is known to say what the text says of itself."""
    begin, until = published_between(story.article.published)
    listed = accounts_of(story, words)
    everything = frozenset(lemma for account in listed for lemma in account.content)
    for account in listed:
        if not account.is_fact:
            continue
        names = account.names - words.office_titles
        told = frozenset(one for one in account.content if one not in words.number_words and not _is_number(one))
        speaker = (account.source.name if account.source is not None else None) or author
        yield Subject(
            teller=Teller(
                place=0, account=account, begin=begin, until=until, key=None, words=everything, names=frozenset(names)
            ),
            roles=roles_of(account.claim, story, words),
            told=told,
            speakers=frozenset(_NAME.findall((speaker or "").lower())) - words.office_titles,
            speaker=speaker,
            plain=plain_words(account.claim.text),
        )


def says_enough(subject: Subject) -> bool:
    """Whether a review could be tied to the claim at all."""
    is_unnamed_past = subject.roles.is_past and not subject.teller.names
    return len(subject.told) >= (LEAST_SHARED_UNNAMED if is_unnamed_past else LEAST_SHARED)


def pairing(ours: Subject, theirs: Subject, review: FactCheck, words: EventWords) -> Pairing | None:
    """What ties the review's claim `theirs` to the story's claim `ours`; None where nothing safely does."""
    ground = _ground(ours, theirs)
    if ground is None or not _may_be_of_one_time(ours, theirs, review):
        return None
    figures = _figures(ours, theirs, words)
    if figures is None:
        return None
    given, different = figures
    shared = _shared(ours, theirs)
    names = (ours.teller.names | theirs.teller.names) & shared
    return Pairing(
        ground=ground,
        shared=(*sorted(names), *sorted(shared - names)),
        figures=given,
        differences=(
            *_negation(ours, theirs),
            *_firmness(ours, theirs),
            *different,
            *_time(ours, theirs, review),
            *_speaker(ours, theirs),
        ),
    )


def _shared(ours: Subject, theirs: Subject) -> frozenset[str]:
    """What both tell; all of it where the words are the same, though a parser may read capitals in another way."""
    return ours.told if ours.plain == theirs.plain else ours.told & theirs.told


def _ground(ours: Subject, theirs: Subject) -> MatchGround | None:
    is_pointing = ours.roles.is_pointing or theirs.roles.is_pointing
    if is_pointing and not ours.speakers & theirs.speakers:
        return None
    shared = _shared(ours, theirs)
    has_name = bool((ours.teller.names | theirs.teller.names) & shared)
    is_past = ours.roles.is_past or theirs.roles.is_past
    if len(shared) < (LEAST_SHARED_UNNAMED if is_past and not has_name else LEAST_SHARED):
        return None
    if ours.plain == theirs.plain:
        return MatchGround.SAME_WORDS
    one, other = ours.account, theirs.account
    if one.verb is None or one.verb != other.verb or ours.roles.clashes_with(theirs.roles):
        return None
    if not tells_most(len(shared), one, other):
        return None
    mine, others = ours.teller.names - theirs.told, theirs.teller.names - ours.told
    if are_apart(ours.teller.names, theirs.teller.names) or (mine and others) or ((mine or others) and not has_name):
        return None
    alike = len(shared) / len(ours.told | theirs.told)
    return MatchGround.SAME_MATTER if alike >= (LEAST_ALIKE_NAMED if has_name else LEAST_ALIKE) else None


def _may_be_of_one_time(ours: Subject, theirs: Subject, review: FactCheck) -> bool:
    """Not where both are dated apart, where ours came after the review, or where nothing but words ties together two
    past events that lie apart."""
    one, other = ours.teller, theirs.teller
    if one.account.times and other.account.times and not may_be_one_time(one, other):
        return False
    day = review.reviewed_day
    if day is not None and one.account.times:
        _, until = published_between(PublicationTime(day=day))
        first = min(comparable(time.begin) for time in one.account.times)
        if until is not None and first > until + timedelta(days=1):
            return False
    is_named = bool((one.names | other.names) & _shared(ours, theirs))
    is_past = ours.roles.is_past or theirs.roles.is_past
    return is_named or not is_past or may_be_one_time(one, other)


def _figures(
    ours: Subject, theirs: Subject, words: EventWords
) -> tuple[tuple[str, ...], tuple[SlotDifference, ...]] | None:
    """The figures that both give, and those that differ; None where they count different things."""
    pair = compare_figures(ours.teller, theirs.teller, words)
    if pair is not None and pair.first_figure is not None and pair.second_figure is not None:
        mine, other = pair.first_figure, pair.second_figure
        if pair.first is not ours.teller:
            mine, other = other, mine
        if pair.tie is Tie.AGREES and mine.value == other.value:
            return (mine.text,), ()
        return (), (SlotDifference(slot=Slot.FIGURE, story=mine.text, review=other.text),)
    some = {one.unit: one for one in ours.account.claim.quantities if one.value is not None}
    others = {one.unit: one for one in theirs.account.claim.quantities if one.value is not None}
    units = [unit for unit in some if unit in others]
    if some and others and not units:
        return None
    same = [unit for unit in units if (some[unit].value, some[unit].upper) == (others[unit].value, others[unit].upper)]
    return (
        tuple(some[unit].text for unit in same),
        tuple(
            SlotDifference(slot=Slot.FIGURE, story=some[unit].text, review=others[unit].text)
            for unit in units
            if unit not in same
        ),
    )


_NEGATED = "negated"
_DENIED = "denied"


def _negation(ours: Subject, theirs: Subject) -> Iterator[SlotDifference]:
    one, other = ours.account, theirs.account
    if one.is_negated != other.is_negated:
        yield SlotDifference(
            slot=Slot.NEGATION,
            story=_NEGATED if one.is_negated else None,
            review=_NEGATED if other.is_negated else None,
        )
    if one.is_denial != other.is_denial:
        yield SlotDifference(
            slot=Slot.DENIAL, story=_DENIED if one.is_denial else None, review=_DENIED if other.is_denial else None
        )


def _firmness(ours: Subject, theirs: Subject) -> Iterator[SlotDifference]:
    here, there = ours.account.claim.modality, theirs.account.claim.modality
    if (here is Modality.POSSIBLE) != (there is Modality.POSSIBLE):
        yield SlotDifference(slot=Slot.FIRMNESS, story=here.value, review=there.value)


def _time(ours: Subject, theirs: Subject, review: FactCheck) -> Iterator[SlotDifference]:
    if may_be_one_time(ours.teller, theirs.teller):
        return
    day = review.claimed_day or review.reviewed_day
    begin = ours.teller.begin
    yield SlotDifference(
        slot=Slot.TIME,
        story=None if begin is None else begin.date().isoformat(),
        review=None if day is None else day.isoformat(),
    )


def _speaker(ours: Subject, theirs: Subject) -> Iterator[SlotDifference]:
    if are_apart(ours.speakers, theirs.speakers):
        yield SlotDifference(slot=Slot.SPEAKER, story=ours.speaker, review=theirs.speaker)


def _is_number(lemma: str) -> bool:
    return lemma.replace(",", "").replace(".", "").isdigit()
