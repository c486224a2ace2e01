"""Quotation marks, paired within a paragraph: which characters stand between them.

Flags ask for two things of them: short runs in quotation marks (scare quotes) and whether a word is somebody's own.
"""

import re
from dataclasses import dataclass

from reporter.model import Article, Span

_CURLY = {"“": "”", "„": "”", "«": "»", "‘": "’", "‹": "›"}
_STRAIGHT = '"'
_TWO_SINGLES = "''"
_SINGLE = "'"
_OPENING = re.compile("[" + "".join(_CURLY) + _STRAIGHT + _SINGLE + "]")
_LONGEST_SINGLE = 600
"""Characters after which a single mark that was never closed is taken for an apostrophe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A run between quotation marks: `inside` without them, `outside` with them. `is_closed` is false where the
    paragraph ended first (a quotation that goes on in the next)."""

    inside: Span
    outside: Span
    is_closed: bool


def quotations(article: Article) -> tuple[Quotation, ...]:
    """The outermost quotations of every paragraph that has prose, in text order."""
    found: list[Quotation] = []
    for paragraph in article.paragraphs:
        if paragraph.has_prose:
            found.extend(_paired(article.text, paragraph.span))
    return tuple(found)


def _paired(text: str, run: Span) -> list[Quotation]:
    found: list[Quotation] = []
    at = run.start
    while (mark := _OPENING.search(text, at, run.end)) is not None:
        at = mark.start()
        closing = _closing_for(text, at, run)
        if closing is None:
            at += 1
            continue
        end = _find_close(text, at + len(closing), run, closing)
        is_single = closing in (_SINGLE, "’")
        if end is None and is_single:
            at += 1
            continue
        width = len(closing)
        stop = run.end if end is None else end
        found.append(
            Quotation(
                inside=Span(start=min(at + width, stop), end=stop),
                outside=Span(start=at, end=stop if end is None else end + width),
                is_closed=end is not None,
            )
        )
        at = stop + width
    return found


def _closing_for(text: str, at: int, run: Span) -> str | None:
    """The mark that would close a quotation opened at `at`; None if nothing opens there."""
    mark = text[at]
    if mark in _CURLY:
        return _CURLY[mark]
    if mark == _STRAIGHT:
        return _STRAIGHT
    if text.startswith(_TWO_SINGLES, at) and at + 2 < run.end:
        return _TWO_SINGLES
    if mark == _SINGLE and _opens_single(text, at, run):
        return _SINGLE
    return None


def _opens_single(text: str, at: int, run: Span) -> bool:
    is_after_gap = at == run.start or text[at - 1].isspace() or text[at - 1] in "([—–-"
    return is_after_gap and at + 1 < run.end and text[at + 1].isalpha()


def _find_close(text: str, start: int, run: Span, closing: str) -> int | None:
    limit = run.end if closing not in (_SINGLE, "’") else min(run.end, start + _LONGEST_SINGLE)
    at = text.find(closing, start, limit)
    while at >= 0:
        if closing not in (_SINGLE, "’") or not (at + 1 < run.end and text[at + 1].isalnum()):
            return at
        at = text.find(closing, at + 1, limit)
    return None
