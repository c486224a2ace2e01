"""The formats that a brief comes in, each by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, cast

from reporter.model import Brief, EventBrief, Settings
from reporter.registry import Registry
from reporter.wording.words import Wording

OUTPUTS = Registry(group="reporter.outputs", kind="format")


class Output(Protocol):
    """Makes the bytes of one format. The same brief, wording and settings must always give the same bytes."""

    def __call__(self, brief: Brief, wording: Wording, settings: Settings) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """An output of which more is to be said than how it is made.

    `ending` is how its files end, without the dot at its head, where that is not its name; `beside` makes the files
    that go with each, by their endings; `check` raises RenderError where a library that it needs is not installed.
    """

    make: Callable[[Brief, Wording, Settings], bytes]
    ending: str | None = None
    beside: Mapping[str, Callable[[Brief, Wording, Settings], bytes]] = field(default_factory=dict)
    check: Callable[[], object] | None = None

    def __call__(self, brief: Brief, wording: Wording, settings: Settings) -> bytes:
        return self.make(brief, wording, settings)


def ending_of(format_name: str) -> str:
    """How the files of a format end: its name, unless it says otherwise. Raises UsageError for an unknown format."""
    output = OUTPUTS.load(format_name)
    return (output.ending if isinstance(output, FileKind) else None) or format_name


def render_files(
    brief: Brief | EventBrief, format_name: str, *, wording: Wording, settings: Settings
) -> dict[str, bytes]:
    """All files of the format called `format_name`, by their endings; the one that `render` makes comes first."""
    files = {ending_of(format_name): render(brief, format_name, wording=wording, settings=settings)}
    if isinstance(brief, EventBrief):
        from reporter.rendering.event import files_beside

        return files | files_beside(brief, format_name, wording=wording, settings=settings)
    output = OUTPUTS.load(format_name)
    if isinstance(output, FileKind):
        files |= {ending: make(brief, wording, settings) for ending, make in output.beside.items()}
    return files


def check_format(format_name: str) -> None:
    """Raises UsageError for a format that nobody brings, RenderError for one that lacks its library here."""
    output = OUTPUTS.load(format_name)
    if isinstance(output, FileKind) and output.check is not None:
        output.check()


def render(brief: Brief | EventBrief, format_name: str, *, wording: Wording, settings: Settings) -> bytes:
    """The brief as a file of the format called `format_name` ("html", "pdf", "json", "md", or what a package adds).

    The brief of an event comes in the first four and as a mail. `wording` holds the words of the brief in its language.
    Raises UsageError for an unknown format and RenderError when a template, a font or a library stands in the way.
    """
    if isinstance(brief, EventBrief):
        from reporter.rendering.event import render_event

        return render_event(brief, format_name, wording=wording, settings=settings)
    output = cast(Output, OUTPUTS.load(format_name))
    return output(brief, wording, settings)
