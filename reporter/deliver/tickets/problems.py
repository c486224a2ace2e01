"""What a ticket system answered, as an error that says what to do."""

from http import HTTPStatus

from reporter.deliver.tickets.settings import TicketSettings, key_variable
from reporter.deliver.tickets.trust import is_untrusted
from reporter.errors import DeliveryError

LONGEST_ANSWER = 300
"""Characters of a server's own words that are told."""

_TOO_LARGE = {HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY}


def refused(
    status: int,
    name: str,
    settings: TicketSettings,
    *,
    words: str = "",
    ticket: str | None = None,
    size: int | None = None,
    retry_after: float | None = None,
) -> DeliveryError:
    """The error for an HTTP `status` (RFC 9110, section 15). `words` is what the server said, `ticket` what was asked
    for, `size` the bytes that were sent, `retry_after` the seconds that it asked us to wait."""
    said = " ".join(words.split()).removeprefix(str(int(status))).lstrip()[:LONGEST_ANSWER]
    told = f"{int(status)} {said}".rstrip(" .")
    where = f"{name} ({settings.url})"
    match status:
        case HTTPStatus.UNAUTHORIZED:
            return _final("wrong-key", f"{where} does not let us in: {told}.", f"Check {key_variable(name)}.")
        case HTTPStatus.FORBIDDEN:
            return _final(
                "not-allowed",
                f"{where} lets us in but does not allow this{_of(ticket)}: {told}.",
                f"Give the owner of {key_variable(name)} the right to see the ticket and to add files and comments.",
            )
        case HTTPStatus.NOT_FOUND | HTTPStatus.GONE if ticket is not None:
            return _final(
                "no-ticket",
                f"{where} has no ticket {ticket!r} that we may see: {told}.",
                "Check its number, the url of the system, and who may see the ticket.",
            )
        case HTTPStatus.NOT_FOUND | HTTPStatus.GONE:
            return _final("ticket-refused", f"{where} has no such page: {told}.", f"Check url under [tickets.{name}].")
        case _ if status in _TOO_LARGE and size is not None:
            return _final(
                "file-refused",
                f"{where} does not take the file of {size:,} bytes: {told}.",
                "Attach a smaller form (--format), or raise the limit of the system.",
            )
        case HTTPStatus.TOO_MANY_REQUESTS:
            wait = "" if retry_after is None else f" It asks to wait {retry_after:.0f} seconds."
            return DeliveryError(
                "too-many-requests",
                f"{where} takes no more requests now: {told}.{wait}",
                "Try again later.",
                can_retry=True,
                wait=retry_after,
            )
        case _ if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
            return DeliveryError(
                "system-failed",
                f"{where} failed: {told}.",
                "Try again later; tell whoever runs it when it lasts.",
                can_retry=True,
                wait=retry_after,
            )
        case _:
            return _final("ticket-refused", f"{where} refused{_of(ticket)}: {told}.", "See what its answer asks for.")


def unreachable(name: str, settings: TicketSettings, error: BaseException) -> DeliveryError:
    """The error for a server that cannot be spoken to at all, or whose answer broke off."""
    if is_untrusted(error):
        return _final(
            "untrusted-certificate",
            f"{name} ({settings.url}) shows a certificate that is not trusted: {_said(error)}.",
            f"Give a PEM file with its authority as ca_file under [tickets.{name}].",
        )
    return DeliveryError(
        "no-connection",
        f"{name} ({settings.url}) cannot be reached: {_said(error)}.",
        f"Check url under [tickets.{name}]; try again later.",
        can_retry=True,
    )


def not_understood(name: str, settings: TicketSettings) -> DeliveryError:
    """The error for an answer that is none of this kind of system."""
    return _final(
        "ticket-refused",
        f"{name} ({settings.url}) gives answers that this kind of system does not give.",
        f"Check url and kind under [tickets.{name}].",
    )


def plain_key(name: str, key: str) -> str:
    """`key`, when it can stand in a header. Raises DeliveryError `wrong-key`."""
    if key.isascii() and key.isprintable() and " " not in key:
        return key
    variable = key_variable(name)
    raise _final(
        "wrong-key", f"What {variable} holds is no key: it has spaces or signs that no key has.", "Copy it anew."
    )


def _said(error: BaseException) -> str:
    return str(error).rstrip(".") or type(error).__name__


def _of(ticket: str | None) -> str:
    return "" if ticket is None else f" for ticket {ticket!r}"


def _final(code: str, message: str, remedy: str) -> DeliveryError:
    return DeliveryError(code, message, remedy, can_retry=False)
