"""Briefs on issues of GitLab, through its REST API: docs.gitlab.com/api/notes and /api/project_markdown_uploads

A file is uploaded to the project, where nobody sees it; one note on the issue then links to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from reporter.deliver.tickets.markdown_words import as_markdown
from reporter.deliver.tickets.problems import plain_key
from reporter.deliver.tickets.session import AnswerError, Speaking, bytes_of, make_ready
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError

MOST_PAGES = 100
"""Of 100 notes each."""

_TICKET = re.compile(r"((?:[\w.-]+/)+[\w.-]+)#([0-9]+)")
_UPLOAD = re.compile(r"/uploads/([0-9a-f]{32})/([^/\s()<>]+)")
_LINK = re.compile(r"(?<!\\)\]\((?:/-/project/\d+)?" + _UPLOAD.pattern + r"\)")
_LABELLED = r"\[(?P<label>(?:\\.|[^\[\]\\])*)\]\([^\s()]*/uploads/"


def open_gitlab(name: str, settings: TicketSettings, key: str) -> GitLab:
    """A GitLab at `settings.url`, as in a browser; `key` is an access token of a person, a project or a group. Raises
    DeliveryError `wrong-key`, `bad-certificates`."""
    import gitlab
    import requests

    session = requests.Session()
    make_ready(session, name, settings)
    api = gitlab.Gitlab(
        settings.url,
        private_token=plain_key(name, key),
        timeout=settings.timeout,
        user_agent="reporter",
        session=session,
    )
    speaking = Speaking(name=name, settings=settings, secret=key, faults=(gitlab.exceptions.GitlabError,))
    return GitLab(speaking, api)


class _Place(NamedTuple):
    """Where the file of a note is."""

    note: str
    secret: str
    file: str


class GitLab:
    """A GitLab with someone logged in. Meets `TicketSystem`."""

    def __init__(self, speaking: Speaking, api: Any) -> None:
        self._speaking = speaking
        self._api = api
        self._url = speaking.settings.url.rstrip("/")

    def check(self) -> str:
        with self._speaking.on():
            user = self._api.http_get("/user")
            return f"{user['name']} ({user['username']}), {self._url}"

    def files(self, ticket: str) -> tuple[Filed, ...]:
        """The uploads that the notes of the issue link to, whoever wrote them."""
        found = []
        with self._speaking.on(ticket):
            for note in self._notes(ticket):
                for link in _LINK.finditer(note["body"]):
                    place = _Place(str(note["id"]), link[1], unquote(link[2]))
                    found.append(Filed(id="/".join(place), name=place.file))
        return tuple(found)

    def read(self, ticket: str, filed: Filed) -> bytes:
        """The bytes. Raises DeliveryError `not-kept` where GitLab does not hand them out (before 17.4, to no API)."""
        with self._speaking.on(ticket):
            try:
                return bytes_of(self._api.http_get(self._upload(ticket, _place(filed)), streamed=True))
            except AnswerError as answered:
                if answered.answer.status != HTTPStatus.NOT_FOUND:
                    raise
                raise DeliveryError(
                    "not-kept",
                    f"{self._speaking.name} ({self._url}) does not hand out {filed.name!r} of ticket {ticket!r}.",
                    "GitLab hands out uploads since 17.4; look whether it is still on the issue.",
                    can_retry=False,
                ) from answered

    def post(self, ticket: str, posting: Posting) -> str:
        project, number = self._parts(ticket)
        file = (posting.name, posting.data, "/".join(posting.kind))
        with self._speaking.on(ticket, size=len(posting.data)):
            upload = self._api.http_post(f"{_path(project)}/uploads", files={"file": file})
            found = _UPLOAD.fullmatch(upload["url"])
            if found is None:
                raise ValueError("an upload without its address")
        label = as_markdown(posting.name)
        words = f"{as_markdown(posting.comment)}\n\n[{label}]({quote(found[0], safe='/%+')})\n\n"
        with self._speaking.on(ticket):
            body = {"body": words + as_markdown(posting.about)}
            note = self._api.http_post(f"{_path(project)}/issues/{number}/notes", post_data=body)
            return f"{self._url}/{project}/-/issues/{number}#note_{int(note['id'])}"

    def withdraw(self, ticket: str, filed: Filed) -> bool:
        """Strike the link in the note, and delete the upload where that is allowed. True where the link is gone: an
        upload to which nothing links is seen by nobody who does not know its address."""
        project, number = self._parts(ticket)
        place = _place(filed)
        path = f"{_path(project)}/issues/{number}/notes/{int(place.note)}"
        with self._speaking.on(ticket):
            try:
                body = self._api.http_get(path)["body"]
                left = struck(body, place.secret)
                if left != body:
                    self._api.http_put(path, post_data={"body": left})
            except AnswerError as answered:
                match answered.answer.status:
                    case HTTPStatus.FORBIDDEN:
                        return False
                    case HTTPStatus.NOT_FOUND:  # somebody was there before us
                        return True
                raise
            try:
                self._api.http_delete(self._upload(ticket, place))
            except AnswerError as answered:
                if answered.answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise
                # Not allowed, or not there, or a GitLab before 17.4: nothing links to it any more.
        return True

    def _notes(self, ticket: str) -> Iterator[Any]:
        project, number = self._parts(ticket)
        query = {"per_page": 100, "sort": "asc", "order_by": "created_at"}
        page = "1"
        for _ in range(MOST_PAGES):
            path = f"{_path(project)}/issues/{number}/notes"
            answer = self._api.http_get(path, query_data={**query, "page": page}, raw=True)
            # GitLab leaves out of a page what we may not see: a short page is not the last.
            yield from (note for note in answer.json() if not note["system"])
            page = answer.headers.get("X-Next-Page", "")
            if not page.isdecimal():
                return

    def _upload(self, ticket: str, place: _Place) -> str:
        project, _ = self._parts(ticket)
        return f"{_path(project)}/uploads/{quote(place.secret, safe='')}/{quote(place.file, safe='')}"

    def _parts(self, ticket: str) -> tuple[str, str]:
        found = _TICKET.fullmatch(ticket)
        if found is None or {".", ".."} & set(found[1].split("/")):
            raise DeliveryError(
                "no-ticket",
                f"{ticket!r} is no ticket of {self._speaking.name} ({self._url}).",
                "Write it as group/project#12.",
                can_retry=False,
            )
        return found[1], found[2]


def struck(body: str, secret: str) -> str:
    """A note whose link to the upload is struck.

    >>> struck("See\\n[a.pdf](/uploads/0123/a.pdf)", "0123")
    'See\\n~~a.pdf~~ (superseded)'
    """
    return re.sub(_LABELLED + re.escape(secret) + r"/[^\s()]*\)", r"~~\g<label>~~ (superseded)", body)


def _place(filed: Filed) -> _Place:
    note, secret, file = filed.id.split("/", 2)
    return _Place(note, secret, file)


def _path(project: str) -> str:
    return f"/projects/{quote(project, safe='')}"
