"""The timeline as data for TimelineJS (version 3), which draws it on a page of the newsroom's own."""

import html
import json
from datetime import datetime, timedelta
from typing import Any

from reporter.model import Assessment, Brief, Grain, Interval, Settings, TimelineEntry
from reporter.rendering.lines import cut, one_line
from reporter.rendering.outputs import FileKind
from reporter.rendering.view import opening_words, published_text
from reporter.wording.dates import edges
from reporter.wording.words import Wording

_LONGEST = 140
"""Characters of the head of a slide; its text has all."""

_FIELDS = {Grain.SECOND: 6, Grain.MINUTE: 5, Grain.HOUR: 5, Grain.QUARTER: 2, Grain.MONTH: 2}
"""How many of year, month, day, hour, minute and second a date has; else the day, or the year alone."""
_YEARS = frozenset({Grain.YEAR, Grain.DECADE, Grain.CENTURY})
_NAMES = ("year", "month", "day", "hour", "minute", "second")


def render_timelinejs(brief: Brief, wording: Wording, settings: Settings) -> bytes:  # noqa: ARG001 - every format is asked alike
    """Every entry with a date, as one object: `title`, `events`, `scale`. All texts are escaped HTML."""
    assessments = {one.claim_id: one for one in brief.assessments}
    title = {
        "unique_id": f"story-{brief.method.input_sha256}",
        "text": {
            "headline": _escaped(brief.article.headline or opening_words(brief.article)),
            "text": _paragraphs(published_text(brief.article.published, wording), wording.titles.disclaimer),
        },
    }
    events = [
        _event(
            number,
            entry,
            entry.interval,
            assessments.get(entry.claim_id or ""),
            wording,
        )
        for number, entry in enumerate(brief.timeline, start=1)
        if entry.interval is not None
    ]
    whole = {"title": title, "events": events, "scale": "human"}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


TIMELINEJS = FileKind(ending="timeline.json", make=render_timelinejs)


def _event(
    number: int,
    entry: TimelineEntry,
    interval: Interval,
    assessment: Assessment | None,
    wording: Wording,
) -> dict[str, Any]:
    labels, titles = wording.labels, wording.titles
    status = None if assessment is None else f"{titles.status}: {labels.of(assessment.status)}"
    whole = one_line(entry.text)
    head = cut(whole, _LONGEST)
    event: dict[str, Any] = {
        "unique_id": f"entry-{number}",
        "start_date": _date(interval, edges(interval)[0]),
        "display_date": _escaped(entry.label),
        "group": _escaped(labels.of(entry.kind)),
        "text": {
            "headline": _escaped(head),
            "text": _paragraphs(whole if whole != head else None, status),
        },
    }
    last = _date(interval, edges(interval)[1] - timedelta(microseconds=1))
    if last != event["start_date"]:
        event["end_date"] = last
    return event


def _date(interval: Interval, moment: datetime) -> dict[str, int]:
    """The fields of a date that the words give: of a month no day, of a day no hour."""
    count = 1 if interval.grain in _YEARS else _FIELDS.get(interval.grain, 3)
    values = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return dict(zip(_NAMES[:count], values, strict=False))


def _paragraphs(*texts: str | None) -> str:
    return "".join(f"<p>{_escaped(text)}</p>" for text in texts if text)


def _escaped(text: str) -> str:
    return html.escape(one_line(text))
