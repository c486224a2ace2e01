"""`reporter brief`: stories in, briefs out."""

import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, fail, terminal_of
from reporter.cli.options import BriefLanguage, FactChecks, Language, ParserName, Published, Undated, Zone
from reporter.errors import ExitCode, ReporterError


@app.command()
def brief(
    context: typer.Context,
    stories: Annotated[
        list[str],
        typer.Argument(metavar="STORY", help="Files with a story each, text or HTML; - reads one from standard input."),
    ],
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            metavar="STORY",
            help="A story that the others are held against and that gets no section of its own; may be given again.",
        ),
    ] = None,
    together: Annotated[
        bool | None,
        typer.Option(
            "--together/--apart",
            help="One brief for all stories, or one for each; left out, stories of one event make one.",
            show_default=False,
        ),
    ] = None,
    published: Published = None,
    undated: Undated = None,
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
        str | None, typer.Option("--out", metavar="DIR", help="Folder for the briefs. [default: output]")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Show the first brief when it is done.")] = False,
    stamp: Annotated[
        bool,
        typer.Option("--stamp", help="Print the time of making in the brief; two runs then differ in it."),
    ] = False,
    zone: Zone = None,
    week_start: Annotated[
        str | None, typer.Option("--week-start", metavar="DAY", help="First day of a week, monday or sunday.")
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
    flags_off: Annotated[
        str | None,
        typer.Option("--flags-off", metavar="CODES", help="Flags not to raise, such as HED-MODAL,NUM-VAGUE."),
    ] = None,
    store: FactChecks = None,
    ask: Annotated[
        str | None,
        typer.Option(
            "--factchecks-from",
            metavar="LIST",
            help="Where to ask for published fact-checks: store, google (sends the claims there), none. "
            "[default: store]",
        ),
    ] = None,
    language: Language = None,
    brief_language: BriefLanguage = None,
    parser: ParserName = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Make a brief of each story, or event, and print the paths of its files.

    The brief shows what is claimed, by whom, said when and happened when, what is
    unverified and why, and what to check first. A story without a date of its own
    needs --published. Verdicts of persons are read from STORY.verdicts.yaml, published
    fact-checks from the store that `reporter factchecks import` made.

    Several stories of one event make one brief: which of them are one origin, where
    their accounts differ, and every figure side by side.

    \b
    Examples:
      $ reporter brief examples/harbour-fire.txt
      $ reporter brief --format pdf,json --out /tmp/briefs examples/harbour-fire.txt
      $ reporter brief --published 2024-05-14 - < examples/harbour-fire.txt
      $ reporter brief -q examples/market-hall-*.html
      $ reporter brief -q examples/market-hall-echo.html --evidence examples/market-hall-radio.html
    """
    from reporter.batch import Grouping, brief_each, check_formats
    from reporter.cli.inputs import STANDARD_INPUT, check_stories, read_story
    from reporter.cli.summary import print_summary
    from reporter.factchecks.sources import chosen_providers
    from reporter.settings import load_settings
    from reporter.verdicts import verdicts_beside

    terminal = terminal_of(context, quiet)
    against = evidence or []
    given = [*stories, *against]
    check_stories(given)
    chosen = load_settings(
        {
            "undated": undated,
            "formats": listed(formats),
            "out": out,
            "generated": _now() if stamp else None,
            "zone": zone,
            "week_start": week_start,
            "page_size": page_size,
            "templates": templates,
            "template": template,
            "flags_off": listed(flags_off),
            "factchecks": store,
            "factchecks_from": listed(ask),
            "language": language,
            "brief_language": brief_language,
            "parser": parser,
        }
    )
    providers = chosen_providers(chosen.delivery.factchecks_from, chosen.delivery.factchecks, os.environ)
    ordered = _last_for_reading(chosen.delivery.formats)
    check_formats(ordered)
    grouping = Grouping.BY_EVENT if together is None else Grouping.TOGETHER if together else Grouping.APART
    read = partial(read_story, settings=chosen.settings, published=published)
    outcomes = brief_each(
        ((story, partial(read, story)) for story in stories),
        settings=chosen.settings,
        formats=ordered,
        folder=Path(chosen.delivery.out),
        step=terminal.step,
        evidence=[(story, partial(read, story)) for story in against],
        grouping=grouping,
        note=lambda text: terminal.note(f"reporter: {text}"),
        providers=providers,
        verdicts=lambda story: () if story == STANDARD_INPUT else verdicts_beside(story),
    )
    failures: list[ReporterError] = []
    shown: Path | None = None
    for outcome in outcomes:
        terminal.clear()
        if outcome.error is not None:
            failures.append(outcome.error)
            fail(outcome.error, story=outcome.story if len(given) > 1 else None)
            continue
        print_summary(outcome, terminal)
        for path in outcome.paths:
            terminal.result(str(path))
        shown = shown or _for_reading(outcome.paths)
    if show and shown is not None:
        import webbrowser

        if not webbrowser.open(shown.resolve().as_uri()):
            terminal.note("reporter: no browser was found to show it with; open the file yourself.")
    if failures:
        raise typer.Exit(status_of(failures, len(given)))


def listed(text: str | None) -> tuple[str, ...] | None:
    """The parts of a flag's value that commas divide; None where the flag was not given."""
    return None if text is None else tuple(part.strip() for part in text.split(",") if part.strip())


def _last_for_reading(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Each format once, those that a person opens at the end, where the eye is when the command is done."""
    return tuple(sorted(dict.fromkeys(formats), key=lambda name: _READ_LAST.get(name, 0)))


_READ_LAST = {"html": 1, "pdf": 2}


def _for_reading(paths: tuple[Path, ...]) -> Path | None:
    return next((path for path in paths if path.suffix in {".html", ".pdf"}), paths[0] if paths else None)


def status_of(failures: list[ReporterError], stories: int) -> ExitCode:
    if len(failures) < stories:
        return ExitCode.SOME_FAILED
    return max(failure.exit_code for failure in failures)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
