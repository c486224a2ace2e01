"""A GitLab in memory, as far as its documentation tells of notes and uploads: docs.gitlab.com/api/notes,
docs.gitlab.com/api/project_markdown_uploads"""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from tests.deliver.answering import Request, Response
from tests.deliver.forms import file_in

KEY = "glpat-0123456789"
PROJECT = "/api/v4/projects/news%2Fcity%2Fdesk"


@dataclass
class Project:
    """The project `news/city/desk` with issue 12. `is_maintainer` may delete uploads and edit notes of others."""

    notes: list[dict[str, Any]] = field(default_factory=list)
    uploads: dict[tuple[str, str], bytes] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    is_maintainer: bool = True
    hands_out: bool = True
    largest: int = 1_000_000
    root: str = ""

    def said(self, body: str, user: str = "reader", system: bool = False) -> dict[str, Any]:
        self.notes.append(
            {
                "id": 300 + len(self.notes),
                "body": body,
                "author": {"username": user},
                "system": system,
                "noteable_iid": 12,
            }
        )
        return self.notes[-1]

    def __call__(self, request: Request) -> Response:
        self.requests.append(request)
        if request.headers.get("private-token") != KEY:
            return told({"message": "401 Unauthorized"}, 401)
        path, query = urlsplit(request.path).path, parse_qs(urlsplit(request.path).query)
        if path == "/api/v4/user":
            return told({"id": 7, "username": "desk", "name": "City Desk"})
        if path == f"{PROJECT}/uploads" and request.method == "POST":
            return self._uploaded(request)
        if found := re.fullmatch(re.escape(f"{PROJECT}/uploads/") + "([0-9a-f]{32})/([^/]+)", path):
            return self._upload(request, (found[1], unquote(found[2])))
        if path == f"{PROJECT}/issues/12/notes":
            if request.method == "POST":
                return told(self.said(json.loads(request.data)["body"], "desk"), 201)
            return self._page(int(query["page"][0]), int(query["per_page"][0]))
        if found := re.fullmatch(re.escape(f"{PROJECT}/issues/12/notes/") + r"(\d+)", path):
            return self._note(request, int(found[1]))
        return told({"message": "404 Project Not Found"}, 404)

    def _uploaded(self, request: Request) -> Response:
        part = file_in(request)
        if len(part.data) > self.largest:
            return told({"message": "413 Request Entity Too Large"}, 413)
        secret = f"{len(self.uploads) + 1:032x}"
        name = re.sub(r"[^\w.\-+]", "_", part.file)  # as GitLab does with names
        self.uploads[secret, name] = part.data
        self.kinds.append(part.kind)
        url = f"/uploads/{secret}/{name}"
        full = f"/-/project/5/uploads/{secret}/{name}"
        return told({"id": 5, "alt": name, "url": url, "full_path": full, "markdown": f"[{name}]({url})"}, 201)

    def _upload(self, request: Request, which: tuple[str, str]) -> Response:
        if not self.hands_out or which not in self.uploads:
            return told({"message": "404 Not Found"}, 404)
        if request.method == "DELETE":
            if not self.is_maintainer:
                return told({"message": "403 Forbidden"}, 403)
            del self.uploads[which]
            return Response(status=204)
        disposition = f"attachment; filename*=UTF-8''{quote(which[1])}"
        kind = {"Content-Type": "application/octet-stream", "Content-Disposition": disposition}
        return Response(headers=kind, data=self.uploads[which])

    def _page(self, page: int, size: int) -> Response:
        size = min(size, 100)
        shown = self.notes[(page - 1) * size : page * size]
        more = page * size < len(self.notes)
        # A note that refers to what we may not see is left out of its page.
        return told(
            [one for one in shown if "secret" not in one["body"]], 200, {"X-Next-Page": str(page + 1) if more else ""}
        )

    def _note(self, request: Request, number: int) -> Response:
        found = next((one for one in self.notes if one["id"] == number), None)
        if found is None:
            return told({"message": "404 Note Not Found"}, 404)
        if request.method == "PUT":
            if found["author"]["username"] != "desk" and not self.is_maintainer:
                return told({"message": "403 Forbidden"}, 403)
            found["body"] = json.loads(request.data)["body"]
        return told(found)


def told(what: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(
        status=status, headers={"Content-Type": "application/json", **(headers or {})}, data=json.dumps(what).encode()
    )
