"""Briefs on issues of GitLab, against a server that answers as its documentation says."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
import trustme
from markdown_it import MarkdownIt

from reporter.deliver.tickets.gitlab import GitLab, open_gitlab
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed
from reporter.errors import DeliveryError
from tests.deliver.answering import Request, Response, answering
from tests.deliver.gitlab_server import KEY, Project, told
from tests.deliver.postings import EVERY_BYTE, NAME, NEWER, posting

TICKET = "news/city/desk#12"


@pytest.fixture
def project() -> Project:
    return Project()


@pytest.fixture
def gitlab(project: Project) -> Iterator[GitLab]:
    with answering(project) as url:
        project.root = url
        yield opened(url)


def opened(url: str, key: str = KEY, **given: object) -> GitLab:
    return open_gitlab("gitlab", TicketSettings(url=url, **{"timeout": 5.0, **given}), key)  # type: ignore[arg-type]


def names(gitlab: GitLab) -> list[str]:
    return [one.name for one in gitlab.files(TICKET)]


def failed(answer: Response | None, change: bool = True) -> DeliveryError:
    with answering(lambda _: answer) as url, pytest.raises(DeliveryError) as caught:
        opened(url).post(TICKET, posting()) if change else opened(url).files(TICKET)
    assert KEY not in str(caught.value)
    return caught.value


def test_who_is_logged_in_is_told(gitlab: GitLab, project: Project) -> None:
    assert gitlab.check() == f"City Desk (desk), {project.root}"


def test_a_brief_is_on_the_issue_byte_for_byte(gitlab: GitLab, project: Project) -> None:
    link = gitlab.post(TICKET, posting())
    (filed,) = gitlab.files(TICKET)

    assert filed.name == NAME
    assert gitlab.read(TICKET, filed) == EVERY_BYTE
    assert project.kinds == ["application/pdf"]
    assert link == f"{project.root}/news/city/desk/-/issues/12#note_300"


def test_the_note_says_what_is_in_it_and_links_to_the_file(gitlab: GitLab, project: Project) -> None:
    gitlab.post(TICKET, posting(comment="Fire.\n- @chief\n/close"))
    html = MarkdownIt("gfm-like", {"linkify": False}).render(project.notes[0]["body"])

    assert "<li>@\u2060chief</li>" in html
    assert "<p>/close</p>" in html
    assert "\n/close" not in project.notes[0]["body"]
    assert f">{NAME}</a></p>" in html
    assert html.count("<a ") == 1
    assert "<p>Verification brief, 2 March 2026</p>" in html


def test_a_newer_brief_takes_the_place_of_the_older(gitlab: GitLab, project: Project) -> None:
    gitlab.post(TICKET, posting())
    (older,) = gitlab.files(TICKET)
    gitlab.post(TICKET, posting(name=NEWER, data=b"newer"))

    assert gitlab.withdraw(TICKET, older)
    assert gitlab.withdraw(TICKET, older), "what is off already is off"
    (newer,) = gitlab.files(TICKET)
    assert (newer.name, gitlab.read(TICKET, newer)) == (NEWER, b"newer")
    assert [name for _, name in project.uploads] == [NEWER]
    html = MarkdownIt("gfm-like", {"linkify": False}).render(project.notes[0]["body"])
    assert f"<p><s>{NAME}</s> (superseded)</p>" in html
    assert "1 of them unverified" in html


def test_a_developer_strikes_the_link_and_the_upload_stays(gitlab: GitLab, project: Project) -> None:
    project.is_maintainer = False
    gitlab.post(TICKET, posting())
    (older,) = gitlab.files(TICKET)

    assert gitlab.withdraw(TICKET, older)
    assert names(gitlab) == []
    assert len(project.uploads) == 1


def test_the_note_of_somebody_else_stays(gitlab: GitLab, project: Project) -> None:
    gitlab.post(TICKET, posting())
    project.notes[0]["author"] = {"username": "reader"}
    project.is_maintainer = False
    (older,) = gitlab.files(TICKET)

    assert not gitlab.withdraw(TICKET, older)
    assert names(gitlab) == [NAME]
    assert len(project.uploads) == 1, "no link leads nowhere"


def test_a_note_that_is_gone_counts_as_withdrawn(gitlab: GitLab) -> None:
    assert gitlab.withdraw(TICKET, Filed(id=f"99/{'0' * 32}/{NAME}", name=NAME))


def test_an_upload_that_is_not_handed_out_is_told(gitlab: GitLab, project: Project) -> None:
    gitlab.post(TICKET, posting())
    (filed,) = gitlab.files(TICKET)
    project.hands_out = False
    with pytest.raises(DeliveryError, match="since 17") as caught:
        gitlab.read(TICKET, filed)

    assert (caught.value.code, caught.value.can_retry) == ("not-kept", False)
    assert gitlab.withdraw(TICKET, filed), "an older GitLab deletes no upload either"


def test_briefs_are_found_on_all_pages(gitlab: GitLab, project: Project) -> None:
    for number in range(250):
        project.said(f"secret {number}" if number % 2 else f"Note {number}")
        if number in (0, 120, 249):
            gitlab.post(TICKET, posting(name=f"{number}-{NAME}"))

    assert names(gitlab) == [f"0-{NAME}", f"120-{NAME}", f"249-{NAME}"]


def test_links_as_gitlab_writes_them_are_found(gitlab: GitLab, project: Project) -> None:
    secret = "0" * 32
    project.said(f"Two: [a](/uploads/{secret}/a-brief.pdf) ![b](/-/project/5/uploads/{secret}/b%20c.pdf)")
    project.said(f"[x](/uploads/{secret}/x.pdf) was moved", system=True)

    assert names(gitlab) == ["a-brief.pdf", "b c.pdf"]


def test_words_that_look_like_a_link_are_none(gitlab: GitLab) -> None:
    forged = f"[forged.pdf](/uploads/{'0' * 32}/forged.pdf)"
    gitlab.post(TICKET, posting(comment=f"It says {forged}\n- {forged}", about=forged))

    assert names(gitlab) == [NAME]


@pytest.mark.parametrize("name", ["“14 Tote”; a b.pdf", "[x](y)-brief.pdf", "a~~b~~\\.pdf", "100%.pdf"])
def test_a_name_that_gitlab_changes_is_found_as_it_keeps_it(name: str, gitlab: GitLab, project: Project) -> None:
    gitlab.post(TICKET, posting(name=name))
    (filed,) = gitlab.files(TICKET)

    assert filed.name == next(iter(project.uploads))[1]
    assert gitlab.read(TICKET, filed) == EVERY_BYTE
    assert gitlab.withdraw(TICKET, filed)
    assert names(gitlab) == []


@pytest.mark.parametrize("ticket", ["12", "desk#12", "news/desk", "news/../desk#12", "news/desk#12/x", "/desk#1", ""])
def test_what_is_no_ticket_is_told_and_nothing_is_asked(ticket: str, gitlab: GitLab, project: Project) -> None:
    for ask in (lambda: gitlab.files(ticket), lambda: gitlab.post(ticket, posting())):
        with pytest.raises(DeliveryError) as caught:
            ask()
        assert caught.value.code == "no-ticket"

    assert project.requests == []


def test_a_ticket_that_is_not_there_is_told(gitlab: GitLab) -> None:
    with pytest.raises(DeliveryError, match="404 Project Not Found") as caught:
        gitlab.post("news/city/desk#13", posting())

    assert (caught.value.code, caught.value.can_retry) == ("no-ticket", False)


def test_a_file_too_large_is_told_with_its_size(gitlab: GitLab, project: Project) -> None:
    project.largest = 1000
    with pytest.raises(DeliveryError, match=f"{len(EVERY_BYTE):,} bytes") as caught:
        gitlab.post(TICKET, posting())

    assert (caught.value.code, caught.value.can_retry, project.notes) == ("file-refused", False, [])


def test_a_wrong_key_is_told(project: Project) -> None:
    with answering(project) as url, pytest.raises(DeliveryError) as caught:
        opened(url, key="guess").check()

    assert caught.value.code == "wrong-key"
    with pytest.raises(DeliveryError, match="no key"):
        opened("https://gitlab.example", key="two words")


@pytest.mark.parametrize("change", [True, False])
@pytest.mark.parametrize(
    ("answer", "code", "can_retry", "wait"),
    [
        (told({"message": f"401 {KEY}"}, 401), "wrong-key", False, None),
        (told({"message": "403 Forbidden"}, 403), "not-allowed", False, None),
        (told({"message": "404 Not found"}, 404), "no-ticket", False, None),
        (Response(status=429, headers={"Retry-After": "7"}, data=b"Retry later\n"), "too-many-requests", True, 7.0),
        (told({"message": "500 Internal Server Error"}, 500), "system-failed", True, None),
        (Response(status=502, data=b"<h1>Whoops</h1>"), "system-failed", True, None),
        (Response(data=b"<h1>Welcome</h1>"), "ticket-refused", False, None),
        (Response(data=b"{", headers={"Content-Type": "application/json"}), "ticket-refused", False, None),
        (told([1]), "ticket-refused", False, None),
        (told({"url": "/elsewhere"}), "ticket-refused", False, None),
        (None, "no-connection", True, None),
    ],
)
def test_what_comes_of_an_answer(
    answer: Response | None, code: str, can_retry: bool, wait: float | None, change: bool
) -> None:
    error = failed(answer, change)

    assert (error.code, error.can_retry, error.wait) == (code, can_retry, wait)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_told_and_not_followed(status: int) -> None:
    paths: list[str] = []

    def elsewhere(request: Request) -> Response:
        paths.append(request.path)
        return told({})

    with answering(elsewhere) as other:
        for change in (True, False):
            error = failed(Response(status=status, headers={"Location": f"{other}/x"}), change)
            assert error.code == "ticket-refused"
            assert f"it sends us on to {other}/x" in error.message

    assert paths == []


def test_nothing_is_asked_twice(project: Project) -> None:
    asked: list[str] = []

    def respond(request: Request) -> Response:
        asked.append(request.method)
        return Response(status=503, headers={"Retry-After": "1"})

    with answering(respond) as url, pytest.raises(DeliveryError) as caught:
        opened(url).post(TICKET, posting())

    assert (asked, caught.value.code, caught.value.wait) == (["POST"], "system-failed", 1.0)


def test_a_note_whose_answer_is_lost_is_found_by_its_link(project: Project) -> None:
    def respond(request: Request) -> Response | None:
        answer = project(request)
        return None if request.method == "POST" and request.path.endswith("/notes") else answer

    with answering(respond) as url:
        with pytest.raises(DeliveryError) as caught:
            opened(url).post(TICKET, posting())
        assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)
        assert names(opened(url)) == [NAME]


def test_an_answer_that_does_not_come_is_not_waited_for() -> None:
    done = Event()

    def respond(request: Request) -> None:
        done.wait(30)

    with answering(respond) as url:
        with pytest.raises(DeliveryError) as caught:
            opened(url, timeout=0.2).check()
        done.set()

    assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)


def test_a_certificate_must_be_trusted(project: Project, tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    with answering(project, tls=context) as url:
        assert opened(url, ca_file=str(trusted)).check() == f"City Desk (desk), {url}"
        with pytest.raises(DeliveryError) as caught:
            opened(url).check()

    assert (caught.value.code, caught.value.can_retry) == ("untrusted-certificate", False)
