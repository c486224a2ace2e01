"""What a language pack says about attribution: cues with their frames, and the words that tell what a source is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reporter.model import SourceKind, Stance


class WordClass(StrEnum):
    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"


class Frame(StrEnum):
    """Where the content may hang on a cue."""

    CLAUSE = "clause"
    """A finite clause or a question clause: "said (that) it rained", "asked whether it rained"."""
    QUOTE = "quote"
    """It may introduce a quotation by itself: '"It rained," she shrugged'."""
    INFINITIVE = "to"
    """"promised to go"; with a person before it, "urged him to go"."""
    GERUND = "ing"
    """"denied lying"."""
    OBJECT = "object"
    """"denied the charge"."""
    PREDICATE = "as"
    """An object and what is said of it: "called it a disgrace", "described it as a disgrace"."""
    FINDING = "finding"
    """The object of a document, not of a person: "the poll showed a lead"."""
    FIGURE = "figure"
    """Only with a number behind the preposition: "put the toll at 12", not "put lives at risk"."""
    PASSIVE = "passive"
    """Without an agent it is nobody's word: "was reported to have fled"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One row of the lexicon. `prepositions` open a content ("warned of floods"), `object_prepositions` one that takes
    the object with it ("accused him of lying"). Every row carries a sentence in which it is at work."""

    lemma: str
    word_class: WordClass
    stance: Stance
    frames: frozenset[Frame]
    prepositions: frozenset[str]
    object_prepositions: frozenset[str]
    example: str

    def allows(self, *frames: Frame) -> bool:
        return any(frame in self.frames for frame in frames)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """What a pronoun may stand for: `person` 1, 2 or 3; gender "m", "f", "n" or None where it does not tell."""

    person: int
    gender: str | None
    is_plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The tables of one language. All words are lower case; phrases are tuples of lower-case words."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]

    source_prepositions: frozenset[tuple[str, ...]]
    """Phrases whose complement is the source of the clause around them: "according to"."""
    measure_nouns: frozenset[str]
    """What something goes by, when bare: "according to plan"."""
    opinion_nouns: frozenset[str]
    """"in the minister's view"."""
    opinion_prepositions: frozenset[str]
    hearsay_adverbs: frozenset[str]
    """"reportedly": somebody says so, nobody is named."""
    predicate_prepositions: frozenset[str]
    """"described it as"."""
    agent_prepositions: frozenset[str]
    """A noun cue's source: "a report by", "calls from"."""
    affiliation_prepositions: frozenset[str]
    """Whom a role speaks for: "a spokesman for", "the head of"."""
    territorial_nouns: frozenset[str]
    """Bodies of a place that the place's own name does not stand for ("county", "council")."""
    state_nouns: frozenset[str]
    """Bodies and offices of a state, which a story names without the country where the dateline tells it."""
    raising_verbs: frozenset[str]
    """Verbs that only carry the cue after them: "went on to say", "is expected to announce"."""
    light_verbs: frozenset[str]
    """Verbs that only carry a noun cue: "made the claim that"."""
    answer_verbs: frozenset[str]
    """With a negation, and a request behind it, nobody answers: "did not respond to a request"."""
    request_nouns: frozenset[str]
    summoning_verbs: frozenset[str]
    """With an object they summon it, and demand nothing: "called a meeting for Friday"."""
    quoting_verbs: frozenset[str]
    """"was quoted by X as saying": X is the relay."""
    citing_verbs: frozenset[str]
    """"the agency reported, citing X": X is the source."""
    hearer_prepositions: frozenset[str]
    """"an interview with the agency", "said to the agency"."""
    telling_verbs: frozenset[str]
    """Their object is the hearer: "told the agency"."""
    adding_verbs: frozenset[str]
    """Who does this has spoken before: "said …, adding"."""
    messaging_verbs: frozenset[str]
    """Their object gets a message: "emailed supporters saying"."""
    manner_nouns: frozenset[str]
    """Where something was said: belongs to the cue ("said in a statement")."""
    stage_directions: frozenset[str]
    """What brackets tell of a voice or a copy, no name: "[Applause]"."""
    utterance_nouns: frozenset[str]
    """What somebody's words are called before a colon: "the minister's answer"."""
    written_things: frozenset[str]
    """What bears words and may stand alone before them: "The banner: …"."""
    manner_prepositions: frozenset[str]
    complementisers: frozenset[str]
    raising_question_verbs: frozenset[str]
    """With questions for their object nobody is said to ask: "the audit raised questions about"."""
    question_marks: frozenset[str]
    """They open a question that is reported: "asked whether"."""
    poll_nouns: frozenset[str]
    """"leads in the polls": what is so in them, they say."""
    poll_prepositions: frozenset[str]
    comment_marks: frozenset[str]
    issuing_verbs: frozenset[str]
    """Who does this with a document speaks in it: "she released a letter saying"."""
    """"as the minister noted": what follows comments on the clause around it."""

    titles: Mapping[str, str | None]
    """Courtesy titles and the gender that they tell."""
    role_nouns: frozenset[str]
    """Heads of roles: "minister", "spokesman"."""
    office_nouns: frozenset[str]
    """What an office is of, before the name of who holds it: "Superintendent of Police R. Rao"."""
    gendered_nouns: Mapping[str, str]
    first_names: Mapping[str, str]
    organisation_nouns: frozenset[str]
    media_nouns: frozenset[str]
    media_names: frozenset[str]
    document_nouns: frozenset[str]
    collective_nouns: frozenset[str]
    anonymous_nouns: frozenset[str]
    vague_pronouns: frozenset[str]
    """"some", "many", "others"."""
    relative_pronouns: frozenset[str]
    pronouns: Mapping[str, Pronoun]
    governments: Mapping[str, str]
    """Places that stand for a government, and the country: "moscow" → "Russia"."""
    countries: frozenset[str]
    nationalities: Mapping[str, str]
    """Adjectives and the country: "russian" → "Russia"."""
    unnamed_reasons: tuple[tuple[str, ...], ...]
    """How a story says why somebody is unnamed: "on condition of anonymity"."""
    saying_forms: frozenset[str]
    """The commonest words of saying as they stand behind a quotation: "said"."""
    elisions: frozenset[str]
    """Words that begin with an apostrophe: "'em"."""
    articles: frozenset[str]
    possessives: frozenset[str]
    """Endings of a possessive: "'s"."""
    name_particles: frozenset[str]
    """Small words inside of a name: "van", "al"."""
    expletives: frozenset[str]
    """Subjects that stand for nothing: "it" in "it is said", "there"."""
    definite_words: frozenset[str]
    """Articles and demonstratives that point back: "the", "this"."""
    person_reference_nouns: frozenset[str]
    """Nouns for somebody already named: "man", "54-year-old", "veteran"."""
    time_names: frozenset[str]
    """Capitalised words of time, which name nobody: "monday", "march", "easter"."""
    name_joiners: frozenset[str]
    """What joins the words of one body's name: "and", "&", "of", "for"."""
    name_signs: frozenset[str]
    """The joiners that join any two names into one: "&"."""
    plural_possessors: frozenset[str]
    """Plurals whose possessive may stand inside of a body's name: "Children's Fund"."""
    company_words: frozenset[str]
    """What a company's name drops in the short: "Norrland Group" → "Norrland"."""
    epithet_nouns: frozenset[str]
    """By what a story calls a company it has named, with modifiers: "the ready-meal maker"."""
    courtesy_titles: frozenset[str]
    """Titles that tell of no office: "dr", "rev"."""
    named_after_nouns: frozenset[str]
    """Bodies that bear a person's name in the possessive: "St Mary's Hospital"."""
    tail_prepositions: frozenset[str]
    """What joins any capitalised word to its place: "Port of Alma"."""
    name_suffixes: frozenset[str]
    """Letters behind a person's name: "jr", "qc"."""
    place_prepositions: frozenset[str]
    """What stands before a place: "in", "near"."""
    role_modifiers: frozenset[str]
    """They tell of the office's holder, not of the body: "former", "senior", "deputy"."""
    body_adjectives: frozenset[str]
    """Adjectives that belong to a body's name: "central bank", "national guard"."""
    informed_words: frozenset[str]
    """What follows people who talked and would not be named: "people familiar with the matter"."""
    member_words: frozenset[str]
    """One of a group: "one of the people", "another of the officials"."""
    single_words: frozenset[str]
    """The member words that mean one alone."""
    member_prepositions: frozenset[str]
    media_compounds: Mapping[str, frozenset[str]]
    """Nouns that mean an outlet only behind one of these words: "agency" → "news", "press"."""

    kinds_by_noun: Mapping[str, SourceKind] = field(init=False)

    def __post_init__(self) -> None:
        kinds: dict[str, SourceKind] = {}
        for words, kind in (
            (self.organisation_nouns, SourceKind.ORGANISATION),
            (self.document_nouns, SourceKind.DOCUMENT),
            (self.media_nouns, SourceKind.MEDIA),
            (self.collective_nouns, SourceKind.COLLECTIVE),
            (self.anonymous_nouns, SourceKind.ANONYMOUS),
        ):
            for word in words:
                kinds.setdefault(word, kind)
        object.__setattr__(self, "kinds_by_noun", kinds)

    def cue(self, lemma: str, word_class: WordClass) -> Cue | None:
        return self._by_class(word_class).get(lemma)

    def _by_class(self, word_class: WordClass) -> Mapping[str, Cue]:
        match word_class:
            case WordClass.VERB:
                return self.verbs
            case WordClass.NOUN:
                return self.nouns
            case WordClass.ADJECTIVE:
                return self.adjectives

    @property
    def cues(self) -> Iterable[Cue]:
        for table in (self.verbs, self.nouns, self.adjectives):
            yield from table.values()


