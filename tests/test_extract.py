"""The lines of `extract`: order, errors in place, and a fault that stays with its own story."""

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from reporter import extract
from reporter.errors import AnchorError, LanguageError
from reporter.extract import extract_lines, iso_moment, read_lines
from reporter.model import Article, Settings
from reporter.pipeline import Analysis

TEXT = "The ferry sank on Monday, the coast guard said."


class Stages:
    """A pipeline that finds nothing, and fails where a story says so."""

    def __init__(self, *, together: bool = False) -> None:
        self.settings = Settings()
        self._fails_together = together

    def analyse(self, article: Article) -> Analysis:
        if "BROKEN" in article.text:
            raise ZeroDivisionError("by design")
        if "REFUSED" in article.text:
            raise LanguageError("parser-unsuitable", "The parser refused.", "Choose another.")
        return Analysis(
            article=article, parser="", times=(), sources=(), attributions=(), claims=(), flags=(), assessments=()
        )

    def analyse_many(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        listed = list(articles)
        if self._fails_together and any("BROKEN" in article.text for article in listed):
            raise MemoryError
        for article in listed:
            yield self.analyse(article)


def lines_of(*stories: object) -> io.BytesIO:
    return io.BytesIO(
        b"".join(story if isinstance(story, bytes) else json.dumps(story).encode() + b"\n" for story in stories)
    )


def answers(*stories: object, together: bool = False, ahead: int = 4) -> list[dict[str, Any]]:
    stages: Any = Stages(together=together)
    return [json.loads(answer.line) for answer in extract_lines(lines_of(*stories), stages, ahead=ahead)]


def story(identity: object, text: object = TEXT, published: object = "2026-03-12") -> dict[str, object]:
    return {"id": identity, "text": text, "published": published}


def codes(found: list[dict[str, Any]]) -> list[str | None]:
    return [answer["error"]["code"] if "error" in answer else None for answer in found]


def test_an_answer_has_the_five_lists_of_the_contract() -> None:
    (found,) = answers(story("a"))

    assert list(found) == ["id", "times", "attributions", "claims", "flags"]


def test_answers_come_in_the_order_of_the_stories() -> None:
    found = answers(*(story(f"s{number}") for number in range(11)))

    assert [answer["id"] for answer in found] == [f"s{number}" for number in range(11)]


@pytest.mark.parametrize(
    ("line", "identity", "code"),
    [
        (b"{not json}\n", None, "bad-record"),
        (b"[1, 2]\n", None, "bad-record"),
        (b'"a story"\n', None, "bad-record"),
        (b"\xff\xfe{}\n", None, "bad-record"),
        (b'{"id": "x", "text": "\\ud800"}\n', None, "bad-record"),
        (b"[" * 100_000 + b"\n", None, "bad-record"),
        ({"text": TEXT, "published": "2026-03-12"}, None, "bad-record"),
        (story(None), None, "bad-record"),
        (story(True), None, "bad-record"),
        (story(["x"]), None, "bad-record"),
        ({"id": "x", "published": "2026-03-12"}, "x", "bad-record"),
        (story("x", text=None), "x", "bad-record"),
        (story("x", text=7), "x", "bad-record"),
        (story("x", text=""), "x", "not-an-article"),
        (story("x", text=" \n\t "), "x", "not-an-article"),
        (story("x", published="2026-13-45"), "x", "bad-publication-date"),
        (story("x", published="Monday"), "x", "bad-publication-date"),
        (story("x", published="12 March 2026"), "x", "bad-publication-date"),
        (story("x", published=""), "x", "bad-publication-date"),
        (story("x", published=20260312), "x", "bad-record"),
        (story("x", published=None), "x", "no-publication-date"),
        ({**story("x"), "headline": 3}, "x", "bad-record"),
        (story("x", text="BROKEN"), "x", "internal-error"),
        (story("x", text="REFUSED"), "x", "parser-unsuitable"),
    ],
)
def test_a_bad_line_is_told_in_its_place_and_the_rest_goes_on(line: object, identity: str | None, code: str) -> None:
    found = answers(story("before"), line, story("after"))

    assert [answer["id"] for answer in found] == ["before", identity, "after"]
    assert codes(found) == [None, code, None]
    assert found[1]["error"]["message"].count(". ") >= 1


def test_a_failure_of_many_stories_together_costs_only_its_own() -> None:
    found = answers(story(1), story(2, "BROKEN"), story(3), story(4), together=True)

    assert codes(found) == [None, "internal-error", None, None]


def test_a_fault_keeps_what_was_raised_for_debugging() -> None:
    stages: Any = Stages()
    (answer,) = extract_lines(lines_of(story("x", "BROKEN")), stages)

    assert answer.error is not None
    assert isinstance(answer.error.__cause__, ZeroDivisionError)


def test_lines_of_white_space_are_passed_over() -> None:
    assert codes(answers(b"\n", story(1), b"  \r\n", story(2), b"\n")) == [None, None]


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble() -> None:
    line = json.dumps(story("x")).encode()

    assert codes(answers(b"\xef\xbb\xbf" + line + b"\r\n", line)) == [None, None]


def test_a_line_that_is_too_long_is_skipped_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(b"x" * 10 + b"\n" + b"y" * 11 + b"\n" + b"z" * 35 + b"\n" + b"w" * 10)

    assert list(read_lines(stream, longest=10)) == [b"x" * 10, None, None, b"w" * 10]

    monkeypatch.setattr(extract, "LONGEST_LINE", 10)
    monkeypatch.setattr(extract, "read_lines", lambda stream: read_lines(stream, longest=400))
    assert codes(answers(story("x", "long " * 100), story("y"))) == ["too-large", None]


def test_an_answer_is_ready_as_soon_as_its_batch_is() -> None:
    asked: list[int] = []

    def slow_lines() -> Iterator[bytes]:
        for number in range(6):
            asked.append(number)
            yield json.dumps(story(number)).encode() + b"\n"

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self._lines = slow_lines()

        def readline(self, size: int | None = -1) -> bytes:
            return next(self._lines, b"")

    stages: Any = Stages()
    stream: Any = Pipe()
    first = next(extract_lines(stream, stages, ahead=2))

    assert json.loads(first.line)["id"] == 0
    assert asked == [0, 1]


def test_the_last_answer_of_each_batch_says_so() -> None:
    stages: Any = Stages()
    found = list(extract_lines(lines_of(*(story(number) for number in range(5))), stages, ahead=2))

    assert [answer.ends_batch for answer in found] == [False, True, False, True, True]


@pytest.mark.parametrize("written", ["2026-03-12", "2026-03-12T09:30:00", "2026-03-12T09:30:00+01:00"])
def test_an_iso_moment_is_taken_as_it_is(written: str) -> None:
    assert iso_moment(written) == written


def test_what_is_not_iso_is_no_moment() -> None:
    with pytest.raises(AnchorError):
        iso_moment("March 12, 2026")
