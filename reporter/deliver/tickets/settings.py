"""Where tickets are kept. Keys are no settings: they come from the environment or the keyring."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

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


def guarded(url: str) -> str:
    """`url`, when a key may go there: over TLS, or to this machine. Raises UsageError `bad-setting` for any other,
    and for one that has a password in it, which messages would tell.

    >>> guarded("http://127.0.0.1:8080/desk")
    'http://127.0.0.1:8080/desk'
    """
    try:
        parts = urlsplit(url)
        host, is_whole = parts.hostname or "", parts.port != 0
    except ValueError:
        host, is_whole = "", False
    if not host or not is_whole or parts.scheme not in ("http", "https"):
        raise UsageError("bad-setting", f"{url!r} is no address of the web.", "Give url as https://… in reporter.toml.")
    if parts.username is not None:
        raise UsageError(
            "bad-setting",
            f"The url of the tickets at {host} has a name or a password in it.",
            "Give it without; user and key have places of their own.",
        )
    if parts.scheme == "http" and not _is_this_machine(host):
        raise UsageError(
            "bad-setting",
            f"{url} would carry the key over the net for all to read.",
            "Give it as https://…; http goes to this machine only.",
        )
    return url


def _is_this_machine(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):  # RFC 6761, section 6.3
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
