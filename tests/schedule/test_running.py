"""What is due is sent, what was sent is not sent again, and one job's fault is its own."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reporter.deliver.database import Database
from reporter.deliver.outbox import Outbox, State
from reporter.deliver.settings import MailSettings, Security
from reporter.model import Brief
from reporter.schedule.job import Job
from reporter.schedule.running import Ran, run_due
from reporter.schedule.slots import Slots, SlotState
from reporter.schema import to_json
from reporter.settings import InForce, in_force
from tests.deliver.servers import Desk, serving

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
JOB = Job(name="hourly", stories=("inbox",), cron="0 * * * *", to=("anna@example.org",), attach=("json",))


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, brief: Brief) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "first.json").write_bytes(to_json(brief))
    return folder


@pytest.fixture
def desk() -> Iterator[Desk]:
    found = Desk()
    with serving(found):
        yield found


def chosen(desk: Desk, *jobs: Job, **mail: object) -> InForce:
    base = in_force([])
    told = {"host": desk.host, "port": desk.port, "security": Security.NONE, "sender": "desk@courier.example", **mail}
    return replace(base, delivery=replace(base.delivery, mail=MailSettings(**told), jobs=jobs))  # type: ignore[arg-type]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., list[Ran]]:
    database = Database(tmp_path / "outbox.sqlite")
    for name in ("hourly", "other"):
        Slots(database).note(name, START)

    def at(hours: float, settings: InForce) -> list[Ran]:
        return list(run_due(settings, database, {}, lambda: START + hours * HOUR))

    return at


def second(brief: Brief, inbox: Path) -> None:
    other = replace(brief, article=replace(brief.article, headline="A second story"))
    (inbox / "second.json").write_bytes(to_json(other))


def subjects(desk: Desk) -> list[str]:
    return [str(mail["Subject"]) for mail in desk.mails]


def test_a_job_sends_each_story_once(desk: Desk, run: Callable[..., list[Ran]], inbox: Path, brief: Brief) -> None:
    settings = chosen(desk, JOB)
    assert run(0.2, settings) == []
    (first,) = run(0.6, settings)
    assert run(0.7, settings) == []
    run(1.6, settings)
    second(brief, inbox)
    run(2.6, settings)

    assert first.reason == "stories: 1, new: 1, not read: 0, mails: 1"
    assert [one.state for one in first.sent] == [State.ACCEPTED]
    assert len(subjects(desk)) == 2
    assert subjects(desk)[1] == "Verification brief: A second story"
    assert len({mail["Message-ID"] for mail in desk.mails}) == 2


def test_a_job_that_repeats_sends_it_at_every_slot(desk: Desk, run: Callable[..., list[Ran]], inbox: Path) -> None:
    settings = chosen(desk, replace(JOB, repeat=True))
    for hour in (0.6, 0.7, 1.6):
        run(hour, settings)

    assert len(desk.mails) == 2


def test_a_digest_is_one_mail_with_all_that_is_new(
    desk: Desk, run: Callable[..., list[Ran]], inbox: Path, brief: Brief
) -> None:
    second(brief, inbox)
    settings = chosen(desk, replace(JOB, digest=True))
    run(0.6, settings)
    run(1.6, settings)
    (mail,) = desk.mails
    body = mail.get_body(("plain",))

    assert subjects(desk) == ["hourly: stories to check: 2"]
    assert body is not None
    assert "A SECOND STORY" in body.get_content()
    assert len(list(mail.iter_attachments())) == 2


def test_nothing_new_is_a_mail_only_where_it_is_wanted(desk: Desk, run: Callable[..., list[Ran]], inbox: Path) -> None:
    shutil.rmtree(inbox)
    inbox.mkdir()
    run(0.6, chosen(desk, replace(JOB, digest=True)))
    run(1.6, chosen(desk, replace(JOB, digest=True, nothing_new=True)))

    assert subjects(desk) == ["hourly: nothing new"]


def test_a_story_that_cannot_be_read_is_told_once_and_the_others_go(
    desk: Desk, run: Callable[..., list[Ran]], inbox: Path
) -> None:
    (inbox / "broken.json").write_text("{")
    settings = chosen(desk, replace(JOB, digest=True))
    (first,) = run(0.6, settings)
    (again,) = run(1.6, settings)
    (mail,) = desk.mails
    body = mail.get_body(("plain",))

    assert [name for name, _ in first.problems] == [str(Path("inbox/broken.json"))]
    assert again.reason == "stories: 1, new: 0, not read: 1, mails: 0"
    assert body is not None
    assert "broken.json" in body.get_content()


def test_a_folder_that_is_not_there_is_told(desk: Desk, run: Callable[..., list[Ran]], inbox: Path) -> None:
    (ran,) = run(0.6, chosen(desk, replace(JOB, stories=("outbox", "inbox/*.json"))))

    assert ran.problems == (("outbox", "There is no such file or folder."),)
    assert len(desk.mails) == 1


def test_one_jobs_fault_is_its_own(desk: Desk, run: Callable[..., list[Ran]], inbox: Path) -> None:
    bad = replace(JOB, name="other", template="none-of-ours", attach=("pdf",))
    failed, done = run(0.6, chosen(desk, bad, JOB))

    assert (failed.state, done.state) == (SlotState.FAILED, SlotState.DONE)
    assert "none-of-ours" in failed.reason
    assert len(desk.mails) == 1


def test_what_does_not_go_waits_and_goes_later(desk: Desk, run: Callable[..., list[Ran]], inbox: Path) -> None:
    desk.answer = "451 4.3.0 not now"
    settings = chosen(desk, JOB)
    (ran,) = run(0.6, settings)
    assert [(one.state, one.attempt) for one in ran.sent] == [(State.QUEUED, 1)]
    desk.answer = "250 OK"
    assert run(0.6, settings) == []
    assert desk.mails == []
    run(0.7, settings)

    assert len(desk.mails) == 1


def test_without_a_server_nothing_is_lost(desk: Desk, run: Callable[..., list[Ran]], inbox: Path) -> None:
    (ran,) = run(0.6, chosen(desk, JOB, port=1))
    assert [one.state for one in ran.sent] == [State.QUEUED]
    run(0.7, chosen(desk, JOB))

    assert len(desk.mails) == 1


def test_what_nobody_knows_is_not_sent_again(
    desk: Desk, run: Callable[..., list[Ran]], inbox: Path, tmp_path: Path
) -> None:
    desk.hangs_up = True
    settings = chosen(desk, replace(JOB, cron="0 10 2 3 *"))
    run(0.6, settings)
    desk.hangs_up = False
    for hour in (1, 24, 48):
        run(hour, settings)

    assert len(desk.mails) == 1
    assert [one.state for one in Outbox(Database(tmp_path / "outbox.sqlite")).entries(START)] == [State.UNKNOWN]


def test_files_that_do_not_fit_stay_at_home(
    desk: Desk, run: Callable[..., list[Ran]], inbox: Path, brief: Brief
) -> None:
    second(brief, inbox)
    size = len(to_json(brief))
    largest = int(size * 1.5 * 4 / 3) + 25_000
    run(0.6, chosen(desk, replace(JOB, digest=True), largest=largest))
    (mail,) = desk.mails

    assert len(list(mail.iter_attachments())) == 1
    assert size < len(desk.raw[0]) <= largest


def test_two_stories_of_one_name_are_two_files(
    desk: Desk, run: Callable[..., list[Ran]], inbox: Path, brief: Brief
) -> None:
    (inbox / "again.json").write_bytes(to_json(replace(brief, summary=())))
    run(0.6, chosen(desk, replace(JOB, digest=True)))
    names = [part.get_filename() for part in desk.mails[0].iter_attachments()]

    assert len(set(names)) == 2
