"""The brief of one event that several stories tell: which of them are one origin, and where their accounts differ.

Each story keeps its own brief, so every span counts into the text of the story that it is named with.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reporter.model.article import Article
from reporter.model.brief import SCHEMA_VERSION, Brief, CheckItem, Method, TimelineEntry
from reporter.model.claims import Quantity
from reporter.model.spans import Span
from reporter.model.times import Interval


class Tie(StrEnum):
    """How one account stands to another of the same thing."""

    AGREES = "agrees"
    DIFFERS = "differs"
    DENIES = "denies"
    REPLACES = "replaces"
    """A later figure for an earlier one."""
    IS_REPLACED = "is replaced"


class Aspect(StrEnum):
    """In what two accounts of one thing differ, where no figure and no "not" does it."""

    ACTOR = "actor"
    PLACE = "place"
    TIME = "time"


class CopyGround(StrEnum):
    """What shows that two stories are one origin."""

    SAME_WORDS = "same words"
    """Runs of words outside quotation marks."""
    CREDIT = "credit line"
    CITES = "cites"
    """It has no source of its own beside the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStory:
    """One story of the event. `id` is "A", "B", … by publication. `outlet` is its publisher, agency or file name.

    What `is_evidence` supports, differs from or denies the others and has no section of its own.
    """

    id: str
    outlet: str
    brief: Brief
    is_evidence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Characters of one story, or one claim of it."""

    story_id: str
    spans: tuple[Span, ...]
    claim_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """`story_id` rests on `of_story_id`. `share` is that of the shorter story's five-word runs outside quotation marks,
    0 to 1; `spans` are the runs of `story_id` that both have."""

    story_id: str
    of_story_id: str
    grounds: tuple[CopyGround, ...]
    share: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Stories that are one origin, the one that the others rest on first. `name` is its outlet, or the agency that
    they credit."""

    id: str
    name: str
    story_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedQuote:
    """A quotation of eight words or more that several stories carry: one origin, whoever prints it."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A story gives another outlet's word. `cited_story_id` is that outlet's story where it is one of the event's."""

    story_id: str
    outlet: str
    spans: tuple[Span, ...]
    claim_ids: tuple[str, ...] = ()
    cited_story_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Outlets that cite one another in a ring, and their stories; in the order of their stories."""

    outlets: tuple[str, ...]
    story_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedAccount:
    """A claim of one story as an account of a matched thing.

    `tie` is how it stands to the match's first account, None for that one itself, `aspect` in what it differs where
    that is no figure; `origin` a label that accounts of one origin share, None where nobody stands for it.
    """

    story_id: str
    claim_id: str
    tie: Tie | None
    origin: str | None
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTie:
    """Two accounts of a match, by their places in it, and how the first stands to the second."""

    first: int
    second: int
    tie: Tie
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One thing as several accounts tell it. `id` is "m1", "m2", …; `origins` counts the distinct origins that agree
    with the first account, itself included; `ties` are all that hold between two stories."""

    id: str
    accounts: tuple[MatchedAccount, ...]
    ties: tuple[ClaimTie, ...]
    origins: int

    @property
    def is_contested(self) -> bool:
        return any(one.tie in (Tie.DIFFERS, Tie.DENIES) for one in self.ties)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAccount:
    """A figure as one story gives it. `as_of` is when it was said, else when the story was published. `is_replaced` is
    true where a later one takes its place."""

    story_id: str
    claim_id: str
    quantity: Quantity
    said_by: str | None
    as_of: Interval | None
    is_replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """All figures about one thing, earliest first. `low` and `high` are the least and the greatest number of those that
    stand, "at least" and "about" left aside; None where none has a number."""

    unit: str
    told: str
    """What befell the counted, in the words of the first account's claim."""
    rows: tuple[FigureAccount, ...]
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """An entry of the timeline, and the story that tells it; `also` are stories that tell the same."""

    story_id: str
    entry: TimelineEntry
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCheck:
    """One thing to check, and the story whose flags and claims it names."""

    story_id: str
    item: CheckItem


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBrief:
    """Everything that was found out about one event told by several stories. Stories are in order of publication;
    `timeline` in the order in which things are said to have happened, `check_first` in order of urgency."""

    stories: tuple[EventStory, ...]
    method: Method
    origins: tuple[Origin, ...] = ()
    copies: tuple[Copy, ...] = ()
    quotes: tuple[SharedQuote, ...] = ()
    citations: tuple[Citation, ...] = ()
    loops: tuple[Loop, ...] = ()
    matches: tuple[Match, ...] = ()
    figures: tuple[FigureTable, ...] = ()
    timeline: tuple[EventEntry, ...] = ()
    check_first: tuple[EventCheck, ...] = ()
    grouped_by: tuple[str, ...] = ()
    """Names and words that the stories share, by which they were taken for one event; none where they were told to
    be."""
    schema_version: str = SCHEMA_VERSION

    def __post_init__(self) -> None:
        ids = [story.id for story in self.stories]
        if len(ids) < 2 or len(set(ids)) != len(ids):
            raise ValueError("an event is told by two stories or more, each with an id of its own")
        if all(story.is_evidence for story in self.stories):
            raise ValueError("an event brief needs a story that is not only evidence")
        missing = set(self._named_stories()) - set(ids)
        if missing:
            raise ValueError(f"the brief names a story that it does not hold: {', '.join(sorted(missing))}")
        claims = {(story.id, claim.id) for story in self.stories for claim in story.brief.claims}
        unknown = set(self._named_claims()) - claims
        if unknown:
            told = ", ".join(f"{story} {claim}" for story, claim in sorted(unknown))
            raise ValueError(f"the brief names a claim that it does not hold: {told}")

    def _named_stories(self) -> Iterator[str]:
        for origin in self.origins:
            yield from origin.story_ids
        for copy in self.copies:
            yield from (copy.story_id, copy.of_story_id)
        yield from (place.story_id for quote in self.quotes for place in quote.places)
        for citation in self.citations:
            yield citation.story_id
            yield from () if citation.cited_story_id is None else (citation.cited_story_id,)
        yield from (one for loop in self.loops for one in loop.story_ids)
        for entry in self.timeline:
            yield from (entry.story_id, *entry.also)
        yield from (check.story_id for check in self.check_first)

    def _named_claims(self) -> Iterator[tuple[str, str]]:
        yield from ((one.story_id, one.claim_id) for match in self.matches for one in match.accounts)
        yield from ((one.story_id, one.claim_id) for table in self.figures for one in table.rows)
        yield from ((one.story_id, claim) for one in self.citations for claim in one.claim_ids)
        yield from _own_claims(self.timeline)

    @property
    def own(self) -> tuple[EventStory, ...]:
        """The stories that are not only evidence."""
        return tuple(story for story in self.stories if not story.is_evidence)

    @property
    def article(self) -> Article:
        """The story that gives the event its name: the latest of its own stories with a headline."""
        named = [story for story in self.own if story.brief.article.headline] or list(self.own)
        return named[-1].brief.article


def _own_claims(entries: Iterable[EventEntry]) -> Iterator[tuple[str, str]]:
    for one in entries:
        if one.entry.claim_id is not None:
            yield one.story_id, one.entry.claim_id
