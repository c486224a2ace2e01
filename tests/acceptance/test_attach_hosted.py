"""`reporter attach`: a brief on tickets of Jira, GitLab and GitHub, and as a signed message, answered from memory."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, Run, reporter
from tests.deliver import github_server, gitlab_server, jira_server
from tests.deliver.answering import Request, Respond, Response, answering

pytestmark = pytest.mark.slow
STORY, LATER = EXAMPLES / "harbour-fire.txt", EXAMPLES / "harbour-fire-wednesday.txt"
SECRET = base64.b64encode(bytes(range(32))).decode()


def told_and_retold(folder: Path, respond: Respond, system: str, ticket: str, key: str) -> tuple[Run, Run, Run]:
    """What `reporter attach` says of a story, of the same story again, and of the story as it is told a day later."""
    story = folder / "fire.txt"
    with answering(respond) as url:
        settings = f'outbox = "{folder / "outbox.sqlite"}"\n[tickets.desk]\nurl = "{url}"\n{system}'
        (folder / "reporter.toml").write_text(settings, encoding="utf-8")

        def attach(text: Path) -> Run:
            story.write_bytes(text.read_bytes())
            variables = {"REPORTER_TICKETS_DESK_KEY": key}
            done = reporter(
                "attach", story, "--ticket", f"desk:{ticket}", folder=folder, variables=variables, seconds=120
            )
            assert done.code == 0, done.err
            return done

        return attach(STORY), attach(STORY), attach(LATER)


@pytest.mark.parametrize("is_cloud", [True, False], ids=["cloud", "data-center"])
def test_on_an_issue_of_jira_the_newer_brief_takes_the_place_of_the_older(is_cloud: bool, tmp_path: Path) -> None:
    desk = jira_server.Desk(is_cloud=is_cloud)
    system = 'kind = "jira"\n' + (f'user = "{jira_server.USER}"\n' if is_cloud else "")
    first, again, newer = told_and_retold(tmp_path, desk, system, "DESK-7", jira_server.KEY)
    ((name, data),) = desk.files.values()

    assert "posted" in first.lines[0]
    assert "there already" in again.lines[0]
    assert "was taken down" in newer.err
    assert name.startswith("2024-05-15")
    assert data.startswith(b"%PDF")
    assert len(desk.comments) == 2
    assert "1 added" in json.dumps(desk.comments[1]), "the older brief was read"


def test_on_an_issue_of_gitlab_the_newer_brief_takes_the_place_of_the_older(tmp_path: Path) -> None:
    project = gitlab_server.Project()
    first, again, newer = told_and_retold(
        tmp_path, project, 'kind = "gitlab"\n', "news/city/desk#12", gitlab_server.KEY
    )
    older_note, newer_note = (one["body"] for one in project.notes)

    assert first.lines[0].endswith("/news/city/desk/-/issues/12#note_300")
    assert "there already" in again.lines[0]
    assert "was taken down" in newer.err
    assert "~~ (superseded)" in older_note
    assert "1 added" in newer_note, "the older brief was read"
    assert [name[:10] for _, name in project.uploads] == ["2024-05-15"]


def test_on_an_issue_of_github_the_newer_brief_folds_the_older_away(tmp_path: Path) -> None:
    account = github_server.Account()
    first, again, newer = told_and_retold(tmp_path, account, 'kind = "github"\n', "news/desk#12", github_server.KEY)
    older_body, newer_body = account.bodies()

    assert first.lines[0].endswith("https://git.example/news/desk/issues/12#issuecomment-1000")
    assert "there already" in again.lines[0]
    assert "was taken down" in newer.err
    assert "(superseded)</summary>" in older_body
    assert "takes the place" in newer_body
    assert "1 added" in newer_body, "the older brief was read"
    assert newer_body.count("<details>") == newer_body.count("</details>") == 1


def test_a_webhook_gets_every_brief_as_a_message(tmp_path: Path) -> None:
    taken: list[Request] = []

    def respond(request: Request) -> Response:
        taken.append(request)
        return Response(status=202)

    told_and_retold(tmp_path, respond, 'kind = "webhook"\n', "DESK-7", SECRET)
    identities = [one.headers["webhook-id"] for one in taken]

    assert identities[0] == identities[1] != identities[2], "the receiver knows what it has"
    assert base64.b64decode(json.loads(taken[0].data)["data"]["content"]).startswith(b"%PDF")


def test_no_key_goes_over_the_net_in_the_clear(tmp_path: Path) -> None:
    (tmp_path / "reporter.toml").write_text('[tickets.github]\nurl = "http://github.example"\n', encoding="utf-8")
    variables = {"REPORTER_TICKETS_GITHUB_KEY": github_server.KEY, "XDG_DATA_HOME": str(tmp_path)}
    done = reporter("attach", STORY, "--ticket", "github:news/desk#12", folder=tmp_path, variables=variables)

    assert done.code == 2
    assert "over the net" in done.err
    assert github_server.KEY not in done.err
