"""The brief stage: what was found in a story, put together for an editor."""

from reporter.brief.assembly import assemble
from reporter.brief.event import assemble_event
from reporter.wording.words import DateWording, Labels, ProseWording, SentenceWording, Titles, Wording

__all__ = [
    "DateWording",
    "Labels",
    "ProseWording",
    "SentenceWording",
    "Titles",
    "Wording",
    "assemble",
    "assemble_event",
]
