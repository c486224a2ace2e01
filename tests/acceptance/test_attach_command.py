"""`reporter attach`: a brief on a ticket of a Redmine that is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, Run, reporter
from tests.deliver.redmine_server import CODE, DESK, PROJECT, PUMA, Redmine, running
from tests.deliver.test_redmine import asked
from tests.servers import needs

pytestmark = pytest.mark.slow
STORY, LATER = EXAMPLES / "harbour-fire.txt", EXAMPLES / "harbour-fire-wednesday.txt"


@pytest.fixture(scope="module")
def redmine() -> Iterator[Redmine]:
    needs(str(CODE / "config.ru"), str(PUMA))
    with running() as server:
        yield server


@pytest.fixture
def ticket(redmine: Redmine, tmp_path: Path) -> str:
    (tmp_path / "reporter.toml").write_text(
        f'outbox = "{tmp_path / "outbox.sqlite"}"\n[tickets.desk]\nkind = "redmine"\nurl = "{redmine.url}"\n',
        encoding="utf-8",
    )
    issue = {"project_id": PROJECT, "subject": "What burns at Port Ellery?"}
    return str(asked(redmine, "POST", "issues.json", {"issue": issue})["issue"]["id"])


def attach(folder: Path, *words: str | Path, key: str = DESK) -> Run:
    return reporter("attach", *words, folder=folder, variables={"REPORTER_TICKETS_DESK_KEY": key}, seconds=120)


def on(redmine: Redmine, ticket: str) -> tuple[list[str], list[str]]:
    """The names of the files of a ticket, and its notes."""
    issue = asked(redmine, "GET", f"issues/{ticket}.json?include=attachments,journals")["issue"]
    return [one["filename"] for one in issue["attachments"]], [one["notes"] for one in issue["journals"]]


def test_a_story_that_is_retold_has_one_brief_on_its_ticket(redmine: Redmine, ticket: str, tmp_path: Path) -> None:
    story = tmp_path / "fire.txt"
    story.write_bytes(STORY.read_bytes())
    first = attach(tmp_path, story, "--ticket", f"desk:{ticket}")
    (name,), notes = on(redmine, ticket)
    assert (first.code, first.err) == (0, "")
    assert first.lines[0].startswith(f"desk:{ticket}  posted  {redmine.url}/issues/{ticket}")
    assert name.startswith("2024-05-14-fire-at-port-ellery")
    assert len(notes) == 1

    again = attach(tmp_path, story, "--ticket", f"desk:{ticket}")
    assert (again.code, again.lines) == (0, [f"desk:{ticket}  there already  {name}"])
    assert on(redmine, ticket) == ([name], notes)

    story.write_bytes(LATER.read_bytes())
    newer = attach(tmp_path, story, "--ticket", f"desk:{ticket}")
    names, notes = on(redmine, ticket)
    told = next(note for note in notes if "takes the place" in note)
    assert newer.code == 0
    assert f"{name} was taken down." in newer.err
    assert [one.startswith("2024-05-15") for one in names] == [True]
    assert "1 added" in told


def test_what_goes_wrong_is_told_and_waits_in_the_outbox(redmine: Redmine, ticket: str, tmp_path: Path) -> None:
    missing = attach(tmp_path, STORY, "--ticket", "desk:4711")
    wrong = attach(tmp_path, STORY, "--ticket", f"desk:{ticket}", key="nothing")
    none = attach(tmp_path, STORY, "--ticket", f"desk:{ticket}", key="")
    listing = reporter("outbox", folder=tmp_path)

    assert "has no ticket '4711'" in missing.err
    assert "Check REPORTER_TICKETS_DESK_KEY" in wrong.err
    assert "needs a key" in none.err
    assert {run.code for run in (missing, wrong, none)} == {1}
    assert listing.out.count("failed") == 2
    assert on(redmine, ticket)[0] == []


def test_what_would_be_said_is_shown_without_a_server(tmp_path: Path) -> None:
    done = attach(tmp_path, STORY, "--ticket", "redmine:12", "--dry-run")

    assert done.code == 0
    assert done.lines[0].endswith(".pdf")
    assert "Verification brief: Fire at Port Ellery chemical store forces hundreds from homes" in done.lines


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--ticket", "12"), "'12' is no ticket"),
        (("--ticket", "nowhere:12"), "No system of tickets is called 'nowhere'"),
        (("--ticket", "odd:12"), "There is no ticket system called 'odd'"),
        (("--ticket", "odd:12", "--format", "exe"), "'exe' is nothing to attach"),
    ],
)
def test_what_is_no_ticket_is_told(words: tuple[str, ...], problem: str, tmp_path: Path) -> None:
    (tmp_path / "reporter.toml").write_text('[tickets.odd]\nurl = "http://127.0.0.1"\n', encoding="utf-8")
    done = reporter("attach", STORY, *words, folder=tmp_path, variables={"XDG_DATA_HOME": str(tmp_path)})

    assert done.code != 0
    assert problem in done.err
    assert len(done.err.strip().splitlines()) == 1
