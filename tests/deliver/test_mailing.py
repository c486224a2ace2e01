"""Mail through a server that is there: what it takes, what it refuses, and what nobody can know."""

import ssl
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.headerregistry import Address
from pathlib import Path

import pytest
import trustme
from hypothesis import example, given
from hypothesis import strategies as st

from reporter.deliver.addresses import address
from reporter.deliver.mailing import Fate, MailServer
from reporter.deliver.message import Attachment, Letter, composed
from reporter.deliver.settings import MailSettings, Security
from reporter.errors import DeliveryError, UsageError
from tests.deliver.servers import Desk, serving

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\r\n.\r\n..\n"


def letter(*recipients: str, **changes: object) -> Letter:
    told: dict[str, object] = {
        "subject": "Verification brief: Überschwemmung am Älvsjö – “14 Tote”?",
        "html": "<p>14 people “died”</p>",
        "text": "14 people “died”\n.\nFrom here on\n",
        "sender": address("Prüfdesk <desk@courier.example>"),
        "recipients": tuple(address(one) for one in recipients or ("anna@example.org",)),
        "identity": "brief-1",
        "when": WHEN,
        "attachments": (Attachment(name="2026-03-02-älvsjö.pdf", data=PDF, kind=("application", "pdf")),),
        **changes,
    }
    return Letter(**told)  # type: ignore[arg-type]


def settings(desk: Desk, **changes: object) -> MailSettings:
    return MailSettings(**{"host": desk.host, "port": desk.port, "security": Security.NONE, "timeout": 5.0, **changes})  # type: ignore[arg-type]


def sent(one: Letter, desk: Desk, password: str | None = None, **changes: object) -> list[tuple[str, Fate, str]]:
    recipients = [each.addr_spec for each in one.recipients]
    with MailServer(settings(desk, **changes), password) as server:
        receipts = server.send(composed(one).as_bytes(), one.sender.addr_spec, recipients)
    return [(each.recipient, each.fate, each.reason) for each in receipts]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_mail_arrives_as_it_was_written(desk: Desk) -> None:
    one = letter("Zoë Ødegård <zoe@bücher.example>", reply_to=address("edit@courier.example"))
    with serving(desk):
        assert sent(one, desk) == [("zoe@xn--bcher-kva.example", Fate.ACCEPTED, "250 OK")]
    (mail,) = desk.mails
    body, attached = mail.get_body(("plain",)), list(mail.iter_attachments())

    assert mail["Subject"] == one.subject
    assert mail["From"].addresses[0].display_name == "Prüfdesk"
    assert mail["To"].addresses[0].display_name == "Zoë Ødegård"
    assert mail["Message-ID"] == one.message_id
    assert mail["Reply-To"] == "edit@courier.example"
    assert mail["Date"].datetime == WHEN
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == one.text
    html = mail.get_body(("html",))
    assert html is not None
    assert html.get_content().strip() == one.html
    assert [part.get_filename() for part in attached] == ["2026-03-02-älvsjö.pdf"]
    assert attached[0].get_content() == PDF


def test_a_picture_goes_with_the_page_that_shows_it(desk: Desk) -> None:
    logo = Attachment(name="logo.png", data=b"\x89PNG\r\n\x1a\nrest", kind=("image", "png"))
    one = letter(html='<p><img src="cid:logo.1@reporter" alt="The Courier"></p>', inline=(("logo.1@reporter", logo),))
    with serving(desk):
        sent(one, desk)
    (mail,) = desk.mails
    related = next(part for part in mail.walk() if part.get_content_type() == "multipart/related")
    page, picture = related.iter_parts()

    assert mail.get_content_type() == "multipart/mixed"
    assert page.get_content_type() == "text/html"
    assert (picture["Content-ID"], picture.get_content_disposition()) == ("<logo.1@reporter>", "inline")
    assert picture.get_content() == logo.data
    assert [part.get_filename() for part in mail.iter_attachments()] == ["2026-03-02-älvsjö.pdf"]


def test_each_recipient_has_a_result(desk: Desk) -> None:
    desk.refuses = {"gone@example.org": "550 5.1.1 nobody here", "full@example.org": "452 4.2.2 come back later"}
    with serving(desk):
        found = sent(letter("gone@example.org", "anna@example.org", "full@example.org"), desk)

    assert found == [
        ("gone@example.org", Fate.FAILED, "550 5.1.1 nobody here"),
        ("anna@example.org", Fate.ACCEPTED, "250 OK"),
        ("full@example.org", Fate.DEFERRED, "452 4.2.2 come back later"),
    ]
    assert desk.taken == [("anna@example.org",)]


