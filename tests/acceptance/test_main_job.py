"""The main job: a story in, a brief out."""

import json
from pathlib import Path

import pytest

from reporter.schema import from_json
from tests.acceptance.command import EXAMPLES, reporter

FIRE = EXAMPLES / "harbour-fire.txt"

UNDATED = "The ferry ran aground on Monday, the coast guard said.\n\nIt was freed today, it said.\n"


@pytest.mark.slow
def test_a_story_with_its_own_date_gives_an_html_and_a_pdf(tmp_path: Path) -> None:
    run = reporter("brief", FIRE, folder=tmp_path)
    html, pdf = (tmp_path / line for line in run.lines[-2:])

    assert (run.code, run.err) == (0, "")
    assert [html.parent.name, html.suffix, pdf.suffix] == ["output", ".html", ".pdf"]
    assert html.read_bytes().lstrip().lower().startswith(b"<!doctype html")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert html.stem.startswith("2024-05-14-fire-at-port-ellery")


@pytest.mark.slow
def test_all_formats_can_be_had_and_the_pdf_comes_last(tmp_path: Path) -> None:
    run = reporter("brief", "--format", "pdf,md,html,json", "--out", tmp_path, FIRE)

    assert [Path(line).suffix for line in run.lines] == [".md", ".json", ".html", ".pdf"]
    assert from_json(Path(run.lines[1]).read_bytes()).article.published is not None


@pytest.mark.slow
def test_the_same_story_gives_the_same_bytes_in_two_processes(tmp_path: Path) -> None:
    formats = ("--format", "html,pdf,json,md")
    first = reporter("brief", *formats, "--out", tmp_path / "a", FIRE, variables={"PYTHONHASHSEED": "1"})
    second = reporter(
        "brief", *formats, "--out", tmp_path / "b", FIRE, variables={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}
    )

    assert 4 == len(first.lines) == len(second.lines)
    for one, other in zip(first.lines, second.lines, strict=True):
        assert Path(one).name == Path(other).name
        assert Path(one).read_bytes() == Path(other).read_bytes()


@pytest.mark.slow
def test_the_time_of_making_can_be_given(tmp_path: Path) -> None:
    run = reporter("brief", "--format", "json", "--out", tmp_path, FIRE, variables={"SOURCE_DATE_EPOCH": "1773360000"})

    assert json.loads(Path(run.lines[0]).read_bytes())["method"]["generated"] == "2026-03-13T00:00:00Z"


@pytest.mark.slow
def test_without_a_date_it_stops_and_says_how_to_go_on(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(UNDATED)
    stopped = reporter("brief", story, folder=tmp_path)

    assert (stopped.code, stopped.out) == (1, "")
    assert "--published" in stopped.err
    assert len(stopped.err.splitlines()) == 1
    assert not (tmp_path / "output").exists()


@pytest.mark.slow
def test_undated_goes_on_and_flags_what_it_cannot_date(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(UNDATED)
    run = reporter("brief", "--undated", "--format", "json", story, folder=tmp_path)
    brief = from_json((tmp_path / run.lines[0]).read_bytes())

    assert run.code == 0
    assert "undated" in Path(run.lines[0]).name
    assert {time.text.lower(): time.value for time in brief.times} == {"monday": None, "today": None}
    assert "DAT-UNANCHORED" in {flag.code for flag in brief.flags}


@pytest.mark.slow
@pytest.mark.parametrize("words", ["Monday", "yesterday", "not a date", ""])
def test_a_publication_date_that_is_not_a_date_is_refused(words: str) -> None:
    run = reporter("brief", "--published", words, FIRE)

    assert (run.code, run.out) == (1, "")
    assert "Traceback" not in run.err


@pytest.mark.slow
def test_of_several_stories_the_bad_one_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    run = reporter("brief", "--format", "json", FIRE, empty, EXAMPLES / "bridge-closure.html", folder=tmp_path)

    assert run.code == 3
    assert len(run.lines) == 2
    assert len(run.err.splitlines()) == 1
    assert "empty.txt" in run.err


@pytest.mark.slow
def test_a_story_on_standard_input_is_the_same_story(tmp_path: Path) -> None:
    run = reporter("brief", "--format", "json", "-", folder=tmp_path, typed=FIRE.read_bytes())

    assert "fire" in Path(run.lines[0]).name


@pytest.mark.slow
def test_two_stories_of_one_day_and_headline_get_two_briefs(tmp_path: Path) -> None:
    texts = ("The ferry sank on Monday, the coast guard said.\n", "The ferry was raised on Tuesday, the port said.\n")
    for name, text in zip(("a.txt", "b.txt"), texts, strict=True):
        (tmp_path / name).write_text("Ferry runs aground\n\n" + text)
    run = reporter(
        "brief", "--published", "2026-03-12", "--format", "html,pdf", "a.txt", "b.txt", "a.txt", folder=tmp_path
    )

    assert run.code == 0
    assert len(set(run.lines)) == 4
    assert run.lines[:2] == run.lines[4:]


@pytest.mark.slow
def test_quiet_prints_the_paths_alone(tmp_path: Path) -> None:
    run = reporter("--quiet", "brief", "--format", "json", "--out", tmp_path, FIRE)

    assert (run.err, len(run.lines)) == ("", 1)


@pytest.mark.slow
def test_open_shows_the_brief(tmp_path: Path) -> None:
    shown = tmp_path / "shown"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" >"{shown}"\n')
    browser.chmod(0o755)
    run = reporter(
        "brief", "--open", "--format", "html", "--out", tmp_path / "out", FIRE, variables={"BROWSER": str(browser)}
    )

    assert run.code == 0
    assert shown.read_text() == Path(run.lines[0]).as_uri()


@pytest.mark.slow
def test_dates_lists_what_the_story_names_as_plain_columns() -> None:
    run = reporter("dates", FIRE)
    rows = {line.split("  ")[0]: line for line in run.lines[1:]}

    assert run.lines[0].split() == ["words", "value", "interval", "points", "rule"]
    assert "2024-05-14" in rows["Tuesday"]
    assert "2009-11" in rows["November 2009"]


@pytest.mark.slow
def test_dates_can_be_read_by_a_program_and_explained() -> None:
    found = json.loads(reporter("dates", "--json", FIRE).out)
    explained = reporter("dates", "--explain", FIRE).out

    assert found["published"]["day"] == "2024-05-14"
    for time in found["times"]:
        assert time["proof"]["explanation"] in explained


def test_the_schema_describes_a_brief() -> None:
    schema = json.loads(reporter("schema").out)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"article", "claims", "flags"} <= set(schema["$defs"]["Brief"]["properties"])
