"""A GitHub in memory, as far as its documentation tells of issue comments: docs.github.com/en/rest/issues/comments"""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.deliver.answering import Request, Response

KEY = "github_pat_0123456789"
LONGEST = 65_536

_COMMENTS = re.compile(r"/api/v3/repos/news/desk/issues/(\d+)/comments")
_COMMENT = re.compile(r"/api/v3/repos/news/desk/issues/comments/(\d+)")


@dataclass
class Account:
    """A repository `news/desk` whose issue 12 is there. `association` is what its comments say of who we are."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    association: str = "COLLABORATOR"
    may_edit: bool = True

    def said(self, body: str, login: str = "reader", association: str = "NONE") -> dict[str, Any]:
        number = 1000 + len(self.comments)
        self.comments.append(
            {
                "id": number,
                "html_url": f"https://git.example/news/desk/issues/12#issuecomment-{number}",
                "url": f"https://git.example/api/v3/repos/news/desk/issues/comments/{number}",
                "user": {"login": login, "type": "User"},
                "body": body,
                "author_association": association,
            }
        )
        return self.comments[-1]

    def bodies(self) -> list[str]:
        return [str(one["body"]) for one in self.comments]

    def __call__(self, request: Request) -> Response:
        self.requests.append(request)
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return told({"message": "Bad credentials", "status": "401"}, 401)
        path, query = urlsplit(request.path).path, parse_qs(urlsplit(request.path).query)
        if path == "/api/v3/user":
            return told({"login": "desk", "id": 7, "type": "User"})
        if found := _COMMENT.fullmatch(path):
            return self._comment(request, int(found[1]))
        found = _COMMENTS.fullmatch(path)
        if found is None or found[1] != "12":
            return told({"message": "Not Found", "status": "404"}, 404)
        if request.method == "POST":
            body = json.loads(request.data)["body"]
            if len(body) > LONGEST:
                return told({"message": "Validation Failed", "errors": ["body is too long"], "status": "422"}, 422)
            return told(self.said(body, "desk", self.association), 201)
        return self._page(int(query["page"][0]), int(query["per_page"][0]))

    def _page(self, page: int, size: int) -> Response:
        size = min(size, 100)
        links = []
        if page * size < len(self.comments):
            links.append(f'<https://git.example/api/v3/x?per_page={size}&page={page + 1}>; rel="next"')
        if page > 1:
            links.append(f'<https://git.example/api/v3/x?per_page={size}&page={page - 1}>; rel="prev"')
        return told(self.comments[(page - 1) * size : page * size], 200, {"Link": ", ".join(links)} if links else {})

    def _comment(self, request: Request, number: int) -> Response:
        found = next((one for one in self.comments if one["id"] == number), None)
        if found is None:
            return told({"message": "Not Found", "status": "404"}, 404)
        if request.method == "PATCH":
            if not self.may_edit:
                return told({"message": "Must have write access to edit this comment.", "status": "403"}, 403)
            found["body"] = json.loads(request.data)["body"]
            if len(found["body"]) > LONGEST:
                return told({"message": "Validation Failed", "errors": ["body is too long"], "status": "422"}, 422)
        return told(found)


def told(what: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(
        status=status,
        headers={"Content-Type": "application/json; charset=utf-8", **(headers or {})},
        data=json.dumps(what).encode(),
    )
