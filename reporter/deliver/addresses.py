"""Addresses of mail, checked before anything is made of them."""

from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import getaddresses

from reporter.errors import UsageError


def address(written: str) -> Address:
    """One address, with or without a name before it. Raises UsageError `bad-address`.

    The domain is given in ASCII (IDNA), the name in any script.

    >>> address("Zoë <zoe@bücher.example>").addr_spec
    'zoe@xn--bcher-kva.example'
    """
    found = [] if any(ord(one) < ord(" ") for one in written) else getaddresses([written])
    name, spec = found[0] if len(found) == 1 else ("", "")
    local, _, domain = spec.rpartition("@")
    made = _made(name, local, domain) if local and domain and " " not in spec else None
    if made is None:
        raise UsageError(
            "bad-address", f"{written!r} is no address of mail.", "Write it as desk@example.org or 'Desk <desk@…>'."
        )
    return made


def _made(name: str, local: str, domain: str) -> Address | None:
    try:
        return Address(display_name=name, username=local, domain=domain.encode("idna").decode("ascii"))
    except (ValueError, IndexError, HeaderParseError):
        return None
