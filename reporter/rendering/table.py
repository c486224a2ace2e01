"""The claims as a table for a spreadsheet or a program: CSV, a row a claim.

The file opens with a byte order mark, for Excel takes a CSV without one for the system's old encoding and shows
"CafÃ©"; programs read it with the encoding `utf-8-sig`. Column names and values are fixed words, those of the JSON.
"""

import csv
import io
import re
from collections.abc import Sequence

from reporter.model import Brief, Interval, Settings, Span
from reporter.rendering.lines import one_line
from reporter.rendering.view import ClaimView, ReviewView, TimeView, view_of
from reporter.wording.words import Wording

COLUMNS = (
    "number",
    "id",
    "claim",
    "who",
    "speaks_for",
    "cue",
    "quote_type",
    "said_when",
    "happened_begin",
    "happened_until",
    "status",
    "flags",
    "figures",
    "worthiness",
    "characters",
    "story_sha256",
    "fact_checks",
)

_BETWEEN = "; "
_NONE = "none"
"""Holds the place of what is missing among several things in one cell."""

_FORMULA = re.compile(r"(^|;)(\s*)(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet would begin to reckon: at the head of a cell, or behind the semicolon that some countries' Excel
divides cells at."""


def render_csv(brief: Brief, wording: Wording, settings: Settings) -> bytes:  # noqa: ARG001 - every format is asked alike
    sources = {source.id: source for source in brief.sources}
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in view_of(brief, wording).claims:
        source = sources.get(one.claim.source_id or "")
        row = (
            one.number,
            one.claim.id,
            one.text,
            _BETWEEN.join(reversed([link.name for link in one.chain])),
            (source.affiliation if source is not None else None) or "",
            _BETWEEN.join(reversed([link.cue or _NONE for link in one.chain])),
            one.claim.quote_type.value if one.claim.quote_type is not None else "",
            _BETWEEN.join(_value(time) for time in one.said),
            _edges(one.happened, "begin"),
            _edges(one.happened, "until"),
            one.assessment.status.value if one.assessment is not None else "",
            _BETWEEN.join(_codes(one)),
            _BETWEEN.join(quantity.text for quantity in one.quantities),
            one.claim.worthiness.score if one.claim.worthiness is not None else "",
            _BETWEEN.join(_characters(one.claim.spans)),
            brief.method.input_sha256,
            _BETWEEN.join(_reviewed(review) for review in one.reviews),
        )
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return written.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """`text` as a cell that no spreadsheet reads as a formula: with an apostrophe where one would begin.

    >>> harmless("=HYPERLINK(A1)"), harmless("-5 degrees; +3 later"), harmless("a - b")
    ("'=HYPERLINK(A1)", "'-5 degrees; '+3 later", 'a - b')
    """
    return _FORMULA.sub(r"\1\2'", one_line(text))


def _reviewed(review: ReviewView) -> str:
    """Whose review, their rating as given, and its address."""
    return f"{review.publisher or _NONE}: {review.rating or _NONE} {review.link or _NONE}"


def _value(time: TimeView) -> str:
    """TIMEX3, or the words where they could not be resolved."""
    return time.time.value or f"“{time.words}”"


def _edges(times: Sequence[TimeView], edge: str) -> str:
    return _BETWEEN.join(_edge(time.time.interval, edge) for time in times if len(times) > 1 or time.time.interval)


def _edge(interval: Interval | None, edge: str) -> str:
    if interval is None:
        return _NONE
    return interval.begin_text if edge == "begin" else interval.until_text


def _codes(one: ClaimView) -> list[str]:
    flags = [*one.flags, *(flag for flag, _ in one.flags_told)]
    return [f"{flag.severity.value} {flag.code}" for flag in flags]


def _characters(spans: Sequence[Span]) -> list[str]:
    return [f"{span.start}–{span.end}" for span in spans]
