"""The servers that briefs go to, asked whether they would take them; nothing is sent and nothing changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reporter.deliver.mailing import MailServer
from reporter.deliver.secrets import secret
from reporter.deliver.settings import PASSWORD
from reporter.dispatch.opening import open_database, opener_of
from reporter.errors import ReporterError
from reporter.schedule.timetable import check_jobs
from reporter.settings import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one of them said; `remedy` is None where all is well."""

    name: str
    found: str
    remedy: str | None = None


def asked(chosen: Delivery, environment: Mapping[str, str]) -> Iterator[Answer]:
    """The mail server, each system of tickets, the outbox and the jobs: those that are set."""
    if chosen.mail.host is not None:
        server = MailServer(chosen.mail, secret(PASSWORD, environment))
        yield _answer("mail", server.check)
    open_system = opener_of(chosen, environment)
    for name in chosen.tickets:
        yield _answer(f"tickets.{name}", lambda name=name: open_system(name).check())  # type: ignore[misc]
    if chosen.mail.host is not None or chosen.tickets or chosen.jobs:
        yield _answer("outbox", lambda: _outbox(chosen, environment))
    if chosen.jobs:
        yield _answer("jobs", lambda: _jobs(chosen))


def _answer(name: str, ask: Callable[[], str]) -> Answer:
    try:
        return Answer(name=name, found=ask())
    except ReporterError as error:
        return Answer(name=name, found=error.message, remedy=error.remedy)


def _outbox(chosen: Delivery, environment: Mapping[str, str]) -> str:
    with open_database(chosen.outbox, environment) as database, database.transaction():
        (waiting,) = database.execute("SELECT count(*) FROM deliveries WHERE state = 'queued'").fetchone()
        (unknown,) = database.execute("SELECT count(*) FROM deliveries WHERE state = 'unknown'").fetchone()
        return f"{database.path}: {waiting} queued, {unknown} unknown"


def _jobs(chosen: Delivery) -> str:
    check_jobs(chosen.jobs)
    return f"{len(chosen.jobs)}, all of them can run"
