"""Where a story says itself that something could not be verified, and of which claims it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reporter.model import SourceKind, Span, Token
from reporter.verification.grammar import clause_verb, is_negated, is_passive, subject
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """`span` is the run that says so ("could not be independently verified"); `about` the words that it concerns."""

    span: Span
    about: Span | None
    word: Token


_SMALL_WORDS = frozenset({"PUNCT", "SPACE", "SYM", "DET", "ADP", "PRON", "CCONJ", "SCONJ", "PART", "NUM"})


def declarations(story: Story, words: FlagWords) -> tuple[Declaration, ...]:
    """In text order; none inside somebody's quoted words."""
    found: list[Declaration] = []
    for token in story.tokens():
        if token.pos in _SMALL_WORDS:
            continue
        own = [*_as_verb(token, story, words), *_as_noun(token, words), *_as_adjective(token, words)]
        if own and story.quotation_at(token.start) is None:
            found.extend(own)
    return tuple(found)


def _as_verb(verb: Token, story: Story, words: FlagWords) -> Iterator[Declaration]:
    """As in "could not be verified"; "the agency was unable to verify"; not "the ministry would not confirm"."""
    if verb.pos != "VERB" or verb.lemma.lower() not in words.verifying_verbs:
        return
    if (
        is_passive(verb)
        and is_negated(verb)
        and any(child.tag == "MD" or child.lemma == "be" for child in verb.children)
    ):
        about = subject(verb)
        if any(child.tag == "MD" for child in verb.children) or _is_independent(verb, words):
            yield Declaration(span=_run(verb), about=None if about is None else _span(about), word=verb)
        return
    governor = verb.head if verb.dep in ("xcomp", "ccomp", "advcl") else None
    is_unable = (
        governor is not None
        and any(
            token.lemma.lower() in words.inability_adjectives and (_is_inability(token, words) or is_negated(governor))
            for token in (governor, *governor.children)
        )
    ) or (
        is_negated(verb)
        and any(child.tag == "MD" and child.lower in words.ability_auxiliaries for child in verb.children)
    )
    if not is_unable:
        return
    if governor is not None and governor.dep == "acomp":
        governor = governor.head
    doer = subject(verb) or (subject(governor) if governor is not None else None)
    if doer is None or not (_is_the_outlet(doer, story, words) or _is_independent(verb, words)):
        return
    top = verb if governor is None else governor
    yield Declaration(span=_run(verb, top), about=_object_span(verb), word=verb)


def _is_inability(token: Token, words: FlagWords) -> bool:
    return token.lemma.lower() in words.negative_adjectives


def _is_independent(verb: Token, words: FlagWords) -> bool:
    return any(child.lower in words.independence_words for child in verb.children)


def _is_the_outlet(doer: Token, story: Story, words: FlagWords) -> bool:
    """The story's own voice: "we", "it was not possible", a medium, the publisher."""
    if doer.lower in words.first_persons or doer.dep == "expl" or doer.lower in words.expletives:
        return True
    if doer.lemma.lower() in words.own_staff_nouns:
        return True
    name = doer.lower
    if story.article.publisher is not None and name in story.article.publisher.lower():
        return True
    return name in words.media_names or any(
        source.kind is SourceKind.MEDIA and name in source.name.lower().split() for source in story.sources
    )


def _as_noun(noun: Token, words: FlagWords) -> Iterator[Declaration]:
    """As in "There was no independent confirmation of the report"."""
    if noun.lemma.lower() not in words.verification_nouns:
        return
    if not any(child.dep == "det" and child.lower in words.negative_determiners for child in noun.children):
        return
    verb = clause_verb(noun)
    is_stated = verb is not None and verb.lemma in words.existing_verbs
    if is_stated or any(child.lower in words.independence_words for child in noun.children):
        left = min(child.start for child in (noun, *noun.lefts))
        yield Declaration(span=Span(start=left, end=noun.end), about=_object_span(noun), word=noun)


def _as_adjective(adjective: Token, words: FlagWords) -> Iterator[Declaration]:
    """As in "unconfirmed reports", "the figures are unverified"."""
    if adjective.lower not in words.unverified_adjectives:
        return
    if adjective.dep in ("amod", "conj") and adjective.head.lemma.lower() in words.reportable_nouns:
        noun = adjective.head
        yield Declaration(
            span=Span(start=adjective.start, end=max(adjective.end, noun.end)), about=_span(noun), word=adjective
        )
    elif adjective.dep in ("acomp", "oprd"):
        about = subject(adjective.head)
        if about is not None and about.lemma.lower() in words.reportable_nouns:
            yield Declaration(span=adjective.span, about=_span(about), word=adjective)


def _run(verb: Token, top: Token | None = None) -> Span:
    """From the first auxiliary, negation or adverb of the verb group to the verb."""
    group = [token for token in (top or verb).children if token.dep in ("aux", "auxpass", "neg", "advmod", "acomp")]
    group += [token for token in verb.children if token.dep in ("aux", "auxpass", "neg", "advmod")]
    starts = [token.start for token in (*group, top or verb) if token.start <= verb.start]
    return Span(start=min(starts, default=verb.start), end=verb.end)


def _span(token: Token) -> Span:
    tokens = token.subtree()
    return Span(start=tokens[0].start, end=tokens[-1].end)


def _object_span(token: Token) -> Span | None:
    thing = token.child("dobj", "ccomp", "prep")
    return None if thing is None else _span(thing)


def declared_unverified(story: Story, words: FlagWords) -> frozenset[str]:
    """Ids of the claims that the story declares unverified: those of the same sentence, and, where the declaration
    only points back ("the claim could not be verified"), those of the sentence before it."""
    found: set[str] = set()
    for declaration in declarations(story, words):
        sentence = story.parse.sentences[declaration.word.sentence]
        own = [claim for claim in story.claims_in(sentence) if not _is_the_declaration(claim.spans, declaration)]
        if not own and declaration.about is not None and (earlier := story.before(sentence)) is not None:
            own = list(story.claims_in(earlier))
        found.update(claim.id for claim in own)
    return frozenset(found)


def _is_the_declaration(spans: tuple[Span, ...], declaration: Declaration) -> bool:
    """Whether a claim is only the sentence that says "could not be verified"."""
    return any(span.contains(declaration.word.span) for span in spans) and declaration.word.pos == "VERB"
