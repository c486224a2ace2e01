"""Quotation marks are paired as a reader pairs them, whatever the typesetter did."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.attribution.quotes import find_quotations
from tests.attribution.stories import story, written

ELISIONS = ("em", "tis", "n")


def quoted(text: str) -> list[str]:
    return [written(quotation.pieces, text) for quotation in find_quotations(story(text), ELISIONS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "go" and left.', ['"go"']),
        ("She said “go” and left.", ["“go”"]),
        ("She said ``go'' and left.", ["``go''"]),
        ("She said ''go'' and left.", ["''go''"]),
        ("She said «go» and left.", ["«go»"]),
        ("She said „go” and left.", ["„go”"]),
        ("She said „go“ and left.", ["„go“"]),
        ("She said 'go' and left.", ["'go'"]),
        ("She said ‘go’ and left.", ["‘go’"]),
        ("He didn't say it's the players' fault.", []),
        ("Rock 'n' roll in the '70s, tell 'em.", []),
        ("'It's the players' fault,' he said.", ["'It's the players' fault,'"]),
        ("‘We’re off,’ he said. ‘I’m glad.’", ["‘We’re off,’", "‘I’m glad.’"]),
        ("\"He said 'no' and left,\" she said.", ["\"He said 'no' and left,\""]),
        ("'He said \"no\" and left,' she said.", ["'He said \"no\" and left,'"]),
        ('A 6" pipe and an 8" pipe.', []),
        ('An odd mark "here, he said. "And one that closes."', ['"And one that closes."']),
        ('"Open to the end', ['"Open to the end']),
        ("“One.\n“Two.”", ["“One. … “Two.”"]),
        ("“One.\nTwo.", ["“One."]),
        ("She said (“go”), twice.", ["“go”"]),
        ('It was an act—"our way"—of love.', ['"our way"']),
        ("", []),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_title_is_told_from_speech() -> None:
    title, speech = find_quotations(story('He read "The Long Road to the Sea" and said "we will go there at once".'))
    assert title.is_title
    assert title.is_long
    assert not speech.is_title


@pytest.mark.parametrize("piece", ['"a b ', "'a b ", "“a b ", "“a ”b ", "“ 'x ", "'a \"b ", "''a ``b ", "s' '", "«‹ "])
def test_thousands_of_marks_take_no_time(piece: str) -> None:
    started = time.process_time()
    find_quotations(story(piece * 5000))
    assert time.process_time() - started < 5


@given(st.text(alphabet="ab .,'\"“”‘’«»`\n", max_size=200))
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for quotation in find_quotations(story(text)):
        for piece in quotation.pieces:
            assert piece.start >= end
            assert piece.end <= len(text)
            end = piece.end
