"""Everything that is sent anywhere, in one SQLite file: what was queued, accepted, failed, or is not known.

A delivery is claimed before it is sent and settled after. One of the same key that was accepted, or whose fate nobody
knows, is not claimed again, by whatever process: that is what keeps a mail from going out twice. A claim whose process
died is *unknown* once its time is over, and stays so until a person says otherwise.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from reporter.errors import DeliveryError

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1
_BUSY_SECONDS = 10.0
LEASE = timedelta(minutes=15)
"""A delivery that is still "sending" after this has lost its process."""


class State(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One delivery. `key` is what must not go to `target` twice; times are in UTC."""

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


_SCHEMA = """
CREATE TABLE IF NOT EXISTS deliveries (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  target TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'failed', 'unknown')),
  attempt INTEGER NOT NULL,
  reason TEXT NOT NULL,
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  UNIQUE (kind, key, target)
) STRICT
"""


class Outbox:
    """The file at `path`, made when it is not there. Raises DeliveryError `outbox-not-writable`, `outbox-locked`,
    `bad-outbox`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            found = self._database.execute("PRAGMA user_version").fetchone()[0]
            if found > VERSION:
                raise DeliveryError(
                    "bad-outbox",
                    f"The outbox {path} was made by a newer version (its schema is {found}, this program's {VERSION}).",
                    "Update reporter, or give another file as outbox.",
                    can_retry=False,
                )
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.execute(_SCHEMA)
            self._database.execute(f"PRAGMA user_version = {VERSION}")

    def close(self) -> None:
        self._database.close()

    def claim(
        self, kind: str, key: str, target: str, *, subject: str, now: datetime, again: bool = False
    ) -> Entry | None:
        """The delivery to send now, or None where it was accepted before, is being sent, or is of unknown fate.

        `again` sends one once more that was accepted or is unknown: a person wants it.
        """
        with self._transaction():
            self._settle_lost(now)
            before = self._one(kind, key, target)
            if before is not None:
                taken = {State.SENDING} if again else {State.SENDING, State.ACCEPTED, State.UNKNOWN}
                if before.state in taken:
                    return None
            moment = now.isoformat()
            self._database.execute(
                "INSERT INTO deliveries (kind, key, target, subject, state, attempt, reason, created, changed) "
                "VALUES (?, ?, ?, ?, 'sending', 1, '', ?, ?) ON CONFLICT (kind, key, target) DO UPDATE SET "
                "state = 'sending', attempt = attempt + 1, reason = '', subject = excluded.subject, "
                "changed = excluded.changed",
                (kind, key, target, subject, moment, moment),
            )
            return self._one(kind, key, target)

    def settle(self, entry: Entry, state: State, reason: str, now: datetime) -> None:
        """Write down what became of a delivery that was claimed."""
        with self._transaction():
            self._database.execute(
                "UPDATE deliveries SET state = ?, reason = ?, changed = ? WHERE id = ?",
                (state.value, reason, now.isoformat(), entry.id),
            )

    def entries(self, now: datetime, state: State | None = None) -> tuple[Entry, ...]:
        """All deliveries, or those of one state, the latest first."""
        with self._transaction():
            self._settle_lost(now)
            rows = self._database.execute(
                "SELECT * FROM deliveries WHERE ? IS NULL OR state = ? ORDER BY changed DESC, id DESC",
                (state, state),
            ).fetchall()
        return tuple(_entry(row) for row in rows)

    def _settle_lost(self, now: datetime) -> None:
        self._database.execute(
            "UPDATE deliveries SET state = 'unknown', reason = 'the process that sent it ended before it knew', "
            "changed = ? WHERE state = 'sending' AND changed < ?",
            (now.isoformat(), (now - LEASE).isoformat()),
        )

    def _one(self, kind: str, key: str, target: str) -> Entry | None:
        row = self._database.execute(
            "SELECT * FROM deliveries WHERE kind = ? AND key = ? AND target = ?", (kind, key, target)
        ).fetchone()
        return None if row is None else _entry(row)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One that writes from its first moment, so that two processes wait for one another and neither fails late."""
        with self._told():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's troubles as errors that say what to do."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise DeliveryError(
                    "outbox-locked",
                    f"The outbox {self.path} is in use by another process for more than {_BUSY_SECONDS:.0f} seconds.",
                    "Try again; when no other reporter runs, see which program holds the file.",
                    can_retry=True,
                ) from error
            raise self._not_writable(str(error)) from error
        except sqlite3.DatabaseError as error:
            raise DeliveryError(
                "bad-outbox",
                f"The outbox {self.path} cannot be read: {error}.",
                "Move the file away; it is kept, and a new one is made.",
                can_retry=False,
            ) from error
        except OSError as error:
            raise self._not_writable(error.strerror or str(error)) from error

    def _not_writable(self, reason: str) -> DeliveryError:
        return DeliveryError(
            "outbox-not-writable",
            f"The outbox {self.path} cannot be written: {reason}.",
            "Give a file that you may write to as outbox; nothing is sent without it.",
            can_retry=False,
        )


def _entry(row: tuple[int, str, str, str, str, str, int, str, str, str]) -> Entry:
    identifier, kind, key, target, subject, state, attempt, reason, created, changed = row
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
    )
