"""Mails signed by ourselves (DKIM, RFC 6376), for newsrooms whose mail server does not do it."""

from collections import Counter
from pathlib import Path

from reporter.deliver.settings import MailSettings
from reporter.errors import DeliveryError

SHOWN = (b"From", b"To", b"Subject", b"Date", b"Reply-To", b"MIME-Version", b"Content-Type")
"""Header fields that are signed once more than they occur, absent ones too: a mail program shows them or acts on them,
and so nobody can add one (sections 5.4.2 and 8.15)."""
OTHERS = (b"Message-ID", b"List-Unsubscribe", b"List-Unsubscribe-Post")
"""Those that are signed as often as they occur."""


def signed(data: bytes, settings: MailSettings) -> bytes:
    """The mail with its signature before it; as it was, where the settings name no key. Raises DeliveryError
    `bad-dkim`, `missing-library`."""
    domain, selector, path = settings.dkim_domain, settings.dkim_selector, settings.dkim_key
    if not (domain or selector or path):
        return data
    if not (domain and selector and path):
        raise _bad("dkim_domain, dkim_selector and dkim_key belong together, and one of them is not set")
    try:
        import dkim
    except ImportError as error:
        raise DeliveryError(
            "missing-library",
            "Mails are signed with dkimpy, which is not installed.",
            'Run: pip install "reporter-brief[dkim]"',
            can_retry=False,
        ) from error
    try:
        key = Path(path).read_bytes()
    except OSError as error:
        raise _bad(f"the key {path} cannot be read: {error.strerror}") from error
    fields = Counter(line.partition(b":")[0].lower() for line in data.partition(b"\r\n\r\n")[0].split(b"\r\n"))
    named = [name for name in SHOWN for _ in range(fields[name.lower()] + 1)]
    named += [name for name in OTHERS for _ in range(fields[name.lower()])]
    try:
        signature: bytes = dkim.sign(
            data,
            selector.encode("ascii"),
            domain.encode("idna"),
            key,
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=named,
        )
    except (dkim.DKIMException, UnicodeError, ValueError) as error:
        raise _bad(f"a mail cannot be signed with {path}: {error}") from error
    return signature + data


def _bad(told: str) -> DeliveryError:
    return DeliveryError(
        "bad-dkim",
        f"In the settings under [mail], {told}.",
        "Give an RSA key as PEM, without a passphrase, or leave DKIM out.",
        can_retry=False,
    )
