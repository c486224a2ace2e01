"""Fact-checks from the Google Fact Check Tools API, `claims:search` (v1alpha1).

Asked only where a newsroom says so, for it sends the claims of a story to Google. Source of the format: the API's
published reference, "Method: claims.search" and "Claim". urllib3 is the client: it is what `requests` is built on, has
no dependencies, is released regularly, and lets an answer be read in pieces, so that one without end costs nothing.
The key goes in a header, never in the address, which others log.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reporter.errors import InputError, ServiceError
from reporter.factchecks.claimreview import EntryError, read_review
from reporter.factchecks.providers import Question
from reporter.model import FactCheck

if TYPE_CHECKING:
    from urllib3 import PoolManager

KEY = "REPORTER_GOOGLE_FACTCHECK_KEY"
ADDRESS = "REPORTER_GOOGLE_FACTCHECK_URL"
DEFAULT_ADDRESS = "https://factchecktools.googleapis.com"
PATH = "/v1alpha1/claims:search"

PAGE = 10
MOST_PAGES = 2
LONGEST_QUERY = 300
"""Characters. A longer claim is cut between words; the rest would only make the search narrower."""
LONGEST_ANSWER = 4 * 1024 * 1024
SECONDS = 10.0
"""To connect, and once more for the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleFactChecks:
    """The API with a newsroom's key. What fails fails at once, and the brief says so; only a request that met a
    connection already closed is sent once more."""

    key: str = field(repr=False)
    address: str = DEFAULT_ADDRESS
    seconds: float = SECONDS
    name: str = "Google Fact Check Tools"
    most_claims: int = 50

    def find(self, question: Question) -> tuple[FactCheck, ...]:
        """The reviews of at most two pages, in the API's order. Raises ServiceError."""
        found: list[FactCheck] = []
        token: str | None = None
        for _ in range(MOST_PAGES):
            answer = self._asked(question, token)
            found += _reviews(answer)
            token = answer.get("nextPageToken") if isinstance(answer.get("nextPageToken"), str) else None
            if not token:
                break
        return tuple(found)

    def _asked(self, question: Question, token: str | None) -> Mapping[str, Any]:
        import urllib3

        fields = {
            "query": _cut(question.text),
            "languageCode": question.language,
            "pageSize": str(PAGE),
        }
        if token:
            fields["pageToken"] = token

        def request() -> urllib3.BaseHTTPResponse:
            return _pool().request(
                "GET",
                self.address.rstrip("/") + PATH,
                fields=fields,
                timeout=urllib3.Timeout(connect=self.seconds, read=self.seconds),
                retries=False,
                redirect=False,
                preload_content=False,
                headers={"Accept": "application/json", "User-Agent": "reporter", "X-Goog-Api-Key": self.key},
            )

        try:
            try:
                response = request()
            except urllib3.exceptions.ProtocolError:  # the other side had closed the kept connection
                response = request()
        except urllib3.exceptions.LocationValueError as error:
            raise InputError(
                "bad-factcheck-address", f"{ADDRESS} is no web address.", "Set it to https://…, or unset it."
            ) from error
        except urllib3.exceptions.NewConnectionError as error:  # which is a timeout by descent
            raise self._unreachable() from error
        except urllib3.exceptions.TimeoutError as error:
            raise self._slow() from error
        except urllib3.exceptions.HTTPError as error:
            raise self._unreachable() from error
        try:
            data = _read(response, time.monotonic() + self.seconds)
        except urllib3.exceptions.TimeoutError as error:
            raise self._slow() from error
        except urllib3.exceptions.HTTPError as error:
            raise self._failed("broke off its answer", "Try again later.") from error
        finally:
            response.close()
        if response.status != 200:
            raise self._refused(response.status, data)
        if data is None:
            raise self._failed(f"gave an answer of more than {LONGEST_ANSWER // 1024 // 1024} MB", "Try again later.")
        try:
            answer = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise self._failed("gave an answer that is not JSON", "Try again later.") from error
        if not isinstance(answer, dict):
            raise self._failed("gave an answer that is no object", "Try again later.")
        return answer

    def _unreachable(self) -> ServiceError:
        return self._failed("cannot be reached", "See that this machine is online.")

    def _slow(self) -> ServiceError:
        return self._failed(f"gave no answer within {self.seconds:g} seconds", "Try again later.")

    def _refused(self, status: int, data: bytes | None) -> ServiceError:
        said = _said(data, self.key)
        match status:
            case 400 | 401 | 403:
                return self._failed(f"refused the request ({status}{said})", f"See that {KEY} holds a valid key.")
            case 429:
                return self._failed(f"refused the request ({status}{said})", "Try again later.")
            case _ if status >= 500:
                return self._failed(f"failed ({status}{said})", "Try again later.")
            case _:
                return self._failed(f"answered with {status}{said}", f"See that {ADDRESS} is unset, or right.")

    def _failed(self, what: str, remedy: str) -> ServiceError:
        return ServiceError("factchecks-not-asked", f"{self.name} {what}.", remedy)


