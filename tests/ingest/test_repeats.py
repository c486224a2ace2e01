"""Paragraphs that say again what an earlier one said."""

import time

from hypothesis import given
from hypothesis import strategies as st

from reporter.ingest.repeats import find_repeats
from reporter.languages.en.layout.words import TELLING_WORDS
from tests.ingest.reading import from_text

SAID = "Fire crews from three towns worked until dawn and kept the flames from a second shed, the county said"


def repeats(*texts: str) -> list[int | None]:
    return list(find_repeats(texts, TELLING_WORDS))


def test_the_same_words_repeat_whatever_their_case_and_marks() -> None:
    assert repeats(SAID + ".", SAID.upper() + "!") == [None, 0]


def test_nearly_the_same_words_repeat() -> None:
    assert repeats(SAID, SAID.replace("crews", "teams")) == [None, 0]


def test_a_repeat_names_the_earliest() -> None:
    assert repeats(SAID, SAID + ".", SAID) == [None, 0, 0]


def test_other_words_do_not_repeat() -> None:
    assert repeats(SAID, "Fire crews from three towns left at noon, and the council met in the evening.") == [
        None,
        None,
    ]


def test_a_changed_number_or_a_denial_is_no_repeat() -> None:
    toll = "The county said that 17 people from the old town had been treated for burns or for breathing smoke"

    assert repeats(toll, toll.replace("17", "19")) == [None, None]
    assert repeats(SAID, SAID.replace("three", "four")) == [None, None]
    assert repeats(toll, toll.replace("had been", "had not been")) == [None, None]
    assert repeats(toll, toll.replace("had been", "hadn’t been")) == [None, None]


def test_short_paragraphs_repeat_only_word_for_word() -> None:
    assert repeats("He did not reply.", "She did not reply.", "He did not reply") == [None, None, 0]


def test_a_story_marks_repeats_by_paragraph_number_and_leaves_furniture_alone() -> None:
    article = from_text(f"Fire at the harbour\n{SAID}.\nRead more: A\nRead more: A\nLONDON (AP) — {SAID}.")

    assert [paragraph.repeats for paragraph in article.paragraphs] == [None, None, None, None, 1]


def test_thousands_of_paragraphs_take_seconds() -> None:
    texts = [
        f"The council of ward {'x' * (k % 97)} {k} met on Tuesday and voted on the storage of {k}" for k in range(5000)
    ]
    began = time.process_time()

    assert repeats(*texts) == [None] * 5000
    assert time.process_time() - began < 10


@given(st.lists(st.text(alphabet="ab c1", max_size=40), max_size=12))
def test_a_repeat_always_points_back_to_an_original(texts: list[str]) -> None:
    found = repeats(*texts)

    assert len(found) == len(texts)
    assert all(earlier is None or (earlier < k and found[earlier] is None) for k, earlier in enumerate(found))
