"""`reporter templates`: a newsroom makes a layout of its own, and is told what is wrong with it."""

from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, reporter

pytestmark = pytest.mark.slow

FIRE = EXAMPLES / "harbour-fire.txt"


def test_the_layouts_are_listed() -> None:
    assert reporter("templates", "list").lines == ["brief", "checklist", "one-page"]


def test_a_copied_layout_is_checked_and_used(tmp_path: Path) -> None:
    copied = reporter("templates", "copy", "checklist", "--to", tmp_path)
    page = Path(copied.lines[0])
    page.write_text(page.read_text().replace("{{ titles.checklist }}", "The Harbour Gazette"))
    checked = reporter("templates", "check", FIRE, "--templates", tmp_path)
    made = reporter(
        "brief", "-q", "--format", "html", "--template", "checklist", "--templates", tmp_path, "--out", tmp_path, FIRE
    )

    assert (checked.code, checked.err) == (0, "")
    assert checked.lines == [
        "brief  html  good",
        "brief  pdf  good",
        "checklist  html  good",
        "checklist  pdf  good",
        "one-page  html  good",
        "one-page  pdf  good",
        "brief  md  good",
        "mail  mail  good",
    ]
    assert "The Harbour Gazette" in Path(made.lines[0]).read_text()


def test_a_fault_is_told_with_its_layout_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "brief").mkdir()
    (tmp_path / "brief" / "check.html.j2").write_text("\n{{ no_such_name }}")
    done = reporter("templates", "check", FIRE, "--templates", tmp_path)

    assert done.code == 1
    assert "brief, html: The template check.html.j2, line 2 cannot be rendered" in done.err
    assert "one-page  html  good" in done.lines


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["copy"], "needs the name of a template"),
        (["copy", "one-page"], "needs --to and a folder"),
        (["copy", "letter", "--to", "x"], "There is no template 'letter'"),
        (["check"], "needs a story or a brief"),
    ],
)
def test_what_is_missing_is_told(arguments: list[str], words: str) -> None:
    done = reporter("templates", *arguments)

    assert done.code == 2
    assert words in done.err
