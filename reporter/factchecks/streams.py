"""Decoded JSON out of a file of any size, one entry at a time: the memory held is that of one entry.

ijson reads the tokens. The elements of a feed (`dataFeedElement`), of a graph (`@graph`) and of a list at the top are
entries; an object at the top without these is one. JSON Lines are told apart by their first lines, or by the ending of
the name, and are read line by line, so that a line that is no JSON costs nothing but itself.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, BinaryIO

CHUNK = 64 * 1024
LONGEST_RUN = 8 * 1024 * 1024
"""Bytes without a quotation mark, after which a file is given up: a text of that length, or no JSON."""
LONGEST_LINE = 4 * 1024 * 1024
LONGEST_SCRIPT = 8 * 1024 * 1024
MOST_PARTS = 20_000
"""Tokens of one entry. A published review has some dozens."""
MOST_CHARACTERS = 1_000_000
"""Of all texts of one entry."""
DEEPEST = 60
LINES_ENDINGS = (".jsonl", ".ndjson", ".jsonlines")

_CONTAINERS = frozenset({"dataFeedElement", "@graph"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: where it stands, and its value, or why it could not be read."""

    place: str
    value: Any = None
    problem: str | None = None


class BrokenOffError(Exception):
    """The rest of the file cannot be read, and why; what came before is good."""


def entries(stream: BinaryIO, name: str = "") -> Iterator[Entry]:
    """The entries of a file that is JSON, JSON Lines or HTML, in order. Raises BrokenOffError where it breaks off."""
    text = _Text(stream)
    first = text.start()
    head = first.lstrip()
    if head.startswith("<"):
        yield from _of_pages(text)
    elif name.lower().endswith(LINES_ENDINGS) or _has_json_lines(head):
        yield from _of_lines(text)
    else:
        yield from _of_document(text)


