from dataclasses import replace

import pytest

from reporter.errors import UsageError
from reporter.languages.en import ENGLISH
from reporter.model import Settings, Severity, Span
from reporter.verification import (
    CatalogueRow,
    Detector,
    Finding,
    FlagPack,
    FlagWords,
    Sentences,
    Story,
    installed_flags,
    verify,
)
from reporter.verification.engine import LONGEST_MESSAGE
from reporter.verification.flags import BUILT_IN
from reporter.verification.packs import together
from tests.verification.stories import sample_story

WORDS = ENGLISH.verification


def codes(story: Story, settings: Settings) -> list[str]:
    return [flag.code for flag in verify(story, WORDS, settings)[0]]


def row(code: str) -> CatalogueRow:
    return CatalogueRow(
        code=code,
        severity=Severity.LOW,
        title="a test",
        trigger="Always.",
        ground="House style",
        clears="Nothing.",
        example="Any.",
    )


def pack(*findings: Finding, message: str = "It says {words}.") -> FlagPack:
    def detect(_story: Story, _words: FlagWords) -> tuple[Finding, ...]:
        return findings

    return FlagPack(
        rows=(row("DESK-TEST"),),
        detectors=(Detector(codes=("DESK-TEST",), detect=detect),),
        sentences={"en": {"DESK-TEST": {"plain": Sentences(message=message, question="{words}?")}}},
    )


def finding(*spans: tuple[int, int], words: str = "so", claims: tuple[str, ...] | None = None) -> Finding:
    return Finding(
        code="DESK-TEST",
        spans=tuple(Span(start=start, end=end) for start, end in spans),
        values={"words": words},
        claim_ids=claims,
    )


def test_a_flag_that_is_switched_off_is_not_raised() -> None:
    assert "HED-VERB" in codes(sample_story(), Settings())
    assert "HED-VERB" not in codes(sample_story(), Settings(flags_off=("HED-VERB",)))


def test_a_flag_takes_the_severity_of_the_settings() -> None:
    flags, _ = verify(sample_story(), WORDS, Settings(flag_severity={"HED-VERB": "H"}))

    assert {Severity.HIGH} == {flag.severity for flag in flags if flag.code == "HED-VERB"}


def test_a_flag_takes_the_severity_of_the_catalogue_else() -> None:
    flags, _ = verify(sample_story(), WORDS, Settings())

    for flag in flags:
        assert installed_flags().catalogue.row(flag.code).severity == flag.severity


@pytest.mark.parametrize(
    "settings", [Settings(flags_off=("HED-NOPE",)), Settings(flag_severity={"HED-NOPE": "H"})], ids=["off", "severity"]
)
def test_a_code_that_nobody_knows_is_a_usage_error(settings: Settings) -> None:
    with pytest.raises(UsageError) as caught:
        verify(sample_story(), WORDS, settings)

    assert caught.value.code == "unknown-flag-code"


def test_a_severity_that_does_not_exist_is_a_usage_error() -> None:
    with pytest.raises(UsageError) as caught:
        verify(sample_story(), WORDS, Settings(flag_severity={"HED-VERB": "grave"}))

    assert caught.value.code == "bad-setting"


def test_flags_stand_in_text_order_with_numbers_in_that_order() -> None:
    flags, _ = verify(sample_story(), WORDS, Settings())
    starts = [min((span.start for span in flag.spans), default=-1) for flag in flags]

    assert sorted(starts) == starts
    assert [f"f{n}" for n in range(1, len(flags) + 1)] == [flag.id for flag in flags]


def test_the_same_story_gives_the_same_flags_and_statuses() -> None:
    assert verify(sample_story(), WORDS, Settings()) == verify(sample_story(), WORDS, Settings())


def test_the_order_of_detectors_does_not_matter() -> None:
    reversed_pack = replace(BUILT_IN, detectors=tuple(reversed(BUILT_IN.detectors)))
    expected = verify(sample_story(), WORDS, Settings(), flags=together((BUILT_IN,)))

    assert expected == verify(sample_story(), WORDS, Settings(), flags=together((reversed_pack,)))


def test_spans_lie_inside_the_text_and_claims_exist() -> None:
    story = sample_story()
    flags, assessments = verify(story, WORDS, Settings())
    known = {claim.id for claim in story.claims}

    for flag in flags:
        assert set(flag.claim_ids) <= known
        for span in flag.spans:
            assert span.end <= len(story.text)
            assert span.of(story.text).strip()
    assert [claim.id for claim in story.claims] == [assessment.claim_id for assessment in assessments]


def test_another_package_raises_its_own_flag_with_its_own_words() -> None:
    flags, _ = verify(sample_story(), WORDS, Settings(), flags=together((pack(finding((0, 3), words="Dam")),)))

    assert [(flag.code, flag.message, flag.question) for flag in flags] == [("DESK-TEST", "It says Dam.", "Dam?")]


def test_findings_of_one_code_that_overlap_are_one_flag() -> None:
    own = pack(finding((10, 14)), finding((0, 5), words="first", claims=("c1",)), finding((3, 11), claims=("c2", "c1")))
    flags, _ = verify(sample_story(), WORDS, Settings(), flags=together((own,)))

    assert [((Span(start=0, end=14),), ("c1", "c2"), "It says first.")] == [
        (flag.spans, flag.claim_ids, flag.message) for flag in flags
    ]


def test_findings_that_only_touch_stay_two_flags() -> None:
    flags, _ = verify(sample_story(), WORDS, Settings(), flags=together((pack(finding((0, 5)), finding((5, 9))),)))

    assert [(Span(start=0, end=5),), (Span(start=5, end=9),)] == [flag.spans for flag in flags]


def test_what_concerns_the_whole_story_comes_first() -> None:
    flags, _ = verify(sample_story(), WORDS, Settings(), flags=together((pack(finding((0, 5)), finding()),)))

    assert [(), (Span(start=0, end=5),)] == [flag.spans for flag in flags]


def test_words_of_the_story_are_no_template() -> None:
    flags, _ = verify(
        sample_story(), WORDS, Settings(), flags=together((pack(finding((0, 5), words="{words.__class__} %s {0}")),))
    )

    assert flags[0].message == "It says {words.__class__} %s {0}."


def test_a_long_run_of_words_is_cut_in_the_message() -> None:
    flags, _ = verify(sample_story(), WORDS, Settings(), flags=together((pack(finding((0, 5), words="ab " * 900)),)))

    assert len(flags[0].message) <= LONGEST_MESSAGE
    assert "…" in flags[0].message
