"""Mail through Postfix and Dovecot: what arrives is what was sent; each refusal is an error and a state of its own."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reporter.deliver.database import Database
from reporter.deliver.mailing import Fate, MailServer, Receipt
from reporter.deliver.message import Attachment, Letter
from reporter.deliver.outbox import Outbox, State
from reporter.deliver.sending import send_letter
from reporter.errors import DeliveryError
from tests.acceptance.command import EXAMPLES, reporter
from tests.deliver.postfix_server import DOMAIN, DOVECOT, IMAP, LARGEST, LMTP, PASSWORDS, POSTFIX, Post, posting
from tests.deliver.test_mailing import PDF, letter
from tests.servers import needs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can start Postfix"),
]

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ANNA, BEN = f"anna@{DOMAIN}", f"ben@{DOMAIN}"
DESK = PASSWORDS["desk"]


@pytest.fixture(scope="module")
def post() -> Iterator[Post]:
    needs(str(POSTFIX), str(DOVECOT), str(LMTP), str(IMAP))
    with posting() as server:
        yield server


@pytest.fixture
def box(tmp_path: Path) -> Outbox:
    return Outbox(Database(tmp_path / "outbox.sqlite"))


def own(name: str, *recipients: str, **given: object) -> Letter:
    return letter(*(recipients or (ANNA,)), identity=name, **given)


def sent(one: Letter, post: Post, box: Outbox, password: str | None = DESK, **given: object) -> tuple[Receipt, ...]:
    return send_letter(one, MailServer(post.settings(**given), password), box, lambda: NOW)


def states(box: Outbox) -> dict[str, tuple[State, str]]:
    return {one.target: (one.state, one.reason) for one in box.entries(NOW)}


def test_what_is_read_back_is_what_was_sent(post: Post, box: Outbox) -> None:
    names = ("2026-03-02-älvsjö–“14”.pdf", "火事.json", "x" * 120 + ".ics")
    files = tuple(Attachment(name=name, data=PDF, kind=("application", "pdf")) for name in names)
    one = own("unicode", f'"Zoë Ødegård, Prüferin" <{ANNA}>', f"Бен “B.” <{BEN}>", attachments=files)
    receipts = sent(one, post, box)

    assert [receipt.fate for receipt in receipts] == [Fate.ACCEPTED, Fate.ACCEPTED]
    for user in ("anna", "ben"):
        mail = post.mail(user, one.message_id)
        plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
        attached = list(mail.iter_attachments())
        assert mail["Subject"] == one.subject
        assert [each.display_name for each in mail["To"].addresses] == ["Zoë Ødegård, Prüferin", "Бен “B.”"]
        assert mail["From"].addresses[0].display_name == "Prüfdesk"
        assert mail["Date"].datetime == one.when
        assert plain is not None
        assert html is not None
        assert plain.get_content().replace("\r\n", "\n") == one.text
        assert html.get_content().strip() == one.html
        assert tuple(part.get_filename() for part in attached) == names
        assert [part.get_content() for part in attached] == [PDF] * 3
    assert {state for state, _ in states(box).values()} == {State.ACCEPTED}


def test_it_takes_an_address_beyond_ascii(post: Post, box: Outbox) -> None:
    """SMTPUTF8 (RFC 6531): this one has no mailbox, and is refused as such, not for its letters."""
    (receipt,) = sent(own("utf8", f"zoë@{DOMAIN}"), post, box)

    assert (receipt.fate, receipt.reason[:9]) == (Fate.FAILED, "550 5.1.1")


def test_each_recipient_has_a_state(post: Post, box: Outbox) -> None:
    one = own("mixed", f"nobody@{DOMAIN}", ANNA, "someone@elsewhere.example")
    fates = {receipt.recipient: receipt.fate for receipt in sent(one, post, box)}
    found = states(box)

    assert fates == {
        f"nobody@{DOMAIN}": Fate.FAILED,
        ANNA: Fate.ACCEPTED,
        "someone@elsewhere.example": Fate.FAILED,
    }
    assert "no mail leaves this machine" in found["someone@elsewhere.example"][1]
    assert found[f"nobody@{DOMAIN}"][0] is State.FAILED
    assert found[f"nobody@{DOMAIN}"][1].startswith("550 5.1.1")
    assert post.mail("anna", one.message_id)["Subject"] == one.subject


def test_a_wrong_password_is_535(post: Post, box: Outbox) -> None:
    with pytest.raises(DeliveryError) as caught:
        sent(own("wrong"), post, box, password="guess")

    assert caught.value.code == "wrong-password"
    assert "535 5.7.8" in caught.value.message
    assert "REPORTER_SMTP_PASSWORD" in caught.value.remedy
    assert DESK not in caught.value.message
    assert states(box)[ANNA][0] is State.FAILED


def test_without_a_login_it_is_554(post: Post, box: Outbox) -> None:
    (receipt,) = sent(own("none"), post, box, user=None)

    assert (receipt.fate, receipt.reason[:9]) == (Fate.FAILED, "554 5.7.1")
    assert states(box)[ANNA] == (State.FAILED, receipt.reason)


def test_too_large_is_552(post: Post, box: Outbox) -> None:
    big = Attachment(name="big.pdf", data=bytes(range(256)) * (LARGEST // 256), kind=("application", "pdf"))
    (receipt,) = sent(own("big", attachments=(big,)), post, box)

    assert (receipt.fate, receipt.reason[:9]) == (Fate.FAILED, "552 5.3.4")
    assert "attach less" in receipt.reason
    assert states(box)[ANNA] == (State.FAILED, receipt.reason)


def test_an_untrusted_certificate_stops_it_before_anything_is_said(post: Post, box: Outbox) -> None:
    with pytest.raises(DeliveryError) as caught:
        sent(own("untrusted"), post, box, ca_file=None)

    assert caught.value.code == "untrusted-certificate"
    assert "ca_file" in caught.value.remedy
    assert states(box)[ANNA][0] is State.FAILED


def test_a_certificate_of_another_name_is_not_trusted(post: Post, box: Outbox) -> None:
    with pytest.raises(DeliveryError) as caught:
        sent(own("name"), post, box, host="127.0.0.1")

    assert caught.value.code == "untrusted-certificate"


def test_without_tls_it_takes_nothing(post: Post, box: Outbox) -> None:
    with pytest.raises(DeliveryError) as caught:
        sent(own("plain"), post, box, security="none")

    assert caught.value.code == "no-login", "Postfix offers none before STARTTLS"
    assert states(box)[ANNA][0] is State.FAILED


def test_a_story_arrives_once_as_a_user_types_it(post: Post, tmp_path: Path) -> None:
    (tmp_path / "reporter.toml").write_text(
        f'outbox = "outbox.sqlite"\n[mail]\nhost = "localhost"\nport = {post.smtp}\nuser = "desk"\n'
        f'sender = "Prüfdesk <desk@{DOMAIN}>"\nca_file = "{post.authority}"\n',
        encoding="utf-8",
    )
    story = EXAMPLES / "harbour-fire.txt"
    before = post.count("ben")
    runs = [
        reporter("send", story, "--to", f"Ben Ødegård <{BEN}>", folder=tmp_path, variables=variables)
        for variables in ({"REPORTER_SMTP_PASSWORD": DESK},) * 2
    ]
    dry = reporter("send", story, "--to", BEN, "--dry-run", folder=tmp_path)
    eml = (tmp_path / dry.lines[0]).read_text(errors="replace")
    message_id = next(line for line in eml.splitlines() if line.lower().startswith("message-id:")).partition(": ")[2]
    mail = post.mail("ben", message_id)
    (attached,) = mail.iter_attachments()
    made = reporter("brief", "-q", "--format", "pdf", "--out", tmp_path / "made", story)

    assert runs[0].lines[0].startswith(f"{BEN}  accepted  250 2.0.0")
    assert (runs[1].code, runs[1].lines) == (0, [])
    assert post.count("ben") == before + 1
    assert attached.get_content() == Path(made.lines[0]).read_bytes()
    assert attached.get_filename() == Path(made.lines[0]).name
