"""When it was said and when it happened are never mixed."""

import pytest

from reporter.model import Stance
from tests.claims.stories import Says, article, claims, dates

MAYOR = "the mayor"

CASES = (
    # the sentence with its content in brackets, the source, the cue, said on, happened on
    ("[The dam broke on Sunday], the mayor said on Tuesday.", MAYOR, "said", "Tuesday", "Sunday"),
    ("On Monday, the mayor said [the dam had broken].", MAYOR, "said", "Monday", ""),
    ("Saturday, the mayor said [that the dam broke on Friday].", MAYOR, "said", "Saturday", "Friday"),
    ("Yet the mayor said Saturday [that the dam was safe].", MAYOR, "said", "Saturday", ""),
    ("Yet the mayor on Sunday said [the dam was safe].", MAYOR, "said", "Sunday", ""),
    ("Yet the mayor said [the dam was safe].", MAYOR, "said", "", ""),
    ("[“The dam is safe,”] the mayor told reporters on Monday.", MAYOR, "told reporters", "Monday", ""),
    ("Brandt, who resigned on Friday, said [the dam was old].", "Brandt", "said", "", ""),
    (
        "Brandt, whose party won 38 seats on Friday, said [the dam was old].",
        "Brandt, whose party won 38 seats on Friday",
        "said",
        "",
        "",
    ),
    ("A report on Monday said [the dam was old].", "A report on Monday", "said", "Monday", ""),
    ("The league said [on Sunday it would review the case].", "The league", "said", "Sunday", ""),
    ("The league said [Monday's vote was fair].", "The league", "said", "", "Monday"),
    ("According to a report on Monday, [the dam broke on Sunday].", "a report", "According to", "Monday", "Sunday"),
)


@pytest.mark.parametrize(("marked", "source", "cue", "said", "happened"), CASES)
def test_a_date_belongs_to_the_saying_or_to_what_is_said(
    marked: str, source: str, cue: str, said: str, happened: str
) -> None:
    content = marked[marked.index("[") + 1 : marked.index("]")]
    story = article(marked.replace("[", "").replace("]", ""))
    found = claims(story, Says(source=source, cue=cue, content=(content,)))
    claim = next(claim for claim in found if claim.chain)

    assert said.split() == dates(story, claim.said)
    assert happened.split() == dates(story, claim.happened)


def test_the_dates_of_what_the_story_states_itself_are_when_it_happened() -> None:
    story = article("The dam broke on Sunday.")

    assert dates(story, claims(story)[0].happened) == ["Sunday"]
    assert claims(story)[0].said == ()


def test_two_assertions_keep_their_own_dates() -> None:
    story = article("The dam broke on Sunday and the mayor resigned on Monday.")

    assert [dates(story, claim.happened) for claim in claims(story)] == [["Sunday"], ["Monday"]]


def test_an_inner_saying_does_not_inherit_the_outer_date() -> None:
    story = article("Halloran said on Monday that the operator had claimed that the wall was safe.")
    found = claims(
        story,
        Says(source="Halloran", cue="said", content=("that the operator had claimed that the wall was safe",)),
        Says(source="the operator", cue="had claimed", content=("that the wall was safe",), within=1),
    )

    assert [claim.said for claim in found] == [()]


def test_a_belief_that_somebody_tells_of_is_dated_by_the_telling() -> None:
    story = article("On Monday, Halloran repeated that the operator hopes the wall is safe.")
    found = claims(
        story,
        Says(source="Halloran", cue="repeated", content=("that the operator hopes the wall is safe",)),
        Says(source="the operator", cue="hopes", content=("the wall is safe",), within=1, stance=Stance.BELIEVING),
    )

    assert [dates(story, claim.said) for claim in found] == [["Monday"]]


def test_what_a_noun_tells_of_is_dated_by_the_telling() -> None:
    story = article("On Monday, Halloran repeated the operator's readiness to pay.")
    found = claims(
        story,
        Says(source="Halloran", cue="repeated", content=("the operator's readiness to pay",)),
        Says(source="the operator", cue="readiness", content=("to pay",), within=1, stance=Stance.PROMISING),
    )

    assert [dates(story, claim.said) for claim in found] == [["Monday"]]


def test_the_date_of_an_inner_saying_is_not_when_it_happened() -> None:
    story = article("Halloran said that the operator had claimed on Monday that the wall was safe.")
    found = claims(
        story,
        Says(
            source="Halloran", cue="said", content=("that the operator had claimed on Monday that the wall was safe",)
        ),
        Says(source="the operator", cue="had claimed", content=("that the wall was safe",), within=1),
    )

    assert [dates(story, claim.said) for claim in found] == [["Monday"]]
    assert [claim.happened for claim in found] == [()]
