"""`reporter factchecks`: published fact-checks into a store of one's own, and out of it again."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.cli.app import Debug, Quiet, app, fail, terminal_of
from reporter.cli.options import FactChecks
from reporter.cli.terminal import Terminal, print_table
from reporter.errors import ExitCode, ReporterError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.factchecks import Report, Store
    from reporter.model import FactCheck


class Action(StrEnum):
    IMPORT = "import"
    LIST = "list"
    SEARCH = "search"


@app.command()
def factchecks(
    context: typer.Context,
    action: Annotated[Action, typer.Argument(metavar="import|list|search", help="What to do.")],
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|WORD]...", help="import: the files; search: words of the claim."),
    ] = None,
    store: FactChecks = None,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="list, search: how many to show.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="list, search: print JSON in place of a table.")] = False,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Import published fact-checks, list them, or search their claims. Nothing is fetched.

    Import reads ClaimReview as JSON-LD, as JSON Lines, in web pages, and as a feed
    (DataFeed) of any size. A review that is there already is brought up to date. Broken
    entries are skipped and named, the rest is taken, and the exit code is then 3.

    \b
    Examples:
      $ reporter factchecks import examples/factchecks.json --factchecks /tmp/briefs/factchecks.sqlite
    """
    from reporter.factchecks.sources import chosen_store
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    chosen = load_settings({"factchecks": store}).delivery
    given = what or []
    opened = chosen_store(chosen.factchecks, os.environ)
    match action:
        case Action.IMPORT:
            _import(_given(given, "import", "a file of fact-checks"), opened, terminal)
        case Action.LIST:
            if given:
                raise UsageError(
                    "bad-usage", "`reporter factchecks list` takes no words.", "Use `reporter factchecks search WORD`."
                )
            terminal.note(f"{opened.count():,} fact-checks in {opened.path}")
            _show(opened.latest(most), terminal, as_json=as_json)
        case Action.SEARCH:
            words = _given(given, "search", "a word of the claim")
            _show(opened.search(words, most), terminal, as_json=as_json)


def _given(values: list[str], action: str, what: str) -> list[str]:
    if not values or not all(value.strip() for value in values):
        raise UsageError(
            "bad-usage",
            f"`reporter factchecks {action}` needs {what}.",
            "See `reporter factchecks --help` for examples.",
        )
    return values


def _import(files: list[str], store: "Store", terminal: Terminal) -> None:
    from reporter.factchecks import import_file

    failures: list[ReporterError] = []
    is_whole = True
    for name in files:
        terminal.step(f"reading {name}")
        try:
            report = import_file(Path(name), store, step=terminal.step)
        except ReporterError as error:
            failures.append(error)
            fail(error, story=name if len(files) > 1 else None)
            continue
        terminal.clear()
        _tell(name, report, terminal)
        is_whole = is_whole and report.is_whole
    if len(failures) < len(files):
        terminal.result(str(store.path))
    if failures and len(failures) == len(files):
        raise typer.Exit(max(failure.exit_code for failure in failures))
    if failures or not is_whole:
        raise typer.Exit(ExitCode.SOME_FAILED)


def _tell(name: str, report: "Report", terminal: Terminal) -> None:
    stored = report.stored
    skipped = f", {report.skipped:,} skipped" if report.skipped else ""
    terminal.result(
        f"{name}: {stored.added:,} new, {stored.changed:,} changed, {stored.unchanged:,} as they were{skipped}"
    )
    for one in report.broken:
        terminal.complaint(f"reporter: {name}, {one.place}: {one.reason}.")
    if report.skipped > len(report.broken):
        terminal.complaint(f"reporter: {name}: and {report.skipped - len(report.broken):,} more.")
    if report.stopped is not None:
        terminal.complaint(
            f"reporter: {name} breaks off ({report.stopped}). What came before was taken; get the file anew."
        )


def _show(reviews: "Sequence[FactCheck]", terminal: Terminal, *, as_json: bool) -> None:
    if as_json:
        import msgspec

        data = msgspec.json.encode(list(reviews), order="deterministic")
        sys.stdout.write(msgspec.json.format(data, indent=2).decode() + "\n")
    elif not reviews:
        terminal.note("No fact-check was found.")
    else:
        print_table(
            ("reviewed", "publisher", "rating", "claim", "address"),
            [
                (
                    one.reviewed_day.isoformat() if one.reviewed_day is not None else "-",
                    one.publisher or one.site or "-",
                    " ".join((one.rating or one.rating_value or "-").split()),
                    " ".join(one.claim.split()),
                    one.url,
                )
                for one in reviews
            ],
        )
