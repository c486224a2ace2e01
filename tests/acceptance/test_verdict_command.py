"""`reporter verdict`: a person's finding, kept beside the story and shown by the next brief."""

import json
import shutil
from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, Run, reporter

pytestmark = pytest.mark.slow

KILLED = "Two dock workers were killed"
GIVEN = ("--verdict", "verified", "--by", "Ada Lorne", "--evidence", "the board's register")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLES / "harbour-fire.txt", tmp_path))


def file_of(story: Path) -> Path:
    return story.with_name(f"{story.name}.verdicts.yaml")


def brief_of(story: Path) -> tuple[Run, dict[str, dict[str, object]]]:
    """The run, and the assessments by the words of their claims."""
    run = reporter("brief", "--format", "json", "--out", story.parent / "out", story)
    data = json.loads(Path(run.lines[-1]).read_text())
    words = {claim["id"]: claim["text"] for claim in data["claims"]}
    return run, {words[one["claim_id"]]: one for one in data["assessments"]}


def test_a_verdict_is_written_and_the_next_brief_shows_it(story: Path) -> None:
    given = reporter("verdict", story, "3", *GIVEN, "--when", "2024-05-15T09:30+01:00")
    run, assessments = brief_of(story)

    assert (given.code, given.err) == (0, "")
    assert given.lines[-1] == str(file_of(story))
    assert run.code == 0
    assert assessments[KILLED]["status"] == "verified-by-editor"
    assert assessments[KILLED]["verdict"] == {
        "claim": KILLED,
        "verdict": "verified",
        "by": "Ada Lorne",
        "when": "2024-05-15T09:30:00+01:00",
        "evidence": ["the board's register"],
        "source": "Sorrel County Health Board",
    }


@pytest.mark.parametrize("name", ["3", "c3", "two dock workers  were killed."])
def test_a_claim_is_named_by_number_id_or_words(story: Path, name: str) -> None:
    run = reporter("verdict", story, name, *GIVEN)

    assert run.code == 0
    assert KILLED in run.lines[0]


def test_changed_words_reopen_it(story: Path) -> None:
    reporter("verdict", story, "3", *GIVEN)
    story.write_text(story.read_text().replace(KILLED, "Three dock workers were killed"))
    _, assessments = brief_of(story)
    changed = assessments["Three dock workers were killed"]

    assert changed["status"] == "single-source, named"
    assert changed["verdict"] is None
    assert KILLED in str(changed["reasons"])


def test_a_verdict_on_no_claim_is_named_on_standard_error(story: Path) -> None:
    reporter("verdict", story, "3", *GIVEN)
    file_of(story).write_text(file_of(story).read_text().replace(KILLED, "A comet passed overhead"))
    run, _ = brief_of(story)

    assert run.code == 0
    assert "A comet passed overhead" in run.err


def test_each_story_of_an_event_has_its_own_file(tmp_path: Path) -> None:
    stories = [Path(shutil.copy(EXAMPLES / f"market-hall-{name}.html", tmp_path)) for name in ("echo", "radio")]
    assert reporter("verdict", stories[1], "1", *GIVEN).code == 0
    run = reporter("brief", "-q", "--format", "json", "--out", tmp_path / "out", *stories)
    data = json.loads(Path(run.lines[-1]).read_text())
    ruled = [
        story["brief"]["article"]["source_name"]
        for story in data["stories"]
        for one in story["brief"]["assessments"]
        if one["verdict"] is not None
    ]

    assert run.code == 0
    assert ruled == ["market-hall-radio.html"]


def test_a_broken_file_stops_the_brief_with_one_line(story: Path) -> None:
    file_of(story).write_text("- claim: something\n  verdict: verified\n")
    run = reporter("brief", "--format", "json", "--out", story.parent / "out", story)

    assert (run.code, run.out) == (1, "")
    assert len(run.err.splitlines()) == 1
    assert "entry 1" in run.err
    assert "'by'" in run.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("999", *GIVEN), "claims 1 to"),
        (("0", *GIVEN), "claims 1 to"),
        (("Three dock workers were killed", *GIVEN), "Nearest is 3"),
        (("3", "--verdict", "maybe", "--by", "Ada", "--evidence", "x"), "verified, refuted"),
        (("3", "--verdict", "verified", "--by", " ", "--evidence", "x"), "--by"),
        (("3", "--verdict", "verified", "--by", "Ada", "--evidence", ""), "--evidence"),
        (("3", "--verdict", "verified", "--by", "Ada"), "--evidence"),
        (("3", *GIVEN, "--when", "2024-05-15T09:30"), "zone"),
    ],
)
def test_what_cannot_be_a_verdict_is_refused_and_nothing_is_written(
    story: Path, arguments: tuple[str, ...], said: str
) -> None:
    run = reporter("verdict", story, *arguments)

    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert not file_of(story).exists()


def test_standard_input_has_no_file_beside_it() -> None:
    assert reporter("verdict", "-", "1", *GIVEN, typed="A story.").code == 2
