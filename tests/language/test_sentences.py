"""Sentence starts, held against the quotation marks."""

import pytest

from reporter.language.sentences import sentence_starts


def starts(*words: str) -> list[str]:
    """The first word of each sentence; a bar before a word is the parser's guess that a sentence begins there."""
    listed = [(word.removeprefix("|"), word.startswith("|")) for word in words]
    return [word for (word, _), begins in zip(listed, sentence_starts(listed), strict=True) if begins]


@pytest.mark.parametrize("mark", ["”", "’", "»", "''", ")"])
def test_a_closing_mark_stays_with_the_sentence_that_it_closes(mark: str) -> None:
    assert starts("|We", "stay", ".", f"|{mark}", "He", "left", ".") == ["We", "He"]


def test_a_closing_mark_is_followed_by_a_sentence_only_where_one_was_guessed() -> None:
    assert starts("|We", "stay", ",", "”", "he", "said", ".") == ["We"]


def test_a_straight_mark_closes_when_one_is_open() -> None:
    assert starts('|"', "We", "stay", ".", '|"', "He", "left", ".") == ['"', "He"]


def test_a_straight_mark_opens_when_none_is_open() -> None:
    assert starts("|He", "left", ".", '|"', "We", "stay", ".", '"') == ["He", '"']


def test_two_closing_marks_in_a_row_both_stay() -> None:
    assert starts("|We", "stay", ".", "|’", "|”", "He", "left", ".") == ["We", "He"]


def test_a_paragraph_of_marks_alone_is_one_sentence() -> None:
    assert starts("|”", "|”", "|”") == ["”"]


def test_nothing_has_no_sentences() -> None:
    assert sentence_starts([]) == []
