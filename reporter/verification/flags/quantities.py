"""NUM-VAGUE and NUM-CLASH: figures that nobody can check, and figures that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Checkability, Claim, ParagraphKind, Quantity, Token
from reporter.verification.accounts import Figure, accounts, counted_noun
from reporter.verification.comparison import clashes
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import is_passive, is_past, top_of
from reporter.verification.phrasing import shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_MEASURED = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "ROOT", "conj"})


def vague_figures(story: Story, words: FlagWords) -> Iterator[Finding]:
    """A vague quantity that measures what the claim is about: the subject or the object of its main verb."""
    for claim in story.claims:
        if claim.checkability is not Checkability.FACT:
            continue
        for quantity in claim.quantities:
            noun = counted_noun(quantity, story)
            if not quantity.is_vague or noun is None or not _measures(noun.i, claim, story):
                continue
            if _is_everyday(noun, quantity, words) and not _tells_an_event(claim, story, words):
                continue
            if any(token.pos == "NUM" and token.i > noun.i for token in noun.subtree()):
                continue
            if not words.row_words.isdisjoint(quantity.text.lower().split()):
                continue
            if any(token.lower in words.asking_words for token in noun.subtree()):
                continue
            if (quantity.unit or noun.lemma).lower() in words.time_units:
                continue
            yield Finding(
                code="NUM-VAGUE",
                spans=(quantity.span,),
                claim_ids=(claim.id,),
                values={"figure": story.words(quantity.span), "claim": shortened(claim.text)},
            )


def _measures(place: int, claim: Claim, story: Story) -> bool:
    noun = story.parse.tokens[place]
    top = top_of(story.claim_tokens(claim))
    if top is None or noun.dep not in _MEASURED:
        return False
    if noun is top:
        return True
    for governor in noun.ancestors():
        if governor is top:
            return True
        if governor.dep not in ("conj", "dobj", "nsubj", "nsubjpass", "prep", "pobj", "xcomp"):
            return False
    return False


def _is_everyday(noun: Token, quantity: Quantity, words: FlagWords) -> bool:
    """ "many", "several", "a lot"; or a quantity that was told before ("the thousands of employees")."""
    told = quantity.text.lower().split()
    is_definite = any(child.lower in words.definite_determiners for child in noun.children)
    return is_definite or any(word in words.small_quantities for word in told)


def _tells_an_event(claim: Claim, story: Story, words: FlagWords) -> bool:
    top = top_of(story.claim_tokens(claim))
    """What befell or was done to the counted ("many were hurt", "sacked many"), not what they did ("many wept")."""
    if top is None or top.pos != "VERB" or not is_past(top):
        return False
    lemma = top.lemma.lower()
    if is_passive(top) or top.child("dobj") is not None:
        return lemma not in words.states
    return lemma in words.harm_verbs or any(lemma in family for family in words.verb_families)


def clashing_figures(story: Story, words: FlagWords) -> Iterator[Finding]:
    for clash in clashes(accounts(story, words), story, words):
        first, second = clash.first, clash.second
        yield Finding(
            code="NUM-CLASH",
            spans=(first.quantity.span, second.quantity.span),
            claim_ids=(first.claim.id, second.claim.id),
            values={
                "first": _written(first, story),
                "second": _written(second, story),
                "first_who": _who(first.claim, story, words),
                "second_who": _who(second.claim, story, words),
            },
            variant=_variant(first, second, story),
        )


def _variant(first: Figure, second: Figure, story: Story) -> str:
    kinds = {story.kind_at(figure.quantity.span.start) for figure in (first, second)}
    if kinds == {ParagraphKind.HEADLINE, ParagraphKind.BODY}:
        return "headline"
    if kinds == {ParagraphKind.CAPTION, ParagraphKind.BODY}:
        return "caption"
    return "one_source" if first.claim.source_id == second.claim.source_id else "plain"


def _written(figure: Figure, story: Story) -> str:
    noun = counted_noun(figure.quantity, story)
    written = story.words(figure.quantity.span)
    return written if noun is None or noun.text in written else f"{written} {noun.text}"


def _who(claim: Claim, story: Story, words: FlagWords) -> str:
    source = story.source(claim.source_id)
    return shortened(story.called(source), 60) if source is not None else words.says.nobody


DETECTORS = (
    Detector(codes=("NUM-VAGUE",), detect=vague_figures),
    Detector(codes=("NUM-CLASH",), detect=clashing_figures),
)
