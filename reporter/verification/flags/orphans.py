"""QUO-ORPHAN: a direct quotation without a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import ParagraphKind, QuoteType, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import VERBAL
from reporter.verification.phrasing import shortened
from reporter.verification.quotes import Quotation
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

FEWEST_WORDS = 6

LONGER = 3
"""Letters above which a title capitalises a word."""

NEAR = 8
"""Characters around a quotation in which a colon or a dash introduces its speaker."""

NAME_WORDS = 4
"""Words of a name that opens a line of a transcript."""

DASHES = frozenset("-–—―")


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    previous: Quotation | None = None
    for quotation in story.quotations:
        goes_on = previous is not None and not previous.is_closed
        previous = quotation
        if goes_on or not quotation.is_closed or story.kind_at(quotation.inside.start) is not ParagraphKind.BODY:
            continue
        if len(quotation.inside.of(story.text).split()) < FEWEST_WORDS or not story.is_first_telling(quotation.inside):
            continue
        if _is_whole_speech(quotation, story) and not _has_a_speaker(quotation, story, words):
            yield Finding(
                code="QUO-ORPHAN",
                spans=(quotation.outside,),
                values={"words": shortened(story.words(quotation.inside), 80)},
            )


def _is_whole_speech(quotation: Quotation, story: Story) -> bool:
    """Whole sentences with a verb and nothing around them; no title (half of the longer words with a capital)."""
    tokens = story.parse.tokens_in(quotation.inside)
    if not tokens or not any(token.pos in VERBAL for token in tokens):
        return False
    first, last = (story.parse.sentences[token.sentence] for token in (tokens[0], tokens[-1]))
    around = story.parse.tokens[first.first : tokens[0].i] + story.parse.tokens[tokens[-1].i + 1 : last.last]
    if any(token.text[0].isalnum() for token in around):
        return False
    long = [token for token in tokens if len(token.text) > LONGER and token.text[0].isalpha()]
    return 2 * sum(token.text[0].isupper() for token in long) < max(1, len(long))


def _has_a_speaker(quotation: Quotation, story: Story, words: FlagWords) -> bool:
    """An attribution with a source covers it; or its place gives one: after a colon, before a dash and a name, a
    transcript's "ORME: …", or a sentence just before, in the same paragraph, that tells of somebody."""
    tokens = story.parse.tokens_in(quotation.inside)
    if any(story.is_sourced(attribution) for token in tokens for attribution in story.covering(token)):
        return True
    text = story.text
    before = text[max(0, quotation.outside.start - NEAR) : quotation.outside.start].rstrip()
    after = text[quotation.outside.end : quotation.outside.end + NEAR].lstrip()
    if before.endswith(":") or (after[:1] in DASHES and after[1:].lstrip()[:1].isupper()):
        return True
    if any(token.text == ":" and token.i <= tokens[0].i + NAME_WORDS for token in tokens):
        return True
    return _follows_somebody(tokens[0], story, words)


def _follows_somebody(first: Token, story: Story, words: FlagWords) -> bool:
    """By the convention of news, a quotation goes on with the speaker of the one before it, and with whomever the
    sentence before it, in one paragraph, tells of."""
    sentence = story.parse.sentences[first.sentence]
    earlier = story.before(sentence)
    if earlier is None:
        return False
    if any(
        attribution.quote_type is not QuoteType.INDIRECT and story.is_sourced(attribution)
        for attribution in story.attributions_in(earlier)
    ):
        return True
    return earlier.paragraph == sentence.paragraph and any(
        token.dep == "nsubj" and _is_somebody(token, words) for token in story.parse.tokens_of(earlier)
    )


def _is_somebody(token: Token, words: FlagWords) -> bool:
    return token.pos == "PROPN" or (token.tag == "PRP" and token.lower not in words.expletives)


DETECTORS = (Detector(codes=("QUO-ORPHAN",), detect=detect),)
