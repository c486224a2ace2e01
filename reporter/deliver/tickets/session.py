"""Sessions of requests, as the libraries for GitLab and Jira use them: what goes wrong, in the words of this program.

As they come, these libraries wait and ask again on their own, follow redirects with the key in hand, and throw away
parts of what an error answer said. A session made ready here ends at the first answer that is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from reporter.deliver.tickets.asking import LONGEST_ANSWER, Answer, seconds_to_wait, words_of
from reporter.deliver.tickets.problems import not_understood, refused, unreachable
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.trust import trusted

if TYPE_CHECKING:
    import requests

_PART = 256 * 1024
_NONSENSE = (AttributeError, LookupError, TypeError, ValueError, RecursionError)
"""What libraries raise at answers of another shape."""


class AnswerError(Exception):
    """The server answered, but not with what was asked for."""

    def __init__(self, response: requests.Response) -> None:
        super().__init__(str(response.status_code))
        self.answer = Answer(status=response.status_code, headers=response.headers, data=_start_of(response))


def make_ready(session: requests.Session, name: str, settings: TicketSettings) -> None:
    """Trust whom the settings trust, and raise AnswerError for any answer but success, a redirect among them. Raises
    DeliveryError `bad-certificates`."""
    from requests.adapters import HTTPAdapter

    context = trusted(name, settings)

    class Trusting(HTTPAdapter):
        def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
            super().init_poolmanager(*arguments, ssl_context=context, **options)

        def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
            return super().proxy_manager_for(proxy, ssl_context=context, **options)

    session.mount("https://", Trusting())
    session.hooks["response"].append(_refuse)


def bytes_of(response: requests.Response) -> bytes:
    """What a streamed answer brings. Raises ValueError where that is more than any brief."""
    read = bytearray()
    with response:
        for part in response.iter_content(_PART):
            read += part
            if len(read) > LONGEST_ANSWER:
                raise ValueError(f"more than {LONGEST_ANSWER:,} bytes at {response.url}")
    return bytes(read)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """How a system is spoken to. `faults` are the errors of its library; `secret` is told to nobody."""

    name: str
    settings: TicketSettings
    secret: str = field(repr=False)
    faults: tuple[type[Exception], ...]

    @contextmanager
    def on(self, ticket: str | None = None, *, size: int | None = None) -> Iterator[None]:
        """Whatever goes wrong in it, as a DeliveryError."""
        from requests import JSONDecodeError, RequestException

        nonsense = self.faults + _NONSENSE
        try:
            yield
        except AnswerError as answered:
            raise refused(
                answered.answer.status,
                self.name,
                self.settings,
                words=words_of(answered.answer).replace(self.secret, "…"),
                ticket=ticket,
                size=size,
                retry_after=seconds_to_wait(answered.answer),
            ) from answered
        except JSONDecodeError as error:
            raise not_understood(self.name, self.settings) from error
        except RequestException as error:
            raise unreachable(self.name, self.settings, error) from error
        except nonsense as error:
            raise not_understood(self.name, self.settings) from error


def _refuse(response: requests.Response, **_: object) -> None:
    if not HTTPStatus.OK <= response.status_code < HTTPStatus.MULTIPLE_CHOICES:
        raise AnswerError(response)


def _start_of(response: requests.Response) -> bytes:
    """Enough of an error answer for its words."""
    with response:
        start: bytes = next(iter(response.iter_content(_PART)), b"")
    return start