@pytest.mark.parametrize(
    ("answer", "fate"), [("554 5.7.1 no spam", Fate.FAILED), ("451 4.3.0 try again", Fate.DEFERRED)]
)
def test_a_mail_that_is_refused_says_why(answer: str, fate: Fate, desk: Desk) -> None:
    desk.answer = answer
    with serving(desk):
        assert sent(letter(), desk) == [("anna@example.org", fate, answer)]


def test_when_the_server_goes_before_it_answers_nobody_knows(desk: Desk) -> None:
    desk.hangs_up = True
    with serving(desk):
        ((_, fate, reason),) = sent(letter(), desk)

    assert fate is Fate.UNKNOWN
    assert "no answer came" in reason
    assert len(desk.mails) == 1, "and it was taken"


def test_a_mail_too_large_for_the_server_says_so(desk: Desk) -> None:
    with serving(desk, limit=5_000):
        ((_, fate, reason),) = sent(letter(), desk)

    assert fate is Fate.FAILED
    assert reason.startswith("552 ")
    assert "attach less" in reason


def test_a_mail_over_the_own_limit_is_not_sent(desk: Desk) -> None:
    with serving(desk):
        ((_, fate, reason),) = sent(letter(), desk, largest=1000)

    assert (fate, desk.mails) == (Fate.FAILED, [])
    assert "more than is allowed" in reason


def test_many_mails_go_over_one_connection(desk: Desk) -> None:
    with serving(desk), MailServer(settings(desk)) as server:
        for number in range(20):
            mail = composed(letter(identity=f"brief-{number}")).as_bytes()
            (receipt,) = server.send(mail, "desk@courier.example", ["anna@example.org"])
            assert receipt.fate is Fate.ACCEPTED

    assert (len(desk.mails), desk.connections) == (20, 1)


@pytest.mark.parametrize("is_polite", [True, False])
def test_a_server_that_takes_a_few_mails_over_one_connection_gets_another(is_polite: bool) -> None:
    class Short(Desk):
        async def handle_MAIL(self, server, session, envelope, address, options):  # type: ignore[no-untyped-def]  # noqa: N802
            if len(self.mails) == 3 * self.connections:
                if not is_polite:
                    server.transport.close()
                return "421 4.7.0 too many mails over one connection"
            envelope.mail_from = address
            return "250 OK"

    desk = Short()
    with serving(desk), MailServer(settings(desk)) as server:
        fates = [
            server.send(composed(letter(identity=str(number))).as_bytes(), "a@courier.example", ["anna@example.org"])
            for number in range(8)
        ]

    assert [receipt.fate for (receipt,) in fates] == [Fate.ACCEPTED] * 8
    assert (len(desk.mails), desk.connections) == (8, 3)


def test_a_server_that_goes_for_good_defers_the_rest(desk: Desk) -> None:
    with serving(desk):
        server = MailServer(settings(desk))
        server.open()
        first = server.send(composed(letter()).as_bytes(), "a@courier.example", ["anna@example.org"])
    rest = [server.send(composed(letter()).as_bytes(), "a@courier.example", ["anna@example.org"]) for _ in range(2)]

    assert [receipt.fate for (receipt,) in (first, *rest)] == [Fate.ACCEPTED, Fate.DEFERRED, Fate.DEFERRED]
    assert "cannot be reached" in rest[0][0].reason


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_the_password_opens_and_a_wrong_one_does_not(desk: Desk) -> None:
    with serving(desk, needs_login=True):
        ((_, fate, _),) = sent(letter(), desk, password="open sesame", user="desk")
        assert fate is Fate.ACCEPTED
        with pytest.raises(DeliveryError) as wrong:
            sent(letter(), desk, password="guess", user="desk")
        with pytest.raises(DeliveryError) as none:
            sent(letter(), desk, user="desk")
        ((_, unknown, reason),) = sent(letter(), desk)

    assert (wrong.value.code, wrong.value.can_retry) == ("wrong-password", False)
    assert "535" in wrong.value.message
    assert none.value.code == "no-password"
    assert (unknown, reason[:3]) == (Fate.FAILED, "530")


