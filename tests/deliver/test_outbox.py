"""What was sent is written down, and goes to nobody twice."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reporter.deliver.mailing import Fate, MailServer
from reporter.deliver.outbox import LEASE, VERSION, Outbox, State
from reporter.deliver.sending import send_letter
from reporter.errors import DeliveryError
from tests.deliver.servers import Desk, serving
from tests.deliver.test_mailing import letter, settings

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@pytest.fixture
def box(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox.sqlite")


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


def test_a_delivery_whose_process_died_is_unknown_after_its_time(box: Outbox) -> None:
    assert box.claim("mail", "k", "a@example.org", subject="s", now=NOW) is not None
    assert box.claim("mail", "k", "a@example.org", subject="s", now=NOW + LEASE / 2) is None
    assert states(box) == {"a@example.org": State.SENDING}

    later = NOW + LEASE + timedelta(seconds=1)
    assert box.claim("mail", "k", "a@example.org", subject="s", now=later) is None
    assert [one.state for one in box.entries(later)] == [State.UNKNOWN]


def test_two_processes_do_not_claim_one_delivery(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from reporter.deliver.outbox import Outbox\n"
        "box = Outbox(Path(sys.argv[1]))\n"
        "print(sum(box.claim('mail', str(k), 'a@example.org', subject='s', now=datetime.now(UTC)) is not None"
        " for k in range(200)))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) for _ in range(4)]
    claimed = [int(one.communicate(timeout=60)[0]) for one in running]

    assert sum(claimed) == 200
    assert len(Outbox(path).entries(datetime.now(UTC))) == 200


def test_what_is_no_outbox_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    path.write_bytes(b"a letter, not a database" * 100)

    with pytest.raises(DeliveryError) as caught:
        Outbox(path)
    assert caught.value.code == "bad-outbox"
    assert path.read_bytes().startswith(b"a letter")


def test_an_outbox_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {VERSION + 1}")
    database.close()

    with pytest.raises(DeliveryError, match="newer version"):
        Outbox(path)


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(DeliveryError) as caught:
        Outbox(tmp_path / "file" / "outbox.sqlite")
    assert caught.value.code == "outbox-not-writable"
