"""HED-SCARE: a few quoted words that no verb of saying governs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reporter.model import ParagraphKind, Span, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import top_of
from reporter.verification.quotes import Quotation
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

MOST_WORDS = 3

NEAREST = 4
"""Governors up to which a noun like "slogan" still says what the quoted words are."""
_MEANING = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "advmod", "poss"})


def detect(story: Story, words: FlagWords) -> Iterator[Finding]:
    for quotation in story.quotations:
        if not quotation.is_closed or not story.is_first_telling(quotation.inside):
            continue
        if story.kind_at(quotation.inside.start) is ParagraphKind.HEADLINE:
            continue
        tokens = [token for token in story.parse.tokens_in(quotation.inside) if token.pos != "PUNCT"]
        if story.text[max(0, quotation.outside.start - 1) : quotation.outside.start] == "=":
            continue
        if not 1 <= len(quotation.inside.of(story.text).split()) <= MOST_WORDS or not tokens:
            continue
        if not _is_plain_wording(tokens) or _is_named(quotation, tokens, story, words):
            continue
        if _is_governed(quotation, tokens, story, words):
            continue
        yield Finding(code="HED-SCARE", spans=(quotation.outside,), values={"words": story.words(quotation.inside)})


def _is_plain_wording(tokens: list[Token]) -> bool:
    """Lower-case words with a meaning of their own: a capital is a title, a nickname or a sentence, and a quoted
    pronoun or article is a word that is talked about."""
    if not any(token.pos in _MEANING and token.text[0].isalpha() for token in tokens):
        return False
    return all(token.text[0].islower() for token in tokens) and not any(token.pos == "PROPN" for token in tokens)


def _is_named(quotation: Quotation, tokens: list[Token], story: Story, words: FlagWords) -> bool:
    """Words that are mentioned, not used: after "called", "the word", "so-called"; or a nickname inside a name."""
    top = top_of(tokens)
    if top is None:
        return True
    if any(above.lemma.lower() in words.word_nouns for above in islice(top.ancestors(), NEAREST)):
        return True
    governors = (top.head, *(child for child in top.head.children if child.dep in ("advmod", "amod")))
    if any(word.lemma.lower() in words.calling_verbs or word.lemma.lower() in words.word_nouns for word in governors):
        return True
    if top.head.lower in words.labelling_words:
        return True
    before = story.parse.tokens[max(0, tokens[0].i - 4) : tokens[0].i]
    near = [word for word in before if word.sentence == top.sentence and word.pos != "PUNCT"][-2:]
    if any(word.lemma.lower() in words.calling_verbs | words.word_nouns for word in near):
        return True
    after = story.parse.token_at(quotation.outside.end + 1)
    is_inside_a_name = bool(near) and near[-1].pos == "PROPN" and after is not None and after.pos == "PROPN"
    return is_inside_a_name and top.dep != "amod"


def _is_governed(quotation: Quotation, tokens: list[Token], story: Story, words: FlagWords) -> bool:
    """Whether a reader takes the words for a speaker's own.

    Inside what a source says they are, unless the verb of saying comes only afterwards and the words modify a noun
    outside of the marks: until the speaker is named, such marks read as the writer's.
    """
    top = top_of(tokens)
    if top is None:
        return True
    covering = story.covering(top)
    if covering:
        is_modifier = top.dep in _MODIFYING and not quotation.inside.contains(top.head.span)
        return not is_modifier or any(_comes_first(attribution.cue, quotation.outside) for attribution in covering)
    sentence = story.parse.sentences[top.sentence]
    if _has_an_own_verb_of_saying(tokens, top, words):
        return True
    if any(_comes_first(attribution.cue, quotation.outside) for attribution in story.attributions_in(sentence)):
        return True
    if top.dep in _MODIFYING:
        return False
    earlier = story.before(sentence)
    return (
        earlier is not None
        and earlier.paragraph == sentence.paragraph
        and any(attribution.cue for attribution in story.attributions_in(earlier))
    )


def _comes_first(cue: tuple[Span, ...], quoted: Span) -> bool:
    return any(span.end <= quoted.start for span in cue)


def _has_an_own_verb_of_saying(tokens: list[Token], top: Token, words: FlagWords) -> bool:
    """Whether one of the verbs above the words is one of saying, judging or naming, or "as" compares them to a word."""
    inside = {token.i for token in tokens}
    for governor in top.ancestors():
        if governor.i not in inside and governor.pos == "VERB" and governor.lemma.lower() in words.speech_verbs:
            return True
    return False


DETECTORS = (Detector(codes=("HED-SCARE",), detect=detect),)
