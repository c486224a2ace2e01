"""Briefs on the tickets (issues) of a Redmine, through its REST API: www.redmine.org/projects/redmine/wiki/Rest_api."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from reporter.deliver.tickets.problems import refused, unreachable
from reporter.deliver.tickets.redmine_markup import as_note
from reporter.deliver.tickets.settings import TicketSettings, key_variable
from reporter.deliver.tickets.system import Filed, Posting, TicketSystem
from reporter.errors import DeliveryError

if TYPE_CHECKING:
    from requests import Response

LONGEST_DESCRIPTION = 255
"""Characters. Redmine leaves a file out, and does not say so, whose description is longer."""


def open_redmine(name: str, settings: TicketSettings, key: str) -> TicketSystem:
    """A Redmine, with the API key of one of its users (My account, API access key). Raises DeliveryError `wrong-key`,
    `bad-certificates`."""
    if not key.isascii() or not key.isprintable() or " " in key:
        raise DeliveryError(
            "wrong-key",
            f"What {key_variable(name)} holds is no key of Redmine's: it has spaces or signs that no key has.",
            "Copy the API access key from the page My account of Redmine.",
            can_retry=False,
        )
    return _Redmine(name, settings, key)


class _Redmine:
    def __init__(self, name: str, settings: TicketSettings, key: str) -> None:
        from reporter.deliver.tickets.redmine_engine import opened

        self._name, self._settings = name, settings
        self._url = settings.url.rstrip("/")
        self._redmine: Any = opened(name, settings, key)  # redminelib has no types

    def check(self) -> str:
        with self._speaking():
            user = self._redmine.auth()
            return f"{user.firstname} {user.lastname} ({user.login}), {self._url}"

    def files(self, ticket: str) -> tuple[Filed, ...]:
        with self._speaking(ticket):
            issue = self._redmine.issue.get(self._number(ticket), include="attachments")
            found = sorted((int(one.id), str(one.filename)) for one in issue.attachments)
        return tuple(Filed(id=str(number), name=name) for number, name in found)

    def read(self, ticket: str, filed: Filed) -> bytes:
        from reporter.deliver.tickets.redmine_engine import AnswerError

        # Not at the address that Redmine tells: behind a proxy, it may tell one that is not reached from here.
        with self._speaking(ticket):
            try:
                data: bytes = self._redmine.engine.bytes_of(f"{self._url}/attachments/download/{int(filed.id)}")
            except AnswerError as answered:
                if answered.response.status_code == HTTPStatus.NOT_FOUND:
                    raise self._gone(ticket, filed) from answered
                raise
        return data

    def post(self, ticket: str, posting: Posting) -> str:
        """The file is uploaded, and then put on the ticket with the comment, in one change of the ticket.

        Redmine answers that all is well also where it has left the comment out (no right to comment) or the file; so
        the ticket is read again, and a file without its comment is taken off.
        """
        number = self._number(ticket)
        with self._speaking(ticket, size=len(posting.data)):
            upload = self._redmine.engine.uploaded(self._url, posting.name, posting.data)
        described = {
            "token": upload["token"],
            "filename": posting.name,
            "content_type": "/".join(posting.kind),
            "description": posting.about[:LONGEST_DESCRIPTION],
        }
        with self._speaking(ticket):
            self._redmine.issue.update(number, notes=as_note(posting.comment), uploads=[described])
            issue = self._redmine.issue.get(number, include="attachments,journals").raw()
        filed = Filed(id=upload["token"].partition(".")[0], name=posting.name)
        journal = _journal_of(filed.id, issue)
        if journal is None:
            raise self._left_out(ticket, "did not keep the file", "Ask whoever runs it what its log says.")
        if not journal.get("notes"):
            left = "was taken off again" if self.withdraw(ticket, filed) else "stands there without it"
            raise self._left_out(
                ticket,
                f"did not take the comment, so the file {left}",
                f"Give the owner of {key_variable(self._name)} the right to add notes.",
            )
        return f"{self._url}/issues/{number}#change-{journal['id']}"

    def withdraw(self, ticket: str, filed: Filed) -> bool:
        from reporter.deliver.tickets.redmine_engine import AnswerError

        with self._speaking(ticket):
            try:
                self._redmine.attachment.delete(int(filed.id))
            except AnswerError as answered:
                match answered.response.status_code:
                    case HTTPStatus.FORBIDDEN:
                        return False
                    case HTTPStatus.NOT_FOUND:  # somebody was there before us
                        return True
                raise
        return True

    def _number(self, ticket: str) -> int:
        if ticket.isascii() and ticket.isdecimal():
            return int(ticket)
        raise DeliveryError(
            "no-ticket",
            f"{ticket!r} is no ticket of Redmine's: those have numbers.",
            f"Write it as {self._name}:1234.",
            can_retry=False,
        )

    def _gone(self, ticket: str, filed: Filed) -> DeliveryError:
        message = f"{self._name} ({self._url}) has the file {filed.name!r} no more, on ticket {ticket!r} or elsewhere."
        return DeliveryError("ticket-refused", message, "Look at the files of the ticket again.", can_retry=False)

    def _left_out(self, ticket: str, what: str, remedy: str) -> DeliveryError:
        message = f"{self._name} ({self._url}) changed ticket {ticket!r} but {what}."
        return DeliveryError("not-allowed", message, remedy, can_retry=False)

    @contextmanager
    def _speaking(self, ticket: str | None = None, *, size: int | None = None) -> Iterator[None]:
        """Whatever goes wrong in it, as a DeliveryError."""
        from redminelib.exceptions import BaseRedmineError
        from requests import RequestException

        from reporter.deliver.tickets.redmine_engine import AnswerError, retry_after, words

        try:
            yield
        except AnswerError as answered:
            response = answered.response
            if _is_clash(response, size):
                raise self._clash(ticket) from answered
            raise refused(
                response.status_code,
                self._name,
                self._settings,
                words=words(response),
                ticket=ticket,
                size=size,
                retry_after=retry_after(response),
            ) from answered
        except RequestException as error:
            raise unreachable(self._name, self._settings, error) from error
        except (BaseRedmineError, KeyError, TypeError, ValueError) as error:
            raise DeliveryError(
                "ticket-refused",
                f"{self._name} ({self._url}) gives answers that Redmine does not give.",
                f"Check url and kind under [tickets.{self._name}].",
                can_retry=False,
            ) from error

    def _clash(self, ticket: str | None) -> DeliveryError:
        return DeliveryError(
            "system-failed",
            f"{self._name} ({self._url}): somebody else changed ticket {ticket!r} at the same moment.",
            "Try again.",
            can_retry=True,
        )


def _is_clash(response: Response, size: int | None) -> bool:
    """Whether another change came in between: Redmine then refuses ours and names no fault in it."""
    if response.status_code == HTTPStatus.CONFLICT:
        return True
    return size is None and response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY and response.text == '{"errors":[]}'


def _journal_of(attachment: str, issue: dict[str, Any]) -> dict[str, Any] | None:
    """The entry in the ticket's history that put the file there; None where the file is not on it."""
    if all(str(one["id"]) != attachment for one in issue.get("attachments", ())):
        return None
    for journal in issue.get("journals", ()):
        for detail in journal.get("details", ()):
            if detail["property"] == "attachment" and str(detail["name"]) == attachment:
                found: dict[str, Any] = journal
                return found
    return None
