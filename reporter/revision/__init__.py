"""Two versions of one story held against each other: what was added, dropped, reworded, and what that did to it."""

from reporter.revision.engine import compare

__all__ = ["compare"]
