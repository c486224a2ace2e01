"""Accounts held against each other: which clash, agree, deny or replace one another.

Likeness of words alone never makes two claims agree or differ; it only brings the pair up. A typed slot must be the
same, or must clash: a figure with its unit and bound, negation, actor, place, time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from reporter.model import Attribution, Interval, Source, Stance
from reporter.verification.accounts import (
    COMPARED_AT_MOST,
    Account,
    ByContent,
    Figure,
    content_lemmas,
)
from reporter.verification.parties import origin_of
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

BACK = 3
"""Sentences over which "denied the accusation" reaches back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two figures for one thing."""

    first: Figure
    second: Figure


def clashes(listed: Iterable[Account], story: Story, words: FlagWords) -> tuple[Clash, ...]:  # noqa: ARG001 - asked like denials
    """Pairs of figures that count one thing in one event at one time, and cannot both hold."""
    groups: dict[tuple[str, str, frozenset[str]], list[tuple[Account, Figure]]] = {}
    found: list[Clash] = []
    for account in listed:
        if not account.is_told_as_done:
            continue
        for figure in account.figures:
            if not figure.is_whole:
                continue
            group = groups.setdefault((figure.unit, figure.verb, figure.details), [])
            for other_account, other in group[-COMPARED_AT_MOST:]:
                if _is_one_event(account, figure, other_account, other) and not figure.agrees_with(other):
                    found.append(Clash(first=other, second=figure))
            group.append((account, figure))
    return tuple(found)


def _is_one_event(account: Account, figure: Figure, other_account: Account, other: Figure) -> bool:
    if account.claim.sentence == other_account.claim.sentence:
        return False
    is_known = figure.actor is not None and other.actor is not None
    if figure.actor != other.actor and is_known:
        return False
    if not is_known and not figure.is_event:
        return False
    if figure.places and other.places and figure.places.isdisjoint(other.places):
        return False
    return not _are_apart(account.names - _unit_words(figure), other_account.names) and _may_be_one_time(
        account.times, other_account.times
    )


def _unit_words(figure: Figure) -> frozenset[str]:
    return frozenset({figure.unit})


def _are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and bool(others) and some.isdisjoint(others)


def _may_be_one_time(some: tuple[Interval, ...], others: tuple[Interval, ...]) -> bool:
    if not some or not others:
        return True
    return any(
        _comparable(one.begin) < _comparable(other.until) and _comparable(other.begin) < _comparable(one.until)
        for one in some
        for other in others
    )


def _comparable(moment: datetime) -> datetime:
    """Naive moments are the story's local time; between themselves and beside aware ones they compare as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def agreements(listed: Iterable[Account]) -> tuple[tuple[Account, Account], ...]:
    """Pairs of claims from two origins that say one thing: the same act, not negated in one alone, half of the words
    the same, and a typed slot the same: a figure, or a name while no place, time or figure differs."""
    groups: dict[str, list[Account]] = {}
    found: list[tuple[Account, Account]] = []
    for account in listed:
        if account.verb is None or account.origin is None or not account.is_fact:
            continue
        group = groups.setdefault(account.verb, [])
        found.extend((other, account) for other in group[-COMPARED_AT_MOST:] if _agree(other, account))
        group.append(account)
    return tuple(found)


def _agree(one: Account, other: Account) -> bool:
    if one.origin == other.origin or one.is_negated != other.is_negated or one.is_denial or other.is_denial:
        return False
    if not _may_be_one_time(one.times, other.times):
        return False
    shared = len(one.content & other.content)
    if shared * 2 < len(one.content | other.content):
        return False
    pairs = [(a, b) for a in one.figures for b in other.figures if (a.unit, a.verb) == (b.unit, b.verb)]
    if pairs:
        return all(a.agrees_with(b) for a, b in pairs)
    if one.figures or other.figures:
        return False
    return bool(one.names & other.names) and not one.names ^ other.names


