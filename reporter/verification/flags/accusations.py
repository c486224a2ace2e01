"""LEG-ACCUSE and LEG-REPLY: a crime imputed as fact, and an accused who is not heard."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Checkability, Claim, Modality, ParagraphKind, Span, Stance, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import has_agent, is_negated, is_passive, is_past, name_run, top_of
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
        if named is None or named.pos != "PROPN" or is_negated(verb) or len(name_run(named)) < 2:
            continue
        if not _is_charged_nearby(verb, story, words):
            yield Finding(
                code="LEG-ACCUSE",
                spans=claim.spans,
                claim_ids=(claim.id,),
                values={"who": " ".join(part.text for part in name_run(named)), "claim": shortened(claim.text)},
            )


def _is_own_voice(claim: Claim, story: Story) -> bool:
    if claim.is_attributed or claim.checkability is not Checkability.FACT or claim.modality is not Modality.ASSERTED:
        return False
    if story.kind_at(claim.spans[0].start) not in (ParagraphKind.BODY, ParagraphKind.HEADLINE):
        return False
    sentence = story.parse.sentence_at(claim.spans[0].start)
    return sentence is not None and not story.attributions_in(sentence)


def _is_charged_nearby(verb: Token, story: Story, words: FlagWords) -> bool:
    """Whether the sentence, or one on either side, tells of a charge, a trial or a verdict."""
    number = verb.sentence
    near = story.parse.sentences[max(0, number - 1) : number + 2]
    return any(
        token.lemma.lower() in words.charging_verbs or token.lemma.lower() in words.court_nouns
        for sentence in near
        for token in story.parse.tokens_of(sentence)
    )


def missing_replies(story: Story, words: FlagWords) -> Iterator[Finding]:
    """Somebody is accused by name, and the story has no word of theirs, no denial and no attempt to get one."""
    if any(attribution.stance in (Stance.REFUSING, Stance.DENYING) for attribution in story.tellings):
        return
    if any(token.lemma.lower() in words.reply_words for token in story.body_tokens()):
        return
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
        if accused is None or accused.lower in heard or accused.lower in reported:
            continue
        reported.add(accused.lower)
        run = name_run(accused)
        yield Finding(
            code="LEG-REPLY",
            spans=(run[0].span if len(run) == 1 else _whole(run),),
            values={"who": " ".join(part.text for part in run)},
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
