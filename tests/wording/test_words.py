"""A language's wording is whole: a label for every value, a string for every title, fields that can be filled."""

import string
from dataclasses import fields
from enum import StrEnum

import pytest

from reporter.languages import LANGUAGES, language_pack
from reporter.model import SourceKind, Status
from reporter.wording.words import Labels, SentenceWording, Titles

LABEL_TABLES = [field.name for field in fields(Labels)]


@pytest.mark.parametrize("code", LANGUAGES.names)
@pytest.mark.parametrize("table", LABEL_TABLES)
def test_every_value_of_an_enumeration_has_a_label(code: str, table: str) -> None:
    labels: dict[StrEnum, str] = getattr(language_pack(code).brief.labels, table)
    kind = type(next(iter(labels)))

    assert set(kind) == labels.keys()
    assert all(labels.values())


@pytest.mark.parametrize("code", LANGUAGES.names)
def test_no_title_is_empty(code: str) -> None:
    titles = language_pack(code).brief.titles

    assert all(getattr(titles, field.name).strip() for field in fields(Titles))


@pytest.mark.parametrize("code", LANGUAGES.names)
def test_sentences_use_only_fields_that_are_filled(code: str) -> None:
    sentences = language_pack(code).brief.sentences
    known = {
        "text",
        "source",
        "outer",
        "publisher",
        "clears",
        "run_on",
        "quotes",
        "count",
        "messages",
        "first",
        "last",
        "reasons",
    }
    used = {
        name
        for field in fields(SentenceWording)
        if isinstance(form := getattr(sentences, field.name), str)
        for _, name, _, _ in string.Formatter().parse(form)
        if name is not None
    }

    assert used <= known


def test_a_value_finds_its_label_by_its_kind() -> None:
    labels = language_pack("en").brief.labels

    assert labels.of(SourceKind.ANONYMOUS) == "unnamed"
    assert labels.of(Status.DISPUTED) == "disputed"


def test_a_value_of_another_kind_has_no_label() -> None:
    class Weather(StrEnum):
        RAIN = "rain"

    with pytest.raises(KeyError):
        language_pack("en").brief.labels.of(Weather.RAIN)
