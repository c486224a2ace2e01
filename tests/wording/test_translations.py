"""A brief in another language than its story: every translation is whole, and a brief says nothing beside it."""

import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from reporter.errors import UsageError
from reporter.languages import LANGUAGES, language_pack
from reporter.languages.briefs import brief_languages, flag_sentences_of, said_in, wording_of
from reporter.languages.messages import files_of
from reporter.model import Settings
from reporter.rendering import render
from reporter.translation import catalogue, messages, translated
from tests.samples import sample_brief

TRANSLATIONS = [
    pytest.param(code, path, id=f"{code}-{path.stem}")
    for code in LANGUAGES.names
    for path in sorted(language_pack(code).translations.glob("*.po"))
]
SAME = {"run_on": "clears"}
"""Fields that say the same in two ways, of which a language takes one."""


def read(path: Path) -> list[Message]:
    with path.open("rb") as stream:
        return [message for message in read_po(stream, abort_invalid=True) if message.id]


def fields_of(text: str) -> set[str]:
    return {SAME.get(name, name) for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", LANGUAGES.names)
def test_the_translations_are_in_step_with_the_words(code: str) -> None:
    for path, data in files_of(language_pack(code)):
        assert path.read_bytes() == data, f"{path.name}: run python -m reporter.languages.messages"


@pytest.mark.parametrize(("code", "path"), TRANSLATIONS)
def test_a_translation_is_whole(code: str, path: Path) -> None:
    done = {(message.context, message.id) for message in read(path) if message.string and not message.fuzzy}

    if path.stem.split("-")[0] == code:
        assert done <= set(said_in(language_pack(code)))
    else:
        assert done == set(said_in(language_pack(code)))


@pytest.mark.parametrize(("code", "path"), TRANSLATIONS)
def test_a_translation_has_the_fields_of_its_message(code: str, path: Path) -> None:
    assert [
        message.context for message in read(path) if fields_of(str(message.id)) != fields_of(str(message.string))
    ] == []


def test_no_two_messages_share_a_context() -> None:
    contexts = [context for context, _ in said_in(language_pack("en"))]

    assert len(contexts) == len(set(contexts)) > 600


def test_the_story_keeps_its_words() -> None:
    own, german = wording_of("en"), wording_of("en", "de")

    assert german.prose == own.prose
    assert german.dates.signals.keys() == own.dates.signals.keys()
    assert german.dates.range_signals == own.dates.range_signals
    assert german.titles.claims != own.titles.claims
    assert (
        flag_sentences_of("en", "de").clears["ATT-NONE"]
        == "Ein Dokument, ein Zeuge oder ein Link, den der Beitrag nennt."
    )


def test_what_a_brief_says_is_in_its_language_alone() -> None:
    german = wording_of("en", "de")
    page = render(sample_brief(), "html", wording=german, settings=Settings()).decode()
    seen = re.sub(r"<(script|style).*?</\1>|<[^>]+>", "\n", page, flags=re.DOTALL)
    lines = {" ".join(line.split()).rstrip(":") for line in seen.splitlines()}
    english = {text for _, text in messages(language_pack("en").brief.titles, "") if text[:1].isupper()}
    same = {text for _, text in messages(german.titles, "")}

    assert '<html lang="de" dir="ltr">' in page
    assert lines & (english - same) == set()
    assert {german.titles.claims, german.titles.check_first} <= {line.split(":")[0] for line in lines}


def test_the_words_of_the_story_say_their_language() -> None:
    german = render(sample_brief(), "html", wording=wording_of("en", "de"), settings=Settings()).decode()
    american = render(sample_brief(), "html", wording=wording_of("en", "en-US"), settings=Settings()).decode()

    assert re.search(r'<p class="story-text" lang="en"', german)
    assert re.search(r'<h1 lang="en"', german)
    assert american.count(' lang="') == 1


def test_words_of_others_stand_in_the_marks_of_the_language() -> None:
    brief = sample_brief()
    seen = render(brief, "md", wording=wording_of("en", "de"), settings=Settings()).decode()
    cue = next(claim.chain[0].cue for claim in brief.claims if claim.chain)

    assert f"„{cue}“" in seen


@pytest.mark.parametrize(
    ("tag", "claims", "monday"),
    [
        ("en", "Claims", "Mon"),
        ("en-GB", "Claims", "Mon"),
        ("en-US", "Claims", "Mon"),
        ("en-AU", "Claims", "Mon"),
        ("de", "Aussagen", "Mo."),
        ("de-AT", "Aussagen", "Mo."),
    ],
)
def test_a_variety_has_the_words_of_its_language(tag: str, claims: str, monday: str) -> None:
    words = wording_of("en", tag)

    assert (words.language, words.titles.claims, words.dates.weekdays_short[0]) == (tag, claims, monday)


@pytest.mark.parametrize("tag", ["", "xx", "fr", "german", "../de", "DE/de"])
def test_a_language_without_a_translation_is_refused(tag: str) -> None:
    with pytest.raises(UsageError, match=r"does not come in") as caught:
        wording_of("en", tag)

    assert caught.value.remedy == "Choose from: de, en, en-GB, en-US."


def test_the_languages_of_a_brief_are_listed() -> None:
    assert brief_languages(language_pack("en")) == ("de", "en", "en-GB", "en-US")


def test_a_message_that_is_fuzzy_or_missing_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "xx.po"
    file.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgctxt "a.one"\nmsgid "one"\nmsgstr "eins"\n\n'
        '#, fuzzy\nmsgctxt "a.two"\nmsgid "two"\nmsgstr "zwo"\n\n'
        'msgctxt "a.three"\nmsgid "three"\nmsgstr ""\n',
        encoding="utf-8",
    )

    assert translated({"one": "one", "two": "two", "three": "three"}, catalogue(file), "a") == {
        "one": "eins",
        "two": "two",
        "three": "three",
    }
