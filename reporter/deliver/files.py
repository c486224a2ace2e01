"""Briefs as files: named after their story, never over another story's, written whole or not at all."""

import os
import re
import unicodedata
import zlib
from collections.abc import Mapping
from pathlib import Path

from reporter.errors import RenderError
from reporter.model import Brief, EventBrief, ParagraphKind, Revision

NAME_LENGTH = 80
"""Characters of a file name before its ending."""

NAME_BYTES = 200
"""The same in UTF-8: most file systems stop at 255 bytes, ending and hash included."""

HASH_LENGTH = 8

_LOOKED_AT = 32 * 1024 * 1024
"""No brief is larger; of a larger file we do not read more to find out whose it is."""

_FLATE_STREAM = re.compile(rb"stream\r?\n")


def write_briefs(brief: Brief | EventBrief, rendered: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write each of `rendered`, by its file ending ("html", "pdf"), and return the paths in the same order.

    All files of a story share one name, made of its day and headline. A file of that name that tells of the same
    story (the same text) is replaced; where one tells of another story, the name gets the first digits of the
    text's hash. Each file is written beside its place and renamed. The folder is made when it is not there.
    Raises RenderError `output-not-writable`.
    """
    name = _free_name(brief, tuple(rendered), folder)
    paths = []
    for ending, data in rendered.items():
        paths.append(write_data(folder / f"{name}.{ending}", data))
    return tuple(paths)


def write_file(brief: Brief | EventBrief, ending: str, data: bytes, folder: Path) -> Path:
    """Write one more file of `brief`, such as the mail that it goes in. Raises RenderError `output-not-writable`."""
    return write_data(folder / f"{file_name(brief)}.{ending}", data)


def write_data(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all, and its folder where there is none. Raises RenderError
    `output-not-writable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, data)
    except (OSError, ValueError) as error:
        raise _not_writable(path, error) from error
    return path


def write_revision(revision: Revision, rendered: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write each of `rendered`, by its file ending, named after the new version: "…-changes.html".

    Two revisions of different versions get different names, by the first digits of both texts' hashes. Raises
    RenderError `output-not-writable`.
    """
    versions = f"{revision.old.method.input_sha256[:4]}-{revision.new.method.input_sha256[:4]}"
    name = f"{file_name(revision.new)}-changes-{versions}"
    return tuple(write_data(folder / f"{name}.{ending}", data) for ending, data in rendered.items())


def file_name(brief: Brief | EventBrief) -> str:
    """The name, without ending, of the files of `brief`: its day and its headline, or how the story begins. That of an
    event is named after the latest of its stories."""
    published = brief.article.published
    day = published.day.isoformat() if published is not None else "undated"
    words = slug(brief.article.headline or "") or slug(_opening(brief))
    name = _cut(f"{day}-{words}" if words else f"{day}-story")
    return f"{name}-event" if isinstance(brief, EventBrief) else name


def slug(text: str) -> str:
    """`text` as one part of a file name: letters and digits of any script, all else as single hyphens.

    >>> slug("Flood in Élan Valley: 3,000 told to leave")
    'flood-in-élan-valley-3-000-told-to-leave'
    >>> slug("../../etc/passwd")
    'etc-passwd'
    """
    kept = (
        character if unicodedata.category(character)[0] in "LNM" else " "
        for character in unicodedata.normalize("NFKC", text[:1000]).replace("'", "").replace("’", "").lower()
    )
    return "-".join("".join(kept).split())


def _opening(brief: Brief | EventBrief) -> str:
    article = brief.article
    for paragraph in article.paragraphs:
        if paragraph.kind in (ParagraphKind.HEADLINE, ParagraphKind.BODY):
            start = paragraph.dateline.end if paragraph.dateline else paragraph.span.start
            return " ".join(article.text[start : min(paragraph.span.end, start + 400)].split()[:10])
    return ""


def _cut(name: str) -> str:
    """`name` within the limits, cut between words where that does not cost more than a third of it."""
    whole = name
    while len(name) > NAME_LENGTH or len(name.encode()) > NAME_BYTES:
        name = name[:-1]
    if name != whole and whole[len(name)] != "-":
        shorter = name.rpartition("-")[0]
        name = shorter if len(shorter) > len(name) * 2 // 3 else name
    return name.rstrip("-")


def _free_name(brief: Brief | EventBrief, endings: tuple[str, ...], folder: Path) -> str:
    name = file_name(brief)
    if any(_is_of_another(folder / f"{name}.{ending}", brief) for ending in endings):
        return f"{name}-{brief.method.input_sha256[:HASH_LENGTH]}"
    return name


def _is_of_another(path: Path, brief: Brief | EventBrief) -> bool:
    """Whether `path` is there and does not tell of the text that `brief` is made from."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_LOOKED_AT)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return not _mentions(data, brief.method.input_sha256.encode())


def _mentions(data: bytes, mark: bytes) -> bool:
    """Whether `mark` stands in a file, also where it is a PDF whose streams are packed."""
    if mark in data:
        return True
    if not data.startswith(b"%PDF-"):
        return False
    return any(mark in _unpacked(data, match.end()) for match in _FLATE_STREAM.finditer(data))


def _unpacked(data: bytes, start: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(memoryview(data)[start:], _LOOKED_AT)
    except zlib.error:
        return b""


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside `path`, then rename: whoever reads sees the old file or the new one, nothing between."""
    beside = path.with_name(f".{path.name[:NAME_LENGTH]}.{os.getpid()}.part")
    beside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _not_writable(path: Path, error: Exception) -> RenderError:
    reason = getattr(error, "strerror", None) or str(error)
    return RenderError(
        "output-not-writable",
        f"The brief cannot be written to {path}: {reason}.",
        "Choose a folder that you may write to with --out.",
    )
