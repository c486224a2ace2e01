"""ATT-PASSIVE: somebody is said to say so, and nobody is named ("it was reported", "is believed to", "allegedly")."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Span, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import VERBAL, clausal_complement, has_agent, is_negated, is_passive, subject
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for token in story.tokens():
        is_nominated = token.lemma.lower() in words.hearsay_verbs or token.lower in words.hearsay_adverbs
        if not is_nominated or story.quotation_at(token.start) is not None:
            continue
        if token.pos == "VERB" and token.lemma.lower() in words.hearsay_verbs and _hides_the_sayer(token, words):
            span = _group(token)
            if not _has_a_source(token, story) and not _names_a_medium(token):
                yield Finding(code="ATT-PASSIVE", spans=(span,), values={"words": story.words(span)})
        elif (
            token.lower in words.hearsay_adverbs
            and token.dep == "advmod"
            and token.head.pos in VERBAL
            and not _has_a_source(token, story)
            and not _is_charged(token, story, words)
        ):
            yield Finding(code="ATT-PASSIVE", spans=(token.span,), values={"words": token.text}, variant="adverb")


def _hides_the_sayer(verb: Token, words: FlagWords) -> bool:
    """As in "it was reported that", "is believed to have"; not "he was told", "it was reported to the police"."""
    if not is_passive(verb) or has_agent(verb):
        return False
    named = subject(verb)
    complement = clausal_complement(verb)
    if is_negated(verb):
        return False
    if complement is not None and complement.start > verb.start and _is_told(complement):
        return True
    if named is not None and named.lower in words.expletives and verb.dep in ("ROOT", "conj", "parataxis"):
        return any(child.dep == "ccomp" for child in verb.children)
    return any(child.dep in ("oprd", "acomp") and child.tag in ("VBN", "JJ") for child in verb.children)


def _is_told(complement: Token) -> bool:
    """A clause with a subject or an infinitive: what is reported, not what stands beside it."""
    return subject(complement) is not None or any(
        child.dep == "aux" and child.tag == "TO" for child in complement.children
    )


def _names_a_medium(verb: Token) -> bool:
    """As in "It was reported in the Daily Post": who says so is named after all."""
    return any(
        child.dep == "prep"
        and any(
            inner.dep == "pobj" and inner.pos == "PROPN" and inner.text[0].isupper() and not _is_date(inner)
            for inner in child.children
        )
        for child in verb.children
    )


def _is_date(token: Token) -> bool:
    return token.head.lower in ("on", "since", "during") or any(child.pos == "NUM" for child in token.children)


def _has_a_source(token: Token, story: Story) -> bool:
    """Whether the words stand inside what a named source says, or are that source's own cue with its words."""
    return any(story.is_sourced(attribution) for attribution in story.covering(token)) or any(
        story.is_sourced(attribution)
        for attribution in story.attributions_in(story.parse.sentences[token.sentence])
        if any(span.overlaps(token.span) for span in attribution.cue)
    )


def _is_charged(adverb: Token, story: Story, words: FlagWords) -> bool:
    """Whether the sentence tells of a charge or a trial: there "allegedly" is the prosecutor's."""
    sentence = story.parse.sentences[adverb.sentence]
    return any(token.lemma.lower() in words.charging_verbs for token in story.parse.tokens_of(sentence))


def _group(verb: Token) -> Span:
    """The verb with its auxiliaries and an empty subject ("it was reported")."""
    parts = [child for child in verb.children if child.dep in ("aux", "auxpass", "neg")]
    named = subject(verb)
    if named is not None and named.pos == "PRON" and named.start < verb.start and named.lower == "it":
        parts.append(named)
    starts = [part.start for part in parts if part.start < verb.start]
    return Span(start=min(starts, default=verb.start), end=verb.end)


DETECTORS = (Detector(codes=("ATT-PASSIVE",), detect=detect),)
