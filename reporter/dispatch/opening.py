"""The outbox of whoever runs the program."""

from collections.abc import Mapping
from pathlib import Path

from reporter.deliver.database import Database
from reporter.errors import UsageError
from reporter.folders import data_file


def open_database(chosen: str | None, environment: Mapping[str, str]) -> Database:
    """The file of what was sent: the one that the settings name, else the user's own. Raises UsageError `no-outbox`,
    and DeliveryError as the database does."""
    found = Path(chosen) if chosen else data_file("outbox.sqlite", environment)
    if found is None:
        raise UsageError("no-outbox", "No home is known for the outbox.", "Set outbox in reporter.toml.")
    return Database(found)
