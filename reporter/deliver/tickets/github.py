"""Briefs on issues and pull requests of GitHub, through its REST API: docs.github.com/en/rest/issues/comments

GitHub's API takes no files for an issue. So the brief itself is the comment, as Markdown that is folded away; a mark
that nobody sees (an HTML comment at its end) carries the name that the file would have, and where there is room another
one the brief's record, so that a newer brief can say what changed.
"""

from __future__ import annotations

import base64
import lzma
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from email.utils import mktime_tz, parsedate_tz
from html import escape
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from reporter.deliver.tickets.asking import Answer, Asking, seconds_to_wait, words_of
from reporter.deliver.tickets.markdown_words import as_markdown, without_references
from reporter.deliver.tickets.problems import not_understood, plain_key, refused
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError

LONGEST_COMMENT = 65_536
"""Characters."""
ROOM = 1_000
"""Characters of it that are kept free, for what is put around a comment when a newer brief takes its place."""
MOST_PAGES = 100

_TICKET = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]*)/(?!\.{1,2}#)([\w.-]+)#([0-9]+)", re.ASCII)
_MARK = re.compile(r"<!-- reporter-brief: (\S+) -->\s*\Z")
_RECORD = re.compile(r"<!-- reporter-record: ([A-Za-z0-9+/=]+) -->\s*")
"""The record as base64 of LZMA (xz), which holds no two hyphens."""
LARGEST_RECORD = 50_000_000
"""Bytes to which a record may unfold."""
_OURS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
"""Whose marks are believed, beside our own: what GitHub calls the author's association. Others write what they like."""
_NEXT = re.compile(r'rel="?next"?')
_LIMITS = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})
_SECONDARY = 60.0
"""Seconds to wait where a limit was met and no time is told, as GitHub's "Best practices" ask for."""


def open_github(name: str, settings: TicketSettings, key: str) -> GitHub:
    """GitHub at `settings.url`, as in a browser or as the root of its API; `key` is a token of somebody's.
    Raises DeliveryError `wrong-key` for what can be none."""
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {plain_key(name, key)}",
        "X-GitHub-Api-Version": "2022-11-28",
        "User-Agent": "reporter",
    }
    return GitHub(Asking(name=name, settings=replace(settings, url=root(settings.url)), headers=headers, secret=key))


def root(url: str) -> str:
    """The root of the API.

    >>> root("https://github.com"), root("https://desk.ghe.com/"), root("https://git.example/")
    ('https://api.github.com', 'https://api.desk.ghe.com', 'https://git.example/api/v3')
    """
    parts = urlsplit(url.rstrip("/"))
    host = parts.hostname or ""
    if parts.path or host == "api.github.com" or (host.startswith("api.") and host.endswith(".ghe.com")):
        return url.rstrip("/")
    if host in ("github.com", "www.github.com"):
        return "https://api.github.com"
    return f"https://api.{host}" if host.endswith(".ghe.com") else f"{url.rstrip('/')}/api/v3"


@dataclass(frozen=True, slots=True)
class GitHub:
    """GitHub with someone logged in. Meets `TicketSystem`."""

    asking: Asking

    def check(self) -> str:
        return f"{self._login()} at {self.asking.settings.url}"

    def files(self, ticket: str) -> tuple[Filed, ...]:
        """The briefs of which a comment has a mark, for as long as no newer one took their place."""
        marked = [
            (comment, found) for comment in self._comments(ticket) if (found := _MARK.search(comment.get("body") or ""))
        ]
        me = None
        if any(comment.get("author_association") not in _OURS for comment, _ in marked):
            me = self._login()
        return tuple(
            Filed(id=str(comment["id"]), name=unquote(found[1]))
            for comment, found in marked
            if comment.get("author_association") in _OURS or _author(comment) == me
        )

    def read(self, ticket: str, filed: Filed) -> bytes:
        """The brief's record, as JSON, where there was room for it; the file itself is not kept."""
        path = f"{_path(self.asking, ticket).rpartition('/')[0]}/comments/{int(filed.id)}"
        body = str(self._told(self._ask("GET", path, ticket=ticket), "body").get("body") or "")
        found = _RECORD.search(body)
        record = None if found is None else _unfolded(found[1])
        if record is not None:
            return record
        raise DeliveryError(
            "not-kept",
            f"{self.asking.name} ({self.asking.settings.url}) keeps a comment for {filed.name!r} on ticket {ticket!r}, "
            "not the file.",
            "Keep the JSON of each brief, and compare with reporter diff.",
            can_retry=False,
        )

    def post(self, ticket: str, posting: Posting) -> str:
        made = self._changed("POST", f"{_path(self.asking, ticket)}/comments", body_of(posting), ticket)
        return str(made.get("html_url") or made["url"])

    def withdraw(self, ticket: str, filed: Filed) -> bool:
        """Fold the comment away and say that a newer brief took its place. True where it is gone altogether."""
        path = f"{_path(self.asking, ticket).rpartition('/')[0]}/comments/{int(filed.id)}"
        answer = self._ask("GET", path, besides=frozenset({HTTPStatus.NOT_FOUND}))
        if answer.status == HTTPStatus.NOT_FOUND:
            return True
        body = str(self._told(answer, "body").get("body") or "")
        if not _MARK.search(body):
            return True
        try:
            self._changed("PATCH", path, superseded(body, filed.name), ticket)
        except DeliveryError as error:
            if error.code == "not-allowed":
                return False
            raise
        return True

    def _changed(self, method: str, path: str, body: str, ticket: str) -> Mapping[str, Any]:
        return self._told(self._ask(method, path, body={"body": body}, ticket=ticket, size=len(body.encode())), "id")

    def _comments(self, ticket: str) -> Iterator[Mapping[str, Any]]:
        path = f"{_path(self.asking, ticket)}/comments"
        for page in range(1, MOST_PAGES + 1):
            answer = self._ask("GET", path, query={"per_page": "100", "page": str(page)}, ticket=ticket)
            found = self.asking.json(answer)
            if not isinstance(found, list) or not all(isinstance(one, dict) and "id" in one for one in found):
                raise not_understood(self.asking.name, self.asking.settings)
            yield from found
            if not _NEXT.search(answer.headers.get("Link", "")):
                return

    def _login(self) -> str:
        return str(self._told(self._ask("GET", "/user"), "login")["login"])

    def _told(self, answer: Answer, needs: str) -> Mapping[str, Any]:
        told = self.asking.json(answer)
        if not isinstance(told, dict) or needs not in told:
            raise not_understood(self.asking.name, self.asking.settings)
        return told

    def _ask(self, method: str, path: str, *, besides: frozenset[int] = frozenset(), **given: Any) -> Answer:
        """The answer. A limit on requests, which GitHub tells as 403 as well, is told apart from a missing right."""
        answer = self.asking.ask(method, path, besides=besides | _LIMITS, **given)
        if answer.status in _LIMITS:
            words = words_of(answer)
            wait = wait_of(answer, words)
            status = answer.status if wait is None else HTTPStatus.TOO_MANY_REQUESTS
            raise refused(
                status,
                self.asking.name,
                self.asking.settings,
                words=words.replace(self.asking.secret, "…"),
                ticket=given.get("ticket"),
                size=given.get("size"),
                retry_after=wait,
            )
        return answer


