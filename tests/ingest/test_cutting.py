"""Paragraphs by lines, or by blank lines and indentation where lines were wrapped."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.ingest.cutting import cut

FIRST = (
    "The county said that six hundred people had been moved from their homes in the night, when smoke from the depot "
    "drifted over the old town and the wind turned to the north."
)
SECOND = (
    "Fire crews from three towns worked until dawn. The chief of the service said that the flames had been stopped "
    "before they reached a second shed, and that nobody else was missing."
)


def words(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in cut(text)]


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    assert words(f"{FIRST}\n{SECOND}\n") == [FIRST, SECOND]


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_joined_between_blank_lines(width: int, line_end: str) -> None:
    text = (textwrap.fill(FIRST, width) + "\n\n" + textwrap.fill(SECOND, width) + "\n").replace("\n", line_end)

    assert words(text) == [FIRST, SECOND]


def test_wrapped_lines_are_joined_between_indented_lines() -> None:
    text = textwrap.fill(FIRST, 70, initial_indent="    ") + "\n" + textwrap.fill(SECOND, 70, initial_indent="    ")

    assert words(text) == [FIRST, SECOND]


def test_a_headline_over_wrapped_lines_stands_alone() -> None:
    text = "Fire at the harbour\nBy Jane Doe\n" + textwrap.fill(FIRST, 70)

    assert words(text) == ["Fire at the harbour", "By Jane Doe", FIRST]


def test_a_dateline_put_before_a_wrapped_line_does_not_hide_the_wrapping() -> None:
    text = "   NAIROBI, Kenya (AP) _ " + textwrap.fill(FIRST, 70) + "\n   " + textwrap.fill(SECOND, 70)

    assert words(text) == [f"NAIROBI, Kenya (AP) _ {FIRST}", SECOND]


def test_short_lines_that_end_their_sentences_are_not_joined() -> None:
    lines = ["We heard two bangs on the fish quay that night.", "Nobody told us what was in the old shed.", "We left."]

    assert words("\n".join(lines)) == lines


def test_blank_lines_may_hold_spaces_and_other_invisible_characters() -> None:
    assert words("One came.\n \t\u00a0\u200b\r\nTwo went.") == ["One came.", "Two went."]


def test_two_short_lines_are_two_paragraphs() -> None:
    assert words("Fire hits port\nBy Jane Doe") == ["Fire hits port", "By Jane Doe"]


@given(st.text(alphabet=st.sampled_from("abC .\n\r\t\u2028\x0c\u00a0\x00“”"), max_size=400))
def test_paragraphs_are_ordered_and_hold_every_letter(text: str) -> None:
    spans = cut(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert "".join(span.of(text) for span in spans if span).replace("\n", "").count("a") == text.count("a")
    assert all(span.of(text) == span.of(text).strip() for span in spans)
