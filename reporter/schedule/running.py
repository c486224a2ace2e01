"""What is due is carried out, and what waits is sent. Whoever calls this, a clock of the system's, calls it again."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reporter.deliver.database import Database
from reporter.deliver.outbox import Entry, Outbox
from reporter.dispatch.reading import Desk
from reporter.dispatch.resending import resend
from reporter.errors import DeliveryError, InternalError, ReporterError
from reporter.model import Settings
from reporter.schedule.job import Job
from reporter.schedule.slots import Slot, Slots, SlotState
from reporter.schedule.timetable import check_jobs
from reporter.schedule.work import Work, work_of
from reporter.settings import InForce

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """One slot that was carried out here; `problems` are stories that could not be read, with the reason, and `sent`
    what went out afterwards, with what became of it."""

    slot: Slot
    state: SlotState
    reason: str
    problems: tuple[tuple[str, str], ...] = ()
    sent: tuple[Entry, ...] = ()


def run_due(
    chosen: InForce,
    database: Database,
    environment: Mapping[str, str],
    clock: Callable[[], datetime],
    *,
    step: Callable[[str], None] = lambda _: None,
    sent: Callable[[Sequence[Entry]], None] = lambda _: None,
) -> Iterator[Ran]:
    """Carry out every slot that is due, each once over all processes, and send what waits.

    `step` is told what is being done, `sent` what was sent that had waited from before. A fault in one job is its
    slot's state, and the others go on. Raises UsageError for a job that cannot run at all, and DeliveryError for an
    outbox that cannot be used: then nothing more is done.
    """
    jobs = chosen.delivery.jobs
    check_jobs(jobs)
    lease = timedelta(seconds=chosen.delivery.lease)
    outbox, slots = Outbox(database, lease=lease), Slots(database, lease=lease)
    desks: dict[tuple[str | None, str | None], Desk] = {}
    step("sending what waits")
    sent(resend(outbox.waiting(clock()), outbox, chosen, environment, clock))
    for job in jobs:
        slot = slots.claim(job, clock())
        if slot is None:
            continue
        step(f"running {job.name}")
        key = (job.template, job.brief_language)
        desk = desks.setdefault(key, Desk(_settings(job, chosen.settings), chosen.delivery))
        ran = _ran(job, slot, slots, outbox, desk, chosen, clock)
        if ran is not None:
            yield replace(ran, sent=resend(outbox.waiting(clock()), outbox, chosen, environment, clock))


def _ran(
    job: Job,
    slot: Slot,
    slots: Slots,
    outbox: Outbox,
    desk: Desk,
    chosen: InForce,
    clock: Callable[[], datetime],
) -> Ran | None:
    """The slot, carried out and closed; None where another process has taken it over in the meantime."""
    try:
        work = work_of(job, slot, slots.told(job.name), desk, chosen.delivery.mail, clock())
    except Exception as fault:  # noqa: BLE001 - one job's fault must not take the others with it; it is named
        error = fault if isinstance(fault, ReporterError) else InternalError.of(fault, f"the job {job.name}")
        work = Work(items=(), told=(), reason=f"{error.message} {error.remedy}", problems=())
        state = SlotState.FAILED
    else:
        state = SlotState.DONE
    try:
        is_ours = slots.close(slot, state, work.reason, clock(), outbox=outbox, items=work.items, told=work.told)
    except DeliveryError:  # the disk is full, or the file is held
        _put_back(slot, slots)
        raise
    return Ran(slot=slot, state=state, reason=work.reason, problems=work.problems) if is_ours else None


def _put_back(slot: Slot, slots: Slots) -> None:
    try:
        slots.put_back(slot)
    except DeliveryError as error:
        _log.info("the slot %s of %s stays claimed until its lease is over: %s", slot.slot, slot.job, error)


def _settings(job: Job, settings: Settings) -> Settings:
    return replace(
        settings,
        template=settings.template if job.template is None else job.template,
        brief_language=settings.brief_language if job.brief_language is None else job.brief_language,
    )