def denials(listed: tuple[Account, ...], story: Story, words: FlagWords) -> tuple[tuple[Account, Attribution], ...]:
    """Claims with an attributed denial of them by somebody else: the denied words are those of the claim."""
    found: list[tuple[Account, Attribution]] = []
    index = ByContent(listed)
    for attribution in story.tellings:
        if attribution.stance is not Stance.DENYING or attribution.is_negated:
            continue
        tokens = [token for span in attribution.content for token in story.parse.tokens_in(span)]
        denied = content_lemmas(tokens, words) - words.accusation_nouns
        denier = story.source(attribution.source_id)
        origin = None if denier is None else origin_of(denier, words)
        candidates = index.near(denied) if denied else _told_before(attribution, listed, story)
        for account in candidates:
            if any(link.attribution_id == attribution.id for link in account.claim.chain) or account.is_denial:
                continue
            if (origin is not None and origin == account.origin) or not account.is_fact:
                continue
            if _tells_the_denied(account, denied) if denied else _concerns(account, denier, words):
                found.append((account, attribution))
    return tuple(found)


def _tells_the_denied(account: Account, denied: frozenset[str]) -> bool:
    shared = len(denied & account.content)
    return shared >= 2 and shared * 3 >= 2 * min(len(denied), len(account.content))


def _told_before(attribution: Attribution, listed: tuple[Account, ...], story: Story) -> tuple[Account, ...]:
    """The accounts of the denial's own sentence and of the three before it."""
    at = story.parse.sentence_at((attribution.cue or attribution.content)[0].start)
    if at is None:
        return ()
    numbers = range(at.number - BACK, at.number + 1)
    near = {claim.id for n in numbers if n >= 0 for claim in story.claims_in(story.parse.sentences[n])}
    return tuple(account for account in listed if account.claim.id in near)


def _concerns(account: Account, denier: Source | None, words: FlagWords) -> bool:
    """Whether the claim names who denies, by name or by the people or country that it speaks for."""
    if denier is None:
        return False
    own = {part.lower() for part in (*denier.name.split(), *(denier.affiliation or "").split()) if part[:1].isupper()}
    nation = origin_of(denier, words)
    named = {words.nations.get(name, name).lower() for name in account.names | account.content}
    return nation in named or not own.isdisjoint(account.names)


def negations(listed: Iterable[Account]) -> tuple[tuple[Account, Account], ...]:
    """Pairs from two origins of which one says that a thing happened and the other that it did not."""
    groups: dict[str, list[Account]] = {}
    found: list[tuple[Account, Account]] = []
    for account in listed:
        if account.verb is None or account.origin is None or not account.is_fact or account.is_denial:
            continue
        group = groups.setdefault(account.verb, [])
        for other in group[-COMPARED_AT_MOST:]:
            if other.is_negated == account.is_negated or other.origin == account.origin:
                continue
            shared = len(other.content & account.content)
            if (
                shared >= 2
                and shared * 3 >= 2 * min(len(other.content), len(account.content))
                and not _are_apart(other.names, account.names)
                and _may_be_one_time(other.times, account.times)
            ):
                found.append((other, account))
        group.append(account)
    return tuple(found)


def supersedings(listed: tuple[Account, ...]) -> tuple[tuple[Account, Account], ...]:
    """Pairs (earlier, later): the later figure of a series ("the toll rose to 40") replaces the earlier one."""
    found: list[tuple[Account, Account]] = []
    for place, later in enumerate(listed):
        around = listed[max(0, place - COMPARED_AT_MOST) : place + COMPARED_AT_MOST]
        for series in later.series:
            for earlier in around:
                if earlier.claim.id == later.claim.id:
                    continue
                for figure in earlier.figures:
                    is_same = figure.verb in series.counted or figure.unit in series.counted
                    if (
                        is_same
                        and figure.quantity.value != series.quantity.value
                        and not _are_apart(earlier.names, later.names)
                    ):
                        found.append((earlier, later))
                        break
    return tuple(found)
