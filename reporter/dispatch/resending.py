"""What waits in the outbox, sent by the way of its kind: over one connection for all mails, ticket by ticket."""

import logging
from collections.abc import Mapping, Sequence

import msgspec

from reporter.deliver import sending
from reporter.deliver.mailing import MailServer
from reporter.deliver.outbox import Entry, Outbox
from reporter.deliver.secrets import secret
from reporter.deliver.settings import PASSWORD
from reporter.dispatch import attaching
from reporter.dispatch.opening import opener_of
from reporter.errors import DeliveryError, ReporterError
from reporter.settings import InForce

_log = logging.getLogger(__name__)


def resend(
    entries: Sequence[Entry], outbox: Outbox, chosen: InForce, environment: Mapping[str, str], clock: sending.Clock
) -> tuple[Entry, ...]:
    """Send queued deliveries, and settle each; as they are then. What stands in the way of one becomes its reason."""
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
    open_system = opener_of(chosen.delivery, environment)
    for entry in entries:
        if entry.kind == attaching.KIND:
            try:
                attaching.post(entry, open_system, chosen.settings, outbox, clock)
            except ReporterError as error:
                _log.info("delivery %s: %s", entry.id, error)  # the outbox has the reason
    return tuple(found for entry in entries if (found := outbox.entry(entry.id)) is not None)


def opened(kind: str, content: bytes) -> tuple[str, bytes]:
    """What a delivery of a kind carries as a file: its ending, and its bytes."""
    if kind == sending.KIND:
        return "eml", msgspec.msgpack.decode(content, type=sending.Sealed).mail
    return "json", content
