"""The timeline as a picture."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Grain, Interval, TimelineEntry, TimelineKind
from reporter.rendering.timeline import Picture, draw, text_width, wrapped
from tests.samples import sample_brief

START = datetime(2024, 5, 13, tzinfo=UTC)


def entry(
    begin: int | None, length: int = 1, kind: TimelineKind = TimelineKind.HAPPENED, text: str = "It fell"
) -> TimelineEntry:
    interval = None
    if begin is not None:
        first = START + timedelta(days=begin)
        interval = Interval(begin=first, until=first + timedelta(days=length), grain=Grain.DAY)
    return TimelineEntry(kind=kind, interval=interval, label=f"day {begin}", text=text)


def bars(picture: Picture) -> list[tuple[float, float]]:
    return [(row.left, row.right) for row in picture.rows if row.left is not None and row.right is not None]


def test_no_entries_make_no_picture() -> None:
    assert draw(()) == ()


def test_what_happened_later_stands_further_right() -> None:
    (picture,) = draw([entry(0), entry(3), entry(400)])
    lefts = [left for left, _ in bars(picture)]

    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 3


def test_days_keep_their_room_beside_a_year() -> None:
    (picture,) = draw([entry(-3650, 365), entry(0), entry(1)])

    assert all(right - left >= 20 for left, right in bars(picture))


def test_equal_steps_have_equal_widths() -> None:
    (picture,) = draw([entry(0), entry(1), entry(2)])
    widths = {round(right - left, 6) for left, right in bars(picture)}

    assert len(widths) == 1


def test_what_has_no_date_gets_no_bar() -> None:
    (picture,) = draw([entry(0), entry(None)])

    assert picture.rows[1].left is None


def test_publication_is_where_its_entry_begins() -> None:
    (picture,) = draw([entry(0), entry(2, kind=TimelineKind.PUBLISHED)])

    assert picture.now == picture.rows[1].left


def test_without_a_publication_time_there_is_no_line_for_it() -> None:
    (picture,) = draw([entry(0), entry(None, kind=TimelineKind.PUBLISHED)])

    assert picture.now is None


def test_a_long_timeline_becomes_several_pictures_on_one_scale() -> None:
    pictures = draw([entry(day) for day in range(45)])

    assert [len(picture.rows) for picture in pictures] == [20, 20, 5]
    assert [row.number for picture in pictures for row in picture.rows] == list(range(1, 46))
    assert len({picture.ticks for picture in pictures}) == 1


def test_rows_do_not_run_into_each_other() -> None:
    for picture in draw([entry(day, text="A long sentence about a fall. " * (day % 9)) for day in range(40)]):
        for above, below in pairwise(picture.rows):
            assert above.y + above.height < below.y
        assert picture.rows[-1].y + picture.rows[-1].height < picture.height


def test_the_labels_of_the_axis_do_not_run_into_each_other() -> None:
    for picture in draw(sample_brief().timeline):
        shown = [tick for tick in picture.ticks if tick.has_label]
        assert shown
        for left, right in pairwise(shown):
            assert left.x + text_width(left.label, 9) < right.x


@given(st.text(max_size=900), st.integers(min_value=40, max_value=300))
def test_text_is_wrapped_within_its_width(text: str, width: int) -> None:
    lines = wrapped(text, width, 10)

    assert len(lines) <= 3
    assert all(text_width(line, 10) <= width for line in lines)


@given(st.text(alphabet=st.characters(categories=["L", "Zs"]), max_size=30))
def test_short_text_is_kept_whole(text: str) -> None:
    assert " ".join(wrapped(text, 10_000, 10)) == " ".join(text.split())


@given(st.lists(st.tuples(st.integers(-40000, 40000), st.integers(1, 4000)), min_size=1, max_size=30))
def test_every_bar_lies_on_the_axis(spans: list[tuple[int, int]]) -> None:
    for picture in draw([entry(begin, length) for begin, length in spans]):
        for left, right in bars(picture):
            assert picture.axis_left - 5 <= left < right <= picture.axis_right + 5
