"""The types of a language's tables of dates: words, rules, joins, shades, signals, grammar."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from reporter.dates.meanings import Clock, Holiday, Meaning, Reference, Unit
from reporter.dates.numerals import Numerals
from reporter.dates.wording import ProofWording
from reporter.model import TimeMod

Entry: TypeAlias = int | str | Unit | Holiday | Reference | TimeMod | Clock
Table: TypeAlias = Mapping[str, Entry]
Example: TypeAlias = tuple[str, str, str | None, str | None, str | None]
"""(publication, the words with the expression in [brackets], value, begin, until)."""

_PLACEHOLDER = re.compile(r"\{([A-Z_]+)\}")
_WRITTEN_SPACE = re.compile(r"\[[^\]]*\]| \??")
_SPACE = re.compile(r"\s+")


class Words:
    """What a pattern matched, group by group, looked up in the tables.

    A group is named for its table, in lower case; its other form, in another branch of the pattern, has a 2 or 3
    behind: `weekday`, `weekday2`.
    """

    __slots__ = ("_match", "_rules")

    def __init__(self, match: re.Match[str], rules: "DateRules") -> None:
        self._match = match
        self._rules = rules

    def has(self, group: str) -> bool:
        return self._found(group) is not None

    def text(self, group: str) -> str:
        """The words of a group in lower case with single spaces; "" where the group took no part."""
        return _SPACE.sub(" ", self.printed(group)).lower()

    def printed(self, group: str) -> str:
        return self._found(group) or ""

    def _found(self, group: str) -> str | None:
        """What the group matched, or its second form, which a pattern has under the name with a 2."""
        for name in (group, f"{group}2", f"{group}3"):
            if name in self._match.re.groupindex and self._match[name] is not None:
                return str(self._match[name])
        return None

    def entry(self, group: str) -> Entry:
        return self._rules.tables[group.upper()][self.text(group)]

    def number(self, group: str) -> int:
        """A number in digits or words, or one that a table gives (a weekday, a month)."""
        name = group.upper()
        if name in self._rules.tables:
            found = self.entry(group)
            if not isinstance(found, int):
                raise TypeError(f"the table {name} gives {found!r}, not a number")
            return int(found)
        return self._rules.numerals.read(self.text(group))

    def unit(self, group: str) -> Unit:
        found = self.entry(group)
        if not isinstance(found, Unit):
            raise TypeError(f"the group {group} gives {found!r}, not a unit")
        return found

    @property
    def is_day_first(self) -> bool:
        return self._rules.day_first

    @property
    def library_languages(self) -> tuple[str, ...]:
        return self._rules.library_languages

    def code(self, group: str) -> str:
        found = self.entry(group)
        if not isinstance(found, str):
            raise TypeError(f"the group {group} gives {found!r}, not a code")
        return str(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to word a time. `{NAME}` in the pattern stands for a table or a fragment; a space for any white space.

    `yields` makes the meaning, or None where the words turn out not to be a time. `direction` says in words which way
    it points. `specificity` decides between rules that match the same length: the higher one wins. `is_sure` lifts the
    check of part of speech from words that have another sense ("May 3" is no modal verb). `is_partial` marks words that
    name a time only when joined with another ("evening" in "Friday evening"), `is_alone` words that name none when they
    qualify their neighbour ("the night nurse"). `nothing` are texts in which the rule must not fire.
    """

    name: str
    pattern: str
    yields: "Callable[[Words], Meaning | None]"
    direction: str
    source: str
    examples: tuple[Example, ...]
    nothing: tuple[str, ...] = ()
    specificity: int = 0
    is_sure: bool = False
    is_partial: bool = False
    is_alone: bool = False
    beside: frozenset[str] = frozenset()
    """Lemmas of which one must stand in the sentence: what else would "the first half" be of, in news of business."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two expressions that are one: "Friday" + "evening". `between` matches all that stands between the two.

    `makes` gives the meaning of both, or None where they do not belong together.
    """

    name: str
    between: str
    makes: Callable[[Meaning, Meaning], Meaning | None]
    source: str
    examples: tuple[Example, ...]
    nothing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """Words before (or `is_after` behind) an expression that shade it and belong to it: "early", "at least".

    `mod` is TIMEX3's; `fits` says which meanings it may shade. `changes` makes another meaning of it, where needed.
    """

    name: str
    pattern: str
    mod: TimeMod | None
    fits: Callable[[Meaning], bool]
    source: str
    examples: tuple[Example, ...]
    nothing: tuple[str, ...] = ()
    is_after: bool = False
    changes: Callable[[Meaning], Meaning] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A word of the tables that has another sense too; a bare use counts only with one of these tags."""

    tags: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What of the parser's scheme and of the language tells the tense of a verb. Tags and labels are the parser's."""

    verb_pos: frozenset[str]
    past_tags: frozenset[str]
    present_tags: frozenset[str]
    infinitive_tags: frozenset[str]
    past_participle_tags: frozenset[str]
    present_participle_tags: frozenset[str]
    auxiliary_deps: frozenset[str]
    agent_deps: frozenset[str]
    actor_deps: frozenset[str]
    compound_deps: frozenset[str]
    conjunct_deps: frozenset[str]
    number_deps: frozenset[str]
    future_modals: frozenset[str]
    open_modals: frozenset[str]
    """Modals of what has not happened: "may", "should"."""
    have: frozenset[str]
    be: frozenset[str]
    planning: frozenset[str]
    """Lemmas of words whose infinitive looks ahead: "plan to", "agree to", "due to"."""
    scheduling: frozenset[str]
    """Those of them whose own time is that of what they announce: "scheduled for", "planned for", "due"."""
    reporting: frozenset[str]
    unmarked_past: frozenset[str] = frozenset()
    """Lemmas of verbs that are written alike in the present and the past: "hit", "set"."""
    ranking: frozenset[str] = frozenset()
    """Words that make an infinitive tell what is: "the first to die" looks as its sentence does."""
    ranking_tags: frozenset[str] = frozenset()
    particle_deps: frozenset[str] = frozenset()
    """A verb with one is another verb: "set off" plans nothing."""
    awaiting: frozenset[str] = frozenset()
    """Words that look ahead to what hangs on them: "ahead of", "the eve of"."""
    appointing: frozenset[str] = frozenset()
    """Lemmas of verbs that look ahead to a time behind `purpose`: "called for Sunday"."""
    purpose: frozenset[str] = frozenset()
    time_prepositions: frozenset[str] = frozenset()
    """What may stand between a reporting verb and the time of the saying: "said on Monday"."""
    unforeseen: frozenset[str] = frozenset()
    """Lemmas of nouns for what nobody announces, so that one with a date has been: "Friday's crash"."""
    outcomes: frozenset[str] = frozenset()
    """Those of which that holds with a day before them: "Sunday's win" has been, "a win on Sunday" may be hoped for."""
    owner_deps: frozenset[str] = frozenset()
    """A day so tied stands before its noun."""
    reacting: frozenset[str] = frozenset()
    """Lemmas of verbs, with a particle or preposition where one makes the sense, that answer what has been."""
    facing: frozenset[str] = frozenset()
    """Lemmas of verbs that in the present tense look ahead to their object: "faces a vote on Friday"."""
    lasting: frozenset[str] = frozenset()
    """Lemmas of verbs that in the past tense reached what a signal such as "until" names: "lasted until Friday"."""
    limits: frozenset[str] = frozenset()
    meeting: frozenset[str] = frozenset()
    """`limits` and `meeting`: words before a deadline, and lemmas of verbs, by which it is over where the verb is."""
    waiting: frozenset[str] = frozenset()
    promptness: frozenset[str] = frozenset()
    """`waiting` opens a clause of what is waited for ("once", "until"), `promptness` after "as" ("as soon as")."""
    adverbial_clause_deps: frozenset[str] = frozenset()
    negation_deps: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    """Lemmas of verbs that tell the end of what the clause before began: "begins Tuesday and ends Friday"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words, in lower case as printed, that show which way a clause looks where the parse does not tell.

    `bounds` are marks beyond which a word belongs to another clause.
    """

    future: frozenset[str]
    planned: frozenset[str]
    reported: frozenset[str]
    past: frozenset[str]
    bounds: frozenset[str]


