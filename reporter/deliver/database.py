"""The one SQLite file of all deliveries and of the slots of jobs, and its troubles as errors that say what to do.

Writers wait for one another in the file's own locks, so that processes, and machines on a file system whose locks work,
share it. For that it keeps a rollback journal: a write-ahead log would tie it to one machine
(https://sqlite.org/wal.html, section 1).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from reporter.errors import DeliveryError

VERSION = 2
BUSY_SECONDS = 10.0

_SCHEMA = (
    """
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
""",
    """
CREATE TABLE IF NOT EXISTS contents (
  sha256 TEXT PRIMARY KEY,
  data BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE IF NOT EXISTS jobs (
  job TEXT PRIMARY KEY,
  since TEXT NOT NULL
) STRICT
""",
    """
CREATE TABLE IF NOT EXISTS slots (
  job TEXT NOT NULL,
  slot_utc TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'passed over')),
  attempt INTEGER NOT NULL,
  reason TEXT NOT NULL,
  changed TEXT NOT NULL,
  UNIQUE (job, slot_utc)
) STRICT
""",
    """
CREATE TABLE IF NOT EXISTS told (
  job TEXT NOT NULL,
  brief TEXT NOT NULL,
  slot_utc TEXT NOT NULL,
  UNIQUE (job, brief)
) STRICT
""",
)


class Database:
    """The file at `path`, made when it is not there. Raises DeliveryError `outbox-not-writable`, `outbox-locked`,
    `bad-outbox`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.touch(mode=0o600)  # it holds mails that have not gone yet
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA secure_delete = ON")  # a story that was sent is gone when it is deleted
        try:
            self._renew()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._connection.close()

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Run one statement; for writing, inside of a transaction."""
        with self._told():
            return self._connection.execute(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One that writes from its first moment, so that two processes wait for one another and neither fails late.

        Inside of one that is open already it is a part of that: all of it is kept, or nothing.
        """
        if self._is_writing():
            yield
            return
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._told():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._is_writing():  # a full disk has rolled it back already
                self._connection.execute("ROLLBACK")
            raise

    def _is_writing(self) -> bool:
        return self._connection.in_transaction

    def _renew(self) -> None:
        found = self._version()
        if found == VERSION:
            return
        if found > VERSION:
            raise DeliveryError(
                "bad-outbox",
                f"The outbox {self.path} was made by a newer version (its schema is {found}, this one's {VERSION}).",
                "Update reporter, or give another file as outbox.",
                can_retry=False,
            )
        self.execute("PRAGMA journal_mode = DELETE")
        with self.transaction():
            if self._version() == VERSION:  # another process was faster
                return
            for statement in _SCHEMA:
                self.execute(statement)
            self.execute("ALTER TABLE deliveries ADD COLUMN next_try TEXT")
            self.execute("ALTER TABLE deliveries ADD COLUMN content TEXT REFERENCES contents (sha256)")
            self.execute(f"PRAGMA user_version = {VERSION}")

    def _version(self) -> int:
        found: int = self.execute("PRAGMA user_version").fetchone()[0]
        return found

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's troubles as errors that say what to do."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise DeliveryError(
                    "outbox-locked",
                    f"The outbox {self.path} is in use by another process for more than {BUSY_SECONDS:.0f} seconds.",
                    "Try again; when no other reporter runs, see which program holds the file.",
                    can_retry=True,
                ) from error
            raise self._not_writable(str(error)) from error
        except sqlite3.DatabaseError as error:
            raise DeliveryError(
                "bad-outbox",
                f"The outbox {self.path} cannot be read: {error}.",
                "Move the file away; it is kept, and a new one is made, which knows nothing of what was sent before.",
                can_retry=False,
            ) from error
        except OSError as error:
            raise self._not_writable(error.strerror or str(error)) from error

    def _not_writable(self, reason: str) -> DeliveryError:
        return DeliveryError(
            "outbox-not-writable",
            f"The outbox {self.path} cannot be written: {reason}.",
            "Give a file that you may write to as outbox, on a disk with room; nothing is sent without it.",
            can_retry=False,
        )
