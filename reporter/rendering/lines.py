"""Text of a story on one line, without the characters that a file format cannot hold."""

import unicodedata

_NOT_TEXT = frozenset({"Cc", "Cs"})
"""Control characters and half pairs of UTF-16, which no XML, calendar or table may hold; nor the last two places of a
plane, which are no characters."""
_LAST_PLACES = 0xFFFE
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def without_turns(text: str) -> str:
    """`text` less the characters that make what follows them run the other way.

    Left in, one in a story could turn the words of the brief around it (Unicode UTR 36, section 2.6.4; Boucher and
    Anderson 2021, CVE-2021-42574). Names in Arabic or Hebrew need none.

    >>> without_turns("Nobody \u202eknew")
    'Nobody knew'
    """
    return text if text.isascii() else text.translate(_TURNS)


def one_line(text: str) -> str:
    """`text` with each run of white space as one space, without control characters and turns, ends trimmed.

    >>> one_line("  The dam\\r\\n\\tbroke\\x00 at dawn. ")
    'The dam broke at dawn.'
    """
    return " ".join("".join(_kept(character) for character in without_turns(text)).split())


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
