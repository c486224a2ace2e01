"""`reporter outbox`: what was sent, and what became of it."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from reporter.cli.app import Debug, app
from reporter.cli.terminal import print_table
from reporter.errors import UsageError


@app.command()
def outbox(
    state: Annotated[
        str | None,
        typer.Option("--state", metavar="STATE", help="Only those queued, sending, accepted, failed or unknown."),
    ] = None,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """List what was sent to whom, the latest first, and what became of it.

    A mail is accepted when the server took it; unknown when the way to it broke
    before it answered. Unknown ones are never sent again by themselves.

    \b
    Example:
      $ reporter outbox --state unknown
    """
    from reporter.cli.send import outbox_file
    from reporter.deliver.outbox import Outbox, State
    from reporter.settings import load_settings

    if state is not None and state not in set(State):
        raise UsageError("unknown-state", f"There is no state {state!r}.", f"Choose from: {', '.join(State)}.")
    box = Outbox(outbox_file(load_settings().delivery.outbox))
    try:
        entries = box.entries(datetime.now(UTC), None if state is None else State(state))
    finally:
        box.close()
    print_table(
        ("when (UTC)", "state", "to", "what", "attempt", "reason"),
        [
            (f"{one.changed:%Y-%m-%d %H:%M:%S}", one.state, one.target, one.subject, str(one.attempt), one.reason)
            for one in entries
        ],
    )