def wait_of(answer: Answer, words: str) -> float | None:
    """The seconds to wait, counted by GitHub's own clock; None where the answer speaks of no limit."""
    asked = seconds_to_wait(answer)
    if asked is not None:
        return asked
    reset, date = answer.headers.get("x-ratelimit-reset", ""), parsedate_tz(answer.headers.get("Date", ""))
    if answer.headers.get("x-ratelimit-remaining") == "0" and reset.isdecimal() and date is not None:
        return max(1.0, float(reset) - mktime_tz(date))
    is_limit = answer.status == HTTPStatus.TOO_MANY_REQUESTS or "rate limit" in words.lower()
    return _SECONDARY if is_limit else None


def body_of(posting: Posting) -> str:
    """The comment: what is said first, and the brief folded away. A brief that is too long is cut at an empty line."""
    about = _html(posting.about)
    head = f"{as_markdown(posting.comment)}\n\n<details><summary>{about}</summary>\n\n"
    tail = f"\n\n</details>\n\n<!-- reporter-brief: {quote(posting.name, safe='')} -->"
    brief = without_references(posting.markdown.strip())
    room = LONGEST_COMMENT - ROOM - len(head) - len(tail)
    record = f"\n\n<!-- reporter-record: {base64.b64encode(lzma.compress(posting.record)).decode()} -->"
    if posting.record and len(brief) + len(record) <= room:
        tail = tail.replace("\n\n<!--", f"{record}\n\n<!--", 1)
    if len(brief) > room:
        note = f"\n\n**… {len(brief):,} characters: cut here, for GitHub takes {LONGEST_COMMENT:,}.**"
        brief = brief[: max(0, room - len(note))]
        brief = brief[: brief.rfind("\n") + 1].rstrip() + note
    return f"{head}{brief}{tail}"


def superseded(body: str, name: str) -> str:
    """A comment whose brief is out of date: folded away, and with no mark."""
    words = _RECORD.sub("", _MARK.sub("", body)).strip()
    return f"<details><summary><del>{_html(name)}</del> (superseded)</summary>\n\n{words}\n\n</details>"


def _unfolded(written: str) -> bytes | None:
    """The bytes of a record; None for what is none."""
    unpacking = lzma.LZMADecompressor()
    try:
        record = unpacking.decompress(base64.b64decode(written), LARGEST_RECORD)
    except (lzma.LZMAError, ValueError):
        return None
    return record if unpacking.eof else None


def _html(text: str) -> str:
    """Words for a line of HTML, in which Markdown is not read but references are."""
    return without_references(escape(" ".join(text.split()), quote=False))


def _author(comment: Mapping[str, Any]) -> str | None:
    user = comment.get("user")
    return user.get("login") if isinstance(user, dict) else None


def _path(asking: Asking, ticket: str) -> str:
    found = _TICKET.fullmatch(ticket)
    if found is None:
        raise DeliveryError(
            "no-ticket",
            f"{ticket!r} is no ticket of {asking.name} ({asking.settings.url}).",
            "Write it as owner/repository#12.",
            can_retry=False,
        )
    return f"/repos/{found[1]}/{found[2]}/issues/{found[3]}"
