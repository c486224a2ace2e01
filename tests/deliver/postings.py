"""What the tests put on tickets."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from reporter.deliver.tickets.system import Posting

EVERY_BYTE = b" \r\n" + bytes(range(256)) * 40 + b"\r\n\x00 "
NAME = "2026-03-02-älvsjö-東京-brief-0a1b2c3d-0123456789abcdef.pdf"
NEWER = "2026-03-03-älvsjö-東京-brief-0a1b2c3d-fedcba9876543210.pdf"
POSTING = Posting(
    name=NAME,
    data=EVERY_BYTE,
    kind=("application", "pdf"),
    about="Verification brief, 2 March 2026",
    comment="Brief of “Överswämning”:\n- 2 claims\n- 1 of them unverified",
    markdown="# Överswämning\n\n- 2 claims\n",
    identity="brief-1",
    posted=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
)


def posting(**given: Any) -> Posting:
    return replace(POSTING, **given)
