"""SRC-SINGLE, SRC-PARTY and SRC-ONESIDED: how many origins a claim has, and on whose side they stand."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.model import Checkability, Claim, Modality, QuoteType, Source, SourceKind, Span, Stance
from reporter.verification.accounts import Account, accounts
from reporter.verification.comparison import agreements
from reporter.verification.findings import Detector, Finding
from reporter.verification.grammar import VERBAL, auxiliaries, subject, top_of
from reporter.verification.parties import body_words, is_state_organ, origin_of, side_of, speaks_of_itself
from reporter.verification.phrasing import joined, shortened
from reporter.verification.status import seconded_elsewhere
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_VOICES = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.ANONYMOUS})
_SAID_TO_INFORM = frozenset({Stance.NEUTRAL, Stance.DOUBTING, Stance.ENDORSING})

FEWEST_CLAIMS = 3
"""Claims that a story must carry before its sides are weighed."""


def single_origins(story: Story, words: FlagWords) -> Iterator[Finding]:
    """One finding an origin, with every claim that rests on it alone."""
    listed = accounts(story, words)
    seconded = {account.claim.id for pair in agreements(listed) for account in pair} | seconded_elsewhere(story)
    by_origin: dict[str, list[Account]] = {}
    for account in listed:
        if account.source is None or account.origin is None or account.source.kind not in _VOICES:
            continue
        if account.claim.id in seconded or not _informs(account.claim, story, words):
            continue
        by_origin.setdefault(account.origin, []).append(account)
    for group in by_origin.values():
        sources = list(dict.fromkeys(story.called(account.source) for account in group if account.source is not None))
        yield Finding(
            code="SRC-SINGLE",
            spans=_spans(group),
            claim_ids=tuple(account.claim.id for account in group),
            values={
                "who": joined([shortened(name, 60) for name in sources[:3]], words),
                "count": str(len(group)),
                "claim": shortened(_weightiest(group).claim.text),
                "figure": _figure(group, story),
            },
            variant=_single_variant(group),
            rests_on=tuple(dict.fromkeys(account.source.id for account in group if account.source is not None)),
        )


def _informs(claim: Claim, story: Story, words: FlagWords) -> bool:
    """A fact that can be checked: an event or a figure, told rather than denied, promised or wished."""
    if claim.checkability is not Checkability.FACT or any(link.stance not in _SAID_TO_INFORM for link in claim.chain):
        return False
    if claim.modality in (Modality.FUTURE, Modality.CONDITIONAL) or _judges(claim, story, words):
        return False
    if any(quantity.value is not None for quantity in claim.quantities):
        return True
    top = top_of(story.claim_tokens(claim))
    return top is not None and top.pos in VERBAL and top.lemma.lower() not in words.states


def _judges(claim: Claim, story: Story, words: FlagWords) -> bool:
    """What is no news to second: a judgement, what somebody is called, an announcement of one's own, a quotation that
    tells how the speaker felt ("I just watched the ball"), or what may come to be."""
    told = story.attribution(claim.chain[-1].attribution_id) if claim.chain else None
    if told is not None and told.cue_lemma is not None:
        lemma = told.cue_lemma.lower()
        if lemma in words.announcing_verbs or lemma in words.calling_verbs - words.plain_sayings:
            return True
    tokens = story.claim_tokens(claim)
    top = top_of(tokens)
    if top is None:
        return False
    if any(helper.lower in words.possibility_auxiliaries and top.tag == "VB" for helper in auxiliaries(top)):
        return not any(helper.lemma in ("have", "be") for helper in auxiliaries(top))
    named = subject(top)
    is_own = named is not None and named.lower in words.speaking_persons
    if is_own and claim.quote_type is QuoteType.DIRECT and not any(one.value is not None for one in claim.quantities):
        return True
    return any(
        token.lemma.lower() in words.evaluative_words and (token.head is top or token.head.head is top)
        for token in tokens
    )


def _weightiest(group: list[Account]) -> Account:
    """The first with a figure, else the first."""
    return next((account for account in group if account.figures), group[0])


def _single_variant(group: list[Account]) -> str:
    if len(group) > 1:
        return "several"
    return "figure" if group[0].figures else "plain"


def _figure(group: list[Account], story: Story) -> str:
    figures = [figure for account in group for figure in account.figures]
    if not figures:
        return ""
    written = story.words(figures[0].quantity.span)
    unit = figures[0].quantity.unit
    return written if unit is None or unit.lower() in written.lower() or not unit.isalpha() else f"{written} ({unit})"


def _spans(group: list[Account]) -> tuple[Span, ...]:
    return tuple(span for account in group for span in account.claim.spans)


def own_side(story: Story, words: FlagWords) -> Iterator[Finding]:
    """One finding a source, with every claim about acts of its own side."""
    found: dict[str, list[tuple[Claim, str]]] = {}
    for claim in story.claims:
        source = story.source(claim.source_id)
        if source is None or claim.checkability is not Checkability.FACT:
            continue
        is_a_statement = source.kind is SourceKind.DOCUMENT and bool(body_words(source, words))
        if source.kind not in _VOICES and not is_a_statement:
            continue
        if any(link.stance in (Stance.PROMISING, Stance.ASKING, Stance.REFUSING) for link in claim.chain):
            continue
        if _is_overseen(claim, story, words):
            continue
        actor = speaks_of_itself(source, story.claim_tokens(claim), story, words)
        if actor is not None:
            phrase = actor.subtree()
            written = story.words(Span(start=phrase[0].start, end=phrase[-1].end))
            found.setdefault(source.id, []).append((claim, written))
    for identifier, own in found.items():
        source = story.source(identifier)
        if source is None:
            continue
        yield Finding(
            code="SRC-PARTY",
            spans=tuple(span for claim, _ in own for span in claim.spans),
            claim_ids=tuple(claim.id for claim, _ in own),
            values={
                "who": shortened(story.called(source), 60),
                "actor": shortened(own[0][1], 60),
                "count": str(len(own)),
                "claim": shortened(own[0][0].text),
            },
            variant="plain" if len(own) == 1 else "several",
        )


def _is_overseen(claim: Claim, story: Story, words: FlagWords) -> bool:
    """Whether it is said by a body that watches over others ("the regulator"), whoever it was taken for."""
    told = story.attribution(claim.chain[-1].attribution_id)
    return told is not None and any(
        token.lemma.lower() in words.overseers for span in told.source for token in story.parse.tokens_in(span)
    )


def one_side(story: Story, words: FlagWords) -> Iterator[Finding]:
    """At most one finding: every voice that can be placed, and at least two of them, stand on one side."""
    told = {attribution.source_id for attribution in story.tellings if attribution.stance is not Stance.REFUSING}
    voices: list[Source] = []
    for source in story.sources:
        if source.id not in told or source.kind in (SourceKind.UNATTRIBUTED, SourceKind.DOCUMENT, SourceKind.MEDIA):
            continue
        voices.append(source)
    claims = [claim for claim in story.claims if claim.source_id in {voice.id for voice in voices}]
    sides = {side_of(voice, story, words) for voice in voices}
    if len(sides - {None}) < 2 and None in sides:
        sides = _shared_sides(voices, story, words)
    if len(voices) < 2 or len(claims) < FEWEST_CLAIMS or len(sides) != 1:
        return
    (side,) = sides
    if side is None:
        return
    spans = tuple(
        min(
            (
                span
                for attribution in story.tellings
                if attribution.source_id == voice.id
                for span in attribution.source
            ),
            default=Span(start=0, end=0),
        )
        for voice in voices
    )
    yield Finding(
        code="SRC-ONESIDED",
        spans=tuple(span for span in spans if len(span)),
        claim_ids=tuple(claim.id for claim in claims),
        values={
            "side": side,
            "voices": joined([shortened(story.called(voice), 60) for voice in voices[:6]], words),
            "count": str(len(voices)),
        },
        variant="one_body" if _is_one_body(voices, words) else "plain",
    )


def _shared_sides(voices: list[Source], story: Story, words: FlagWords) -> set[str | None]:
    """What all voices have in common where no country or body shows: a state's organs all, or one word with which the
    story introduces each of them ("Republican Sen. Beck … Teague, a Republican")."""
    if voices and all(is_state_organ(voice, words) for voice in voices):
        return {words.state_side}
    told = [_introduced(voice, story, words) for voice in voices]
    common = frozenset.intersection(*told) if told else frozenset()
    return {min(common)} if common else {None}


def _introduced(voice: Source, story: Story, words: FlagWords) -> frozenset[str]:
    """The words for bodies and parties where the source is named: adjectives with a capital, nouns of bodies."""
    tokens = [token for mention in voice.mentions for token in story.parse.tokens_in(mention.span)]
    tokens += [
        token
        for attribution in story.tellings
        if attribution.source_id == voice.id
        for span in attribution.source
        for token in story.parse.tokens_in(span)
    ]
    own_names = set(voice.name.split()) if voice.kind is SourceKind.PERSON else set()
    return frozenset(
        token.text
        for token in tokens
        if token.text not in own_names
        and (token.lemma.lower() in words.body_nouns or token.lemma.lower() in words.party_words)
    ) | body_words(voice, words)


def _is_one_body(voices: list[Source], words: FlagWords) -> bool:
    """Whether all speak for one organisation, rather than for the parts of one state."""
    origins = {origin_of(voice, words) for voice in voices}
    return len(origins) == 1 and origins.isdisjoint(country.lower() for country in words.nations.values())


DETECTORS = (
    Detector(codes=("SRC-SINGLE",), detect=single_origins),
    Detector(codes=("SRC-PARTY",), detect=own_side),
    Detector(codes=("SRC-ONESIDED",), detect=one_side),
)
