"""Where fact-checks come from: one interface, and the local store behind it."""

from dataclasses import dataclass
from typing import Protocol

from reporter.factchecks.store import Store
from reporter.model import FactCheck

CANDIDATES = 40
"""Reviews that the store offers for one claim. Most of them share some words and no matter; what they cost is a look at
their words, and the parser's work for those that pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim for which reviews are wanted: its text on one line, its language, the words that tell what it is about,
    and the heads of these ("clos" for "close" and "closing")."""

    text: str
    language: str
    words: tuple[str, ...]
    stems: tuple[str, ...] = ()


class Provider(Protocol):
    """A place that can be asked for fact-checks."""

    @property
    def name(self) -> str:
        """What a brief calls it."""
        ...

    @property
    def most_claims(self) -> int:
        """For how many claims of one story it is asked at most, those most worth a check."""
        ...

    def find(self, question: Question) -> tuple[FactCheck, ...]:
        """Reviews that may be about the claim, the likeliest first; whether they are is for the caller to find out.

        Raises ReporterError when it cannot be asked; it is then not asked again for this brief.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreProvider:
    """The reviews that were imported into a store."""

    store: Store
    name: str = "imported fact-checks"
    most_claims: int = 500

    def find(self, question: Question) -> tuple[FactCheck, ...]:
        return self.store.search(question.words, CANDIDATES, stems=question.stems)
