"""Flags and statuses: what is unverified, why, and what would settle it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reporter.model.spans import Span


class Severity(StrEnum):
    HIGH = "H"
    """Do not publish before it is settled."""
    MEDIUM = "M"
    """Settle it, or say so in the story."""
    LOW = "L"
    """Know it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One thing that an editor should look at. `id` is "f1", "f2", … in text order.

    `message` is a plain sentence made for the case; `spans` the characters that it points at (none only for what
    concerns the story as a whole); `claim_ids` the claims that it touches; `clears` what would settle it; `ground`
    the guideline that the rule comes from; `question` what to ask the source, where there is one to ask.
    """

    id: str
    code: str
    severity: Severity
    message: str
    clears: str
    ground: str
    spans: tuple[Span, ...] = ()
    claim_ids: tuple[str, ...] = ()
    question: str | None = None


class Status(StrEnum):
    """Where a claim stands. A machine never sets the first two."""

    VERIFIED_BY_EDITOR = "verified-by-editor"
    REFUTED_BY_EDITOR = "refuted-by-editor"
    CONTRADICTED = "contradicted"
    DISPUTED = "disputed"
    CORROBORATED = "corroborated"
    DOCUMENTED = "documented"
    SINGLE_SOURCE_NAMED = "single-source, named"
    SINGLE_SOURCE_UNNAMED = "single-source, unnamed"
    ATTRIBUTED_ONLY = "attributed only"
    SELF_DECLARED_UNVERIFIED = "self-declared unverified"
    UNATTRIBUTED = "unattributed"
    SUPERSEDED = "superseded"
    NOT_CHECKABLE = "not checkable"


class Ruling(StrEnum):
    VERIFIED = "verified"
    REFUTED = "refuted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person found of a claim: `claim` holds the words that were checked, `source` who says them (None:
    whoever says them), `by` the person's name, `when` the time with its zone, `evidence` texts or links."""

    claim: str
    verdict: Ruling
    by: str
    when: datetime
    evidence: tuple[str, ...]
    source: str | None = None

    def __post_init__(self) -> None:
        for name in ("claim", "by"):
            if not getattr(self, name).strip():
                raise ValueError(f"{name} is empty")
        if self.source is not None and not self.source.strip():
            raise ValueError("source is empty")
        if not self.evidence or not all(one.strip() for one in self.evidence):
            raise ValueError("evidence needs at least one text or link, and none may be empty")
        if self.when.utcoffset() is None:
            raise ValueError("when needs a zone, as in 2026-03-03T14:05+01:00")

    @property
    def status(self) -> Status:
        return Status.VERIFIED_BY_EDITOR if self.verdict is Ruling.VERIFIED else Status.REFUTED_BY_EDITOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The status of one claim, the reasons as sentences, and how many distinct origins it has in the story.

    `verdict` is a person's, where one is in force; `former_verdicts` those that a later one replaced, or that were
    given on other words than the claim now has, the latest first. Without a `verdict` they are reopened.
    """

    claim_id: str
    status: Status
    reasons: tuple[str, ...] = ()
    origins: int = 0
    related_claim_ids: tuple[str, ...] = ()
    """The claims that dispute, contradict, corroborate or supersede it."""
    verdict: Verdict | None = None
    former_verdicts: tuple[Verdict, ...] = ()

    def __post_init__(self) -> None:
        if self.verdict is not None and self.status is not self.verdict.status:
            raise ValueError(f"a verdict of {self.verdict.verdict} does not go with the status {self.status}")
