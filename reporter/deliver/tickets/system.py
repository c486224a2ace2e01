"""What every system of tickets does for us, and what goes to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from reporter.deliver.tickets.settings import TicketSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A file that is on a ticket. `id` is what the system calls it, `name` its file name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What is to be put on a ticket: a file, and a comment in plain text (its lists as lines that begin with "- ").

    `markdown` is the brief itself, for a system that takes no files. `identity` is the same for the same brief of the
    same story on the same ticket: a key against doing it twice, where a system knows such keys. `about` is one line
    for the description of the file. `posted` is the moment of this attempt, in a zone.
    """

    name: str
    data: bytes
    kind: tuple[str, str]
    about: str
    comment: str
    markdown: str
    identity: str
    posted: datetime
    record: bytes = b""
    """The brief as JSON, for a system that takes no files and has room to carry it."""


class TicketSystem(Protocol):
    """A system with someone logged in. Every method raises DeliveryError; `ticket` is what the system calls a ticket.

    A `post` that raises with `can_retry` may or may not have been done: its caller looks at `files` before it tries
    again.
    """

    def check(self) -> str:
        """Log in and change nothing: who is logged in, where."""

    def files(self, ticket: str) -> tuple[Filed, ...]:
        """All files of a ticket, those that were put there first coming first."""

    def read(self, ticket: str, filed: Filed) -> bytes:
        """The bytes of one of them; DeliveryError `not-kept` where the system keeps something else of it."""

    def post(self, ticket: str, posting: Posting) -> str:
        """Put file and comment on the ticket, in one step where the system has one; a link to it, or to the ticket."""

    def withdraw(self, ticket: str, filed: Filed) -> bool:
        """Take a file off the ticket; False where the system, or our rights in it, keep what once was attached."""


Opener = Callable[[str, TicketSettings, str], TicketSystem]
"""Makes a system of its name, its settings and its key; asks nothing of the server yet."""
