"""Claims as accounts with typed slots, so that two of them can be held against each other without their grammar."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reporter.model.attribution import Source, Stance
from reporter.model.claims import Checkability, Claim, Modality, Quantity
from reporter.model.times import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of a claim as a typed slot: `low` to `high` of `unit`, in what `verb` tells.

    `details` are the lemmas that narrow the counted noun down ("Russian" soldiers) beside the words of the figure, and
    `kinds` those that stand before it ("dead" trout). `actor` is the head of who did it, or of what a counted subject
    did it to. `is_whole` is false for "another 40", "40 of whom" and "rose to 40"; `is_event` is true where the verb
    tells what befell the counted ("killed"), so that the doer may be left out; `is_state` where it says how things
    stood ("were missing"), which another day may say anew.
    """

    claim: Claim
    quantity: Quantity
    unit: str
    verb: str
    low: float
    high: float
    details: frozenset[str]
    kinds: frozenset[str]
    actor: str | None
    places: frozenset[str]
    is_negated: bool
    is_whole: bool
    is_event: bool
    is_state: bool

    def agrees_with(self, other: "Figure") -> bool:
        """Whether one number could be meant by both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What a claim says that a running count has come to ("the toll rose to 40"), with the verbs and units counted."""

    quantity: Quantity
    counted: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A claim with its slots. `origin` is a key that all who speak for one body share; `said` and `times` are when it
    was said and when it is said to have happened. `speaker` is how the source reads within a sentence."""

    claim: Claim
    source: Source | None
    origin: str | None
    speaker: str | None
    verb: str | None
    is_negated: bool
    content: frozenset[str]
    names: frozenset[str]
    said: tuple[Interval, ...]
    times: tuple[Interval, ...]
    figures: tuple[Figure, ...]
    series: tuple[Series, ...]
    doer: frozenset[str] = frozenset()
    """Who does it, as lemmas; `done_to` has it done to them, `under` are the nouns under each preposition."""
    done_to: frozenset[str] = frozenset()
    under: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def is_denial(self) -> bool:
        return any(link.stance in (Stance.DENYING, Stance.REFUSING) for link in self.claim.chain)

    @property
    def is_fact(self) -> bool:
        return self.claim.checkability is Checkability.FACT

    @property
    def is_told_as_done(self) -> bool:
        """A fact that is neither planned nor conditional."""
        return self.is_fact and self.claim.modality not in (Modality.FUTURE, Modality.CONDITIONAL)
