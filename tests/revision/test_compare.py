"""What two versions of a story say differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.model import ChangeKind, ClaimFate, PieceKind
from reporter.revision.changes import pieces
from tests.revision.versions import brief, kinds, only_change, revised

REST = " The ferry line has served the bay since 1962. Rain is forecast for the coming days."


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("The depot was locked, police said.", "The depot was locked.", ChangeKind.SPEAKER_LOST),
        ("The depot was locked.", "The depot was locked, police said.", ChangeKind.SPEAKER_GAINED),
        ("The depot was locked, police said.", "The depot was locked, Ada Falk said.", ChangeKind.SPEAKER_CHANGED),
        ("The mayor said the depot was locked.", "The mayor denied the depot was locked.", ChangeKind.STANCE),
        ("Police said 12 people were hurt.", "Police said 14 people were hurt.", ChangeKind.FIGURE_CHANGED),
        ("Police said people were hurt at sea.", "Police said 14 people were hurt at sea.", ChangeKind.FIGURE_GAINED),
        ("Police said 14 people were hurt at sea.", "Police said people were hurt at sea.", ChangeKind.FIGURE_LOST),
        ("Police named the driver as Jon Brenn.", "Police named the driver as Ole Brandt.", ChangeKind.NAME_GAINED),
        ("Police named the driver as Jon Brenn.", "Police named the driver as Ole Brandt.", ChangeKind.NAME_LOST),
        ("The depot was sold in March, she said.", "The depot was sold in April, she said.", ChangeKind.DATE_CHANGED),
        ("The depot was locked, police said.", "The depot was not locked, police said.", ChangeKind.NEGATED),
        ("The depot was not locked, police said.", "The depot was locked, police said.", ChangeKind.AFFIRMED),
        ("The fire may have begun in a store.", "The fire had begun in a store.", ChangeKind.FIRMER),
        ("The fire had begun in a store.", "The fire may have begun in a store.", ChangeKind.SOFTER),
        ("The depot was locked.", "The depot was locked, police said.", ChangeKind.STATUS),
        (
            "Falk said the depot, which holds 90 tonnes, was safe.",
            "Falk said the depot, which holds 60 tonnes, was safe.",
            ChangeKind.FIGURE_CHANGED,
        ),
        ("Police said on Monday that it was locked.", "Police said on Friday that it was locked.", ChangeKind.AROUND),
        ("The old depot was locked all day.", "The big depot was locked all day.", ChangeKind.WORDS),
    ],
)
def test_a_change_of_one_claim_is_told_by_its_kind(old: str, new: str, kind: ChangeKind) -> None:
    assert kind in kinds(only_change(old + REST, new + REST))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("The depot was locked, police said.", "The depot was shut, police said.", ChangeKind.SPEAKER_CHANGED),
        ("Police said 12 people were hurt.", "Police said twelve people were hurt.", ChangeKind.FIGURE_CHANGED),
        ("Police held Jon Brenn all day.", "Police held Brenn all day.", ChangeKind.NAME_LOST),
        ("Ada Falk said the depot was locked.", "Falk said the old depot was locked.", ChangeKind.SPEAKER_LOST),
    ],
)
def test_what_is_told_in_other_words_only_is_no_such_change(old: str, new: str, kind: ChangeKind) -> None:
    assert kind not in kinds(only_change(old + REST, new + REST))


def test_claims_are_added_and_dropped_in_their_places() -> None:
    found = revised(
        "The bridge was closed on Monday. Two cranes were sent from Kelm. Trains were late.",
        "The bridge was closed on Monday. Trains were late. A school gave shelter to families.",
    )

    assert [one.fate for one in found.claims] == [
        ClaimFate.KEPT,
        ClaimFate.DROPPED,
        ClaimFate.KEPT,
        ClaimFate.ADDED,
    ]


def test_the_same_story_twice_has_no_change() -> None:
    text = "Police said 12 people were hurt. The mayor denied it." + REST

    assert revised(text, text).is_same


def test_a_claim_that_moved_is_the_same_claim() -> None:
    one, other = "Police said 12 people were hurt at sea.", "The mayor closed the harbour on Monday."

    assert all(found.fate is ClaimFate.KEPT for found in revised(f"{one} {other}", f"{other} {one}").claims)


def test_a_flag_that_comes_with_a_lost_speaker_is_raised_and_the_other_cleared() -> None:
    found = revised("Police said 40 people were hurt at sea." + REST, "Forty people were hurt at sea." + REST)
    raised = {flag.code for flag in found.new.flags if flag.id in found.flags_raised}
    cleared = {flag.code for flag in found.old.flags if flag.id in found.flags_cleared}

    assert "NUM-NOSRC" in raised
    assert "SRC-SINGLE" in cleared


def test_new_and_gone_sources_are_told_by_id() -> None:
    found = revised("Police said the depot was locked." + REST, "Ada Falk said the depot was locked." + REST)

    assert [source.name for source in found.new.sources if source.id in found.sources_gained] == ["Ada Falk"]
    assert [source.name for source in found.old.sources if source.id in found.sources_lost] == ["Police"]


@given(st.lists(st.sampled_from(["men", "held", "12", "14", ",", ".", "'", "Kelm"])), st.lists(st.text(max_size=6)))
def test_the_runs_that_are_not_out_are_the_new_text_and_those_not_in_the_old(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    found = pieces(before, after)

    def squeezed(*kinds: PieceKind) -> str:
        return "".join("".join(piece.text for piece in found if piece.kind in kinds).split())

    assert squeezed(PieceKind.SAME, PieceKind.IN) == "".join(after.split())
    assert squeezed(PieceKind.SAME, PieceKind.OUT) == "".join(before.split())


def test_a_story_of_hundreds_of_claims_that_are_alike_is_compared_claim_by_claim() -> None:
    def story(count: int) -> str:
        return " ".join(f"Police said {number + 2} boats were lost off pier {number}." for number in range(count))

    found = revised(story(200), story(199))

    assert [one.fate for one in found.claims].count(ClaimFate.KEPT) == 199
    assert brief(story(200)).claims[-1].id in {one.old_id for one in found.claims if one.fate is ClaimFate.DROPPED}