@pytest.mark.parametrize("told", ["454 4.7.0 the directory is away", "421 4.3.0 going down", ""])
@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_login_that_cannot_be_looked_at_is_tried_again(told: str, desk: Desk) -> None:
    """A server whose directory of users is away says so for the moment (RFC 4954), or hangs up."""

    class Away(Desk):
        async def handle_AUTH(self, server, session, envelope, arguments):  # type: ignore[no-untyped-def]  # noqa: N802
            if not told:
                server.transport.close()
            return told or "454 4.7.0 away"

    away = Away()
    with serving(away, needs_login=True), pytest.raises(DeliveryError) as caught:
        sent(letter(), away, password="open sesame", user="desk")

    assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)
    assert "does not go on" in caught.value.message


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_password_of_any_letters_is_sent_as_utf8(desk: Desk) -> None:
    with serving(desk, needs_login=True), pytest.raises(DeliveryError) as wrong:
        sent(letter(), desk, password="öffne dich", user="desk")

    assert wrong.value.code == "wrong-password"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def test_a_certificate_must_be_trusted(authority: trustme.CA, tmp_path: Path) -> None:
    desk = Desk(host="localhost")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    trusted = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    with serving(desk, tls=context):
        ((_, fate, _),) = sent(letter(), desk, security=Security.STARTTLS, ca_file=str(trusted))
        with pytest.raises(DeliveryError) as caught:
            sent(letter(), desk, security=Security.STARTTLS)

    assert fate is Fate.ACCEPTED
    assert (caught.value.code, len(desk.mails)) == ("untrusted-certificate", 1)


@pytest.mark.parametrize("data", [None, b"no certificate"])
def test_certificates_that_cannot_be_read_are_told(data: bytes | None, desk: Desk, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "authority.pem").write_bytes(data)
    with serving(desk), pytest.raises(DeliveryError) as caught:
        sent(letter(), desk, ca_file=str(tmp_path / "authority.pem"))

    assert caught.value.code == "bad-certificates"


def test_without_starttls_nothing_is_sent(desk: Desk) -> None:
    with serving(desk), pytest.raises(DeliveryError) as caught:
        sent(letter(), desk, security=Security.STARTTLS)

    assert (caught.value.code, desk.mails) == ("no-starttls", [])


def test_a_server_that_is_not_there_can_be_tried_again(desk: Desk) -> None:
    with serving(desk):
        pass
    with pytest.raises(DeliveryError) as caught:
        sent(letter(), desk)

    assert (caught.value.code, caught.value.can_retry) == ("no-connection", True)


def test_without_a_server_the_settings_are_named() -> None:
    with pytest.raises(DeliveryError, match=r"under \[mail\]"), MailServer(MailSettings()):
        pass


@pytest.mark.parametrize(
    "written",
    [
        "",
        "nobody",
        "a@",
        "@b.example",
        "a b@c.example",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example, c@d.example",
    ],
)
def test_what_is_no_address_is_told(written: str) -> None:
    with pytest.raises(UsageError, match="no address of mail"):
        address(written)


def test_no_word_of_a_story_makes_a_header() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        composed(letter(subject="14 dead\r\nBcc: all@example.org"))


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
MEANT = {
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Reply-To", "List-Unsubscribe", "MIME-Version",
    "Content-Type", "List-Unsubscribe-Post",
}  # fmt: skip


@given(WORDS, WORDS, WORDS, WORDS, WORDS)
@example("a\r\nBcc: all@example.org", "x", "mailto:a@b.example", "y", "z")
@example("a", 'x" <all@example.org>, "y', "mailto:a@b.example>\r\nBcc: <c@d.example", "y", "z")
@example("a\x85Bcc: b", "x\u2028Bcc: c", "https://a.example/\x0bBcc: d", "y", "z")
def test_whatever_is_said_makes_no_header_and_no_recipient(
    subject: str, name: str, unsubscribe: str, file_name: str, text: str
) -> None:
    try:
        one = letter(
            subject=subject,
            sender=Address(name, addr_spec="desk@courier.example"),
            list_unsubscribe=unsubscribe or None,
            text=text,
            attachments=(Attachment(name=file_name, data=b"x"),),
        )
        data = composed(one).as_bytes()
    except (ValueError, DeliveryError, UsageError):
        return
    mail = message_from_bytes(data, policy=policy.default)

    assert set(mail.keys()) <= MEANT
    assert len(mail.keys()) == len(set(mail.keys()))
    assert [each.addr_spec for each in mail["To"].addresses] == ["anna@example.org"]
    assert [each.addr_spec for each in mail["From"].addresses] == ["desk@courier.example"]


def test_the_same_brief_has_the_same_name_and_another_has_another() -> None:
    assert letter().message_id == letter(subject="x").message_id != letter(identity="brief-2").message_id
    assert letter().message_id.endswith("@courier.example>")
