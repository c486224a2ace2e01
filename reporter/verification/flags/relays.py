"""SRC-SECOND: words that reached the story through another outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reporter.model import Attribution, Source, SourceKind, Span, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    own = _own_outlets(story)
    for attribution in story.tellings:
        relay = story.source(attribution.relay)
        if relay is not None and relay.kind is SourceKind.MEDIA and relay.id not in own:
            said = story.source(attribution.source_id)
            yield Finding(
                code="SRC-SECOND",
                spans=attribution.cue or attribution.source or attribution.content,
                claim_ids=_claims(attribution, story),
                values={
                    "who": shortened(story.called(said), 60) if said is not None else words.nobody,
                    "relay": shortened(story.called(relay), 60),
                },
            )
        elif relay is None:
            yield from _cited(attribution, story, words, own)


def _cited(attribution: Attribution, story: Story, words: FlagWords, own: frozenset[str]) -> Iterator[Finding]:
    """As in "…, the Daily Post reported, citing two aides": the medium speaks for others."""
    medium = story.source(attribution.source_id)
    if medium is None or medium.kind is not SourceKind.MEDIA or medium.id in own:
        return
    for span in attribution.cue:
        for token in story.parse.tokens_in(span):
            for child in token.children:
                if child.lemma.lower() in words.relay_verbs and child.dep in ("advcl", "prep", "conj"):
                    cited = child.child("dobj", "pobj")
                    yield Finding(
                        code="SRC-SECOND",
                        spans=(child.span,),
                        claim_ids=_claims(attribution, story),
                        values={
                            "who": shortened(_phrase(cited, story), 60) if cited is not None else words.nobody,
                            "relay": shortened(story.called(medium), 60),
                        },
                    )


def _phrase(token: Token, story: Story) -> str:
    tokens = token.subtree()
    return story.words(Span(start=tokens[0].start, end=tokens[-1].end))


def _own_outlets(story: Story) -> frozenset[str]:
    """Ids of the media that are the story's own: its publisher, its agency, or one to which several people speak."""
    article = story.article
    printed = " ".join(
        part
        for part in (
            article.publisher,
            article.byline,
            article.credit_line,
            *(paragraph.dateline.of(story.text) for paragraph in article.paragraphs if paragraph.dateline is not None),
            *(paragraph.credit.of(story.text) for paragraph in article.paragraphs if paragraph.credit is not None),
        )
        if part is not None
    ).lower()
    told: defaultdict[str, set[str]] = defaultdict(set)
    for attribution in story.tellings:
        if attribution.relay is not None and attribution.source_id is not None:
            told[attribution.relay].add(attribution.source_id)
    return frozenset(
        source.id
        for source in story.sources
        if source.kind is SourceKind.MEDIA
        and (_is_printed(source, printed) or (article.publisher is None and len(told[source.id]) > 1))
    )


def _is_printed(source: Source, printed: str) -> bool:
    return source.name.lower().removeprefix("the ") in printed


def _claims(attribution: Attribution, story: Story) -> tuple[str, ...]:
    return tuple(claim.id for claim in story.claims_of(attribution))


DETECTORS = (Detector(codes=("SRC-SECOND",), detect=detect),)
