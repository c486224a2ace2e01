"""Answers that no well-run system gives on demand: what we make of each."""

import json
import ssl
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
import trustme

from reporter.deliver.tickets.request_tracker import open_request_tracker
from reporter.deliver.tickets.roundup import open_roundup
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Opener, Posting, TicketSystem
from reporter.errors import DeliveryError
from tests.deliver.answering import Request, Response, answering

KEY = "1-27-0123456789abcdef"
POSTING = Posting(
    name="brief.pdf",
    data=b"%PDF" * 1000,
    kind=("application", "pdf"),
    about="Brief",
    comment="Brief",
    markdown="# Brief",
    identity="brief-1",
    posted=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
)
ISSUE = Response(data=json.dumps({"id": 1, "data": {"id": "1", "@etag": '"a"', "attributes": {}}}).encode())
"""A ticket to whoever asks."""


def open_roundup_as_desk(name: str, given: TicketSettings, key: str) -> TicketSystem:
    return open_roundup(name, replace(given, user="desk"), key)


@pytest.fixture(params=[open_roundup_as_desk, open_request_tracker])
def opens(request: pytest.FixtureRequest) -> Opener:
    opener: Opener = request.param
    return opener


def settings(url: str, **given: object) -> TicketSettings:
    return TicketSettings(url=url, **{"timeout": 5.0, **given})  # type: ignore[arg-type]


def refused(opens: Opener, *answers: Response | None) -> DeliveryError:
    """The error that comes of a post that is answered so; the last answer stands for all that follow."""
    left = list(answers)

    def respond(request: Request) -> Response | None:
        return left.pop(0) if len(left) > 1 else left[0]

    with answering(respond) as url, pytest.raises(DeliveryError) as caught:
        opens("desk", settings(url), KEY).post("1", POSTING)
    assert KEY not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("answer", "code", "can_retry", "wait"),
    [
        (Response(status=429, headers={"Retry-After": "7"}), "too-many-requests", True, 7.0),
        (
            Response(status=429, headers={"Retry-After": "Tue, 3 Mar 2026 09:00:00 GMT"}),
            "too-many-requests",
            True,
            None,
        ),
        (Response(status=503, headers={"Retry-After": "120"}), "system-failed", True, 120.0),
        (Response(status=500, data=b"out of disk"), "system-failed", True, None),
        (Response(status=502, data=b"<html><title>Bad</title><h1>no backend</h1>"), "system-failed", True, None),
        (Response(status=401, data=b"who?"), "wrong-key", False, None),
        (Response(status=403), "not-allowed", False, None),
        (Response(status=404), "no-ticket", False, None),
        (Response(status=400, data=b'{"error": {"msg": "Required Header Missing"}}'), "ticket-refused", False, None),
        (Response(status=200, data=b"<h1>Welcome</h1>"), "ticket-refused", False, None),
        (Response(status=200, data=b'{"data": [1]}'), "ticket-refused", False, None),
        (Response(status=200, data=b"[" * 100_000), "ticket-refused", False, None),
        (None, "no-connection", True, None),
    ],
)
def test_what_comes_of_an_answer(
    answer: Response | None, code: str, can_retry: bool, wait: float | None, opens: Opener
) -> None:
    error = refused(opens, answer)

    assert (error.code, error.can_retry, error.wait) == (code, can_retry, wait)


def test_a_file_too_large_for_a_gateway_is_told_with_its_size(opens: Opener) -> None:
    error = refused(opens, ISSUE, Response(status=413, data=b"<h1>413 Request Entity Too Large</h1>"))

    assert (error.code, error.can_retry) == ("file-refused", False)
    assert "4,000 bytes: 413 Request Entity Too Large." in error.message


def test_the_systems_own_words_are_told_without_markup_and_without_the_key(opens: Opener) -> None:
    page = f"<style>b {{}}</style><h1>Sorry</h1>\n<p>{KEY} is <b>wrong</b>".encode()

    assert "401 Sorry … is wrong." in refused(opens, Response(status=401, data=page)).message


