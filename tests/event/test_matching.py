"""How two accounts of one thing stand: each case is two short reports, hours apart, and the ties between them."""

import pytest

from reporter.languages.en import ENGLISH
from reporter.model import Tie
from reporter.verification.accounts import family
from tests.event.stories import event_of
from tests.event.test_properties import made

SLIDE = "The landslide at Tarn Vale killed 19 people, the rescue service said."


def ties(first: str, second: str, hours: int) -> list[Tie]:
    """Those of the matches, the second story published `hours` after the first."""
    one = event_of([made(first, "Alder Post"), made(second, "Birch Herald", hours)])
    return [tie.tie for match in one.matches for tie in match.ties]


@pytest.mark.parametrize(
    ("first", "second", "hours", "expected"),
    [
        # the same number in other words
        (SLIDE, "The slide left 19 people dead, the mayor of Tarn Vale said.", 1, [Tie.AGREES]),
        (SLIDE, "Nineteen people are dead after the slide in Tarn Vale, the mayor said.", 1, [Tie.AGREES]),
        (SLIDE, "At least 15 people died at Tarn Vale, the mayor said.", 1, [Tie.AGREES]),
        (SLIDE, "About 20 people were killed at Tarn Vale, the mayor said.", 1, [Tie.AGREES]),
        # another number, in the same hours and a day later
        (SLIDE, "The slide at Tarn Vale killed 26 people, the hospital said.", 1, [Tie.DIFFERS]),
        (SLIDE, "The slide at Tarn Vale killed 26 people, the hospital said.", 24, [Tie.REPLACES]),
        (SLIDE, "The death toll at Tarn Vale has risen to 26, the hospital said.", 24, [Tie.REPLACES]),
        (SLIDE, "The landslide at Tarn Vale killed 21 people, the rescue service said.", 2, [Tie.REPLACES]),
        # another thing
        (SLIDE, "The landslide at Tarn Vale injured 26 people, the hospital said.", 1, []),
        (SLIDE, "The landslide at Tarn Vale killed 26 horses, the hospital said.", 1, []),
        (SLIDE, "The landslide killed another 26 people in Tarn Vale, the hospital said.", 1, []),
        (SLIDE, "Twenty-six people, 19 of whom were children, lived at Tarn Vale, the mayor said.", 1, []),
        (SLIDE, "In 1931 a slide at Tarn Vale killed 54 people, the chronicle said.", 24, []),
        (SLIDE, "A fire in Ostrel killed 26 people, the hospital of Ostrel said.", 1, []),
        (SLIDE, "The next slide at Tarn Vale could kill 26 people, the hospital said.", 1, []),
        # what has no figure
        (
            "The mayor of Orsk sold the park to Varn Holdings, the Orsk union said.",
            "The mayor did not sell the park to Varn Holdings, the Orsk council said.",
            1,
            [Tie.DENIES],
        ),
        (
            "The mayor of Orsk sold the park to Varn Holdings, the Orsk union said.",
            "The mayor of Orsk sold the park to Varn Holdings on Monday, a clerk said.",
            1,
            [Tie.AGREES],
        ),
        (
            "The mayor of Orsk sold the park to Varn Holdings, the Orsk union said.",
            "The mayor of Orsk sold the town hall to Kell Brothers, the Orsk union said.",
            1,
            [],
        ),
        # likeness of words alone decides nothing
        (
            "The red tram stopped behind the old church for an hour, drivers said.",
            "The blue tram stopped before the new church for a day, riders said.",
            1,
            [],
        ),
    ],
)
def test_two_accounts_stand_as_marked(first: str, second: str, hours: int, expected: list[Tie]) -> None:
    assert ties(first, second, hours) == expected


def test_two_who_speak_for_one_body_are_one_origin() -> None:
    one = event_of(
        [
            made(
                "The slide at Tarn Vale killed 19 people, said Petra Voss, a spokeswoman for the rescue service.", "A"
            ),
            made("The slide at Tarn Vale killed 19 people, the rescue service said.", "B", 1),
            made(
                "The slide at Tarn Vale killed 19 people, Voss said.\n\nPetra Voss speaks for the rescue service.",
                "C",
                2,
            ),
        ]
    )

    assert [match.origins for match in one.matches] == [1]


def test_unnamed_voices_of_two_papers_are_one_origin() -> None:
    one = event_of(
        [
            made("The slide at Tarn Vale killed 19 people, a source said.", "A"),
            made("The slide at Tarn Vale killed 19 people, residents said.", "B", 1),
        ]
    )

    assert [match.origins for match in one.matches] == [1]


def test_what_stories_state_themselves_is_no_origin() -> None:
    one = event_of(
        [
            made("The slide at Tarn Vale killed 19 people.", "A"),
            made("The slide killed 19 people at Tarn Vale.", "B", 1),
        ]
    )

    assert [match.origins for match in one.matches] == [0]


def test_the_verbs_of_aspects_stand_by_their_families() -> None:
    families = ENGLISH.verification.verb_families
    listed = ENGLISH.event.once_verbs | ENGLISH.event.single_doer_verbs

    assert {verb for verb in listed if family(verb, families) != verb} == set()
