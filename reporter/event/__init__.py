"""Stories of one event held against each other: which are one origin, what they agree on, and where they differ.

Pure functions of the model: no grammar, no files. Candidates are found by words; only typed slots decide.
"""

from reporter.event.engine import Event, hold_together
from reporter.event.grouping import Group, group, shared_words
from reporter.event.tellings import Telling, in_order, story_ids
from reporter.event.words import EventWords

__all__ = ["Event", "EventWords", "Group", "Telling", "group", "hold_together", "in_order", "shared_words", "story_ids"]
