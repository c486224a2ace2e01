"""Tickets in Request Tracker (RT) 5, through its second REST interface: https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html

The library `rt` speaks it; its exceptions tell less than the answers do, so the last answer is kept and read as well.
"""

from __future__ import annotations

import base64
import binascii
import logging
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from reporter.deliver.tickets.asking import Answer, seconds_to_wait, words_of
from reporter.deliver.tickets.problems import not_understood, refused, unreachable
from reporter.deliver.tickets.settings import TicketSettings, key_variable
from reporter.deliver.tickets.system import Filed, Posting
from reporter.deliver.tickets.trust import trusted
from reporter.errors import DeliveryError

if TYPE_CHECKING:
    import httpx2
    from rt.rest2 import Rt

_T = TypeVar("_T")
_TICKET = re.compile(r"#?([0-9]+)")
_TOKEN = re.compile(r"[0-9]+-([0-9]+)-[0-9A-Za-z]+")
_TRANSACTION = re.compile(r".*/transaction/([0-9]+)")


def open_request_tracker(name: str, settings: TicketSettings, key: str) -> RequestTracker:
    """An RT at `settings.url`; `key` is an authentication token, or the password of `settings.user` where one is given.

    Raises DeliveryError `bad-certificates`, and `wrong-key` for what is no token.
    """
    token = _TOKEN.fullmatch(key)
    if settings.user is None and token is None:
        raise DeliveryError(
            "wrong-key",
            f"What {key_variable(name)} holds is no authentication token of RT's.",
            f"Make one in RT under Settings, Auth Tokens; with a password, set user under [tickets.{name}].",
            can_retry=False,
        )
    import httpx2
    from rt.rest2 import Rt

    context = trusted(name, settings)
    api = Rt(f"{settings.url.rstrip('/')}/REST/2.0/")
    api.logger = logging.Logger(__name__, logging.CRITICAL + 1)  # it would log the key
    api.session.close()
    api.session = httpx2.Client(
        timeout=settings.timeout,
        verify=context,
        auth=None if settings.user is None else httpx2.BasicAuth(settings.user, key),
        headers={"User-Agent": "reporter"} | ({"Authorization": f"token {key}"} if settings.user is None else {}),
    )
    return RequestTracker(name, settings, key, api, settings.user or (token[1] if token else ""))


