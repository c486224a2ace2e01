"""The outbox and the systems of tickets of whoever runs the program."""

from collections.abc import Mapping
from pathlib import Path

from reporter.deliver.database import Database
from reporter.deliver.secrets import secret
from reporter.deliver.tickets.settings import key_variable
from reporter.deliver.tickets.system import TicketSystem
from reporter.deliver.tickets.systems import open_system
from reporter.dispatch.attaching import Open
from reporter.errors import UsageError
from reporter.folders import data_file
from reporter.settings import Delivery


def open_database(chosen: str | None, environment: Mapping[str, str]) -> Database:
    """The file of what was sent: the one that the settings name, else the user's own. Raises UsageError `no-outbox`,
    and DeliveryError as the database does."""
    found = Path(chosen) if chosen else data_file("outbox.sqlite", environment)
    if found is None:
        raise UsageError("no-outbox", "No home is known for the outbox.", "Set outbox in reporter.toml.")
    return Database(found)


def opener_of(chosen: Delivery, environment: Mapping[str, str]) -> Open:
    """Opens the systems of the settings by their names, each once."""
    opened: dict[str, TicketSystem] = {}

    def system(name: str) -> TicketSystem:
        if name not in opened:
            opened[name] = open_system(name, chosen.tickets.get(name), secret(key_variable(name), environment))
        return opened[name]

    return system
