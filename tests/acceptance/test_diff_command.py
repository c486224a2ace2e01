"""`reporter diff`: an editor holds today's version of a story against yesterday's."""

import json
from pathlib import Path

import pytest

from tests.acceptance.command import reporter

pytestmark = pytest.mark.slow

MONDAY = """Crane topples at Kelm yard

KELM, 14 May 2024 - Twelve people were hurt when a crane toppled at a yard in Kelm on Monday, police said.

The mayor, Jon Brenn, said the crane had passed a test in March.
"""
TUESDAY = """Crane topples at Kelm yard

KELM, 15 May 2024 - Fourteen people were hurt when a crane toppled at a yard in Kelm on Monday.

The mayor, Jon Brenn, said the crane had passed a test in March.

A worker said the brakes had failed.
"""


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "monday.txt", tmp_path / "tuesday.txt"
    old.write_text(MONDAY, encoding="utf-8")
    new.write_text(TUESDAY, encoding="utf-8")
    return old, new


def test_changes_are_printed(versions: tuple[Path, Path]) -> None:
    done = reporter("diff", *versions)

    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "1 added · 0 dropped · 1 changed · 1 kept"
    assert "changed  [-Twelve-] {+Fourteen+} people were hurt" in done.out
    assert "No longer attributed: it was said by police, and the story now states it itself." in done.out
    assert "added  {+the brakes had failed+}" in done.out


def test_a_story_and_itself_are_the_same(versions: tuple[Path, Path]) -> None:
    done = reporter("diff", versions[0], versions[0])

    assert done.code == 0
    assert done.lines == ["The two versions make the same claims, by the same sources, with the same flags."]


def test_files_are_written_in_every_format_and_the_same_twice(versions: tuple[Path, Path], tmp_path: Path) -> None:
    runs = [reporter("diff", "--format", "html,pdf,json,md", "--out", tmp_path / name, *versions) for name in "ab"]
    paths = [[Path(line) for line in run.lines] for run in runs]

    assert [run.code for run in runs] == [0, 0]
    assert [path.suffix for path in paths[0]] == [".html", ".pdf", ".json", ".md"]
    for one, other in zip(*paths, strict=True):
        assert one.read_bytes() == other.read_bytes()
    data = json.loads(paths[0][2].read_text(encoding="utf-8"))
    assert [one["fate"] for one in data["claims"]] == ["changed", "kept", "added"]
    assert "<del>Twelve</del> <ins>Fourteen</ins>" in paths[0][0].read_text(encoding="utf-8")


def test_the_json_of_a_brief_serves_as_a_version(versions: tuple[Path, Path], tmp_path: Path) -> None:
    made = reporter("brief", "--format", "json", "--out", tmp_path, versions[0])
    done = reporter("diff", made.lines[0], versions[1])

    assert done.lines[0] == "1 added · 0 dropped · 1 changed · 1 kept"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["missing.txt", "missing.txt"], 1, "missing.txt"),
        (["missing.json", "missing.json"], 1, "cannot be read"),
        (["--format", "docx", "a", "b"], 2, "no format 'docx'"),
        (["-", "-"], 2, "only once"),
    ],
)
def test_what_cannot_be_compared_is_one_clear_error(arguments: list[str], code: int, words: str) -> None:
    done = reporter("diff", *arguments)

    assert (done.code, done.out) == (code, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_a_story_in_the_place_of_a_briefs_json_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text('{"headline": "Crane topples"}', encoding="utf-8")
    done = reporter("diff", path, path)

    assert done.code == 1
    assert "not a brief" in done.err


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text('The mayor said "<script>alert(1)</script> is a joke" on Monday.', encoding="utf-8")
    new.write_text('The mayor said "<img src=x onerror=alert(1)> is a joke" on Monday.', encoding="utf-8")
    flags = ("--published-old", "2024-05-14", "--published-new", "2024-05-15")
    done = reporter("diff", *flags, "--format", "html", "--out", tmp_path, old, new)
    page = Path(done.lines[0]).read_text(encoding="utf-8")

    assert "<script>alert" not in page
    assert "<img src=x" not in page
