"""HTTP to a ticket system: one request, one answer, or a DeliveryError. Nothing is asked twice in silence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from reporter.deliver.tickets.problems import not_understood, refused, unreachable
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.trust import trusted

if TYPE_CHECKING:
    from urllib3 import PoolManager

LONGEST_ANSWER = 256 * 1024 * 1024
"""Bytes. A brief that is read back is far below that."""
_PART = 256 * 1024
_SECONDS = re.compile(r"\s*(\d{1,9})\s*")

Field = tuple[str, str | tuple[str, bytes, str]]
"""One part of a form: its name, and its text or a file's name, bytes and media type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: header names are matched whatever their case."""

    status: int
    headers: Mapping[str, str]
    data: bytes


@dataclass(slots=True, kw_only=True)
class Asking:
    """One system, and the headers that every request to it carries; connections are kept open for the next request.
    `secret` is told to nobody, also where the system's own words repeat it."""

    name: str
    settings: TicketSettings
    headers: Mapping[str, str] = field(repr=False)
    secret: str = field(default="", repr=False)
    _pool: PoolManager | None = None

    def ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        body: object = None,
        form: Sequence[Field] | None = None,
        sealed: bytes | None = None,
        ticket: str | None = None,
        size: int | None = None,
        besides: frozenset[int] = frozenset(),
    ) -> Answer:
        """Send `body` as JSON, `form` as multipart/form-data, or JSON that is `sealed` already (a signature holds for
        these bytes alone), to `path` under the system's url.

        `ticket` and `size` go into the error where the answer is one; an answer with a status in `besides` is handed
        back all the same. A redirect is not followed: it would carry the key to who knows where.
        """
        import urllib3
        from urllib3.filepost import encode_multipart_formdata

        sent = dict(self.headers) | dict(headers or {})
        data = sealed
        if sealed is not None:
            sent["Content-Type"] = "application/json"
        elif body is not None:
            data, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
        elif form is not None:
            data, sent["Content-Type"] = encode_multipart_formdata(list(form))
        address = self.settings.url.rstrip("/") + path
        if query:
            address += "?" + _query(query)
        try:
            response = self._opened().request(
                method,
                address,
                body=data,
                headers=sent,
                timeout=urllib3.Timeout(connect=self.settings.timeout, read=self.settings.timeout),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                answer = Answer(status=response.status, headers=response.headers, data=self._read(response))
            finally:
                response.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise unreachable(self.name, self.settings, error) from error
        if answer.status < HTTPStatus.MULTIPLE_CHOICES or answer.status in besides:
            return answer
        raise refused(
            answer.status,
            self.name,
            self.settings,
            words=self._without_secret(words_of(answer)),
            ticket=ticket,
            size=size,
            retry_after=seconds_to_wait(answer),
        )

    def json(self, answer: Answer) -> Any:
        """What the answer says. Raises DeliveryError where it is no JSON: then something else stands at this url."""
        try:
            return json.loads(answer.data)
        except (ValueError, RecursionError) as error:
            raise not_understood(self.name, self.settings) from error

    def _without_secret(self, words: str) -> str:
        return words.replace(self.secret, "…") if self.secret else words

    def _opened(self) -> PoolManager:
        import urllib3

        if self._pool is None:
            self._pool = urllib3.PoolManager(num_pools=1, ssl_context=trusted(self.name, self.settings))
        return self._pool

    def _read(self, response: Any) -> bytes:
        parts, length = [], 0
        while part := response.read(_PART, decode_content=True):
            length += len(part)
            if length > LONGEST_ANSWER:
                response.close()
                raise not_understood(self.name, self.settings)
            parts.append(part)
        return b"".join(parts)


def _query(fields: Mapping[str, str]) -> str:
    from urllib.parse import quote, urlencode

    return urlencode(fields, quote_via=quote)


def words_of(answer: Answer) -> str:
    """The system's own words: the message of a JSON error, or the text of a page without its markup."""
    location = answer.headers.get("Location")
    if location and answer.status < HTTPStatus.BAD_REQUEST:
        return f"it sends us on to {location}"
    text = answer.data[:10_000].decode("utf-8", "replace")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return re.sub(
            r"<!--.*?-->|<(style|script|title)\b.*?</\1\s*>|<[^>]*>", " ", text, flags=re.DOTALL | re.IGNORECASE
        )
    inner = told.get("error", told) if isinstance(told, dict) else told
    for key in ("msg", "message"):
        if isinstance(inner, dict) and isinstance(inner.get(key), str):
            return str(inner[key])
    if isinstance(told, dict) and isinstance(told.get("errorMessages"), list):  # Jira's
        others = told.get("errors")
        lists = [*told["errorMessages"], *(others.values() if isinstance(others, dict) else ())]
        return "; ".join(str(one) for one in lists)
    return inner if isinstance(inner, str) else text


def seconds_to_wait(answer: Answer) -> float | None:
    """The seconds of Retry-After (RFC 9110, section 10.2.3); a date in it is left alone, for clocks differ."""
    found = _SECONDS.fullmatch(answer.headers.get("Retry-After", ""))
    return None if found is None else float(found[1])
