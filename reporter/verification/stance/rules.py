"""What a language knows of stances: marks of denial, of doubt and of passing on, each with its own examples."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Standing(StrEnum):
    """Where an account stands to a claim. It is what the account says, never whether the claim is true."""

    FOR = "for"
    """It tells the same as a fact."""
    AGAINST = "against"
    """It says that the claim is untrue."""
    OBSERVING = "observing"
    """It only passes on that somebody says so, asks, or leaves it open."""


class Mark(StrEnum):
    """What a rule has seen in the words."""

    DEBUNK = "debunk"
    """The story is called untrue: "hoax", "fake", "debunked"."""
    DENIAL = "denial"
    """Somebody denies it."""
    OPEN = "open"
    """Both are left open: "real or fake?", "neither confirm nor deny". It wins over denials."""
    PHRASE = "phrase"
    """A negation in words that denies nothing: "no doubt", "not only". It takes its negation away."""
    REPORT = "report"
    """Somebody else's word: "reportedly", "sources say", "claims"."""
    DOUBT = "doubt"
    """The writer leaves it open: "may", "likely", "mystery"."""
    AHEAD = "ahead"
    """Not done yet: "in talks to", "predicts". Nothing against a claim that itself looks ahead so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRule:
    """A row of the table. `pattern` is searched in the lower-case words, with straight quotation marks.

    `examples` are headlines with the words that the rule covers in square brackets; `nothing` are those in which it must
    see nothing.
    """

    name: str
    mark: Mark
    pattern: str
    examples: tuple[str, ...]
    nothing: tuple[str, ...]
    expression: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "expression", re.compile(self.pattern))


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWords:
    """The tables of one language. Words are in lower case.

    Rules are tried in the order of the table; of two that cover the same words the first counts.
    """

    rules: tuple[StanceRule, ...]
    negations: frozenset[str]
    light_words: frozenset[str]
    """They tell nothing of what a text is about."""
    empty_verbs: frozenset[str]
    """Verbs whose negation is that of what follows ("is not real", "did not have a shop")."""
    endings: tuple[str, ...]
    """Cut off, so that "stolen" and "stole" need the parser's lemma, but "beheading" and "beheads" do not."""
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """States that cannot both be: what is dead is not alive."""
    factual_questions: frozenset[str]
    """Words of questions that take the matter for granted: "how did", "why does"."""
    reasons: Mapping[str, str]
    """Templates by case; `{words}` are those of the account that decided."""
