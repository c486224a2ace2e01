"""What the layout of a story looks like in one language: tables that a language pack fills and this stage applies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reporter.model import ParagraphKind


class Form(StrEnum):
    """Which part of a paragraph a rule describes."""

    LINE = "line"
    """All of it."""
    START = "start"
    """A run that opens it; where nothing follows the run, all of it."""
    END = "end"
    """A run that closes it."""


class Where(StrEnum):
    """Where in the story a rule holds."""

    TOP = "top"
    """Before the second paragraph of body text: the weaker shapes mean something only there."""
    ANYWHERE = "anywhere"


@dataclass(frozen=True, kw_only=True)
class LayoutRule:
    """One shape of a paragraph that is not plain body text.

    `pattern` is matched against the paragraph with every white-space character as a plain space and curly quotation
    marks and apostrophes as straight ones. `{NAME}` stands for a fragment of the layout. It is tried at the
    paragraph's start (LINE must reach its end) or, for END, searched for in its last characters. Groups that mean
    something: `run` (the dateline or credit, if not the whole match), `place`, `agency`, `name` (of the writer),
    `when` (the date of a dateline), `published`, `updated` (dates that a line states), `sent` (an agency's stamp).
    `is_single`: it holds only if no other paragraph of the story has this shape.
    `examples` are whole paragraphs, for START and END with the run in brackets; `nothing` are paragraphs in which the
    rule must find nothing.
    """

    name: str
    kind: ParagraphKind
    form: Form
    pattern: str
    source: str
    examples: tuple[str, ...]
    nothing: tuple[str, ...]
    where: Where = Where.ANYWHERE
    is_single: bool = False
    ignores_case: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Calendar:
    """The words of written dates, all in lower case.

    `zones` gives for each abbreviation the zones it may stand for (IANA names or offsets); one with several is
    ambiguous. `morning` and `afternoon` are the words after the hours of a 12-hour clock, `fillers` what may stand
    between the parts of a date without a meaning of its own.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """0 is Monday."""
    zones: Mapping[str, tuple[str, ...]]
    morning: tuple[str, ...]
    afternoon: tuple[str, ...]
    clock_words: Mapping[str, tuple[int, int]]
    ordinal_endings: tuple[str, ...]
    fillers: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Layout:
    """All that this stage knows of one language.

    `fragments` are named parts of patterns. `places` maps the lower-case names that stand in datelines to their
    spelling. `sentence_ends` are the marks that close a sentence; a first line without one is a headline, and one
    with a mark of `headline_ends` can still be one. `telling_words` (negations, number words), in lower case, tell
    two otherwise equal paragraphs apart. `encodings` are the old encodings that texts in this language come in;
    `encoding_marks` the characters beyond letters that speak for them.
    """

    rules: tuple[LayoutRule, ...]
    fragments: Mapping[str, str]
    calendar: Calendar
    places: Mapping[str, str]
    sentence_ends: str
    headline_ends: str
    telling_words: frozenset[str]
    encodings: tuple[str, ...]
    encoding_marks: str

    @cached_property
    def compiled(self) -> tuple[tuple[LayoutRule, re.Pattern[str]], ...]:
        """Each rule with its pattern, fragments put in, in table order."""
        return tuple((rule, self._compile(rule)) for rule in self.rules)

    def _compile(self, rule: LayoutRule) -> re.Pattern[str]:
        pattern = self.expanded(rule.pattern)
        if rule.form is not Form.START:
            pattern = rf"(?:{pattern})\s*\Z"
        return re.compile(pattern, re.IGNORECASE if rule.ignores_case else 0)

    def expanded(self, pattern: str) -> str:
        """`pattern` with its `{NAME}` fragments put in. Raises KeyError for one that is not in the table."""
        while found := _FRAGMENT.search(pattern):
            pattern = f"{pattern[: found.start()]}(?:{self.fragments[found[1]]}){pattern[found.end() :]}"
        return pattern


_FRAGMENT = re.compile(r"\{([A-Z_]+)\}")
