"""The settings in force: flags over the environment over the project's file over the user's, and where each is from."""

import difflib
import os
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from reporter.deliver.settings import MailSettings
from reporter.deliver.tickets.settings import TicketSettings
from reporter.errors import UsageError
from reporter.model import Grade, House, Settings, Severity
from reporter.schedule.job import Job

FILE_NAME = "reporter.toml"
PREFIX = "REPORTER_"
BUILT_IN = "built in"

NOT_IN_VARIABLES = frozenset({"generated", "house", "jobs", "mail", "tickets"})
"""A table of several kinds of things is no text of a variable."""
NOT_IN_FILES = frozenset({"generated"})
"""A fixed time of generation in a file would be a lie on the second run; it comes from a flag or SOURCE_DATE_EPOCH."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where briefs go and in which formats, and where fact-checks come from: settings that no stage reads.

    `factchecks` is the file of the store of published fact-checks (None: the user's own), `factchecks_from` the places
    that a brief asks: "store", "google", or "none". `mail` is how mail goes out, `outbox` the file of what was sent
    (None: the user's own), `tickets` the systems of tickets by the names that the newsroom has for them, `jobs` what
    is sent by the clock. A delivery or a slot whose process has been silent for `lease` seconds counts as lost.
    """

    formats: tuple[str, ...] = ("html", "pdf")
    out: str = "output"
    factchecks: str | None = None
    factchecks_from: tuple[str, ...] = ("store",)
    mail: MailSettings = field(default_factory=MailSettings)
    outbox: str | None = None
    tickets: dict[str, TicketSettings] = field(default_factory=dict)
    jobs: tuple[Job, ...] = ()
    lease: float = 900.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One place that settings come from: `values` by key, not yet checked, and a name for each of them in messages."""

    name: str
    values: Mapping[str, object]
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, key: str) -> str:
        return self.labels.get(key, f"{key!r} in {self.name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The settings of one run, and for each key the name of the layer that set it."""

    settings: Settings
    delivery: Delivery
    origins: Mapping[str, str]


