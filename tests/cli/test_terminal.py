import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.cli.terminal import Terminal, print_table, printable


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError


@given(st.text())
def test_nothing_that_a_terminal_acts_upon_is_printed(text: str) -> None:
    assert all(character.isprintable() or character in "\n\t" or ord(character) > 0x9F for character in printable(text))


def test_marks_that_turn_the_direction_of_a_line_are_made_visible() -> None:
    assert printable("paid \u202e$100") == "paid \\u202e$100"


def test_words_of_every_script_are_left_as_they_are() -> None:
    assert printable("Élan, Киев, 東京, مصر") == "Élan, Киев, 東京, مصر"


def test_a_table_that_goes_to_a_pipe_is_plain_columns(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("words", "value"), [("Monday", "2026-03-09"), ("last\nweek", "2026-W10")])

    assert capsys.readouterr().out == "words      value\nMonday     2026-03-09\nlast week  2026-W10\n"


def test_a_table_on_a_terminal_is_drawn_without_markup_of_the_storys(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    print_table(("words",), [("[red]Monday[/red]",)])

    assert "[red]Monday[/red]" in screen.getvalue()


def test_a_step_shows_only_where_a_person_looks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, pipe = Screen(), io.StringIO()
    monkeypatch.delenv("TERM", raising=False)
    for stream in (screen, pipe):
        monkeypatch.setattr(sys, "stderr", stream)
        Terminal().step("reading")
        Terminal(is_quiet=True).step("not this")

    assert "reading" in screen.getvalue()
    assert "not this" not in screen.getvalue()
    assert pipe.getvalue() == ""


def test_quiet_leaves_complaints(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(is_quiet=True)
    terminal.note("by the way")
    terminal.complaint("it failed")

    assert capsys.readouterr().err == "it failed\n"
