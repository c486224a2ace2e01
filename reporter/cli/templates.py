"""`reporter templates`: what a brief can be laid out as, and templates of one's own."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, fail, terminal_of
from reporter.cli.options import Published
from reporter.cli.terminal import Terminal
from reporter.errors import ExitCode, ReporterError, UsageError

if TYPE_CHECKING:
    from reporter.model import Brief, Settings


class Action(StrEnum):
    LIST = "list"
    COPY = "copy"
    CHECK = "check"


@app.command()
def templates(
    context: typer.Context,
    action: Annotated[Action, typer.Argument(metavar="list|copy|check", help="What to do.")],
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME|STORY]", help="copy: the template; check: a story or a brief to fill in."),
    ] = None,
    folder: Annotated[
        str | None, typer.Option("--to", metavar="DIR", help="copy: the folder for templates of your own.")
    ] = None,
    own: Annotated[
        str | None,
        typer.Option("--templates", metavar="DIR", help="list, check: the folder with templates of your own."),
    ] = None,
    published: Published = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """List the templates of a brief, copy one to change it, or check your own.

    Copy writes the template's files below your folder and leaves alone what is there.
    Check fills every template in with a story, and names the file and line of a fault.

    \b
    Examples:
      $ reporter templates list
      $ reporter templates copy one-page --to my-templates
      $ reporter templates check examples/harbour-fire.txt
    """
    from reporter.rendering.templates import documents
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    settings = load_settings({"templates": own}).settings
    match action:
        case Action.LIST:
            for one in documents(settings.templates):
                terminal.result(one)
        case Action.COPY:
            _copy(_given(name, "copy", "the name of a template"), _given(folder, "copy", "--to and a folder"), terminal)
        case Action.CHECK:
            brief = _filled(_given(name, "check", "a story or a brief"), published, settings, terminal)
            _check(brief, settings, terminal)


def _given(value: str | None, action: str, what: str) -> str:
    if value is None:
        raise UsageError(
            "bad-usage", f"`reporter templates {action}` needs {what}.", "See `reporter templates --help` for examples."
        )
    return value


def _copy(name: str, folder: str, terminal: Terminal) -> None:
    from reporter.rendering.templates import copy_document

    for path, is_new in copy_document(name, Path(folder)):
        if is_new:
            terminal.result(str(path))
        else:
            terminal.note(f"reporter: {path} is there and was left as it is.")


def _filled(story: str, published: str | None, settings: "Settings", terminal: Terminal) -> "Brief":
    from reporter.cli.inputs import check_stories, read_story
    from reporter.dispatch.reading import read_made_of_one
    from reporter.pipeline import Pipeline

    check_stories([story])
    terminal.step(f"reading {story}")
    if Path(story).suffix.lower() in {".json", ".pdf"}:
        return read_made_of_one(story)
    return Pipeline(settings).brief(read_story(story, settings=settings, published=published))


def _check(brief: "Brief", settings: "Settings", terminal: Terminal) -> None:
    """Fill in every document, as a page and for paper, the Markdown and the mail; say what each came to."""
    from dataclasses import replace

    from reporter.languages.briefs import wording_of
    from reporter.rendering import render_files
    from reporter.rendering.templates import documents

    wording = wording_of(brief.article.language, brief.method.language)
    tries = [(name, format_name) for name in documents(settings.templates) for format_name in ("html", "pdf")]
    has_failed = False
    for name, format_name in [*tries, ("brief", "md"), ("mail", "mail")]:
        terminal.step(f"filling in {name} as {format_name}")
        try:
            render_files(brief, format_name, wording=wording, settings=replace(settings, template=name))
        except ReporterError as error:
            has_failed = True
            fail(error, story=f"{name}, {format_name}")
        else:
            terminal.clear()
            terminal.result(f"{name}  {format_name}  good")
    if has_failed:
        raise typer.Exit(ExitCode.FAILED)
