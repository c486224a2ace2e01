"""Sides: whom a source speaks for, and whether a claim is about its own side's acts."""

from __future__ import annotations

from collections.abc import Iterable

from reporter.model import Source, SourceKind, Token
from reporter.verification.grammar import has_agent, name_run
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def nation_of(written: str | None, words: FlagWords) -> str | None:
    """The first country that the words name, by its name, adjective, people or capital; capitalised words only."""
    if written is None:
        return None
    whole = words.nations.get(written.lower())
    if whole is not None:
        return whole
    parts = [part.strip("'’,.()").removesuffix("'s").removesuffix("’s") for part in written.split()]
    return next(
        (words.nations[part.lower()] for part in parts if part[:1].isupper() and part.lower() in words.nations), None
    )


def side_of(source: Source, story: Story, words: FlagWords) -> str | None:
    """The label of the side that a source stands on: as the settings or the story give it, else its country, else the
    body it speaks for. None where the story does not show one.

    An organ of state without a country ("the ministry") is that of the country of the dateline.
    """
    if source.side is not None:
        return source.side
    for written in (source.affiliation, source.name, *source.roles):
        nation = nation_of(written, words)
        if nation is not None:
            return nation
    if is_state_organ(source, words):
        located = nation_of(story.article.located, words)
        if located is not None:
            return located
    return source.affiliation


def is_state_organ(source: Source, words: FlagWords) -> bool:
    """Whether a source is, or holds, an office of a state ("the defence ministry", "President")."""
    written = (source.name, *source.roles) if source.kind is not SourceKind.PERSON else source.roles
    if any(part.lower() in words.non_state_words for text in written for part in text.split()):
        return False
    return any(part.lower() in words.state_organs for text in written for part in text.split())


def origin_of(source: Source, words: FlagWords) -> str:
    """A key that two sources share when they are one origin: one body, or one government, with all who speak for it."""
    body = source.affiliation or source.name
    return (nation_of(body, words) or body).lower()


def speaks_of_itself(source: Source, tokens: Iterable[Token], story: Story, words: FlagWords) -> Token | None:
    """The actor of a clause among `tokens` that is the source's own side, or None.

    The actor is the subject of an active verb, the agent of a passive one, or who is named inside the subject
    ("strikes by its jets"). What the side does must be more than routine: see `FlagWords.routine_acts`.
    """
    side = side_of(source, story, words)
    own_names = _own_names(source)
    is_official = source.kind is SourceKind.ORGANISATION or source.affiliation is not None or bool(source.roles)
    listed = tuple(tokens)
    inside = {token.i for token in listed}
    for verb in listed:
        if verb.pos != "VERB" or verb.lemma.lower() in words.routine_acts or not _is_done(verb, words):
            continue
        for actor in _actors(verb):
            if actor.i not in inside:
                continue
            if _is_the_speaker(actor, source, story):
                continue
            if actor.lower in words.first_persons and is_official and verb.lemma.lower() in words.harm_verbs:
                return actor
            for part in actor.subtree():
                if part.i in inside and _stands_for(part, side, own_names, words):
                    return actor
            if _is_of_the_speaker(actor, source, story, words):
                return actor
    return None


def _is_of_the_speaker(actor: Token, source: Source, story: Story, words: FlagWords) -> bool:
    """ "its engineers", "her staff", "the company" said by one who speaks for it.

    "its" and "the company" are the speaker's where no other body stands between; what a possessive owns must be
    people or a thing that acts for the body, so that "his sister" is no party.
    """
    if _is_of_the_side(actor, source, words) or _is_of_its_state(actor, source, words):
        return True
    lemma = actor.lemma.lower()
    bodies = body_words(source, words)
    owner = actor.child("poss")
    if owner is not None and owner.tag == "PRP$":
        is_own = lemma in words.own_force_nouns | words.own_people_nouns
        fits = owner.lower in (words.body_possessives if source.kind is not SourceKind.PERSON else words.possessives)
        return is_own and fits and not _names_another(actor, story)
    if owner is not None:
        return owner.lemma.lower() in bodies and lemma in words.own_force_nouns | words.own_people_nouns
    is_definite = any(child.lower in words.definite_determiners for child in actor.children)
    if not is_definite:
        return False
    speaks_for_a_name = source.affiliation is not None and source.affiliation.split()[-1][:1].isupper()
    is_a_body = lemma in words.spokesperson_nouns | words.body_nouns
    return not bodies.isdisjoint((lemma, _hyphened(actor, story))) or (is_a_body and speaks_for_a_name)


