"""Who does what to whom in one claim, where, and how the nouns are narrowed down: what tells two claims of nearly the
same words apart ("Lorne sued Brenn", "Brenn sued Lorne"; "in the north", "in the south")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reporter.model import Claim, Token
from reporter.verification.accounts import Account, family
from reporter.verification.grammar import has_agent, is_passive, is_past, top_of
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_MODIFIERS = ("amod", "compound", "nmod", "poss")


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Lemmas, lower case; each by its family, where it has one.

    `doer` does it and `done_to` has it done to them, whichever of the two is the subject; `told` is what a thing is
    said to be: each the head with the names and the things beside it ("the contractor Pask", "the bridge and the
    mill"), empty where nobody is or a pronoun. `under` are the nouns under each preposition, and once more under it
    and the noun before it ("number of"), `kinds` what narrows each common noun down. `is_pointing` is whether a
    pronoun stands for who does it or for what it is done to, or says whose the subject is ("his crews").
    """

    doer: frozenset[str] = frozenset()
    done_to: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    under: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    is_pointing: bool = False
    is_past: bool = False

    def clashes_with(self, other: Roles) -> bool:
        """Whether some role is filled on both sides, and not by the same."""
        heads = ((self.doer, other.doer), (self.done_to, other.done_to), (self.told, other.told))
        if any(one and two and one.isdisjoint(two) for one, two in heads):
            return True
        tables = ((self.under, other.under), (self.kinds, other.kinds))
        return any(mine[key].isdisjoint(theirs[key]) for mine, theirs in tables for key in mine.keys() & theirs.keys())


def with_roles(account: Account, story: Story, words: FlagWords) -> Account:
    """The account with who does it, whom it is done to, and the nouns under its prepositions."""
    roles = roles_of(account.claim, story, words)
    return replace(account, doer=roles.doer, done_to=roles.done_to, under=roles.under)


def roles_of(claim: Claim, story: Story, words: FlagWords) -> Roles:
    """The roles in the clause that the claim's main verb opens; none of them where it has no verb."""
    tokens = story.claim_tokens(claim)
    verb = top_of(tokens)
    if verb is None:
        return Roles()
    inside = {token.i for token in tokens}
    passive = is_passive(verb)
    subject = verb.child("nsubj", "nsubjpass")
    doer = _agent(verb) if passive else subject
    done_to = subject if passive else verb.child("dobj")
    told = verb.child("attr", "acomp", "oprd")
    under: dict[str, set[str]] = {}
    kinds: dict[str, set[str]] = {}
    for token in tokens:
        if token.dep == "pobj" and token.head.dep == "prep" and not _is_of_time(token, words):
            for key in _prepositions(token.head):
                under.setdefault(key, set()).add(_head(token, words))
        if token.dep in _MODIFIERS and token.i in inside and token.head.pos == "NOUN" and _narrows(token, words):
            kinds.setdefault(_head(token.head, words), set()).add(token.lemma.lower())
    return Roles(
        doer=_filled(doer, words),
        done_to=_filled(done_to, words),
        told=_filled(told, words),
        under={key: frozenset(values) for key, values in under.items()},
        kinds={key: frozenset(values) for key, values in kinds.items()},
        is_pointing=any(one is not None and _points(one) for one in (doer, done_to, subject))
        or (subject is not None and any(child.dep == "poss" and child.pos == "PRON" for child in subject.children)),
        is_past=is_past(verb),
    )


def _points(token: Token) -> bool:
    return token.pos == "PRON" and token.tag in ("PRP", "DT")


def _agent(verb: Token) -> Token | None:
    if not has_agent(verb):
        return None
    return next((token for agent in verb.children if agent.dep == "agent" for token in agent.children), None)


def _filled(token: Token | None, words: FlagWords) -> frozenset[str]:
    if token is None or token.pos == "PRON":
        return frozenset()
    found = [token]
    for one in found:
        found += [child for child in one.children if child.dep in ("appos", "conj") or child.pos == "PROPN"]
    return frozenset(_head(one, words) for one in found)


def _prepositions(token: Token) -> tuple[str, ...]:
    if token.head.pos != "NOUN":
        return (token.lower,)
    return token.lower, f"{token.head.lemma.lower()} {token.lower}"


def _head(token: Token, words: FlagWords) -> str:
    return family(token.lemma, words.noun_families)


def _narrows(token: Token, words: FlagWords) -> bool:
    return (
        token.pos in ("ADJ", "NOUN", "PROPN", "VERB")
        and token.lower not in words.number_words
        and token.lower not in words.office_titles
        and not _is_of_time(token, words)
    )


def _is_of_time(token: Token, words: FlagWords) -> bool:
    low = token.lemma.lower()
    return token.pos == "NUM" or token.lower in words.weekdays or low in words.light_words or low in words.time_units
