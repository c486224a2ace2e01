"""What the claims stage must know of a language: types only; the tables stand in `reporter/languages/<code>/claims`."""

from collections.abc import Mapping
from dataclasses import dataclass

from reporter.model import Bound, Modality, WorthReason

Phrase = tuple[str, ...]
"""Lower-case tokens in a row, as the parser cuts them: ("per", "cent")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRules:
    """How counts and measures are written. All words are lower case."""

    numbers: Mapping[str, float]
    """Number words up to a hundred: "seven", "forty"."""
    multipliers: Mapping[str, float]
    """Words and suffixes that multiply the number before them: "million", "bn", "dozen"."""
    suffixes: Mapping[str, float]
    """The multipliers that are written together with digits: "3.5bn", "20k"."""
    number_joiner: str
    """The word inside a number: "a hundred and five"."""
    single: frozenset[str]
    """Articles that count one before a multiplier or a fraction: "a million", "a third"."""
    fractions: Mapping[str, float]
    """Names of parts by their size: "third", "thirds", "half"."""
    whole_fractions: frozenset[str]
    """Fractions that need no article: "half"."""
    ratio_words: frozenset[str]
    """Between two numbers in "one in five"."""
    range_words: Mapping[str, str]
    """Words between the ends of a range, to the word that must open it, or "" where none need be."""
    range_marks: frozenset[str]
    range_blockers: frozenset[str]
    """Words before the first number that make of "A to B" a change and not a range: "from"."""
    bounds_before: Mapping[Phrase, Bound]
    bounds_after: Mapping[Phrase, Bound]
    percent: Mapping[Phrase, str]
    """Words for parts of a hundred, to the unit that they stand for."""
    currency_signs: Mapping[str, str]
    currency_words: Mapping[str, str]
    vague_words: frozenset[str]
    """Words that count without a number, before a noun or "of": "dozens", "several"."""
    vague_nouns: frozenset[str]
    """Nouns that do so after an article and before "of": "a handful of"."""
    sized_nouns: frozenset[str]
    """Nouns that do so only with an adjective of size: "a considerable portion of"."""
    sizes: frozenset[str]
    of: str
    counted_adjectives: frozenset[str]
    """Adjectives that are counted like nouns: "17 dead"."""
    age_words: frozenset[str]
    """Words that show a number to be an age: "aged", "old"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """How a clause is negated, hedged, judged. All words are lower case; verbs and adverbs by lemma."""

    modals: Mapping[str, Modality]
    """Auxiliaries."""
    would: frozenset[str]
    """Auxiliaries that are the future of a past saying, and conditional elsewhere."""
    hedging_verbs: Mapping[str, Modality]
    """Main verbs that take another one: "appear to", "plan to"."""
    reporting_participles: frozenset[str]
    """Participles that with a form of "be" and an infinitive say what others say: "is believed to"."""
    future_adjectives: frozenset[str]
    """Adjectives and participles that with an infinitive look ahead: "is due to", "is expected to"."""
    adverbs: Mapping[str, Modality]
    condition_marks: frozenset[str]
    negations: frozenset[str]
    """Words that negate the clause when they hang on its verb, or stand as or before its subject or object."""
    negation_undone: frozenset[str]
    """Words after which a negation negates nothing: "not only"."""
    judging_modals: frozenset[str]
    """Auxiliaries of what ought to be: "should"."""
    judging_verbs: frozenset[str]
    """"hope", "deserve"."""
    judging_words: frozenset[str]
    """Adjectives that judge, as a predicate, and adverbs that judge, on the verb."""
    question_words: frozenset[str]
    """Words that open a question put in other words, beside those that the tagger knows: "whether"."""
    question_mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthRules:
    """What makes an assertion worth a check, and what not. All words are lower case; verbs by lemma."""

    points: Mapping[WorthReason, int]
    """Of 100, for each kind of evidence; below 0 what cannot be looked up."""
    length_points: int
    """For a sentence of 30 words and more, in proportion for a shorter one."""
    measure_words: frozenset[str]
    """Words that make a figure without digits: "half", "million"."""
    uncounted: frozenset[str]
    """Numerals that mostly count nothing: "one of the things"."""
    comparing_words: frozenset[str]
    record_words: frozenset[str]
    """Nouns and adjectives for what public records count or hold: "budget", "jobs", "conviction"."""
    deeds: frozenset[str]
    """Verbs of acts that leave a record: "vote", "cut", "sign", "kill"."""
    sayings: frozenset[str]
    minds: frozenset[str]
    """Verbs of what goes on in a mind."""
    past_helpers: frozenset[str]
    perfect: frozenset[str]
    modals: frozenset[str]
    duties: frozenset[str]
    wishes: frozenset[str]
    conditions: frozenset[str]
    speakers: frozenset[str]
    """Pronouns with which a speaker tells of themselves."""
    empty_subjects: frozenset[str]
    copulas: frozenset[str]
    asides: frozenset[str]
    """Words of talk about the talk: "let me answer that question"."""
    question_marks: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRules:
    """All tables of the claims stage for one language."""

    quantities: QuantityRules
    readings: ReadingRules
    worth: WorthRules
    complementisers: frozenset[str]
    """Words that open a content clause and are no part of the assertion: "that"."""
    dropped_openings: frozenset[str]
    """Conjunctions that may be cut from the head of a clause without changing what it asserts: "as", "after"."""
    relatives: frozenset[str]
    """Relative pronouns as subjects."""
    name_joiners: frozenset[str]
    """Small words inside of proper names: "of", "al", "de"."""
