"""Fact-checks in one local SQLite file: searched by words (FTS5, BM25), written by several at once.

The file is marked as ours (`application_id`) and by the version of its tables (`user_version`). It is made whole under
another name and then linked into its place, so that of two who make it at once both find one that is ready.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reporter.errors import DeliveryError, InputError
from reporter.folders import data_file
from reporter.model import FactCheck

APPLICATION = 0x52465043
"""`PRAGMA application_id` of a store: "RFPC"."""
VERSION = 1
PATIENCE = 30.0
"""Seconds for which one waits on another who is writing; a batch takes some hundredths."""
MOST_WORDS = 40
"""Words of a question; the others of a longer one add nothing to the order."""

_TABLES = """
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    claim TEXT NOT NULL,
    reviewed TEXT,
    record TEXT NOT NULL,
    UNIQUE (url, claim)
);
CREATE INDEX reviews_by_day ON reviews (reviewed DESC);
CREATE VIRTUAL TABLE words USING fts5(
    claim, content = 'reviews', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER reviews_added AFTER INSERT ON reviews BEGIN
    INSERT INTO words (rowid, claim) VALUES (new.id, new.claim);
END;
"""
# `claim` is part of the key and never updated, so the words need no other trigger.

_STORED = "SELECT record FROM reviews WHERE url = ? AND claim = ?"
_INSERT = "INSERT INTO reviews (url, claim, reviewed, record) VALUES (?, ?, ?, ?)"
_UPDATE = "UPDATE reviews SET reviewed = ?, record = ? WHERE url = ? AND claim = ?"

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What became of some reviews: how many are new, changed, and as they were."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: Stored) -> Stored:
        return Stored(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
        )


def default_path(environment: Mapping[str, str]) -> Path | None:
    """Where the user's own store lies; None where no home is known."""
    return data_file("factchecks.sqlite", environment)


class Store:
    """A store at `path`. Each call opens the file and closes it again; none is held open between them.

    Every method raises InputError `bad-factcheck-store` for a file that is broken, of another program or of a newer
    version, and DeliveryError `factchecks-locked` when others write for longer than `patience` seconds.
    """

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self.path = path
        self.patience = patience

    def add(self, reviews: Sequence[FactCheck]) -> Stored:
        """Put `reviews` in, all or none. One with the address and the claim of a stored one takes its place."""
        self._make()
        with self._opened(writes=True) as connection:
            connection.execute("BEGIN IMMEDIATE")
            added = changed = 0
            for one in reviews:
                record = msgspec.json.encode(one).decode()
                stored = connection.execute(_STORED, (one.url, one.claim)).fetchone()
                if stored is None:
                    connection.execute(_INSERT, (one.url, one.claim, _day(one), record))
                    added += 1
                elif stored[0] != record:
                    connection.execute(_UPDATE, (_day(one), record, one.url, one.claim))
                    changed += 1
            connection.execute("COMMIT")
        return Stored(added=added, changed=changed, unchanged=len(reviews) - added - changed)

    def count(self) -> int:
        with self._opened() as connection:
            return _count(connection)

    def latest(self, most: int) -> tuple[FactCheck, ...]:
        """At most `most` reviews, the latest first."""
        with self._opened() as connection:
            rows = connection.execute(
                "SELECT record FROM reviews ORDER BY reviewed IS NULL, reviewed DESC, url, claim LIMIT ?", (most,)
            )
            return tuple(self._read(row[0]) for row in rows)

    def search(self, words: Iterable[str], most: int, *, stems: Iterable[str] = ()) -> tuple[FactCheck, ...]:
        """At most `most` reviews whose claim has one of `words`, or a word that begins with one of `stems`; those with
        more and rarer ones first (BM25)."""
        question = _question(words, stems)
        if not question:
            return ()
        with self._opened() as connection:
            rows = connection.execute(
                "SELECT reviews.record FROM words JOIN reviews ON reviews.id = words.rowid WHERE words MATCH ? "
                "ORDER BY bm25(words), reviews.url, reviews.claim LIMIT ?",
                (question, most),
            )
            return tuple(self._read(row[0]) for row in rows)

    def _read(self, record: str) -> FactCheck:
        try:
            return msgspec.json.decode(record, type=FactCheck)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise self._bad(f"holds a review that cannot be read ({error})") from error

    def _make(self) -> None:
        """The file with its tables, where there is none."""
        if self.path.exists():
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.path.parent, prefix=".factchecks-") as folder:
                made = Path(folder) / "new.sqlite"
                connection = sqlite3.connect(made, isolation_level=None)
                try:
                    connection.execute("PRAGMA journal_mode = WAL")
                    connection.execute(f"PRAGMA application_id = {APPLICATION}")
                    connection.executescript(_TABLES)
                    connection.execute(f"PRAGMA user_version = {VERSION}")
                finally:
                    connection.close()
                _put_in_place(made, self.path)
        except sqlite3.Error as error:
            raise self._bad(f"cannot be made: {error}") from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise DeliveryError(
                "factchecks-not-writable",
                f"The store of fact-checks cannot be made at {self.path}: {reason}.",
                "Choose a folder that you may write to with --factchecks.",
                can_retry=False,
            ) from error

    @contextmanager
    def _opened(self, *, writes: bool = False) -> Iterator[sqlite3.Connection]:
        if self.path.is_dir():
            raise self._bad("is a folder")
        if not self.path.is_file():
            raise InputError(
                "no-factcheck-store",
                f"There is no store of fact-checks at {self.path}.",
                "Make one with `reporter factchecks import FILE`, or name another with --factchecks.",
            )
        try:
            connection = sqlite3.connect(_address(self.path, writes), uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise self._bad(f"cannot be opened: {error}") from error
        try:
            connection.execute(f"PRAGMA busy_timeout = {int(self.patience * 1000)}")
            connection.execute(f"PRAGMA query_only = {0 if writes else 1}")
            self._check(connection)
            yield connection
        except sqlite3.Error as error:
            raise self._told(error) from error
        finally:
            connection.close()

    def _check(self, connection: sqlite3.Connection) -> None:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION:
            raise self._bad("is no store of fact-checks")
        if version > VERSION:
            raise InputError(
                "factcheck-store-too-new",
                f"The store of fact-checks {self.path} has version {version}; this program reads version {VERSION}.",
                "Use the version of reporter that wrote it, or import into another file with --factchecks.",
            )

    def _told(self, error: sqlite3.Error) -> InputError | DeliveryError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return DeliveryError(
                "factchecks-locked",
                f"Somebody else is writing to the store of fact-checks {self.path}, for more than "
                f"{self.patience:g} seconds.",
                "Try again when they are done.",
                can_retry=True,
            )
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM):
            return DeliveryError(
                "factchecks-not-writable",
                f"The store of fact-checks {self.path} cannot be written to: {error}.",
                "See that you may write to it and to its folder, and that there is room.",
                can_retry=False,
            )
        return self._bad(f"cannot be used: {error}")

    def _bad(self, what: str) -> InputError:
        return InputError(
            "bad-factcheck-store",
            f"The store of fact-checks {self.path} {what}.",
            "Name another file with --factchecks, or move this one away and import again.",
        )


