"""The files that a job is about."""

import glob
from collections.abc import Sequence
from pathlib import Path

READ = frozenset({".txt", ".md", ".html", ".htm", ".xhtml", ".json", ".pdf"})
"""How names end of the files that are taken out of a folder; others must be named, or fit a pattern."""


def stories_of(places: Sequence[str]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The files that `places` stand for, each once, in the order of their names within a place; and those of `places`
    that are not there. A folder stands for the stories that lie in it, not in folders below; a pattern that fits
    nothing today is none that is missing."""
    found: dict[Path, None] = {}
    missing = []
    for place in places:
        path = Path(place)
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in READ and one.is_file())
            found.update(dict.fromkeys(one for one in inside if not one.name.startswith(".")))
        elif path.is_file():
            found[path] = None
        elif glob.has_magic(place):
            matches = sorted(Path(one) for one in glob.glob(place, recursive=True))  # noqa: PTH207 - "**" and "~"-less
            found.update(dict.fromkeys(one for one in matches if one.is_file()))
        else:
            missing.append(place)
    return tuple(found), tuple(missing)
