"""What a story announces, as a calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Brief, Grain, Interval, TimelineEntry, TimelineKind
from reporter.rendering.lines import one_line
from tests.rendering.conftest import rendered
from tests.rendering.test_html import one_paragraph


def events(brief: Brief) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(rendered(brief, "ics")).walk("VEVENT"))


def plan(begin: str, until: str, grain: Grain = Grain.DAY, text: str = "The mayor: a vote") -> TimelineEntry:
    interval = Interval(begin=datetime.fromisoformat(begin), until=datetime.fromisoformat(until), grain=grain)
    return TimelineEntry(kind=TimelineKind.PLANNED, interval=interval, label="a day", text=text, claim_id=None)


def planning(*entries: TimelineEntry) -> Brief:
    return replace(one_paragraph("A story."), timeline=entries)


A_DAY = plan("2031-05-02", "2031-05-03")


def test_a_plan_with_a_day_becomes_a_question_on_that_day(brief: Brief) -> None:
    [event] = events(brief)

    assert event["summary"] == "Follow up: Parliament will debate the disaster on Friday?"
    assert (event.start, event.end) == (date(2021, 3, 19), date(2021, 3, 20))
    assert "without a source" in event["description"]


def test_a_plan_for_a_month_or_for_no_day_is_left_out() -> None:
    month = plan("2031-05-01", "2031-06-01", Grain.MONTH)

    assert events(planning(month, replace(A_DAY, interval=None))) == []


def test_what_was_not_announced_is_left_out() -> None:
    assert events(planning(replace(A_DAY, kind=TimelineKind.HAPPENED))) == []


def test_an_hour_is_given_in_utc() -> None:
    hour = plan("2031-05-02T20:00+02:00", "2031-05-02T21:00+02:00", Grain.HOUR)

    assert events(planning(hour))[0].start == datetime(2031, 5, 2, 18, tzinfo=UTC)


def test_an_hour_without_a_zone_is_the_readers_own() -> None:
    hour = plan("2031-05-02T20:00", "2031-05-02T21:00", Grain.HOUR)

    start = events(planning(hour))[0].start

    assert (start.isoformat(), start.tzinfo) == ("2031-05-02T20:00:00", None)


def test_the_stamp_is_publication(brief: Brief) -> None:
    assert brief.article.published is not None
    assert brief.article.published.instant is not None
    assert brief.article.published.instant.astimezone(UTC) == events(brief)[0].DTSTAMP


def test_each_event_of_one_claim_has_a_name_of_its_own(brief: Brief) -> None:
    entry = next(entry for entry in brief.timeline if entry.claim_id == "c14")
    twice = replace(brief, timeline=(entry, entry))

    assert [event["uid"] for event in events(twice)] == [f"{'0f' * 16}-c14", f"{'0f' * 16}-c14-2"]


def test_no_line_is_longer_than_75_octets_and_long_words_come_back_whole() -> None:
    text = "Die Bürgermeisterin: “Straßenfest, Lärm; und mehr” \\ " + "ü" * 200
    brief = planning(replace(A_DAY, text=text))

    assert max(map(len, rendered(brief, "ics").split(b"\r\n"))) <= 75
    assert events(brief)[0]["description"].startswith(text)


def test_a_story_cannot_write_lines_of_its_own() -> None:
    text = "Talks\r\nEND:VEVENT\r\nBEGIN:VALARM\x00\u2028X-A:b"
    brief = planning(replace(A_DAY, text=text))
    calendar = icalendar.Calendar.from_ical(rendered(brief, "ics"))

    assert [one.name for one in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    assert "X-A" not in calendar.subcomponents[0]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/a?b=1,2;c", "https://news.example/a?b=1,2;c"),
        ("javascript:alert(1)", None),
        ("https://news.example/\r\nATTACH:x", None),
    ],
)
def test_only_a_web_address_leads_back(url: str, expected: str | None) -> None:
    brief = planning(A_DAY)
    [event] = events(replace(brief, article=replace(brief.article, url=url)))

    assert event.get("url") == expected
    assert "ATTACH" not in event


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_any_words_come_back_as_one_event(text: str) -> None:
    [event] = events(planning(replace(A_DAY, text="so " + text)))

    assert event["description"].startswith(one_line("so " + text))


def test_the_whole_hash_stands_on_one_line(brief: Brief) -> None:
    assert b"\r\nX-STORY:" + b"0f" * 32 + b"\r\n" in rendered(brief, "ics")
