import io
import sys
from dataclasses import replace

import pytest

from reporter.batch import Outcome
from reporter.cli.summary import print_summary, summary_lines
from reporter.cli.terminal import Terminal
from reporter.model import Brief
from tests.samples import sample_brief


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError


OUTCOME = Outcome(story="dam.txt", brief=sample_brief())


def printed(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, outcome: Outcome = OUTCOME, **more: bool) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    print_summary(outcome, Terminal(**more))
    return stream.getvalue()


def test_it_counts_what_was_found_and_tells_what_to_check_first() -> None:
    brief = sample_brief()
    head, counts, check, *items = summary_lines(brief)

    assert head.startswith("Dam above Karvala gives way, 14 dead (")
    assert f"{len(brief.claims)} claims, {len(brief.sources)} sources, {len(brief.flags)} flags" in counts
    assert "high" in counts
    assert check == "Check first:"
    assert [item.what for item in brief.check_first[:3]] == [item[5:] for item in items]


def test_a_brief_without_findings_says_so_in_two_lines() -> None:
    brief = sample_brief()
    bare = Brief(article=brief.article, method=brief.method, sources=brief.sources[:1])

    assert summary_lines(bare)[1:] == ["0 claims, 1 source, 0 flags"]


def test_a_person_at_a_terminal_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Check first:" in printed(monkeypatch, Screen())


def test_a_log_file_and_who_asked_for_quiet_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, io.StringIO()) == ""
    assert printed(monkeypatch, Screen(), is_quiet=True) == ""


def test_no_colour_is_printed_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b[3" not in printed(monkeypatch, Screen())


def test_a_headline_cannot_act_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    brief = sample_brief()
    evil = replace(brief, article=replace(brief.article, headline="Dam \x1b]0;owned\x07[bold]breaks[/bold]"))
    said = printed(monkeypatch, Screen(), Outcome(story="dam.txt", brief=evil))

    assert "\x1b]0" not in said
    assert "[bold]breaks[/bold]" in said
