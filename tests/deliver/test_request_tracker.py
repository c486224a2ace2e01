"""Briefs on tickets of a real Request Tracker 5."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reporter.deliver.tickets.request_tracker import RequestTracker, open_request_tracker
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError
from tests.deliver.answering import Request, Response, answering, passed_on
from tests.deliver.rt_server import MOST, PASSWORD, Desk, request_tracker

pytestmark = pytest.mark.slow

EVERY_BYTE = b" \r\n" + bytes(range(256)) * 40 + b"\r\n\x00 "
NAME = "2026-03-02 Älvsjö – “14 Tote”, Bürgermeister; 東京.pdf"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with request_tracker(tmp_path_factory.mktemp("rt") / "desk") as one:
        yield one


def opened(url: str, key: str, **given: object) -> RequestTracker:
    return open_request_tracker("rt", TicketSettings(url=url, **{"timeout": 20.0, **given}), key)  # type: ignore[arg-type]


def as_user(desk: Desk, user: str = "desk") -> RequestTracker:
    return opened(desk.url, desk.tokens[user])


def posting(name: str = NAME, data: bytes = EVERY_BYTE, kind: tuple[str, str] = ("application", "pdf")) -> Posting:
    return Posting(
        name=name,
        data=data,
        kind=kind,
        about="Verification brief, 2 March 2026",
        comment="Brief of “Överswämning”:\n- 2 claims\n- 1 of them unverified",
        markdown="# Brief",
        identity="brief-1",
        posted=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    )


def root(desk: Desk) -> str:
    return desk.url.removesuffix("/rt")


def test_who_is_logged_in_is_told(desk: Desk) -> None:
    assert as_user(desk).check() == f"desk at {desk.url}"
    assert opened(desk.url, PASSWORD, user="desk").check() == f"desk at {desk.url}"


def test_a_brief_is_on_the_ticket_byte_for_byte(desk: Desk) -> None:
    ticket, system = desk.ticket("Flood at Älvsjö"), as_user(desk)
    assert system.files(ticket) == ()
    link = system.post(ticket, posting())
    (filed,) = system.files(ticket)

    assert filed.name == NAME
    assert system.read(ticket, filed) == EVERY_BYTE
    assert link.startswith(f"{desk.url}/Ticket/Display.html?id={ticket}#txn-")
    assert desk.asked("GET", f"attachment/{filed.id}")["ContentType"] == "application/pdf"


def test_a_text_stays_as_it_is(desk: Desk) -> None:
    ticket, system = desk.ticket("Flood"), as_user(desk)
    texts = {
        "markdown": "\ufeff# Överswämning “14”\r\n- a\n\r- b\n.\nFrom here \n\n".encode(),
        "html": "<p>Överswämning “14”\r\n<p>\n\n".encode(),
        "csv": "a,ö\r\n1,2\r\n".encode(),
    }
    for subtype, data in texts.items():
        system.post(ticket, posting(subtype, data, ("text", subtype)))

    assert {one.name: system.read(ticket, one) for one in system.files(ticket)} == texts


def test_file_and_comment_are_one_comment(desk: Desk) -> None:
    ticket, one = desk.ticket("Flood"), posting()
    link = as_user(desk).post(f"#{ticket}", one)
    transaction = desk.asked("GET", f"transaction/{link.rpartition('-')[2]}")
    texts = desk.asked("GET", f"transaction/{transaction['id']}/attachments?fields=Content,ContentType,Filename")

    assert (transaction["Type"], transaction["Creator"]["id"]) == ("Comment", "desk")
    assert [one.get("Filename") for one in texts["items"]][-1] == NAME
    assert f"{one.comment}\n\n{one.about}" in [each.get("Content") for each in texts["items"]]


def test_a_second_version_comes_after_the_first_which_rt_keeps(desk: Desk) -> None:
    ticket, system = desk.ticket("Flood"), as_user(desk)
    system.post(ticket, posting("brief.pdf", b"version 1"))
    system.post(ticket, posting("brief.pdf", b"version 2"))
    first, second = system.files(ticket)

    assert not system.withdraw(ticket, first)
    assert [system.read(ticket, one) for one in (first, second)] == [b"version 1", b"version 2"]


def test_all_files_of_a_long_ticket_are_told(desk: Desk) -> None:
    ticket, system = desk.ticket("Flood"), as_user(desk)
    names = [f"photo-{number}.txt" for number in range(45)]
    attached = [{"FileName": name, "FileType": "text/plain", "FileContent": "eA=="} for name in names]
    desk.asked(
        "POST", f"ticket/{ticket}/comment", {"Content": "x", "ContentType": "text/plain", "Attachments": attached}
    )

    assert [one.name for one in system.files(ticket)] == names


def test_files_of_other_tickets_are_never_told(desk: Desk) -> None:
    as_user(desk).post(desk.ticket("Flood"), posting())
    other = desk.ticket("Fire")
    for ticket, user, code in (
        ("987654", "desk", "no-ticket"),
        ("987654", "stranger", "no-ticket"),
        (other, "stranger", "not-allowed"),
    ):
        with pytest.raises(DeliveryError) as caught:
            as_user(desk, user).files(ticket)
        assert caught.value.code == code

    assert as_user(desk).files(other) == ()


@pytest.mark.parametrize("ticket", ["987654", "DESK-7", "1/2", ""])
def test_a_ticket_that_is_not_there_is_told(ticket: str, desk: Desk) -> None:
    system = as_user(desk)
    for ask in (lambda: system.files(ticket), lambda: system.post(ticket, posting())):
        with pytest.raises(DeliveryError) as caught:
            ask()
        assert (caught.value.code, caught.value.can_retry) == ("no-ticket", False)


@pytest.mark.parametrize("user", ["reader", "writer", "stranger"])
def test_a_right_that_is_missing_is_told(user: str, desk: Desk) -> None:
    with pytest.raises(DeliveryError) as caught:
        as_user(desk, user).post(desk.ticket("Flood"), posting())

    assert (caught.value.code, caught.value.can_retry) == ("not-allowed", False)
    assert ("ShowTicketComments" in caught.value.remedy) == (user == "writer")


def test_a_wrong_token_is_told_and_repeated_nowhere(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = desk.tokens["desk"][:-4] + "0000"
    for system in (opened(desk.url, wrong), opened(desk.url, "guess", user="desk")):
        with pytest.raises(DeliveryError) as caught:
            system.check()
        assert (caught.value.code, caught.value.can_retry) == ("wrong-key", False)
        assert "REPORTER_TICKETS_RT_KEY" in caught.value.remedy
        assert wrong not in str(caught.value)
    as_user(desk).check()

    assert wrong not in caplog.text
    assert desk.tokens["desk"] not in caplog.text


def test_what_is_no_token_is_told_at_once() -> None:
    with pytest.raises(DeliveryError, match="no authentication token"):
        opened("https://rt.example", "open sesame\r\nX: y")


def test_a_file_that_rt_cuts_is_told(desk: Desk) -> None:
    ticket, system = desk.ticket("Flood"), as_user(desk)
    system.post(ticket, posting(data=b"x" * MOST))
    with pytest.raises(DeliveryError, match="500,001 bytes") as caught:
        system.post(ticket, posting(data=b"x" * (MOST + 1)))

    assert (caught.value.code, caught.value.can_retry) == ("file-refused", False)


def test_a_file_that_rt_drops_is_told(tmp_path: Path) -> None:
    with (
        request_tracker(tmp_path / "desk", on_large="DropLongAttachments") as desk,
        pytest.raises(DeliveryError, match="MaxAttachmentSize") as caught,
    ):
        as_user(desk).post(desk.ticket("Flood"), posting(data=b"x" * (MOST + 1)))

    assert not caught.value.can_retry


def test_who_changes_the_ticket_meanwhile_loses_nothing(desk: Desk) -> None:
    ticket = desk.ticket("Flood")

    def respond(request: Request) -> Response:
        if request.path.endswith("/comment"):
            desk.asked("PUT", f"ticket/{ticket}", {"Subject": "Flood, two dead"})
            as_user(desk).post(ticket, posting("other.pdf"))
        return passed_on(root(desk), request)

    with answering(respond) as between:
        opened(f"{between}/rt", desk.tokens["desk"]).post(ticket, posting())

    assert [one.name for one in as_user(desk).files(ticket)] == ["other.pdf", NAME]
    assert desk.asked("GET", f"ticket/{ticket}")["Subject"] == "Flood, two dead"


def test_an_answer_that_is_lost_may_mean_that_it_was_done(desk: Desk) -> None:
    ticket = desk.ticket("Flood")

    def respond(request: Request) -> Response | None:
        answer = passed_on(root(desk), request)
        return None if request.path.endswith("/comment") else answer

    with answering(respond) as between, pytest.raises(DeliveryError) as caught:
        opened(f"{between}/rt", desk.tokens["desk"]).post(ticket, posting())

    assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)
    assert [one.name for one in as_user(desk).files(ticket)] == [NAME]


def test_an_rt_that_is_down_can_be_tried_again(desk: Desk) -> None:
    with answering(lambda request: None) as gone:
        pass
    system = opened(f"{gone}/rt", desk.tokens["desk"])
    filed = Filed(id="1", name="brief.pdf")
    for ask in (system.check, lambda: system.files("1"), lambda: system.read("1", filed)):
        with pytest.raises(DeliveryError) as caught:
            ask()
        assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)


def test_another_page_at_the_url_is_no_rt(desk: Desk) -> None:
    with answering(lambda request: Response(data=b"<h1>Welcome</h1>")) as page, pytest.raises(DeliveryError) as caught:
        opened(page, desk.tokens["desk"]).check()

    assert (caught.value.code, caught.value.can_retry) == ("ticket-refused", False)
