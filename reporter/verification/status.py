"""Where each claim stands: the highest row of the table of statuses that holds, with the reasons as sentences.

The two verdicts of a person are never set here. A claim that cannot be checked, and a figure that the story itself
replaced, do not stand on the ladder of sourcing: those rows are about claims that still ask for a source.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reporter.model import Account, Assessment, Checkability, Claim, Related, Source, SourceKind, Stance, Status, Tie
from reporter.verification.accounts import accounts
from reporter.verification.comparison import agreements, clashes, denials, negations, supersedings
from reporter.verification.declarations import declared_unverified
from reporter.verification.parties import speaks_of_itself
from reporter.verification.phrasing import joined, shortened
from reporter.verification.story import Story
from reporter.verification.words import FlagWords

_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.COLLECTIVE})


_RESTING_ON_ONE = frozenset({Status.SINGLE_SOURCE_NAMED, Status.SINGLE_SOURCE_UNNAMED, Status.ATTRIBUTED_ONLY})


@dataclass(slots=True)
class _Evidence:
    """What speaks for each status of one claim; filled pair by pair, read once."""

    contradicted_by: list[str] = field(default_factory=list)
    disputed_by: list[str] = field(default_factory=list)
    superseded_by: list[str] = field(default_factory=list)
    agreeing: list[Account] = field(default_factory=list)
    agreeing_elsewhere: list[Related] = field(default_factory=list)
    reasons: dict[str, list[str]] = field(default_factory=dict)

    def add(self, row: str, reason: str) -> None:
        listed = self.reasons.setdefault(row, [])
        if reason not in listed:
            listed.append(reason)


def assess(story: Story, words: FlagWords) -> tuple[Assessment, ...]:
    """One assessment for each claim, in the order of the claims."""
    listed = accounts(story, words)
    evidence = _gathered(listed, story, words)
    unverified = declared_unverified(story, words)
    return tuple(_assessment(account, evidence[account.claim.id], unverified, story, words) for account in listed)


def _gathered(listed: tuple[Account, ...], story: Story, words: FlagWords) -> dict[str, _Evidence]:
    found = {account.claim.id: _Evidence() for account in listed}
    say = words.says.status_reasons
    for clash in clashes(listed, story, words):
        for own, other in ((clash.first, clash.second), (clash.second, clash.first)):
            evidence = found[own.claim.id]
            evidence.contradicted_by.append(other.claim.id)
            who = _who(other.claim, story, words)
            evidence.add(
                "contradicted", say["clash"].format(who=who, figure=other.quantity.text, own=own.quantity.text)
            )
    for account, denial in denials(listed, story, words):
        evidence = found[account.claim.id]
        denier = story.source(denial.source_id)
        evidence.add("disputed", say["denied"].format(who=story.called(denier) if denier else words.says.nobody))
        evidence.disputed_by.extend(claim.id for claim in story.claims_of(denial))
        for claim in story.claims_of(denial):
            found[claim.id].disputed_by.append(account.claim.id)
            found[claim.id].add("disputed", say["asserted"].format(who=_who(account.claim, story, words)))
        if not story.claims_of(denial):
            evidence.disputed_by.append("")
    for said, unsaid in negations(listed):
        for here, against in ((said, unsaid), (unsaid, said)):
            found[here.claim.id].disputed_by.append(against.claim.id)
            found[here.claim.id].add("disputed", say["negated"].format(who=_who(against.claim, story, words)))
    for one, second in agreements(listed):
        found[one.claim.id].agreeing.append(second)
        found[second.claim.id].agreeing.append(one)
    for earlier, later in supersedings(listed):
        found[earlier.claim.id].superseded_by.append(later.claim.id)
        found[earlier.claim.id].add(
            "superseded",
            say["superseded"].format(text=shortened(later.claim.text), who=_who(later.claim, story, words)),
        )
    if story.elsewhere is not None:
        by_id = {account.claim.id: account for account in listed}
        for claim_id, related in story.elsewhere.related.items():
            for one_of_them in related:
                _held_against(by_id[claim_id], one_of_them, found[claim_id], words)
    return found


def _held_against(account: Account, other: Related, evidence: _Evidence, words: FlagWords) -> None:
    """Add what an account of another story says to a claim. Claims of other stories have no id in this one."""
    say, who = words.says.status_reasons, named_elsewhere(other, words)
    match other.tie:
        case Tie.AGREES:
            evidence.agreeing_elsewhere.append(other)
        case Tie.DIFFERS:
            evidence.contradicted_by.append("")
            evidence.add("contradicted", say["clash"].format(who=who, figure=other.figure, own=other.own_figure))
        case Tie.DENIES:
            evidence.disputed_by.append("")
            row = "denied" if other.account.is_denial else "asserted" if account.is_denial else "negated"
            evidence.add("disputed", say[row].format(who=who))
        case Tie.REPLACES:
            evidence.superseded_by.append("")
            text = shortened(other.account.claim.text)
            evidence.add("superseded", say["superseded"].format(text=text, who=who))
        case Tie.IS_REPLACED:
            pass


def named_elsewhere(other: Related, words: FlagWords) -> str:
    """The speaker with the outlet that tells it; the outlet alone where it states it itself."""
    speaker = other.account.speaker
    return (
        other.outlet
        if speaker is None
        else words.says.status_reasons["elsewhere"].format(who=speaker, outlet=other.outlet)
    )


def _who(claim: Claim, story: Story, words: FlagWords) -> str:
    source = story.source(claim.source_id)
    return story.called(source) if source is not None else words.says.nobody


def _assessment(
    account: Account, evidence: _Evidence, unverified: frozenset[str], story: Story, words: FlagWords
) -> Assessment:
    claim, say = account.claim, words.says.status_reasons
    origins = _origins(account, evidence, story)

    def given(status: Status, reasons: list[str], related: list[str]) -> Assessment:
        added = [say["declared"]] if claim.id in unverified else []
        if status in _RESTING_ON_ONE and account.source is not None:
            actor = speaks_of_itself(account.source, story.claim_tokens(claim), story, words)
            added += [] if actor is None else [say["party"].format(who=story.called(account.source))]
        return Assessment(
            claim_id=claim.id,
            status=status,
            reasons=tuple(dict.fromkeys(reason[:1].upper() + reason[1:] for reason in (*reasons, *added))),
            origins=len(origins),
            related_claim_ids=tuple(dict.fromkeys(other for other in related if other)),
        )

    if claim.checkability is not Checkability.FACT:
        return given(Status.NOT_CHECKABLE, [say[claim.checkability.value]], [])
    if evidence.superseded_by:
        return given(Status.SUPERSEDED, evidence.reasons["superseded"], evidence.superseded_by)
    if evidence.contradicted_by:
        reasons = evidence.reasons["contradicted"] + evidence.reasons.get("disputed", [])
        return given(Status.CONTRADICTED, reasons, evidence.contradicted_by + evidence.disputed_by)
    if evidence.disputed_by:
        return given(Status.DISPUTED, evidence.reasons["disputed"], evidence.disputed_by)
    voices = [account.source, *(other.source for other in evidence.agreeing)]
    others = [other.account.source for other in evidence.agreeing_elsewhere]
    if len(origins) >= 2 and any(voice is not None and voice.kind not in _UNNAMED for voice in (*voices, *others)):
        names = sorted({story.called(voice) for voice in voices if voice is not None})
        names += _names_elsewhere(account, evidence, story, words)
        return given(
            Status.CORROBORATED,
            [say["corroborated"].format(count=len(origins), names=joined(names, words))],
            [other.claim.id for other in evidence.agreeing],
        )
    return given(*_sourcing(account, unverified, story, words), [])


def _origins(account: Account, evidence: _Evidence, story: Story) -> set[str]:
    """The distinct origins of a claim: its own and those of the accounts that agree with it, here and elsewhere."""
    own = [account] if _is_an_origin(account.source) else []
    labels = {_label(one, story) for one in (*evidence.agreeing, *own)}
    labels.update(other.origin for other in evidence.agreeing_elsewhere)
    return {label for label in labels if label is not None}


def _label(account: Account, story: Story) -> str | None:
    """The origin of an account: one label in all stories, where others are at hand."""
    if story.elsewhere is None:
        return account.origin
    return story.elsewhere.origins.get(account.claim.id)


def seconded_elsewhere(story: Story) -> frozenset[str]:
    """Ids of the claims that another origin tells too, in another story of the event."""
    if story.elsewhere is None:
        return frozenset()
    return frozenset(
        claim_id
        for claim_id, related in story.elsewhere.related.items()
        for other in related
        if other.tie is Tie.AGREES
        and other.origin is not None
        and other.origin != story.elsewhere.origins.get(claim_id)
    )


def _names_elsewhere(account: Account, evidence: _Evidence, story: Story, words: FlagWords) -> list[str]:
    """A voice for each origin that only other stories bring."""
    known = {_label(one, story) for one in (account, *evidence.agreeing)}
    names = []
    for other in evidence.agreeing_elsewhere:
        if other.origin is not None and other.origin not in known:
            known.add(other.origin)
            names.append(named_elsewhere(other, words))
    return names


def _is_an_origin(source: Source | None) -> bool:
    return source is not None and source.kind is not SourceKind.UNATTRIBUTED


def _sourcing(account: Account, unverified: frozenset[str], story: Story, words: FlagWords) -> tuple[Status, list[str]]:
    """The rows that depend on the claim's own source alone."""
    claim, source, say = account.claim, account.source, words.says.status_reasons
    if not claim.is_attributed:
        if claim.id in unverified:
            return Status.SELF_DECLARED_UNVERIFIED, [say["declared"]]
        return Status.UNATTRIBUTED, [say["unattributed"]]
    innermost = story.attribution(claim.chain[-1].attribution_id)
    if source is None or source.kind is SourceKind.UNATTRIBUTED:
        if claim.id in unverified:
            return Status.SELF_DECLARED_UNVERIFIED, [say["declared"]]
        if innermost is not None and innermost.source:
            return Status.ATTRIBUTED_ONLY, [say["unresolved"].format(who=story.words(innermost.source[0]))]
        return Status.UNATTRIBUTED, [say["nobody"].format(cue=claim.chain[-1].cue)]
    if source.kind is SourceKind.DOCUMENT:
        return Status.DOCUMENTED, [say["documented"].format(who=story.called(source))]
    if innermost is not None and innermost.relay is not None:
        relay = story.source(innermost.relay)
        return Status.ATTRIBUTED_ONLY, [
            say["relayed"].format(who=story.called(source), relay=story.called(relay) if relay else words.says.nobody)
        ]
    if claim.chain[-1].stance is Stance.DOUBTING:
        return Status.ATTRIBUTED_ONLY, [say["doubted"].format(who=story.called(source), cue=claim.chain[-1].cue)]
    if source.kind is SourceKind.COLLECTIVE or claim.chain[-1].stance is Stance.BELIEVING:
        return Status.ATTRIBUTED_ONLY, [say["only_said"].format(who=story.called(source))]
    if source.kind is SourceKind.ANONYMOUS:
        return Status.SINGLE_SOURCE_UNNAMED, [say["single_unnamed"].format(who=story.called(source))]
    return Status.SINGLE_SOURCE_NAMED, [say["single_named"].format(who=story.called(source))]
