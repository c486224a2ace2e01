"""The commands, the flags that all of them know, and the one place where errors become words and exit codes."""

import gc
import sys
from typing import Annotated

import typer

from reporter.cli.terminal import Terminal, silence
from reporter.errors import ExitCode, InternalError, ReporterError
from reporter.version import __version__

app = typer.Typer(
    name="reporter",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # with it, --help costs half as much again
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(is_asked: bool) -> None:
    if is_asked:
        sys.stdout.write(f"reporter {__version__}\n")
        raise typer.Exit


def _show_faults(is_asked: bool) -> None:
    if is_asked:
        import logging

        logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(name)s: %(message)s")
        logging.getLogger("reporter").setLevel(logging.DEBUG)


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but results and errors.")]
Debug = Annotated[
    bool,
    typer.Option("--debug", callback=_show_faults, help="On an error, show where in the program it happened."),
]


@app.callback()
def reporter(
    context: typer.Context,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
    version: Annotated[  # noqa: ARG001 - its callback acts
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read a news story; show what is claimed, by whom, when, and what is unverified.

    Each command explains itself: reporter brief --help

    \b
    Example:
      $ reporter brief examples/harbour-fire.txt
    """
    context.obj = Terminal(is_quiet=quiet)
    collect_seldom()


def collect_seldom() -> None:
    """Let the garbage collector run less often.

    A parse and a page are hundreds of thousands of small objects that live as long as their story; going through them
    every 700 allocations costs a cold brief 0.5 of 4.6 seconds. Switching the collector off altogether costs more
    again than it saves, in memory that has to be fetched.
    """
    gc.set_threshold(50_000, 20, 50)


def terminal_of(context: typer.Context, quiet: bool) -> Terminal:
    """The terminal that a command speaks to; it is quiet when asked before or after the command's name."""
    terminal = Terminal(is_quiet=quiet or bool(context.obj and context.obj.is_quiet))
    _tell_warnings(terminal)
    return terminal


def _tell_warnings(terminal: Terminal) -> None:
    """What the program warns of goes to the person at the terminal, also when quiet, and not into the progress."""
    import logging

    class Told(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            terminal.complaint(f"reporter: {record.getMessage()}")

    told = Told(logging.WARNING)
    told.set_name("terminal")
    ours = logging.getLogger("reporter")
    for handler in [handler for handler in ours.handlers if handler.get_name() == "terminal"]:
        ours.removeHandler(handler)
    ours.addHandler(told)


def register_commands() -> None:
    """Import the commands: each registers itself with `app`."""
    from reporter.cli import (  # noqa: F401
        attach,
        brief,
        claims,
        dates,
        diff,
        doctor,
        extract,
        factchecks,
        outbox,
        render,
        schedule,
        schema,
        send,
        templates,
        verdict,
    )


def run() -> None:
    """Run the command that was typed, and end the process."""
    register_commands()
    status: int
    try:
        app(prog_name="reporter")
        status = ExitCode.DONE
    except ReporterError as error:
        status = fail(error)
    except BrokenPipeError:
        silence(sys.stdout)
        status = ExitCode.FAILED
    except Exception as error:  # noqa: BLE001 - a fault of ours is told like any error; --debug shows all of it
        status = fail(InternalError.of(error, "this command"))
    sys.exit(status)


def fail(error: ReporterError, *, story: str | None = None) -> ExitCode:
    """Say what was wrong and what to do, and return the exit code of it."""
    where = f"{story}: " if story is not None else ""
    Terminal().complaint(f"reporter: {where}{error.message} {error.remedy}")
    import logging

    logging.getLogger("reporter.cli").debug("where it happened:", exc_info=error)
    return error.exit_code
