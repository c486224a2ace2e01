"""Where the system keeps what a program keeps for a user."""

import sys
from collections.abc import Mapping
from pathlib import Path


def data_file(name: str, environment: Mapping[str, str]) -> Path | None:
    """`reporter/NAME` in the folder for data (the XDG Base Directory Specification, or LOCALAPPDATA); None where no
    home is known.

    >>> data_file("outbox.sqlite", {"XDG_DATA_HOME": "/data"}).as_posix()
    '/data/reporter/outbox.sqlite'
    """
    base = environment.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME")
    if base:
        return Path(base) / "reporter" / name
    home = environment.get("HOME")
    return Path(home) / ".local" / "share" / "reporter" / name if home else None