def _is_of_the_side(actor: Token, source: Source, words: FlagWords) -> bool:
    """Whether the newsroom puts the actor, by name, on the side of the speaker."""
    side = words.parties.get(source.name.lower()) or words.parties.get((source.affiliation or "").lower())
    named = " ".join(part.lower for part in name_run(actor))
    return side is not None and side in (words.parties.get(named), words.parties.get(actor.lower))


def _is_of_its_state(actor: Token, source: Source, words: FlagWords) -> bool:
    """ "government forces", "police", said by an organ of the same state, where neither side names a country."""
    if not is_state_organ(source, words) or nation_of(source.affiliation, words) or nation_of(source.name, words):
        return False
    if any(child.dep == "poss" for child in actor.children):
        return False
    phrase = [actor, *(child for child in actor.children if child.dep in ("compound", "amod", "nmod"))]
    if any(part.lower in words.nations or part.lower in words.non_state_words for part in phrase):
        return False
    return any(part.lemma.lower() in words.state_organs for part in phrase)


def _hyphened(noun: Token, story: Story) -> str:
    """The whole word of which the parser took the last part for a noun ("op" of "co-op"), in lower case."""
    start = noun.start
    while start and (story.text[start - 1] == "-" or (story.text[start - 1].isalpha() and start < noun.start)):
        start -= 1
    return story.text[start : noun.end].lower()


def _names_another(actor: Token, story: Story) -> bool:
    """Whether the clause names somebody before the possessive, who may be meant by it."""
    return any(
        token.pos == "PROPN" and token.dep in ("nsubj", "nsubjpass", "poss")
        for token in story.parse.tokens_of(story.parse.sentences[actor.sentence])
        if token.i < actor.i and token.head is actor.head
    )


def body_words(source: Source, words: FlagWords) -> frozenset[str]:
    """The common nouns of the body that a source is, or holds an office of: "museum" of "the museum's director"."""
    written = [source.affiliation or "", *source.roles]
    if source.kind is not SourceKind.PERSON:
        written.append(source.name)
    parts = [
        part.strip("'’,.").removesuffix("'s").removesuffix("’s").lower() for text in written for part in text.split()
    ]
    before_the_office = {part.lower() for role in source.roles for part in role.split()[:-1]} - words.plain_ranks
    return frozenset(part for part in parts if part in words.spokesperson_nouns | words.body_nouns) | before_the_office


def _is_the_speaker(actor: Token, source: Source, story: Story) -> bool:
    """Whether the words are where the source is named as the speaker, which content should never hold."""
    sentence = story.parse.sentences[actor.sentence]
    return any(
        attribution.source_id == source.id and any(span.contains(actor.span) for span in attribution.source)
        for attribution in story.attributions_in(sentence)
    )


def _is_done(verb: Token, words: FlagWords) -> bool:
    """Something done, or going on: not planned, possible or held in general ("the army commends")."""
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    if any(
        helper.tag == "MD" or helper.lower in words.future_auxiliaries or helper.pos == "PART" for helper in helpers
    ):
        return False
    return verb.tag != "VB" and (verb.tag not in ("VBZ", "VBP") or bool(helpers))


def _actors(verb: Token) -> list[Token]:
    if has_agent(verb):
        return [
            token for agent in verb.children if agent.dep == "agent" for token in agent.children if token.dep == "pobj"
        ]
    subject = verb.child("nsubj")
    return [] if subject is None else [subject]


def _own_names(source: Source) -> frozenset[str]:
    named = source.kind in (SourceKind.PERSON, SourceKind.ORGANISATION)
    parts = source.name.split() if named else []
    if source.kind is SourceKind.ORGANISATION and parts and parts[-1].islower():
        parts = []  # "the Tessel fire brigade": the name is that of a town, which is more than its fire brigade
    last = [parts[-1]] if source.kind is SourceKind.PERSON else parts
    own = [*last, *(source.affiliation or "").split()]
    return frozenset(part.strip("'’,.").lower() for part in own if part[:1].isupper())


def _stands_for(part: Token, side: str | None, own_names: frozenset[str], words: FlagWords) -> bool:
    """Whether a word of the actor's phrase shows that the actor is the speaker's side."""
    if not part.text[:1].isupper():
        return False
    name = part.lower
    if part.pos == "PROPN" and name in own_names and part.dep in ("nsubj", "nsubjpass", "pobj", "poss", "compound"):
        return part.dep != "pobj" or part.head.lower not in words.place_prepositions
    if side is None or words.nations.get(name) != side:
        return False
    if part.dep in ("nsubj", "nsubjpass"):
        return True
    if part.dep == "pobj":
        return part.head.dep == "agent"
    return part.dep in ("amod", "compound", "poss", "nmod") and (
        part.head.lemma.lower() in words.own_force_nouns or part.head.lemma.lower() in words.state_organs
    )
