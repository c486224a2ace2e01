"""One small registry a kind: built-ins and other people's packages come in by the same door, entry points."""

from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from reporter.errors import UsageError


@dataclass(frozen=True, kw_only=True)
class Registry:
    """The things of one kind, by name, as the entry points of `group` name them; each is loaded when first asked for.

    >>> "en" in Registry(group="reporter.languages", kind="language").names
    True
    """

    group: str
    kind: str

    @cached_property
    def _points(self) -> dict[str, EntryPoint]:
        return {point.name: point for point in sorted(entry_points(group=self.group), key=lambda point: point.name)}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._points)

    def origin(self, name: str) -> str:
        """The distribution that brought it in, with its version, for `reporter doctor`."""
        distribution = self._point(name).dist
        return f"{distribution.name} {distribution.version}" if distribution is not None else "unknown"

    def load(self, name: str) -> Any:
        """The thing called `name`. Raises UsageError when nothing of this kind has that name."""
        return self._point(name).load()

    def _point(self, name: str) -> EntryPoint:
        if name not in self._points:
            raise UsageError(
                f"unknown-{self.kind}",
                f"There is no {self.kind} called {name!r}.",
                f"Choose from: {', '.join(self.names) or 'none are installed'}.",
            )
        return self._points[name]
