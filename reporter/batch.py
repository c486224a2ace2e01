"""Many stories, one after the other: a bad one is a result with an error in its place, and the others go on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reporter.deliver.files import write_briefs
from reporter.errors import InternalError, ReporterError
from reporter.languages import language_pack
from reporter.model import Article, Brief, Settings
from reporter.pipeline import Pipeline
from reporter.rendering import OUTPUTS, render

Step = Callable[[str], None]
"""Told, in a word or two, what is being done now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one story: a brief and the files it was written to, or what stood in the way."""

    story: str
    brief: Brief | None = None
    paths: tuple[Path, ...] = ()
    error: ReporterError | None = None


def check_formats(formats: tuple[str, ...]) -> None:
    """Raises UsageError for a format that nothing here can write, before any work is done."""
    for name in formats:
        OUTPUTS.origin(name)


def brief_each(
    stories: Iterable[tuple[str, Callable[[], Article]]],
    *,
    settings: Settings,
    formats: tuple[str, ...],
    folder: Path,
    step: Step = lambda _: None,
) -> Iterator[Outcome]:
    """Brief each story, named and given as a function that reads it, and write it in each of `formats`.

    What is wrong with one story, a fault of ours included, is its outcome's `error`. Raises UsageError for a language
    that is not installed.
    """
    pipeline = Pipeline(settings)
    wording = language_pack(settings.language).brief
    for name, read in stories:
        try:
            step(f"reading {name}")
            article = read()
            step(f"checking {name}")
            brief = pipeline.brief(article)
            rendered = {}
            for format_name in formats:
                step(f"making the {format_name} of {name}")
                rendered[format_name] = render(brief, format_name, wording=wording, settings=settings)
            yield Outcome(story=name, brief=brief, paths=write_briefs(brief, rendered, folder))
        except ReporterError as error:
            yield Outcome(story=name, error=error)
        except Exception as error:  # noqa: BLE001 - one story's fault must not take the others with it; it is named
            yield Outcome(story=name, error=InternalError.of(error, name))
