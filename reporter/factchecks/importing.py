"""A file of published fact-checks into the store: what is broken is skipped and named, the rest is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from reporter.errors import InputError
from reporter.factchecks.claimreview import DEEPEST, EntryError, Nodes, read_review, reviews_in
from reporter.factchecks.store import Store, Stored
from reporter.factchecks.streams import BrokenOffError, Entry, entries
from reporter.model import FactCheck

BATCH = 500
"""Reviews that are written at once: few enough that others who write wait for some hundredths of a second."""
NAMED_AT_MOST = 10
"""Broken entries that are named; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """An entry that was skipped: where it stands, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an import came to. `broken` are the first entries that were skipped, of `skipped` in all; `stopped` says
    why the rest of the file could not be read, where it could not."""

    stored: Stored
    skipped: int = 0
    broken: tuple[Broken, ...] = ()
    stopped: str | None = None

    @property
    def reviews(self) -> int:
        return self.stored.added + self.stored.changed + self.stored.unchanged

    @property
    def is_whole(self) -> bool:
        return not self.skipped and self.stopped is None


def import_file(path: Path, store: Store, *, step: Callable[[str], None] = lambda _: None) -> Report:
    """Take the reviews of the file at `path` into `store`, as a stream: the memory used does not grow with the file.

    `step` is told how far it is. Raises InputError `unreadable-file`, and `no-factchecks` for a file without a single
    entry that looks like a fact-check; and what `Store.add` raises.
    """
    try:
        with path.open("rb") as stream:
            report = import_stream(stream, store, name=path.name, step=step)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            "unreadable-file", f"{path} cannot be read: {reason}.", "Give a file that was saved before."
        ) from error
    if not report.reviews and not report.skipped:
        why = f" ({report.stopped})" if report.stopped else ""
        raise InputError(
            "no-factchecks",
            f"{path} holds no fact-check{why}.",
            "Give ClaimReview as JSON-LD, JSON Lines or a web page, or a feed of it; docs/factchecks.md has examples.",
        )
    return report


def import_stream(
    stream: BinaryIO, store: Store, *, name: str = "", step: Callable[[str], None] = lambda _: None
) -> Report:
    """The same from an open stream; `name` is the file's, for its ending. A stream without a fact-check is no error."""
    stored, skipped, stopped = Stored(), 0, None
    broken: list[Broken] = []
    batch: list[FactCheck] = []
    seen = 0
    try:
        for found in read_reviews(stream, name):
            if isinstance(found, Broken):
                skipped += 1
                if len(broken) < NAMED_AT_MOST:
                    broken.append(found)
                continue
            batch.append(found)
            if len(batch) == BATCH:
                stored += store.add(batch)
                seen += len(batch)
                batch.clear()
                step(f"{seen:,} fact-checks")
    except BrokenOffError as reason:
        stopped = str(reason)
    if batch:
        stored += store.add(batch)
    return Report(stored=stored, skipped=skipped, broken=tuple(broken), stopped=stopped)


def read_reviews(stream: BinaryIO, name: str = "") -> Iterator[FactCheck | Broken]:
    """Every review of a file, in order, and every entry that is broken, in its place.

    An entry without a ClaimReview, such as the WebPage of a graph, is passed over. Raises BrokenOffError where the file
    breaks off; what was read until then has come out.
    """
    for entry in entries(stream, name):
        if entry.problem is not None:
            yield Broken(place=entry.place, reason=entry.problem)
            continue
        yield from _of_entry(entry)


def _of_entry(entry: Entry) -> Iterator[FactCheck | Broken]:
    nodes: Nodes | None = None
    for number, node in enumerate(reviews_in(entry.value), start=1):
        if nodes is None:
            nodes = _nodes(entry.value)
        try:
            yield read_review(node, nodes)
        except EntryError as error:
            place = entry.place if number == 1 else f"{entry.place}, review {number}"
            yield Broken(place=place, reason=str(error))


def _nodes(value: object) -> dict[str, dict[str, Any]]:
    """What the entry describes under an `@id`, for what refers to it."""
    found: dict[str, dict[str, Any]] = {}
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, dict) and isinstance(one.get("@id"), str) and len(one) > 1:
            found.setdefault(one["@id"], one)
        if isinstance(one, dict | list) and depth < DEEPEST:
            waiting.extend((part, depth + 1) for part in (one.values() if isinstance(one, dict) else one))
    return found