class RequestTracker:
    """An RT with someone logged in. Meets `TicketSystem`."""

    def __init__(self, name: str, settings: TicketSettings, key: str, api: Rt, user: str) -> None:
        self._name = name
        self._settings = settings
        self._key = key
        self._api = api
        self._user = user
        self._last: httpx2.Response | None = None
        api.session.event_hooks = {"response": [self._keep]}

    def check(self) -> str:
        user = self._asked(lambda: self._api.get_user(self._user))
        return f"{user.get('Name', self._user)} at {self._settings.url}"

    def files(self, ticket: str) -> tuple[Filed, ...]:
        return self._files(ticket, self._seen(ticket))

    def read(self, ticket: str, filed: Filed) -> bytes:
        """The bytes; a text that is not in UTF-8 was rewritten by RT when it was put there, and comes in UTF-8."""
        content = self._asked(lambda: self._api.get_attachment(filed.id), ticket=ticket).get("Content")
        try:
            return base64.b64decode(content or "")
        except (binascii.Error, TypeError) as error:
            raise not_understood(self._name, self._settings) from error

    def post(self, ticket: str, posting: Posting) -> str:
        """A comment that carries the file. What RT kept is read again: where it is set to cut or to drop large files,
        it does so and says that all is well."""
        from rt.rest2 import Attachment

        number = self._seen(ticket)
        attachment = Attachment(posting.name, "/".join(posting.kind), posting.data)
        words = f"{posting.comment}\n\n{posting.about}"
        size = len(posting.data)
        self._asked(
            lambda: self._api.comment(number, words, attachments=[attachment]), ticket=ticket, size=size, is_change=True
        )
        found = _TRANSACTION.fullmatch("" if self._last is None else self._last.headers.get("Location", ""))
        kept = [one for one in self._files(ticket, number) if one.name == posting.name]
        if not kept:
            raise self._not_shown(ticket)
        if self.read(ticket, kept[-1]) != posting.data:
            raise DeliveryError(
                "file-refused",
                f"{self._name} ({self._settings.url}) has kept only a part of the file of {size:,} bytes "
                f"on ticket {ticket!r}.",
                "Raise $MaxAttachmentSize in RT's settings, or attach a smaller form (--format).",
                can_retry=False,
            )
        place = "" if found is None else f"#txn-{found[1]}"
        return f"{self._settings.url.rstrip('/')}/Ticket/Display.html?id={number}{place}"

    def withdraw(self, ticket: str, filed: Filed) -> bool:  # noqa: ARG002 - the same for every file
        """False: RT keeps what was attached; only its own shredder, on its server, takes it away."""
        return False

    def _seen(self, ticket: str) -> str:
        """The ticket's number, when we may see it. To be asked first: to one that is not there or that we may not see,
        RT 5.0.3 gives the attachments of all tickets."""
        found = _TICKET.fullmatch(ticket)
        if found is None:
            raise DeliveryError(
                "no-ticket",
                f"{ticket!r} is no ticket of {self._name} ({self._settings.url}).",
                "Write it as 12, its number in RT.",
                can_retry=False,
            )
        told = self._asked(lambda: self._api.get_ticket(found[1]), ticket=ticket)
        return str(told.get("id", found[1]))

    def _files(self, ticket: str, number: str) -> tuple[Filed, ...]:
        from rt.exceptions import NotFoundError

        def listed() -> list[tuple[int, str]]:
            try:
                found = self._api.get_attachments(number)
            except NotFoundError:
                if self._last is not None and self._last.status_code == HTTPStatus.OK:
                    return []  # its way to say that there are none
                raise
            return sorted((int(one["id"]), one["Filename"]) for one in found)

        return tuple(Filed(id=str(number), name=name) for number, name in self._asked(listed, ticket=ticket))

    def _not_shown(self, ticket: str) -> DeliveryError:
        return DeliveryError(
            "not-allowed",
            f"{self._name} ({self._settings.url}) took the comment on ticket {ticket!r} and does not show us its file.",
            f"Give the owner of {key_variable(self._name)} the right ShowTicketComments; see also whether RT drops "
            "files that are larger than $MaxAttachmentSize.",
            can_retry=False,
        )

    def _keep(self, response: httpx2.Response) -> None:
        self._last = response

    def _asked(
        self, ask: Callable[[], _T], *, ticket: str | None = None, size: int | None = None, is_change: bool = False
    ) -> _T:
        """What the library gives; what it raises as a DeliveryError."""
        import httpx2
        from rt.exceptions import ConnectionError as NoConnectionError
        from rt.exceptions import RtError

        # The library names its own ConnectionError and raises Python's.
        self._last = None
        try:
            return ask()
        except (NoConnectionError, ConnectionError) as error:
            raise unreachable(self._name, self._settings, error.__cause__ or error) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise unreachable(self._name, self._settings, error) from error
        except (RtError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise self._refused(ticket, size, is_change) from error

    def _refused(self, ticket: str | None, size: int | None, is_change: bool) -> DeliveryError:
        last = self._last
        if last is None or last.status_code < HTTPStatus.MULTIPLE_CHOICES:
            return not_understood(self._name, self._settings)
        answer = Answer(status=last.status_code, headers=last.headers, data=last.content)
        # A comment that we may not write is a bad request to RT; whether we see the ticket was asked before.
        status = HTTPStatus.FORBIDDEN if is_change and answer.status == HTTPStatus.BAD_REQUEST else answer.status
        return refused(
            status,
            self._name,
            self._settings,
            words=words_of(answer).replace(self._key, "…"),
            ticket=ticket,
            size=size,
            retry_after=seconds_to_wait(answer),
        )
