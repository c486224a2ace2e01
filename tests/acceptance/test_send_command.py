"""`reporter send` and `reporter outbox`: a brief by mail, through a server that is there."""

import base64
import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.acceptance.command import EXAMPLES, Run, reporter
from tests.deliver.servers import Desk, serving

pytestmark = pytest.mark.slow
STORY = EXAMPLES / "harbour-fire.txt"


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    done = reporter("brief", "-q", "--format", "json", "--out", tmp_path_factory.mktemp("brief"), STORY)
    return Path(done.lines[0])


def told(folder: Path, desk: Desk | None = None) -> None:
    server = f'host = "{desk.host}"\nport = {desk.port}\nsecurity = "none"\n' if desk else ""
    (folder / "reporter.toml").write_text(
        f'outbox = "{folder / "outbox.sqlite"}"\n[mail]\n{server}sender = "Prüfdesk <desk@courier.example>"\n',
        encoding="utf-8",
    )


def send(folder: Path, *words: str | Path) -> Run:
    return reporter("send", *words, folder=folder)


def test_a_dry_run_writes_the_mail_and_sends_nothing(brief: Path, tmp_path: Path) -> None:
    told(tmp_path)
    done = send(tmp_path, brief, "--to", "Anna <anna@example.org>", "--dry-run", "--attach", "pdf,ics")
    path = tmp_path / done.lines[0]
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)

    assert (done.code, done.err, path.suffix) == (0, "", ".eml")
    assert isinstance(mail, EmailMessage)
    assert mail["Subject"] == "Verification brief: Fire at Port Ellery chemical store forces hundreds from homes"
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf", "text/calendar"]
    assert not (tmp_path / "outbox.sqlite").exists()


def test_a_brief_goes_out_once_and_is_listed(brief: Path, tmp_path: Path) -> None:
    desk = Desk()
    with serving(desk):
        told(tmp_path, desk)
        first = send(tmp_path, brief, "--to", "anna@example.org", "--to", "ben@example.org")
        second = send(tmp_path, brief, "--to", "anna@example.org")
    listing = reporter("outbox", folder=tmp_path)
    (mail,) = desk.mails
    (attached,) = mail.iter_attachments()

    assert first.lines == ["anna@example.org  accepted  250 OK", "ben@example.org  accepted  250 OK"]
    assert (second.code, second.lines) == (0, [])
    assert "anna@example.org has this brief already" in second.err
    assert attached.get_content().startswith(b"%PDF-")
    assert listing.out.count("accepted") == 2
    assert "ben@example.org" in listing.out


def test_the_pdf_comes_out_as_it_went_in(brief: Path, tmp_path: Path) -> None:
    desk = Desk()
    with serving(desk):
        told(tmp_path, desk)
        send(tmp_path, brief, "--to", "anna@example.org")
    made = reporter("render", "--format", "pdf", "--out", tmp_path, brief)
    (attached,) = desk.mails[0].iter_attachments()

    assert attached.get_filename() == Path(made.lines[0]).name
    assert attached.get_content() == Path(made.lines[0]).read_bytes()
    assert base64.b64encode(attached.get_content())[:40] in desk.raw[0]


def test_a_refusal_is_told_by_recipient(brief: Path, tmp_path: Path) -> None:
    desk = Desk(refuses={"gone@example.org": "550 5.1.1 nobody here"})
    with serving(desk):
        told(tmp_path, desk)
        done = send(tmp_path, brief, "--to", "gone@example.org", "--to", "anna@example.org")

    assert done.code == 1
    assert done.lines == ["gone@example.org  failed  550 5.1.1 nobody here", "anna@example.org  accepted  250 OK"]
    assert "not accepted for gone@example.org" in done.err


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--to", "nobody"), "'nobody' is no address of mail"),
        (("--to", "a@b.example", "--attach", "exe"), "'exe' is nothing to attach"),
        (("--to", "a@b.example"), "No mail server is set"),
    ],
)
def test_what_cannot_be_sent_is_told(words: tuple[str, ...], problem: str, brief: Path, tmp_path: Path) -> None:
    told(tmp_path)
    done = send(tmp_path, brief, *words)

    assert done.code != 0
    assert problem in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_file_that_is_too_large_stays_out_and_the_mail_says_so(brief: Path, tmp_path: Path) -> None:
    desk = Desk()
    with serving(desk):
        told(tmp_path, desk)
        with (tmp_path / "reporter.toml").open("a") as settings:
            settings.write("largest = 170000\n")
        done = send(tmp_path, brief, "--to", "anna@example.org", "--attach", "pdf,ics")
    (mail,) = desk.mails
    bodies = [mail.get_body((kind,)) for kind in ("plain", "html")]

    assert done.lines == ["anna@example.org  accepted  250 OK"]
    assert len(desk.raw[0]) <= 170_000
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["text/calendar"]
    for body in bodies:
        assert body is not None
        assert "Not attached, too large for this mail: 2024-05-14-fire" in " ".join(body.get_content().split())


def test_what_did_not_go_is_shown_and_sent_again(brief: Path, tmp_path: Path) -> None:
    desk = Desk(refuses={"anna@example.org": "450 4.2.0 come back later"})
    with serving(desk):
        told(tmp_path, desk)
        assert send(tmp_path, brief, "--to", "anna@example.org").code == 1
        shown = reporter("outbox", "show", "1", "--out", "kept", folder=tmp_path)
        desk.refuses = {}
        retried = reporter("outbox", "retry", folder=tmp_path)
        nothing = reporter("outbox", "retry", "1", folder=tmp_path)
    kept = (tmp_path / "kept" / "delivery-1.eml").read_bytes()

    assert "state         queued" in shown.lines
    assert any(line.startswith("next try      20") for line in shown.lines)
    assert "Message-ID" in kept.decode(errors="replace")
    assert (retried.code, retried.lines) == (0, ["1  anna@example.org  accepted  250 OK"])
    assert desk.mails[0]["Message-ID"] == email.message_from_bytes(kept, policy=email.policy.default)["Message-ID"]
    assert (nothing.lines, nothing.err.strip()) == ([], "1 to anna@example.org is accepted and is not sent again.")
    assert "is no longer kept" in reporter("outbox", "show", "1", "--out", "kept", folder=tmp_path).err


def test_a_number_that_is_none_is_told(tmp_path: Path) -> None:
    told(tmp_path)
    assert "no delivery 7" in reporter("outbox", "show", "7", folder=tmp_path).err


def test_an_unknown_state_is_told(tmp_path: Path) -> None:
    assert "no state 'lost'" in reporter("outbox", "list", "--state", "lost", folder=tmp_path).err
