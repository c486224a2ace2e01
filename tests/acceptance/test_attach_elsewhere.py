"""`reporter attach`: a brief on a ticket of a Roundup and of a Request Tracker that are there."""

from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, Run, reporter
from tests.deliver import roundup_server, rt_server

pytestmark = pytest.mark.slow
STORY, LATER = EXAMPLES / "harbour-fire.txt", EXAMPLES / "harbour-fire-wednesday.txt"


def told_and_retold(folder: Path, system: str, ticket: str, key: str) -> tuple[Run, Run, Run]:
    """What `reporter attach` says of a story, of the same story again, and of the story as it is told a day later."""
    (folder / "reporter.toml").write_text(f'outbox = "{folder / "outbox.sqlite"}"\n{system}', encoding="utf-8")
    story = folder / "fire.txt"

    def attach(text: Path) -> Run:
        story.write_bytes(text.read_bytes())
        variables = {"REPORTER_TICKETS_DESK_KEY": key}
        done = reporter("attach", story, "--ticket", f"desk:{ticket}", folder=folder, variables=variables, seconds=120)
        assert done.code == 0, done.err
        return done

    return attach(STORY), attach(STORY), attach(LATER)


def test_on_an_issue_of_roundup_the_newer_brief_takes_the_place_of_the_older(tmp_path: Path) -> None:
    with roundup_server.tracker(tmp_path / "server") as desk:
        issue = desk.issue("What burns at Port Ellery?")
        system = f'[tickets.desk]\nkind = "roundup"\nurl = "{desk.url}"\nuser = "desk"\n'
        first, again, newer = told_and_retold(tmp_path, system, f"issue{issue}", roundup_server.PASSWORD)
        found = desk.attributes(f"issue/{issue}")
        (file,) = found["files"]
        messages = [desk.attributes(f"msg/{one['id']}")["content"] for one in found["messages"]]

    assert first.lines[0].startswith(f"desk:issue{issue}  posted  {desk.url}/file1/2024-05-14-fire-at-port-ellery")
    assert "there already" in again.lines[0]
    assert "was taken down" in newer.err
    assert file["name"].startswith("2024-05-15")
    assert len(messages) == 2
    assert "takes the place" in messages[1]
    assert "1 added" in messages[1], "the older brief was read"


def test_on_a_ticket_of_rt_the_older_brief_stays_beside_the_newer(tmp_path: Path) -> None:
    with rt_server.request_tracker(tmp_path / "server") as desk:
        ticket = desk.ticket("What burns at Port Ellery?")
        system = f'[tickets.desk]\nkind = "rt"\nurl = "{desk.url}"\n'
        first, again, newer = told_and_retold(tmp_path, system, ticket, desk.tokens["desk"])
        listed = desk.asked("POST", f"ticket/{ticket}/attachments?fields=Filename,Content&per_page=50", [])["items"]

    names = sorted(one["Filename"] for one in listed if one.get("Filename"))
    assert first.lines[0].startswith(f"desk:{ticket}  posted  {desk.url}/Ticket/Display.html?id={ticket}#txn-")
    assert "there already" in again.lines[0]
    assert newer.lines[0].startswith(f"desk:{ticket}  posted")
    assert any("1 added" in (one.get("Content") or "") for one in listed), "the older brief was read"
    assert [name[:10] for name in names] == ["2024-05-14", "2024-05-15"]
