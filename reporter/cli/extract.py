"""`reporter extract`: JSON Lines in, JSON Lines out."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from reporter.cli.app import Debug, Quiet, app, terminal_of
from reporter.cli.inputs import STANDARD_INPUT
from reporter.cli.options import Language, ParserName, Undated, Zone
from reporter.errors import ExitCode, InputError, ReporterError

if TYPE_CHECKING:
    from reporter.pipeline import Pipeline


@app.command()
def extract(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="[FILE]", help="A file of JSON Lines, or - for standard input.")
    ] = STANDARD_INPUT,
    line_buffered: Annotated[
        bool,
        typer.Option("--line-buffered", help="Answer each line before reading the next one; slower."),
    ] = False,
    undated: Undated = None,
    zone: Zone = None,
    language: Language = None,
    parser: ParserName = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - its callback acts
) -> None:
    """Print what is found in many stories, as JSON Lines.

    Each line of the input is one story: an object with id, text and published (an ISO date or date-time), and
    may have headline, url and publisher. A line that is bad gives an object with id and
    error in its place, the rest goes on, and the exit code is 3.

    \b
    Examples:
      $ reporter extract examples/stories.jsonl
      $ reporter extract < examples/stories.jsonl
    """
    from reporter.extract import AHEAD, extract_lines
    from reporter.pipeline import Pipeline
    from reporter.settings import load_settings

    terminal = terminal_of(context, quiet)
    settings = load_settings({"undated": undated, "zone": zone, "language": language, "parser": parser}).settings
    pipeline = Pipeline(settings)
    done = failed = 0
    with _opened(source) as stream:
        _load(pipeline)
        for answer in extract_lines(stream, pipeline, ahead=1 if line_buffered else AHEAD):
            sys.stdout.buffer.write(answer.line)
            done += 1
            if answer.error is not None:
                failed += 1
                _trace(answer.error)
            if answer.ends_batch:
                sys.stdout.buffer.flush()
                terminal.step(f"{done} stories")
    terminal.clear()
    if failed:
        terminal.note(f"reporter: {failed} of {done} lines failed; each says why in its place.")
        raise typer.Exit(ExitCode.SOME_FAILED)


def _load(pipeline: "Pipeline") -> None:
    """Load the parser, then take it out of the garbage collector's rounds: it stays for good."""
    _ = pipeline.parser
    gc.freeze()


def _opened(source: str) -> BinaryIO:
    if source == STANDARD_INPUT:
        return sys.stdin.buffer
    try:
        return Path(source).open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            "unreadable-file", f"{source} cannot be read: {reason}.", "Give a file of JSON Lines, or - for a pipe."
        ) from error


def _trace(error: ReporterError) -> None:
    import logging

    logging.getLogger("reporter.extract").debug("where it happened:", exc_info=error)
