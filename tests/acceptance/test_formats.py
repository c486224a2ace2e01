"""Every way out of a brief, as a user types it."""

import json
from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, reporter

FIRE = EXAMPLES / "harbour-fire.txt"
FORMATS = ("--format", "csv,docx,ics,json,mail,timelinejs")
ENDINGS = [".csv", ".docx", ".ics", ".json", ".mail.html", ".mail.txt", ".timeline.json"]


def ending(path: str) -> str:
    return path.removeprefix(str(Path(path).with_name(Path(path).name.partition(".")[0])))


@pytest.mark.slow
def test_each_format_gives_a_file_and_the_same_bytes_in_two_processes(tmp_path: Path) -> None:
    first = reporter("brief", *FORMATS, "--out", tmp_path / "a", FIRE, variables={"PYTHONHASHSEED": "1"})
    second = reporter(
        "brief", *FORMATS, "--out", tmp_path / "b", FIRE, variables={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}
    )

    assert [ending(line) for line in first.lines] == ENDINGS
    for one, other in zip(first.lines, second.lines, strict=True):
        assert Path(one).read_bytes() == Path(other).read_bytes()


@pytest.mark.slow
def test_made_again_they_take_the_place_of_the_first_and_render_makes_them_too(tmp_path: Path) -> None:
    first = reporter("brief", *FORMATS, "--out", tmp_path, FIRE)
    made = {path: Path(path).read_bytes() for path in first.lines}
    story_json = next(path for path in first.lines if path.endswith(".json") and ".timeline" not in path)
    again = reporter("render", *FORMATS, "--out", tmp_path, story_json)

    assert sorted(first.lines) == sorted(again.lines)
    assert made == {path: Path(path).read_bytes() for path in again.lines}
    assert len(list(tmp_path.iterdir())) == len(ENDINGS)


@pytest.mark.slow
def test_a_wrong_format_names_those_that_there_are() -> None:
    run = reporter("brief", "--format", "odt", FIRE)

    assert run.code == 2
    assert "csv, docx, html, ics, json, mail, md, pdf, timelinejs" in run.err


@pytest.mark.slow
def test_an_event_says_which_formats_it_comes_in(tmp_path: Path) -> None:
    stories = sorted(EXAMPLES.glob("market-hall-*.html"))
    run = reporter("brief", "--format", "csv", "--together", "--out", tmp_path, *stories)

    assert run.code != 0
    assert "html, pdf, json, md" in run.err
    assert "--apart" in run.err


@pytest.mark.slow
def test_the_timeline_of_a_story_is_json(tmp_path: Path) -> None:
    run = reporter("brief", "--format", "timelinejs", "--out", tmp_path, FIRE)

    assert json.loads(Path(run.lines[0]).read_bytes())["events"]
