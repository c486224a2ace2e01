"""SUP-FIRST: a claim of record ("the largest ever built", "the first woman to", "has never") without a source.

A superlative alone is everyday English ("the best seat", "at first"). What makes it a claim of record is its frame:
the field over which it is said to hold ("in the country", "the world's", "ever built", "since 1987").
"""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Checkability, QuoteType, Span, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import auxiliaries
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_SUPERLATIVE = frozenset({"JJS", "RBS"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_COMMON = frozenset({"NOUN", "NUM"})
_STANDING_ALONE = frozenset({"attr", "acomp", "appos", "npadvmod", "oprd", "dobj"})


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for token in story.body_tokens():
        span = _never(token, words) or _priority(token, words) or _superlative(token, words) or _record(token, words)
        if span is None or story.quotation_at(token.start) is not None or _has_a_source(token, story):
            continue
        if any(
            claim.checkability in (Checkability.QUESTION, Checkability.FORECAST) for claim in story.claims_at((span,))
        ):
            continue
        yield Finding(code="SUP-FIRST", spans=(span,), values={"words": story.words(span)})


def _has_a_source(token: Token, story: Story) -> bool:
    """Whether a source of the sentence stands for it; what is put in between commas is the writer's own."""
    if any(above.dep == "appos" for above in (token, *token.ancestors())):
        return any(
            attribution.quote_type is QuoteType.DIRECT and attribution.content for attribution in story.covering(token)
        )
    return bool(story.attributions_in(story.parse.sentences[token.sentence]))


def _never(token: Token, words: FlagWords) -> Span | None:
    """ "has never won": the whole past is claimed; "never before". Not "he never called back"."""
    if token.lower not in words.never_words or token.dep != "neg":
        return None
    verb = token.head
    helpers = auxiliaries(verb)
    is_perfect = verb.tag == "VBN" and any(helper.lemma == "have" for helper in helpers)
    is_before = any(child.lower in words.before_words and child.dep == "advmod" for child in token.children)
    return Span(start=token.start, end=max(verb.end, token.end)) if is_perfect or is_before else None


def _priority(token: Token, words: FlagWords) -> Span | None:
    """ "the first woman to lead", "for the first time since 1987", "the only bridge in the country"."""
    if token.lower not in words.priority_words or token.dep != "amod":
        return None
    noun = token.head
    if noun.pos not in _COMMON or noun.i < token.i:
        return None
    if any(child.tag == "PRP$" for child in noun.children):
        return None
    if _is_framed(noun, token, words) or _opens_an_infinitive(noun, words):
        return Span(start=token.start, end=noun.end)
    return None


def _opens_an_infinitive(noun: Token, words: FlagWords) -> bool:
    """ "the first woman to lead the bank"; not "the first time to speak", not "the first thing to do"."""
    return noun.lemma.lower() not in words.priority_fillers and any(
        child.dep in ("acl", "relcl") and any(inner.tag == "TO" for inner in child.children) for child in noun.children
    )


def _superlative(token: Token, words: FlagWords) -> Span | None:
    if token.tag not in _SUPERLATIVE or _is_ranked(token):
        return None
    if token.lower in words.plain_superlatives and not _beats_any(token, words):
        return None
    top = token.head if token.tag == "RBS" and token.head.pos == "ADJ" else token
    noun = top.head if top.dep in ("amod", "advmod") else top
    if noun.pos not in _NOMINAL and top.dep != "amod" and top.dep not in _STANDING_ALONE:
        return None
    if noun.i < token.i:
        noun = top
    if any(child.tag == "PRP$" for child in noun.children) or _is_one_of(noun, words):
        return None
    if not _is_framed(noun, token, words):
        return None
    return Span(start=token.start, end=max(noun.end, token.end))


def _is_ranked(token: Token) -> bool:
    """ "the third-largest city", "the second biggest": a rank, not the record."""
    return any(
        child.i < token.i and (child.text == "-" or child.end == token.start) for child in token.children
    ) or any(
        child.end in (token.start, token.start - 1) and child.tag in ("JJ", "RB") and child.dep in ("amod", "advmod")
        for child in (*token.children, *token.head.children)
        if child.i < token.i
    )


def _beats_any(token: Token, words: FlagWords) -> bool:
    """ "the most by any country"."""
    return any(
        child.dep == "prep" and any(inner.lower in words.any_words for inner in child.subtree())
        for child in token.children
    )


def _is_one_of(noun: Token, words: FlagWords) -> bool:
    """ "one of the largest": it claims a place near the top, which nobody can count."""
    return (
        noun.dep == "pobj" and noun.head.lower in words.kind_prepositions and noun.head.head.lower in words.single_words
    )


def _is_framed(noun: Token, token: Token, words: FlagWords) -> bool:
    """Whether the phrase says over which field it holds: a possessor that is a place, a whole, or all time."""
    for child in (*noun.children, *token.children):
        if child.dep == "poss" and child.pos in _NOMINAL and (child.pos == "PROPN" or _is_a_field(child, words)):
            return True
        if child.lower in words.ever_words:
            return True
        if child.dep in ("relcl", "acl") and any(
            inner.lower in words.ever_words or inner.lower in words.since_words for inner in child.children
        ):
            return True
        if child.dep == "prep" and _is_a_record_frame(child, words):
            return True
    return _beats_any(token, words)


def _is_a_record_frame(preposition: Token, words: FlagWords) -> bool:
    """ "in the country", "on record", "since 1987", "in 40 years"; not "of the three", "in the second half"."""
    if preposition.lower in words.since_words:
        return True
    thing = preposition.child("pobj")
    if thing is None:
        return False
    if thing.lemma.lower() in words.time_units:
        return any(child.pos == "NUM" for child in thing.children) or thing.tag == "NNS"
    return preposition.lower in words.field_prepositions and (
        _is_a_field(thing, words) or (thing.pos == "PROPN" and preposition.lower in words.place_prepositions)
    )


def _is_a_field(noun: Token, words: FlagWords) -> bool:
    return noun.lemma.lower() in words.record_fields


def _record(token: Token, words: FlagWords) -> Span | None:
    """ "a record 40,000 people", "a record profit", "unprecedented"; not a record company, not a court record."""
    if token.lower in words.unmatched_words and token.dep in ("amod", "acomp", "attr"):
        return Span(start=token.start, end=token.head.end if token.dep == "amod" else token.end)
    if token.lower in words.record_words and token.dep == "attr" and _is_plain(token):
        return token.span
    if token.lower not in words.record_words or token.dep not in ("amod", "compound", "nmod"):
        return None
    noun = token.head
    is_counted = any(child.dep == "nummod" and child.i > token.i for child in noun.children)
    if noun.i > token.i and (is_counted or noun.lemma.lower() in words.record_measures):
        return Span(start=token.start, end=noun.end)
    return None


def _is_plain(token: Token) -> bool:
    """ "was a record"; not "a criminal record", "a record of the talks"."""
    return [child.dep for child in token.children if child.pos != "PUNCT"] == ["det"] and token.tag == "NN"


DETECTORS = (Detector(codes=("SUP-FIRST",), detect=detect),)
