"""Where passwords and keys come from."""

import builtins
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from reporter.deliver.secrets import secret

NAME = "REPORTER_SMTP_PASSWORD"


class Drawer(KeyringBackend):
    """A keyring in memory; `is_locked` as one whose owner is away."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, *, is_locked: bool = False) -> None:
        super().__init__()
        self.is_locked = is_locked
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.is_locked:
            raise KeyringLocked("nobody is here to unlock it")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    before, mine = keyring.get_keyring(), Drawer()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


def test_a_secret_comes_from_the_environment_first(drawer: Drawer) -> None:
    keyring.set_password("reporter", NAME, "from the keyring")

    assert secret(NAME, {NAME: "from here"}) == "from here"
    assert secret(NAME, {}) == "from the keyring"
    assert secret(NAME, {NAME: ""}) == "from the keyring"
    assert secret("REPORTER_TICKETS_DESK_KEY", {}) is None


def test_a_keyring_that_is_locked_has_none(drawer: Drawer) -> None:
    drawer.is_locked = True

    assert secret(NAME, {}) is None


def test_without_the_library_there_is_only_the_environment(drawer: Drawer, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.partition(".")[0] == "keyring":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert secret(NAME, {}) is None
    assert secret(NAME, {NAME: "words"}) == "words"
