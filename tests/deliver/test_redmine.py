"""Briefs on the tickets of a real Redmine, and what is told where one does not take them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import requests

from reporter.deliver.tickets.redmine import LONGEST_DESCRIPTION, open_redmine
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed, Posting, TicketSystem
from reporter.errors import DeliveryError
from tests.deliver.redmine_server import (
    CHIEF,
    COMMENTER,
    DESK,
    EDITOR,
    PROJECT,
    STRANGER,
    Redmine,
)

pytestmark = pytest.mark.slow

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\r\n%%EOF"
NAME = "2026-03-02-älvsjö-brand–övertid 火事.pdf"


@pytest.fixture
def ticket(redmine: Redmine) -> str:
    return new_ticket(redmine)


def new_ticket(redmine: Redmine) -> str:
    issue = {"project_id": PROJECT, "subject": "Is the harbour fire out?"}
    return str(asked(redmine, "POST", "issues.json", {"issue": issue})["issue"]["id"])


def asked(redmine: Redmine, method: str, path: str, body: object = None) -> Any:
    """What Redmine says to its administrator."""
    answer = requests.request(
        method, f"{redmine.url}/{path}", json=body, headers={"X-Redmine-API-Key": CHIEF}, timeout=30
    )
    answer.raise_for_status()
    return answer.json() if answer.headers.get("Content-Type", "").startswith("application/json") else answer.text


def system(redmine: Redmine, key: str = DESK) -> TicketSystem:
    return open_redmine("redmine", TicketSettings(url=redmine.url), key)


def posting(comment: str = "A brief of the harbour fire.", **more: Any) -> Posting:
    given: dict[str, Any] = {
        "name": NAME,
        "data": PDF,
        "kind": ("application", "pdf"),
        "about": "Brief: “Fire at Älvsjö”, 2 March 2026",
        "comment": comment,
        "markdown": "# Fire at Älvsjö",
        "identity": "brief-1",
        "posted": datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    }
    return Posting(**{**given, **more})


def failed(what: Any, *arguments: Any) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        what(*arguments)
    assert DESK not in str(caught.value)
    return caught.value


def test_who_is_logged_in_is_told(redmine: Redmine) -> None:
    assert system(redmine).check() == f"Desk Ødegård (desk), {redmine.url}"


def test_a_file_comes_back_byte_for_byte_with_its_name(redmine: Redmine, ticket: str) -> None:
    desk = system(redmine)
    link = desk.post(ticket, posting())
    (filed,) = desk.files(ticket)

    assert filed.name == NAME
    assert desk.read(ticket, filed) == PDF
    issue = asked(redmine, "GET", f"issues/{ticket}.json?include=attachments,journals")["issue"]
    (attachment,) = issue["attachments"]
    assert (attachment["content_type"], attachment["filesize"]) == ("application/pdf", len(PDF))
    assert attachment["description"] == posting().about
    (journal,) = issue["journals"]
    assert journal["private_notes"] is False
    assert link == f"{redmine.url}/issues/{ticket}#change-{journal['id']}"
    assert f'id="change-{journal["id"]}"' in asked(redmine, "GET", f"issues/{ticket}")


def test_the_second_brief_takes_the_place_of_the_first(redmine: Redmine, ticket: str) -> None:
    desk = system(redmine)
    desk.post(ticket, posting())
    desk.post(ticket, posting("Renewed.", data=b"second", name="second.pdf"))
    first, second = desk.files(ticket)
    assert (first.name, second.name) == (NAME, "second.pdf")

    assert desk.withdraw(ticket, first) is True

    assert desk.files(ticket) == (second,)
    assert desk.read(ticket, second) == b"second"
    assert desk.withdraw(ticket, first) is True, "it is off the ticket, whoever took it"


def test_a_description_is_cut_where_redmine_would_leave_the_file_out(redmine: Redmine, ticket: str) -> None:
    system(redmine).post(ticket, posting(about="ö" * 300))
    issue = asked(redmine, "GET", f"issues/{ticket}.json?include=attachments")["issue"]

    assert [len(one["description"]) for one in issue["attachments"]] == [LONGEST_DESCRIPTION]


def test_a_wrong_key_names_the_variable_to_check(redmine: Redmine, ticket: str) -> None:
    stranger = system(redmine, "0" * 40)
    for error in (failed(stranger.check), failed(stranger.files, ticket), failed(stranger.post, ticket, posting())):
        assert (error.code, error.can_retry) == ("wrong-key", False)
        assert "REPORTER_TICKETS_REDMINE_KEY" in error.remedy


@pytest.mark.parametrize("key", ["a b", "clé", "key\n", "a\r\nX-Other: b"])
def test_what_cannot_be_a_key_is_told_and_not_printed(key: str) -> None:
    with pytest.raises(DeliveryError) as caught:
        open_redmine("redmine", TicketSettings(url="http://127.0.0.1:9"), key)

    assert caught.value.code == "wrong-key"
    assert key not in str(caught.value)


def test_a_ticket_that_is_not_shown_to_us_is_not_allowed(redmine: Redmine, ticket: str) -> None:
    stranger = system(redmine, STRANGER)
    assert stranger.check().startswith("Stranger Ødegård (stranger)")
    for error in (failed(stranger.files, ticket), failed(stranger.post, ticket, posting())):
        assert (error.code, error.can_retry) == ("not-allowed", False)


def test_a_comment_that_is_left_out_takes_the_file_with_it(redmine: Redmine, ticket: str) -> None:
    error = failed(system(redmine, EDITOR).post, ticket, posting())

    assert error.code == "not-allowed"
    assert "comment" in error.message
    assert system(redmine).files(ticket) == ()


def test_who_may_only_comment_cannot_withdraw(redmine: Redmine, ticket: str) -> None:
    commenter = system(redmine, COMMENTER)
    commenter.post(ticket, posting())
    (filed,) = commenter.files(ticket)

    assert commenter.withdraw(ticket, filed) is False
    assert commenter.files(ticket) == (filed,)


def test_a_ticket_that_is_not_there_is_told(redmine: Redmine) -> None:
    desk = system(redmine)
    for error in (failed(desk.files, "987654"), failed(desk.post, "987654", posting())):
        assert (error.code, error.can_retry) == ("no-ticket", False)
        assert "987654" in error.message


@pytest.mark.parametrize("ticket", ["DESK-7", "../users/current", "١٢", "1.5", ""])
def test_what_is_no_number_is_no_ticket_of_redmine(ticket: str) -> None:
    error = failed(open_redmine("redmine", TicketSettings(url="http://127.0.0.1:9"), DESK).files, ticket)

    assert error.code == "no-ticket"


def test_a_file_too_large_names_the_limit_and_the_size(redmine: Redmine, ticket: str) -> None:
    redmine.set("attachment_max_size", "1024")  # kilobytes
    try:
        error = failed(system(redmine).post, ticket, posting(data=b"x" * 1_100_000))
        system(redmine).post(ticket, posting(data=b"x" * 1_048_576))
    finally:
        redmine.set("attachment_max_size", "5120")

    assert (error.code, error.can_retry) == ("file-refused", False)
    assert "1,100,000 bytes" in error.message
    assert "1048576" in error.message


def test_a_kind_of_file_that_is_not_taken_is_told(redmine: Redmine, ticket: str) -> None:
    redmine.set("attachment_extensions_denied", "pdf")
    try:
        error = failed(system(redmine).post, ticket, posting())
    finally:
        redmine.set("attachment_extensions_denied", "")

    assert error.code == "file-refused"
    assert ".pdf" in error.message


def test_a_server_that_is_gone_can_be_tried_again() -> None:
    with pytest.raises(DeliveryError) as caught:
        open_redmine("redmine", TicketSettings(url="http://127.0.0.1:9"), DESK).files("1")

    assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)


def test_a_file_that_is_gone_is_told(redmine: Redmine, ticket: str) -> None:
    error = failed(system(redmine).read, ticket, Filed(id="987654", name="x.pdf"))

    assert (error.code, error.can_retry) == ("ticket-refused", False)
    assert "x.pdf" in error.message


def test_a_project_that_was_closed_takes_nothing_more(redmine: Redmine, ticket: str) -> None:
    desk = system(redmine)
    desk.post(ticket, posting())
    (filed,) = desk.files(ticket)
    asked(redmine, "PUT", f"projects/{PROJECT}/close.json")
    try:
        error, is_off, read = (
            failed(desk.post, ticket, posting()),
            desk.withdraw(ticket, filed),
            desk.read(ticket, filed),
        )
    finally:
        asked(redmine, "PUT", f"projects/{PROJECT}/reopen.json")

    assert (error.code, error.can_retry) == ("not-allowed", False)
    assert (is_off, read) == (False, PDF)


def test_without_the_api_nothing_is_allowed(redmine: Redmine) -> None:
    redmine.set("rest_api_enabled", "0")
    try:
        error = failed(system(redmine).check)
    finally:
        redmine.set("rest_api_enabled", "1")

    assert error.code == "not-allowed"
