from pathlib import Path
from string import Formatter

import pytest

from reporter.errors import UsageError
from reporter.languages.en.verification import FLAG_SENTENCES
from reporter.model import Severity
from reporter.verification import FLAGS, CatalogueRow, Detector, FlagPack, installed_flags
from reporter.verification.documentation import flags_page
from reporter.verification.flags import BUILT_IN
from reporter.verification.packs import together

PAGE = Path(__file__).parents[2] / "docs" / "flags.md"

WORKING = frozenset(
    {
        "ATT-NONE",
        "ATT-PASSIVE",
        "ANON-BARE",
        "ANON-ROLE",
        "SRC-SINGLE",
        "SRC-PARTY",
        "SRC-ONESIDED",
        "SRC-SECOND",
        "HED-VERB",
        "HED-MODAL",
        "HED-SCARE",
        "HED-UNVERIFIED",
        "NUM-NOSRC",
        "NUM-VAGUE",
        "NUM-CLASH",
        "DAT-IMPOSSIBLE",
        "DAT-VAGUE",
        "DAT-UNANCHORED",
        "DAT-FUTURE",
        "NAM-VARIANT",
        "QUO-ORPHAN",
        "CAP-HANDOUT",
        "DUP-TEXT",
    }
)


def test_the_page_for_editors_is_in_step_with_the_catalogue() -> None:
    assert flags_page(together((BUILT_IN,))) == PAGE.read_text(encoding="utf-8")


def test_the_built_in_flags_come_in_through_an_entry_point() -> None:
    assert "built-in" in FLAGS.names
    assert FLAGS.load("built-in") is BUILT_IN


def test_the_flags_of_the_first_version_are_detected() -> None:
    assert installed_flags().detected >= WORKING


def test_every_row_says_everything() -> None:
    for row in BUILT_IN.rows:
        for written in (row.title, row.trigger, row.ground, row.clears, row.example):
            assert written.strip(), row.code


def test_every_flag_that_is_raised_has_sentences_and_none_has_them_in_vain() -> None:
    detected = {code for detector in BUILT_IN.detectors for code in detector.codes}

    assert detected == set(FLAG_SENTENCES.sentences)


def test_templates_name_their_values_plainly() -> None:
    for code, variants in FLAG_SENTENCES.sentences.items():
        for sentences in variants.values():
            for template in (sentences.message, sentences.question or ""):
                for _, name, spec, conversion in Formatter().parse(template):
                    assert name is None or name.isidentifier(), code
                    assert not spec, code
                    assert conversion is None, code


def test_two_rows_with_one_code_are_refused() -> None:
    with pytest.raises(ValueError, match="ATT-NONE"):
        together((BUILT_IN, FlagPack(rows=BUILT_IN.rows[:1])))


def test_a_detector_without_a_row_is_refused() -> None:
    stray = Detector(codes=("XXX-STRAY",), detect=lambda story, words: ())

    with pytest.raises(ValueError, match="XXX-STRAY"):
        together((BUILT_IN, FlagPack(detectors=(stray,))))


def test_an_unknown_code_is_a_usage_error_that_lists_the_codes() -> None:
    with pytest.raises(UsageError) as caught:
        installed_flags().catalogue.row("ATT-NOPE")

    assert caught.value.code == "unknown-flag-code"
    assert "ATT-NONE" in caught.value.remedy


def test_rows_of_another_package_stand_on_the_page() -> None:
    row = CatalogueRow(
        code="DESK-TEST",
        severity=Severity.LOW,
        title="a test",
        trigger="A trigger.",
        ground="House style",
        clears="Nothing.",
        example="An example.",
    )
    page = flags_page(together((BUILT_IN, FlagPack(rows=(row,)))))

    assert "### DESK-TEST (L): a test" in page
    assert "*Not detected yet.*" in page.split("DESK-TEST")[1]
