"""Flags and statuses: what is unverified, why, and what would settle it."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The status of one claim, the reasons as sentences, and how many distinct origins it has in the story."""

    claim_id: str
    status: Status
    reasons: tuple[str, ...] = ()
    origins: int = 0
    related_claim_ids: tuple[str, ...] = ()
    """The claims that dispute, contradict, corroborate or supersede it."""
