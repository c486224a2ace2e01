"""Characters that the fonts of a PDF lack: pictographs have a font of their own, the others are told."""

import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

EMOJI = ("Brief Emoji", "NotoEmoji-Regular")
"""The family and the file of the pictographs; it is only read for a story that has any."""

_PICTOGRAPH = re.compile(
    "[\u203c\u2049\u20e3\u2139\u231a-\u23ff\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f004-\U0001faff]"
)
"""The blocks that Unicode's emoji stand in (UTS 51)."""
_MOST_TOLD = 12
_UNSEEN = re.compile("[\ufe00-\ufe0f\U000e0000-\U000e01ef]")
"""Selectors, which choose between forms of the character before and are nothing themselves."""


_PACKAGES = (
    (("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH"), "fonts-noto-cjk"),
    (("",), "fonts-noto-core"),
)
"""How the Unicode names of characters begin, and the Debian package whose fonts have them; the first that fits."""


def has_pictographs(text: str) -> bool:
    """
    >>> has_pictographs("A bus \U0001f68c"), has_pictographs("A bus → town")
    (True, False)
    """
    return _PICTOGRAPH.search(text) is not None


def packages(characters: Iterable[str]) -> tuple[str, ...]:
    """The Debian packages whose fonts have `characters`, each once, sorted.

    >>> packages("北京부산"), packages("ไทย")
    (('fonts-noto-cjk',), ('fonts-noto-core',))
    """
    names = (unicodedata.name(character, "") for character in characters)
    return tuple(sorted({next(package for starts, package in _PACKAGES if name.startswith(starts)) for name in names}))


class _Lacking(logging.Filter):
    """Takes WeasyPrint's warnings of characters without a glyph out of its log, and keeps the characters."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, None] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if not isinstance(record.msg, str) or not record.msg.startswith(".notdef glyph"):
            return True
        character = record.args[0] if isinstance(record.args, tuple) and record.args else ""
        if isinstance(character, str) and character.strip() and not _UNSEEN.match(character):
            self.found[character] = None
        return False


@contextmanager
def lacking() -> Iterator[dict[str, None]]:
    """The characters without a glyph in any PDF that WeasyPrint writes while this holds, in the order of drawing."""
    drawing = logging.getLogger("weasyprint")
    missing = _Lacking()
    drawing.addFilter(missing)
    try:
        yield missing.found
    finally:
        drawing.removeFilter(missing)


@contextmanager
def lacking_told() -> Iterator[None]:
    """While this holds, characters that no font has are collected; at the end one warning names them."""
    with lacking() as found:
        yield
    if found:
        logging.getLogger(__name__).warning("%s", _told(tuple(found)))


def _told(characters: tuple[str, ...]) -> str:
    shown = ", ".join(f"{one} (U+{ord(one):04X})" for one in characters[:_MOST_TOLD])
    more = f" and {len(characters) - _MOST_TOLD} more" if len(characters) > _MOST_TOLD else ""
    return (
        f"No font here has {shown}{more}: the PDF shows a box in their place. "
        f"Install one that has them (Debian: sudo apt-get install {' '.join(packages(characters))})."
    )
