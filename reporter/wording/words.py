"""The words of a brief in one language: types only; the words stand in `reporter/languages/<code>/brief`.

`Wording` is handed to `assemble` and to the renderers. Format strings use named fields, which each docstring lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reporter.model import (
    AnchorKind,
    Bound,
    Checkability,
    Direction,
    EvidenceKind,
    Grain,
    Modality,
    ParagraphKind,
    QuoteType,
    Severity,
    SourceKind,
    Stance,
    Status,
    TimelineKind,
    TimeMod,
    TimeType,
    WorthReason,
)
from reporter.translation import BY_LOCALE, KEPT
from reporter.wording.delivery import DeliveryWording
from reporter.wording.event import EventWording
from reporter.wording.factchecks import FactCheckWording
from reporter.wording.mail import MailWording
from reporter.wording.page import PageWording
from reporter.wording.revision import RevisionWording


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWording:
    """How dates are written, from tables: the machine's locale is never asked.

    Fields of the formats: `weekday`, `day`, `month`, `month_number`, `year`, `clock`, `first`, `last`, `quarter`; of
    spans also `first_month`, `last_month`, `first_month_number`, `last_month_number`. Formats that begin with `short_`
    get the short names of weekdays and months.
    """

    weekdays: tuple[str, ...] = field(metadata=BY_LOCALE)
    """Monday first."""
    weekdays_short: tuple[str, ...] = field(metadata=BY_LOCALE)
    months: tuple[str, ...] = field(metadata=BY_LOCALE)
    months_short: tuple[str, ...] = field(metadata=BY_LOCALE)
    day: str = field(metadata=BY_LOCALE)
    """"12 October 2015", for running text."""
    weekday_day: str = field(metadata=BY_LOCALE)
    """"Monday, 12 October 2015", for running text."""
    short_weekday_day: str = field(metadata=BY_LOCALE)
    """"Mon 12 Oct 2015", for labels."""
    month_year: str = field(metadata=BY_LOCALE)
    quarter_year: str
    decade: str
    century: str
    day_clock: str
    """A day with a clock time; `day` is the day as written by the format before."""
    clock: str = field(metadata=BY_LOCALE)
    """Fields `hour` and `minute`, both with two digits; `hour12`, without a leading zero, and `period`."""
    periods: tuple[str, str] = field(metadata=BY_LOCALE)
    """"AM" and "PM", for a clock of twelve hours."""
    day_part: str
    """A day with the part of it that is meant; `day`, `part`."""
    parts_of_day: Mapping[str, str]
    """TIMEX3's parts of the day ("MO", "AF", "EV", "NI", "DT") in words."""
    seasons: Mapping[str, str]
    """TIMEX3's seasons ("SP", "SU", "FA", "WI") in words; field `year`."""
    span_months: str = field(metadata=BY_LOCALE)
    """Whole months of one year; fields `first_month`, `last_month`, `year`."""
    span_one_day: str
    """Two clock times of one day; fields `day`, `first`, `last`."""
    span_one_month: str = field(metadata=BY_LOCALE)
    """Two days of one month; fields `first`, `last`, `month`, `year`."""
    span_one_year: str = field(metadata=BY_LOCALE)
    """Two days of one year; fields `first`, `first_month`, `last`, `last_month`, `year`."""
    span: str = field(metadata=BY_LOCALE)
    """Anything else; fields `first` and `last`, each written out."""
    mods: Mapping[TimeMod, str]
    """How a modifier is put before a label; field `label`."""
    signals: Mapping[str, str]
    """The same for a governing word of the story ("since", "until", "by"), by its lower-case form; field `label`."""
    range_signals: Mapping[str, frozenset[str]]
    """Words that govern the first time of a range, to those that govern its last: "between" to "and"."""
    none: str
    """The label of what has no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWording:
    """How figures are written."""

    group: str = field(metadata=BY_LOCALE)
    """Between thousands."""
    decimal: str = field(metadata=BY_LOCALE)

    def written(self, value: float) -> str:
        """Up to ten digits, in groups of three.

        >>> NumberWording(group=".", decimal=",").written(12345.5)
        '12.345,5'
        """
        signs = {",": self.group, ".": self.decimal}
        return "".join(signs.get(character, character) for character in f"{value:,.10g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseWording:
    """What the summary must know of the story's language to set absolute dates and names into the story's own
    sentences, and the sentences that it puts around them. It is never translated: a summary is in the story's words.

    All words are lower case. Fields of the sentences are named in their docstrings.
    """

    language: str
    """BCP 47 tag of the story's language."""
    dates: DateWording
    story_states: str
    """What the story states itself; `text` begins in lower case unless with a name, and has no full stop."""
    then: str
    """Between what the story states itself and what a source says in the same sentence."""
    story_states_quoted: str
    """The same for what cannot be run on after "that"; `text` is a full sentence."""
    said_after: str
    """A content whose cue stands in another sentence; `text`, `source`."""
    said_after_quote: str
    """A quotation whose cue stands elsewhere; `text` without marks and without its last stop, `source`."""
    quote_without_speaker: str
    """`text` without marks."""
    unnamed_source: str
    """Who is named where nobody is."""
    day_names: Mapping[str, str]
    """Words that stand for a day by themselves and give way to the date ("yesterday"); to the words before the date."""
    day_preposition: str
    """Put before a bare weekday that has no preposition of its own ("said Monday")."""
    words_before_days: frozenset[str]
    """Words after which a weekday takes no further preposition ("on", "since", "last", "early")."""
    pronouns: frozenset[str]
    """Words that a reader cannot understand out of their place, at the head of a sentence."""
    pointers: frozenset[str]
    """Words anywhere in a sentence that point out of it: "them", "such"."""
    subject_pronouns: frozenset[str]
    """Pronouns that a speaker's name can stand for: "he", "it"."""
    articles: tuple[str, ...]
    """The definite article first."""
    of_affiliation: str
    """A body called by a common noun ("the defence ministry"), with what it belongs to; `affiliation`, `name` without
    its article."""
    complementisers: frozenset[str]
    """Words that open a content and are no part of the assertion ("that")."""
    connectives: tuple[str, ...]
    """Openings that tie a sentence to the one before, and are cut ("but", "however,"), longest first."""
    kept_capital: frozenset[str]
    """Words that keep their capital within a sentence ("i")."""
    possessive: tuple[str, ...]
    """Endings after which a date cannot follow a weekday ("'s")."""
    titles: frozenset[str]
    """Words that, with a capital, can stand before a name as a title ("minister", "president")."""
    open_quote: str
    close_quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceWording:
    """Sentences that the program writes beside the story's. Fields are named in each docstring."""

    unnamed_source: str
    """Who is named where nobody is."""
    entry: str
    """A line of the timeline: `source`, `text`."""
    entry_denied: str
    entry_asked: str
    entry_relayed: str
    """A chain: `source` says it, `outer` tells it, `text`."""
    entry_unattributed: str
    """What the story states itself, `text`."""
    entry_said: str
    """A line for the saying itself: `source`, `text`."""
    published: str
    published_by: str
    """`publisher`."""
    severity_reason: Mapping[Severity, str]
    """Why an item must be looked at."""
    stands_in_headline: str
    stands_in_lead: str
    held_on_to: str
    """`reasons` are what makes a claim worth a check."""
    settled_by: str
    """`clears`, what the flag says that clears it; `run_on`, the same as it stands within a sentence."""
    one_more: str
    """One more place like this, `quotes`."""
    many_more: str
    """`count` further places like this, `quotes`."""
    also: str
    """`messages` of the other flags on the same words."""
    list_last: str
    """The last two things of a list; `first`, `last`."""
    list_separator: str
    quoted: str
    """`text` as words of somebody else."""
    list_cut: str
    """A list of which only the first things, `first`, are shown."""

    def quote(self, text: str) -> str:
        """`text` in the quotation marks of the language."""
        return self.quoted.format(text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """A short name for each value of the model's enumerations, for tables and legends."""

    statuses: Mapping[Status, str]
    status_meanings: Mapping[Status, str]
    """One sentence that tells an editor what the status says, for a legend or a tooltip."""
    severities: Mapping[Severity, str]
    severity_meanings: Mapping[Severity, str]
    source_kinds: Mapping[SourceKind, str]
    quote_types: Mapping[QuoteType, str]
    stances: Mapping[Stance, str]
    timeline_kinds: Mapping[TimelineKind, str]
    modalities: Mapping[Modality, str]
    checkabilities: Mapping[Checkability, str]
    worth_reasons: Mapping[WorthReason, str]
    bounds: Mapping[Bound, str]
    time_types: Mapping[TimeType, str]
    time_mods: Mapping[TimeMod, str]
    directions: Mapping[Direction, str]
    grains: Mapping[Grain, str]
    anchors: Mapping[AnchorKind, str]
    evidence_kinds: Mapping[EvidenceKind, str]
    paragraph_kinds: Mapping[ParagraphKind, str]

    def of(self, value: StrEnum) -> str:
        """The label of any value of any of these enumerations. Raises KeyError for a value that has none."""
        for table in _LABEL_TABLES:
            labels: Mapping[StrEnum, str] = getattr(self, table)
            if any(type(value) is type(key) for key in labels):
                return labels[value]
        raise KeyError(value)


_LABEL_TABLES = (
    "statuses",
    "severities",
    "source_kinds",
    "quote_types",
    "stances",
    "timeline_kinds",
    "modalities",
    "checkabilities",
    "worth_reasons",
    "bounds",
    "time_types",
    "time_mods",
    "directions",
    "grains",
    "anchors",
    "evidence_kinds",
    "paragraph_kinds",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Headings of sections, heads of columns and captions of the templates."""

    brief: str
    """What the document is called."""
    facts: str
    summary: str
    check_first: str
    timeline: str
    claims: str
    sources: str
    voices: str
    figures: str
    flags: str
    story: str
    times: str
    method: str
    legend: str
    contents: str

    headline: str
    byline: str
    publisher: str
    credit_line: str
    located: str
    url: str
    published: str
    evidence: str
    input: str
    input_hash: str
    version: str
    parser: str
    settings: str
    schema: str
    generated: str

    claim: str
    source: str
    said_by: str
    cue: str
    said_when: str
    happened_when: str
    status: str
    reasons: str
    origins: str
    quote: str
    quantity: str
    value: str
    unit: str
    kind: str
    role: str
    affiliation: str
    side: str
    mentions: str
    attributions: str
    characters: str
    share: str
    date: str
    words: str
    meaning: str
    rule: str
    anchor: str
    direction: str
    confidence: str
    alternatives: str
    severity: str
    code: str
    message: str
    clears: str
    ground: str
    question: str
    why: str
    appearances: str
    repeats_paragraph: str
    """`number` of the earlier paragraph, counted from one."""
    negated: str
    vague: str
    no_headline: str
    no_date: str
    no_source: str
    not_dated: str
    """Where the story does not say when it was said or happened."""
    story_itself: str
    """Whose claim it is when the story states it itself."""
    no_flags: str
    no_claims: str
    characters_of_story: str
    """Where it stands; `start`, `end`."""
    disclaimer: str
    unplaced_verdicts: str
    """What the brief does not say: that anything is true or false."""
    timeline_description: str
    """The text alternative of the timeline's picture; `count`, `first`, `last`."""
    checklist: str
    names: str
    quotations: str
    done: str
    not_done: str
    note: str
    follow_up: str
    """What to come back to when the day has come, as a question: `text` is what was announced."""
    timeline_scale: str
    """That the picture's scale is not even."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All words of a brief in one language. `language` is its BCP 47 tag, `direction` "ltr" or "rtl"; what stands in
    `prose` is in the language of the story."""

    language: str = field(metadata=KEPT)
    direction: str = field(metadata=KEPT)
    dates: DateWording
    numbers: NumberWording
    prose: ProseWording = field(metadata=KEPT)
    sentences: SentenceWording
    labels: Labels
    titles: Titles
    event: EventWording
    fact_checks: FactCheckWording
    page: PageWording
    mail: MailWording
    revision: RevisionWording
    delivery: DeliveryWording
