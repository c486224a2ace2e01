"""Who is meant: each marked story of tests/specs/coreference, but for the gaps that are named there."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.programs import program

BENCH = program("coreference")
STORIES: Path = BENCH.STORIES

GAPS: dict[str, dict[str, str]] = json.loads((STORIES / "known-gaps.json").read_text(encoding="utf-8"))
PATHS = sorted(STORIES.glob("*.txt"))


def key(number: int, answer: Any) -> str:
    return f"{number}: {answer.mark.words}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_voice_is_who_it_is_marked_to_be(path: Path) -> None:
    found = BENCH.answers(path.read_text(encoding="utf-8"))
    wrong = {key(number, answer) for number, answer in enumerate(found, 1) if not answer.is_right}

    assert wrong == set(GAPS.get(path.stem, {}))


def test_the_set_is_large_enough_to_measure_with() -> None:
    marks = [mark for path in PATHS for mark in BENCH.unmarked(path.read_text(encoding="utf-8"))[1]]

    assert len(PATHS) >= 15
    assert len(marks) >= 120
    assert sum(mark.kind == "pronoun" for mark in marks) >= 30
