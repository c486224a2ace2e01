"""HED-LOST: the headline is firmer than the body."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Claim, Modality, ParagraphKind, Sentence, Source, SourceKind, Stance
from reporter.verification.accounts import Account, accounts, content_lemmas, family
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import auxiliaries, is_past
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_HEDGED = frozenset({Modality.POSSIBLE, Modality.REPORTED})
_WEAK = frozenset({SourceKind.ANONYMOUS, SourceKind.UNATTRIBUTED, SourceKind.COLLECTIVE})


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    """The headline states a thing flat; wherever the body tells it, it is hedged, doubted or from nobody named."""
    headlines = [
        sentence for sentence in story.sentences if story.kind_at(sentence.span.start) is ParagraphKind.HEADLINE
    ]
    if not headlines:
        return
    listed = accounts(story, words)
    body = [one for one in listed if story.kind_at(one.claim.spans[0].start) is ParagraphKind.BODY]
    for sentence in headlines:
        if not _is_flat(sentence, story, words):
            continue
        same = [one for one in body if _tells_it(sentence, one, story, words)]
        if same and all(_is_hedged(one, words) for one in same):
            yield Finding(
                code="HED-LOST",
                spans=(sentence.span,),
                claim_ids=tuple(one.claim.id for one in same),
                values={"headline": story.words(sentence.span), "body": shortened(same[0].claim.text)},
                variant=_variant(same[0].claim),
            )


def _variant(claim: Claim) -> str:
    return "plain" if claim.modality in _HEDGED else "weak"


def _is_flat(sentence: Sentence, story: Story, words: FlagWords) -> bool:
    """A statement with a verb, without a source, a hedge, a quotation mark or a question."""
    tokens = story.parse.tokens_of(sentence)
    top = story.parse.root_of(sentence)
    if top.pos != "VERB" or story.attributions_in(sentence) or any(helper.tag == "MD" for helper in auxiliaries(top)):
        return False
    if not (is_past(top) or top.tag in ("VBZ", "VBP", "VBN")) or top.lemma.lower() in words.seeming_verbs:
        return False
    hedges = words.hedging_adverbs | words.hearsay_adverbs
    return not any(
        token.lower in hedges or token.text in "?:" or story.quotation_at(token.start) is not None for token in tokens
    )


def _tells_it(sentence: Sentence, told: Account, story: Story, words: FlagWords) -> bool:
    """Two thirds of the headline's words, three at least, and its verb stand in the body's claim."""
    content = content_lemmas(story.parse.tokens_of(sentence), words)
    shared = len(content & told.content)
    verb = family(story.parse.root_of(sentence).lemma, words.verb_families)
    return verb == told.verb and shared >= 3 and 3 * shared >= 2 * len(content)


def _is_hedged(account: Account, words: FlagWords) -> bool:
    claim = account.claim
    if claim.modality in _HEDGED or any(link.stance is Stance.DOUBTING for link in claim.chain):
        return True
    return claim.is_attributed and (account.source is None or _is_weak(account.source, words))


def _is_weak(source: Source, words: FlagWords) -> bool:
    """Nobody named; "his daughter" and "the co-op" are somebody, though the story gives no name."""
    if source.kind is not SourceKind.ANONYMOUS:
        return source.kind in _WEAK
    told = [part.lower() for part in source.name.split()]
    if told[0] in words.possessives | words.definite_determiners:
        return False
    is_one_of_many = source.is_plural or told[0] in words.indefinite_articles
    return is_one_of_many or not words.unnamed_roles.union(words.bare_source_nouns).isdisjoint(told)


DETECTORS = (Detector(codes=("HED-LOST",), detect=detect),)
