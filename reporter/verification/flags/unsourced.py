"""ATT-NONE, ATT-FAR and NUM-NOSRC: what the story states as fact, and its figures, with no source in reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from reporter.model import Checkability, Claim, Modality, ParagraphKind, Quantity, Sentence, Token
from reporter.verification.accounts import Account, ByContent, accounts, counted_noun
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import VERBAL, clause_verb, is_past, top_of
from reporter.verification.phrasing import joined, shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

NEWS = timedelta(days=31)
"""An event of the last month is news and asks for a source; an older one may be common knowledge."""

BACKGROUND = timedelta(days=366)
"""What lies more than a year back is background, also where people came to harm."""

FEWEST = 10
"""Counts below ten are as often structure ("two sides", "four liberals") as news, unless they count a harm."""


MOST_NAMED = 4
"""Figures of one claim that a message names."""

FARTHEST = 2
"""Sentences after which a source comes late."""


def unsourced_facts(story: Story, words: FlagWords) -> Iterator[Finding]:
    listed = accounts(story, words)
    attributed = ByContent(account for account in listed if account.claim.is_attributed)
    for account in listed:
        claim = account.claim
        if not _stands_alone(claim, story) or _told_elsewhere(account, attributed):
            continue
        verb = _event(story.claim_tokens(claim), words)
        if verb is None or not (_is_an_accusation(verb, words) or _is_news(account, verb, story, words)):
            continue
        if not _is_harm(verb, words) and not any(_is_a_figure(one, story, words) for one in claim.quantities):
            continue
        yield Finding(
            code="ATT-NONE",
            spans=claim.spans,
            claim_ids=(claim.id,),
            values={"claim": shortened(claim.text)},
            variant="harm" if _is_harm(verb, words) else "plain",
        )


def unsourced_figures(story: Story, words: FlagWords) -> Iterator[Finding]:
    listed = accounts(story, words)
    sourced = {
        (quantity.value, quantity.unit)
        for claim in story.claims
        if claim.is_attributed
        for quantity in claim.quantities
    }
    for account in listed:
        claim = account.claim
        if not _stands_alone(claim, story):
            continue
        figures = [
            quantity
            for quantity in claim.quantities
            if (quantity.value, quantity.unit) not in sourced and _is_a_figure(quantity, story, words)
        ]
        if figures:
            yield Finding(
                code="NUM-NOSRC",
                spans=tuple(quantity.span for quantity in figures),
                claim_ids=(claim.id,),
                values={
                    "figure": joined([story.words(quantity.span) for quantity in figures[:MOST_NAMED]], words),
                    "claim": shortened(claim.text),
                },
                variant="plain" if len(figures) == 1 else "several",
            )


def _stands_alone(claim: Claim, story: Story) -> bool:
    """A fact of the body that no source of its own sentence or of the one before stands for."""
    if claim.is_attributed or claim.checkability is not Checkability.FACT:
        return False
    if claim.modality is not Modality.ASSERTED or story.kind_at(claim.spans[0].start) is not ParagraphKind.BODY:
        return False
    sentence = story.parse.sentence_at(claim.spans[0].start)
    if sentence is None or _has_a_cue(sentence, story):
        return False
    earlier = story.before(sentence)
    return earlier is None or not _has_a_cue(earlier, story)


def _has_a_cue(sentence: Sentence, story: Story) -> bool:
    """Whether somebody stands for a part of the sentence; "allegedly" names nobody."""
    return any(story.is_sourced(attribution) for attribution in story.attributions_in(sentence))


def _told_elsewhere(account: Account, attributed: ByContent) -> tuple[Account, ...]:
    """The accounts by which a source says the same elsewhere in the story: half of the words of the shorter, or a
    figure for the same thing."""
    figures = {(figure.unit, figure.verb) for figure in account.figures}
    found = []
    for other in attributed.near(account.content):
        if other.claim.id == account.claim.id:
            continue
        shared = account.content & other.content
        is_alike = len(shared) >= 2 and 2 * len(shared) >= min(len(account.content), len(other.content))
        if is_alike or (figures and figures & {(figure.unit, figure.verb) for figure in other.figures}):
            found.append(other)
    return tuple(found)


def late_sources(story: Story, words: FlagWords) -> Iterator[Finding]:
    """A fact whose source comes only more than two sentences later."""
    listed = accounts(story, words)
    attributed = ByContent(account for account in listed if account.claim.is_attributed)
    for account in listed:
        claim = account.claim
        verb = _event(story.claim_tokens(claim), words) if _stands_alone(claim, story) else None
        if verb is None or not _is_news(account, verb, story, words):
            continue
        elsewhere = tuple(other for other in _told_elsewhere(account, attributed) if other.verb == account.verb)
        here = story.parse.sentence_at(claim.spans[0].start)
        starts = [story.parse.sentence_at(other.claim.spans[0].start) for other in elsewhere]
        places = [story.place_in_body(sentence) for sentence in starts if sentence is not None]
        at = None if here is None else story.place_in_body(here)
        known = [place for place in places if place is not None]
        if at is None or not known or any(place < at for place in known):
            continue
        if min(known) - at > FARTHEST:
            first = min(elsewhere, key=lambda other: other.claim.spans[0].start)
            yield Finding(
                code="ATT-FAR",
                spans=claim.spans,
                claim_ids=(claim.id, first.claim.id),
                values={
                    "claim": shortened(claim.text),
                    "who": shortened(story.called(first.source), 60) if first.source is not None else words.says.nobody,
                    "count": str(min(known) - at),
                },
            )


def _event(tokens: tuple[Token, ...], words: FlagWords) -> Token | None:
    """The verb of the event that a claim tells as done; None for a state, a saying or what is done in public."""
    top = top_of(tokens)
    if top is None or top.pos not in VERBAL or not is_past(top):
        return None
    lemma = top.lemma.lower()
    if _is_harm(top, words):
        return top
    if lemma in words.states or lemma in words.speech_verbs or lemma in words.public_acts:
        return None
    return top


def _is_harm(verb: Token, words: FlagWords) -> bool:
    """A verb of harm; one that is also a public act ("beat", "hit") only with a common noun for its object."""
    lemma = verb.lemma.lower()
    if lemma in words.figurative_verbs:
        doer = verb.child("nsubj")
        return doer is not None and doer.lemma.lower() in words.striking_nouns | words.own_force_nouns
    if lemma not in words.public_acts:
        return lemma in words.harm_verbs
    thing = verb.child("dobj", "nsubjpass")
    return lemma in words.harm_verbs and thing is not None and thing.pos == "NOUN"


def _is_an_accusation(verb: Token, words: FlagWords) -> bool:
    """A crime of somebody who is named: it does not age into common knowledge."""
    named = verb.child("nsubj")
    return verb.lemma.lower() in words.crime_verbs and named is not None and named.pos == "PROPN"


def _is_news(account: Account, verb: Token, story: Story, words: FlagWords) -> bool:
    """Dated within the last month; or people came to harm and it is not dated more than a year back."""
    published = story.article.published
    is_harm = _is_harm(verb, words)
    if not account.times:
        return is_harm
    if published is None:
        return is_harm
    latest = max(interval.until.date() for interval in account.times)
    age = published.day - latest
    return age <= (BACKGROUND if is_harm else NEWS)


def _is_a_figure(quantity: Quantity, story: Story, words: FlagWords) -> bool:
    """A measure that was taken: not a time, an age, a rank, a part of a name, or a small count of structure."""
    if quantity.value is None:
        return False
    noun = counted_noun(quantity, story)
    if noun is None:
        return False
    lemma = (quantity.unit or noun.lemma).lower()
    if _is_public(noun, lemma, words):
        return False
    if lemma in words.time_units or noun.lemma.lower() in words.time_units:
        return False
    if _is_a_year(quantity, noun):
        return False
    if noun.pos == "PROPN" or noun.dep in ("npadvmod", "nummod", "compound", "amod"):
        return False
    if any(child.lower in words.definite_determiners for child in noun.children):
        return False
    if noun.pos == "NUM" and noun.dep in ("appos", "npadvmod"):
        return False
    verb = clause_verb(noun)
    if quantity.value >= FEWEST or _is_measure(quantity):
        return True
    return verb is not None and _is_harm(verb, words) and noun.dep in _HARMED


_HARMED = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})


def _is_public(noun: Token, lemma: str, words: FlagWords) -> bool:
    """Scores, votes and verdicts: counted before everybody's eyes, and in the record."""
    if lemma in words.score_units:
        return True
    above = (token.lemma.lower() for token in noun.ancestors() if token.pos in VERBAL)
    return any(verb in words.scoring_verbs or verb in words.charging_verbs for verb in above)


def _is_a_year(quantity: Quantity, noun: Token) -> bool:
    """ "a 1904 bandstand": four digits without a comma before a noun in the singular."""
    first = quantity.text.split()[0]
    return noun.tag == "NN" and len(first) == len("1904") and first.isdigit() and first[0] in "12"


def _is_measure(quantity: Quantity) -> bool:
    """Per cent, money: no count of things."""
    return quantity.unit is not None and not quantity.unit.isalpha()


DETECTORS = (
    Detector(codes=("ATT-NONE",), detect=unsourced_facts),
    Detector(codes=("ATT-FAR",), detect=late_sources),
    Detector(codes=("NUM-NOSRC",), detect=unsourced_figures),
)
