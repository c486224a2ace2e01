"""The brief as Markdown: reads as plain text, and fits into a ticket. The story's own words never become markup."""

import re

from reporter.model import Brief, Settings
from reporter.rendering.page import context
from reporter.rendering.templates import fill
from reporter.wording.words import Wording

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#@$&])")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)(:|\.)(?=\S)")
_BLANKS = re.compile(r"\n{3,}")


def render_markdown(brief: Brief, wording: Wording, settings: Settings) -> bytes:
    text = fill("brief/brief.md.j2", settings.templates, {**context(brief, wording, settings), "md": escaped})
    return tidied(text)


def tidied(text: str) -> bytes:
    """Filled Markdown as a file: at most one empty line in a row, one line break at the end."""
    return _BLANKS.sub("\n\n", text).strip().encode("utf-8", "replace") + b"\n"


def escaped(text: object) -> str:
    """`text` on one line, with everything escaped that CommonMark or a ticket system would read as more than text.

    >>> escaped("a *bold* <b>claim</b> at http://example.org")
    'a \\\\*bold\\\\* \\\\<b\\\\>claim\\\\</b\\\\> at http\\\\://example.org'
    """
    line = " ".join(str(text).split())
    return _ADDRESS.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))
