"""Forms with a file, as servers read them (RFC 7578; names in UTF-8)."""

import re
from typing import NamedTuple

from tests.deliver.answering import Request


class Part(NamedTuple):
    file: str
    kind: str
    data: bytes


def file_in(request: Request, field: str = "file") -> Part:
    """The file that is the one part of that name."""
    found = re.search(r'boundary="?([^";]+)', request.headers["content-type"])
    assert found is not None
    for part in (b"\r\n" + request.data).split(b"\r\n--" + found[1].encode())[1:-1]:
        head, _, data = part.partition(b"\r\n\r\n")
        told = head.decode()
        if f'name="{field}"' in told:
            name = re.search(r'filename="([^"]*)"', told)
            kind = re.search(r"(?i)content-type: *(\S+)", told)
            assert name is not None
            return Part(name[1], "" if kind is None else kind[1], data)
    raise AssertionError(f"no {field} in the form")