@dataclass(frozen=True, kw_only=True, eq=False)
class DateRules:
    """All that one language knows of dates. Built once; patterns are compiled when first used.

    `tables` are word lists by the name that patterns use; `fragments` are patterns by name. `triggers` name the tables
    without a word of which no rule is tried; `digit_triggers` and `year_triggers` are fragments that digits, or four
    digits that may be a year, set off. `cased` names tables whose words are written with a capital, but for
    `uncased` words. `senses` are words with another meaning. `signals` maps words that may govern an expression to the
    signal, `ahead` those signals that look forward, `behind` those that look back, `opening` and `closing` those that
    begin and end a range. `carries` is a pattern of what may stand between two days of one
    month ("May 3 and 5").
    """

    tables: Mapping[str, Table]
    fragments: Mapping[str, str]
    triggers: frozenset[str]
    digit_triggers: frozenset[str]
    year_triggers: frozenset[str]
    cased: frozenset[str]
    uncased: frozenset[str]
    senses: Mapping[str, Sense]
    numerals: Numerals
    rules: tuple[Rule, ...]
    carries: str
    joins: tuple[Join, ...]
    shades: tuple[Shade, ...]
    signals: Mapping[str, str]
    ahead: frozenset[str]
    behind: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    grammar: Grammar
    wording: ProofWording
    library_languages: tuple[str, ...]
    day_first: bool = False
    """Which way "10/12/2015" is read, unless the story shows."""
    cues: Cues | None = None
    """For a language without a parser: words that stand in for the tense of the verb."""
    by_name: dict[str, Rule | Join | Shade] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows: tuple[Rule | Join | Shade, ...] = (*self.rules, *self.joins, *self.shades)
        by_name = {row.name: row for row in rows}
        if len(by_name) < len(rows):
            raise ValueError("two rules of dates have one name")
        object.__setattr__(self, "by_name", by_name)

    @cached_property
    def compiled(self) -> "tuple[Compiled, ...]":
        return tuple(Compiled(rule, order, self) for order, rule in enumerate(self.rules))

    def expand(self, pattern: str) -> str:
        """`pattern` with its placeholders filled in and each space standing for white space."""
        return _WRITTEN_SPACE.sub(_white_space, _PLACEHOLDER.sub(self._fill, pattern))

    def tables_in(self, pattern: str) -> frozenset[str]:
        """The names of tables and of digit fragments that `pattern` reaches."""
        found: set[str] = set()
        waiting = [pattern]
        while waiting:
            for name in _PLACEHOLDER.findall(waiting.pop()):
                found.add(name)
                if name in self.fragments:
                    waiting.append(self.fragments[name])
        return frozenset(found)

    def _fill(self, match: re.Match[str]) -> str:
        name = match[1]
        if name in self.fragments:
            return _PLACEHOLDER.sub(self._fill, f"(?:{self.fragments[name]})")
        return self.words_of(name)

    def words_of(self, name: str) -> str:
        """A pattern for the words of a table, longest first; none matches the start of a longer word."""
        words = sorted(self.tables[name], key=lambda word: (-len(word), word))
        return "(?:" + "|".join(_word_pattern(word) for word in words) + ")"


def _white_space(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "[":
        return found.replace(" ", r"\s")
    return r"\s*" if found.endswith("?") else r"\s+"


def _word_pattern(word: str) -> str:
    written = re.escape(word).replace(r"\ ", " ")
    return written if word.endswith(".") else written + r"(?!\w)"


class Compiled:
    """A rule made ready: its pattern, and the kinds of words of which one must be near."""

    __slots__ = ("match", "needs", "order", "rule")

    def __init__(self, rule: Rule, order: int, rules: DateRules) -> None:
        self.rule = rule
        self.order = order
        self.match = re.compile(rules.expand(rule.pattern) + r"(?!\w)", re.IGNORECASE).match
        self.needs = rules.tables_in(rule.pattern) & (rules.triggers | rules.digit_triggers | rules.year_triggers)
        if not self.needs:
            raise ValueError(f"the rule {rule.name} has no trigger word")
