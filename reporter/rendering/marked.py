"""The story's own text, cut where claims, flags and times begin and end, so that each run can be marked."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeVar

from reporter.model import Brief, Flag, Paragraph, Span

_MOST_PLACES = 4
"""A flag that points at more places speaks of the story rather than of these words: it is marked at the first."""

LONGEST_BLOCK = 4000
"""Characters of a paragraph that are laid out as one block: the PDF engine's time grows with the square of it."""

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A flag with the letter that ties its note in the margin to the words: a, b, … z, aa, ab …"""

    letter: str
    flag: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that carry the same marks.

    `claims` are claim numbers, `starts` those of them that begin here; `notes` those whose first words end here.
    """

    text: str
    claims: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    flags: tuple[Flag, ...] = ()
    time_id: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedParagraph:
    """A paragraph as runs, with the notes that go in its margin: each flag stands beside where it first points."""

    number: int
    paragraph: Paragraph
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    is_start: bool = True
    """False for a further block of a paragraph that is too long to be laid out as one."""


def marked_story(brief: Brief) -> tuple[MarkedParagraph, ...]:
    """Every paragraph of the story, in order, with all of its characters."""
    claims = [(span, number) for number, claim in enumerate(brief.claims, start=1) for span in claim.spans]
    claim_starts: dict[int, list[int]] = {}
    for number, claim in enumerate(brief.claims, start=1):
        claim_starts.setdefault(claim.spans[0].start, []).append(number)
    flags = [
        (span, flag)
        for flag in brief.flags
        for span in (flag.spans if len(flag.spans) <= _MOST_PLACES else flag.spans[:1])
    ]
    times = [(time.span, time.id) for time in brief.times]
    noted: set[str] = set()
    result = []
    for number, paragraph in enumerate(brief.article.paragraphs, start=1):
        own_claims = [(span, one) for span, one in claims if span.overlaps(paragraph.span)]
        own_flags = [(span, flag) for span, flag in flags if span.overlaps(paragraph.span)]
        own_times = [(span, one) for span, one in times if span.overlaps(paragraph.span)]
        notes: list[Note] = []
        note_ends: dict[int, list[Note]] = {}
        for span, flag in sorted(own_flags, key=lambda pair: pair[0].start):
            if flag.id not in noted:
                noted.add(flag.id)
                notes.append(Note(letter=letter(len(noted)), flag=flag))
                note_ends.setdefault(min(span.end, paragraph.span.end), []).append(notes[-1])
        runs = _runs(brief.article.text, paragraph.span, own_claims, claim_starts, own_flags, own_times, note_ends)
        for part, some in enumerate(_blocks(runs)):
            result.append(
                MarkedParagraph(
                    number=number,
                    paragraph=paragraph,
                    runs=some,
                    notes=tuple(notes) if part == 0 else (),
                    is_start=part == 0,
                )
            )
    return tuple(result)


def _blocks(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """`runs` in blocks of bounded length; one block, mostly."""
    block: list[Run] = []
    room = LONGEST_BLOCK
    for run in runs:
        rest = run
        while len(rest.text) > room:
            block.append(replace(rest, text=rest.text[:room], notes=()))
            yield tuple(block)
            rest = replace(rest, text=rest.text[room:], starts=())
            block, room = [], LONGEST_BLOCK
        block.append(rest)
        room -= len(rest.text)
    yield tuple(block)


def letter(number: int) -> str:
    """The letters of the note with this number, from one.

    >>> letter(1), letter(26), letter(27), letter(703)
    ('a', 'z', 'aa', 'aaa')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _runs(
    text: str,
    whole: Span,
    claims: list[tuple[Span, int]],
    claim_starts: dict[int, list[int]],
    flags: list[tuple[Span, Flag]],
    times: list[tuple[Span, str]],
    note_ends: dict[int, list[Note]],
) -> tuple[Run, ...]:
    edges: dict[int, _Edges] = {whole.start: _Edges(), whole.end: _Edges()}
    for kind, pairs in (("claims", claims), ("flags", flags), ("times", times)):
        for span, one in pairs:
            begin, end = max(span.start, whole.start), min(span.end, whole.end)
            if begin < end:
                getattr(edges.setdefault(begin, _Edges()), kind)[0].append(one)
                getattr(edges.setdefault(end, _Edges()), kind)[1].append(one)
    open_claims: list[int] = []
    open_flags: list[Flag] = []
    open_times: list[str] = []
    runs = []
    for start, end in pairwise(sorted(edges)):
        here = edges[start]
        _step(open_claims, here.claims)
        _step(open_flags, here.flags)
        _step(open_times, here.times)
        runs.append(
            Run(
                text=text[start:end],
                claims=tuple(sorted(set(open_claims))),
                starts=tuple(claim_starts.get(start, ())),
                flags=tuple({flag.id: flag for flag in open_flags}.values()),
                time_id=open_times[0] if open_times else None,
                notes=tuple(note_ends.get(end, ())),
            )
        )
    return tuple(runs)


@dataclass(slots=True)
class _Edges:
    """What begins and what ends at one character, by kind."""

    claims: tuple[list[int], list[int]] = field(default_factory=lambda: ([], []))
    flags: tuple[list[Flag], list[Flag]] = field(default_factory=lambda: ([], []))
    times: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))


def _step(active: list[_One], edges: tuple[list[_One], list[_One]]) -> None:
    for one in edges[1]:
        active.remove(one)
    active.extend(edges[0])
