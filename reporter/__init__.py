"""reporter: a news story in, a checked brief out."""

from reporter.version import __version__

__all__ = ["__version__"]
