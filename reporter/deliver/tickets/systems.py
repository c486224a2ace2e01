"""Which systems of tickets there are: each comes in through an entry point, ours by the same door as others'."""

from importlib.util import find_spec

from reporter.deliver.tickets.settings import TicketSettings, guarded, key_variable
from reporter.deliver.tickets.system import Opener, TicketSystem
from reporter.errors import DeliveryError, UsageError
from reporter.registry import Registry

SYSTEMS = Registry(group="reporter.tickets", kind="ticket system")

_LIBRARIES = {"redmine": "redminelib", "rt": "rt", "jira": "jira", "gitlab": "gitlab"}
"""What the extra `tickets` brings, by kind of system."""


def open_system(name: str, settings: TicketSettings | None, key: str | None) -> TicketSystem:
    """The system that a newsroom calls `name`, with its key; nothing is asked of the server yet.

    Raises UsageError `unknown-system`, `unknown-ticket-system`, `bad-setting` (see `guarded`); DeliveryError `no-key`,
    `missing-library`.
    """
    if settings is None:
        raise UsageError(
            "unknown-system",
            f"No system of tickets is called {name!r}.",
            f"Set its url under [tickets.{name}] in reporter.toml.",
        )
    guarded(settings.url)
    kind = settings.kind or name
    library = _LIBRARIES.get(kind)
    if library is not None and find_spec(library) is None:
        raise DeliveryError(
            "missing-library",
            f"Tickets of {kind} need a library that is not installed.",
            'Run: pip install "reporter-brief[tickets]"',
            can_retry=False,
        )
    opener: Opener = SYSTEMS.load(kind)
    if not key:
        raise DeliveryError(
            "no-key",
            f"{name} ({settings.url}) needs a key.",
            f"Put it into the environment as {key_variable(name)}, or into the keyring under that name.",
            can_retry=False,
        )
    return opener(name, settings, key)
