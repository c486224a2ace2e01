"""A key goes over TLS, or stays on this machine."""

import pytest

from reporter.deliver.tickets.settings import TicketSettings, guarded
from reporter.deliver.tickets.systems import SYSTEMS, open_system
from reporter.errors import UsageError


@pytest.mark.parametrize(
    "url",
    [
        "https://desk.example",
        "HTTPS://desk.example:8443/jira",
        "http://127.0.0.1:8080",
        "http://127.8.9.1",
        "http://[::1]/",
        "http://localhost:80/rt",
        "http://desk.localhost",
    ],
)
def test_these_are_guarded(url: str) -> None:
    assert guarded(url) == url


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://desk.example", "over the net"),
        ("http://10.0.0.1", "over the net"),
        ("http://0.0.0.0", "over the net"),
        ("http://127.0.0.1.desk.example", "over the net"),
        ("http://localhost.desk.example", "over the net"),
        ("http://[::2]", "over the net"),
        ("https://user:secret@desk.example", "a name or a password"),
        ("http://127.0.0.1@desk.example", "a name or a password"),
        ("ftp://desk.example", "no address of the web"),
        ("http://", "no address of the web"),
        ("desk.example", "no address of the web"),
        ("http://[::1", "no address of the web"),
        ("https://desk.example:99999", "no address of the web"),
        ("", "no address of the web"),
    ],
)
def test_these_are_not(url: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        guarded(url)

    assert caught.value.code == "bad-setting"
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("kind", SYSTEMS.names)
def test_no_system_is_opened_over_the_net_without_tls(kind: str) -> None:
    with pytest.raises(UsageError, match="over the net"):
        open_system(kind, TicketSettings(url="http://desk.example"), "0123456789")
