"""Tickets in Roundup, through its REST interface: https://www.roundup-tracker.org/docs/rest.html

A file and a message are made on their own and then linked to the issue, both in one change. Such a change names the
state that it was made for (ETag); where somebody else was faster, the issue is read again and changed then, so
nobody's change is lost.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from reporter.deliver.tickets.asking import Asking
from reporter.deliver.tickets.problems import not_understood
from reporter.deliver.tickets.settings import TicketSettings, key_variable
from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError

MOST_CLASHES = 5
"""How often others may be faster before we say so."""

_TICKET = re.compile(r"(?:issue)?([0-9]+)")
_TOKEN = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
_ORIGIN = re.compile(r"(\w+://[^/]*).*")
_HEADERS = {"Accept": "application/json", "X-Requested-With": "reporter", "User-Agent": "reporter"}


def open_roundup(name: str, settings: TicketSettings, key: str) -> Roundup:
    """A tracker at `settings.url`; `key` is the password of `settings.user`, or a JSON Web Token where no user is
    given. Raises DeliveryError `wrong-key` for what is no such token."""
    if settings.user is None and not _TOKEN.fullmatch(key):
        raise DeliveryError(
            "wrong-key",
            f"What {key_variable(name)} holds is no JSON Web Token.",
            f"If it is a password, set user under [tickets.{name}].",
            can_retry=False,
        )
    if settings.user is None:
        login = f"Bearer {key}"
    else:
        login = "Basic " + base64.b64encode(f"{settings.user}:{key}".encode()).decode()
    # A tracker takes changes only from its own pages: this is how it tells.
    ours = {"Origin": _ORIGIN.sub(r"\1", settings.url), "Referer": settings.url.rstrip("/") + "/"}
    asking = Asking(name=name, settings=settings, headers=_HEADERS | ours | {"Authorization": login}, secret=key)
    return Roundup(asking, settings.user or _subject(key))


class Roundup:
    """A tracker with someone logged in. Meets `TicketSystem`."""

    def __init__(self, asking: Asking, user: str) -> None:
        self._asking = asking
        self._user = user

    def check(self) -> str:
        path = f"/rest/data/user/{quote(self._user, safe='')}"
        user = self._asked("GET", path, query={"@fields": "username"})
        return f"{_part(user, 'attributes').get('username', self._user)} at {self._asking.settings.url}"

    def files(self, ticket: str) -> tuple[Filed, ...]:
        issue = self._issue(ticket, **{"@fields": "files", "@verbose": "2"})
        found = [_filed(one) for one in _part(issue, "attributes").get("files") or ()]
        return tuple(sorted(found, key=lambda one: int(one.id)))

    def read(self, ticket: str, filed: Filed) -> bytes:
        path = f"/rest/data/file/{filed.id}/binary_content"
        return self._asking.ask("GET", path, headers={"Accept": "application/octet-stream"}, ticket=ticket).data

    def post(self, ticket: str, posting: Posting) -> str:
        state = self._state(ticket)  # before anything is made: without the issue, no file is left behind
        form = (
            ("name", posting.name),
            ("type", "/".join(posting.kind)),
            ("content", ("content", posting.data, "application/octet-stream")),
        )
        file = self._made("file", form=form, ticket=ticket, size=len(posting.data))
        # In a message, Roundup makes a link of `file12`.
        words = f"{posting.comment}\n\nfile{file}: {posting.name}\n{posting.about}"
        message = self._made("msg", body={"author": self._user, "date": ".", "content": words}, ticket=ticket)
        self._change(ticket, {"@op": "add", "files": [file], "messages": [message]}, state)
        return f"{self._asking.settings.url.rstrip('/')}/file{file}/{quote(posting.name, safe='')}"

    def withdraw(self, ticket: str, filed: Filed) -> bool:
        """The file is off the issue; the tracker keeps it, and the history of the issue names it."""
        try:
            self._change(ticket, {"@op": "remove", "files": [filed.id]}, self._state(ticket))
        except DeliveryError as error:
            if error.code == "not-allowed":
                return False
            raise
        return True

    def _change(self, ticket: str, change: Mapping[str, object], state: str) -> None:
        for _ in range(MOST_CLASHES):
            answer = self._asking.ask(
                "PATCH",
                _path(self._asking, ticket),
                headers={"If-Match": state},
                body=change,
                ticket=ticket,
                besides=frozenset({HTTPStatus.PRECONDITION_FAILED}),
            )
            if answer.status != HTTPStatus.PRECONDITION_FAILED:
                return
            state = self._state(ticket)
        raise DeliveryError(
            "ticket-refused",
            f"{self._asking.name} ({self._asking.settings.url}) did not let us change ticket {ticket!r}: "
            f"{MOST_CLASHES} times somebody else was faster.",
            "Try again later.",
            can_retry=True,
        )

    def _state(self, ticket: str) -> str:
        """The issue's ETag as it now is."""
        return str(self._issue(ticket, **{"@fields": "id"})["@etag"])

    def _issue(self, ticket: str, **query: str) -> Mapping[str, Any]:
        return self._asked("GET", _path(self._asking, ticket), query=query, ticket=ticket, needs="@etag")

    def _made(self, kind: str, **given: Any) -> str:
        return str(self._asked("POST", f"/rest/data/{kind}", needs="id", **given)["id"])

    def _asked(self, method: str, path: str, *, needs: str = "id", **given: Any) -> Mapping[str, Any]:
        data = _part(self._asking.json(self._asking.ask(method, path, **given)), "data")
        if needs not in data:
            raise not_understood(self._asking.name, self._asking.settings)
        return data


def _path(asking: Asking, ticket: str) -> str:
    found = _TICKET.fullmatch(ticket)
    if found is None:
        raise DeliveryError(
            "no-ticket",
            f"{ticket!r} is no ticket of {asking.name} ({asking.settings.url}).",
            "Write it as 12 or issue12.",
            can_retry=False,
        )
    return f"/rest/data/issue/{found[1]}"


def _filed(told: Mapping[str, Any]) -> Filed:
    number = str(told["id"])
    return Filed(id=number, name=told.get("name") or f"file{number}")


def _part(told: object, key: str) -> Mapping[str, Any]:
    found = told.get(key) if isinstance(told, dict) else None
    return found if isinstance(found, dict) else {}


def _subject(token: str) -> str:
    """The number of the user that a JSON Web Token is for (RFC 7519, section 4.1.2), "" where it is none. Whether the
    token is good is for the server to say."""
    parts = token.split(".")
    try:
        told = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (IndexError, ValueError, binascii.Error):
        return ""
    return str(told.get("sub", "")) if isinstance(told, dict) else ""
