"""The status of a claim is the highest row of the table that holds."""

import pytest

from reporter.languages.en import ENGLISH
from reporter.model import Assessment, Claim, Settings, Status
from reporter.verification import verify
from tests.verification.stories import sample_story, story_of


def assessed(text: str, words: str) -> tuple[Assessment, Claim]:
    """The assessment of the first claim that holds `words`."""
    story = story_of(text)
    _, assessments = verify(story, ENGLISH.verification, Settings())
    by_claim = {assessment.claim_id: assessment for assessment in assessments}
    claim = next(claim for claim in story.claims if words in claim.text)
    return by_claim[claim.id], claim


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        (
            "The blast killed nine people, the police chief Jon Velder said. "
            "The blast killed eleven people, the health ministry said.",
            "nine people",
            Status.CONTRADICTED,
        ),
        (
            "The health ministry said army jets had bombed the clinic in Olsa. "
            "The army denied that jets had bombed the clinic.",
            "bombed the clinic in Olsa",
            Status.DISPUTED,
        ),
        (
            "Mayor Ana Brenn said the guards had opened the gate of the camp. "
            "Jon Velder, who leads the union, said the guards had not opened the gate of the camp.",
            "had opened the gate",
            Status.DISPUTED,
        ),
        (
            "The fire destroyed 30 houses, Mayor Ana Brenn said. The fire destroyed 30 houses, the water company said.",
            "30 houses",
            Status.CORROBORATED,
        ),
        (
            "According to court records, the firm paid the minister 40,000 euros.",
            "paid the minister",
            Status.DOCUMENTED,
        ),
        ("Mayor Ana Brenn said the fire had destroyed 30 houses.", "30 houses", Status.SINGLE_SOURCE_NAMED),
        (
            "A senior official said the minister had signed the letter.",
            "signed the letter",
            Status.SINGLE_SOURCE_UNNAMED,
        ),
        ("Mayor Ana Brenn claimed that the firm had moved the files.", "moved the files", Status.ATTRIBUTED_ONLY),
        ("The bridge was closed in the night.", "closed", Status.UNATTRIBUTED),
        (
            "A fire burned nine boats in the harbour. The report could not be independently verified.",
            "nine boats",
            Status.SELF_DECLARED_UNVERIFIED,
        ),
        (
            "The quake killed 12 people, Mayor Ana Brenn said. The death toll later rose to 40, the governor said.",
            "12 people",
            Status.SUPERSEDED,
        ),
        ("Mayor Ana Brenn said the bridge will be closed on Friday.", "closed", Status.NOT_CHECKABLE),
    ],
)
def test_a_claim_stands_on_the_highest_row_that_holds(text: str, words: str, status: Status) -> None:
    assessment, _ = assessed(text, words)

    assert status is assessment.status
    assert assessment.reasons


def test_a_denial_and_what_it_denies_point_at_each_other() -> None:
    story = story_of(
        "The health ministry said army jets had bombed the clinic in Olsa. "
        "The army denied that jets had bombed the clinic."
    )
    _, (said, denied) = verify(story, ENGLISH.verification, Settings())

    assert (denied.claim_id,) == said.related_claim_ids
    assert (said.claim_id,) == denied.related_claim_ids


def test_two_origins_that_agree_are_counted() -> None:
    assessment, _ = assessed(
        "The fire destroyed 30 houses, Mayor Ana Brenn said. The fire destroyed 30 houses, the water company said.",
        "30 houses",
    )

    assert assessment.origins == 2
    assert "Ana Brenn" in " ".join(assessment.reasons)


def test_two_voices_of_one_government_are_one_origin() -> None:
    assessment, _ = assessed(
        "The Turkish defence ministry said jets had destroyed four depots in Olsa. "
        "The Turkish president said jets had destroyed four depots in Olsa.",
        "four depots",
    )

    assert assessment.status is Status.SINGLE_SOURCE_NAMED
    assert assessment.origins == 1


def test_likeness_of_words_alone_corroborates_nothing() -> None:
    assessment, _ = assessed(
        "Mayor Ana Brenn said the firm had moved the old files to the cellar. "
        "Jon Velder, who leads the union, said the firm had moved the new files to the cellar.",
        "old files",
    )

    assert assessment.status is Status.SINGLE_SOURCE_NAMED


def test_a_machine_never_gives_the_verdict_of_a_person() -> None:
    _, assessments = verify(sample_story(), ENGLISH.verification, Settings())

    assert {Status.VERIFIED_BY_EDITOR, Status.REFUTED_BY_EDITOR}.isdisjoint(a.status for a in assessments)


def test_a_claim_without_a_source_has_no_origin() -> None:
    assessment, _ = assessed("The bridge was closed in the night.", "closed")

    assert assessment.origins == 0
