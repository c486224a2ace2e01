"""`reporter schedule`: what is sent by the clock."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.brief import listed
from reporter.cli.terminal import Column, Terminal, print_records
from reporter.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.deliver.outbox import Entry
    from reporter.schedule.job import Job

_COLUMNS = (
    Column(heading="job", most=14),
    Column(heading="cron", most=12),
    Column(heading="next", most=14),
    Column(heading="last", most=10),
    Column(heading="what became of it", most=None),
    Column(heading="not accepted", most=12),
    Column(heading="to", most=20, joins=4, least_screen=100),
)
schedule = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Send briefs by the clock: each slot of a job once."
)
app.add_typer(schedule, name="schedule")


@schedule.command()
def run(
    context: typer.Context,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Carry out the jobs that are due, send what waits, and end.

    The system's own clock calls this, every minute or so: see reporter schedule install.
    Any number of them may run at once, on one outbox: each slot is carried out once. It
    says nothing when nothing is due; with --quiet, only what went wrong.

    \b
    Example:
      $ reporter schedule run
    """
    from reporter.dispatch.opening import open_database
    from reporter.schedule.running import run_due
    from reporter.schedule.slots import SlotState
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    chosen = load_settings()
    is_bad, is_idle = False, True

    def tell(entries: "Sequence[Entry]") -> None:
        nonlocal is_bad, is_idle
        is_idle = is_idle and not entries
        is_bad = _tell_sent(entries, terminal) or is_bad

    with open_database(chosen.delivery.outbox, os.environ) as database:
        ran = run_due(chosen, database, os.environ, lambda: datetime.now(UTC), step=terminal.step, sent=tell)
        for one in ran:
            terminal.clear()
            is_idle = False
            line = f"{one.slot.job}  {one.slot.slot:%Y-%m-%d %H:%M} UTC  {one.state.value}  {one.reason}"
            if one.state is SlotState.FAILED:
                terminal.complaint(f"reporter: {line}")
            elif not terminal.is_quiet:  # a clock sends what is printed to somebody
                terminal.result(line)
            for name, reason in one.problems:
                terminal.complaint(f"reporter: {name}: {reason}")
            is_bad = is_bad or one.state is SlotState.FAILED
            tell(one.sent)
    terminal.clear()
    if is_idle and not terminal.is_quiet:
        terminal.result(_coming(chosen.delivery.jobs))
    if is_bad:
        raise typer.Exit(ExitCode.FAILED)


