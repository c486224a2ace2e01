"""Mails on their way: written down in the outbox, claimed, handed to the server, settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from reporter.deliver.mailing import Fate, MailServer, Receipt
from reporter.deliver.message import Letter, composed
from reporter.deliver.outbox import Entry, Item, Outbox, State
from reporter.deliver.retrying import next_try
from reporter.errors import DeliveryError

if TYPE_CHECKING:
    pass

KIND = "mail"
Clock = Callable[[], datetime]

_STATES = {
    Fate.ACCEPTED: State.ACCEPTED,
    Fate.FAILED: State.FAILED,
    Fate.DEFERRED: State.QUEUED,
    Fate.UNKNOWN: State.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A mail as it goes out: who sends it, and its bytes (RFC 5322)."""

    sender: str
    mail: bytes


def items_of(letter: Letter) -> tuple[Item, ...]:
    """One item of the outbox for each recipient. Raises ValueError for what cannot be written as a mail."""
    content = msgspec.msgpack.encode(Sealed(sender=letter.sender.addr_spec, mail=composed(letter).as_bytes()))
    return tuple(
        Item(kind=KIND, key=letter.identity, target=one.addr_spec, subject=letter.subject, content=content)
        for one in letter.recipients
    )


def send_letter(
    letter: Letter, server: MailServer, outbox: Outbox, clock: Clock, *, again: bool = False
) -> tuple[Receipt, ...]:
    """Send a letter to those who do not have it yet; what the server said for each of them, in their order.

    One who has it already, or of whom nobody knows, gets no second (`again`: gets one all the same) and no receipt.
    Raises DeliveryError where no connection comes about: the letter is in the outbox then.
    """
    waiting = outbox.enqueue(items_of(letter), clock(), again=again)
    if not waiting:
        return ()
    try:
        server.open()
    except DeliveryError as error:
        refuse(waiting, error, outbox, clock)
        raise
    with server:
        return deliver(waiting, server, outbox, clock)


def deliver(entries: Sequence[Entry], server: MailServer, outbox: Outbox, clock: Clock) -> tuple[Receipt, ...]:
    """Send queued mails through an open connection, those of one content as one mail; what became of each that was
    ours to send, in their order."""
    receipts: list[Receipt] = []
    for _, group in groupby(entries, key=lambda entry: entry.content):
        receipts += _delivered(tuple(group), server, outbox, clock)
    return tuple(receipts)


def refuse(entries: Sequence[Entry], error: DeliveryError, outbox: Outbox, clock: Clock) -> None:
    """Write down that nothing of `entries` could be sent: to be tried again, where that can help."""
    for entry in entries:
        claimed = outbox.claim(entry, clock())
        if claimed is not None:
            settle(claimed, State.QUEUED if error.can_retry else State.FAILED, error.message, outbox, clock, error.wait)


def settle(entry: Entry, state: State, reason: str, outbox: Outbox, clock: Clock, wait: float | None = None) -> None:
    """Write down what became of a claimed delivery; one to be tried again has its time, or is given up."""
    when = next_try(entry.attempt, clock(), wait) if state is State.QUEUED else None
    if state is State.QUEUED and when is None:
        state, reason = State.FAILED, f"given up after {entry.attempt} attempts: {reason}"
    outbox.settle(entry, state, reason, clock(), next_try=when)


def _delivered(entries: Sequence[Entry], server: MailServer, outbox: Outbox, clock: Clock) -> tuple[Receipt, ...]:
    data = outbox.content(entries[0])
    claimed = [one for one in (outbox.claim(entry, clock()) for entry in entries) if one is not None]
    if data is None or not claimed:  # another process was faster
        return ()
    sealed = msgspec.msgpack.decode(data, type=Sealed)
    by_target = {one.target: one for one in claimed}
    try:
        receipts = server.send(sealed.mail, sealed.sender, tuple(by_target))
    except DeliveryError as error:  # nothing of it was sent
        for entry in claimed:
            settle(entry, State.FAILED, error.message, outbox, clock)
        raise
    for receipt in receipts:
        settle(by_target[receipt.recipient], _STATES[receipt.fate], receipt.reason, outbox, clock)
    return receipts
