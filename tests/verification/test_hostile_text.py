"""Strange text gives flags that point into it, or none; never an error and never a long wait."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reporter.languages.en import ENGLISH
from reporter.model import Article, Paragraph, ParagraphKind, Settings, Span
from reporter.verification import verify
from reporter.verification.flags.names import edits
from reporter.verification.quotes import quotations
from tests.verification.stories import story_of

SECONDS = 60
"""Allowed for a whole story through all stages on a busy machine; measured: under 10."""


@pytest.mark.parametrize(
    "text",
    [
        "Karsa " + '"' * 5000,
        "Karsa " + "“" * 2500 + "”" * 2500,
        "'a " * 3000,
        "said said said " * 400,
        "Nine people died, police said. " * 300,
        "Karsa Karse Karsi Karso Karsu " * 300,
        " ".join(f"Mayor Karsa{chr(97 + n % 26)}{chr(97 + n // 26)} left." for n in range(500)),
        '"We were all alone in the dark water." ' * 200,
        "Of the 9000, " + "12 were red and " * 600 + "3 were blue.",
        "There were " + "12 men, " * 600 + "a total of 9.",
        " ".join(f'"The {n} boats were lost in the dark water of the bay at night," said Orme.' for n in range(150)),
        '"' + "we will not yield " * 900 + '" Orme said. "' + "we shall not yield " * 900 + '" Orme said.',
        "Orme robbed Brenn. Brenn accused Orme of fraud. " * 150,
        "Three boats. (Photo: Jan Tolk)\n\n" + "Nine boats sank. " * 300,
        "a‏‮ b \x00 c",
        "(HO) (HO) (HO)",
        "{words} {0} %s {claim.__class__} said.",
    ],
    ids=[
        "straight",
        "curly",
        "apostrophes",
        "cues",
        "figures",
        "names",
        "near-names",
        "orphans",
        "parts",
        "totals",
        "quotations",
        "long-quotations",
        "accusations",
        "captions",
        "marks",
        "credits",
        "templates",
    ],
)
def test_strange_text_ends_in_flags_that_point_into_it(text: str) -> None:
    began = time.monotonic()
    story = story_of(text)
    flags, assessments = verify(story, ENGLISH.verification, Settings())

    assert time.monotonic() - began < SECONDS
    assert len(assessments) == len(story.claims)
    for flag in flags:
        for span in flag.spans:
            assert 0 <= span.start < span.end <= len(text)


def one_paragraph(text: str) -> Article:
    return Article(
        text=text, language="en", paragraphs=(Paragraph(span=Span(start=0, end=len(text)), kind=ParagraphKind.BODY),)
    )


@given(st.text(alphabet="\"'“”‘’«» ab.\n", max_size=60))
def test_quotations_lie_apart_inside_the_text(text: str) -> None:
    found = quotations(one_paragraph(text))
    end = 0

    for quotation in found:
        assert end <= quotation.outside.start
        assert quotation.outside.contains(quotation.inside)
        end = quotation.outside.end
    assert end <= len(text)


@given(st.text(alphabet="abc", max_size=8), st.text(alphabet="abc", max_size=8))
def test_the_distance_of_names_is_symmetric_and_zero_for_one_name(one: str, other: str) -> None:
    assert edits(one, other, 9) == edits(other, one, 9)
    assert (edits(one, other, 9) == 0) == (one == other)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            (
                "Police said nine people died on Monday.",
                "“We saw it,” said Ana Brenn.",
                "The “terrorist” camp was hit.",
                "It was reported that Karsa fell.",
                "She denied it.",
                "Sources said so.",
                "The toll rose to 40.",
                "",
                "…",
            )
        ),
        max_size=6,
    )
)
def test_any_order_of_sentences_is_read_the_same_twice(sentences: list[str]) -> None:
    text = "\n\n".join(["Karsa is a town.", *sentences])
    first = verify(story_of(text), ENGLISH.verification, Settings())

    assert first == verify(story_of(text), ENGLISH.verification, Settings())
