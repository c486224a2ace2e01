"""What becomes of answers that a real Redmine cannot be brought to give: of a proxy, of a clash, of another program."""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
import trustme

from reporter.deliver.tickets import redmine_engine
from reporter.deliver.tickets.redmine import open_redmine
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError
from tests.deliver.answering import Request, Response, answering

KEY = "k" * 40
POSTING = Posting(
    name="brief.pdf",
    data=b"%PDF-" + b"x" * 1000,
    kind=("application", "pdf"),
    about="Brief",
    comment="A brief.",
    markdown="# Brief",
    identity="1",
    posted=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
)
UPLOADED = Response(status=201, data=b'{"upload": {"id": 7, "token": "7.abc"}}')


def told(
    respond: Callable[[Request], Response | None], *, timeout: float = 10, posting: Posting | None = None
) -> DeliveryError:
    """The error of asking for the files of ticket 12, or of posting there."""
    with answering(respond) as url:
        system = open_redmine("desk", TicketSettings(url=url, timeout=timeout), KEY)
        with pytest.raises(DeliveryError) as caught:
            system.files("12") if posting is None else system.post("12", posting)
    assert KEY not in f"{caught.value.message} {caught.value.remedy}"
    return caught.value


@pytest.mark.parametrize(
    ("response", "code", "can_retry", "wait"),
    [
        (Response(status=429, headers={"Retry-After": "17"}), "too-many-requests", True, 17.0),
        (Response(status=429), "too-many-requests", True, None),
        (Response(status=500), "system-failed", True, None),
        (Response(status=502, data=b"<html>Bad gateway</html>"), "system-failed", True, None),
        (Response(status=503, headers={"Retry-After": "60"}), "system-failed", True, 60.0),
        (Response(status=401), "wrong-key", False, None),
        (Response(status=403), "not-allowed", False, None),
        (Response(status=404), "no-ticket", False, None),
        (Response(status=409), "system-failed", True, None),
        (Response(status=412), "ticket-refused", False, None),
        (Response(status=422, data=b'{"errors": ["Due date is bad"]}'), "ticket-refused", False, None),
        (Response(data=b"<html>Welcome</html>"), "ticket-refused", False, None),
        (Response(data=b"[]"), "ticket-refused", False, None),
        (Response(data=b'{"issue": {"id": 12, "attachments": [{"id": 1}]}}'), "ticket-refused", False, None),
    ],
)
def test_every_answer_is_an_error_that_says_whether_to_try_again(
    response: Response, code: str, can_retry: bool, wait: float | None
) -> None:
    error = told(lambda request: response)

    assert (error.code, error.can_retry, error.wait) == (code, can_retry, wait)


def test_the_words_of_redmine_are_told() -> None:
    answer = Response(status=422, data=b'{"errors": ["Due date is bad", "Subject is blank"]}')

    assert "422 Due date is bad; Subject is blank" in told(lambda request: answer).message


def test_a_proxy_that_takes_no_large_files_is_told_with_the_size() -> None:
    error = told(lambda request: Response(status=413), posting=POSTING)

    assert (error.code, error.can_retry) == ("file-refused", False)
    assert "1,005 bytes" in error.message


def test_another_change_at_the_same_moment_can_be_tried_again() -> None:
    def respond(request: Request) -> Response:
        return UPLOADED if request.method == "POST" else Response(status=422, data=b'{"errors":[]}')

    error = told(respond, posting=POSTING)

    assert (error.code, error.can_retry) == ("system-failed", True)
    assert "somebody else" in error.message


def test_a_file_that_was_not_kept_is_told() -> None:
    def respond(request: Request) -> Response:
        if request.method == "POST":
            return UPLOADED
        if request.method == "PUT":
            return Response(status=204)
        return Response(data=b'{"issue": {"id": 12, "attachments": [], "journals": []}}')

    error = told(respond, posting=POSTING)

    assert error.code == "not-allowed"
    assert "did not keep the file" in error.message


def test_a_redirect_is_not_followed_and_is_told() -> None:
    asked: list[Request] = []

    def elsewhere(request: Request) -> Response:
        asked.append(request)
        return Response(data=b'{"issue": {"id": 12, "attachments": []}}')

    with answering(elsewhere) as other:
        error = told(lambda request: Response(status=302, headers={"Location": f"{other}/issues/12.json"}))

    assert asked == []
    assert error.code == "ticket-refused"
    assert other in error.message


