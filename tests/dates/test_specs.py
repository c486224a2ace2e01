"""The cases for any implementation under tests/specs: text, publication, the expressions in [brackets], their values.

A case with `known_gap` is one that we do not get right yet: it must fail, so that a gap that closes announces itself.
"""

import json
import re
from pathlib import Path

import pytest

from tests.dates.stories import times

SPECS = Path(__file__).resolve().parents[1] / "specs"
BRACKETED = re.compile(r"\[([^\]]*)\]")


def cases() -> list[object]:
    found = []
    for path in sorted(SPECS.glob("dates_*.json")):
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            marks = [pytest.mark.xfail(reason=case["known_gap"], strict=True)] if "known_gap" in case else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['text']}", marks=marks))
    return found


CASES = cases()


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_found_and_resolved(case: dict[str, object]) -> None:
    bracketed = str(case["text"])
    published = case["published"]
    expected = []
    removed = 0
    for match, value in zip(BRACKETED.finditer(bracketed), case["values"], strict=True):  # type: ignore[call-overload]
        start = match.start() - removed
        expected.append((start, start + len(match[1]), value))
        removed += 2

    found = times(BRACKETED.sub(r"\1", bracketed), None if published is None else str(published))

    assert expected == [(one.span.start, one.span.end, str(one.value)) for one in found]


def test_there_are_enough_cases_and_enough_of_them_hold_nothing() -> None:
    texts = [str(param.values[0]["text"]) for param in CASES]  # type: ignore[attr-defined]

    assert len(texts) >= 300
    assert sum(1 for text in texts if "[" not in text) >= 60
