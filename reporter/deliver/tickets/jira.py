"""Briefs on issues of Jira, Cloud and Data Center, through its REST API:
developer.atlassian.com/cloud/jira/platform/rest and developer.atlassian.com/server/jira/platform/rest

File and comment are two requests: Jira knows no way to add both in one. Where the comment is refused, the file is taken
off again.
"""

from __future__ import annotations

import io
import json
import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reporter.deliver.tickets.jira_markup import as_document, as_wiki, file_as_wiki
from reporter.deliver.tickets.problems import plain_key
from reporter.deliver.tickets.session import AnswerError, Speaking, bytes_of, make_ready
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError

if TYPE_CHECKING:
    import requests

_TICKET = re.compile(r"[A-Za-z][A-Za-z0-9_]+-[0-9]+|[0-9]+")


def open_jira(name: str, settings: TicketSettings, key: str) -> Jira:
    """A Jira at `settings.url`, as in a browser. With a user, `key` is the API token (Cloud) or the password of that
    user; without, it is a personal access token (Data Center). Raises DeliveryError `wrong-key`, `bad-certificates`."""
    from jira import JIRA, JIRAError

    login: dict[str, Any]
    if settings.user is None:
        login = {"token_auth": plain_key(name, key)}
    else:
        login = {"basic_auth": (settings.user.encode(), key.encode())}
    api = JIRA(
        settings.url.rstrip("/"),
        get_server_info=False,
        max_retries=0,
        timeout=settings.timeout,
        options={"check_update": False, "headers": {"User-Agent": "reporter"}},
        **login,
    )
    session = api._session  # noqa: SLF001 - the library shows no other way to what it leaves out
    make_ready(session, name, settings)
    speaking = Speaking(name=name, settings=settings, secret=key, faults=(JIRAError, NotImplementedError))
    return Jira(speaking, api, session)


class Jira:
    """A Jira with someone logged in. Meets `TicketSystem`."""

    def __init__(self, speaking: Speaking, api: Any, session: requests.Session) -> None:
        self._speaking = speaking
        self._api = api
        self._session = session
        self._url = speaking.settings.url.rstrip("/")
        self._cloud: bool | None = None

    def check(self) -> str:
        with self._speaking.on():
            return f"{self._api.myself()['displayName']}, {self._url}"

    def files(self, ticket: str) -> tuple[Filed, ...]:
        self._seen(ticket)
        with self._speaking.on(ticket):
            # Not by the library, which logs what it does not understand, on the logger of everybody.
            address = f"{self._url}/rest/api/2/issue/{ticket}"
            issue = self._session.get(address, params={"fields": "attachment"}).json()
            found = sorted((int(one["id"]), str(one["filename"])) for one in issue["fields"]["attachment"])
        return tuple(Filed(id=str(number), name=name) for number, name in found)

    def read(self, ticket: str, filed: Filed) -> bytes:
        # Not at the address that Jira tells: behind a proxy, it may tell one that is not reached from here.
        number = int(filed.id)
        with self._speaking.on(ticket):
            if self._is_cloud():  # which otherwise sends on to another host
                address = f"{self._url}/rest/api/2/attachment/content/{number}?redirect=false"
            else:
                address = f"{self._url}/secure/attachment/{number}/{quote(filed.name, safe='')}"
            return bytes_of(self._session.get(address, headers={"Accept": "*/*"}, stream=True))

    def post(self, ticket: str, posting: Posting) -> str:
        self._seen(ticket)
        with self._speaking.on(ticket):
            is_cloud = self._is_cloud()
        with self._speaking.on(ticket, size=len(posting.data)):
            attachment = self._api.add_attachment(ticket, io.BytesIO(posting.data), posting.name)
            filed = Filed(id=str(int(attachment.id)), name=str(attachment.filename))
        try:
            with self._speaking.on(ticket):
                comment = self._commented(ticket, posting, filed, is_cloud)
        except DeliveryError as error:
            raise self._without_comment(error, ticket, filed) from error
        return f"{self._url}/browse/{ticket}?focusedCommentId={comment}"

    def withdraw(self, ticket: str, filed: Filed) -> bool:
        with self._speaking.on(ticket):
            try:
                self._api.delete_attachment(str(int(filed.id)))
            except AnswerError as answered:
                match answered.answer.status:
                    case HTTPStatus.FORBIDDEN:
                        return False
                    case HTTPStatus.NOT_FOUND:  # somebody was there before us
                        return True
                raise
        return True

    def _commented(self, ticket: str, posting: Posting, filed: Filed, is_cloud: bool) -> int:
        if is_cloud:  # the library knows no documents, and version 3 takes nothing else
            body = {"body": as_document(f"{posting.comment}\n\n{filed.name}\n{posting.about}")}
            address = f"{self._url}/rest/api/3/issue/{ticket}/comment"
            made = self._session.post(address, data=json.dumps(body)).json()
        else:
            words = f"{as_wiki(posting.comment)}\n\n{file_as_wiki(filed.name)}\n{as_wiki(posting.about)}"
            made = self._api.add_comment(ticket, words).raw
        return int(made["id"])

    def _without_comment(self, error: DeliveryError, ticket: str, filed: Filed) -> DeliveryError:
        """The error, and what became of the file. It must not stay: at the next attempt, it would pass for a brief
        that is there with its comment."""
        try:
            is_off = self.withdraw(ticket, filed)
        except DeliveryError:  # the first error says more; most likely, this one is the same
            is_off = False
        left = (
            "The file was taken off again." if is_off else f"The file {filed.name!r} stands there without its comment."
        )
        told = f"{error.message} {left}"
        return DeliveryError(error.code, told, error.remedy, can_retry=error.can_retry, wait=error.wait)

    def _is_cloud(self) -> bool:
        if self._cloud is None:
            self._cloud = self._api.server_info().get("deploymentType") == "Cloud"
        return self._cloud

    def _seen(self, ticket: str) -> None:
        if _TICKET.fullmatch(ticket) is None:
            raise DeliveryError(
                "no-ticket",
                f"{ticket!r} is no ticket of {self._speaking.name} ({self._url}).",
                "Write it as DESK-7.",
                can_retry=False,
            )
