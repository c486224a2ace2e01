"""What a newsroom can choose. Every stage gets the part that it needs as an argument."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum


class WeekStart(StrEnum):
    MONDAY = "monday"
    SUNDAY = "sunday"


class Grade(StrEnum):
    """How reliable a newsroom holds a source to be (the admiralty code); the information is judged apart."""

    A = "A"
    """Completely reliable."""
    B = "B"
    """Usually reliable."""
    C = "C"
    """Fairly reliable."""
    D = "D"
    """Not usually reliable."""
    E = "E"
    """Unreliable."""
    F = "F"
    """Cannot be judged."""


class PageSize(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How a newsroom's briefs look in the built-in layouts.

    `logo` is a PNG, JPEG or SVG file, `name` what a screen reader says for it; `colour` is "#rrggbb"; `sans` and
    `serif` are families of typefaces that are installed where the brief is made; `footer` is a line at the foot of each
    page; `sections` are those of the full brief behind its head, in their order (none: all of them).
    """

    logo: str | None = None
    name: str | None = None
    colour: str | None = None
    sans: str | None = None
    serif: str | None = None
    footer: str | None = None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings in force for one run; the defaults are the program's own.

    `language` is the story's, `brief_language` that in which the brief speaks (None: the story's), both BCP 47 tags.
    `parser` names a spaCy pipeline (None: the language's own). `zone` is the IANA zone in which the story's days are
    counted, used where publication time has none. `undated` lets a story without a publication time through.
    `flags_off` are codes of flags not to raise; `flag_severity` replaces severities, by code. `sides` maps the name
    of a source or of an affiliation to the side that it stands on; `source_grades` maps it to a `Grade`. `flag_words`
    adds words to a language's lists for flags, by the list's name ("-word" takes one out). `templates` is a folder that
    overrides the built-in templates file by file; `template` names the document that is made, `house` says how it
    looks. `generated` is printed in the brief, when given.
    """

    language: str = "en"
    brief_language: str | None = None
    parser: str | None = None
    zone: str | None = None
    undated: bool = False
    week_start: WeekStart = WeekStart.MONDAY
    flags_off: tuple[str, ...] = ()
    flag_severity: dict[str, str] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)
    source_grades: dict[str, str] = field(default_factory=dict)
    flag_words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    page_size: PageSize = PageSize.A4
    templates: str | None = None
    template: str = "brief"
    house: House = House()
    generated: datetime | None = None

    def described(self) -> tuple[tuple[str, str], ...]:
        """Every setting by name, as text, in the order of the fields; for the record in the brief."""
        return tuple(
            (item.name, _written(getattr(self, item.name))) for item in fields(self) if item.name not in _NOT_RECORDED
        )


_NOT_RECORDED = frozenset({"generated", "house", "template", "templates"})
"""`generated` has its own place in the brief; a folder of this machine has none; one brief is laid out in many ways."""


def _written(value: object) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return "yes" if value else "no"
        case dict():
            return ", ".join(f"{key}={_joined(value[key])}" for key in sorted(value)) or "-"
        case tuple():
            return ", ".join(value) or "-"
        case _:
            return str(value)


def _joined(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)
