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

    OPEN = "open"
    """Both are left open: "real or fake?", "neither confirm nor deny". It wins over denials."""
    HARMLESS = "harmless"
    """Words of a denial that deny nothing: "no doubt", "not only". They take the denial away."""
    DENIAL = "denial"
    """The story is called untrue, or somebody denies it: "hoax", "debunked", "denies"."""
    REPORT = "report"
    """Somebody else's word: "reportedly", "sources say", "claims"."""
    DOUBT = "doubt"
    """The writer leaves it open: "may", "likely", "mystery"."""
    AHEAD = "ahead"
    """Not done yet: "in talks to", "predicts"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRule:
    """A row of the table. `pattern` is searched in the words, whatever their case, with straight quotation marks.

    `examples` are headlines with the words that the rule covers in square brackets; in those of `nothing` it must see
    nothing. `is_about_story` is for words that say so only of a story ("fake video"), not of other things ("fake
    passport"): before a noun they count if it is one of the `story_nouns` or the claim has it.
    """

    name: str
    mark: Mark
    pattern: str
    examples: tuple[str, ...]
    nothing: tuple[str, ...]
    is_about_story: bool = False
    expression: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "expression", re.compile(self.pattern, re.IGNORECASE))


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWords:
    """The tables of one language. Words are in lower case."""

    rules: tuple[StanceRule, ...]
    """Of two that cover the same words the first counts."""
    story_nouns: frozenset[str]
    negations: frozenset[str]
    contrasts: frozenset[str]
    """In a claim they say what is not so: "a fine rather than an arrest"."""
    answers: frozenset[str]
    """Negations that answer for a whole sentence: "No, …"."""
    light_words: frozenset[str]
    """They tell nothing of what a text is about."""
    endings: tuple[str, ...]
    """Cut off what the parser's lemma leaves on: a headline's capitals hide many inflected words from it."""
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """States that cannot both be: who is dead is not alive."""
    question_mark: str
    factual_questions: frozenset[str]
    """First words of questions that take the matter for granted: "how", "why"."""
    past_helpers: frozenset[str]
    """With these a negation says that something was not done: "did", "has"."""
    saying_lemmas: frozenset[str]
    """Verbs whose content is somebody's word, where nothing firmer stands beside it."""
    reasons: Mapping[str, str]
    """Templates by case; `{words}` are those of the account that decided."""
