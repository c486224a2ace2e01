"""A story with everything the earlier stages found in it, and the lookups that the flags share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reporter.model import (
    Article,
    Attribution,
    Claim,
    Elsewhere,
    ParagraphKind,
    Parse,
    Sentence,
    Source,
    SourceKind,
    Span,
    TimeExpression,
    Token,
)
from reporter.verification.quotes import Quotation, quotations


@dataclass(frozen=True, kw_only=True, eq=False)
class Story:
    """Never changed, and itself only; lookups are made when first asked for and kept (hence no slots).

    What a repeated paragraph says counts once, so `sentences`, `tellings` and the walks leave repeats out.
    """

    article: Article
    parse: Parse
    times: tuple[TimeExpression, ...] = ()
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    elsewhere: Elsewhere | None = None
    """What other stories of the same event say to it."""

    @property
    def text(self) -> str:
        return self.article.text

    def words(self, span: Span) -> str:
        """The characters of `span` on one line."""
        return " ".join(span.of(self.text).split())

    # by id

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _attributions(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for attribution in self.attributions}

    @cached_property
    def _times(self) -> dict[str, TimeExpression]:
        return {time.id: time for time in self.times}

    def source(self, identifier: str | None) -> Source | None:
        return None if identifier is None else self._sources.get(identifier)

    def called(self, source: Source) -> str:
        """The source's name as it reads within a sentence: a capital that the story's own sentence gave a common
        word ("Prosecutors said", "The mayor said") is taken back; not before another ("Corrin Textiles said")."""
        for mention in source.mentions:
            token = self.parse.token_at(mention.span.start)
            if token is None or not source.name.startswith(token.text) or token.pos == "PROPN" or len(token.text) < 2:
                continue
            rest = source.name[len(token.text) :].split()
            if rest and rest[0][:1].isupper():
                break
            if token.text[0].isupper() and token.text[1:].islower():
                return source.name[0].lower() + source.name[1:]
            break
        return source.name

    def attribution(self, identifier: str | None) -> Attribution | None:
        return None if identifier is None else self._attributions.get(identifier)

    def time(self, identifier: str) -> TimeExpression | None:
        return self._times.get(identifier)

    # by place

    def is_first_telling(self, span: Span) -> bool:
        """Whether `span` lies in a paragraph that repeats no earlier one."""
        number = self.article.paragraph_at(span.start)
        return number is None or self.article.paragraphs[number].repeats is None

    def kind_at(self, offset: int) -> ParagraphKind | None:
        number = self.article.paragraph_at(offset)
        return None if number is None else self.article.paragraphs[number].kind

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the prose, each paragraph's only where it is first told."""
        return tuple(
            sentence for sentence in self.parse.sentences if self.article.paragraphs[sentence.paragraph].repeats is None
        )

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """`sentences` of body paragraphs alone: no headline, no caption."""
        return tuple(
            sentence
            for sentence in self.sentences
            if self.article.paragraphs[sentence.paragraph].kind is ParagraphKind.BODY
        )

    @cached_property
    def _place_in_body(self) -> dict[int, int]:
        return {sentence.number: place for place, sentence in enumerate(self.body)}

    def place_in_body(self, sentence: Sentence) -> int | None:
        """How many body sentences were told before it; None for one that is no part of the body."""
        return self._place_in_body.get(sentence.number)

    def before(self, sentence: Sentence) -> Sentence | None:
        """The body sentence that was told just before."""
        place = self._place_in_body.get(sentence.number)
        return self.body[place - 1] if place else None

    def tokens(self) -> Iterator[Token]:
        """Every token of `sentences`, in text order."""
        for sentence in self.sentences:
            yield from self.parse.tokens_of(sentence)

    def body_tokens(self) -> Iterator[Token]:
        for sentence in self.body:
            yield from self.parse.tokens_of(sentence)

    # claims

    @cached_property
    def _claim_tokens(self) -> dict[str, tuple[Token, ...]]:
        return {
            claim.id: tuple(token for span in claim.spans for token in self.parse.tokens_in(span))
            for claim in self.claims
        }

    def claim_tokens(self, claim: Claim) -> tuple[Token, ...]:
        return self._claim_tokens[claim.id]

    @cached_property
    def _claims_by_sentence(self) -> dict[int, tuple[Claim, ...]]:
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            for number in dict.fromkeys(token.sentence for token in self._claim_tokens[claim.id]):
                found.setdefault(number, []).append(claim)
        return {number: tuple(claims) for number, claims in found.items()}

    def claims_in(self, sentence: Sentence) -> tuple[Claim, ...]:
        return self._claims_by_sentence.get(sentence.number, ())

    def claims_at(self, spans: tuple[Span, ...]) -> tuple[Claim, ...]:
        """The claims of which `spans` share a character, in text order."""
        near = {
            claim.id: claim
            for span in spans
            for number in dict.fromkeys(token.sentence for token in self.parse.tokens_in(span))
            for claim in self._claims_by_sentence.get(number, ())
            if any(span.overlaps(own) for own in claim.spans)
        }
        return tuple(claim for claim in self.claims if claim.id in near)

    @cached_property
    def _claims_by_attribution(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            for link in claim.chain:
                found.setdefault(link.attribution_id, []).append(claim)
        return {identifier: tuple(claims) for identifier, claims in found.items()}

    def claims_of(self, attribution: Attribution) -> tuple[Claim, ...]:
        """The claims whose chain holds `attribution`."""
        return self._claims_by_attribution.get(attribution.id, ())

    # attributions

    @cached_property
    def tellings(self) -> tuple[Attribution, ...]:
        """Attributions where they are first told."""
        return tuple(
            attribution
            for attribution in self.attributions
            if self.is_first_telling((attribution.cue or attribution.content or attribution.source)[0])
        )

    @cached_property
    def _cover(self) -> dict[int, tuple[tuple[Attribution, tuple[Span, ...]], ...]]:
        """By sentence: the attributions with content there, and that part of their content."""
        found: dict[int, dict[str, tuple[Attribution, list[Span]]]] = {}
        for attribution in self.attributions:
            for span in attribution.content:
                for number in self._sentences_of((span,)):
                    found.setdefault(number, {}).setdefault(attribution.id, (attribution, []))[1].append(span)
        return {
            number: tuple((attribution, tuple(spans)) for attribution, spans in covering.values())
            for number, covering in found.items()
        }

    def _sentences_of(self, spans: tuple[Span, ...]) -> dict[int, None]:
        """The numbers of the sentences that share a character with `spans`, in order."""
        found: dict[int, None] = {}
        for span in spans:
            first = bisect_right(self._sentence_ends, span.start)
            for sentence in self.parse.sentences[first : bisect_left(self._sentence_starts, span.end)]:
                found[sentence.number] = None
        return found

    @cached_property
    def _sentence_ends(self) -> tuple[int, ...]:
        return tuple(sentence.span.end for sentence in self.parse.sentences)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.parse.sentences)

    def covering(self, token: Token) -> tuple[Attribution, ...]:
        """The attributions whose content holds the token."""
        return tuple(
            attribution
            for attribution, spans in self._cover.get(token.sentence, ())
            if any(span.start <= token.start < span.end for span in spans)
        )

    @cached_property
    def _attributed_sentences(self) -> dict[int, tuple[Attribution, ...]]:
        found: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            for number in self._sentences_of(attribution.content + attribution.cue + attribution.source):
                found.setdefault(number, []).append(attribution)
        return {number: tuple(own) for number, own in found.items()}

    def attributions_in(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """The attributions of which the sentence holds a part: source, cue or content."""
        return self._attributed_sentences.get(sentence.number, ())

    def is_sourced(self, attribution: Attribution) -> bool:
        """Whether it says who: a source that is not "nobody", or at least words for one."""
        source = self.source(attribution.source_id)
        if source is not None:
            return source.kind is not SourceKind.UNATTRIBUTED
        return bool(attribution.source)

    # quotation marks

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks in headlines, captions and body, in text order."""
        return quotations(self.article)

    @cached_property
    def _quotation_starts(self) -> tuple[int, ...]:
        return tuple(quotation.inside.start for quotation in self.quotations)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation whose words hold the character at `offset`."""
        place = bisect_right(self._quotation_starts, offset) - 1
        if place < 0 or offset >= self.quotations[place].inside.end:
            return None
        return self.quotations[place]
