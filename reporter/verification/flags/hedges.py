"""HED-VERB and HED-MODAL: words by which the writer or the speaker stands back from what is said."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Attribution, Checkability, Claim, Span, Stance, Token
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import VERBAL, auxiliaries, is_negated, subject, top_of
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords


def doubting_verbs(story: Story, words: FlagWords) -> Iterator[Finding]:
    """A doubting verb that governs what a source says; not the noun, not "claimed the title", not in a quotation."""
    for attribution in story.tellings:
        if attribution.stance is not Stance.DOUBTING or attribution.is_negated:
            continue
        for span in attribution.cue:
            for token in story.parse.tokens_in(span):
                if token.pos != "VERB" or story.quotation_at(token.start) is not None:
                    continue
                if token.lemma.lower() not in words.doubting_verbs or _takes_a_thing(token, attribution, words):
                    continue
                source = story.source(attribution.source_id)
                yield Finding(
                    code="HED-VERB",
                    spans=(token.span,),
                    claim_ids=tuple(claim.id for claim in story.claims_of(attribution)),
                    values={
                        "verb": token.text,
                        "who": shortened(story.called(source), 60) if source is not None else words.says.nobody,
                    },
                    variant="plain" if source is not None else "no_source",
                )


def _takes_a_thing(verb: Token, attribution: Attribution, words: FlagWords) -> bool:
    """As in "claimed responsibility", "insisted on a vote": the verb has a thing, not a statement, for its object."""
    thing = verb.child("dobj")
    if thing is not None and thing.lemma.lower() in words.claimed_things:
        return True
    told = verb.child("ccomp")
    if told is not None:
        return told.tag == "VB" and not auxiliaries(told)
    things = [child.child("pobj", "pcomp") for child in verb.children if child.dep == "prep"]
    return any(thing is not None and any(span.contains(thing.span) for span in attribution.content) for thing in things)


def hedged_claims(story: Story, words: FlagWords) -> Iterator[Finding]:
    """A modal or a hedge over the main verb of a claim that could be checked."""
    for claim in story.claims:
        if claim.checkability not in (Checkability.FACT, Checkability.FORECAST):
            continue
        hedge = _hedge(claim, story, words)
        if hedge is None:
            continue
        yield Finding(
            code="HED-MODAL",
            spans=(hedge,),
            claim_ids=(claim.id,),
            values={"hedge": story.words(hedge), "claim": shortened(claim.text)},
        )


def _hedge(claim: Claim, story: Story, words: FlagWords) -> Span | None:
    tokens = story.claim_tokens(claim)
    verb = top_of(tokens)
    if verb is None or verb.pos not in VERBAL:
        return None
    if _is_conditional(verb, words):
        return None
    for helper in auxiliaries(verb):
        if helper.lower in words.possibility_auxiliaries and helper.tag == "MD" and _is_of_chance(verb, helper, words):
            return helper.span
    if verb.lemma.lower() in words.seeming_verbs and verb.child("xcomp", "ccomp", "oprd", "acomp") is not None:
        return verb.span
    for child in verb.children:
        if child.dep == "advmod" and child.lower in words.hedging_adverbs:
            return child.span
        if child.dep == "acomp" and child.lower in words.likelihood_adjectives and child.child("xcomp") is not None:
            return child.span
    return None


def _is_conditional(verb: Token, words: FlagWords) -> bool:
    """Under "if", or with an if-clause of its own: what would be, not what may have been."""
    clauses = [verb, *(child for child in verb.children if child.dep == "advcl")]
    return any(
        child.dep in ("mark", "advmod") and child.lower in words.conditions
        for clause in clauses
        for child in clause.children
    )


def _is_of_chance(verb: Token, helper: Token, words: FlagWords) -> bool:
    """Not what somebody was able or free to do ("could not swim", "could buy a plan", "may as well").

    "could" counts where it stands over a perfect or over "be" ("could have begun", "could be linked").
    """
    if any(child.dep == "advmod" and child.lower in words.idiom_adverbs for child in verb.children):
        return False
    named = subject(verb)
    if named is not None and named.lower in words.addressed_persons:
        return False
    if helper.lower not in words.ability_auxiliaries:
        return not (is_negated(verb) and helper.lower in words.permission_auxiliaries and _has_no_perfect(verb))
    if is_negated(verb) or verb.lemma.lower() in words.perception_verbs:
        return False
    return verb.lemma == "be" or any(
        other.lemma in ("be", "have") for other in auxiliaries(verb) if other is not helper
    )


def _has_no_perfect(verb: Token) -> bool:
    return not any(helper.lemma == "have" for helper in auxiliaries(verb))


DETECTORS = (
    Detector(codes=("HED-VERB",), detect=doubting_verbs),
    Detector(codes=("HED-MODAL",), detect=hedged_claims),
)
