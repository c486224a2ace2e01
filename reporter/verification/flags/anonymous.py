"""ANON-BARE and ANON-ROLE: sources whom the story does not name, with and without a description."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reporter.model import Attribution, Source, SourceKind, Span, Stance, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import top_of
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for source in story.sources:
        if source.kind is not SourceKind.ANONYMOUS:
            continue
        said = [
            attribution
            for attribution in story.tellings
            if attribution.source_id == source.id and _informs(attribution, words)
        ]
        if not said:
            continue
        spans = tuple(dict.fromkeys(span for attribution in said for span in attribution.source))
        if not spans:
            continue
        heads = [(span, top_of(story.parse.tokens_in(span))) for span in spans]
        described = [(span, head) for span, head in heads if head is not None and head.pos in ("NOUN", "PROPN")]
        if not described:
            continue
        code = _code(source, described, words)
        if code is None:
            continue
        yield Finding(
            code=code,
            spans=tuple(_noun_phrase(span, story) for span in spans),
            claim_ids=_claims(said, story),
            values={
                "who": shortened(story.words(_noun_phrase(described[0][0], story))),
                "count": str(len(_claims(said, story)) or len(said)),
                "reason": source.unnamed_because or "",
            },
            variant=_variant(code, source),
        )


def _code(source: Source, described: list[tuple[Span, Token]], words: FlagWords) -> str | None:
    """Which of the two, if any. A spokesman speaks on the record; "the man said" points back to somebody."""
    heads = [head for _, head in described]
    if any(_is_on_the_record(head, words) for head in heads):
        return None
    if all(head.lemma.lower() in words.bare_source_nouns for head in heads):
        if any(_is_described(head, words) for head in heads):
            return "ANON-ROLE"
        return "ANON-BARE"
    first = heads[0]
    if source.unnamed_because is not None:
        return "ANON-ROLE"
    if first.pos != "NOUN" or first.lemma.lower() not in words.unnamed_roles:
        return None
    determiners = {child.lower for child in first.children if child.dep in ("det", "poss")}
    if determiners & (words.definite_determiners | words.negative_determiners):
        return None
    return "ANON-ROLE"


def _informs(attribution: Attribution, words: FlagWords) -> bool:
    """Something was said, rather than done or wished ("officials praised", "leaders want")."""
    if attribution.stance not in (Stance.NEUTRAL, Stance.DOUBTING, Stance.ENDORSING, Stance.DENYING):
        return False
    lemma = attribution.cue_lemma
    return lemma is None or any(part in words.speech_verbs for part in lemma.lower().split())


def _is_on_the_record(head: Token, words: FlagWords) -> bool:
    return head.lemma.lower() in words.spokesperson_nouns


def _is_described(head: Token, words: FlagWords) -> bool:
    """Whether the words say anything of the source: "a diplomatic source", "a source in the ministry"."""
    for child in head.children:
        if child.dep in ("amod", "compound", "poss", "nmod") and child.lower not in words.empty_descriptions:
            return True
        if child.dep == "prep" and child.lower in words.describing_prepositions:
            return True
        if child.dep in ("relcl", "acl") and not any(
            token.lemma.lower() in words.naming_verbs for token in child.subtree()
        ):
            return True
        if child.dep == "appos":
            return True
    return False


def _noun_phrase(span: Span, story: Story) -> Span:
    """The words without a clause set off by a comma ("one official, who spoke on condition of anonymity")."""
    tokens = story.parse.tokens_in(span)
    head = top_of(tokens)
    for mark, following in pairwise(tokens):
        if head is not None and mark.i > head.i and mark.text == "," and following.dep not in ("conj", "amod"):
            return Span(start=span.start, end=max(head.end, mark.start))
    return span


def _variant(code: str, source: Source) -> str:
    if code == "ANON-ROLE" and source.unnamed_because is not None:
        return "with_reason"
    return "plain"


def _claims(said: list[Attribution], story: Story) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.id for attribution in said for claim in story.claims_of(attribution)))


DETECTORS = (Detector(codes=("ANON-BARE", "ANON-ROLE"), detect=detect),)
