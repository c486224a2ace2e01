"""`reporter outbox`: what was sent, what became of it, and sending it again."""

import os
import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.terminal import Column, Terminal, print_records
from reporter.errors import DeliveryError, UsageError

if TYPE_CHECKING:
    from reporter.deliver.outbox import Entry, Outbox


_COLUMNS = (
    Column(heading="number", most=6),
    Column(heading="when (UTC)", most=10),
    Column(heading="state", most=8),
    Column(heading="to", most=18),
    Column(heading="what", most=20),
    Column(heading="attempt", most=7, least_screen=90),
    Column(heading="reason", most=None),
)


class Action(StrEnum):
    LIST = "list"
    SHOW = "show"
    RETRY = "retry"


@app.command()
def outbox(
    context: typer.Context,
    action: Annotated[Action, typer.Argument(metavar="list|show|retry", help="What to do.")] = Action.LIST,
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="[NUMBER]...", help="show, retry: which, as list numbers them.")
    ] = None,
    state: Annotated[
        str | None,
        typer.Option("--state", metavar="STATE", help="list: only those queued, sending, accepted, failed or unknown."),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="DIR", help="show: write what was, or is to be, sent into this folder."),
    ] = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """List what was sent to whom, the latest first; show one; try again.

    A mail is accepted when the server took it; unknown when the way to it broke
    before it answered. Unknown ones are never sent again by themselves: retry sends
    all that is queued or has failed, and an unknown one only when its number is given.

    \b
    Examples:
      $ reporter outbox list --state unknown
    """
    from reporter.deliver.outbox import Outbox
    from reporter.dispatch.opening import open_database
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    with open_database(load_settings().delivery.outbox, os.environ) as database:
        box = Outbox(database)
        match action:
            case Action.LIST:
                _list(box, state)
            case Action.SHOW:
                _show(box, _named(box, numbers), None if out is None else Path(out), terminal)
            case Action.RETRY:
                _retry(box, None if numbers is None else _named(box, numbers), terminal)


def _list(box: "Outbox", wanted: str | None) -> None:
    from reporter.deliver.outbox import State

    if wanted is not None and wanted not in set(State):
        raise UsageError("unknown-state", f"There is no state {wanted!r}.", f"Choose from: {', '.join(State)}.")
    entries = box.entries(datetime.now(UTC), None if wanted is None else State(wanted))
    print_records(
        _COLUMNS,
        [
            (
                str(one.id),
                f"{one.changed:%Y-%m-%d %H:%M:%S}",
                one.state,
                one.target,
                one.subject,
                str(one.attempt),
                one.reason,
            )
            for one in entries
        ],
    )


def _named(box: "Outbox", numbers: list[int] | None) -> "list[Entry]":
    if not numbers:
        raise UsageError("no-number", "No number was given.", "reporter outbox list shows the numbers.")
    found = []
    for number in numbers:
        entry = box.entry(number)
        if entry is None:
            raise UsageError(
                "no-delivery", f"There is no delivery {number}.", "reporter outbox list shows the numbers."
            )
        found.append(entry)
    return found


def _show(box: "Outbox", entries: "list[Entry]", folder: Path | None, terminal: Terminal) -> None:
    for entry in entries:
        told = {
            "number": str(entry.id),
            "kind": entry.kind,
            "to": entry.target,
            "what": entry.subject,
            "state": entry.state.value,
            "reason": entry.reason or "-",
            "attempt": str(entry.attempt),
            "written down": f"{entry.created:%Y-%m-%d %H:%M:%S} UTC",
            "changed": f"{entry.changed:%Y-%m-%d %H:%M:%S} UTC",
            "next try": "-" if entry.next_try is None else f"{entry.next_try:%Y-%m-%d %H:%M:%S} UTC",
            "key": entry.key,
        }
        for name, value in told.items():
            terminal.result(f"{name:<13} {value}")
        if folder is not None:
            terminal.result(str(_kept(box, entry, folder)))


def _kept(box: "Outbox", entry: "Entry", folder: Path) -> Path:
    """Write down what a delivery carries, as a file that a person can open."""
    from reporter.deliver.files import write_data
    from reporter.dispatch.resending import opened

    content = box.content(entry)
    if content is None:
        raise UsageError(
            "not-kept", f"What delivery {entry.id} carried is no longer kept.", "It was accepted; ask who received it."
        )
    ending, data = opened(entry.kind, content)
    return write_data(folder / f"delivery-{entry.id}.{ending}", data)


def _retry(box: "Outbox", named: "list[Entry] | None", terminal: Terminal) -> None:
    from reporter.deliver.outbox import State
    from reporter.dispatch.resending import resend
    from reporter.settings import load_settings

    now = datetime.now(UTC)
    wanted = named
    if wanted is None:
        wanted = [one for one in reversed(box.entries(now)) if one.state in (State.QUEUED, State.FAILED)]
    taken = []
    for entry in wanted:
        if box.requeue(entry, now):
            taken.append(entry)
        else:
            terminal.note(f"{entry.id} to {entry.target} is {entry.state.value} and is not sent again.")
    terminal.step(f"sending {len(taken)}")
    after = resend(taken, box, load_settings(), os.environ, lambda: datetime.now(UTC))
    terminal.clear()
    for entry in after:
        terminal.result(f"{entry.id}  {entry.target}  {entry.state.value}  {entry.reason}")
    bad = [str(entry.id) for entry in after if entry.state is not State.ACCEPTED]
    if bad:
        sys.stdout.flush()
        raise DeliveryError(
            "not-accepted", f"Not accepted: {', '.join(bad)}.", "The lines above say why.", can_retry=True
        )
