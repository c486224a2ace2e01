"""The timeline as a picture: where each bar, mark and label goes. The template turns it into SVG.

Rows run down in the order of the brief, dates run across. The scale is broken on purpose: a story that names 2014 and
the last three days needs room for the days, so the width between two neighbouring dates grows with the logarithm of
the time between them (equal steps stay equal), and the axis says so.
"""

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from reporter.model import TimelineEntry, TimelineKind

WIDTH = 720
"""Units of the picture's width; all else is in the same units."""

_AXIS_LEFT, _AXIS_RIGHT = 152, 430
_TEXT_LEFT = 446
_TEXT_WIDTH = WIDTH - _TEXT_LEFT - 2
_TOP = 34
_LINE = 12.5
_ROW_GAP = 9
_FONT, _SMALL = 10.0, 9.0
_MOST_LINES = 3
_LONGEST_ROWS = 20
"""Rows in one picture; a longer timeline becomes several, since a page cannot cut a picture in two."""
_LONGEST_TEXT = 400
"""Characters: more than three lines can hold."""
_THINNEST = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    x: float
    label: str
    has_label: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry: its bar (`left` to `right`, None where it has no date), the label of its date, its text in lines."""

    number: int
    entry: TimelineEntry
    y: float
    height: float
    left: float | None
    right: float | None
    label_lines: tuple[str, ...]
    text_lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.y + _LINE / 2

    @property
    def bar_width(self) -> float:
        return 0.0 if self.left is None or self.right is None else self.right - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One drawing. `now` is where publication stands on the axis, None when it is not known."""

    number: int
    width: int
    height: float
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    axis_left: float
    axis_right: float
    axis_y: float
    now: float | None
    line_height: float
    text_left: float


def draw(entries: Sequence[TimelineEntry]) -> tuple[Picture, ...]:
    """The pictures that show `entries`, each with at most twenty rows and all on one scale; none for no entries."""
    if not entries:
        return ()
    scale = _Scale(_moments(entries))
    now = next((entry for entry in entries if entry.kind is TimelineKind.PUBLISHED), None)
    now_at = scale.at(_plain(now.interval.begin)) if now is not None and now.interval is not None else None
    pictures: list[Picture] = []
    for first in range(0, len(entries), _LONGEST_ROWS):
        rows, bottom = _rows(entries[first : first + _LONGEST_ROWS], first + 1, scale)
        pictures.append(
            Picture(
                number=len(pictures) + 1,
                width=WIDTH,
                height=bottom + 4,
                rows=rows,
                ticks=_ticks(entries, scale),
                axis_left=_AXIS_LEFT,
                axis_right=_AXIS_RIGHT,
                axis_y=_TOP - 10,
                now=now_at,
                line_height=_LINE,
                text_left=_TEXT_LEFT,
            )
        )
    return tuple(pictures)


class _Scale:
    """Moments to places on the axis."""

    def __init__(self, moments: Sequence[datetime]) -> None:
        weights = [math.log2(2 + (later - earlier).total_seconds() / 3600) for earlier, later in pairwise(moments)]
        total = sum(weights)
        places = [float(_AXIS_LEFT)]
        for weight in weights:
            places.append(places[-1] + (_AXIS_RIGHT - _AXIS_LEFT) * weight / total)
        self._places = dict(zip(moments, places, strict=False))

    def at(self, moment: datetime) -> float:
        return self._places[moment]


def _plain(moment: datetime) -> datetime:
    """Without its zone: all moments of a story are in one."""
    return moment.replace(tzinfo=None)


def _moments(entries: Iterable[TimelineEntry]) -> list[datetime]:
    return sorted(
        {
            _plain(edge)
            for entry in entries
            if entry.interval is not None
            for edge in (entry.interval.begin, entry.interval.until)
        }
    )


def _rows(entries: Sequence[TimelineEntry], first: int, scale: _Scale) -> tuple[tuple[Row, ...], float]:
    rows = []
    y = float(_TOP)
    for number, entry in enumerate(entries, start=first):
        labels = wrapped(entry.label, _AXIS_LEFT - 30, _SMALL)
        text = wrapped(entry.text, _TEXT_WIDTH, _FONT)
        height = max(len(labels), len(text)) * _LINE
        left, right = _bar(entry, scale)
        rows.append(
            Row(
                number=number,
                entry=entry,
                y=y,
                height=height,
                left=left,
                right=right,
                label_lines=labels,
                text_lines=text,
            )
        )
        y += height + _ROW_GAP
    return tuple(rows), y


def _bar(entry: TimelineEntry, scale: _Scale) -> tuple[float | None, float | None]:
    if entry.interval is None:
        return None, None
    left, right = scale.at(_plain(entry.interval.begin)), scale.at(_plain(entry.interval.until))
    if right - left < _THINNEST:
        middle = (left + right) / 2
        left, right = middle - _THINNEST / 2, middle + _THINNEST / 2
    return left, right


def _ticks(entries: Sequence[TimelineEntry], scale: _Scale) -> tuple[Tick, ...]:
    """A tick where each dated entry begins; its label is left out where it would run into the one before."""
    labels: dict[float, str] = {}
    for entry in entries:
        if entry.interval is not None and not entry.is_vague:
            labels.setdefault(scale.at(_plain(entry.interval.begin)), entry.label)
    ticks = []
    free_from = -math.inf
    for x in sorted(labels):
        width = text_width(labels[x], _SMALL)
        has_room = x >= free_from and x + width <= _TEXT_LEFT
        if has_room:
            free_from = x + width + 10
        ticks.append(Tick(x=x, label=labels[x], has_label=has_room))
    return tuple(ticks)


_NARROW = frozenset("iljtfrI.,:;'’‘|!()[] ")
_BROAD = frozenset("mwMW@%—…")


def text_width(text: str, size: float) -> float:
    """The width of `text` set in the brief's sans serif, to within a tenth or so, without loading the font."""
    return size * sum(_character_width(character) for character in text)


def _character_width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.34
    if character in _BROAD:
        return 0.9
    return 0.68 if character.isupper() else 0.585


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """`text` in at most three lines of `width`, cut with an ellipsis; a word longer than a line is broken."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text[:_LONGEST_TEXT], width, size):
        longer = f"{line} {word}" if line else word
        if text_width(longer, size) <= width:
            line = longer
            continue
        lines.append(line)
        line = word
        if len(lines) == _MOST_LINES:
            return (*lines[:-1], _cut(lines[-1], width, size))
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str, width: float, size: float) -> Iterable[str]:
    for word in text.split():
        while text_width(word, size) > width:
            kept = max(1, int(width / size))
            yield word[:kept]
            word = word[kept:]
        yield word


def _cut(line: str, width: float, size: float) -> str:
    while line and text_width(f"{line} …", size) > width:
        line = line.rpartition(" ")[0] if " " in line else line[:-1]
    return f"{line.rstrip(',;: ')} …"
