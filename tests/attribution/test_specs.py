"""The cases of tests/specs/attribution-*.json: what holds for any implementation."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reporter.model import Attribution, Source
from tests.attribution.stories import read, written

SPECS = sorted((Path(__file__).parents[1] / "specs").glob("attribution-*.json"))


def _cases() -> list[Any]:
    cases = []
    for path in SPECS:
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            marks = [pytest.mark.xfail(reason=case["known_gap"])] if "known_gap" in case else []
            cases.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return cases


def _words(text: str | None) -> list[str]:
    """Words alone: a span with or without its marks, comma or full stop is the same."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", (text or "").lower())


@pytest.mark.parametrize("case", _cases())
def test_the_story_is_attributed_as_the_case_says(case: dict[str, Any]) -> None:
    text = case["text"]
    found, sources = read(text)
    told = "\n".join(_told(each, text) for each in found)
    assert len(found) == len(case["attributions"]), told
    by_id = {source.id: source for source in sources}
    ids = [attribution.id for attribution in found]
    for expected, attribution in zip(case["attributions"], found, strict=True):
        assert _words(written(attribution.source, text)) == _words(expected["source"]), told
        assert set(_words(expected["cue"])) <= set(_words(written(attribution.cue, text))), told
        assert _words(written(attribution.content, text)) == _words(expected["content"]), told
        assert attribution.quote_type == expected["type"], told
        _check_source(expected, attribution, by_id)
        assert attribution.stance == expected.get("stance", attribution.stance)
        if "within" in expected:
            assert attribution.within == ids[expected["within"]]
        if "relay" in expected:
            assert attribution.relay is not None
            assert _name(by_id[attribution.relay].name) == _name(expected["relay"])


def _check_source(expected: dict[str, Any], attribution: Attribution, by_id: dict[str, Source]) -> None:
    source = by_id.get(attribution.source_id or "")
    if not expected.get("unnamed"):
        assert (None if source is None else _name(source.name)) == (
            None if expected["resolves_to"] is None else _name(expected["resolves_to"])
        )
    if "kind" in expected:
        assert source is not None
        assert source.kind == expected["kind"]
    if "roles" in expected:
        assert source is not None
        assert list(source.roles) == expected["roles"]
    if "affiliation" in expected:
        assert source is not None
        assert source.affiliation == expected["affiliation"]
    if expected.get("unnamed"):
        assert source is not None
        assert source.unnamed_because


def _name(name: str) -> list[str]:
    words = _words(name)
    return words[1:] if words[:1] in (["the"], ["a"]) else words


def _told(attribution: Attribution, text: str) -> str:
    parts = (attribution.source, attribution.cue, attribution.content)
    return " | ".join([attribution.frame, *(written(part, text) for part in parts), attribution.quote_type])


def test_there_are_enough_cases() -> None:
    cases = [case for path in SPECS for case in json.loads(path.read_text(encoding="utf-8"))["cases"]]
    assert len(cases) >= 345
    assert sum(not case["attributions"] for case in cases) >= 95
    assert sum("known_gap" in case for case in cases) < 0.03 * len(cases)


def test_every_class_of_mistake_has_three_cases() -> None:
    classes = Counter(
        case["class"]
        for path in SPECS
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]
        if "class" in case
    )

    assert classes
    assert [name for name, count in classes.items() if count < 3] == []
