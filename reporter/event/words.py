"""The words of one language that are read where stories are held against each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """Sets hold lower-case words."""

    common_words: frozenset[str]
    """Words that tell nothing of what a story is about."""
    agency_words: frozenset[str]
    """Words of a credit line that stand for agencies without naming one ("agencies")."""
    outlet_articles: tuple[str, ...]
    """Words before an outlet's name that are no part of it ("the")."""
    counting_verbs: frozenset[str]
    """Verbs of finding out how many ("count", "find"): whoever does it, the number is of the same things."""
    once_verbs: frozenset[str] = frozenset()
    """What befalls one thing once: "crash", "collapse". Verbs of one family stand by the name of the family."""
    single_doer_verbs: frozenset[str] = frozenset()
    """What one side alone does to one thing: "shell", "bomb"."""
    point_prepositions: frozenset[str] = frozenset()
    """Behind them stands a place that holds no other: "near Alta", where "in Finnmark" may hold Alta."""
    review_openings: tuple[str, ...] = ()
    """Words with which fact-checkers open a claim that are no part of it ("says that"), longest first."""
