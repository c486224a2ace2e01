"""ANON-BARE, ANON-ROLE, ANON-PLURAL, ANON-OPINION and ANON-DECLINED: sources whom the story does not name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reporter.model import Attribution, Checkability, ParagraphKind, Source, SourceKind, Span, Stance, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import conjuncts, top_of
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for source in story.sources:
        if source.kind is not SourceKind.ANONYMOUS:
            continue
        said = _said(source, story, words)
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
    if first.pos != "NOUN" or not _knows_from_inside(first, source, words):
        return None
    if first.lemma.lower() in words.court_officers:
        return None
    holds_an_office = first.tag == "NN" and any(child.dep == "poss" for child in first.children)
    is_named = any(child.dep == "appos" and child.pos == "PROPN" for child in first.children)
    if holds_an_office or is_named or any(token.pos == "PROPN" and token.i > first.i for token in first.children):
        return None
    determiners = {child.lower for child in first.children if child.dep in ("det", "poss")}
    if determiners & (words.definite_determiners | words.negative_determiners):
        return None
    return "ANON-ROLE"


def _knows_from_inside(head: Token, source: Source, words: FlagWords) -> bool:
    """A role of those who know from inside; or one person of a body that is named or said ("a Varden manager")."""
    if head.lemma.lower() in words.unnamed_roles:
        return True
    is_one = head.tag == "NN" and any(child.lower in words.indefinite_articles for child in head.children)
    is_of_a_body = any(child.dep in ("compound", "nmod") and child.pos in ("NOUN", "PROPN") for child in head.children)
    return is_one and is_of_a_body and not source.is_plural and head.lemma.lower() in words.inside_roles


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


def plural_once(story: Story, words: FlagWords) -> Iterator[Finding]:
    """Plain "sources" of whom only one thing is told, in one place, and whom nobody counts."""
    for source in story.sources:
        said = _said(source, story, words)
        said = [one for one in said if story.kind_at(one.cue[0].start if one.cue else 0) is not ParagraphKind.HEADLINE]
        if source.kind is not SourceKind.ANONYMOUS or len(said) != 1 or len(said[0].source) != 1:
            continue
        head = top_of(story.parse.tokens_in(said[0].source[0]))
        if head is None or head.lemma.lower() not in words.bare_source_nouns or head.tag not in ("NNS", "NNPS"):
            continue
        if any(child.pos == "NUM" or child.dep in ("nummod", "det") for child in head.children):
            continue
        if _is_counted_elsewhere(head, story, words):
            continue
        yield Finding(
            code="ANON-PLURAL",
            spans=said[0].source,
            claim_ids=_claims(said, story),
            values={"who": story.words(said[0].source[0])},
        )


def _is_counted_elsewhere(head: Token, story: Story, words: FlagWords) -> bool:
    """ "one source said", "the two sources": the story goes on with them."""
    return any(
        token.lemma == head.lemma
        and token is not head
        and any(child.pos == "NUM" or child.lower in words.definite_determiners for child in token.children)
        for token in story.body_tokens()
    )


def opinions(story: Story, words: FlagWords) -> Iterator[Finding]:
    """A judgement by somebody unnamed: a word of praise or blame is what the claim says of its subject."""
    for claim in story.claims:
        source = story.source(claim.source_id)
        if source is None or not _is_an_insider(source, story, words):
            continue
        tokens = story.claim_tokens(claim)
        is_opinion = claim.checkability is Checkability.OPINION
        judging = [
            token
            for token in tokens
            if token.lemma.lower() in words.evaluative_words and (is_opinion or _is_said_of_the_subject(token, tokens))
        ]
        if judging:
            yield Finding(
                code="ANON-OPINION",
                spans=claim.spans,
                claim_ids=(claim.id,),
                values={"who": shortened(story.called(source), 60), "word": judging[0].text},
            )


def _is_an_insider(source: Source, story: Story, words: FlagWords) -> bool:
    if source.kind is not SourceKind.ANONYMOUS or not source.mentions:
        return False
    head = top_of(story.parse.tokens_in(source.mentions[0].span))
    return head is not None and (
        head.lemma.lower() in words.bare_source_nouns or _knows_from_inside(head, source, words)
    )


def _is_said_of_the_subject(token: Token, tokens: tuple[Token, ...]) -> bool:
    """As in "is a disgrace", "is a terrible manager": the complement of the main verb, or what modifies it."""
    top = top_of(tokens)
    complement = token.head if token.dep == "amod" else token
    complement = conjuncts(complement)[0]
    return top is not None and complement.dep in ("attr", "acomp", "oprd") and complement.head is top


def declined(story: Story, words: FlagWords) -> Iterator[Finding]:
    """A body that refuses to comment, while somebody unnamed of the same body is quoted.

    A spokesman on the record is not meant: only those who could be named ("a ministry official").
    """
    for attribution in story.tellings:
        if attribution.stance is not Stance.REFUSING or not attribution.source:
            continue
        body = story.words(attribution.source[0])
        for source in story.sources:
            said = _said(source, story, words)
            if source.kind is not SourceKind.ANONYMOUS or source.id == attribution.source_id or not said:
                continue
            head = top_of(story.parse.tokens_in(said[0].source[0])) if said[0].source else None
            if head is None or not _knows_from_inside(head, source, words) or not _is_of(source.name, body, words):
                continue
            yield Finding(
                code="ANON-DECLINED",
                spans=(*attribution.cue, *said[0].source),
                claim_ids=_claims(said, story),
                values={"body": shortened(body, 60), "who": shortened(story.called(source), 60)},
            )


def _is_of(description: str, body: str, words: FlagWords) -> bool:
    """Whether the description of somebody unnamed prints the body's name whole."""
    own = [
        part.removesuffix("'s").removesuffix("’s")
        for part in body.lower().split()
        if part not in words.definite_determiners and part not in words.office_words
    ]
    return bool(own) and f" {' '.join(own)} " in f" {description.lower()} "


def _said(source: Source, story: Story, words: FlagWords) -> list[Attribution]:
    return [
        attribution
        for attribution in story.tellings
        if attribution.source_id == source.id and _informs(attribution, words)
    ]


DETECTORS = (
    Detector(codes=("ANON-BARE", "ANON-ROLE"), detect=detect),
    Detector(codes=("ANON-PLURAL",), detect=plural_once),
    Detector(codes=("ANON-OPINION",), detect=opinions),
    Detector(codes=("ANON-DECLINED",), detect=declined),
)