def load_settings(
    flags: Mapping[str, object] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> InForce:
    """The settings that `flags` give, over those of the environment, of `folder` (default: here) and of the user.

    A flag that is None was not given. Raises UsageError `bad-setting` that names the place and the key.
    """
    seen = os.environ if environment is None else environment
    layers = [
        *file_layers(seen, Path() if folder is None else folder),
        environment_layer(seen),
        Layer(
            name="the command line",
            values={key: value for key, value in (flags or {}).items() if value is not None},
            labels={key: _FLAGS.get(key, f"--{key.replace('_', '-')}") for key in flags or {}},
        ),
    ]
    return in_force(layers)


def in_force(layers: list[Layer]) -> InForce:
    """The settings of `layers`, later ones over earlier ones, each checked."""
    values: dict[str, Any] = {}
    origins = dict.fromkeys(_TYPES, BUILT_IN)
    for layer in layers:
        for key, value in layer.values.items():
            values[key] = _checked(key, value, layer)
            origins[key] = layer.name
    delivery_keys = {item.name for item in fields(Delivery)}
    return InForce(
        settings=Settings(**{key: value for key, value in values.items() if key not in delivery_keys}),
        delivery=Delivery(**{key: value for key, value in values.items() if key in delivery_keys}),
        origins=origins,
    )


def file_layers(environment: Mapping[str, str], folder: Path) -> list[Layer]:
    """The user's file and the project's, as far as they are there."""
    paths = (user_file(environment), folder / FILE_NAME)
    return [_read_file(path) for path in paths if path is not None and path.is_file()]


def user_file(environment: Mapping[str, str]) -> Path | None:
    """Where the user's own settings lie: `reporter/reporter.toml` in the folder that the system keeps for that."""
    base = environment.get("APPDATA" if sys.platform == "win32" else "XDG_CONFIG_HOME")
    if base:
        return Path(base) / "reporter" / FILE_NAME
    home = environment.get("HOME")
    return Path(home) / ".config" / "reporter" / FILE_NAME if home else None


def environment_layer(environment: Mapping[str, str]) -> Layer:
    """What `REPORTER_<KEY>` and `SOURCE_DATE_EPOCH` set.

    Lists are written with commas and tables as `key=value` pairs with commas (several words of a value with blanks
    between them); an empty variable sets nothing.

    >>> environment_layer({"REPORTER_FLAGS_OFF": "HED-VERB, ANON-ROLE"}).values
    {'flags_off': ('HED-VERB', 'ANON-ROLE')}
    """
    values: dict[str, object] = {}
    labels = {}
    for key in _TYPES:
        name = PREFIX + key.upper()
        written = environment.get(name, "").strip()
        if written and key not in NOT_IN_VARIABLES:
            values[key] = _from_text(key, written, name)
            labels[key] = name
    if epoch := environment.get("SOURCE_DATE_EPOCH", "").strip():
        values["generated"] = _from_epoch(epoch)
        labels["generated"] = "SOURCE_DATE_EPOCH"
    return Layer(name="the environment", values=values, labels=labels)


def unknown_variables(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Variables that look like ours and set nothing: most likely a slip of the pen."""
    known = {PREFIX + key.upper() for key in _TYPES if key not in NOT_IN_VARIABLES} | _SECRETS
    ours = (name for name in environment if name.startswith(PREFIX) and not _KEY_OF_TICKETS.fullmatch(name))
    return tuple(sorted(name for name in ours if name not in known))


def _read_file(path: Path) -> Layer:
    try:
        with path.open("rb") as stream:
            values = tomllib.load(stream)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(
            f"The settings file {path} is not valid TOML: {error}.", "Mend that line, or move the file away."
        ) from error
    except OSError as error:
        raise _bad(
            f"The settings file {path} cannot be read: {error.strerror}.", "Make it readable, or move it away."
        ) from error
    house = values.get("house")
    if isinstance(house, dict) and isinstance(house.get("logo"), str):
        house["logo"] = str(path.parent / house["logo"])
    layer = Layer(name=str(path), values=values)
    for key in values:
        if key not in _TYPES or key in NOT_IN_FILES:
            raise _bad(f"{path} sets {key!r}, which is no setting.", _closest(key))
    return layer


def _checked(key: str, value: object, layer: Layer) -> Any:
    wanted = _TYPES[key]
    for table, kind in _tables(value, wanted):
        strange = sorted(set(table) - {item.name for item in fields(kind)})
        if strange:
            raise _bad(f"{layer.label(key)} has {strange[0]!r}, which is no setting of it.", _remedy(key))
    try:
        converted = msgspec.convert(value, wanted)
    except msgspec.ValidationError as error:
        message = str(error).split(" - at ")[0].replace("`", "")
        raise _bad(f"{layer.label(key)} is wrong: {message}.", _remedy(key)) from error
    problem = _problem(key, converted)
    if problem is not None:
        raise _bad(f"{layer.label(key)} is wrong: {problem}.", _remedy(key))
    return converted


def _tables(value: object, wanted: Any) -> list[tuple[dict[str, object], Any]]:
    """The tables of a value that stand for one of our types, each with that type: itself, or what it holds."""
    held = [kind for kind in get_args(wanted) if is_dataclass(kind)]
    if is_dataclass(wanted):
        return [(value, wanted)] if isinstance(value, dict) else []
    if not held:
        return []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [(one, held[0]) for one in inner if isinstance(one, dict)]


def _problem(key: str, value: Any) -> str | None:
    """What is wrong with a value that is of the right type."""
    match key:
        case "zone" if value is not None:
            return None if _is_zone(value) else f"there is no time zone called {value!r}"
        case "flag_severity":
            unknown = sorted(set(value.values()) - {item.value for item in Severity})
            return f"there is no severity {unknown[0]!r}" if unknown else None
        case "template":
            return None if _SIMPLE_NAME.fullmatch(value) else f"{value!r} is no name of a template"
        case "source_grades":
            wrong = sorted(set(value.values()) - {item.value for item in Grade})
            return f"there is no grade {wrong[0]!r}" if wrong else None
        case "house":
            return _house_problem(value)
        case "templates" if value is not None:
            return None if Path(value).is_dir() else f"there is no folder {value!r}"
        case "formats":
            return None if value else "it names no format"
        case "lease":
            return None if value >= 1 else "it is too short a time"
        case "out":
            return None if value.strip() and "\0" not in value else "it names no folder"
        case "factchecks" if value is not None:
            return None if value.strip() and "\0" not in value else "it names no file"
        case "factchecks_from":
            strange = [name for name in value if name not in ("store", "google", "none")]
            return f"there is no place called {strange[0]!r}" if strange else None
        case _:
            return None


def _house_problem(house: House) -> str | None:
    if house.colour is not None and not _COLOUR.fullmatch(house.colour):
        return f"{house.colour!r} is no colour"
    strange = next(
        (name for name in (house.sans, house.serif) if name is not None and not _FAMILY.fullmatch(name)), None
    )
    if strange is not None:
        return f"{strange!r} is no name of a typeface"
    if house.logo is not None and not (house.name or "").strip():
        return "a logo needs a name, for those who hear a brief and do not see it"
    return None


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    if _OFFSET.fullmatch(name):
        return True
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return True


def _from_text(key: str, written: str, name: str) -> object:
    """What a variable's text stands for, as a file would give it."""
    wanted = str(_TYPES[key])
    if _TYPES[key] is bool:
        if written.lower() in _TRUE:
            return True
        if written.lower() in _FALSE:
            return False
        raise _bad(f"{name} is wrong: expected yes or no, got {written!r}.", _remedy(key))
    if _TYPES[key] is float:
        try:
            return float(written)
        except ValueError as error:
            raise _bad(f"{name} is wrong: expected a number, got {written!r}.", _remedy(key)) from error
    if wanted.startswith("tuple"):
        return tuple(part.strip() for part in written.split(",") if part.strip())
    if wanted.startswith("dict"):
        pairs = [part.partition("=") for part in written.split(",") if part.strip()]
        if not all(name and equals for name, equals, _ in pairs):
            raise _bad(f"{name} is wrong: expected NAME=VALUE pairs with commas, got {written!r}.", _remedy(key))
        if "tuple" in wanted:
            return {left.strip(): tuple(right.split()) for left, _, right in pairs}
        return {left.strip(): right.strip() for left, _, right in pairs}
    return written


def _from_epoch(written: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(written), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise _bad(
            f"SOURCE_DATE_EPOCH is wrong: {written!r} is no number of seconds since 1970.",
            "Set it to a whole number, or unset it.",
        ) from error


def _bad(message: str, remedy: str) -> UsageError:
    return UsageError("bad-setting", message, remedy)


def _closest(key: str) -> str:
    near = difflib.get_close_matches(key, _TYPES, n=1)
    known = ", ".join(sorted(set(_TYPES) - NOT_IN_FILES))
    return f"Did you mean {near[0]!r}?" if near else f"The settings are: {known}."


def _remedy(key: str) -> str:
    if key == "formats":
        from reporter.rendering import OUTPUTS

        return f"Give one or more of {', '.join(OUTPUTS.names)}."
    return _REMEDIES.get(key, "See docs/settings.md for what it may be, or leave it out.")


_REMEDIES = {
    "zone": "Give an IANA name such as Europe/Berlin, or an offset such as +05:30.",
    "undated": "Give yes or no in the environment, true or false in a file.",
    "week_start": "Give monday or sunday.",
    "page_size": "Give A4 or Letter.",
    "flag_severity": "Give each code one of H, M and L.",
    "source_grades": "Give each source one of A, B, C, D, E and F, as in the admiralty code.",
    "flag_words": "Give each list the words to add; see docs/settings.md.",
    "templates": "Give a folder that holds templates, or leave it out to use the built-in ones.",
    "house": "Give logo and name, colour as #rrggbb, sans, serif, footer and sections; see docs/settings.md.",
    "template": "Give brief, one-page or checklist, or the name of one of your own.",
    "tickets": "Give each system a table of its own with its url; see docs/tickets.md.",
    "jobs": "Give each job a table [[jobs]] with name, stories, cron and to; see docs/schedule.md.",
    "lease": "Give a number of seconds, 1 or more.",
    "mail": "See docs/sending.md for host, port, security, user, sender and the rest.",
    "outbox": "Give the file of what was sent, or leave it out to use your own.",
    "out": "Give a folder to write the briefs to.",
    "factchecks": "Give the file of a store of fact-checks, or leave it out to use your own.",
    "factchecks_from": "Give store, google or both with a comma, or none.",
}

_SIMPLE_NAME = re.compile(r"[\w-]{1,60}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FAMILY = re.compile(r"\w[\w .-]{0,60}")
_OFFSET = re.compile(r"[+-](0\d|1[0-4]):[0-5]\d")

_FLAGS = {"formats": "--format", "generated": "--stamp"}
"""Flags that are not called as their setting is."""

_SECRETS = frozenset({"REPORTER_SMTP_PASSWORD", "REPORTER_GOOGLE_FACTCHECK_KEY", "REPORTER_GOOGLE_FACTCHECK_URL"})
"""Read where they are used, and shown nowhere."""

_KEY_OF_TICKETS = re.compile(r"REPORTER_TICKETS_\w+_KEY")

_TRUE = frozenset({"1", "yes", "true", "on"})
_FALSE = frozenset({"0", "no", "false", "off"})

_TYPES: dict[str, Any] = {**get_type_hints(Settings), **get_type_hints(Delivery)}
"""Every key with its type, the stages' settings first."""
