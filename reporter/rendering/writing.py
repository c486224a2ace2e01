"""The file of a PDF, written from the objects that WeasyPrint has made.

pydyf, which writes WeasyPrint's files, makes the bytes of each object twice, once for the file and once for the hash in
its trailer, and packs them with zlib's most thorough level each time: a sixth of the time of a PDF. The file here is as
ISO 32000-1, 7.5 has it: the streams, one stream of all other objects (7.5.7), and a stream of cross-references (7.5.8).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import Any

_HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_LEVEL = 5
"""Of zlib. All streams of a brief of 900 words: 9 ms and 142 kB; level 9 takes 52 ms for 135 kB."""

_IN_STREAM, _AT_OFFSET, _FREE = 2, 1, 0
"""How the cross-reference stream tells where an object is (ISO 32000-1, table 18)."""


def file_of(pdf: Any, identifier: bytes) -> bytes:
    """The bytes of `pdf`, a `pydyf.PDF` whose objects are complete, with `identifier` as the first part of its id."""
    if pdf.info:
        pdf.add_object(pdf.info)
    file, packed = bytearray(_HEAD), []
    places: list[tuple[int, int, int]] = [(_FREE, 0, 0)] * len(pdf.objects)
    plain: list[int] = []
    for one in pdf.objects:
        if one.free == "f":
            continue
        if hasattr(one, "stream"):
            places[one.number] = (_AT_OFFSET, len(file), 0)
            file += _stream(one.number, one.extra, b"\n".join(map(_bytes, one.stream)), is_packed=one.compress)
        else:
            places[one.number] = (_IN_STREAM, len(pdf.objects), len(plain))
            plain.append(one.number)
            packed.append(_bytes(one))
    index, start = [], 0
    for number, data in zip(plain, packed, strict=True):
        index.append(f"{number} {start}")
        start += len(data) + 1
    head = " ".join(index).encode()
    places.append((_AT_OFFSET, len(file), 0))
    file += _stream(
        len(pdf.objects),
        {"Type": "/ObjStm", "N": len(plain), "First": len(head) + 1},
        b"\n".join([head, *packed]),
    )
    start = len(file)
    places.append((_AT_OFFSET, start, 0))
    rows = b"".join(kind.to_bytes(1) + where.to_bytes(4) + which.to_bytes(4) for kind, where, which in places)
    trailer = {
        "Type": "/XRef",
        "W": "[1 4 4]",
        "Size": len(places),
        "Root": pdf.catalog.reference,
        **({"Info": pdf.info.reference} if pdf.info else {}),
        "ID": f"[<{identifier.hex()}> <{hashlib.sha256(file).hexdigest()[:32]}>]",
    }
    file += _stream(len(places) - 1, trailer, rows)
    file += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(file)


def _stream(number: int, extra: Mapping[str, Any], data: bytes, *, is_packed: bool = True) -> bytes:
    told = dict(extra)
    if is_packed:
        told["Filter"] = "/FlateDecode"
        data = zlib.compress(data, _LEVEL)
    told["Length"] = len(data)
    return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (number, _dictionary(told), data)


def _dictionary(items: Mapping[Any, Any]) -> bytes:
    return b"<<%b>>" % b"".join([b"/%b %b" % (_bytes(key), _bytes(value)) for key, value in items.items()])


def _bytes(value: Any) -> bytes:
    """A value of pydyf's in PDF syntax; dictionaries and arrays here, which are most of them, the rest by itself."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("ascii")
    if isinstance(value, dict):
        return _dictionary(value)
    if isinstance(value, list):
        return b"[%b]" % b" ".join(map(_bytes, value))
    if isinstance(value, float):
        return (f"{value:f}".rstrip("0").rstrip(".") or "0").encode()
    if isinstance(value, int):
        return b"%d" % value
    data: bytes = value.data
    return data
