"""SRC-SECOND: words that reached the story through another outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reporter.model import Article, Attribution, Source, SourceKind, Span, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import name_run, subject
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
                    "who": shortened(story.called(said), 60) if said is not None else words.says.nobody,
                    "relay": shortened(story.called(relay), 60),
                },
            )
        elif relay is None:
            yield from _told_to_a_paper(attribution, story, words, own)
    yield from _citing(story, words, own)


def _told_to_a_paper(
    attribution: Attribution, story: Story, words: FlagWords, own: frozenset[str]
) -> Iterator[Finding]:
    """ "told the Karsa Courier": a name with the common noun of papers in it, which no list needs to know."""
    for span in attribution.cue:
        for token in story.parse.tokens_in(span):
            if token.dep not in ("dobj", "dative", "pobj", "iobj") or token.pos != "PROPN":
                continue
            name = " ".join(part.text for part in name_run(token))
            if _is_a_paper(token, words) and not _is_own(name, story, own):
                said = story.source(attribution.source_id)
                yield Finding(
                    code="SRC-SECOND",
                    spans=attribution.cue,
                    claim_ids=_claims(attribution, story),
                    values={
                        "who": shortened(story.called(said), 60) if said is not None else words.says.nobody,
                        "relay": shortened(name, 60),
                    },
                )


def _is_a_paper(token: Token, words: FlagWords) -> bool:
    run = name_run(token)
    if any(part.lower in words.media_names for part in run):
        return True
    return len(run) > 1 and not words.paper_words.isdisjoint((run[0].lower, run[-1].lower))


def _is_own(name: str, story: Story, own: frozenset[str]) -> bool:
    """Whether the medium is the story's own, by its name in the head or by having been told by several people."""
    if name.lower() in _printed(story.article, story):
        return True
    return any(source.id in own and source.name.lower() == name.lower() for source in story.sources)


def _citing(story: Story, words: FlagWords, own: frozenset[str]) -> Iterator[Finding]:
    """ "…, the Daily Post reported, citing two aides": a medium speaks for others, whom it cites."""
    for token in story.tokens():
        if token.lemma.lower() not in words.relay_verbs or token.tag != "VBG":
            continue
        medium = token.head if token.dep == "acl" else subject(token.head)
        cited = token.child("dobj", "pobj")
        if medium is None or cited is None or not _is_a_medium(medium, story, words):
            continue
        name = " ".join(part.text for part in name_run(medium)) if medium.pos == "PROPN" else medium.text
        if _is_own(name, story, own):
            continue
        yield Finding(
            code="SRC-SECOND",
            spans=(token.span,),
            values={"who": shortened(_phrase(cited, story), 60), "relay": shortened(name, 60)},
        )


def _is_a_medium(token: Token, story: Story, words: FlagWords) -> bool:
    if token.pos == "PROPN" and _is_a_paper(token, words):
        return True
    if token.lower in words.paper_words:
        return True
    return any(
        source.kind is SourceKind.MEDIA and any(mention.span.overlaps(token.span) for mention in source.mentions)
        for source in story.sources
    )


def _phrase(token: Token, story: Story) -> str:
    tokens = token.subtree()
    return story.words(Span(start=tokens[0].start, end=tokens[-1].end))


def _own_outlets(story: Story) -> frozenset[str]:
    """Ids of the media that are the story's own: its publisher, its agency, or one to which several people speak."""
    article = story.article
    printed = _printed(article, story)
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


def _printed(article: Article, story: Story) -> str:
    """Where the story prints its own name: publisher, byline, credits and datelines, in lower case."""
    return " ".join(
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


def _is_printed(source: Source, printed: str) -> bool:
    return source.name.lower().removeprefix("the ") in printed


def _claims(attribution: Attribution, story: Story) -> tuple[str, ...]:
    return tuple(claim.id for claim in story.claims_of(attribution))


DETECTORS = (Detector(codes=("SRC-SECOND",), detect=detect),)
