"""`reporter schedule`: what is sent by the clock, as a user and a crontab type it."""

import os
import signal
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reporter.deliver.database import Database
from reporter.schedule.slots import Slots
from tests.acceptance.command import COMMAND, EXAMPLES, environment, reporter
from tests.deliver.servers import Desk, serving

pytestmark = pytest.mark.slow
EVERY_DAY = ("--cron", "0 4 * * *", "--to", "anna@example.org")


def told(folder: Path, desk: Desk) -> None:
    (folder / "inbox").mkdir()
    (folder / "inbox" / "fire.txt").write_bytes((EXAMPLES / "harbour-fire.txt").read_bytes())
    (folder / "reporter.toml").write_text(
        f'outbox = "outbox.sqlite"\n\n[mail]\nhost = "{desk.host}"\nport = {desk.port}\nsecurity = "none"\n'
        'sender = "Desk <desk@courier.example>"\n',
        encoding="utf-8",
    )


def due_since_yesterday(folder: Path) -> None:
    """As if the job had been added two days ago."""
    with Database(folder / "outbox.sqlite") as database, database.transaction():
        then = datetime.now(UTC) - timedelta(days=2)
        database.execute("UPDATE jobs SET since = ?", (then.isoformat(),))


def test_a_job_is_added_runs_once_and_is_listed(tmp_path: Path) -> None:
    desk = Desk()
    with serving(desk):
        told(tmp_path, desk)
        added = reporter("schedule", "add", "morning", "inbox", *EVERY_DAY, "--digest", folder=tmp_path)
        idle = reporter("schedule", "run", folder=tmp_path)
        due_since_yesterday(tmp_path)
        ran = reporter("schedule", "run", folder=tmp_path)
        again = reporter("schedule", "run", "--quiet", folder=tmp_path)
    listing = reporter("schedule", "list", folder=tmp_path)
    (mail,) = desk.mails

    assert added.lines[0] == "reporter.toml: morning"
    assert len(added.lines) == 4
    assert idle.lines[0].startswith("Nothing is due; next: morning, ")
    assert (ran.code, again.code, again.out, again.err) == (0, 0, "", "")
    assert ran.lines[0].endswith("04:00 UTC  done  stories: 1, new: 1, not read: 0, mails: 1")
    assert "anna@example.org  accepted" in ran.err
    assert mail["Subject"] == "morning: stories to check: 1"
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf"]
    assert "done (stories: 1, new: 1, not read: 0, mails: 1)" in listing.out


def test_one_killed_before_the_answer_is_unknown_and_not_sent_again(tmp_path: Path) -> None:
    """The server takes the mail and answers nothing; the process is killed while it waits."""
    has_it, may_answer = threading.Event(), threading.Event()

    class Slow(Desk):
        async def handle_DATA(self, server, session, envelope):  # type: ignore[no-untyped-def]  # noqa: N802
            import asyncio

            answer = await super().handle_DATA(server, session, envelope)
            has_it.set()
            await asyncio.get_running_loop().run_in_executor(None, may_answer.wait)
            return answer

    desk = Slow()
    with serving(desk):
        told(tmp_path, desk)
        reporter("schedule", "add", "morning", "inbox", *EVERY_DAY, "--attach", "json", folder=tmp_path)
        due_since_yesterday(tmp_path)
        running = subprocess.Popen(
            [str(COMMAND), "schedule", "run"], cwd=tmp_path, env=environment(), stderr=subprocess.DEVNULL
        )
        assert has_it.wait(60)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        may_answer.set()
        early = reporter("schedule", "run", folder=tmp_path)
        with Database(tmp_path / "outbox.sqlite") as database, database.transaction():
            long_ago = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
            database.execute("UPDATE deliveries SET changed = ?", (long_ago,))
            assert [one.state.value for one in Slots(database).all("morning")][-1] == "done"
        late = reporter("schedule", "run", folder=tmp_path)
        unknown = reporter("outbox", "list", "--state", "unknown", folder=tmp_path)
        assert len(desk.mails) == 1
        by_hand = reporter("outbox", "retry", "1", folder=tmp_path)

    assert early.lines[0].startswith("Nothing is due")
    assert late.lines[0].startswith("Nothing is due")
    assert unknown.out.count("the process that sent it ended before it knew") == 1
    assert by_hand.lines == ["1  anna@example.org  accepted  250 OK"]
    assert len(desk.mails) == 2, "a person wanted it"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("morning", "inbox", "--cron", "every day", "--to", "a@b.example"), "'every day' is no cron line"),
        (("morning", "inbox", "--cron", "0 4 * * *", "--to", "nobody"), "'nobody' is no address of mail"),
        (("morning", "https://a.example", "--cron", "0 4 * * *", "--to", "a@b.example"), "does not fetch pages"),
    ],
)
def test_what_is_no_job_is_not_added(words: tuple[str, ...], problem: str, tmp_path: Path) -> None:
    done = reporter("schedule", "add", *words, folder=tmp_path)

    assert problem in done.err
    assert done.code == 2
    assert not (tmp_path / "reporter.toml").exists()


def test_one_clock_is_to_be_named(tmp_path: Path) -> None:
    assert "--cron or --systemd" in reporter("schedule", "install", folder=tmp_path).err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can make a small disk")
def test_on_a_full_disk_nothing_is_sent_and_nothing_lost(tmp_path: Path) -> None:
    """A disk of one megabyte, most of which is taken: a slot can be claimed, and its mail cannot be written down."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("no disk can be mounted here")
    desk = Desk()
    try:
        with serving(desk):
            told(tmp_path, desk)
            settings = (tmp_path / "reporter.toml").read_text().replace("outbox.sqlite", "disk/outbox.sqlite")
            (tmp_path / "reporter.toml").write_text(settings)
            reporter("schedule", "add", "morning", "inbox", *EVERY_DAY, folder=tmp_path)
            due_since_yesterday(disk)
            ballast = disk / "ballast"
            ballast.write_bytes(b"x" * 850_000)
            full = [reporter("schedule", "run", folder=tmp_path) for _ in range(2)]
            assert desk.mails == []
            ballast.unlink()
            free = reporter("schedule", "run", folder=tmp_path)
    finally:
        subprocess.run(["umount", str(disk)], check=True)

    for run in full:
        assert run.code == 1
        assert "cannot be written: database or disk is full" in run.err
        assert "a disk with room" in run.err
    assert free.lines, (free.err, [run.err for run in full])
    assert free.lines[0].endswith("done  stories: 1, new: 1, not read: 0, mails: 1")
    assert len(desk.mails) == 1
