"""A mail that goes out signed is verified by whoever gets it, and a change of it is seen."""

import base64
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from reporter.deliver.database import Database
from reporter.deliver.mailing import MailServer
from reporter.deliver.outbox import Outbox, State
from reporter.deliver.sending import send_letter
from reporter.errors import DeliveryError
from tests.deliver.servers import Desk, serving
from tests.deliver.test_mailing import WHEN, letter, settings


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The file of a private key, and the record in the DNS that goes with it."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    path = tmp_path_factory.mktemp("key") / "desk.pem"
    path.write_bytes(
        made.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
        )
    )
    public = made.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return path, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def dkim_settings(path: Path | str) -> dict[str, str]:
    return {"dkim_domain": "courier.example", "dkim_selector": "desk", "dkim_key": str(path)}


def is_good(data: bytes, record: bytes) -> bool:
    def dns(name: bytes, timeout: int = 5) -> bytes | None:
        return record if name.rstrip(b".") == b"desk._domainkey.courier.example" else None

    return bool(dkim.verify(data, dnsfunc=dns))


def test_a_signed_mail_is_verified_as_it_arrives(key: tuple[Path, bytes], tmp_path: Path) -> None:
    path, record = key
    desk = Desk()
    with serving(desk), Database(tmp_path / "outbox.sqlite") as database:
        server = MailServer(settings(desk, **dkim_settings(path)))
        send_letter(letter("anna@example.org", "ben@example.org"), server, Outbox(database), lambda: WHEN)
    (data,) = desk.raw

    assert is_good(data, record)
    for added in (
        b"From: minister@courier.example",
        b"Subject: All clear",
        b"To: all@example.org",
        b"Reply-To: x@y.example",
    ):
        assert not is_good(added + b"\r\n" + data, record), added
    assert not is_good(data.replace(b"Subject: ", b"Subject: Re: ", 1), record)
    assert not is_good(data.replace(b"14 people", b"40 people", 1), record)


def test_without_a_key_nothing_is_signed() -> None:
    desk = Desk()
    with serving(desk), MailServer(settings(desk)) as server:
        server.send(b"From: a@courier.example\r\n\r\nwords\r\n", "a@courier.example", ["anna@example.org"])

    assert b"DKIM-Signature" not in desk.raw[0]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"dkim_domain": "courier.example"}, "belong together"),
        (dkim_settings("/nonexistent/desk.pem"), "cannot be read"),
        (dkim_settings(__file__), "cannot be signed"),
    ],
)
def test_a_key_that_is_none_stops_the_mail_before_it_goes(given: dict[str, str], problem: str, tmp_path: Path) -> None:
    desk = Desk()
    with serving(desk), Database(tmp_path / "outbox.sqlite") as database:
        outbox = Outbox(database)
        with pytest.raises(DeliveryError, match=problem) as caught:
            send_letter(letter(), MailServer(settings(desk, **given)), outbox, lambda: WHEN)
        states = [entry.state for entry in outbox.entries(WHEN)]

    assert (caught.value.code, states, desk.mails) == ("bad-dkim", [State.FAILED], [])


def test_a_key_that_is_gone_in_between_leaves_no_mail_under_way(key: tuple[Path, bytes], tmp_path: Path) -> None:
    path = tmp_path / "desk.pem"
    path.write_bytes(key[0].read_bytes())
    desk = Desk()
    with serving(desk), Database(tmp_path / "outbox.sqlite") as database:
        outbox = Outbox(database)
        server = MailServer(settings(desk, **dkim_settings(path)))
        server.open()
        path.unlink()
        with pytest.raises(DeliveryError, match="cannot be read"):
            send_letter(letter(), server, outbox, lambda: WHEN)
        states = [entry.state for entry in outbox.entries(WHEN)]

    assert (states, desk.mails) == ([State.FAILED], [])
