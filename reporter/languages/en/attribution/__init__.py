"""Attribution in English: the tables, read once from the data files beside this module."""

import tomllib
from importlib.resources import files
from typing import Any

from reporter.attribution.lexicon import Cue, Lexicon, Pronoun, WordClass, read_cues


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


def _phrases(written: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in written)


def _turned(table: dict[str, str]) -> dict[str, str]:
    """{"m": "king prince"} as {"king": "m", "prince": "m"}."""
    return {word: value for value, words in table.items() for word in words.split()}


def _country(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split())


def _pronoun(written: str) -> Pronoun:
    person, gender, number = written.split()
    return Pronoun(person=int(person), gender=None if gender == "-" else gender, is_plural=number == "plural")


def _read() -> Lexicon:
    folder = files(__name__)
    cues = read_cues(folder.joinpath("cues.tsv").read_text(encoding="utf-8"))
    words: dict[str, Any] = tomllib.loads(folder.joinpath("words.toml").read_text(encoding="utf-8"))

    def of_class(word_class: WordClass) -> dict[str, Cue]:
        return {cue.lemma: cue for cue in cues if cue.word_class is word_class}

    titles = _turned(words["titles"])
    governments = {word: _country(country) for word, country in _turned(words["governments"]).items()}
    nationalities = {word: _country(country) for word, country in _turned(words["nationalities"]).items()}
    return Lexicon(
        verbs=of_class(WordClass.VERB),
        nouns=of_class(WordClass.NOUN),
        adjectives=of_class(WordClass.ADJECTIVE),
        source_prepositions=frozenset(_phrases(words["source_prepositions"])),
        titles={title: None if gender == "any" else gender for title, gender in titles.items()},
        gendered_nouns=_turned(words["gendered_nouns"]),
        first_names=_turned(words["first_names"]),
        pronouns={word: _pronoun(written) for word, written in words["pronouns"].items()},
        governments=governments,
        countries=frozenset(country.lower() for country in {*governments.values(), *nationalities.values()}),
        nationalities=nationalities,
        media_compounds={noun: _words(before) for noun, before in words["media_compounds"].items()},
        unnamed_reasons=_phrases(words["unnamed_reasons"]),
        **{name: _words(words[name]) for name in _LISTS},
    )


_LISTS = (
    "measure_nouns",
    "opinion_nouns",
    "opinion_prepositions",
    "hearsay_adverbs",
    "predicate_prepositions",
    "agent_prepositions",
    "affiliation_prepositions",
    "territorial_nouns",
    "state_nouns",
    "raising_verbs",
    "light_verbs",
    "answer_verbs",
    "request_nouns",
    "summoning_verbs",
    "quoting_verbs",
    "citing_verbs",
    "hearer_prepositions",
    "telling_verbs",
    "adding_verbs",
    "messaging_verbs",
    "manner_nouns",
    "stage_directions",
    "utterance_nouns",
    "written_things",
    "manner_prepositions",
    "complementisers",
    "raising_question_verbs",
    "question_marks",
    "poll_nouns",
    "poll_prepositions",
    "comment_marks",
    "issuing_verbs",
    "role_nouns",
    "office_nouns",
    "organisation_nouns",
    "media_nouns",
    "media_names",
    "document_nouns",
    "collective_nouns",
    "anonymous_nouns",
    "vague_pronouns",
    "relative_pronouns",
    "saying_forms",
    "elisions",
    "articles",
    "possessives",
    "name_particles",
    "expletives",
    "definite_words",
    "person_reference_nouns",
    "time_names",
    "name_joiners",
    "name_signs",
    "plural_possessors",
    "company_words",
    "epithet_nouns",
    "courtesy_titles",
    "named_after_nouns",
    "tail_prepositions",
    "name_suffixes",
    "place_prepositions",
    "role_modifiers",
    "body_adjectives",
    "informed_words",
    "member_words",
    "single_words",
    "member_prepositions",
)

LEXICON = _read()
