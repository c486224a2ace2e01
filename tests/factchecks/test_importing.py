"""A whole file into the store: what is new, what is broken, and how much memory it takes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reporter.errors import InputError
from reporter.factchecks import Store, Stored, import_file
from reporter.factchecks.importing import Broken
from tests.factchecks.made import feed, node, written


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite")


def test_good_entries_are_taken_and_broken_ones_named(tmp_path: Path, store: Store) -> None:
    path = written(
        tmp_path / "feed.json",
        feed(node(), node(claimReviewed=None), node(url="https://check.example/2"), node(reviewRating=3)),
    )
    report = import_file(path, store)

    assert report.stored == Stored(added=2)
    assert report.skipped == 2
    assert report.broken == (
        Broken(place="entry 2", reason="claimReviewed is missing"),
        Broken(place="entry 4", reason="reviewRating is a number, not an object"),
    )
    assert report.stopped is None
    assert not report.is_whole


def test_an_entry_names_which_of_its_reviews_is_broken(tmp_path: Path, store: Store) -> None:
    path = written(tmp_path / "feed.json", {"dataFeedElement": [{"item": [node(), node(url=7)]}]})

    assert import_file(path, store).broken == (Broken(place="entry 1, review 2", reason="url is a number, not a text"),)


def test_many_broken_entries_are_counted_and_the_first_ten_named(tmp_path: Path, store: Store) -> None:
    path = written(tmp_path / "feed.json", feed(node(), *[node(url=None)] * 25))
    report = import_file(path, store)

    assert (report.skipped, len(report.broken)) == (25, 10)
    assert report.broken[0].place == "entry 2"


def test_the_same_file_twice_changes_nothing(tmp_path: Path, store: Store) -> None:
    path = written(tmp_path / "feed.json", feed(node(), node(claimReviewed="Geese vote")))

    assert import_file(path, store).stored == Stored(added=2)
    assert import_file(path, store).stored == Stored(unchanged=2)


def test_one_review_that_stands_twice_in_a_file_is_one(tmp_path: Path, store: Store) -> None:
    import_file(written(tmp_path / "feed.json", feed(node(), node(headline="Ducks!"))), store)

    assert [one.title for one in store.latest(5)] == ["Ducks!"]


def test_a_truncated_file_keeps_what_was_read_and_says_so(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "feed.json"
    whole = json.dumps(feed(*(node(url=f"https://check.example/{number}") for number in range(50))))
    path.write_text(whole[: len(whole) // 2])
    report = import_file(path, store)

    assert report.stopped == "the JSON ends too early"
    assert 20 <= report.stored.added == store.count() < 30


@pytest.mark.parametrize("text", ["", "{}", "Ducks can read.", "<html><body>Ducks</body></html>", "\x00" * 500])
def test_a_file_without_fact_checks_is_an_error_and_makes_no_store(tmp_path: Path, store: Store, text: str) -> None:
    path = tmp_path / "file"
    path.write_text(text)
    with pytest.raises(InputError, match="holds no fact-check") as caught:
        import_file(path, store)

    assert caught.value.code == "no-factchecks"
    assert not store.path.exists()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, store: Store) -> None:
    for path in (tmp_path / "none.json", tmp_path, Path("\x00")):
        with pytest.raises(InputError, match="cannot be read") as caught:
            import_file(path, store)
        assert caught.value.code == "unreadable-file"


# memory

MEASURED = """
import resource, sys
from pathlib import Path
from reporter.factchecks import Store, import_file
STATUS = Path("/proc/self/status")
def most():  # in kB; ru_maxrss begins with what the parent had, the kernel's own mark with this program
    if STATUS.exists():
        return next(int(line.split()[1]) for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
before = most()
report = import_file(Path(sys.argv[1]), Store(Path(sys.argv[2])))
after = most()
stored = report.stored
print(stored.added, report.skipped, len(report.broken), report.stopped, after - before)
"""

EVERY = 1_000
"""One entry of so many is broken, each in another way."""


def entries(megabytes: int) -> Iterator[str]:
    """Entries of a feed of at least that size, as JSON; every thousandth is broken."""
    size = number = 0
    while size < megabytes * 1_000_000:
        number += 1
        one = node(
            claimReviewed=f"Duck {number} of Sarn can read {number * 7} books on ponds, reeds and the price of bread",
            url=f"https://check.example/ducks/{number}",
            headline="A longer headline that says what the review found, as publishers like them " * 3,
        )
        if number % EVERY == 0:
            wrong = [("claimReviewed", 7), ("url", None), ("reviewRating", [5]), ("claimReviewed", "x" * 100_000)]
            name, value = wrong[number // EVERY % len(wrong)]
            one[name] = value
        text = json.dumps({"@type": "DataFeedItem", "item": [one]})
        size += len(text)
        yield text


def measured(tmp_path: Path, megabytes: int) -> tuple[int, int, int, str, float]:
    """What the import of a made feed came to: reviews, skipped, named, why it stopped, and its growth in MB."""
    path = tmp_path / f"feed-{megabytes}.json"
    with path.open("w", encoding="utf-8") as stream:
        stream.write('{"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [')
        for number, text in enumerate(entries(megabytes)):
            stream.write((",\n" if number else "") + text)
        stream.write("]}")
    assert path.stat().st_size > megabytes * 1_000_000
    command = [sys.executable, "-c", MEASURED, path, tmp_path / f"store-{megabytes}.sqlite"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)
    path.unlink()

    assert done.stderr == ""
    added, skipped, named, *why, kilobytes = done.stdout.split()
    return int(added), int(skipped), int(named), " ".join(why), int(kilobytes) / 1024


@pytest.mark.slow
def test_a_feed_of_a_hundred_megabytes_takes_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    small = measured(tmp_path, 4)
    large = measured(tmp_path, 100)

    assert small[0] > 3_000
    assert large[0] > 20 * small[0]
    assert large[1] == large[0] // (EVERY - 1) >= 80
    assert (large[2], large[3]) == (10, "None")
    assert small[4] > 0
    assert large[4] < small[4] + 16
    assert large[4] < 48
