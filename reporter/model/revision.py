"""What changed between two versions of one story."""

from dataclasses import dataclass
from enum import StrEnum

from reporter.model.brief import Brief

REVISION_VERSION = "1.0"
"""Of the JSON of a revision."""


class ClaimFate(StrEnum):
    """What became of a claim from the old version to the new one."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    KEPT = "kept"


class ChangeKind(StrEnum):
    """What is different between two tellings of one claim."""

    WORDS = "words"
    SPEAKER_LOST = "speaker lost"
    """It was attributed, and the story now states it itself."""
    SPEAKER_GAINED = "speaker gained"
    SPEAKER_CHANGED = "speaker changed"
    STANCE = "stance"
    """It was said, and is now denied, asked, doubted; or the other way about. Told by the verbs of saying."""
    FIGURE_CHANGED = "figure changed"
    FIGURE_GAINED = "figure gained"
    FIGURE_LOST = "figure lost"
    NAME_GAINED = "name gained"
    NAME_LOST = "name lost"
    DATE_CHANGED = "date changed"
    NEGATED = "negated"
    AFFIRMED = "affirmed"
    """It was negated, and is not any more."""
    FIRMER = "firmer"
    SOFTER = "softer"
    STATUS = "status"
    AROUND = "around"
    """The claim is the same; the sentence that it stands in is not."""


class PieceKind(StrEnum):
    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words of a claim that changed: in both versions, only in the old one, only in the new one."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference, as the old and the new version have it; "" for nothing."""

    kind: ChangeKind
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRevision:
    """One claim over both versions, by its ids there; None where it is not. `pieces` are the words of both."""

    fate: ClaimFate
    old_id: str | None = None
    new_id: str | None = None
    changes: tuple[Change, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def __post_init__(self) -> None:
        if (self.old_id is None) != (self.fate is ClaimFate.ADDED):
            raise ValueError("a claim is in the old version unless it was added")
        if (self.new_id is None) != (self.fate is ClaimFate.DROPPED):
            raise ValueError("a claim is in the new version unless it was dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Two briefs of one story and what is different between them.

    `claims` are in the order of the new version, a dropped one where it stood among those kept. `flags_raised` are ids
    of flags of the new brief that the old one did not raise on the same claim, `flags_cleared` ids of the old one's
    that the new one does not raise. `sources_gained` and `sources_lost` are ids of sources. `headline` holds the words
    of both headlines where they differ.
    """

    old: Brief
    new: Brief
    claims: tuple[ClaimRevision, ...] = ()
    flags_raised: tuple[str, ...] = ()
    flags_cleared: tuple[str, ...] = ()
    sources_gained: tuple[str, ...] = ()
    sources_lost: tuple[str, ...] = ()
    headline: tuple[Piece, ...] = ()
    revision_version: str = REVISION_VERSION

    @property
    def is_same(self) -> bool:
        """Whether nothing is different."""
        return not (
            self.flags_raised
            or self.flags_cleared
            or self.sources_gained
            or self.sources_lost
            or self.headline
            or any(one.fate is not ClaimFate.KEPT for one in self.claims)
        )
