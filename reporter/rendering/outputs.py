"""The formats that a brief comes in, each by name."""

from collections.abc import Callable
from dataclasses import dataclass
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
    """An output whose files end otherwise than it is called: `ending` has no dot at its head."""

    ending: str
    make: Callable[[Brief, Wording, Settings], bytes]

    def __call__(self, brief: Brief, wording: Wording, settings: Settings) -> bytes:
        return self.make(brief, wording, settings)


def ending_of(format_name: str) -> str:
    """How the files of a format end: its name, unless it says otherwise. Raises UsageError for an unknown format."""
    output = OUTPUTS.load(format_name)
    return output.ending if isinstance(output, FileKind) else format_name


def render(brief: Brief | EventBrief, format_name: str, *, wording: Wording, settings: Settings) -> bytes:
    """The brief as a file of the format called `format_name` ("html", "pdf", "json", "md", or what a package adds).

    The brief of an event comes in the first four. `wording` holds the words of the brief in its language. Raises
    UsageError for an unknown format and RenderError when a template, a font or a library stands in the way.
    """
    if isinstance(brief, EventBrief):
        from reporter.rendering.event import render_event

        return render_event(brief, format_name, wording=wording, settings=settings)
    output = cast(Output, OUTPUTS.load(format_name))
    return output(brief, wording, settings)
