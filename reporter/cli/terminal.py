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


_PLACE = re.compile(r"\[(\d+), (\d+)\)")


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

    def flowing(self, text: str) -> None:
        """One line of what was asked for; on a terminal it is broken between words, under its own indent."""
        if not sys.stdout.isatty():
            self.result(text)
            return
        import textwrap

        inside = " " * (len(text) - len(text.lstrip(" ")) + 4)
        lines = textwrap.wrap(
            _PLACE.sub("[\\1,\u00a0\\2)", printable(text)),
            width=max(console(sys.stdout).width, 40),
            subsequent_indent=inside,
            break_long_words=False,
            break_on_hyphens=False,
        )
        sys.stdout.write("\n".join(lines or [""]) + "\n")

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


Cell = tuple[tuple[str, str], ...]
"""The lines of a table's cell, each with its style ("" for none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a drawn table.

    `most` is how wide it may grow on a screen of 100 columns, and in proportion on a wider one (more only for a word
    that is longer); the one column without it takes the rest. On a screen of fewer than `least_screen` columns its
    cells go under those of the column with the number `joins`.
    """

    heading: str
    most: int | None
    joins: int | None = None
    least_screen: int = 0


def is_drawn() -> bool:
    """Whether tables are drawn for a person, rather than written as plain columns."""
    return sys.stdout.isatty()


def print_columns(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
    """A table drawn to fit the screen: no word is cut while there is room for it."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    screen = console(sys.stdout)
    safe = [[tuple((printable(line), style) for line, style in cell) for cell in row] for row in rows]
    shown = [number for number, column in enumerate(columns) if screen.width >= column.least_screen]
    widths = _widths([columns[number] for number in shown], [[row[number] for number in shown] for row in safe], screen)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP - 1, 0, 0), show_edge=False, leading=1)
    for number, width in zip(shown, widths, strict=True):
        table.add_column(columns[number].heading, overflow="fold", width=width)
    for row in safe:
        cells = {
            number: [Text(_hanging(line, width), style=style) for line, style in row[number]]
            for number, width in zip(shown, widths, strict=True)
        }
        for number, column in enumerate(columns):
            if number not in cells and column.joins is not None and row[number]:
                cells[column.joins].append(Text("  ").join(Text(line, style=style) for line, style in row[number]))
        table.add_row(*(Text("\n").join(lines) for lines in cells.values()))
    screen.print(table)


def print_records(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """A table of plain cells: drawn to fit the screen of a person, else plain columns, every row one line."""
    if is_drawn():
        print_columns(columns, [[((cell, ""),) for cell in row] for row in rows])
    else:
        print_table([column.heading for column in columns], rows)


def _hanging(line: str, width: int) -> str:
    """`line` with the no-break space that it begins with before each of the lines that it is broken into."""
    if not line.startswith(_INDENT):
        return line
    import textwrap

    return "\n".join(
        textwrap.wrap(
            line, width=max(width, 2), subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False
        )
    )


_INDENT = "\u00a0"
_GAP = 2
"""Between two columns; one of it is the box's own."""


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], screen: "Console") -> list[int]:
    """How wide each column is: as its lines need, up to its most or its longest word; the open one takes the rest."""
    from rich.cells import cell_len

    needed, words = [], []
    for number, column in enumerate(columns):
        lines = [column.heading, *(line for row in rows for line, _ in row[number])]
        needed.append(max(map(cell_len, lines)))
        words.append(max(cell_len(word) for line in lines for word in line.split(" ")))
    most = [None if column.most is None else column.most * max(screen.width, 100) // 100 for column in columns]
    room = screen.width - _GAP * (len(columns) - 1)
    widths = [
        0 if limit is None else min(need, max(limit, word))
        for limit, need, word in zip(most, needed, words, strict=True)
    ]
    if room - sum(widths) < screen.width // 4:  # a single endless word is folded rather than the claim squeezed
        widths = [min(width, column.most or 0) for width, column in zip(widths, columns, strict=True)]
    rest = max(room - sum(widths), 12)
    return [
        min(need, rest) if column.most is None else width
        for column, need, width in zip(columns, needed, widths, strict=True)
    ]


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
