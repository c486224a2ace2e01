"""How words of the story are set into a message."""

from collections.abc import Sequence

from reporter.verification.words import FlagWords

LONGEST_VALUE = 120
"""Characters of the story that a message quotes in one place; the brief shows the rest."""


def shortened(value: str, longest: int = LONGEST_VALUE) -> str:
    """The value on one line, cut at a word when it is longer than `longest` characters.

    >>> shortened("a  considerable\\nportion of it", 16)
    'a considerable…'
    """
    line = " ".join(value.split())
    if len(line) <= longest:
        return line
    cut = line[: longest + 1].rsplit(" ", 1)[0] if " " in line[: longest + 1] else line[:longest]
    return cut[:longest].rstrip(",;:–—- ") + "…"


def quoted(value: str) -> str:
    """The value as it stands between quotation marks of ours: short, without marks of its own at its ends.

    >>> quoted("“We warned them,”")
    'We warned them'
    """
    line = value.strip().strip('"“”„«»').rstrip(",;:").strip('"“”„«»').strip()
    return shortened(line or value)


def joined(items: Sequence[str], words: FlagWords) -> str:
    """The items as a list in the language of the brief."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {words.says.connective} {items[-1]}"
