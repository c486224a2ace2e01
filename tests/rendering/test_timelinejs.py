"""The timeline as data for TimelineJS."""

import json
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from reporter.model import Brief, Grain, Interval, TimelineEntry, TimelineKind
from tests.rendering.conftest import rendered
from tests.rendering.test_html import one_paragraph


def read(brief: Brief) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(rendered(brief, "timelinejs"))
    return data


def entry(begin: str, until: str, grain: Grain, text: str = "The mayor: a vote") -> TimelineEntry:
    interval = Interval(begin=datetime.fromisoformat(begin), until=datetime.fromisoformat(until), grain=grain)
    return TimelineEntry(kind=TimelineKind.HAPPENED, interval=interval, label="then", text=text)


def only(one: TimelineEntry) -> dict[str, Any]:
    [event] = read(replace(one_paragraph("A story."), timeline=(one,)))["events"]
    assert isinstance(event, dict)
    return event


def test_every_entry_with_a_date_is_an_event_that_keeps_its_attribution(brief: Brief) -> None:
    dated = [entry for entry in brief.timeline if entry.interval is not None]
    events = read(brief)["events"]

    assert [one.label for one in dated] == [event["display_date"] for event in events]
    assert [one.text for one in dated] == [event["text"]["headline"] for event in events]


def test_no_two_events_have_one_id(brief: Brief) -> None:
    ids = [event["unique_id"] for event in read(brief)["events"]]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("begin", "until", "grain", "start", "end"),
    [
        ("2014-01-01", "2015-01-01", Grain.YEAR, {"year": 2014}, None),
        ("2010-01-01", "2020-01-01", Grain.DECADE, {"year": 2010}, {"year": 2019}),
        ("2014-02-01", "2014-03-01", Grain.MONTH, {"year": 2014, "month": 2}, None),
        ("2014-01-01", "2014-04-01", Grain.QUARTER, {"year": 2014, "month": 1}, {"year": 2014, "month": 3}),
        ("2014-02-03", "2014-02-04", Grain.DAY, {"year": 2014, "month": 2, "day": 3}, None),
        (
            "2014-02-03",
            "2014-02-10",
            Grain.WEEK,
            {"year": 2014, "month": 2, "day": 3},
            {"year": 2014, "month": 2, "day": 9},
        ),
        (
            "2014-02-03T04:20",
            "2014-02-03T04:21",
            Grain.MINUTE,
            {"year": 2014, "month": 2, "day": 3, "hour": 4, "minute": 20},
            None,
        ),
    ],
)
def test_a_date_is_no_finer_than_the_words(
    begin: str, until: str, grain: Grain, start: dict[str, int], end: dict[str, int] | None
) -> None:
    event = only(entry(begin, until, grain))

    assert (start, end) == (event["start_date"], event.get("end_date"))


def test_the_words_of_a_story_never_become_markup() -> None:
    words = "<img src=x onerror=alert(1)> & <b>bold</b>"
    brief = replace(
        one_paragraph("A story.", headline=words),
        timeline=(entry("2014-02-03", "2014-02-04", Grain.DAY, words + " and more" * 30),),
    )
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            found.append(tag)

    data = read(brief)
    for part in (data["title"], *data["events"]):
        Reader().feed(part["text"]["headline"] + part["text"]["text"])

    assert set(found) == {"p"}


def test_a_long_text_is_cut_in_the_head_and_whole_below() -> None:
    text = "The mayor: " + "the bridge will be closed and " * 20
    event = only(entry("2014-02-03", "2014-02-04", Grain.DAY, text))

    assert event["text"]["headline"].endswith(" …")
    assert " ".join(text.split()) in event["text"]["text"]
