"""The slots of jobs, each carried out once: claimed in the database before its work, closed with what it sends.

A slot's mails come into the outbox in the transaction that closes it. So a process that dies at its work leaves a slot
that another takes up, and nothing sent; one that dies afterwards leaves mails in the outbox, which go out from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from reporter.deliver.database import Database
from reporter.deliver.outbox import LEASE, Item, Outbox
from reporter.schedule.job import Job
from reporter.schedule.timetable import last_slot, slots

MOST_ATTEMPTS = 5
"""Processes that may die at one slot before it is given up."""

FRESH = timedelta(minutes=2)
"""How far back a job that was never seen before is due: the clock may have called us late."""


class SlotState(StrEnum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One time at which a job was due, in UTC."""

    job: str
    slot: datetime
    state: SlotState
    attempt: int
    reason: str
    changed: datetime


class Slots:
    """The slots in `database`. A claim counts as lost after `lease`. Raises DeliveryError as the database does."""

    def __init__(self, database: Database, *, lease: timedelta = LEASE) -> None:
        self._database = database
        self._lease = lease

    def note(self, job: str, since: datetime) -> None:
        """Remember from when on a job is due; one that is known already is left as it is."""
        with self._database.transaction():
            self._database.execute("INSERT OR IGNORE INTO jobs (job, since) VALUES (?, ?)", (job, since.isoformat()))

    def claim(self, job: Job, now: datetime) -> Slot | None:
        """The slot of a job that whoever asks is to carry out now, and nobody else; None for none.

        Of several that were missed it is the last; those before it are passed over, and so are those from before the
        hours that the job catches up. While one of a job is running, no other of it is due.
        """
        with self._database.transaction():
            self.note(job.name, now - FRESH)
            running = self._select("AND state = 'running' ORDER BY slot_utc LIMIT 1", (job.name,))
            if running:
                return self._taken_over(running[0], now)
            known = self._known_until(job.name)
            start = max(known, now - timedelta(hours=job.catch_up))
            due = slots(job, start, now)
            if start > known:
                self._pass_over_old(job, known, start)
            if not due:
                return None
            if len(due) > 1:
                told = f"{len(due) - 1} missed since {due[0]:%Y-%m-%d %H:%M} UTC; the next one stands for them"
                self._insert(job.name, due[-2], SlotState.PASSED_OVER, told, now)
            self._insert(job.name, due[-1], SlotState.RUNNING, "", now)
            return self._one(job.name, due[-1])

    def close(
        self,
        slot: Slot,
        state: SlotState,
        reason: str,
        now: datetime,
        *,
        outbox: Outbox,
        items: Sequence[Item] = (),
        told: Sequence[str] = (),
    ) -> bool:
        """Close a slot, and with it put `items` into the outbox and `told`, what they tell, on record; all or nothing.

        False where another process has taken the slot over: then nothing is written.
        """
        with self._database.transaction():
            done = self._database.execute(
                "UPDATE slots SET state = ?, reason = ?, changed = ? "
                "WHERE job = ? AND slot_utc = ? AND attempt = ? AND state = 'running'",
                (state.value, reason, now.isoformat(), slot.job, slot.slot.isoformat(), slot.attempt),
            )
            if done.rowcount != 1:
                return False
            outbox.enqueue(items, now)
            for brief in told:
                self._database.execute(
                    "INSERT OR IGNORE INTO told (job, brief, slot_utc) VALUES (?, ?, ?)",
                    (slot.job, brief, slot.slot.isoformat()),
                )
            return True

    def put_back(self, slot: Slot) -> None:
        """Give up a claim, so that the slot is due again: what stood in the way was not its own fault."""
        with self._database.transaction():
            self._database.execute(
                "DELETE FROM slots WHERE job = ? AND slot_utc = ? AND attempt = ? AND state = 'running'",
                (slot.job, slot.slot.isoformat(), slot.attempt),
            )

    def told(self, job: str) -> frozenset[str]:
        """The briefs that a job has sent before."""
        rows = self._database.execute("SELECT brief FROM told WHERE job = ?", (job,)).fetchall()
        return frozenset(str(row[0]) for row in rows)

    def last(self, job: str) -> Slot | None:
        """The latest slot of a job that was not passed over."""
        return next(iter(self._select("AND state != 'passed over' ORDER BY slot_utc DESC LIMIT 1", (job,))), None)

    def all(self, job: str) -> tuple[Slot, ...]:
        """All slots of a job, the oldest first."""
        return self._select("ORDER BY slot_utc", (job,))

    def _taken_over(self, slot: Slot, now: datetime) -> Slot | None:
        """A slot whose process is lost, for another to carry out; None while its time is not over."""
        if slot.changed >= now - self._lease:
            return None
        if slot.attempt >= MOST_ATTEMPTS:
            self._database.execute(
                "UPDATE slots SET state = 'failed', reason = ?, changed = ? WHERE job = ? AND slot_utc = ?",
                (
                    f"taken up {slot.attempt} times, and each time its process ended before it was done",
                    now.isoformat(),
                    slot.job,
                    slot.slot.isoformat(),
                ),
            )
            return None
        self._database.execute(
            "UPDATE slots SET attempt = attempt + 1, changed = ? WHERE job = ? AND slot_utc = ?",
            (now.isoformat(), slot.job, slot.slot.isoformat()),
        )
        return self._one(slot.job, slot.slot)

    def _known_until(self, job: str) -> datetime:
        row = self._database.execute(
            "SELECT max(moment) FROM (SELECT since AS moment FROM jobs WHERE job = ? "
            "UNION ALL SELECT slot_utc FROM slots WHERE job = ?)",
            (job, job),
        ).fetchone()
        return datetime.fromisoformat(row[0])

    def _pass_over_old(self, job: Job, known: datetime, start: datetime) -> None:
        old = last_slot(job, start)
        if old is not None and old > known:
            told = f"missed since {known:%Y-%m-%d %H:%M} UTC, more than {job.catch_up:g} hours before it could run"
            self._insert(job.name, old, SlotState.PASSED_OVER, told, start)

    def _insert(self, job: str, slot: datetime, state: SlotState, reason: str, now: datetime) -> None:
        self._database.execute(
            "INSERT INTO slots (job, slot_utc, state, attempt, reason, changed) VALUES (?, ?, ?, 1, ?, ?)",
            (job, slot.isoformat(), state.value, reason, now.isoformat()),
        )

    def _one(self, job: str, slot: datetime) -> Slot:
        return self._select("AND slot_utc = ?", (job, slot.isoformat()))[0]

    def _select(self, condition: str, values: tuple[object, ...]) -> tuple[Slot, ...]:
        rows = self._database.execute(
            f"SELECT job, slot_utc, state, attempt, reason, changed FROM slots WHERE job = ? {condition}",  # noqa: S608
            values,
        ).fetchall()
        return tuple(
            Slot(
                job=job,
                slot=datetime.fromisoformat(slot),
                state=SlotState(state),
                attempt=attempt,
                reason=reason,
                changed=datetime.fromisoformat(changed),
            )
            for job, slot, state, attempt, reason, changed in rows
        )
