"""What a command was given to read."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.errors import InputError, UsageError

if TYPE_CHECKING:
    from reporter.model import Article, Settings

STANDARD_INPUT = "-"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


def check_stories(stories: list[str]) -> None:
    """Raises UsageError for what can be no story: an address, or standard input named twice."""
    for story in stories:
        if _ADDRESS.match(story):
            raise UsageError(
                "address-not-read",
                f"{story} is an address, and reporter does not fetch pages.",
                "Save the page from your browser and give the file.",
            )
    if stories.count(STANDARD_INPUT) > 1:
        raise UsageError("bad-story", "Standard input can be read only once.", "Name '-' once.")


def read_story(story: str, *, settings: "Settings", published: str | None) -> "Article":
    """The article in the file `story`, or on standard input for "-"."""
    from reporter.ingest import read_bytes, read_file
    from reporter.languages import language_pack

    layout = language_pack(settings.language).layout
    if story == STANDARD_INPUT:
        return read_bytes(_standard_input(), layout=layout, settings=settings, published=published)
    return read_file(Path(story), layout=layout, settings=settings, published=published)


def _standard_input() -> bytes:
    from reporter.ingest import MOST_BYTES

    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            "bad-story",
            "There is nothing on standard input.",
            "Pipe a story in (reporter brief - < story.txt) or give a file.",
        )
    try:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            "unreadable-file", f"Standard input cannot be read: {error.strerror}.", "Give a file instead."
        ) from error
