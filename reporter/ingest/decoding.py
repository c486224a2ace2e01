"""From bytes to text. Every offset counts into the text that comes out here; nothing in it is cleaned or changed."""

import codecs
import logging
import re

from reporter.errors import InputError
from reporter.ingest.layout import Layout

LOG = logging.getLogger("reporter.ingest")


def decode(data: bytes, layout: Layout, *, what: str) -> str:
    """The text of `data`, without its byte order mark. `what` is what to call the input in an error.

    In order of trust: a byte order mark, bytes that are valid UTF-8, the charset that the page declares, the old
    encodings of the layout's language, what charset-normalizer finds. Line ends stay as they are. Raises InputError
    "binary-input" for what is no text and "bad-encoding" for text that cannot be read.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise InputError(
                "binary-input", f"{what} is {name}, not text or HTML.", "Give the story's own words, as text or HTML."
            )
    text = _decoded(data, layout, what)
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    if controls > _MOST_CONTROLS * min(len(text), _SAMPLE):
        raise InputError(
            "binary-input",
            f"{what} is not text: {controls} of its first {min(len(text), _SAMPLE)} characters are control characters.",
            "Give the story's own words, as text or HTML.",
        )
    return text


_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a sound or film file"),
    (b"ID3", "a sound file"),
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose little-endian mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SAMPLE = 100_000
_MOST_CONTROLS = 0.02
"""A stray control character in a story is an accident of a wire; one in fifty is another kind of file."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin_1": "cp1252", "iso8859-9": "cp1254"}
"""Browsers read these as their Windows supersets (WHATWG Encoding Standard), and so pages are written."""


def _decoded(data: bytes, layout: Layout, what: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, what)
    if (wide := _without_mark(data)) is not None:
        return _strictly(data, wide, what)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    if (declared := _declared(data)) is not None and declared != "utf-8":
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            LOG.info("%s declares %s but is not written in it", what, declared)
    if _is_mostly_utf8(data):
        raise InputError(
            "bad-encoding",
            f"{what} is UTF-8 with a broken character at byte {broken.start}.",
            "Save it again as UTF-8, or cut out what is broken.",
        ) from broken
    for encoding in layout.encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text, layout.encoding_marks):
            return text
    return _guessed(data, what)


def _strictly(data: bytes, encoding: str, what: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            "bad-encoding",
            f"{what} looks like {encoding.upper()} but breaks off at byte {error.start}.",
            "Save it again as UTF-8.",
        ) from error


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark shows in Western text: every other byte is a NUL."""
    sample = data[:4096]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    if even > 0.7 and odd < 0.05:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    # "base64" and the like are codecs too, but turn bytes into bytes.
    if not getattr(codecs.lookup(name), "_is_text_encoding", True):
        return None
    return _AS_BROWSERS.get(name, name)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether at least nine in ten of the characters beyond ASCII are whole UTF-8, and there are several."""
    read = data[:1_000_000].decode("utf-8", errors="replace")
    broken = read.count("\ufffd")
    whole = sum(character > "\x7f" for character in read) - broken
    return whole >= 5 and broken * 9 <= whole


def _is_plausible(text: str, marks: str) -> bool:
    """Whether what lies beyond ASCII is letters and the marks of the language, and not much of it."""
    beyond = [character for character in text[:_SAMPLE] if character > "\x7f"]
    fitting = sum(character.isalpha() or character in marks for character in beyond)
    return fitting == len(beyond) and len(beyond) <= 0.1 * min(len(text), _SAMPLE)


def _guessed(data: bytes, what: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except (UnicodeDecodeError, LookupError) as error:
            LOG.info("%s: taken for %s, but %s", what, best.encoding, error)
    raise InputError(
        "bad-encoding",
        f"The characters of {what} cannot be read: it is neither UTF-8 nor an encoding that can be recognised.",
        "Save it as UTF-8 and try again.",
    )
