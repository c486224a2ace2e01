"""`reporter render`: a brief that was made before, in another form."""

from pathlib import Path
from typing import Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, fail, terminal_of
from reporter.cli.brief import listed, status_of
from reporter.errors import ReporterError


@app.command()
def render(
    context: typer.Context,
    briefs: Annotated[
        list[str],
        typer.Argument(metavar="BRIEF", help="Briefs as reporter wrote them, JSON or PDF."),
    ],
    formats: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="LIST",
            help="Formats to write, of html, pdf, json, md, mail, csv, docx, ics, timelinejs, claimreview. "
            "[default: html,pdf]",
        ),
    ] = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="DIR", help="Folder for the files. [default: output]")
    ] = None,
    page_size: Annotated[
        str | None, typer.Option("--page-size", metavar="SIZE", help="Page of the PDF, A4 or Letter.")
    ] = None,
    template: Annotated[
        str | None,
        typer.Option("--template", metavar="NAME", help="Layout: brief, one-page, checklist, or one of your own."),
    ] = None,
    templates: Annotated[
        str | None,
        typer.Option(
            "--templates", metavar="DIR", help="Folder with templates that replace the built-in ones, file by file."
        ),
    ] = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Make other forms of briefs that were made before, without their stories.

    A brief's JSON holds all of it, and so does its PDF, which carries the JSON.

    \b
    Examples:
      $ reporter render --format md $(reporter brief -q --format pdf examples/harbour-fire.txt)
    """
    from reporter.batch import check_formats
    from reporter.deliver.files import write_briefs
    from reporter.dispatch.reading import read_made
    from reporter.languages.briefs import wording_of
    from reporter.rendering import render_files
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    chosen = load_settings(
        {"formats": listed(formats), "out": out, "page_size": page_size, "templates": templates, "template": template}
    )
    names = tuple(dict.fromkeys(chosen.delivery.formats))
    check_formats(names)
    failures: list[ReporterError] = []
    for path in briefs:
        try:
            terminal.step(f"reading {path}")
            brief = read_made(path)
            wording = wording_of(brief.article.language, brief.method.language)
            files: dict[str, bytes] = {}
            for name in names:
                terminal.step(f"making the {name} of {path}")
                files |= render_files(brief, name, wording=wording, settings=chosen.settings)
            paths = write_briefs(brief, files, Path(chosen.delivery.out))
        except ReporterError as error:
            failures.append(error)
            fail(error, story=path if len(briefs) > 1 else None)
            continue
        terminal.clear()
        for written in paths:
            terminal.result(str(written))
    if failures:
        raise typer.Exit(status_of(failures, len(briefs)))
