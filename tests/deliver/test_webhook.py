"""Briefs as signed messages, taken by a receiver that checks them as Standard Webhooks asks for."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest

from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed
from reporter.deliver.tickets.webhook import Webhook, open_webhook
from reporter.errors import DeliveryError
from tests.deliver.answering import Request, Response, answering
from tests.deliver.postings import EVERY_BYTE, NAME, posting

SECRET = bytes(range(32))
KEY = "whsec_" + base64.b64encode(SECRET).decode()


def opened(url: str, key: str = KEY) -> Webhook:
    return open_webhook("hook", TicketSettings(url=url, timeout=5), key)


def is_signed(request: Request) -> bool:
    """What a receiver does: three headers and the bytes of the body, with the secret of both."""
    headers = request.headers
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + request.data
    seal = base64.b64encode(hmac.new(SECRET, content, hashlib.sha256).digest()).decode()
    return headers["webhook-signature"].split(" ") == [f"v1,{seal}"]


def failed(answer: Response | None) -> DeliveryError:
    with answering(lambda _: answer) as url, pytest.raises(DeliveryError) as caught:
        opened(url).post("DESK-7", posting())
    assert KEY not in str(caught.value)
    return caught.value


def test_a_message_holds_the_brief_byte_for_byte_and_is_signed() -> None:
    taken: list[Request] = []

    def respond(request: Request) -> Response:
        taken.append(request)
        return Response(status=202)

    with answering(respond) as url:
        link = opened(f"{url}/hook/?desk=1").post("DESK-7", posting())
    (request,) = taken
    message = json.loads(request.data)
    data = message["data"]

    assert link == f"{url}/hook/?desk=1"
    assert (request.method, request.path) == ("POST", "/hook/?desk=1")
    assert is_signed(request)
    assert request.headers["webhook-id"] == "brief-1"
    assert request.headers["webhook-timestamp"] == "1772443800"
    assert request.headers["content-type"] == "application/json"
    assert (message["type"], message["timestamp"]) == ("brief.posted", "2026-03-02T09:30:00+00:00")
    assert (data["ticket"], data["name"], data["media_type"]) == ("DESK-7", NAME, "application/pdf")
    assert base64.b64decode(data["content"]) == EVERY_BYTE
    assert (data["sha256"], data["size"]) == (hashlib.sha256(EVERY_BYTE).hexdigest(), len(EVERY_BYTE))
    assert data["comment"] == posting().comment


def test_the_same_brief_has_the_same_id_whenever_it_is_sent() -> None:
    taken: list[Request] = []

    def respond(request: Request) -> Response:
        taken.append(request)
        return Response()

    later = posting().posted.replace(hour=11)
    with answering(respond) as url:
        opened(url).post("7", posting())
        opened(url).post("7", posting(posted=later))
        opened(url).post("7", posting(identity="brief-2"))

    assert [one.headers["webhook-id"] for one in taken] == ["brief-1", "brief-1", "brief-2"]
    assert taken[0].headers["webhook-timestamp"] != taken[1].headers["webhook-timestamp"]
    assert all(is_signed(one) for one in taken)


@pytest.mark.parametrize(("location", "is_link"), [("https://desk.example/7", True), ("javascript:alert(1)", False)])
def test_where_it_went_is_told_when_the_receiver_says_so(location: str, is_link: bool) -> None:
    with answering(lambda _: Response(status=201, headers={"Location": location})) as url:
        assert (opened(url).post("7", posting()) == location) is is_link


@pytest.mark.parametrize("slash", ["", "/", "/hook", "/hook/"])
def test_the_address_is_asked_for_as_it_is_given(slash: str) -> None:
    paths: list[str] = []

    def respond(request: Request) -> Response:
        paths.append(request.path)
        return Response()

    with answering(respond) as url:
        opened(url + slash).post("7", posting())

    assert paths == [slash or "/"]


def test_a_receiver_tells_nothing() -> None:
    hook = opened("https://desk.example/hook")
    with pytest.raises(DeliveryError) as caught:
        hook.read("7", Filed(id="1", name=NAME))

    assert hook.files("7") == ()
    assert not hook.withdraw("7", Filed(id="1", name=NAME))
    assert (caught.value.code, caught.value.can_retry) == ("not-kept", False)
    assert "https://desk.example/hook" in hook.check()
    assert repr(SECRET) not in repr(hook)


@pytest.mark.parametrize("key", ["open sesame", "whsec_", "whsec_" + base64.b64encode(b"short").decode(), "clé"])
def test_what_is_no_secret_is_told_at_once(key: str) -> None:
    with pytest.raises(DeliveryError, match="24 bytes") as caught:
        opened("https://desk.example", key)

    assert caught.value.code == "wrong-key"


@pytest.mark.parametrize(
    ("answer", "code", "can_retry", "wait"),
    [
        (Response(status=400), "ticket-refused", False, None),
        (Response(status=401, data=b"bad signature"), "wrong-key", False, None),
        (Response(status=404), "ticket-refused", False, None),
        (Response(status=410), "ticket-refused", False, None),
        (Response(status=413), "file-refused", False, None),
        (Response(status=429, headers={"Retry-After": "9"}), "too-many-requests", True, 9.0),
        (Response(status=503), "system-failed", True, None),
        (Response(status=307, headers={"Location": "https://elsewhere.example"}), "ticket-refused", False, None),
        (None, "no-connection", True, None),
    ],
)
def test_what_comes_of_an_answer(answer: Response | None, code: str, can_retry: bool, wait: float | None) -> None:
    error = failed(answer)

    assert (error.code, error.can_retry, error.wait) == (code, can_retry, wait)
