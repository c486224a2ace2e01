"""Which claim a verdict is about, and what becomes of the claim's status."""

from datetime import UTC, datetime, timedelta

import pytest

import reporter
from reporter.model import Assessment, Brief, Ruling, Status, Verdict
from reporter.schema import from_json, to_json
from reporter.verdicts import comparable

STORY = (
    "The ferry Osk sank on Monday, the coastguard said.\n\n"
    "The coastguard said 14 people were pulled from the water.\n\n"
    "Harbour master Lia Venn said the ferry had passed its inspection in May."
)
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def found(words: str, ruling: Ruling = Ruling.VERIFIED, *, source: str | None = None, later: int = 0) -> Verdict:
    return Verdict(
        claim=words,
        source=source,
        verdict=ruling,
        by=f"Ada Lorne {later}" if later else "Ada Lorne",
        when=NOON + timedelta(hours=later),
        evidence=("the log of the coastguard", "https://coast.example/log"),
    )


def brief_with(*verdicts: Verdict, story: str = STORY) -> Brief:
    return reporter.analyse(reporter.read(story, published="2026-03-03"), verdicts=verdicts)


def of(brief: Brief, words: str) -> Assessment:
    (claim,) = [claim for claim in brief.claims if words in claim.text]
    (assessment,) = [one for one in brief.assessments if one.claim_id == claim.id]
    return assessment


@pytest.fixture(scope="module")
def plain() -> Brief:
    return brief_with()


def test_a_verified_claim_names_the_person_the_time_and_the_evidence() -> None:
    verdict = found("14 people were pulled from the water")
    assessment = of(brief_with(verdict), "14 people")

    assert assessment.status is Status.VERIFIED_BY_EDITOR
    assert assessment.verdict == verdict
    assert assessment.reasons[0] == (
        "Verified by Ada Lorne on Tuesday, 3 March 2026, 12:00 (UTC); "
        "evidence: the log of the coastguard; https://coast.example/log."
    )


def test_a_refuted_claim_says_so_and_the_others_stay_as_they_were(plain: Brief) -> None:
    brief = brief_with(found("14 people were pulled from the water", Ruling.REFUTED))

    assert of(brief, "14 people").status is Status.REFUTED_BY_EDITOR
    assert of(brief, "inspection") == of(plain, "inspection")
    assert brief.flags == plain.flags


def test_case_spacing_and_punctuation_do_not_count() -> None:
    brief = brief_with(found("“14 PEOPLE were  pulled, from the water.”"))

    assert of(brief, "14 people").status is Status.VERIFIED_BY_EDITOR


@pytest.mark.parametrize(
    ("one", "other"), [("fell by 5%", "fell by 5"), ("$5", "£5"), ("at -5", "at 5"), ("1.5", "15"), ("5.1", "5 1")]
)
def test_signs_that_change_what_is_said_count(one: str, other: str) -> None:
    assert comparable(one) != comparable(other)


@pytest.mark.parametrize("source", ["coastguard", "the coastguard", "The Coastguard", "the Osk coastguard"])
def test_a_source_is_known_by_fuller_and_shorter_names(source: str) -> None:
    brief = brief_with(found("14 people were pulled from the water", source=source))

    assert of(brief, "14 people").status is Status.VERIFIED_BY_EDITOR


def test_the_same_words_of_another_source_are_reopened(plain: Brief) -> None:
    verdict = found("14 people were pulled from the water", source="Lia Venn")
    assessment = of(brief_with(verdict), "14 people")

    assert assessment.status is of(plain, "14 people").status
    assert assessment.reasons[0] == (
        "Reopened: Ada Lorne verified these words of another source, Lia Venn, on Tuesday, 3 March 2026, 12:00 (UTC)."
    )


def test_changed_words_reopen_the_verdict(plain: Brief) -> None:
    verdict = found("12 people were pulled from the water")
    assessment = of(brief_with(verdict), "14 people")

    assert assessment.status is of(plain, "14 people").status
    assert assessment.verdict is None
    assert assessment.former_verdicts == (verdict,)
    assert assessment.reasons == (
        "Reopened: Ada Lorne verified other words on Tuesday, 3 March 2026, 12:00 (UTC): "
        "“12 people were pulled from the water”.",
        *of(plain, "14 people").reasons,
    )


def test_a_verdict_that_is_near_no_claim_is_kept_and_named() -> None:
    verdict = found("the mayor owns a quarry abroad")
    brief = brief_with(verdict)

    assert brief.unplaced_verdicts == (verdict,)
    assert all(one.verdict is None and one.former_verdicts == () for one in brief.assessments)


@pytest.mark.parametrize("is_turned", [False, True])
def test_of_two_verdicts_the_later_counts_and_the_other_is_listed(is_turned: bool) -> None:
    words = "14 people were pulled from the water"
    first, second = found(words), found(words, Ruling.REFUTED, later=2)
    assessment = of(brief_with(*((second, first) if is_turned else (first, second))), "14 people")

    assert assessment.status is Status.REFUTED_BY_EDITOR
    assert assessment.former_verdicts == (first,)
    assert assessment.reasons[1] == "Before that, Ada Lorne had verified it on Tuesday, 3 March 2026, 12:00 (UTC)."


def test_a_verdict_on_the_new_words_stands_beside_the_one_on_the_old() -> None:
    old, new = found("12 people were pulled from the water"), found("14 people were pulled from the water", later=1)
    brief = brief_with(old, new)

    assert of(brief, "14 people").status is Status.VERIFIED_BY_EDITOR
    assert of(brief, "14 people").former_verdicts == (old,)
    assert brief.unplaced_verdicts == ()


def test_a_brief_with_verdicts_survives_its_json() -> None:
    brief = brief_with(found("14 people were pulled from the water"), found("the mayor owns a quarry abroad"))

    assert from_json(to_json(brief)) == brief


@pytest.mark.parametrize("format_name", ["html", "md"])
@pytest.mark.parametrize("words", ["14 people were pulled from the water", "12 people were pulled from the water"])
def test_a_reader_sees_who_found_what(format_name: str, words: str) -> None:
    page = (
        reporter.render(brief_with(found(words)), format_name)
        .decode()
        .partition("<h2 id")[2 if format_name == "html" else 0]
    )

    assert "Ada Lorne" in page
    assert "3 March 2026" in page


def test_verdicts_do_not_become_markup() -> None:
    verdict = Verdict(
        claim="14 people were pulled from the water",
        verdict=Ruling.VERIFIED,
        by="<script>alert(1)</script>",
        when=NOON,
        evidence=("<img src=x>",),
    )
    page = reporter.render(brief_with(verdict, found("<b>nothing</b> like it at all")), "html").decode()

    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert "<b>nothing" not in page


def test_in_a_brief_of_an_event_each_story_has_its_own_verdicts() -> None:
    from reporter.model import Settings
    from reporter.pipeline import Pipeline

    one = reporter.read(STORY, published="2026-03-03", headline="Ferry sinks", publisher="Gull Post")
    other = reporter.read(
        STORY.replace("14 people", "15 people"), published="2026-03-02", headline="A ferry sinks", publisher="Tern Mail"
    )
    verdict = found("14 people were pulled from the water")
    event = Pipeline(Settings()).event([one, other], verdicts=[(verdict,), ()])
    ruled = [
        [one.verdict for one in story.brief.assessments if one.verdict is not None]
        for story in sorted(event.stories, key=lambda story: story.outlet)
    ]

    assert ruled == [[verdict], []]
