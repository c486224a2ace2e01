"""What a newsroom sets: its own words, its sources' grades, its parties."""

import pytest

from reporter.errors import UsageError
from reporter.languages.en import ENGLISH
from reporter.model import Flag, Settings, Severity
from reporter.verification import verify
from reporter.verification.newsroom import with_newsroom, word_lists
from tests.verification.stories import story_of

WORDS = ENGLISH.verification


def flags(text: str, **settings: object) -> list[Flag]:
    chosen = Settings(**settings)  # type: ignore[arg-type]
    return list(verify(story_of(text, "2021-03-16", **settings), WORDS, chosen)[0])


def single(text: str, **settings: object) -> Flag:
    return next(flag for flag in flags(text, **settings) if flag.code == "SRC-SINGLE")


def test_a_word_of_the_newsroom_raises_a_flag() -> None:
    text = "A mandarin said the treaty had been torn up."

    assert "ANON-ROLE" not in {flag.code for flag in flags(text)}
    assert "ANON-ROLE" in {flag.code for flag in flags(text, flag_words={"unnamed_roles": ("Mandarin",)})}


def test_a_word_that_is_taken_out_raises_none() -> None:
    text = "The company insisted that the pipe had been sealed."

    assert "HED-VERB" in {flag.code for flag in flags(text)}
    assert "HED-VERB" not in {flag.code for flag in flags(text, flag_words={"doubting_verbs": ("-insist",)})}


def test_without_settings_the_words_are_the_languages_own() -> None:
    assert with_newsroom(WORDS, Settings()) is WORDS


@pytest.mark.parametrize("name", ["doubting_verb", "sentences", "nations", "weekdays"])
def test_a_list_that_does_not_exist_is_refused_with_those_that_do(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        with_newsroom(WORDS, Settings(flag_words={name: ("aver",)}))

    assert caught.value.code == "bad-setting"
    assert "doubting_verbs" in caught.value.remedy


def test_only_lists_of_plain_words_can_be_added_to() -> None:
    assert "doubting_verbs" in word_lists(WORDS)
    assert "verb_families" not in word_lists(WORDS)
    assert "loose_phrases" not in word_lists(WORDS)


TEXT = "The Harbour Board said 40 boats had sunk in the storm."


@pytest.mark.parametrize(
    ("grade", "severity"),
    [("A", Severity.LOW), ("B", Severity.LOW), ("C", Severity.MEDIUM), ("D", Severity.HIGH), ("F", Severity.MEDIUM)],
)
def test_the_grade_of_a_single_source_moves_the_severity(grade: str, severity: Severity) -> None:
    assert severity is single(TEXT, source_grades={"Harbour Board": grade}).severity


def test_a_graded_flag_names_the_grade() -> None:
    message = single(TEXT, source_grades={"harbour board": "E"}).message

    assert "grades the source E: unreliable" in message
    assert "grades" not in single(TEXT).message


def test_a_grade_never_changes_a_status() -> None:
    story = story_of(TEXT)
    plain = verify(story, WORDS, Settings())[1]

    assert plain == verify(story, WORDS, Settings(source_grades={"Harbour Board": "E"}))[1]


def test_a_claim_about_a_name_on_the_same_side_is_a_partys() -> None:
    text = "Tolk Marine said Varden Drilling had sealed the well on Monday."
    one_side = {"Tolk Marine": "operator", "Varden Drilling": "operator"}
    two_sides = {"Tolk Marine": "operator", "Varden Drilling": "state"}

    assert "SRC-PARTY" in {flag.code for flag in flags(text, sides=one_side)}
    assert "SRC-PARTY" not in {flag.code for flag in flags(text, sides=two_sides)}
    assert "SRC-PARTY" not in {flag.code for flag in flags(text)}
