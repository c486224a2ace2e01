"""`reporter doctor`: what is in force, where from, and what is missing."""

import sys
from typing import Annotated

import typer

from reporter.cli.app import Debug, app
from reporter.cli.terminal import print_table
from reporter.errors import ExitCode


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of tables.")] = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Show the settings in force and mend what is missing.

    It tells where each setting is from, what came in through entry points, and the
    command that brings what is not there.

    The mail server and the systems of tickets that are set are asked whether they would
    take a brief; nothing is sent.

    The exit code is 1 when something that a brief needs is missing, or one of them would not.

    \b
    Example:
      $ reporter doctor
    """
    from reporter.doctor import State, diagnose
    from reporter.settings import load_settings

    diagnosis = diagnose(load_settings())
    if as_json:
        import msgspec

        sys.stdout.write(msgspec.json.format(msgspec.json.encode(diagnosis), indent=2).decode() + "\n")
    else:
        print_table(("setting", "value", "from"), [(item.key, item.value, item.origin) for item in diagnosis.settings])
        sys.stdout.write("\n")
        print_table(("installed", "name", "from"), [(item.kind, item.name, item.origin) for item in diagnosis.plugins])
        sys.stdout.write("\n")
        print_table(("check", "state", "found"), [(item.name, item.state, item.found) for item in diagnosis.checks])
        for check in diagnosis.checks:
            if check.mend is not None and check.state is not State.FINE:
                sys.stdout.write(f"\n{check.name}: {check.found}. To mend it:\n  {check.mend}\n")
    if not diagnosis.is_fit:
        raise typer.Exit(ExitCode.FAILED)
