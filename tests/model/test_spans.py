from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Span, hull, merged

pairs = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: Span(start=pair[0], end=pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_span_runs_forward_within_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(start=start, end=end)


def test_spans_that_only_touch_share_no_character() -> None:
    assert not Span(start=0, end=3).overlaps(Span(start=3, end=5))


def test_a_hull_needs_something_to_enclose() -> None:
    with pytest.raises(ValueError, match="no spans"):
        hull(())


@given(st.lists(pairs))
def test_merging_keeps_every_character_and_leaves_gaps_between(spans: list[Span]) -> None:
    result = merged(spans)

    assert {k for span in result for k in range(span.start, span.end)} == {
        k for span in spans for k in range(span.start, span.end)
    }
    assert all(left.end < right.start for left, right in pairwise(result))


@given(st.lists(pairs, min_size=1))
def test_a_hull_holds_each_of_its_spans(spans: list[Span]) -> None:
    assert all(hull(spans).contains(span) for span in spans)
