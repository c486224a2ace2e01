"""QUO-ORPHAN: a direct quotation without a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import ParagraphKind
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import VERBAL
from reporter.verification.phrasing import shortened
from reporter.verification.quotes import Quotation
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

FEWEST_WORDS = 6


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for quotation in story.quotations:
        if story.kind_at(quotation.inside.start) is not ParagraphKind.BODY:
            continue
        if len(quotation.inside.of(story.text).split()) < FEWEST_WORDS or not story.is_first_telling(quotation.inside):
            continue
        if not _is_speech(quotation, story) or _has_a_speaker(quotation, story, words):
            continue
        yield Finding(
            code="QUO-ORPHAN",
            spans=(quotation.outside,),
            values={"words": shortened(story.words(quotation.inside), 80)},
        )


def _is_speech(quotation: Quotation, story: Story) -> bool:
    """It has a verb, and is no title: less than half of its longer words are capitalised."""
    tokens = story.parse.tokens_in(quotation.inside)
    long = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    capitals = sum(token.text[0].isupper() for token in long)
    return any(token.pos in VERBAL for token in tokens) and 2 * capitals < max(1, len(long))


def _has_a_speaker(quotation: Quotation, story: Story, words: FlagWords) -> bool:
    """Whether some attribution with a source covers it, or it is mentioned rather than said (a banner, a slogan)."""
    tokens = story.parse.tokens_in(quotation.inside)
    if any(story.is_sourced(attribution) for token in tokens for attribution in story.covering(token)):
        return True
    if not tokens:
        return True
    before = [
        token
        for token in story.parse.tokens[max(0, tokens[0].i - 6) : tokens[0].i]
        if token.sentence == tokens[0].sentence
    ]
    return any(
        token.lemma.lower() in words.word_nouns
        or (token.lemma.lower() in words.calling_verbs and token.lemma.lower() not in words.speech_verbs)
        for token in before
    )


DETECTORS = (Detector(codes=("QUO-ORPHAN",), detect=detect),)
