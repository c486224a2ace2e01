"""A letter on its way: claimed in the outbox, handed to the server, settled. All that goes out is written down."""

from collections.abc import Callable
from datetime import datetime

from reporter.deliver.mailing import Fate, MailServer, Receipt
from reporter.deliver.message import Letter, composed
from reporter.deliver.outbox import Entry, Outbox, State
from reporter.errors import DeliveryError

KIND = "mail"
_STATES = {
    Fate.ACCEPTED: State.ACCEPTED,
    Fate.FAILED: State.FAILED,
    Fate.DEFERRED: State.QUEUED,
    Fate.UNKNOWN: State.UNKNOWN,
}


def send_letter(
    letter: Letter, server: MailServer, outbox: Outbox, clock: Callable[[], datetime], *, again: bool = False
) -> tuple[Receipt, ...]:
    """Send a letter to those who do not have it yet; what the server said for each of them, in their order.

    One who has it already, or of whom nobody knows, gets no second (`again`: gets one all the same) and no receipt.
    Raises DeliveryError where no connection comes about: then each delivery is settled as failed, or queued where
    trying again can help.
    """
    mail = composed(letter)  # before anything is claimed: what cannot be written must not look as if it were on its way
    claimed: dict[str, Entry] = {}
    for one in letter.recipients:
        entry = outbox.claim(KIND, letter.identity, one.addr_spec, subject=letter.subject, now=clock(), again=again)
        if entry is not None:
            claimed[one.addr_spec] = entry
    if not claimed:
        return ()
    try:
        with server:
            receipts = server.send(mail, letter.sender.addr_spec, tuple(claimed))
    except DeliveryError as error:
        state = State.QUEUED if error.can_retry else State.FAILED
        for entry in claimed.values():
            outbox.settle(entry, state, error.message, clock())
        raise
    for receipt in receipts:
        outbox.settle(claimed[receipt.recipient], _STATES[receipt.fate], receipt.reason, clock())
    return receipts
