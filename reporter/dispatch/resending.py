"""What waits in the outbox, sent by the way of its kind: over one connection for all mails, ticket by ticket."""

from collections.abc import Mapping, Sequence

import msgspec

from reporter.deliver import sending
from reporter.deliver.mailing import MailServer
from reporter.deliver.outbox import Entry, Outbox
from reporter.deliver.secrets import secret
from reporter.deliver.settings import PASSWORD
from reporter.errors import DeliveryError
from reporter.settings import InForce


def resend(
    entries: Sequence[Entry], outbox: Outbox, chosen: InForce, environment: Mapping[str, str], clock: sending.Clock
) -> None:
    """Send queued deliveries, and settle each. What stands in the way of one becomes its reason."""
    mails = [entry for entry in entries if entry.kind == sending.KIND]
    if mails:
        server = MailServer(chosen.delivery.mail, secret(PASSWORD, environment))
        try:
            server.open()
        except DeliveryError as error:
            sending.refuse(mails, error, outbox, clock)
        else:
            with server:
                sending.deliver(mails, server, outbox, clock)


def opened(kind: str, content: bytes) -> tuple[str, bytes]:
    """What a delivery of a kind carries as a file: its ending, and its bytes."""
    if kind == sending.KIND:
        return "eml", msgspec.msgpack.decode(content, type=sending.Sealed).mail
    return "json", content