def test_an_answer_that_does_not_come_can_be_tried_again() -> None:
    error = told(lambda request: None)

    assert (error.code, error.can_retry) == ("no-connection", True)


def test_an_answer_that_takes_too_long_can_be_tried_again() -> None:
    over = Event()

    def respond(request: Request) -> None:
        over.wait(30)

    try:
        error = told(respond, timeout=0.2)
    finally:
        over.set()

    assert (error.code, error.can_retry) == ("no-connection", True)


@pytest.mark.parametrize("url", ["http://", "ftp://desk.example", "http://[::1", "http://desk.invalid:99999", "desk"])
def test_a_url_that_is_none_is_told(url: str) -> None:
    with pytest.raises(DeliveryError, match="Check url"):
        open_redmine("desk", TicketSettings(url=url), KEY).check()


def test_a_file_larger_than_any_brief_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redmine_engine, "LARGEST", 1000)
    with answering(lambda request: Response(data=b"x" * int(request.path.rpartition("/")[2]))) as url:
        system = open_redmine("desk", TicketSettings(url=url), KEY)

        assert len(system.read("12", Filed(id="1000", name="brief.pdf"))) == 1000
        with pytest.raises(DeliveryError):
            system.read("12", Filed(id="1001", name="brief.pdf"))


def test_the_file_goes_up_as_it_is_and_on_the_ticket_in_one_change() -> None:
    requests: list[Request] = []

    def respond(request: Request) -> Response:
        requests.append(request)
        if request.method == "POST":
            return UPLOADED
        if request.method == "PUT":
            return Response(status=204)
        journal = {"id": 3, "notes": "x", "details": [{"property": "attachment", "name": "7"}]}
        return Response(data=json.dumps({"issue": {"attachments": [{"id": 7}], "journals": [journal]}}).encode())

    with answering(respond) as url:
        link = open_redmine("desk", TicketSettings(url=f"{url}/redmine/"), KEY).post("12", POSTING)

    assert link == f"{url}/redmine/issues/12#change-3"
    upload, change, _ = requests
    assert (upload.path, upload.data) == ("/redmine/uploads.json?filename=brief.pdf", POSTING.data)
    assert upload.headers["content-type"] == "application/octet-stream"
    assert {request.headers["x-redmine-api-key"] for request in requests} == {KEY}
    assert (change.method, change.path) == ("PUT", "/redmine/issues/12.json")
    assert json.loads(change.data)["issue"] == {
        "notes": "A brief.",
        "uploads": [
            {"token": "7.abc", "filename": "brief.pdf", "content_type": "application/pdf", "description": "Brief"}
        ],
    }


@pytest.mark.parametrize(("status", "is_off"), [(204, True), (404, True), (403, False)])
def test_a_file_is_withdrawn_unless_our_rights_keep_it(status: int, is_off: bool) -> None:
    with answering(lambda request: Response(status=status)) as url:
        system = open_redmine("desk", TicketSettings(url=url), KEY)

        assert system.withdraw("12", Filed(id="7", name="brief.pdf")) is is_off


def test_a_certificate_must_be_trusted(tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    user = Response(data=b'{"user": {"login": "desk", "firstname": "Zo\\u00eb", "lastname": "Berg"}}')
    with answering(lambda request: user, tls=context) as url:
        settings = TicketSettings(url=url, ca_file=str(trusted))
        assert open_redmine("desk", settings, KEY).check() == f"Zoë Berg (desk), {url}"
        with pytest.raises(DeliveryError) as caught:
            open_redmine("desk", TicketSettings(url=url), KEY).check()

    assert (caught.value.code, caught.value.can_retry) == ("untrusted-certificate", False)


def test_certificates_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "authority.pem").write_text("no certificate")
    settings = TicketSettings(url="https://127.0.0.1:9", ca_file=str(tmp_path / "authority.pem"))
    with pytest.raises(DeliveryError) as caught:
        open_redmine("desk", settings, KEY)

    assert caught.value.code == "bad-certificates"
