"""What was sent is written down, and goes to nobody twice."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reporter.deliver.database import VERSION, Database
from reporter.deliver.mailing import Fate, MailServer
from reporter.deliver.outbox import LEASE, Entry, Item, Outbox, State
from reporter.deliver.retrying import WAITS, next_try
from reporter.deliver.sending import send_letter, settle
from reporter.errors import DeliveryError
from tests.deliver.servers import Desk, serving
from tests.deliver.test_mailing import letter, settings

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@pytest.fixture
def box(tmp_path: Path) -> Outbox:
    return Outbox(Database(tmp_path / "outbox.sqlite"))


def states(box: Outbox) -> dict[str, State]:
    return {one.target: one.state for one in box.entries(NOW)}


def test_the_same_brief_goes_to_nobody_twice(box: Outbox) -> None:
    desk = Desk()
    with serving(desk):
        first = send_letter(letter("a@example.org"), MailServer(settings(desk)), box, clock)
        second = send_letter(letter("a@example.org", "b@example.org"), MailServer(settings(desk)), box, clock)
        third = send_letter(letter("a@example.org", "b@example.org"), MailServer(settings(desk)), box, clock)

    assert [one.recipient for one in first] == ["a@example.org"]
    assert [one.recipient for one in second] == ["b@example.org"]
    assert third == ()
    assert desk.taken == [("a@example.org",), ("b@example.org",)]
    assert states(box) == {"a@example.org": State.ACCEPTED, "b@example.org": State.ACCEPTED}


def test_another_brief_goes_out(box: Outbox) -> None:
    desk = Desk()
    with serving(desk):
        send_letter(letter(), MailServer(settings(desk)), box, clock)
        send_letter(letter(identity="brief-2"), MailServer(settings(desk)), box, clock)

    assert len(desk.mails) == 2


def test_who_wants_it_again_gets_it_again(box: Outbox) -> None:
    desk = Desk()
    with serving(desk):
        for _ in range(2):
            send_letter(letter(), MailServer(settings(desk)), box, clock, again=True)
    (entry,) = box.entries(NOW)

    assert (len(desk.mails), entry.attempt, entry.state) == (2, 2, State.ACCEPTED)


def test_what_was_refused_or_deferred_can_be_sent_later(box: Outbox) -> None:
    desk = Desk(refuses={"a@example.org": "450 later", "b@example.org": "550 no"})
    with serving(desk):
        send_letter(letter("a@example.org", "b@example.org"), MailServer(settings(desk)), box, clock)
        assert states(box) == {"a@example.org": State.QUEUED, "b@example.org": State.FAILED}
        desk.refuses = {}
        send_letter(letter("a@example.org", "b@example.org"), MailServer(settings(desk)), box, clock)

    assert set(states(box).values()) == {State.ACCEPTED}
    assert {one.attempt for one in box.entries(NOW)} == {2}


def test_what_nobody_knows_is_not_sent_again(box: Outbox) -> None:
    desk = Desk(hangs_up=True)
    with serving(desk):
        (receipt,) = send_letter(letter(), MailServer(settings(desk)), box, clock)
        desk.hangs_up = False
        again = send_letter(letter(), MailServer(settings(desk)), box, clock)

    assert (receipt.fate, again, len(desk.mails)) == (Fate.UNKNOWN, (), 1)
    assert [one.state for one in box.entries(NOW, State.UNKNOWN)] == [State.UNKNOWN]


def test_where_no_connection_comes_about_it_stays_queued(box: Outbox) -> None:
    desk = Desk()
    with serving(desk):
        pass
    with pytest.raises(DeliveryError, match="cannot be reached"):
        send_letter(letter(), MailServer(settings(desk)), box, clock)
    (entry,) = box.entries(NOW)

    assert (entry.state, entry.attempt) == (State.QUEUED, 1)
    assert "cannot be reached" in entry.reason


def test_what_cannot_be_written_is_not_claimed(box: Outbox) -> None:
    with pytest.raises(ValueError, match="linefeed"):
        send_letter(letter(subject="14 dead\r\nBcc: x"), MailServer(settings(Desk())), box, clock)

    assert box.entries(NOW) == ()


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_wrong_password_fails_it(box: Outbox) -> None:
    desk = Desk()
    with serving(desk, needs_login=True), pytest.raises(DeliveryError):
        send_letter(letter(), MailServer(settings(desk, user="desk"), "guess"), box, clock)

    assert states(box) == {"anna@example.org": State.FAILED}


def queued(box: Outbox, key: str = "k", content: bytes = b"words", now: datetime = NOW) -> Entry:
    (entry,) = box.enqueue([Item(kind="mail", key=key, target="a@example.org", subject="s", content=content)], now)
    return entry


def test_a_delivery_whose_process_died_is_unknown_after_its_time(box: Outbox) -> None:
    entry = queued(box)
    assert box.claim(entry, NOW) is not None
    assert box.claim(entry, NOW + LEASE / 2) is None
    assert states(box) == {"a@example.org": State.SENDING}

    later = NOW + LEASE + timedelta(seconds=1)
    assert [one.state for one in box.entries(later)] == [State.UNKNOWN]
    assert box.claim(entry, later) is None
    assert box.waiting(later) == ()


def test_who_was_only_slow_may_still_say_what_became_of_it(box: Outbox) -> None:
    claimed = box.claim(queued(box), NOW)
    assert claimed is not None
    later = NOW + 2 * LEASE
    assert [one.state for one in box.entries(later)] == [State.UNKNOWN]
    box.settle(claimed, State.ACCEPTED, "250 OK", later)

    assert [one.state for one in box.entries(later)] == [State.ACCEPTED]


def test_a_lost_claim_cannot_settle_what_a_person_sent_again(box: Outbox) -> None:
    lost = box.claim(queued(box), NOW)
    later = NOW + 2 * LEASE
    assert lost is not None
    assert box.requeue(lost, later)
    assert box.claim(lost, later) is not None
    box.settle(lost, State.FAILED, "too late", later)

    assert [(one.state, one.attempt) for one in box.entries(later)] == [(State.SENDING, 2)]


def test_what_it_carries_is_kept_until_it_is_accepted(box: Outbox) -> None:
    first, second = queued(box, "one"), queued(box, "two")
    for entry, state in ((first, State.ACCEPTED), (second, State.FAILED)):
        claimed = box.claim(entry, NOW)
        assert claimed is not None
        box.settle(claimed, state, "", NOW)

    assert [box.content(entry) for entry in reversed(box.entries(NOW))] == [None, b"words"]


def test_what_nobody_carries_any_more_is_gone_from_the_file(box: Outbox, tmp_path: Path) -> None:
    claimed = box.claim(queued(box, content=b"the minister's letter" * 1000), NOW)
    assert claimed is not None
    assert b"the minister's letter" in (tmp_path / "outbox.sqlite").read_bytes()
    box.settle(claimed, State.ACCEPTED, "250 OK", NOW)

    assert b"the minister's letter" not in (tmp_path / "outbox.sqlite").read_bytes()


def test_what_was_put_off_waits_and_is_given_up_in_the_end(box: Outbox) -> None:
    now = NOW
    entry = queued(box)
    waits = []
    while box.waiting(now):
        claimed = box.claim(entry, now)
        assert claimed is not None
        settle(claimed, State.QUEUED, "450 later", box, lambda: now)  # noqa: B023 - called at once
        (entry,) = box.entries(now)
        if entry.next_try is None:
            break
        assert box.waiting(entry.next_try - timedelta(seconds=1)) == ()
        waits.append(entry.next_try - now)
        now = entry.next_try

    assert waits == list(WAITS)
    assert (entry.state, entry.attempt) == (State.FAILED, len(WAITS) + 1)
    assert entry.reason == "given up after 8 attempts: 450 later"


def test_a_server_that_asks_for_time_gets_it() -> None:
    assert next_try(1, NOW, wait=3600) == NOW + timedelta(hours=1)
    assert next_try(3, NOW, wait=2) == NOW + WAITS[2]


def test_all_is_written_down_or_nothing(box: Outbox, tmp_path: Path) -> None:
    good = Item(kind="mail", key="k", target="a@example.org", subject="s", content=b"x")
    with pytest.raises(DeliveryError, match="cannot be read"):
        box.enqueue([good, replace(good, key=None)], NOW)  # type: ignore[arg-type]

    assert box.entries(NOW) == ()


def test_two_processes_do_not_claim_one_delivery(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from reporter.deliver.database import Database; from reporter.deliver.outbox import Item, Outbox\n"
        "box, now = Outbox(Database(Path(sys.argv[1]))), datetime.now(UTC)\n"
        "items = [Item(kind='mail', key=str(k), target='a', subject='s', content=b'x') for k in range(200)]\n"
        "box.enqueue(items, now)\n"
        "print(sum(box.claim(entry, now) is not None for entry in box.waiting(now)))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) for _ in range(4)]
    claimed = [int(one.communicate(timeout=60)[0]) for one in running]

    assert sum(claimed) == 200
    assert len(Outbox(Database(path)).entries(datetime.now(UTC))) == 200


def test_an_outbox_of_the_first_version_keeps_what_it_knows(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    old = sqlite3.connect(path)
    old.executescript(
        "PRAGMA journal_mode = WAL;"
        "CREATE TABLE deliveries (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, target TEXT NOT NULL,"
        " subject TEXT NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL, reason TEXT NOT NULL,"
        " created TEXT NOT NULL, changed TEXT NOT NULL, UNIQUE (kind, key, target)) STRICT;"
        "INSERT INTO deliveries VALUES (1, 'mail', 'k', 'a@example.org', 's', 'accepted', 1, '250 OK',"
        " '2026-03-01T09:30:00+00:00', '2026-03-01T09:30:00+00:00');"
        "PRAGMA user_version = 1;"
    )
    old.close()
    box = Outbox(Database(path))

    assert states(box) == {"a@example.org": State.ACCEPTED}
    assert box.enqueue([Item(kind="mail", key="k", target="a@example.org", subject="s", content=b"x")], NOW) == ()
    assert not (tmp_path / "outbox.sqlite-wal").exists()


def test_what_is_no_outbox_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    path.write_bytes(b"a letter, not a database" * 100)

    with pytest.raises(DeliveryError) as caught:
        Database(path)
    assert caught.value.code == "bad-outbox"
    assert path.read_bytes().startswith(b"a letter")


def test_an_outbox_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {VERSION + 1}")
    database.close()

    with pytest.raises(DeliveryError, match="newer version"):
        Database(path)


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(DeliveryError) as caught:
        Database(tmp_path / "file" / "outbox.sqlite")
    assert caught.value.code == "outbox-not-writable"


def test_nobody_else_may_read_what_has_not_gone_yet(tmp_path: Path) -> None:
    with Database(tmp_path / "outbox.sqlite"):
        assert (tmp_path / "outbox.sqlite").stat().st_mode & 0o077 == 0
