"""Time expressions and what they denote (ISO-TimeML / TIMEX3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reporter.model.spans import Span


class TimeType(StrEnum):
    """TIMEX3 `type`."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeMod(StrEnum):
    """TIMEX3 `mod`."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class Direction(StrEnum):
    """Which way from its anchor an expression points."""

    PAST = "past"
    SAME = "same"
    FUTURE = "future"
    ABSOLUTE = "absolute"
    """It needs no anchor: "12 October 2015"."""
    NONE = "none"
    """It has none: a bare duration, a set, a date that could not be resolved."""


class Grain(StrEnum):
    """The unit of the words: "Monday" is a day, "November" a month."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


_CLOCK_GRAINS = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A half-open run of the calendar, `[begin, until)`, in the story's zone (naive where no zone is known).

    `earliest` and `latest` are given where the run may lie elsewhere, for want of an exact anchor: "the past 24
    hours" of a story of which only the day is known lasts a day, and lies somewhere in two.
    """

    begin: datetime
    until: datetime
    grain: Grain
    earliest: datetime | None = None
    latest: datetime | None = None

    def __post_init__(self) -> None:
        if not self.begin < self.until:
            raise ValueError(f"an interval needs begin < until, got [{self.begin}, {self.until})")

    @property
    def begin_text(self) -> str:
        """ISO 8601: a date where the interval counts in whole days, else a date-time."""
        return self._written(self.begin)

    @property
    def until_text(self) -> str:
        return self._written(self.until)

    def _written(self, moment: datetime) -> str:
        return moment.isoformat() if self.grain in _CLOCK_GRAINS else moment.date().isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReading:
    """Another legal reading of the same words, and why it was not chosen."""

    value: str
    interval: Interval | None
    reason: str


class AnchorKind(StrEnum):
    PUBLICATION = "publication"
    FILING = "filing"
    """The moment at which the wire sent the story, days before this publication."""
    TEXT = "text"
    """A date told earlier in the story (narrative), whose id stands in `TimeProof.anchor_time`."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeProof:
    """How a value was reached, so that a person can follow it.

    `rule` and `lost` are rule names, `lost` those that matched too and gave way. `direction_reason` and `explanation`
    are sentences in the language of the brief. `confidence` is 0 to 1.
    """

    rule: str
    anchor: AnchorKind
    anchor_value: str | None
    direction: Direction
    direction_reason: str
    explanation: str
    confidence: float
    anchor_time: str | None = None
    lost: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"a confidence is 0 to 1, got {self.confidence}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A span that names a time, with TIMEX3 attributes and the interval that it denotes.

    `value` follows TIMEX3 ("2015-10-12", "P2D", "PAST_REF"); it is None, and so is `interval`, where the words need
    an anchor that the story does not give. `interval` is also None for bare durations, sets and vague references.
    `signal` is the TimeML SIGNAL that governs it ("since", "until", "by", "within", "between"), which is not part of
    `span`. `id` is unique in the story ("t1", "t2", … in text order).
    """

    id: str
    span: Span
    text: str
    type: TimeType
    value: str | None
    proof: TimeProof
    mod: TimeMod | None = None
    interval: Interval | None = None
    signal: str | None = None
    alternatives: tuple[TimeReading, ...] = ()

    @property
    def is_resolved(self) -> bool:
        return self.value is not None
