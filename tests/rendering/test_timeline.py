"""The timeline as a picture."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Grain, Interval, TimelineEntry, TimelineKind
from reporter.rendering.timeline import Picture, draw, label_run
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


def drawn(*entries: TimelineEntry) -> Picture:
    picture = draw(entries)
    assert picture is not None
    return picture


def bars(picture: Picture) -> list[tuple[float, float]]:
    return [(row.left, row.right) for row in picture.rows if row.left is not None and row.right is not None]


def test_no_entries_make_no_picture() -> None:
    assert draw(()) is None


def test_what_happened_later_stands_further_right() -> None:
    lefts = [left for left, _ in bars(drawn(entry(0), entry(3), entry(400)))]

    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 3


def test_days_keep_their_room_beside_a_year() -> None:
    picture = drawn(entry(-3650, 365), entry(0), entry(1))

    assert all(right - left >= 7 for left, right in bars(picture))


def test_equal_steps_have_equal_widths() -> None:
    widths = {round(right - left, 6) for left, right in bars(drawn(entry(0), entry(1), entry(2)))}

    assert len(widths) == 1


def test_what_has_no_date_gets_no_bar() -> None:
    assert drawn(entry(0), entry(None)).rows[1].left is None


def test_publication_is_where_its_entry_begins() -> None:
    picture = drawn(entry(0), entry(2, kind=TimelineKind.PUBLISHED), entry(2))

    assert picture.now == picture.rows[2].left
    assert [band.kind for band in picture.bands].count("now") == 1


def test_a_moment_of_publication_is_drawn_on_its_line() -> None:
    minute = Interval(begin=START, until=START + timedelta(minutes=1), grain=Grain.MINUTE)
    published = TimelineEntry(kind=TimelineKind.PUBLISHED, interval=minute, label="now", text="Published")
    picture = drawn(entry(-3), published, entry(3))

    assert picture.rows[1].is_point
    assert picture.rows[1].middle == picture.now


def test_without_a_publication_time_there_is_no_line_for_it() -> None:
    picture = drawn(entry(0), entry(None, kind=TimelineKind.PUBLISHED))

    assert picture.now is None
    assert not {"now", "future"} & {band.kind for band in picture.bands}


def test_the_ground_beyond_publication_is_the_future() -> None:
    picture = drawn(entry(0), entry(2, kind=TimelineKind.PUBLISHED), entry(9))

    kinds = [band.kind for band in picture.bands]
    assert set(kinds[: kinds.index("now")]) == {"plain", "grid"}
    assert set(kinds[kinds.index("now") + 1 :]) == {"future", "grid"}


def test_the_labels_of_the_axis_neither_collide_nor_leave_the_picture() -> None:
    for entries in (sample_brief().timeline, [entry(day) for day in range(40)], [entry(0)]):
        shown = [tick for tick in drawn(*entries).ticks if tick.has_label]
        assert shown
        for left, right in pairwise(shown):
            assert label_run(left)[1] < label_run(right)[0]
        assert all(label_run(tick)[0] >= 0 and label_run(tick)[1] <= 100 for tick in shown)


@given(st.lists(st.tuples(st.integers(-40000, 40000), st.integers(1, 4000)), min_size=1, max_size=30))
def test_every_bar_lies_on_the_axis(spans: list[tuple[int, int]]) -> None:
    for left, right in bars(drawn(*(entry(begin, length) for begin, length in spans))):
        assert 0 <= left < right <= 100


@given(st.lists(st.integers(-40000, 40000), min_size=1, max_size=30), st.one_of(st.none(), st.integers(-40000, 40000)))
def test_the_ground_covers_the_picture_without_a_gap(days: list[int], now: int | None) -> None:
    entries = [entry(day) for day in days]
    if now is not None:
        entries.append(entry(now, kind=TimelineKind.PUBLISHED))
    bands = drawn(*entries).bands

    assert (bands[0].left, bands[-1].right) == (0.0, 100.0)
    assert all(left.right == right.left for left, right in pairwise(bands))
    assert all(band.left <= band.right for band in bands)
