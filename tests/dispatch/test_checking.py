"""The servers that briefs go to are asked, and nothing is sent."""

from dataclasses import replace
from pathlib import Path

import pytest

from reporter.deliver.settings import MailSettings, Security
from reporter.deliver.tickets.settings import TicketSettings
from reporter.dispatch.checking import Answer, asked
from reporter.doctor import State, diagnose
from reporter.schedule.job import Job
from reporter.settings import Delivery, in_force
from tests.deliver.servers import Desk, serving


@pytest.fixture
def here(tmp_path: Path) -> Delivery:
    return Delivery(outbox=str(tmp_path / "outbox.sqlite"))


def mail(desk: Desk, **given: object) -> MailSettings:
    return MailSettings(**{"host": desk.host, "port": desk.port, "security": Security.NONE, **given})  # type: ignore[arg-type]


def answers(chosen: Delivery, **environment: str) -> dict[str, Answer]:
    return {one.name: one for one in asked(chosen, environment)}


def test_where_nothing_is_set_nobody_is_asked(here: Delivery, tmp_path: Path) -> None:
    assert answers(here) == {}
    assert not (tmp_path / "outbox.sqlite").exists()


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_mail_server_is_logged_in_to_and_gets_nothing(here: Delivery) -> None:
    desk = Desk()
    with serving(desk, needs_login=True, limit=5_000_000):
        chosen = replace(here, mail=mail(desk, user="desk"))
        good = answers(chosen, REPORTER_SMTP_PASSWORD="open sesame")
        bad = answers(chosen, REPORTER_SMTP_PASSWORD="guess")

    where = f"{desk.host}:{desk.port}"
    assert good["mail"].found == f"{where}, not encrypted, logged in as desk, mails up to 5,000,000 bytes"
    assert good["mail"].remedy is None
    assert good["outbox"].found.endswith("outbox.sqlite: 0 queued, 0 unknown")
    assert "does not let desk in" in bad["mail"].found
    assert "REPORTER_SMTP_PASSWORD" in (bad["mail"].remedy or "")
    assert desk.mails == []


def test_a_system_of_tickets_without_its_key_or_its_server_is_told(here: Delivery) -> None:
    chosen = replace(
        here, tickets={"desk": TicketSettings(kind="roundup", url="http://127.0.0.1:1/desk", user="reporter")}
    )

    assert "needs a key" in answers(chosen)["tickets.desk"].found
    away = answers(chosen, REPORTER_TICKETS_DESK_KEY="secret")["tickets.desk"]
    assert "cannot be reached" in away.found
    assert "secret" not in away.found


def test_a_job_that_cannot_run_is_told(here: Delivery) -> None:
    job = Job(name="morning", stories=("inbox",), cron="every day", to=("a@example.org",))

    assert "'every day' is no cron line" in answers(replace(here, jobs=(job,)))["jobs"].found


def test_the_doctor_tells_it_and_is_not_content(here: Delivery, tmp_path: Path) -> None:
    desk = Desk()
    with serving(desk):
        pass
    base = in_force([])
    chosen = replace(base, delivery=replace(here, out=str(tmp_path / "out"), mail=mail(desk)))
    found = diagnose(chosen, {})
    (check,) = [one for one in found.checks if one.name == "mail"]

    assert (check.state, found.is_fit) == (State.FAILED, False)
    assert "cannot be reached" in check.found
