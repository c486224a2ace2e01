"""What goes to the screen: results on standard output, progress and notes on standard error."""

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

# C0 and C1 control characters, and the marks that turn the direction of what follows: a story's words must not be
# able to move the cursor, rename the window or reverse a line.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` with what a terminal would act upon made visible.

    >>> printable("safe\\x1b[2J")
    'safe\\\\x1b[2J'
    """
    return _UNSAFE.sub(lambda match: ascii(match.group())[1:-1], text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """How much to say, and to whom."""

    is_quiet: bool = False

    def result(self, text: str) -> None:
        """One line of what was asked for."""
        sys.stdout.write(printable(text) + "\n")

    def note(self, text: str) -> None:
        """One line for the person who waits."""
        if not self.is_quiet:
            self.clear()
            sys.stderr.write(printable(text) + "\n")

    def complaint(self, text: str) -> None:
        """One line on what went wrong; also said when quiet."""
        self.clear()
        sys.stderr.write(printable(text) + "\n")

    @property
    def shows_progress(self) -> bool:
        return not self.is_quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def step(self, text: str) -> None:
        """What is being done now, in a line that the next one replaces; only where a person looks on."""
        if self.shows_progress:
            width = _columns(sys.stderr)
            line = printable(f"reporter: {text} …")
            sys.stderr.write(f"\r\x1b[K{line if len(line) < width else line[: width - 1]}")
            sys.stderr.flush()

    def clear(self) -> None:
        if self.shows_progress:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table on standard output: drawn to fit a terminal, else plain columns, every row one line."""
    safe = [[printable(" ".join(cell.split(" "))) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _draw_table(headings, safe)
        return
    lines = [list(headings), *([cell.replace("\n", " ") for cell in row] for row in safe)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def console(stream: TextIO) -> "Console":
    """Rich, with colour exactly where a terminal shows it and NO_COLOR does not forbid it."""
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False, width=None)


def silence(stream: TextIO) -> None:
    """Point `stream` at nowhere, so that the interpreter does not fail on it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _draw_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console(sys.stdout).print(table)


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