class _Text:
    """The characters of a byte stream. What is not in its encoding, and NUL, comes out as U+FFFD."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = ""
        data = stream.read(CHUNK)
        self._decoder = codecs.getincrementaldecoder(_encoding(data))(errors="replace")
        self._held = self._decoded(data)

    def _decoded(self, data: bytes) -> str:
        text = self._decoder.decode(data, final=not data)
        return text.translate(_CONTROLS) if _CONTROL.search(text) else text

    def start(self) -> str:
        """The first characters, which `read` gives once more."""
        return self._held

    def read(self) -> str:
        """The next characters; "" at the end."""
        if self._held:
            held, self._held = self._held, ""
            return held
        while data := self._stream.read(CHUNK):
            if text := self._decoded(data):
                return text
        return self._decoded(b"")


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32)], "\ufffd")


def _encoding(data: bytes) -> str:
    for mark, name in (
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return name
    if data[:1] in b"{[<" and data[1:2] == b"\0":
        return "utf-16-le"
    if data[:1] == b"\0" and data[1:2] in (b"{", b"[", b"<"):
        return "utf-16-be"
    return "utf-8-sig"


def _has_json_lines(head: str) -> bool:
    """Whether a line ends an object, and the next one that holds something begins another."""
    first, has_end, rest = head.partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and bool(has_end) and rest.lstrip().startswith("{")


# a JSON document


class _Guarded:
    """The text as the bytes that ijson reads; raises BrokenOffError for an endless run without a quotation mark."""

    def __init__(self, text: _Text) -> None:
        self._text = text
        self._left = b""
        self._run = 0

    def read(self, size: int) -> bytes:
        if size == 0:
            return b""
        if not self._left:
            self._left = self._text.read().encode("utf-8", "replace")
            last = _last_quote(self._left)
            self._run = self._run + len(self._left) if last < 0 else len(self._left) - last
            if self._run > LONGEST_RUN:
                raise BrokenOffError(f"a text or a gap of more than {LONGEST_RUN // 1024 // 1024} MB")
        data, self._left = self._left[:size], self._left[size:]
        return data


def _last_quote(data: bytes) -> int:
    """Where the last quotation mark stands that no backslash takes back; -1 where there is none."""
    place = data.rfind(b'"')
    while place > 0 and data[place - 1] == ord("\\"):
        place = data.rfind(b'"', 0, place)
    return place


def _of_document(text: _Text) -> Iterator[Entry]:
    import ijson

    walker = _Walker()
    try:
        for event, value in ijson.basic_parse(_Guarded(text), use_float=True, buf_size=CHUNK):
            yield from walker.take(event, value)
    except ijson.JSONError as error:
        # Bytes come as they are written in Python; the lines after the first show the place.
        words = str(error).removeprefix("b'").replace("\\n", "\n").split("\n")[0].strip()[:120].rstrip(".")
        raise BrokenOffError("the JSON ends too early" if "EOF" in words else f"not JSON: {words}") from error
    except (ValueError, OverflowError) as error:
        raise BrokenOffError(f"the JSON cannot be read: {str(error)[:120]}") from error
    yield from walker.rest()


class _Walker:
    """Puts the tokens of a document together into entries, and into the object at the top without them."""

    def __init__(self) -> None:
        self._top = _Builder()
        self._has_top = False
        self._key: str | None = None
        self._is_among_entries = False
        self._entry: _Builder | None = None
        self._number = 0

    def take(self, event: str, value: Any) -> Iterator[Entry]:
        if self._entry is not None:
            self._entry.take(event, value)
            if self._entry.is_done:
                yield Entry(place=f"entry {self._number}", value=self._entry.value, problem=self._entry.problem)
                self._entry = None
        elif self._is_among_entries:
            if event == "end_array":
                self._is_among_entries = False
                return
            self._number += 1
            if event in ("start_map", "start_array"):
                self._entry = _Builder()
                self._entry.take(event, value)
            else:
                yield Entry(place=f"entry {self._number}", problem="it is not an object")
        elif self._has_top:
            if event == "map_key" and self._top.depth == 1:
                self._key = value
            if event == "start_array" and self._top.depth == 1 and self._key in _CONTAINERS:
                self._is_among_entries = True
            else:
                self._top.take(event, value)
        elif event == "start_map":
            self._has_top = True
            self._top.take(event, value)
        elif event == "start_array":
            self._is_among_entries = True
        else:
            yield Entry(place="the document", problem="it is neither an object nor a list")

    def rest(self) -> Iterator[Entry]:
        """The object at the top, where there is one."""
        if self._has_top:
            yield Entry(place="the document", value=self._top.value, problem=self._top.problem)


class _Builder:
    """One value out of its tokens; given up, and only counted to its end, when it grows beyond all bounds."""

    def __init__(self) -> None:
        self.value: Any = None
        self.problem: str | None = None
        self.depth = 0
        self.is_done = False
        self._open: list[Any] = []
        self._keys: list[str] = []
        self._parts = 0
        self._characters = 0

    def take(self, event: str, value: Any) -> None:
        if event in ("start_map", "start_array"):
            self.depth += 1
            if self._may_grow(value):
                made: Any = {} if event == "start_map" else []
                self._put(made)
                self._open.append(made)
                self._keys.append("")
        elif event in ("end_map", "end_array"):
            self.depth -= 1
            if self.problem is None:
                self._open.pop()
                self._keys.pop()
            self.is_done = self.depth == 0
        elif event == "map_key":
            if self._may_grow(value):
                self._keys[-1] = value
        elif self._may_grow(value):
            self._put(value)

    def _put(self, value: Any) -> None:
        if not self._open:
            self.value = value
        elif isinstance(self._open[-1], dict):
            self._open[-1][self._keys[-1]] = value
        else:
            self._open[-1].append(value)

    def _may_grow(self, value: Any) -> bool:
        if self.problem is not None:
            return False
        self._parts += 1
        self._characters += len(value) if isinstance(value, str) else 0
        if self.depth > DEEPEST:
            self.problem = f"it is nested more than {DEEPEST} levels deep"
        elif self._parts > MOST_PARTS:
            self.problem = f"it has more than {MOST_PARTS:,} parts"
        elif self._characters > MOST_CHARACTERS:
            self.problem = f"its texts have more than {MOST_CHARACTERS:,} characters"
        if self.problem is not None:
            self.value = None
            self._open.clear()
        return self.problem is None


# JSON Lines


def _of_lines(text: _Text) -> Iterator[Entry]:
    for number, line in _lines(text):
        place = f"line {number}"
        if line is None:
            yield Entry(place=place, problem=f"it is longer than {LONGEST_LINE // 1024 // 1024} MB")
        elif line.strip():
            yield _loaded(line, place)


def _lines(text: _Text) -> Iterator[tuple[int, str | None]]:
    """The lines with their numbers; None for one that is too long, of which only the end is looked for."""
    number, held, is_long = 1, "", False
    while part := text.read():
        *whole, rest = part.split("\n")
        for line in whole:
            yield number, None if is_long else held + line
            number, held, is_long = number + 1, "", False
        held = "" if is_long else held + rest
        if len(held) > LONGEST_LINE:
            held, is_long = "", True
    if held or is_long:
        yield number, None if is_long else held


def _loaded(text: str, place: str) -> Entry:
    """The value of JSON text; line breaks within its strings are let pass, as browsers' readers are used to."""
    try:
        value = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return Entry(place=place, problem=f"it is not JSON: {error.msg} at character {error.pos + 1}")
    except RecursionError:
        return Entry(place=place, problem="it is nested too deep")
    except ValueError:  # a number of thousands of digits
        return Entry(place=place, problem="it holds a number that is too long")
    if not isinstance(value, dict | list):
        return Entry(place=place, problem="it is not an object")
    return Entry(place=place, value=value)


# web pages


def _of_pages(text: _Text) -> Iterator[Entry]:
    """The JSON-LD of a page, or of many pages' scripts one after the other."""
    finder = _Scripts()
    number = 0
    while part := text.read():
        finder.feed(part)
        if finder.held > LONGEST_SCRIPT:
            raise BrokenOffError(f"a script of more than {LONGEST_SCRIPT // 1024 // 1024} MB")
        for script in finder.taken():
            number += 1
            yield _loaded(script, f"script {number}")
    finder.close()
    for script in finder.taken():
        number += 1
        yield _loaded(script, f"script {number}")
    if finder.is_inside:
        raise BrokenOffError("the last script has no end")


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.is_inside = False
        self._parts: list[str] = []
        self._scripts: list[str] = []
        self._length = 0

    @property
    def held(self) -> int:
        return self._length + len(self.rawdata)

    def taken(self) -> list[str]:
        scripts, self._scripts = self._scripts, []
        return scripts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").split(";")[0].strip().lower()
        self.is_inside = tag == "script" and kind == "application/ld+json"
        self._parts, self._length = [], 0

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.is_inside:
            self._scripts.append("".join(self._parts).strip().removeprefix("<!--").removesuffix("-->"))
            self.is_inside = False
            self._parts, self._length = [], 0

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self._parts.append(data)
            self._length += len(data)
