"""An error is two sentences and an exit code, whatever it was."""

import os
import subprocess
from pathlib import Path

import pytest

from reporter.cli import app as cli
from reporter.errors import UsageError
from tests.acceptance.command import COMMAND, environment, reporter

cli.register_commands()  # with `app`, which some tests stand something else in for


def test_an_address_is_refused_with_what_to_do() -> None:
    run = reporter("brief", "https://example.org/story")

    assert (run.code, run.out) == (2, "")
    assert "Save the page" in run.err


def test_a_flag_that_does_not_exist_is_a_usage_error() -> None:
    run = reporter("brief", "--colour", "story.txt")

    assert run.code == 2
    assert "--colour" in run.err


def test_a_format_that_does_not_exist_is_refused_before_any_work() -> None:
    run = reporter("brief", "--format", "odt", "nowhere.txt")

    assert run.code == 2
    assert "'odt'" in run.err
    assert "html" in run.err


def test_a_file_that_is_not_there_is_one_line() -> None:
    run = reporter("brief", "nowhere.txt")

    assert (run.code, run.out) == (1, "")
    assert len(run.err.splitlines()) == 1
    assert "nowhere.txt" in run.err


def test_a_name_with_control_characters_does_not_reach_the_terminal(tmp_path: Path) -> None:
    run = reporter("brief", tmp_path / "\x1b[2Jstory.txt")

    assert run.code == 1
    assert "\x1b" not in run.err


def test_a_name_that_is_no_text_is_one_clear_error(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/st\xffry.txt"
    done = subprocess.run([COMMAND, b"brief", name], capture_output=True, env=environment(), timeout=30, check=False)

    assert done.returncode in {1, 2}
    assert b"Traceback" not in done.stderr
    assert done.stderr


def test_standard_input_cannot_be_two_stories() -> None:
    assert reporter("brief", "-", "-", typed="A story.").code == 2


def test_a_wrong_setting_in_the_environment_is_a_usage_error(tmp_path: Path) -> None:
    run = reporter("doctor", variables={"REPORTER_ZONE": "Mars/Olympus"}, folder=tmp_path)

    assert run.code == 2
    assert "REPORTER_ZONE" in run.err


def test_a_fault_of_ours_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: object) -> None:
        raise KeyError("boom")

    monkeypatch.setattr(cli, "app", broken)
    with pytest.raises(SystemExit) as ended:
        cli.run()
    said = capsys.readouterr().err

    assert ended.value.code == 1
    assert "KeyError" in said
    assert "--debug" in said
    assert "Traceback" not in said


def test_an_error_of_the_family_ends_with_its_own_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def misused(**_: object) -> None:
        raise UsageError("bad-flag", "That was wrong.", "Do this.")

    monkeypatch.setattr(cli, "app", misused)
    with pytest.raises(SystemExit) as ended:
        cli.run()

    assert ended.value.code == 2
    assert capsys.readouterr().err == "reporter: That was wrong. Do this.\n"


def test_debug_shows_where_it_happened() -> None:
    run = reporter("--debug", "brief", "nowhere.txt")

    assert run.code == 1
    assert "Traceback" in run.err


def test_debug_may_stand_after_the_command() -> None:
    assert "Traceback" in reporter("brief", "--debug", "nowhere.txt").err


def test_a_reader_that_goes_away_is_no_fault() -> None:
    done = subprocess.run(
        f"'{COMMAND}' schema | head -c 1", shell=True, capture_output=True, env=environment(), timeout=30, check=False
    )

    assert done.stderr == b""
