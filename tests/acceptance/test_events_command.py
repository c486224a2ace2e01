"""Several stories of one event: one brief, as a user asks for it."""

from pathlib import Path

import pytest

from reporter.schema import event_from_json, from_json
from tests.acceptance.command import EXAMPLES, reporter

HALL = sorted(EXAMPLES.glob("market-hall-*.html"))
FIRE = EXAMPLES / "harbour-fire.txt"


@pytest.mark.slow
def test_stories_of_one_event_make_one_brief_and_the_others_one_each(tmp_path: Path) -> None:
    run = reporter("brief", "--format", "json", "--out", tmp_path, *HALL[:2], FIRE, *HALL[2:])
    event, fire = (Path(line) for line in run.lines)

    assert run.code == 0
    assert event.name == "2025-01-16-tessel-mourns-three-after-market-collapse-event.json"
    assert len(event_from_json(event.read_bytes()).stories) == 4
    assert from_json(fire.read_bytes()).article.source_name == "harbour-fire.txt"
    assert "market-hall-echo.html" in run.err
    assert "tell of one event" in run.err
    assert "--apart" in run.err


@pytest.mark.slow
def test_apart_makes_a_brief_of_each_and_says_nothing(tmp_path: Path) -> None:
    run = reporter("brief", "--apart", "--format", "json", "--out", tmp_path, *HALL)

    assert (run.code, run.err, len(run.lines)) == (0, "", 4)
    assert all(from_json(Path(line).read_bytes()).flags for line in run.lines)


@pytest.mark.slow
def test_together_makes_one_brief_of_stories_that_have_nothing_in_common(tmp_path: Path) -> None:
    run = reporter("brief", "--together", "--format", "json", "--out", tmp_path, HALL[0], FIRE)
    brief = event_from_json(Path(run.lines[0]).read_bytes())

    assert (run.code, run.err, len(run.lines)) == (0, "", 1)
    assert brief.matches == ()
    assert len(brief.origins) == 2


@pytest.mark.slow
def test_evidence_supports_and_differs_and_has_no_section(tmp_path: Path) -> None:
    echo, later, radio, _ = HALL
    run = reporter("brief", "--format", "json,html", "--out", tmp_path, echo, "--evidence", radio, "--evidence", later)
    brief = event_from_json(Path(run.lines[0]).read_bytes())
    page = Path(run.lines[1]).read_text()

    assert [story.outlet for story in brief.own] == ["Tessel Echo"]
    assert {one.status.value for one in brief.own[0].brief.assessments} >= {"contradicted", "superseded"}
    assert 'id="story-A"' in page
    assert 'id="story-B"' not in page


@pytest.mark.slow
def test_evidence_on_another_event_is_named_and_not_used(tmp_path: Path) -> None:
    run = reporter("brief", "--format", "json", "--out", tmp_path, FIRE, "--evidence", HALL[0])

    assert (run.code, len(run.lines)) == (0, 1)
    assert from_json(Path(run.lines[0]).read_bytes()).article.source_name == "harbour-fire.txt"
    assert "market-hall-echo.html tells of none of these stories' events" in run.err


@pytest.mark.slow
def test_empty_evidence_is_named_and_the_story_goes_on(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    run = reporter("brief", "--format", "json", "--out", tmp_path, FIRE, "--evidence", empty)

    assert (run.code, len(run.lines)) == (3, 1)
    assert "empty.txt" in run.err


@pytest.mark.slow
def test_the_same_event_gives_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    formats = ("--format", "html,pdf,json,md")
    first = reporter("brief", *formats, "--out", tmp_path / "a", *HALL, variables={"PYTHONHASHSEED": "1"})
    second = reporter("brief", *formats, "--out", tmp_path / "b", *HALL[::-1], variables={"PYTHONHASHSEED": "2"})

    assert 4 == len(first.lines) == len(second.lines)
    for one, other in zip(first.lines, second.lines, strict=True):
        assert Path(one).name == Path(other).name
        assert Path(one).read_bytes() == Path(other).read_bytes()