def google_from(environment: Mapping[str, str]) -> GoogleFactChecks:
    """The API as the environment sets it up. Raises InputError where the key is missing, or the address is wrong."""
    key = environment.get(KEY, "").strip()
    if not key:
        raise InputError(
            "no-factcheck-key",
            "The Google Fact Check Tools need a key.",
            f"Set {KEY} in the environment, or leave google out of --factchecks-from.",
        )
    address = environment.get(ADDRESS, "").strip() or DEFAULT_ADDRESS
    if not address.lower().startswith(("https://", "http://")):
        raise InputError("bad-factcheck-address", f"{ADDRESS} is no web address.", "Set it to https://…, or unset it.")
    return GoogleFactChecks(key=key, address=address)


_POOLS: list[PoolManager] = []


def _pool() -> PoolManager:
    """One for the process: a connection serves all claims of a brief."""
    import urllib3

    if not _POOLS:
        _POOLS.append(urllib3.PoolManager(num_pools=1))
    return _POOLS[0]


def _read(response: Any, until: float) -> bytes | None:
    """The body, unpacked; None where it is longer than any answer should be. Raises urllib3's TimeoutError when it is
    not there by `until` on the clock that only goes forward, as where it comes drop by drop."""
    from urllib3.exceptions import TimeoutError as UrllibTimeoutError

    parts, length = [], 0
    while part := response.read1(64 * 1024, decode_content=True):
        if time.monotonic() > until:
            raise UrllibTimeoutError
        length += len(part)
        if length > LONGEST_ANSWER:
            return None
        parts.append(part)
    return b"".join(parts)


def _said(data: bytes | None, key: str) -> str:
    """What the API says of its refusal ("error.message"), on one line, never with the key in it."""
    try:
        message = json.loads(data or b"")["error"]["message"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return ""
    if not isinstance(message, str):
        return ""
    return ": " + " ".join(message.replace(key, "…").split())[:200].rstrip(" .")


def _reviews(answer: Mapping[str, Any]) -> list[FactCheck]:
    """The reviews of one page; what has no claim or no address is left out, as it cannot be shown."""
    found = []
    claims = answer.get("claims")
    for claim in claims if isinstance(claims, list) else []:
        reviews = claim.get("claimReview") if isinstance(claim, dict) else None
        for review in reviews if isinstance(reviews, list) else []:
            if not isinstance(review, dict):
                continue
            publisher = review.get("publisher") if isinstance(review.get("publisher"), dict) else {}
            assert isinstance(publisher, dict)  # noqa: S101 - for mypy; the line above says so
            try:
                found.append(
                    read_review(
                        {
                            "claimReviewed": claim.get("text"),
                            "url": review.get("url"),
                            "headline": review.get("title"),
                            "datePublished": review.get("reviewDate"),
                            "inLanguage": review.get("languageCode"),
                            "author": {"name": publisher.get("name"), "url": publisher.get("site")},
                            "reviewRating": {"alternateName": review.get("textualRating")},
                            "itemReviewed": {
                                "author": {"name": claim.get("claimant")},
                                "datePublished": claim.get("claimDate"),
                            },
                        }
                    )
                )
            except EntryError:
                continue
    return found


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUERY else line[:LONGEST_QUERY].rsplit(" ", 1)[0]
