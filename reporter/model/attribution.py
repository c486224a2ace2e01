"""Who says what: attributions (PARC / PolNeAR) and the sources that they resolve to."""

from dataclasses import dataclass
from enum import StrEnum

from reporter.model.spans import Span


class QuoteType(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    MEDIA = "media"
    ANONYMOUS = "anonymous"
    """A person or persons whom the story does not name: "a senior official", "sources"."""
    COLLECTIVE = "collective"
    """A group that cannot be asked: "critics", "residents", "some"."""
    UNATTRIBUTED = "unattributed"
    """Nobody: "it was reported", "is believed to"."""


class Stance(StrEnum):
    """How far the writer goes along with what is said, or what is done in saying it."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    ENDORSING = "endorsing"
    DENYING = "denying"
    ASKING = "asking"
    PROMISING = "promising"
    REFUSING = "refusing"
    """A refusal to comment."""
    BELIEVING = "believing"
    """A belief, wish or stance rather than speech: "wants", "is confident that"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a source is named, and how it was tied to that source ("name", "pronoun", "role", …)."""

    span: Span
    via: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One voice of the story, however often it is named. `id` is "s1", "s2", … by first mention.

    `name` is the fullest name in the story, or the description of someone unnamed ("a senior official").
    `roles` are what the story calls it ("Foreign Minister"); `affiliation` the body or country that it speaks for;
    `side` a label shared by sources that stand on one side, where the story shows it. `unnamed_because` is the story's
    own reason ("on condition of anonymity as …"). `is_plural` is true for "officials", "sources".
    """

    id: str
    name: str
    kind: SourceKind
    mentions: tuple[Mention, ...] = ()
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    side: str | None = None
    unnamed_because: str | None = None
    is_plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A source span, a cue span, and the content that is attributed; each may stand in several pieces.

    `source` and `cue` may be empty (a quotation without a speaker); `content` is empty only for a refusal to comment.
    `source_id` is the `Source` it resolves to, None when the words are ambiguous or nobody is named. `within` is the
    id of the attribution whose content holds this one (who says that who says). `relay` is the id of the source that
    passed the words on ("told X", "quoted by X"). `frame` names the rule that found it; `cue_lemma` the lexicon entry.
    `id` is "a1", "a2", … in text order.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote_type: QuoteType
    frame: str
    cue_lemma: str | None = None
    stance: Stance = Stance.NEUTRAL
    source_id: str | None = None
    within: str | None = None
    relay: str | None = None
    is_negated: bool = False
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.content and self.stance is not Stance.REFUSING:
            raise ValueError("an attribution needs content, unless it is a refusal to comment")
