"""Briefs on issues of Jira Cloud and Data Center, against a server that answers as their documentation says."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
import trustme

from reporter.deliver.tickets.jira import Jira, open_jira
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed
from reporter.errors import DeliveryError
from tests.deliver.answering import Request, Response, answering
from tests.deliver.jira_server import KEY, USER, Desk, refused, told
from tests.deliver.postings import EVERY_BYTE, NAME, NEWER, posting

TICKET = "DESK-7"


@pytest.fixture(params=[False, True], ids=["data-center", "cloud"])
def desk(request: pytest.FixtureRequest) -> Desk:
    return Desk(is_cloud=request.param)


@pytest.fixture
def jira(desk: Desk) -> Iterator[Jira]:
    with answering(desk) as url:
        yield opened(f"{url}/jira", desk)


def opened(url: str, desk: Desk | None = None, key: str = KEY, **given: object) -> Jira:
    user = USER if desk is not None and desk.is_cloud else None
    settings = TicketSettings(url=url, user=user, **{"timeout": 5.0, **given})  # type: ignore[arg-type]
    return open_jira("jira", settings, key)


def names(jira: Jira) -> list[str]:
    return [one.name for one in jira.files(TICKET)]


def failed(answer: Response | None, change: bool = True) -> DeliveryError:
    def respond(request: Request) -> Response | None:
        return told({"deploymentType": "Server"}) if request.path.endswith("/serverInfo") else answer

    with answering(respond) as url, pytest.raises(DeliveryError) as caught:
        opened(url).post(TICKET, posting()) if change else opened(url).files(TICKET)
    assert KEY not in str(caught.value)
    return caught.value


def test_nothing_is_asked_before_it_is_needed(jira: Jira, desk: Desk) -> None:
    assert desk.requests == []


def test_who_is_logged_in_is_told(jira: Jira) -> None:
    assert jira.check().startswith("City Desk, http://127.0.0.1:")


def test_a_brief_is_on_the_issue_byte_for_byte(jira: Jira) -> None:
    link = jira.post(TICKET, posting())
    (filed,) = jira.files(TICKET)

    assert filed.name == NAME
    assert jira.read(TICKET, filed) == EVERY_BYTE
    assert link.endswith("/jira/browse/DESK-7?focusedCommentId=501")


def test_a_newer_brief_takes_the_place_of_the_older(jira: Jira, desk: Desk) -> None:
    for name in (NAME, NEWER, "third.pdf"):
        jira.post(TICKET, posting(name=name, data=name.encode()))
    older, newer, third = jira.files(TICKET)

    assert [one.name for one in (older, newer, third)] == [NAME, NEWER, "third.pdf"], "in the order of their making"
    assert jira.withdraw(TICKET, older)
    assert jira.withdraw(TICKET, older), "what is off already is off"
    assert jira.files(TICKET) == (newer, third)
    assert jira.read(TICKET, newer) == NEWER.encode()
    assert len(desk.comments) == 3, "comments stay"


def test_without_the_right_to_delete_the_older_brief_stays(jira: Jira, desk: Desk) -> None:
    jira.post(TICKET, posting())
    (older,) = jira.files(TICKET)
    desk.may_delete = False

    assert not jira.withdraw(TICKET, older)
    assert names(jira) == [NAME]


def test_the_comment_of_data_center_is_wiki_markup_in_which_words_are_words() -> None:
    desk = Desk()
    with answering(desk) as url:
        opened(url, desk).post(TICKET, posting(name="fire.pdf", comment="Fire [~chief]:\n- {color}"))

    assert desk.comments == [
        "Fire &#91;&#126;chief&#93;:\n* &#123;color&#125;\n\n[^fire.pdf]\nVerification brief, 2 March 2026"
    ]


def test_the_comment_of_cloud_is_a_document_in_which_words_are_words() -> None:
    desk = Desk(is_cloud=True)
    with answering(desk) as url:
        opened(url, desk).post(TICKET, posting(name="fire.pdf", comment="Fire [~chief]:\n- {color}"))
    (document,) = desk.comments
    first, items, last = document["content"]

    assert first == {"type": "paragraph", "content": [{"type": "text", "text": "Fire [~chief]:"}]}
    assert items["content"][0]["content"][0]["content"] == [{"type": "text", "text": "{color}"}]
    assert [one.get("text") for one in last["content"]] == ["fire.pdf", None, "Verification brief, 2 March 2026"]


def test_where_the_comment_is_refused_the_file_is_taken_off_again(jira: Jira, desk: Desk) -> None:
    desk.may_comment = False
    with pytest.raises(DeliveryError, match=r"permission to comment.*taken off again") as caught:
        jira.post(TICKET, posting())

    assert (caught.value.code, caught.value.can_retry, desk.files) == ("not-allowed", False, {})


def test_a_file_that_stays_without_its_comment_is_told(jira: Jira, desk: Desk) -> None:
    desk.may_comment = desk.may_delete = False
    with pytest.raises(DeliveryError, match="stands there without its comment") as caught:
        jira.post(TICKET, posting())

    assert caught.value.code == "not-allowed"
    assert names(jira) == [NAME]


def test_a_comment_of_which_no_answer_comes_can_be_tried_again(desk: Desk) -> None:
    def respond(request: Request) -> Response | None:
        answer = desk(request)
        return None if request.path.endswith("/comment") else answer

    with answering(respond) as url, pytest.raises(DeliveryError, match="taken off again") as caught:
        opened(f"{url}/jira", desk).post(TICKET, posting())

    assert (caught.value.code, caught.value.can_retry, desk.files) == ("no-connection", True, {})


@pytest.mark.parametrize("ticket", ["DESK", "7a", "DESK-7/x", "../DESK-7", "DESK-7?x", "DESK-٧", ""])
def test_what_is_no_ticket_is_told_and_nothing_is_asked(ticket: str, jira: Jira, desk: Desk) -> None:
    for ask in (lambda: jira.files(ticket), lambda: jira.post(ticket, posting())):
        with pytest.raises(DeliveryError) as caught:
            ask()
        assert caught.value.code == "no-ticket"

    assert desk.requests == []


def test_a_ticket_that_is_not_there_is_told(jira: Jira) -> None:
    for ask in (lambda: jira.files("DESK-8"), lambda: jira.post("DESK-8", posting())):
        with pytest.raises(DeliveryError, match="Issue does not exist") as caught:
            ask()
        assert (caught.value.code, caught.value.can_retry) == ("no-ticket", False)


def test_a_file_too_large_is_told_with_its_size(jira: Jira, desk: Desk) -> None:
    desk.largest = 1000
    with pytest.raises(DeliveryError, match=f"{len(EVERY_BYTE):,} bytes") as caught:
        jira.post(TICKET, posting())

    assert (caught.value.code, caught.value.can_retry, desk.comments) == ("file-refused", False, [])


def test_a_file_that_is_gone_is_told(jira: Jira) -> None:
    with pytest.raises(DeliveryError):
        jira.read(TICKET, Filed(id="99", name=NAME))


def test_a_wrong_key_is_told(desk: Desk) -> None:
    with answering(desk) as url, pytest.raises(DeliveryError) as caught:
        opened(f"{url}/jira", desk, key="guess").check()

    assert caught.value.code == "wrong-key"
    with pytest.raises(DeliveryError, match="no key"):
        opened("https://jira.example", key="two words")


def test_user_and_password_may_have_any_letters() -> None:
    asked: list[Request] = []

    def respond(request: Request) -> Response:
        asked.append(request)
        return told({"displayName": "Änne"})

    with answering(respond) as url:
        settings = TicketSettings(url=url, user="änne")
        assert open_jira("jira", settings, "söder 1").check() == f"Änne, {url}"

    assert asked[0].headers["authorization"] == "Basic w6RubmU6c8O2ZGVyIDE="


@pytest.mark.parametrize("change", [True, False])
@pytest.mark.parametrize(
    ("answer", "code", "can_retry", "wait"),
    [
        (refused(401, f"not {KEY}"), "wrong-key", False, None),
        (refused(403, "no"), "not-allowed", False, None),
        (Response(status=403, headers={"X-Authentication-Denied-Reason": "CAPTCHA"}), "not-allowed", False, None),
        (refused(404, "no"), "no-ticket", False, None),
        (Response(status=429, headers={"Retry-After": "7"}), "too-many-requests", True, 7.0),
        (Response(status=503, headers={"Retry-After": "7"}), "system-failed", True, 7.0),
        (Response(status=500, data=b"<h1>Oops</h1>"), "system-failed", True, None),
        (Response(data=b"<h1>Log in</h1>"), "ticket-refused", False, None),
        (Response(data=b"["), "ticket-refused", False, None),
        (told([]), "ticket-refused", False, None),
        (told({}), "ticket-refused", False, None),
        (told([{"id": "x"}]), "ticket-refused", False, None),
        (Response(status=302, headers={"Location": "https://elsewhere.example/login"}), "ticket-refused", False, None),
        (None, "no-connection", True, None),
    ],
)
def test_what_comes_of_an_answer(
    answer: Response | None,
    code: str,
    can_retry: bool,
    wait: float | None,
    change: bool,
    caplog: pytest.LogCaptureFixture,
) -> None:
    error = failed(answer, change)

    assert (error.code, error.can_retry, error.wait) == (code, can_retry, wait)
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []


def test_nothing_is_asked_twice() -> None:
    asked: list[str] = []

    def respond(request: Request) -> Response:
        asked.append(request.path)
        return Response(status=429, headers={"Retry-After": "1"})

    with answering(respond) as url, pytest.raises(DeliveryError):
        opened(url).files(TICKET)

    assert len(asked) == 1


def test_a_redirect_is_not_followed() -> None:
    paths: list[str] = []

    def elsewhere(request: Request) -> Response:
        paths.append(request.path)
        return told({})

    with answering(elsewhere) as other:
        error = failed(Response(status=302, headers={"Location": f"{other}/login"}), change=False)

    assert paths == []
    assert f"it sends us on to {other}/login" in error.message


def test_an_answer_that_does_not_come_is_not_waited_for(desk: Desk) -> None:
    done = Event()

    def respond(request: Request) -> None:
        done.wait(30)

    with answering(respond) as url:
        with pytest.raises(DeliveryError) as caught:
            opened(url, desk, timeout=0.2).check()
        done.set()

    assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)


def test_a_certificate_must_be_trusted(desk: Desk, tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    with answering(desk, tls=context) as url:
        assert opened(url, desk, ca_file=str(trusted)).check() == f"City Desk, {url}"
        with pytest.raises(DeliveryError) as caught:
            opened(url, desk).check()

    assert (caught.value.code, caught.value.can_retry) == ("untrusted-certificate", False)
