"""The stories marked by hand, which bench/flags.py measures on, can be read, and hold enough of every flag.

How well the flags do on them is measured, not tested.
"""

from collections import Counter
from pathlib import Path

import pytest

from reporter.verification.flags import BUILT_IN
from tests.programs import program

BENCH = program("flags")
STORIES = tuple(sorted((*BENCH.FOLDER.glob("*.txt"), *(BENCH.FOLDER / BENCH.HELD).glob("*.txt"))))
SEVERAL_STORIES = frozenset({"IND-COPY", "IND-QUOTE", "SRC-LOOP"})
"""Flags that need more than one story; they are measured elsewhere."""

FEWEST = 5


@pytest.mark.parametrize("path", STORIES, ids=[path.stem for path in STORIES])
def test_every_mark_stands_in_its_story_and_names_a_flag(path: Path) -> None:
    story = BENCH.read_marked(path)
    known = {row.code for row in BUILT_IN.rows}

    assert story.flags
    assert {mark.code for mark in (*story.flags, *story.tempting)} <= known


def test_every_flag_of_one_story_is_marked_and_tempted_several_times() -> None:
    read = [BENCH.read_marked(path) for path in STORIES]
    marked = Counter(mark.code for story in read for mark in story.flags)
    tempting = Counter(mark.code for story in read for mark in story.tempting)

    for row in BUILT_IN.rows:
        if row.code not in SEVERAL_STORIES:
            assert marked[row.code] >= FEWEST, row.code
            assert tempting[row.code] >= FEWEST, row.code
