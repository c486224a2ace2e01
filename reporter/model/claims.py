"""Claims: what is asserted, by whom, said when, happened when (ClaimReview)."""

from dataclasses import dataclass
from enum import StrEnum

from reporter.model.attribution import QuoteType, Stance
from reporter.model.spans import Span


class Bound(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A measured thing in a claim: `span` covers the words, `value` is the number (None for "dozens", "a considerable
    portion"), `upper` its upper end in a range, `unit` the counted noun's lemma or "%" or a currency, `bound` how
    firm it is."""

    span: Span
    text: str
    value: float | None
    unit: str | None
    bound: Bound = Bound.EXACT
    upper: float | None = None

    @property
    def is_vague(self) -> bool:
        return self.value is None


class Checkability(StrEnum):
    FACT = "fact"
    OPINION = "opinion"
    FORECAST = "forecast"
    """About the future: what is announced, planned, promised."""
    QUESTION = "question"


class Modality(StrEnum):
    ASSERTED = "asserted"
    POSSIBLE = "possible"
    """May, might, appears."""
    REPORTED = "reported"
    """Reportedly, allegedly, is said to."""
    FUTURE = "future"
    CONDITIONAL = "conditional"


class WorthReason(StrEnum):
    """What makes a claim worth a check, or less so."""

    FIGURE = "figure"
    COMPARISON = "comparison"
    NAMES = "names"
    RECORD = "record"
    """It is about what public records count or hold."""
    DEED = "deed"
    """It tells an act that leaves a record."""
    SAYING = "saying"
    """It tells what somebody said."""
    EVENT = "event"
    QUESTION = "question"
    DUTY = "duty"
    """What ought to be."""
    FORECAST = "forecast"
    ORDER = "order"
    BELIEF = "belief"
    """A speaker's own mind or deed."""
    WISH = "wish"
    CONDITION = "condition"
    VAGUE = "vague"
    """Its subject is "it" or "this"."""
    ASIDE = "aside"
    """Talk about the talk."""
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worthiness:
    """How much a claim is worth a check, 0 to 1, and why, the weightiest reason first. It says nothing of truth."""

    score: float
    reasons: tuple[WorthReason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One step of who says that who says. `source_id` is None where nobody is named."""

    attribution_id: str
    source_id: str | None
    cue: str
    stance: Stance = Stance.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion to be checked. `id` is "c1", "c2", … in text order.

    `text` is the assertion as the story words it; `spans` are its characters, `sentence` the sentence (or sentences)
    around them, `paragraph` the number of its paragraph. `chain` is who says it, outermost first, empty for what the
    story states itself. `said` and `happened` are ids of time expressions: when the saying is dated, and when the
    thing is said to have happened; they are never mixed. `appearances` are the other places where the story says the
    same again. `names` are the spans of proper names in it. `worthiness` is None in briefs of before it was measured.
    """

    id: str
    text: str
    spans: tuple[Span, ...]
    sentence: Span
    paragraph: int
    chain: tuple[ChainLink, ...] = ()
    quote_type: QuoteType | None = None
    said: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: tuple[Span, ...] = ()
    is_negated: bool = False
    modality: Modality = Modality.ASSERTED
    checkability: Checkability = Checkability.FACT
    worthiness: Worthiness | None = None
    appearances: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError("a claim stands somewhere in the story")

    @property
    def is_attributed(self) -> bool:
        return bool(self.chain)

    @property
    def source_id(self) -> str | None:
        """Whose assertion it is in the end: the innermost link of the chain."""
        return self.chain[-1].source_id if self.chain else None
