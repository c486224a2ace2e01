"""Published fact-checks as evidence: what a publisher found of a claim, in its own words, and why it is shown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCheck:
    """One published review of one claim; every text is the publisher's own.

    The names are those of schema.org's ClaimReview: `claim` is `claimReviewed`, `rating` is
    `reviewRating.alternateName` exactly as given, `rating_value`, `best_rating` and `worst_rating` the numbers beside
    it, `reviewed` and `claimed` the two `datePublished` (of the review, and of the claim) as they are written, `author`
    who is reviewed. `publisher` is None where the review names none; `site` is the publisher's address or host.
    """

    claim: str
    url: str
    publisher: str | None = None
    site: str | None = None
    title: str | None = None
    rating: str | None = None
    rating_value: str | None = None
    best_rating: str | None = None
    worst_rating: str | None = None
    reviewed: str | None = None
    language: str | None = None
    author: str | None = None
    claimed: str | None = None
    first_appearance: str | None = None
    appearances: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.claim.strip():
            raise ValueError("a fact-check reviews a claim in words")
        if not self.url.lower().startswith(("http://", "https://")):
            raise ValueError("a fact-check has a web address")

    @property
    def reviewed_day(self) -> date | None:
        """The day of the review, where `reviewed` begins with one in ISO 8601."""
        return _day(self.reviewed)

    @property
    def claimed_day(self) -> date | None:
        """The day on which the claim was made, where `claimed` begins with one."""
        return _day(self.claimed)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written is not None else None
    except ValueError:
        return None


class MatchGround(StrEnum):
    """What shows that a review is about the matter of a claim. Neither says that the two agree."""

    SAME_WORDS = "same words"
    SAME_MATTER = "same matter"
    """The same verb, and most of what is told, with no slot that sets them apart."""


class Slot(StrEnum):
    """What can differ between a claim and the claim as it was reviewed, though both are about one matter."""

    NEGATION = "negation"
    DENIAL = "denial"
    """One is told as the denial of it."""
    FIRMNESS = "firmness"
    """One is told as a fact, the other as possible."""
    FIGURE = "figure"
    TIME = "time"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotDifference:
    """What the story's claim has in a slot (`story`), and what the claim as reviewed has (`review`)."""

    slot: Slot
    story: str | None = None
    review: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCheckMatch:
    """A review that is about the matter of a claim, who gave it (`provider`), and why it is shown.

    `shared` are the words that both claims have, names first; `figures` the numbers that both give; `why` are
    sentences that tell all of this.
    """

    claim_id: str
    review: FactCheck
    provider: str
    ground: MatchGround
    shared: tuple[str, ...]
    figures: tuple[str, ...] = ()
    differences: tuple[SlotDifference, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A place that was asked for fact-checks, for how many claims, and what stood in the way, if anything did."""

    provider: str
    claims: int
    problem: str | None = None
