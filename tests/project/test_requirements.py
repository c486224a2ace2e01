"""The requirement files: every release with its hashes, and no word on where it comes from."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.project.source import ROOT

FILES = ("requirements-pip.txt", "requirements.txt", "requirements-dev.txt")

PINNED = re.compile(r"^([a-z0-9-]+)==\S+( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pinned(file: str) -> set[str]:
    return {match[1] for line in (ROOT / file).read_text().splitlines() if (match := PINNED.match(line))}


@pytest.mark.parametrize("file", FILES)
def test_each_line_is_a_release_or_a_hash_and_none_names_an_index(file: str) -> None:
    lines = (ROOT / file).read_text().splitlines()

    assert [line for line in lines if not PINNED.match(line) and not HASH.match(line)] == []


@pytest.mark.parametrize("file", FILES)
def test_each_release_has_a_hash(file: str) -> None:
    lines = (ROOT / file).read_text().splitlines()

    assert [a for a, b in zip(lines, [*lines[1:], ""], strict=True) if PINNED.match(a) and not HASH.match(b)] == []


def test_the_files_hold_every_dependency_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = project["project"]["optional-dependencies"]
    groups = project["dependency-groups"]
    chosen = [one for extra in ("dkim", "docx", "english", "html", "keyring", "tickets") for one in extras[extra]]
    runtime = [*project["project"]["dependencies"], *chosen, *groups["build"]]

    assert set() == _names(runtime) - pinned("requirements.txt")
    assert set() == _names([*runtime, *groups["dev"]]) - pinned("requirements-dev.txt")


def test_what_both_files_hold_is_the_same_release() -> None:
    def releases(file: Path) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for line in file.read_text().splitlines():
            if match := PINNED.match(line):
                found.setdefault(match[1], set()).add(line.partition(";")[0].rstrip(" \\"))
        return found

    runtime, dev = releases(ROOT / "requirements.txt"), releases(ROOT / "requirements-dev.txt")

    assert runtime == {name: lines for name, lines in dev.items() if name in runtime}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!\[ ;]", requirement)[0] for requirement in requirements}
