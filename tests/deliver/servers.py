"""Mail servers on this machine that behave as a test wants."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Desk:
    """What a server took, and what it refuses: an answer by recipient, or one to the mail itself."""

    host: str = "127.0.0.1"
    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    taken: list[tuple[str, ...]] = field(default_factory=list)
    connections: int = 0
    refuses: dict[str, str] = field(default_factory=dict)
    answer: str = "250 OK"
    hangs_up: bool = False

    async def handle_EHLO(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        if self.answer.startswith("250"):
            self.raw.append(content)
            self.mails.append(message_from_bytes(content, policy=policy.default))
            self.taken.append(tuple(envelope.rcpt_tos))
        if self.hangs_up and server.transport is not None:
            server.transport.close()
        return self.answer


def _login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    is_right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"desk", b"open sesame")
    return AuthResult(success=is_right, handled=False)


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    desk: Desk, *, tls: ssl.SSLContext | None = None, needs_login: bool = False, limit: int = 10_000_000
) -> Iterator[Desk]:
    """The server, on a free port of its own, for as long as the `with` holds."""
    controller = Controller(
        desk,
        hostname=desk.host,
        port=_free_port(desk.host),
        tls_context=tls,
        authenticator=_login,
        auth_required=needs_login,
        auth_require_tls=False,
        data_size_limit=limit,
        enable_SMTPUTF8=True,
    )
    controller.start()
    desk.port = controller.port
    try:
        yield desk
    finally:
        controller.stop()
