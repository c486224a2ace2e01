"""Claims as accounts with typed slots: what happened, how many, who, where, when, and whether not."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from reporter.model import Account, Bound, Claim, Figure, ParagraphKind, Quantity, Series, Token
from reporter.verification.grammar import (
    VERBAL,
    auxiliaries,
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

__all__ = ["COMPARED_AT_MOST", "Account", "ByContent", "Figure", "accounts", "content_lemmas", "counted_noun", "family"]

COMPARED_AT_MOST = 200
"""Earlier accounts of one kind with which each account is compared, nearest first; keeps hostile input linear."""

ROUGHLY = 0.15
"""How far apart "about 40" and "45" may lie. Chosen, not tuned: rounding to a leading figure moves it by less."""

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})


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
    said = (story.time(identifier) for identifier in claim.said)
    return Account(
        claim=claim,
        source=source,
        origin=None if source is None else origin_of(source, words),
        speaker=None if source is None else story.called(source),
        verb=None if top is None or top.pos not in VERBAL else family(top.lemma, words.verb_families),
        is_negated=claim.is_negated or (top is not None and is_negated(top)),
        content=content_lemmas(tokens, words),
        names=frozenset(word.lower for word in tokens if word.pos == "PROPN" and not _is_of_time(word, words)),
        said=tuple(time.interval for time in said if time is not None and time.interval is not None),
        times=tuple(time.interval for time in happened if time is not None and time.interval is not None),
        figures=tuple(_figures(claim, story, words)),
        series=tuple(_series(claim, story, words)),
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
        place = None if noun is None else _place_in_clause(noun, words)
        verb = None if place is None else clause_verb(place)
        if noun is None or place is None or verb is None or place.dep not in ("nsubj", "nsubjpass", "dobj"):
            continue
        low, high = _reach(quantity)
        unit = family(quantity.unit or noun.lemma, words.noun_families)
        told = _told_of(verb, words)
        yield Figure(
            claim=claim,
            quantity=quantity,
            unit=unit,
            verb=told,
            low=low,
            high=high,
            details=_details(noun, quantity),
            kinds=_kinds(noun),
            actor=_actor(verb, place),
            places=frozenset(
                child.lemma.lower()
                for word in verb.children
                if word.dep == "prep" and word.lower in words.place_prepositions
                for child in word.children
                if child.dep == "pobj" and not _is_of_time(child, words)
            ),
            is_negated=is_negated(verb),
            is_whole=_counts_the_whole(quantity, noun, verb, story, words),
            is_event=any(told in members for members in words.verb_families),
            is_state=_is_state(verb, words),
        )


def _is_state(verb: Token, words: FlagWords) -> bool:
    """As in "were missing", however the parse reads it."""
    is_going_on = verb.tag == "VBG" and any(child.dep == "aux" and child.lemma == "be" for child in verb.children)
    return is_going_on or verb.lemma in words.existing_verbs


def _place_in_clause(noun: Token, words: FlagWords) -> Token:
    """The noun, or what stands in its place in the clause: "a total of 40 people"; not "the families of 40 people"."""
    is_measured = noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.head.pos == "NOUN"
    if not is_measured or noun.head.i != noun.head.head.i + 1:
        return noun
    measure = noun.head.head
    has_own_number = any(child.dep == "nummod" for child in measure.children)
    is_measure = any(child.dep == "det" and child.lower not in words.definite_determiners for child in measure.children)
    return measure if is_measure and not has_own_number else noun


def _told_of(verb: Token, words: FlagWords) -> str:
    """What the clause tells of the counted, by its family; for "were missing" and "left 40 people dead" that is the
    adjective, and "dead" tells what "killed" does."""
    told = verb.child("oprd") or (verb.child("acomp") if verb.lemma in words.existing_verbs else None)
    if told is None or told.pos not in ("ADJ", "VERB"):
        told = verb
    low = told.lemma.lower()
    return family(next((act for nouns, act in words.series if low in nouns), low), words.verb_families)


def _kinds(noun: Token) -> frozenset[str]:
    """The lemmas that say what kind of thing is counted: adjectives and nouns before the noun, without measures."""
    return frozenset(
        child.lemma.lower()
        for child in noun.children
        if child.dep in ("amod", "compound") and child.pos in ("ADJ", "NOUN", "PROPN", "VERB") and child.i < noun.i
    )


def _counts_the_whole(quantity: Quantity, noun: Token, verb: Token, story: Story, words: FlagWords) -> bool:
    """Not "another 40", not "40 of whom", not "rose to 40"; "more than 40" is a bound and no addition."""
    if is_negated(verb):
        return False
    before = [token for token in story.parse.tokens[max(0, noun.i - 6) : noun.i] if token.sentence == noun.sentence]
    near = {
        token.lower
        for token in (*noun.subtree(), *before)
        if token.dep not in ("nsubj", "nsubjpass")  # "which killed 40" is no part of anything
        and (quantity.bound is Bound.EXACT or not quantity.span.contains(token.span))
    }
    if near & (words.addition_words | words.part_words):
        return False
    if verb.lemma.lower() in words.change_verbs:
        return False
    is_habit = verb.tag in ("VBZ", "VBP") and not auxiliaries(verb) and not _is_state(verb, words)
    return not is_habit or story.kind_at(verb.start) is ParagraphKind.HEADLINE


def _series(claim: Claim, story: Story, words: FlagWords) -> Iterator[Series]:
    """The figures that a claim says a series has come to, with the verbs and units that the series counts."""
    for quantity in claim.quantities:
        top = top_of(story.parse.tokens_in(quantity.span))
        noun = counted_noun(quantity, story)
        if quantity.value is None or top is None or noun is None:
            continue
        if noun.dep != "pobj" or noun.head.lower not in words.series_prepositions:
            continue
        verb = noun.head.head
        if verb.lemma.lower() not in words.change_verbs or any(helper.tag == "MD" for helper in auxiliaries(verb)):
            continue
        subject = verb.child("nsubj", "nsubjpass")
        if subject is None:
            continue
        lemmas = set(content_lemmas(subject.subtree(), words)) | ({quantity.unit} if quantity.unit else set())
        counted = {family(lemma, words.noun_families) for lemma in lemmas} | {
            family(verb, words.verb_families) for nouns, verb in words.series if not lemmas.isdisjoint(nouns)
        }
        yield Series(quantity=quantity, counted=frozenset(counted))


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