def _put_in_place(made: Path, path: Path) -> None:
    """Give the finished file its name, unless somebody was faster: theirs is as good."""
    with suppress(FileExistsError):
        if hasattr(os, "link"):
            try:
                os.link(made, path)
            except FileExistsError:
                raise
            except OSError:  # a file system without links
                if not path.exists():
                    made.rename(path)
        else:
            made.rename(path)


def _address(path: Path, writes: bool) -> str:
    """As a URI. Who may write opens the file so, even to read: the last to close it then clears up the files beside it.
    Where the folder is read-only and nobody writes, the file is read as it lies, for SQLite could not make those."""
    uri = path.resolve().as_uri()
    if writes or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return f"{uri}?mode=rw"
    is_fixed = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{uri}?mode=ro" + ("&immutable=1" if is_fixed else "")


def _question(words: Iterable[str], stems: Iterable[str]) -> str:
    """In FTS5's language: any of the words. Each is quoted, so that none is an operator."""
    plain = dict.fromkeys(part.lower() for word in words for part in _WORD.findall(word))
    begun = dict.fromkeys(part.lower() for stem in stems for part in _WORD.findall(stem))
    return " OR ".join([*(f'"{word}"' for word in plain), *(f'"{stem}"*' for stem in begun)][:MOST_WORDS])


def _count(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
    return int(count)


def _day(one: FactCheck) -> str | None:
    day = one.reviewed_day
    return day.isoformat() if day is not None else None
