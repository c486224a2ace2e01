"""When something is tried again that did not go: soon at first, then ever later, and not for ever."""

from datetime import datetime, timedelta

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""After the first attempt, the second, and so on; after the last of them a delivery is given up. RFC 5321, section
4.5.4.1, asks senders to go on for days."""


def next_try(attempt: int, now: datetime, wait: float | None = None) -> datetime | None:
    """When to try again what has been tried `attempt` times (1 or more), None when it is given up. `wait` is the
    number of seconds that the other side asked for."""
    if attempt > len(WAITS):
        return None
    return now + max(WAITS[attempt - 1], timedelta(seconds=wait or 0))
