"""Each slot is carried out once, whatever happens to whoever carries it out."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reporter.deliver.database import Database
from reporter.deliver.outbox import LEASE, Item, Outbox
from reporter.errors import DeliveryError
from reporter.schedule.job import Job
from reporter.schedule.slots import MOST_ATTEMPTS, Slot, Slots, SlotState

JOB = Job(name="hourly", stories=("inbox",), cron="0 * * * *", to=("a@example.org",), catch_up=6)
START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "outbox.sqlite")


@pytest.fixture
def slots(database: Database) -> Slots:
    found = Slots(database)
    found.note("hourly", START)
    return found


def item(key: str) -> Item:
    return Item(kind="mail", key=key, target="a@example.org", subject="s", content=b"x")


def at(slots: Slots, hours: float) -> Slot:
    found = slots.claim(JOB, START + hours * HOUR)
    assert found is not None
    return found


def close(slots: Slots, slot: Slot, database: Database, *items: Item, told: tuple[str, ...] = ()) -> bool:
    return slots.close(slot, SlotState.DONE, "", slot.changed, outbox=Outbox(database), items=items, told=told)


def listed(slots: Slots) -> list[tuple[int, str]]:
    return [(one.slot.hour, one.state.value) for one in slots.all("hourly")]


def test_a_slot_is_claimed_once(slots: Slots, database: Database, tmp_path: Path) -> None:
    another = Slots(Database(tmp_path / "outbox.sqlite"))
    slot = at(slots, 0.6)

    assert slot.slot == START + HOUR / 2
    assert another.claim(JOB, START + 0.6 * HOUR) is None
    assert close(slots, slot, database)
    assert another.claim(JOB, START + 0.7 * HOUR) is None
    assert at(another, 1.6).slot == START + 1.5 * HOUR


def test_a_job_that_was_never_seen_is_due_from_now_on(database: Database) -> None:
    new = Slots(database)

    assert new.claim(JOB, START) is None
    assert new.claim(JOB, START + HOUR / 2) is not None


def test_a_job_added_just_before_its_time_is_not_too_late(database: Database) -> None:
    assert Slots(database).claim(JOB, START + HOUR / 2 + timedelta(seconds=40)) is not None


def test_slots_that_were_missed_are_caught_up_as_one(slots: Slots, database: Database) -> None:
    slot = at(slots, 3.6)
    close(slots, slot, database)

    assert listed(slots) == [(12, "passed over"), (13, "done")]
    assert slots.all("hourly")[0].reason == "3 missed since 2026-03-02 10:00 UTC; the next one stands for them"


def test_after_three_days_only_the_last_hours_are_caught_up(slots: Slots, database: Database) -> None:
    now = START + timedelta(days=3)
    slot = slots.claim(JOB, now)
    assert slot is not None
    close(slots, slot, database)
    old, missed, done = slots.all("hourly")

    assert slot.slot == datetime(2026, 3, 5, 9, tzinfo=UTC)
    assert (old.slot, old.state) == (datetime(2026, 3, 5, 3, tzinfo=UTC), SlotState.PASSED_OVER)
    assert "more than 6 hours" in old.reason
    assert (missed.slot.hour, missed.state) == (8, SlotState.PASSED_OVER)
    assert done.state is SlotState.DONE


def test_when_nothing_of_it_is_in_the_window_nothing_runs(slots: Slots) -> None:
    daily = Job(name="hourly", stories=("inbox",), cron="0 10 * * *", to=("a@example.org",), catch_up=2)

    assert slots.claim(daily, START + timedelta(days=1, hours=5)) is None
    assert [one.state for one in slots.all("hourly")] == [SlotState.PASSED_OVER]
    assert slots.claim(daily, START + timedelta(days=2)) is None
    assert slots.claim(daily, START + timedelta(days=2, hours=1)) is not None


def test_while_one_is_running_the_next_waits(slots: Slots) -> None:
    at(slots, 0.6)

    assert slots.claim(JOB, START + 0.6 * HOUR + LEASE) is None


def test_a_slot_whose_process_died_is_taken_up_and_the_dead_write_nothing(slots: Slots, database: Database) -> None:
    dead = at(slots, 0.6)
    later = START + 0.6 * HOUR + LEASE + timedelta(seconds=1)
    taken = slots.claim(JOB, later)
    assert taken is not None
    assert (taken.slot, taken.attempt) == (dead.slot, 2)

    assert not close(slots, dead, database, item("from the dead"), told=("b",))
    assert Outbox(database).entries(later) == ()
    assert slots.told("hourly") == frozenset()
    assert close(slots, taken, database, item("k"), told=("b",))
    assert [one.key for one in Outbox(database).entries(later)] == ["k"]
    assert slots.told("hourly") == {"b"}


def test_a_slot_that_every_process_dies_of_is_given_up(slots: Slots) -> None:
    now = at(slots, 0.6).changed
    for _ in range(MOST_ATTEMPTS - 1):
        now += LEASE + timedelta(seconds=1)
        assert slots.claim(JOB, now) is not None
    now += LEASE + timedelta(seconds=1)
    assert slots.claim(JOB, now) is None

    (slot,) = slots.all("hourly")
    assert (slot.state, slot.reason[:16]) == (SlotState.FAILED, "taken up 5 times")


def test_a_slot_that_was_put_back_is_due_again_and_the_slow_do_not_send_it_twice(
    slots: Slots, database: Database
) -> None:
    slow = at(slots, 3.6)
    slots.put_back(slow)
    again = at(slots, 3.6)

    assert again.slot == slow.slot
    assert close(slots, slow, database, item("k"))
    assert not close(slots, again, database, item("k"))
    assert len(Outbox(database).entries(START)) == 1


def test_a_slot_is_closed_with_all_that_it_sends_or_not_at_all(slots: Slots, database: Database) -> None:
    slot = at(slots, 0.6)
    broken = Item(kind="mail", key="k", target=None, subject="s", content=b"x")  # type: ignore[arg-type]
    with pytest.raises(DeliveryError):
        close(slots, slot, database, item("good"), broken)

    assert Outbox(database).entries(START) == ()
    assert [one.state for one in slots.all("hourly")] == [SlotState.RUNNING]


def test_a_full_disk_closes_nothing_and_says_so(slots: Slots, database: Database) -> None:
    """SQLite's own limit on the size of a file stands for the disk's: the error is the same (SQLITE_FULL)."""
    slot = at(slots, 0.6)
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages + 2}")
    big = Item(kind="mail", key="k", target="a@example.org", subject="s", content=b"x" * 1_000_000)
    with pytest.raises(DeliveryError) as caught:
        close(slots, slot, database, big)
    database.execute("PRAGMA max_page_count = 100000")

    assert caught.value.code == "outbox-not-writable"
    assert "full" in caught.value.message
    assert "a disk with room" in caught.value.remedy
    assert Outbox(database).entries(START) == ()
    assert close(slots, slot, database, big), "and when there is room again, it goes on"


def test_a_file_that_another_program_holds_is_told(
    slots: Slots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reporter.deliver.database.BUSY_SECONDS", 0.2)
    mine = Slots(Database(tmp_path / "outbox.sqlite"))
    other = sqlite3.connect(tmp_path / "outbox.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DeliveryError) as caught:
        mine.claim(JOB, START + HOUR)
    other.execute("ROLLBACK")

    assert (caught.value.code, caught.value.can_retry) == ("outbox-locked", True)
    assert mine.claim(JOB, START + HOUR) is not None


def test_a_file_that_is_broken_in_the_middle_is_told(slots: Slots, database: Database, tmp_path: Path) -> None:
    slot = at(slots, 0.6)
    close(slots, slot, database, *[item(str(number)) for number in range(500)])
    path = tmp_path / "outbox.sqlite"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(DeliveryError) as caught:
        Slots(Database(path)).claim(JOB, START + 2 * HOUR)

    assert caught.value.code == "bad-outbox"
    assert "Move the file away" in caught.value.remedy
