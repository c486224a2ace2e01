"""Briefs to whoever takes them as a signed message, as Standard Webhooks has it: www.standardwebhooks.com

For a system of tickets of which we know nothing else. The message tells all; what becomes of it is the receiver's.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from datetime import UTC
from urllib.parse import urlsplit

from reporter.deliver.tickets.asking import Asking
from reporter.deliver.tickets.settings import TicketSettings, key_variable
from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError

SHORTEST_KEY = 24
"""Bytes, by the specification."""

_PREFIX = "whsec_"


def open_webhook(name: str, settings: TicketSettings, key: str) -> Webhook:
    """A receiver at `settings.url`; `key` is the secret that it shares with us, in Base64, with or without "whsec_"
    before it. Raises DeliveryError `wrong-key` for what is no such secret."""
    try:
        secret = base64.b64decode(key.strip().removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) < SHORTEST_KEY:
        raise DeliveryError(
            "wrong-key",
            f"What {key_variable(name)} holds is no secret of {SHORTEST_KEY} bytes or more in Base64.",
            "Make one with: openssl rand -base64 32",
            can_retry=False,
        )
    asking = Asking(name=name, settings=settings, headers={"User-Agent": "reporter"}, secret=key)
    return Webhook(asking=asking, secret=secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A receiver of signed messages. Meets `TicketSystem`, as far as one can that is told and tells nothing."""

    asking: Asking
    secret: bytes = field(repr=False)

    def check(self) -> str:
        """Nothing is asked: any message would be taken for a brief."""
        return f"whoever takes what we sign, {self.asking.settings.url}"

    def files(self, ticket: str) -> tuple[Filed, ...]:  # noqa: ARG002 - the same for every ticket
        """None: a receiver tells nothing. It knows a brief that it has already by `webhook-id`."""
        return ()

    def read(self, ticket: str, filed: Filed) -> bytes:
        raise DeliveryError(
            "not-kept",
            f"{self.asking.name} ({self.asking.settings.url}) hands nothing back, so not {filed.name!r} "
            f"of ticket {ticket!r}.",
            "Look for it where the receiver puts it.",
            can_retry=False,
        )

    def post(self, ticket: str, posting: Posting) -> str:
        """One message with everything in it. The link is what the receiver says in Location, else its own address."""
        body = json.dumps(_message(ticket, posting), ensure_ascii=False).encode()
        path = "/" if self.asking.settings.url.endswith("/") else ""
        headers = signed(posting.identity, int(posting.posted.timestamp()), body, self.secret)
        answer = self.asking.ask("POST", path, headers=headers, sealed=body, size=len(posting.data))
        link = answer.headers.get("Location", "")
        return link if urlsplit(link).scheme in ("http", "https") else self.asking.settings.url

    def withdraw(self, ticket: str, filed: Filed) -> bool:  # noqa: ARG002 - the same for every file
        """False: what was sent is the receiver's."""
        return False


def signed(identity: str, timestamp: int, body: bytes, secret: bytes) -> dict[str, str]:
    """The headers of a message, `timestamp` in seconds since 1970.

    >>> signed("brief-1", 1772442000, b"{}", b"0" * 24)["webhook-signature"]
    'v1,/R5ZAUyYQYvPzT9DCKi7UDRGl/1CdzJmTau5l4j2b8E='
    """
    seal = hmac.digest(secret, f"{identity}.{timestamp}.".encode() + body, hashlib.sha256)
    return {
        "webhook-id": identity,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{base64.b64encode(seal).decode()}",
    }


def _message(ticket: str, posting: Posting) -> dict[str, object]:
    return {
        "type": "brief.posted",
        "timestamp": posting.posted.astimezone(UTC).isoformat(),
        "data": {
            "ticket": ticket,
            "identity": posting.identity,
            "name": posting.name,
            "media_type": "/".join(posting.kind),
            "about": posting.about,
            "comment": posting.comment,
            "size": len(posting.data),
            "sha256": hashlib.sha256(posting.data).hexdigest(),
            "content": base64.b64encode(posting.data).decode(),
        },
    }
