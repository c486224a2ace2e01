"""Claims as accounts with typed slots: what happened, how many, who, where, when, and whether not."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from reporter.model import Bound, Claim, Interval, Quantity, Source, Token
from reporter.verification.grammar import (
    VERBAL,
    clause_verb,
    has_agent,
    is_negated,
    is_passive,
    modifiers,
    top_of,
)
from reporter.verification.parties import origin_of
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

COMPARED_AT_MOST = 200
"""Earlier accounts of one kind with which each account is compared, nearest first; keeps hostile input linear."""

ROUGHLY = 0.15
"""How far apart "about 40" and "45" may lie. Chosen, not tuned: rounding to a leading figure moves it by less."""

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of a claim as a typed slot: `low` to `high` of `unit`, in what `verb` tells.

    `details` are the lemmas that narrow the counted noun down ("Russian" soldiers), `actor` the head of who did it, or
    of what a counted subject did it to.
    """

    claim: Claim
    quantity: Quantity
    unit: str
    verb: str
    low: float
    high: float
    details: frozenset[str]
    actor: str | None
    places: frozenset[str]
    is_negated: bool

    def agrees_with(self, other: Figure) -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A claim with its slots."""

    claim: Claim
    source: Source | None
    origin: str | None
    verb: str | None
    is_negated: bool
    content: frozenset[str]
    names: frozenset[str]
    times: tuple[Interval, ...]
    figures: tuple[Figure, ...]


_KEPT: WeakKeyDictionary[Story, tuple[FlagWords, tuple[Account, ...]]] = WeakKeyDictionary()
"""The accounts of stories at hand: several flags and the statuses read the same ones."""


def accounts(story: Story, words: FlagWords) -> tuple[Account, ...]:
    """One account for each claim, in text order. Made once for a story and one language's words."""
    kept = _KEPT.get(story)
    if kept is None or kept[0] is not words:
        kept = (words, tuple(_account(claim, story, words) for claim in story.claims))
        _KEPT[story] = kept
    return kept[1]


def _account(claim: Claim, story: Story, words: FlagWords) -> Account:
    tokens = story.claim_tokens(claim)
    top = top_of(tokens)
    source = story.source(claim.source_id)
    happened = (story.time(identifier) for identifier in claim.happened)
    return Account(
        claim=claim,
        source=source,
        origin=None if source is None else origin_of(source, words),
        verb=None if top is None or top.pos not in VERBAL else family(top.lemma, words.verb_families),
        is_negated=claim.is_negated or (top is not None and is_negated(top)),
        content=content_lemmas(tokens, words),
        names=frozenset(word.lower for word in tokens if word.pos == "PROPN" and not _is_of_time(word, words)),
        times=tuple(time.interval for time in happened if time is not None and time.interval is not None),
        figures=tuple(_figures(claim, story, words)),
    )


def content_lemmas(tokens: Iterable[Token], words: FlagWords) -> frozenset[str]:
    """The lemmas that tell what a claim is about."""
    return frozenset(
        token.lemma.lower()
        for token in tokens
        if token.pos in _CONTENT and token.lemma.lower() not in words.light_words and token.text[0].isalnum()
    )


def family(lemma: str, families: tuple[frozenset[str], ...]) -> str:
    """The alphabetically first member of the family that holds the lemma; else the lemma itself."""
    low = lemma.lower()
    return next((min(members) for members in families if low in members), low)


def _is_of_time(token: Token, words: FlagWords) -> bool:
    return token.lower in words.weekdays or token.lemma.lower() in words.light_words


def _figures(claim: Claim, story: Story, words: FlagWords) -> Iterator[Figure]:
    for quantity in claim.quantities:
        if quantity.value is None:
            continue
        noun = counted_noun(quantity, story)
        verb = None if noun is None else clause_verb(noun)
        if noun is None or verb is None or noun.dep not in ("nsubj", "nsubjpass", "dobj"):
            continue
        low, high = _reach(quantity)
        unit = family(quantity.unit or noun.lemma, words.noun_families)
        yield Figure(
            claim=claim,
            quantity=quantity,
            unit=unit,
            verb=family(verb.lemma, words.verb_families),
            low=low,
            high=high,
            details=_details(noun, quantity),
            actor=_actor(verb, noun),
            places=frozenset(
                child.lemma.lower()
                for word in verb.children
                if word.dep == "prep" and word.lower in words.place_prepositions
                for child in word.children
                if child.dep == "pobj" and not _is_of_time(child, words)
            ),
            is_negated=is_negated(verb),
        )


def _details(noun: Token, quantity: Quantity) -> frozenset[str]:
    """What narrows the counted noun down: its modifiers, and all that stands under a preposition of it."""
    parts = [token for token in modifiers(noun) if token.pos != "NUM"]
    for child in noun.children:
        if child.dep == "prep":
            parts.extend(token for token in child.subtree() if token.pos in _CONTENT)
    return frozenset(token.lemma.lower() for token in parts if not quantity.span.contains(token.span))


def counted_noun(quantity: Quantity, story: Story) -> Token | None:
    """The noun that the quantity counts: the head of its words, or what these modify."""
    top = top_of(story.parse.tokens_in(quantity.span))
    if top is None:
        return None
    if top.dep in ("nummod", "quantmod", "amod", "compound", "det") and top.head.pos in ("NOUN", "PROPN", "SYM"):
        return top.head
    return top


def _reach(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value if quantity.value is not None else math.nan
    upper = quantity.upper if quantity.upper is not None else value
    match quantity.bound:
        case Bound.AT_LEAST:
            return value, math.inf
        case Bound.AT_MOST:
            return -math.inf, upper
        case Bound.ABOUT:
            return value - abs(value) * ROUGHLY, upper + abs(upper) * ROUGHLY
        case Bound.EXACT:
            return value, upper


def _actor(verb: Token, noun: Token) -> str | None:
    """The head of who did it; for a counted subject of an active verb, of what it was done to."""
    if has_agent(verb):
        return next(
            (token.lemma.lower() for agent in verb.children if agent.dep == "agent" for token in agent.children), None
        )
    counterpart = verb.child("dobj") if noun.dep == "nsubj" else verb.child("nsubj")
    if counterpart is None or counterpart is noun or counterpart.pos == "PRON" or is_passive(verb):
        return None
    return counterpart.lemma.lower()


class ByContent:
    """Accounts by the words of their content, so that like ones are found without comparing all with all."""

    def __init__(self, listed: Iterable[Account]) -> None:
        self._by_lemma: dict[str, list[Account]] = {}
        for account in listed:
            for lemma in account.content:
                kept = self._by_lemma.setdefault(lemma, [])
                if len(kept) < COMPARED_AT_MOST:
                    kept.append(account)

    def near(self, content: Iterable[str]) -> tuple[Account, ...]:
        """Those that share a word with `content`, in the order of their claims."""
        found = {account.claim.id: account for lemma in content for account in self._by_lemma.get(lemma, ())}
        return tuple(sorted(found.values(), key=lambda account: (account.claim.spans[0], account.claim.id)))
