"""The cases of tests/specs/flags*.json: made-up stories through the whole library.

A case is a story with `[[…]]` around every run that the flag must point at; "fires" and "never" are lists of them.
`known_gap` says why a case does not hold yet: it must then fail, so that a gap that closes announces itself.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reporter.model import Flag, Span, merged
from reporter.verification import installed_flags
from tests.verification.stories import verified

SPECS = Path(__file__).parent.parent / "specs"


class Case(NamedTuple):
    code: str
    text: str
    expected: tuple[Span, ...]
    published: str | None
    known_gap: str | None
    name: str


def _cases() -> Iterator[Case]:
    for path in sorted(SPECS.glob("flags*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            for kind in ("fires", "never"):
                for number, written in enumerate(entry[kind], start=1):
                    case: dict[str, Any] = {"story": written} if isinstance(written, str) else written
                    text, expected = _unmarked(case["story"])
                    yield Case(
                        code=entry["code"],
                        text=text,
                        expected=expected,
                        published=case.get("published", entry["published"]),
                        known_gap=case.get("known_gap"),
                        name=f"{entry['code']}-{kind}-{number}",
                    )


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    text, spans, rest = "", [], marked
    while "[[" in rest:
        before, _, rest = rest.partition("[[")
        inside, closing, rest = rest.partition("]]")
        assert closing, f"a mark is not closed: {marked}"
        text += before
        spans.append(Span(start=len(text), end=len(text) + len(inside)))
        text += inside
    return text + rest, merged(spans)


CASES = tuple(_cases())


@cache
def raised(text: str, published: str | None) -> tuple[Flag, ...]:
    return verified(text, published)[0]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_flag_points_at_exactly_the_marked_words(case: Case, request: pytest.FixtureRequest) -> None:
    if case.known_gap is not None:
        request.applymarker(pytest.mark.xfail(reason=case.known_gap, strict=True))
    flags = raised(case.text, case.published)
    found = merged(span for flag in flags if flag.code == case.code for span in flag.spans)

    assert [span.of(case.text) for span in case.expected] == [span.of(case.text) for span in found]
    assert case.expected == found


OVER_SEVERAL_STORIES = {"IND-COPY", "IND-QUOTE", "SRC-LOOP"}
"""One story cannot show these; tests/event holds their cases."""


def test_every_working_flag_has_five_cases_of_each_kind() -> None:
    fires: dict[str, int] = {}
    never: dict[str, int] = {}
    for case in CASES:
        kind = fires if case.expected else never
        kind[case.code] = kind.get(case.code, 0) + 1
    for code in installed_flags().detected - OVER_SEVERAL_STORIES:
        assert fires.get(code, 0) >= 5, code
        assert never.get(code, 0) >= 5, code
