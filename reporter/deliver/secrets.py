"""Passwords and keys: from the environment, or from the keyring of whoever is logged in. They stand in no file."""

from collections.abc import Mapping

SERVICE = "reporter"
"""What our secrets are filed under in a keyring."""


def secret(variable: str, environment: Mapping[str, str]) -> str | None:
    """The secret in `variable`, or the one of that name in the keyring; None where neither has it.

    The keyring is asked only where the package `keyring` is installed. One that is locked, or is not there, has none.
    """
    if written := environment.get(variable):
        return written
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, variable)
    except KeyringError:
        return None
