"""The attribution stage: who says what, with sources."""

from reporter.attribution.engine import find_attributions
from reporter.attribution.lexicon import Cue, Frame, Lexicon, Pronoun, WordClass

__all__ = ["Cue", "Frame", "Lexicon", "Pronoun", "WordClass", "find_attributions"]
"""What the stage offers: one function, and the types of the tables that a language fills."""
