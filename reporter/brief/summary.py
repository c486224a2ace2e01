"""At most five sentences that tell the story with its attribution and its dates, and assert nothing themselves."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporter.brief.nearby import Nearby
from reporter.brief.prose import (
    date_edits,
    edited,
    ended,
    is_balanced,
    name_edits,
    quoted_runs,
    run_on,
    without_connective,
)
from reporter.model import (
    Article,
    Assessment,
    Attribution,
    Checkability,
    Claim,
    QuoteType,
    Source,
    SourceKind,
    Span,
    Stance,
    Status,
    SummarySentence,
    TimeExpression,
)
from reporter.wording.names import called, opening
from reporter.wording.words import Wording

LONGEST = 5
_LONG_SENTENCE = 320
_SHORT_SENTENCE = 40
_LEAST_WEIGHT = 0.35
"""Below this a sentence says too little to be worth a place; chosen by eye on stories of our own."""

_WORD = re.compile(r"[^\W_]{2,60}")
_KIND_WEIGHT = {
    SourceKind.DOCUMENT: 0.5,
    SourceKind.PERSON: 0.4,
    SourceKind.ORGANISATION: 0.4,
    SourceKind.MEDIA: 0.2,
    SourceKind.COLLECTIVE: 0.1,
    SourceKind.ANONYMOUS: 0.15,
    SourceKind.UNATTRIBUTED: -0.1,
}
_CHECKABLE_WEIGHT = {
    Checkability.FACT: 0.6,
    Checkability.FORECAST: 0.3,
    Checkability.OPINION: 0.1,
    Checkability.QUESTION: -0.6,
}
_CONTESTED = frozenset({Status.DISPUTED, Status.CONTRADICTED, Status.REFUTED_BY_EDITOR})


@dataclass(frozen=True, slots=True)
class _Group:
    """The claims of one sentence, in text order, and how the sentence would read."""

    claims: tuple[Claim, ...]
    text: str
    words: frozenset[str]
    weight: float


class Summary:
    """Makes the summary of one story; see `sentences`."""

    def __init__(
        self,
        *,
        article: Article,
        times: Sequence[TimeExpression],
        sources: Sequence[Source],
        attributions: Sequence[Attribution],
        assessments: Sequence[Assessment],
        wording: Wording,
    ) -> None:
        self.article = article
        self.times = Nearby(times, lambda time: [time.span])
        self.near = Nearby(attributions, lambda item: (*item.source, *item.cue, *item.content))
        self.sources = {source.id: source for source in sources}
        self.attributions = {attribution.id: attribution for attribution in attributions}
        self.assessments: Mapping[str, Assessment] = {assessment.claim_id: assessment for assessment in assessments}
        self.wording = wording
        self.headline = _words(article.headline or "")

    def sentences(self, claims: Sequence[Claim]) -> tuple[SummarySentence, ...]:
        """The chosen sentences in text order.

        Chosen by place in the story, by what can be checked, by the weight of the source and by variety: what is
        told already, and a voice that was heard already, count less.
        """
        groups = self._groups(claims)
        chosen: list[_Group] = []
        while groups and len(chosen) < LONGEST:
            best = max(groups, key=lambda group: (self._worth(group, chosen), -group.claims[0].spans[0].start))
            if chosen and self._worth(best, chosen) < _LEAST_WEIGHT:
                break
            chosen.append(best)
            groups.remove(best)
        chosen.sort(key=lambda group: group.claims[0].sentence)
        return tuple(
            SummarySentence(text=group.text, claim_ids=tuple(claim.id for claim in group.claims)) for group in chosen
        )

    # Choosing

    def _groups(self, claims: Sequence[Claim]) -> list[_Group]:
        by_sentence: dict[Span, list[Claim]] = {}
        for claim in claims:
            by_sentence.setdefault(claim.sentence, []).append(claim)
        groups = []
        for rank, (sentence, own) in enumerate(sorted(by_sentence.items())):
            told = self._told(sentence, own)
            if told is not None:
                text, kept = told
                groups.append(_Group(tuple(kept), text, _words(text), self._weight(kept, text, rank)))
        return groups

    def _weight(self, claims: Sequence[Claim], text: str, rank: int) -> float:
        weight = 0.8 / (1 + 0.2 * rank)
        weight += max(_CHECKABLE_WEIGHT[claim.checkability] for claim in claims)
        weight += max(self._source_weight(claim) for claim in claims)
        weight += 0.25 * any(not quantity.is_vague for claim in claims for quantity in claim.quantities)
        weight += 0.15 * any(claim.happened for claim in claims)
        weight += 0.1 * min(2, len({span for claim in claims for span in claim.names}))
        weight += 0.3 * any(self._is_contested(claim) for claim in claims)
        weight += 0.2 * any(link.stance is Stance.DENYING for claim in claims for link in claim.chain)
        if self.headline:
            weight += 0.5 * len(self.headline & _words(text)) / len(self.headline)
        first = text.split(" ", 1)[0].strip("“\"'‘").lower()
        is_quote = text[:1] in "“\"'‘«"
        weight -= (0.3 if is_quote else 0.6) * (first in self.wording.prose.pronouns)
        weight -= 0.3 * bool(_words(text) & self.wording.prose.pointers)
        weight -= 0.3 * (len(text) > _LONG_SENTENCE) + 0.4 * (len(text) < _SHORT_SENTENCE)
        return weight

    def _source_weight(self, claim: Claim) -> float:
        if not claim.chain:
            return -0.2
        source = self.sources.get(claim.source_id or "")
        return _KIND_WEIGHT[source.kind] if source is not None else -0.1

    def _is_contested(self, claim: Claim) -> bool:
        assessment = self.assessments.get(claim.id)
        return assessment is not None and assessment.status in _CONTESTED

    def _worth(self, group: _Group, chosen: Sequence[_Group]) -> float:
        heard = [claim.source_id for other in chosen for claim in other.claims[:1]]
        worth = group.weight - 0.2 * heard.count(group.claims[0].source_id)
        likeness = max((_likeness(group.words, other.words) for other in chosen), default=0.0)
        told = {claim.id for other in chosen for claim in other.claims}
        answers = any(
            related in told
            for claim in group.claims
            if (assessment := self.assessments.get(claim.id)) is not None
            for related in assessment.related_claim_ids
        )
        return worth - likeness + 0.3 * answers

    # Telling

    def _told(self, sentence: Span, claims: Sequence[Claim]) -> tuple[str, list[Claim]] | None:
        """The sentence as the summary tells it, and the claims that it then tells; None if it cannot be told well."""
        first = claims[0]
        if first.chain and not self._cue_in(sentence, first):
            return self._told_elsewhere(sentence, first), [
                claim for claim in claims if claim.chain[:1] == first.chain[:1]
            ]
        kept, span = list(claims), sentence
        if first.chain:
            kept, span = self._without_story(sentence, claims)
        text = self._set(span)
        if not is_balanced(text):
            return None
        if first.chain:
            return ended(opening(without_connective(text, self.wording))), kept
        joint = self._joint(sentence, claims)
        if joint is None:
            return self._stated(without_connective(text, self.wording), claims), kept
        stated = self._set(Span(start=sentence.start, end=joint.start))
        said = self._set(Span(start=joint.end, end=sentence.end))
        if not (is_balanced(stated) and is_balanced(said)):
            return None
        told = self._stated(without_connective(stated, self.wording), claims).rstrip(".")
        return f"{told}{self.wording.prose.then}{ended(said)}", kept

    def _joint(self, sentence: Span, claims: Sequence[Claim]) -> Span | None:
        """Where the story's own clause ends and a source has the word, joined by a conjunction; None if it does not."""
        attributed = [claim for claim in claims if claim.chain]
        if not attributed:
            return None
        attribution = self.attributions[attributed[0].chain[0].attribution_id]
        start = min(piece.start for piece in (*attribution.source, *attribution.cue, *attribution.content))
        before = self.article.text[sentence.start : start].rstrip()
        word = before.rsplit(" ", 1)[-1].lower()
        lead = before[: len(before) - len(word)].rstrip()
        if word not in self.wording.prose.connectives or not lead.endswith(",") or claims[0].spans[-1].end > start:
            return None
        return Span(start=sentence.start + len(lead) - 1, end=start)

    def _cue_in(self, sentence: Span, claim: Claim) -> bool:
        return any(sentence.contains(piece) for piece in self.attributions[claim.chain[0].attribution_id].cue)

    def _without_story(self, sentence: Span, claims: Sequence[Claim]) -> tuple[list[Claim], Span]:
        """`sentence` up to where the story goes on in its own name behind the attribution, and the claims before it."""
        cut = sentence.end
        heard = max(
            (
                piece.end
                for piece in self.attributions[claims[0].chain[0].attribution_id].cue
                if sentence.contains(piece)
            ),
            default=sentence.end,
        )
        text = self.article.text
        for claim in claims:
            start = claim.spans[0].start
            if not claim.chain and start > heard:
                comma = text.rfind(",", heard, start)
                if comma > 0 and is_balanced(text[sentence.start : comma]):
                    cut = min(cut, comma)
        kept = [claim for claim in claims if claim.spans[0].start < cut]
        return kept, Span(start=sentence.start, end=cut)

    def _set(self, span: Span) -> str:
        text = self.article.text
        near = self.near.around(span)
        quoted = quoted_runs(span, text, near)
        edits = (
            *date_edits(span, text, self.times.around(span), quoted, self.wording),
            *name_edits(span, text, near, self.sources, quoted, self.wording),
        )
        return edited(span, text, edits)

    def _told_elsewhere(self, sentence: Span, claim: Claim) -> str:
        """A content whose words of saying stand in another sentence."""
        source = called(
            self.sources.get(claim.chain[0].source_id or ""),
            self.article.text,
            self.wording,
            unnamed=self.wording.prose.unnamed_source,
        )
        words = self.wording.prose
        body = self._set(sentence).strip("“”\"'‘’«» ").rstrip(".,;: ")
        if claim.quote_type is not QuoteType.DIRECT:
            return opening(words.said_after.format(text=body, source=source))
        if claim.chain[0].source_id is None and not self.attributions[claim.chain[0].attribution_id].source:
            return words.quote_without_speaker.format(text=body)
        if body.endswith(("?", "!")):
            return words.said_after_quote.replace(",", "", 1).format(text=body, source=source)
        return words.said_after_quote.format(text=opening(body), source=source)

    def _stated(self, text: str, claims: Sequence[Claim]) -> str:
        """What the story states itself, introduced as that."""
        words = self.wording.prose
        names = {span.of(self.article.text) for claim in claims for span in claim.names}
        if text[:1].isalnum() and not text.endswith("?"):
            return words.story_states.format(text=run_on(text, names, self.article.text, self.wording))
        return words.story_states_quoted.format(text=ended(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.group().casefold() for word in _WORD.finditer(text))


def _likeness(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / len(some | others) if some and others else 0.0