@schedule.command("list")
def list_jobs(
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """List the jobs: when each is due next, what became of its last slot, to whom it goes.

    \b
    Example:
      $ reporter schedule list
    """
    from reporter.deliver.outbox import Outbox, State
    from reporter.dispatch.opening import open_database
    from reporter.schedule.slots import Slots
    from reporter.schedule.timetable import check_jobs, next_slot, zone_of
    from reporter.settings import load_settings

    chosen = load_settings().delivery
    check_jobs(chosen.jobs)
    now = datetime.now(UTC)
    rows = []
    with open_database(chosen.outbox, os.environ) as database:
        slots, outbox = Slots(database), Outbox(database)
        open_ones = [one for one in outbox.entries(now) if one.state is not State.ACCEPTED]
        for job in chosen.jobs:
            coming, last = next_slot(job, now), slots.last(job.name)
            rows.append(
                (
                    job.name,
                    job.cron,
                    "-" if coming is None else f"{coming.astimezone(zone_of(job)):%a %Y-%m-%d %H:%M %Z}",
                    "-" if last is None else f"{last.slot.astimezone(zone_of(job)):%Y-%m-%d %H:%M}",
                    "-" if last is None else f"{last.state.value} ({last.reason})" if last.reason else last.state.value,
                    _states([one for one in open_ones if one.key.startswith(f"{job.name} 2")]),
                    ", ".join(job.to),
                )
            )
    print_records(_COLUMNS, rows)


@schedule.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the job is called.")],
    stories: Annotated[list[str], typer.Argument(metavar="STORY...", help="Files, folders, patterns in quotes.")],
    cron: Annotated[str, typer.Option("--cron", metavar="LINE", help="When, five fields: '30 7 * * mon-fri'.")],
    to: Annotated[list[str], typer.Option("--to", metavar="ADDRESS", help="Who gets it; may be given again.")],
    zone: Annotated[
        str | None, typer.Option("--zone", metavar="ZONE", help="Where the clock stands. [default: UTC]")
    ] = None,
    digest: Annotated[bool, typer.Option("--digest", help="One mail for all stories.")] = False,
    nothing_new: Annotated[bool, typer.Option("--nothing-new", help="Send a mail also when nothing is new.")] = False,
    repeat: Annotated[bool, typer.Option("--repeat", help="Send also what was sent before.")] = False,
    attach: Annotated[
        str | None, typer.Option("--attach", metavar="LIST", help="Formats that go with it. [default: pdf]")
    ] = None,
    template: Annotated[
        str | None, typer.Option("--template", metavar="NAME", help="Layout of the PDF. [default: brief]")
    ] = None,
    brief_language: Annotated[
        str | None, typer.Option("--brief-language", metavar="TAG", help="What the briefs are written in.")
    ] = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Add a job to reporter.toml in this folder, and say when it is due.

    \b
    Example:
      $ reporter schedule add morning examples --cron '30 7 * * mon-fri' --zone Europe/Copenhagen --to desk@example.org
    """
    from reporter.dispatch.opening import open_database
    from reporter.schedule.adding import add_job
    from reporter.schedule.job import Job
    from reporter.schedule.slots import Slots
    from reporter.schedule.timetable import check_jobs, next_slot, zone_of
    from reporter.settings import FILE_NAME, load_settings

    terminal = terminal_of(context, quiet)
    job = Job(
        name=name,
        stories=tuple(stories),
        cron=cron,
        to=tuple(to),
        zone=zone,
        digest=digest,
        nothing_new=nothing_new,
        repeat=repeat,
        attach=listed(attach),
        template=template,
        brief_language=brief_language,
    )
    before = load_settings().delivery
    check_jobs([*before.jobs, job])
    add_job(Path(FILE_NAME), job)
    now = moment = datetime.now(UTC)
    with open_database(before.outbox, os.environ) as database:
        Slots(database).note(job.name, now)
    terminal.result(f"{FILE_NAME}: {name}")
    for _ in range(3):
        coming = next_slot(job, moment)
        if coming is None:
            break
        moment = coming
        terminal.result(f"due {coming.astimezone(zone_of(job)):%A %Y-%m-%d %H:%M %Z}")


@schedule.command()
def install(
    context: typer.Context,
    cron: Annotated[bool, typer.Option("--cron", help="A line in your crontab.")] = False,
    systemd: Annotated[bool, typer.Option("--systemd", help="A timer of systemd, in your own units.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; print what would be written.")] = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Have this machine's clock call `reporter schedule run` in this folder every minute.

    \b
    Example:
      $ reporter schedule install --systemd --dry-run
    """
    from reporter.schedule.installing import (
        crontab_line,
        install_crontab,
        install_systemd,
        systemd_units,
        unit_name,
    )

    terminal = terminal_of(context, quiet)
    if cron == systemd:
        raise UsageError("no-clock", "Which clock is to call?", "Give --cron or --systemd, one of them.")
    folder, command = Path.cwd(), [*_ourselves(), "schedule", "run", "--quiet"]
    if cron:
        line = crontab_line(command, folder)
        if not dry_run:
            install_crontab(line, folder)
        terminal.result(line)
        return
    units = systemd_units(command, folder, os.environ)
    if dry_run:
        for name, text in units.items():
            terminal.result(f"# {name}")
            for line in text.splitlines():
                terminal.result(line)
        return
    for path in install_systemd(units, os.environ):
        terminal.result(str(path))
    terminal.note(
        f"Start it: systemctl --user daemon-reload && systemctl --user enable --now {unit_name(folder)}.timer"
    )


def _coming(jobs: "Sequence[Job]") -> str:
    """That nothing is due, and what will be next."""
    from reporter.schedule.timetable import next_slot, zone_of

    now = datetime.now(UTC)
    found = [(moment, job) for job in jobs if (moment := next_slot(job, now)) is not None]
    if not found:
        return "Nothing is due; reporter schedule add makes a job."
    moment, job = min(found, key=lambda one: one[0])
    return f"Nothing is due; next: {job.name}, {moment.astimezone(zone_of(job)):%a %Y-%m-%d %H:%M %Z}."


def _ourselves() -> list[str]:
    """How this program is called from elsewhere."""
    called = Path(sys.argv[0])
    return [str(called.resolve())] if called.name == "reporter" else [sys.executable, "-m", "reporter"]


def _tell_sent(entries: "Sequence[Entry]", terminal: Terminal) -> bool:
    """Say what became of each delivery; whether one of them needs somebody."""
    from reporter.deliver.outbox import State

    is_bad = False
    for one in entries:
        line = f"{one.target}  {one.state.value}  {one.subject}"
        if one.state is State.ACCEPTED:
            terminal.note(line)
        elif one.state is not State.SENDING:  # another process has that
            terminal.complaint(f"reporter: {line}: {one.reason}")
            is_bad = True
    return is_bad


def _states(entries: "list[Entry]") -> str:
    from collections import Counter

    counts = Counter(one.state.value for one in entries)
    return ", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "-"
