"""How a newsroom's mail goes out. Passwords are no settings: they come from the environment."""

from dataclasses import dataclass
from enum import StrEnum


class Security(StrEnum):
    """How the way to the mail server is guarded."""

    STARTTLS = "starttls"
    """Asked for at once (RFC 3207); a server that does not offer it is refused."""
    TLS = "tls"
    """From the first byte (RFC 8314)."""
    NONE = "none"
    """Not at all: for a server on the same machine."""


PASSWORD = "REPORTER_SMTP_PASSWORD"  # noqa: S105 - the name of a variable
PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """The mail server, and what each mail says of who sent it.

    `sender` is the address in From ("The desk <desk@example.org>"), `reply_to` where answers go, `list_unsubscribe` an
    address or link for who wants no more. `user` logs in with the password in REPORTER_SMTP_PASSWORD. `ca_file` holds
    certificates to trust beside the system's. `timeout` is in seconds, `largest` in bytes of the whole mail; `attach`
    names the formats that go with it. `dkim_domain` and `dkim_selector` say which signature a mail gets (RFC 6376), and
    `dkim_key` is the file of the private key, PEM; without all three there is none.
    """

    host: str | None = None
    port: int | None = None
    security: Security = Security.STARTTLS
    user: str | None = None
    sender: str | None = None
    reply_to: str | None = None
    list_unsubscribe: str | None = None
    ca_file: str | None = None
    timeout: float = 30.0
    largest: int = 20_000_000
    attach: tuple[str, ...] = ("pdf",)
    dkim_domain: str | None = None
    dkim_selector: str | None = None
    dkim_key: str | None = None

    @property
    def port_used(self) -> int:
        return PORTS[self.security] if self.port is None else self.port
