"""The brief as Markdown: reads as plain text, and fits into a ticket. The story's own words never become markup."""

import re

from reporter.model import Brief, Settings
from reporter.rendering.page import context
from reporter.rendering.templates import fill
from reporter.wording.words import Wording

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#@$&])")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)(:|\.)(?=\S)")
_FOLLOWED = re.compile(r"https?://[^\s<>\"`|\\]+", re.IGNORECASE)
_BLANKS = re.compile(r"\n{3,}")


def render_markdown(brief: Brief, wording: Wording, settings: Settings) -> bytes:
    names = {**context(brief, wording, settings), "md": escaped, "md_link": linked}
    text = fill("brief/brief.md.j2", settings.templates, names)
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


def linked(address: str) -> str:
    """A web address as CommonMark's autolink; as mere text where it holds what could end one.

    >>> linked("https://check.example/a_b"), linked("https://check.example/a b")
    ('<https://check.example/a_b>', 'https\\\\://check.example/a b')
    """
    return f"<{address}>" if _FOLLOWED.fullmatch(address) else escaped(address)
