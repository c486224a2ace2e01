"""How python-redmine reaches the server. Imported only when a Redmine is opened.

As it comes, python-redmine waits for ever, follows redirects with the key in hand, and throws away what an error answer
said. This engine does none of it.
"""

from __future__ import annotations

import io
import json
import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import requests
from redminelib import Redmine
from redminelib.engines import SyncEngine
from requests.adapters import HTTPAdapter

from reporter.deliver.tickets.trust import trusted

if TYPE_CHECKING:
    import ssl

    from reporter.deliver.tickets.settings import TicketSettings

LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is read back. A brief is far below that."""
_PART = 256 * 1024
_SECONDS = re.compile(r"\s*(\d{1,9})\s*")


class AnswerError(Exception):
    """The server answered, but not with what was asked for."""

    def __init__(self, response: requests.Response) -> None:
        super().__init__(f"{response.status_code}")
        self.response = response


def opened(name: str, settings: TicketSettings, key: str) -> Any:
    """A `redminelib.Redmine` that asks nothing yet. Raises DeliveryError `bad-certificates`."""
    redmine = Redmine(settings.url, key=key, engine=_Engine)
    redmine.engine.timeout = settings.timeout
    redmine.engine.session.mount("https://", _Trusting(trusted(name, settings)))
    return redmine


class _Trusting(HTTPAdapter):
    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, ssl_context=self._context, **options)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        return super().proxy_manager_for(proxy, ssl_context=self._context, **options)


class _Engine(SyncEngine):  # type: ignore[misc]  # redminelib has no types
    timeout: float

    def request(
        self,
        method: str,
        url: str,
        headers: dict[str, str] | None = None,
        params: dict[str, Any] | None = None,
        data: Any = None,
    ) -> Any:
        """The answer, decoded. Raises AnswerError for any answer but success, a redirect among them."""
        options = self.construct_request_kwargs(method, headers, params, data)
        return self.process_response(self._asked(method, url, **options))

    def uploaded(self, url: str, name: str, data: bytes) -> dict[str, Any]:
        """What Redmine says of a file that it took; its `token` puts it on a ticket."""
        sort = {"Content-Type": "application/octet-stream"}
        answer = self.request("post", f"{url}/uploads.json", sort, {"filename": name}, io.BytesIO(data))
        upload: dict[str, Any] = answer["upload"]
        return upload

    def bytes_of(self, url: str) -> bytes:
        """The file at `url`. Raises ValueError where it is larger than any brief."""
        read = bytearray()
        with self._asked("get", url, stream=True) as response:
            for part in response.iter_content(_PART):
                read += part
                if len(read) > LARGEST:
                    raise ValueError(f"the file at {url} has more than {LARGEST:,} bytes")
        return bytes(read)

    def _asked(self, method: str, url: str, **options: Any) -> requests.Response:
        response: requests.Response = self.session.request(
            method, url, timeout=self.timeout, allow_redirects=False, verify=True, **options
        )
        if not HTTPStatus.OK <= response.status_code < HTTPStatus.MULTIPLE_CHOICES:
            raise AnswerError(response)
        return response


def words(response: requests.Response) -> str:
    """What an error answer says in its own words: Redmine's list of errors, the reason, or where a redirect leads."""
    if location := response.headers.get("Location"):
        return f"it sends us on to {location}"
    try:
        told = json.loads(response.content)["errors"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return response.reason or ""
    return "; ".join(str(one) for one in told) if isinstance(told, list) else str(told)


def retry_after(response: requests.Response) -> float | None:
    """The seconds of Retry-After (RFC 9110, section 10.2.3); a date in it is left alone, for clocks differ."""
    found = _SECONDS.fullmatch(response.headers.get("Retry-After", ""))
    return None if found is None else float(found[1])
