"""What holds for any text and any day of publication."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.dates import find_times
from reporter.model import Article, Paragraph, ParagraphKind, Parse, Settings, Span, TimeExpression
from tests.dates.stories import DATES, publication, times

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(min_value=date(1950, 1, 10), max_value=date(2090, 12, 20))
CLAUSES = st.sampled_from(
    (
        "The ministry said on {}.",
        "Talks will resume on {}.",
        "The bridge was shut {}.",
        "The vote is due {}.",
        "{}'s match was dull.",
        "The show opens {}.",
    )
)
WORDS = (
    "last",
    "next",
    "the",
    "past",
    "two",
    "3",
    "12",
    "2015",
    "1999",
    "days",
    "week",
    "months",
    "year",
    "quarter",
    "century",
    "ago",
    "later",
    "earlier",
    "before",
    "Monday",
    "Friday",
    "May",
    "Oct.",
    "morning",
    "night",
    "noon",
    "10",
    "a.m.",
    "GMT",
    "of",
    "and",
    "-",
    ",",
    "the end of",
    "mid-",
    "early",
    "about",
    "every",
    "Easter",
    "'90s",
    "0",
    "99999",
    "BC",
    "first",
    "half",
    "fiscal",
    "31",
    "February",
    "2015-10-12",
    "9/11/01",
)


def unparsed(text: str, published: str | None) -> tuple[TimeExpression, ...]:
    """The expressions of one paragraph without any grammar."""
    article = Article(
        text=text,
        language="en",
        paragraphs=(Paragraph(span=Span(start=0, end=len(text)), kind=ParagraphKind.BODY),),
        published=publication(published),
    )
    parse = Parse(text=text, tokens=(), sentences=(), parser="none")
    return find_times(article, parse, DATES, Settings())


def assert_sound(text: str, found: tuple[TimeExpression, ...]) -> None:
    end = 0
    for one in found:
        assert one.span.start >= end
        assert one.span.of(text) == one.text
        assert one.proof.explanation
        assert "{" not in one.proof.explanation.replace(one.text, "")
        end = one.span.end
        if one.value is None:
            assert one.interval is None
        if one.interval is not None:
            assert one.interval.begin < one.interval.until


@given(day=DAYS, weekday=st.sampled_from(WEEKDAYS), clause=CLAUSES)
@settings(max_examples=60, deadline=None)
def test_shifting_publication_by_a_week_shifts_a_bare_weekday_by_a_week(day: date, weekday: str, clause: str) -> None:
    text = clause.format(weekday)

    (before,) = times(text, day.isoformat())
    (after,) = times(text, (day + timedelta(days=7)).isoformat())

    assert date.fromisoformat(str(before.value)) + timedelta(days=7) == date.fromisoformat(str(after.value))
    assert date.fromisoformat(str(before.value)).weekday() == WEEKDAYS.index(weekday)


@given(text=st.text(max_size=200), published=st.sampled_from(("2015-10-12", "2016-02-29", None)))
@settings(max_examples=200, deadline=None)
def test_any_string_gives_a_sound_result(text: str, published: str | None) -> None:
    assert_sound(text, unparsed(text, published))


@given(
    words=st.lists(st.sampled_from(WORDS), max_size=24),
    published=st.sampled_from(("2015-10-12", "0001-01-01", "9999-12-31", "2016-02-29T23:59:59", None)),
)
@settings(max_examples=400, deadline=None)
def test_any_run_of_time_words_gives_a_sound_result(words: list[str], published: str | None) -> None:
    text = " ".join(words)

    assert_sound(text, unparsed(text, published))


@given(day=st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)), published=DAYS)
@settings(max_examples=100, deadline=None)
def test_a_full_date_means_itself_whenever_it_is_published(day: date, published: date) -> None:
    months = DATES.wording.months
    spellings = (
        f"{day.day} {months[day.month - 1]} {day.year}",
        f"{months[day.month - 1]} {day.day}, {day.year}",
        day.isoformat(),
    )

    for spelling in spellings:
        (found,) = unparsed(f"it was {spelling} then", published.isoformat())
        assert (day.isoformat(), spelling) == (found.value, found.text)


@pytest.mark.parametrize(
    "unit",
    [
        "on ",
        "May ",
        "day ",
        "12 ",
        "2015 ",
        "last ",
        "1",
        "two hundred ",
        '"',
        "1-2-",
        "early late ",
        "a few more ",
        "0",
    ],
)
def test_a_long_line_of_one_word_costs_no_more_than_its_length(unit: str) -> None:
    text = unit * (60_000 // len(unit))

    assert_sound(text, unparsed(text, "2015-10-12"))


@pytest.mark.parametrize("words", ["May ", "on Monday ", "January February March April "])
def test_a_line_of_nothing_but_the_same_few_words_is_noise(words: str) -> None:
    """Such a line would else cost a date for every word of it."""
    line = words * (640 // len(words.split()))

    assert unparsed(line, "2015-10-12") == ()


def test_a_long_row_of_different_dates_is_none_of_that() -> None:
    line = ", ".join(f"{month} {day}" for month in ("May", "June", "July") for day in range(1, 29))

    assert len(unparsed(line, "2015-10-12")) == 3 * 28
