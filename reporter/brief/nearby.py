"""What stands where: finds the things of a story that touch a span without looking at all of them."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from reporter.model import Span

Thing = TypeVar("Thing")

_BLOCK = 512
"""Characters in one drawer: about four sentences."""


class Nearby(Generic[Thing]):
    """An index of things by the characters that they touch.

    >>> index = Nearby(["a", "b"], lambda thing: [Span(start=0, end=5) if thing == "a" else Span(start=9, end=12)])
    >>> index.around(Span(start=4, end=10))
    ['a', 'b']
    """

    def __init__(self, things: Iterable[Thing], spans_of: Callable[[Thing], Iterable[Span]]) -> None:
        self._things = list(things)
        self._drawers: dict[int, list[tuple[int, Span]]] = {}
        for number, thing in enumerate(self._things):
            for span in spans_of(thing):
                for block in range(span.start // _BLOCK, span.end // _BLOCK + 1):
                    self._drawers.setdefault(block, []).append((number, span))

    def around(self, span: Span) -> list[Thing]:
        """The things of which at least one character lies in `span`, in their order."""
        found = {
            number
            for block in range(span.start // _BLOCK, span.end // _BLOCK + 1)
            for number, own in self._drawers.get(block, ())
            if own.overlaps(span)
        }
        return [self._things[number] for number in sorted(found)]