def read_cues(table: str) -> tuple[Cue, ...]:
    """The cues of a tab-separated table: lemma, word class, stance, frames, example; `#` opens a comment line.

    A frame is the value of a `Frame`, a preposition ("+of"), or one that takes the object with it ("object+of").
    Raises ValueError that names the line for a row that is not so.
    """
    cues = []
    for number, line in enumerate(table.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            lemma, word_class, stance, written, example = line.split("\t")
            frames, prepositions, object_prepositions = _frames(written.split())
            cue = Cue(
                lemma=lemma,
                word_class=WordClass(word_class),
                stance=Stance(stance),
                frames=frames,
                prepositions=prepositions,
                object_prepositions=object_prepositions,
                example=example,
            )
        except ValueError as error:
            raise ValueError(f"cue table, line {number}: {error}") from error
        cues.append(cue)
    return tuple(cues)


def _frames(written: list[str]) -> tuple[frozenset[Frame], frozenset[str], frozenset[str]]:
    frames: set[Frame] = set()
    prepositions: set[str] = set()
    object_prepositions: set[str] = set()
    for item in written:
        before, plus, preposition = item.partition("+")
        if not plus:
            frames.add(Frame(item))
        elif before == "object":
            object_prepositions.add(preposition)
        elif not before:
            prepositions.add(preposition)
        else:
            raise ValueError(f"unknown frame {item!r}")
    return frozenset(frames), frozenset(prepositions), frozenset(object_prepositions)
