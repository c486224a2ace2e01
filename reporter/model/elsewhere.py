"""What other stories of the same event say to one story: the evidence that its claims and flags are held against."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporter.model.accounts import Account
from reporter.model.event import CopyGround, Tie
from reporter.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An account of another story. `tie` is how it stands to the claim: REPLACES where it is the later figure.

    `figure` and `own_figure` are the words of the two figures, where these are what was compared; `origin` is the label
    of its origin among the accounts of the thing.
    """

    account: Account
    outlet: str
    tie: Tie
    origin: str | None
    figure: str | None = None
    own_figure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCopy:
    """Runs of this story that stand in the story of `outlet` too; `share` is 0 to 1, of the shorter of the two.
    `credit` is the agency that the credit line names."""

    outlet: str
    grounds: tuple[CopyGround, ...]
    share: float
    spans: tuple[Span, ...]
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteElsewhere:
    """A quotation of this story that others carry too."""

    span: Span
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RingOfCitations:
    """A ring of outlets that this story is part of, with where it cites the next."""

    outlets: tuple[str, ...]
    spans: tuple[Span, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """`related` and `origins` go by the claim's id: the accounts that agree, differ, deny or replace it, and for each
    origin key of this story's accounts of the same thing the label that one origin has in all stories."""

    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    copies: tuple[SharedCopy, ...] = ()
    quotes: tuple[QuoteElsewhere, ...] = ()
    rings: tuple[RingOfCitations, ...] = ()
