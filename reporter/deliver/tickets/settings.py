"""Where tickets are kept. Keys are no settings: they come from the environment or the keyring."""

import re
from dataclasses import dataclass

from reporter.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketSettings:
    """One system of tickets.

    `kind` is one of the known systems (None: as the table is called), `url` its root, `user` who logs in where a key
    alone does not say it. `ca_file` holds certificates to trust beside the system's; `timeout` is in seconds.
    """

    url: str
    kind: str | None = None
    user: str | None = None
    ca_file: str | None = None
    timeout: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One ticket: `system` is the name of a table under [tickets], `ticket` what the system calls it."""

    system: str
    ticket: str

    def __str__(self) -> str:
        return f"{self.system}:{self.ticket}"


_REFERENCE = re.compile(r"(?P<system>[A-Za-z][\w-]*):(?P<ticket>[^\s:][^\s]*)")


def reference(written: str) -> Reference:
    """The ticket that is meant. Raises UsageError `bad-ticket`.

    >>> str(reference("gitlab:news/desk#12"))
    'gitlab:news/desk#12'
    """
    found = _REFERENCE.fullmatch(written.strip())
    if found is None:
        raise UsageError(
            "bad-ticket",
            f"{written!r} is no ticket.",
            "Write it as SYSTEM:TICKET, such as redmine:1234 or jira:DESK-7.",
        )
    return Reference(system=found["system"], ticket=found["ticket"])


def key_variable(system: str) -> str:
    """The variable that holds the key of a system.

    >>> key_variable("city-desk")
    'REPORTER_TICKETS_CITY_DESK_KEY'
    """
    return f"REPORTER_TICKETS_{system.upper().replace('-', '_')}_KEY"
