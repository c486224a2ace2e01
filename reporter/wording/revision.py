"""The words with which a revision is told, as a language gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reporter.model import ChangeKind, ClaimFate


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionWording:
    """Templates: `{before}` and `{after}` are what the old and the new version have, `{count}` a number."""

    title: str
    """What the document is called."""
    old: str
    new: str
    fates: Mapping[ClaimFate, str]
    fate_counts: Mapping[ClaimFate, str]
    changes: Mapping[ChangeKind, str]
    nothing: str
    """That the two versions tell the same."""
    headline: str
    claims: str
    kept: str
    """How many claims are as they were, `{count}`."""
    flags_raised: str
    flags_cleared: str
    sources_gained: str
    sources_lost: str
    story_itself: str
    disclaimer: str
    marks: str
    """How the words of one version alone are drawn."""
