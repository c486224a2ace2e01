"""The words that a brief is written in: what assembles it and what renders it write dates and names alike.

The types stand in `words`; the words themselves in `reporter/languages/<code>/brief`.
"""

from reporter.wording.words import (
    DateWording,
    Labels,
    ProseWording,
    SentenceWording,
    Titles,
    Wording,
)

__all__ = ["DateWording", "Labels", "ProseWording", "SentenceWording", "Titles", "Wording"]
