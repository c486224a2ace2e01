"""LEG-ACCUSE and LEG-REPLY: a crime imputed as fact, and an accused who is not heard."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Checkability, Claim, Modality, ParagraphKind, Sentence, Span, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import (
    clause_verb,
    has_agent,
    is_negated,
    is_passive,
    is_past,
    name_run,
    subject,
    top_of,
)
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def imputed_crimes(story: Story, words: FlagWords) -> Iterator[Finding]:
    """A full name does a criminal act in the story's own voice, and no charge, trial or record stands near."""
    for claim in story.claims:
        if not _is_own_voice(claim, story):
            continue
        verb = top_of(story.claim_tokens(claim))
        if verb is None or verb.lemma.lower() not in words.crime_verbs or not is_past(verb) or is_passive(verb):
            continue
        named = verb.child("nsubj")
        if named is None or named.pos != "PROPN" or is_negated(verb) or not _is_a_person(named, story):
            continue
        if not _is_charged_nearby(verb, named, story, words):
            yield Finding(
                code="LEG-ACCUSE",
                spans=claim.spans,
                claim_ids=(claim.id,),
                values={"who": " ".join(part.text for part in name_run(named)), "claim": shortened(claim.text)},
            )


def _is_a_person(named: Token, story: Story) -> bool:
    """A name of two words or more, here or where the story names the same person in full."""
    if len(name_run(named)) > 1:
        return True
    return any(
        token.lower == named.lower and len(name_run(token)) > 1 for token in story.tokens() if token.pos == "PROPN"
    )


def _is_own_voice(claim: Claim, story: Story) -> bool:
    if claim.is_attributed or claim.checkability is not Checkability.FACT or claim.modality is not Modality.ASSERTED:
        return False
    if story.kind_at(claim.spans[0].start) not in (ParagraphKind.BODY, ParagraphKind.HEADLINE):
        return False
    sentence = story.parse.sentence_at(claim.spans[0].start)
    return sentence is not None and not story.attributions_in(sentence)


def _is_charged_nearby(verb: Token, named: Token, story: Story, words: FlagWords) -> bool:
    """Whether the sentence, or one on either side, tells of a charge, a trial or a verdict."""
    number = verb.sentence
    near = story.parse.sentences[max(0, number - 1) : number + 2]
    return any(
        (token.lemma.lower() in words.charging_verbs or token.lemma.lower() in words.court_nouns)
        and (sentence.number == number or _is_about(token, named, sentence, story))
        for sentence in near
        for token in story.parse.tokens_of(sentence)
    )


def _is_about(charge: Token, named: Token, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence of the charge is about the one who is named: by name or by pronoun; a verb of charging
    has them for its object ("Tully's sister accused a deputy" charges somebody else)."""
    meant = [
        token for token in story.parse.tokens_of(sentence) if token.lower == named.lower or token.tag in ("PRP", "PRP$")
    ]
    if charge.pos != "VERB":
        return bool(meant)
    charged = charge.child("nsubjpass") if is_passive(charge) else charge.child("dobj", "nsubj")
    return charged is not None and any(token in charged.subtree() for token in meant)


def missing_replies(story: Story, words: FlagWords) -> Iterator[Finding]:
    """Somebody is accused by name, and the story has no word of theirs, no denial and no attempt to get one."""
    heard = {
        part.lower()
        for attribution in story.tellings
        if (source := story.source(attribution.source_id)) is not None
        for part in source.name.split()
    }
    reported: set[str] = set()
    for token in story.body_tokens():
        if token.pos != "VERB" or token.lemma.lower() not in words.accusing_verbs or is_negated(token):
            continue
        accused = _accused(token)
        if accused is None or accused.lower in reported or _is_heard(accused, token, heard, story, words):
            continue
        reported.add(accused.lower)
        run = name_run(accused)
        yield Finding(
            code="LEG-REPLY",
            spans=(run[0].span if len(run) == 1 else _whole(run),),
            values={"who": " ".join(part.text for part in run)},
        )


def _is_heard(accused: Token, accusing: Token, heard: set[str], story: Story, words: FlagWords) -> bool:
    """Whether a source is the accused, or speaks for them ("Orme's lawyer"); or a sentence tells of a reply of theirs:
    it names them, or stands within the three after the accusation and means them by a pronoun or by a role."""
    name = accused.lower
    if name in heard or any(part.startswith((f"{name}'", f"{name}’")) for part in heard):
        return True
    for token in story.body_tokens():
        if token.lemma.lower() not in words.reply_words or token is accusing:
            continue
        sentence = story.parse.sentences[token.sentence]
        if any(other.lower == name for other in story.parse.tokens_of(sentence)):
            return True
        if 0 < token.sentence - accusing.sentence <= REACH and _is_by_a_person(token, accused, words):
            return True
    return False


REACH = 3
"""Sentences after an accusation in which a reply that names nobody is that of the accused."""


def _is_by_a_person(reply: Token, accused: Token, words: FlagWords) -> bool:
    """By "he", "they", or the role that the accusation gave ("the minister rejected it"); not by somebody else."""
    verb = clause_verb(reply)
    named = None if verb is None else subject(verb)
    return named is not None and (
        (named.tag in ("PRP", "WP") and named.lower not in words.expletives)
        or any(child.tag == "PRP$" for child in named.children)
        or any(named.lemma.lower() == part.lemma.lower() for part in accused.children)
    )


def _accused(verb: Token) -> Token | None:
    if not any(child.dep == "prep" for child in verb.children):
        return None
    if is_passive(verb) and not has_agent(verb):
        return None
    accused = verb.child("nsubjpass" if is_passive(verb) else "dobj")
    return accused if accused is not None and accused.pos == "PROPN" else None


def _whole(run: list[Token]) -> Span:
    return Span(start=run[0].start, end=run[-1].end)


DETECTORS = (
    Detector(codes=("LEG-ACCUSE",), detect=imputed_crimes),
    Detector(codes=("LEG-REPLY",), detect=missing_replies),
)
