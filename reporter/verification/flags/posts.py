"""SRC-SOCIAL: what the story knows from a post or a platform."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Span, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import has_agent, is_passive
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    cues = {
        token.i
        for attribution in story.tellings
        for span in attribution.cue
        for token in story.parse.tokens_in(span)
        if attribution.content
    }
    for token in story.tokens():
        if token.pos not in ("NOUN", "PROPN", "VERB") or story.quotation_at(token.start) is not None:
            continue
        span = _posting(token, cues, words) or _post(token, cues, words)
        if span is not None:
            yield Finding(code="SRC-SOCIAL", spans=(span,), values={"words": story.words(span)})


def _posting(verb: Token, cues: set[int], words: FlagWords) -> Span | None:
    """ "the minister tweeted that": a verb of posting that carries words, not a picture or a file."""
    if verb.pos != "VERB" or verb.lemma.lower() not in words.posting_verbs or verb.i not in cues:
        return None
    return None if verb.child("dobj") is not None or is_passive(verb) else verb.span


def _post(noun: Token, cues: set[int], words: FlagWords) -> Span | None:
    """The noun phrase of a post, where the story draws on it: it shows or says, somebody says or is seen in it."""
    if not _is_a_post(noun, words) or not _is_drawn_on(noun, cues, words):
        return None
    parts = [child for child in noun.children if child.dep not in _APART]
    if noun.dep == "nsubj" and noun.head.lemma.lower() in words.spreading_verbs:
        parts += [noun.head.child("prep") or noun]
    phrase = [noun, *(token for part in parts if part is not noun for token in part.subtree())]
    return Span(start=min(token.start for token in phrase), end=max(token.end for token in phrase))


_APART = frozenset({"relcl", "appos", "conj", "cc", "punct"})


def _is_a_post(noun: Token, words: FlagWords) -> bool:
    """A post as such; a video, a picture or a message that was posted or stands on a platform; a platform after
    "on"; a user of one."""
    lemma = noun.lemma.lower()
    if noun.pos == "PROPN" or lemma not in words.post_nouns | words.postable_nouns | words.poster_nouns:
        return _is_platform(noun, words) and noun.dep == "pobj" and noun.head.lower in words.platform_prepositions
    if lemma in words.post_nouns:
        return True
    shared = noun.head if noun.dep == "nsubj" and noun.head.lemma.lower() in words.spreading_verbs else None
    return any(_tells_of_posting(child, words) for child in (*noun.children, *(shared.children if shared else ())))


def _tells_of_posting(child: Token, words: FlagWords) -> bool:
    if child.dep in ("acl", "amod", "relcl") and child.lemma.lower() in words.spreading_verbs:
        is_a_recording = child.head.lemma.lower() in words.recordings
        names_a_platform = any(_is_platform(token, words) for token in child.subtree())
        return names_a_platform or (is_a_recording and child.lemma.lower() in words.posting_verbs)
    if child.dep in ("compound", "nmod", "amod", "poss"):
        return any(_is_platform(token, words) for token in child.subtree())
    if child.dep == "prep" and child.lower in words.platform_prepositions:
        thing = child.child("pobj")
        return thing is not None and any(_is_platform(token, words) for token in thing.subtree())
    return False


def _is_platform(token: Token, words: FlagWords) -> bool:
    """A platform by name, "social media", "a messaging app"."""
    if token.lower.rstrip(".") in words.platforms and token.text[0].isupper():
        return True
    return not words.platform_nouns.isdisjoint((token.lemma.lower(), token.lower)) and any(
        child.lower in words.platform_kinds for child in token.children
    )


def _is_drawn_on(noun: Token, cues: set[int], words: FlagWords) -> bool:
    if noun.dep == "nsubj":
        verb = noun.head
        if verb.lemma.lower() in words.showing_verbs or (verb.i in cues and verb.pos == "VERB"):
            return True
        later = (child for child in verb.children if child.dep in ("conj", "ccomp", "dep") and child.i > verb.i)
        return verb.lemma.lower() in words.spreading_verbs and any(
            child.lemma.lower() in words.showing_verbs and child.child("nsubj") is None for child in later
        )
    if noun.dep != "pobj":
        return False
    preposition = noun.head
    if preposition.i in cues and preposition.lower not in words.platform_prepositions:
        return True
    governor = preposition.head
    if preposition.dep == "agent":
        return governor.lemma.lower() in words.showing_verbs
    if governor.pos != "VERB" or preposition.lower not in words.platform_prepositions:
        return False
    if governor.i in cues and governor.lemma.lower() not in words.spreading_verbs:
        return True
    if governor.lemma.lower() in words.posting_verbs and governor.child("dobj") is None and not is_passive(governor):
        return governor.child("ccomp") is not None or governor.dep in ("ccomp", "parataxis")
    return governor.lemma.lower() in words.perception_verbs and is_passive(governor) and not has_agent(governor)


DETECTORS = (Detector(codes=("SRC-SOCIAL",), detect=detect),)
