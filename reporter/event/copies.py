"""The same copy in several stories: runs of words outside quotation marks that two of them share.

Quoted words are left out: two reporters at one press conference write down the same sentence and are two all the same.
Method: containment of word 5-grams (Broder), the shared ones over those of the shorter story.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reporter.event.tellings import Telling
from reporter.model import Article, Paragraph, ParagraphKind, Span, merged

GRAM = 5
"""Words in a run: fewer are turns of phrase, more break at each word that a desk changed."""

LEAST_SHARE = 0.3
"""Of the shorter story's runs. Between stories that report one event on their own it stays below 0.1; a reprint that is
cut, and has a tenth of its words changed, stays above 0.4 (bench/verification.py, same copy)."""

LEAST_SHARE_CREDITED = 0.1
"""The same where a credit line tells of agencies without naming one."""

FEWEST_RUNS = 12
"""Shared runs below which a short notice shares no more than the facts."""

HOLDERS_AT_MOST = 40
"""Stories that are held against one another for one run; each further one is held against the first few of them, so
that one text sent in 800 times costs 800 times one."""

FIRST_HOLDERS = 4

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two stories have in common, by their places: `share` of the shorter one, 0 to 1, and the runs in each;
    `is_whole` where neither has a run that the other has not."""

    first: int
    second: int
    share: float
    runs: int
    is_whole: bool
    first_spans: tuple[Span, ...]
    second_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """The runs of one story with where each first stands."""

    runs: dict[str, Span]


def overlaps(tellings: Sequence[Telling]) -> tuple[Overlap, ...]:
    """Every two stories that share a run, in the order of their places."""
    copies = [_Copy(runs=_runs(one.article, one.quotations)) for one in tellings]
    holders: dict[str, list[int]] = {}
    for number, copy in enumerate(copies):
        for run in copy.runs:
            holders.setdefault(run, []).append(number)
    shared = Counter(pair for own in holders.values() for pair in _pairs(own))
    return tuple(
        _overlap(first, second, copies[first], copies[second]) for first, second in sorted(shared) if first != second
    )


def _pairs(own: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from combinations(own[:HOLDERS_AT_MOST], 2)
    yield from ((first, later) for later in own[HOLDERS_AT_MOST:] for first in own[:FIRST_HOLDERS])


def copied_share(one: tuple[Article, Sequence[Span]], other: tuple[Article, Sequence[Span]]) -> float:
    """How much of the shorter of two stories, each given with its quotations, stands in the other too, 0 to 1."""
    first, second = _runs(*one), _runs(*other)
    return len(first.keys() & second.keys()) / max(1, min(len(first), len(second)))


def _overlap(first: int, second: int, one: _Copy, other: _Copy) -> Overlap:
    both = one.runs.keys() & other.runs.keys()
    return Overlap(
        first=first,
        second=second,
        share=len(both) / max(1, min(len(one.runs), len(other.runs))),
        runs=len(both),
        is_whole=len(both) == len(one.runs) == len(other.runs),
        first_spans=merged(one.runs[run] for run in both),
        second_spans=merged(other.runs[run] for run in both),
    )


def _runs(article: Article, quotations: Sequence[Span]) -> dict[str, Span]:
    """Where each run of words first stands."""
    found: dict[str, Span] = {}
    for paragraph in article.paragraphs:
        if paragraph.kind is not ParagraphKind.BODY or paragraph.repeats is not None:
            continue
        for piece in _outside(paragraph, quotations):
            matches = list(_WORD.finditer(article.text, piece.start, piece.end))
            plain = [match[0].lower() for match in matches]
            for at in range(len(matches) - GRAM + 1):
                run = " ".join(plain[at : at + GRAM])
                found.setdefault(run, Span(start=matches[at].start(), end=matches[at + GRAM - 1].end()))
    return found


def _outside(paragraph: Paragraph, quotations: Sequence[Span]) -> Iterator[Span]:
    """The parts of a paragraph that are nobody's quoted words, without its dateline."""
    at = paragraph.dateline.end if paragraph.dateline is not None else paragraph.span.start
    for quoted in quotations:
        if quoted.end <= at or quoted.start >= paragraph.span.end:
            continue
        if quoted.start > at:
            yield Span(start=at, end=quoted.start)
        at = max(at, quoted.end)
    if at < paragraph.span.end:
        yield Span(start=at, end=paragraph.span.end)
