"""Briefs to and from JSON: one versioned schema, checked where it enters."""

from typing import Any, TypeVar

import msgspec

from reporter.errors import InputError
from reporter.model import SCHEMA_VERSION, Brief, EventBrief

_AnyBrief = TypeVar("_AnyBrief", Brief, EventBrief)

_DECODER = msgspec.json.Decoder(Brief)
_EVENT_DECODER = msgspec.json.Decoder(EventBrief)


def to_json(brief: Brief) -> bytes:
    """`brief` as indented UTF-8 JSON with a final line break; the same brief always gives the same bytes."""
    return _encoded(brief)


def event_to_json(brief: EventBrief) -> bytes:
    """The same for the brief of one event."""
    return _encoded(brief)


def _encoded(brief: Brief | EventBrief) -> bytes:
    return msgspec.json.format(msgspec.json.encode(brief, order="deterministic"), indent=2) + b"\n"


def from_json(data: bytes | str) -> Brief:
    """The brief that `data` holds. Raises InputError that names the path of the first field that is wrong."""
    return _decoded(data, _DECODER)


def event_from_json(data: bytes | str) -> EventBrief:
    """The brief of one event that `data` holds: it has `stories` where that of one story has an `article`."""
    return _decoded(data, _EVENT_DECODER)


def any_from_json(data: bytes | str) -> Brief | EventBrief:
    """The brief that `data` holds, of one story or of one event."""
    try:
        fields = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        return from_json(data)
    return event_from_json(data) if "stories" in fields else from_json(data)


def _decoded(data: bytes | str, decoder: msgspec.json.Decoder[_AnyBrief]) -> _AnyBrief:
    try:
        brief = decoder.decode(data)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise InputError(
            "not-a-brief",
            f"This is not a brief of schema {SCHEMA_VERSION}: {error}.",
            "Give the JSON that `reporter brief --format json` wrote, unchanged.",
        ) from error
    if brief.schema_version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise InputError(
            "schema-too-new",
            f"The brief has schema {brief.schema_version}; this program reads {SCHEMA_VERSION}.",
            "Use the version of reporter that made it, or make the brief again from its story.",
        )
    return brief


def json_schema() -> dict[str, Any]:
    """The JSON schema (2020-12) of a brief: of one story, or of one event that several stories tell."""
    either, parts = msgspec.json.schema_components((Brief, EventBrief))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"reporter brief {SCHEMA_VERSION}",
        "anyOf": list(either),
        "$defs": parts,
    }
