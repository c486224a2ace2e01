"""Everything that is sent anywhere: what was queued, is being sent, was accepted, failed, or is not known.

A delivery is written down with all that it carries before anything is sent (queued), claimed by one process when it
goes (sending), and settled when the other side has answered. What was accepted, or whose fate nobody knows, is not
queued again by itself: that is what keeps a mail from going out twice. A claim whose process died is *unknown* once
its time is over, and stays so until a person says otherwise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.deliver.database import Database

LEASE = timedelta(minutes=15)
"""A delivery that is still "sending" after this has lost its process."""


class State(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is to be sent: `content` to `target`. `key` is what must not go there twice; `subject` tells a person what
    it is."""

    kind: str
    key: str
    target: str
    subject: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One delivery. Times are in UTC; `next_try` is None where it may go at once, or is over. `content` is the SHA-256
    of what it carries, None once it was accepted."""

    id: int
    kind: str
    key: str
    target: str
    subject: str
    state: State
    attempt: int
    reason: str
    created: datetime
    changed: datetime
    next_try: datetime | None = None
    content: str | None = None


_COLUMNS = "id, kind, key, target, subject, state, attempt, reason, created, changed, next_try, content"


class Outbox:
    """The deliveries in `database`. A claim counts as lost after `lease`. Raises DeliveryError as the database does."""

    def __init__(self, database: Database, *, lease: timedelta = LEASE) -> None:
        self._database = database
        self._lease = lease

    def enqueue(self, items: Sequence[Item], now: datetime, *, again: bool = False) -> tuple[Entry, ...]:
        """Write items down, all or none; those that are now to be sent, in their order.

        One that waits or has failed is to be sent. One that was accepted, is being sent, or is of unknown fate is left
        alone, unless it is wanted `again`: then only what is being sent right now is left.
        """
        left = [State.SENDING] if again else [State.SENDING, State.ACCEPTED, State.UNKNOWN]
        found = []
        with self._database.transaction():
            self._settle_lost(now)
            for item in items:
                before = self._of(item)
                if before is None or before.state not in left:
                    found.append(self._queued(item, now))
        return tuple(found)

    def claim(self, entry: Entry, now: datetime) -> Entry | None:
        """The delivery to be sent by whoever asks, and by nobody else; None where another has it."""
        with self._database.transaction():
            taken = self._database.execute(
                "UPDATE deliveries SET state = 'sending', attempt = attempt + 1, reason = '', changed = ?, "
                "next_try = NULL WHERE id = ? AND state = 'queued'",
                (now.isoformat(), entry.id),
            )
            return self.entry(entry.id) if taken.rowcount else None

    def settle(
        self, entry: Entry, state: State, reason: str, now: datetime, *, next_try: datetime | None = None
    ) -> None:
        """Write down what became of a delivery that was claimed. What it carried is kept until it was accepted.

        A claim that was lost in between, and sent again by a person's wish, is no longer ours to settle.
        """
        with self._database.transaction():
            self._database.execute(
                "UPDATE deliveries SET state = ?, reason = ?, changed = ?, next_try = ? "
                "WHERE id = ? AND attempt = ? AND state IN ('sending', 'unknown')",
                (state.value, reason, now.isoformat(), _written(next_try), entry.id, entry.attempt),
            )
            if state is State.ACCEPTED:
                self._let_go(entry)

    def waiting(self, now: datetime) -> tuple[Entry, ...]:
        """What is queued and may go now, those that came first coming first."""
        with self._database.transaction():
            self._settle_lost(now)
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM deliveries WHERE state = 'queued' "  # noqa: S608 - our own columns
                "AND (next_try IS NULL OR next_try <= ?) ORDER BY created, id",
                (now.isoformat(),),
            ).fetchall()
        return tuple(_entry(row) for row in rows)

    def requeue(self, entry: Entry, now: datetime) -> bool:
        """A person wants this one tried again, at once; False where it was accepted, or is being sent."""
        with self._database.transaction():
            self._settle_lost(now)
            done = self._database.execute(
                "UPDATE deliveries SET state = 'queued', next_try = NULL, changed = ? "
                "WHERE id = ? AND state IN ('queued', 'failed', 'unknown')",
                (now.isoformat(), entry.id),
            )
        return done.rowcount == 1

    def content(self, entry: Entry) -> bytes | None:
        """What a delivery carries; None once it was accepted."""
        row = self._database.execute("SELECT data FROM contents WHERE sha256 = ?", (entry.content,)).fetchone()
        return None if row is None else bytes(row[0])

    def entry(self, identifier: int) -> Entry | None:
        row = self._database.execute(
            f"SELECT {_COLUMNS} FROM deliveries WHERE id = ?",  # noqa: S608 - our own columns
            (identifier,),
        ).fetchone()
        return None if row is None else _entry(row)

    def entries(self, now: datetime, state: State | None = None) -> tuple[Entry, ...]:
        """All deliveries, or those of one state, the latest first."""
        with self._database.transaction():
            self._settle_lost(now)
            rows = self._database.execute(
                f"SELECT {_COLUMNS} FROM deliveries WHERE ? IS NULL OR state = ? "  # noqa: S608 - our own columns
                "ORDER BY changed DESC, id DESC",
                (state, state),
            ).fetchall()
        return tuple(_entry(row) for row in rows)

    def _queued(self, item: Item, now: datetime) -> Entry:
        moment = now.isoformat()
        content = hashlib.sha256(item.content).hexdigest()
        before = self._of(item)
        self._database.execute("INSERT OR IGNORE INTO contents (sha256, data) VALUES (?, ?)", (content, item.content))
        self._database.execute(
            "INSERT INTO deliveries (kind, key, target, subject, state, attempt, reason, created, changed, content) "
            "VALUES (?, ?, ?, ?, 'queued', 0, '', ?, ?, ?) ON CONFLICT (kind, key, target) DO UPDATE SET "
            "state = 'queued', subject = excluded.subject, changed = excluded.changed, next_try = NULL, "
            "content = excluded.content",
            (item.kind, item.key, item.target, item.subject, moment, moment, content),
        )
        if before is not None:
            self._drop_unused(before.content)
        found = self._of(item)
        if found is None:
            raise RuntimeError("a delivery that was written down is not there")
        return found

    def _let_go(self, entry: Entry) -> None:
        self._database.execute("UPDATE deliveries SET content = NULL WHERE id = ? AND state = 'accepted'", (entry.id,))
        self._drop_unused(entry.content)

    def _drop_unused(self, content: str | None) -> None:
        self._database.execute(
            "DELETE FROM contents WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM deliveries WHERE content = sha256)",
            (content,),
        )

    def _settle_lost(self, now: datetime) -> None:
        self._database.execute(
            "UPDATE deliveries SET state = 'unknown', reason = 'the process that sent it ended before it knew', "
            "changed = ? WHERE state = 'sending' AND changed < ?",
            (now.isoformat(), (now - self._lease).isoformat()),
        )

    def _of(self, item: Item) -> Entry | None:
        row = self._database.execute(
            f"SELECT {_COLUMNS} FROM deliveries WHERE kind = ? AND key = ? AND target = ?",  # noqa: S608 - our own columns
            (item.kind, item.key, item.target),
        ).fetchone()
        return None if row is None else _entry(row)


def _entry(row: tuple[int, str, str, str, str, str, int, str, str, str, str | None, str | None]) -> Entry:
    identifier, kind, key, target, subject, state, attempt, reason, created, changed, next_try, content = row
    return Entry(
        id=identifier,
        kind=kind,
        key=key,
        target=target,
        subject=subject,
        state=State(state),
        attempt=attempt,
        reason=reason,
        created=datetime.fromisoformat(created),
        changed=datetime.fromisoformat(changed),
        next_try=None if next_try is None else datetime.fromisoformat(next_try),
        content=content,
    )


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
