"""`reporter attach`: a brief on a ticket."""

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, fail, terminal_of
from reporter.cli.brief import status_of
from reporter.cli.options import BriefLanguage, Language, ParserName, Published, Undated, Zone
from reporter.errors import DeliveryError, ReporterError

if TYPE_CHECKING:
    from reporter.cli.terminal import Terminal
    from reporter.deliver.tickets.settings import Reference
    from reporter.dispatch.attaching import Attached
    from reporter.model import Brief, EventBrief


@app.command()
def attach(
    context: typer.Context,
    story: Annotated[str, typer.Argument(metavar="BRIEF", help="A brief, JSON or PDF, or the story itself.")],
    tickets: Annotated[
        list[str],
        typer.Option("--ticket", metavar="SYSTEM:TICKET", help="Where to, such as redmine:1234; may be given again."),
    ],
    ending: Annotated[
        str, typer.Option("--format", metavar="NAME", help="What to attach: pdf, json, html, md, csv, ics or docx.")
    ] = "pdf",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Change nothing on the ticket; print what would be said there.")
    ] = False,
    published: Published = None,
    undated: Undated = None,
    zone: Zone = None,
    language: Language = None,
    brief_language: BriefLanguage = None,
    parser: ParserName = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Attach a brief to a ticket, once, with a comment on what to check first.

    The systems stand under [tickets.NAME] in reporter.toml, their keys in the environment
    as REPORTER_TICKETS_NAME_KEY. A brief that is on the ticket already is not attached
    again; an older one of the same story is taken down where the system allows it, and
    the comment says what changed.

    \b
    Examples:
      $ reporter attach examples/harbour-fire.txt --ticket redmine:1234 --dry-run
    """
    from reporter.cli.inputs import STANDARD_INPUT, check_stories, read_story
    from reporter.deliver.outbox import Outbox
    from reporter.deliver.tickets.settings import reference
    from reporter.dispatch.attaching import attach as attach_brief
    from reporter.dispatch.attaching import said_first
    from reporter.dispatch.letters import check_attached
    from reporter.dispatch.opening import open_database, opener_of
    from reporter.dispatch.reading import Desk
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    chosen = load_settings(
        {
            "undated": undated,
            "zone": zone,
            "language": language,
            "brief_language": brief_language,
            "parser": parser,
        }
    )
    wanted = tuple(dict.fromkeys(map(reference, tickets)))
    check_attached([ending])
    check_stories([story])
    terminal.step(f"reading {story}")
    desk = Desk(chosen.settings, chosen.delivery)
    if story == STANDARD_INPUT:
        brief: Brief | EventBrief = desk.brief_of(read_story(story, settings=chosen.settings, published=published))
    else:
        brief = desk.brief(story, published)
    if dry_run:
        terminal.clear()
        for line in said_first(brief, ending, chosen.settings).splitlines():
            terminal.result(line)
        return
    open_system = opener_of(chosen.delivery, os.environ)
    failures: list[ReporterError] = []
    with open_database(chosen.delivery.outbox, os.environ) as database:
        outbox = Outbox(database)
        for ticket in wanted:
            terminal.step(f"attaching to {ticket}")
            try:
                done = attach_brief(
                    brief,
                    ticket,
                    ending,
                    open_system=open_system,
                    settings=chosen.settings,
                    outbox=outbox,
                    clock=lambda: datetime.now(UTC),
                )
                _tell(ticket, done, terminal)
            except ReporterError as error:
                failures.append(error)
                fail(error, story=str(ticket) if len(wanted) > 1 else None)
    if failures:
        raise typer.Exit(status_of(failures, len(wanted)))


def _tell(ticket: "Reference", done: "Attached | None", terminal: "Terminal") -> None:
    terminal.clear()
    if done is None:
        raise DeliveryError(
            "in-progress",
            f"Another process is attaching this brief to {ticket}, or has died doing so.",
            "Try again in a quarter of an hour; what is on the ticket is looked up first.",
            can_retry=True,
        )
    terminal.result(f"{ticket}  {done.outcome.value}  {done.link}")
    for name in done.withdrawn:
        terminal.note(f"{name} was taken down.")
    for name in done.kept:
        terminal.note(f"{name} is out of date and stays: the system keeps what was attached.")