def test_a_redirect_is_told_and_not_followed(opens: Opener) -> None:
    paths: list[str] = []

    def elsewhere(request: Request) -> Response:
        paths.append(request.path)
        return ISSUE

    with answering(elsewhere) as other:
        error = refused(opens, Response(status=301, headers={"Location": f"{other}/desk"}))

    assert (error.code, paths) == ("ticket-refused", [])
    assert f"it sends us on to {other}/desk" in error.message


def test_an_answer_that_does_not_come_is_not_waited_for(opens: Opener) -> None:
    done = Event()

    def respond(request: Request) -> None:
        done.wait(30)

    with answering(respond) as url:
        with pytest.raises(DeliveryError) as caught:
            opens("desk", settings(url, timeout=0.2), KEY).check()
        done.set()

    assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)


def test_an_answer_that_breaks_off_can_be_asked_for_again(opens: Opener) -> None:
    error = refused(opens, Response(headers={"Content-Length": "1000"}, data=ISSUE.data))

    assert (error.code, error.can_retry) == ("no-connection", True)


@pytest.mark.parametrize("url", ["http://", "ftp://desk.example", "http://[::1", "http://desk.invalid:99999"])
def test_a_url_that_is_none_is_told(url: str, opens: Opener) -> None:
    with pytest.raises(DeliveryError, match="Check url"):
        opens("desk", settings(url), KEY).check()


def test_a_certificate_must_be_trusted(opens: Opener, tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    user = Response(data=b'{"Name": "desk", "data": {"id": "3", "attributes": {"username": "desk"}}}')
    with answering(lambda request: user, tls=context) as url:
        assert opens("desk", settings(url, ca_file=str(trusted)), KEY).check() == f"desk at {url}"
        with pytest.raises(DeliveryError) as caught:
            opens("desk", settings(url), KEY).check()

    assert (caught.value.code, caught.value.can_retry) == ("untrusted-certificate", False)


@pytest.mark.parametrize("data", [None, b"no certificate"])
def test_certificates_that_cannot_be_read_are_told(data: bytes | None, opens: Opener, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "authority.pem").write_bytes(data)
    with pytest.raises(DeliveryError) as caught:
        opens("desk", settings("https://127.0.0.1:1", ca_file=str(tmp_path / "authority.pem")), KEY).check()

    assert (caught.value.code, caught.value.can_retry) == ("bad-certificates", False)


def test_files_come_in_the_order_of_their_numbers() -> None:
    files = [{"id": "10", "name": "later.pdf"}, {"id": "9", "name": None}]
    issue = Response(data=json.dumps({"data": {"@etag": '"a"', "attributes": {"files": files}}}).encode())
    with answering(lambda request: issue) as url:
        found = open_roundup("desk", settings(url, user="desk"), KEY).files("1")

    assert [(one.id, one.name) for one in found] == [("9", "file9"), ("10", "later.pdf")]


def test_without_a_user_the_key_is_a_token_and_says_whose() -> None:
    asked: list[Request] = []
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiAiMyJ9.c2VhbA"  # {"sub": "3"}

    def respond(request: Request) -> Response:
        asked.append(request)
        return Response(data=b'{"data": {"id": "3", "attributes": {"username": "desk"}}}')

    with answering(respond) as url:
        assert open_roundup("desk", settings(url), token).check() == f"desk at {url}"

    assert asked[0].headers["authorization"] == f"Bearer {token}"
    assert asked[0].path == "/rest/data/user/3?%40fields=username"


def test_what_is_no_token_is_told_at_once() -> None:
    with pytest.raises(DeliveryError, match="no JSON Web Token") as caught:
        open_roundup("desk", settings("https://desk.example"), "open sesame\r\nX: y")

    assert caught.value.code == "wrong-key"
