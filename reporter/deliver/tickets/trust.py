"""Whose certificates are believed: those of the machine, and those that the settings of a system add."""

from __future__ import annotations

import ssl

from reporter.deliver.tickets.settings import TicketSettings
from reporter.errors import DeliveryError


def trusted(name: str, settings: TicketSettings) -> ssl.SSLContext:
    """The context for a connection to the system. Raises DeliveryError `bad-certificates`."""
    context = ssl.create_default_context()
    if settings.ca_file is None:
        return context
    try:
        context.load_verify_locations(settings.ca_file)
    except (OSError, ssl.SSLError) as error:
        raise DeliveryError(
            "bad-certificates",
            f"The certificates in {settings.ca_file} cannot be read: {str(error).rstrip('.') or type(error).__name__}.",
            f"Give a PEM file as ca_file under [tickets.{name}], or leave it out.",
            can_retry=False,
        ) from error
    return context


def is_untrusted(error: BaseException) -> bool:
    """Whether a certificate was the reason, however many libraries have wrapped it."""
    seen: set[int] = set()
    open_ones: list[BaseException | None] = [error]
    while open_ones:
        one = open_ones.pop()
        if one is None or id(one) in seen:
            continue
        if isinstance(one, ssl.SSLCertVerificationError):
            return True
        seen.add(id(one))
        open_ones += [one.__cause__, one.__context__]
    return False
