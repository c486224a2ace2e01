"""The timeline as a picture: where each bar, mark and label goes. The template turns it into a table with bars in it.

Rows run down in the order of the brief, dates run across. The scale is broken on purpose: a story that names 2014 and
the last three days needs room for the days, so the width between two neighbouring dates grows with the logarithm of
the time between them (equal steps stay equal), and the caption says so.
All places are percentages of the width of the picture, so that it fits a page, a screen and a phone.
"""

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from reporter.model import TimelineEntry, TimelineKind

NARROWEST = 236.0
"""The width of the picture in pixels, at its narrowest: on paper. Labels of the axis must fit there."""
LABEL_SIZE = 9.0
"""The height of their letters, in pixels."""
_LEFT, _RIGHT = 2.0, 98.0
_THINNEST = 3.4
"""A bar less wide than this is drawn as a point."""
_HAIR, _LINE = 0.25, 0.55
"""The widths of a line of the grid and of the line of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A date that something begins at. `has_label` is false where the label would run into another."""

    at: float
    label: str
    has_label: bool

    @property
    def is_last(self) -> bool:
        """Whether its label stands to the left of it, for want of room on the right."""
        return _label_width(self.label) > 100 - self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry and its bar, from `left` to `right` (None where it has no date); `is_point` where that is all it is."""

    number: int
    entry: TimelineEntry
    left: float | None
    right: float | None
    is_point: bool

    @property
    def width(self) -> float:
        return 0.0 if self.left is None or self.right is None else self.right - self.left

    @property
    def middle(self) -> float | None:
        return None if self.left is None or self.right is None else (self.left + self.right) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A run of the picture's ground from top to bottom: "plain", "grid", "now" or "future"."""

    kind: str
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The drawing. `now` is where publication stands, None when it is not known. `bands` cover the whole width."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    now: float | None
    bands: tuple[Band, ...]


def draw(entries: Sequence[TimelineEntry]) -> Picture | None:
    """The picture that shows `entries`, which lie in one zone; None for no entries. Of several publications the last
    is now."""
    if not entries:
        return None
    scale = _Scale(_moments(entries))
    published = next((entry for entry in reversed(entries) if entry.kind is TimelineKind.PUBLISHED), None)
    now = scale.at(_plain(published.interval.begin)) if published is not None and published.interval else None
    ticks = _ticks(entries, scale)
    return Picture(
        rows=tuple(_row(number, entry, scale) for number, entry in enumerate(entries, start=1)),
        ticks=ticks,
        now=now,
        bands=_bands(ticks, now),
    )


class _Scale:
    """Moments to places on the axis."""

    def __init__(self, moments: Sequence[datetime]) -> None:
        weights = [math.log2(2 + (later - earlier).total_seconds() / 3600) for earlier, later in pairwise(moments)]
        total = sum(weights)
        places = [_LEFT]
        for weight in weights:
            places.append(places[-1] + (_RIGHT - _LEFT) * weight / total)
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


def _row(number: int, entry: TimelineEntry, scale: _Scale) -> Row:
    if entry.interval is None:
        return Row(number=number, entry=entry, left=None, right=None, is_point=False)
    left, right = scale.at(_plain(entry.interval.begin)), scale.at(_plain(entry.interval.until))
    is_publication = entry.kind is TimelineKind.PUBLISHED
    is_point = is_publication or right - left < _THINNEST
    if is_point:
        middle = left if is_publication else (left + right) / 2
        left, right = middle - _THINNEST / 2, middle + _THINNEST / 2
    return Row(number=number, entry=entry, left=left, right=right, is_point=is_point)


def _ticks(entries: Sequence[TimelineEntry], scale: _Scale) -> tuple[Tick, ...]:
    """A tick where each dated entry begins; its label is left out where it would run into the one before."""
    labels: dict[float, str] = {}
    for entry in entries:
        if entry.interval is not None and not entry.is_vague:
            labels.setdefault(scale.at(_plain(entry.interval.begin)), entry.label)
    ticks = []
    free_from = -math.inf
    for at in sorted(labels):
        tick = Tick(at=at, label=labels[at], has_label=True)
        left, right = label_run(tick)
        has_label = left >= max(free_from, 0.0)
        if has_label:
            free_from = right + 100 * 8 / NARROWEST
        ticks.append(Tick(at=at, label=labels[at], has_label=has_label))
    return tuple(ticks)


def label_run(tick: Tick) -> tuple[float, float]:
    """From where to where the label of `tick` goes, in percent."""
    width = _label_width(tick.label)
    return (tick.at - width, tick.at) if tick.is_last else (tick.at, tick.at + width)


def _label_width(label: str) -> float:
    return 100 * text_width(label, LABEL_SIZE) / NARROWEST


def _bands(ticks: Sequence[Tick], now: float | None) -> tuple[Band, ...]:
    """The ground from left to right: lines where something begins, the line of publication, a tint beyond it."""
    lines = [("grid", tick.at, _HAIR) for tick in ticks if now is None or abs(tick.at - now) > _LINE]
    if now is not None:
        lines.append(("now", now, _LINE))
    bands: list[Band] = []
    end = 0.0
    ground = "plain"
    for kind, at, width in sorted(lines, key=lambda line: line[1]):
        left = max(at - width / 2, end)
        bands.append(Band(kind=ground, left=end, right=left))
        bands.append(Band(kind=kind, left=left, right=left + width))
        end = left + width
        ground = "future" if kind == "now" else ground
    return (*bands, Band(kind=ground, left=end, right=100.0))


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
