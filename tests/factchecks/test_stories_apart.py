"""Claims of fifty made-up stories, each reviewed in its own words: none is taken for a claim of another story."""

from pathlib import Path

import pytest

from reporter.factchecks import Store
from tests.programs import program

BENCH = program("factchecks")


@pytest.mark.slow
def test_no_review_of_one_story_is_shown_with_another(tmp_path: Path) -> None:
    result = BENCH.measure(BENCH.stories(), Store(tmp_path / "store.sqlite"))

    assert result.claims > 400
    assert result.wrong == ()
    assert result.found > 0.7 * result.looked_up
