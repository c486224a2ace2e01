"""Briefs on issues of a real Roundup tracker."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reporter.deliver.tickets.roundup import Roundup, open_roundup
from reporter.deliver.tickets.settings import TicketSettings
from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError
from tests.deliver.answering import Request, Response, answering, passed_on
from tests.deliver.roundup_server import PASSWORD, Tracker, tracker

pytestmark = pytest.mark.slow

EVERY_BYTE = b" \r\n" + bytes(range(256)) * 40 + b"\r\n\x00 "
NAME = "2026-03-02 Älvsjö – “14 Tote”, Bürgermeister; 東京.pdf"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tracker]:
    with tracker(tmp_path_factory.mktemp("roundup") / "desk") as one:
        yield one


def opened(url: str, user: str = "desk", key: str = PASSWORD, **given: object) -> Roundup:
    settings = TicketSettings(url=url, user=user, timeout=20, **given)  # type: ignore[arg-type]
    return open_roundup("roundup", settings, key)


def posting(name: str = NAME, data: bytes = EVERY_BYTE, **given: object) -> Posting:
    told: dict[str, object] = {
        "kind": ("application", "pdf"),
        "about": "Verification brief, 2 March 2026",
        "comment": "Brief of “Överswämning”:\n- 2 claims\n- 1 of them unverified",
        "markdown": "# Brief",
        "identity": "brief-1",
        "posted": datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        **given,
    }
    return Posting(name=name, data=data, **told)  # type: ignore[arg-type]


def test_who_is_logged_in_is_told(desk: Tracker) -> None:
    assert opened(desk.url).check() == f"desk at {desk.url}"


def test_a_brief_is_on_the_issue_byte_for_byte(desk: Tracker) -> None:
    issue, system = desk.issue("Flood at Älvsjö"), opened(desk.url)
    link = system.post(issue, posting())
    (filed,) = system.files(issue)

    assert filed.name == NAME
    assert system.read(issue, filed) == EVERY_BYTE
    assert link.startswith(f"{desk.url}/file{filed.id}/2026-03-02%20%C3%84")
    assert desk.attributes(f"file/{filed.id}")["type"] == "application/pdf"


def test_the_comment_stands_in_the_issue_as_ours(desk: Tracker) -> None:
    issue, system = desk.issue("Flood"), opened(desk.url)
    one = posting()
    system.post(issue, one)
    (message,) = desk.attributes(f"issue/{issue}")["messages"]
    told = desk.attributes(f"msg/{message['id']}")
    (filed,) = system.files(issue)

    assert told["content"] == f"{one.comment}\n\nfile{filed.id}: {NAME}\n{one.about}"
    assert told["author"]["username"] == "desk"
    assert told["date"] is not None


def test_an_issue_may_be_written_as_roundup_writes_it(desk: Tracker) -> None:
    issue, system = desk.issue("Flood"), opened(desk.url)
    system.post(f"issue{issue}", posting())

    assert [one.name for one in system.files(issue)] == [NAME]


def test_a_second_version_comes_after_the_first_and_the_first_can_go(desk: Tracker) -> None:
    issue, system = desk.issue("Flood"), opened(desk.url)
    for version in (1, 2, 3):
        system.post(issue, posting(f"brief-{version}.pdf", f"version {version}".encode()))
    files = system.files(issue)
    assert [one.name for one in files] == [f"brief-{version}.pdf" for version in (1, 2, 3)]

    assert system.withdraw(issue, files[0])
    assert system.withdraw(issue, files[0]), "what is off already is off"

    assert system.files(issue) == files[1:]
    assert len(desk.attributes(f"issue/{issue}")["messages"]) == 3, "messages stay"
    assert system.read(issue, files[1]) == b"version 2"


def before(url: str, method: str, happens: Callable[[], object], times: int = 1) -> Callable[[Request], Response]:
    """Let something happen just before the server sees a request of this method."""
    left = [happens] * times

    def respond(request: Request) -> Response:
        if request.method == method and left:
            left.pop()()
        return passed_on(url, request)

    return respond


def root(desk: Tracker) -> str:
    return desk.url.removesuffix("/desk")


def test_who_changes_the_issue_meanwhile_loses_nothing(desk: Tracker) -> None:
    issue = desk.issue("Flood")
    photo = str(desk.asked("POST", "file", {"name": "photo.txt", "content": "a photo"})["id"])

    def other_change() -> None:
        desk.changed(issue, files=[photo], title="Flood, two dead")

    with answering(before(root(desk), "PATCH", other_change)) as between:
        opened(f"{between}/desk").post(issue, posting())
    found = desk.attributes(f"issue/{issue}")

    assert [one.name for one in opened(desk.url).files(issue)] == ["photo.txt", NAME]
    assert found["title"] == "Flood, two dead"
    assert len(found["messages"]) == 1


def test_a_file_is_withdrawn_though_the_issue_changes_meanwhile(desk: Tracker) -> None:
    issue, system = desk.issue("Flood"), opened(desk.url)
    system.post(issue, posting())
    (filed,) = system.files(issue)
    titles = iter(f"Flood {number}" for number in range(9))
    happens = before(root(desk), "PATCH", lambda: desk.changed(issue, title=next(titles)), times=3)
    with answering(happens) as between:
        assert opened(f"{between}/desk").withdraw(issue, filed)

    assert system.files(issue) == ()
    assert desk.attributes(f"issue/{issue}")["title"] == "Flood 2"


def test_an_issue_that_never_rests_is_left_for_later(desk: Tracker) -> None:
    issue = desk.issue("Flood")
    titles = iter(f"Flood {number}" for number in range(99))
    happens = before(root(desk), "PATCH", lambda: desk.changed(issue, title=next(titles)), times=99)
    with answering(happens) as between, pytest.raises(DeliveryError, match="somebody else was faster") as caught:
        opened(f"{between}/desk").post(issue, posting())

    assert caught.value.can_retry
    assert opened(desk.url).files(issue) == ()


def test_an_answer_that_is_lost_may_mean_that_it_was_done(desk: Tracker) -> None:
    issue = desk.issue("Flood")

    def respond(request: Request) -> Response | None:
        answer = passed_on(root(desk), request)
        return None if request.method == "PATCH" else answer

    with answering(respond) as between, pytest.raises(DeliveryError) as caught:
        opened(f"{between}/desk").post(issue, posting())

    assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)
    assert [one.name for one in opened(desk.url).files(issue)] == [NAME]


@pytest.mark.parametrize("ticket", ["987654", "issue987654", "DESK-7", "1/2", ""])
def test_an_issue_that_is_not_there_is_told_and_nothing_is_left_behind(ticket: str, desk: Tracker) -> None:
    system, before_it = opened(desk.url), desk.asked("GET", "file")["@total_size"]
    for ask in (lambda: system.files(ticket), lambda: system.post(ticket, posting())):
        with pytest.raises(DeliveryError) as caught:
            ask()
        assert (caught.value.code, caught.value.can_retry) == ("no-ticket", False)

    assert desk.asked("GET", "file")["@total_size"] == before_it


def test_who_may_only_look_is_told_so(desk: Tracker) -> None:
    issue, system = desk.issue("Flood"), opened(desk.url, user="reader")
    opened(desk.url).post(issue, posting())
    (filed,) = system.files(issue)
    with pytest.raises(DeliveryError, match="Permission to edit") as caught:
        system.post(issue, posting())

    assert (caught.value.code, caught.value.can_retry) == ("not-allowed", False)
    assert not system.withdraw(issue, filed), "our rights keep it"
    assert [one.name for one in system.files(issue)] == [NAME]


def test_a_wrong_password_is_told_and_many_of_them_must_wait(tmp_path: Path) -> None:
    with tracker(tmp_path / "desk") as desk:
        wrong = opened(desk.url, key="guess")
        found = []
        for _ in range(6):
            with pytest.raises(DeliveryError) as caught:
                wrong.check()
            found.append(caught.value)

    assert (found[0].code, found[0].can_retry) == ("wrong-key", False)
    assert "REPORTER_TICKETS_ROUNDUP_KEY" in found[0].remedy
    assert "guess" not in str(found[0])
    assert (found[-1].code, found[-1].can_retry) == ("too-many-requests", True)
    assert found[-1].wait is not None
    assert 0 < found[-1].wait <= 600


def test_a_tracker_that_is_down_can_be_tried_again(tmp_path: Path) -> None:
    with tracker(tmp_path / "desk") as desk:
        issue, system = desk.issue("Flood"), opened(desk.url)
        system.check()
    for ask in (system.check, lambda: system.files(issue), lambda: system.post(issue, posting())):
        with pytest.raises(DeliveryError) as caught:
            ask()  # type: ignore[no-untyped-call]
        assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)


def test_the_way_to_a_file_of_another_name_is_told(desk: Tracker) -> None:
    with pytest.raises(DeliveryError) as caught:
        opened(desk.url).read("1", Filed(id="987654", name="gone.pdf"))

    assert caught.value.code == "no-ticket"


def test_another_page_at_the_url_is_no_tracker(desk: Tracker) -> None:
    with pytest.raises(DeliveryError) as caught:
        opened(root(desk)).check()

    assert (caught.value.code, caught.value.can_retry) == ("ticket-refused", False)
