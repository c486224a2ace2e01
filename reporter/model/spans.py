"""Spans: runs of the article's text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A run of the article's text: `[start, end)`, Python character offsets into `Article.text`.

    >>> Span(start=4, end=10).of("The strike")
    'strike'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`. Raises ValueError when there are none."""
    listed = tuple(spans)
    if not listed:
        raise ValueError("no spans to enclose")
    return Span(start=min(span.start for span in listed), end=max(span.end for span in listed))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in text order, with those that touch or overlap joined."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(start=result[-1].start, end=max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
