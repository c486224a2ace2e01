"""The model: the types that every stage takes and gives. No I/O, no clock, no NLP objects."""

from reporter.model.accounts import Account, Figure, Series
from reporter.model.article import (
    Article,
    EvidenceKind,
    Paragraph,
    ParagraphKind,
    PublicationEvidence,
    PublicationTime,
)
from reporter.model.attribution import Attribution, Mention, QuoteType, Source, SourceKind, Stance
from reporter.model.brief import (
    SCHEMA_VERSION,
    Brief,
    CheckItem,
    Method,
    SummarySentence,
    TimelineEntry,
    TimelineKind,
    Voice,
)
from reporter.model.claims import Bound, ChainLink, Checkability, Claim, Modality, Quantity
from reporter.model.parse import Parse, Sentence, Token
from reporter.model.settings import PageSize, Settings, WeekStart
from reporter.model.spans import Span, hull, merged
from reporter.model.times import (
    AnchorKind,
    Direction,
    Grain,
    Interval,
    TimeExpression,
    TimeMod,
    TimeProof,
    TimeReading,
    TimeType,
)
from reporter.model.verification import Assessment, Flag, Severity, Status

__all__ = [
    "SCHEMA_VERSION",
    "Account",
    "AnchorKind",
    "Article",
    "Assessment",
    "Attribution",
    "Bound",
    "Brief",
    "ChainLink",
    "CheckItem",
    "Checkability",
    "Claim",
    "Direction",
    "EvidenceKind",
    "Figure",
    "Flag",
    "Grain",
    "Interval",
    "Mention",
    "Method",
    "Modality",
    "PageSize",
    "Paragraph",
    "ParagraphKind",
    "Parse",
    "PublicationEvidence",
    "PublicationTime",
    "Quantity",
    "QuoteType",
    "Sentence",
    "Series",
    "Settings",
    "Severity",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Status",
    "SummarySentence",
    "TimeExpression",
    "TimeMod",
    "TimeProof",
    "TimeReading",
    "TimeType",
    "TimelineEntry",
    "TimelineKind",
    "Token",
    "Voice",
    "WeekStart",
    "hull",
    "merged",
]
