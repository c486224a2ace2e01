"""Text of a story on one line, without the characters that a file format cannot hold."""

import unicodedata

_NOT_TEXT = frozenset({"Cc", "Cs"})
"""Control characters and half pairs of UTF-16, which no XML, calendar or table may hold; nor the last two places of a
plane, which are no characters."""
_LAST_PLACES = 0xFFFE


def one_line(text: str) -> str:
    """`text` with each run of white space as one space, without control characters, ends trimmed.

    >>> one_line("  The dam\\r\\n\\tbroke\\x00 at dawn. ")
    'The dam broke at dawn.'
    """
    return " ".join("".join(_kept(character) for character in text).split())


def _kept(character: str) -> str:
    if character.isspace():
        return " "
    is_last = ord(character) & _LAST_PLACES == _LAST_PLACES
    return "" if is_last or unicodedata.category(character) in _NOT_TEXT else character


def cut(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` characters, cut between words where there are any.

    >>> cut("The dam above the town broke at dawn", 20)
    'The dam above the …'
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    return line[: limit - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"
