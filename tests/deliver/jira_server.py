"""A Jira in memory, as far as its documentation tells of attachments and comments:
developer.atlassian.com/cloud/jira/platform/rest/v3, developer.atlassian.com/server/jira/platform/rest"""

import base64
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.deliver.answering import Request, Response
from tests.deliver.forms import file_in

KEY = "ATATT3xFfGF0123456789"
USER = "desk@courier.example"


@dataclass
class Desk:
    """Issue DESK-7 of a Cloud or of a Data Center under /jira; where `may_…` is off, that right is missing."""

    is_cloud: bool = False
    files: dict[int, tuple[str, bytes]] = field(default_factory=dict)
    comments: list[Any] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    may_comment: bool = True
    may_delete: bool = True
    largest: int = 1_000_000
    made: int = 0

    def __call__(self, request: Request) -> Response:
        self.requests.append(request)
        path, query = urlsplit(request.path).path.removeprefix("/jira"), parse_qs(urlsplit(request.path).query)
        if path == "/rest/api/2/serverInfo":
            return told({"version": "9.12.0", "deploymentType": "Cloud" if self.is_cloud else "Server"})
        basic = base64.b64encode(f"{USER}:{KEY}".encode()).decode()
        expected = f"Basic {basic}" if self.is_cloud else f"Bearer {KEY}"
        if request.headers.get("authorization") != expected:
            return refused(401, "Client must be authenticated to access this resource.")
        if path == "/rest/api/2/myself":
            return told({"name": "desk", "accountId": "5b10", "displayName": "City Desk"})
        if found := re.fullmatch(r"/rest/api/([23])/issue/([^/]+)(/\w+)?", path):
            return self._issue(request, found[1], unquote(found[2]), found[3] or "")
        if found := re.fullmatch(r"/rest/api/2/attachment/(\d+)", path):
            return self._delete(int(found[1])) if request.method == "DELETE" else refused(405, "no")
        if found := re.fullmatch(r"/rest/api/2/attachment/content/(\d+)", path):
            if not self.is_cloud:
                return refused(404, "null for uri")
            if query.get("redirect") != ["false"]:
                return Response(status=303, headers={"Location": "https://media.example/signed"})
            return self._content(int(found[1]), None)
        if (found := re.fullmatch(r"/secure/attachment/(\d+)/([^/]+)", path)) and not self.is_cloud:
            return self._content(int(found[1]), unquote(found[2]))
        return refused(404, "null for uri")

    def _issue(self, request: Request, version: str, key: str, part: str) -> Response:
        if key != "DESK-7":
            return refused(404, "Issue does not exist or you do not have permission to see it.")
        if part == "/attachments":
            if request.headers.get("x-atlassian-token") != "no-check":
                return Response(status=403, data=b"XSRF check failed")
            return self._attached(request)
        if part == "/comment":
            return self._commented(json.loads(request.data)["body"], version)
        # Jira names no order of the attachments.
        found = [{"id": str(number), "filename": name} for number, (name, _) in self.files.items()]
        return told({"id": "10007", "key": key, "fields": {"attachment": found[::-1]}})

    def _attached(self, request: Request) -> Response:
        part = file_in(request)
        if len(part.data) > self.largest:
            return refused(413, "The file exceeds its maximum permitted size of 1000 bytes.")
        self.made += 1
        number = 9 + self.made
        self.files[number] = (part.file, part.data)
        told_of = {"id": str(number), "filename": part.file, "size": len(part.data), "self": "x", "content": "x"}
        return told([told_of])

    def _commented(self, body: Any, version: str) -> Response:
        if not self.may_comment:
            return refused(403, "You do not have the permission to comment on this issue.")
        if (version == "3") is not isinstance(body, dict):
            return told({"errorMessages": [], "errors": {"comment": "Comment body is not valid!"}}, 400)
        self.comments.append(body)
        return told({"id": str(500 + len(self.comments)), "body": body, "self": "x"}, 201)

    def _delete(self, number: int) -> Response:
        if not self.may_delete:
            return refused(403, "You do not have permission to delete this attachment.")
        if number not in self.files:
            return refused(404, "The attachment does not exist.")
        del self.files[number]
        return Response(status=204)

    def _content(self, number: int, name: str | None) -> Response:
        if number not in self.files or name not in (None, self.files[number][0]):
            return refused(404, "The attachment does not exist.")
        return Response(data=self.files[number][1], headers={"Content-Type": "application/octet-stream"})


def refused(status: int, words: str) -> Response:
    return told({"errorMessages": [words], "errors": {}}, status)


def told(what: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    kind = {"Content-Type": "application/json;charset=UTF-8", **(headers or {})}
    return Response(status=status, headers=kind, data=json.dumps(what).encode())
